import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

/// Scanning on the real screens, with the clock in the test's hand.
@Suite struct `Scanning the screens` {
  private static func robot(
    _ settings: [String: String] = [:], columns: Int = 80, rows: Int = 24, isFrozen: Bool = true
  ) -> Robot {
    var samples = Samples()
    let all = ["input": "one-switch", "equipment.mask": "in-use", "equipment.suction": "in-use"]
      .merging(settings) { $1 }
    let plan = all.sorted { $0.key < $1.key }.map { samples.setting($0.key, $0.value) }
    return Robot(MemoryRecord(plan: plan), columns: columns, rows: rows, by: "MK", isFrozen: isFrozen)
  }

  @Test func `rests until a press, which goes on and chooses nothing`() {
    let robot = Self.robot()
    #expect(robot.focus == "Mark moment" && robot.app.scanDue == nil)
    #expect(robot.screen.contains("Resting: a press goes on, and chooses nothing."))
    robot.pass(milliseconds: 60_000)
    robot.pressSwitch()
    #expect(robot.written.isEmpty && robot.app.scanDue != nil)
    #expect(robot.screen.contains("Scanning, 1.5 s"))
  }

  @Test func `lights one line after the other, then the lines of a block together`() {
    let robot = Self.robot()
    robot.pressSwitch()
    robot.pass(milliseconds: 2200)
    #expect(robot.screen.contains("[Undo]"))
    robot.pass(milliseconds: 1500)
    for label in ["Turned left", "Turned right", "Turned on back", "Awake", "Looks asleep"] {
      #expect(robot.screen.contains("[\(label)]"))
    }
    #expect(!robot.screen.contains("[Suction]"))
    // Only the first has the focus colour, and the cursor.
    let (frame, focus) = (robot.layout.frame, robot.layout.focus)
    #expect(focus.label == "Turned left to Looks asleep" && focus.position == frame.cursor)
    let roles = (0..<frame.size.rows).flatMap { frame.row($0) }.filter { $0.role == .focus && $0.character != " " }
    #expect(String(roles.map(\.character)) == "[Turnedleft]")
  }

  @Test func `what it writes can be taken back by the first station after it, which then is passed over`() {
    let robot = Self.robot()
    robot.scan(line: "turn-left")
    #expect(robot.written == ["turned left"])
    #expect(robot.lit?.id == "out-undo" && robot.lit?.words.hasPrefix("Undo: ") == true)
    #expect(robot.screen.contains("Saved 02:15 turned left."))
    let taken = robot.copy()
    taken.scan(to: "out-undo")
    #expect(taken.written.isEmpty && taken.lit?.id == "line-moment")
    // Nobody presses: the loop goes on, and the next one begins as always.
    robot.pass(milliseconds: 1000 + 2 * 700 + 6 * 1500 + 100)
    #expect(robot.lit?.id == "line-moment")
  }

  @Test func `nothing moves or is worked on after three loops without a press`() {
    let robot = Self.robot()
    robot.pressSwitch()
    robot.pass(milliseconds: 3 * (5 * 1500 + 700))
    #expect(robot.app.scanning?.isResting == true && robot.app.scanDue == nil)
    let frame = robot.layout.frame
    robot.pass(milliseconds: 24 * 3_600_000)
    #expect(robot.layout.frame == frame)
  }

  @Test func `whoever presses another key has the focus, and the next press of the switch only goes on`() {
    let robot = Self.robot()
    robot.pressSwitch()
    robot.pass(milliseconds: 4000)
    robot.press("Down")
    #expect(robot.app.scanDue == nil, "\(robot.focus)\n\(robot.screen)")
    #expect(robot.focus == "Turned right" && robot.lit?.id == "line-moment")
    robot.press("k")
    #expect(robot.written == ["let sleep"])
    robot.pass(milliseconds: 1000)
    robot.pressSwitch()
    #expect(robot.written == ["let sleep"] && robot.focus == "Mark moment" && robot.app.scanDue != nil)
  }

  @Test func `a text typed on a keyboard takes Space as a letter, and scanning waits until it is left`() {
    let robot = Self.robot()
    robot.press("n")
    robot.type("a b")
    #expect(robot.scene.field?.text.text == "a b" && robot.app.scanning?.state == .off)
    robot.press("F2")
    robot.press("Esc")
    robot.press("Esc")
    #expect(robot.scene.name == "tonight" && robot.app.scanning?.isResting == true)
  }

  @Test func `a press too soon after another does nothing, and says so`() {
    let robot = Self.robot()
    robot.pressSwitch()
    robot.pass(milliseconds: 300)
    robot.pressSwitch()
    #expect(robot.written.isEmpty && robot.screen.contains("Pressed again too soon: not counted."))
  }

  @Test func `a switch that is held acts once, and says that it is held`() {
    let robot = Self.robot()
    robot.scan(line: "turn-left")
    for _ in 0..<200 {
      robot.pass(milliseconds: 33)
      robot.pressSwitch()
    }
    #expect(robot.written == ["turned left"] && robot.screen.contains("This key is being held down"))
    robot.pass(milliseconds: 5000)
    #expect(robot.app.scanning?.isResting == true && robot.written == ["turned left"])
  }

  @Test func `repeats that begin after the window propose a longer one, and to bring back what they took back`() {
    let robot = Self.robot()
    robot.scan(line: "turn-left")
    for pause in [1300, 30, 30, 30, 30] as [Int64] {
      robot.pass(milliseconds: pause)
      robot.pressSwitch()
    }
    #expect(robot.written.isEmpty && robot.lit?.words == "Held? Bring it back", "\(robot.screen)")
    #expect(robot.screen.contains("Held? To wait 1.4 s between presses is offered"), "\(robot.screen)")
    #expect(robot.app.record.plan.value(.switchIgnore) == nil)
    let brought = robot.copy()
    brought.scan(to: "out-redo")
    #expect(brought.written == ["turned left"])
    // Whoever chooses something else has answered.
    #expect(brought.station { $0.id == "longer-window" } == nil)
    #expect(robot.scan(to: "longer-window"))
    #expect(robot.app.record.plan.value(.switchIgnore) == "1400")
    #expect(robot.station { $0.id == "longer-window" } == nil)
  }

  @Test func `what another bedside writes moves no station`() {
    let robot = Self.robot()
    robot.pressSwitch()
    robot.pass(milliseconds: 4000)
    let lit = robot.lit
    var samples = Samples()
    robot.record.add(samples.event(.turn, [.side: .text("right")], at: "02:10"), to: .night(samples.night))
    robot.happen(.timedOut)
    #expect(robot.lit == lit && robot.screen.contains("turned right"))
  }

  @Test func `slower and faster change the time, say it and keep it`() {
    let robot = Self.robot()
    robot.scan(to: "out-slower")
    #expect(robot.app.record.plan.value(.scanStep) == "1730" && robot.screen.contains("1.73 s"))
    // One is seldom enough, so it stays there.
    robot.pass(milliseconds: 1100)
    #expect(robot.lit?.id == "out-slower")
    robot.scan(to: "out-slower")
    #expect(robot.app.record.plan.value(.scanStep) == "1990")
    robot.scan(to: "out-faster")
    robot.scan(to: "out-faster")
    #expect(robot.app.record.plan.value(.scanStep) == "1500")
  }

  @Test func `no press of the switch takes the switch away, and undo brings the way to press back`() {
    let robot = Self.robot()
    for label in ["More", "Plan", "Switches and scanning", "How you press", "Keyboard"] { robot.scan(label: label) }
    #expect(robot.app.record.plan.value(.input) == "keys" && robot.lit?.id == "out-undo")
    robot.scan(to: "out-undo")
    #expect(robot.app.record.plan.value(.input) == "one-switch" && robot.lit != nil)
    // Whoever presses a key has chosen for good.
    for label in ["How you press", "Keyboard"] { robot.scan(label: label) }
    robot.press("Down")
    #expect(robot.lit == nil)
  }

  @Test func `with two switches in blocks the first press after a keyboard chooses nothing`() {
    let robot = Self.robot(["input": "two-switches", "scan.blocks": "on"])
    robot.press("Down", "Down")
    robot.press("Space")
    #expect(robot.written.isEmpty && robot.focus == "Mark moment")
  }

  @Test func `pause rests until the next press`() {
    let robot = Self.robot()
    robot.scan(line: "pause")
    #expect(robot.app.scanning?.isResting == true && robot.written.isEmpty)
  }

  @Test func `the switch moves and staying chooses, where the plan says so`() {
    let robot = Self.robot(["scan.way": "dwell"])
    robot.pressSwitch()
    #expect(robot.lit?.id == "line-moment" && robot.written.isEmpty)
    robot.pass(milliseconds: 2000)
    #expect(robot.written == ["marked this moment"])
    // Nothing is chosen again before somebody presses.
    robot.pass(milliseconds: 60_000)
    #expect(robot.written == ["marked this moment"] && robot.app.scanDue == nil)
  }

  @Test func `where staying chooses, what another bedside took away is chosen neither once nor for ever`() {
    let robot = Self.robot(["scan.way": "dwell"])
    robot.press("Esc")
    robot.pass(milliseconds: 1000)
    for _ in 0..<2 {
      robot.pressSwitch()
      robot.pass(milliseconds: 500)
    }
    robot.happen(.timedOut)
    robot.pass(milliseconds: 600_000)
    #expect(robot.app.scanDue == nil)
  }

  @Test func `two switches go through blocks where the plan asks for them, without any time`() {
    let robot = Self.robot(["input": "two-switches", "scan.blocks": "on"])
    for _ in 0..<4 { robot.press("Tab") }
    #expect(robot.app.scanDue == nil && robot.screen.contains("[Suction"))
    robot.press("Space")
    #expect(robot.lit?.id.hasPrefix("line-") == true && robot.written.isEmpty)
  }

  @Test func `with two switches and time the second one leads out of a block, then back`() {
    let robot = Self.robot(["input": "two-switches", "scan.way": "auto"])
    robot.press("Space")
    robot.pass(milliseconds: 7000)
    robot.press("Space")
    robot.pass(milliseconds: 2000)
    let inBlock = robot.app.scanning?.place.path.count
    robot.press("Tab")
    #expect(inBlock == 1 && robot.app.scanning?.place.path.isEmpty == true)
    robot.pass(milliseconds: 2000)
    robot.press("Tab")
    #expect(robot.scene.name == "leaving")
  }

  @Test func `one who writes scans, and the next one has all keys again`() {
    let robot = Self.robot(["input": "keys", "for.MK.input": "one-switch", "people.MK": "Mara", "people.JD": "Jon"])
    #expect(robot.lit?.id == "line-moment")
    let other = Robot(robot.record, by: "JD")
    #expect(other.lit == nil && other.focus == "Mark moment")
  }

  @Test func `who scans finds the settings for themselves, and those of everybody`() {
    let robot = Self.robot()
    for label in ["More", "Plan", "Switches and scanning", "For MK alone", "Time on each line", "2 s"] {
      robot.scan(label: label)
    }
    #expect(robot.app.record.plan.value(Setting(.scanStep, for: "MK")) == "2000" && robot.lit != nil)
    #expect(robot.app.scanning?.timing[.step] == 2000 && robot.app.record.plan.value(.scanStep) == nil)
  }

  @Test func `two switches without blocks are Tab and Space, as ever`() {
    let robot = Self.robot(["input": "two-switches"])
    robot.press("Tab", "Tab")
    #expect(robot.app.scanning == nil && robot.focus == "Turned")
  }

  @Test func `the emergency card is the first station where the plan says so`() {
    let robot = Self.robot(["scan.card-first": "on"])
    #expect(robot.lit?.words == "Emergency card")
    robot.pressSwitch()
    robot.pass(milliseconds: 1000)
    robot.pressSwitch()
    #expect(robot.scene.name == "card")
  }

  @Test func `what stands nowhere on the screen is told in words`() {
    let robot = Self.robot()
    robot.scan(line: "more")
    for _ in 0..<40 where robot.lit?.id != "out-slower" {
      if robot.lit?.choices.contains(where: { $0.id == "out-slower" }) == true, robot.lit?.block.isEmpty == false {
        robot.pass(milliseconds: 800)
        robot.pressSwitch()
      }
      robot.pass(milliseconds: 1600)
    }
    #expect(robot.screen.contains("Scanning, 1.5 s: Slower"))
    #expect(robot.layout.focus.label == "Slower")
  }

  @Test(arguments: [[], ["more"], ["cramp"]] as [[String]], [(80, 24), (72, 20)])
  func `the way out of a block is told where the cursor is`(lines: [String], size: (Int, Int)) {
    let robot = Self.robot(columns: size.0, rows: size.1)
    for line in lines { robot.scan(line: line) }
    robot.pass(milliseconds: 2000)
    if robot.app.scanning?.isResting == true { robot.pressSwitch() }
    for _ in 0..<40 where robot.lit?.block.isEmpty != false { robot.pass(milliseconds: 500) }
    robot.pass(milliseconds: 400)
    robot.pressSwitch()
    for _ in 0..<40 where robot.lit?.id != "none-of-these" { robot.pass(milliseconds: 500) }
    #expect(robot.lit?.id == "none-of-these", "\(robot.screen)")
    let (frame, focus) = (robot.layout.frame, robot.layout.focus)
    #expect(frame.text(row: frame.cursor.row).contains("None of these"), "\(frame.cursor)\n\(robot.screen)")
    #expect(focus.position == frame.cursor && focus.label == "None of these")
  }

  @Test func `where a click chooses nothing nobody asks where it would`() {
    #expect(Self.robot().layout.shown.clickAreas.isEmpty)
    #expect(!Self.robot(["pointer": "click"]).layout.shown.clickAreas.isEmpty)
  }

  @Test func `a scan step does nothing but light what comes next`() {
    let robot = Self.robot(isFrozen: false)
    robot.pressSwitch()
    robot.pass(milliseconds: 3000)
    let before = (robot.record.reads, robot.layout.frame)
    robot.pass(milliseconds: 1500)
    let rows = (0..<24).filter { robot.layout.frame.row($0) != before.1.row($0) }
    #expect(robot.record.reads == before.0 && (1...6).contains(rows.count) && robot.written.isEmpty, "\(rows)")
  }
}
