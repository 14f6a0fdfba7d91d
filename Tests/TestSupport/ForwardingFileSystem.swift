public import NightStore

/// A file system that hands every call on to another; what inherits from it changes the calls it is about.
open class ForwardingFileSystem: FileSystem {
  /// What the calls are handed on to.
  public let base: any FileSystem

  /// A file system over another.
  public init(_ base: any FileSystem) {
    self.base = base
  }

  /// Asked before every call but `close`; what it throws is the call's answer.
  open func willCall() throws(SystemError) {}

  /// Handed on.
  open func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    try willCall()
    return try base.open(path, mode)
  }

  /// Handed on.
  open func close(_ file: FileDescriptor) { base.close(file) }

  /// Handed on.
  open func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    try willCall()
    return try base.status(file)
  }

  /// Handed on.
  open func status(at path: String) throws(SystemError) -> FileStatus {
    try willCall()
    return try base.status(at: path)
  }

  /// Handed on.
  open func read(_ file: FileDescriptor, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try willCall()
    return try base.read(file, at: offset, count: count)
  }

  /// Handed on.
  open func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    try willCall()
    return try base.write(file, bytes)
  }

  /// Handed on.
  open func write(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError) -> Int {
    try willCall()
    return try base.write(file, bytes, at: offset)
  }

  /// Handed on.
  open func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    try willCall()
    try base.truncate(file, to: size)
  }

  /// Handed on.
  open func syncData(_ file: FileDescriptor) throws(SystemError) {
    try willCall()
    try base.syncData(file)
  }

  /// Handed on.
  open func sync(_ file: FileDescriptor) throws(SystemError) {
    try willCall()
    try base.sync(file)
  }

  /// Handed on.
  open func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    try willCall()
    return try base.lock(file)
  }

  /// Handed on.
  open func makeFolder(_ path: String) throws(SystemError) {
    try willCall()
    try base.makeFolder(path)
  }

  /// Handed on.
  open func list(_ path: String) throws(SystemError) -> [String] {
    try willCall()
    return try base.list(path)
  }

  /// Handed on.
  open func link(_ path: String, as other: String) throws(SystemError) {
    try willCall()
    try base.link(path, as: other)
  }

  /// Handed on.
  open func rename(_ path: String, to other: String) throws(SystemError) {
    try willCall()
    try base.rename(path, to: other)
  }

  /// Handed on.
  open func remove(_ path: String) throws(SystemError) {
    try willCall()
    try base.remove(path)
  }

  /// Handed on.
  open func removeFolder(_ path: String) throws(SystemError) {
    try willCall()
    try base.removeFolder(path)
  }

  /// Handed on.
  open func freeSpace(at path: String) throws(SystemError) -> Int {
    try willCall()
    return try base.freeSpace(at: path)
  }
}
