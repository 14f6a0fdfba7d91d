import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `A night beside the list` {
  private func robot(columns: Int = 100, rows: Int = 24) -> Robot {
    let record = GoldenRecord.season(30)
    var samples = Samples(writer: "zzzzzzzz", night: "2026-11-19")
    for entry in [
      samples.record(.symptom("pain"), [.value: .number(4)], at: "04:00"),
      samples.record(.note, [.note: .text("slept badly after the new pillow")], at: "07:00"),
    ] { record.add(entry, to: .night(samples.night)) }
    let robot = Robot(record, columns: columns, rows: rows, by: "MK")
    robot.choose("Past nights")
    return robot
  }

  private func rested(_ robot: Robot) -> Robot {
    robot.press("Down", "Down", "Down")
    robot.rest(milliseconds: 300)
    return robot
  }

  @Test(arguments: [(100, 24), (120, 40), (200, 60)])
  func `is drawn once the focus has rested`(columns: Int, rows: Int) {
    let robot = rested(robot(columns: columns, rows: rows))
    expectScreen(robot.layout.frame, "night-beside-\(columns)x\(rows)")
    #expect(robot.scene.beside?.title == "Thu 19 to Fri 20 Nov" && robot.focus.contains("19 Nov"))
  }

  @Test func `is not drawn before, and not for a key that is held`() {
    let robot = robot()
    robot.press("Down")
    robot.rest(milliseconds: 299)
    #expect(robot.scene.beside == nil)
    robot.pace = 100
    robot.press("Down", "Down", "Down", "Down")
    #expect(robot.scene.beside == nil)
    robot.rest(milliseconds: 300)
    #expect(robot.scene.beside != nil)
  }

  @Test func `stays as it is while the focus moves, and moves no line`() {
    let robot = rested(robot())
    let title = robot.scene.beside?.title
    let list = robot.screen.split(separator: "\n").map { $0.prefix(48) }
    robot.press("Down", "Up")
    #expect(robot.scene.beside?.title == title)
    #expect(robot.screen.split(separator: "\n").map { $0.prefix(48) } == list)
  }

  @Test func `is in no list, in no lines, and on no narrow screen`() {
    let robot = rested(robot())
    let narrow = rested(self.robot(columns: 99))
    #expect(robot.scene.list.items.map(\.id) == narrow.scene.list.items.map(\.id))
    #expect(narrow.scene.beside == nil && narrow.scene.besideColumns == 0)
    var app = robot.app
    _ = app.update(.surface(LineMode.surface))
    #expect(app.scene().beside == nil)
  }

  @Test func `takes at most 1,600 bytes, also of a night with long notes`() {
    let robot = robot(columns: 200, rows: 60)
    var samples = Samples(writer: "yyyyyyyy", night: "2026-11-19")
    for minute in 10..<40 {
      let note: [NightModel.Field: FieldValue] = [.note: .text(String(repeating: "日本 ", count: 60))]
      robot.record.add(samples.record(.note, note, at: "03:\(minute)"), to: .night(samples.night))
    }
    robot.happen(.filesChanged)
    let wide = rested(robot)
    let (size, first) = (wide.layout.frame.size, 200 - wide.scene.besideColumns)
    var bytes = 0
    for row in 1..<size.rows {
      for cell in wide.layout.frame.row(row).dropFirst(first) where cell != .blank {
        bytes += cell.character.utf8.count
      }
    }
    #expect(bytes > 200 && bytes <= 1_200, "\(bytes), and room for what moves the cursor")
  }
}
