/// A stretch of time with a start and, if somebody noted it, an end, such as mask on to mask off.
public struct Interval: Hashable, Sendable {
  /// What opened it.
  public let start: IntervalEdge
  /// What closed it; nil while it is open. A missing end is never guessed.
  public let end: IntervalEdge?

  /// Over how many nights an end is looked for at most.
  public static let farthest = 62
  /// The longest that counts without anybody having said that it is right, in milliseconds: a day.
  private static let longestUnasked: Int64 = 86_400_000

  /// How long it lasted, in milliseconds, from minute to minute as the clock showed them; nil while it is open.
  public var milliseconds: Int64? {
    end.map { $0.at.startOfMinute.milliseconds - start.at.startOfMinute.milliseconds }
  }

  /// True if it is open, or so long that an end and a start in between may have been forgotten.
  public var isLasting: Bool { milliseconds.map { $0 > Self.longestUnasked } ?? true }

  /// True if it lasted over a day and nobody confirmed that; it then counts in no figure.
  public var isUnconfirmed: Bool { end != nil && isLasting && end?.isAsIs != true }

  /// Pairs starts with ends.
  ///
  /// A start pairs with the next end, if no other start comes before that and it was written at most so many nights later.
  /// Otherwise the interval stays open.
  /// - Parameters:
  ///   - opening: the event that starts an interval.
  ///   - closing: the event that ends one.
  ///   - edges: the edges of nights in a row, those of other kinds among them.
  ///   - nights: over how many nights an interval may go.
  ///   - now: later edges are left out; nil for none.
  /// - Returns: one interval for each start, by time.
  public static func pairs(
    _ opening: EventKind, _ closing: EventKind, of edges: [IntervalEdge], over nights: Int, until now: Instant? = nil
  ) -> [Interval] {
    let ordered = edges.filter { edge in
      (edge.kind == opening || edge.kind == closing) && now.map { edge.at.milliseconds <= $0.milliseconds } ?? true
    }
    .enumerated().sorted {
      ($0.element.at, $0.element.night, $0.offset) < ($1.element.at, $1.element.night, $1.offset)
    }
    .map(\.element)
    return ordered.enumerated().compactMap { index, edge in
      guard edge.kind == opening else { return nil }
      guard index + 1 < ordered.count, ordered[index + 1].kind == closing,
        ordered[index + 1].night <= edge.night.adding(days: nights)
      else { return Interval(start: edge, end: nil) }
      return Interval(start: edge, end: ordered[index + 1])
    }
  }

  /// Milliseconds of the closed interval that lie inside a night; 0 while it is open.
  ///
  /// The model knows no zone, and the clock may change within an interval. So each half is split by the clock that its own
  /// end was noted by. Each half is split without a gap, so the sum over all nights is the whole interval.
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
