/// Which night a moment belongs to.
///
/// A night is named by the date of its evening and runs from the split hour (noon unless set otherwise) to the split
/// hour of the next day. It is worked out once, when an entry is written, from what the wall clock showed: taking
/// twelve hours off the instant goes wrong on the two nights a year when the clocks change.
public struct NightRule: Hashable, Sendable {
  /// The wall-clock hour at which one night ends and the next begins, 0...23.
  public let splitHour: Int

  /// Nights from noon to noon.
  public static let noon = NightRule(uncheckedSplitHour: 12)

  /// Nights that begin at `splitHour`; nil outside 0...23.
  public init?(splitHour: Int) {
    guard (0...23).contains(splitHour) else { return nil }
    self.splitHour = splitHour
  }

  /// Nights by what the split hour is set to; from noon to noon where that is blank or no hour.
  init(set value: String?) {
    self = value.flatMap { Int($0) }.flatMap { NightRule(splitHour: $0) } ?? .noon
  }

  private init(uncheckedSplitHour: Int) {
    splitHour = uncheckedSplitHour
  }

  /// The night of a moment: its local date, minus a day if the clock stood before the split hour.
  public func night(of moment: Instant) -> CivilDate {
    moment.time.hour < splitHour ? moment.date.adding(days: -1) : moment.date
  }

  /// The date on which a time of day falls within a night: the evening's date from the split hour on, else the next.
  public func date(of time: ClockTime, in night: CivilDate) -> CivilDate {
    time.hour < splitHour ? night.adding(days: 1) : night
  }

  /// The first moment of a night, as a clock `offsetMinutes` east of UTC has it.
  public func start(of night: CivilDate, offsetMinutes: Int) -> Instant {
    let split = ClockTime(hour: splitHour, minute: 0) ?? .midnight
    return Instant(date: night, time: split, offsetMinutes: offsetMinutes)
  }

  /// The night a person means in the morning when none is named: the one that began on yesterday's evening. Before the
  /// split hour it is still running, after it it has ended.
  public func nightJustSlept(at moment: Instant) -> CivilDate {
    moment.date.adding(days: -1)
  }
}
