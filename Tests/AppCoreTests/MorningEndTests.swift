import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The morning's sentences, its rare questions and its end` {
  private func robot(_ record: MemoryRecord = `The morning`.record()) -> Robot {
    let robot = Robot(record, at: "07:30", by: "MK")
    robot.choose("Morning")
    return robot
  }

  private func page(_ robot: Robot) -> Page? {
    Night(date: Samples().night, entries: robot.record.entries(of: .night(Samples().night))).answers(on: .diary)
  }

  @Test func `a question is a sentence with the name, and with what is proposed`() {
    var samples = Samples()
    let robot = robot(`The morning`.record(plan: [samples.setting("person", "Anna")]))
    robot.choose("Fill in, question by question")
    #expect(robot.screen.contains("When did Anna go to bed? 22:30, as last time"), "\(robot.screen)")
  }

  @Test func `what only a night in parts has is asked behind a line of its own, and shows once it is answered`() {
    let robot = robot()
    #expect(!robot.shows("Where slept"))
    robot.choose("The night was in parts")
    robot.choose("Fill in, question by question")
    robot.press("Enter", "Enter", "2")
    #expect(page(robot)?.details.text(.place) == "recliner", "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.scene.name == "night-in-parts")
    robot.press("Esc")
    #expect(robot.shows("Where slept") && !robot.shows("Minutes slept elsewhere"))
  }

  @Test func `its end shows the night beside the usual, what is still open, and thanks once`() {
    let record = `The morning`.record()
    var samples = Samples(writer: "eeeeeeee")
    record.add(samples.event(.moment, at: "03:01"), to: .night(samples.night))
    let robot = robot(record)
    robot.choose("Fill in, question by question")
    for _ in 0..<20 where robot.scene.name != "morning-end" { robot.press("Enter") }
    let told = robot.scene.facts.map(\.line).joined(separator: "\n")
    #expect(
      told.contains("usual of 1 recorded night") && told.contains("03:01  marked this moment, what was it?"), "\(told)")
    #expect(told.contains("Thank you. Written down by MK at 07:30."))
    robot.choose("What is still open")
    #expect(robot.scene.name == "to-complete")
  }

  @Test func `how long wakings were is asked only where there were any, and one's own words are offered at the end`() {
    let robot = Robot(MemoryRecord(), at: "07:30", by: "MK")
    robot.choose("Morning")
    robot.choose("Fill in, question by question")
    for _ in 0..<3 { robot.press("Enter") }
    let woken = robot.copy()
    robot.press("Enter")
    #expect(robot.scene.title == "Final waking")
    woken.type("2")
    woken.press("Enter")
    #expect(woken.scene.title == "Minutes awake in those")
    for _ in 0..<20 where robot.scene.name != "morning-end" { robot.press("Enter") }
    robot.choose("In your own words")
    robot.type("fair")
    robot.press("Enter")
    #expect(page(robot)?.details.text(.note) == "fair" && robot.scene.name == "morning-end")
  }

  @Test func `the family's own line is told at the bed, and not of a turn that is entered late`() {
    var samples = Samples()
    let plan = [samples.setting("turn-line", "bell in reach?")]
    let robot = Robot(MemoryRecord(plan: plan), by: "MK")
    robot.press("l")
    #expect(robot.app.statusWords.hasSuffix("bell in reach?"))
    robot.press("-", "-")
    #expect(!robot.app.statusWords.contains("bell in reach?"), "\(robot.app.statusWords)")
    robot.press("u", "u", "u")
    robot.press(",")
    robot.type("0150 turn l")
    robot.press("Enter")
    #expect(robot.written.last == "turned left" && !robot.app.statusWords.contains("bell in reach?"))
  }
}
