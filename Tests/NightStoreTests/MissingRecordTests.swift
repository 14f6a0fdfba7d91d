import NightModel
import TestSupport
import Testing

@testable import NightStore

/// A record that was here and is not: nothing is begun in its stead, and nothing that is written is lost.
@Suite struct `A missing record` {
  private let disk = MemoryDisk()
  private let night = Samples().night

  private func open(_ store: String = "/store", _ files: (any FileSystem)? = nil) throws -> Store {
    let places = StorePaths(store: store, stateRoot: "/state", cacheRoot: "/cache")
    return try Store(places: places, files: files ?? disk, world: .sample(seed: UInt64(disk.calls)))
  }
  private func sides(_ store: Store) -> [String] {
    Timeline(store.nights([night]).flatMap(\.entries)).items.compactMap { $0.details.text(.side) }.sorted()
  }
  private func isMissing(_ error: StoreError?) -> Bool {
    guard case .recordMissing(_, let unsaved, .aside)? = error else { return false }
    return !unsaved.isEmpty && error?.exitCode == 73
  }
  private func recordFiles() -> [String] { disk.allFiles(below: "/store") }

  @Test(arguments: [false, true])
  func `is not begun anew: what is written is kept aside, and goes in when it is back`(isMountPoint: Bool) throws {
    try open().perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/away")
    if isMountPoint { try disk.makeFolder("/store") }
    let store = try open()
    #expect(store.missing?.place == "/store" && store.missing?.movedTo == nil)
    for side in ["right", "back"] {
      let error = #expect(throws: StoreError.self) { try open().perform([.turn(side)], zone: nil) }
      #expect(isMissing(error) && error?.sentence.contains("the record that was in /store is not there") == true)
    }
    #expect(try recordFiles().isEmpty && sides(open()) == ["back", "right"])
    if isMountPoint { try disk.removeFolder("/store") }
    try disk.rename("/away", to: "/store")
    #expect(try open().missing == nil && sides(open()) == ["back", "left", "right"])
    try open().perform([.turn("other")], zone: nil)
    #expect(try sides(open()) == ["back", "left", "other", "right"] && (open().verify().isSound))
    #expect(disk.allFiles(below: "/state").allSatisfy { !$0.contains("rescue") })
  }

  @Test func `under a running program is not begun anew either, and is written to again once it is back`() throws {
    let store = try open()
    try store.perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/away")
    let error = #expect(throws: StoreError.self) { try store.perform([.turn("right")], zone: nil) }
    #expect(isMissing(error) && recordFiles().isEmpty && sides(store) == ["right"])
    // What was done last can be taken back; what lies in the record that is away cannot, nor what is older instead.
    #expect(throws: StoreError.self) { try store.undo(at: Samples().moment("02:00"), by: nil, zone: nil) }
    #expect(sides(store).isEmpty && store.nextUndo() == nil)
    try disk.rename("/away", to: "/store")
    try store.perform([.turn("back")], zone: nil)
    #expect(store.missing == nil && sides(store) == ["back", "left"] && store.verify().isSound)
  }

  @Test func `is missing also where another record lies there now`() throws {
    let store = try open()
    try store.perform([.turn("left")], zone: nil)
    try open("/other").perform([.turn("other")], zone: nil)
    try disk.rename("/store", to: "/away")
    try disk.rename("/other", to: "/store")
    let before = recordFiles().map { disk.bytes(at: $0) }
    let error = #expect(throws: StoreError.self) { try store.perform([.turn("right")], zone: nil) }
    #expect(isMissing(error) && recordFiles().map { disk.bytes(at: $0) } == before && sides(store) == ["right"])
    // A program that starts finds the other record, which is no other's.
    #expect(try open().missing == nil && sides(open()) == ["other"])
    try open().perform([.turn("back")], zone: nil)
    #expect(try sides(open()) == ["back", "other"])
    #expect(try open().strayEntries.map(\.count) == [1])
  }

  @Test func `that was moved and written to there says where it lies`() throws {
    try open().perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/moved")
    try open("/moved").perform([.turn("right")], zone: nil)
    #expect(try open().missing?.movedTo == "/moved")
    #expect(throws: StoreError.self) { try open().perform([.turn("back")], zone: nil) }
    #expect(try sides(open("/moved")) == ["back", "left", "right"])
  }

  @Test func `gives way to a new one only where that is asked for, and what waits for it goes on waiting`() throws {
    try open().perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/away")
    #expect(throws: StoreError.self) { try open().perform([.turn("right")], zone: nil) }
    let store = try open()
    store.beginNew()
    #expect(store.missing == nil && store.nextUndo() == nil)
    try store.perform([.turn("back")], zone: nil)
    #expect(try sides(open()) == ["back"] && (open().strayEntries.map(\.count) == [1]))
    #expect(try !open().verify().isSound)
    try disk.rename("/store", to: "/new")
    try disk.rename("/away", to: "/store")
    try open().perform([.turn("other")], zone: nil)
    #expect(try sides(open()) == ["left", "other", "right"] && (open().strayEntries.isEmpty))
    #expect(try sides(open("/new")) == ["back"])
    // What is missing is what was here last.
    try disk.rename("/store", to: "/away")
    #expect(throws: StoreError.self) { try open().perform([.turn("left")], zone: nil) }
    try disk.rename("/away", to: "/store")
    #expect(try sides(open()) == ["left", "left", "other", "right"] && sides(open("/new")) == ["back"])
  }

  @Test(arguments: ["", "{", "[]", #"{"/store":"x"}"#])
  func `is known to be missing also where places.json is damaged, and that is mended with the next record`(
    text: String
  ) throws {
    try open().perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/away")
    disk.setBytes(Array(text.utf8), at: "/state/places.json")
    let error = #expect(throws: StoreError.self) { try open().perform([.turn("right")], zone: nil) }
    #expect(isMissing(error) && recordFiles().isEmpty)
    // What never was anywhere cannot be told from what is missing: none is begun unless that is asked for.
    let unsure = #expect(throws: StoreError.self) { try open("/other").perform([.turn("other")], zone: nil) }
    #expect(unsure?.exitCode == 73 && unsure?.sentence.contains("places.json") == true && unsure?.unsaved == nil)
    #expect(try open("/other").remarks.contains { $0.contains("whether a record is missing") })
    #expect(disk.allFiles(below: "/other").isEmpty)
    let other = try open("/other")
    other.beginNew()
    try other.perform([.turn("other")], zone: nil)
    #expect(try open("/third").remarks.isEmpty && open().missing?.place == "/store")
    try disk.rename("/away", to: "/store")
    try open().perform([.turn("back")], zone: nil)
    #expect(try sides(open()) == ["back", "left", "right"] && sides(open("/other")) == ["other"])
  }

  @Test(arguments: ["", "{", nil])
  func `a damaged places.json is told by verify, and it is written anew with the next entry`(text: String?) throws {
    try open().perform([.turn("left")], zone: nil)
    if let text {
      disk.setBytes(Array(text.utf8), at: "/state/places.json")
      let findings = try open().verify().findings
      #expect(findings.map(\.file) == ["/state/places.json"] && findings[0].words.contains("it is damaged"))
    } else {
      try disk.remove("/state/places.json")
    }
    try open().perform([.turn("right")], zone: nil)
    #expect(try open().verify().isSound && disk.bytes(at: "/state/places.json")?.isEmpty == false)
    try disk.rename("/store", to: "/away")
    #expect(try open().missing?.place == "/store")
  }

  @Test func `leaves no place behind when the one begun in its stead is erased`() throws {
    try open().perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/away")
    let store = try open()
    store.beginNew()
    try store.perform([.turn("right")], zone: nil)
    _ = try open().purge(.all)
    #expect(disk.bytes(at: "/state/places.json") == nil)
    #expect(try open().missing == nil)
    try open().perform([.turn("back")], zone: nil)
    #expect(try sides(open()) == ["back"])
  }

  @Test func `is none where nothing was ever seen, nor after it was erased`() throws {
    #expect(try open().missing == nil)
    try open().perform([.turn("left")], zone: nil)
    #expect(disk.bytes(at: "/state/places.json") != nil)
    _ = try open().purge(.all)
    #expect(try open().missing == nil && disk.allFiles(below: "").isEmpty)
    try open().perform([.turn("left")], zone: nil)
    try disk.rename("/store", to: "/away")
    #expect(try open().missing != nil)
    // Erasing all of what is kept here of a record that is gone for good takes its place out of places.json.
    _ = try open().purge(.all)
    #expect(try open().missing == nil && disk.allFiles(below: "/state").isEmpty)
  }

  @Test func `is none under a running program either, however far another one is with erasing it`() throws {
    let places = StorePaths.sample(below: "")
    var call = 1
    var wasLookedFor = 0
    while true {
      let disk = MemoryDisk()
      func open() throws -> Store { try Store(places: places, files: disk, world: .sample()) }
      try open().perform([.turn("left")], zone: nil)
      let running = try open()
      let other = try open()
      disk.powerFailsAt = disk.calls + call
      let isErased = (try? other.purge(.all)) != nil
      disk.kill()
      if (try? disk.status(at: places.store)) == nil {
        wasLookedFor += 1
        running.lookForRecord()
        #expect(running.missing == nil, "call \(call)")
        #expect(try open().missing == nil, "call \(call)")
      }
      if isErased { break }
      call += 1
    }
    #expect(wasLookedFor > 3)
  }

  @Test func `keeps entries aside whichever call fails and whenever the power goes`() throws {
    try strikeEveryCall { disk in
      try sampleStore(on: disk).perform([.turn("left")], zone: nil)
      // What is mounted elsewhere is not touched by what happens to this disk.
      try disk.rename("/store", to: "/away")
      try disk.syncFolder("/")
    } act: { files, disk in
      do {
        try sampleStore(on: disk, by: files).perform([.turn("right")], zone: nil)
        Issue.record("saved")
      } catch StoreError.recordMissing(_, _, .aside) {
        return true
      } catch {}
      return false
    } check: { disk, isKept, words in
      #expect(disk.bytes(at: "/store/store.json") == nil, words)
      try disk.rename("/away", to: "/store")
      let found = Timeline(try sampleStore(on: disk).nights([night]).flatMap(\.entries)).items.count
      #expect(found == 2 || found == 1 && !isKept, words)
    }
  }
}
