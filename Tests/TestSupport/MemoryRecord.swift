import AppCore
import Bedside
import NightModel
import NightStore
import Text

/// A record on a disk in memory, and the world of the screens over it.
package final class MemoryRecord {
  /// The folder it lies in.
  package let folder: String
  /// The disk, past what is made to fail.
  package let memory: MemoryDisk
  /// How clocks are set where it is kept.
  package var zone = Zone.fixed(minutes: 60)
  private let files: FailingSaves
  /// The store that was opened last.
  private var opened: Store?
  /// How many machines have added something.
  private var machines = 0
  /// What damaged files held before; nil for what was no file.
  private var undamaged: [String: [UInt8]?] = [:]

  // What the world was asked since.

  /// How often the record's own files of nights were read on the disk.
  package var nightFileReads: Int { files.pathsRead.count { $0.hasPrefix(folder + "/nights/") } }
  /// How often the record's own files of the plan were read on the disk.
  package var planFileReads: Int { files.pathsRead.count { $0.hasPrefix(folder + "/plan/") } }
  /// How many partitions were read, or nights listed.
  package private(set) var reads = 0
  /// How often last doses were looked for.
  package private(set) var doseLooks = 0
  /// How often it was asked what undo would take back, and there was something.
  package private(set) var previews = 0
  /// How often a new record was begun where one is missing.
  package private(set) var newRecords = 0

  private static let identity = EntryID(milliseconds: 1_790_000_000_000, random: (1, 2))
  private static let home = "/home"

  /// A record that another machine has written: the plan, and some nights.
  package init(plan: [Entry] = [], nights: [CivilDate: [Entry]] = [:], in folder: String = "/store") {
    self.folder = folder
    memory = MemoryDisk()
    files = FailingSaves(memory, store: folder)
    expectWorks {
      try memory.put(Array("{\"store\":\"\(Self.identity)\",\"format\":1}\n".utf8), at: folder + "/store.json")
      try memory.makeFolder(Self.home)
      let history = machine("samples")
      if !plan.isEmpty { try history.write(.plan, plan) }
      for (date, entries) in nights where !entries.isEmpty { try history.write(.night(date), entries) }
    }
  }

  private init(copying other: MemoryRecord) {
    (folder, memory, zone) = (other.folder, other.memory.copy(), other.zone)
    files = FailingSaves(memory, store: folder)
    (files.outcome, machines, undamaged) = (other.files.outcome, other.machines, other.undamaged)
  }

  /// The same record, to go on with separately.
  package func copy() -> MemoryRecord { MemoryRecord(copying: self) }

  /// How saves go.
  package var disk: FailingSaves.Outcome {
    get { files.outcome }
    set { files.outcome = newValue }
  }

  // MARK: The world over it

  /// The record that was here and is not, as it is told; nil if all is well.
  package func missing(_ clock: TestClock) -> String? {
    open(clock).missing.map { "\($0.words.capitalizedFirst); \($0.advice)" }
  }

  /// The world it makes, as a program meets it that is started now.
  package func world(_ clock: TestClock) -> World {
    let store = open(clock)
    opened = store
    var world = World(over: store, clock: clock.machine, home: Self.home, version: "test")
    world.now = { clock.now }
    world.isFrozen = true
    count(&world.load) { $0.count }
    count(&world.rows) { $0.count }
    let (newestRows, lastDoses, nextUndo, beginNew) = (
      world.newestRows, world.lastDoses, world.nextUndo, world.beginNew
    )
    world.newestRows = { nights in
      let run = newestRows(nights)
      self.reads += run?.facts.count ?? 0
      return run
    }
    world.lastDoses = { question in
      self.doseLooks += 1
      return lastDoses(question)
    }
    world.nextUndo = {
      let preview = nextUndo()
      self.previews += preview == nil ? 0 : 1
      return preview
    }
    world.beginNew = {
      self.newRecords += 1
      beginNew()
    }
    return world
  }

  private func count<Asked, Answer>(_ question: inout (Asked) -> Answer, _ reads: @escaping (Asked) -> Int) {
    let answer = question
    question = { asked in
      self.reads += reads(asked)
      return answer(asked)
    }
  }

  private func open(_ clock: TestClock) -> Store {
    var chance = Chance(seed: UInt64(memory.calls))
    let world = StoreWorld(
      now: { clock.milliseconds }, random: { chance.next() }, pause: { _ in }, device: "test", boot: "boot1",
      program: "test")
    return expectWorks { try Store(places: places, files: files, world: world) }
  }

  private var places: StorePaths { StorePaths(store: folder, stateRoot: "/state", cacheRoot: "/cache") }

  // MARK: What it holds

  /// The emergency card that is kept beside the record; nil if none is.
  package var keptCard: String? { Store.keptCard(for: places, files: files) }

  /// The entries of a partition, those that wait beside the record included.
  package func entries(of partition: Partition) -> [Entry] {
    let store = opened ?? open(TestClock(now: Samples().moment("02:15")))
    return store.read([partition])[0].entries
  }

  /// The items of a night that stand.
  package func items(of night: CivilDate) -> [Item] { Timeline(entries(of: .night(night))).items }

  /// The text of a file that was written for somebody, its path as it was typed; nil if there is none.
  package func file(_ path: String) -> String? {
    memory.bytes(at: path.hasPrefix("~/") ? Self.home + path.dropFirst() : path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  // MARK: What happens to it meanwhile

  /// Writes an entry as another machine would.
  package func add(_ entry: Entry, to partition: Partition) {
    machines += 1
    expectWorks { try machine("machine\(machines)").write(partition, [entry]) }
  }

  /// Takes entries in, as an import does.
  package func takeIn(_ entries: [Entry], to partition: Partition) {
    let records = entries.compactMap { entry in
      Record(.object([JSON.Member("id", .string("\(entry.id)"))] + entry.jsonMembers))
    }
    let store = open(TestClock(now: Samples().moment("02:00")))
    expectWorks { _ = try store.importRecords([partition]) { _ in records } }
  }

  /// Takes an item of the sample night back as another machine would.
  package func retract(_ item: Item) {
    var samples = Samples(writer: "retracts")
    let body = Timeline(entries(of: .night(samples.night))).retraction(of: item)
    add(samples.entry(body, at: item.at), to: .night(samples.night))
  }

  /// Makes part of a partition unreadable. `leavesRest` is false to leave nothing of it that can be read.
  package func damage(_ partition: Partition, leavesRest: Bool = true) {
    let (subfolder, prefix) =
      if case .night(let date) = partition { ("nights/\(date)".dropLast(6), "\(date).") } else { ("plan", "") }
    let path = "\(folder)/\(subfolder)"
    let junk = Array("no line of a record\n".utf8)
    let files = memory.allFiles(below: path).filter { $0.hasPrefix("\(path)/\(prefix)") }
    for file in leavesRest ? [] : files {
      undamaged[file] = memory.bytes(at: file)
      memory.setBytes(junk, at: file)
    }
    guard leavesRest || files.isEmpty else { return }
    let file = "\(path)/\(prefix)damaged.jsonl"
    undamaged[file] = .some(nil)
    expectWorks { try memory.put(junk, at: file) }
  }

  /// Makes everything readable again that was damaged.
  package func mend() {
    for (file, bytes) in undamaged {
      if let bytes { memory.setBytes(bytes, at: file) } else { try? memory.remove(file) }
    }
    undamaged = [:]
  }

  /// Takes the record's folder away, as if its disk was not mounted.
  package func takeAway() { expectWorks { try memory.rename(folder, to: "/away") } }

  /// Puts the folder back.
  package func putBack() { expectWorks { try memory.rename("/away", to: folder) } }

  private func machine(_ writer: String) -> BulkStoreWriter {
    BulkStoreWriter(addingTo: folder, identity: Self.identity, writer: writer, program: "test", files: memory)
  }
}

/// Does what cannot fail on a disk in memory.
private func expectWorks<Result>(_ body: () throws -> Result) -> Result {
  do { return try body() } catch { fatalError("\(error)") }
}
