import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Erasing when calls fail, when it is killed, and when the power goes: a night is whole or gone, never half.
@Suite struct `Purge under faults` {
  private let places = StorePaths(store: "/store", stateRoot: "/state")
  private let night = Samples().night

  private func open(_ files: any FileSystem, seed: UInt64 = 99) throws -> Store {
    try Store(places: places, files: files, world: .sample(seed: seed))
  }

  /// Three writers in the night, one of them waiting beside the record; a plan and another night.
  private func disk() throws -> MemoryDisk {
    let disk = MemoryDisk()
    try fill(disk)
    return disk
  }

  private func fill(_ disk: MemoryDisk) throws {
    let moment = Samples().moment("12:00")
    let setting = Draft(partition: .plan, at: moment, body: .record(.plan(key: "person"), Details([.to: .text("X")])))
    try open(disk, seed: 1).perform([setting, .turn("left"), .turn("left", night: "2026-11-21")], zone: nil)
    let store = try open(disk, seed: 2)
    store.writer.borrow()
    try store.perform([.turn("right")], zone: nil)
    let state = try #require(store.state)
    try disk.makeFolders(state.rescue)
    store.writer.borrow()
    _ = try Appender(
      store: store, folders: [state.rescue], partition: .night(night), isRescue: true
    ).append(store.nights([night])[0].entries.suffix(1).map { $0 })
    disk.kill()
  }

  /// The same disk after a purge of which only the first file went.
  private func interrupted(_ extent: PurgeExtent) throws -> MemoryDisk {
    let disk = try disk()
    _ = try? open(Unremovable(disk, after: 1)).purge(extent)
    disk.kill()
    return disk
  }

  private func shown(_ disk: MemoryDisk, _ date: CivilDate) throws -> Set<EntryID> {
    Set(try open(disk).nights([date]).flatMap(\.entries).map(\.id))
  }

  /// Looks at what an interrupted run left: whole or gone, sound, and completed by the same call.
  private func check(_ disk: MemoryDisk, _ extent: PurgeExtent, isDone: Bool, _ words: String) throws {
    let left = try shown(disk, night)
    #expect(left.count == 2 && !isDone || left.isEmpty, "\(words)")
    if extent == .all { #expect(try shown(disk, night.adding(days: -1)).count == left.count / 2, "\(words)") }
    let verification = try open(disk).verify()
    // What waits beside the record is a finding as long as it waits.
    #expect(verification.isSound || left.count == 2 && verification.findings.count == 1, "\(words) \(verification)")
    _ = try open(disk).undo(at: Samples().moment("08:00"), by: nil, zone: nil)
    #expect(try shown(disk, night).count == left.count || !left.isEmpty, "\(words)")
    try open(disk, seed: 7).purge(extent)
    #expect(try shown(disk, night).isEmpty && open(disk).verify().isSound && open(disk).remarks.isEmpty, "\(words)")
    let files = disk.allFiles(below: "")
    switch extent {
    case .all: #expect(files.isEmpty, "\(words) \(files)")
    case .night:
      #expect(!files.contains { $0.contains("2026-11-22") || $0.contains("erasing") }, "\(words) \(files)")
      #expect(try shown(disk, night.adding(days: -1)).count >= 1 && !open(disk).plan().entries.isEmpty, "\(words)")
      #expect(!(try open(disk).state?.marks.all() ?? []).contains { $0.partition == .night(night) }, "\(words)")
    }
  }

  /// One of each kind that is answered differently; where more cases are asked for, all.
  private static let codes =
    [ENOSPC, EIO, EACCES, EINTR, ENOLCK] + (Property.cases > 1000 ? [EROFS, EPERM, EMFILE, EBUSY, EDQUOT] : [])

  @Test(arguments: codes)
  func `whichever call fails, it says so or is done, and the same command completes it`(code: Int32) throws {
    let whole = try disk()
    for extent in [PurgeExtent.night(night), .all] {
      for staysBroken in [false, true] {
        var call = 1
        while true {
          let disk = whole.copy()
          let faulty = FaultyFileSystem(disk, failing: call, with: .error(code), staysBroken: staysBroken)
          let result = Result { try open(faulty).purge(extent) }
          let words = "\(extent) \(code) at call \(call), stays broken: \(staysBroken), \(result)"
          var isDone = false
          switch result {
          case .success:
            let left = try open(disk).toPurge(extent)
            #expect(left.isEmpty && left.left.isEmpty, "\(words)")
            isDone = true
          case .failure(let error as StoreError): #expect(!error.sentence.isEmpty)
          case .failure(let error): Issue.record("\(error)")
          }
          disk.kill()
          try check(disk, extent, isDone: isDone, words)
          if !faulty.hasStruck {
            #expect(isDone, "\(words)")
            break
          }
          call += 1
        }
        #expect(call > 40)
      }
    }
  }

  @Test(arguments: [false, true])
  func `killed or without power before any call, the night is whole or gone`(cutsPower: Bool) throws {
    let whole = try disk()
    if cutsPower { whole.restart() }
    for extent in [PurgeExtent.night(night), .all] {
      var call = 1
      var wasGone = false
      while true {
        let disk = whole.copy()
        disk.powerFailsAt = call
        let result = Result { try open(disk).purge(extent) }
        let wasCut = disk.isDown
        if cutsPower { disk.restart() } else { disk.kill() }
        let isGone = try shown(disk, night).isEmpty
        #expect(!wasGone || isGone, "it came back at call \(call)")
        wasGone = isGone
        try check(disk, extent, isDone: (try? result.get()) != nil, "\(extent) at call \(call)")
        if !wasCut { break }
        call += 1
      }
      #expect(wasGone && call > 40)
    }
  }

  @Test func `what is written after an interrupted purge is never erased by what was noted before it`() throws {
    let whole = try disk()
    var call = 1
    while true {
      let disk = whole.copy()
      disk.powerFailsAt = call
      _ = try? open(disk).purge(.night(night))
      let wasCut = disk.isDown
      disk.kill()
      let isHidden = try shown(disk, night).isEmpty
      let saved = try open(disk, seed: 8).perform([.turn("back")], zone: nil)
      #expect(try shown(disk, night).isSuperset(of: saved.map(\.id)), "call \(call)")
      if isHidden { #expect(try shown(disk, night).count == 1, "call \(call)") }
      #expect(try open(disk).verify().findings.allSatisfy { $0.words.hasPrefix("waits") }, "call \(call)")
      if !wasCut { break }
      call += 1
    }
  }

  @Test func `a program that runs meanwhile adds nothing to what another one began to erase`() throws {
    let whole = try disk()
    var call = 1
    while true {
      let disk = whole.copy()
      let running = try open(disk, seed: 8)
      try running.perform([.turn("left")], zone: nil)
      let faulty = FaultyFileSystem(disk, failing: call, with: .error(EIO), staysBroken: true)
      let isDone = (try? open(faulty, seed: 9).purge(.night(night))) != nil
      let isHidden = try shown(disk, night).isEmpty
      let saved = try running.perform([.turn("back")], zone: nil)
      try open(disk).purge(.night(night.adding(days: -1)))
      #expect(try shown(disk, night).isSuperset(of: saved.map(\.id)), "call \(call)")
      if isHidden { #expect(try shown(disk, night).count == 1, "call \(call)") }
      if isDone { break }
      call += 1
    }
    #expect(call > 10)
  }

  @Test func `killed after something could not be read for a moment, the night is whole or gone`() throws {
    let whole = try disk()
    for read in 1...8 {
      var call = 1
      while true {
        let disk = whole.copy()
        disk.powerFailsAt = call
        _ = try? open(FaultyFileSystem(disk, failing: read, with: .error(EIO), staysBroken: false)).purge(.night(night))
        let wasCut = disk.isDown
        disk.kill()
        let left = try shown(disk, night).count
        #expect(left == 2 || left == 0, "read \(read), call \(call)")
        if !wasCut { break }
        call += 1
      }
    }
  }

  @Test func `whichever call fails, another night whose purge was interrupted does not come back`() throws {
    let interrupted = try interrupted(.night(night))
    var call = 1
    while true {
      let disk = interrupted.copy()
      let faulty = FaultyFileSystem(disk, failing: call, with: .error(EIO), staysBroken: false)
      _ = try? open(faulty).purge(.night(night.adding(days: -1)))
      disk.kill()
      #expect(try shown(disk, night).isEmpty, "call \(call)")
      if !faulty.hasStruck { break }
      call += 1
    }
  }

  @Test func `whichever call fails, another copy of the record keeps what waits for it`() throws {
    let both = try disk()
    for path in both.allFiles(below: "/store") {
      let copy = "/copy" + path.dropFirst(6)
      try both.makeFolders(copy.parentFolder)
      try both.with(copy, .appendNew) { file throws(SystemError) in
        _ = try both.write(file, both.bytes(at: path) ?? [])
      }
    }
    let copy = StorePaths(store: "/copy", stateRoot: "/state")
    try Store(places: copy, files: both, world: .sample(seed: 4)).perform([.turn("back")], zone: nil)
    both.kill()
    let path = try #require(open(both).state).rescue + "/2026-11-20.aaaaaaaa.jsonl"
    try both.with(path, .appendNew) { file throws(SystemError) in _ = try both.write(file, [1]) }
    let before = both.allFiles(below: "/store")
    let waiting = both.allFiles(below: "/state").filter { $0.contains("/rescue/") }
    // What waited for the original before the copy wrote, and this.
    #expect(waiting.count == 2)
    var call = 1
    while true {
      let disk = both.copy()
      let faulty = FaultyFileSystem(disk, failing: call, with: .error(EIO), staysBroken: false)
      _ = try? Store(places: copy, files: faulty, world: .sample(seed: 5)).purge(.all)
      disk.kill()
      #expect(try disk.allFiles(below: "/store") == before && shown(disk, night).count == 2, "call \(call)")
      #expect(disk.allFiles(below: "/state").filter { $0.contains("/rescue/") } == waiting, "call \(call)")
      #expect(try !open(disk).writer.own.isEmpty, "call \(call)")
      if !faulty.hasStruck { break }
      call += 1
    }
  }

  @Test func `where the very first removal fails, nothing is hidden and nothing was erased`() throws {
    let disk = try disk()
    let before = try shown(disk, night)
    let error = #expect(throws: StoreError.self) { try open(Unremovable(disk)).purge(.night(night)) }
    #expect(error?.sentence.contains("nothing was erased") == true && error?.exitCode == 74)
    #expect(try shown(disk, night) == before && open(disk).remarks.isEmpty)
  }

  @Test(arguments: ["/reserve", ".rows", "/actions"])
  func `a full disk keeps nothing from being erased as long as something can be given up for it`(room: String) throws {
    for extent in [PurgeExtent.night(night), .all] {
      let disk = try disk()
      let full = CrampedDisk(disk, until: room)
      let store = try Store(
        places: StorePaths(store: "/store", stateRoot: "/state", cacheRoot: "/cache"), files: full,
        world: .sample(seed: 9))
      if room == ".rows" {
        // What an earlier run kept of another year.
        let folder = "/cache/\(store.identity ?? "")"
        try disk.makeFolders(folder)
        try disk.with(folder + "/" + NightCache.fileName(2020), .appendNew) { file throws(SystemError) in
          _ = try disk.write(file, [1])
        }
      }
      full.isFull = true
      try store.purge(extent)
      #expect(try shown(disk, night).isEmpty, "\(extent)")
      #expect(!full.isFull || extent == .all, "\(extent)")
    }
  }

  @Test func `an interrupted purge is completed by the next run that writes, and by none that reads`() throws {
    for extent in [PurgeExtent.night(night), .all] {
      let disk = try interrupted(extent)
      let before = disk.allFiles(below: "")
      #expect(
        try shown(disk, night).isEmpty && open(disk).verify().isSound && open(disk).nextUndo() != nil || extent == .all)
      #expect(disk.allFiles(below: "") == before && before.contains { $0.contains("2026-11-22") })
      let saved = try open(disk, seed: 8).perform([.turn("back", night: "2026-11-23")], zone: nil)
      let files = disk.allFiles(below: "")
      #expect(!files.contains { $0.contains("2026-11-22") || $0.hasSuffix("/erasing") }, "\(files)")
      #expect(try shown(disk, night.adding(days: 1)) == Set(saved.map(\.id)) && open(disk).verify().isSound)
      #expect(try shown(disk, night.adding(days: -1)).isEmpty == (extent == .all) && open(disk).remarks.isEmpty)
    }
  }

  @Test func `what came after the note of an interrupted purge stays, under whichever name`() throws {
    for extent in [PurgeExtent.night(night), .all] {
      let disk = try interrupted(extent)
      let path = try #require(disk.allFiles(below: "/store/nights/2026").first { $0.contains("2026-11-22") })
      let bytes = try #require(disk.bytes(at: path))
      try disk.remove(path)
      let others = [
        path, "/store/nights/2026/2026-11-22.zzzzzzzz.jsonl", "/store/nights/2026/2026-11-25.zzzzzzzz.jsonl",
      ]
      for other in others {
        try disk.with(other, .appendNew) { file throws(SystemError) in _ = try disk.write(file, bytes) }
      }
      let isShown = try shown(disk, night)
      #expect(isShown.count == 1)
      try open(disk, seed: 8).perform([.turn("back", night: "2026-11-23")], zone: nil)
      #expect(others.allSatisfy { disk.bytes(at: $0) == bytes }, "\(disk.allFiles(below: ""))")
      #expect(try shown(disk, night) == isShown && open(disk).remarks.isEmpty && open(disk).verify().isSound)
      #expect(!disk.allFiles(below: "").contains { $0.hasSuffix("/erasing") || $0.contains("/rescue/") })
    }
  }

  @Test
  func `whatever fails while an interrupted purge is completed, nothing of it comes back and what is saved stays`()
    throws
  {
    for extent in [PurgeExtent.night(night), .all] {
      try strikeEveryCall { disk in
        try fill(disk)
        _ = try? open(Unremovable(disk, after: 1)).purge(extent)
      } act: { files, _ in
        (try? open(files, seed: 8).perform([.turn("back", night: "2026-11-23")], zone: nil)) ?? []
      } check: { disk, saved, words in
        #expect(try shown(disk, night).isEmpty, words)
        #expect(try shown(disk, night.adding(days: 1)).isSuperset(of: saved.map(\.id)), words)
        try open(disk, seed: 9).perform([.turn("left", night: "2026-11-23")], zone: nil)
        #expect(try shown(disk, night).isEmpty && open(disk).remarks.isEmpty, words)
        #expect(try shown(disk, night.adding(days: 1)).count > saved.count, words)
        #expect(!disk.allFiles(below: "").contains { $0.contains("2026-11-22") }, words)
      }
    }
  }

  @Test func `an interrupted purge is said at the next start`() throws {
    let disk = try disk()
    let error = #expect(throws: StoreError.self) { try open(Unremovable(disk, after: 1)).purge(.night(night)) }
    #expect(error?.sentence.hasPrefix("NOT ALL ERASED: ") == true)
    #expect(try open(disk).remarks.first?.contains("the night 2026-11-22 was interrupted") == true)
    #expect(try open(disk).toPurge(.night(night)).isUnfinished)
    #expect(try !open(disk).recordedNights().contains(night))
  }
}

/// A disk on which the journal's files cannot be removed, or only so many of them.
private final class Unremovable: ForwardingFileSystem {
  private var goes: Int

  init(_ disk: MemoryDisk, after goes: Int = 0) {
    self.goes = goes
    super.init(disk)
  }

  override func remove(_ path: String) throws(SystemError) {
    if path.hasSuffix(".jsonl") {
      guard goes > 0 else { throw SystemError(code: EROFS) }
      goes -= 1
    }
    try super.remove(path)
  }
}

/// A disk without room for anything new, until a file is removed whose name ends in this.
private final class CrampedDisk: ForwardingFileSystem {
  var isFull = false
  private let room: String

  init(_ disk: MemoryDisk, until room: String) {
    self.room = room
    super.init(disk)
  }

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    if isFull, mode == .appendNew { throw .diskFull }
    return try super.open(path, mode)
  }

  override func write(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError) -> Int {
    if isFull { throw .diskFull }
    return try super.write(file, bytes, at: offset)
  }

  override func remove(_ path: String) throws(SystemError) {
    try super.remove(path)
    if path.hasSuffix(room) || room == ".rows" && path.hasPrefix("/cache/") { isFull = false }
  }
}
