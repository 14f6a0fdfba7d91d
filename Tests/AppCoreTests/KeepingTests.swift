import AppCore
import NightModel
import TestSupport
import Testing

/// The word "Saved" belongs to what is in the record.
@Suite struct `Kept aside` {
  private func robot(_ disk: FailingSaves.Outcome = .keepsBeside) -> Robot {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.record.disk = disk
    return robot
  }

  @Test(arguments: [
    ["l"], ["g", "6"], ["s", "2"], ["n", "x", "Enter"], ["h", "0"], ["-"], ["l", "l", "-"],
    ["g", "1", "0", "2"],
  ])
  func `an entry kept aside is said to be so, and not to be saved`(keys: [String]) throws {
    let robot = robot()
    for key in keys { robot.press(key) }
    #expect(robot.app.statusWords.hasPrefix("Kept aside, not in the record yet: "), "\(robot.app.statusWords)")
    #expect(robot.screen.contains("NOT IN THE RECORD YET: ") && !robot.screen.contains("Saved"))
    robot.record.disk = .works
    robot.press("m")
    #expect(robot.app.statusWords == "Saved 02:15 mask on.")
  }

  @Test func `what is taken back, brought back or left as it is beside the record is not said of the record`() throws {
    let robot = robot()
    robot.choose("Tonight's entries")
    robot.press("Enter")
    robot.choose("Take this entry back")
    #expect(
      robot.app.statusWords.hasPrefix("Kept aside, not in the record yet: taken back: "),
      "\(robot.app.statusWords)")
  }

  @Test func `after an answer or a symptom that is kept aside the same page is shown as after a saved one`() throws {
    let robot = robot()
    robot.choose("Bedtime")
    robot.press("Right")
    #expect(robot.scene.name == "check-item", "\(robot.screen)")
    robot.choose("Could not")
    #expect(robot.scene.name == "checklist-bedtime", "\(robot.screen)")
    robot.goHome()
    robot.choose("All symptoms")
    robot.press("1")
    #expect(robot.scene.name == "entry", "\(robot.screen)")
  }

  @Test func `whatever is done while nothing can be written, the word stands on no screen and in no line`() throws {
    let keys = [
      "l", "g", "6", "Enter", "Down", "9", "2", "4", "s", "1", "Esc", "0", "Tab", "Space", "n", "h", "7", "k",
    ]
    for seed in UInt64(1)...4 {
      var chance = Chance(seed: seed)
      let robot = robot()
      for _ in 0..<150 {
        let key = chance.one(of: keys)
        robot.press(key)
        if robot.app.isOver { break }
        guard robot.app.couldNotWrite else { continue }
        #expect(!robot.screen.contains("Saved") && !robot.app.statusWords.contains("Saved"), "\(seed): \(key)")
      }
      #expect(robot.app.couldNotWrite)
    }
  }

  @Test func `paper notes kept aside are not said to be saved, one line or several`() throws {
    let robot = robot()
    robot.press("9")
    robot.choose("Paper notes")
    robot.press("1")
    robot.type("2312 turn left")
    robot.press("Enter")
    #expect(robot.app.statusWords.hasPrefix("Kept aside, not in the record yet: 23:12 turned left"))
    robot.press(.paste("2320 suction\n2330 turn right"))
    #expect(robot.app.statusWords.hasPrefix("Kept aside, not in the record yet: 2 lines"), "\(robot.app.statusWords)")
  }

  @Test func `in lines nothing is called saved that is kept aside, and leaving says what waits`() {
    let robot = robot()
    var lines = ["l", "g", "6", "0"][...]
    var said = ""
    var mode = LineMode(robot.app, in: robot.world, read: { lines.popFirst() }, write: { said += $0 })
    _ = mode.run()
    #expect(said.contains("Kept aside, not in the record yet: 02:15 turned left."))
    #expect(!said.contains("Saved") && !said.contains("saved is on the disk"))
    #expect(said.contains("Leave Nightstand?") && said.contains("3 entries of the night 2026-11-22 are kept aside"))
  }

  @Test func `leaving says what the disk did not confirm`() {
    let robot = robot(.doesNotConfirm)
    robot.press("l", "Ctrl-C")
    #expect(robot.screen.contains("NOT CONFIRMED BY THE DISK: ") && !robot.screen.contains("saved is on the disk"))
    #expect(robot.screen.contains("02:15 turned left"), "\(robot.screen)")
  }

  @Test func `leaving says what is nowhere but here`() {
    let robot = robot(.refuses)
    robot.press("l", "Ctrl-C")
    #expect(robot.screen.contains("What could not be saved is printed when you leave."))
    #expect(!robot.screen.contains("on the disk."))
  }

  @Test func `while something else waits, an entry is in the record and not called saved; afterwards it is`() {
    let robot = robot(.keepsPlanBeside)
    // What is said of the sleep environment stands in the plan.
    Checklists.open("Sleep environment", robot)
    robot.press("1", "1")
    robot.goHome()
    robot.press("l")
    robot.happen(.timedOut)
    #expect(robot.app.statusWords == "In the record: 02:15 turned left.", "\(robot.screen)")
    robot.press("Ctrl-C")
    #expect(!robot.screen.contains("saved is on the disk") && robot.screen.contains("kept aside"), "\(robot.screen)")
    robot.record.disk = .works
    robot.press("Esc", "m")
    robot.happen(.timedOut)
    #expect(robot.app.statusWords == "Saved 02:15 mask on.")
  }
}
