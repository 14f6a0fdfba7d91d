internal import NightModel
internal import Text

/// Going to a date: by typing it, or by picking a year and a month, so that years are a few keys away for any hand.
extension App {
  func yearsScene() -> Scene {
    var scene = Scene("years", "Go to a date")
    scene.facts = [
      .init("", "The record runs from \(NightWords.fullDay(oldestNight)) to \(NightWords.fullDay(tonight)).")
    ]
    let years = (oldestNight.components.year...tonight.components.year).reversed()
    scene.list = SceneList(
      [SceneItem("type", "Type a date, a month or a year", .type(.date))]
        + years.map { SceneItem("year-\($0)", "\($0)", .open(.months($0))) } + [.back])
    scene.shortcuts = [Self.dateKey]
    return scene
  }

  func monthsScene(_ year: Int) -> Scene {
    var scene = Scene("months", "Go to a month of \(year)")
    let months = (1...12).reversed().compactMap { month -> SceneItem? in
      guard let date = DateSpan(year: year, month: month).flatMap(lastNight) else { return nil }
      let name = NightWords.fullDay(date).split(separator: " ").suffix(2).joined(separator: " ")
      return SceneItem("month-\(month)", name, .find(.pastNights, focus: "\(date)"))
    }
    scene.list = SceneList(months + [.back])
    scene.shortcuts = [Self.dateKey]
    return scene
  }

  /// Goes to the last night of a day, month or year that was typed: the list has the newest first.
  mutating func goToNight(_ text: String) throws(Refusal) -> [Effect] {
    let typed = text.trimmingSpaces()
    guard let span = DateSpan(typed) else {
      throw .usage("\"\(typed.forDisplay)\" is no date; type it as \(tonight), a month as 2024-03, a year as 2024")
    }
    guard let date = lastNight(of: span) else {
      throw .usage("\(typed) lies outside the record, which runs from \(oldestNight) to \(tonight)")
    }
    if case .text(let entry) = screen { leaveText(entry) }
    let effects = find("\(date)", on: .pastNights)
    guard span.nights.contains(date) else {
      return effects + say("None of the nights listed is of \(typed.forDisplay); the nearest has the focus.")
    }
    return effects
  }

  /// The key that goes to a date.
  static let dateKey = Scene.Shortcut(letter: "g", words: "date", .type(.date))

  /// The first night of the record.
  private var oldestNight: CivilDate { min(record.oldest ?? tonight, tonight) }

  /// The last night of a span that the list has; nil if it has none.
  private func lastNight(of span: DateSpan) -> CivilDate? {
    guard span.nights.overlaps(oldestNight...tonight) else { return nil }
    let date = min(span.nights.upperBound, tonight)
    guard let narrowing, let found = record.found, found.query == narrowing else { return date }
    // Among some nights only, the nearest before it.
    return found.nights.first { $0 <= date } ?? found.nights.last
  }
}
