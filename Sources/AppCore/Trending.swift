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

  /// The nights whose rows the screen needs; empty where it needs none.
  var nightsForTrends: [ClosedRange<CivilDate>] {
    guard let kind = trendKind else { return [] }
    let nights = kind == .sideBySide ? [comparedNights.one, comparedNights.other] : [trendNights]
    // Before the first night there is nothing to read.
    return nights.compactMap { nights in
      let first = max(nights.lowerBound, record.oldest ?? nights.lowerBound)
      return first <= nights.upperBound ? first...nights.upperBound : nil
    }
  }

  /// What the result for this screen follows from; nil where it shows none.
  private var basis: Trending.Basis? {
    trendKind.map { kind in
      Trending.Basis(
        screen: kind, nights: kind == .sideBySide ? [comparedNights.one, comparedNights.other] : [trendNights],
        rows: record.rowsChanged, withCarer: record.plan.showsCarerFigures)
    }
  }

  /// True if what the screen shows of many nights is worked out, and nothing it follows from has changed.
  var isWorkedOut: Bool { basis == nil || worked != nil }

  /// What the nights that are looked at come to; nil until all of them were read.
  var worked: Trending.Worked? { basis.flatMap { trending.worked.value[$0] } }

  /// Works out what the screen shows of many nights, unless it stands already or not all of them were read.
  mutating func workOutTrends() {
    guard let basis, !isWorkedOut, nightsForTrends.allSatisfy(record.holdsRows) else { return }
    let rows = record.rows.values
    func trends(_ nights: ClosedRange<CivilDate>) -> Trends {
      Trends(rows, nights: nights, withCarer: record.plan.showsCarerFigures)
    }
    var worked = Trending.Worked()
    switch basis.screen {
    case .trends:
      let trends = trends(trendNights)
      worked.sketches = trends.rows.map { Sparkline($0.values) }
      worked.trends = trends
    case .sideBySide: worked.sideBySide = SideBySide(trends(comparedNights.one), trends(comparedNights.other))
    case .nextDay:
      worked.nextDay = NextDay.all(in: rows, nights: trendNights)
    }
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
