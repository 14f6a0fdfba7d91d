/// The median, the range and the number of some recorded figures.
public struct Summary: Hashable, Sendable {
  /// How many were recorded, at least 1.
  public let count: Int
  /// Twice the median, so that it is whole: the middle one of an odd number, the sum of the middle two of an even one.
  public let twiceMedian: Int
  /// The lowest.
  public let lowest: Int
  /// The highest.
  public let highest: Int

  /// The summary of figures in any order; nil if there are none.
  public init?(_ values: some Sequence<Int>) {
    let known = Array(values)
    guard let low = known.min(), let high = known.max() else { return nil }
    count = known.count
    (lowest, highest) = (low, high)
    let places = ((count - 1) / 2, count / 2)
    // Figures of many nights lie close together, and counting them is then quicker than sorting.
    if high - low <= 4 * count {
      let counts = known.reduce(into: Array(repeating: 0, count: high - low + 1)) { $0[$1 - low] += 1 }
      twiceMedian = Self.value(at: places.0, counts) + Self.value(at: places.1, counts) + 2 * low
    } else {
      let sorted = known.sorted()
      twiceMedian = sorted[places.0] + sorted[places.1]
    }
  }

  /// The value at a place in order, of values that are counted from 0 up.
  private static func value(at place: Int, _ counts: [Int]) -> Int {
    var passed = 0
    return counts.firstIndex { count in
      passed += count
      return passed > place
    } ?? 0
  }

  /// The median as a whole number, half away from zero.
  public var median: Int { Self.half(twiceMedian) }

  /// Half of a number, rounded half away from zero.
  public static func half(_ twice: Int) -> Int {
    twice < 0 ? -((1 - twice) / 2) : (twice + 1) / 2
  }

  /// Half of a number in words, the half kept: `2.5`.
  public static func words(twice: Int) -> String {
    twice % 2 == 0 ? "\(twice / 2)" : "\(twice < 0 ? "-" : "")\(Int(twice.magnitude) / 2).5"
  }
}

/// Figures along the nights of a span.
public enum Series {
  /// What stands for several figures.
  public enum Middle: Sendable {
    /// The middle one.
    case median
    /// Their sum, by how many there are.
    case mean
  }

  /// Where each of `count` parts begins and ends, of so many figures: as equal as they can be.
  public static func ranges(_ figures: Int, _ count: Int) -> [Range<Int>] {
    (0..<count).map { part in figures * part / count..<figures * (part + 1) / count }
  }

  /// The figures in `count` equal parts, each with the middle of what was recorded in it; as they are where there are no
  /// more of them than that. A part in which nothing was recorded stays blank.
  public static func parts(_ values: [Int?], _ count: Int, by middle: Middle) -> [Int?] {
    guard values.count > count, count > 0 else { return values }
    return ranges(values.count, count).map { range in
      let known = values[range].lazy.compactMap { $0 }
      switch middle {
      case .median: return Summary(known)?.median
      case .mean:
        let (sum, count) = known.reduce((0, 0)) { ($0.0 + $1, $0.1 + 1) }
        return count == 0 ? nil : Summary.half(2 * sum / count)
      }
    }
  }
}
