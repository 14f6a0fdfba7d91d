import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// A record from elsewhere with anything in its texts, on the screens.
@Suite struct `Hostile text on the screens` {
  private static let sly = "a\u{202E}b\u{1B}[2J\u{200B}c"
  private static let shown = "a‹U+202E›b [2J‹U+200B›c"

  private func robot() -> Robot {
    var samples = Samples()
    let sly = Self.sly
    let plan = [
      samples.setting("person", sly), samples.setting("card.wishes", sly), samples.setting("medicine.\(sly)", sly),
    ]
    let night = [
      samples.event(.medicine, [.what: .text(sly)], at: "23:10"),
      samples.record(.check(item: sly), [.state: .text("done")], at: "23:20", by: sly),
      samples.record(.symptom(sly), [.note: .text(sly)], at: "23:30"),
    ]
    return Robot(MemoryRecord(plan: plan, nights: [samples.night: night]), by: "MK")
  }

  @Test func `what nobody would see is shown as what it is, and nothing steers the terminal`() {
    let robot = robot()
    #expect(robot.screen.contains("\(Self.shown) 23:10 (3 h 05)"), "\(robot.screen)")
    #expect(robot.screen.contains("\(Self.shown): done"), "\(robot.screen)")
    robot.press("e")
    #expect(robot.screen.contains("wishes: \(Self.shown)"), "\(robot.screen)")
    robot.press("Esc", "x")
    #expect(robot.screen.contains(Self.shown), "\(robot.screen)")
    let ascii = ASCIIText.spelled(Self.shown)
    #expect(ascii == "a<U+202E>b [2J<U+200B>c")
  }

  @Test func `the page of an item that no list knows has its id as a heading that can be read`() {
    let robot = robot()
    Checklists.open("Bedtime", robot)
    robot.choose(Self.shown)
    #expect(robot.scene.name == "check-item" && robot.scene.title == Self.shown, "\(robot.screen)")
  }

  @Test func `the same in lines`() {
    let robot = robot()
    var lines = ["card", "back", "x", "back"][...]
    var said = ""
    var mode = LineMode(robot.app, in: robot.world, read: { lines.popFirst() }, write: { said += $0 })
    _ = mode.run()
    let words = said.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("\(Self.shown): last written 23:10") && words.contains("wishes: \(Self.shown)"), "\(said)")
    #expect(said.linesForDisplay == said)
  }
}
