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

  /// How many nights are taken in at a time: well under a millisecond's worth.
  static let slice = 400

  /// Two spans of nights.
  struct Compared: Hashable, Sendable {
    var one: ClosedRange<CivilDate>
    var other: ClosedRange<CivilDate>
  }

  /// What some nights come to.
  struct Worked: Sendable {
    /// The nights of the span.
    fileprivate(set) var trends: Trends?
    /// The drawing of each of their rows.
    fileprivate(set) var sketches: [Sparkline] = []
    /// Two spans side by side.
    fileprivate(set) var sideBySide: SideBySide?
    /// The night against the next day.
    fileprivate(set) var nextDay: [NextDay] = []
  }

  /// Nights on their way into a result.
  struct Gathering: Sendable {
    let basis: Basis
    /// How many nights there are.
    let total: Int
    /// Those not taken in yet, oldest first.
    fileprivate(set) var left: [CivilDate]
    private var trends: [Trends.Tally] = []
    private var pairs: NextDay.Tally?

    /// Before the first night there is nothing to read.
    init(_ basis: Basis, oldest: CivilDate) {
      self.basis = basis
      let nights = basis.nights.flatMap { nights in
        nights.upperBound < oldest ? [] : (max(nights.lowerBound, oldest)...nights.upperBound).nights
      }
      left = Set(nights).sorted()
      total = left.count
      switch basis.screen {
      case .trends, .sideBySide:
        trends = basis.nights.map { Trends.Tally(nights: $0, withCarer: basis.withCarer) }
      case .nextDay: pairs = NextDay.Tally(nights: basis.nights[0])
      }
    }

    mutating func add(_ row: NightFigures) {
      for index in trends.indices { trends[index].add(row) }
      pairs?.add(row)
    }

    /// What all of them come to.
    var worked: Worked {
      var worked = Worked()
      switch basis.screen {
      case .trends:
        let trends = trends[0].trends
        worked.sketches = trends.rows.map { Sparkline($0) }
        worked.trends = trends
      case .sideBySide: worked.sideBySide = SideBySide(trends[0].trends, trends[1].trends)
      case .nextDay: worked.nextDay = pairs?.all ?? []
      }
      return worked
    }
  }

  /// What a result follows from.
  struct Basis: Hashable, Sendable {
    var screen: Kind
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
    .init(screen: kind, nights: nights, rows: record.rowsChanged, withCarer: record.plan.showsCarerFigures)
  }

  /// What the nights that are looked at come to; nil until all of them were read.
  var worked: Trending.Worked? { basis.flatMap { trending.worked.value[$0] } }

  /// True while what the screen shows of many nights is to be worked out.
  var needsTrends: Bool { record.oldest != nil && basis != nil && worked == nil }

  /// True while all nights are to be worked out, in case somebody wants to see them next.
  var wantsTrendsAhead: Bool { basisAhead.map { trending.worked.value[$0] == nil } ?? false }

  /// How many nights were taken in, and of how many; nil if none were for this screen.
  var trendProgress: (done: Int, total: Int)? {
    guard let gathering = trending.gathering.value, gathering.basis == basis else { return nil }
    return (gathering.total - gathering.left.count, gathering.total)
  }

  /// Takes in what is at hand, and asks for what is not.
  mutating func goOnWithTrends() -> [Effect] {
    tally()
    guard let left = trending.gathering.value?.left, let first = left.first, let last = left.last,
      record.rows[last] == nil
    else { return [] }
    // Two spans may lie far apart, and what is between them is nobody's business.
    let gap = left.indices.last { $0 > 0 && left[$0 - 1].adding(days: 1) != left[$0] }
    return [.loadNewestRows((gap.map { left[$0] } ?? first)...last)]
  }

  /// Takes in some of the nights whose rows are at hand, newest first; with the last of them the result stands.
  mutating func tally() {
    guard let basis = needsTrends ? basis : wantsTrendsAhead ? basisAhead : nil else { return }
    let known = trending.gathering.value.flatMap { $0.basis == basis ? $0 : nil }
    // Not kept twice while it changes, or it would be copied at every step.
    trending.gathering = Derived(value: nil)
    var gathering = known ?? Trending.Gathering(basis, oldest: record.oldest ?? lastTrendNight)
    for _ in 0..<Trending.slice {
      guard let night = gathering.left.last, let row = record.rows[night] else { break }
      gathering.left.removeLast()
      gathering.add(row)
    }
    guard gathering.left.isEmpty else { return trending.gathering = Derived(value: gathering) }
    var all = trending.worked.value.filter { $0.key.rows == basis.rows }
    all[basis] = gathering.worked
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
