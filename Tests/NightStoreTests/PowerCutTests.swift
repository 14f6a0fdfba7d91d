import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Disks that have no way to do what others do.
@Suite struct `Disks that cannot do all` {
  private let night = Samples().night
  private let places = StorePaths.sample(below: "")

  private func store(_ files: any FileSystem, seed: UInt64) throws -> Store {
    try Store(places: places, files: files, world: .sample(seed: seed))
  }

  private func shown(_ disk: MemoryDisk) throws -> Set<EntryID> {
    Set(Timeline(try store(disk, seed: 99).nights([night]).flatMap(\.entries)).items.map(\.id))
  }

  @Test(arguments: [EINVAL, EOPNOTSUPP, ENOSYS])
  func `a record is begun and kept, and once it is said that a power cut is not covered`(code: Int32) throws {
    for call in [RefusingFileSystem.Call.syncFolder, .syncData, .syncFile] {
      let disk = MemoryDisk()
      let files = RefusingFileSystem(disk, call, SystemError(code: code))
      let first = try store(files, seed: 1)
      let one = try first.perform([.turn("left")], zone: nil)
      let remark = first.powerCutRemark
      #expect(remark?.contains("a power cut") == (call == .syncFile ? nil : true), "\(call)")
      #expect(first.powerCutRemark == remark, "the screens may ask again")
      let second = try store(files, seed: 2)
      let two = try second.perform([.turn("right", night: "2026-11-22")], zone: nil)
      #expect(second.powerCutRemark == nil, "\(call)")
      #expect(try shown(disk) == Set((one + two).map(\.id)), "\(call)")
      #expect(disk.allFiles(below: "/state").allSatisfy { !$0.contains("/rescue/") })
      let verified = try store(files, seed: 3).verify()
      #expect(verified.isSound && verified.powerCutRemark == remark, "\(call)")
    }
  }

  @Test(arguments: [EPERM, EOPNOTSUPP])
  func `a record is begun where no file has two names`(code: Int32) throws {
    let disk = MemoryDisk()
    let store = try store(RefusingFileSystem(disk, .link, SystemError(code: code)), seed: 1)
    try store.perform([.turn("left")], zone: nil)
    #expect(try shown(disk).count == 1 && store.identity.flatMap { EntryID($0) } != nil)
    #expect(disk.bytes(at: "/store/store.json") != nil)
  }

  @Test func `a disk without locks gets one file for a run, not one for every entry`() throws {
    let disk = MemoryDisk()
    let store = try store(RefusingFileSystem(disk, .lock, SystemError(code: ENOLCK)), seed: 1)
    for side in ["left", "right", "back", "other"] { try store.perform([.turn(side)], zone: nil) }
    #expect(try shown(disk).count == 4)
    #expect(disk.allFiles(below: "/store/nights").count == 1)
    let other = try self.store(RefusingFileSystem(disk, .lock, SystemError(code: ENOLCK)), seed: 2)
    try other.perform([.turn("left")], zone: nil)
    #expect(disk.allFiles(below: "/store/nights").count == 2, "what two runs write at once is never one file")
  }

  @Test(arguments: [("2026-11-22", 3, true), ("2026-11-20", 2, true), ("2026-11-20", 2, false)])
  func `what is read back though the disk refused is never said to be kept nowhere, and is confirmed later`(
    next: String, count: Int, hasHome: Bool
  ) throws {
    // Without a home nothing can be kept beside the record.
    let places = hasHome ? self.places : StorePaths(store: "/store", stateRoot: nil)
    func open(_ files: any FileSystem, seed: UInt64) throws -> Store {
      try Store(places: places, files: files, world: .sample(seed: seed))
    }
    let disk = MemoryDisk()
    try open(disk, seed: 1).perform([.turn("left")], zone: nil)
    let sick = SickDisk(disk)
    let store = try open(sick, seed: 2)
    let error = #expect(throws: StoreError.self) { try store.perform([.turn("right")], zone: nil) }
    #expect(error?.sentence.contains("NOT CONFIRMED by the disk") == true, "\(error?.sentence ?? "")")
    #expect(error?.sentence.contains("nowhere") == false && error?.exitCode == 74)
    #expect(try shown(disk).count == 2)
    sick.isWell = true
    try store.perform([.turn("back", night: next)], zone: nil)
    disk.restart()
    #expect(try shown(disk).count == count, "the next save confirms what came before, whichever night it is of")
  }

  @Test func `what cannot be read back is not said to be only unconfirmed`() throws {
    let disk = MemoryDisk()
    try store(disk, seed: 1).perform([.turn("left")], zone: nil)
    let store = try self.store(DeafDisk(disk), seed: 2)
    let error = #expect(throws: StoreError.self) { try store.perform([.turn("right")], zone: nil) }
    #expect(error?.unsaved.map { $0.kept == .nowhere } == true, "\(error?.sentence ?? "")")
    #expect(try shown(disk).count == 1)
  }

  /// A disk that takes nothing.
  private final class DeafDisk: ForwardingFileSystem {
    override func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
      throw SystemError(code: EIO)
    }
  }

  /// A disk that takes what is written and confirms nothing.
  private final class SickDisk: ForwardingFileSystem {
    var isWell = false

    override func syncData(_ file: FileDescriptor) throws(SystemError) {
      guard isWell else { throw SystemError(code: EIO) }
      try super.syncData(file)
    }
  }
}
