package import NightStore

/// A file system that has no way to do one thing, as some network disks and shared folders have not.
package final class RefusingFileSystem: ForwardingFileSystem {
  /// What it cannot do.
  package enum Call: String, CaseIterable, Sendable {
    /// Putting a folder's names on the disk.
    case syncFolder
    /// Putting a file's content on the disk.
    case syncData
    /// Putting a file on the disk.
    case syncFile
    /// Giving a file a second name.
    case link
    /// Locking.
    case lock
  }

  private let call: Call
  private let error: SystemError
  private let prefix: String
  private var folders: Set<FileDescriptor> = []

  /// A file system over another that answers a call with an error. `prefix` is what the paths begin with that it is
  /// about, for folders.
  package init(_ base: any FileSystem, _ call: Call, _ error: SystemError, below prefix: String = "/") {
    (self.call, self.error, self.prefix) = (call, error, prefix)
    super.init(base)
  }

  package override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let file = try super.open(path, mode)
    if mode == .folder, path.hasPrefix(prefix) { folders.insert(file) }
    return file
  }

  package override func close(_ file: FileDescriptor) {
    folders.remove(file)
    super.close(file)
  }

  package override func sync(_ file: FileDescriptor) throws(SystemError) {
    if call == (folders.contains(file) ? .syncFolder : .syncFile) { throw error }
    try super.sync(file)
  }

  package override func syncData(_ file: FileDescriptor) throws(SystemError) {
    if call == .syncData { throw error }
    try super.syncData(file)
  }

  package override func link(_ path: String, as other: String) throws(SystemError) {
    if call == .link { throw error }
    try super.link(path, as: other)
  }

  package override func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    if call == .lock { throw error }
    return try super.lock(file)
  }
}
