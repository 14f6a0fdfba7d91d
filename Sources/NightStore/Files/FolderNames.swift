/// The names in folders, listed once as long as nothing is put into a folder, renamed or taken out: reading, searching for
/// doses and looking over the record ask for the same year one after the other.
final class FolderNames {
  private let files: any FileSystem
  private let now: () -> Int64
  private var known: [String: (stamp: [UInt64], names: [String])] = [:]

  /// `now` is the real time in milliseconds since 1970.
  init(files: any FileSystem, now: @escaping () -> Int64) { (self.files, self.now) = (files, now) }

  /// The names in a folder, sorted; none if there is no such folder.
  func names(in folder: String) throws(SystemError) -> [String] {
    let status = (try? files.statusIfThere(folder)) ?? nil
    let stamp = status.flatMap { $0.kind == .folder && $0.isSettled(at: now()) ? $0.stamp : nil }
    if let stamp, let known = known[folder], known.stamp == stamp { return known.names }
    let names: [String]
    do throws(SystemError) { names = try files.list(folder).sorted() } catch .missing { names = [] }
    known[folder] = stamp.map { ($0, names) }
    return names
  }
}

extension FileStatus {
  /// What tells whether the names in a folder are as they were.
  var stamp: [UInt64] {
    [inode, UInt64(bitPattern: modified), UInt64(bitPattern: changed), UInt64(permissions)]
  }
}
