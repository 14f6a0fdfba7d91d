import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Actions have numbers, so no clock decides what came last.
@Suite struct `The order of actions` {
  private let disk = MemoryDisk()
  private let places = StorePaths.sample(below: "")
  private let moment = Samples().moment("08:00")
  private let runs = Runs()

  /// Each run has chance of its own.
  private final class Runs {
    var count: UInt64 = 0
  }

  /// A run with a clock: later ones have the earlier clock, as after a restart with an empty battery.
  private func open(boot: String, hours: Int64, on disk: MemoryDisk? = nil) throws -> Store {
    runs.count += 1
    var world = StoreWorld.sample(seed: runs.count, boot: boot)
    let now = world.now
    world.now = { now() + hours * 3_600_000 }
    return try Store(places: places, files: disk ?? self.disk, world: world)
  }

  private func undone(_ store: Store) throws -> String? {
    try store.undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side)
  }

  @Test func `after a restart with a clock that went back undo takes what was done last`() throws {
    try open(boot: "boot1", hours: 50).perform([.turn("left")], zone: nil)
    try open(boot: "boot1", hours: 51).perform([.turn("right")], zone: nil)
    try open(boot: "boot2", hours: 0).perform([.turn("back")], zone: nil)
    try open(boot: "boot3", hours: -400_000).perform([.turn("other")], zone: nil)
    for side in ["other", "back", "right", "left"] {
      #expect(try undone(open(boot: "boot4", hours: -10)) == side)
    }
    #expect(try undone(open(boot: "boot4", hours: -10)) == nil)
  }

  @Test func `every record carries the number of its action, one more each time, also in one moved aside`() throws {
    let store = try open(boot: "boot1", hours: 0)
    var orders: [Int?] = []
    for side in ["left", "right"] { orders += try store.perform([.turn(side), .turn(side)], zone: nil).map(\.order) }
    orders += try open(boot: "boot1", hours: 1).perform([.turn("back")], zone: nil).map(\.order)
    #expect(orders == [1, 1, 2, 2, 3])
    let read = store.nights([Samples().night])[0].entries.compactMap(\.order)
    #expect(read.sorted() == [1, 1, 2, 2, 3])
    let later = try open(boot: "boot2", hours: 2).perform([.turn("other")], zone: nil)[0].order ?? 0
    #expect(later > 3)
  }

  @Test func `when the list is lost with the clock wrong, it is made anew by the numbers`() throws {
    try open(boot: "boot1", hours: 50).perform([.turn("left")], zone: nil)
    try open(boot: "boot1", hours: 1).perform([.turn("right", night: "2026-11-20")], zone: nil)
    let state = try #require(try open(boot: "boot1", hours: 1).state)
    try disk.remove(state.actions.path)
    #expect(try open(boot: "boot1", hours: 0).perform([.turn("back")], zone: nil)[0].order == 3)
    for side in ["back", "right", "left"] { #expect(try undone(open(boot: "boot2", hours: 90)) == side) }
  }

  @Test(arguments: ["", "x\n", nil, "do 0193"])
  func `a list that is damaged or lost while a year cannot be read never gives a number twice`(text: String?) throws {
    let files = ClosedFolders(disk)
    func open() throws -> Store {
      runs.count += 1
      return try Store(places: places, files: files, world: .sample(seed: runs.count))
    }
    try open().perform([.turn("left")], zone: nil)
    let last = try open().perform([.turn("right", night: "2025-11-20")], zone: nil)[0].order ?? 0
    let list = try #require(try open().state).actions.path
    if let text {
      // The end of a list is damaged as well as all of it.
      let start = text.hasPrefix("do") ? (disk.bytes(at: list) ?? []).prefix(while: { $0 != 10 }) + [10] : []
      disk.setBytes(start + Array(text.utf8), at: list)
    } else {
      try disk.remove(list)
    }
    files.closed = ["/store/nights/2025"]
    let orders = try ["back", "other"].map { try open().perform([.turn($0)], zone: nil)[0].order ?? 0 }
    #expect(orders[0] > last && orders[1] > orders[0], "\(last), \(orders)")
    files.closed = []
    for side in ["other", "back", "right", "left"] { #expect(try undone(open()) == side) }
  }

  @Test func `a list that lacks what could not be read is not kept`() throws {
    let files = ClosedFolders(disk)
    try open(boot: "boot1", hours: 0).perform([.turn("left")], zone: nil)
    try open(boot: "boot1", hours: 1).perform([.turn("right", night: "2025-11-20")], zone: nil)
    try disk.remove(try #require(try open(boot: "boot1", hours: 1).state).actions.path)
    files.unreadable = ["/store/nights/2025"]
    let store = try Store(places: places, files: files, world: .sample(seed: 9))
    #expect(throws: StoreError.self) { try store.undo(at: moment, by: nil, zone: nil) }
    for side in ["right", "left"] { #expect(try undone(open(boot: "boot1", hours: 2)) == side) }
  }

  @Test func `a power cut takes the list's end and undo still takes what was done last, reading few nights`() throws {
    let store = try open(boot: "boot1", hours: 0)
    for day in 10..<30 { try store.perform([.turn("left", night: "2026-10-\(day)")], zone: nil) }
    try store.perform([.turn("right", night: "2026-10-12")], zone: nil)
    try store.perform([.turn("back", night: "2026-10-12")], zone: nil)
    disk.restart()
    let state = try #require(try open(boot: "boot2", hours: -5).state)
    let left = state.actions.all()?.count ?? 0
    #expect(left < 22, "the power cut took something")
    let partitions = ActionList.unsure(state.actions.all() ?? [], boot: "boot2")
    let old = try #require(CivilDate("2026-10-12"))
    #expect(partitions.count < 20 && partitions.contains(.night(old)))
    #expect(try undone(open(boot: "boot2", hours: -5)) == "back")
    #expect(try undone(open(boot: "boot2", hours: -4)) == "right")
    #expect(try undone(open(boot: "boot3", hours: -9)) == "left")
  }

  @Test func `what is done after a power cut that took the list's end is newer than what it took`() throws {
    for side in ["left", "right", "back"] { try open(boot: "boot1", hours: 9).perform([.turn(side)], zone: nil) }
    disk.restart()
    #expect(try open(boot: "boot2", hours: 0).state?.actions.all()?.count == 1, "the power cut took two")
    try open(boot: "boot2", hours: 0).perform([.turn("other")], zone: nil)
    for side in ["other", "back", "right", "left"] {
      #expect(try undone(open(boot: "boot2", hours: 1)) == side)
    }
  }

  @Test func `records from before actions had numbers come before those with one, by their ids as ever`() throws {
    // Written by hand, as an older version wrote them: no number in the line, none in the list.
    let store = try open(boot: "boot1", hours: 80)
    try store.perform([.turn("left")], zone: nil)
    try store.perform([.turn("right")], zone: nil)
    let state = try #require(store.state)
    for path in disk.allFiles(below: "/store/nights") {
      let reading = FileReading(disk.bytes(at: path) ?? [], keepsRecords: true)
      let header = (disk.bytes(at: path) ?? []).prefix { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
      var bytes = Array(header)
      for record in reading.records {
        let old = Record(.object(record.members.filter { $0.name != "o" }))
        let entry = try #require(old?.entry)
        bytes += LineFormat.line(entry, at: FileReading(bytes).next).line
      }
      disk.setBytes(bytes, at: path)
    }
    let lines = String(decoding: disk.bytes(at: state.actions.path) ?? [], as: UTF8.self).split(separator: "\n")
    let old = lines.map { $0.split(separator: " ").prefix(5).joined(separator: " ") + "\n" }.joined()
    disk.setBytes(Array(old.utf8), at: state.actions.path)
    try open(boot: "boot2", hours: 0).perform([.turn("back")], zone: nil)
    for side in ["back", "right", "left"] { #expect(try undone(open(boot: "boot2", hours: -3)) == side) }
  }

  @Test func `an import has a number too`() throws {
    let other = MemoryDisk()
    let source = try open(boot: "boot1", hours: 0, on: other)
    try source.perform([.turn("left")], zone: nil)
    let partition = Partition.night(Samples().night)
    let records = source.holdings([partition])[0].records
    try open(boot: "boot1", hours: 60).perform([.turn("right")], zone: nil)
    try open(boot: "boot2", hours: 0).importRecords([partition]) { _ in records }
    #expect(try undone(open(boot: "boot3", hours: 0)) == "left")
    #expect(try undone(open(boot: "boot3", hours: 0)) == "right")
  }

  @Test func `undo and redo do what two stacks would, whatever was done in between`() throws {
    for seed in Property.seeds(share: 0.1) {
      var chance = Chance(seed: seed)
      let disk = MemoryDisk()
      var (done, undone): ([String], [String]) = ([], [])
      for step in 0..<chance.number(in: 4...14) {
        let store = try open(boot: "boot1", hours: 0, on: disk)
        if chance.oneIn(3) {
          (done, undone) = (done + ["23:\(10 + step)"], [])
          try store.perform([.turn(at: "23:\(10 + step)")], zone: nil)
        } else if chance.oneIn(2) {
          let last = done.popLast()
          undone += [last].compactMap(\.self)
          let undo = try store.undo(at: moment, by: nil, zone: nil)
          #expect(undo?.items.first.map { "\($0.item.at.time)" } == last, "seed \(seed), step \(step)")
        } else {
          let last = undone.popLast()
          done += [last].compactMap(\.self)
          let redo = try store.redo(at: moment, by: nil, zone: nil)
          #expect(redo?.items.first.map { "\($0.item.at.time)" } == last, "seed \(seed), step \(step)")
        }
        let stands = Timeline(store.nights([Samples().night]).flatMap(\.entries)).items.map { "\($0.at.time)" }
        #expect(stands == done.sorted(), "seed \(seed), step \(step)")
      }
    }
  }
}
