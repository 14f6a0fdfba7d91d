import Glibc
import NightModel
import TestSupport

@testable import NightStore

/// A record on a disk on which folders can be closed.
struct ClosedRecord {
  let disk = MemoryDisk()
  let files: ClosedFolders

  init() { files = ClosedFolders(disk) }

  func open(boot: String = "boot1") throws -> Store {
    try Store(places: .sample(below: ""), files: files, world: .sample(seed: UInt64(disk.calls), boot: boot))
  }

  /// Puts a file into the record, and the folders above it, past everything the store does.
  func put(_ bytes: [UInt8], at path: String) throws {
    try disk.makeFolders(path.parentFolder)
    try disk.with(path, .appendNew) { file throws(SystemError) in _ = try disk.write(file, bytes) }
  }

  /// Copies a folder with all that is in it.
  func copy(_ folder: String, to other: String) throws {
    for path in disk.allFiles(below: folder) {
      try put(disk.bytes(at: path) ?? [], at: other + path.dropFirst(folder.count))
    }
  }
}

/// A disk on which some folders, or the files in them, refuse to be read.
final class ClosedFolders: ForwardingFileSystem {
  /// Folders that cannot be listed.
  var closed: Set<String> = []
  /// Folders whose files cannot be opened for reading, and such files.
  var unreadable: Set<String> = []
  /// Folders of whose files nothing can be told.
  var unlookable: Set<String> = []
  /// How often a folder was listed.
  var listed = 0
  /// Which.
  var listedFolders: [String] = []
  /// The files that were opened for reading.
  var opened: [String] = []

  private func refuse(_ isRefused: Bool) throws(SystemError) {
    if isRefused { throw SystemError(code: EACCES) }
  }

  override func list(_ path: String) throws(SystemError) -> [String] {
    listed += 1
    listedFolders.append(path)
    try refuse(closed.contains(path))
    return try super.list(path)
  }

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    if mode == .read { opened.append(path) }
    try refuse(mode == .read && !unreadable.isDisjoint(with: [path, path.parentFolder]))
    return try super.open(path, mode)
  }

  override func status(at path: String) throws(SystemError) -> FileStatus {
    try refuse(unlookable.contains(path.parentFolder))
    return try super.status(at: path)
  }
}
