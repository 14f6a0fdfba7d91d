/// A measure along the nights, reduced to few points that can be drawn in steps from the person's own lowest figure to
/// their own highest. A point is blank where nothing was recorded.
public struct Sparkline: Hashable, Sendable {
  /// The most points that are kept.
  public static let mostPoints = 30
  /// The points in hundredths, so that a mean keeps two decimals.
  private let values: [Int?]
  /// How many recorded nights each point stands for.
  private let nights: [Int]
  private let middle: Series.Middle

  /// Reduces a row of trends; the oldest point comes first.
  public init(_ row: Trends.Row) {
    middle = row.measure.middle
    values = Series.parts(row.values.map { $0.map { 100 * $0 } }, Self.mostPoints, by: middle)
    nights = Series.ranges(row.values.count, values.count).map { row.values[$0].count { $0 != nil } }
  }

  /// How many points there are.
  public var points: Int { values.count }

  /// The points as steps. Figures that are all alike stand in the middle, neither high nor low.
  /// - Parameters:
  ///   - steps: how many steps there are, at least 2.
  ///   - points: the most points that are wanted.
  /// - Returns: for each point its step, 0 being the lowest; nil where nothing was recorded.
  public func steps(_ steps: Int, points: Int) -> [Int?] {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return [] }
    return parts(points).map { value in
      value.map { high == low ? (steps - 1) / 2 : ($0 - low) * (steps - 1) / (high - low) }
    }
  }

  /// The points reduced further. Of means, every night counts alike.
  private func parts(_ count: Int) -> [Int?] {
    guard middle == .mean, values.count > count, count > 0 else { return Series.parts(values, count, by: middle) }
    return Series.ranges(values.count, count).map { range in
      let all = nights[range].reduce(0, +)
      return all == 0 ? nil : zip(values[range], nights[range]).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 } / all
    }
  }
}
