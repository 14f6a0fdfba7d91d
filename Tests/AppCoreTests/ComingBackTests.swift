import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Coming back to Tonight` {
  private let robot = Robot(by: "MK")

  private func house(_ count: Int) -> Robot {
    var samples = Samples()
    let people = [samples.setting("people.MK", "Mara"), samples.setting("people.JD", "Jon")]
    let entries = (0..<count).map { samples.event(.drink, at: "22:\($0 < 10 ? "0" : "")\($0)") }
    return Robot(MemoryRecord(plan: people, nights: [samples.night: entries]))
  }

  @Test(arguments: ["Bedtime", "Morning", "Past nights", "Plan", "Handover"])
  func `the focus is where a press marks the moment, wherever one was`(label: String) {
    robot.choose(label)
    robot.press("Esc")
    #expect(robot.focus == "Mark moment")
    robot.press("Enter")
    #expect(robot.written == ["marked this moment"])
  }

  @Test func `the newest entries show, also after older ones were read`() {
    let robot = house(30)
    robot.press("PageDown")
    #expect(!robot.screen.contains("22:29  drink"))
    robot.choose("Past nights")
    robot.press("Esc")
    #expect(robot.screen.contains("22:29  drink"))
    robot.press("PageDown", "d")
    #expect(robot.screen.contains("02:15  drink"), "what was just written is in sight: \(robot.screen)")
  }

  @Test(arguments: [["e", "Esc"], ["?", "Esc"], ["Ctrl-C", "Esc"], ["e", "?", "Esc", "Esc"]])
  func `a question stands again after what was only read above it`(keys: [String]) {
    robot.press("h")
    for key in keys { robot.press(key) }
    #expect(robot.scene.name == "question", "\(robot.screen)")
    robot.press("7")
    #expect(robot.written == ["Hard to breathe 7"])
  }

  @Test func `a question's list goes on to undo and to the card`() {
    robot.press("h")
    for _ in 0..<11 where robot.focus != "undo" { robot.press("Tab") }
    #expect(robot.focus == "undo", "\(robot.screen)")
    let other = robot.copy()
    robot.press("Space")
    #expect(robot.written.isEmpty)
    other.press("Tab", "Space")
    #expect(other.scene.name == "card", "\(other.screen)")
    other.press("Esc")
    #expect(other.scene.name == "question")
  }

  @Test func `nobody is asked who wrote what was taken back`() {
    let robot = house(1)
    robot.press("h", "u")
    #expect(robot.scene.name == "tonight", "\(robot.screen)")
    robot.press("d")
    #expect(robot.screen.contains("Who writes?"), "\(robot.screen)")
  }

  @Test func `a pasted page is no keys, and after a rest a digit that answers nothing is no text`() {
    robot.press(.paste(String(repeating: "x 1 ", count: 40)))
    #expect(robot.scene.name == "typed" && !robot.shows("They were keys"), "\(robot.screen)")
    robot.press("3")
    robot.press("0")
    #expect(robot.scene.name == "typed" && robot.written.isEmpty)
    robot.press("1")
    #expect(robot.scene.field?.text.text == String(repeating: "x 1 ", count: 40))
  }

  @Test func `an entry moved over a clock change has the time that the clock showed`() {
    let change = Samples().moment("02:10").milliseconds / 1000
    let record = MemoryRecord()
    record.zone = Zone(name: nil) { $0 < change ? 7200 : 3600 }
    let robot = Robot(record, by: "MK")
    robot.press("a", "-", "-")
    #expect(robot.items.last?.at.time == ClockTime("03:05") && robot.items.last?.at.offsetMinutes == 120)
  }

  @Test func `the second repeat of a held key may come a little late`() {
    robot.press("a")
    robot.pace = 1000
    robot.press("-")
    robot.pace = 500
    robot.press("-")
    robot.pace = 70
    robot.press("-")
    robot.pace = 33
    for _ in 0..<20 { robot.press("-") }
    #expect(robot.items.last?.at.time == ClockTime("02:10"), "\(robot.screen)")
  }
}
