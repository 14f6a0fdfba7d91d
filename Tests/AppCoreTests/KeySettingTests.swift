import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `Keys as the plan sets them` {
  private func robot(_ settings: [String: String], by: String? = "MK") -> Robot {
    var samples = Samples()
    return Robot(MemoryRecord(plan: settings.map { samples.setting($0.key, $0.value) }), by: by)
  }

  @Test func `with letters off none writes, opens or answers anything, and each says so`() {
    let robot = robot(["letters": "off"])
    let before = robot.scene.name
    for letter in "abcdefghijklmnopqrstuvwxyzLXE" {
      robot.press(.character(letter))
      #expect(robot.written.isEmpty && robot.scene.name == before, "\(letter)")
      #expect(robot.screen.contains("Letters are off: \"\(letter)\" did nothing."), "\(robot.screen)")
    }
    robot.press("1", "3", "Enter")
    #expect(robot.written.count == 2)
    let question = robot.copy()
    question.press("7", "1", "l", "u", "e")
    #expect(question.written.count == 3 && question.scene.name == "question")
    robot.press("F2")
    #expect(robot.scene.name == "card")
    robot.press("u", "Esc", "2")
    #expect(robot.written.count == 1)
  }

  @Test func `with letters off none stands on the screen, a text takes them, and undo can be walked to`() {
    let robot = robot(["letters": "off"])
    #expect(robot.screen.contains("F2 card") && !robot.screen.contains("Undo u"), "\(robot.screen)")
    #expect(robot.scene.hints.allSatisfy { $0.key.count != 1 || $0.key.first?.isLetter == false })
    robot.press("3", "Enter")
    robot.press("9")
    #expect(robot.scene.hints.contains { $0.way?.id == SceneItem.undo.id })
    let text = Robot(robot.record, by: "MK")
    text.press(",")
    text.type("0155 cramp 6")
    text.press("Enter")
    #expect(text.written.contains("Cramp 6"), "\(text.written)")
  }

  @Test func `with letters off three in a row on Tonight are no text, and in lines they do nothing either`() {
    let robot = robot(["letters": "off"])
    robot.pace = 100
    robot.type("asneeded")
    #expect(robot.scene.name == "tonight" && robot.written.isEmpty)
    var lines = ["l", "?"][...]
    var said = ""
    let spoken = self.robot(["letters": "off"])
    var mode = LineMode(spoken.app, in: spoken.world, read: { lines.popFirst() }, write: { said += $0 })
    _ = mode.run()
    #expect(spoken.written.isEmpty && said.contains("Letters are off: \"l\" did nothing.") && !said.contains("  t: "))
  }

  @Test func `how long a key rests before it writes again is as set`() {
    func written(_ rest: Int64, _ settings: [String: String]) -> Int {
      let robot = robot(settings)
      robot.press("l")
      robot.pace = rest
      robot.press("l")
      return robot.written.count
    }
    #expect(written(690, [:]) == 1 && written(710, [:]) == 2)
    #expect(written(1400, ["key.repeat": "1500"]) == 1 && written(1600, ["key.repeat": "1500"]) == 2)
    #expect(written(1990, ["key.repeat": "2000"]) == 1 && written(2000, ["key.repeat": "2000"]) == 2)
    #expect(written(290, ["key.repeat": "300"]) == 1 && written(310, ["key.repeat": "300"]) == 2)
    #expect(written(70, ["key.repeat": "0"]) == 2)
  }

  @Test func `a held arrow moves as often as set`() {
    func moved(_ settings: [String: String]) -> Int {
      let robot = robot(settings)
      robot.press("9")
      let start = robot.scene.focusIndex
      robot.press("Down")
      robot.pace = 500
      robot.press("Down")
      robot.pace = 40
      for _ in 0..<25 { robot.press("Down") }
      return robot.scene.focusIndex - start
    }
    #expect(moved([:]) > moved(["nav.rate": "2"]))
    #expect(moved(["nav.rate": "2"]) <= 5)
  }
}
