import TestSupport
import Testing
import Text

@testable import NightModel

/// Laws of what stands, tried on made-up histories of several machines: 1,000, or as many as `NIGHTSTAND_CASES` says.
@Suite struct `Laws of what stands` {
  /// What a reader is shown.
  private struct View: Hashable, CustomStringConvertible {
    var value: Item.Said?
    var versions: Set<Item.Said>

    var description: String { "\(value.map { "\($0)" } ?? "nothing") of \(versions.count)" }
  }

  /// How entries name others: as the rule has it, or wrongly, for the controls.
  private enum Names { case asRuled, directlyOnly, oldOverAll }

  private static let subjects: [Subject] = [
    .plan(key: "turn-interval"), .environment(item: "overlay-in-place"), .check(item: "call-tested"),
    .handover(.took), .plan(key: "closed"),
  ]

  private static func view(_ entries: [Entry], _ subject: Subject, at moment: Instant?) -> View {
    let standing = Timeline(entries).versions(of: subject).standing(at: moment)
    guard let item = standing?.item else { return View(value: nil, versions: []) }
    let versions = standing?.versions ?? []
    return View(value: item.said, versions: Set(versions.isEmpty ? [item.said] : versions.map(\.said)))
  }

  /// The same by the words of the rule, however long it takes.
  private static func byHand(_ entries: [Entry], _ subject: Subject, at moment: Instant?, _ names: Names) -> View {
    let all = Timeline(entries).all.filter { $0.subject.standing == subject }
      .sorted { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
    func dated(_ item: Item) -> Int64? {
      if item.entry.over != nil { return item.entry.dated?.milliseconds }
      return abs(item.at.milliseconds - item.entry.stamp.milliseconds) > 120_000 ? item.at.milliseconds : nil
    }
    func named(_ item: Item) -> [Item] {
      if let over = item.entry.over { return all.filter { over.contains($0.id) } }
      return all.filter { other in
        (names == .oldOverAll || other.entry.over == nil)
          && (other.entry.stamp, other.id) < (item.entry.stamp, item.id)
      }
    }
    func behind(_ item: Item) -> Set<EntryID> {
      var found: Set<EntryID> = []
      var next = named(item)
      while let other = next.popLast() {
        if found.insert(other.id).inserted, names != .directlyOnly { next += named(other) }
      }
      return found
    }
    let now = moment.map { $0.milliseconds }
    let standing = all.filter { item in
      guard !item.isRetracted else { return false }
      guard let now, let dated = dated(item) else { return true }
      return dated <= now || dated <= item.entry.stamp.milliseconds
    }
    let hidden = standing.reduce(into: Set<EntryID>()) { $0.formUnion(behind($1)) }
    let top = standing.filter { !hidden.contains($0.id) }.sorted {
      (dated($0) ?? $0.entry.stamp.milliseconds, $0.entry.stamp, $0.id)
        < (dated($1) ?? $1.entry.stamp.milliseconds, $1.entry.stamp, $1.id)
    }
    return View(value: top.last?.said, versions: Set(top.map(\.said)))
  }

  /// What is wrong with a history; empty if every law holds.
  private static func broken(
    _ seed: UInt64, _ subject: Subject, _ view: ([Entry], Instant?) -> View, isRule: Bool
  ) -> [String] {
    var house = Household(seed: seed, about: subject)
    var wrong: [String] = []
    func expect(_ holds: Bool, _ law: String) { if !holds { wrong.append(law) } }
    house.old()
    for _ in 0..<16 {
      let step = house.step()
      let seen = house.machines[house.current].seen
      let moment = house.moment()
      let shown = view(seen, moment)
      switch step {
      case .set(let entry, let before):
        let said = Timeline([entry]).all[0].said
        let alone = View(value: said, versions: [said])
        if let dated = entry.dated, dated.milliseconds > entry.stamp.milliseconds {
          if moment.milliseconds < dated.milliseconds {
            expect(shown == view(before, moment), "before its day nothing changes")
          } else {
            expect(shown == alone, "from its day on it stands alone")
          }
        } else {
          expect(shown == alone, "who has seen all stands alone at every moment")
        }
      case .undone(let former): expect(shown == view(former, moment), "undo gives the former view")
      case .redone(let before, let isSeen):
        if isSeen { expect(shown == view(before, moment), "bringing back what was seen changes nothing") }
      case .other: break
      }
      guard isRule else { continue }
      expect(view(house.shuffled(seen), moment) == shown, "order and doubles")
      expect(shown == byHand(seen, subject, at: moment, .asRuled), "as by hand")
      let stands = Timeline(seen).items.contains { $0.entry.over != nil && $0.entry.dated == nil }
      expect(!stands || shown.value != nil, "never nothing")
    }
    return wrong
  }

  @Test(arguments: subjects)
  func `whoever has seen all stands alone, a day changes nothing before it, undo brings back what was`(
    subject: Subject
  ) {
    let share = subject == Self.subjects[0] ? 1 : 0.2
    for seed in Property.seeds(share: share) {
      let wrong = Self.broken(seed, subject, { Self.view($0, subject, at: $1) }, isRule: true)
      #expect(wrong.isEmpty, "seed \(seed): \(wrong)")
    }
  }

  @Test func `rules that name only directly, or that let old entries lie over all, break them`() {
    let subject = Self.subjects[0]
    for names in [Names.directlyOnly, .oldOverAll] {
      let wrong = Property.seeds(share: 0.3).count { seed in
        !Self.broken(seed, subject, { Self.byHand($0, subject, at: $1, names) }, isRule: false).isEmpty
      }
      #expect(wrong > 0, "\(names)")
    }
    let none = Property.seeds(share: 0.1).flatMap { seed in
      Self.broken(seed, subject, { Self.byHand($0, subject, at: $1, .asRuled) }, isRule: false)
    }
    #expect(none.isEmpty)
  }

  @Test func `a thousand changes of one key by three machines are folded in no time, and no line is long`() {
    var machines: [[Entry]] = [[], [], []]
    // What each machine writes over: all the rest lies behind it.
    var tops = machines
    var longest = 0
    for count in 0..<1000 {
      let index = count % 3
      if count % 20 == 0 {
        let met = Timeline(machines.flatMap { $0 })
        machines = Array(repeating: met.all.map(\.entry), count: 3)
        let heads = met.versions(of: .plan(key: "card.wishes")).heads
        tops = Array(repeating: heads.compactMap { met.item($0)?.entry }, count: 3)
      }
      let draft = PlanRequest.draft(
        Setting(.cardWishes), value: "wish \(count)", plan: Plan(entries: tops[index]),
        at: Instant(milliseconds: 1_795_384_800_000 + Int64(count) * 1000, offsetMinutes: 60), by: "MK")
      let entry = Entry(
        id: EntryID(milliseconds: 1_795_384_800_000, random: (UInt64(count), 7)),
        stamp: Stamp(milliseconds: 1_795_384_800_000 + Int64(count) * 1000, counter: 0, writer: "m\(index)"),
        at: draft.at, by: draft.by, over: draft.over, dated: draft.dated, body: draft.body)
      longest = max(longest, JSON.object(entry.jsonMembers).description.utf8.count)
      machines[index].append(entry)
      tops[index].append(entry)
    }
    #expect(longest < 800)
    let all = machines.flatMap { $0 }
    let clock = ContinuousClock()
    let duration = clock.measure {
      #expect(Plan(entries: all, asOf: all[0].at).versions(Setting(.cardWishes)).count == 3)
    }
    #expect(duration < .milliseconds(500))
  }
}
