import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

/// The emergency card's text beside the record.
@Suite struct `The kept card` {
  private let disk = MemoryDisk()
  private let places = StorePaths.sample(below: "")

  private func open() throws -> Store {
    try Store(places: places, files: disk, world: .sample(seed: UInt64(disk.calls)))
  }
  private func kept() -> String? { Store.keptCard(for: places, files: disk) }
  private func keptBeforeDamage() -> String? { Store.keptCardBeforeDamage(for: places, files: disk) }

  @Test func `is not kept where there is no record`() throws {
    #expect(try !open().keepCard("card", isWhole: true) && kept() == nil && disk.allFiles(below: "").isEmpty)
  }

  @Test func `is found with a sound record, and is the last one kept`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(kept() == nil)
    #expect(try open().keepCard("first", isWhole: true) && kept() == "first")
    #expect(try open().keepCard("second é", isWhole: true) && kept() == "second é")
  }

  @Test func `is written only if it differs`() throws {
    try open().perform([.turn()], zone: nil)
    let store = try open()
    #expect(try store.keepCard("card", isWhole: true))
    let state = try #require(store.state)
    let inode = try disk.status(at: state.cardPath).inode
    #expect(try store.keepCard("card", isWhole: true) && store.keepCard("card", isWhole: true))
    #expect(try disk.status(at: state.cardPath).inode == inode)
    #expect(try store.keepCard("card 2", isWhole: true))
    #expect(try disk.status(at: state.cardPath).inode != inode)
  }

  @Test func `is updated while the plan is damaged, and the last whole one stays beside it until a whole one comes`()
    throws
  {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("whole", isWhole: true) && keptBeforeDamage() == nil)
    for text in ["part", "other part", "whole"] {
      #expect(try open().keepCard(text, isWhole: false) && open().keepCard(text, isWhole: false))
      #expect(kept() == "\(text)\nTHE CARD BEFORE PART OF THE PLAN WAS LOST\n\nwhole" && keptBeforeDamage() == "whole")
    }
    #expect(try open().keepCard("new", isWhole: true) && kept() == "new" && keptBeforeDamage() == nil)
    #expect(try !disk.list(#require(open().state).path).contains { $0.hasPrefix("card-") })
    // The same text once more, and the next damage starts from it.
    #expect(try open().keepCard("part", isWhole: false) && keptBeforeDamage() == "new")
    #expect(try open().keepCard("part", isWhole: true) && kept() == "part" && keptBeforeDamage() == nil)
  }

  @Test func `of a plan that never was whole is not taken for one`() throws {
    try open().perform([.turn()], zone: nil)
    for text in ["part", "other part"] {
      #expect(try open().keepCard(text, isWhole: false) && kept() == text && keptBeforeDamage() == nil)
    }
  }

  @Test func `of before the damage is found when store.json is damaged too`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("whole", isWhole: true))
    disk.setBytes(Array("{\"store\":".utf8), at: "/store/store.json")
    try open().perform([.turn("right")], zone: nil)
    #expect(try open().keepCard("part", isWhole: false) && keptBeforeDamage() == "whole")
    #expect(kept()?.hasPrefix("part\n") == true && kept()?.hasSuffix("whole") == true)
    #expect(try open().keepCard("whole", isWhole: true) && keptBeforeDamage() == nil)
  }

  /// Keeps a whole card, then another one with a fault at each call in turn, and looks at what is kept after each.
  /// `look` is told the disk after a restart, how to open a store on it, whether the second card was said to be kept,
  /// and the call that failed.
  private func keepUnderFaults(
    _ first: String, then second: String, isWhole: Bool, _ fault: Int32, cutsPower: Bool,
    look: (MemoryDisk, _ open: () throws -> Store, _ isKept: Bool, _ call: Int) throws -> Void
  ) throws {
    var call = 1
    while true {
      let disk = MemoryDisk()
      func open(_ files: any FileSystem) throws -> Store {
        try Store(places: places, files: files, world: .sample(seed: 5))
      }
      try open(disk).perform([.turn()], zone: nil)
      #expect(try open(disk).keepCard(first, isWhole: true))
      disk.kill()
      let faulty = FaultyFileSystem(disk, failing: call, with: .error(fault), staysBroken: false)
      if cutsPower { disk.powerFailsAt = call }
      let isKept = (try? open(cutsPower ? disk : faulty).keepCard(second, isWhole: isWhole)) ?? false
      let wentWrong = cutsPower ? disk.isDown : faulty.hasStruck
      disk.restart()
      try look(disk, { try open(disk) }, isKept, call)
      if !wentWrong { break }
      call += 1
    }
    #expect(call > 10)
  }

  @Test(arguments: [false, true])
  func `of before the damage is never lost, whatever fails and whenever the power goes`(cutsPower: Bool) throws {
    try keepUnderFaults("whole", then: "part", isWhole: false, EIO, cutsPower: cutsPower) { disk, open, isKept, call in
      let found = Store.keptCard(for: places, files: disk)
      let isNew = found?.hasPrefix("part\n") == true && found?.hasSuffix("whole") == true
      #expect(isNew || found == "whole" && !isKept, "call \(call)")
      if isNew { #expect(Store.keptCardBeforeDamage(for: places, files: disk) == "whole", "call \(call)") }
      let isKeptAgain = try open().keepCard("part", isWhole: false)
      #expect(isKeptAgain && Store.keptCardBeforeDamage(for: places, files: disk) == "whole", "call \(call)")
    }
  }

  @Test func `is not looked for where nothing is any more, and where it lies is noted only anew`() throws {
    let path = "/state/places.json"
    func text() -> String { String(decoding: disk.bytes(at: path) ?? [], as: UTF8.self) }
    func keep(at store: String) throws -> Store {
      let places = StorePaths(store: store, stateRoot: "/state")
      func open() throws -> Store { try Store(places: places, files: disk, world: .sample(seed: UInt64(disk.calls))) }
      try open().perform([.turn()], zone: nil)
      let store = try open()
      #expect(try store.keepCard("card", isWhole: true))
      return store
    }
    let first = try #require(try keep(at: "/first").state)
    let inode = try disk.status(at: path).inode
    _ = try keep(at: "/first")
    #expect(try disk.status(at: path).inode == inode && text().contains("/first"))
    for name in try disk.list(first.path) { try disk.remove(first.path + "/" + name) }
    try disk.removeFolder(first.path)
    _ = try keep(at: "/second")
    #expect(text().contains("/second") && !text().contains("/first"))
  }

  @Test func `is found when store.json is damaged, gone, or the whole record is`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("card", isWhole: true))
    disk.setBytes(Array("{\"store\":".utf8), at: "/store/store.json")
    #expect(kept() == "card")
    // A run on the damaged record has another state folder; the card of before stands until another is kept.
    try open().perform([.turn("right")], zone: nil)
    #expect(kept() == "card")
    #expect(try open().keepCard("newer", isWhole: true) && kept() == "newer")
    try disk.remove("/store/store.json")
    #expect(kept() == "newer")
    try disk.rename("/store", to: "/elsewhere")
    #expect(kept() == "newer")
    let other = StorePaths(store: "/other", stateRoot: "/state")
    #expect(Store.keptCard(for: other, files: disk) == nil)
  }

  @Test func `of a record that can be told is never another record's`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("card", isWhole: true))
    try disk.rename("/store", to: "/old")
    let store = try open()
    store.beginNew()
    try store.perform([.turn()], zone: nil)
    #expect(kept() == nil)
  }

  @Test func `is found by a relative path from where the program stands`() throws {
    func places(_ folder: String, _ asked: String) throws -> StorePaths {
      try #require(StorePaths.find(asked: asked, environment: ["HOME": "/home", "PWD": folder]))
    }
    let inside = try places("/", "store")
    #expect(inside.store == "store" && inside.lastingStore == "/store")
    try Store(places: inside, files: disk, world: .sample()).perform([.turn()], zone: nil)
    #expect(try Store(places: inside, files: disk, world: .sample()).keepCard("card", isWhole: true))
    try disk.remove("/store/store.json")
    try disk.rename("/store", to: "/away")
    #expect(try Store.keptCard(for: places("/tmp", "/store"), files: disk) == "card")
    #expect(try Store.keptCard(for: places("/tmp", "store"), files: disk) == nil)
  }

  @Test func `a name in places.json that leads elsewhere is not followed`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("card", isWhole: true))
    try disk.remove("/store/store.json")
    try disk.rename("/store", to: "/away")
    disk.setBytes(Array(#"{"/store":["../secret"]}"#.utf8), at: "/state/places.json")
    try disk.makeFolder("/secret")
    try disk.with("/secret/card.txt", .appendNew) { file throws(SystemError) in _ = try disk.write(file, [65]) }
    #expect(kept() == nil)
  }

  @Test(arguments: [EIO, ENOSPC, EROFS, EACCES], [false, true])
  func `is whole, old or new, whatever fails and whenever the power goes`(fault: Int32, cutsPower: Bool) throws {
    try keepUnderFaults("old", then: "the new one", isWhole: true, fault, cutsPower: cutsPower) {
      disk, open, isKept, call in
      let found = Store.keptCard(for: places, files: disk)
      #expect(found == "the new one" || found == "old" && !isKept, "call \(call)")
      let isKeptAgain = try open().keepCard("the new one", isWhole: true)
      #expect(isKeptAgain && Store.keptCard(for: places, files: disk) == "the new one")
    }
  }

  /// Types something for the card, and keeps the card as the program does: whole only if the plan is.
  @discardableResult
  private func keep(_ text: String, _ store: Store) -> Bool {
    let plan = store.plan()
    return store.notePlan(plan) && (try? store.keepCard(text, isWhole: true)) == true
      || !plan.findings.isEmpty && (try? store.keepCard("part", isWhole: false)) == true
  }
  private func type(_ name: String) throws {
    let plan = Plan(entries: try open().plan().entries)
    try open().perform(
      [PlanRequest.draft(Setting(.person), value: name, plan: plan, at: Samples().moment("23:00"), by: nil)], zone: nil)
  }

  @Test(arguments: ["deleted", "emptied", "cut at a line end", "another last line", "the folder gone"], [false, true])
  func `of a plan file that was seen and is less is never made from the rest`(what: String, isOthers: Bool) throws {
    try type("First")
    try type("Second")
    let path = try #require(disk.allFiles(below: "/store/plan").first)
    if isOthers {
      // Another machine's: this one has read it and never written it.
      for file in disk.allFiles(below: "/state") { try disk.remove(file) }
    }
    #expect(try keep("whole", open()) && kept() == "whole")
    let lines = try #require(disk.bytes(at: path)).split(separator: 10).map { Array($0) + [10] }
    switch what {
    case "deleted": try disk.remove(path)
    case "emptied": disk.setBytes([], at: path)
    case "cut at a line end": disk.setBytes(Array(lines.dropLast().joined()), at: path)
    case "another last line":
      let start = Array(lines.dropLast().joined())
      let other = LineFormat.line(try #require(FileReading(lines[1]).entries.first), at: FileReading(start).next)
      disk.setBytes(start + other.line, at: path)
    default: try disk.rename("/store/plan", to: "/elsewhere")
    }
    let plan = try open().plan()
    #expect(!plan.findings.isEmpty && plan.findings.allSatisfy { $0.file.hasPrefix("plan/") })
    #expect(try keep("nearly nothing", open()) && keptBeforeDamage() == "whole")
    #expect(kept()?.hasPrefix("part\n") == true && kept()?.hasSuffix("\nwhole") == true)
    #expect(try !open().verify().isSound)
    // Put back, it is whole again.
    if what == "the folder gone" { try disk.rename("/elsewhere", to: "/store/plan") }
    if disk.bytes(at: path) == nil { try disk.with(path, .appendNew) { _ throws(SystemError) in } }
    disk.setBytes(Array(lines.joined()), at: path)
    #expect(try keep("whole", open()) && kept() == "whole" && keptBeforeDamage() == nil)
  }

  @Test func `is never made from part of a plan, whatever fails and whenever the power goes while it is noted`() throws
  {
    for cutsPower in [false, true] {
      var call = 1
      while true {
        let disk = MemoryDisk()
        func open(_ files: any FileSystem) throws -> Store {
          try Store(places: places, files: files, world: .sample(seed: 5))
        }
        func type(_ name: String) throws {
          let plan = Plan(entries: try open(disk).plan().entries)
          let draft = PlanRequest.draft(
            Setting(.person), value: name, plan: plan, at: Samples().moment("23:00"), by: nil)
          try open(disk).perform([draft], zone: nil)
        }
        try type("First")
        #expect(try keep("first", open(disk)))
        try type("Second")
        disk.kill()
        let faulty = FaultyFileSystem(disk, failing: call, with: .error(EIO), staysBroken: false)
        if cutsPower { disk.powerFailsAt = call }
        if let store = try? open(cutsPower ? disk : faulty) { keep("second", store) }
        let wentWrong = cutsPower ? disk.isDown : faulty.hasStruck
        disk.restart()
        let path = try #require(disk.allFiles(below: "/store/plan").first)
        let lines = try #require(disk.bytes(at: path)).split(separator: 10).map { Array($0) + [10] }
        disk.setBytes(Array(lines.prefix(1).joined()), at: path)
        keep("nearly nothing", try open(disk))
        let card = Store.keptCard(for: places, files: disk) ?? ""
        #expect(card.hasSuffix("first") || card.hasSuffix("second"), "call \(call), power \(cutsPower): \(card)")
        if !wentWrong { break }
        call += 1
      }
      #expect(call > 10)
    }
  }

  @Test func `that belongs to another account is replaced, or it is said that it could not be`() throws {
    try open().perform([.turn()], zone: nil)
    #expect(try open().keepCard("old", isWhole: true))
    let path = try #require(try open().state).cardPath
    let foreign = Foreign(disk, path)
    let store = try Store(places: places, files: foreign, world: .sample(seed: 8))
    #expect(try store.keepCard("new", isWhole: true) && kept() == "new")
    foreign.isReplaceable = false
    let error = #expect(throws: StoreError.self) { try store.keepCard("newer", isWhole: true) }
    #expect(kept() == "new")
    #expect(error?.sentence.contains("could not be kept in \(path) because this account may not do that") == true)
  }

  @Test func `is the owner's alone`() throws {
    let folder = TemporaryFolder()
    let store = try Store(places: .sample(below: folder.path), files: RealFileSystem(), world: .sample())
    try store.perform([.turn()], zone: nil)
    #expect(try store.keepCard("card", isWhole: true))
    let state = try #require(store.state)
    #expect(try RealFileSystem().status(at: state.cardPath).permissions == 0o600)
    #expect(try RealFileSystem().status(at: state.path).permissions == 0o700)
    #expect(try !(RealFileSystem().list(state.path)).contains { $0.hasSuffix(".new") })
  }
}

/// A disk on which one file is another account's.
private final class Foreign: ForwardingFileSystem {
  private let path: String
  var isReplaceable = true

  init(_ disk: MemoryDisk, _ path: String) {
    self.path = path
    super.init(disk)
  }

  override func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    if path == self.path { throw SystemError(code: EACCES) }
    return try super.open(path, mode)
  }

  override func rename(_ path: String, to other: String) throws(SystemError) {
    if other == self.path, !isReplaceable { throw SystemError(code: EACCES) }
    try super.rename(path, to: other)
  }
}
