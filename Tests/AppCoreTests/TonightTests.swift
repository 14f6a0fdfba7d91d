import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Tonight` {
  private let robot = Robot(by: "MK")

  @Test func `one key writes one entry, with the time of the press`() {
    let keys: [(String, String)] = [
      ("l", "turned left"), ("r", "turned right"), ("b", "turned on the back"), ("k", "let sleep"), ("a", "adjusted"),
      ("w", "woke"), ("z", "looked asleep"), ("c", "cough assist"), ("m", "mask on"), ("o", "mask off"),
      ("d", "drink"), ("v", "toilet"), ("Enter", "marked this moment"),
    ]
    for (key, words) in keys {
      let robot = Robot(by: "MK")
      robot.press(key)
      #expect(robot.written == [words], "\(key)")
      #expect(robot.items.first?.at.time == ClockTime("02:15"))
      #expect(robot.items.first?.by == "MK")
      #expect(robot.screen.contains("Saved 02:15 \(words)."), "\(key)")
    }
  }

  @Test(arguments: [24, 26, 40]) func `what was written scrolls by what shows, no entry passed over`(rows: Int) {
    var samples = Samples()
    let night = (0..<24).map { samples.event(.drink, at: "01:\(10 + $0)") }
    let robot = Robot(MemoryRecord(nights: [samples.night: night]), rows: rows)
    var seen = ""
    for _ in 0..<24 {
      seen += robot.screen
      robot.press("PageDown")
    }
    for minute in 10..<34 { #expect(seen.contains("01:\(minute)  drink"), "\(rows): \(minute)") }
  }

  @Test func `capital letters mean what small ones do`() {
    robot.press("L", "M")
    #expect(robot.written == ["turned left", "mask on"])
  }

  @Test func `Left and Right go from column to column and do nothing at the edge`() {
    robot.press("Left")
    #expect(robot.focus == "Mark moment" && robot.scene.name == "tonight")
    robot.press("Down", "Right", "Right", "Right", "Right")
    #expect(robot.focus == "Handover" && robot.scene.name == "tonight" && robot.written.isEmpty)
    robot.press("Left", "Left")
    #expect(robot.focus == "Mask")
    robot.press("g", "Right", "Right", "Down", "Enter")
    #expect(robot.written == ["Cramp 6"], "blank, one to four, five to eight")
  }

  @Test func `Undo always stands there, and says so where there is nothing to take back`() {
    let before = robot.scene.list.items.map(\.label)
    robot.press("2")
    #expect(robot.screen.contains("There is nothing to take back"))
    robot.press("l")
    #expect(robot.scene.list.items.map(\.label) == before)
  }

  @Test func `what is filled in while an entry is fresh does not make it an edited one`() {
    robot.press("g", "6")
    #expect(robot.items.first?.isEdited == true && robot.items.first?.isCorrected == false)
    #expect(!robot.screen.contains("edited"))
    robot.press("-")
    #expect(!robot.screen.contains("edited"))
    robot.wait(minutes: 3)
    robot.press("-")
    #expect(robot.screen.contains("edited"))
  }

  @Test func `minus and equals move the last entry, never into the future`() {
    robot.press("l", "-", "-", "=")
    #expect(robot.items.first?.at.time == ClockTime("02:10"))
    #expect(robot.screen.contains("Moved 5 min later: 02:10 turned left, 5 min ago. - moves it back."))
    robot.press("+", "+")
    #expect(robot.items.first?.at.time == ClockTime("02:15"))
    #expect(robot.screen.contains("still to come"))
  }

  @Test func `minus says what it moved and by how much, and plus or equals brings it back to the very moment`() {
    robot.now = Instant(milliseconds: robot.now.milliseconds + 20_345, offsetMinutes: robot.now.offsetMinutes)
    robot.press("l")
    let written = robot.items.first?.at
    for back in ["=", "+"] {
      robot.press("-")
      #expect(robot.screen.contains("Moved 5 min earlier: 02:10 turned left, 5 min ago. = or + moves it back."))
      robot.press(back)
      #expect(robot.items.first?.at == written && written?.milliseconds == robot.now.milliseconds)
      #expect(robot.screen.contains("Moved 5 min later: 02:15 turned left."))
    }
    // Also where the clock has gone back behind the entry since.
    robot.press("-")
    robot.now = robot.now.adding(minutes: -4)
    robot.press("=")
    #expect(robot.items.first?.at == written)
    robot.press("=")
    #expect(robot.items.first?.at == written && robot.screen.contains("still to come"))
  }

  @Test(arguments: [(250, 33), (500, 30), (660, 40)])
  func `a held key writes one entry`(delay: Int64, period: Int64) {
    for key in ["l", "Enter", "4"] {
      let robot = Robot()
      robot.press(key)
      robot.pace = delay
      robot.press(key)
      robot.pace = period
      for _ in 0..<90 { robot.press(key) }
      #expect(robot.items.count == 1, "\(key)")
    }
  }

  @Test func `nothing is chosen by moving`() {
    robot.press("Down", "Down", "Tab", "Up", "PageDown", "Home", "End", "PageUp")
    #expect(robot.items.isEmpty)
  }

  @Test func `medicine asks which, chooses none by itself, and keeps the name as typed`() {
    var samples = Samples()
    let plan = [samples.setting("medicine.Baclofen", "10 mg as needed")]
    let robot = Robot(MemoryRecord(plan: plan))
    robot.press("x", "Enter")
    #expect(robot.items.isEmpty)
    robot.press("x", "1")
    #expect(robot.written == ["medicine Baclofen"])
    robot.press("x", "End", "Enter")
    robot.type("Éclat 5")
    robot.press("Enter")
    #expect(robot.written.last == "medicine Éclat 5")
  }

  @Test func `undo says what it takes back, and redo brings it back`() {
    robot.press("l", "m", "u")
    #expect(robot.written == ["turned left"])
    #expect(robot.screen.contains("Taken back: 02:15 mask on."))
    robot.press("y")
    #expect(robot.written == ["turned left", "mask on"])
    robot.press("u", "u", "u")
    #expect(robot.written.isEmpty)
    #expect(robot.screen.contains("There is nothing to take back"))
  }

  @Test func `a save that failed stays on the screen until it worked, and is tried again`() {
    robot.record.disk = .refuses
    robot.press("l")
    #expect(robot.screen.contains("NOT SAVED: 2026-11-23 02:15 turned left"))
    robot.press("Down", "9", "Esc", "?", "Esc")
    #expect(robot.screen.contains("NOT SAVED"))
    robot.press("g")
    #expect(robot.screen.contains("turned left MK; 2026-11-23 02:15 Cramp"))
    robot.record.disk = .works
    robot.press("m")
    #expect(!robot.screen.contains("NOT SAVED"))
    #expect(robot.written.sorted() == ["Cramp", "mask on", "turned left"])
    robot.press("u")
    #expect(robot.items.count == 2, "each is an action of its own: \(robot.screen)")
  }

  @Test func `what waits beside the record is graded, shown and told like the rest, and said not to be in it`() {
    robot.record.disk = .keepsBeside
    robot.press("s", "2")
    #expect(robot.written == ["suction, thick"])
    #expect(robot.screen.contains("NOT IN THE RECORD YET"))
    robot.record.disk = .works
    robot.press("m")
    #expect(!robot.screen.contains("NOT IN THE RECORD"))
  }

  @Test func `undo takes back what could not be saved first`() {
    robot.press("l")
    robot.record.disk = .refuses
    robot.press("m", "u")
    #expect(robot.screen.contains("Taken back before it was saved: 2026-11-23 02:15 mask on MK."))
    robot.record.disk = .works
    robot.press("d")
    #expect(robot.written.sorted() == ["drink", "turned left"])
  }

  @Test func `leaving tries once more, and hands out what nothing could write`() {
    robot.record.disk = .refuses
    robot.press("l", "Ctrl-C", "2")
    #expect(robot.app.isOver && robot.app.unsaved.count == 1)
    let other = Robot()
    other.record.disk = .refuses
    other.press("l")
    other.record.disk = .works
    other.press("Ctrl-C", "2")
    #expect(other.written == ["turned left"] && other.app.unsaved.isEmpty)
  }

  @Test func `a damaged night is told in one line and the rest is shown`() {
    robot.record.damage(.night(Samples().night))
    robot.happen(.timedOut)
    #expect(robot.screen.contains("1 place in the night 2026-11-22 is damaged or could not be read"))
    robot.press("l")
    #expect(robot.written == ["turned left"])
  }

  @Test func `the board repeats what was written and never says late`() {
    var samples = Samples()
    let plan = [samples.setting("turn-interval", "60"), samples.setting("turn-positions", "left,back")]
    let turned = [samples.event(.turn, [.side: .text("left")], at: "23:10")]
    let robot = Robot(MemoryRecord(plan: plan, nights: [samples.night: turned]))
    #expect(robot.screen.contains("turned 23:10 left (3 h 05)"))
    #expect(robot.screen.contains("planned 00:10 back"))
    robot.press("k")
    #expect(robot.screen.contains("turned 23:10 left (3 h 05)"))
    #expect(robot.screen.contains("planned 03:15 back"))
    for word in ["late", "overdue", "over by"] { #expect(!robot.screen.lowercased().contains(word)) }
  }

  @Test func `what needs equipment nobody has is not there, and its number stays unused`() {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("equipment.suction", "in-use")]))
    #expect(!robot.screen.contains(" Mask"))
    #expect(robot.screen.contains(" 7  Breathing"))
    robot.press("6")
    #expect(robot.items.isEmpty && robot.scene.name == "tonight")
  }

  @Test func `trouble that may be an emergency points to the card at any grade, with any note`() {
    robot.press("h")
    #expect(robot.screen.contains("e: emergency card"))
    robot.press("7")
    #expect(robot.screen.contains("Saved 02:15 Hard to breathe 7. e: emergency card."))
    robot.press("n")
    robot.type("blue lips")
    robot.press("Enter")
    #expect(robot.screen.contains("blue lips. e: emergency card."))
    robot.press("e")
    #expect(robot.screen.contains("Nothing typed yet. Call your emergency number."))
  }

  @Test func `Right looks and never writes`() {
    for _ in 0..<20 {
      robot.press("Right")
      while robot.scene.name != "tonight" { robot.press("Esc") }
      robot.press("Down")
    }
    #expect(robot.items.isEmpty)
    robot.press("l")
    Checklists.open("Tonight's entries", robot)
    robot.press("Right")
    for _ in 0..<10 where robot.focus != "Take this entry back" { robot.press("Down") }
    robot.press("Right")
    #expect(robot.written == ["turned left"])
  }

  @Test func `Right opens what is only gone to, be it another screen or another page of the same`() {
    func right(on label: String) -> String {
      if !robot.shows(label) { robot.press("9") }
      for _ in 0..<40 where robot.focus != label { robot.press("Down") }
      robot.press("Right")
      return robot.scene.name
    }
    robot.press("l")
    #expect(right(on: "Guide") == "guide" && right(on: "Cramps and stiffness") == "guide-page")
    robot.press("Esc", "Esc")
    Checklists.open("Tonight's entries", robot)
    robot.press("Right")
    #expect(right(on: "When") == "time")
    robot.press("Esc", "Esc", "Esc")
    #expect(right(on: "Past nights") == "past-nights" && right(on: "Trends") == "trends")
    #expect(right(on: "How many nights") == "trend-spans")
  }

  @Test func `what was said goes with the screen, and a key that does nothing says so`() {
    robot.press("l", "x")
    #expect(!robot.screen.contains("Saved"))
    robot.press("k")
    #expect(robot.screen.contains("\"k\" does nothing here"))
    #expect(robot.written == ["turned left"])
  }

  @Test func `the last entry is tonight's newest that has nobody else's name`() {
    robot.press("l")
    let other = Robot(robot.record)
    other.press("g", "0")
    robot.happen(.timedOut)
    robot.press("n")
    robot.type("calf")
    robot.press("Enter")
    #expect(robot.written == ["turned left", "Cramp, calf"])
    robot.now = Samples(night: "2026-11-23").moment("23:00")
    robot.press("-")
    #expect(robot.screen.contains("Nothing was written yet tonight"))
  }

  @Test func `at the split hour the next key belongs to the next night, whatever screen is open`() {
    Checklists.open("Bedtime", robot)
    robot.now = Samples(night: "2026-11-23").moment("12:00")
    robot.press("Enter")
    #expect(robot.items.isEmpty)
    #expect(robot.record.items(of: Samples().night.adding(days: 1)).count == 1)
    robot.press("Esc")
    #expect(robot.screen.contains("Night of Mon 23 to Tue 24 Nov "))
  }

  @Test func `the next night is read when it begins`() {
    let other = Robot(robot.record)
    other.now = Samples(night: "2026-11-23").moment("12:01")
    other.press("l")
    robot.now = Samples(night: "2026-11-23").moment("12:02")
    robot.press("Down")
    #expect(robot.screen.contains("Night of Mon 23 to Tue 24 Nov "))
    #expect(robot.screen.contains("turned 12:01 left"))
  }

  @Test func `an entry stays in its night however far it is moved`() {
    robot.now = Samples().moment("12:03")
    robot.press("l", "-")
    #expect(robot.items.first?.at.time == ClockTime("12:03"))
    #expect(robot.screen.contains("another night"))
  }

  @Test func `what was opened once is gone back to, not opened twice`() {
    robot.press("e", "e", "?", "e")
    robot.press("Esc")
    #expect(robot.scene.name == "tonight")
  }

  @Test func `a medicine that goes from the plan moves the choice to none`() {
    var samples = Samples()
    let record = MemoryRecord(plan: [samples.setting("medicine.A", "one"), samples.setting("medicine.B", "two")])
    let robot = Robot(record)
    robot.press("x", "Down", "Down")
    #expect(robot.focus == "B")
    record.add(samples.setting("medicine.B", nil, at: "13:00"), to: .plan)
    robot.happen(.timedOut)
    robot.press("Enter")
    #expect(robot.items.isEmpty)
  }

  @Test func `Ctrl-C asks before leaving, and Esc stays`() {
    robot.press("Ctrl-C")
    #expect(robot.screen.contains("Leave Nightstand?"))
    robot.press("Esc")
    #expect(!robot.app.isOver && robot.scene.name == "tonight")
    robot.press("Ctrl-C", "2")
    #expect(robot.app.isOver)
  }

  @Test func `the other bedside's entries show at the next minute`() {
    let other = Robot(robot.record)
    other.press("l")
    #expect(!robot.screen.contains("turned left"))
    robot.happen(.timedOut)
    #expect(robot.screen.contains("turned left"))
  }

  @Test func `a comma begins one line for anything, and a slash looks for words in all nights`() {
    robot.press(",")
    robot.type("0155 hard to breathe 7")
    #expect(robot.screen.contains("Hard to breathe 7"), "read while it is typed: \(robot.screen)")
    robot.press("Enter")
    #expect(robot.written == ["Hard to breathe 7"] && robot.items.first?.at.time == ClockTime("01:55"))
    robot.press("Esc")
    #expect(robot.scene.name == "tonight", "the page of paper notes was only passed")
    robot.press("/")
    robot.type("breathe")
    robot.press("Enter")
    #expect(robot.scene.name == "found" && robot.screen.contains("Hard to breathe 7"), "\(robot.screen)")
  }
}
