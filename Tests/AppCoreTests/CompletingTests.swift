import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `To complete` {
  private let robot = Robot(GoldenRecord.unfinished(), at: "07:12", by: "MK")

  private func open(_ labels: String...) {
    robot.goHome()
    for label in ["Tonight's entries"] + labels { robot.choose(label) }
  }

  @Test func `what one key wrote at night is listed with what it lacks, by time`() {
    open("To complete: 4")
    let items = robot.scene.list.items.map { "\($0.label): \($0.state)" }
    #expect(
      items.prefix(4) == [
        "22:50  mask on: no end written", "00:55  suction: what came?", "01:00  marked this moment: what was it?",
        "01:40  Cramp: how bad?",
      ])
  }

  @Test func `a field is completed by one choice, and a number by its own digit`() {
    open("To complete: 4", "00:55  suction")
    robot.choose("Thick")
    #expect(robot.scene.name == "to-complete" && robot.written.contains("suction, thick"))
    robot.choose("01:40  Cramp")
    robot.press("6")
    #expect(robot.written.contains("Cramp 6") && robot.shows("Leave all of it as it is"))
  }

  @Test func `a marked moment becomes what it was, at its own time, and one undo brings the moment back`() {
    open("To complete: 4", "01:00  marked this moment", "Cramp")
    #expect(robot.scene.name == "completing" && robot.screen.contains("How bad was it"))
    robot.press("4")
    let cramp = robot.items.first { $0.at == Samples().moment("01:00") }
    #expect(cramp?.words(.standard) == "Cramp 4" && cramp?.isCorrected == false)
    #expect(!robot.written.contains("marked this moment"))
    robot.press("u", "Home", "u")
    #expect(robot.written.contains("marked this moment") && !robot.written.contains("Cramp 4"))
    #expect(robot.screen.contains("written together"))
    robot.press("y")
    #expect(!robot.written.contains("marked this moment"))
  }

  @Test func `a note and the author of a marked moment go with it`() {
    let robot = Robot(by: "MK")
    robot.press("Enter", "n")
    robot.type("before the feed")
    robot.press("Enter")
    let dawn = Robot(robot.record, at: "07:12", by: "AB")
    for label in ["Tonight's entries", "To complete: 1"] { dawn.choose(label) }
    dawn.press("Enter")
    dawn.choose("Turned left")
    #expect(dawn.written == ["turned left, before the feed"] && dawn.items.first?.by == "MK")
    #expect(dawn.scene.list.count == 1, "all is complete: \(dawn.screen)")
  }

  @Test func `left as it is, an entry is neither listed again nor shown as edited, and undo lists it again`() {
    open("To complete: 4", "00:55  suction", "Leave it as it is")
    #expect(robot.screen.contains("Left as it is: 00:55 suction") && !robot.shows("00:55  suction"))
    open()
    #expect(robot.shows("00:55  suction") && robot.shows("To complete: 3"))
    #expect(robot.items.first { $0.subject == .event(.suction) }?.isEdited == false)
    robot.press("u")
    #expect(robot.shows("To complete: 4"))
  }

  @Test func `all of a night can be left as it is with one key, and one undo takes that back`() {
    open("To complete: 4", "Leave all of it as it is")
    #expect(robot.screen.contains("Nothing is to complete in this night."))
    robot.press("u")
    #expect(robot.shows("01:00  marked this moment"))
  }

  @Test func `a forgotten end is typed, lands where it belongs, and what does not fit is refused`() {
    open("To complete: 4", "22:50  mask on", "Type the time")
    robot.type("22:40")
    robot.press("Enter")
    #expect(robot.screen.contains("before it began") && !robot.written.contains("mask off"))
    robot.press("Ctrl-U")
    robot.type("0640")
    robot.press("Enter")
    #expect(robot.items.last?.at == Samples().moment("06:40") && robot.written.last == "mask off")
    #expect(!robot.shows("22:50  mask on") && robot.scene.name == "to-complete")
    open("To complete: 3")
    #expect(!robot.shows("22:50  mask on"))
  }

  @Test func `an end at a time that clocks showed twice says which of them was taken`() {
    // Clocks back on 25 October 2026.
    let record = MemoryRecord()
    record.zone = Zone(name: nil) { $0 < 1_792_890_000 ? 7200 : 3600 }
    var summer = Samples(night: "2026-10-24", offsetMinutes: 120)
    record.add(summer.event(.maskOn, at: "23:00"), to: .night(summer.night))
    let robot = Robot(record, by: "MK")
    robot.now = Samples(night: "2026-10-24", offsetMinutes: 60).moment("08:00")
    robot.happen(.timedOut)
    for label in ["Tonight's entries", "To complete: 1", "23:00  mask on", "Type the time"] { robot.choose(label) }
    robot.type("0230")
    robot.press("Enter")
    #expect(record.items(of: summer.night).last?.at == summer.moment("02:30"))
    #expect(robot.app.statusWords.contains("showed 02:30 twice; the earlier one (+02:00) was taken"))
  }

  @Test func `an end can lie in the night after, and a mask can be left open`() {
    let robot = Robot(GoldenRecord.unfinished(), by: "MK")
    robot.now = robot.now.adding(minutes: 720)
    robot.happen(.timedOut)
    robot.choose("Past nights")
    robot.choose("Sun 22 Nov 2026")
    for label in ["To complete: 4", "22:50  mask on", "Type the time"] { robot.choose(label) }
    robot.type("2026-11-23 13:30")
    robot.press("Enter")
    let next = robot.record.items(of: Samples().night.adding(days: 1))
    #expect(next.map { $0.words(.standard) } == ["mask off"])
    robot.press("u")
    robot.choose("22:50  mask on")
    robot.choose("Leave it open")
    #expect(!robot.shows("22:50  mask on"))
  }

  @Test func `an end is refused where it is written again before, also in a night that is not at hand`() {
    let first = Samples().night.adding(days: -20)
    let again = Samples().night.adding(days: -9)
    func robot() -> Robot {
      let record = MemoryRecord()
      for date in [first, again] {
        var samples = Samples(night: "\(date)")
        record.add(samples.event(.maskOn, at: "22:50"), to: .night(date))
      }
      let robot = Robot(record, by: "MK")
      robot.choose("Past nights")
      robot.press("g")
      robot.type("\(first)")
      robot.press("Enter", "Enter")
      for label in ["To complete: 1", "22:50  mask on", "Type the time"] { robot.choose(label) }
      return robot
    }
    let late = robot()
    late.type("2026-11-18 06:40")
    late.press("Enter")
    #expect(late.screen.contains("22:50 mask on is written again before"), "\(late.screen)")
    #expect(late.record.items(of: Samples().night.adding(days: -5)).isEmpty)
    let right = robot()
    right.type("2026-11-12 06:40")
    right.press("Enter")
    let written = right.record.items(of: Samples().night.adding(days: -11))
    #expect(written.map { $0.words(.standard) } == ["mask off"], "\(right.screen)")
  }

  @Test func `in lines it is the same list`() {
    var input = robot.lineWay(to: "Tonight's entries")
    open()
    let place = robot.scene.list.items.firstIndex { $0.label == "To complete: 4" } ?? 0
    robot.goHome()
    input += ["\(place + 1)", "2", "2", "undo", "0", "0", "0", "quit"]
    var told = ""
    var lines = LineMode(
      App(now: robot.now, zone: robot.world.zone, by: "MK"), in: robot.world,
      read: { input.isEmpty ? nil : input.removeFirst() },
      write: { told += $0 })
    _ = lines.run()
    for words in ["22:50  mask on: no end written", "Chose: 00:55  suction", "Saved 00:55 suction, thick"] {
      #expect(told.contains(words), "\(told)")
    }
  }
}
