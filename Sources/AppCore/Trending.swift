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

  /// What is worked out for the screen shown; nil where it shows nothing of many nights.
  private var trendRequest: TrendRequest? {
    needs.computed.lazy.compactMap { if case .trends(let request) = $0 { request } else { nil } }.first
  }

  /// What the nights that are looked at come to; nil until all of them were read.
  var worked: TrendResult? { trendRequest.flatMap { record.result(of: $0) } }

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
