import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `Who writes` {
  /// A house where two help, and nobody took over yet.
  private func house(_ more: (inout Samples) -> [Entry] = { _ in [] }) -> MemoryRecord {
    var samples = Samples()
    let plan = [samples.setting("people.JD", "Jon"), samples.setting("people.MK", "Mara")]
    return MemoryRecord(plan: plan, nights: [samples.night: more(&samples)])
  }

  private func who(_ robot: Robot) -> [String?] { robot.items.map(\.by) }

  @Test func `whoever took over signs, also after a restart, until somebody else does`() {
    let robot = Robot(house())
    robot.choose("Handover")
    robot.choose("Take over: MK")
    robot.press("Esc", "l")
    #expect(robot.screen.contains("MK, on since 02:15"), "\(robot.screen)")
    let again = Robot(robot.record)
    again.press("w")
    again.choose("Handover")
    #expect(!again.shows("Take over: MK"))
    again.choose("Take over: JD")
    again.press("Esc", "d")
    #expect(who(again) == ["MK", "MK", "MK", "JD", "JD"])
  }

  @Test func `who was named for this run signs until somebody takes over here, and leaving makes it nobody`() {
    let record = house { [$0.record(.handover(.took), at: "22:00", by: "MK")] }
    let robot = Robot(record, by: "ZZ")
    robot.press("l")
    robot.choose("Handover")
    robot.choose("Take over: JD")
    robot.press("Esc", "w")
    #expect(who(robot) == ["MK", "ZZ", "JD", "JD"])
    robot.choose("Handover")
    robot.choose("Leave duty")
    robot.press("Esc", "d")
    #expect(robot.items.last?.by == nil && robot.screen.contains("Who writes?"), "\(robot.screen)")
    // Whoever was named leaves as well.
    let named = Robot(house(), by: "MK")
    named.choose("Handover")
    named.choose("Leave duty")
    named.press("Esc", "d")
    #expect(who(named) == ["MK", nil])
  }

  @Test func `a take-over or a leaving that is taken back gives back who was named for this run`() {
    let robot = Robot(house(), by: "MK")
    robot.choose("Handover")
    robot.choose("Take over: JD")
    robot.press("u")
    robot.choose("Leave duty")
    robot.press("u", "Esc", "w")
    #expect(who(robot) == ["MK"], "\(robotWords(robot))")
  }

  @Test func `who takes over on another screen writes here too until that is taken back, whoever was named`() {
    let record = house { [$0.record(.handover(.took), at: "22:00", by: "JD")] }
    let (one, other) = (Robot(record), Robot(record, by: "AA"))
    other.press("w")
    one.choose("Handover")
    one.choose("Take over: MK")
    other.happen(.timedOut)
    #expect(other.app.by == "MK")
    one.press("u")
    other.happen(.timedOut)
    other.press("l")
    #expect(who(other) == ["JD", "AA", "AA"], "\(robotWords(other))")
    // It holds on when its night is no longer at hand.
    one.choose("Take over: MK")
    other.happen(.timedOut)
    other.now = other.now.adding(minutes: 3 * 24 * 60)
    other.happen(.timedOut)
    other.press("r")
    #expect(record.items(of: Samples().night.adding(days: 3)).map(\.by) == ["MK"])
  }

  @Test func `who took over on another screen signs from the next look on`() {
    let record = house()
    let (one, other) = (Robot(record), Robot(record))
    one.choose("Handover")
    one.choose("Take over: MK")
    other.happen(.timedOut)
    other.press("l")
    #expect(who(other) == ["MK", "MK"] && !other.screen.contains("Who writes?"))
  }

  @Test func `nobody is on: it is saved first, then asked once, after its own question, and blank comes first`() {
    let robot = Robot(house())
    robot.press("t")
    #expect(who(robot) == [nil] && robot.screen.contains("To which side?"))
    robot.press("l")
    #expect(robot.screen.contains("Who writes?") && robot.focus == "Not now", "\(robot.screen)")
    robot.press("2")
    #expect(robot.written == ["turned left", "took over"] && who(robot) == ["MK", "MK"])
    #expect(!robot.screen.contains("edited") && robot.scene.name == "tonight")
    robot.press("w")
    #expect(robot.items.last?.by == "MK")
    // The answer is one action, and what was written stands whatever becomes of it.
    robot.press("u", "u")
    #expect(robot.written == ["turned left"] && who(robot) == [nil])
    robot.press("d")
    #expect(!robot.screen.contains("Who writes?"))
  }

  @Test(arguments: ["Enter", "0", "Esc"])
  func `left blank it is by nobody, and not asked again`(key: String) {
    let robot = Robot(house())
    robot.press("w", key)
    #expect(who(robot) == [nil] && robot.scene.name == "tonight" && robot.screen.contains("By nobody so far."))
    robot.press("l", "d")
    #expect(who(robot) == [nil, nil, nil] && !robot.screen.contains("Who writes?"))
  }

  @Test func `the keys go on writing while it is asked`() {
    let robot = Robot(house())
    robot.press("w", "l")
    #expect(robot.written == ["woke", "turned left"] && !robot.screen.contains("Who writes?"), "\(robot.written)")
  }

  @Test func `what was answered in a checklist is asked about back on Tonight, and signed with one answer`() {
    let robot = Robot(house())
    robot.choose("Bedtime")
    while robot.items.count < 2, robot.presses < 30 { robot.press("Enter") }
    #expect(!robot.screen.contains("Who writes?"))
    while robot.scene.name != "question", robot.presses < 50 { robot.press("Esc") }
    #expect(robot.screen.contains("Who writes?"), "\(robot.screen)")
    robot.press("1")
    #expect(robot.items.count > 2 && who(robot).allSatisfy { $0 == "JD" }, "\(who(robot))")
  }

  @Test func `where one alone helps nothing is asked`() {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("people.AB", "Ann")]))
    robot.press("w")
    #expect(who(robot) == ["AB"] && !robot.screen.contains("Who writes?"))
  }

  @Test func `two screens ask apart, and both answers stand`() {
    let record = house()
    let (one, other) = (Robot(record), Robot(record))
    one.press("w")
    other.press("d")
    one.press("1")
    other.press("2")
    for robot in [one, other] { robot.happen(.timedOut) }
    #expect(Set(robotWords(one)) == ["woke JD", "drink MK", "took over JD", "took over MK"], "\(robotWords(one))")
    one.press("l")
    other.press("r")
    // Both screens name the same one.
    let last = one.items.filter { $0.subject == .event(.turn) }.map(\.by)
    #expect(last.count == 2 && Set(last).count == 1 && last[0] != nil, "\(robotWords(one))")
  }

  private func robotWords(_ robot: Robot) -> [String] {
    robot.items.map { "\($0.words(.standard)) \($0.by ?? "")" }
  }

  @Test func `a name typed once stands in every list of people, and a digit is none`() {
    let robot = Robot()
    robot.choose("Handover")
    robot.choose("Take over: your initials")
    robot.type("7")
    robot.press("Enter")
    #expect(robot.items.isEmpty && robot.screen.contains("are no initials"), "\(robot.screen)")
    robot.press("Backspace")
    robot.type("TR")
    robot.press("Enter")
    robot.choose("Since you left")
    #expect(robot.screen.contains("on: TR since 02:15") && who(robot) == ["TR"])
    robot.choose("Leave duty")
    #expect(robot.shows("Take over: TR"))
    // However it is typed the next time, it is the same person.
    robot.choose("Take over: your initials")
    robot.type("tr")
    robot.press("Enter")
    #expect(who(robot) == ["TR", "TR", "TR"])
    robot.press("u", "u", "u")
    #expect(robot.items.isEmpty && !robot.shows("Take over: TR"))
  }

  @Test func `entries by nobody are to complete, as one, and one answer signs them all`() {
    let robot = Robot(
      house { samples in
        let written = [samples.event(.woke, at: "01:00"), samples.event(.drink, at: "01:05")]
        return written + [samples.record(.event(.toilet), at: "01:10", by: "JD")]
      })
    robot.choose("Tonight's entries")
    robot.choose("To complete: 1")
    robot.choose("2 entries are by nobody")
    #expect(robot.focus == "Leave them by nobody")
    robot.choose("MK")
    #expect(who(robot) == ["MK", "MK", "JD"] && robot.screen.contains("2 entries are by MK now."), "\(robot.screen)")
    #expect(robot.scene.name == "to-complete" && robot.screen.contains("Nothing is to complete"))
    robot.press("u")
    #expect(who(robot) == [nil, nil, "JD"])
  }
}
