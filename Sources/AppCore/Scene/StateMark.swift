/// How a line of a checklist stands, as it is drawn: a sign before the label, few words and a time at the right. In lines
/// the state of the item says the same in words.
public struct StateMark: Hashable, Sendable {
  /// What stands before the label.
  enum Sign: Hashable, Sendable {
    case done, notNeeded, couldNot, open, unsure
  }

  var sign: Sign
  /// What the sign leaves unsaid.
  var words = ""
  /// When; the day where it stands for weeks.
  var time = ""

  /// The sign as one character.
  func character(isASCII: Bool) -> String {
    switch sign {
    case .done: isASCII ? "+" : "✓"
    case .notNeeded: isASCII ? "-" : "–"
    case .couldNot: isASCII ? "x" : "✗"
    case .open: isASCII ? "." : "·"
    case .unsure: "?"
    }
  }
}
