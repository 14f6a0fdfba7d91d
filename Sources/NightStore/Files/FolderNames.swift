/// The names in folders, listed once as long as nothing is put into a folder, renamed or taken out: reading, searching for
/// doses and looking over the record ask for the same year one after the other.
final class FolderNames {
  private let files: any FileSystem
  private let now: () -> Int64
  private var known: [String: Known] = [:]

  private struct Known {
    let stamp: [UInt64]
    let names: [String]
    /// The journal's files among them, once they were asked for.
    var journal: JournalFolder?
  }

  /// `now` is the real time in milliseconds since 1970.
  init(files: any FileSystem, now: @escaping () -> Int64) { (self.files, self.now) = (files, now) }

  /// The names in a folder, sorted; none if there is no such folder.
  func names(in folder: String) throws(SystemError) -> [String] {
    let status = (try? files.statusIfThere(folder)) ?? nil
    let stamp = status.flatMap { $0.kind == .folder && $0.isSettled(at: now()) ? $0.stamp : nil }
    if let stamp, let known = known[folder], known.stamp == stamp { return known.names }
    let names: [String]
    do throws(SystemError) { names = try files.list(folder).sorted() } catch .missing { names = [] }
    known[folder] = stamp.map { Known(stamp: $0, names: names) }
    return names
  }

  /// The journal's files in a folder; none if there is no such folder. `home` tells what lies there; nil for a folder of
  /// the state, where all kinds do.
  func journal(in folder: String, _ home: JournalHome?) throws(SystemError) -> JournalFolder {
    let names = try names(in: folder)
    if let journal = known[folder]?.journal { return journal }
    let journal = JournalFolder(names, in: folder, home)
    known[folder]?.journal = journal
    return journal
  }
}

extension FileStatus {
  /// What tells whether the names in a folder are as they were.
  var stamp: [UInt64] {
    [inode, UInt64(bitPattern: modified), UInt64(bitPattern: changed), UInt64(permissions)]
  }
}
