import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

/// The pages about switches: which key one sends, how fast somebody answers, and whether it works.
@Suite struct `The pages about switches` {
  private static func robot(_ input: String = "one-switch", _ settings: [String: String] = [:]) -> Robot {
    var samples = Samples()
    let plan = ["input": input].merging(settings) { $1 }.map { samples.setting($0.key, $0.value) }
    return Robot(MemoryRecord(plan: plan), by: "MK")
  }

  /// A robot on one of the pages.
  private static func robot(on label: String, input: String = "one-switch") -> Robot {
    let robot = robot(input)
    robot.choose("Plan")
    robot.choose("Switches and scanning")
    robot.choose(label)
    return robot
  }

  private static func press(_ name: String, after milliseconds: Int64, _ robot: Robot) {
    robot.rest(milliseconds: milliseconds)
    robot.pace = 0
    robot.press(name)
    robot.pace = 1000
  }

  @Test func `what comes first is named, and the same again is the switch`() {
    let robot = Self.robot(on: "Press your switch now", input: "keys")
    Self.press("F5", after: 500, robot)
    #expect(robot.screen.contains("F5 came.") && robot.app.switchKeys.a == nil)
    Self.press("F5", after: 900, robot)
    #expect(robot.screen.contains("The switch is now: F5.") && robot.app.switchKeys.a == .function(5))
    let again = Robot(robot.record, by: "MK")
    _ = again.layout
    #expect(again.app.switchKeys.a == .function(5), "the next run knows it")
  }

  @Test func `another key is named in its place, and a bounce or a held key is no second press`() {
    let robot = Self.robot(on: "Press your switch now", input: "keys")
    for _ in 0..<50 { Self.press("F5", after: 30, robot) }
    #expect(robot.app.switchKeys.a == nil && robot.screen.contains("F5 came."))
    Self.press("F6", after: 900, robot)
    #expect(robot.app.switchKeys.a == nil && robot.screen.contains("F6 came."))
  }

  @Test func `while it waits no key is a command but those that lead out of the program`() {
    let robot = Self.robot(on: "Press your switch now", input: "keys")
    for name in ["t", "u", "0", "Esc", "F2", "F1", "n", "Enter"] { Self.press(name, after: 900, robot) }
    #expect(robot.scene.name == "switch-bind" && robot.written.isEmpty)
    robot.press("Ctrl-C")
    #expect(robot.scene.name == "leaving")
  }

  @Test(arguments: ["Press your switch now", "Find the time that fits", "Try the switch"], [24, 12, 4])
  func `while it waits nothing is drawn that no key chooses, and how it ends is said`(label: String, rows: Int) {
    let robot = Self.robot(on: label, input: "keys")
    robot.size = Size(rows: rows, columns: rows < 24 ? 40 : 80)
    #expect(!robot.screen.contains("Back") && !robot.screen.contains("["), "\(robot.screen)")
    // What is asked for is what a braille line shows.
    let (frame, focus) = (robot.layout.frame, robot.layout.focus)
    #expect(focus.position == frame.cursor && frame.text(row: frame.cursor.row).contains(label), "\(robot.screen)")
    if rows == 24 {
      #expect(robot.screen.contains("To end this, press nothing for half a minute. Ctrl-C leaves Nightstand."))
    }
    robot.rest(milliseconds: 30_000)
    #expect(robot.shows("Back"), "\(robot.screen)")
  }

  @Test func `a letter may be a switch, and it is said that it does not type`() {
    let robot = Self.robot(on: "Press your switch now", input: "keys")
    Self.press("a", after: 900, robot)
    #expect(robot.screen.contains("While scanning, this key does not type."))
  }

  @Test func `after half a minute without a press it can be left by any hand`() {
    let robot = Self.robot(on: "Press your switch now", input: "keys")
    robot.rest(milliseconds: 30_000)
    #expect(robot.screen.contains("Nothing came for half a minute.") && robot.shows("Again"))
    robot.press("Esc")
    #expect(robot.scene.name == "plan-switches")
  }

  @Test func `the bound key scans, and Space and Enter are those of a keyboard again`() {
    let bound = Self.robot(on: "Press your switch now", input: "keys")
    Self.press("F5", after: 900, bound)
    Self.press("F5", after: 900, bound)
    for _ in 0..<4 { bound.press("Esc") }
    bound.goHome()
    bound.choose("Plan")
    bound.choose("Switches and scanning")
    bound.choose("How you press")
    bound.choose("One switch")
    bound.goHome()
    #expect(bound.lit?.id == "line-moment" && bound.app.scanDue == nil)
    bound.press("F5")
    #expect(bound.app.scanDue != nil)
    bound.press("Down")
    bound.press("Enter")
    #expect(bound.app.scanDue == nil && bound.scene.name == "tonight")
  }

  @Test func `two switches that are bound move and choose line by line`() {
    let robot = Self.robot(on: "The switch that moves", input: "two-switches")
    for _ in 0..<2 { Self.press("F5", after: 900, robot) }
    robot.press("Esc")
    robot.choose("The switch that chooses")
    for _ in 0..<2 { Self.press("F6", after: 900, robot) }
    robot.goHome()
    robot.press("F5")
    #expect(robot.focus == "Undo")
    robot.press("F5", "F6")
    #expect(robot.scene.name == "menu-turn", "\(robot.screen)")
  }

  @Test func `one key is one switch`() {
    var keys = SwitchKeys(["a F5", "b F6"])
    keys[.second] = .function(5)
    #expect(keys.words == ["b F5"])
  }

  @Test(arguments: ["", "a", "a Ctrl-C", "a Ctrl-Z", "c F5", "a nothing", "F5"])
  func `what is no switch is not taken for one`(word: String) {
    #expect(SwitchKeys([word]) == SwitchKeys())
  }

  // MARK: Calibration

  /// Presses so long after each word, in milliseconds; nil for no press.
  private static func calibrate(_ answers: [Int64?], _ robot: Robot) {
    press("Space", after: 900, robot)
    for answer in answers {
      for _ in 0..<40 where !robot.screen.contains("NOW") { robot.rest(milliseconds: 100) }
      #expect(robot.screen.contains("NOW"))
      if let answer { press("Space", after: answer, robot) } else { robot.rest(milliseconds: 4000) }
    }
  }

  @Test func `proposes a step from five answers, and changes nothing before it is chosen`() {
    let robot = Self.robot(on: "Find the time that fits", input: "keys")
    Self.calibrate([2000, 2000, 600, 650, 700, 650, 650], robot)
    // The mean is 650 ms: by 0.65 it is 1.0 s.
    #expect(robot.screen.contains("You answered in 0.65 s (0.6 s to 0.7 s).") && robot.shows("Use 1 s"))
    #expect(robot.app.record.plan.value(.scanStep) == nil)
    robot.choose("Use 1 s")
    #expect(robot.app.record.plan.value(.scanStep) == "1000" && robot.app.record.plan.value(.scanLate) == "250")
    robot.press("u")
    #expect(robot.app.record.plan.value(.scanStep) == nil && robot.app.record.plan.value(.scanLate) == nil)
  }

  @Test(arguments: ["keys", "one-switch", "two-switches"])
  func `a press more than was asked for changes nothing`(input: String) {
    let robot = Self.robot(input, ["scan.blocks": "on"])
    let way = ["More", "Plan", "Switches and scanning", "Find the time that fits"]
    for label in way where robot.lit != nil || label != "More" {
      if robot.lit == nil { robot.choose(label) } else { robot.scan(label: label) }
    }
    Self.calibrate([600, 600, 600, 600, 600, 600, 600], robot)
    Self.press("Space", after: 900, robot)
    #expect(robot.app.record.plan.value(.scanStep) == nil, "\(robot.screen)")
  }

  @Test func `what is proposed is scanned before what stands`() {
    let robot = Self.robot()
    for label in ["More", "Plan", "Switches and scanning", "Find the time that fits"] { robot.scan(label: label) }
    Self.calibrate([2000, 2000, 600, 650, 700, 650, 650], robot)
    #expect(robot.lit != nil && robot.app.scanning?.isResting == true)
    #expect(robot.app.scanning?.order.stations.map(\.words) == ["Use 1 s", "Keep 1.5 s", "Again", "Ways out"])
  }

  @Test func `where answers differ much two standard deviations are longer`() {
    var calibration = Calibration(at: 0)
    for answer in [1000, 1000, 400, 900, 500, 1200, 600] as [Int64] {
      let word = calibration.due ?? 0
      calibration.pass(word)
      calibration.press(word + answer)
    }
    // Mean 720, standard deviation 327: 1374 ms, up to the next tenth.
    #expect(calibration.result?.step == 1400 && calibration.result?.late == 250)
  }

  @Test func `words that brought no press, and presses before them, are counted and said`() {
    let robot = Self.robot(on: "Find the time that fits", input: "keys")
    Self.calibrate([600, 600, nil, 600, 600, nil, 600], robot)
    #expect(robot.screen.contains("Slower, or the switch in another place, may help; your team can look."))
    #expect(robot.shows("Again"))
  }

  @Test func `the bounce of the last press chooses nothing that then is there`() {
    let robot = Self.robot(on: "Find the time that fits", input: "keys")
    Self.calibrate([600, 600, 600, 600, 600, 600, 600], robot)
    for gap in [40, 60, 45] as [Int64] { Self.press("Space", after: gap, robot) }
    #expect(robot.app.record.plan.value(.scanStep) == nil && robot.scene.name == "switch-calibrate")
    let bound = Self.robot(on: "Press your switch now", input: "keys")
    for gap in [900, 900, 60, 60] as [Int64] { Self.press("Space", after: gap, bound) }
    #expect(bound.screen.contains("The switch is now: Space."))
  }

  @Test func `a switch that never lets go holds the test for a minute at most`() {
    let robot = Self.robot(on: "Try the switch", input: "keys")
    Self.press("F5", after: 900, robot)
    for _ in 0..<600 { Self.press("F5", after: 110, robot) }
    #expect(robot.shows("Again") && robot.screen.contains("presses came."))
  }

  @Test func `a switch that is bound can be the usual keys again`() {
    let robot = Self.robot(on: "Press your switch now", input: "keys")
    for _ in 0..<2 { Self.press("F5", after: 900, robot) }
    robot.rest(milliseconds: 1000)
    robot.choose("The usual keys again")
    #expect(robot.app.switchKeys.a == nil)
  }

  @Test func `too few answers propose nothing`() {
    let robot = Self.robot(on: "Find the time that fits", input: "keys")
    Self.calibrate([600, 600, nil, nil, nil, nil, 600], robot)
    #expect(robot.screen.contains("Too few presses came") && !robot.scene.list.items.contains { $0.id == "use" })
  }

  @Test func `a test of the switch counts presses, and is over when none comes`() {
    let robot = Self.robot(on: "Try the switch", input: "keys")
    Self.press("F5", after: 900, robot)
    Self.press("F5", after: 420, robot)
    #expect(robot.screen.contains("2: F5, 0.42 s after the one before"))
    robot.rest(milliseconds: 8000)
    #expect(robot.screen.contains("2 presses came.") && robot.shows("Again"))
  }

  @Test func `who has but the switch comes to the pages, and out of them`() {
    let robot = Self.robot()
    for label in ["More", "Plan", "Switches and scanning", "Try the switch"] { robot.scan(label: label) }
    Self.press("Space", after: 2000, robot)
    robot.pass(milliseconds: 8000)
    robot.rest(milliseconds: 8000)
    #expect(robot.lit != nil && robot.app.scanning?.isResting == true)
    robot.scan(label: "Back")
    #expect(robot.scene.name == "plan-switches")
  }
}
