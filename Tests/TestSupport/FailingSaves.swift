import NightStore

/// A disk on which saving fails in one of the ways it can, and reading works.
package final class FailingSaves: ForwardingFileSystem {
  /// How a save can go.
  package enum Outcome: Hashable, Sendable {
    /// It is written.
    case works
    /// The record cannot be written; what was to be saved waits beside it.
    case keepsBeside
    /// The same of the plan alone.
    case keepsPlanBeside
    /// It is written to the record, and the disk does not confirm it.
    case doesNotConfirm
    /// Nothing can be written anywhere.
    case refuses
  }

  /// How saves go from here on.
  package var outcome = Outcome.works
  private let store: String
  /// The paths of what was read, in order, a path for each call.
  package private(set) var pathsRead: [String] = []
  /// The paths of what is open.
  private var paths: [FileDescriptor: String] = [:]

  /// A disk over another, on which a record lies in a folder.
  package init(_ base: any FileSystem, store: String) {
    self.store = store
    super.init(base)
  }

  /// Lets something take room at a path, if there is any. What holds nothing takes none.
  private func takeRoom(at path: String) throws(SystemError) {
    let isFull =
      switch outcome {
      case .works, .doesNotConfirm: false
      case .keepsBeside: path.hasPrefix(store + "/")
      case .keepsPlanBeside: path.hasPrefix(store + "/plan")
      case .refuses: true
      }
    if isFull { throw .diskFull }
  }

  private func confirm() throws(SystemError) {
    if outcome == .doesNotConfirm { throw .diskFull }
  }

  package override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let file = try super.open(path, mode)
    paths[file] = path
    return file
  }

  package override func close(_ file: FileDescriptor) {
    paths[file] = nil
    super.close(file)
  }

  package override func read(_ file: FileDescriptor, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    pathsRead.append(paths[file] ?? "")
    return try super.read(file, at: offset, count: count)
  }

  package override func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    try takeRoom(at: paths[file] ?? "")
    return try super.write(file, bytes)
  }

  package override func write(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError) -> Int {
    try takeRoom(at: paths[file] ?? "")
    return try super.write(file, bytes, at: offset)
  }

  package override func makeFolder(_ path: String) throws(SystemError) {
    if (try? status(at: path)) == nil { try takeRoom(at: path) }
    try super.makeFolder(path)
  }

  package override func syncData(_ file: FileDescriptor) throws(SystemError) {
    try confirm()
    try super.syncData(file)
  }

  package override func sync(_ file: FileDescriptor) throws(SystemError) {
    try confirm()
    try super.sync(file)
  }
}
