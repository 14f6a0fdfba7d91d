/// Some figures as a line of small steps, from the person's own lowest to their own highest. Where nothing was recorded
/// there is none.
public struct Sparkline: Hashable, Sendable {
  /// The most columns it takes.
  public static let most = 30
  /// In hundredths, so that a mean keeps what it has behind the point.
  private let values: [Int?]
  /// How many nights each of them stands for.
  private let nights: [Int]
  private let middle: Series.Middle

  /// A line of figures, the oldest first.
  public init(_ row: Trends.Row) {
    middle = row.measure.middle
    values = Series.parts(row.values.map { $0.map { 100 * $0 } }, Self.most, by: middle)
    nights = Series.ranges(row.values.count, values.count).map { row.values[$0].count { $0 != nil } }
  }

  /// How many columns it takes where there is room.
  public var columns: Int { values.count }

  /// The figures in at most so many columns, each as one of so many steps from the lowest; nil where nothing was recorded.
  /// All alike stand in the middle: neither high nor low.
  /// - Parameter steps: at least 2.
  public func steps(_ steps: Int, columns: Int) -> [Int?] {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return [] }
    return parts(columns).map { value in
      value.map { high == low ? (steps - 1) / 2 : ($0 - low) * (steps - 1) / (high - low) }
    }
  }

  /// The figures in at most so many parts; of means, every night counts alike.
  private func parts(_ count: Int) -> [Int?] {
    guard middle == .mean, values.count > count, count > 0 else { return Series.parts(values, count, by: middle) }
    return Series.ranges(values.count, count).map { range in
      let all = nights[range].reduce(0, +)
      return all == 0 ? nil : zip(values[range], nights[range]).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 } / all
    }
  }
}
