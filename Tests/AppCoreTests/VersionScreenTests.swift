import AppCore
import NightModel
import TestSupport
import Testing

/// Settings with two versions and with a day ahead, on the screens.
@Suite struct `Two versions on the screens` {
  private static func record() -> MemoryRecord {
    var samples = Samples()
    func set(_ key: String, _ value: String, over: [Entry], at time: String, by: String, isDated: Bool = false) -> Entry
    {
      samples.said(.plan(key: key), [.to: .text(value)], over: over, at: time, by: by, isDated: isDated)
    }
    let person = set("person", "MADE-UP PERSON", over: [], at: "12:30", by: "MK")
    let first = set("card.wishes", "FULL TREATMENT", over: [], at: "23:50", by: "MK")
    let second = set("card.wishes", "NO CPR, paper signed", over: [], at: "21:50", by: "TR")
    let interval = set("turn-interval", "180", over: [], at: "13:00", by: "MK")
    let ahead = set("turn-interval", "120", over: [interval], at: "11:00", by: "MK", isDated: true)
    return MemoryRecord(plan: [person, second, first, interval, ahead])
  }

  private func open(_ labels: String..., on robot: Robot) {
    robot.goHome()
    for label in labels { robot.choose(label) }
  }

  @Test func `the card shows both, with who and when, and its plan page shows what was set ahead`() {
    let robot = Robot(Self.record(), by: "MK")
    robot.press("e")
    expectScreen(robot.layout.frame, "card-two-versions")
    open("Plan", "Two versions: choose", "Wishes", on: robot)
    expectScreen(robot.layout.frame, "plan-two-versions")
    open("Plan", "Turning", "Minutes between turns", on: robot)
    expectScreen(robot.layout.frame, "plan-ahead")
  }

  @Test func `every screen says so until one press has chosen, and undo asks again`() {
    let robot = Robot(Self.record(), by: "MK")
    #expect(robot.screen.contains("Wishes has two versions"))
    open("Plan", "Two versions: choose", "Wishes", on: robot)
    robot.press("2")
    #expect(robot.screen.contains("Saved: Wishes: FULL TREATMENT.") || robot.screen.contains("Saved: Wishes: NO CPR"))
    robot.goHome()
    #expect(!robot.screen.contains("two versions"))
    robot.press("e")
    #expect(!robot.screen.contains("Two versions"))
    robot.press("u")
    robot.goHome()
    #expect(robot.screen.contains("Wishes has two versions"))
  }

  @Test func `setting what lies ahead anew drops it and says so`() {
    let robot = Robot(Self.record(), by: "MK")
    open("Plan", "Turning", "Minutes between turns", "240 min", on: robot)
    #expect(robot.screen.contains("The 120 of Mon 23 Nov is dropped."))
  }

  @Test func `two versions of a gap stand with who and when wherever it is shown`() {
    var samples = Samples()
    func set(_ key: String, _ value: String, at time: String, by: String) -> Entry {
      samples.said(.plan(key: key), [.to: .text(value)], over: [], at: time, by: by)
    }
    let record = MemoryRecord(plan: [
      set("medicine.Lorazepam", "1 mg", at: "20:00", by: "MK"),
      set("medicine-gap.lorazepam", "every 4 hours", at: "21:10", by: "MK"),
      set("medicine-gap.Lorazepam", "every 6 hours", at: "21:00", by: "TR"),
    ])
    record.add(samples.record(.event(.medicine), [.what: .text("lorazepam")], at: "23:00"), to: .night(samples.night))
    let robot = Robot(record, columns: 160, rows: 40, by: "MK")
    let both = "two versions: every 6 hours or every 4 hours (TR, Sun 22 Nov 21:00; MK, Sun 22 Nov 21:10)"
    #expect(robot.scene.facts.contains { $0.line.contains(both) })
    for words in ["two versions: every 6 hours or every 4", "hours (TR, Sun 22 Nov 21:00; MK, Sun 22 Nov", "21:10)"] {
      #expect(robot.screen.contains(words), "\(robot.screen)")
    }
    robot.press("x", "Down")
    #expect(robot.focus == "Lorazepam" && robot.screen.contains("every 6 hours or every 4 hours"), "\(robot.screen)")
    #expect((robot.scene.list.items[1].state + robot.scene.list.items[1].detail).contains(both))
    open("Handover", on: robot)
    #expect(robot.scene.facts.contains { $0.line.contains(both) }, "\(robot.screen)")
    open("Plan", "Medicines, as on the label", "Lorazepam", "Least time between, as labelled", on: robot)
    for words in ["TR, Sun 22 Nov 21:00: every 6 hours", "MK, Sun 22 Nov 21:10: every 4 hours"] {
      #expect(robot.screen.contains(words), "\(robot.screen)")
    }
    robot.choose("every 4 hours")
    robot.goHome()
    #expect(!robot.screen.contains("two versions") && robot.screen.contains("label: every 4 hours"))
  }

  @Test(arguments: [
    ("All as they came with the import", "not-wanted", "came"), ("All as they were here", "in-place", "here"),
  ])
  func `all as they came, or as they were here, takes in the sleep environment as well as settings`(
    offer: String, state: String, wishes: String
  ) throws {
    let item = try #require(Catalogue.standard.items.first { Catalogue.standard.list(of: $0.id) == .environment }).id
    // What counts until somebody chooses must be neither of them each time: once the import, once what was here.
    for isImportLast in [true, false] {
      var samples = Samples()
      func version(_ subject: Subject, _ field: NightModel.Field, _ value: String, isImported: Bool) -> Entry {
        let entry = samples.said(subject, [field: .text(value)], over: [], at: "20:00")
        guard isImported else { return entry }
        return Entry(
          id: entry.id, stamp: entry.stamp, at: entry.at, by: entry.by,
          importedBy: EntryID(milliseconds: 1, random: (1, 2)), over: entry.over, body: entry.body)
      }
      let entries = [!isImportLast, isImportLast].flatMap { isImported in
        [
          version(.plan(key: "card.wishes"), .to, isImported ? "came" : "here", isImported: isImported),
          version(.environment(item: item), .state, isImported ? "not-wanted" : "in-place", isImported: isImported),
        ]
      }
      let record = MemoryRecord(plan: entries.filter { $0.importedBy == nil })
      record.takeIn(entries.filter { $0.importedBy != nil }, to: .plan)
      let robot = Robot(record, by: "MK")
      #expect(Plan(entries: entries).undecided.count == 2)
      open("Plan", "Two versions: choose", offer, on: robot)
      let plan = Plan(entries: record.entries(of: .plan))
      #expect(plan.undecided.isEmpty)
      #expect(plan.environment[item]?.details.text(.state) == state)
      #expect(plan.value(.cardWishes) == wishes)
    }
  }

  @Test func `what two people set here is not chosen along with an import`() {
    var samples = Samples()
    func said(_ key: String, _ value: String, isImported: Bool) -> Entry {
      let made = samples.said(.plan(key: key), [.to: .text(value)], over: [], at: "21:00")
      return Entry(
        id: made.id, stamp: made.stamp, at: made.at, by: made.by,
        importedBy: isImported ? EntryID(milliseconds: 1, random: (1, 2)) : nil, over: [], body: made.body)
    }
    let keys = [PlanKey.cardUsual, .cardDoor]
    let imported = keys.map(\.rawValue).flatMap {
      [said($0, "here", isImported: false), said($0, "came", isImported: true)]
    }
    let wishes = ["FULL TREATMENT", "NO CPR"].map { said("card.wishes", $0, isImported: false) }
    for (choice, value) in [("All as they came with the import", "came"), ("All as they were here", "here")] {
      let record = MemoryRecord(plan: (imported + wishes).filter { $0.importedBy == nil })
      record.takeIn(imported.filter { $0.importedBy != nil }, to: .plan)
      open("Plan", "Two versions: choose", choice, on: Robot(record, by: "MK"))
      let plan = Plan(entries: record.entries(of: .plan))
      #expect(
        keys.map { plan.value($0) } == [value, value] && plan.versions(Setting(.cardWishes)).count == 2, "\(value)")
    }
  }

  @Test func `an item that two answered shows both, and any answer decides`() {
    var samples = Samples()
    let done = samples.said(.check(item: "call-tested"), [.state: .text("done")], over: [], at: "22:00", by: "MK")
    let not = samples.said(.check(item: "call-tested"), [.state: .text("could-not")], over: [], at: "22:10", by: "TR")
    let robot = Robot(MemoryRecord(nights: [samples.night: [done, not]]), columns: 120, by: "MK")
    open("Bedtime", on: robot)
    robot.choose("Call device in reach and tested")
    #expect(robot.screen.contains("Two versions; the first is used until you choose."))
    robot.choose("Done")
    #expect(!robot.screen.contains("two versions:"))
  }
}
