/// Everything the store asks of the operating system, one call at a time, so that tests can let any call fail.
public protocol FileSystem: AnyObject {
  /// Opens a file or folder.
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor
  /// Closes it; an error on closing changes nothing that was not said by `sync` before.
  func close(_ file: FileDescriptor)
  /// What an open file is.
  func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus
  /// What lies at a path, links not followed.
  func status(at path: String) throws(SystemError) -> FileStatus
  /// Some bytes from a position; fewer at the end of the file.
  func read(_ file: FileDescriptor, at offset: Int, count: Int) throws(SystemError) -> [UInt8]
  /// Writes with one call; may write less than asked.
  func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int
  /// Writes at a position with one call; may write less than asked.
  func write(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError) -> Int
  /// Cuts a file to a size, or makes it that long with bytes of 0.
  func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError)
  /// Puts a file's content on the disk (fdatasync).
  func syncData(_ file: FileDescriptor) throws(SystemError)
  /// Puts a file or folder on the disk with all that describes it (fsync).
  func sync(_ file: FileDescriptor) throws(SystemError)
  /// Takes an exclusive lock without waiting; false if somebody holds it. Closing the file frees it.
  func lock(_ file: FileDescriptor) throws(SystemError) -> Bool
  /// Makes a folder, 0700.
  func makeFolder(_ path: String) throws(SystemError)
  /// The names in a folder, in no order, without `.` and `..`; bytes that spell no text as `String(nameBytes:)` has them.
  func list(_ path: String) throws(SystemError) -> [String]
  /// Gives a file a second name; fails if that name is taken.
  func link(_ path: String, as other: String) throws(SystemError)
  /// Renames a file, replacing what is there.
  func rename(_ path: String, to other: String) throws(SystemError)
  /// Removes a file's name.
  func remove(_ path: String) throws(SystemError)
  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(SystemError)
  /// The account that files are made by.
  var account: UInt32 { get }
  /// Bytes an ordinary user can still write to the disk that holds a path.
  func freeSpace(at path: String) throws(SystemError) -> Int
}

/// An open file.
public struct FileDescriptor: Hashable, Sendable {
  /// The number the operating system gave it.
  public let number: Int32

  /// Only for what opens files: the number means nothing to another file system.
  public init(number: Int32) {
    self.number = number
  }
}

/// How a file is opened. Links are never followed and nothing waits for the other end of a pipe.
public enum OpenMode: Hashable, Sendable {
  /// For reading.
  case read
  /// For appending and reading; must exist.
  case append
  /// For appending and reading; must not exist and is made, 0600.
  case appendNew
  /// For reading and writing at positions; made if missing, 0600.
  case update
  /// A folder, to put it on the disk.
  case folder
}

/// What lies at a path.
public struct FileStatus: Hashable, Sendable {
  /// What kind of thing a path names.
  public enum Kind: Sendable {
    /// An ordinary file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A pipe, socket or device.
    case other
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// The number that tells it apart from all others on its disk.
  public let inode: UInt64
  /// Bytes.
  public let size: Int
  /// How many names it has; 0 once removed.
  public let links: Int
  /// The permission bits, such as 0o600.
  public let permissions: UInt32
  /// When its content last changed, in nanoseconds since 1970 as far as the disk tells them.
  public let modified: Int64
  /// When its content or anything else about it last changed, likewise; no program can set it.
  public let changed: Int64
  /// The account it belongs to.
  public let owner: UInt32

  /// A time of 0 says that the disk does not tell it.
  public init(
    kind: Kind, inode: UInt64, size: Int, links: Int, permissions: UInt32, modified: Int64 = 0, changed: Int64 = 0,
    owner: UInt32 = 0
  ) {
    self.kind = kind
    self.inode = inode
    self.size = size
    self.links = links
    self.permissions = permissions
    self.modified = modified
    self.changed = changed
    self.owner = owner
  }

  /// True if it changed long enough ago that a further change would show in its times. Some disks have no times for
  /// some folders. `now` is in milliseconds since 1970.
  func isSettled(at now: Int64) -> Bool {
    // Programs can set the time of content back; what is in a folder is told by the other one too.
    let latest = kind == .folder ? max(modified, changed) : modified
    return modified > 0 && latest < (now - 2000) * 1_000_000
  }
}

extension FileSystem {
  /// The first account, where there are no others.
  public var account: UInt32 { 0 }

  /// Opens, hands over and always closes a file.
  func with<Result>(
    _ path: String, _ mode: OpenMode, _ body: (FileDescriptor) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let file = try open(path, mode)
    defer { close(file) }
    return try body(file)
  }

  /// Puts a folder's list of names on the disk.
  /// - Returns: false where the system cannot, as on many network and shared folders.
  @discardableResult
  func syncFolder(_ path: String) throws(SystemError) -> Bool {
    try with(path, .folder) { folder throws(SystemError) in try syncIfPossible(folder) }
  }

  /// Puts a file or folder on the disk with all that describes it.
  /// - Returns: false where the system cannot do that at all; what was written is as safe as it gets there.
  @discardableResult
  func syncIfPossible(_ file: FileDescriptor) throws(SystemError) -> Bool {
    try Self.ifSupported { () throws(SystemError) in try sync(file) }
  }

  /// Puts a file's content on the disk.
  /// - Returns: as `syncIfPossible`.
  @discardableResult
  func syncDataIfPossible(_ file: FileDescriptor) throws(SystemError) -> Bool {
    try Self.ifSupported { () throws(SystemError) in try syncData(file) }
  }

  private static func ifSupported(_ call: () throws(SystemError) -> Void) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try call()
      return true
    } catch  where error.isUnsupported {
      return false
    }
  }

  /// What lies at a path, links not followed; nil if nothing does.
  func statusIfThere(_ path: String) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try status(at: path)
    } catch  where error == .missing || error.isNoFolder {
      return nil
    }
  }

  /// All bytes of an ordinary file; nil if nothing is there.
  /// - Throws: `SystemError`, with `ELOOP` or `EINVAL` if something other than an ordinary file stands there.
  func contents(of path: String) throws(SystemError) -> [UInt8]? { try measuredContents(of: path)?.bytes }

  /// The same, and what the file was before it was read.
  func measuredContents(of path: String) throws(SystemError) -> (bytes: [UInt8], status: FileStatus)? {
    do {
      return try with(path, .read) { file throws(SystemError) in
        let found = try status(file)
        guard found.kind == .file else { throw SystemError.notAFile }
        return (try readAll(file, found), found)
      }
    } catch SystemError.missing {
      return nil
    }
  }

  /// All bytes of an open file, as it was when measured and whatever was added since.
  /// - Throws: `SystemError.tooLarge` for more than any file of ours can hold: a broken size must not fill the memory.
  func readAll(_ file: FileDescriptor, _ measured: FileStatus) throws(SystemError) -> [UInt8] {
    guard measured.size <= LineFormat.largestFile else { throw .tooLarge }
    var bytes = try read(file, at: 0, count: measured.size)
    while bytes.count <= LineFormat.largestFile {
      let more = try read(file, at: bytes.count, count: 4096)
      if more.isEmpty { return bytes }
      bytes += more
    }
    throw .tooLarge
  }

  /// Removes a file's name if it is there; true if it was.
  @discardableResult
  func removeIfThere(_ path: String) throws(SystemError) -> Bool {
    do {
      try remove(path)
      return true
    } catch SystemError.missing {
      return false
    }
  }
}
