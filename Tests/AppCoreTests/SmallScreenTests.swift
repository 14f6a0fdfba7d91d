import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

/// What is seen on a scrap of a screen, and on one that is as wide as a wall.
@Suite struct `Very small and very wide screens` {
  @Test func `on twenty columns and five rows what was saved is said, and whose night it is`() {
    let robot = Robot(GoldenRecord.night(), columns: 20, rows: 5, by: "MK")
    #expect(robot.screen.hasPrefix("MADE-UP PERSON 02:15\n"), "\(robot.screen)")
    for key in ["l", "h", "m", "a"] {
      robot.press(key)
      #expect(robot.screen.contains("Saved 02:15"), "\(key): \(robot.screen)")
      if robot.scene.name == "question" { robot.press("0") }
    }
    robot.record.disk = .refuses
    robot.press("r")
    #expect(robot.screen.contains("NOT SAVED"), "\(robot.screen)")
  }

  @Test(arguments: [14, 19, 20, 22, 24, 30, 40, 80])
  func `a made-up person is called one whole on every row there is for it`(columns: Int) {
    for rows in [5, 6, 8, 12, 24] {
      let robot = Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
      #expect(robot.screen.contains("MADE-UP PERSON"), "\(columns)x\(rows): \(robot.screen)")
      robot.choose("Bedtime")
      #expect(robot.screen.contains("MADE-UP PERSON"), "\(columns)x\(rows): \(robot.screen)")
    }
  }

  @Test func `a save is said at every size from five rows on`() {
    for columns in [20, 30, 40, 60, 80, 300] {
      for rows in 5...24 {
        let robot = Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
        robot.press("h")
        #expect(robot.screen.contains("Saved 02:15"), "\(columns)x\(rows): \(robot.screen)")
        robot.record.disk = .refuses
        robot.press("l")
        #expect(robot.screen.contains("NOT SAVED"), "\(columns)x\(rows): \(robot.screen)")
      }
    }
  }

  /// Words of a row that stand together: what is further apart is another thing, and a drawing is no sentence.
  private func longest(_ screen: String) -> Int {
    screen.split(separator: "\n").filter { !$0.contains("··") && !$0.contains("──") }.map { row in
      var (longest, length, blanks) = (0, 0, 0)
      for character in row {
        blanks = character == " " ? blanks + 1 : 0
        length = blanks >= 2 ? 0 : length + 1
        longest = max(longest, length)
      }
      return longest
    }.max() ?? 0
  }

  @Test func `no sentence runs across a screen of three hundred columns`() async {
    for (name, found) in await Crawl.of(.keyboard).screens {
      let robot = found.copy()
      robot.size = Size(rows: 24, columns: 300)
      for _ in 0..<min(robot.scene.list.count, 12) {
        #expect(longest(robot.screen) <= 84, "\(name): \(robot.screen)")
        robot.press("Down")
      }
    }
  }

  @Test func `nor does a long text in a title, a list or its field`() {
    var samples = Samples()
    let words = Array(repeating: "slept badly after the new pillow", count: 12).joined(separator: " ")
    let night = [
      samples.record(.note, [.note: .text(words)], at: "01:00", by: "MK"),
      samples.record(.symptom("cramp"), [.value: .number(6), .note: .text(words)], at: "01:10", by: "MK"),
    ]
    let robot = Robot(MemoryRecord(nights: [samples.night: night]), columns: 300, rows: 40, by: "MK")
    robot.choose("Tonight's entries")
    #expect(longest(robot.screen) <= 84, "\(robot.screen)")
    robot.press("Enter")
    #expect(longest(robot.screen) <= 84, "\(robot.screen)")
    robot.choose("Note")
    #expect(longest(robot.screen) <= 84, "\(robot.screen)")
    robot.goHome()
    robot.press("n")
    robot.type(words)
    #expect(robot.scene.field?.isTyping == true && longest(robot.screen) <= 84, "\(robot.screen)")
  }
}
