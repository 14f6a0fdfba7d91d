internal import NightModel

/// What was done with the paper notes of one night since the program began.
public struct Sitting: Hashable, Sendable {
  /// What was written, in the order in which it was typed.
  var written: [Target] = []
  /// The lines that could not be read, which wait to be mended.
  var wrong: [Wrong] = []
  /// How many lines could not be read so far; what numbers them.
  var wrongCount = 0
  /// Who wrote the paper, if a line said so.
  var by: String?
  /// What the line in the field comes to.
  var look: PaperNotes.Sheet?
  /// The line in the field that was refused and can be kept as a note by Enter again.
  var refused: String?
  /// What the time of the line saved last could also have meant.
  var remark = ""

  /// A line that could not be read.
  struct Wrong: Hashable, Sendable {
    let number: Int
    let text: String
    let reason: String
    /// The note it can be kept as; nil if it can not.
    let asNote: Draft?
  }

  /// What notes that were read are to become.
  public enum Use: Hashable, Sendable {
    /// They are only looked at, while they are typed.
    case look
    /// They are saved; a line that cannot be read stays in the field.
    case save
    /// They are saved; lines that cannot be read wait in the list.
    case keepAll
  }

  /// The paper notes of a night, where there is little room.
  static func title(_ night: CivilDate) -> String { "Paper notes \(NightWords.short(night))" }

  /// Keeps a line that could not be read.
  mutating func keep(_ text: String, _ reason: String, asNote: Draft? = nil) {
    wrongCount += 1
    wrong.append(Wrong(number: wrongCount, text: text, reason: reason, asNote: asNote))
  }
}
