import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Searching all nights` {
  /// Nights with a cramp each, and one note in the oldest.
  private static func robot(nights: Int = 40, columns: Int = 80, rows: Int = 24) -> Robot {
    var all: [CivilDate: [Entry]] = [:]
    for offset in 0..<nights {
      let date = Samples().night.adding(days: -offset)
      var samples = Samples(night: "\(date)")
      all[date] = [samples.record(.symptom("cramp"), [.value: .number(offset % 10)], at: "23:10", by: "MK")]
      if offset == nights - 1 {
        all[date]?.append(samples.record(.note, [.note: .text("the Plänted word")], at: "03:00"))
      }
    }
    return Robot(MemoryRecord(nights: all), columns: columns, rows: rows)
  }

  private func robot(nights: Int = 40, columns: Int = 80, rows: Int = 24) -> Robot {
    Self.robot(nights: nights, columns: columns, rows: rows)
  }

  /// A robot before the list of ten years that stays there: each test goes on with a copy.
  private struct TenYears: @unchecked Sendable {
    let robot: Robot
  }

  private static let tenYears = Task {
    let listed = Self.robot(nights: 3652)
    Checklists.open("Past nights", listed)
    return TenYears(robot: listed)
  }

  private func search(_ words: String, _ robot: Robot) {
    Checklists.open("Past nights", robot)
    robot.press("/")
    robot.type(words)
    robot.press("Enter")
  }

  @Test func `a word of years ago is found, opens its night on its entry, and back leads to what was found`() {
    let robot = robot(nights: 3652)
    search("planted", robot)
    #expect(robot.screen.contains("1 entry in 1 night") && robot.screen.contains("the Plänted word"), "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.scene.name == "night" && robot.focus.contains("Plänted"), "\(robot.screen)")
    robot.press("Esc")
    #expect(robot.scene.name == "found" && robot.focus.contains("Nov 2016"))
    robot.press("Esc")
    #expect(robot.scene.name == "past-nights" && robot.focus == "Sun 22 Nov 2026")
  }

  @Test func `what was found narrows the list of nights, says so, and is cleared by one line`() {
    let robot = robot()
    search("symptom>=9", robot)
    #expect(robot.screen.contains("4 entries in 4 nights"))
    robot.choose("List only these nights")
    #expect(robot.screen.contains("Past nights: symptom>=9") && robot.focus == "Fri 13 Nov 2026", "\(robot.screen)")
    robot.press("End")
    #expect(robot.focus == "Wed 14 Oct 2026")
    robot.press("Enter", "Esc")
    #expect(robot.screen.contains("Past nights: symptom>=9") && robot.screen.contains("Cramp 9"))
    robot.press("g")
    robot.type("2026-11-10")
    robot.press("Enter")
    #expect(
      robot.focus == "Tue 3 Nov 2026" && robot.screen.contains("None of the nights listed is of Tue 10 Nov 2026"),
      "\(robot.screen)")
    robot.choose("All nights again")
    #expect(!robot.screen.contains("symptom>=9") && robot.focus == "Sun 22 Nov 2026")
    robot.goHome()
    search("cramp", robot)
    robot.choose("List only these nights")
    robot.press("Esc")
    Checklists.open("Past nights", robot)
    #expect(!robot.screen.contains("Past nights: cramp"))
  }

  @Test func `what cannot be looked for stays in the field and is explained`() {
    let robot = robot()
    search("kind:crampz", robot)
    #expect(robot.screen.contains("did you mean kind:cramp?") && robot.scene.field != nil, "\(robot.screen)")
  }

  @Test func `nothing found says what to try, also in an empty record`() {
    for robot in [robot(), Robot()] {
      search("zzz", robot)
      #expect(robot.screen.contains("Nothing was found"))
    }
  }

  @Test func `what is taken back is not found any more`() {
    let robot = robot()
    search("planted", robot)
    robot.press("Enter", "Enter")
    robot.choose("Take this entry back")
    for _ in 0..<6 where robot.scene.name != "found" { robot.press("Esc") }
    #expect(robot.screen.contains("Nothing was found"), "\(robot.screen)")
  }

  @Test func `rows are made between keys, with the progress shown, and no key waits for them`() {
    let robot = robot()
    robot.clock.stepsBetweenKeys = 1
    Checklists.open("Past nights", robot)
    // First what the marks of the nights in sight follow from.
    func isReading() -> Bool { robot.screen.contains(/Reading nights, [1-9]\d* of 40\./) }
    for _ in 0..<60 where !isReading() { robot.step() }
    #expect(isReading(), "\(robot.screen)")
    robot.press("Down")
    #expect(robot.focus == "Sat 21 Nov 2026" && robot.screen.contains("Cramp 1"))
    robot.press("/")
    robot.type("planted")
    robot.press("Enter")
    #expect(isReading(), "\(robot.screen)")
    for _ in 0..<20 { robot.step() }
    #expect(robot.screen.contains("1 entry in 1 night"), "\(robot.screen)")
  }

  @Test func `any night of ten years is a few digits away`() async {
    let robot = await Self.tenYears.value.robot.copy()
    // Go to a date; the years, newest first, eight a page; the months; the nights from there on.
    for _ in 0..<6 where !robot.screen.contains("4 Go to a date") { robot.press("9") }
    robot.press("4")
    #expect(robot.scene.name == "years" && robot.screen.contains("2019"), "\(robot.screen)")
    let typed = robot.copy()
    typed.type("mar 2017")
    typed.press("Enter")
    #expect(typed.focus == "Fri 31 Mar 2017")
    robot.choose("2017")
    robot.choose("Mar 2017")
    #expect(robot.focus == "Fri 31 Mar 2017")
  }

  @Test(arguments: [
    ("2024-02", "Thu 29 Feb 2024"), ("2023", "Sun 31 Dec 2023"), ("2026", "Sun 22 Nov 2026"),
    ("2016", "Sat 31 Dec 2016"),
  ])
  func `a month or a year can be typed`(text: String, focus: String) async {
    let robot = await Self.tenYears.value.robot.copy()
    robot.press("g")
    robot.type(text)
    robot.press("Enter")
    #expect(robot.focus == focus)
  }

  @Test(arguments: [40, 60, 80, 120, 200])
  func `the header fits over the columns, whatever the width`(columns: Int) {
    let robot = Robot(GoldenRecord.night(), columns: columns, rows: 24, by: "MK")
    Checklists.open("Past nights", robot)
    let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let header = lines.firstIndex { String($0).contains("slept") } ?? 0
    let row = lines.firstIndex { String($0).contains("22 Nov 2026") && $0.count > 30 } ?? 0
    // Beside the list stands what was the worst, so there the figures have its room.
    for title in columns == 120 ? ["slept", "mask", "turns", "mark"] : ["slept", "worst", "mark"] {
      let text = String(lines[header])
      let at = text.firstRange(of: title).map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
      #expect(at > 0 && lines[row][at - 1] == " ", "\(columns): \(title)")
    }
    expectScreen(robot.layout.frame, "past-nights-\(columns)")
  }

  @Test func `how searching looks`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    Checklists.open("Past nights", robot)
    robot.choose("Search")
    expectScreen(robot.layout.frame, "searching")
    robot.type("a")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "found")
    robot.size = Size(rows: 12, columns: 40)
    expectScreen(robot.layout.frame, "found-40x12")
    robot.size = Size(rows: 24, columns: 80)
    robot.choose("Search again")
    robot.type("zzz since:2020")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "found-nothing")
    robot.goHome()
    Checklists.open("Past nights", robot)
    robot.choose("Go to a date")
    expectScreen(robot.layout.frame, "years")
  }

  @Test func `in lines, the same`() {
    let robot = robot()
    var output = ""
    var input = ["\(robot.lineNumber(of: "Past nights"))", "/", "planted", "1", "back", "quit"][...]
    var lines = LineMode(robot.app, in: robot.world, read: { input.popFirst() }, write: { output += $0 })
    _ = lines.run()
    #expect(output.contains("1 entry in 1 night") && output.contains("the Plänted word"), "\(output)")
  }

  @Test func `a night that could not be read is neither nothing recorded nor nothing found`() {
    let robot = robot()
    let night = Samples().night.adding(days: -5)
    let words = "1 place in the night \(night) is damaged"
    robot.record.damage(.night(night), leavesRest: false)
    Checklists.open("Past nights", robot)
    let row = robot.screen.split(separator: "\n").first { $0.contains("Tue 17 Nov") } ?? ""
    #expect(row.contains("nothing that can be read"), "\(robot.screen)")
    #expect(robot.screen.contains(words), "\(robot.screen)")
    robot.goHome()
    search("nowhere", robot)
    #expect(robot.screen.contains("Part of the record could not be read; nothing was found in the rest."))
    #expect(robot.screen.contains(words) && !robot.screen.contains("Nothing was found"), "\(robot.screen)")
    let other = night.adding(days: -1)
    robot.record.damage(.night(other))
    robot.goHome()
    search("nowhere", robot)
    #expect(robot.screen.contains("2 nights could not be read whole, such as the night of Tue 17"), "\(robot.screen)")
  }

  @Test func `a night whose page was left is still told as one that could not be read`() {
    let robot = robot()
    let night = Samples().night.adding(days: -5)
    robot.record.damage(.night(night), leavesRest: false)
    Checklists.open("Past nights", robot)
    robot.choose("Tue 17 Nov 2026")
    robot.press("Esc")
    #expect(robot.screen.contains("nothing that can be read"), "\(robot.screen)")
  }
}
