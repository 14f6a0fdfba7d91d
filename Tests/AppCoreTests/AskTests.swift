import AppCore
import NightModel
import TestSupport
import Testing

/// The list that is read aloud to somebody who can only blink.
@Suite struct `Asking line by line` {
  private func robot(_ list: String? = nil) -> Robot {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: list.map { [samples.setting("ask", $0)] } ?? []), by: "MK")
    robot.choose("More")
    robot.choose("Ask, line by line")
    return robot
  }

  @Test func `has the usual lines while the household has none of its own, and leads to a note at its end`() {
    let robot = robot()
    let lines = ["Hot", "Cold", "Itch", "Saliva", "Eyes", "Turn", "Mask", "Pain", "Something else", "Back"]
    #expect(robot.scene.list.items.map(\.label) == lines)
    robot.choose("Something else")
    #expect(robot.scene.field?.isTyping == true)
    robot.type("hair in the eyes")
    robot.press("Enter")
    #expect(robot.written == ["note: hair in the eyes"])
  }

  @Test func `Enter at the blink writes the entry of that name, or that it was adjusted`() {
    for (line, written) in [
      ("Hot", "adjusted, hot"), ("Eyes", "adjusted, eyes"), ("Turn", "turned"), ("Mask", "mask fixed"),
      ("Pain", "Pain"), ("Saliva", "Saliva trouble"),
    ] {
      let robot = robot()
      robot.choose(line)
      #expect(robot.written == [written], "\(robot.screen)")
    }
  }

  @Test func `knows what paper notes know, asks which medicine, and passes over what the house has not`() {
    let robot = robot("turn left, breath, medicine, hair")
    for (line, written) in [("Turn left", "turned left"), ("Hair", "adjusted, hair")] {
      let there = robot.copy()
      there.choose(line)
      #expect(there.written == [written], "\(there.screen)")
    }
    robot.choose("Medicine")
    #expect(robot.scene.name == "medicines", "\(robot.screen)")
  }

  @Test func `is the household's own where one is set, each line once`() {
    let robot = robot("left hand, Cramp,  left hand ,suction")
    #expect(
      robot.scene.list.items.map(\.label) == ["Left hand", "Cramp", "Suction", "Something else", "Back"])
    robot.choose("Cramp")
    robot.press("6")
    #expect(robot.written == ["Cramp 6"])
    robot.choose("More")
    robot.choose("Ask, line by line")
    #expect(robot.scene.list.items.first { $0.label == "Cramp" }?.state == "02:15")
  }
}
