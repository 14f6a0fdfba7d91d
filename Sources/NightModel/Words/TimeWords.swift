/// The words people write times and dates with. They are only read, never shown.
enum TimeWords {
  /// A half of the day by a clock of twelve hours.
  enum Half: Hashable { case am, pm }

  /// What says which half of the day it is.
  static let halves: [String: Half] = ["am": .am, "a.m": .am, "pm": .pm, "p.m": .pm]

  /// The same in one letter, right behind a number: `10p`.
  private static let shortHalves: [String: Half] = ["a": .am, "p": .pm]

  /// The letter behind the number of a word that says which half of the day it is; nil if there is none.
  static func shortHalf(behind word: String) -> String? {
    shortHalves.keys.first { word.hasSuffix($0) && word.dropLast().last?.isNumber == true }
  }

  /// Which half of the day a word or a letter behind a number says; nil for none.
  static func half(_ word: String) -> Half? { halves[word] ?? shortHalves[word] }

  /// Numbers that people write in words where they say a time.
  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40,
    "forty-five": 45, "fifty": 50,
  ]

  /// A number of at most two digits, or in words; nil for anything else.
  static func number(_ word: some StringProtocol) -> Int? {
    numbers[String(word)] ?? ((1...2).contains(word.utf8.count) ? decimal(word.utf8) : nil)
  }

  /// The word that another number of minutes may follow: `twenty five`.
  static let twenty = "twenty"
  /// What stands before an hour and says nothing.
  static let at = "at"
  /// What stands between the minutes and the hour, after it and before it.
  static let past = "past"
  static let to = "to"

  /// An hour such as people say, for an example.
  static let usualHour = ["10", "pm"]

  /// Times of day with a name.
  static let hours: [String: ClockTime] = ["noon": .noon, "midday": .noon, "midnight": .midnight]

  /// What stands behind a time and is none of what happened.
  static let tails = hourTails.union(["h", "hr", "hrs", "hours"])
  /// Those that make a time of an hour alone. `2 h` may as well be two hours.
  static let hourTails = clockTails.union(["uhr", "heure", "heures", "uur"])
  static let clockTails: Set<String> = ["o'clock", "o’clock", "oclock"]

  /// True for a word that stands behind an hour of the half day too.
  static func isTwelveHourTail(_ tail: String) -> Bool { clockTails.contains(tail) }

  /// This moment.
  static let now: Set<String> = ["now", "just now", "right now"]
  /// What stands behind how long ago something was.
  static let ago = "ago"
  static let minutes: Set<String> = ["m", "min", "mins", "minute", "minutes"]
  static let hoursLong: Set<String> = ["h", "hr", "hrs", "hour", "hours"]
  static let half = "half"
  static let quarter = "quarter"
  static let of = "of"
  /// What makes a time to come of some minutes or hours, before them and behind them.
  static let inside = "in"
  static let fromNow = ["from", "now"]
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
  /// Words for lengths of time that a misspelled one is compared with.
  static let nearLengths = ["minutes", "minute", "mins", "hours", "hour"]
  /// What makes of other words a time by the hands of a clock.
  static let hands: Set<String> = [half, quarter, past, to]
}
