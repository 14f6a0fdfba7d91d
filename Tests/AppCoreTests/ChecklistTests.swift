import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Checklists` {
  private let robot = Robot(by: "MK")

  /// A record that began with the starter routine and a mask.
  private static func evening(columns: Int = 80, rows: Int = 24, input: String = "keys") -> Robot {
    var samples = Samples()
    let plan = [("starter-routine", "yes"), ("equipment.mask", "in-use"), ("input", input)]
    return Robot(
      MemoryRecord(plan: plan.map { samples.setting($0.0, $0.1) }), columns: columns, rows: rows, by: "MK")
  }

  @Test func `one key ticks a line and goes on to the next open one, and on an answered line it opens its page`() {
    open("Bedtime")
    let labels = robot.scene.list.items.map(\.label)
    robot.press("Enter")
    #expect(robot.written == ["\(labels[0]): done"] && robot.focus == labels[1])
    #expect(robot.screen.contains("✓ ") && robot.screen.contains("02:15\n"), "\(robot.screen)")
    robot.press("Down", "Enter", "Up", "Up", "Enter")
    #expect(robot.focus == labels[3], "\(robot.screen)")
    robot.press("Home", "Enter")
    #expect(robot.screen.contains("why:") && robot.screen.contains("now: done, 02:15 MK"))
    robot.press("2")
    #expect(robot.written.last == "\(labels[0]): not needed" && robot.focus == labels[3])
    #expect(robot.screen.contains("–  ") && robot.screen.contains("not needed"))
  }

  @Test func `after the last line the first that was passed over has the focus, and once none is open it stays`() {
    open("Getting up")
    let labels = robot.scene.list.items.map(\.label)
    robot.press("Down")
    for _ in 0..<robot.scene.list.count - 3 { robot.press("Enter") }
    #expect(robot.focus == labels[0])
    robot.press("Enter")
    #expect(robot.focus == labels[0] && robot.scene.title == "Getting up, 5 of 5", "\(robot.scene.title)")
  }

  @Test func `two letters answer here and nowhere else, and those that write on Tonight write nothing`() {
    open("Bedtime")
    robot.press("n", "c")
    #expect(robot.written.map { String($0.suffix(10)) } == ["not needed", " could not"])
    #expect(robot.screen.contains("n not needed  c could not"))
    for letter in ["s", "m", "t", "l", "w", "h", "p", "x"] {
      let focus = robot.focus
      robot.press(letter)
      #expect(robot.screen.contains("\"\(letter)\" writes on Tonight alone; nothing was written here."))
      #expect(robot.items.count == 2 && robot.focus == focus)
    }
    robot.press("End", "n")
    #expect(robot.items.count == 2 && robot.screen.contains("That line takes no answer."))
    robot.press("Esc", "c")
    #expect(robot.written.last == "cough assist")
  }

  @Test func `why a line is there is told whole on a screen of eighty columns, and no line moves for it`() {
    let cut = ["Bedtime", "Getting up", "Sleep environment"].flatMap { list -> [String] in
      let robot = Robot(by: "MK")
      robot.choose(list)
      var rows: Set<String> = []
      return (0..<robot.scene.list.count).compactMap { _ in
        let why = robot.scene.list[robot.scene.focusIndex].detail
        let words = robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        rows.insert("\(robot.layout.shown.itemsPerPage)")
        robot.press("Down")
        return words.contains(why) && rows.count == 1 ? nil : why
      }
    }
    #expect(cut.isEmpty, "\(cut)")
  }

  @Test func `fifteen lines of the first evening are at most thirty presses by arrows, one each by Enter`() {
    let robot = Self.evening()
    robot.press("Right", "Right", "Down", "Down", "Enter")
    #expect(robot.scene.name == "checklist-bedtime" && robot.scene.title == "Bedtime, Sun 22 Nov, 0 of 15")
    robot.pace = 200
    for _ in 0..<15 { robot.press("Enter") }
    #expect(robot.presses <= 30 && robot.written.count == 15, "\(robot.screen)")
    #expect(robot.written.allSatisfy { $0.hasSuffix(": done") } && robot.scene.title.hasSuffix("15 of 15"))
  }

  @Test func `an answer is left open again on its page, and one undo brings it back`() {
    open("Bedtime")
    robot.press("Enter", "Up", "Enter", "3")
    #expect(robot.written.last?.hasSuffix("could not") == true)
    robot.press("Home", "Enter", "4")
    #expect(robot.written.isEmpty && robot.scene.name == "checklist-bedtime" && robot.scene.title.contains("0 of"))
    robot.press("u")
    #expect(robot.written.last?.hasSuffix("could not") == true)
    let before = robot.written
    robot.press("Home", "Down", "Right", "4")
    #expect(robot.written == before && robot.scene.name == "checklist-bedtime")
  }

  @Test func `with two switches every line opens its page, and an answer there goes on in the list`() {
    let robot = Self.evening(input: "two-switches")
    Self.open("Bedtime", robot)
    let labels = robot.scene.list.items.map(\.label)
    robot.press("Space")
    #expect(robot.scene.name == "check-item" && robot.items.isEmpty)
    robot.press("Space")
    #expect(robot.written == ["\(labels[0]): done"] && robot.focus == labels[1])
  }

  @Test func `marks are spelled in ASCII, and stand in words where lines are told`() {
    let robot = Self.evening()
    Self.open("Bedtime", robot)
    robot.press("Enter", "n", "c")
    let drawn = robot.screen.split(separator: "\n").map(String.init)
    for sign in ["✓", "–", "✗", "·"] { #expect(drawn.contains { $0.dropFirst(4).hasPrefix(sign) }, "\(sign)") }
    robot.isASCII = true
    let spelled = robot.screen.split(separator: "\n").map(String.init)
    for sign in ["+", "-", "x", "."] { #expect(spelled.contains { $0.dropFirst(4).hasPrefix(sign) }, "\(sign)") }
    #expect(
      robot.scene.list.items.prefix(4).map(\.state) == [
        "done, 02:15 MK", "not needed, 02:15 MK", "could not, 02:15 MK", "",
      ])
  }

  @Test func `Right shows why, the source and the other answers before anything is written`() {
    open("Bedtime")
    robot.press("Right")
    #expect(robot.items.isEmpty)
    for words in ["why:", "source:", "Done", "Not needed", "Could not"] { #expect(robot.screen.contains(words)) }
  }

  @Test(arguments: [
    ("Bedtime", "More for your routine"), ("Past nights", "Search"),
  ])
  func `Right opens what only leads on, also a page of the same screen`(screen: String, line: String) {
    open(screen)
    for _ in 0..<80 where robot.focus != line { robot.press("Down") }
    let before = robot.scene.name
    robot.press("Right")
    #expect(robot.focus != line && robot.scene.name != before, "\(robot.screen)")
    robot.press("Esc")
    #expect(robot.focus == line && robot.scene.name == before, "\(robot.screen)")
  }

  @Test func `items that need equipment not in use are not shown`() {
    open("Bedtime")
    #expect(robot.scene.title.hasSuffix(", 0 of 36") && !robot.shows("Machine on, right mode, plugged in"))
    var samples = Samples()
    let masked = Robot(MemoryRecord(plan: [samples.setting("equipment.mask", "in-use")]))
    Self.open("Bedtime", masked)
    #expect(masked.screen.contains("Machine on, right mode, plugged in"))
  }

  @Test func `the sleep environment keeps its state and the date it was looked at`() {
    open("Sleep environment")
    choose("Alternating-pressure overlay")
    #expect(robot.screen.contains("last looked at") && robot.screen.contains("Mon 23 Nov\n"), "\(robot.screen)")
    robot.press("Home", "c")
    #expect(robot.written == ["Alternating-pressure overlay: in place", "Bed with head and knee sections: to do"])
    #expect(
      robot.screen.contains("to do  ") && robot.scene.title.hasPrefix("Sleep environment, 2 of "), "\(robot.screen)")
    choose("Alternating-pressure overlay")
    #expect(robot.screen.contains("last looked at: in place, Mon 23 Nov MK"))
  }

  @Test func `a note on an item of the sleep environment shows with it`() {
    open("Sleep environment")
    robot.press("Enter", "Up", "Enter")
    for _ in 0..<8 where robot.focus != "Note" { robot.press("Down") }
    robot.press("Enter")
    robot.type("asked for")
    robot.press("Enter")
    #expect(robot.screen.contains("note: asked for"))
  }

  @Test func `an answer given for an earlier time changes the one that stands`() {
    open("Getting up")
    robot.press("Enter", "Up")
    robot.now = Samples().moment("01:00")
    robot.press("Right", "3")
    #expect(robot.screen.contains("could not"))
  }

  @Test func `a note on an answer is kept with it`() {
    open("Getting up")
    robot.press("Enter", "Up", "Right", "5")
    robot.type("red mark")
    robot.press("Enter")
    #expect(robot.written.last?.hasSuffix("done, red mark") == true)
  }

  private func open(_ label: String) { Self.open(label, robot) }

  static func open(_ label: String, _ robot: Robot) { robot.choose(label) }

  private func choose(_ label: String) { robot.choose(label) }
}
