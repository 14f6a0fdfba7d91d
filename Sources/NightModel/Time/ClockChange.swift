/// The moment within a night at which a place sets its clocks: twice a year, where it does.
public struct ClockChange: Hashable, Sendable {
  /// When it is, as the clock shows it that has not been set yet.
  public let at: Instant
  /// How far the clocks are set on, in minutes; back where it is below 0.
  public let minutes: Int

  /// The change of a night; nil if there is none.
  public init?(in night: CivilDate, rule: NightRule, zone: Zone) {
    func offset(_ minute: Int64) -> Int { zone.instant(milliseconds: minute * 60_000).offsetMinutes }
    // As UTC has it, and an offset more on either side, so that the night lies within in every zone.
    let start = rule.start(of: night, offsetMinutes: 0).milliseconds / 60_000
    var first = start - Int64(offset(start))
    var last = start + 1440 - Int64(offset(start + 1440))
    let (before, after) = (offset(first), offset(last))
    guard before != after else { return nil }
    while last - first > 1 {
      let middle = (first + last) / 2
      if offset(middle) == before { first = middle } else { last = middle }
    }
    at = Instant(milliseconds: last * 60_000, offsetMinutes: before)
    minutes = after - before
  }
}
