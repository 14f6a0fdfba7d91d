import NightModel
import TestSupport
import Testing

@testable import NightStore

@Suite struct `Saving and reading` {
  private let disk = MemoryDisk()
  private let places = StorePaths.sample(below: "")
  private let night = Samples().night

  private func open(boot: String = "boot1") throws -> Store {
    try Store(places: places, files: disk, world: .sample(seed: UInt64(disk.calls), boot: boot))
  }
  private func items(_ store: Store, _ date: CivilDate? = nil) -> [Item] {
    Timeline(store.nights([date ?? night]).flatMap(\.entries)).items
  }
  private func sides(_ store: Store) -> [String] { items(store).compactMap { $0.details.text(.side) } }

  @Test
  func `no sentence of an error names a command or an option, and each says what to do where anything can be done`() {
    let (full, missing) = (SystemError.diskFull, MissingRecord(place: "/a", store: "b", movedTo: "/c"))
    let errors: [StoreError] = [
      .notSaved(reason: full, path: "/a", saved: [], unsaved: [], kept: .aside("/b")),
      .recordMissing(missing, unsaved: [], kept: .nowhere), .ownedByAnother(path: "/a"),
      .cannotCreate(path: "/a", full),
      .placesUnread(path: "/a", full), .cannotRead(path: "/a", full), .notImported(reason: full, path: "/a", taken: 0),
      .taken(path: "/a", mayBeReplaced: true), .taken(path: "/a", mayBeReplaced: false),
      .notExported(path: "/a", full, wasBegun: true), .tooLarge, .notErased(path: "/a", full, erased: 0),
      .notErased(path: "/a", full, erased: 1), .noHome, .inUse(path: "/a"), .notARecord(path: "/a"),
      .cardNotKept(path: "/a", full),
    ]
    for error in errors {
      let sentence = error.sentence
      #expect(
        !sentence.contains("--") && !sentence.contains("nightstand") && !sentence.contains("command"), "\(sentence)")
      #expect(sentence.hasPrefix(error.whatHappened) && (error.advice.map { sentence.hasSuffix($0) } ?? true))
    }
  }

  @Test func `what is saved is there for the next run`() throws {
    let saved = try open().perform([.turn()], zone: "Europe/Berlin")
    let store = try open()
    #expect(store.nights([night]).flatMap(\.entries) == saved)
    #expect(store.verify().isSound)
    #expect(store.recordedNights() == [night])
  }

  @Test func `reading makes nothing on disk`() throws {
    let store = try open()
    #expect(store.plan().entries.isEmpty && items(store).isEmpty && store.verify().isSound)
    #expect(disk.allFiles(below: "") == [])
    #expect(store.find(id: "abcd").isEmpty)
  }

  @Test func `each night and the plan have a file of their own, named after night and writer`() throws {
    let store = try open()
    try store.perform([.turn()], zone: nil)
    try store.perform([.turn(night: "2026-11-23")], zone: nil)
    let setting = Draft(
      partition: .plan, at: Samples().moment("12:00"), body: .record(.plan(key: "person"), Details([.to: .text("X")])))
    try store.perform([setting], zone: nil)
    let writer = try #require(store.writerIfKnown)
    #expect(
      disk.allFiles(below: "/store") == [
        "/store/nights/2026/2026-11-22.\(writer).jsonl", "/store/nights/2026/2026-11-23.\(writer).jsonl",
        "/store/plan/\(writer).jsonl", "/store/store.json",
      ])
    #expect(Plan(entries: store.plan().entries).person == "X")
  }

  @Test func `entries of one run follow each other whatever the clock does`() throws {
    var times: [Int64] = [1000, 1000, 900, 1_000_000, 5]
    var world = StoreWorld.sample()
    world.now = { times.isEmpty ? 5 : times.removeFirst() }
    let store = try Store(places: places, files: disk, world: world)
    for side in ["left", "right", "back", "left"] { try store.perform([.turn(side)], zone: nil) }
    let stamps = store.nights([night]).flatMap(\.entries).map(\.stamp)
    #expect(stamps == stamps.sorted() && Set(stamps).count == 4)
  }

  @Test func `what happened earlier than it was written says when it was written`() throws {
    let entry = try #require(try open().perform([.turn(at: "13:00")], zone: nil).first)
    #expect(entry.entered != nil)
    let now = StoreWorld.sample().now()
    let just = Draft(
      partition: .night(night), at: Instant(milliseconds: now - 30_000, offsetMinutes: 60),
      body: .record(.event(.turn), Details()))
    #expect(try open().perform([just], zone: nil).first?.entered == nil)
  }

  @Test func `undo and redo go through every action, across runs, and a new action ends redo`() throws {
    let sidesDone = ["left", "right", "back"]
    for side in sidesDone { try open().perform([.turn(side)], zone: nil) }
    let moment = Samples().moment("08:00")
    for count in [2, 1, 0] {
      #expect(
        try open().undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == sidesDone[count])
      #expect(sides(try open()) == Array(sidesDone.prefix(count)))
    }
    #expect(try open().undo(at: moment, by: nil, zone: nil)?.items.count == nil)
    for count in [1, 2] {
      #expect(try open().redo(at: moment, by: nil, zone: nil) != nil)
      #expect(sides(try open()) == Array(sidesDone.prefix(count)))
    }
    try open().perform([.turn("other")], zone: nil)
    #expect(try open().redo(at: moment, by: nil, zone: nil)?.items.count == nil)
    #expect(sides(try open()) == ["left", "right", "other"])
  }

  @Test func `what one undo took can be brought back whatever was done since, and is the newest to undo again`() throws
  {
    let moment = Samples().moment("08:00")
    for side in ["left", "right"] { try open().perform([.turn(side)], zone: nil) }
    let action = try #require(try open().undo(at: moment, by: nil, zone: nil)?.action)
    try open().perform([.turn("back")], zone: nil)
    _ = try open().undo(at: moment, by: nil, zone: nil)
    #expect(try open().bringBack(action, at: moment, by: nil, zone: nil)?.action == action)
    #expect(sides(try open()) == ["left", "right"])
    #expect(try open().bringBack(action, at: moment, by: nil, zone: nil)?.action == nil, "it stands already")
    #expect(try open().undo(at: moment, by: nil, zone: nil)?.action == action)
    #expect(sides(try open()) == ["left"])
  }

  @Test func `undo takes back corrections and retractions too, and actions of several nights whole`() throws {
    let store = try open()
    let saved = try store.perform([.turn("left"), .turn("right", night: "2026-11-23")], zone: nil)
    let moment = Samples().moment("08:00")
    #expect(Set(saved.map(\.action)).count == 1)
    let amend = Draft(
      partition: .night(night), at: moment, body: .amend(of: [saved[0].id], [.side: .text("back")]))
    try store.perform([amend], zone: nil)
    #expect(sides(store) == ["back"])
    _ = try store.undo(at: moment, by: nil, zone: nil)
    #expect(sides(store) == ["left"])
    _ = try store.undo(at: moment, by: nil, zone: nil)
    #expect(items(store).isEmpty && items(store, night.adding(days: 1)).isEmpty)
    _ = try store.redo(at: moment, by: nil, zone: nil)
    #expect(sides(store) == ["left"] && items(store, night.adding(days: 1)).count == 1)
    _ = try store.redo(at: moment, by: nil, zone: nil)
    #expect(sides(store) == ["back"])
  }

  @Test func `undo finds its way when the list of actions was lost or the machine was restarted`() throws {
    let moment = Samples().moment("08:00")
    for side in ["left", "right", "back"] { try open().perform([.turn(side)], zone: nil) }
    _ = try open().undo(at: moment, by: nil, zone: nil)
    let state = try #require(try open().state)
    try disk.remove(state.actions.path)
    #expect(try open().redo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "back")
    #expect(
      try open(boot: "boot2").undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "back")
    #expect(
      try open(boot: "boot3").undo(at: moment, by: nil, zone: nil)?.items.first?.item.details.text(.side) == "right")
    #expect(sides(try open()) == ["left"])
  }

  @Test func `what is saved while the record is verified is not missed`() throws {
    try open().perform([.turn("left")], zone: nil)
    let found = try open().verify { _, _ in _ = try? open().perform([.turn("right")], zone: nil) }
    #expect(found.isSound, "\(found.findings)")
    #expect(sides(try open()).count == 2)
  }

  @Test func `undoing and redoing everything returns the start and the end`() throws {
    for seed in Property.seeds(share: 0.05) {
      var chance = Chance(seed: seed)
      let disk = MemoryDisk()
      let moment = Samples().moment("08:00")
      func open() throws -> Store { try Store(places: places, files: disk, world: .sample(seed: chance.next())) }
      func shown() throws -> [Item] { Timeline(try open().nights([night]).flatMap(\.entries)).items }
      var actions = 0
      for _ in 0..<chance.number(in: 1...12) {
        let items = try shown()
        if items.isEmpty || chance.oneIn(2) {
          try open().perform([.turn(chance.one(of: ["left", "right", "back"]))], zone: nil)
        } else {
          let item = chance.one(of: items)
          let body =
            chance.oneIn(2)
            ? Timeline([]).retraction(of: item)
            : Entry.Body.amend(of: [item.id] + item.amendments, [.note: .text("\(seed)")])
          try open().perform([Draft(partition: .night(night), at: moment, body: body)], zone: nil)
        }
        actions += 1
      }
      let end = try shown()
      for _ in 0..<actions { #expect(try open().undo(at: moment, by: nil, zone: nil) != nil, "seed \(seed)") }
      #expect(try shown().isEmpty, "seed \(seed)")
      for _ in 0..<actions { #expect(try open().redo(at: moment, by: nil, zone: nil) != nil, "seed \(seed)") }
      #expect(try shown() == end, "seed \(seed)")
      #expect(try open().verify().isSound)
    }
  }

  @Test func `entries are found by id or its last digits, whatever their age`() throws {
    let store = try open()
    var ids: [EntryID] = []
    for day in 0..<70 {
      let date = CivilDate(daysSince1970: 20_000 + day)
      ids += try store.perform([.turn(night: date.description)], zone: nil).map(\.id)
    }
    for id in [ids[0], ids[69]] {
      #expect(store.find(id: id.description).map(\.item.id) == [id])
      #expect(store.find(id: id.short.uppercased()).map(\.item.id) == [id])
    }
    #expect(store.find(id: "00000000-0000-0000-0000-000000000000").isEmpty)
  }

  @Test func `an entry too large for a line is refused before anything is written`() throws {
    let note = Draft(
      partition: .night(night), at: Samples().moment("02:00"),
      body: .record(.note, Details([.note: .text(String(repeating: "\u{1}", count: 5000))])))
    #expect(throws: StoreError.self) { try open().perform([note], zone: nil) }
    #expect(items(try open()).isEmpty)
  }

  @Test func `a damaged store.json stops nothing and is told`() throws {
    try open().perform([.turn("left")], zone: nil)
    disk.setBytes(Array("{\"store\":".utf8), at: "/store/store.json")
    let store = try open()
    #expect(store.remarks.count == 1)
    try store.perform([.turn("right")], zone: nil)
    #expect(sides(try open()) == ["left", "right"])
    #expect(!store.verify().isSound)
  }

  @Test func `places are found as the contract says`() {
    let home = ["HOME": "/home/a"]
    #expect(StorePaths.find(asked: nil, environment: home)?.store == "/home/a/.local/share/nightstand")
    #expect(StorePaths.find(asked: "x/", environment: home)?.store == "x")
    #expect(
      StorePaths.find(asked: nil, environment: home.merging(["XDG_DATA_HOME": "/d"]) { $1 })?.store == "/d/nightstand")
    #expect(
      StorePaths.find(asked: nil, environment: home.merging(["XDG_DATA_HOME": "rel"]) { $1 })?.store
        == "/home/a/.local/share/nightstand")
    #expect(StorePaths.find(asked: nil, environment: home.merging(["NIGHTSTAND_STORE": "/s"]) { $1 })?.store == "/s")
    #expect(StorePaths.find(asked: nil, environment: home)?.stateRoot == "/home/a/.local/state/nightstand")
    #expect(StorePaths.find(asked: nil, environment: [:]) == nil)
    #expect(StorePaths.find(asked: "/s", environment: [:])?.stateRoot == nil)
  }

  @Test func `only canonical names are journal files`() {
    #expect(JournalName("2026-11-22.k7f3q2xm.jsonl", inPlan: false)?.writer == "k7f3q2xm")
    #expect(JournalName("k7f3q2xm.jsonl", inPlan: true)?.partition == .plan)
    for name in [
      "2026-11-22.k7f3q2xm.sync-conflict-20261123-021500-ABCDEFG.jsonl", "2026-11-22.k7f3q2xm.jsonl~", "notes.txt",
      "2026-13-22.k7f3q2xm.jsonl", "2026-11-22.K7.jsonl", ".jsonl", "2026-11-22..jsonl", "", "jsonl",
      "2026-11-22.jsonl",
      "2026-11-22-k7f3q2xm.jsonl", "2026-11-22.k7.f3.jsonl", "2026-11-22.k7f3q2xmk7f3q2xmk.jsonl", "k7f3q2xm.jsonl",
      "2026-11-22.k7f3q2xm", "2026-11-2é.k7f3q2xm.jsonl",
    ] {
      #expect(JournalName(name, inPlan: false) == nil, "\(name)")
    }
  }
}
