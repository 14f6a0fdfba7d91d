import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

/// What is seen on a scrap of a screen, and on one that is as wide as a wall.
@Suite struct `Very small and very wide screens` {
  /// Words of a row that stand together: what is further apart is another thing.
  private func longest(_ screen: String) -> Int {
    screen.split(separator: "\n").map { row in
      var (longest, length, blanks) = (0, 0, 0)
      for character in row {
        // A drawing is no sentence.
        blanks = character == " " ? blanks + 1 : character == "─" ? 2 : 0
        length = blanks >= 2 ? 0 : length + 1
        longest = max(longest, length)
      }
      return longest
    }.max() ?? 0
  }

  @Test func `no sentence runs across a screen of three hundred columns`() async {
    for (name, found) in await Crawl.of(.arrows).screens {
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
