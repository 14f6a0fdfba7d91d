internal import NightModel

/// What the trends are made of: how many nights are looked at, and what they come to, worked out once and kept until
/// something changes.
struct Trending: Hashable, Sendable {
  /// How many nights are looked at.
  var span = TrendSpan.thirty
  /// Two spans somebody typed to compare; nil for the nights of the span and as many before them.
  var compared: Compared?
  /// True if a night's line of time shows the hours in bed only.
  var showsHoursInBed = false
  /// What was worked out since the rows last changed, so that going back to it is free.
  fileprivate(set) var worked = Derived(value: [Basis: Worked]())
  /// The nights that are being taken in.
  fileprivate(set) var gathering = Derived(value: Gathering?.none)

  /// Two spans of nights.
  struct Compared: Hashable, Sendable {
    var one: ClosedRange<CivilDate>
    var other: ClosedRange<CivilDate>
  }

  /// What some nights come to.
  struct Worked: Sendable {
    /// The nights of the span.
    var trends: Trends?
    /// The drawing of each of their rows.
    var sketches: [Sparkline] = []
    /// Two spans side by side.
    var sideBySide: SideBySide?
    /// The night against the next day.
    var nextDay: [NextDay] = []
  }

  /// What a result follows from: what is worked out, of which nights, from which rows.
  struct Basis: Hashable, Sendable {
    var kind: Kind
    var nights: [ClosedRange<CivilDate>]
    var rows: Int
    var withCarer: Bool
  }

  /// What is worked out for a screen.
  enum Kind: Hashable, Sendable {
    case trends, sideBySide, nextDay
  }
}

extension App {
  /// The last night that counts: tonight once its diary is there, until then the night before.
  var lastTrendNight: CivilDate { night.diary == nil ? tonight.adding(days: -1) : tonight }

  /// The nights that are looked at.
  var trendNights: ClosedRange<CivilDate> {
    trending.span.nights(to: lastTrendNight, oldest: record.oldest ?? lastTrendNight)
  }

  /// The two spans that are compared.
  var comparedNights: Trending.Compared {
    let pair = trending.span.pair(to: lastTrendNight, oldest: record.oldest ?? lastTrendNight)
    return trending.compared ?? Trending.Compared(one: pair.before, other: pair.now)
  }

  /// The changes that fall into the nights that are looked at.
  var trendMarks: [ChangeMark] {
    let first = max(trendNights.lowerBound, record.oldest ?? trendNights.lowerBound)
    return ChangeMark.all(in: record.plan, nights: first...max(first, trendNights.upperBound), catalogue: catalogue)
  }

  private var trendKind: Trending.Kind? {
    switch screen {
    case .trends, .chart, .changes: .trends
    case .compare: .sideBySide
    case .nextDay: .nextDay
    default: nil
    }
  }

  /// What the result for this screen follows from; nil where it shows none.
  private var basis: Trending.Basis? {
    trendKind.map { kind in
      basis(kind, kind == .sideBySide ? [comparedNights.one, comparedNights.other] : [trendNights])
    }
  }

  /// What is worked out ahead where spans are chosen: nobody should wait for ten years because they wanted to see them.
  private var basisAhead: Trending.Basis? {
    guard trendKind != nil || screen == .trendSpans, let oldest = record.oldest else { return nil }
    return basis(.trends, [TrendSpan.all.nights(to: lastTrendNight, oldest: oldest)])
  }

  private func basis(_ kind: Trending.Kind, _ nights: [ClosedRange<CivilDate>]) -> Trending.Basis {
    .init(kind: kind, nights: nights, rows: record.rowsChanged, withCarer: record.plan.showsCarerFigures)
  }

  /// What the nights that are looked at come to; nil until all of them were read. While they are read anew because
  /// something was written, it is what they came to before: lines that went and came again would move what digits mean.
  var worked: Trending.Worked? {
    guard let basis else { return nil }
    if let worked = trending.worked.value[basis] { return worked }
    return trending.worked.value.first { known, _ in
      (known.kind, known.nights, known.withCarer) == (basis.kind, basis.nights, basis.withCarer)
    }?.value
  }

  /// True while what the screen shows of many nights is to be worked out.
  var needsTrends: Bool { record.oldest != nil && basis.map { trending.worked.value[$0] == nil } ?? false }

  /// True while all nights are to be worked out, in case somebody wants to see them next.
  var wantsTrendsAhead: Bool { basisAhead.map { trending.worked.value[$0] == nil } ?? false }

  /// How many nights were taken in, and of how many; nil if none were for this screen.
  var trendProgress: (done: Int, total: Int)? {
    trending.gathering.value.flatMap { $0.basis == basis ? ($0.total - $0.left, $0.total) : nil }
  }

  /// Takes in what is at hand, and asks for what is not.
  mutating func goOnWithTrends() -> [Effect] {
    tally()
    guard let nights = trending.gathering.value?.nights, record.rows[nights.upperBound] == nil else { return [] }
    return [.loadNewestRows(nights)]
  }

  /// Takes in some of the nights whose rows are at hand, newest first; after the last of them the result is made.
  mutating func tally() {
    guard let basis = needsTrends ? basis : wantsTrendsAhead ? basisAhead : nil else { return }
    let known = trending.gathering.value.flatMap { $0.basis == basis ? $0 : nil }
    // Not kept twice while it changes, or it would be copied at every step.
    trending.gathering = Derived(value: nil)
    var gathering = known ?? Gathering(basis, oldest: record.oldest ?? lastTrendNight)
    gathering.take(from: record.rows)
    guard let worked = gathering.make() else { return trending.gathering = Derived(value: gathering) }
    // What follows from rows that are no more stays only until it was made anew.
    var all = trending.worked.value.filter { $0.key.rows == basis.rows }
    all[basis] = worked
    trending.worked = Derived(value: all)
  }

  /// Looks at another number of nights.
  mutating func look(at span: TrendSpan) -> [Effect] {
    trending.span = span
    trending.compared = nil
    if screen == .trendSpans { places.removeLast() }
    return missing()
  }

  /// Is done with one of the two spans to compare.
  mutating func finishCompared(isFirst: Bool, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    let nights = try ClosedRange(typed: text)
    guard nights.count <= ReportRequest.mostNights else {
      throw .usage("\(nights.lowerBound) to \(nights.upperBound) is over ten years; type a shorter span")
    }
    var compared = comparedNights
    if isFirst { compared.one = nights } else { compared.other = nights }
    trending.compared = compared
    leaveText(entry)
    return missing()
  }
}
