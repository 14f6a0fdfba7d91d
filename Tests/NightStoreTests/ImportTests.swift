import Glibc
import NightModel
import TestSupport
import Testing
import Text

@testable import NightStore

/// Records of one store taken into another: nothing lost, nothing twice, and one action for undo.
@Suite struct `Import` {
  private let places = StorePaths.sample(below: "")
  private let night = Samples().night
  private let moment = Samples().moment("09:00")

  private func store(_ disk: any FileSystem, seed: UInt64, boot: String = "boot1") throws -> Store {
    try Store(places: places, files: disk, world: .sample(seed: seed, boot: boot))
  }

  /// A store with turns, a correction, an undo, a plan, and a line of a newer version.
  private func source() throws -> MemoryDisk {
    let disk = MemoryDisk()
    let store = try store(disk, seed: 1)
    try store.perform([.turn("left"), .turn("right", at: "02:00", night: "2026-11-23")], zone: "Europe/Berlin")
    let turn = try store.perform([.turn("back", at: "01:00")], zone: nil)[0]
    try store.perform(
      [Draft(partition: .night(night), at: moment, body: .amend(of: [turn.id], [.side: .text("left")]))], zone: nil)
    try store.perform([.turn("other", at: "03:00")], zone: nil)
    _ = try store.undo(at: moment, by: nil, zone: nil)
    try store.perform(
      [Draft(partition: .plan, at: moment, body: .record(.plan(key: "person"), Details([.to: .text("A")])))], zone: nil)
    let path = try #require(disk.allFiles(below: "/store/plan").first)
    let text = #"{"v":9,"id":"01a203d5-0000-7000-8000-000000000001","h":"01a203d55874.0000.zzzzzzzz","k":"dream"}"#
    let record = try #require(JSON(Array(text.utf8)[...]).flatMap { Record($0) })
    let newer = LineFormat.line(
      LineFormat.Content(record, importedBy: EntryID(milliseconds: 1, random: (1, 2))),
      at: FileReading(disk.bytes(at: path) ?? []).next)
    disk.setBytes((disk.bytes(at: path) ?? []) + newer.line, at: path)
    return disk
  }

  private func all(_ disk: any FileSystem) throws -> [Partition: [Record]] {
    let store = try store(disk, seed: 90)
    let partitions = [.plan] + store.recordedNights().map { Partition.night($0) }
    return Dictionary(uniqueKeysWithValues: zip(partitions, store.holdings(partitions).map(\.records)))
      .filter { !$0.value.isEmpty }
  }

  private func shown(_ disk: MemoryDisk) throws -> [String] {
    let store = try store(disk, seed: 91)
    return Timeline(store.nights([night]).flatMap(\.entries)).items.map {
      "\($0.at.time) \($0.details.text(.side) ?? "")"
    }
  }

  @discardableResult
  private func take(_ records: [Partition: [Record]], into files: any FileSystem, seed: UInt64) throws -> Int {
    try store(files, seed: seed).importRecords(records.keys.sorted(), { records[$0] ?? [] })
  }

  @Test func `an empty record comes to hold the same, newer lines included, and a second time changes nothing`() throws
  {
    let records = try all(source())
    let disk = MemoryDisk()
    #expect(try take(records, into: disk, seed: 2) == 8)
    #expect(try all(disk) == records)
    #expect(try shown(disk) == ["23:10 left", "01:00 left"])
    #expect(try store(disk, seed: 3).verify().isSound)
    #expect(try take(records, into: disk, seed: 4) == 0)
    #expect(try all(disk) == records)
  }

  @Test func `a record in use keeps what it has, and undo takes the whole import back`() throws {
    let records = try all(source())
    let disk = MemoryDisk()
    // Seeds far apart: later runs have later clocks.
    try store(disk, seed: 2).perform([.turn("right", at: "05:00")], zone: nil)
    try take(records, into: disk, seed: 3000)
    #expect(try shown(disk) == ["23:10 left", "01:00 left", "05:00 right"])
    for (boot, seed) in [("boot1", UInt64(5000)), ("boot2", 7000)] {
      // After a restart of the machine the list of actions is made anew from the files.
      let undone = try store(disk, seed: seed, boot: boot).undo(at: moment, by: nil, zone: nil)
      #expect(undone?.items.isEmpty == false)
      #expect(try shown(disk) == ["05:00 right"], "\(boot)")
      _ = try store(disk, seed: seed + 1000, boot: boot).redo(at: moment, by: nil, zone: nil)
      #expect(try shown(disk) == ["23:10 left", "01:00 left", "05:00 right"], "\(boot)")
    }
  }

  @Test func `an import of many entries in one night can be taken back, on lines that fit`() throws {
    var samples = Samples()
    let entries = (0..<900).map { _ in samples.event(.suction, at: "01:00") }
    let records = entries.compactMap { entry in
      Record(.object([JSON.Member("id", .string("\(entry.id)"))] + entry.jsonMembers))
    }
    let disk = MemoryDisk()
    #expect(try take([.night(night): records], into: disk, seed: 2) == 900)
    _ = try store(disk, seed: 3).undo(at: moment, by: nil, zone: nil)
    #expect(try shown(disk).isEmpty)
    _ = try store(disk, seed: 4).redo(at: moment, by: nil, zone: nil)
    #expect(try shown(disk).count == 900)
  }

  @Test(arguments: [ENOSPC, EIO, EROFS])
  func `whichever call fails, what was there stays, nothing is half, and the same import completes it`(
    code: Int32
  ) throws {
    let records = try all(source())
    let start = MemoryDisk()
    try store(start, seed: 2).perform([.turn("right", at: "05:00")], zone: nil)
    let before = try all(start)
    var call = 1
    while true {
      let disk = start.copy()
      let faulty = FaultyFileSystem(disk, failing: call, with: .error(code), staysBroken: true)
      var told = 0
      do {
        told = try take(records, into: faulty, seed: 3)
      } catch let error as StoreError {
        #expect([65, 73, 74].contains(error.exitCode), "\(error.sentence)")
        if case .notImported(_, _, let taken) = error { told = taken }
      }
      disk.restart()
      let after = try all(disk)
      let (own, count) = (before.values.flatMap(\.self), after.values.map(\.count).reduce(0, +))
      #expect(Set(after.values.flatMap(\.self)).isSuperset(of: own), "call \(call)")
      #expect(count >= told + 1, "call \(call)")
      try take(records, into: disk, seed: 4)
      #expect(try all(disk).values.map(\.count).reduce(0, +) == 9, "call \(call)")
      if !faulty.hasStruck { break }
      call += 1
    }
    #expect(call > 60)
  }

  @Test func `what an interrupted import left is on the disk before it is said to be here`() throws {
    let records = try all(source())
    let count = records.values.map(\.count).reduce(0, +)
    let start = MemoryDisk()
    try store(start, seed: 2).perform([.turn("right", at: "05:00")], zone: nil)
    start.kill()
    var call = 1
    while true {
      let disk = start.copy()
      disk.powerFailsAt = call
      _ = try? take(records, into: disk, seed: 3)
      let wasKilled = disk.isDown
      // Killed: all it wrote can be read, nothing else is known of it.
      disk.kill()
      try take(records, into: disk, seed: 4)
      disk.restart()
      #expect(try all(disk).values.map(\.count).reduce(0, +) == count + 1, "killed at call \(call)")
      if !wasKilled { break }
      call += 1
    }
    #expect(call > 60)
  }

  @Test func `what the disk would not confirm is not said to be here, and is written into another file`() throws {
    let records = try all(source())
    let disk = MemoryDisk()
    try take(records, into: disk, seed: 2)
    let before = disk.allFiles(below: "/store")
    let count = records.values.map(\.count).reduce(0, +)
    let files = Unconfirming(disk, .read)
    #expect(try take(records, into: files, seed: 3) == count, "taken in once more")
    let fresh = Set(disk.allFiles(below: "/store")).subtracting(before)
    // What was there before is as the disk may have left it.
    for path in before where path.hasSuffix(".jsonl") { disk.setBytes([], at: path) }
    #expect(fresh.count == records.count)
    #expect(try all(disk).mapValues { Set($0.map(\.id)) } == records.mapValues { Set($0.map(\.id)) })
    let other = MemoryDisk()
    try take(records, into: other, seed: 2)
    #expect((try? take(records, into: Unconfirming(other, .folder), seed: 3)) != 0, "names count as much as content")
  }

  /// A disk that confirms nothing of what was opened in one way.
  private final class Unconfirming: ForwardingFileSystem {
    private let mode: OpenMode
    private var unconfirmed: Set<FileDescriptor> = []

    init(_ base: any FileSystem, _ mode: OpenMode) {
      self.mode = mode
      super.init(base)
    }

    override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
      let file = try super.open(path, mode)
      if mode == self.mode { unconfirmed.insert(file) } else { unconfirmed.remove(file) }
      return file
    }

    override func syncData(_ file: FileDescriptor) throws(SystemError) {
      if unconfirmed.contains(file) { throw SystemError(code: EIO) }
      try super.syncData(file)
    }

    override func sync(_ file: FileDescriptor) throws(SystemError) {
      if unconfirmed.contains(file) { throw SystemError(code: EIO) }
      try super.sync(file)
    }
  }

  @Test func `what only waits beside the record is not taken for being here`() throws {
    let records = try all(source())
    let disk = MemoryDisk()
    try take(records, into: disk, seed: 2)
    let night = try #require(disk.allFiles(below: "/store/nights").first { $0.contains("2026-11-22") })
    let state = try #require(try store(disk, seed: 3).state)
    let name = try #require(night.split(separator: "/").last)
    try disk.makeFolder(state.rescue)
    try disk.rename(night, to: "\(state.rescue)/\(name)")
    try take(records, into: disk, seed: 4)
    let standing = try store(disk, seed: 5).confirmOnDisk([.night(self.night)])
    #expect(standing)
    #expect(try all(disk).mapValues { Set($0.map(\.id)) } == records.mapValues { Set($0.map(\.id)) })
    #expect(disk.allFiles(below: state.rescue).isEmpty)
  }

  @Test func `only what the disk would not confirm is written once more, and told as taken in`() throws {
    let disk = MemoryDisk()
    try store(disk, seed: 2).perform([.turn("left"), .turn("right", at: "01:00")], zone: nil)
    // Another machine's file of the same night.
    let other = try #require(disk.allFiles(below: "/store/nights").first)
    for path in disk.allFiles(below: "/state") { try disk.remove(path) }
    try store(disk, seed: 30).perform([.turn("back", at: "02:00")], zone: nil)
    #expect(disk.allFiles(below: "/store/nights").count == 2)
    let records = try all(disk)
    let files = SickFile(disk, sick: other)
    #expect(try take(records, into: files, seed: 40) == 2, "those of the file that the disk would not confirm")
    #expect(try take(records, into: disk, seed: 50) == 0)
  }

  @Test func `what stands in the record is on the disk once it was settled, whatever run left it there`() throws {
    let start = MemoryDisk()
    try store(start, seed: 2).perform([.turn("right", at: "05:00")], zone: nil)
    start.kill()
    for call in 1...200 {
      let disk = start.copy()
      disk.powerFailsAt = call
      _ = try? store(disk, seed: 3).perform([.turn("left", night: "2026-11-23")], zone: nil)
      let wasKilled = disk.isDown
      disk.kill()
      let read = try all(disk)
      #expect(
        try store(disk, seed: 4).confirmOnDisk([.plan] + read.keys.filter { $0 != .plan }), "killed at call \(call)")
      disk.restart()
      #expect(try all(disk) == read, "killed at call \(call)")
      if !wasKilled { break }
    }
  }
}

/// Files that leave: whole or not at all.
@Suite struct `Handing out` {
  private func files(_ disk: MemoryDisk) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: disk.allFiles(below: "/out").map { ($0, disk.bytes(at: $0) ?? []) })
  }

  private func disk() throws -> MemoryDisk {
    let disk = MemoryDisk()
    try disk.makeFolder("/out")
    return disk
  }

  @Test func `nothing is replaced unless that was said, and then only the files of those names`() throws {
    let disk = try disk()
    let careful = ExportFiles(files: disk, replaces: false)
    try careful.write([[1], [2]], to: "/out/a")
    #expect(throws: StoreError.self) { try careful.write([[3]], to: "/out/a") }
    try careful.writeFolder([("x", [[4]]), ("y", [[5]])], to: "/out/d")
    let taken = #expect(throws: StoreError.self) { try careful.writeFolder([("x", [[6]])], to: "/out/d") }
    #expect(taken?.exitCode == 73 && taken?.sentence.contains("have it replaced") == true)
    #expect(files(disk) == ["/out/a": [1, 2], "/out/d/x": [4], "/out/d/y": [5]])
    let bold = ExportFiles(files: disk, replaces: true)
    try bold.write([[3]], to: "/out/a")
    try bold.writeFolder([("x", [[6]])], to: "/out/d")
    #expect(files(disk) == ["/out/a": [3], "/out/d/x": [6], "/out/d/y": [5]])
    #expect(throws: StoreError.self) { try bold.write([[3]], to: "/out/d") }
    #expect(throws: StoreError.self) { try bold.writeFolder([("x", [[7]])], to: "/out/a") }
  }

  @Test(arguments: [false, true])
  func `whichever call fails, there is the old file or the new one and nothing half`(replaces: Bool) throws {
    for fault in [FaultyFileSystem.Fault.error(ENOSPC), .error(EIO), .short(1)] {
      var call = 1
      while true {
        let disk = try disk()
        if replaces { try ExportFiles(files: disk, replaces: false).write([[9, 9, 9]], to: "/out/a") }
        let old = files(disk)
        let faulty = FaultyFileSystem(disk, failing: call, with: fault, staysBroken: true)
        let handout = ExportFiles(files: faulty, replaces: replaces)
        let (one, two) = (Result { try handout.write([[1, 2, 3]], to: "/out/a") }, files(disk))
        var new = old
        new["/out/a"] = [1, 2, 3]
        let hasWritten = (try? one.get()) != nil
        let kept = two.filter { !$0.key.contains("unfinished") }
        #expect(kept == (hasWritten ? new : old) || kept == new, "\(fault) at call \(call)")
        if !hasWritten, !faulty.hasStruck { Issue.record("refused without a reason") }
        if !faulty.hasStruck { break }
        call += 1
      }
      #expect(call > 4)
    }
  }
}

/// A disk that would not confirm one file.
private final class SickFile: ForwardingFileSystem {
  private let sick: String
  private var opened: Set<FileDescriptor> = []

  init(_ base: any FileSystem, sick: String) {
    self.sick = sick
    super.init(base)
  }

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let file = try super.open(path, mode)
    if path == sick { opened.insert(file) }
    return file
  }

  override func close(_ file: FileDescriptor) {
    opened.remove(file)
    super.close(file)
  }

  override func syncData(_ file: FileDescriptor) throws(SystemError) {
    if opened.contains(file) { throw SystemError(code: EIO) }
    try super.syncData(file)
  }
}
