/// A time with a beginning and, if somebody noted it, an end: mask on to mask off.
public struct Interval: Hashable, Sendable {
  /// The entry that opened it.
  public let start: Item
  /// The entry that closed it; nil while it is open. A forgotten end is never guessed.
  public let end: Item?

  /// Pairs what opens with what closes, over some neighbouring nights.
  ///
  /// An opening pairs with the next closing, if that comes before another opening and is written for the same night or
  /// the one after; otherwise it stays open and counts nothing.
  /// - Parameter now: what lies after it is passed over; nil for everything.
  public static func pairs(
    _ opening: EventKind, _ closing: EventKind, in nights: [Night], until now: Instant? = nil
  ) -> [Interval] {
    let marks = nights.flatMap { night in
      (night.events(opening) + night.events(closing)).map { (night.date, $0) }
    }
    .filter { mark in now.map { mark.1.at.milliseconds <= $0.milliseconds } ?? true }
    .sorted { ($0.1.at, $0.1.entry.stamp) < ($1.1.at, $1.1.entry.stamp) }
    return marks.enumerated().compactMap { index, mark in
      let (date, item) = mark
      guard item.subject == .event(opening) else { return nil }
      guard index + 1 < marks.count, marks[index + 1].1.subject == .event(closing),
        marks[index + 1].0 <= date.adding(days: 1)
      else { return Interval(start: item, end: nil) }
      return Interval(start: item, end: marks[index + 1].1)
    }
  }

  /// Milliseconds of the closed interval that lie inside a night; 0 while it is open.
  public func milliseconds(in night: CivilDate, rule: NightRule) -> Int64 {
    guard let end else { return 0 }
    let from = max(start.at.milliseconds, boundary(before: night, end, rule))
    let until = min(end.at.milliseconds, boundary(before: night.adding(days: 1), end, rule))
    return max(0, until - from)
  }

  /// The moment a night begins, as the clock had it that the nearer end of the interval was noted by. The fold knows no
  /// zone, and clocks change at night, far from noon, so the nearer end has the offset in force at the boundary.
  private func boundary(before night: CivilDate, _ end: Item, _ rule: NightRule) -> Int64 {
    let atStart = rule.start(of: night, offsetMinutes: start.at.offsetMinutes).milliseconds
    let atEnd = rule.start(of: night, offsetMinutes: end.at.offsetMinutes).milliseconds
    let startIsNearer = abs(atStart - start.at.milliseconds) <= abs(atEnd - end.at.milliseconds)
    return startIsNearer ? atStart : atEnd
  }
}
