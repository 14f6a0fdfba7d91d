import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `A record that was here and is not` {
  private let words = "The record that was in /media/care is not there; mount its disk or put its folder back"

  /// A record that was read here, and was taken away since.
  private func record() -> MemoryRecord {
    var samples = Samples()
    let record = MemoryRecord(plan: [samples.setting("number.on-call", "555 0100")], in: "/media/care")
    _ = Robot(record)
    record.takeAway()
    return record
  }

  private func robot() -> Robot { Robot(record(), welcomes: true) }

  @Test func `is asked about before anything else`() {
    let robot = robot()
    #expect(robot.scene.name == "record-missing" && robot.focus == "Keep entries aside")
    expectScreen(robot.layout.frame, "record-missing")
    // The card is one key away here too.
    robot.press("F2")
    #expect(robot.scene.name == "card" && !robot.screen.contains("Nothing typed yet"))
    robot.press("Esc")
    #expect(robot.scene.name == "record-missing")
  }

  @Test(arguments: ["Enter", "1", "Esc"])
  func `entries are kept aside unless a new one is asked for, and that goes on being said`(key: String) {
    let robot = robot()
    robot.press(key)
    #expect(robot.scene.name == "tonight" && robot.record.newRecords == 0)
    #expect(robot.screen.contains("/media/care is not there"))
    robot.press("l")
    #expect(robot.written == ["turned left"])
  }

  @Test func `a new one begins as any empty record does`() {
    let robot = robot()
    robot.choose("Begin a new record here")
    #expect(robot.record.newRecords == 1 && robot.scene.name == "welcome-1")
    #expect(!robot.screen.contains("is not there"))
  }

  @Test(arguments: [nil, "Down", "F2"])
  func `nothing is asked any more once it is back, with the minute or after a key`(key: String?) {
    let robot = robot()
    robot.press("Down")
    robot.happen(.timedOut)
    #expect(robot.scene.name == "record-missing" && robot.focus == "Begin a new record here")
    robot.record.putBack()
    if let key { robot.press(key) } else { robot.happen(.timedOut) }
    // The card that was asked for stays, and lies over Tonight.
    if key == "F2" {
      #expect(robot.scene.name == "card")
      robot.press("Esc")
    }
    #expect(robot.scene.name == "tonight" && robot.record.newRecords == 0)
    #expect(
      key == "F2" || robot.app.statusWords == "The record is there again." && !robot.screen.contains("is not there"))
    robot.press("l")
    #expect(robot.written == ["turned left"])
  }

  @Test func `in lines too nothing is asked any more once it is back`() {
    let record = record()
    var (said, lines) = ("", ["?", "", "quit", "2"][...])
    let now = Samples().moment("02:15")
    var mode = LineMode(
      App(now: now, zone: .fixed(minutes: 60), by: nil, missing: words),
      in: record.world(TestClock(now: now)),
      read: {
        if lines.count == 3 { record.putBack() }
        return lines.popFirst()
      }, write: { said += $0 })
    _ = mode.run()
    #expect(said.contains("The record is there again."), "\(said)")
  }

  @Test func `it can be left at once`() {
    let robot = robot()
    robot.choose("Leave Nightstand")
    #expect(robot.app.isOver && robot.record.newRecords == 0)
  }

  @Test func `in lines the same is asked`() {
    var said = ""
    var typed = ["2", "quit", "2"]
    let record = record()
    let now = Samples().moment("02:15")
    let world = record.world(TestClock(now: now))
    var lines = LineMode(
      App(now: now, zone: .fixed(minutes: 60), by: nil, missing: words), in: world,
      read: { typed.isEmpty ? nil : typed.removeFirst() },
      write: { said += $0 })
    _ = lines.run()
    #expect(
      said.contains("The record is not there") && said.contains("1 Keep entries aside"), "\(said)")
    #expect(record.newRecords == 1)
  }

  @Test func `a plan that cannot be read is never said to be untyped on the card`() {
    let record = MemoryRecord()
    record.damage(.plan)
    let robot = Robot(record)
    robot.press("e")
    #expect(robot.screen.contains("could not be read") && !robot.screen.contains("Nothing typed yet"))
    robot.choose("If tonight is too much")
    #expect(robot.screen.contains("No number can be read") && !robot.screen.contains("is typed"))
  }
}
