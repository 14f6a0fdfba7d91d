import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Which record the state of this machine belongs to: what waits, what can be undone, and who wrote.
@Suite struct `What this machine keeps of a record` {
  private let disk = MemoryDisk()
  private let night = Samples().night

  private func open(_ store: String = "/store", _ files: (any FileSystem)? = nil) throws -> Store {
    let places = StorePaths(store: store, stateRoot: "/state", cacheRoot: "/cache")
    return try Store(places: places, files: files ?? disk, world: .sample(seed: UInt64(disk.calls)))
  }
  private func sides(_ store: Store) -> [String] {
    Timeline(store.nights([night]).flatMap(\.entries)).items.compactMap { $0.details.text(.side) }.sorted()
  }
  /// Writes one entry that the record does not take, so that it waits beside it.
  private func keepAside(_ side: String, _ store: String = "/store") throws {
    let error = #expect(throws: StoreError.self) {
      try open(store, ReadOnlyFolder(disk, store)).perform([.turn(side)], zone: nil)
    }
    #expect(error?.unsaved?.kept != nil)
  }
  /// Copies a folder as `cp -a` does: the same content in another folder.
  private func copy(_ folder: String, to other: String) throws {
    for path in disk.allFiles(below: folder) {
      let copy = other + path.dropFirst(folder.count)
      try disk.makeFolders(copy.parentFolder)
      try disk.with(copy, .appendNew) { file throws(SystemError) in
        _ = try disk.write(file, disk.bytes(at: path) ?? [])
      }
    }
  }
  private func remove(_ folder: String) throws { try disk.rename(folder, to: "/trash\(disk.calls)") }
  private func waiting() -> Int { disk.allFiles(below: "/state").count { $0.contains("/rescue/") } }

  @Test(arguments: [
    #"{"store":"0193a4b5-c6d7-7e8f-9012-3456789abcde","format":1}"#, #"{"store":"#, "",
  ])
  func `goes on being its own when store.json becomes another one, is damaged or is deleted`(text: String) throws {
    try open().perform([.turn("left")], zone: nil)
    try keepAside("right")
    if text.isEmpty {
      try disk.remove("/store/store.json")
    } else {
      disk.setBytes(Array(text.utf8), at: "/store/store.json")
    }
    #expect(try sides(open()) == ["left", "right"] && (open().missing == nil))
    // The state goes on too: the same writer, and what can be undone.
    let writer = try open().writerIfKnown
    #expect(writer != nil)
    try open().perform([.turn("back")], zone: nil)
    #expect(try open().writerIfKnown == writer && waiting() == 0)
    #expect(try sides(open()) == ["back", "left", "right"])
    let steps = try (0..<3).map { _ in try open().undo(at: Samples().moment("02:00"), by: nil, zone: nil) }
    #expect(steps.map { $0?.items.first?.item.details.text(.side) } == ["back", "right", "left"])
    #expect(try disk.list("/state").count == 2)
  }

  @Test func `of ids it had before is found too, where an earlier version kept each apart`() throws {
    try open().perform([.turn("left")], zone: nil)
    try keepAside("right")
    let state = try #require(try open().state)
    // As a version before this one left it: no note whose it is, and another state folder of the new id.
    try disk.remove(state.ownerPath)
    let id = "0193a4b5-c6d7-7e8f-9012-3456789abcde"
    let text = String(decoding: disk.bytes(at: state.writerPath) ?? [], as: UTF8.self)
    try disk.makeFolder("/state/\(id)")
    try disk.with("/state/\(id)/writers.json", .appendNew) { file throws(SystemError) in
      _ = try disk.write(file, Array(text.utf8))
    }
    disk.setBytes(Array(#"{"store":"\#(id)","format":1}"#.utf8), at: "/store/store.json")
    disk.setBytes(Array(#"{"/store":["\#(id)","\#(state.name)"]}"#.utf8), at: "/state/places.json")
    #expect(
      try open().state?.name == id
        && open().verify().findings.contains { $0.words.contains("1 entry of the night \(night) is kept aside") })
    try open().perform([.turn("back")], zone: nil)
    #expect(try sides(open()) == ["back", "left", "right"] && waiting() == 0)
  }

  @Test func `stays with the original when it is copied, and the copy has its own`() throws {
    try open().perform([.turn("left")], zone: nil)
    try keepAside("right")
    try copy("/store", to: "/copy")
    #expect(try sides(open("/copy")) == ["left"])
    let copied = try open("/copy")
    #expect(try copied.undo(at: Samples().moment("02:00"), by: nil, zone: nil) == nil)
    try copied.perform([.turn("back")], zone: nil)
    #expect(try sides(open("/copy")) == ["back", "left"] && waiting() == 1)
    #expect(try open("/copy").writerIfKnown != open().writerIfKnown)
    // What the copy can undo is what was done in the copy.
    let undone = try open("/copy").undo(at: Samples().moment("02:00"), by: nil, zone: nil)
    #expect(undone?.items.first?.item.details.text(.side) == "back")
    #expect(try open("/copy").undo(at: Samples().moment("02:00"), by: nil, zone: nil) == nil)
    #expect(try sides(open()) == ["left", "right"])
    try open().perform([.turn("other")], zone: nil)
    #expect(try sides(open()) == ["left", "other", "right"] && waiting() == 0)
  }

  @Test func `goes on telling what an older copy lacks that was put in the record's place, whatever is written next`()
    throws
  {
    try open().perform([.turn("left", night: "2026-11-21")], zone: nil)
    try copy("/store", to: "/backup")
    try open().perform([.turn("right")], zone: nil)
    try remove("/store")
    try disk.rename("/backup", to: "/store")
    let lost = try open().verify().findings.map(\.words)
    #expect(lost.count == 1 && lost[0].hasPrefix("is gone, with 2 lines that were saved here"), "\(lost)")
    for side in ["back", "other"] {
      try open().perform([.turn(side)], zone: nil)
      #expect(try open().verify().findings.map(\.words) == lost)
    }
    try open().purge(.night(night))
    #expect(try open().verify().isSound)
  }

  @Test(arguments: ["/store", "/elsewhere"])
  func `goes with a record that was moved or put back: undo, who wrote, and what waits`(place: String) throws {
    try open().perform([.turn("left")], zone: nil)
    let writer = try open().writerIfKnown
    try keepAside("right")
    // Across disks, or from a backup: the same content in a new folder.
    try copy("/store", to: "/copy")
    try remove("/store")
    try disk.rename("/copy", to: place)
    #expect(try sides(open(place)) == ["left", "right"] && (open(place).missing == nil))
    let undone = try open(place).undo(at: Samples().moment("02:00"), by: nil, zone: nil)
    #expect(undone?.items.first?.item.details.text(.side) == "right")
    try open(place).perform([.turn("back")], zone: nil)
    #expect(try open(place).writerIfKnown != writer && open(place).writer.own.contains(writer ?? ""))
    // The list of what was done can be made anew, with what was done before.
    try disk.remove(try #require(try open(place).state).actions.path)
    let steps = try (0..<2).map { _ in try open(place).undo(at: Samples().moment("02:00"), by: nil, zone: nil) }
    #expect(steps.map { $0?.items.first?.item.details.text(.side) } == ["back", "left"])
    #expect(waiting() == 0)
  }

  @Test func `of a copy that is gone is named and never published`() throws {
    try open().perform([.turn("left")], zone: nil)
    try copy("/store", to: "/copy")
    try open("/copy").perform([.turn("back")], zone: nil)
    try keepAside("right", "/copy")
    try remove("/copy")
    #expect(try open().strayEntries.map(\.count) == [1])
    #expect(try open().verify().findings.contains { $0.words.contains("never put into this one") })
    try open().perform([.turn("other")], zone: nil)
    #expect(try sides(open()) == ["left", "other"] && waiting() == 1)
  }

  @Test func `is found again whichever call fails and whenever the power goes while its record is another`() throws {
    func shown(_ disk: MemoryDisk) throws -> Set<String?> {
      Set(Timeline(try sampleStore(on: disk).nights([night]).flatMap(\.entries)).items.map { $0.details.text(.side) })
    }
    try strikeEveryCall { disk in
      try sampleStore(on: disk).perform([.turn("left")], zone: nil)
      _ = try? sampleStore(on: disk, by: ReadOnlyFolder(disk, "/store")).perform([.turn("right")], zone: nil)
      try disk.replace(
        "/store/store.json", with: Array(#"{"store":"0193a4b5-c6d7-7e8f-9012-3456789abcde","format":1}"#.utf8))
      try disk.syncFolder("/store")
    } act: { files, disk in
      _ = try? sampleStore(on: disk, by: files).perform([.turn("back")], zone: nil)
    } check: { disk, _, words in
      #expect(try shown(disk).isSuperset(of: ["left", "right"]), words)
      try sampleStore(on: disk).perform([.turn("other")], zone: nil)
      #expect(try shown(disk).isSuperset(of: ["left", "right", "other"]), words)
    }
  }
}

/// A disk on which one folder can only be read.
private final class ReadOnlyFolder: ForwardingFileSystem {
  private let folder: String

  init(_ disk: MemoryDisk, _ folder: String) {
    self.folder = folder
    super.init(disk)
  }

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    if path.hasPrefix(folder + "/"), mode != .read, mode != .folder { throw SystemError(code: EROFS) }
    return try super.open(path, mode)
  }
}
