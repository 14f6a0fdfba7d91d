public import NightModel

/// Why the store could not do it: one sentence that says what was wrong, what was kept and what to do.
public enum StoreError: Error, Sendable {
  /// Nothing could be written to the record. `saved` entries of the same action made it before; `unsaved` did not, and
  /// lie in the file `kept` if that worked.
  case notSaved(reason: SystemError, path: String, saved: [Entry], unsaved: [Entry], kept: String?)
  /// The store's folder could not be made.
  case cannotCreate(path: String, SystemError)
  /// The store could not be read.
  case cannotRead(path: String, SystemError)
  /// An entry is larger than a line may be.
  case tooLarge

  /// The sentence, without a full stop.
  public var sentence: String {
    switch self {
    case .notSaved(let reason, let path, let saved, _, let kept):
      let partly = saved.isEmpty ? "" : "; \(saved.count) of the entries are in the record"
      let outcome =
        if let kept {
          "it is kept in \(kept) and goes into the record with the next save that works"
        } else {
          "it is kept nowhere but on this screen, so write it on paper"
        }
      return "NOT SAVED: \(path) could not be written because \(reason.words)\(partly); \(outcome)"
    case .cannotCreate(let path, let reason):
      return "\(path) could not be made because \(reason.words), so nothing was saved; name another folder with --store"
    case .cannotRead(let path, let reason):
      return
        "\(path) could not be read because \(reason.words), so nothing was shown or saved; check the folder, or "
        + "name another with --store"
    case .tooLarge:
      return
        "the entry takes more than the \(LineFormat.longestWritten) bytes that fit, so nothing was saved; shorten the note"
    }
  }

  /// The exit code of a command that ends with it: 65 unreadable, 73 cannot create, 74 cannot write.
  public var exitCode: Int32 {
    switch self {
    case .notSaved: 74
    case .cannotCreate: 73
    case .cannotRead: 65
    case .tooLarge: 1
    }
  }
}
