import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Every call fails once, in every way; and the power goes before every call.
@Suite struct `Faults` {
  private let night = Samples().night
  private let places = StorePaths.sample(below: "")

  /// A store with one entry, so that both the first save and a later one are tried.
  private func disk(startingWith entries: Int) throws -> MemoryDisk {
    let disk = MemoryDisk()
    for _ in 0..<entries {
      try Store(places: places, files: disk, world: .sample(seed: 1)).perform([.turn("left")], zone: nil)
    }
    return disk
  }

  /// The same store and what it shows: whatever goes wrong does so on a copy.
  private func start(with entries: Int) throws -> (disk: MemoryDisk, shown: Set<EntryID>) {
    let disk = try disk(startingWith: entries)
    let shown = try shown(disk)
    #expect(shown.count >= min(entries, 1))
    return (disk, shown)
  }

  private func shown(_ disk: MemoryDisk) throws -> Set<EntryID> {
    let store = try Store(places: places, files: disk, world: .sample(seed: 99))
    return Set(Timeline(store.nights([night]).flatMap(\.entries)).items.map(\.id))
  }

  /// Does two saves on faulty files and checks that what was said saved is there, and what was not said is kept or told.
  private func check(
    _ fault: FaultyFileSystem.Fault, at call: Int, staysBroken: Bool, _ start: (disk: MemoryDisk, shown: Set<EntryID>)
  ) throws -> Bool {
    let disk = start.disk.copy()
    let faulty = FaultyFileSystem(disk, failing: call, with: fault, staysBroken: staysBroken)
    var acknowledged = start.shown
    var told = 0
    for (index, side) in ["right", "back"].enumerated() {
      switch save(side, faulty, seed: UInt64(1000 + 2 * call + index)) {
      case .success(let saved):
        #expect(saved.count == 1)
        acknowledged.formUnion(saved.map(\.id))
      case .failure(let error):
        told += 1
        #expect(!error.sentence.isEmpty)
        if case .notSaved(_, _, _, let unsaved, let kept) = error {
          #expect(unsaved.count == 1)
          if case .aside = kept { acknowledged.formUnion(unsaved.map(\.id)) }
        }
      }
    }
    #expect(acknowledged.count + told >= 2 + start.shown.count)
    // A restart on a sound disk, after a power cut: all that was said saved or kept is there.
    disk.restart()
    #expect(try shown(disk).isSuperset(of: acknowledged), "\(fault) at call \(call)")
    // And the store goes on: the next save works and takes in what was kept.
    let next = try Store(places: places, files: disk, world: .sample(seed: 50)).perform([.turn("other")], zone: nil)
    #expect(try shown(disk).isSuperset(of: acknowledged.union(next.map(\.id))), "\(fault) at call \(call)")
    if !staysBroken, case .short = fault {
      #expect(try Store(places: places, files: disk, world: .sample()).verify().isSound, "\(fault) at call \(call)")
    }
    return faulty.hasStruck
  }

  private func save(_ side: String, _ files: any FileSystem, seed: UInt64) -> Result<[Entry], StoreError> {
    Result { () throws(StoreError) in
      try Store(places: places, files: files, world: .sample(seed: seed)).perform([.turn(side)], zone: nil)
    }
  }

  @Test(arguments: [ENOSPC, EIO, EROFS, EACCES, EDQUOT, EPERM, EMFILE, EFBIG, ENOLCK])
  func `no false saved and no acknowledged loss, whichever call fails`(code: Int32) throws {
    for startingWith in [0, 1] {
      let start = try start(with: startingWith)
      for staysBroken in [false, true] {
        var call = 1
        while try check(.error(code), at: call, staysBroken: staysBroken, start) { call += 1 }
        #expect(call > 30)
      }
    }
  }

  @Test(arguments: [0, 1, 100, 400])
  func `a write that takes only part of a line is no save`(bytes: Int) throws {
    let start = try start(with: 1)
    for staysBroken in [false, true] {
      var call = 1
      while try check(.short(bytes), at: call, staysBroken: staysBroken, start) { call += 1 }
      #expect(call > 30)
    }
  }

  @Test(arguments: [ENOSPC, EIO])
  func `an entry moved to another night is never nowhere, whichever call fails`(code: Int32) throws {
    let start = try start(with: 1)
    let old = try #require(start.shown.first)
    for staysBroken in [false, true] {
      var call = 1
      while true {
        let disk = start.disk.copy()
        let faulty = FaultyFileSystem(disk, failing: call, with: .error(code), staysBroken: staysBroken)
        let move = [
          Draft.turn("left", night: "2026-11-20"),
          Draft(partition: .night(night), at: Samples().moment("08:00"), body: .retract(of: [old])),
        ]
        let result = Result { () throws(StoreError) in
          try Store(places: places, files: faulty, world: .sample(seed: UInt64(1000 + call))).perform(move, zone: nil)
        }
        disk.restart()
        let store = try Store(places: places, files: disk, world: .sample(seed: 99))
        let dates = [night, night.adding(days: -2)]
        let left = Set(dates.flatMap { Timeline(store.nights([$0]).flatMap(\.entries)).items.map(\.id) })
        #expect(!left.isEmpty, "call \(call)")
        if case .success = result { #expect(!left.contains(old), "call \(call)") }
        if !faulty.hasStruck { break }
        call += 1
      }
      #expect(call > 30)
    }
  }

  @Test func `an interrupted write is made again`() throws {
    let start = try start(with: 1)
    var call = 1
    while try check(.error(EINTR), at: call, staysBroken: false, start) { call += 1 }
  }

  @Test func `the power may go before any call: what was said saved is there`() throws {
    for startingWith in [0, 1, 3] {
      let start = try start(with: startingWith)
      start.disk.restart()
      #expect(try shown(start.disk) == start.shown)
      start.disk.kill()
      var call = 1
      while true {
        let disk = start.disk.copy()
        var acknowledged = start.shown
        disk.powerFailsAt = call
        for (index, side) in ["right", "back"].enumerated() {
          let saved = try? Store(places: places, files: disk, world: .sample(seed: UInt64(1000 + 2 * call + index)))
            .perform([.turn(side)], zone: nil)
          if !disk.isDown { acknowledged.formUnion((saved ?? []).map(\.id)) }
        }
        let wasCut = disk.isDown
        disk.restart()
        #expect(try shown(disk).isSuperset(of: acknowledged), "power cut at call \(call)")
        try Store(places: places, files: disk, world: .sample(seed: 60)).perform([.turn("other")], zone: nil)
        #expect(try shown(disk).isSuperset(of: acknowledged))
        #expect(try Store(places: places, files: disk, world: .sample()).verify().isSound, "power cut at call \(call)")
        if !wasCut { break }
        call += 1
      }
      #expect(call > 30)
    }
  }

  @Test func `the program may be killed before any call: undo still takes back what was last shown`() throws {
    var call = 1
    let moment = Samples().moment("08:00")
    let (start, first) = try start(with: 1)
    start.kill()
    while true {
      let disk = start.copy()
      disk.powerFailsAt = call
      let saved = try? Store(places: places, files: disk, world: .sample(seed: UInt64(1000 + call)))
        .perform([.turn("right")], zone: nil)
      let undone = try? Store(places: places, files: disk, world: .sample(seed: 70))
        .undo(at: moment, by: nil, zone: nil)
      let wasKilled = disk.isDown
      disk.kill()
      if saved != nil, undone == nil {
        _ = try Store(places: places, files: disk, world: .sample(seed: 71)).undo(at: moment, by: nil, zone: nil)
        let left = try shown(disk)
        #expect(left == first || left.isEmpty, "killed at call \(call)")
      }
      if !wasKilled { break }
      call += 1
    }
  }

  @Test func `the room kept aside lets a save through on a full disk`() throws {
    let disk = try disk(startingWith: 1)
    let full = FullDisk(disk)
    let store = try Store(places: places, files: full, world: .sample(seed: 2))
    #expect(try store.perform([.turn("right")], zone: nil).count == 1)
    #expect(full.refused && full.gaveRoom)
    #expect(try shown(disk).count == 2)
  }

  @Test func `what could not be saved is kept, shown, and taken in with the next save that works`() throws {
    let disk = try disk(startingWith: 1)
    let full = FullDisk(disk, below: "/store", reserveHelps: false)
    let store = try Store(places: places, files: full, world: .sample(seed: 2))
    let error = #expect(throws: StoreError.self) { try store.perform([.turn("right")], zone: nil) }
    #expect(error?.sentence.hasPrefix("KEPT ASIDE, not in the record yet: ") == true)
    #expect(error?.sentence.contains("the disk is full") == true)
    #expect(error?.exitCode == 74)
    #expect(try shown(disk).count == 2)
    try Store(places: places, files: disk, world: .sample(seed: 3)).perform([.turn("back")], zone: nil)
    #expect(try shown(disk).count == 3)
    #expect(disk.allFiles(below: "/state").allSatisfy { !$0.contains("rescue") })
  }
}

/// A disk without room for journal lines, until the reserve is removed (if that lies on the same disk).
private final class FullDisk: ForwardingFileSystem {
  private let folder: String
  private let reserveHelps: Bool
  private(set) var refused = false
  private(set) var gaveRoom = false
  private var paths: [FileDescriptor: String] = [:]

  init(_ base: MemoryDisk, below folder: String = "", reserveHelps: Bool = true) {
    self.folder = folder
    self.reserveHelps = reserveHelps
    super.init(base)
  }

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let file = try super.open(path, mode)
    paths[file] = path
    return file
  }

  override func write(_ file: FileDescriptor, _ bytes: [UInt8]) throws(SystemError) -> Int {
    let path = paths[file] ?? ""
    if path.hasSuffix(".jsonl"), path.hasPrefix(folder), !gaveRoom {
      refused = true
      throw .diskFull
    }
    return try super.write(file, bytes)
  }

  override func remove(_ path: String) throws(SystemError) {
    try super.remove(path)
    if path.hasSuffix("/reserve"), reserveHelps { gaveRoom = true }
  }
}
