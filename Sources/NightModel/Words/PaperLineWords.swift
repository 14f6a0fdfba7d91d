internal import Text

/// Why a line of paper notes cannot be read, without what follows from it: the other lines are saved all the same.
extension Refusal {
  /// The outcome for one line of several.
  static let lineNotSaved = "this line was not saved"

  /// A line that begins with no time.
  static var lineWithoutTime: Refusal {
    .usage("no time stands at its beginning", "begin with one such as 2310 or 23:10")
  }

  /// A line that begins with what was meant as a time.
  static func lineTimeUnread(_ text: String, nearest: String) -> Refusal {
    .usage("\"\(text.forDisplay)\" is no time", "type it as \(nearest)")
  }

  /// A line that is only a time.
  static var nothingBehindTime: Refusal {
    .usage("nothing stands behind the time", "write what happened, such as turn left")
  }

  /// A line of a moment that has not come.
  static func lineStillToCome(_ moment: Instant, _ clock: ClockStyle) -> Refusal {
    .refused("\(clock.words(moment)) on \(NightWords.day(moment.date)) is still to come")
  }

  /// A line of a moment that the night of the paper does not have; `night` is the one it belongs to.
  static func lineOfAnotherNight(_ moment: Instant, _ night: CivilDate, _ clock: ClockStyle) -> Refusal {
    .refused(
      "\(clock.words(moment)) on \(NightWords.day(moment.date)) belongs to the \(NightWords.night(night))",
      "write it down there")
  }

  /// A phrase with two meanings.
  static func unclear(_ phrase: String, write alternatives: String) -> Refusal {
    .usage("\"\(phrase)\" can mean more than one thing", "write \(alternatives)")
  }

  /// A word that stands for nothing.
  static func unknownWord(_ word: String, nearest: String?) -> Refusal {
    .usage("\"\(word.forDisplay)\" is no word known here", nearest.map { "did you mean \"\($0)\"?" })
  }

  /// A line from when to when, of something whose end has an entry of its own.
  static func endIsOwnEntry(_ kind: Interval.Kind, _ end: ClockTime) -> Refusal {
    .usage(
      "what goes on until \(end) has an entry for its end",
      "write two lines, the second with \"\(end) \(kind.closing.words)\"")
  }

  /// A note line without words.
  static var lineWithoutWords: Refusal { .usage("a note needs its words") }

  /// A medicine line without a name.
  static var lineWithoutMedicine: Refusal { .usage("a medicine needs its name", "write med and the name") }

  /// A grade with a fraction.
  static func gradeIsNotWhole(_ word: String, whole: Int) -> Refusal {
    .usage(
      "\"\(word)\" is no grade, which are whole numbers from 0 to 10", "write \(whole) or \(min(whole + 1, 10))")
  }
}

extension PaperLine {
  /// A number too high for a grade was left in the note.
  static func gradeTooHigh(_ word: String) -> String {
    "\(word) is no grade, for grades end at 10, so it stands in the note"
  }

  /// A number behind what has no grade was left in the note.
  static func gradeNotAsked(_ word: String) -> String {
    "\(word) is no grade, for none is asked here, so it stands in the note"
  }

  /// A medicine is not in the plan; `nearest` is the one whose name is nearly the same.
  static func notInPlan(_ name: String, nearest: String?) -> String {
    "\"\(name.forDisplay)\" is not in the plan\(nearest.map { ", which has \"\($0.forDisplay)\"" } ?? "")"
  }
}

extension PaperNotes.Sheet {
  /// How many lines are here already, as a sentence without a full stop; nil for none.
  public var hereWords: String? {
    here.isEmpty ? nil : here.count == 1 ? "1 line is here already" : "\(here.count) lines are here already"
  }
}
