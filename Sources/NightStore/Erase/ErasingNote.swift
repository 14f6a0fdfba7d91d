internal import NightModel

/// Which files are being erased: noted for good before the first of them goes, and struck out after the last.
///
/// The note is what makes erasing one step: from the moment it is on the disk none of its files is read, verified, missed
/// or added to, whichever of them are still there. So a crash leaves a night whole or not at all, and the same command
/// again finds the note and completes it.
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
    /// The file, as `Store.shown` has it.
    var file: String
  }

  /// Every file noted; none if there is no note.
  func lines() throws(SystemError) -> [Line] {
    guard let bytes = try files.contents(of: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { Line($0) }
  }

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

extension ErasingNote.Line {
  fileprivate var bytes: [UInt8] { Array("\(folder) \(extent) \(file)\n".utf8) }

  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count == 3, let folder = UInt64(words[0]), let extent = PurgeExtent(words[1]) else { return nil }
    self.init(folder: folder, extent: extent, file: String(words[2]))
  }
}

extension Store {
  /// The files that are being erased, as `shown` has them. They are as good as gone.
  func doomedFiles() -> Set<String> {
    if let doomedWhileLocked { return doomedWhileLocked }
    guard let lines = try? state?.erasing.lines(), !lines.isEmpty, let inode = try? files.status(at: places.store).inode
    else { return [] }
    return Set(lines.lazy.filter { $0.folder == inode }.map(\.file))
  }

  /// The files that are being erased, for an action that holds the lock: nobody begins to erase more before it is done.
  func doomedFiles(holding lock: FileDescriptor) -> Set<String> {
    if !foundNote, let size = try? files.status(lock).size, size == 0 { return [] }
    return doomedFiles()
  }

  /// What is said of an erasing that was interrupted.
  func unfinishedErasing(_ inode: UInt64) -> [String] {
    let found = try? state?.erasing.lines()
    // What could not be read may say anything.
    foundNote = found?.isEmpty != true
    guard let lines = found else {
      return [
        "what is being erased cannot be told, because the note of it could not be read; until then it may be shown"
      ]
    }
    return Set(lines.filter { $0.folder == inode }.map(\.extent)).sorted { "\($0)" < "\($1)" }.map { extent in
      switch extent {
      case .night(let date):
        "erasing the night \(date) was interrupted; what is left of it is not shown, and 'nightstand purge \(date)' "
          + "completes it"
      case .all:
        "erasing the record was interrupted; what is left of it is not shown, and 'nightstand purge --all' completes it"
      }
    }
  }
}
