internal import NightModel

/// What belongs to this machine and is never shared: who writes here, how far, what can be undone, and what could not
/// be saved yet. All of it can be lost without losing an entry, but for `rescue`.
struct StateFolder {
  let files: any FileSystem
  let path: String

  var lockPath: String { path + "/lock" }
  var writerPath: String { path + "/writers.json" }
  var reservePath: String { path + "/reserve" }
  var rescue: String { path + "/rescue" }
  var actions: ActionList { ActionList(files: files, path: path + "/actions") }
  var marks: Marks { Marks(files: files, path: path + "/marks") }

  private static let reserveSize = 64 * 1024

  /// Makes the folder and those above it where they are missing.
  func make() throws(SystemError) {
    try files.makeFolders(path)
  }

  /// The writer id kept for the store folder with that inode. A copied store has another inode, so the copy never writes
  /// into the files of the original.
  func writer(storeInode: UInt64) -> String? {
    writers()["\(storeInode)"]
  }

  /// Keeps a writer id for later runs, if that works.
  func keep(writer: String, storeInode: UInt64) {
    var all = writers()
    all["\(storeInode)"] = writer
    let members = all.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
    try? files.replace(writerPath, with: Array("\(JSON.object(members))\n".utf8))
  }

  private func writers() -> [String: String] {
    guard let bytes = try? files.contents(of: writerPath), let members = JSON(bytes[...])?.members else { return [:] }
    let valid = members.compactMap { member in member.value.text.map { (member.name, $0) } }
      .filter { WriterID.isValid($0.1) }
    return Dictionary(valid) { first, _ in first }
  }

  /// Keeps some room aside for the night the disk runs full, as long as there is plenty.
  func keepReserve() {
    guard (try? files.status(at: reservePath)) == nil, let free = try? files.freeSpace(at: path),
      free > 16 * Self.reserveSize
    else { return }
    _ = try? files.with(reservePath, .update) { file throws(SystemError) in
      // Not zeros: some disks keep those without using room.
      _ = try files.write(file, [UInt8](repeating: 0xA5, count: Self.reserveSize), at: 0)
    }
  }

  /// Gives the room kept aside back; true if there was some.
  func releaseReserve() -> Bool {
    (try? files.remove(reservePath)) != nil
  }
}

extension FileSystem {
  /// Makes a folder and those above it where they are missing, each put into the folder above it for good.
  func makeFolders(_ path: String) throws(SystemError) {
    do {
      try makeFolder(path)
    } catch SystemError.exists {
      return
    } catch SystemError.missing {
      try makeFolders(path.parentFolder)
      try makeFolder(path)
    }
    try syncFolder(path.parentFolder)
  }
}
