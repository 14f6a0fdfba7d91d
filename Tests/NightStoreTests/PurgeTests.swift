import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Erasing for good.
@Suite struct `Purge` {
  private let disk = MemoryDisk()
  private let places = StorePaths(store: "/store", stateRoot: "/state")
  private let night = Samples().night
  private let moment = Samples().moment("08:00")

  private func open(at store: String = "/store") throws -> Store {
    let places = StorePaths(store: store, stateRoot: "/state")
    return try Store(places: places, files: disk, world: .sample(seed: UInt64(disk.calls)))
  }
  private func sides(_ date: CivilDate) throws -> [String] {
    Timeline(try open().nights([date]).flatMap(\.entries)).items.compactMap { $0.details.text(.side) }.sorted()
  }
  private func put(_ text: String, at path: String) throws {
    try disk.makeFolders(path.parentFolder)
    try disk.with(path, .appendNew) { file throws(SystemError) in _ = try disk.write(file, Array(text.utf8)) }
  }
  private func files(below folder: String) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: disk.allFiles(below: folder).map { ($0, disk.bytes(at: $0) ?? []) })
  }
  /// The plan, the night before and the night itself; and last, something in the night after.
  private func fill() throws {
    let setting = Draft(partition: .plan, at: moment, body: .record(.plan(key: "person"), Details([.to: .text("X")])))
    try open().perform([setting], zone: nil)
    try open().perform([.turn("left", night: "2026-11-21")], zone: nil)
    try open().perform([.turn("right")], zone: nil)
    try open().perform([.turn("back")], zone: nil)
    try open().perform([.turn("other", night: "2026-11-23")], zone: nil)
  }
  /// A file of another machine for the night.
  private func addGuest() throws -> String {
    let elsewhere = MemoryDisk()
    let places = StorePaths(store: "/store", stateRoot: "/state")
    try Store(places: places, files: elsewhere, world: .sample(seed: 77)).perform([.turn("left")], zone: nil)
    let path = try #require(elsewhere.allFiles(below: "/store/nights").first)
    try put(String(decoding: elsewhere.bytes(at: path) ?? [], as: UTF8.self), at: path)
    return path
  }

  @Test func `a night goes with all writers' files, and everything else stays byte for byte`() throws {
    try fill()
    let guest = try addGuest()
    let before = files(below: "/store")
    let found = try open().toPurge(.night(night))
    #expect(found.nights == [night] && found.files == 2 && found.entries == 3 && found.left.isEmpty)
    #expect(found.folders == ["/store"])
    #expect(files(below: "/store") == before)
    let erased = try open().purge(.night(night))
    #expect(erased.files == 2 && erased.bytes == found.bytes && erased.nights == [night])
    let gone = before.keys.filter { $0.contains("2026-11-22") }
    #expect(gone.count == 2 && gone.contains(guest))
    #expect(files(below: "/store") == before.filter { !gone.contains($0.key) })
    #expect(try sides(night).isEmpty && open().recordedNights().count == 2)
    let verification = try open().verify()
    #expect(verification.isSound, "\(verification.findings)")
    #expect(try open().remarks.isEmpty)
    // What is written for that night later is a record like any other.
    try open().perform([.turn("left")], zone: nil)
    #expect(try sides(night) == ["left"] && open().verify().isSound)
  }

  @Test func `nothing of the night is left in the state folder`() throws {
    try fill()
    let state = try #require(try open().state)
    state.marks.keepLost(
      .init(partition: .night(night), writer: "aaaaaaaa", position: .init(number: 9, previous: 1)))
    state.marks.keepLost(
      .init(partition: .night(night.adding(days: 1)), writer: "aaaaaaaa", position: .init(number: 9, previous: 1)))
    try put("half a line", at: state.rescue + "/2026-11-22.bbbbbbbb.jsonl.damaged")
    try open().purge(.night(night))
    for (path, bytes) in files(below: "/state") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("2026-11-22"), "\(path)")
      #expect(!path.contains("2026-11-22"))
    }
    #expect(state.marks.all().contains { $0.partition == .night(night.adding(days: 1)) && $0.writer == "aaaaaaaa" })
    #expect(state.marks.all().filter { $0.writer != "aaaaaaaa" }.count == 3)
  }

  @Test func `what waits beside the record for that night goes too and does not come back`() throws {
    try fill()
    let full = FullNights(disk)
    #expect(throws: StoreError.self) {
      try Store(places: places, files: full, world: .sample(seed: 2)).perform([.turn("other")], zone: nil)
    }
    #expect(try sides(night).contains("other"))
    #expect(try open().purge(.night(night)).files == 2)
    try open().perform([.turn("right", night: "2026-11-23")], zone: nil)
    #expect(try sides(night).isEmpty)
    #expect(try open().verify().isSound)
  }

  @Test(arguments: [false, true])
  func `undo goes past what was erased and never brings it back`(losesList: Bool) throws {
    try fill()
    try open().purge(.night(night))
    if losesList { try disk.remove(try #require(try open().state).actions.path) }
    #expect(try open().undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "other")
    #expect(try open().undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "left")
    #expect(try open().redo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "left")
    #expect(try sides(night).isEmpty && !open().recordedNights().contains(night))
  }

  @Test func `the last night of a year takes the year's folder with it`() throws {
    try open().perform([.turn(night: "2020-02-29")], zone: nil)
    try open().perform([.turn()], zone: nil)
    try open().purge(.night(try #require(CivilDate("2020-02-29"))))
    #expect(try disk.list("/store/nights") == ["2026"])
  }

  @Test func `a conflict copy that says it is of that night goes, one that cannot be read stays and is told`() throws {
    try fill()
    let own = try #require(disk.allFiles(below: "/store/nights").first { $0.contains("2026-11-22") })
    let copy = String(own.dropLast(6)) + ".sync-conflict-20261123-021500-ABCDEFG.jsonl"
    try put(String(decoding: disk.bytes(at: own) ?? [], as: UTF8.self), at: copy)
    try put("my own notes", at: "/store/nights/2026/2026-11-22 notes.txt")
    let erased = try open().purge(.night(night))
    #expect(erased.files == 2 && disk.bytes(at: copy) == nil)
    #expect(erased.left.map(\.path) == ["/store/nights/2026/2026-11-22 notes.txt"])
    #expect(disk.bytes(at: "/store/nights/2026/2026-11-22 notes.txt") != nil)
  }

  @Test func `a night nobody wrote is nothing to erase, and nothing is made on disk for it`() throws {
    #expect(try open().toPurge(.night(night)).isEmpty && open().purge(.night(night)).isEmpty)
    #expect(try open().toPurge(.all).isEmpty && open().purge(.all).isEmpty)
    #expect(disk.allFiles(below: "").isEmpty)
  }

  @Test func `a run that has the lock is not disturbed`() throws {
    try fill()
    let state = try #require(try open().state)
    let holder = try disk.open(state.lockPath, .update)
    #expect(try disk.lock(holder))
    let before = files(below: "")
    for extent in [PurgeExtent.night(night), .all] {
      let error = #expect(throws: StoreError.self) { try open().purge(extent) }
      guard case .inUse? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(error?.exitCode == 1)
    }
    #expect(files(below: "") == before)
    disk.close(holder)
    #expect(try open().purge(.night(night)).files == 1)
  }

  @Test func `everything goes, and the folders with it`() throws {
    try fill()
    _ = try addGuest()
    #expect(try open().keepCard("card", isWhole: true) && open().keepCard("part", isWhole: false))
    #expect(Store.keptCardBeforeDamage(for: places, files: disk) == "card")
    let found = try open().toPurge(.all)
    #expect(found.nights.count == 3 && found.entries == 6)
    let store = try open()
    let erased = try store.purge(.all)
    #expect(erased.left.isEmpty && erased.files == found.files)
    #expect(disk.allFiles(below: "").isEmpty)
    #expect(try disk.list("/") == ["state"] && disk.list("/state").isEmpty)
    #expect(Store.keptCard(for: places, files: disk) == nil)
    #expect(Store.keptCardBeforeDamage(for: places, files: disk) == nil)
    #expect(try open().purge(.all).isEmpty)
    // The same run, and others, can begin a new record.
    try store.perform([.turn("left")], zone: nil)
    #expect(try sides(night) == ["left"] && open().verify().isSound)
  }

  @Test func `with everything, files that are not Nightstand's stay and are told`() throws {
    try fill()
    let strange = [
      "/store/notes.txt", "/store/.git/config", "/store/nights/2026/diary.txt", "/store/plan/old/a.jsonl",
      "/state/\(try #require(try open().identity))/mine",
    ]
    for path in strange { try put("mine", at: path) }
    let erased = try open().purge(.all)
    #expect(disk.allFiles(below: "").sorted() == strange.sorted())
    let told = Set(erased.left.map(\.path))
    #expect(
      told.isSuperset(of: ["/store/notes.txt", "/store/.git", "/store/nights/2026/diary.txt", "/store/plan/old"]))
    #expect(told.contains("/store") && told.contains(strange[4]))
  }

  @Test func `a folder that cannot be told to be a record is refused`() throws {
    try put("{\"name\":\"somebody's project\"}", at: "/store/store.json")
    try put("{\"a\":1}\n", at: "/store/nights/2026/2026-11-22.k7f3q2xm.jsonl")
    let before = files(below: "")
    let error = #expect(throws: StoreError.self) { try open().purge(.all) }
    guard case .notARecord? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.sentence.contains("nothing was erased") == true && files(below: "") == before)
  }

  @Test func `a record with its state inside itself goes with it`() throws {
    let whole = try #require(
      try BulkStoreWriter(
        folder: "/store", identity: EntryID(milliseconds: 1, random: (1, 2)), writer: "demo", program: "t", files: disk)
    )
    var samples = Samples()
    try whole.write(.night(night), [samples.event(.turn, at: "23:10")])
    try open().perform([.turn(night: "2026-11-23")], zone: nil)
    #expect(try open().purge(.night(night)).files == 1 && open().verify().isSound)
    #expect(try open().purge(.all).left.isEmpty)
    #expect(try disk.list("/") == [])
  }

  @Test func `a record whose store.json is damaged is known by its files, and its earlier state goes with it`() throws {
    try fill()
    disk.setBytes(Array("{\"store\":".utf8), at: "/store/store.json")
    try open().perform([.turn("left")], zone: nil)
    #expect(try disk.list("/state").count == 2)
    #expect(try open().purge(.all).left.isEmpty)
    #expect(disk.allFiles(below: "").isEmpty)
  }

  @Test func `a record whose store.json is gone is known by its place, so that the note is found`() throws {
    try fill()
    try disk.remove("/store/store.json")
    #expect(try open().purge(.night(night)).files == 1 && sides(night).isEmpty && open().verify().isSound)
    #expect(try open().recordedNights().count == 2)
    #expect(try open().purge(.all).left.isEmpty && disk.allFiles(below: "").isEmpty)
  }

  @Test func `where there is no home for the note, nothing is erased`() throws {
    try fill()
    let before = files(below: "/store")
    for extent in [PurgeExtent.night(night), .all] {
      let store = try Store(places: StorePaths(store: "/store", stateRoot: nil), files: disk, world: .sample())
      let error = #expect(throws: StoreError.self) { try store.purge(extent) }
      #expect(error?.sentence.contains("nothing was erased; give this machine a home") == true && error?.exitCode == 1)
    }
    #expect(files(below: "/store") == before)
  }

  @Test func `another copy of the record keeps its own where the erased one's store.json is damaged`() throws {
    try fill()
    for path in disk.allFiles(below: "/store") {
      try put(String(decoding: disk.bytes(at: path) ?? [], as: UTF8.self), at: "/copy" + path.dropFirst(6))
    }
    try open(at: "/copy").perform([.turn("left")], zone: nil)
    disk.setBytes(Array("{".utf8), at: "/copy/store.json")
    #expect(try open(at: "/copy").purge(.all).left.isEmpty)
    #expect(try disk.allFiles(below: "/copy").isEmpty && open().verify().isSound)
    #expect(try open().undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "other")
  }

  @Test func `another copy of the record on this machine keeps what is its own`() throws {
    try fill()
    for path in disk.allFiles(below: "/store") {
      try put(String(decoding: disk.bytes(at: path) ?? [], as: UTF8.self), at: "/copy" + path.dropFirst(6))
    }
    try open(at: "/copy").perform([.turn("left")], zone: nil)
    let before = files(below: "/store")
    let erased = try open(at: "/copy").purge(.all)
    #expect(erased.left.isEmpty)
    #expect(disk.allFiles(below: "/copy").isEmpty && files(below: "/store") == before)
    #expect(try open().verify().isSound)
    #expect(try open().undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "other")
  }

  @Test func `two at once: one erases, the other finds nothing more to do or is told so`() async throws {
    let folder = TemporaryFolder()
    func open() throws -> Store {
      try Store(places: .sample(below: folder.path), files: RealFileSystem(), world: .sample())
    }
    for extent in [PurgeExtent.night(night), .all] {
      for day in 0..<20 {
        try open().perform([.turn(night: "\(night.adding(days: day))")], zone: nil)
      }
      let path = folder.path
      try await withThrowingTaskGroup { group in
        for seed in [3, 4] {
          group.addTask {
            var world = StoreWorld.sample(seed: UInt64(seed))
            world.pause = { usleep(UInt32($0) * 1000) }
            do throws(StoreError) {
              try Store(places: .sample(below: path), files: RealFileSystem(), world: world).purge(extent)
            } catch {
              guard case .inUse = error else { throw error }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try open().toPurge(extent).isEmpty)
      #expect(try open().recordedNights().count == (extent == .all ? 0 : 19))
      #expect(try open().verify().isSound)
    }
    #expect(RealFileSystem().isMissing(folder.path + "/store"))
  }
}

extension FileSystem {
  fileprivate func isMissing(_ path: String) -> Bool { (try? status(at: path)) == nil }
}

/// A disk without room for the record's nights.
private final class FullNights: ForwardingFileSystem {
  private var paths: [FileDescriptor: String] = [:]

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let file = try super.open(path, mode)
    paths[file] = path
    return file
  }

  override func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    guard paths[file]?.hasPrefix("/store/nights") != true else { throw .diskFull }
    return try super.write(file, bytes)
  }
}
