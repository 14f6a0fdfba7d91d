/// A time with a beginning and, if somebody noted it, an end: mask on to mask off.
public struct Interval: Hashable, Sendable {
  /// What opened it.
  public let start: IntervalMark
  /// What closed it; nil while it is open. A forgotten end is never guessed.
  public let end: IntervalMark?

  /// Over how many nights an end is looked for at most.
  public static let farthest = 62
  /// The longest that counts without anybody having said that it is right, in milliseconds: a day.
  private static let longestUnasked: Int64 = 86_400_000

  /// How long it lasted, in milliseconds, from minute to minute as the clock showed them; nil while it is open.
  public var milliseconds: Int64? {
    end.map { $0.at.startOfMinute.milliseconds - start.at.startOfMinute.milliseconds }
  }

  /// True if it is open, or so long that it may well be two of which an end and a beginning were forgotten.
  public var isLasting: Bool { milliseconds.map { $0 > Self.longestUnasked } ?? true }

  /// True if it is so long and nobody said that it is right: it counts nothing.
  public var isUnconfirmed: Bool { end != nil && isLasting && end?.isAsIs != true }

  /// Pairs what opens with what closes.
  ///
  /// An opening pairs with the next closing, if that comes before another opening and was written at most so many nights
  /// later; otherwise it stays open and counts nothing.
  /// - Parameters:
  ///   - marks: of nights in a row, in order, others among them.
  ///   - nights: how many nights it may go over.
  ///   - now: what lies after it is passed over; nil for everything.
  public static func pairs(
    _ opening: EventKind, _ closing: EventKind, of marks: [IntervalMark], over nights: Int, until now: Instant? = nil
  ) -> [Interval] {
    let ordered = marks.filter { mark in
      (mark.kind == opening || mark.kind == closing) && now.map { mark.at.milliseconds <= $0.milliseconds } ?? true
    }
    .enumerated().sorted {
      ($0.element.at, $0.element.night, $0.offset) < ($1.element.at, $1.element.night, $1.offset)
    }
    .map(\.element)
    return ordered.enumerated().compactMap { index, mark in
      guard mark.kind == opening else { return nil }
      guard index + 1 < ordered.count, ordered[index + 1].kind == closing,
        ordered[index + 1].night <= mark.night.adding(days: nights)
      else { return Interval(start: mark, end: nil) }
      return Interval(start: mark, end: ordered[index + 1])
    }
  }

  /// Milliseconds of the closed interval that lie inside a night; 0 while it is open.
  ///
  /// The fold knows no zone, and clocks change in the night or far from home: each half is split by the clock that its own
  /// end was noted by. Either half lies in its nights without a gap, so over all nights it is the whole.
  public func milliseconds(in night: CivilDate, bounds: NightBounds) -> Int64 {
    guard let end, let length = milliseconds, length > 0 else { return 0 }
    let (from, until) = (start.at.startOfMinute, end.at.startOfMinute)
    let middle = from.milliseconds + length / 2
    return bounds.milliseconds(
      from: from.milliseconds, until: middle, in: night, offsetMinutes: from.offsetMinutes)
      + bounds.milliseconds(
        from: middle, until: until.milliseconds, in: night, offsetMinutes: until.offsetMinutes)
  }

  /// True if any of it lies in a night, or an end of it was written into it.
  func touches(_ night: CivilDate, bounds: NightBounds) -> Bool {
    start.night == night || end?.night == night || milliseconds(in: night, bounds: bounds) > 0
  }

  /// Milliseconds as whole minutes, rounded to the nearest.
  public static func minutes(_ milliseconds: Int64) -> Int { Int((milliseconds + 30_000) / 60_000) }
}
