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
      (night.events(opening) + night.events(closing)).map { (night: night.date, item: $0) }
    }
    .filter { mark in now.map { mark.item.at.milliseconds <= $0.milliseconds } ?? true }
    .sorted { ($0.item.at, $0.night, $0.item.entry.stamp) < ($1.item.at, $1.night, $1.item.entry.stamp) }
    return Pairing.pairs(marks, night: \.night, isOpening: { $0.item.subject == .event(opening) })
      .map { Interval(start: $0.start.item, end: $0.end?.item) }
  }

  /// Milliseconds of the closed interval that lie inside a night; 0 while it is open.
  public func milliseconds(in night: CivilDate, rule: NightRule) -> Int64 {
    end.map { Pairing.milliseconds(from: start.at, until: $0.at, in: night, rule: rule) } ?? 0
  }
}
