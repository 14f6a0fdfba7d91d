/// Many nights on their way into what a screen shows of them, a step at a time: first each is taken in, newest first, then
/// the rows are made.
struct TrendBuilder: Sendable {
  /// What it is for.
  let request: TrendRequest
  /// Which rows it is made from.
  let rowsChanged: Int
  /// How many nights there are.
  let total: Int
  /// How many were not taken in yet.
  private(set) var left: Int
  /// Those, oldest first; two spans may lie far apart, and what is between them is nobody's business.
  private var spans: [ClosedRange<CivilDate>]
  private var tallies: [Trends.Tally] = []
  private var pairs: NextDay.Tally?
  private var sketches: [Sparkline] = []

  /// How many nights a step takes in, and about how many figures it looks at: either is well under a millisecond's work.
  private static let (nightsAStep, figuresAStep) = (400, 12_000)

  /// No night yet. Before the oldest there is nothing to take in.
  init(_ request: TrendRequest, rowsChanged: Int, oldest: CivilDate) {
    (self.request, self.rowsChanged) = (request, rowsChanged)
    let wanted = request.nights.filter { $0.upperBound >= oldest }.map { max($0.lowerBound, oldest)...$0.upperBound }
    spans = wanted.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { spans, next in
      if let last = spans.last, next.lowerBound <= last.upperBound.adding(days: 1) {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
      } else {
        spans.append(next)
      }
    }
    total = spans.map(\.count).reduce(0, +)
    left = total
    switch request.kind {
    case .trends, .sideBySide:
      tallies = request.nights.map { Trends.Tally(nights: $0, withCarer: request.withCarer) }
    case .nextDay: pairs = NextDay.Tally(nights: request.nights[0])
    }
  }

  /// The newest run of nights that were not taken in yet; nil once all were.
  var nights: ClosedRange<CivilDate>? { spans.last }

  /// Takes in the newest nights that are at hand, a step's worth of them.
  mutating func take(from rows: [CivilDate: NightFigures]) {
    for _ in 0..<Self.nightsAStep {
      guard let span = spans.last, let row = rows[span.upperBound] else { return }
      for index in tallies.indices { tallies[index].add(row) }
      pairs?.add(row)
      left -= 1
      spans.removeLast()
      if span.count > 1 { spans.append(span.lowerBound...span.upperBound.adding(days: -1)) }
    }
  }

  /// Makes a step's worth of the result, once all nights were taken in.
  /// - Returns: the result once all of it is made.
  mutating func make() -> TrendResult? {
    guard spans.isEmpty else { return nil }
    // Few nights are made in one go.
    let isFew = total <= Self.nightsAStep
    for index in tallies.indices where !tallies[index].isMade {
      tallies[index].make(figures: isFew ? .max : Self.figuresAStep)
      if !isFew { return nil }
    }
    switch request.kind {
    case .trends:
      let trends = tallies[0].trends
      let count = isFew ? Int.max : max(1, Self.figuresAStep / total)
      sketches += trends.rows[sketches.count...].prefix(count).map { Sparkline($0) }
      return sketches.count < trends.rows.count ? nil : .init(trends: trends, sketches: sketches)
    case .sideBySide: return .init(sideBySide: SideBySide(tallies[0].trends, tallies[1].trends))
    case .nextDay: return .init(nextDay: pairs?.all ?? [])
    }
  }
}
