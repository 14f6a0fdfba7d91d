/// Pairs what opens with what closes, and measures the time between within a night.
enum Pairing {
  /// Marks of two kinds in pairs: an opening with the next closing, if that comes before another opening and belongs to
  /// the same night or the one after; otherwise it stays open.
  /// - Parameter marks: openings and closings of some neighbouring nights, by time.
  static func pairs<Mark>(
    _ marks: [Mark], night: (Mark) -> CivilDate, isOpening: (Mark) -> Bool
  ) -> [(start: Mark, end: Mark?)] {
    marks.enumerated().compactMap { index, mark in
      guard isOpening(mark) else { return nil }
      guard index + 1 < marks.count, !isOpening(marks[index + 1]),
        night(marks[index + 1]) <= night(mark).adding(days: 1)
      else { return (mark, nil) }
      return (mark, marks[index + 1])
    }
  }

  /// Milliseconds as whole minutes, rounded to the nearest.
  static func minutes(_ milliseconds: Int64) -> Int { Int((milliseconds + 30_000) / 60_000) }

  /// Milliseconds between two moments that lie inside a night, from minute to minute as the clock showed them.
  static func milliseconds(from start: Instant, until end: Instant, in night: CivilDate, rule: NightRule) -> Int64 {
    let from = max(start.startOfMinute.milliseconds, boundary(before: night, start, end, rule))
    let until = min(end.startOfMinute.milliseconds, boundary(before: night.adding(days: 1), start, end, rule))
    return max(0, until - from)
  }

  /// The moment a night begins, as the clock had it that the nearer end of the interval was noted by. The fold knows no
  /// zone, and clocks change at night, far from noon, so the nearer end has the offset in force at the boundary.
  private static func boundary(before night: CivilDate, _ start: Instant, _ end: Instant, _ rule: NightRule) -> Int64 {
    let atStart = rule.start(of: night, offsetMinutes: start.offsetMinutes).milliseconds
    let atEnd = rule.start(of: night, offsetMinutes: end.offsetMinutes).milliseconds
    let startIsNearer = abs(atStart - start.milliseconds) <= abs(atEnd - end.milliseconds)
    return startIsNearer ? atStart : atEnd
  }
}
