import AppCore
import NightModel

/// A record in memory: a plan, and one night that is written while somebody scans.
final class SimulatedRecord {
  private let plan: [Entry]
  private var actions: [[Entry]] = []
  private var count: UInt64 = 0

  static let night = CivilDate(daysSince1970: 20_779)
  /// A quarter past two in it, an hour east of UTC.
  private static let now = Instant(milliseconds: (20_780 * 24 + 1) * 3_600_000 + 900_000, offsetMinutes: 60)

  /// A record with these settings.
  init(_ settings: [(key: String, value: String)]) {
    plan = settings.enumerated().map { index, setting in
      let details = Details([.to: .text(setting.value)])
      return Self.entry(UInt64(index), .record(.plan(key: setting.key), details), by: nil)
    }
    count = UInt64(settings.count)
  }

  private init(copying other: SimulatedRecord) {
    (plan, actions, count) = (other.plan, other.actions, other.count)
  }

  /// The same record, to go on with separately.
  func copy() -> SimulatedRecord { SimulatedRecord(copying: self) }

  /// What was written and stands, in words, as it was written.
  var standing: [String] {
    Timeline(actions.joined().map(\.self)).items.filter { !$0.isRetracted }.map { $0.words(.standard) }
  }

  /// How often something was written, less how often it was taken back.
  var depth: Int { actions.count }

  /// A program over it.
  func program() -> Driver {
    Driver(App(now: Self.now, zone: .fixed(minutes: 60), by: nil), in: world)
  }

  /// The world of such a program.
  var world: World {
    World(
      now: { Self.now }, isFrozen: true, uptime: { 0 }, zone: .fixed(minutes: 60), load: load, extent: { nil },
      rows: { NightRun(of: $0) { $0.map { NightSummary(Night(date: $0, entries: [Entry]())) } } },
      newestRows: { _ in nil },
      prepareRows: { RowProgress(done: 0, total: 0, isComplete: true) }, search: { _, _ in SearchOutcome() },
      save: save, undo: { _, _ in self.undo() }, redo: { _, _ in .done(words: []) },
      bringBack: { _, _, _ in .done(words: []) }, nextUndo: { nil })
  }

  private func load(_ partitions: [Partition]) -> [LoadedPartition] {
    partitions.map { partition in
      let entries =
        switch partition {
        case .plan: plan
        case .night(Self.night): actions.joined().map(\.self)
        case .night: [Entry]()
        }
      return LoadedPartition(partition: partition, entries: entries)
    }
  }

  private func save(_ drafts: [Draft]) -> SaveOutcome {
    let entries = drafts.map { draft in
      count += 1
      return Self.entry(count, draft.body, by: draft.by)
    }
    actions.append(entries)
    return .saved(entries, in: drafts.map(\.partition))
  }

  private func undo() -> UndoOutcome {
    .done(words: actions.popLast().map { _ in ["took back what was written"] } ?? [])
  }

  private static func entry(_ number: UInt64, _ body: Entry.Body, by: String?) -> Entry {
    Entry(
      id: EntryID(milliseconds: now.milliseconds, random: (number, 1)),
      stamp: Stamp(milliseconds: now.milliseconds + Int64(number), counter: 0, writer: "simulated"), at: now, by: by,
      body: body)
  }
}
