import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Trends on the screen` {
  /// A robot in front of the trends of six weeks.
  private func robot(_ columns: Int = 80, _ rows: Int = 24, path: [String] = []) -> Robot {
    let robot = Robot(GoldenRecord.season(), columns: columns, rows: rows, by: "MK")
    Self.openTrends(robot)
    for label in path { robot.choose(label) }
    return robot
  }

  private static func openTrends(_ robot: Robot) {
    Checklists.open("Past nights", robot)
    for _ in 0..<4 where robot.focus != "Trends" { robot.press("Up") }
    robot.press("Enter")
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40)])
  func `the trends and a chart`(columns: Int, rows: Int) {
    let robot = robot(columns, rows)
    expectScreen(robot.layout.frame, "trends-\(columns)x\(rows)")
    robot.choose("Slept (TST)")
    expectScreen(robot.layout.frame, "chart-\(columns)x\(rows)")
  }

  @Test func `the trends and a chart where only ASCII shows`() {
    let robot = robot()
    robot.isASCII = true
    expectScreen(robot.layout.frame, "trends-ascii")
    robot.choose("Slept (TST)")
    expectScreen(robot.layout.frame, "chart-ascii")
    let shown = robot.layout.frame.cells.map(\.character)
    #expect(shown.allSatisfy(\.isASCII) && !shown.contains("?") || shown.count { $0 == "?" } == 1)
  }

  @Test func `on the Linux console drawings are in ASCII and letters are not`() {
    let robot = robot(path: ["Slept (TST)"])
    robot.drawsInASCII = true
    #expect(robot.screen.contains("o") && !robot.screen.contains("•") && !robot.screen.contains("│"))
    robot.press("Esc")
    #expect(robot.screen.contains("=+") && !robot.screen.contains("▄"))
  }

  @Test func `in a closed record nothing is marked, and the trends stay readable`() {
    let robot = robot(path: ["Mark a change", "In one of the last 14 nights", "Sun 15-Mon 16"])
    var samples = Samples(writer: "closing")
    robot.record.add(samples.setting("closed", "yes", at: "13:00"), to: .plan)
    robot.happen(.timedOut)
    robot.choose("New mask")
    #expect(robot.screen.contains("This record is closed") && !robot.screen.contains("new mask"))
    robot.press("Esc", "Esc")
    #expect(robot.screen.contains("Slept (TST)"))
  }

  @Test(arguments: [
    ("changes", ["Slept (TST)", "Before and after changes"]), ("marks", ["Mark a change"]),
    ("compare", ["Compare two spans"]), ("next-day", ["The night and the next day"]),
    ("trend-spans", ["How many nights"]),
  ])
  func `what lies behind the trends`(name: String, path: [String]) {
    expectScreen(robot(path: path).layout.frame, name)
  }

  @Test func `another number of nights is chosen with two keys, and stays chosen`() {
    let robot = robot()
    robot.press("1", "1")
    #expect(robot.scene.title == "Trends: 7 nights")
    #expect(robot.screen.contains("Fewer than 7 nights are recorded"))
    robot.press("Esc")
    Self.openTrends(robot.scene.name == "past-nights" ? goHome(robot) : robot)
    #expect(robot.scene.title == "Trends: 7 nights")
    robot.press("1", "6")
    #expect(robot.scene.title == "Trends: all nights")
    #expect(robot.screen.contains("of 45"))
  }

  private func goHome(_ robot: Robot) -> Robot {
    robot.goHome()
    return robot
  }

  @Test func `a chart leads to its nights, and back`() {
    let robot = robot(path: ["Slept (TST)"])
    robot.press("Home", "Down", "Down", "Enter")
    #expect(robot.scene.name == "night")
    #expect(robot.scene.title.contains("Sat 21 to Sun 22 Nov 2026"))
    robot.press("Esc")
    #expect(robot.focus == "Sat 21 Nov 2026")
    robot.press("End")
    #expect(robot.focus == "Fri 23 Oct 2026")
  }

  @Test func `a change is marked by picking or by typing, and can be undone`() {
    let robot = robot(path: ["Mark a change", "In one of the last 14 nights", "Sun 15-Mon 16", "New mask"])
    robot.press("Esc")
    #expect(robot.screen.contains("Sun 15 Nov 2026") && robot.screen.contains("new mask"))
    robot.choose("Type the date of its night")
    robot.type("soon")
    robot.press("Enter")
    #expect(robot.screen.contains("no date"))
    for _ in 0..<4 { robot.press("Backspace") }
    robot.type("2026-11-10")
    robot.press("Enter")
    robot.type("pressure changed")
    robot.press("Enter")
    #expect(
      robot.shows("Tue 10 Nov 2026") && robot.shows("Sun 15 Nov 2026") && robot.screen.contains("pressure changed"))
    robot.press("u", "u")
    #expect(!robot.shows("2026-11-10") && !robot.shows("2026-11-15"))
  }

  @Test func `two typed spans are compared, and dates that are none are refused`() {
    let robot = robot(path: ["Compare two spans", "The first nights"])
    robot.type("2026-10-20 to 2026-10-25")
    robot.press("Enter")
    #expect(robot.screen.contains("Tue 20 Oct to Sun 25 Oct 2026"))
    robot.choose("The second nights")
    robot.type("2026-13-01 to 2026-10-25")
    robot.press("Enter")
    #expect(robot.screen.contains("no two dates"))
    for _ in 0..<30 { robot.press("Backspace") }
    robot.type("0001-01-01 to 9999-12-31")
    robot.press("Enter")
    #expect(robot.screen.contains("over ten years"))
  }

  @Test func `the caregiver's own figures show only where the family wants them`() {
    var samples = Samples()
    func trends(_ plan: [Entry]) -> String {
      let date = samples.night.adding(days: -1)
      var night = Samples(writer: "n", night: "\(date)")
      let robot = Robot(
        MemoryRecord(plan: plan, nights: [date: [night.record(.carer, [.slept: .number(300)], at: "08:00")]]))
      Self.openTrends(robot)
      return robot.screen
    }
    #expect(!trends([]).contains("Caregiver slept"))
    #expect(trends([samples.setting("carer-figures", "yes")]).contains("Caregiver slept"))
  }

  @Test func `an empty record, and a night that is still running, say so`() {
    let robot = Robot()
    Self.openTrends(robot)
    #expect(robot.screen.contains("something is recorded in 0 of 30"))
    robot.goHome()
    robot.press("l")
    Self.openTrends(robot)
    // Tonight counts once its diary is written.
    #expect(robot.screen.contains("something is recorded in 0 of 30"))
  }

  @Test func `in lines there are sentences and no drawing`() {
    for path in [[], ["Slept (TST)"], ["Slept (TST)", "Before and after changes"], ["Compare two spans"]] {
      let robot = robot(path: path)
      var said = ""
      var mode = LineMode(robot.app, in: robot.world, read: { nil }, write: { said += $0 })
      _ = mode.run()
      for character in "▁▂▃▄▅▆▇█━─╌│┊•" { #expect(!said.contains(character), "\(path) \(character)") }
      for fact in robot.scene.figure?.sentences ?? [] {
        #expect(said.split { $0 == "\n" || $0 == " " }.joined().contains(fact.filter { $0 != " " }), "\(fact)")
      }
    }
  }

  @Test(arguments: ["How many nights", "Compare two spans", "The night and the next day"])
  func `many nights are taken in between keys, with the progress shown, and no key waits for them`(way: String) throws {
    let fast = Robot(GoldenRecord.season(500), by: "MK")
    // What is looked for at the beginning is found.
    fast.press("Down", "Up")
    let slow = fast.copy()
    slow.clock.stepsBetweenKeys = 10
    for robot in [fast, slow] {
      Self.openTrends(robot)
      if way == "How many nights" {
        robot.press("1", "6")
      } else {
        robot.choose(way)
        robot.choose(way == "Compare two spans" ? "The last nights and as many before" : "How many nights")
        robot.press("6")
      }
    }
    func done() -> Int? {
      slow.screen.firstMatch(of: /Reading the nights: (\d+) of 500/).flatMap { Int($0.1) }
    }
    let first = try #require(done())
    // What reaches into the nights from others is read first, and then some of them.
    for _ in 0..<8 where done() == first { slow.step() }
    let second = try #require(done())
    slow.step()
    // Two of the nights read may be neighbours that lend what reaches into the others.
    #expect((second + 18...second + 20).contains(try #require(done())), "\(slow.screen)")
    slow.press("Down", "Up")
    for _ in 0..<80 where slow.screen.contains("Reading") { slow.step() }
    #expect(slow.screen == fast.screen)
  }

  @Test func `all nights are worked out ahead where spans are chosen`() {
    let robot = Robot(GoldenRecord.season(500), by: "MK")
    robot.clock.stepsBetweenKeys = 10
    Self.openTrends(robot)
    robot.press("1")
    for _ in 0..<60 { robot.step() }
    let reads = robot.record.reads
    robot.press("6")
    #expect(robot.screen.contains("of 500") && !robot.screen.contains("Reading"), "\(robot.screen)")
    #expect(robot.record.reads == reads)
  }

  @Test func `while nights are read anew what they came to stands, so that no line comes and goes`() {
    let robot = Robot(GoldenRecord.season(500), by: "MK")
    Self.openTrends(robot)
    robot.press("1", "6", "End", "Up")
    let (before, focus) = (robot.screen, robot.focus)
    robot.clock.stepsBetweenKeys = 10
    var other = Samples(writer: "bbbbbbbb")
    robot.record.add(other.record(.event(.turn), at: "02:16", by: "AB"), to: .night(other.night))
    robot.happen(.timedOut)
    for _ in 0..<40 {
      #expect(robot.focus == focus && !robot.screen.contains("Reading"), "\(robot.screen)")
      robot.step()
    }
    #expect(robot.screen.split(separator: "\n").count == before.split(separator: "\n").count)
  }

  @Test func `while a span is read nothing is said of it that may not be so`() {
    let robot = Robot(GoldenRecord.season(500), by: "MK")
    robot.clock.stepsBetweenKeys = 10
    Self.openTrends(robot)
    for _ in 0..<4 { robot.step() }
    robot.choose("Slept (TST)")
    robot.press("1", "6", "2")
    #expect(robot.scene.name == "changes" && robot.screen.contains("Reading the nights"), "\(robot.screen)")
    #expect(!robot.screen.contains("not recorded"))
    for _ in 0..<60 { robot.step() }
    #expect(robot.screen.contains("before") && robot.screen.contains("after"), "\(robot.screen)")
  }

  @Test func `in lines all nights are worked out while nobody types, and at once where lines wait`() {
    for isWaiting in [true, false] {
      let robot = Robot(GoldenRecord.season(500), by: "MK")
      robot.clock.stepsBetweenKeys = 10
      Self.openTrends(robot)
      var (input, said, looks) = (["1", "6"][...], "", 0)
      var readsBefore: [Int] = []
      var mode = LineMode(
        robot.app, in: robot.world,
        read: {
          readsBefore.append(robot.record.reads)
          return input.popFirst()
        },
        hasInput: {
          looks += 1
          return isWaiting
        }, write: { said += $0 })
      _ = mode.run()
      #expect(said.contains("Trends: all nights") && said.contains("of 500") && !said.contains("Reading"), "\(said)")
      // Nothing more is read for the last answer: since when a thing is written every night has told before it.
      #expect(readsBefore.last == readsBefore.dropLast().last, "\(readsBefore) \(looks)")
    }
  }

  @Test func `ten years are worked out once, and every screen of them draws`() {
    let robot = Robot(GoldenRecord.season(3652), by: "MK")
    Self.openTrends(robot)
    robot.press("1", "6")
    #expect(robot.screen.contains("of 3652") && robot.screen.contains("3130"))
    let reads = robot.record.reads
    for _ in 0..<20 { robot.press("Down") }
    robot.press("Home", "Down", "Enter", "End", "Enter")
    #expect(robot.scene.title.contains("2016"))
    #expect(robot.record.reads - reads <= 3)
  }
}

@Suite struct `A night's line of time on the screen` {
  private func night(_ columns: Int = 80, _ rows: Int = 24) -> Robot {
    let robot = Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
    Checklists.open("Past nights", robot)
    robot.press("Down", "Enter")
    return robot
  }

  @Test(arguments: [(40, 12), (40, 24), (120, 40)])
  func `a past night`(columns: Int, rows: Int) {
    expectScreen(night(columns, rows).layout.frame, "night-\(columns)x\(rows)")
  }

  @Test func `a past night where only ASCII shows, noon to noon and the hours in bed`() {
    let robot = night()
    robot.isASCII = true
    expectScreen(robot.layout.frame, "night-ascii")
    robot.choose("Line of time: the hours in bed")
    expectScreen(robot.layout.frame, "night-hours-in-bed")
    #expect(robot.shows("Line of time: noon to noon"))
  }

  @Test func `the hours in bed stay drawn in every night that is looked at`() {
    let robot = night()
    robot.choose("Line of time: the hours in bed")
    robot.choose("Next night")
    #expect(robot.shows("Line of time: noon to noon"), "\(robot.screen)")
    robot.goHome()
    Checklists.open("Tonight's entries", robot)
    #expect(robot.shows("Line of time: noon to noon"), "\(robot.screen)")
  }

  @Test func `tonight's mask is drawn as far as the clock has come`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    Checklists.open("Tonight's entries", robot)
    expectScreen(robot.layout.frame, "night-running")
  }

  @Test func `d, or its line, goes to the same weekday a week before`() {
    let robot = night()
    let title = robot.scene.title
    robot.press("d")
    #expect(robot.scene.title.contains("Sat 14 to Sun 15 Nov 2026"))
    robot.press("Esc")
    robot.press("Enter")
    #expect(robot.scene.title == title)
    robot.choose("A week before: Sat 14-Sun 15")
    #expect(robot.scene.title.contains("Sat 14 to Sun 15 Nov 2026"))
  }

  @Test func `the drawing gives way to the list, and is then said`() {
    let opened = night(60)
    for rows in 5...40 {
      let robot = opened.copy()
      robot.size = Size(rows: rows, columns: 60)
      let shown = robot.screen
      let list = robot.scene.list
      let onScreen = list.items.count { shown.contains($0.label) }
      #expect(onScreen >= min(4, max(1, rows - 8)), "\(rows)")
      let isDrawn = shown.contains("━")
      #expect(isDrawn || rows < 24, "\(rows)")
      let isSaid = shown.contains("Turned 23:00 right") || robot.scene.list.index(of: "read-on") != nil
      #expect(isDrawn || isSaid || rows < 8, "\(rows)")
    }
  }

  @Test func `every width from 40 to 200 holds the line and both dates`() {
    let opened = night(80, 30)
    for columns in 40...200 {
      let robot = opened.copy()
      robot.size = Size(rows: 30, columns: columns)
      #expect(robot.screen.contains("Sat 21 Nov") && robot.screen.contains("Sun 22 Nov"), "\(columns)")
      #expect(robot.screen.contains(" 00 "), "\(columns)")
    }
  }

  @Test func `in lines the night is told in sentences`() {
    let robot = night()
    var said = ""
    var mode = LineMode(robot.app, in: robot.world, read: { nil }, write: { said += $0 })
    _ = mode.run()
    let words = said.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(words.contains("In bed by the diary 22:30 to 07:00. Mask on 22:30 to 06:40. Woke at 02:00."))
    #expect(words.contains("Turned 23:00 right, 02:05 left."))
    #expect(!said.contains("━"))
  }
}
