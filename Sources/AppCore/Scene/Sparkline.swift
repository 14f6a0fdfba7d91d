internal import NightModel

/// Some figures drawn as a line of small blocks, from the person's own lowest to their own highest. Where nothing was
/// recorded nothing is drawn.
public struct Sparkline: Hashable, Sendable {
  /// The most columns it takes.
  static let most = 30
  /// In hundredths, so that a mean keeps what it has behind the point.
  private let values: [Int?]
  /// How many nights each of them stands for.
  private let nights: [Int]
  private let middle: Series.Middle

  /// A line of figures, the oldest first.
  init(_ row: Trends.Row) {
    middle = row.measure.middle
    values = Series.parts(row.values.map { $0.map { 100 * $0 } }, Self.most, by: middle)
    nights = Series.ranges(row.values.count, values.count).map { row.values[$0].count { $0 != nil } }
  }

  /// How many columns it takes where there is room.
  var columns: Int { values.count }

  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let letters = Array("_.-=+*%#")

  /// The line in at most so many columns.
  func text(columns: Int, isASCII: Bool) -> String {
    let steps = isASCII ? Self.letters : Self.blocks
    let shown = parts(columns)
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return "" }
    return String(
      shown.map { value in
        guard let value else { return " " }
        // All alike stand in the middle: neither high nor low.
        return high == low ? steps[3] : steps[(value - low) * (steps.count - 1) / (high - low)]
      })
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
