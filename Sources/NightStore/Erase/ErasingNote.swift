internal import NightModel

/// Which files are being erased: noted for good before the first of them goes, and struck out after the last.
///
/// The note is what makes erasing one step: from the moment it is on the disk none of its files is listed, and so none is
/// read, verified, missed or added to, whichever of them are still there. So a crash leaves a night whole or not at all, and
/// the next run that writes finds the note and completes it.
struct ErasingNote {
  let files: any FileSystem
  let path: String
  /// The file that actions lock. It has a byte in it while there is a note, so that a program that is running need not look
  /// for one before each action; a program that starts looks for the note itself.
  let lockPath: String

  /// One file that is to go.
  struct Line: Hashable {
    /// The inode of the store folder it is about: copies of a store may share a state folder.
    var folder: UInt64
    /// What was asked to be erased.
    var extent: PurgeExtent
    /// The file's inode, so that one that comes later under the same name stays; nil in notes of earlier versions.
    var inode: UInt64?
    /// The file, as `Store.shown` has it.
    var file: String
  }

  /// Files that are noted, as `Store.shown` has them, with their inodes where these were noted.
  typealias Files = [String: UInt64?]

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
  func files(of folder: UInt64?) -> ErasingNote.Files {
    Dictionary(lazy.filter { $0.folder == folder }.map { ($0.file, $0.inode) }) { $1 }
  }
}

extension ErasingNote.Line {
  fileprivate var bytes: [UInt8] {
    Array("\(folder) \(extent) \(inode.map { "\($0) " } ?? "")\(file)\n".utf8)
  }

  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count == 3, let folder = UInt64(words[0]), let extent = PurgeExtent(words[1]) else { return nil }
    // No file is named like a number.
    let parts = words[2].split(separator: " ", maxSplits: 1)
    let inode = parts.count == 2 ? UInt64(parts[0]) : nil
    self.init(folder: folder, extent: extent, inode: inode, file: String(inode == nil ? words[2] : parts[1]))
  }
}
