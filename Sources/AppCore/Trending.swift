internal import NightModel

/// Which nights trends look at.
struct Trending: Hashable, Sendable {
  /// How many nights are looked at.
  var span = TrendSpan.thirty
  /// Two spans somebody typed to compare; nil for the nights of the span and as many before them.
  var compared: Compared?
  /// True if a night's line of time shows the hours in bed only.
  var showsHoursInBed = false
  /// Two spans of nights.
  struct Compared: Hashable, Sendable {
    var one: ClosedRange<CivilDate>
    var other: ClosedRange<CivilDate>
  }
}

extension App {
  /// The nights that are looked at.
  var trendNights: ClosedRange<CivilDate> {
    trending.span.nights(to: record.lastTrendNight, oldest: record.oldest ?? record.lastTrendNight)
  }

  /// The two spans that are compared.
  var comparedNights: Trending.Compared {
    let pair = trending.span.pair(to: record.lastTrendNight, oldest: record.oldest ?? record.lastTrendNight)
    return trending.compared ?? Trending.Compared(one: pair.before, other: pair.now)
  }

  /// The changes that fall into the nights that are looked at.
  var trendMarks: [ChangeMark] {
    let first = max(trendNights.lowerBound, record.oldest ?? trendNights.lowerBound)
    return ChangeMark.all(in: record.plan, nights: first...max(first, trendNights.upperBound), catalogue: catalogue)
  }

  /// What is worked out for this screen; nil where it shows none of it.
  var trendRequest: TrendRequest? {
    switch screen {
    case .trends, .chart, .changes: request(.trends, [trendNights])
    case .compare: request(.sideBySide, [comparedNights.one, comparedNights.other])
    case .nextDay: request(.nextDay, [trendNights])
    default: nil
    }
  }

  /// What is worked out ahead where spans are chosen: nobody should wait for ten years because they wanted to see them.
  var trendRequestAhead: TrendRequest? {
    guard trendRequest != nil || screen == .trendSpans, let oldest = record.oldest else { return nil }
    return request(.trends, [TrendSpan.all.nights(to: record.lastTrendNight, oldest: oldest)])
  }

  private func request(_ kind: TrendRequest.Kind, _ nights: [ClosedRange<CivilDate>]) -> TrendRequest {
    TrendRequest(kind, of: nights, withCarer: record.plan.showsCarerFigures)
  }

  /// What the nights that are looked at come to; nil until all of them were read.
  var worked: TrendResult? { trendRequest.flatMap { record.result(of: $0) } }

  /// True while what the screen shows of many nights is to be worked out.
  var needsTrends: Bool { trendRequest.map { record.wants($0) } ?? false }

  /// True while all nights are to be worked out, in case somebody wants to see them next.
  var wantsTrendsAhead: Bool { trendRequestAhead.map { record.wants($0) } ?? false }

  /// How many nights were taken in, and of how many; nil if none were for this screen.
  var trendProgress: (done: Int, total: Int)? { trendRequest.flatMap { record.progress(of: $0) } }

  /// Looks at another number of nights.
  mutating func look(at span: TrendSpan) -> [Effect] {
    trending.span = span
    trending.compared = nil
    if screen == .trendSpans { places.removeLast() }
    return []
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
    return []
  }
}
