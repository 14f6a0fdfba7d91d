/// The intervals that touch each night of a run, from the edges of all its nights.
struct GoingOn {
  private var nights: [CivilDate: OfNight] = [:]

  /// The intervals of one night.
  struct OfNight {
    /// Milliseconds of closed and confirmed mask intervals; nil if there are none.
    var mask: Int64?
    /// The intervals that touch the night and are open or lasted over a day.
    var lasting: [Interval] = []
  }

  /// Pairs the edges of nights in a row, with those of the nights around them that the run needs.
  init(_ edges: [IntervalEdge], bounds: NightBounds) {
    for kind in Interval.Kind.allCases where kind != .wake {
      for interval in Interval.pairs(kind.opening, kind.closing, of: edges, over: kind.nights) {
        take(interval, of: kind, bounds)
      }
    }
  }

  /// The intervals of a night.
  subscript(night: CivilDate) -> OfNight { nights[night] ?? OfNight() }

  private mutating func take(_ interval: Interval, of kind: Interval.Kind, _ bounds: NightBounds) {
    guard let end = interval.end else {
      nights[interval.start.night, default: OfNight()].lasting.append(interval)
      return
    }
    guard kind == .mask || interval.isLasting else { return }
    // An entry's night can differ by one from the one its moment lies in, where the split hour was changed meanwhile.
    let first = min(interval.start.night, end.night).adding(days: -1)
    let last = max(interval.start.night, end.night).adding(days: 1)
    for night in (first...last).nights where interval.touches(night, bounds: bounds) {
      if interval.isLasting { nights[night, default: OfNight()].lasting.append(interval) }
      guard kind == .mask, !interval.isUnconfirmed else { continue }
      nights[night, default: OfNight()].mask =
        (nights[night]?.mask ?? 0) + interval.milliseconds(in: night, bounds: bounds)
    }
  }
}
