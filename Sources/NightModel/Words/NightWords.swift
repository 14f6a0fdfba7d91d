/// Dates, ages and nights in words, always with the weekday and both dates of a night.
public enum NightWords {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `Sun 22 Nov`.
  public static func day(_ date: CivilDate) -> String {
    let (_, month, day) = date.components
    return "\(weekdays[date.weekday]) \(day) \(months[month - 1])"
  }

  /// `Sun`.
  public static func weekday(_ date: CivilDate) -> String { weekdays[date.weekday] }

  /// `22 Nov`, the short form without the weekday.
  public static func dayAndMonth(_ date: CivilDate) -> String {
    "\(date.components.day) \(months[date.components.month - 1])"
  }

  /// `22 Nov 2026`.
  public static func dayAndYear(_ date: CivilDate) -> String { "\(dayAndMonth(date)) \(date.components.year)" }

  /// `Nov 2026`.
  static func monthAndYear(_ date: CivilDate) -> String {
    "\(months[date.components.month - 1]) \(date.components.year)"
  }

  /// A day among so many nights: `Sun 22 Nov`, with its year where another year has the same.
  public static func day(_ date: CivilDate, among nights: Int) -> String { nights > 365 ? fullDay(date) : day(date) }

  /// The short form of the same: `22 Nov`, or `Nov 2026`.
  public static func shortDay(_ date: CivilDate, among nights: Int) -> String {
    nights > 365 ? monthAndYear(date) : dayAndMonth(date)
  }

  /// `Sun 22 Nov 2026`.
  public static func fullDay(_ date: CivilDate) -> String { "\(day(date)) \(date.components.year)" }

  /// `night of Sun 22 to Mon 23 Nov 2026`.
  public static func night(_ night: CivilDate) -> String {
    let morning = night.adding(days: 1)
    let (year, month, dayOfMonth) = night.components
    let monthWord = morning.components.month == month ? "" : " \(months[month - 1])"
    let yearWord = morning.components.year == year ? "" : " \(year)"
    return "night of \(weekdays[night.weekday]) \(dayOfMonth)\(monthWord)\(yearWord) to \(day(morning)) "
      + "\(morning.components.year)"
  }

  /// `Night of Sat 28 to Sun 29 Nov`: the title of tonight, whose year everybody knows.
  public static func tonight(_ night: CivilDate) -> String { "Night of \(nightSpan(night))" }

  /// `Sat 28 to Sun 29 Nov`, `Mon 30 Nov to Tue 1 Dec`.
  public static func nightSpan(_ night: CivilDate) -> String {
    let morning = night.adding(days: 1)
    let isSameMonth = morning.components.month == night.components.month
    return "\(isSameMonth ? "\(weekday(night)) \(night.components.day)" : day(night)) to \(day(morning))"
  }

  /// The short form `Sun 22-Mon 23`.
  public static func short(_ night: CivilDate) -> String {
    [night, night.adding(days: 1)].map { "\(weekdays[$0.weekday]) \($0.components.day)" }.joined(separator: "-")
  }

  /// A duration: `50 min`, `3 h 05`.
  public static func duration(_ minutes: Int) -> String {
    minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(padded(minutes % 60, 2))"
  }

  /// How long ago a moment was, behind what happened then: `(1 h 05)`.
  static func ago(_ moment: Instant, now: Instant) -> String { "(\(duration(now.minutes(since: moment))))" }

  /// How long ago something was: `50 min`, `62 h 45`, and from a hundred hours on `12 days`.
  public static func age(_ minutes: Int) -> String {
    minutes < 100 * 60 ? duration(minutes) : "\(minutes / (24 * 60)) days"
  }

  /// A long time, its minutes only if there are any: `61 h`, `24 h 05`.
  public static func hours(_ minutes: Int) -> String {
    minutes >= 60 && minutes % 60 == 0 ? "\(minutes / 60) h" : duration(minutes)
  }

  /// How many nights: `1 night`, `30 nights`.
  public static func nights(_ count: Int) -> String { count == 1 ? "1 night" : "\(count) nights" }

  /// How many entries: `1 entry`, `12 entries`.
  public static func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }

  /// What is said of a moment ahead of the clock that was saved all the same, as a sentence without a full stop.
  public static func savedAhead(_ moment: Instant, _ clock: ClockStyle) -> String {
    "\(moment.date) \(clock.words(moment)) is still to come; it is saved as given"
  }

  /// How often: `1 time`, `3 times`.
  public static func times(_ count: Int) -> String { count == 1 ? "1 time" : "\(count) times" }

  /// A moment with its day: `Sun 22 Nov 23:10`.
  public static func moment(_ moment: Instant, _ clock: ClockStyle) -> String {
    "\(day(moment.date)) \(clock.words(moment))"
  }

  /// A moment with its day if it lies twelve hours or more from now, and with its year if it lies 300 days or more from now:
  /// `23:10`, `Sun 22 Nov 23:10`, `Fri 22 Nov 2024 23:10`.
  public static func near(_ at: Instant, now: Instant, _ clock: ClockStyle) -> String {
    let minutes = abs(now.minutes(since: at))
    if minutes < 12 * 60 { return clock.words(at) }
    return minutes < 300 * 24 * 60 ? moment(at, clock) : "\(fullDay(at.date)) \(clock.words(at))"
  }

  /// Tenths of a percent: `67.6`.
  public static func percent(tenths: Int) -> String {
    let magnitude = Int(tenths.magnitude)
    return "\(tenths < 0 ? "-" : "")\(magnitude / 10).\(magnitude % 10)"
  }
}
