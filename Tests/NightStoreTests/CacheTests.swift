import Glibc
import NightModel
import TestSupport
import Testing

@testable import NightStore

@Suite struct `What is kept of past nights` {
  private let first = CivilDate(daysSince1970: 20_450)
  private var span: ClosedRange<CivilDate> { first...first.adding(days: 9) }

  private func open(_ files: any FileSystem, seed: UInt64 = 1, program: String = "test") throws -> Store {
    var world = StoreWorld.sample(seed: seed)
    world.program = program
    return try Store(places: .sample(below: "/"), files: files, world: world)
  }

  /// A disk with some nights, around the end of a year.
  private func disk(_ random: inout RandomNights) throws -> MemoryDisk {
    let disk = MemoryDisk()
    let store = try open(disk)
    for offset in 0..<10 where !random.chance.oneIn(5) {
      let drafts = random.drafts(of: first.adding(days: offset))
      if !drafts.isEmpty { try store.perform(drafts, zone: nil) }
    }
    return disk
  }

  /// What every reading must come to, by the journal alone.
  private func plain(_ disk: any FileSystem) throws -> [NightSummary] {
    let store = try open(disk)
    return (0..<10).map { offset in
      let date = first.adding(days: offset)
      return NightSummary(Night(date: date, entries: store.nights([date])[0].entries))
    }
  }

  private func found(_ store: Store) throws -> [EntryID] {
    var ids: [EntryID] = []
    try store.search(SearchQuery("a", times: .sample), labels: OwnLabels()) { ids.append($0.id) }
    return ids
  }

  private func prepare(_ store: Store) {
    while !store.prepareRows(while: { false }).isComplete {}
  }

  private func cacheFiles(_ disk: MemoryDisk) -> [String] { disk.allFiles(below: "/cache") }

  @Test func `a second run reads no journal of past nights`() throws {
    var random = RandomNights(seed: 3)
    let disk = try disk(&random)
    let one = try open(disk)
    prepare(one)
    #expect(!cacheFiles(disk).isEmpty)
    let two = try open(disk)
    var before = disk.calls
    #expect(try two.run(of: span).facts == plain(disk))
    before = disk.calls
    _ = two.run(of: span).facts
    // Listing the years and a look at each file; opening one takes at least four calls.
    #expect(disk.calls - before < 25)
  }

  @Test func `whatever happens to it, figures and search are those of the journal`() throws {
    for seed in Property.seeds(share: 0.03) {
      var random = RandomNights(seed: seed)
      let disk = try disk(&random)
      for round in 0..<4 {
        let store = try open(disk, program: random.chance.oneIn(4) ? "other" : "test")
        if random.chance.oneIn(2) { prepare(store) }
        let expected = try plain(disk)
        #expect(store.run(of: span).facts == expected, "seed \(seed), round \(round)")
        let searched = try found(store)
        damage(disk, &random)
        #expect(store.run(of: span).facts == expected, "seed \(seed), round \(round), after damage")
        let other = try open(disk)
        #expect(other.run(of: span).facts == expected, "seed \(seed), round \(round), read anew")
        #expect(try found(other) == searched, "seed \(seed), round \(round)")
        let night = first.adding(days: random.chance.number(in: 0...9))
        let drafts = random.drafts(of: night)
        if !drafts.isEmpty { try (random.chance.oneIn(2) ? store : other).perform(drafts, zone: nil) }
        #expect(try store.run(of: span).facts == plain(disk), "seed \(seed), round \(round), after a save")
      }
    }
  }

  private func damage(_ disk: MemoryDisk, _ random: inout RandomNights) {
    let files = cacheFiles(disk)
    guard !files.isEmpty else { return }
    let path = random.chance.one(of: files)
    var bytes = disk.bytes(at: path) ?? []
    switch random.chance.number(in: 0...4) {
    case 0: bytes = Array(bytes.prefix(random.chance.number(in: 0...bytes.count)))
    case 1:
      if !bytes.isEmpty { bytes[random.chance.number(in: 0...bytes.count - 1)] ^= 1 << random.chance.number(in: 0...7) }
    case 2: bytes = disk.bytes(at: random.chance.one(of: files)) ?? []
    case 3: bytes += (0..<40).map { _ in UInt8(random.chance.number(in: 0...255)) }
    default: try? disk.remove(path)
    }
    disk.setBytes(bytes, at: path)
  }

  @Test func `a run of nights had a little at a time is the run, and a night written meanwhile is in it`() throws {
    for seed in Property.seeds(share: 0.02) {
      var random = RandomNights(seed: seed)
      let disk = try disk(&random)
      let store = try open(disk)
      var facts: [NightSummary] = []
      var last = span.upperBound
      while facts.first?.night != span.lowerBound {
        guard let had = store.newestRun(of: span.lowerBound...last, while: { random.chance.oneIn(2) })?.facts else {
          continue
        }
        facts = had + facts
        #expect(!had.isEmpty && had.last?.night == last)
        last = had[0].night.adding(days: -1)
        if random.chance.oneIn(3), last > span.lowerBound.adding(days: 2) {
          let drafts = random.drafts(of: span.lowerBound.adding(days: random.chance.number(in: 0...1)))
          if !drafts.isEmpty { try store.perform(drafts, zone: nil) }
        }
      }
      #expect(try facts == plain(disk), "seed \(seed)")
    }
  }

  @Test func `any call that fails costs time and nothing else`() throws {
    var random = RandomNights(seed: 5)
    let expected = try plain(disk(&random))
    for code in [ENOSPC, EACCES, EIO, EROFS] {
      for failing in 1...100 {
        let disk = MemoryDisk()
        let faulty = FaultyFileSystem(disk, failing: failing, with: .error(code), staysBroken: false)
        let cache = NightCache(folder: "/cache/x", stamp: "s", files: faulty)
        for (index, summary) in expected.enumerated() {
          let row = NightCache.Row(summary: summary.encoded[...], lines: [])
          cache.keep(row, of: summary.night, key: [UInt8(index)])
        }
        while cache.writeOne(ifOver: 0, nights: { _ in Set(expected.map(\.night)) }) {}
        let again = NightCache(folder: "/cache/x", stamp: "s", files: disk)
        for (index, summary) in expected.enumerated() {
          let row = again.row(of: summary.night, key: [UInt8(index)])
          #expect(row == nil || row.map { Array($0.summary) } == summary.encoded, "call \(failing)")
          #expect(again.row(of: summary.night, key: [99]) == nil)
        }
        if !faulty.hasStruck { break }
      }
    }
  }

  @Test func `a disk that fails under the whole of it still tells the truth of what it can read`() throws {
    var random = RandomNights(seed: 8)
    let disk = try disk(&random)
    let expected = try plain(disk)
    // The cache lies where nothing can be made.
    let full = BrokenCache(disk)
    let store = try open(full)
    prepare(store)
    #expect(store.run(of: span).facts == expected && cacheFiles(disk).isEmpty)
  }

  @Test func `tonight, what was written just now, and what waits beside the record is never kept`() throws {
    let disk = MemoryDisk()
    let store = try open(disk)
    try store.perform([.turn()], zone: nil)
    prepare(store)
    #expect(cacheFiles(disk).isEmpty)
  }

  @Test func `erasing a night erases what was kept of it, and a program that still knows it does not bring it back`()
    throws
  {
    var random = RandomNights(seed: 11)
    let disk = try disk(&random)
    var samples = Samples(night: "\(first)")
    let draft = Draft(
      partition: .night(first), at: samples.moment("23:00"),
      body: samples.record(.note, [.note: .text("planted")], at: "23:00").body)
    try open(disk).perform([draft], zone: nil)
    let other = try open(disk)
    prepare(other)
    let holds = { cacheFiles(disk).contains { (disk.bytes(at: $0) ?? []).contains(word: "planted") } }
    #expect(holds())
    try open(disk).purge(.night(first))
    #expect(!holds())
    let next = first.adding(days: 1)
    try other.perform([.turn(at: "22:00", night: "\(next)")], zone: nil)
    prepare(other)
    #expect(!holds())
    try open(disk).purge(.all)
    #expect(cacheFiles(disk).isEmpty)
  }
}

/// A file system on which nothing can be made where the cache lies.
private final class BrokenCache: ForwardingFileSystem {
  override func makeFolder(_ path: String) throws(SystemError) {
    if path.contains("/cache") { throw .diskFull }
    try super.makeFolder(path)
  }
}

extension [UInt8] {
  /// True if the bytes of a word stand in it.
  fileprivate func contains(word: String) -> Bool {
    let word = Array(word.utf8)
    return indices.contains { self[$0...].starts(with: word) }
  }
}
