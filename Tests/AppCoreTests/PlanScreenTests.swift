import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

@Suite struct `Plan and settings` {
  private func robot(_ settings: (String, String)..., by: String? = nil) -> Robot {
    var samples = Samples()
    return Robot(MemoryRecord(plan: settings.map { samples.setting($0.0, $0.1) }), by: by)
  }

  private func open(_ labels: String..., on robot: Robot) {
    robot.goHome()
    for label in labels { robot.choose(label) }
  }

  private func plan(_ robot: Robot) -> Plan { Plan(entries: robot.record.entries(of: .plan)) }

  @Test func `switching equipment on brings its items, off takes them away, and both can be undone`() {
    let robot = robot(("equipment.mask", "in-use"))
    open("Bedtime", on: robot)
    #expect(robot.shows("Machine on, right mode, plugged in") && !robot.shows("Tube flushed, clamped and secured"))
    open("Plan", "Equipment", "Feeding tube", "In use", on: robot)
    #expect(robot.screen.contains("Saved: Feeding tube: in use."))
    open("Bedtime", on: robot)
    #expect(robot.shows("Tube flushed, clamped and secured"))
    robot.press("u")
    #expect(!robot.shows("Tube flushed, clamped and secured"))
  }

  @Test func `an own item is added, ticked, undone, moved and taken off`() {
    let robot = robot(("equipment.mask", "in-use"))
    open("Plan", "What is part of the routine", "Comfort and stretching", on: robot)
    robot.choose("Add an item of your own")
    robot.type("Her songs")
    robot.press("Enter")
    #expect(plan(robot).value(.own, "comfort.her-songs") == "Her songs")
    open("Bedtime", on: robot)
    robot.choose("Her songs")
    #expect(robot.written == ["own.comfort.her-songs: done"])
    #expect(robot.screen.contains("Her songs: done"))
    robot.press("u")
    #expect(robot.written.isEmpty && robot.screen.contains("Taken back: 02:15 Her songs: done."))
    open("Plan", "What is part of the routine", "Comfort and stretching", "Her songs", on: robot)
    robot.choose("Move it up")
    let ids = robot.scene.list.items.map(\.id)
    #expect(ids.contains("up") && plan(robot).value(.order, "comfort")?.contains("own.comfort.her-songs,") == true)
    robot.choose("Take it off the list")
    #expect(plan(robot).value(.own, "comfort.her-songs") == nil)
  }

  @Test func `an own item that cannot be is refused, and what was typed stays in its field`() {
    for (label, isKept) in [("", false), ("   ", true), ("Calf and foot stretched", true)] {
      let robot = robot()
      open("Plan", "What is part of the routine", "Comfort and stretching", on: robot)
      robot.choose("Add an item of your own")
      robot.press(.paste(label))
      robot.press("Enter")
      #expect(plan(robot).values(of: .own).isEmpty, "\(label)")
      #expect((robot.scene.field?.text.text == label) == isKept, "\(label)")
    }
  }

  @Test func `control characters never get into an own item`() {
    let robot = robot()
    open("Plan", "What is part of the routine", "Comfort and stretching", on: robot)
    robot.choose("Add an item of your own")
    robot.press(.paste("a\u{1B}[2Jb"))
    robot.press("Enter")
    #expect(plan(robot).values(of: .own).allSatisfy { $0.value.forDisplay == $0.value })
    #expect(robot.record.entries(of: .plan).allSatisfy { !"\($0)".contains("\u{1B}") })
  }

  @Test func `an own item from right to left, of wide letters or very long stands on its line`() {
    let robot = robot()
    for label in ["שיר ערש", "日本の歌をうたう夜", String(repeating: "very long words ", count: 3)] {
      open("Plan", "What is part of the routine", "Comfort and stretching", on: robot)
      robot.choose("Add an item of your own")
      robot.type(label)
      robot.press("Enter")
    }
    #expect(plan(robot).values(of: .own).count == 3)
    for (columns, rows) in [(80, 24), (40, 12), (20, 6)] {
      robot.size = Size(rows: rows, columns: columns)
      for line in robot.screen.split(separator: "\n") {
        #expect(TextWidth.columns(of: String(line)) <= columns)
      }
    }
  }

  @Test func `a turn plan of three hours shows on Tonight, and the family's line after a turn`() {
    let robot = robot(("turn-line", "bell in reach? tubes free?"))
    open("Plan", "Turning", "Minutes between turns", "180 min", on: robot)
    robot.goHome()
    robot.press("l")
    #expect(robot.screen.contains("planned 05:15"))
    #expect(robot.screen.contains("Saved 02:15 turned left. bell in reach? tubes free?"))
  }

  @Test func `the card shows what was typed, from every screen`() {
    let robot = robot()
    robot.press("e")
    #expect(robot.screen.contains("Nothing typed yet. Call your emergency number."))
    open("Plan", "Phone numbers", "On-call doctor or nurse", on: robot)
    robot.type("555 0100")
    robot.press("Enter")
    for label in ["Plan", "Bedtime", "Past nights"] {
      open(label, on: robot)
      robot.press("e")
      #expect(robot.screen.contains("on call: 555 0100"), "\(label)")
    }
    robot.choose("If tonight is too much")
    #expect(robot.screen.contains("on call: 555 0100"))
  }

  @Test func `what was set is known without reading the plan again, and the card is made of it`() {
    let robot = robot()
    // The first save finds out how far the plan goes.
    open("Plan", "Turning", "Minutes between turns", "120 min", on: robot)
    // On the way there Undo has the focus for a moment, and what it would take back is looked up.
    open("Plan", on: robot)
    let before = robot.record.planFileReads
    for label in ["Turning", "Minutes between turns", "180 min"] { robot.choose(label) }
    robot.press("Esc")
    for label in ["Phone numbers", "On-call doctor or nurse"] { robot.choose(label) }
    robot.type("555 0100")
    robot.press("Enter")
    robot.wait(minutes: 1)
    #expect(robot.record.planFileReads == before)
    #expect(robot.record.keptCard?.contains("on call: 555 0100") == true)
    let other = Robot(robot.record, at: "02:16")
    for robot in [robot, other] { robot.press("e") }
    #expect(robot.scene.facts == other.scene.facts && robot.record.planFileReads > before)
  }

  @Test func `every save of the person with ALS says that nobody has been told`() {
    let robot = robot(("person-initials", "AP"), ("people.MK", "Mara"), by: "AP")
    robot.press("l")
    #expect(robot.screen.contains("Nobody has been told. Use your bell."))
    let other = self.robot(("person-initials", "AP"), by: "MK")
    other.press("l")
    #expect(!other.screen.contains("Nobody has been told"))
  }

  @Test func `the person with ALS takes over like anybody, first of all`() {
    let robot = robot(("person", "Anna"), ("person-initials", "AP"), ("people.MK", "Mara"))
    robot.choose("Handover")
    #expect(robot.focus == "Take over: AP")
    robot.press("Enter", "Esc", "l")
    #expect(robot.items.last?.by == "AP" && robot.screen.contains("Nobody has been told. Use your bell."))
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `that nobody has been told is never what has no room`(columns: Int, rows: Int) {
    let robot = robot(
      ("person-initials", "AP"), ("turn-line", String(repeating: "bell in reach? ", count: 6)), by: "AP")
    robot.size = Size(rows: rows, columns: columns)
    for key in ["h", "0", "l"] {
      robot.press(key)
      let words = robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(words.contains("Nobody has been told. Use your bell."), "\(key): \(robot.screen)")
    }
  }

  @Test func `a text that was begun is told of on leaving, and kept as a note`() {
    let robot = robot()
    open("Plan", "What the emergency card says", "If dying: what we agreed", on: robot)
    robot.type("As we said")
    robot.press("Esc")
    robot.press("Ctrl-C")
    #expect(robot.screen.contains("Begun and not saved: If dying: what we agreed"))
    robot.choose("Leave")
    #expect(robot.written == ["note: not finished, If dying: what we agreed: As we said"])
    #expect(plan(robot).value(.cardAgreed) == nil)
  }

  @Test func `taking a medicine off the list takes all that was said of it, in one action`() {
    let robot = robot(("medicine.X", "one"), ("medicine-gap.X", "6 hours"), ("medicine-most.X", "4"))
    open("Plan", "Medicines, as on the label", "X", "Take it off the list", on: robot)
    let families: [PlanKey] = [.medicine, .medicineGap, .medicineMost]
    #expect(families.allSatisfy { plan(robot).values(of: $0).isEmpty } && robot.focus != "Take it off the list")
    robot.press("u")
    #expect(families.allSatisfy { plan(robot).values(of: $0).count == 1 })
  }

  @Test func `a bare number between doses is asked about, and Enter again takes hours`() {
    let robot = robot(("medicine.X", "one"))
    open("Plan", "Medicines, as on the label", "X", "Least time between, as labelled", on: robot)
    robot.type("8")
    robot.press("Enter")
    #expect(robot.screen.contains("Enter again takes 8 hours"), "\(robot.screen)")
    #expect(plan(robot).value(.medicineGap, "X") == nil && robot.scene.field?.text.text == "8")
    robot.press("Enter")
    #expect(plan(robot).value(.medicineGap, "X") == "8 hours", "\(robot.screen)")
  }

  @Test func `a name with spaces around it is the same name, and one of spaces is none`() {
    let robot = robot()
    for typed in ["  Baclofen ", "   "] {
      open("Plan", "Medicines, as on the label", "Add a medicine: name", on: robot)
      robot.type(typed)
      robot.press("Enter")
    }
    #expect(plan(robot).values(of: .medicine).map(\.name) == ["Baclofen"])
  }

  @Test func `a typed time is read by the split hour as it is now`() {
    let robot = robot()
    open("Plan", "Settings", "Hour at which a night ends", "18:00", on: robot)
    robot.goHome()
    robot.press("l")
    robot.choose("Tonight's entries")
    robot.press("Right", "1")
    robot.type("17:00")
    robot.press("Enter")
    // With noon as the split it would have been yesterday's; this night ends at 18:00, so it is still to come.
    #expect(robot.record.items(of: robot.app.tonight).last?.at == robot.now)
    #expect(robot.screen.contains("17:00 is still to come"))
  }

  @Test func `the only helper is who writes, until somebody says otherwise`() {
    #expect(robot(("people.MK", "Mara")).screen.contains("MK  02:15"))
    #expect(!robot(("people.MK", "Mara"), ("person-initials", "AP")).screen.contains("MK  02:15"))
    #expect(!robot(("people.MK", "Mara"), ("people.AB", "Abe")).screen.contains("MK  02:15"))
    #expect(robot(("people.MK", "Mara"), by: "ZZ").screen.contains("ZZ  02:15"))
  }

  @Test func `twelve hours where asked for, everywhere`() {
    let robot = robot(("clock", "12"))
    robot.press("l")
    #expect(robot.screen.contains("turned 2:15 am left") && robot.screen.contains("Saved 2:15 am turned left."))
    robot.choose("Tonight's entries")
    #expect(robot.screen.contains("2:15 am  turned left") && !robot.screen.contains("02:15"))
    robot.goHome()
    robot.press("=")
    #expect(robot.screen.contains("2:20 am is still to come, so the time stays 2:15 am."))
  }

  @Test func `colours are chosen there, and worn at once`() {
    let robot = robot()
    #expect(robot.app.theme == .amber)
    open("Plan", "Settings", "Colours", "Red on black", on: robot)
    #expect(robot.app.theme == .red && Theme.named("day") == .day && Theme.named("mono") == .mono)
    robot.press("u")
    #expect(robot.app.theme == .amber)
  }

  @Test func `equipment tells its step, its rental month and who is waited for`() {
    let robot = robot(
      ("equipment-step.hoist", "paperwork"), ("equipment-waiting.hoist", "the insurer"),
      ("equipment-rental.mask", "2026-07-22"))
    open("Plan", "Equipment", on: robot)
    #expect(robot.screen.contains("Hoist or lift: waiting on the insurer"))
    robot.choose("Mask and breathing machine")
    #expect(robot.screen.contains("rental month 5 of 13"))
    robot.choose("How far it is (insurer, supplier)")
    robot.choose("Approved")
    #expect(robot.screen.contains("approved, said Mon 23 Nov"))
  }

  @Test func `settings can be left blank again`() {
    let robot = robot(("turn-interval", "180"))
    open("Plan", "Turning", "Minutes between turns", "Leave it blank", on: robot)
    #expect(plan(robot).turnInterval == nil && robot.focus == "Minutes between turns")
  }
}

@Suite struct `A closed record` {
  private func closed() -> Robot {
    var samples = Samples()
    let plan = [samples.setting("turn-interval", "180"), samples.setting("people.MK", "Mara")]
    let night = [samples.event(.turn, [.side: .text("left")], at: "23:10")]
    let old = samples.night.adding(days: -3)
    samples.night = old
    let before = [samples.event(.suction, at: "23:00")]
    let robot = Robot(MemoryRecord(plan: plan, nights: [Samples().night: night, old: before]))
    robot.choose("Plan")
    robot.choose("This record")
    robot.choose("Close this record")
    robot.choose("Close this record")
    robot.goHome()
    return robot
  }

  @Test func `asks, plans and marks nothing, and writes nothing`() {
    let robot = closed()
    #expect(!robot.screen.contains("planned") && robot.screen.contains("This record is closed"))
    #expect(robot.shows("Past nights") && robot.shows("Emergency card") && !robot.shows("Mark this moment"))
    robot.press("l", "g", "s")
    #expect(robot.items.count == 1 && robot.screen.contains("can be opened again"))
    robot.press("?")
    robot.choose("t")
    robot.goHome()
    #expect(robot.items.count == 1 && !robot.shows("Bedtime"))
    robot.choose("Past nights")
    #expect(robot.screen.contains("nothing recorded"), "the nights before it was closed still say so")
    #expect(!robot.screen.split(separator: "\n")[2].contains("nothing recorded"))
  }

  @Test func `is opened again, and goes on`() {
    let robot = closed()
    robot.choose("Plan")
    robot.choose("This record")
    robot.choose("Open this record again")
    robot.goHome()
    robot.press("r")
    #expect(robot.items.count == 2 && robot.screen.contains("planned 05:15"))
  }

  @Test func `nights away say where, in place of nothing recorded`() {
    var samples = Samples()
    let plan = [samples.setting("away.2026-11-21", "hospital")]
    samples.night = samples.night.adding(days: -2)
    let robot = Robot(MemoryRecord(plan: plan, nights: [samples.night: [samples.event(.suction, at: "23:00")]]))
    robot.choose("Past nights")
    #expect(robot.screen.contains("away: hospital"))
  }

  @Test func `a number typed from the lines below its field takes the place of what stood, whole`() {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("turn-interval", "180")]), by: "MK")
    for label in ["Plan", "Turning", "Minutes between turns"] { robot.choose(label) }
    robot.press("Down")
    robot.type("120")
    #expect(robot.screen.contains("[ 120 ]"), "\(robot.screen)")
    robot.press("Enter")
    #expect(Plan(entries: robot.record.entries(of: .plan)).turnInterval == 120)
  }
}
