import NightStore

/// What a command says of the store's errors: the store knows no command line, so the names of commands and options are
/// added here.
extension StoreError {
  /// The sentence, without a full stop.
  var commandSentence: String { [whatHappened, commandAdvice ?? advice].compactMap(\.self).joined(separator: "; ") }

  /// What to do about it, where a command or an option does it; nil where the store's own words say all.
  private var commandAdvice: String? {
    switch self {
    case .recordMissing(let record, _, _):
      (record.movedTo == nil ? record.advice : "name that folder with --store or put it back")
        + ", or begin a new record with --new"
    case .ownedByAnother: "give the same command as that account"
    case .cannotCreate: "name another folder with --store"
    case .placesUnread: "see to that file, or begin a record with --new"
    case .cannotRead: "check the folder, or name another with --store"
    case .notImported: "see to that, and give the same command again, which takes in what is missing"
    case .taken(_, mayBeReplaced: true): "name another, or replace it with --force"
    case .notErased(_, _, 0): "see to that, and give the same command again"
    case .notErased: "the same command again erases it"
    case .noHome: "set HOME or XDG_STATE_HOME and give the same command again"
    case .inUse: "close it and give the same command again"
    case .cardNotKept: "'nightstand card' shows the one of now"
    case .notSaved, .taken(_, mayBeReplaced: false), .notExported, .tooLarge, .notARecord: nil
    }
  }
}
