import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Correcting entries` {
  private let robot = Robot(by: "MK")

  private func open(_ labels: String...) {
    robot.goHome()
    for label in ["Tonight's entries"] + labels { robot.choose(label) }
  }

  @Test func `while somebody types, no clock moves the time of the entry or what was typed`() {
    robot.press("l")
    open("02:15  turned left · MK", "When")
    robot.type("01:")
    robot.now = Samples().moment("02:40")
    robot.happen(.timedOut)
    #expect(robot.screen.contains("01:") && robot.items.first?.at == Samples().moment("02:15"))
    robot.type("50")
    robot.press("Enter")
    #expect(robot.items.first?.at == Samples().moment("01:50"))
  }

  @Test func `left instead of right is one field, put right in place`() {
    robot.press("l")
    robot.now = Samples().moment("07:12")
    open("02:15  turned left · MK")
    robot.press("4", "2")
    #expect(robot.written == ["turned right"] && robot.items.count == 1)
    open()
    #expect(robot.screen.contains("02:15  turned right (edited 07:12 by MK) · MK"))
  }

  @Test func `asked and none is picked on the page of the entry, and all symptoms tell it so`() {
    robot.press("g")
    open("02:15  Cramp · MK", "How bad, 0 to 10")
    robot.choose("nine, ten or none")
    robot.choose("asked: none")
    #expect(robot.written == ["Cramp: asked, none"], "\(robot.screen)")
    #expect(robot.items.first?.details.number(.value) == 0)
    #expect(robot.screen.contains(/How bad, 0 to 10. +Asked: none/), "\(robot.screen)")
    robot.goHome()
    robot.choose("All symptoms")
    #expect(robot.screen.contains(/Cramp +asked, none/), "\(robot.screen)")
  }

  @Test func `how often somebody choked is picked or typed on the page of the entry`() {
    robot.choose("Breathing")
    robot.choose("Choked")
    open("02:15  Choked · MK", "How many times")
    robot.choose("3 times")
    #expect(robot.written == ["Choked, 3 times"], "\(robot.screen)")
    #expect(robot.screen.contains(/How many times\]? +3 times/), "\(robot.screen)")
    robot.choose("How many times")
    for _ in 0..<3 { robot.press("Backspace") }
    robot.type("12")
    robot.press("Enter")
    #expect(robot.written == ["Choked, 12 times"], "\(robot.screen)")
    robot.goHome()
    robot.press("g")
    open("02:15  Cramp · MK")
    #expect(!robot.shows("How many times"))
  }

  @Test func `a typed time may lie in another night: it is said, the entry moves, and one undo brings it back`() {
    robot.press("l")
    open("02:15  turned left · MK", "When")
    robot.type("2026-11-21 23:10")
    robot.press("Enter")
    #expect(robot.screen.contains("That is the night of Sat 21 to Sun 22 Nov 2026; the entry goes there."))
    #expect(robot.items.count == 1)
    robot.choose("Move it there")
    let before = Samples().night.adding(days: -1)
    #expect(robot.items.isEmpty && robot.record.items(of: before).map { $0.words(.standard) } == ["turned left"])
    #expect(robot.record.items(of: before).first?.at == Samples(night: "2026-11-21").moment("23:10"))
    #expect(robot.screen.contains("Moved to the night of Sat 21 to Sun 22 Nov 2026: 23:10 turned left"))
    robot.press("u")
    #expect(robot.written == ["turned left"] && robot.record.items(of: before).isEmpty)
    robot.press("y")
    #expect(robot.items.isEmpty && robot.record.items(of: before).count == 1)
  }

  @Test func `a time still to come is asked about, and kept if it was meant`() {
    robot.press("l")
    open("02:15  turned left · MK", "When")
    robot.type("06:30")
    robot.press("Enter")
    #expect(robot.screen.contains("is still to come. Written so on purpose?"))
    robot.choose("Change it: type another time")
    robot.type("06:31")
    robot.press("Enter")
    robot.choose("Keep it as typed")
    #expect(robot.items.first?.at == Samples().moment("06:31"))
  }

  @Test func `who wrote it and the state of an answer are fields like the others`() {
    var samples = Samples()
    let plan = [samples.setting("people.MK", "Mara"), samples.setting("people.AB", "Abe")]
    let check = samples.record(.check(item: "call-tested"), [.state: .text("done")], at: "22:10", by: "MK")
    let robot = Robot(MemoryRecord(plan: plan, nights: [samples.night: [check]]), by: "MK")
    robot.choose("Tonight's entries")
    robot.press("2", "4")
    robot.choose("Could not")
    robot.choose("Who wrote it, who says so")
    robot.choose("Who wrote it")
    robot.choose("AB")
    #expect(robot.written.first?.hasSuffix("could not") == true && robot.items.first?.by == "AB")
    robot.choose("What it said before")
    #expect(robot.screen.contains("how it stands: Done -> Could not"), "\(robot.screen)")
    #expect(robot.screen.contains("who wrote it: MK -> AB"), "\(robot.screen)")
  }

  @Test func `two versions made apart are both shown, and choosing one settles it`() {
    var one = Samples()
    var other = Samples(writer: "bbbbbbbb")
    let turn = one.event(.turn, [.side: .text("back")], at: "23:10")
    let entries = [
      turn, one.amend([turn], [.side: .text("left")], at: "02:00", by: "MK"),
      other.amend([turn], [.side: .text("right")], at: "02:05", by: "AB"),
    ]
    let robot = Robot(MemoryRecord(nights: [one.night: entries]), by: "MK")
    robot.choose("Tonight's entries")
    robot.press("Enter")
    #expect(robot.screen.contains("Two versions of \"which side\", written apart: "), "\(robot.screen)")
    robot.press("4")
    #expect(robot.screen.contains("written Mon 23 Nov 02:00 MK") && robot.screen.contains("02:05 AB"))
    robot.press("1")
    #expect(robot.items.first?.conflicts.isEmpty == true && !robot.screen.contains("Two versions"))
    robot.press("u")
    #expect(robot.items.first?.conflicts.isEmpty == false)
  }

  @Test func `after an undo and a new entry the undone one is brought back from the night's list`() {
    robot.press("l", "u", "m")
    open("Taken back: 1", "02:15  turned left")
    robot.choose("Bring it back")
    #expect(robot.written == ["turned left", "mask on"] && robot.screen.contains("Stands again: 02:15 turned left"))
    robot.press("u")
    #expect(robot.written == ["mask on"])
  }

  @Test func `in a closed record nothing new is written, and what stands there is corrected and brought back`() {
    robot.press("l", "u", "m")
    var closing = Samples(writer: "pppppppp")
    robot.record.add(closing.setting("closed", "yes"), to: .plan)
    robot.happen(.timedOut)
    robot.press("r")
    #expect(robot.written == ["mask on"] && robot.app.statusWords.contains("closed"))
    for label in ["Past nights", "Sun 22 Nov 2026", "Taken back: 1", "02:15  turned left"] { robot.choose(label) }
    robot.choose("Bring it back")
    #expect(robot.written == ["turned left", "mask on"])
  }

  @Test func `an entry moved to a night that is not at hand counts there, and no more where it was`() {
    var (older, newer) = (Samples(night: "2026-11-14"), Samples(writer: "bbbbbbbb", night: "2026-11-21"))
    let turns = [newer.event(.turn, at: "23:00"), newer.event(.turn, at: "23:30")]
    let robot = Robot(
      MemoryRecord(nights: [older.night: [older.event(.turn, at: "22:00")], newer.night: turns]), by: "MK")
    func turned(_ night: String) -> String? {
      let row = robot.screen.split(separator: "\n").first { $0.contains(night) }
      return row?.split(separator: night).last?.split { " ]".contains($0) }.dropFirst(3).first.map(String.init)
    }
    Checklists.open("Past nights", robot)
    #expect(turned("14 Nov 2026") == "1" && turned("21 Nov 2026") == "2", "\(robot.screen)")
    for (time, expected) in [("2026-11-14 23:10", ["2", "1"]), ("2026-11-12 23:10", ["2", nil])]
      as [(String, [String?])]
    {
      robot.choose("Sat 21 Nov 2026")
      robot.choose(time.contains("14") ? "23:00  turned" : "23:30  turned")
      robot.choose("When")
      robot.type(time)
      robot.press("Enter")
      robot.choose("Move it there")
      for _ in 0..<4 where robot.scene.name != "past-nights" { robot.press("Esc") }
      #expect([turned("14 Nov 2026"), turned("21 Nov 2026")] == expected, "\(robot.screen)")
    }
    // Also a night before the first there was.
    #expect(turned("12 Nov 2026") == "1", "\(robot.screen)")
  }

  @Test func `saying at once how long ago it was is no correction, saying so later is`() {
    let robot = Robot(by: "MK")
    robot.press("l", "-", "-")
    #expect(robot.items.first?.isEdited == true && robot.items.first?.isCorrected == false)
    robot.wait(minutes: 3)
    robot.press("-")
    #expect(robot.items.first?.isCorrected == true)
    let other = Robot(by: "MK")
    other.press("l")
    Robot(other.record, by: "AB").press("-")
    #expect(other.items.first?.isCorrected == true)
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (120, 40)])
  func `that an entry was edited is seen however long it is, on Tonight, in its night and on its page`(
    columns: Int, rows: Int
  ) {
    let robot = Robot(columns: columns, rows: rows, by: "MK")
    robot.press("n")
    robot.type(Array(repeating: "restless after the new pillow", count: 8).joined(separator: " "))
    robot.press("Enter")
    robot.wait(minutes: 3)
    // Where what was done last is long it goes with the next key.
    robot.press("-", "Down", "Down")
    let mark = columns < 52 ? "(edited" : "(edited 02:18 by MK)"
    #expect(robot.screen.contains(mark), "\(robot.screen)")
    robot.choose("Tonight's entries")
    #expect(robot.screen.contains(mark), "\(robot.screen)")
    robot.press("Enter")
    robot.size = Size(rows: 40, columns: columns)
    #expect(robot.screen.contains("Edited 02:18 by MK"), "\(robot.screen)")
  }

  @Test func `the keys that correct the last entry leave alone what another bedside wrote after it`() {
    let robot = Robot(by: "MK")
    robot.press("l")
    Robot(robot.record, by: "AB").press("r")
    robot.happen(.timedOut)
    robot.press("-")
    #expect(robot.items.first { $0.by == "MK" }?.at.time == ClockTime(hour: 2, minute: 10))
    #expect(robot.items.first { $0.by == "AB" }?.at.time == ClockTime(hour: 2, minute: 15))
  }
}

@Suite struct `Undo with a preview` {
  @Test func `the line says what it will take back, reads that only then, and goes on after it`() {
    let robot = Robot(by: "MK")
    robot.press("l", "m", "Down", "Up")
    robot.press("Down")
    #expect(
      robot.focus == "Undo" && robot.screen.contains("Undo would take back: 02:15 mask on, by MK."), "\(robot.screen)")
    let asked = robot.record.previews
    robot.press("Down", "Down", "Up", "9", "Esc")
    #expect(robot.record.previews == asked)
    robot.press("Home", "Down", "Enter")
    #expect(robot.written == ["turned left"])
    #expect(robot.screen.contains("Taken back: 02:15 mask on.") && !robot.screen.contains("would"), "\(robot.screen)")
    robot.press("Down", "Up")
    #expect(robot.screen.contains("Undo would take back: 02:15 turned left, by MK."), "\(robot.screen)")
  }

  @Test func `what somebody else did is asked about first, and left is left`() {
    let first = Robot(by: "MK")
    first.press("l", "m")
    let second = Robot(first.record, by: "AB")
    second.press("u")
    #expect(second.screen.contains("Take back what MK did?") && second.screen.contains("02:15 mask on"))
    second.press("Enter")
    #expect(second.written == ["turned left", "mask on"])
    second.press("Down", "u")
    second.choose("Take it back")
    #expect(second.written == ["turned left"] && second.screen.contains("Taken back: 02:15 mask on"))
    let third = Robot(first.record)
    third.press("u")
    #expect(third.written.isEmpty, "nobody said who writes, so nobody is somebody else")
  }

  @Test func `what was written together goes and comes back together`() {
    let robot = Robot(by: "MK")
    robot.choose("Getting up")
    robot.choose("More for your routine")
    robot.choose("All the rest: not needed tonight")
    let count = robot.items.count
    #expect(count > 3)
    robot.press("u")
    #expect(robot.items.isEmpty && robot.screen.contains("It was written together."), "\(robot.screen)")
    robot.press("y")
    #expect(robot.items.count == count)
  }
}
