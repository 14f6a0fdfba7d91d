internal import Text

/// How something comes into the record, by which it is worded what to do where it was refused.
public enum WritingWay: Sendable {
  /// As a command, a line of paper notes, a command that corrects, or on the screen.
  case log, paper, edit, screen
}

/// Why something typed for an entry was refused.
extension Refusal {
  /// A kind that takes no bare value got one.
  static func takesNoValue(_ kind: String, _ value: String) -> Refusal {
    .usage("\(kind) takes no value", so: nothingSaved, "put \"\(value.forDisplay)\" into --note")
  }

  /// A field was given twice.
  static func givenTwice(_ field: Field, so outcome: String = nothingSaved) -> Refusal {
    .usage("\(field.optionName) was given twice", so: outcome, "leave one of them out")
  }

  /// A kind has no such field.
  static func hasNoField(_ kind: String, _ field: Field) -> Refusal {
    .usage("\(kind) has no \(field.optionName)", so: nothingSaved, "it goes with --note")
  }

  /// A grade was given where a scale means nothing. `times` is how it is written there how often it was.
  static func hasNoGrade(_ kind: String, so outcome: String, counting times: String) -> Refusal {
    return .usage(
      "\(kind) has no grade", so: outcome,
      Symptom.counted.contains(kind)
        ? "leave it out, write \(times) for how often it was, or give 0 for asked, none"
        : "each time is an entry of its own: leave the grade out, or give 0 for asked, none")
  }

  /// Something is said not to have been there, and how often it was.
  static func countsWhatWasNotThere(_ details: Details, _ way: WritingWay) -> Refusal {
    let (outcome, advice) =
      switch way {
      case .log: (nothingSaved, "leave out the 0 or --times")
      case .paper: (nothingSaved, "leave out one of the two")
      case .edit: (nothingChanged, "add times= or value= to make one of them blank")
      case .screen: (nothingChanged, "make the one that is wrong blank first")
      }
    return .usage(
      "a grade of 0 means asked, none, and that cannot have been \(NightWords.times(details.number(.times) ?? 1))",
      so: outcome, advice)
  }

  /// A value does not fit its field.
  static func doesNotFit(_ text: String, _ field: Field) -> Refusal {
    .usage("\"\(text.forDisplay)\" does not fit \(field.optionName)", so: nothingSaved)
  }

  /// A value is no whole number of a range.
  static func noNumber(_ text: String, in range: ClosedRange<Int>, of field: Field) -> Refusal {
    if field == .value {
      return .usage(
        "\"\(text.forDisplay)\" is no grade, a whole number from 1, hardly any, to 10, the worst, or 0 for asked, none",
        so: nothingSaved, "leave it out if it is not known")
    }
    return .usage(
      "\"\(text.forDisplay)\" does not fit \(field.optionName), a whole number from \(range.lowerBound) to "
        + "\(range.upperBound)", so: nothingSaved, "leave it out if it is not known")
  }

  /// A medicine without its name.
  static var medicineWithoutName: Refusal {
    .usage("a medicine needs its name", so: nothingSaved, "add --what NAME")
  }

  /// A note without its words.
  static var noteWithoutWords: Refusal {
    .usage("a note needs its words", so: nothingSaved, "write nightstand log note \"…\"")
  }

  /// Nothing was given for a page.
  static var emptyPage: Refusal {
    .usage("nothing was given", so: nothingSaved, "what is known goes into the options (see --help)")
  }

  /// The answers of a page contradict each other.
  static func contradiction(
    _ problem: DiaryContradictions.Problem, _ clock: ClockStyle, so outcome: String, _ hint: String?
  ) -> Refusal {
    .refused(problem.wrong(clock), so: outcome, hint ?? "look at the times and minutes again")
  }

  /// No field was given to change.
  static var emptyEdit: Refusal {
    .usage("nothing was given to change", so: nothingChanged, "write FIELD=VALUE, such as side=right")
  }

  /// A field that every entry has was left blank.
  static func cannotBeBlank(_ field: Field) -> Refusal {
    .usage("\(field.optionName) cannot be blank", so: nothingChanged, "to take the entry back use retract")
  }

  /// An entry has no field of that name.
  static func entryHasNo(_ name: String, only fields: [Field]) -> Refusal {
    let names = fields.map(\.optionName)
    let hint = Nearest.word(to: name, among: names).map { "did you mean \($0)? " } ?? ""
    return .usage(
      "this entry has no \"\(name.forDisplay)\"", so: nothingChanged, "\(hint)it has \(names.joined(separator: ", "))")
  }
}

extension DiaryDoubt {
  /// What a command says of an answer that it saved all the same.
  func remark(_ clock: ClockStyle, _ hint: String?) -> String {
    "\(wrong(clock)); it is saved as given; \(hint ?? "look at it again")"
  }
}
