/// Some recorded figures in short: how many, the middle one, the lowest and the highest.
public struct Summary: Hashable, Sendable {
  /// How many were recorded, at least 1.
  public let count: Int
  /// Twice the median, so that it is whole: the middle one of an odd number, the sum of the middle two of an even one.
  public let twiceMedian: Int
  /// The lowest.
  public let lowest: Int
  /// The highest.
  public let highest: Int

  /// What some figures come to; nil if there are none. Their order means nothing.
  public init?(_ values: some Sequence<Int>) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    (lowest, highest) = (first, last)
    twiceMedian = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
  }

  /// The median as a whole number, half away from zero.
  public var median: Int { Self.half(twiceMedian) }

  /// Half of a number, rounded half away from zero.
  static func half(_ twice: Int) -> Int {
    twice < 0 ? -((1 - twice) / 2) : (twice + 1) / 2
  }
}

/// Figures along the nights of a span.
public enum Series {
  /// The figures in `count` equal parts, each with the median of what was recorded in it; as they are where there are no
  /// more of them than that. A part in which nothing was recorded stays blank.
  public static func parts(_ values: [Int?], _ count: Int) -> [Int?] {
    guard values.count > count, count > 0 else { return values }
    return (0..<count).map { part in
      Summary(values[values.count * part / count..<values.count * (part + 1) / count].compactMap { $0 })?.median
    }
  }
}
