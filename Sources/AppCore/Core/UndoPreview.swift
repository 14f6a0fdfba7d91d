public import NightModel
internal import Text

/// What the next undo would take back: said before it is done.
public struct UndoPreview: Hashable, Sendable {
  /// What would be done to each entry, such as `would take back: 02:15 turned left`.
  public let words: [String]
  /// The entries, such as `02:15 turned left`; what else than taking it back would be done to one leads its words.
  public let entries: [String]
  /// Initials of who did it, if given.
  public let by: String?
  /// The action it is about.
  public let action: EntryID

  /// `by` is nil where nobody said who did it.
  public init(words: [String], entries: [String], by: String?, action: EntryID) {
    self.words = words
    self.entries = entries
    self.by = by
    self.action = action
  }

  /// True if somebody else did it than who writes now, as far as both are known.
  func isAnothers(than initials: String?) -> Bool {
    guard let by, let initials else { return false }
    return by != initials
  }

  /// What it is about, in the fewest words, such as `02:15 turned left`.
  var short: String { Self.few(entries) }

  /// All of it in a sentence.
  var sentence: String {
    let together = words.count > 1 ? ", written together" : ""
    return "Undo \(Self.few(words))\(together)\(author)."
  }

  /// All of it beside the line that does it; who did it only if that is somebody else than who writes now.
  func state(for writer: String?) -> String { Self.few(entries) + (isAnothers(than: writer) ? author : "") }

  private var author: String { by.map { ", by \($0.forDisplay)" } ?? "" }

  private static func few(_ words: [String]) -> String {
    words.prefix(2).joined(separator: "; ") + (words.count > 2 ? "; and \(words.count - 2) more" : "")
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
    guard needs.undoPreview, !surface.isSpoken, unsaved.isEmpty, case .known(let preview?) = nextUndo else { return "" }
    return preview.sentence
  }

  /// What the next undo would take back, beside the line that does it where that is told and not looked at.
  var undoState: String {
    guard needs.undoPreview, unsaved.isEmpty, case .known(let preview?) = nextUndo else { return "" }
    return preview.state(for: by)
  }
}
