internal import NightModel

/// Which files are being erased: noted on the disk before the first of them goes, and struck out after the last.
///
/// The note makes erasing one step: once it is on the disk, none of its files is listed, and so none is read, verified,
/// missed or added to. A crash leaves a night whole or not at all, and the next run that writes completes it.
struct ErasingNote {
  let files: any FileSystem
  let path: String
  /// The file that actions lock. It has a byte in it while there is a note, so that a program that is running need not look
  /// for one before each action; a program that starts looks for the note itself.
  let lockPath: String

  /// One file that is to go.
  struct Line: Hashable {
    /// The inode of the store folder it is about: copies of a store may share a state folder.
    var folderInode: UInt64
    /// What was asked to be erased.
    var extent: PurgeExtent
    /// The file's inode, so that one that comes later under the same name stays.
    var inode: UInt64
    /// The file, as `Store.shown` has it.
    var file: String
  }

  /// The inodes of files that are noted, by the files as `Store.shown` has them.
  typealias Files = [String: UInt64]

  /// Every file noted; none if there is no note.
  func lines() throws(SystemError) -> [Line] {
    guard let bytes = try files.contents(of: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { Line($0) }
  }

  /// False if there is no note, as far as a running program can tell at a glance.
  var mayBeThere: Bool { (try? files.status(at: lockPath))?.size != 0 }

  /// Puts other lines in the place of those there, on the disk.
  func replace(with lines: [Line]) throws(SystemError) {
    if lines.isEmpty {
      guard try files.removeIfThere(path) else { return }
      try files.syncFolder(path.parentFolder)
      // Where this fails, actions look once too often.
      try? files.with(lockPath, .update) { lock throws(SystemError) in try files.truncate(lock, to: 0) }
    } else {
      // A byte that nobody wrote takes no room, which a full disk has not.
      try files.with(lockPath, .update) { lock throws(SystemError) in try files.truncate(lock, to: 1) }
      try files.replace(path, with: lines.flatMap(\.bytes))
      try files.syncFolder(path.parentFolder)
    }
  }
}

extension [ErasingNote.Line] {
  /// The files among them of the record in a folder.
  func files(of folderInode: UInt64?) -> ErasingNote.Files {
    Dictionary(lazy.filter { $0.folderInode == folderInode }.map { ($0.file, $0.inode) }) { $1 }
  }
}

extension ErasingNote.Line {
  fileprivate var bytes: [UInt8] { Array("\(folderInode) \(extent) \(inode) \(file)\n".utf8) }

  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 3)
    guard words.count == 4, let folderInode = UInt64(words[0]), let extent = PurgeExtent(words[1]),
      let inode = UInt64(words[2])
    else { return nil }
    self.init(folderInode: folderInode, extent: extent, inode: inode, file: String(words[3]))
  }
}
