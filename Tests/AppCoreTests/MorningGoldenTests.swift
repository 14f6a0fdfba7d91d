import CellUI
import NightModel
import TestSupport
import Testing
import Text

@testable import AppCore

@Suite struct `The morning as it looks` {
  private func robot(_ columns: Int = 80, _ rows: Int = 24) -> Robot {
    var samples = Samples()
    let plan = [samples.setting("person", "MADE-UP PERSON"), samples.setting("people.MK", "Mara")]
    let robot = Robot(`The morning`.record(plan: plan), columns: columns, rows: rows, at: "07:30", by: "MK")
    robot.choose("Morning")
    return robot
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `the diary with its proposals, and the first question`(columns: Int, rows: Int) {
    let robot = robot(columns, rows)
    let name = columns == 80 ? "" : "-\(columns)x\(rows)"
    expectScreen(robot.layout.frame, "morning\(name)")
    robot.choose("Fill in, question by question")
    expectScreen(robot.layout.frame, "diary-question\(name)")
    robot.type("1030")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "diary-doubt\(name)")
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (120, 40)])
  func `its end, and what only a night in parts has`(columns: Int, rows: Int) {
    let record = GoldenRecord.season(20)
    var samples = Samples()
    let night = [
      samples.event(.maskOn, at: "22:40"), samples.event(.asleep, at: "23:00"),
      samples.event(.turn, [.side: .text("left")], at: "23:30"), samples.event(.moment, at: "02:01"),
      samples.record(.symptom("pain"), at: "03:40", by: "MK"), samples.event(.woke, at: "06:00"),
      samples.event(.maskOff, at: "06:40"),
    ]
    for entry in night { record.add(entry, to: .night(samples.night)) }
    let robot = Robot(record, columns: columns, rows: rows, at: "07:20", by: "MK")
    robot.choose("Morning")
    if columns == 80 {
      robot.choose("The night was in parts")
      expectScreen(robot.layout.frame, "night-in-parts")
      robot.press("Esc")
    }
    robot.choose("Confirm all that is proposed")
    robot.choose("Fill in, question by question")
    robot.type("20")
    for _ in 0..<20 where robot.scene.name != "morning-end" { robot.press("Enter") }
    expectScreen(robot.layout.frame, "morning-end-\(columns)x\(rows)")
  }

  @Test func `a question answered with one digit, and who says so`() {
    let robot = robot()
    robot.choose("How well slept")
    expectScreen(robot.layout.frame, "diary-choice")
    robot.press("4")
    robot.choose("Who says so, from here on")
    expectScreen(robot.layout.frame, "who-says")
  }

  @Test func `the figures, and how one is made`() {
    let robot = robot()
    robot.choose("Confirm all that is proposed")
    robot.choose("Minutes to fall asleep")
    robot.type("20")
    robot.press("Enter")
    robot.choose("Figures")
    expectScreen(robot.layout.frame, "figures")
    robot.choose("Slept (TST)")
    expectScreen(robot.layout.frame, "figure")
  }

  @Test func `the caregiver's own night, and what silence asks`() {
    let robot = robot()
    robot.choose("Caregiver's own night")
    expectScreen(robot.layout.frame, "carer-night")
    robot.choose("Longest stretch of sleep")
    expectScreen(robot.layout.frame, "carer-stretch")
  }

  @Test func `no screen of the morning cuts a label short`() {
    for field in Subject.diary.questions { #expect(TextWidth.columns(of: field.question(of: .diary)) <= 34) }
    for field in Subject.carer.questions { #expect(TextWidth.columns(of: field.question(of: .carer)) <= 34) }
    for figure in DiaryFigure.allCases { #expect(TextWidth.columns(of: figure.label) <= 34) }
  }
}
