/// The words people write times and dates with. They are only read, never shown.
enum TimeWords {
  /// A half of the day by a clock of twelve hours.
  enum Half: Hashable { case am, pm }

  /// What says which half of the day it is.
  static let halves: [String: Half] = ["am": .am, "a.m": .am, "pm": .pm, "p.m": .pm]

  /// Times of day with a name.
  static let hours: [String: ClockTime] = ["noon": .noon, "midday": .noon, "midnight": .midnight]

  /// What stands behind a time and is none of what happened.
  static let tails = hourTails.union(["h", "hr", "hrs", "hours"])
  /// Those that make a time of an hour alone. `2 h` may as well be two hours.
  static let hourTails = clockTails.union(["uhr", "heure", "heures", "uur"])
  private static let clockTails: Set<String> = ["o'clock", "o’clock", "oclock"]

  /// True for a word that stands behind an hour of the half day too.
  static func isTwelveHourTail(_ tail: String) -> Bool { clockTails.contains(tail) }

  /// This moment.
  static let now: Set<String> = ["now", "just now", "right now"]
  /// What stands behind how long ago something was.
  static let ago = "ago"
  static let minutes: Set<String> = ["m", "min", "mins", "minute", "minutes"]
  static let hoursLong: Set<String> = ["h", "hr", "hrs", "hour", "hours"]
  static let half = "half"
  static let one: Set<String> = ["a", "an", "one"]
  static let daysLong: [String: Int] = ["day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7]

  /// Months and days of the week; three letters are enough.
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// A month, 1...12, by its name; nil if it is none.
  static func month(_ word: String) -> Int? { index(word, months).map { $0 + 1 } }

  /// A day of the week, 0 for Monday, by its name; nil if it is none.
  static func weekday(_ word: String) -> Int? { index(word, weekdays) }

  private static func index(_ word: String, _ names: [String]) -> Int? {
    word.utf8.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }
  }

  /// Days by how far they are from today.
  static let days: [String: TypedDate] = [
    "today": .days(0), "yesterday": .days(-1), "day before yesterday": .days(-2), "tomorrow": .days(1),
    "tonight": .tonight, "last night": .lastNight,
  ]

  /// What makes a day of the week, or a month, the last one before today.
  static let last = "last"
  /// What stands in a date and says nothing.
  static let idle: Set<String> = ["the", "of", "on", "in", "st", "nd", "rd", "th"]
  /// What stands between two dates.
  static let links: Set<String> = ["to", "until", "till", "through", "and", "-"]
  /// What stands before the first of two dates.
  static let from = "from"

  /// Words for days that a misspelled one is compared with.
  static let nearDays = months + weekdays + days.keys.sorted()
  /// Words for times that a misspelled one is compared with.
  static let nearTimes = ["noon", "midnight", "now"]
}
