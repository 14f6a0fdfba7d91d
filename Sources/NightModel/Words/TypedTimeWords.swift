internal import Text

/// Why a time or a date as typed was refused: each names the nearest form that would be read.
extension Refusal {
  private static let nothingDone = "nothing was done"

  /// A text in quotation marks, cut where it is long.
  private static func quoted(_ text: String) -> String {
    let most = 60
    // A single character can be as long as it likes.
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))).forDisplay.prefix(most)
    return "\"\(start)\(text.unicodeScalars.count > most ? "…" : "")\""
  }

  /// A text is no time.
  static func noTime(_ text: String, nearest: String) -> Refusal {
    .usage("\(quoted(text)) is no time", so: nothingSaved, "type it as \(nearest)")
  }

  /// A time to come by how long it is until then.
  static func timeToCome(_ text: String, nearest: String) -> Refusal {
    .usage(
      "\(quoted(text)) is a time to come, which is typed as a clock time", so: nothingSaved, "type it as \(nearest)")
  }

  /// A time lies outside the years that are kept.
  static func outsideYears(_ text: String, nearest: String) -> Refusal {
    .usage("\(quoted(text)) lies outside the years 1970 to 2199", so: nothingSaved, "type it as \(nearest)")
  }

  /// The clock showed no such time in the last day.
  static func notInLastDay(_ time: String) -> Refusal {
    .refused("\(time) was not on the clock in the last day", so: nothingSaved, "type the date as well, or now")
  }

  /// Clocks that went forward left a time out.
  /// - Parameters:
  ///   - time: the time that was typed, in words.
  ///   - date: the day clocks went forward.
  ///   - after: the time that the same number of minutes after midnight comes to, in words.
  /// - Returns: a refusal that offers that time.
  static func neverOnClock(_ time: String, on date: CivilDate, _ after: String) -> Refusal {
    .refused(
      "\(time) was never on the clock on \(NightWords.day(date)), when clocks went forward", so: nothingSaved,
      "did you mean \(after)?")
  }

  /// A text is no date.
  static func noDate(_ text: String, nearest: String) -> Refusal {
    .usage("\(quoted(text)) is no date", so: nothingDone, "type it as \(nearest)")
  }

  /// A month or a year where a day is wanted.
  static func noSingleDay(_ text: String, nearest: String) -> Refusal {
    .usage("\(quoted(text)) is more than one day", so: nothingDone, "type it as \(nearest)")
  }

  /// A text is no day of a year gone by.
  static func noBirth(_ text: String, nearest: String) -> Refusal {
    .usage("\(quoted(text)) is no date of birth", so: nothingDone, "type it with its whole year, as \(nearest)")
  }

  /// A text is not two dates.
  static func notTwoDates(_ text: String, nearest: String) -> Refusal {
    .usage("\(quoted(text)) are no two dates", so: nothingDone, "type them as \(nearest)")
  }

  /// Two dates, the later one first.
  static func datesSwapped(_ first: CivilDate, _ second: CivilDate, nearest: String) -> Refusal {
    .usage(
      "\(NightWords.dayAndYear(first)) comes after \(NightWords.dayAndYear(second))", so: nothingDone,
      "type them as \(nearest)")
  }

  /// A text that can mean several things, the likeliest first.
  static func canMean(_ forms: [String], _ text: String) -> Refusal {
    .usage(TimeWords.canMean(forms, text), so: nothingDone, "type the one that is meant")
  }
}

extension TypedReading {
  /// The same with what the screen does: Enter again takes the first.
  public var question: String? {
    guard case .several(let meanings, let text) = self, let first = meanings.first else { return nil }
    return "\(TimeWords.canMean(meanings.map(\.form), text)). Enter again takes \(first.form); or type the other."
  }

  /// What it can mean, as the first half of a sentence; nil if it is clear.
  public var doubt: String? {
    guard case .several(let meanings, let text) = self else { return nil }
    return TimeWords.canMean(meanings.map(\.form), text)
  }
}

/// What is said beside a time that could have meant another.
extension TimeReader {
  /// The clock showed a time twice.
  func earlierWasTaken(_ earlier: Instant) -> String {
    "clocks went back and showed \(clock.words(earlier)) twice; the earlier one (\(earlier.offsetText)) was taken"
  }

  /// Today's time is still to come.
  func yesterdaysWasTaken(_ moment: Instant, minutesAgo: Int) -> String {
    "\(clock.words(moment)) has not come yet today, so yesterday's was taken, \(NightWords.duration(minutesAgo)) ago"
  }
}

extension TimeWords {
  /// What a text can mean, as the first half of a sentence: `"12/11" can be 12 Nov 2026 or 11 Dec 2025`.
  static func canMean(_ forms: [String], _ text: String) -> String {
    "\"\(text.trimmingSpaces().forDisplay)\" can be \(forms.joined(separator: " or "))"
  }

  /// So many minutes before now.
  static func minutesAgo(_ minutes: Int) -> String { "\(minutes) min ago" }

  /// Two dates from one to the other.
  static func fromTo(_ first: String, _ last: String) -> String { "\(first) to \(last)" }
}

extension ClockStyle {
  /// A time of day as an example of how one types it.
  public var example: String { words(.usual) }
}

extension DateSpan {
  /// The day, the month or the year in words.
  public var words: String {
    if let day { return NightWords.fullDay(day) }
    let isYear = nights.count > 31
    return isYear ? "\(nights.lowerBound.components.year)" : NightWords.monthAndYear(nights.lowerBound)
  }
}
