import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

@Suite struct `A text field` {
  private let robot = Robot(by: "MK")

  private func cursor(_ robot: Robot) -> Position { robot.layout.frame.cursor }

  @Test(arguments: [(80, 24), (40, 12), (300, 100)])
  func `a long text wraps over the rows there are, and the cursor is behind its end`(columns: Int, rows: Int) {
    let robot = Robot(columns: columns, rows: rows)
    robot.press("n")
    let words = (1...40).map { "word\($0)" }
    robot.press(.paste(words.joined(separator: " ")))
    let shown = robot.screen.split { $0 == " " || $0 == "\n" }.map(String.init)
    let kept = columns < 80 ? Array(words.suffix(6)) : words
    #expect(kept.allSatisfy(shown.contains), "\(robot.screen)")
    let row = robot.layout.frame.text(row: cursor(robot).row)
    #expect(String(row.prefix(cursor(robot).column)).hasSuffix("word40"), "\(robot.screen)")
    robot.press("Home")
    #expect(
      robot.layout.frame.showsCursor && robot.screen.contains("[ word1 word2") && cursor(robot).column == 3,
      "\(robot.screen)")
  }

  @Test func `Up and Down go from row to row before they leave it`() {
    robot.press("n")
    robot.press(.paste(String(repeating: "abcdefghi ", count: 14) + "end"))
    let start = cursor(robot)
    robot.press("Up")
    #expect(cursor(robot).row == start.row - 1 && robot.scene.field?.isTyping == true)
    robot.press("Down")
    #expect(cursor(robot).row == start.row && robot.scene.field?.isTyping == true)
    robot.press("Down")
    #expect(robot.focus == "Save")
  }

  @Test func `Ctrl-A, E, U, W and K edit whole characters and words`() {
    let steps: [(keys: [Key], text: String, caret: Int)] = [
      ([.control("w")], "one ", 4), ([.control("w"), .control("w")], "", 0),
      ([.control("a"), .control("k")], "", 0), ([.left, .control("k")], "one 日", 5),
      ([.left, .control("u")], "e\u{301}", 0), ([.control("a"), .character("x"), .control("e")], "xone 日e\u{301}", 7),
      ([.home, .delete], "ne 日e\u{301}", 5), ([.character(" "), .control("w")], "one ", 4),
    ]
    for step in steps {
      var field = TextField("one 日e\u{301}", limit: 20)
      for key in step.keys {
        let edits = field.press(key)
        #expect(edits, "\(key)")
      }
      if step.keys == [.home, .delete] { _ = field.press(.end) }
      #expect(field.text == step.text && field.caret == step.caret, "\(step.keys): \(field)")
    }
  }

  @Test func `Tab walks Save, Empty it, the card, Back and comes round, and Shift-Tab is at Back at once`() {
    robot.press("n")
    robot.type("half")
    for label in ["Save", "Empty it", "Emergency card", "Back", "Note", "Save"] {
      robot.press("Tab")
      #expect(robot.focus == label)
    }
    robot.press("Shift-Tab")
    #expect(robot.focus == "Note" && robot.scene.field?.isTyping == true)
    robot.press("Shift-Tab")
    #expect(robot.focus == "Back")
    robot.press("Shift-Tab", "Enter")
    #expect(robot.scene.name == "card")
    robot.press("Esc")
    #expect(robot.focus == "Emergency card" && robot.scene.field?.text.text == "half")
  }

  @Test func `a draft says since when it waits, and can be thrown away`() {
    robot.press("n")
    robot.type("half")
    robot.press("Esc")
    robot.wait(minutes: 5)
    robot.press("n")
    #expect(robot.screen.contains("Not finished, from 02:15.") && robot.screen.contains("half"), "\(robot.screen)")
    robot.press("Tab", "Tab", "Enter")
    #expect(robot.scene.field?.text.text == "" && robot.scene.field?.isTyping == true)
    #expect(!robot.screen.contains("Not finished"))
    robot.press("Esc", "n")
    #expect(robot.scene.field?.text.text == "" && !robot.screen.contains("Not finished"))
    robot.happen(.ended)
    #expect(robot.written.isEmpty)
  }

  @Test func `what was gathered on Tonight and kept is a draft, and a line to mend is none`() {
    robot.press("n")
    #expect(!robot.screen.contains("Not finished"))
    robot.type("new")
    #expect(!robot.screen.contains("Not finished"))
  }

  @Test func `what may be typed and an example stay while one types, at every size with room for it`() {
    let ways: [[String]] = [["n"], [","], ["/"], ["x", "Up", "Enter"]]
    for (columns, rows) in [(80, 24), (40, 12)] {
      for way in ways {
        let robot = Robot(columns: columns, rows: rows)
        for key in way { robot.press(Key(key) ?? .enter) }
        robot.type("02")
        let help = robot.scene.field?.help ?? ""
        let start = TextWidth.wrapped(help, columns: columns - 2)[0].dropLast(3)
        #expect(!help.isEmpty && robot.screen.contains(start), "\(way): \(robot.screen)")
      }
    }
  }

  @Test func `digits type however the field was opened, and none is drawn`() {
    robot.press("g", "0")
    Checklists.open("Tonight's entries", robot)
    robot.choose("02:15  Cramp · MK")
    robot.press("6")
    robot.type("0 of 10 ml")
    #expect(robot.scene.field?.text.text == "0 of 10 ml" && !robot.screen.contains("1  Save"), "\(robot.screen)")
    robot.press("Tab")
    robot.type("9")
    #expect(robot.scene.field?.text.text == "0 of 10 ml9" && robot.scene.field?.isTyping == true)
  }

  @Test func `help opened from a field tells the keys of typing`() {
    robot.press("n", "F1")
    #expect(robot.scene.list.items.contains { $0.label == "Ctrl-W" })
    robot.press("Esc")
    #expect(robot.scene.field?.isTyping == true)
  }

  /// Text of every kind that is awkward: wide, combining, from right to left, joined, with long words and many spaces.
  private static let scraps = [
    "a", "日", "e\u{301}", "שלום", "مرحبا", " ", "   ", "👩‍👩‍👧", "\u{202E}", "\u{200B}", "wordwordwordword",
  ]

  @Test func `the rows are the text, none wider than the field, and the caret is among them`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let text = (0..<chance.number(in: 0...30)).map { _ in chance.one(of: Self.scraps) }.joined()
      var field = TextField(text, limit: 600)
      let columns = chance.number(in: 1...30)
      for _ in 0..<chance.number(in: 0...20) {
        _ = field.press(
          chance.one(of: [.left, .right, .home, .end, .backspace, .control("w"), .character("x"), .delete]))
        _ = field.moveRow(chance.one(of: [-1, 1]), columns: columns)
      }
      let (rows, caret) = field.rows(columns: columns)
      #expect(rows.joined() == field.text && rows.indices.contains(caret.row), "seed \(seed)")
      #expect(0..<columns ~= caret.column && 0...field.text.count ~= field.caret, "seed \(seed)")
      for row in rows where columns > 2 {
        let bare = row.hasSuffix(" ") ? String(row.dropLast()) : row
        #expect(TextWidth.columns(of: bare) < columns, "seed \(seed): \(row)")
      }
    }
  }

  @Test func `any keys, pastes and sizes while one types leave the cursor on the text and break nothing`() {
    let names = [
      "Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl-W", "Ctrl-U", "Up", "Down", "Tab", "Shift-Tab",
    ]
    let sizes = [(40, 12), (20, 5), (300, 100), (80, 24), (1, 1), (8, 3), (12, 6)]
    for seed in Property.seeds(share: 0.05) {
      var chance = Chance(seed: seed)
      let robot = Robot(by: "MK")
      robot.press(chance.one(of: ["n", ",", "/"]))
      for _ in 0..<20 {
        let (columns, rows) = chance.one(of: sizes)
        if chance.oneIn(2) { robot.size = Size(rows: rows, columns: columns) }
        switch chance.number(in: 0...3) {
        case 0:
          robot.press(.paste(String(repeating: chance.one(of: Self.scraps), count: chance.one(of: [1, 50, 10_000]))))
        case 1: robot.press(Key(chance.one(of: names)) ?? .home)
        default: for character in chance.one(of: Self.scraps) { robot.press(.character(character)) }
        }
        let frame = robot.layout.frame
        #expect(frame.cursor.row < frame.size.rows && frame.cursor.column < frame.size.columns, "seed \(seed)")
        guard let field = robot.scene.field else { continue }
        #expect(field.text.text.count <= field.text.limit, "seed \(seed)")
        #expect(!field.isTyping || frame.showsCursor, "seed \(seed)")
      }
    }
  }
}

@Suite struct `Proposals beside a field` {
  private func robot(input: String? = nil, at time: String = "02:15") -> Robot {
    var samples = Samples()
    return Robot(MemoryRecord(plan: input.map { [samples.setting("input", $0)] } ?? []), at: time, by: "MK")
  }

  private func openWhen(_ robot: Robot) {
    robot.press("g", "0")
    robot.choose("Tonight's entries")
    robot.press("Enter")
    robot.choose("When")
  }

  @Test func `0155 on the page that says when is the time, not the grade 5 and not a line`() {
    let robot = robot()
    openWhen(robot)
    #expect(robot.scene.name == "time" && robot.scene.field?.isTyping == true)
    robot.type("0155")
    #expect(robot.screen.contains("reads as: Mon 23 Nov 01:55"), "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.items.first?.at.time == ClockTime(hour: 1, minute: 55) && robot.written == ["Cramp"])
    #expect(robot.scene.name == "entry", "\(robot.screen)")
  }

  @Test func `Down goes to what is proposed, which has no digits, and choosing it leaves the page where it did`() {
    let robot = robot()
    openWhen(robot)
    #expect(!robot.screen.contains("1  5 min earlier") && robot.screen.contains("5 min earlier"), "\(robot.screen)")
    robot.press("Down", "Enter", "Enter")
    #expect(robot.items.first?.at.time == ClockTime(hour: 2, minute: 5))
    #expect(robot.focus == "5 min earlier")
    robot.press("Esc")
    #expect(robot.scene.name == "entry", "one press leaves the field and its page")
    robot.choose("Where on the body")
    #expect(robot.scene.field?.isTyping == true)
    robot.choose("Left calf")
    #expect(robot.written == ["Cramp, left calf"] && robot.scene.name == "entry", "\(robot.screen)")
    robot.choose("Where on the body")
    robot.type("hip")
    robot.press("Enter")
    #expect(robot.written == ["Cramp, hip"] && robot.scene.name == "entry", "\(robot.screen)")
  }

  @Test func `a setting, a date and a search are typed at once, or chosen below`() {
    let robot = robot()
    for label in ["Plan", "Turning", "Minutes between turns"] { robot.choose(label) }
    robot.type("200")
    robot.press("Enter")
    #expect(robot.screen.contains("200 min") && robot.scene.name == "plan-turning", "\(robot.scene.name)")
    robot.choose("Minutes between turns")
    robot.press("Down", "Enter")
    #expect(!robot.screen.contains("200 min") && robot.scene.name == "plan-turning", "\(robot.screen)")
    robot.goHome()
    robot.choose("Past nights")
    robot.choose("Go to a date")
    #expect(robot.scene.name == "years" && robot.scene.field?.isTyping == true)
    robot.choose("2026")
    #expect(robot.scene.name == "months")
    robot.press("Esc", "Esc")
    robot.choose("Search")
    robot.type("cramp")
    robot.press("Enter")
    #expect(robot.scene.name == "found", "\(robot.screen)")
  }

  @Test(arguments: ["arrows", "two-switches"])
  func `with few keys it is a list with digits, and nothing types`(input: String) {
    let robot = robot(input: input)
    openWhen(robot)
    #expect(robot.scene.name == "time" && robot.scene.field == nil)
    robot.press("1")
    #expect(robot.items.first?.at.time == ClockTime(hour: 2, minute: 10))
    robot.choose("Type the time")
    for line in ["Choose the hour", "hour of 01:00", "at 01:45", "Save"] { robot.choose(line) }
    #expect(robot.items.first?.at.time == ClockTime(hour: 1, minute: 45))
  }

  @Test(arguments: [("1", "02:10"), ("0155", "01:55"), ("01:50", "01:50"), ("10 min ago", "02:05")])
  func `in lines a single digit picks, and a time has three digits, a colon or a word`(line: String, time: String) {
    let robot = robot()
    robot.press("g", "0")
    let record = robot.record
    let second = Robot(record, by: "MK")
    second.choose("Tonight's entries")
    let entry = (second.scene.list.items.firstIndex { $0.label == "02:15  Cramp · MK" } ?? 0) + 1
    second.choose("02:15  Cramp · MK")
    let when = (second.scene.list.items.firstIndex { $0.label == "When" } ?? 0) + 1
    var input = (Robot(record, by: "MK").lineWay(to: "Tonight's entries") + ["\(entry)", "\(when)", line, "quit"])[...]
    var told = ""
    var lines = LineMode(
      Robot(record, by: "MK").app, in: Robot(record, by: "MK").world, read: { input.popFirst() }, write: { told += $0 })
    _ = lines.run()
    #expect(record.items(of: Samples().night).first?.at.time.description == time, "\(told)")
  }
}
