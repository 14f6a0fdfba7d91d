internal import Glibc
internal import NightModel
internal import Text

/// The operating system's files.
public final class RealFileSystem: FileSystem {
  /// The operating system's files. Sets the process's mask so that nothing it makes is open to others, and lets a file
  /// that may not grow answer with an error instead of a signal.
  public init() {
    umask(0o077)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Opens a file or folder.
  public func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let flags =
      switch mode {
      case .read: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
      case .append: O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK
      case .appendNew: O_RDWR | O_APPEND | O_NOFOLLOW | O_CREAT | O_EXCL
      case .update: O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CREAT
      case .folder: O_RDONLY | O_DIRECTORY
      }
    return FileDescriptor(number: try checked(Glibc.open(path.spelled, flags | O_CLOEXEC, 0o600)))
  }

  /// Closes it.
  public func close(_ file: FileDescriptor) {
    _ = Glibc.close(file.number)
  }

  /// What an open file is.
  public func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    var raw = stat()
    try checked(fstat(file.number, &raw))
    return FileStatus(raw)
  }

  /// The account that this program acts for.
  public var account: UInt32 { geteuid() }

  /// What lies at a path.
  public func status(at path: String) throws(SystemError) -> FileStatus {
    var raw = stat()
    try checked(lstat(path.spelled, &raw))
    return FileStatus(raw)
  }

  /// Some bytes from a position.
  public func read(_ file: FileDescriptor, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = pread(file.number, start + filled, count - filled, off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = SystemError(code: errno)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes with one call.
  public func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    try checked(bytes.withUnsafeBytes { Glibc.write(file.number, $0.baseAddress, $0.count) })
  }

  /// Writes at a position with one call.
  public func write(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError) -> Int {
    try checked(bytes.withUnsafeBytes { pwrite(file.number, $0.baseAddress, $0.count, off_t(offset)) })
  }

  /// Cuts a file to a size.
  public func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    try checked(ftruncate(file.number, off_t(size)))
  }

  /// Puts a file's content on the disk.
  public func syncData(_ file: FileDescriptor) throws(SystemError) {
    try checked(fdatasync(file.number))
  }

  /// Puts a file or folder on the disk.
  public func sync(_ file: FileDescriptor) throws(SystemError) {
    try checked(fsync(file.number))
  }

  /// Takes an exclusive lock without waiting.
  public func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    if flock(file.number, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK || errno == EINTR { return false }
    throw SystemError(code: errno)
  }

  /// Makes a folder.
  public func makeFolder(_ path: String) throws(SystemError) {
    try checked(mkdir(path.spelled, 0o700))
  }

  /// The names in a folder.
  public func list(_ path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path.spelled) else { throw SystemError(code: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { start in
          let bytes = UnsafeBufferPointer(start: start, count: Int(NAME_MAX) + 1)
          return String(nameBytes: Array(bytes.prefix { $0 != 0 }))
        }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw SystemError(code: errno) }
    return names
  }

  /// Gives a file a second name.
  public func link(_ path: String, as other: String) throws(SystemError) {
    try checked(Glibc.link(path.spelled, other.spelled))
  }

  /// Renames a file.
  public func rename(_ path: String, to other: String) throws(SystemError) {
    try checked(Glibc.rename(path.spelled, other.spelled))
  }

  /// Removes a file's name.
  public func remove(_ path: String) throws(SystemError) {
    try checked(unlink(path.spelled))
  }

  /// Removes an empty folder.
  public func removeFolder(_ path: String) throws(SystemError) {
    try checked(rmdir(path.spelled))
  }

  /// Bytes an ordinary user can still write.
  public func freeSpace(at path: String) throws(SystemError) -> Int {
    var raw = statvfs()
    try checked(statvfs(path.spelled, &raw))
    // Some network disks report sizes that no number holds.
    let (bytes, overflow) = raw.f_bavail.multipliedReportingOverflow(by: raw.f_frsize)
    return overflow ? .max : Int(clamping: bytes)
  }

  @discardableResult
  private func checked<Number: SignedInteger>(_ answer: Number) throws(SystemError) -> Number {
    guard answer >= 0 else { throw SystemError(code: errno) }
    return answer
  }
}

extension String {
  /// A path as the system takes it.
  fileprivate var spelled: [CChar] { nameBytes.map { CChar(bitPattern: $0) } + [0] }
}

extension FileStatus {
  fileprivate init(_ raw: stat) {
    let kind: Kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, inode: UInt64(raw.st_ino), size: Int(raw.st_size), links: Int(raw.st_nlink),
      permissions: UInt32(raw.st_mode & 0o777),
      modified: Self.nanoseconds(raw.st_mtim), changed: Self.nanoseconds(raw.st_ctim), owner: raw.st_uid)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
