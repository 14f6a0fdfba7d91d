internal import NightModel
internal import Text

/// One measure along the nights, and before and after each change; two spans side by side; the night and the next day.
extension TrendsFeature {
  func chart(_ measure: Measure, _ c: Context) -> Scene {
    var scene = Scene("chart", "\(measure.label(c.catalogue)): \(span.words)")
    scene.shortTitle = measure.label(c.catalogue)
    let nights = nights(c)
    let marks = ChangeMark.among(nights, c).byNight
    let ways = [
      spanItem,
      SceneItem(
        "changes", "Before and after changes", state: Self.named(marks), .feature(.trends(.open(.changes(measure))))),
    ]
    guard let trends = result(c)?.trends else {
      scene.facts = facts(c)
      scene.list = SceneList(ways + [.back])
      return scene
    }
    guard let row = trends.row(measure) else {
      scene.facts = [.init("", "Not recorded in these nights: \(nights.words).")]
      scene.list = SceneList(ways + [.back])
      return scene
    }
    scene.facts = [.init("", "\(row.sentence(of: nights.count)).")]
    if trends.recorded < Trends.steadyFrom { scene.facts += facts(c).dropFirst() }
    // On a wide screen each night still has a column of its own.
    if nights.count > 60 {
      let middle = measure.middle == .median ? "median" : "average"
      scene.facts.append(.init("", "A point may stand for several nights, by their \(middle)."))
    }
    scene.facts.append(.init("", measure.meaning))
    scene.figure = ChartFigure(row, nights: nights, marks: marks).figure
    let count = nights.count
    // The nights are made when they are shown, the newest first.
    scene.list = SceneList(count: ways.count + count + 1) { index in
      if index < ways.count { return ways[index] }
      if index == ways.count + count { return .back }
      let place = count - 1 - (index - ways.count)
      let night = nights[night: place]
      return SceneItem(
        "\(night)", NightWords.fullDay(night), state: row.values[place].map { measure.words($0) } ?? "not recorded",
        .open(.night(night)))
    } find: { id in
      if id == SceneItem.back.id { return ways.count + count }
      if let way = ways.firstIndex(where: { $0.id == id }) { return way }
      return CivilDate(id).flatMap(nights.index).map { ways.count + count - 1 - $0 }
    }
    scene.list.labelColumns = 26
    scene.list.end = ways.count + count - 1
    return scene
  }

  /// The changes by their letters, or that there are none.
  private static func named(_ marks: [ChangeMark]) -> String {
    guard !marks.isEmpty else { return "no change" }
    return marks.enumerated().map { "\(ChartFigure.letter($0)) \($1.words)" }.joined(separator: ", ")
  }

  func changes(of measure: Measure, _ c: Context) -> Scene {
    var scene = Scene("changes", "Before and after: \(measure.label(c.catalogue))")
    scene.shortTitle = "Before and after"
    let nights = nights(c)
    let marks = ChangeMark.among(nights, c).byNight
    scene.facts = [
      .init("", "Medians before a change and from it on; in brackets how many nights recorded it."),
      .init("", "Within \(nights.words)."),
    ]
    let trends = result(c)?.trends
    let row = trends?.row(measure)
    if trends == nil { scene.facts.append(readingFact(c)) }
    var items: [SceneItem] = []
    for (index, mark) in marks.enumerated() {
      let words =
        row.map { BeforeAfter(mark, $0, nights: nights).words } ?? (trends == nil ? "" : "not recorded in these nights")
      items.append(
        SceneItem(
          "change-\(index)", "from \(NightWords.fullDay(mark.night))", state: words,
          heading: "\(ChartFigure.letter(index))  \(mark.words)",
          mark.isTyped ? .open(.planChoice(Setting(.mark, "\(mark.night)"))) : .open(.night(mark.night))))
    }
    if marks.isEmpty { scene.facts = [.init("", "No change is marked or found within \(nights.words).")] }
    scene.list = SceneList(items + [SceneItem("marks", "Mark a change", .open(.marks(span))), spanItem, .back])
    scene.list.labelColumns = 22
    return scene
  }

  func compare(_ c: Context) -> Scene {
    var scene = Scene("compare", "Two spans of nights side by side")
    scene.shortTitle = "Two spans"
    let nights = compared(c)
    scene.facts = [
      .init("first:", nights.one.words), .init("second:", nights.other.words),
      .init("", "Medians; in brackets how many nights recorded it."),
    ]
    var items = [
      SceneItem(
        "first", "The first nights", state: NightWords.nights(nights.one.count), .type(.trends(.nights(isFirst: true)))),
      SceneItem(
        "second", "The second nights", state: NightWords.nights(nights.other.count),
        .type(.trends(.nights(isFirst: false)))),
    ]
    // No span has words of twenty columns.
    let widths = [20, 0]
    if let sideBySide = result(c)?.sideBySide {
      items += sideBySide.rows.map { row in
        SceneItem(
          row.measure.id, row.measure.label(c.catalogue), state: columns([row.one, row.other], widths, c),
          .feature(.trends(.open(.chart(row.measure)))))
      }
    } else {
      scene.facts.append(readingFact(c))
    }
    var span = spanItem
    span.label = "The last nights and as many before"
    items.append(span)
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = Widths.label
    scene.list.header = ("measure", columns(["first", "second"], widths, c))
    return scene
  }

  func nextDay(_ c: Context) -> Scene {
    var scene = Scene("next-day", "The night and the next day")
    scene.facts = [
      .init(
        "",
        "How the morning was written after nights above your own median and after nights below it; nights on it are "
          + "on neither side. It shows what was written together, and not why."),
      .init("", "\(nights(c).words); rested and quality from 1 to 5."),
    ]
    scene.facts += result(c)?.nextDay.map { Fact("\($0.label):", $0.words) } ?? [readingFact(c)]
    scene.list = SceneList([spanItem, .back])
    return scene
  }
}
