internal import Text

/// Why a time as typed was refused.
extension Refusal {
  /// A text is no time.
  static func noTime(_ text: String) -> Refusal {
    .usage(
      "\"\(text.forDisplay)\" is no time", so: nothingSaved, "give HH:MM or a date and time such as 2026-11-22T23:10")
  }

  /// A time lies outside the years that are kept.
  static func outsideYears(_ text: String) -> Refusal {
    .usage("\(text.forDisplay) lies outside the years 1970 to 2199", so: nothingSaved, "check the year")
  }

  /// The clock showed no such time in the last day.
  static func notInLastDay(_ time: ClockTime) -> Refusal {
    .refused("\(time) was not on the clock in the last day", so: nothingSaved, "give the date as well")
  }

  /// Clocks that went forward left a time out.
  /// - Parameters:
  ///   - time: the time that was typed.
  ///   - date: the day clocks went forward.
  ///   - after: the moment that the same number of minutes after midnight comes to.
  /// - Returns: a refusal that offers that moment.
  static func neverOnClock(_ time: ClockTime, on date: CivilDate, _ after: Instant) -> Refusal {
    .refused(
      "\(time) was never on the clock on \(NightWords.day(date)), when clocks went forward", so: nothingSaved,
      "did you mean \(after.time)?")
  }
}

/// What is said beside a time that could have meant another.
extension MomentText {
  /// The clock showed a time twice.
  static func earlierWasTaken(_ earlier: Instant) -> String {
    "clocks went back and showed \(earlier.time) twice; the earlier one (\(earlier.offsetText)) was taken"
  }

  /// Today's time is still to come.
  static func yesterdaysWasTaken(_ moment: Instant, minutesAgo: Int) -> String {
    "\(moment.time) has not come yet today, so yesterday's was taken, \(NightWords.duration(minutesAgo)) ago"
  }
}
