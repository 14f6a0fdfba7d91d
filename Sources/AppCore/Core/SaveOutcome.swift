public import NightModel

/// What came of a save.
public enum SaveOutcome: Hashable, Sendable {
  /// These entries are on the disk, in these partitions.
  case saved([Entry], in: [Partition])
  /// They could not be written.
  case notSaved(NotSaved)
}

/// What came of an undo or a redo.
public enum UndoOutcome: Hashable, Sendable {
  /// What was done, a sentence for each entry; empty if there was nothing to do.
  case done(words: [String])
  /// It could not be written.
  case notSaved(NotSaved)

  /// True if anything was done; what is kept beside the record is read like the rest.
  var hasDone: Bool {
    switch self {
    case .done(let words): !words.isEmpty
    case .notSaved(let outcome): !outcome.kept.isEmpty
    }
  }
}

/// Entries that could not be written to the record.
public struct NotSaved: Hashable, Sendable {
  /// Why, as words that follow "because".
  public let reason: String
  /// The entries that are kept beside the record on this machine, where the next save that works takes them from, with
  /// their partitions and what they came from; empty if there are none.
  public let kept: [Entry]
  /// True if they are kept in the record itself, where the disk did not confirm them.
  public let isRead: Bool
  /// The partitions of what is kept.
  public let partitions: [Partition]
  /// What lies nowhere but in this program, as one action with the ids it was to have.
  public let lost: [Draft]
  /// What could not be written, each in a few words.
  public let words: [String]

  /// Entries that could not be written.
  public init(
    reason: String, kept: [Entry] = [], isRead: Bool = false, partitions: [Partition] = [], lost: [Draft],
    words: [String]
  ) {
    self.reason = reason
    self.kept = kept
    self.isRead = isRead
    self.partitions = partitions
    self.lost = lost
    self.words = words
  }
}
