internal import NightModel
internal import Text

/// Trends: what many nights were like, measure by measure, and how many of them are looked at.
extension App {
  func trendsScene() -> Scene {
    var scene = Scene("trends", "Trends: \(trending.span.words)")
    scene.shortTitle = "Trends"
    scene.facts = trendFacts
    let trends = worked?.trends
    let table = (trends?.rows ?? []).map { [$0.middle, $0.range, "\($0.summary.count)"] }
    let header = ["median", "from-to", "of \(trends?.nights.count ?? 0)"]
    let widths = header.indices.map { column in
      (table + [header]).map { $0[column].count + 1 }.max().map { max($0, [11, 16, 0][column]) } ?? 0
    }
    var items = [spanItem]
    for (index, (row, sketch)) in zip(trends?.rows ?? [], worked?.sketches ?? []).enumerated() {
      var item = SceneItem(
        row.measure.id, row.measure.label(catalogue), state: columns(table[index], widths),
        .open(.chart(row.measure)))
      item.sketch = sketch
      items.append(item)
    }
    // A line that measures push down a moment later must not be where a finger goes meanwhile.
    if trends != nil { items += trendWays }
    scene.list = SceneList(items + [.back])
    guard let trends, !trends.rows.isEmpty else { return scene }
    scene.list.labelColumns = max(21, items.map(\.label.count).max() ?? 0)
    scene.list.header = ("measure", columns(header, widths))
    scene.list.sketches = (min(Sparkline.most, trends.nights.count), widths.reduce(-1, +), "old to new")
    return scene
  }

  /// Where else trends lead.
  private var trendWays: [SceneItem] {
    [
      SceneItem("marks", "Mark a change", state: Self.counted(trendMarks.count, "change"), .open(.marks)),
      SceneItem("compare", "Compare two spans", .open(.compare)),
      SceneItem("next-day", "The night and the next day", .open(.nextDay)),
    ]
  }

  /// Words in columns so wide, each under its heading; one after the other where they are spoken.
  func columns(_ words: [String], _ widths: [Int]) -> String {
    if surface.isSpoken { return words.joined(separator: ", ") }
    // Nothing follows the last.
    return zip(words, widths.dropLast() + [0]).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
      .joined()
  }

  /// The nights that are looked at, how many of them are recorded, and that there are few if there are.
  var trendFacts: [Fact] {
    guard let trends = worked?.trends else { return [readingFact] }
    var facts = [
      Fact("", "\(trends.nights.words); something is recorded in \(trends.recorded) of \(trends.nights.count).")
    ]
    if trends.recorded < Trends.steadyFrom {
      facts.append(
        .init("", "Fewer than \(Trends.steadyFrom) nights are recorded: too few for a picture that holds."))
    }
    return facts
  }

  /// That what is shown of many nights is on its way, and how far it is.
  var readingFact: Fact {
    .init("", trendProgress.map { "Reading the nights: \($0.done) of \($0.total)." } ?? "Reading the nights.")
  }

  /// The line that asks how many nights are looked at.
  var spanItem: SceneItem { SceneItem("span", "How many nights", state: trending.span.words, .open(.trendSpans)) }

  /// `no change`, `1 change`, `2 changes`.
  static func counted(_ count: Int, _ thing: String) -> String {
    count == 0 ? "no \(thing)" : count == 1 ? "1 \(thing)" : "\(count) \(thing)s"
  }

  func trendSpansScene() -> Scene {
    var scene = Scene("trend-spans", "How many nights are looked at?")
    scene.facts = [.init("", "They end with \(NightWords.night(record.lastTrendNight)), the last that is over.")]
    scene.list = SceneList(
      TrendSpan.allCases.map { span in
        SceneItem("span-\(span.rawValue)", span.words.capitalizedFirst, .feature(.trends(.look(span))))
      } + [.back])
    return scene
  }

  func marksScene() -> Scene {
    var scene = Scene("marks", "Mark a change")
    scene.facts = [
      .init("", "A new mask, another mattress: what changed, and the first night with it."),
      .init("", "Equipment and medicines that came or went in the plan are found without a mark."),
    ]
    let items = [
      SceneItem("last-nights", "In one of the last 14 nights", .open(.markNights)),
      SceneItem("typed", "Type the date of its night", .type(.member("mark"))),
    ]
    let typed = record.plan.values(below: "mark").reversed().enumerated().map { index, mark in
      SceneItem(
        "mark-\(mark.name)", mark.name.forDisplay, state: mark.value.forDisplay,
        heading: index == 0 ? "Marked" : nil, .open(.planChoice("mark.\(mark.name)")))
    }
    let found = trendMarks.filter { !$0.isTyped }.reversed().enumerated().map { index, mark in
      SceneItem(
        "found-\(mark.night)-\(index)", "\(mark.night)", state: mark.words,
        heading: index == 0 ? "Found in the plan, in the nights looked at" : nil, .open(.night(mark.night)))
    }
    scene.list = SceneList(items + typed + found + [.back])
    return scene
  }

  /// In which night something changed: the last fourteen by picking.
  func markNightsScene() -> Scene {
    var scene = Scene("mark-nights", "The first night with it")
    scene.list = SceneList(
      historyNights.map { night in
        SceneItem(
          "mark-\(night)", NightWords.short(night), state: record.plan.value("mark.\(night)")?.forDisplay ?? "",
          .open(.planChoice("mark.\(night)")))
      } + [.back])
    return scene
  }
}
