import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `This house at night on the screen` {
  private func robot(columns: Int = 80, rows: Int = 24, _ settings: (String, String)...) -> Robot {
    var samples = Samples()
    let plan = HouseSamples.settings.map { samples.setting($0, $1, at: "12:01") }
    let record = GoldenRecord.night()
    for entry in plan + settings.map({ samples.setting($0, $1, at: "12:02") }) { record.add(entry, to: .plan) }
    record.add(samples.record(.handover(.took), at: "20:05", by: "MK"), to: .night(samples.night))
    let robot = Robot(record, columns: columns, rows: rows)
    robot.choose("Handover")
    return robot
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (120, 40)])
  func `handover begins with it, and whoever comes takes over with one press`(columns: Int, rows: Int) {
    let robot = robot(columns: columns, rows: rows, ("people.JD", "Jon"))
    expectScreen(robot.layout.frame, "house-\(columns)x\(rows)")
    #expect(robot.focus == "Take over: JD")
    robot.press("Enter")
    #expect(robot.items.last { $0.subject == .handover(.took) }?.by == "JD")
  }

  @Test(
    arguments: [
      (["people.TR", "people.MK"], "MK", "Take over: TR"), (["people.MK"], "mk", "Take over: your initials"),
      (["people.TR", "people.MK"], nil, "Take over: MK"), ([], "MK", "Take over: your initials"),
    ] as [([String], String?, String)])
  func `whoever signs already is not offered first`(people: [String], by: String?, first: String) {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: people.map { samples.setting($0, "A helper") }), by: by)
    robot.choose("Handover")
    #expect(robot.focus == first, "\(robot.screen)")
    #expect(robot.shows("Take over: MK") == people.contains("people.MK"), "nobody is on: MK can still say so")
    robot.choose("Since you left")
    #expect(robot.scene.list[0].label == first, "the same digits do the same")
  }

  @Test func `what may be dangerous comes first, and last night last`() {
    let titles = robot().scene.facts.map { String($0.label.prefix { $0 != " " }) }.filter { !$0.isEmpty }
    #expect(titles.prefix(3) == ["Breathing", "Mask", "Never"] && titles.last == "Last", "\(titles)")
  }

  @Test func `last night is the night before the one that runs, also where that has its diary already`() {
    var (samples, last) = (Samples(), Samples(writer: "bbbbbbbb", night: "2026-11-21"))
    let robot = Robot(
      MemoryRecord(nights: [
        last.night: [last.event(.turn, at: "23:00"), last.event(.woke, at: "02:00")],
        samples.night: (0..<3).map { samples.event(.turn, at: "0\($0):10") }
          + [samples.record(.diary, [.intoBed: .moment(samples.moment("22:00"))], at: "02:40")],
      ]))
    robot.choose("Handover")
    let told = robot.scene.facts.first { $0.label.hasPrefix("Last night") }
    #expect(told?.value == "Sat 21 to Sun 22 Nov: woke 1 · turned 1", "\(robot.scene.facts)")
  }

  @Test func `it leads to how nights are done, to what happened, and to how it is printed`() {
    for (label, screen) in [
      ("How we do nights", "how-we-do-nights"), ("Since you left", "handover"), ("Print this", "house-printing"),
    ] {
      let robot = robot()
      robot.choose(label)
      #expect(robot.scene.name == screen)
      robot.press("Esc")
      #expect(robot.scene.name == "house")
    }
  }

  @Test func `a closed record shows it and offers nobody to take over`() {
    let robot = robot(("closed", "yes"))
    #expect(robot.scene.name == "house" && !robot.scene.list.items.contains { $0.label.hasPrefix("Take over") })
  }

  @Test func `heard, each line follows its title without a gap`() {
    var app = robot().app
    _ = app.update(.surface(LineMode.surface))
    let lines = app.scene().facts.map(\.line)
    #expect(lines.contains("Never never flat without the mask"), "\(lines)")
  }
}
