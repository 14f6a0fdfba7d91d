/// Computes trends over many nights in steps: first the nights are counted, newest first, then the rows are made.
struct TrendBuilder: Sendable {
  /// The request it answers.
  let request: TrendRequest
  /// The state of the rows it is made from; see `RecordView.rowsChanged`.
  let rowsChanged: Int
  /// How many nights there are.
  let total: Int
  /// How many nights are not counted yet.
  private(set) var left: Int
  /// The spans of these nights, oldest first. Two spans may lie far apart, and the nights between them are not read.
  private var spans: [ClosedRange<CivilDate>]
  private var tallies: [Trends.Tally] = []
  private var pairs: NextDay.Tally?
  private var sketches: [Sparkline] = []

  /// How many nights, or about how many figures, one step handles; either takes well under a millisecond.
  private static let (nightsAStep, figuresAStep) = (400, 12_000)

  /// A builder that has counted no night; nights before the oldest one are left out.
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

  /// The newest span of nights that are not counted yet; nil once all are.
  var nights: ClosedRange<CivilDate>? { spans.last }

  /// Counts the newest nights whose rows are known, for one step.
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

  /// Makes part of the result, for one step, once all nights are counted.
  /// - Returns: the result; nil until all of it is made.
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
