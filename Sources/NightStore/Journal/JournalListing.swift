internal import NightModel

/// The journal's files as they lie in the record's folders and beside it. What is being erased is as good as gone: it is
/// left out here, and so everywhere.
struct JournalListing {
  private unowned let store: Store
  /// The files that are being erased.
  private let doomed: ErasingNote.Files

  /// What is listed from here on is without what is being erased now.
  init(_ store: Store) {
    self.store = store
    let lines = ((try? store.state?.erasing.lines()) ?? nil) ?? []
    doomed = lines.isEmpty ? [:] : lines.files(of: try? store.files.status(at: store.places.store).inode)
  }

  /// The journal's files in a folder, sorted by name; none if there is no such folder.
  func files(in folder: String) throws(SystemError) -> [JournalFile] { standing(try journal(in: folder).files) }

  /// The files of one partition, in the record.
  func files(of partition: Partition) throws(SystemError) -> [JournalFile] {
    standing(try journal(in: store.places.folder(of: partition)).files(of: partition))
  }

  /// The journal's files in a folder, those that are being erased included.
  func journal(in folder: String) throws(SystemError) -> JournalFolder {
    try store.folders.journal(in: folder, store.journalHome(folder))
  }

  /// Those of some files that are not being erased.
  func standing(_ files: [JournalFile]) -> [JournalFile] {
    doomed.isEmpty ? files : files.filter { !isBeingErased($0.path) }
  }

  /// True if a file is being erased, whether or not it is still there. One that came later under its name is not.
  func isBeingErased(_ path: String) -> Bool {
    guard !doomed.isEmpty, let noted = doomed[store.shown(path)] else { return false }
    guard let there = (try? store.files.statusIfThere(path)) ?? nil else { return true }
    return there.inode == noted
  }
}
