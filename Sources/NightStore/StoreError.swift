public import NightModel
internal import Text

/// Why the store could not do it: one sentence that says what was wrong, what was kept and what to do.
public enum StoreError: Error, Sendable {
  /// Nothing could be written to the record. `saved` entries of the same action made it before; `unsaved` did not.
  case notSaved(reason: SystemError, path: String, saved: [Entry], unsaved: [Entry], kept: Kept)
  /// The record that was here is not. With no `unsaved` entries nothing was to be saved.
  case recordMissing(MissingRecord, unsaved: [Entry], kept: Kept)
  /// Root would write into another account's record, which that account could not read afterwards.
  case ownedByAnother(path: String)
  /// The store's folder could not be made.
  case cannotCreate(path: String, SystemError)
  /// What says which records were here could not be read, so none was begun.
  case placesUnread(path: String, SystemError)
  /// The store could not be read.
  case cannotRead(path: String, SystemError)
  /// An import stopped; so many entries of it are in the record.
  case notImported(reason: SystemError, path: String, taken: Int)
  /// Something stands where an export was to go; it may be replaced if it is of the same kind.
  case taken(path: String, mayBeReplaced: Bool)
  /// An export could not be written; nothing of it is there.
  case notExported(path: String, SystemError, wasBegun: Bool)
  /// An entry is larger than a line may be.
  case tooLarge
  /// Erasing could not be completed; so many files had gone before. With none of them gone, nothing was erased.
  case notErased(path: String, SystemError, erased: Int)
  /// Nothing says where this machine's state belongs, so there is no place for the note that erasing begins with.
  case noHome
  /// Somebody else has the record's lock.
  case inUse(path: String)
  /// The folder cannot be told to be a record, so it is not erased.
  case notARecord(path: String)
  /// The emergency card beside the record could not be kept.
  case cardNotKept(path: String, SystemError)

  /// What of an action is not in the record, and where it is kept; nil if the error is about nothing that was to be saved.
  public var unsaved: (entries: [Entry], kept: Kept)? {
    switch self {
    case .notSaved(_, _, _, let unsaved, let kept), .recordMissing(_, let unsaved, let kept): (unsaved, kept)
    case .ownedByAnother, .cannotCreate, .placesUnread, .cannotRead, .notImported, .taken, .notExported, .tooLarge,
      .notErased, .noHome, .inUse, .notARecord, .cardNotKept:
      nil
    }
  }

  /// Where entries are that could not be saved.
  public enum Kept: Hashable, Sendable {
    /// In this folder beside the record, from where the next save that works takes them in.
    case aside(String)
    /// In the record, where they are read; but the disk did not confirm them, and a power cut may take them.
    case unconfirmed
    /// Nowhere.
    case nowhere
  }

  /// The sentence, without a full stop.
  public var sentence: String { [whatHappened, advice].compactMap(\.self).joined(separator: "; ") }

  /// What was wrong and what was kept, without a full stop.
  public var whatHappened: String {
    switch self {
    case .notSaved(let reason, let path, let saved, _, let kept):
      let partly = saved.isEmpty ? "" : "; \(saved.count) of the entries are in the record"
      let why = "\(path) could not be written because \(reason.words)\(partly)"
      return switch kept {
      case .aside(let folder):
        "KEPT ASIDE, not in the record yet: \(why); it is kept in \(folder) and goes into the record with the next entry "
          + "that can be written"
      case .unconfirmed:
        "NOT CONFIRMED by the disk: \(why); it stands in the record and can be read, but a power cut may take it, so look "
          + "for it again afterwards"
      case .nowhere: "NOT SAVED: \(why); it is kept nowhere but on this screen, so write it on paper"
      }
    case .recordMissing(let record, let unsaved, let kept):
      guard !unsaved.isEmpty else { return "\(record.words), so nothing was shown or changed" }
      return switch kept {
      case .aside(let folder):
        "KEPT ASIDE, not in the record yet: \(record.words), so no other was begun; what was to be saved waits in "
          + "\(folder) and goes in with the next save once that record is back"
      case .unconfirmed, .nowhere:
        "NOT SAVED: \(record.words), and nothing could be kept aside; it is kept nowhere but on this screen, so write it "
          + "on paper"
      }
    case .ownedByAnother(let path):
      return
        "the record in \(path) belongs to another account, which could not read what root writes there, so nothing was "
        + "saved"
    case .cannotCreate(let path, let reason):
      return "\(path) could not be made because \(reason.words), so nothing was saved"
    case .placesUnread(let path, let reason):
      return
        "\(path), which says what records were here, could not be read because \(reason.words), so none was begun and "
        + "nothing was saved"
    case .cannotRead(let path, let reason):
      return "\(path) could not be read because \(reason.words), so nothing was shown or saved"
    case .notImported(let reason, let path, let taken):
      let outcome = taken == 0 ? "nothing was imported" : "\(taken) entries are in the record and the others are not"
      return "NOT ALL IMPORTED: \(path) could not be written because \(reason.words); \(outcome)"
    case .taken(let path, mayBeReplaced: true): return "\(path) is already there, so nothing was written"
    case .taken(let path, mayBeReplaced: false):
      return "something else stands at \(path), so nothing was written and it is as it was"
    case .notExported(let path, let reason, _):
      return
        "\(path) could not be written because \(reason.words), so nothing is there and nothing was replaced"
    case .tooLarge:
      return "the entry takes more than the \(LineFormat.longestWritten) bytes that fit, so nothing was saved"
    case .notErased(let path, let reason, 0):
      return "\(path) could not be erased because \(reason.words), so nothing was erased"
    case .notErased(let path, let reason, let erased):
      return
        "NOT ALL ERASED: \(path) could not be erased because \(reason.words); \(erased) files are gone and what is "
        + "left is not shown any more"
    case .noHome:
      return "nothing says where this machine keeps what it needs for erasing safely, so nothing was erased"
    case .inUse(let path): return "another Nightstand is busy with \(path), so nothing was erased"
    case .notARecord(let path):
      return
        "\(path) cannot be told to be a record of Nightstand, because it has neither a store.json that names one nor "
        + "a file with a sound line, so nothing was erased"
    case .cardNotKept(let path, let reason):
      return
        "the emergency card beside the record could not be kept in \(path.forDisplay) because \(reason.words); what stands "
        + "there may be an earlier card"
    }
  }

  /// What to do about it, in words that hold wherever it is told; nil where that is said with what was kept.
  public var advice: String? {
    switch self {
    case .notSaved, .cardNotKept: nil
    case .recordMissing(let record, _, _): "\(record.advice), or begin a new record"
    case .ownedByAnother: "write as that account"
    case .cannotCreate: "name another folder"
    case .placesUnread: "see to that file, or begin a new record"
    case .cannotRead: "check the folder, or name another"
    case .notImported: "see to that and import the same again, which takes in what is missing"
    case .taken(_, mayBeReplaced: true): "name another, or have it replaced"
    case .taken(_, mayBeReplaced: false): "name another place"
    case .notExported: "see to that or name another place"
    case .tooLarge: "shorten the note"
    case .notErased(_, _, 0): "see to that, and erase it again"
    case .notErased: "the next entry that is saved erases it"
    case .noHome: "give this machine a home folder, and erase it again"
    case .inUse: "close it, and erase it again"
    case .notARecord: "check the folder's name, and if it is to go, remove it by hand"
    }
  }

  /// The exit code of a command that ends with it: 65 unreadable, 73 cannot create, 74 cannot write, else 1.
  public var exitCode: Int32 {
    switch self {
    case .cannotRead: 65
    case .recordMissing, .ownedByAnother, .cannotCreate, .placesUnread, .taken: 73
    case .notExported(_, _, let wasBegun): wasBegun ? 74 : 73
    case .notSaved, .notImported, .notErased, .cardNotKept: 74
    case .tooLarge, .noHome, .inUse, .notARecord: 1
    }
  }
}
