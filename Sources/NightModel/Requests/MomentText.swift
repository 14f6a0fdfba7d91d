internal import Text

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
      case .once(let moment) where moment.milliseconds <= now.milliseconds:
        return Reading(moment: moment, remark: Self.farBack(moment, now))
      case .twice(let earlier, _) where earlier.milliseconds <= now.milliseconds:
        return Reading(moment: earlier, remark: Self.twice(earlier))
      case .never(let after) where after.milliseconds <= now.milliseconds:
        throw Self.never(time, on: date, after)
      default: continue
      }
    }
    // Only a place whose clocks jump by a day gets here.
    throw .refused("\(time) was not on the clock in the last day, so nothing was saved; give the date as well")
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
    let spoken = text.forDisplay
    if let moment = Instant(text) {
      return Reading(moment: try Self.checked(moment, spoken), remark: nil)
    }
    // Without an offset it is what the clock on this wall shows.
    guard let bare = Instant(text + "Z") else {
      throw .usage(
        "\"\(spoken)\" is no time, so nothing was saved; give HH:MM or a date and time such as 2026-11-22T23:10")
    }
    let minute = try reading(of: Self.checked(bare, spoken).time, on: bare.date)
    let rest = (bare.milliseconds % 60_000 + 60_000) % 60_000
    let moment = Instant(
      milliseconds: minute.moment.milliseconds + rest, offsetMinutes: minute.moment.offsetMinutes)
    return Reading(moment: moment, remark: minute.remark)
  }

  private func reading(of time: ClockTime, on date: CivilDate) throws(Refusal) -> Reading {
    switch zone.reading(of: time, on: date) {
    case .once(let moment): return Reading(moment: moment, remark: nil)
    case .twice(let earlier, _): return Reading(moment: earlier, remark: Self.twice(earlier))
    case .never(let after): throw Self.never(time, on: date, after)
    }
  }

  private static func checked(_ moment: Instant, _ spoken: String) throws(Refusal) -> Instant {
    guard (1970...2199).contains(moment.date.components.year) else {
      throw .usage("\(spoken) lies outside the years 1970 to 2199, so nothing was saved; check the year")
    }
    return moment
  }

  private static func twice(_ earlier: Instant) -> String {
    "clocks went back and showed \(earlier.time) twice; the earlier one (\(earlier.offsetText)) was taken"
  }

  /// A time that was probably meant to be near, but lies far back because today's is still to come.
  private static func farBack(_ moment: Instant, _ now: Instant) -> String? {
    let ago = now.minutes(since: moment)
    guard ago > 18 * 60 else { return nil }
    return "\(moment.time) has not come yet today, so yesterday's was taken, \(NightWords.duration(ago)) ago"
  }

  private static func never(_ time: ClockTime, on date: CivilDate, _ after: Instant) -> Refusal {
    .refused(
      "\(time) was never on the clock on \(NightWords.day(date)), when clocks went forward, so nothing was saved; "
        + "did you mean \(after.time)?")
  }
}
