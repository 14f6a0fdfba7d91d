import Glibc
import NightStore

/// A disk in memory that knows what would be left after the power went: only what was synced, content and names apart.
package final class MemoryDisk: FileSystem {
  /// The power went; every call from then on fails with this error.
  package static let powerCut = SystemError(code: EIO)

  private final class Node {
    let inode: UInt64
    let isFolder: Bool
    var bytes: [UInt8] = []
    var names: [String: Node] = [:]
    var modified: Int64 = 0
    var durableBytes: [UInt8] = []
    var durableNames: [String: Node] = [:]
    var links = 0

    init(inode: UInt64, isFolder: Bool) {
      self.inode = inode
      self.isFolder = isFolder
    }
  }

  private var root = Node(inode: 1, isFolder: true)
  private var nextInode: UInt64 = 2
  private var open: [Int32: Node] = [:]
  private var appending: Set<Int32> = []
  private var nextNumber: Int32 = 3
  private var locked: [UInt64: Int32] = [:]
  private var changes: Int64 = 0
  /// What lies at the paths that were asked for; forgotten whenever a name goes or stands for something else.
  private var known: [String: Node] = [:]

  /// Calls made so far.
  package private(set) var calls = 0
  /// The call (from 1) at which the power goes, before the call takes effect; nil for never.
  package var powerFailsAt: Int?
  /// True once the power went.
  package private(set) var isDown = false

  /// An empty disk.
  package init() {}

  /// The same disk, with nothing open on it, to go on with separately.
  package func copy() -> MemoryDisk {
    let disk = MemoryDisk()
    var copies: [UInt64: Node] = [:]
    func copy(_ node: Node) -> Node {
      if let known = copies[node.inode] { return known }
      let copied = Node(inode: node.inode, isFolder: node.isFolder)
      copies[node.inode] = copied
      (copied.bytes, copied.durableBytes) = (node.bytes, node.durableBytes)
      (copied.modified, copied.links) = (node.modified, node.links)
      copied.names = node.names.mapValues(copy)
      copied.durableNames = node.durableNames.mapValues(copy)
      return copied
    }
    disk.root = copy(root)
    (disk.nextInode, disk.changes, disk.calls) = (nextInode, changes, calls)
    return disk
  }

  /// The power comes back: what was not synced is gone, and nothing is open any more.
  package func restart() {
    var seen: Set<UInt64> = []
    func forget(_ node: Node) {
      guard seen.insert(node.inode).inserted else { return }
      node.bytes = node.durableBytes
      node.names = node.durableNames
      for child in node.names.values { forget(child) }
    }
    forget(root)
    known = [:]
    releaseAll()
  }

  /// The program was killed: all it wrote is there, but nothing is open any more.
  package func kill() { releaseAll() }

  private func releaseAll() {
    open = [:]
    locked = [:]
    isDown = false
    powerFailsAt = nil
    calls = 0
  }

  /// The content of a file, as programs see it now; nil if there is none.
  package func bytes(at path: String) -> [UInt8]? { node(path)?.bytes }

  /// Puts content into a file, past everything the store does.
  package func setBytes(_ bytes: [UInt8], at path: String) {
    node(path)?.bytes = bytes
    if let node = node(path) { touch(node) }
  }

  /// Puts a file there, past everything the store does; the folder above it is made where it is missing.
  package func put(_ bytes: [UInt8], at path: String) throws(SystemError) {
    let parts = path.split(separator: "/").map(String.init)
    for count in 1..<parts.count {
      let folder = "/" + parts.prefix(count).joined(separator: "/")
      if node(folder) == nil { _ = try make(folder, isFolder: true) }
    }
    let known = node(path)
    let file = if let known { known } else { try make(path, isFolder: false) }
    file.bytes = bytes
    touch(file)
  }

  /// All files below a folder.
  package func allFiles(below path: String) -> [String] {
    guard let folder = node(path) else { return [] }
    return folder.names.sorted { $0.key < $1.key }.flatMap { name, child in
      child.isFolder ? allFiles(below: path + "/" + name) : [path + "/" + name]
    }
  }

  /// Every change has a time of its own, far in the past.
  private func touch(_ node: Node) {
    changes += 1
    node.modified = changes
  }

  private func step() throws(SystemError) {
    calls += 1
    if let powerFailsAt, calls >= powerFailsAt { isDown = true }
    if isDown { throw Self.powerCut }
  }

  private func node(_ path: String) -> Node? {
    if path.isEmpty { return root }
    if let node = known[path] { return node }
    let (folder, name) = Self.parts(path)
    let found = name.isEmpty || name == "." ? node(folder) : node(folder)?.names[name]
    known[path] = found
    return found
  }

  /// The folder a path lies in, and its name there.
  private static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[slash...].dropFirst()))
  }

  private func parent(_ path: String) throws(SystemError) -> (Node, String) {
    let (folder, name) = Self.parts(path)
    guard !name.isEmpty, let node = node(folder) else { throw .missing }
    guard node.isFolder else { throw SystemError(code: ENOTDIR) }
    return (node, name)
  }

  private func node(_ file: FileDescriptor) throws(SystemError) -> Node {
    guard let node = open[file.number] else { throw SystemError(code: EBADF) }
    return node
  }

  package func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    try step()
    let found = node(path)
    let opened: Node
    switch mode {
    case .read, .append:
      guard let found else { throw .missing }
      opened = found
    case .folder:
      guard let found else { throw .missing }
      guard found.isFolder else { throw SystemError(code: ENOTDIR) }
      opened = found
    case .appendNew:
      guard found == nil else { throw .exists }
      opened = try make(path, isFolder: false)
    case .update:
      if let found { opened = found } else { opened = try make(path, isFolder: false) }
    }
    let number = nextNumber
    nextNumber += 1
    open[number] = opened
    if mode == .append || mode == .appendNew { appending.insert(number) }
    return FileDescriptor(number: number)
  }

  private func make(_ path: String, isFolder: Bool) throws(SystemError) -> Node {
    let (folder, name) = try parent(path)
    guard folder.names[name] == nil else { throw .exists }
    let made = Node(inode: nextInode, isFolder: isFolder)
    nextInode += 1
    made.links = 1
    folder.names[name] = made
    touch(folder)
    return made
  }

  package func close(_ file: FileDescriptor) {
    if let node = open[file.number], locked[node.inode] == file.number { locked[node.inode] = nil }
    open[file.number] = nil
    appending.remove(file.number)
  }

  package func status(_ file: FileDescriptor) throws(SystemError) -> FileStatus {
    try step()
    return status(of: try node(file))
  }

  package func status(at path: String) throws(SystemError) -> FileStatus {
    try step()
    guard let node = node(path) else { throw .missing }
    return status(of: node)
  }

  private func status(of node: Node) -> FileStatus {
    FileStatus(
      kind: node.isFolder ? .folder : .file, inode: node.inode, size: node.bytes.count, links: node.links,
      permissions: node.isFolder ? 0o700 : 0o600, modified: node.modified)
  }

  package func read(_ file: FileDescriptor, at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try step()
    let bytes = try node(file).bytes
    return offset == 0 && count >= bytes.count ? bytes : Array(bytes.dropFirst(offset).prefix(count))
  }

  package func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    try step()
    let node = try node(file)
    node.bytes += bytes
    touch(node)
    return bytes.count
  }

  package func write(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError) -> Int {
    try step()
    let node = try node(file)
    let missing = offset + bytes.count - node.bytes.count
    if missing > 0 { node.bytes += Array(repeating: 0, count: missing) }
    node.bytes.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    touch(node)
    return bytes.count
  }

  package func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    try step()
    let node = try node(file)
    node.bytes = Array(node.bytes.prefix(size)) + Array(repeating: 0, count: max(0, size - node.bytes.count))
    touch(node)
  }

  package func syncData(_ file: FileDescriptor) throws(SystemError) {
    try step()
    let node = try node(file)
    node.durableBytes = node.bytes
  }

  package func sync(_ file: FileDescriptor) throws(SystemError) {
    try step()
    let node = try node(file)
    node.durableBytes = node.bytes
    node.durableNames = node.names
  }

  package func lock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    try step()
    let node = try node(file)
    if let holder = locked[node.inode], holder != file.number { return false }
    locked[node.inode] = file.number
    return true
  }

  package func makeFolder(_ path: String) throws(SystemError) {
    try step()
    _ = try make(path, isFolder: true)
  }

  package func list(_ path: String) throws(SystemError) -> [String] {
    try step()
    guard let node = node(path) else { throw .missing }
    guard node.isFolder else { throw SystemError(code: ENOTDIR) }
    return Array(node.names.keys)
  }

  package func link(_ path: String, as other: String) throws(SystemError) {
    try step()
    guard let node = node(path) else { throw .missing }
    let (folder, name) = try parent(other)
    guard folder.names[name] == nil else { throw .exists }
    folder.names[name] = node
    touch(folder)
    node.links += 1
  }

  package func rename(_ path: String, to other: String) throws(SystemError) {
    try step()
    guard let node = node(path) else { throw .missing }
    let (from, oldName) = try parent(path)
    let (folder, name) = try parent(other)
    from.names[oldName] = nil
    known = [:]
    touch(from)
    folder.names[name]?.links -= 1
    folder.names[name] = node
    touch(folder)
  }

  package func remove(_ path: String) throws(SystemError) {
    try step()
    let (folder, name) = try parent(path)
    guard let node = folder.names[name] else { throw .missing }
    guard !node.isFolder else { throw SystemError(code: EISDIR) }
    folder.names[name] = nil
    known = [:]
    touch(folder)
    node.links -= 1
  }

  package func removeFolder(_ path: String) throws(SystemError) {
    try step()
    let (folder, name) = try parent(path)
    guard let node = folder.names[name] else { throw .missing }
    guard node.isFolder else { throw SystemError(code: ENOTDIR) }
    guard node.names.isEmpty else { throw SystemError(code: ENOTEMPTY) }
    folder.names[name] = nil
    known = [:]
    touch(folder)
  }

  package func freeSpace(at path: String) throws(SystemError) -> Int {
    try step()
    return 1 << 30
  }
}
