import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The glance view` {
  /// A robot on the golden night, with the view coming after some minutes.
  private func robot(after minutes: String = "5", _ columns: Int = 80, _ rows: Int = 24) -> Robot {
    var samples = Samples(writer: "glance00")
    let record = GoldenRecord.night()
    record.add(samples.setting("glance", minutes), to: .plan)
    return Robot(record, columns: columns, rows: rows, by: "MK", isFrozen: false)
  }

  private func resting(_ columns: Int = 80, _ rows: Int = 24) -> Robot {
    let robot = robot(columns, rows)
    robot.wait(minutes: 6)
    return robot
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40)])
  func `as it looks`(columns: Int, rows: Int) {
    expectScreen(resting(columns, rows).layout.frame, "glance-\(columns)x\(rows)")
  }

  @Test func `as it looks where only ASCII shows, and with nothing written`() {
    let robot = resting()
    robot.isASCII = true
    expectScreen(robot.layout.frame, "glance-ascii")
    let empty = Robot(MemoryRecord(plan: [.init(glance: "1")]), isFrozen: false)
    empty.wait(minutes: 2)
    expectScreen(empty.layout.frame, "glance-empty")
  }

  @Test func `it comes after so many minutes without a key, and by itself never`() {
    let robot = robot(after: "2")
    robot.press("Down")
    robot.wait(minutes: 1)
    #expect(robot.scene.name == "tonight")
    robot.press("Down")
    robot.wait(minutes: 1)
    #expect(robot.scene.name == "tonight")
    robot.wait(minutes: 1)
    #expect(robot.scene.name == "glance")
    for setting in ["off", ""] {
      let other = self.robot(after: setting)
      other.wait(minutes: 120)
      #expect(other.scene.name == "tonight")
    }
  }

  @Test(arguments: [
    ("l", "turned left"), ("m", "mask on"), ("g", "Cramp"), ("k", "let sleep"), ("L", "turned left"),
  ])
  func `a key that logs wakes it and logs at once, from whatever screen lies below`(key: String, words: String) {
    for path in [[], ["Guide"], ["Past nights"], ["Bedtime"]] {
      let robot = robot()
      for label in path { robot.choose(label) }
      robot.wait(minutes: 6)
      let before = robot.items.count
      robot.press(key)
      #expect(["tonight", "question"].contains(robot.scene.name))
      #expect(robot.items.count == before + 1 && robot.written.contains(words), "\(path)")
      #expect(robot.app.statusWords.contains("Saved"))
    }
  }

  @Test func `e and F2 show the card, n and x ask, and every other key only wakes it`() {
    for (key, screen) in [("e", "card"), ("F2", "card"), ("n", "text"), ("x", "medicines")] {
      let robot = resting()
      robot.press(key)
      #expect(robot.scene.name == screen)
    }
    let keys = [
      "Enter", "Space", "Down", "Tab", "Esc", "1", "9", "0", "u", "y", "-", "=", "?", "i", "q", "日", "Ctrl-C",
    ]
    for key in keys {
      let robot = robot()
      robot.press("Down")
      let (focus, count) = (robot.focus, robot.items.count)
      robot.wait(minutes: 6)
      #expect(robot.scene.name == "glance")
      robot.press(key)
      #expect(robot.scene.name == "tonight" && robot.focus == focus && robot.items.count == count, "\(key)")
    }
  }

  @Test func `held, a key wakes it and does no more`() {
    let robot = resting()
    let count = robot.items.count
    robot.pace = 33
    for _ in 0..<90 { robot.press("Enter") }
    #expect(robot.items.count == count && robot.scene.name == "tonight")
  }

  @Test func `it covers an open question, which stands there again after any key`() {
    let robot = robot()
    robot.press("g")
    robot.wait(minutes: 60)
    #expect(robot.scene.name == "glance")
    robot.press("Down")
    #expect(robot.scene.name == "question" && robot.screen.contains("How bad?"), "\(robot.screen)")
    robot.press("6")
    #expect(robot.written.last == "Cramp 6", "\(robot.written)")
  }

  @Test func `it never covers a text, what is not saved, or the card`() {
    for keys in [["n", "a"], ["n", "F1"], ["e"], ["Ctrl-C"]] {
      let robot = robot()
      for key in keys { robot.press(key) }
      let name = robot.scene.name
      robot.wait(minutes: 60)
      #expect(robot.scene.name == name)
    }
    let robot = robot()
    robot.record.disk = .refuses
    robot.press("l")
    robot.wait(minutes: 60)
    #expect(robot.screen.contains("NOT SAVED"))
    robot.record.disk = .works
    robot.press("m")
    robot.wait(minutes: 6)
    #expect(robot.scene.name == "glance")
  }

  @Test func `it tells what was written and nothing else, and follows the minute with a few cells`() {
    let robot = resting()
    let before = robot.layout.frame
    robot.wait(minutes: 1)
    let after = robot.layout.frame
    let changed = zip(before.cells, after.cells).count { $0 != $1 }
    #expect(changed > 0 && changed < 40)
    #expect(robot.screen.contains("turned 23:10 left (3 h 12)"))
    for word in ["over", "late", "Suction", "suction", "?"] { #expect(!robot.screen.contains(word)) }
    #expect(robot.layout.focus.screen == "glance" && robot.layout.focus.label.hasPrefix("turned"))
  }

  @Test(arguments: [(1, 1), (2, 3), (5, 8), (9, 30), (60, 200)])
  func `it draws at every size, the cursor within`(rows: Int, columns: Int) {
    let robot = resting(columns, rows)
    let frame = robot.layout.frame
    #expect(robot.scene.name == "glance")
    #expect(frame.cursor.row < rows && frame.cursor.column < columns)
    // At the smallest sizes the clock has no room, but a cell of something always has.
    #expect(frame.cells.contains { $0.character != " " })
    if rows >= 5, columns >= 8 {
      #expect(robot.screen.contains("█") || robot.screen.contains("02:2"), "\(robot.screen)")
      #expect(columns < 30 || robot.screen.contains("turned 23:10"), "\(robot.screen)")
    }
  }

  @Test func `in lines there is none`() {
    let record = MemoryRecord(plan: [.init(glance: "1")])
    let robot = Robot(record, isFrozen: false)
    var told = ""
    var lines = Array(repeating: "", count: 5)
    var mode = LineMode(
      robot.app, in: robot.world,
      read: {
        robot.wait(minutes: 3)
        return lines.popLast()
      }, write: { told += $0 })
    let left = mode.run()
    #expect(left.scene().name == "tonight" && !told.contains("█"))
  }

  @Test func `what was chosen for the session is still chosen once a key has woken it`() {
    let robot = robot()
    robot.choose("Past nights")
    robot.choose("Trends")
    robot.choose("How many nights")
    robot.choose("90 nights")
    robot.wait(minutes: 6)
    robot.press("l")
    robot.goHome()
    robot.choose("Past nights")
    robot.choose("Trends")
    #expect(robot.screen.contains("Trends: 90 nights"), "\(robot.screen)")
  }
}

extension Entry {
  /// The setting that brings the view after some minutes.
  fileprivate init(glance minutes: String) {
    var samples = Samples(writer: "glance00")
    self = samples.setting("glance", minutes)
  }
}
