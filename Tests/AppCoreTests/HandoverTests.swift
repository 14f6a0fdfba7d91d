import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `Handing over` {
  private func robot(_ plan: (String, String)..., at time: String = "06:30", by: String? = nil) -> Robot {
    var samples = Samples()
    let record = GoldenRecord.night()
    for (key, value) in plan { record.add(samples.setting(key, value, at: "12:01"), to: .plan) }
    for entry in [
      samples.record(.handover(.left), at: "20:00", by: "JD"), samples.record(.handover(.took), at: "20:05", by: "MK"),
      samples.record(.handover(.expected), [.who: .text("JD, 06:30")], at: "21:00", by: "MK"),
      samples.record(.handover(.line), [.note: .text("he likes the window open")], at: "05:50", by: "MK"),
    ] { record.add(entry, to: .night(samples.night)) }
    return Robot(record, at: time, by: by)
  }

  @Test func `the page says what happened since one left, what is open, and the lines for whoever comes`() {
    let robot = robot(("people.JD", "Jon"), by: "JD")
    #expect(robot.screen.contains("on: MK since 20:05"))
    robot.choose("Handover")
    robot.choose("Since you left")
    expectScreen(robot.layout.frame, "handover")
    for words in [
      "Since JD left duty, 20:00", "Cramp 1× (6)", "mask: since 22:50, no end written", "05:50 MK: he likes the window",
    ] {
      #expect(robot.screen.contains(words), "\(robot.screen)")
    }
    // Under 30 seconds to read, at the 200 words a minute of a tired reader.
    #expect(robot.scene.facts.reduce(0) { $0 + $1.line.split(separator: " ").count } < 100)
  }

  @Test func `the screen shows the page that is printed, and nothing else`() {
    let robot = robot(by: "JD")
    robot.choose("Handover")
    robot.choose("Since you left")
    func night(_ date: CivilDate) -> Night { Night(date: date, entries: robot.record.entries(of: .night(date))) }
    let (date, plan) = (Samples().night, Plan(entries: robot.record.entries(of: .plan)))
    let page = HandoverPage(
      tonight: night(date), previous: night(date.adding(days: -1)), plan: plan, catalogue: plan.adapted(.standard),
      now: robot.now, by: "JD")
    let said = page.sections(clock: .twentyFour, catalogue: plan.adapted(.standard))
    #expect(said.count == 5)
    #expect(robot.scene.facts == said.flatMap { [Fact("", $0.title)] + $0.blocks.facts })
  }

  @Test func `it counts what is to complete, and what has no end is told once`() {
    let robot = robot()
    robot.press("t", "s", "0")
    robot.choose("Handover")
    robot.choose("Since you left")
    #expect(robot.screen.contains("to complete: 2 quick entries"), "\(robot.screen)")
    #expect(robot.screen.contains("mask: since 22:50, no end written"))
  }

  @Test func `it says from when it counts, also where nobody ever left`() {
    var samples = Samples()
    func title(_ entries: [Entry], by: String?) -> String {
      let robot = Robot(MemoryRecord(nights: [samples.night: entries]), by: by)
      robot.choose("Handover")
      robot.choose("Since you left")
      return robot.scene.facts.map(\.value).first { $0.hasPrefix("Since") } ?? ""
    }
    let took = samples.record(.handover(.took), at: "22:00", by: "MK")
    #expect(title([took], by: "JD") == "Since MK took over, 22:00")
    #expect(title([took], by: "MK") == "Since the night began, Sun 22 Nov 12:00")
    #expect(title([], by: nil) == "Since the night began, Sun 22 Nov 12:00")
    let left = samples.record(.handover(.left), at: "23:00", by: "MK")
    #expect(title([took, left], by: "MK") == "Since MK left duty, 23:00")
  }

  @Test func `taking over sets who writes, as one action, and leaving says so`() {
    let robot = robot(("people.JD", "Jon"), by: "MK")
    robot.choose("Handover")
    robot.choose("Leave duty")
    #expect(robot.screen.contains("Saved 06:30 MK left duty.") && !robot.screen.contains("on: MK"))
    robot.choose("Take over: JD")
    #expect(robot.screen.contains("Saved 06:30 JD took over.") && robot.scene.name == "house")
    robot.choose("Since you left")
    #expect(robot.screen.contains("on: JD since 06:30"))
    robot.press("Esc", "Esc", "l")
    #expect(robot.items.last?.by == "JD")
    robot.press("u", "u")
    #expect(robot.written.last == "left duty")
  }

  @Test func `without people typed, initials are asked for`() {
    let robot = Robot()
    robot.choose("Handover")
    robot.choose("Since you left")
    #expect(!robot.shows("Leave duty"), "nobody is on, and nobody writes")
    robot.choose("Take over: your initials")
    robot.type("mk")
    robot.press("Enter")
    robot.choose("Take over: your initials")
    robot.type("j d")
    robot.press("Enter")
    #expect(robot.items.count == 1 && robot.screen.contains("are no initials"))
    robot.press("Backspace", "Backspace")
    robot.type("D")
    robot.press("Enter")
    #expect(robot.items.map(\.by) == ["mk", "jD"])
    #expect(robot.screen.contains("on: jD since 02:15"))
  }

  @Test func `to leave duty takes three keys from Tonight, by digits alone`() {
    let robot = robot(("people.JD", "Jon"), by: "MK")
    var keys = 0
    // More, its page with the handover, the handover, leaving duty.
    for id in ["more", "handover", "leave-duty"] {
      while robot.scene.list.index(of: id) != nil {
        let scene = robot.scene
        let digit = scene.list.index(of: id).flatMap {
          robot.digit(of: $0)
        }
        robot.press("\(digit ?? 9)")
        keys += 1
        if digit != nil { break }
      }
    }
    #expect(robot.written.last == "left duty" && keys == 3, "\(keys)")
  }

  @Test func `a closed record is read and not handed over`() {
    let robot = robot(("closed", "yes"))
    robot.choose("Handover")
    #expect(!robot.shows("Leave duty") && robot.shows("How we do nights"))
  }
}
