import NightModel
import Text

/// What is left when nothing could be written anywhere: it is printed, so that it can be copied by hand.
enum Unsaved {
  /// Prints drafts that were saved nowhere.
  static func tell(_ drafts: [Draft]) {
    for draft in drafts { Machine.tell("NOT SAVED: \(draft.words(.standard))\n") }
  }

  /// Prints what was typed and never got as far as an entry.
  static func tell(_ typed: [String]) {
    for line in typed { Machine.tell("NOT SAVED: \(line.forDisplay)\n") }
  }

  /// The command as it was typed.
  static var command: String {
    let words = CommandLine.arguments.dropFirst().map { word in
      let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_.:/=,+@".contains($0) }
      return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }
    return (["nightstand"] + words).joined(separator: " ")
  }

  /// Prints them, and ends the program with that.
  static func failure(_ drafts: [Draft]) -> Failure {
    tell(drafts)
    let (count, them) = drafts.count == 1 ? ("1 entry", "it is") : ("\(drafts.count) entries", "they are")
    return Failure("\(count) could not be saved; \(them) printed above, to be written on paper", exitCode: 74)
  }
}
