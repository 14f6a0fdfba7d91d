internal import Text

/// Why a key or a value typed for the plan was refused.
extension Refusal {
  /// The same outcome for one setting: `clock stays as it was`.
  static func stays(_ key: String) -> String { "\(key) stays as it was" }

  /// A key with a member too few or too many.
  static func misspelled(_ key: String, _ known: PlanKey) -> Refusal {
    .usage("\"\(key.forDisplay)\" is no setting", so: nothingChanged, "it is spelled \(known.spelling)")
  }

  /// A list names something twice.
  static func namedTwice(in key: String) -> Refusal {
    .usage("\(key) names something twice", so: nothingChanged, "name each once")
  }

  /// A text of spaces.
  static func onlySpaces(_ label: String) -> Refusal {
    .usage("the \(label) is only spaces", so: nothingChanged, "type it, or leave it blank")
  }

  /// A value is no number of a range, nor the word that may stand there instead.
  static func noNumber(_ value: String, in range: ClosedRange<Int>, orWord word: String?, of key: String) -> Refusal {
    let alternative = word.map { ", nor \($0)" } ?? ""
    return .usage(
      "\"\(value.forDisplay)\" is no number from \(range.lowerBound) to \(range.upperBound)\(alternative)",
      so: stays(key))
  }

  /// A value is no length of time in a range of milliseconds.
  static func noLength(_ value: String, in range: ClosedRange<Int>, of key: String) -> Refusal {
    .usage(
      "\"\(value.forDisplay)\" is no time from \(PlanKey.seconds(milliseconds: range.lowerBound)) to "
        + PlanKey.seconds(milliseconds: range.upperBound), so: stays(key), "type it as 1.5 s or 1500")
  }

  /// A length of time without its unit; `nearest` is the form that would be read.
  static func withoutUnit(_ value: String, of key: String, nearest: String) -> Refusal {
    .usage(PlanRequest.noUnit(value), so: stays(key), "type it as \(nearest)")
  }

  /// A key of an own item without its group.
  static func noGroupAndItem(_ member: String) -> Refusal {
    .usage("\"\(member.forDisplay)\" names no group and item", so: nothingChanged, "spell it comfort.music")
  }

  /// A name with other characters than ids have.
  static func noItemName(_ name: String) -> Refusal {
    .usage(
      "\"\(name.forDisplay)\" cannot name an item of your own", so: nothingChanged,
      "use small letters, digits and hyphens")
  }

  /// A name with a space at either end.
  static func spaceAtEnd(_ name: String) -> Refusal {
    .usage("\"\(name)\" begins or ends with a space", so: nothingChanged, "leave it out")
  }

  /// An own item of several lines, or with characters that do not show.
  static var notOneLine: Refusal {
    .usage(
      "the item holds a line break or a character that nobody sees", so: nothingChanged,
      "keep it to one line of text")
  }

  /// An own item with the words of another of its group.
  static func inGroupAlready(_ label: String) -> Refusal {
    .refused("\"\(label)\" is in that group already", so: nothingChanged, "use other words")
  }
}

extension PlanRequest {
  fileprivate static func noUnit(_ value: String) -> String { "\"\(value.forDisplay)\" does not say hours or minutes" }

  /// What is asked where a length of time was typed without its unit, and Enter again takes the nearest form.
  public static func unitQuestion(_ value: String, nearest: String) -> String {
    "\(noUnit(value).capitalizedFirst). Enter again takes \(nearest); or type the unit."
  }
}
