import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

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

  @Test(arguments: [(80, 24), (40, 12)])
  func `forty medicines, sixty questions, a note of 4,000 characters and names in any script are reached and fit`(
    columns: Int, rows: Int
  ) {
    var samples = Samples()
    let name = "漢字仮名 שם ארוך محمد"
    var plan = [samples.setting("person", name), samples.setting("people.MK", name)]
    plan += (1...40).map { samples.setting("medicine.Medicine \($0)", "as on its label") }
    plan += (1...60).map { samples.setting("question.\($0)", "Question \($0)?") }
    let note = String(repeating: "\(name) ", count: 200) + "the end"
    let night = [samples.record(.note, [.note: .text(note)], at: "01:00")]
    let robot = Robot(MemoryRecord(plan: plan, nights: [samples.night: night]), columns: columns, rows: rows, by: "MK")
    func fits() {
      for line in robot.screen.split(separator: "\n") { #expect(TextWidth.columns(of: String(line)) <= columns) }
    }
    fits()
    robot.press("x")
    fits()
    robot.choose("Medicine 40")
    #expect(robot.written.last == "medicine Medicine 40", "\(robot.screen)")
    robot.goHome()
    for label in ["When to call", "Report for the clinic", "Questions for the team", "Question 60?"] {
      robot.choose(label)
      fits()
    }
    #expect(robot.screen.contains("Question 60?"), "\(robot.screen)")
    robot.goHome()
    robot.choose("Handover")
    fits()
    #expect(robot.screen.contains("漢字仮名"), "\(robot.screen)")
    robot.goHome()
    robot.choose("Tonight's entries")
    fits()
    robot.choose(prefix: "01:00")
    fits()
    #expect(robot.scene.facts.contains { $0.value.hasSuffix("the end") }, "\(robot.scene.facts)")
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
