public import NightModel
internal import Text

/// What the next undo would take back: said before it is done.
public struct UndoPreview: Hashable, Sendable {
  /// What would be done to each entry, such as `would take back: 02:15 turned left`.
  public let words: [String]
  /// Initials of who did it, if given.
  public let by: String?
  /// The action it is about.
  public let action: EntryID

  /// `by` is nil where nobody said who did it.
  public init(words: [String], by: String?, action: EntryID) {
    self.words = words
    self.by = by
    self.action = action
  }

  /// True if somebody else did it than who writes now, as far as both are known.
  func isAnothers(than initials: String?) -> Bool {
    guard let by, let initials else { return false }
    return by != initials
  }

  /// How words begin of an entry that would be taken back.
  public static let takesBack = "would take back"

  /// What it is about, in the fewest words, such as `02:15 turned left`.
  var short: String {
    let lead = Self.takesBack + ": "
    let more = words.count > 2 ? "; and \(words.count - 2) more" : ""
    return words.prefix(2).map { $0.hasPrefix(lead) ? String($0.dropFirst(lead.count)) : $0 }.joined(separator: "; ")
      + more
  }

  /// All of it in a sentence.
  var sentence: String {
    let more = words.count > 2 ? "; and \(words.count - 2) more" : ""
    let together = words.count > 1 ? ", written together" : ""
    let author = by.map { ", by \($0.forDisplay)" } ?? ""
    return "Undo \(words.prefix(2).joined(separator: "; "))\(more)\(together)\(author)."
  }
}

/// What is known of the next undo. It is read only while somebody looks at the line that would do it.
enum NextUndo: Hashable, Sendable {
  /// Nobody asked since something was last done.
  case unknown
  /// This is what it would take back; nil for nothing.
  case known(UndoPreview?)
}

/// Undo with a preview, and the question before taking back what somebody else did.
extension App {
  /// What the next undo would take back, while one looks at its line.
  var undoWords: String {
    guard needs.undoPreview, unsaved.isEmpty, case .known(let preview?) = nextUndo else { return "" }
    return preview.sentence
  }
}
