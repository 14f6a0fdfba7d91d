import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Typing a note` {
  private let robot = Robot()

  @Test func `letters of every script are kept as typed`() {
    robot.press("g", "6", "n")
    robot.type("é 日本 e\u{301}")
    robot.press("Enter")
    #expect(robot.written == ["Cramp 6, é 日本 e\u{301}"])
  }

  @Test func `keys that write entries elsewhere only type here`() {
    robot.press("n")
    robot.type("tlrbu0123?")
    robot.press("Enter")
    #expect(robot.written == ["note: tlrbu0123?"])
  }

  @Test func `a text that was left is there when one comes back`() {
    robot.press("n")
    robot.type("half")
    robot.press("Esc")
    #expect(robot.items.isEmpty)
    robot.press("n")
    #expect(robot.screen.contains("half"))
    robot.type(" done")
    robot.press("Enter")
    #expect(robot.written == ["note: half done"])
  }

  @Test func `a note that was begun is saved when the terminal goes away`() {
    robot.press("n")
    robot.type("half")
    robot.happen(.ended)
    #expect(robot.app.isOver)
    #expect(robot.written == ["note: half"])
  }

  @Test func `the name of a medicine that was begun is not logged when the terminal goes away`() {
    robot.press("x", "End", "Enter")
    robot.type("Bac")
    robot.happen(.ended)
    #expect(robot.items.isEmpty)
  }

  @Test(arguments: ["Ctrl-C", "F1", "F2"])
  func `what was typed is saved when one leaves from a screen on top of the field`(key: String) {
    robot.press("n")
    robot.type("half a note")
    robot.press(key)
    robot.happen(.ended)
    #expect(robot.written == ["note: half a note"])
  }

  @Test func `a note begun on an old entry is saved on leaving`() {
    var old = Samples(writer: "w", night: "2026-11-17")
    let robot = Robot(MemoryRecord(nights: [old.night: [old.event(.turn, at: "23:10")]]))
    Checklists.open("Past nights", robot)
    robot.press("End", "Enter", "3", "6")
    robot.type("was restless")
    robot.press("Esc", "Esc", "Esc", "Esc", "Ctrl-C")
    #expect(robot.screen.contains("A note that was begun will be written down"))
    robot.press("2")
    #expect(robot.record.items(of: old.night).map { $0.words(.standard) } == ["turned, was restless"])
  }

  @Test func `a note begun on an entry that is then taken back is a note of its own`() {
    robot.press("g", "0", "n")
    robot.type("abc")
    robot.press("Esc", "u", "Ctrl-C", "2")
    #expect(robot.written == ["note: abc"])
    let other = Robot()
    other.press("g", "0", "n")
    other.type("abc")
    other.press("Tab")
    other.record.retract(other.items[0])
    other.happen(.timedOut)
    other.press("Enter")
    #expect(other.written == ["note: abc"])
  }

  @Test func `a note belongs to the night it was begun in`() {
    robot.now = Samples().moment("11:50")
    robot.press("n")
    robot.type("late morning")
    robot.now = Samples(night: "2026-11-23").moment("12:10")
    robot.happen(.ended)
    #expect(robot.written == ["note: late morning"])
  }

  @Test func `a text that is refused stays to be mended`() {
    robot.press("g", "0")
    Checklists.open("Tonight's entries", robot)
    robot.press("Right", "5")
    for character in "1441" { robot.press(.character(character)) }
    robot.press("Enter")
    #expect(robot.screen.contains("0 to 1440") && robot.screen.contains("1441"))
  }

  @Test func `a Space and then Enter at once saves, and the key that opened a text does not type when held`() {
    robot.press("n")
    robot.pace = 33
    for _ in 0..<20 { robot.press("n") }
    robot.pace = 1000
    robot.type("no")
    robot.pace = 33
    robot.press("Space", "Enter")
    #expect(robot.written == ["note: no "])
  }

  @Test func `a held Enter opens a text once and does not close it again`() {
    robot.press("x", "End")
    robot.pace = 500
    robot.press("Enter", "Enter")
    robot.pace = 30
    for _ in 0..<30 { robot.press("Enter") }
    #expect(robot.scene.name == "text")
  }

  @Test func `with few keys digits pick the lines of a field, a letter begins to type, and 0 goes back`() {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("input", "arrows")]))
    robot.press("g", "0")
    Checklists.open("Tonight's entries", robot)
    robot.press("2", "9", "1")
    robot.type("warm, 10 ml")
    robot.press("Enter")
    #expect(robot.written == ["Cramp, warm, 10 ml"])
    robot.wait(minutes: 1)
    robot.press("1")
    #expect(robot.scene.name == "text" && robot.scene.field?.text.text == "warm, 10 ml")
    robot.press("0")
    #expect(robot.scene.name == "entry" && robot.written == ["Cramp, warm, 10 ml"], "\(robot.screen)")
  }

  @Test func `a text that leads somewhere says so, in the line as in the row of keys`() {
    robot.choose("Past nights")
    robot.press("g")
    #expect(robot.shows("Go") && !robot.shows("Save") && robot.screen.contains("Enter go "))
    robot.press("Esc", "/")
    #expect(robot.shows("Search") && !robot.shows("Save"), "\(robot.screen)")
  }

  @Test func `where there is little room the way back and what a key does can be read`() {
    let robot = Robot(columns: 40, rows: 12)
    func keys() -> String {
      robot.screen.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
    #expect(keys() == " ? help  u undo  e card  0 leave")
    robot.press("?")
    let scene = robot.scene
    for item in scene.list.items.dropLast() {
      let shown = robot.screen.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
      #expect(shown.contains(item.detail), "\(item.detail)")
      robot.press("Down")
    }
    robot.press("Esc", "n")
    #expect(keys().hasPrefix(" Enter save  Esc back"))
  }

  @Test func `a paste that is too long is cut, and that is said`() {
    robot.press("n")
    robot.press(.paste(String(repeating: "x", count: 2500)))
    #expect(robot.screen.contains("Only 2000 characters fit"))
    robot.press("Enter")
    #expect(robot.items.first?.details.text(.note)?.count == 2000)
  }

  @Test func `editing keys move and remove whole characters`() {
    var field = TextField("ae\u{301}日", limit: 10)
    for key in [Key.left, .backspace, .home, .character("x"), .end, .delete, .character("!")] { _ = field.press(key) }
    #expect(field.text == "xa日!")
    #expect(field.caret == 4)
  }

  @Test func `a field never holds more than fits`() {
    var field = TextField(limit: 3)
    field.insert("ab")
    #expect(!field.isOverfull)
    field.insert("cd")
    #expect(field.isOverfull && field.text == "abc")
    field.insert("\u{301}")
    #expect(field.text == "abc\u{301}", "an accent takes no room")
  }
}
