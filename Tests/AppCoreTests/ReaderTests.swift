import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

/// What a screen reader and a braille line get of the full screen: they say the row the cursor comes to, and every row in
/// which a character changes.
@Suite struct `With a screen reader or a braille line` {
  private static func robot(
    _ settings: [String: String] = [:], columns: Int = 80, rows: Int = 24, isFrozen: Bool = true
  ) -> Robot {
    var samples = Samples(writer: "reader00")
    let record = GoldenRecord.night()
    for (key, value) in [("reader", "on")] + settings.sorted(by: { $0.key < $1.key }).map({ ($0.key, $0.value) }) {
      record.add(samples.setting(key, value), to: .plan)
    }
    return Robot(record, columns: columns, rows: rows, by: "MK", isFrozen: isFrozen)
  }

  /// The rows of a frame in which a cell is another than before, and those in which a character is.
  private func changes(_ before: Frame, _ after: Frame) -> (rows: [Int], words: [Int]) {
    let rows = (0..<after.size.rows).filter { before.row($0) != after.row($0) }
    return (rows, rows.filter { before.row($0).map(\.character) != after.row($0).map(\.character) })
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40)])
  func `as Tonight looks`(columns: Int, rows: Int) {
    let robot = Self.robot(columns: columns, rows: rows)
    expectScreen(robot.layout.frame, "reader-\(columns)x\(rows)")
    robot.press("t")
    expectScreen(robot.layout.frame, "reader-asked-\(columns)x\(rows)")
  }

  @Test func `on every screen a move changes the two lines, in attributes alone`() async {
    var moves = 0
    for (name, found) in await Crawl.of(.reader).screens where !name.hasPrefix("switch-") {
      let robot = found.copy()
      // What was said for one key is over.
      robot.press("Down")
      for _ in 0..<min(robot.scene.list.count + 4, 30) {
        let before = robot.layout
        robot.press("Down")
        let after = robot.layout
        guard before.shown.page == after.shown.page, before.shown.offset == after.shown.offset,
          after.shown.scene.name == name, after.shown.scene.field?.isTyping != true,
          before.shown.scene.field?.isTyping != true
        else { continue }
        let (rows, words) = changes(before.frame, after.frame)
        #expect(words.isEmpty, "\(name): \(after.focus.label)\n\(robot.screen)")
        let lines = Set([before.focus.position.row, after.focus.position.row])
        #expect(Set(rows).isSubset(of: lines), "\(name): \(after.focus.label)")
        if before.focus.focus != after.focus.focus { #expect(!rows.isEmpty, "\(name): \(after.focus.label)") }
        moves += rows.isEmpty ? 0 : 1
      }
    }
    #expect(moves > 300, "\(moves)")
  }

  @Test func `on every screen hours that pass change no cell`() async {
    // A time that is typed ahead of the clock is said to be so until it comes.
    for (name, found) in await Crawl.of(.reader).screens where !name.hasPrefix("switch-") && name != "moving" {
      let robot = found.copy()
      robot.wait(minutes: 1)
      let before = robot.layout.frame
      robot.wait(minutes: 61)
      #expect(robot.layout.frame == before, "\(name)\n\(robot.screen)")
    }
  }

  @Test func `without it a move changes characters, and a minute cells`() {
    let robot = Robot(GoldenRecord.night(), by: "MK", isFrozen: false)
    let before = robot.layout.frame
    robot.press("Down")
    let moved = robot.layout.frame
    #expect(!changes(before, moved).words.isEmpty)
    robot.wait(minutes: 1)
    #expect(robot.layout.frame != moved && robot.screen.contains("02:16"))
  }

  @Test func `the golden night stands still as well, also after a save, and the large clock does not come`() {
    let robot = Self.robot(["glance": "1"], isFrozen: false)
    robot.press("s", "0", "x")
    robot.press("Esc")
    robot.press("Down")
    let before = robot.layout.frame
    robot.wait(minutes: 63)
    #expect(robot.layout.frame == before, "\(robot.screen)")
    #expect(!before.text(row: 0).contains(":") && robot.scene.name == "tonight")
  }

  @Test func `every screen has one column, and the same can be reached as without`() async {
    async let reader = Crawl.of(.reader)
    let (usual, read) = await (Crawl.of(.keyboard), reader)
    #expect(Set(usual.screens.keys) == Set(read.screens.keys))
    // A text has as many rows as are left.
    let differing = usual.reached.symmetricDifference(read.reached).filter { !$0.hasPrefix("read-on") }
    #expect(differing.isEmpty, "\(differing.sorted())")
    for (name, found) in read.screens { #expect(found.copy().layout.shown.table.count < 2, "\(name)") }
    let nights = Self.robot(columns: 120)
    nights.choose("Past nights")
    nights.rest(milliseconds: 400)
    #expect(nights.scene.name == "past-nights" && nights.scene.besideColumns == 0, "\(nights.scene.name)")
  }

  @Test func `a notice and what is said in three rows move no line of a list`() {
    for rows in [10, 16, 24, 40] {
      let robot = Self.robot(rows: rows)
      robot.choose("Bedtime")
      robot.press("Home")
      let place = robot.layout.focus.position
      robot.record.disk = .refuses
      robot.press("Down", "Enter", "Home")
      #expect(robot.scene.name == "checklist-bedtime" && robot.screen.contains("NOT SAVED"), "\(robot.screen)")
      #expect(robot.layout.focus.position == place, "\(rows): \(robot.screen)")
      robot.record.disk = .works
      robot.press("u")
      robot.press("Home")
      #expect(!robot.screen.contains("NOT SAVED") && robot.layout.focus.position == place, "\(rows): \(robot.screen)")
    }
  }

  @Test func `one who writes has it alone`() {
    let settings = ["reader": "off", "for.MK.reader": "on", "people.JD": "Jon"]
    let robot = Self.robot(settings)
    #expect(robot.layout.shown.scene.isRead && !robot.screen.contains("["), "\(robot.screen)")
    let other = Robot(robot.record, by: "JD")
    #expect(!other.layout.shown.scene.isRead && other.screen.contains("[Mark moment]"), "\(other.screen)")
    let sighted = Self.robot(["for.MK.reader": "off"])
    #expect(!sighted.layout.shown.scene.isRead)
  }

  @Test func `scanning marks a block by attributes alone`() {
    let robot = Self.robot(["input": "one-switch"])
    robot.pressSwitch()
    for _ in 0..<8 {
      robot.pass(milliseconds: 2300)
      #expect(!robot.screen.contains("["), "\(robot.screen)")
    }
  }
}

/// The cursor stands on what was said for one key, for everybody: nobody has to say first that a screen reader runs.
@Suite struct `Where the cursor is` {
  /// The row of the cursor from there on.
  private func atCursor(_ robot: Robot) -> String {
    let frame = robot.layout.frame
    return String(frame.row(frame.cursor.row).dropFirst(frame.cursor.column).map(\.character))
  }

  private func isOnFocus(_ robot: Robot) -> Bool {
    robot.layout.focus.said == nil && atCursor(robot).hasPrefix(robot.focus.prefix(12))
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40)])
  func `after a save and an undo it is on what was said, and with the next key on the focus`(columns: Int, rows: Int) {
    let robot = Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
    #expect(isOnFocus(robot))
    robot.press("k")
    #expect(atCursor(robot).hasPrefix("Saved 02:15 let sleep"), "\(robot.screen)")
    #expect(robot.layout.focus.said?.hasPrefix("Saved 02:15") == true)
    #expect(robot.layout.focus.position == robot.layout.frame.cursor)
    robot.happen(.filesChanged)
    robot.wait(minutes: 1)
    #expect(atCursor(robot).hasPrefix("Saved 02:15"), "nobody pressed a key")
    robot.press("Down")
    #expect(isOnFocus(robot), "\(robot.screen)")
    robot.press("u")
    #expect(atCursor(robot).hasPrefix("Taken back:"), "\(robot.screen)")
    robot.press("Up")
    #expect(isOnFocus(robot))
    robot.press("y")
    #expect(robot.layout.focus.said != nil)
    robot.press("Esc", "Esc")
    #expect(isOnFocus(robot))
  }

  @Test func `on other screens as well, and where text is typed it stays there`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.choose("Bedtime")
    #expect(isOnFocus(robot))
    robot.press("Enter")
    #expect(atCursor(robot).hasPrefix("Saved 02:15"), "\(robot.screen)")
    robot.press("Down")
    #expect(isOnFocus(robot), "\(robot.screen)")
    robot.goHome()
    robot.press("k", "n")
    #expect(robot.layout.focus.focus == "typing" && robot.layout.focus.said == nil && robot.layout.frame.showsCursor)
  }

  @Test(arguments: [(80, 24), (40, 12), (80, 8)])
  func `what could not be saved comes first, and blocks no key`(columns: Int, rows: Int) {
    let robot = Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
    robot.record.disk = .refuses
    robot.press("t")
    #expect(atCursor(robot).hasPrefix("NOT SAVED: 2026-11-23 02:15 turned"), "\(robot.screen)")
    robot.press("m")
    #expect(atCursor(robot).hasPrefix("NOT SAVED:") && robot.app.unsaved.count == 2)
    robot.press("Down")
    #expect(isOnFocus(robot), "\(robot.screen)")
    #expect(robot.screen.contains("NOT SAVED"))
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `a question is gone to, which names what was saved`(columns: Int, rows: Int) {
    let robot = Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
    robot.press("t")
    #expect(atCursor(robot).hasPrefix("To which side? 02:15 turned"), "\(robot.screen)")
    robot.press("Down")
    #expect(isOnFocus(robot), "\(robot.screen)")
    robot.press("Esc")
    robot.press("g", "1", "0")
    #expect(atCursor(robot).hasPrefix("1 or 10?"), "\(robot.screen)")
  }

  @Test func `a key that is held leaves it where the press put it`() {
    let robot = Robot(GoldenRecord.night(), by: "MK", isFrozen: false)
    robot.press("k")
    robot.pace = 500
    robot.press("k")
    robot.pace = 33
    for _ in 0..<20 { robot.press("k") }
    #expect(robot.written.count { $0 == "let sleep" } == 1)
    #expect(atCursor(robot).hasPrefix("Saved 02:15 let sleep"), "\(robot.screen)")
  }

  @Test func `half a click and one that came too soon leave it where it is`() {
    var samples = Samples(writer: "pointer0")
    let record = GoldenRecord.night()
    record.add(samples.setting("pointer", "click"), to: .plan)
    let robot = Robot(record, by: "MK", isFrozen: false)
    robot.press("k")
    robot.press(.pointer(Key.Pointer(.left, position: Position(row: 1, column: 1), isPress: true)))
    #expect(atCursor(robot).hasPrefix("Saved 02:15 let sleep"), "\(robot.screen)")
    let more = robot.layout.shown.clickAreas.first { robot.layout.shown.item(of: $0)?.label == "More" }
    robot.click(more?.middle ?? Position(row: 0, column: 0))
    #expect(robot.screen.contains("More, 1") && isOnFocus(robot), "\(robot.screen)")
  }

  @Test func `while scanning it goes on to what is lit after the pause`() {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("input", "one-switch")]), by: "MK")
    robot.scan(line: "turn-left")
    #expect(robot.layout.focus.said?.hasPrefix("Saved 02:15 turned left") == true, "\(robot.screen)")
    robot.pass(milliseconds: 900)
    #expect(robot.layout.focus.said != nil)
    robot.pass(milliseconds: 200)
    #expect(robot.layout.focus.said == nil && robot.screen.contains("Saved 02:15 turned left"))
    #expect(atCursor(robot).hasPrefix(robot.focus.prefix(4)), "\(robot.focus) \(robot.screen)")
  }
}

@Suite struct `What is said twice in a row` {
  @Test func `ends with again, so that a row changes`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.press("k")
    #expect(robot.app.statusWords == "Saved 02:15 let sleep.")
    robot.press("k")
    #expect(robot.app.statusWords == "Saved 02:15 let sleep, again.")
    robot.press("k")
    #expect(robot.app.statusWords == "Saved 02:15 let sleep, again (3).")
    robot.press("Up")
    #expect(robot.app.statusWords == "Saved 02:15 let sleep, again (3).", "a move changes no words")
    robot.press("k")
    #expect(robot.app.statusWords == "Saved 02:15 let sleep, again (4).", "the row would stay as it is")
    robot.press("m")
    #expect(robot.app.statusWords == "Saved 02:15 mask on.")
    robot.press("k")
    #expect(robot.app.statusWords == "Saved 02:15 let sleep.")
  }

  @Test func `behind several sentences it is one of its own, and a refusal and a question have it too`() {
    let robot = Robot(by: "MK")
    robot.press("u", "u")
    #expect(robot.app.statusWords == "There is nothing to take back; nothing was changed, again.")
    let asked = Robot(GoldenRecord.night(), by: "MK")
    asked.press("t")
    let first = asked.screen
    #expect(!first.contains("again"))
    asked.press("t")
    #expect(asked.screen.contains("To which side? 02:15 turned, again"), "\(asked.screen)")
    #expect(asked.screen.contains("Saved 02:15 turned, again."))
    asked.press("h", "1")
    let said = asked.app.statusWords
    #expect(said.contains("e: emergency card.") && !said.contains("gain"), "\(said)")
  }

  @Test(arguments: [nil, "on"])
  func `however many keys moved between, the row that is said changes`(reader: String?) {
    var samples = Samples(writer: "reader00")
    let record = GoldenRecord.night()
    if let reader { record.add(samples.setting("reader", reader), to: .plan) }
    for places in [[], ["Bedtime"]] {
      let robot = Robot(record, by: "MK")
      for label in places { robot.choose(label) }
      var said = robot.layout.frame
      for _ in 0..<3 {
        for key in ["k", "Down", "Down", "Up"] {
          robot.press(key)
          guard key == "k" else { continue }
          let frame = robot.layout.frame
          #expect(frame.row(frame.cursor.row) != said.row(frame.cursor.row), "\(robot.screen)")
        }
        said = robot.layout.frame
      }
    }
  }

  @Test func `what is kept aside twice is told to be so again, where the cursor goes`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.record.disk = .keepsBeside
    robot.press("k")
    let first = robot.layout.focus.said
    robot.press("Down", "k")
    let second = robot.layout.focus.said
    #expect(first?.hasPrefix("NOT IN THE RECORD YET: 2026-11-23 02:15 let sleep") == true, "\(robot.screen)")
    #expect(second?.hasPrefix("NOT IN THE RECORD YET, again: 2026-11-23 02:15 let sleep") == true, "\(robot.screen)")
  }

  @Test func `a minute later it says so as well, and a held key says it once`() {
    let robot = Robot(GoldenRecord.night(), by: "MK", isFrozen: false)
    robot.press("k")
    robot.wait(minutes: 1)
    robot.press("k")
    #expect(robot.app.statusWords == "Saved 02:16 let sleep.")
    robot.pace = 30
    for _ in 0..<9 { robot.press("k") }
    #expect(robot.app.statusWords == "Saved 02:16 let sleep.", "\(robot.app.statusWords)")
  }
}
