import NightModel
import TestSupport
import Testing

@testable import NightStore

/// A folder that cannot be listed is never read as an empty one.
@Suite struct `Folders that cannot be listed` {
  private let record = ClosedRecord()
  private var disk: MemoryDisk { record.disk }
  private var files: ClosedFolders { record.files }
  private let night = Samples().night

  init() throws {
    try open().perform([.turn("left")], zone: nil)
    try open().perform([.turn("right", night: "2025-11-20")], zone: nil)
  }

  private func open(boot: String = "boot1") throws -> Store { try record.open(boot: boot) }

  private func expectTold(_ folder: String, _ readings: [PartitionReading]) {
    #expect(!readings.isEmpty)
    for reading in readings {
      #expect(reading.unlisted.map(\.path) == [folder] && !reading.isWhole && !reading.isSound)
      let finding = reading.unlisted[0].finding
      #expect(finding.kind == .unreadable && finding.hidden?.contains(night) == (folder == "plan" ? nil : true))
      #expect(
        finding.hidden?.contains(night.adding(days: -365))
          == (folder == "nights/2026" ? false : finding.hidden.map { _ in true }))
    }
  }

  @Test func `every reading of nights tells it, also where rows were kept of them`() throws {
    let kept = try open()
    while !kept.prepareRows(while: { false }).isComplete {}
    for folder in ["/store/nights/2026", "/store/nights"] {
      files.closed = folder == "/store/nights" ? ["/store/nights", "/store/nights/2026"] : [folder]
      let store = try open()
      expectTold("nights/2026", store.nights([night]))
      var told: [PartitionReading] = []
      #expect(store.run(of: night...night) { told.append($0) }.facts.contains { $0.night == night })
      expectTold("nights/2026", told)
      #expect(store.unlistedFolders().map(\.path).contains(String(folder.dropFirst(7))))
      #expect(store.holdsNights && !store.recordedNights().contains(night))
    }
    files.closed = []
    #expect(try open().unlistedFolders().isEmpty)
    #expect(try open().recordedNights().count == 2)
  }

  @Test func `the plan's folder and what waits beside the record tell it too`() throws {
    files.closed = ["/store/plan"]
    expectTold("plan", [try open().plan()])
    #expect(try open().unlistedFolders().map(\.path) == ["plan"])
    let rescue = try #require(try open().state?.rescue)
    files.closed = [rescue]
    let store = try open()
    while !store.prepareRows(while: { false }).isComplete {}
    #expect(disk.allFiles(below: "/cache").isEmpty)
    var told: [PartitionReading] = []
    _ = store.run(of: night...night) { told.append($0) }
    expectTold(rescue, told)
  }

  @Test func `a year is listed once for all that is read at the first paint, as long as nothing comes into it`() throws
  {
    let store = try open()
    files.listedFolders = []
    func lists() -> Int { files.listedFolders.count { $0 == "/store/nights/2026" } }
    _ = store.nights([night.adding(days: -1), night])
    _ = store.run(of: night.adding(days: -3)...night)
    _ = store.edges(before: night, known: [])
    _ = store.lookForFindings { true }
    #expect(lists() == 1)
    try open().perform([.turn(night: "2026-11-21")], zone: nil)
    #expect(store.nights([night.adding(days: -1)])[0].entries.count == 1 && lists() > 1)
  }

  @Test func `names beside the years are no years`() throws {
    for name in ["notes.txt", ".DS_Store"] {
      try disk.with("/store/nights/" + name, .appendNew) { file throws(SystemError) in _ = try disk.write(file, [65]) }
    }
    // A night's file in another year's folder is not read, so it is no recorded night either.
    try disk.with("/store/nights/2026/2025-01-01.aaaaaaaa.jsonl", .appendNew) { _ in }
    let store = try open()
    #expect(store.unlistedFolders().isEmpty && store.recordedNights().count == 2)
  }

  @Test func `undo does not take back an older action instead of one it cannot read`() throws {
    let moment = Samples().moment("08:00")
    files.closed = ["/store/nights/2025"]
    #expect(throws: StoreError.self) { try open().undo(at: moment, by: nil, zone: nil) }
    #expect(try open().nextUndo()?.items.count == nil)
    // Nor where the list of actions has to be made anew; and one that lacks some is not kept.
    #expect(throws: StoreError.self) { try open(boot: "boot2").undo(at: moment, by: nil, zone: nil) }
    // Nor where it was lost.
    let actions = try #require(try open().state?.actions.path)
    try disk.rename(actions, to: actions + ".away")
    #expect(throws: StoreError.self) { try open().undo(at: moment, by: nil, zone: nil) }
    try? disk.remove(actions)
    try disk.rename(actions + ".away", to: actions)
    files.closed = []
    let step = try open(boot: "boot2").undo(at: moment, by: nil, zone: nil)
    #expect(step?.items.first?.item.details.text(.side) == "right")
  }

  @Test func `an id in it is not said to be nowhere`() throws {
    let id = try #require(try open().nights([night])[0].entries.first?.id)
    files.closed = ["/store/nights/2026"]
    let store = try open()
    #expect(store.find(id: "\(id)").isEmpty && !store.unlistedFolders().isEmpty)
    files.closed = []
    files.unreadable = ["/store/nights/2026"]
    var told: [PartitionReading] = []
    #expect(try open().find(id: "\(id)") { told.append($0) }.isEmpty)
    #expect(told.map(\.partition) == [.night(night)])
  }

  @Test func `verify says what waits and cannot be read, and does not call gone what it cannot look at`() throws {
    let rescue = try #require(try open().state?.rescue)
    try disk.makeFolder(rescue)
    try disk.with(rescue + "/2026-11-22.aaaaaaaa.jsonl", .appendNew) { _ in }
    files.unreadable = [rescue]
    #expect(try open().verify().findings.map(\.file) == [rescue + "/2026-11-22.aaaaaaaa.jsonl"])
    files.unreadable = []
    files.closed = ["/store/nights/2026"]
    files.unlookable = ["/store/nights/2026"]
    #expect(try open().verify().findings.map(\.file) == ["nights/2026"])
  }

  @Test func `what a purge would erase and could not be read is counted`() throws {
    files.unreadable = ["/store/nights/2026"]
    let erasure = try open().toPurge(.night(night))
    #expect(erasure.files == 1 && erasure.entries == 0 && erasure.uncounted == 1)
  }

  @Test func `a list of writers that cannot be read is not replaced`() throws {
    let state = try #require(try open().state)
    let before = disk.bytes(at: state.writerPath)
    for unreadable in [state.path, state.writerPath] {
      files.unreadable = [unreadable]
      try open().perform([.turn("back")], zone: nil)
      #expect(disk.bytes(at: state.writerPath) == before)
    }
    files.unreadable = []
    #expect(try open().nights([night])[0].entries.count == 3)
  }

  @Test func `what waits where it cannot be listed goes in with the first save that can`() throws {
    let rescue = try #require(try open().state?.rescue)
    let file = try #require(disk.allFiles(below: "/store/nights/2026").first)
    try disk.makeFolder(rescue)
    try disk.rename(file, to: rescue + "/" + (file.split(separator: "/").last.map(String.init) ?? ""))
    let store = try open()
    files.closed = [rescue]
    try store.perform([.turn("back")], zone: nil)
    #expect(disk.allFiles(below: rescue).count == 1)
    files.closed = []
    try store.perform([.turn("other")], zone: nil)
    #expect(disk.allFiles(below: rescue).isEmpty)
    #expect(try open().nights([night])[0].entries.count == 3)
  }
}
