import NightModel
import TestSupport
import Testing

@testable import NightStore

@Suite struct `The last doses in all nights` {
  private func open(_ files: any FileSystem, seed: UInt64 = 1) throws -> Store {
    try Store(places: .sample(below: "/"), files: files, world: .sample(seed: seed))
  }

  private func drafts(_ entries: [Entry], _ partition: Partition) -> [Draft] {
    entries.map {
      Draft(id: $0.id, partition: partition, at: $0.at, by: $0.by, movedFrom: $0.movedFrom, body: $0.body)
    }
  }

  private func write(_ history: DoseHistory, _ disk: MemoryDisk) throws {
    let store = try open(disk)
    try store.perform(drafts(history.plan, .plan), zone: nil)
    for (date, entries) in history.nights.sorted(by: { $0.key < $1.key }) {
      try store.perform(drafts(entries, .night(date)), zone: nil)
    }
  }

  /// Writes a dose of Lorazepam thirty days before the sample night, and one of Baclofen in each other night of those days.
  private func giveOneThirtyDaysAgo(_ disk: MemoryDisk, days: Range<Int>) throws {
    let store = try open(disk)
    for days in days {
      let night = Samples().night.adding(days: -days)
      let at = Samples(night: "\(night)").moment("23:05")
      let name = days == 30 ? "Lorazepam" : "Baclofen"
      try store.perform(
        [Draft(partition: .night(night), at: at, body: .record(.event(.medicine), Details([.what: .text(name)])))],
        zone: nil)
    }
  }

  /// What a store tells of every medicine of the plan.
  private func told(_ store: Store, _ now: Instant, goesOn: () -> Bool = { false }) -> [String: DoseHistory.Expected] {
    let tonight = Samples().night
    let nights = store.nights([tonight.adding(days: -1), tonight])
    let plan = Plan(entries: store.plan().entries)
    let (previous, running) = (
      Night(date: tonight.adding(days: -1), entries: nights[0].entries),
      Night(date: tonight, entries: nights[1].entries)
    )
    let clock = now.milliseconds
    let question = DoseQuestion(tonight: running, previous: previous, plan: plan, now: now, clock: clock)
    guard let question else { return [:] }
    var known = store.lastDoses(question, while: goesOn)
    while !known.isComplete { known = store.lastDoses(question, while: goesOn) }
    #expect(known == store.lastDoses(question, remark: { _ in }))
    let board = Board(tonight: running, previous: previous, plan: plan, now: now, known: known, clock: clock)
    return Dictionary(
      uniqueKeysWithValues: board.medicines.map { ($0.name, .init(last: $0.last?.at, ahead: $0.ahead?.at)) })
  }

  @Test func `are found however old, written ahead or spelled, whether nights were kept, damaged or never looked at`()
    throws
  {
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let history = DoseHistory(seed: seed)
      let disk = MemoryDisk()
      try write(history, disk)
      #expect(try told(open(disk), history.now) == history.expected, "seed \(seed), no cache")
      #expect(try told(open(disk), history.now) { true } == history.expected, "seed \(seed), kept by the search")
      let preparing = try open(disk)
      while !preparing.prepareRows(while: { true }).isComplete {}
      #expect(try told(open(disk), history.now) == history.expected, "seed \(seed), kept")
      for path in disk.allFiles(below: "/cache") where chance.oneIn(2) {
        var bytes = disk.bytes(at: path) ?? []
        if !bytes.isEmpty { bytes[chance.number(in: 0...bytes.count - 1)] ^= 0x40 }
        if chance.oneIn(2) { try disk.remove(path) } else { disk.setBytes(bytes, at: path) }
      }
      let store = try open(disk)
      #expect(told(store, history.now) == history.expected, "seed \(seed), cache gone or damaged")
      // A dose that comes into an old night stands at the next look, whatever was kept of it.
      let night = Samples().night.adding(days: -chance.one(of: [2, 3, 40]))
      let at = Samples(night: "\(night)").moment("23:05")
      let dose = Draft(
        partition: .night(night), at: at, by: nil,
        body: .record(.event(.medicine), Details([.what: .text("lorazepam")])))
      try open(disk, seed: 2).perform([dose], zone: nil)
      var expected = history.expected
      let last = max(expected["Lorazepam"]?.last ?? at, at)
      expected["Lorazepam"]?.last = last
      #expect(told(store, history.now) == expected, "seed \(seed), after a dose of \(night)")
    }
  }

  @Test func `one that a later split hour put into the night before is the last all the same`() throws {
    let disk = MemoryDisk()
    let (wednesday, thursday) = (Samples(night: "2026-11-18"), Samples(night: "2026-11-19"))
    func dose(_ night: CivilDate, _ at: Instant) -> Draft {
      Draft(
        partition: .night(night), at: at, body: .record(.event(.medicine), Details([.what: .text("Lorazepam")])))
    }
    // Written before and after the split hour went from noon to 18:00.
    let last = thursday.moment("15:00")
    try open(disk).perform([dose(thursday.night, thursday.moment("13:00"))], zone: nil)
    try open(disk, seed: 2).perform([dose(wednesday.night, last)], zone: nil)
    let samples = Samples()
    let question = DoseQuestion(
      medicines: [MedicineName("lorazepam")], atHand: samples.night.adding(days: -1)...samples.night,
      now: samples.moment("02:15"), clock: samples.moment("02:15").milliseconds)
    #expect(try open(disk, seed: 3).lastDoses(question, remark: { _ in }).doses.map(\.at) == [last])
  }

  @Test func `opens no journal where nights are kept, and none beyond the dose that is looked for`() throws {
    let disk = MemoryDisk()
    let samples = Samples()
    try giveOneThirtyDaysAgo(disk, days: 2..<60)
    let question = DoseQuestion(
      medicines: [MedicineName("lorazepam")], atHand: samples.night.adding(days: -1)...samples.night,
      now: samples.moment("02:15"), clock: samples.moment("02:15").milliseconds)
    func calls() throws -> Int {
      let store = try open(disk)
      let before = disk.calls
      #expect(store.lastDoses(question, remark: { _ in }).doses.contains { $0.medicine == MedicineName("Lorazepam") })
      return disk.calls - before
    }
    let cold = try calls()
    let warm = try calls()
    // Reading a night takes at least four calls, looking at its file one; thirty nights lie on the way.
    #expect(cold > 30 * 4)
    #expect(warm < 60, "\(warm) calls")
  }

  @Test func `stands only as far as could be read where a later night could not, and never as not written yet`() throws
  {
    let disk = MemoryDisk()
    let samples = Samples()
    try giveOneThirtyDaysAgo(disk, days: 2..<40)
    let now = samples.moment("02:15")
    let names = ["Lorazepam", "Riluzole", "Baclofen"].map { MedicineName($0) }
    let question = DoseQuestion(
      medicines: Set(names), atHand: samples.night.adding(days: -1)...samples.night, now: now, clock: now.milliseconds)
    func sure(damaging days: Int) throws -> [Bool] {
      let night = samples.night.adding(days: -days)
      let path = try #require(disk.allFiles(below: "/store").first { $0.contains("\(night)") })
      let bytes = try #require(disk.bytes(at: path))
      defer { disk.setBytes(bytes, at: path) }
      disk.setBytes(Array("junk\n".utf8), at: path)
      let known = try open(disk).lastDoses(question, remark: { _ in })
      #expect(known.findings.count == 1 && known.findings[0].words.contains("\(night)"), "\(known.findings)")
      return names.map { known.isSure(of: $0) }
    }
    #expect(try sure(damaging: 10) == [false, false, true], "given 30 days ago, never, and since")
    #expect(try sure(damaging: 35) == [true, false, true])
    let whole = try open(disk).lastDoses(question, remark: { _ in })
    #expect(names.allSatisfy { whole.isSure(of: $0) } && whole.findings.isEmpty)
  }

  @Test func `stands only as far as could be read where a year's folder cannot be listed`() throws {
    let disk = MemoryDisk()
    let samples = Samples()
    for year in [2024, 2025] {
      let night = CivilDate(year: year, month: 11, day: 2) ?? samples.night
      let at = Samples(night: "\(night)").moment("23:05")
      let details = Details([.what: .text("Lorazepam")])
      try open(disk).perform(
        [Draft(partition: .night(night), at: at, body: .record(.event(.medicine), details))], zone: nil)
    }
    let now = samples.moment("02:15")
    let question = DoseQuestion(
      medicines: [MedicineName("Lorazepam")], atHand: samples.night.adding(days: -1)...samples.night, now: now,
      clock: now.milliseconds)
    for (folder, isSure) in [("2025", false), ("2024", true)] {
      let files = ClosedFolders(disk)
      files.closed = [StorePaths.sample(below: "/").store + "/nights/" + folder]
      let known = try open(files).lastDoses(question, remark: { _ in })
      #expect(known.isSure(of: MedicineName("lorazepam")) == isSure, "\(folder)")
    }
  }
}
