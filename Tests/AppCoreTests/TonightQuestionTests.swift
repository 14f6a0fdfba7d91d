import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `What Tonight asks` {
  private let robot = Robot(by: "MK")

  @Test func `the digit after a symptom is its grade`() {
    robot.press("g", "6")
    #expect(robot.written == ["Cramp 6"])
    robot.press("6")
    #expect(robot.screen.contains("Mask"), "digits pick again")
  }

  @Test func `1 then 0 asks whether it was ten, and 0 alone leaves it blank`() {
    robot.press("p", "1", "0")
    #expect(robot.written == ["Pain 1"] && robot.screen.contains("1 or 10?") && robot.focus == "Leave it at one")
    robot.press("2")
    #expect(robot.written == ["Pain 10"] && robot.scene.name == "tonight")
    robot.press("p", "1", "0", "0")
    #expect(robot.written == ["Pain 10", "Pain 1"] && robot.scene.name == "tonight")
    robot.press("p", "1", "0", "1", "0")
    #expect(robot.written.last == "Pain 1" && robot.scene.name == "leaving", "asked once")
    robot.press("Esc")
    robot.press("h", "0")
    let words = robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("Left blank. Asked and none is 9, then 2."))
    #expect(robot.written.last == "Hard to breathe")
    #expect(robot.scene.name == "tonight")
  }

  @Test func `a 0 that does not follow at once goes back and changes no grade`() {
    robot.press("g", "1", "9", "0")
    #expect(robot.written == ["Cramp 1"])
    #expect(robot.scene.name == "tonight")
  }

  @Test func `9 goes on to nine, ten and none, with the same digits every time, and back to the first eight`() {
    for (digit, words) in [("9", "Cramp 9"), ("1", "Cramp 10"), ("2", "Cramp: asked, none")] {
      robot.press("g", "9", digit)
      #expect(robot.written.last == words && robot.scene.name == "tonight")
    }
    robot.press("g", "9", "Esc", "8")
    #expect(robot.written.last == "Cramp 8")
    robot.press("g", "9", "0")
    #expect(robot.written.last == "Cramp" && robot.scene.name == "tonight" && robot.screen.contains("Left blank."))
  }

  @Test func `a question can be passed over by writing the next thing`() {
    robot.press("g", "k")
    #expect(robot.written == ["Cramp", "let sleep"])
    #expect(robot.scene.name == "tonight")
  }

  @Test func `t writes the turn at once and its side when it is known`() {
    robot.press("t")
    #expect(robot.written == ["turned"])
    robot.press("l")
    #expect(robot.written == ["turned left"])
  }

  @Test func `after suction and a mask fix one more key says what it was`() {
    robot.press("s", "2", "f", "1")
    #expect(robot.written == ["suction, thick", "mask fixed, nudged"])
  }

  @Test func `a doubled Enter does not answer the question it opened`() {
    robot.press("8")
    robot.pace = 100
    robot.press("Enter", "Enter", "Enter")
    #expect(robot.written.isEmpty || robot.written == ["Cramp"])
    #expect(robot.items.allSatisfy { $0.details.number(.value) == nil })
  }

  @Test func `a digit that is held or doubled neither grades nor undoes what it opened`() {
    robot.press("8", "1")
    robot.pace = 40
    robot.press("1", "1", "1")
    #expect(robot.written == ["Cramp"])
  }
}
