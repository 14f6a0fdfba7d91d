import Glibc

/// Times measured in turn, so that a machine that speeds up or slows down does so for both sides.
struct Timing {
  /// Milliseconds, in the order measured.
  private(set) var samples: [Double] = []

  /// The middle one.
  var median: Double { quantile(0.5) }

  /// The one that `share` of all are not above.
  func quantile(_ share: Double) -> Double {
    let sorted = samples.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  /// Measures one more.
  mutating func measure(_ body: () throws -> Void) rethrows {
    let start = Self.now()
    try body()
    add(Self.now() - start)
  }

  /// Adds one that was measured elsewhere.
  mutating func add(_ milliseconds: Double) { samples.append(milliseconds) }

  /// Milliseconds of a clock that nobody sets.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}

extension Double {
  /// Two digits behind the point.
  var short: String {
    let hundredths = Int((self * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
