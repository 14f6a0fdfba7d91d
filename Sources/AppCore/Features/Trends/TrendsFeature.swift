public import NightModel
internal import Text

/// Trends: what many nights were like, measure by measure, and how many of them are looked at.
public struct TrendsFeature: PagedFeature {
  /// How many nights are looked at.
  var span = TrendSpan.thirty
  /// Two spans somebody typed to compare; nil for the nights of the span and as many before them.
  var typed: Pair?
  var pages: [Page] = []

  /// A page above the list of measures.
  public enum Page: Hashable, Sendable {
    /// How many nights are looked at together.
    case spans
    /// One measure along the nights.
    case chart(Measure)
    /// One measure before each change and after it.
    case changes(Measure)
    /// Two spans of nights side by side.
    case compare
    /// The night against the next day.
    case nextDay
  }

  /// What a person can want of the trends.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Looks at another number of nights together.
    case look(TrendSpan)
    /// Compares with these nights.
    case compare(isFirst: Bool, ClosedRange<CivilDate>)
  }

  /// Two spans of nights.
  struct Pair: Hashable, Sendable {
    var one: ClosedRange<CivilDate>
    var other: ClosedRange<CivilDate>
  }

  /// What stays for the session: the nights that are looked at.
  var left: TrendsFeature? { TrendsFeature(span: span, typed: typed) }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page): open(page)
    case .look(let span):
      (self.span, typed) = (span, nil)
      if pages.last == .spans { pages.removeLast() }
    case .compare(let isFirst, let nights):
      var pair = compared(c)
      if isFirst { pair.one = nights } else { pair.other = nights }
      typed = pair
    }
    return []
  }

  func firstFocus(_ c: Context) -> String? { pages.last == .spans ? "span-\(span.rawValue)" : nil }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    needs.extent = true
    needs.computed = request(c).map { [.trends($0), .wholeRecord] } ?? []
    // Nobody should wait for ten years because they wanted to see them.
    needs.ahead =
      c.record.oldest.map {
        [.trends(request(.trends, [TrendSpan.all.nights(to: c.record.lastTrendNight, oldest: $0)], c))]
      }
      ?? []
    return needs
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: measures(c)
    case .spans: spans(c)
    case .chart(let measure): chart(measure, c)
    case .changes(let measure): changes(of: measure, c)
    case .compare: compare(c)
    case .nextDay: nextDay(c)
    }
  }

  // MARK: What is looked at

  /// The nights that are looked at.
  func nights(_ c: Context) -> ClosedRange<CivilDate> {
    span.nights(to: c.record.lastTrendNight, oldest: c.record.oldest ?? c.record.lastTrendNight)
  }

  /// The two spans that are compared.
  func compared(_ c: Context) -> Pair {
    let pair = span.pair(to: c.record.lastTrendNight, oldest: c.record.oldest ?? c.record.lastTrendNight)
    return typed ?? Pair(one: pair.before, other: pair.now)
  }

  /// What is worked out for the page shown; nil where it shows nothing of many nights.
  private func request(_ c: Context) -> TrendRequest? {
    switch pages.last {
    case nil, .chart, .changes: request(.trends, [nights(c)], c)
    case .compare: request(.sideBySide, [compared(c).one, compared(c).other], c)
    case .nextDay: request(.nextDay, [nights(c)], c)
    case .spans: nil
    }
  }

  private func request(_ kind: TrendRequest.Kind, _ nights: [ClosedRange<CivilDate>], _ c: Context) -> TrendRequest {
    TrendRequest(kind, of: nights, withCarer: c.plan.showsCarerFigures)
  }

  /// What the nights that are looked at come to; nil until all of them were read.
  func result(_ c: Context) -> TrendResult? { request(c).flatMap { c.record.result(of: $0) } }

  /// The nights that are looked at, how many of them are recorded, and that there are few if there are.
  func facts(_ c: Context) -> [Fact] {
    guard let trends = result(c)?.trends else { return [readingFact(c)] }
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
  func readingFact(_ c: Context) -> Fact {
    let progress = request(c).flatMap { c.record.progress(of: $0) }
    return .init("", progress.map { "Reading the nights: \($0.done) of \($0.total)." } ?? "Reading the nights.")
  }

  /// The line that asks how many nights are looked at.
  var spanItem: SceneItem {
    SceneItem("span", "How many nights", state: span.words, .feature(.trends(.open(.spans))))
  }

  /// Words in columns so wide, each under its heading; one after the other where they are spoken.
  func columns(_ words: [String], _ widths: [Int], _ c: Context) -> String {
    if c.surface.isSpoken { return words.joined(separator: ", ") }
    // Nothing follows the last.
    return zip(words, widths.dropLast() + [0]).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
      .joined()
  }

  // MARK: The measures

  private func measures(_ c: Context) -> Scene {
    var scene = Scene("trends", "Trends: \(span.words)")
    scene.shortTitle = "Trends"
    scene.facts = facts(c)
    let trends = result(c)?.trends
    let table = (trends?.rows ?? []).map { [$0.middle, $0.range, "\($0.summary.count)"] }
    let header = ["median", "from-to", "of \(trends?.nights.count ?? 0)"]
    let widths = header.indices.map { column in
      (table + [header]).map { $0[column].count + 1 }.max().map { max($0, [11, 16, 0][column]) } ?? 0
    }
    var items = [spanItem]
    for (index, (row, sketch)) in zip(trends?.rows ?? [], result(c)?.sketches ?? []).enumerated() {
      var item = SceneItem(
        row.measure.id, row.measure.label(c.catalogue), state: columns(table[index], widths, c),
        .feature(.trends(.open(.chart(row.measure)))))
      item.sketch = sketch
      items.append(item)
    }
    // A line that measures push down a moment later must not be where a finger goes meanwhile.
    if trends != nil { items += ways(c) }
    scene.list = SceneList(items + [.back])
    guard let trends, !trends.rows.isEmpty else { return scene }
    let least = 21
    scene.list.labelColumns = c.surface.isNarrow ? least : max(least, items.map(\.label.count).max() ?? 0)
    scene.list.header = ("measure", columns(header, widths, c))
    scene.list.sketches = (min(Sparkline.mostPoints, trends.nights.count), widths.reduce(-1, +), "old to new")
    return scene
  }

  /// Where else trends lead.
  private func ways(_ c: Context) -> [SceneItem] {
    let changes = ChangeMark.among(nights(c), c).count
    let words = changes == 0 ? "no change" : changes == 1 ? "1 change" : "\(changes) changes"
    return [
      SceneItem("marks", "Mark a change", state: words, .open(.marks(span))),
      SceneItem("compare", "Compare two spans", .feature(.trends(.open(.compare)))),
      SceneItem("next-day", "The night and the next day", .feature(.trends(.open(.nextDay)))),
    ]
  }

  private func spans(_ c: Context) -> Scene {
    var scene = Scene("trend-spans", "How many nights are looked at?")
    scene.facts = [.init("", "They end with \(NightWords.night(c.record.lastTrendNight)), the last that is over.")]
    scene.list = SceneList(
      TrendSpan.allCases.map { span in
        SceneItem("span-\(span.rawValue)", span.words.capitalizedFirst, .feature(.trends(.look(span))))
      } + [.back])
    return scene
  }
}

extension TrendsFeature {
  /// What is typed for the trends.
  public enum Text: FeatureText, Hashable, Sendable {
    /// The first or the second of two spans to compare.
    case nights(isFirst: Bool)

    func form(_ c: Context) -> TextForm {
      switch self {
      case .nights(let isFirst):
        TextForm(
          title: isFirst ? "The first nights to compare" : "The second nights to compare",
          label: "From and to, as \(c.spanExample(7))",
          help: "Also a month or a year alone, as October or 2025.", limit: TextForm.spanLimit, spelled: .digits,
          doing: TextForm.goOn, preview: { text in c.times.nights(text).fact { $0.words } })
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      switch self {
      case .nights(let isFirst):
        .asking(c.times.nights(text)) { nights throws(Refusal) in
          guard nights.count <= ReportRequest.mostNights else {
            throw .usage("\(nights.lowerBound) to \(nights.upperBound) is over ten years; type a shorter span")
          }
          return .feature(.trends(.compare(isFirst: isFirst, nights)))
        }
      }
    }
  }
}

extension ChangeMark {
  /// The changes that fall into some nights, as far as the record goes back.
  static func among(_ nights: ClosedRange<CivilDate>, _ c: Context) -> [ChangeMark] {
    let first = max(nights.lowerBound, c.record.oldest ?? nights.lowerBound)
    return all(in: c.plan, nights: first...max(first, nights.upperBound), catalogue: c.catalogue)
  }
}
