internal import NightModel

/// The journal's files as they lie in the record's folders and beside it. What is being erased is as good as gone: it is
/// left out here, and so everywhere.
struct JournalListing {
  private unowned let store: Store
  /// The files that are being erased.
  private let doomed: ErasingNote.Files

  /// One file of the journal.
  struct File {
    fileprivate let folder: String
    /// The name as it is spelled.
    let spelled: String
    let name: JournalName

    var path: String { folder + "/" + spelled }
  }

  /// What is listed from here on is without what is being erased now.
  init(_ store: Store) {
    self.store = store
    let lines = ((try? store.state?.erasing.lines()) ?? nil) ?? []
    doomed = lines.isEmpty ? [:] : lines.files(of: try? store.files.status(at: store.places.store).inode)
  }

  /// The journal's files in a folder, sorted by name; none if there is no such folder.
  func files(in folder: String) throws(SystemError) -> [File] {
    let home = store.journalHome(folder)
    return try store.names(in: folder).compactMap { name in
      guard let known = home.map({ $0.journal(name) }) ?? JournalName(anywhere: name) else { return nil }
      let file = File(folder: folder, spelled: name, name: known)
      return !doomed.isEmpty && isBeingErased(file.path) ? nil : file
    }
  }

  /// The files of one partition, in the record.
  func files(of partition: Partition) throws(SystemError) -> [File] {
    try files(in: store.places.folder(of: partition)).filter { $0.name.partition == partition }
  }

  /// True if a file is being erased, whether or not it is still there. One that came later under its name is not.
  func isBeingErased(_ path: String) -> Bool {
    guard !doomed.isEmpty, let noted = doomed[store.shown(path)] else { return false }
    guard let noted, let there = (try? store.files.statusIfThere(path)) ?? nil else { return true }
    return there.inode == noted
  }
}
