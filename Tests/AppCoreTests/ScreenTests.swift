import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Symptoms and entries` {
  private let robot = Robot(by: "MK")

  private func choose(_ label: String) { robot.choose(prefix: label) }

  @Test func `a symptom is saved when it is chosen, and each answer when it is given`() {
    choose("All symptoms")
    choose("Pain")
    #expect(robot.written == ["Pain"])
    choose("How bad")
    choose("four")
    choose("How many minutes")
    choose("10 min")
    choose("What helped")
    choose("Turning")
    choose("Did it wake")
    choose("Yes")
    choose("Who wrote it, who says so")
    choose("Who says so")
    choose("Said by the person")
    robot.press("Esc")
    choose("Where")
    choose("Lower back")
    #expect(
      robot.written == [
        "Pain 4, 10 min, lower back, helped: turning, woke the person, said by the person"
      ])
    robot.press("Esc", "Esc", "Esc", "u")
    #expect(robot.written[0].hasSuffix("woke the person, said by the person"))
  }

  @Test func `the time of an entry can be typed, and belongs to its night`() {
    robot.press("l")
    choose("Tonight's entries")
    robot.press("Right", "1")
    robot.type("23:10")
    robot.press("Enter")
    #expect(robot.items.first?.at == Samples().moment("23:10"))
    robot.press("1")
    robot.type("25:00")
    robot.press("Enter")
    #expect(robot.screen.contains("25:00"))
    #expect(robot.items.first?.at == Samples().moment("23:10"))
  }

  @Test
  func `what corrects an entry has the same digits on every entry, none is left out, and the details have the focus`() {
    for key in ["l", "s", "g", "a"] {
      let robot = Robot()
      robot.press(key)
      if robot.scene.name == "question" { robot.press("0") }
      Checklists.open("Tonight's entries", robot)
      robot.press("Right")
      let list = robot.scene.list
      #expect(list.items.prefix(3).map(\.id) == ["time", "retract", "origin"] && list.numbering == .inOrder)
      #expect(robot.scene.focusIndex == 3, "\(robot.screen)")
    }
  }

  @Test func `letters jump to the next label that begins with them`() {
    choose("All symptoms")
    robot.press("f")
    #expect(robot.focus.hasPrefix("F"))
    #expect(robot.items.isEmpty)
  }

  @Test func `an entry can be taken back from its own page, and undo brings it back`() {
    robot.press("l")
    choose("Tonight's entries")
    robot.press("Enter")
    choose("Take this entry back")
    #expect(robot.items.isEmpty)
    #expect(robot.screen.contains("Taken back"))
    robot.press("u")
    #expect(robot.written == ["turned left"])
  }

  @Test func `a diary that would not add up is refused, and says so`() {
    let robot = Robot(GoldenRecord.night())
    Checklists.open("Past nights", robot)
    robot.press("Down", "Enter", "8")
    for _ in 0..<40 where robot.focus != "Minutes awake in those" { robot.press("Down") }
    robot.press("Enter")
    robot.type("1440")
    robot.press("Enter")
    #expect(robot.screen.contains("Nothing was changed"))
  }

  @Test func `minutes can be typed, and a number that does not fit is refused`() {
    robot.press("g", "0")
    choose("Tonight's entries")
    robot.press("Enter")
    choose("How many minutes")
    robot.type("2000")
    robot.press("Enter")
    #expect(robot.screen.contains("0 to 1440"))
    robot.press("Backspace", "Backspace", "Enter")
    #expect(robot.written == ["Cramp, 20 min"])
  }
}

@Suite struct `Past nights` {
  /// A record of a turn in each of many nights, up to the sample night.
  private func robot(nights: Int) -> Robot {
    var written: [CivilDate: [Entry]] = [:]
    for back in 0..<nights {
      let date = Samples().night.adding(days: -back)
      var samples = Samples(writer: "w\(back)", night: "\(date)")
      written[date] = [samples.event(.turn, [.side: .text("left")], at: "23:10")]
    }
    return Robot(MemoryRecord(nights: written))
  }

  @Test func `ten years scroll from tonight to the oldest night`() {
    let robot = robot(nights: 3652)
    Checklists.open("Past nights", robot)
    #expect(robot.screen.contains("Sun 22 Nov 2026"))
    robot.press("PageDown")
    #expect(!robot.screen.contains("Sun 22 Nov 2026"))
    robot.press("End")
    #expect(robot.focus == "Wed 23 Nov 2016")
    #expect(robot.screen.contains("Wed 23 Nov 2016"))
    robot.press("Home")
    #expect(robot.focus == "Sun 22 Nov 2026")
  }

  @Test func `only the nights on the screen are read`() {
    let robot = robot(nights: 3652)
    // The first key has the rules look at the last weeks, once.
    robot.press("Down", "Up")
    _ = robot.layout
    let before = robot.record.reads
    Checklists.open("Past nights", robot)
    #expect(robot.screen.contains("Sun 22 Nov 2026"))
    // Those, and between keys each night there is once, because the rules for signs look at all of them.
    #expect(robot.record.reads - before < 3652 + 200)
    let opened = robot.record.reads
    robot.press("Down", "Down", "Up")
    #expect(robot.record.reads == opened)
  }

  @Test func `a night nobody wrote says so and counts nothing`() {
    var samples = Samples(night: "2026-11-19")
    let night = samples.night
    let robot = Robot(MemoryRecord(nights: [night: [samples.event(.turn, at: "23:10")]]))
    Checklists.open("Past nights", robot)
    #expect(robot.screen.contains("nothing recorded"))
    #expect(robot.screen.contains("Thu 19 Nov 2026"))
    #expect(!robot.screen.contains("Wed 18 Nov 2026"))
  }

  @Test func `a night shows its entries, and the nights beside it are one key away`() {
    let robot = robot(nights: 5)
    Checklists.open("Past nights", robot)
    robot.press("Down", "Enter")
    #expect(robot.screen.contains("Night of Sat 21 to Sun 22 Nov 2026"))
    #expect(robot.screen.contains("23:10  turned left"))
    robot.choose("Previous night")
    #expect(robot.screen.contains("Night of Fri 20 to Sat 21 Nov 2026"))
    robot.choose("Next night")
    #expect(robot.screen.contains("Night of Sat 21 to Sun 22 Nov 2026"))
    robot.press("Esc")
    #expect(robot.scene.name == "past-nights")
  }

  @Test func `what is taken back and brought back in an old night shows in the list at once`() {
    let robot = robot(nights: 5)
    Checklists.open("Past nights", robot)
    robot.press("Down", "Down", "Enter", "3", "2", "Esc", "Esc")
    let line = { robot.screen.split(separator: "\n").first { $0.contains("Fri 20 Nov 2026") } ?? "" }
    #expect(robot.scene.name == "past-nights" && line().contains("nothing recorded"), "\(line())")
    robot.press("u")
    #expect(!line().contains("nothing recorded"), "\(line())")
  }

  @Test func `nights that came in since are listed when one comes back`() {
    let robot = robot(nights: 3)
    Checklists.open("Past nights", robot)
    robot.press("Esc")
    var older = Samples(writer: "other", night: "2026-11-15")
    robot.record.add(older.event(.turn, at: "23:10"), to: .night(older.night))
    Checklists.open("Past nights", robot)
    robot.press("End")
    #expect(robot.focus == "Sun 15 Nov 2026")
  }

  @Test func `the damage of an old night is told on that night and nowhere else`() {
    let robot = robot(nights: 5)
    robot.record.damage(.night(Samples().night.adding(days: -2)))
    Checklists.open("Past nights", robot)
    robot.press("Down", "Down", "Enter")
    #expect(robot.screen.contains("1 place in the night 2026-11-20 is damaged"))
    robot.press("Esc", "Esc")
    #expect(robot.scene.name == "tonight" && !robot.screen.contains("damaged"))
  }

  @Test func `an empty night holds nothing that can be read only where it may lie in what cannot be`() {
    func rows(_ finding: RecordFinding) -> [String] {
      var first = Samples(night: "2026-11-15")
      let record = MemoryRecord(nights: [first.night: [first.event(.turn, at: "23:10")]])
      let robot = Robot(record) { world in
        let load = world.load
        world.load = { partitions in
          load(partitions).map { part in
            part.partition == .plan
              ? LoadedPartition(partition: .plan, entries: part.entries, findings: [finding]) : part
          }
        }
      }
      Checklists.open("Past nights", robot)
      return ["Sun 22 Nov", "Wed 18 Nov"].map { day in
        let row = robot.screen.split(separator: "\n").first { $0.contains(day) } ?? ""
        return row.contains("nothing that can be read")
          ? "hidden" : row.contains("nothing recorded") ? "empty" : "\(row)"
      }
    }
    // What is at hand was read.
    #expect(rows(.init(.unreadable, "all", hiding: .all)) == ["empty", "hidden"])
    #expect(rows(.init(.unreadable, "nights/2026", hiding: .year("2026"))) == ["empty", "hidden"])
    #expect(rows(.init(.unreadable, "nights/2025", hiding: .year("2025"))) == ["empty", "empty"])
    #expect(rows(.init(.unreadable, "1 place in the plan is damaged")) == ["empty", "empty"])
  }

  @Test func `a past night is reckoned by the plan that stood then, also when that comes to light later`() {
    var early = Samples(writer: "p", night: "2026-11-18")
    var late = Samples(writer: "q", night: "2026-11-22")
    var night = Samples(night: "2026-11-20")
    let on = night.event(.maskOn, at: "22:00")
    let off = night.event(.maskOff, at: "11:00")
    let plan = [early.setting("split-hour", "9"), late.setting("split-hour", "12")]
    let nights = [night.night: [on], night.night.adding(days: 1): [off]]
    let robot = Robot(MemoryRecord(plan: plan, nights: nights))
    Checklists.open("Past nights", robot)
    #expect(robot.screen.contains("11 h 00"), "\(robot.screen)")
    robot.record.add(early.setting("split-hour", "12", at: "14:00"), to: .plan)
    robot.happen(.timedOut)
    #expect(robot.screen.contains("13 h 00"), "\(robot.screen)")
  }

  @Test func `a date can be gone to, and one outside the record is refused`() {
    let robot = robot(nights: 3652)
    Checklists.open("Past nights", robot)
    robot.press("End", "g")
    robot.type("2015-01-01")
    robot.press("Enter")
    #expect(robot.screen.contains("lies outside the record"))
    for _ in 0..<10 { robot.press("Backspace") }
    robot.type("2027-01-01")
    robot.press("Enter")
    #expect(robot.screen.contains("lies outside the record"))
    for _ in 0..<10 { robot.press("Backspace") }
    robot.type("2020-02-29")
    robot.press("Enter")
    #expect(robot.focus == "Sat 29 Feb 2020")
  }
}
