import NightModel
import TestSupport
import Testing

@testable import NightStore

/// What copies, backups, sync engines and second instances do to a store.
@Suite struct `A store in company` {
  private let disk = MemoryDisk()
  private let night = Samples().night

  private func open() throws -> Store {
    try Store(places: .sample(below: ""), files: disk, world: .sample(seed: UInt64(disk.calls)))
  }
  private func sides(_ store: Store) -> [String] {
    Timeline(store.nights([night]).flatMap(\.entries)).items.compactMap { $0.details.text(.side) }.sorted()
  }
  private func file(_ store: Store) throws -> String {
    "/store/nights/2026/\(night).\(try #require(store.writerIfKnown)).jsonl"
  }

  @Test func `a file put back from a backup is never gone on in`() throws {
    let store = try open()
    try store.perform([.turn("left")], zone: nil)
    let path = try file(store)
    let backup = try #require(disk.bytes(at: path))
    try store.perform([.turn("right")], zone: nil)
    disk.setBytes(backup, at: path)
    #expect(!(try open()).verify().isSound)
    try open().perform([.turn("back")], zone: nil)
    #expect(disk.bytes(at: path) == backup)
    #expect(sides(try open()) == ["back", "left"])
  }

  @Test func `a file that ends otherwise than this machine left it is never gone on in`() throws {
    let store = try open()
    try store.perform([.turn("left")], zone: nil)
    let path = try file(store)
    let other = MemoryDisk()
    let elsewhere = try Store(places: .sample(below: ""), files: other, world: .sample(seed: 0))
    try elsewhere.perform([.turn("back")], zone: nil)
    let forked = try #require(other.bytes(at: path))
    disk.setBytes(forked, at: path)
    try open().perform([.turn("right")], zone: nil)
    #expect(disk.bytes(at: path) == forked)
    #expect(sides(try open()) == ["back", "right"])
  }

  @Test func `a torn last line is closed, never cut off, and what follows is sound`() throws {
    let store = try open()
    try store.perform([.turn("left")], zone: nil)
    let path = try file(store)
    let torn = try #require(disk.bytes(at: path)) + Array(#"{"v":1,"id":"01a2"#.utf8)
    disk.setBytes(torn, at: path)
    try open().perform([.turn("right")], zone: nil)
    #expect(disk.bytes(at: path)?.starts(with: torn) == true)
    #expect(sides(try open()) == ["left", "right"])
    let findings = try open().verify().findings
    #expect(findings.map(\.line) == [3])
  }

  @Test func `a copied store gets a writer of its own and both go on`() throws {
    try open().perform([.turn("left")], zone: nil)
    let original = try #require(try open().writerIfKnown)
    try disk.makeFolder("/copy")
    for folder in ["/copy/store", "/copy/store/nights", "/copy/store/nights/2026"] { try disk.makeFolder(folder) }
    for path in disk.allFiles(below: "/store") {
      let bytes = try #require(disk.bytes(at: path))
      try disk.with("/copy" + path, .appendNew) { file throws(SystemError) in _ = try disk.write(file, bytes) }
    }
    let places = StorePaths(store: "/copy/store", stateRoot: "/state")
    let copy = try Store(places: places, files: disk, world: .sample(seed: 5))
    try copy.perform([.turn("back")], zone: nil)
    #expect(copy.writerIfKnown != original)
    #expect(try open().writerIfKnown == original)
    #expect(sides(copy) == ["back", "left"])
    #expect(sides(try open()) == ["left"])
  }

  @Test func `a run that cannot have the lock writes a file of its own`() throws {
    try open().perform([.turn("left")], zone: nil)
    let holder = try disk.open(try #require(try open().state).lockPath, .update)
    #expect(try disk.lock(holder))
    try open().perform([.turn("right")], zone: nil)
    #expect(sides(try open()) == ["left", "right"])
    #expect(disk.allFiles(below: "/store/nights").count == 2)
    disk.close(holder)
    try open().perform([.turn("back")], zone: nil)
    #expect(disk.allFiles(below: "/store/nights").count == 2)
  }

  @Test(arguments: [false, true])
  func `a file replaced by a sync engine while we write is written again`(keepsOld: Bool) throws {
    let store = try open()
    try store.perform([.turn("left")], zone: nil)
    let path = try file(store)
    let replacing = ReplacingDisk(disk, path, keepsOld: keepsOld)
    let second = try Store(places: .sample(below: ""), files: replacing, world: .sample(seed: 2))
    try second.perform([.turn("right")], zone: nil)
    #expect(replacing.replaced)
    #expect(sides(try open()) == ["left", "right"])
    #expect(try open().verify().isSound)
  }

  @Test func `a file begun in another store is read like any other, and named`() throws {
    try open().perform([.turn("left")], zone: nil)
    let other = try Store(
      places: StorePaths(store: "/other", stateRoot: "/state"), files: disk, world: .sample(seed: UInt64(disk.calls)))
    try other.perform([.turn("back")], zone: nil)
    let guest = try #require(disk.allFiles(below: "/other/nights").first)
    let name = try #require(guest.split(separator: "/").last)
    try disk.link(guest, as: "/store/nights/2026/\(name)")
    #expect(sides(try open()) == ["back", "left"])
    let verification = try open().verify()
    #expect(verification.isSound && verification.fromElsewhere.count == 1)
  }

  @Test func `two runs at once lose nothing, with real files`() async throws {
    let folder = TemporaryFolder()
    let count = 1000
    try await withThrowingTaskGroup { group in
      for side in ["left", "right"] {
        let path = folder.path
        group.addTask {
          var chance = Chance(seed: side == "left" ? 11 : 12)
          let world = StoreWorld(
            now: { 1_795_384_800_000 }, random: { chance.next() }, pause: { _ in }, device: "test", boot: "b",
            program: "test")
          let store = try Store(places: .sample(below: path), files: RealFileSystem(), world: world)
          for _ in 0..<count { try store.perform([.turn(side)], zone: nil) }
        }
      }
      try await group.waitForAll()
    }
    let store = try Store(places: .sample(below: folder.path), files: RealFileSystem(), world: .sample())
    #expect(sides(store).count == 2 * count)
    #expect(store.verify().isSound)
  }
}

/// A disk on which, once, a file is replaced by its earlier self right after it was synced.
private final class ReplacingDisk: ForwardingFileSystem {
  private let path: String
  private let before: [UInt8]
  private let keepsOld: Bool
  private(set) var replaced = false

  init(_ disk: MemoryDisk, _ path: String, keepsOld: Bool) {
    self.path = path
    self.keepsOld = keepsOld
    before = disk.bytes(at: path) ?? []
    super.init(disk)
  }

  override func syncData(_ file: FileDescriptor) throws(SystemError) {
    try super.syncData(file)
    guard !replaced else { return }
    replaced = true
    if keepsOld { try base.link(path, as: "/aside") }
    try base.replace(path, with: before)
  }
}
