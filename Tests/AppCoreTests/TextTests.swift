import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@MainActor @Suite struct `Typing a note` {
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
    robot.press("x", "Up", "Enter")
    robot.type("Bac")
    robot.happen(.ended)
    #expect(robot.items.isEmpty)
  }

  @Test func `a number that does not fit is refused with what fits, and stays to be mended`() {
    robot.press("g", "0", "9", "9", "9")
    let last = robot.record.items(of: Samples().night)
    #expect(last.count == 1)
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
    let fitted = field.insert("abcd")
    #expect(!fitted && field.text == "abc")
    let accented = field.insert("\u{301}")
    #expect(accented, "an accent takes no room")
  }

  @Test func `the caret is always in the part of a long text that shows`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      var field = TextField(
        String(repeating: chance.one(of: ["a", "日", "é"]), count: chance.number(in: 0...40)), limit: 60)
      for _ in 0..<chance.number(in: 0...50) { _ = field.press(chance.one(of: [.left, .right, .home, .end])) }
      let columns = chance.number(in: 1...30)
      let window = field.window(columns: columns)
      #expect(window.caret >= 0 && window.caret < columns, "seed \(seed)")
    }
  }
}
