/// Times as people type them, read into moments: total, and never a guess that is not said.
public struct MomentText: Sendable {
  /// The rules by which clocks are set where the person is.
  public let zone: Zone
  /// The rule by which nights are cut.
  public let rule: NightRule

  /// Reads times typed in a place.
  public init(zone: Zone, rule: NightRule) {
    self.zone = zone
    self.rule = rule
  }

  /// A moment, and a remark if the text could have meant another.
  public struct Reading: Hashable, Sendable {
    /// The moment meant.
    public let moment: Instant
    /// Set if the clock showed this time twice and the earlier one was taken.
    public let remark: String?
  }

  /// Reads `HH:MM` as the latest such time not after `now`, or a date and time, with or without an offset.
  /// - Throws: `Refusal` if it is no time, or one that clocks going forward left out.
  public func latest(_ text: String, now: Instant) throws(Refusal) -> Reading {
    guard let time = ClockTime(text) else { return try absolute(text) }
    let local = zone.instant(milliseconds: now.milliseconds)
    for date in [local.date, local.date.adding(days: -1)] {
      switch zone.reading(of: time, on: date) {
      case .once(let moment):
        if moment <= now { return Reading(moment: moment, remark: Self.farBack(moment, now)) }
      case .twice(let earlier, _):
        if earlier <= now { return Reading(moment: earlier, remark: Self.earlierWasTaken(earlier)) }
      case .never(let after):
        if after <= now { throw .neverOnClock(time, on: date, after) }
      }
    }
    // Only a place whose clocks jump by a day gets here.
    throw .notInLastDay(time)
  }

  /// Reads `HH:MM` as that time within `night`, or a date and time, with or without an offset.
  /// - Throws: `Refusal` if it is no time, or one that clocks going forward left out.
  public func within(_ night: CivilDate, _ text: String) throws(Refusal) -> Reading {
    guard let time = ClockTime(text) else { return try absolute(text) }
    return try reading(of: time, on: rule.date(of: time, in: night))
  }

  /// What a time typed for `night` can mean: one moment, or two or none where clocks changed.
  /// - Throws: `Refusal` if it is no time.
  public func meanings(_ night: CivilDate, _ text: String) throws(Refusal) -> Zone.Reading {
    if let time = ClockTime(text) { return zone.reading(of: time, on: rule.date(of: time, in: night)) }
    if Instant(text) == nil, let bare = Instant(text + "Z") { return zone.reading(of: bare.time, on: bare.date) }
    return .once(try absolute(text).moment)
  }

  private func absolute(_ text: String) throws(Refusal) -> Reading {
    if let moment = Instant(text) { return Reading(moment: try Self.checked(moment, text), remark: nil) }
    // Without an offset it is what the clock on this wall shows.
    guard let bare = Instant(text + "Z") else { throw .noTime(text) }
    let minute = try reading(of: Self.checked(bare, text).time, on: bare.date)
    let rest = (bare.milliseconds % 60_000 + 60_000) % 60_000
    let moment = Instant(
      milliseconds: minute.moment.milliseconds + rest, offsetMinutes: minute.moment.offsetMinutes)
    return Reading(moment: moment, remark: minute.remark)
  }

  private func reading(of time: ClockTime, on date: CivilDate) throws(Refusal) -> Reading {
    switch zone.reading(of: time, on: date) {
    case .once(let moment): return Reading(moment: moment, remark: nil)
    case .twice(let earlier, _): return Reading(moment: earlier, remark: Self.earlierWasTaken(earlier))
    case .never(let after): throw .neverOnClock(time, on: date, after)
    }
  }

  private static func checked(_ moment: Instant, _ text: String) throws(Refusal) -> Instant {
    guard (1970...2199).contains(moment.date.components.year) else { throw .outsideYears(text) }
    return moment
  }

  /// A time that was probably meant to be near, but lies far back because today's is still to come.
  private static func farBack(_ moment: Instant, _ now: Instant) -> String? {
    let ago = now.minutes(since: moment)
    return ago > 18 * 60 ? yesterdaysWasTaken(moment, minutesAgo: ago) : nil
  }
}
