internal import NightModel
internal import Text

/// Going to a date: by typing it, or by picking a year and a month, so that years are a few keys away for any hand.
extension PastNightsFeature {
  func years(_ c: Context) -> Scene {
    var scene = Scene("years", "Go to a date")
    let nights = Self.nights(c)
    scene.facts = [
      .init(
        "",
        "The record runs from \(NightWords.fullDay(nights.lowerBound)) to \(NightWords.fullDay(nights.upperBound)).")
    ]
    let years = (nights.lowerBound.components.year...nights.upperBound.components.year).reversed()
    scene.list = SceneList(
      [SceneItem(SceneItem.typedID, "Type a date, a month or a year", .type(.pastNights(.date)))]
        + years.map { SceneItem("year-\($0)", "\($0)", .feature(.pastNights(.open(.months($0))))) } + [.back])
    scene.shortcuts = [Self.dateKey]
    return scene
  }

  func months(of year: Int, _ c: Context) -> Scene {
    var scene = Scene("months", "Go to a month of \(year)")
    let months = (1...12).reversed().compactMap { month -> SceneItem? in
      guard let date = DateSpan(year: year, month: month).flatMap({ lastNight(of: $0, c) }) else { return nil }
      let name = NightWords.fullDay(date).split(separator: " ").suffix(2).joined(separator: " ")
      return SceneItem("month-\(month)", name, .feature(.pastNights(.goTo(date))))
    }
    scene.list = SceneList(months + [.back])
    scene.shortcuts = [Self.dateKey]
    return scene
  }

  /// Goes to the last night of a span, or, where the list has none of it, to the nearest.
  mutating func go(to span: DateSpan, _ typed: String, _ c: Context) -> [Act] {
    pages = []
    let none = "None of the nights listed is of \(typed.forDisplay)"
    guard let date = lastNight(of: span, c) else { return [.say("\(none).")] }
    return [.focus("\(date)")]
      + (span.nights.contains(date) ? [] : [.say("\(none); the nearest has the focus.")])
  }

  /// The key that goes to a date.
  static let dateKey = Scene.Shortcut(letter: "g", words: "date", .type(.pastNights(.date)))

  /// The nights of the record, up to tonight.
  fileprivate static func nights(_ c: Context) -> ClosedRange<CivilDate> {
    min(c.record.oldest ?? c.tonight, c.tonight)...c.tonight
  }

  /// The last night of a span that the list has; nil if it has none.
  private func lastNight(of span: DateSpan, _ c: Context) -> CivilDate? {
    guard span.nights.overlaps(Self.nights(c)) else { return nil }
    let date = min(span.nights.upperBound, c.tonight)
    guard let narrowing, let found = c.record.found, found.query == narrowing else { return date }
    // Among some nights only, the nearest before it.
    return found.nights.first { $0 <= date } ?? found.nights.last
  }
}

extension PastNightsFeature {
  /// What is typed for the list of nights.
  public enum Text: FeatureText, Hashable, Sendable {
    /// The date of a night to go to, a month or a year.
    case date
    /// What to look for in all nights.
    case search

    func form(_ c: Context) -> TextForm {
      switch self {
      case .date:
        TextForm(
          title: "Go to a night", label: "Date, as \(NightWords.dayAndMonth(c.tonight))",
          help: "Also yesterday, last Tuesday, October, 2025.", limit: TextForm.dateLimit, spelled: .digits,
          doing: TextForm.go,
          preview: { text in c.times.span(text).fact { $0.words } })
      case .search:
        TextForm(
          title: "Search all nights", label: "Look for", help: "\(SearchQuery.help.capitalizedFirst).", limit: 200,
          doing: TextForm.search)
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      switch self {
      case .date:
        .asking(c.times.span(text)) { span throws(Refusal) in
          let nights = PastNightsFeature.nights(c)
          guard span.nights.overlaps(nights) else {
            throw .usage("\(span.words) lies outside the record, which runs from \(nights.words)")
          }
          return .feature(.pastNights(.goToSpan(span, typed: span.words)))
        }
      case .search:
        .reading { () throws(Refusal) in
          .feature(.pastNights(.look(try SearchQuery(text, times: c.times, catalogue: c.catalogue))))
        }
      }
    }
  }
}
