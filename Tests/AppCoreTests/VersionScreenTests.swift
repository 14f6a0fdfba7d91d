import AppCore
import NightModel
import TestSupport
import Testing

/// Settings with two versions and with a day ahead, on the screens.
@MainActor @Suite struct `Two versions on the screens` {
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
    open("Plan and settings", "Two versions: choose", "Wishes", on: robot)
    expectScreen(robot.layout.frame, "plan-two-versions")
    open("Plan and settings", "Turning", "Minutes between turns", on: robot)
    expectScreen(robot.layout.frame, "plan-ahead")
  }

  @Test func `every screen says so until one press has chosen, and undo asks again`() {
    let robot = Robot(Self.record(), by: "MK")
    #expect(robot.screen.contains("Wishes has two versions"))
    open("Plan and settings", "Two versions: choose", "Wishes", on: robot)
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
    open("Plan and settings", "Turning", "Minutes between turns", "240 min", on: robot)
    #expect(robot.screen.contains("The 120 of Mon 23 Nov is dropped."))
  }

  @Test func `all as they came takes in the sleep environment as well as settings`() throws {
    var samples = Samples()
    func imported(_ entry: Entry) -> Entry {
      Entry(
        id: entry.id, stamp: entry.stamp, at: entry.at, by: entry.by,
        importedBy: EntryID(milliseconds: 1, random: (1, 2)), over: entry.over, body: entry.body)
    }
    let item = try #require(Catalogue.standard.items.first { Catalogue.standard.list(of: $0.id) == .environment }).id
    func stands(_ state: String, at time: String) -> Entry {
      samples.said(.environment(item: item), [.state: .text(state)], over: [], at: time)
    }
    let record = MemoryRecord(plan: [
      samples.said(.plan(key: "card.wishes"), [.to: .text("here")], over: [], at: "21:00"),
      imported(samples.said(.plan(key: "card.wishes"), [.to: .text("came")], over: [], at: "20:00")),
      imported(stands("not-wanted", at: "20:00")), stands("in-place", at: "21:00"),
    ])
    let robot = Robot(record, by: "MK")
    open("Plan and settings", "Two versions: choose", "All as they came with the import", on: robot)
    let plan = Plan(entries: record.entries[.plan] ?? [])
    #expect(plan.undecided.isEmpty)
    #expect(plan.environment[item]?.details.text(.state) == "not-wanted")
    #expect(plan.value("card.wishes") == "came")
  }

  @Test func `an item that two answered shows both, and any answer decides`() {
    var samples = Samples()
    let done = samples.said(.check(item: "call-tested"), [.state: .text("done")], over: [], at: "22:00", by: "MK")
    let not = samples.said(.check(item: "call-tested"), [.state: .text("could-not")], over: [], at: "22:10", by: "TR")
    let robot = Robot(MemoryRecord(nights: [samples.night: [done, not]]), columns: 120, by: "MK")
    open("Bedtime checklist", on: robot)
    robot.choose("Call device in reach and tested")
    #expect(robot.screen.contains("Two versions; the first is used until you choose."))
    robot.choose("Done")
    #expect(!robot.screen.contains("two versions:"))
  }
}
