import NightModel
import TestSupport
import Testing

@testable import NightStore

/// What is kept of folders that hold the journal and nothing else.
@Suite struct `What is kept of sound folders` {
  private let disk = MemoryDisk()
  private let files: ClosedFolders
  private let day = Samples().night.adding(days: -40)
  private static let day: Int64 = 86_400_000

  init() throws {
    files = ClosedFolders(disk)
    try open().perform([.turn("left", night: "\(day)")], zone: nil)
    let store = try open()
    while !store.prepareRows(while: { false }).isComplete {}
    _ = look(store)
  }

  private func open(later: Int64 = 0) throws -> Store {
    var world = StoreWorld.sample(seed: UInt64(disk.calls))
    let now = world.now
    world.now = { now() + later }
    return try Store(places: .sample(below: ""), files: files, world: world)
  }

  private func look(_ store: Store) -> SurveyFindings { store.lookForFindings { true }.findings }

  private var kept: String {
    get throws { try #require(disk.allFiles(below: "/cache").first { $0.hasSuffix("/folders") }) }
  }

  /// True if a run lists the folders of the journal's files.
  private func listsYears(_ store: Store) -> Bool {
    files.listedFolders = []
    _ = look(store)
    return files.listedFolders.contains("/store/nights/2026")
  }

  private func put(_ bytes: [UInt8], at path: String) throws {
    try disk.with(path, .appendNew) { file throws(SystemError) in _ = try disk.write(file, bytes) }
  }

  @Test func `a later run of the same day lists no year that is as it was, and opens no file of it`() throws {
    files.opened = []
    #expect(try !listsYears(open()))
    #expect(files.opened.allSatisfy { !$0.hasPrefix("/store/nights") && !$0.hasPrefix("/store/plan") })
    #expect(try listsYears(open(later: Self.day)))
    #expect(try !listsYears(open(later: Self.day)))
    // It is written again only if it is another one.
    let inode = try disk.status(at: kept).inode
    #expect(try !listsYears(open(later: Self.day)))
    #expect(try disk.status(at: kept).inode == inode)
  }

  @Test func `what came into a folder since is found, and tells on until it is gone`() throws {
    let own = try #require(disk.allFiles(below: "/store/nights").first)
    let longer = try #require(disk.bytes(at: own))
    for name in ["2026-10-13 2.jsonl", "x.jsonl.bak"] {
      let path = "/store/nights/2026/" + name
      try put(longer, at: path)
      disk.setBytes(Array(longer.prefix { $0 != UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")], at: own)
      for _ in 1...2 { #expect(try look(open()).others.map(\.path) == [String(path.dropFirst(7))]) }
      disk.setBytes(longer, at: own)
      try disk.remove(path)
      #expect(try look(open()).whole == WholeFindings())
    }
    try disk.makeFolder("/store/nights/2026/deeper")
    try put(longer, at: "/store/nights/2026/deeper/notes.txt")
    for _ in 1...2 { #expect(try look(open()).strangers == ["nights/2026/deeper/notes.txt"]) }
    files.closed = ["/store/nights"]
    #expect(try look(open()).unlisted.count == 1)
  }

  @Test func `a file that is gone or shorter is told, though its folder is as it was kept`() throws {
    let own = try #require(disk.allFiles(below: "/store/nights").first)
    let whole = try #require(disk.bytes(at: own))
    // Cut in place: nothing of that shows in the folder.
    disk.setBytes(Array(whole.prefix { $0 != UInt8(ascii: "\n") }) + [UInt8(ascii: "\n")], at: own)
    #expect(try !listsYears(open()))
    #expect(try look(open()).missing.map(\.isGone) == [false])
    try disk.remove(own)
    for _ in 1...2 {
      let store = try open()
      for _ in 1...2 { #expect(look(store).missing.map(\.isGone) == [true]) }
    }
    try put(whole, at: own)
    #expect(try look(open()).missing.isEmpty)
  }

  @Test func `another file's entries are compared with those of a folder that was not listed`() throws {
    let own = try #require(disk.allFiles(below: "/store/nights").first)
    let whole = try #require(disk.bytes(at: own))
    try put(whole, at: "/store/nights/\(day).demo 2.jsonl")
    for _ in 1...2 {
      let found = try look(open())
      #expect(found.others.isEmpty && found.strangers == ["nights/\(day).demo 2.jsonl"])
    }
  }

  @Test func `damaged, of another version or gone, it only costs time`() throws {
    for damage in 0..<5 {
      let path = try kept
      let bytes = try #require(disk.bytes(at: path))
      var broken = bytes
      switch damage {
      case 0: broken[20] ^= 1
      case 1: broken = []
      case 2: broken = Array(bytes.dropLast(3))
      case 3: broken[0] ^= 1
      default: broken = Array("nights/2026 1 1 1 1\n".utf8)
      }
      disk.setBytes(broken, at: path)
      #expect(try listsYears(open()), "\(damage)")
      #expect(try look(open()).whole == WholeFindings(), "\(damage)")
      #expect(try !listsYears(open()), "\(damage)")
    }
    try disk.remove(kept)
    #expect(try listsYears(open()))
  }

  @Test func `verifying lists everything, whatever was kept`() throws {
    files.listedFolders = []
    #expect(try open().verify().isSound)
    let lists = files.listedFolders.filter { $0 == "/store/nights/2026" }.count
    disk.setBytes([], at: try kept)
    files.listedFolders = []
    #expect(try open().verify().isSound)
    #expect(files.listedFolders.filter { $0 == "/store/nights/2026" }.count == lists)
  }

  @Test func `erasing all takes it along, and no name of a file is in it`() throws {
    let bytes = try #require(disk.bytes(at: kept))
    #expect(!String(decoding: bytes.dropFirst(16), as: UTF8.self).contains("jsonl"))
    try open().purge(.all)
    #expect(disk.allFiles(below: "/cache").isEmpty)
  }

  @Test func `nothing is asked a second time of what waits beside the record where nothing does`() throws {
    let store = try open()
    files.opened = []
    #expect(!store.plan().isAnythingAside && store.waiting().isEmpty)
    #expect(files.opened.filter { $0.hasSuffix("/erasing") }.count == 1)
    let state = try #require(store.state)
    try state.files.makeFolders(state.rescue)
    try put([], at: state.rescue + "/2026-11-22.k7f3q2xm.jsonl")
    #expect(store.plan().isAnythingAside)
    files.closed = [state.rescue]
    #expect(store.plan().isAnythingAside)
  }
}
