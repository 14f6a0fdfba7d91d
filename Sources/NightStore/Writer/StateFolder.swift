internal import NightModel
internal import Text

/// What belongs to this machine and is never shared: who writes here, how far, what can be undone, and what could not
/// be saved yet. All of it can be lost without losing an entry, but for `rescue`.
struct StateFolder {
  let files: any FileSystem
  let path: String

  var lockPath: String { path + "/lock" }
  var writerPath: String { path + "/writers.json" }
  var reservePath: String { path + "/reserve" }
  var rescue: String { path + "/rescue" }
  var cardPath: String { path + "/card.txt" }
  /// Names what the system could not put on the disk, once that was said.
  var uncoveredPath: String { path + "/uncovered" }
  var cardBeforeDamagePath: String { path + "/card-before-damage.txt" }
  var erasing: ErasingNote { ErasingNote(files: files, path: path + "/erasing", lockPath: lockPath) }
  var actions: ActionList { ActionList(files: files, path: path + "/actions") }
  var marks: HighWaterMarks { HighWaterMarks(files: files, path: path + "/marks", lostPath: path + "/lost") }

  private static let reserveSize = 64 * 1024

  /// Makes the folder and those above it where they are missing.
  func make() throws(SystemError) {
    try files.makeFolders(path)
  }

  /// The writer ids kept for the store folder with that inode, the one in use first. A copied store has another inode,
  /// so the copy never writes into the files of the original.
  func writers(storeInode: UInt64) throws(SystemError) -> [String] {
    try allWriters().first { $0.inode == "\(storeInode)" }?.writers ?? []
  }

  /// The inode of the store folder that wrote here first; nil if none has.
  func firstFolder() throws(SystemError) -> UInt64? { try allWriters().first.flatMap { UInt64($0.inode) } }

  /// The writer ids kept for every store folder but the one with that inode.
  func writers(notIn storeInode: UInt64) throws(SystemError) -> [String] {
    try allWriters().filter { $0.inode != "\(storeInode)" }.flatMap(\.writers)
  }

  /// Keeps a writer id for later runs, before the ones used earlier, if that works.
  func keep(writer: String, storeInode: UInt64) {
    let inode = "\(storeInode)"
    // What cannot be read is not replaced: it names the files that undo may touch.
    guard let known = try? allWriters() else { return }
    let others = known.filter { $0.inode != inode }
    let earlier = known.first { $0.inode == inode }?.writers ?? []
    let own = (inode: inode, writers: [writer] + earlier.filter { $0 != writer })
    let members = (others + [own]).map { JSON.Member($0.inode, .array($0.writers.map { .string($0) })) }
    try? files.replace(writerPath, with: Array("\(JSON.object(members))\n".utf8))
  }

  /// Forgets who writes in the store folder with that inode.
  func forgetWriters(storeInode: UInt64) throws(SystemError) {
    let writers = try allWriters()
    let others = writers.filter { $0.inode != "\(storeInode)" }
    guard others.count < writers.count else { return }
    let members = others.map { JSON.Member($0.inode, .array($0.writers.map { .string($0) })) }
    try files.replace(writerPath, with: Array("\(JSON.object(members))\n".utf8))
  }

  private func allWriters() throws(SystemError) -> [(inode: String, writers: [String])] {
    guard let bytes = try files.contents(of: writerPath), let members = JSON(bytes[...])?.members else { return [] }
    return members.map { ($0.name, ($0.value.elements ?? []).compactMap(\.text).filter(WriterID.isValid)) }
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

extension StateFolder {
  /// What lies in it, but for what goes last.
  private static let names: Set<String> = [
    "record.json", "writers.json", "reserve", "marks", "lost", "actions", "card.txt", "card-before-damage.txt",
    "uncovered",
  ]

  /// True for the files of a state folder, and what a crash leaves beside them.
  static func isKnown(_ name: String) -> Bool {
    names.contains(name.hasSuffix(".new") ? String(name.dropLast(4)) : name)
  }

  /// True for the cards kept in it.
  static func isCard(_ name: String) -> Bool { name.hasPrefix("card") }

  /// The names of what holds the others together until they are gone, in the order in which it goes.
  static let lastNames = ["erasing.new", "erasing", "lock"]
}
