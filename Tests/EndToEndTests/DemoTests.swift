import NightModel
import NightStore
import TestSupport
import Testing

/// What the made-up history tells, and that it is the same wherever it is told.
@Suite(.waits) struct `Demo` {
  private let folder = TemporaryFolder()
  private let last = CivilDate(daysSince1970: 20_778)

  private func demo(_ name: String, nights: Int) throws -> Store {
    let path = folder.path + "/" + name
    let outcome = try Spawn.run(
      Program.path, ["demo", "--nights", "\(nights)", "--store", path, "--at", "2026-11-22T15:00"],
      environment: Program(in: folder.path).environment)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return try Store(places: StorePaths(store: path, stateRoot: nil), files: RealFileSystem(), world: .sample())
  }

  @Test func `a longer history ends with the same nights`() throws {
    let (short, long) = (try demo("short", nights: 20), try demo("long", nights: 70))
    let dates = (0..<20).map { last.adding(days: -$0) }
    for (one, other) in zip(short.nights(dates), long.nights(dates)) {
      #expect(one.entries == other.entries, "\(one.partition)")
    }
  }

  @Test func `sixty nights tell the whole story: a mask and what came before it, paper, gaps and corrections`() throws {
    let store = try demo("story", nights: 60)
    let plan = Plan(entries: store.plan().entries)
    let marks = store.plan().entries.compactMap { entry -> CivilDate? in
      guard case .record(.plan(let key), _) = entry.body, key.hasPrefix("mark.") else { return nil }
      return CivilDate(key.dropFirst(5))
    }
    #expect(marks.count == 3 && plan.person == "MADE-UP PERSON")
    let nights = (0..<60).reversed().map { last.adding(days: -$0) }
    let read = zip(nights, store.nights(nights)).map { Night(date: $0, entries: $1.entries) }
    #expect(read.count { $0.items.isEmpty } == 3)
    let masked = read.filter { !$0.events(.maskOn).isEmpty }.map(\.date)
    #expect(masked.first.map { marks.contains($0) } == true && masked.count > 25)
    let entries = read.flatMap(\.timeline.all)
    #expect(entries.contains { $0.isRetracted } && entries.contains { !$0.amendments.isEmpty })
    #expect(entries.contains { $0.by == "CC" && $0.entry.entered != nil })
    #expect(entries.contains { $0.subject == .note } && entries.contains { $0.subject == .event(.medicine) })
    // Headaches before the mask, and fewer once it is worn.
    func headaches(_ nights: ArraySlice<Night>) -> Int { nights.count { $0.diary?.flag(.headache) == true } }
    let begun = read.firstIndex { $0.date == masked.first } ?? 0
    #expect(headaches(read[(begun - 14)..<begun]) >= 4)
    #expect(headaches(read[(begun - 14)..<begun]) > 2 * headaches(read.suffix(14)))
    // Lying flat was too hard on most nights before the mask, and is on few now; and one danger is written down.
    func symptoms(_ id: String, _ nights: ArraySlice<Night>) -> Int {
      nights.count { $0.items.contains { $0.subject == .symptom(id) && $0.isOccurrence } }
    }
    let flat = symptoms("breathless-flat", read[(begun - 14)..<begun])
    #expect(flat >= 7 && flat > 3 * symptoms("breathless-flat", read.suffix(14)), "\(flat)")
    #expect(read.contains { !$0.events(.maskLeak).isEmpty })
    #expect(symptoms("choked", read[...]) == 1 && symptoms("choked", read.suffix(7)) == 1)
    let figures = { (nights: ArraySlice<Night>) in
      nights.compactMap { $0.carer?.number(.slept) }.sorted()
    }
    let (early, late) = (figures(read.prefix(14)), figures(read.suffix(14)))
    #expect(early[early.count / 2] > late[late.count / 2])
  }
}
