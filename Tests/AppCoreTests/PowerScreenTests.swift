import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The page for a power cut` {
  private static let typed = [
    ("nights.power", "torch in the drawer; machine onto the big battery; call the supplier"),
    ("equipment.mask", "in-use"), ("equipment.overlay", "in-use"), ("equipment.backup-battery", "in-use"),
    ("equipment-run-time.backup-battery", "3 hours, humidifier off"), ("equipment-tested.backup-battery", "2026-05-03"),
    ("equipment-run-time.overlay", "about 40 minutes"), ("number.power-company", "555 0103"),
  ]

  private func robot(_ settings: [(String, String)], columns: Int = 80, rows: Int = 24) -> Robot {
    var samples = Samples()
    let plan = settings.map { samples.setting($0.0, $0.1) }
    return Robot(MemoryRecord(plan: plan), columns: columns, rows: rows, by: "MK")
  }

  /// Writes from More that the power is out.
  private func write(_ robot: Robot) {
    robot.press("9")
    robot.choose("Power out")
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `one key after the entry opens it: steps, run times with their dates, what to look at afterwards`(
    columns: Int, rows: Int
  ) {
    let robot = robot(Self.typed, columns: columns, rows: rows)
    write(robot)
    #expect(robot.written == ["power out"] && robot.focus == "Not now", "\(robot.screen)")
    expectScreen(robot.layout.frame, "power-out-offered-\(columns)x\(rows)")
    robot.press("1")
    #expect(robot.scene.name == "power-out")
    expectScreen(robot.layout.frame, "power-out-\(columns)x\(rows)")
    robot.press("Esc")
    #expect(robot.scene.name == "tonight" && robot.written == ["power out"])
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `where nothing is typed it says so in a line and where to type it, and shows what holds for everybody`(
    columns: Int, rows: Int
  ) {
    let robot = robot([], columns: columns, rows: rows)
    write(robot)
    robot.press("1")
    expectScreen(robot.layout.frame, "power-out-blank-\(columns)x\(rows)")
    #expect(robot.scene.facts.count { $0.value.hasPrefix("Nothing is typed here yet.") } == 1)
    #expect(!robot.scene.facts.contains { $0.label.hasPrefix("Typed by the family") })
  }

  @Test func `passed over it writes nothing, and the keys of Tonight go on writing`() {
    let robot = robot(Self.typed)
    write(robot)
    robot.press("Enter")
    #expect(robot.scene.name == "tonight" && robot.written == ["power out"])
    write(robot)
    robot.press("k")
    #expect(robot.scene.name == "tonight" && robot.written == ["power out", "power out", "let sleep"])
    robot.press("u", "u")
    #expect(robot.written == ["power out"] && robot.scene.name == "tonight", "\(robot.screen)")
  }

  @Test func `tonight's troubles in the guide lead to it, and so does how we do nights`() {
    for path in [["Guide", "Tonight's troubles"], ["Plan", "How we do nights"]] {
      let robot = robot(Self.typed)
      for label in path { Checklists.open(label, robot) }
      let before = robot.scene.name
      Checklists.open("Power out: our steps", robot)
      #expect(robot.scene.name == "power-out", "\(path)")
      robot.press("Esc")
      #expect(robot.scene.name == before)
    }
  }

  @Test func `its lines lead to where it is typed`() {
    for (label, screen) in [("Change our steps", "plan-nights"), ("Change a run time", "plan-equipment")] {
      let robot = robot([])
      write(robot)
      robot.press("1")
      robot.choose(label)
      #expect(robot.scene.name == screen)
    }
  }

  @Test func `a run time is asked of what needs power alone, and a bare number is asked for its unit`() {
    let robot = robot([])
    for label in ["Plan", "Equipment", "Slide sheet"] { Checklists.open(label, robot) }
    #expect(!robot.scene.list.items.contains { $0.label == "Runs without power" })
    robot.press("Esc")
    for label in ["Backup battery", "Runs without power"] { Checklists.open(label, robot) }
    robot.type("3")
    robot.press("Enter")
    #expect(robot.screen.contains("Enter again takes 3 hours"), "\(robot.screen)")
    robot.press("Enter")
    #expect(Plan(entries: robot.record.entries(of: .plan)).value(.equipmentRunTime, "backup-battery") == "3 hours")
  }

  @Test func `in lines it is one number away`() {
    let robot = robot(Self.typed)
    var lines = (robot.lineWay(to: "Power out") + ["1", "0", "quit"])[...]
    var said = ""
    var mode = LineMode(robot.app, in: robot.world, read: { lines.popFirst() }, write: { said += $0 })
    _ = mode.run()
    let told = said.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for words in ["What to do?", "1 Power out: our steps", "3 hours, humidifier off, tested Sun 3 May 2026"] {
      #expect(told.contains(words), "\(said)")
    }
  }
}
