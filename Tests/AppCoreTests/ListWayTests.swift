import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// Lists longer than the screen: where one is, how their pages are turned, and the ways out below them.
@Suite struct `Lists of several pages` {
  /// Past nights of so many nights, opened.
  private func nights(_ count: Int, columns: Int = 80, rows: Int = 24) -> Robot {
    var samples = Samples(writer: "old", night: "\(Samples().night.adding(days: 1 - count))")
    let record = MemoryRecord(nights: [samples.night: [samples.event(.suction, at: "23:10")]])
    let robot = Robot(record, columns: columns, rows: rows, by: "MK")
    robot.choose("Past nights")
    return robot
  }

  private func day(_ back: Int) -> String { NightWords.fullDay(Samples().night.adding(days: -back)) }

  @Test func `say where one is, turn with Down, and come round`() {
    let robot = nights(60)
    #expect(robot.screen.contains("Past nights, 1–16 of 60"), "\(robot.screen)")
    for _ in 0..<15 { robot.press("Down") }
    #expect(robot.focus == day(15) && robot.screen.contains("1–16 of 60"))
    robot.press("Down")
    #expect(robot.focus == day(16) && robot.screen.contains("17–32 of 60"), "\(robot.screen)")
    robot.press("Up")
    #expect(robot.focus == day(15) && robot.screen.contains("1–16 of 60"))
  }

  @Test func `past nights opened and left by Tab: the lines shown and 3; by Shift-Tab 1`() {
    let robot = nights(60)
    var presses = 0
    while robot.focus != "Back", presses < 100 {
      robot.press("Tab")
      presses += 1
    }
    #expect(presses == 16 + 2, "\(presses)")
    robot.press("Space")
    #expect(robot.scene.name == "tonight" && presses + 1 <= 16 + 3)
    let other = nights(60)
    other.press("Shift-Tab")
    #expect(other.focus == "Back")
    other.press("Space")
    #expect(other.scene.name == "tonight")
  }

  @Test func `Tab goes round the page: its lines, the ways out, the bottom row, its first line`() {
    let robot = nights(60)
    robot.press("End")
    let first = robot.scene.list[robot.layout.shown.page.lowerBound].label
    var labels: [String] = []
    for _ in 0..<40 where labels.last != first {
      robot.press("Tab")
      labels.append(robot.focus)
    }
    let ways = [
      "First page", "Page before", "Back", "Search", "Go to a date", "Trends", "Clinic report", "undo", "card", "help",
    ]
    #expect(labels == ways + [first], "\(labels)")
    robot.press("Shift-Tab")
    #expect(robot.focus == "Back")
  }

  @Test func `what is walked to in the bottom row does what its key does`() {
    for (way, name) in [("card", "card"), ("help", "help")] {
      let robot = nights(60)
      for _ in 0..<40 where robot.focus != way { robot.press("Tab") }
      robot.press("Enter")
      #expect(robot.scene.name == name, "\(robot.scene.name)")
      robot.press("Esc")
      #expect(robot.scene.name == "past-nights" && robot.focus == way, "back to where it was opened from")
    }
    let robot = Robot(by: "MK")
    robot.press("l")
    robot.choose("Past nights")
    for _ in 0..<40 where robot.focus != "undo" { robot.press("Tab") }
    robot.press("Space")
    #expect(robot.items.isEmpty && robot.screen.contains("Taken back"), "\(robot.screen)")
  }

  @Test func `pages are turned by lines of their own, both ways and round`() {
    let robot = nights(60)
    func turn(_ way: String) {
      for _ in 0..<40 where robot.focus != way { robot.press("Tab") }
      robot.press("Enter")
    }
    turn("Next page")
    #expect(robot.screen.contains("17–32 of 60") && robot.focus == day(16))
    turn("Page before")
    #expect(robot.screen.contains("1–16 of 60") && robot.focus == day(0))
    turn("Last page")
    #expect(robot.screen.contains("45–60 of 60") && robot.focus == day(48), "\(robot.screen)")
    turn("First page")
    #expect(robot.screen.contains("1–16 of 60") && robot.focus == day(0))
  }

  @Test func `the last page is a full one, and none holds the way back alone`() {
    for rows in [12, 16, 20, 24, 40] {
      for count in [9, 17, 18, 19, 34, 35, 36, 52, 61] {
        let robot = nights(count, rows: rows)
        let size = robot.layout.shown.page.count
        robot.press("End")
        let page = robot.layout.shown.page
        #expect(page.count == size && page.upperBound == count, "\(count) nights on \(rows) rows: \(page)")
      }
    }
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (120, 40)])
  func `a digit does what it stands beside, and no other does anything`(columns: Int, rows: Int) {
    var chance = Chance(seed: UInt64(columns))
    for count in [1, 5, 8, 9, 10, 17, 18, 40] {
      let robot = nights(count, columns: columns, rows: rows)
      for _ in 0..<12 {
        robot.press(chance.one(of: ["Down", "Up", "Tab", "Shift-Tab", "9", "PageDown", "End", "Home"]))
        let shown = robot.layout.shown
        let items =
          shown.page.map { (shown.scene.list[$0], shown.digit(of: $0)) }
          + shown.ways.indices.map { (shown.ways[$0], shown.digit(ofWay: $0)) }
        let drawn = items.compactMap { item, digit in digit.map { (item, $0) } }
        #expect(Set(drawn.map(\.1)).count == drawn.count, "each digit once: \(drawn.map(\.1))")
        for digit in 1...9 {
          let other = robot.copy()
          let before = other.screen
          other.press(.character(Character("\(digit)")))
          guard let item = drawn.first(where: { $0.1 == digit })?.0 else {
            #expect(other.screen == before, "\(digit) stands beside nothing")
            continue
          }
          // 9 goes to it; the others choose it.
          if digit == 9 {
            #expect(other.layout.focus.focus == item.id)
          } else {
            #expect(other.screen != before || item.id == robot.layout.focus.focus)
          }
        }
      }
    }
  }

  @Test func `on a way out no letter answers a line of a checklist`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.choose("Bedtime")
    for _ in 0..<60 where robot.focus != "Back" { robot.press("Tab") }
    let before = robot.items.count
    robot.press("n")
    #expect(robot.items.count == before && robot.screen.contains("No line has the focus; nothing was written."))
  }

  @Test func `a resize on a way out keeps a focus that can be seen`() {
    for (columns, rows) in [(40, 12), (20, 5), (12, 3), (200, 60), (80, 24)] {
      let robot = nights(60)
      robot.press("Shift-Tab")
      robot.size = Size(rows: rows, columns: columns)
      let cursor = robot.layout.frame.cursor
      let row = robot.layout.frame.text(row: cursor.row)
      #expect(row.contains("["), "\(columns)x\(rows): \(robot.screen)")
      robot.press("Enter")
      #expect(robot.scene.name == "tonight" || columns < 40, "\(robot.screen)")
    }
  }

  @Test func `where no row is left for ways out they are lines of the list`() {
    for rows in [6, 7, 8, 9, 10] {
      let robot = Robot(columns: 40, rows: rows, welcomes: true)
      for _ in 0..<2 { robot.choose("Skip this") }
      robot.choose("Skip this")
      #expect(robot.scene.name == "welcome-4", "\(rows) rows: \(robot.screen)")
      let nights = nights(60, columns: 40, rows: rows)
      nights.choose("Trends")
      #expect(nights.scene.name == "trends", "\(rows) rows")
    }
  }

  @Test func `a medicine that does not show is gone to by its digit, not written`() {
    var samples = Samples()
    let plan = (1...8).map { samples.setting("medicine.M\($0)", "night") }
    let robot = Robot(MemoryRecord(plan: plan), columns: 40, rows: 12, by: "MK")
    robot.press("x")
    #expect(!robot.screen.contains("M8"), "\(robot.screen)")
    robot.press("8")
    #expect(robot.items.isEmpty && robot.focus == "M8" && robot.screen.contains("[M8"), "\(robot.screen)")
    robot.press("8")
    #expect(robot.written == ["medicine M8"], "\(robot.written)")
  }

  @Test func `the medicines of x begin with their first page, and nothing has the focus that writes`() {
    var samples = Samples()
    let plan = (1...30).map { samples.setting("medicine.M\($0)", "night") }
    let robot = Robot(MemoryRecord(plan: plan), by: "MK")
    robot.press("x")
    #expect(robot.focus.hasPrefix("Back") && robot.screen.contains(", 1–"), "\(robot.screen)")
  }

  @Test func `grades stand in columns, all of them, at every width of Tonight`() {
    for columns in [52, 56, 60, 64, 71, 72, 80] {
      let robot = Robot(GoldenRecord.night(), columns: columns, rows: 20, by: "MK")
      robot.press("g")
      for digit in ["1", "4", "5", "8", "9"] {
        #expect(robot.screen.contains("\(digit)  "), "\(columns): \(robot.screen)")
      }
      #expect(robot.screen.contains("nine"), "\(columns): \(robot.screen)")
      robot.press("0")
      #expect(!robot.screen.contains("u6") && !robot.screen.contains("oe"), "\(columns): \(robot.screen)")
    }
  }
}
