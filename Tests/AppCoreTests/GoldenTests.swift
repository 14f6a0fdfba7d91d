import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The screens as they look` {
  private func robot(_ columns: Int = 80, _ rows: Int = 24) -> Robot {
    Robot(GoldenRecord.night(), columns: columns, rows: rows, by: "MK")
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40)])
  func `Tonight`(columns: Int, rows: Int) {
    expectScreen(robot(columns, rows).layout.frame, "tonight-\(columns)x\(rows)")
  }

  @Test func `Tonight before anything is written`() {
    expectScreen(Robot().layout.frame, "tonight-empty")
  }

  @Test func `Tonight where only ASCII shows`() {
    let robot = robot()
    robot.isASCII = true
    expectScreen(robot.layout.frame, "tonight-ascii")
  }

  @Test func `Tonight with a question open`() {
    let robot = robot()
    robot.press("g")
    expectScreen(robot.layout.frame, "question-grade")
  }

  @Test func `Tonight when a save failed`() {
    let robot = robot()
    robot.record.disk = .refuses
    robot.press("l")
    expectScreen(robot.layout.frame, "tonight-not-saved")
  }

  @Test(arguments: [
    ("More", ["9"]), ("Breathing", ["7"]), ("Hurts", ["8"]), ("Mask", ["6"]), ("Help", ["?"]),
    ("Emergency card", ["e"]),
    ("Leaving", ["Ctrl-C"]), ("Note", ["n"]), ("Medicine", ["x"]),
  ])
  func `the screens one key away`(name: String, keys: [String]) {
    let robot = robot()
    for key in keys { robot.press(key) }
    expectScreen(robot.layout.frame, name.lowercased().split(separator: " ").joined(separator: "-"))
  }

  @Test(arguments: [
    "Bedtime", "Getting up", "Sleep environment", "All symptoms", "Past nights", "Tonight's entries",
  ])
  func `the screens of the list`(label: String) {
    let robot = robot()
    Checklists.open(label, robot)
    expectScreen(
      robot.layout.frame, label.lowercased().filter { $0 != "'" }.split(separator: " ").joined(separator: "-"))
  }

  @Test func `a starter routine, half of it answered`() {
    var samples = Samples(writer: "starter")
    let record = GoldenRecord.night(with: [
      samples.setting("starter-routine", "yes"), samples.setting("equipment.adjustable-bed", "in-use"),
    ])
    let robot = Robot(record, by: "MK")
    Checklists.open("Bedtime", robot)
    robot.press("Enter", "Enter", "n", "Enter", "c")
    expectScreen(robot.layout.frame, "bedtime-starter")
  }

  @Test func `an item of a checklist, with its answers`() {
    let robot = robot()
    Checklists.open("Bedtime", robot)
    robot.press("Right")
    expectScreen(robot.layout.frame, "check-item")
  }

  @Test func `the guide: its contents, a page and its end, and what was found`() {
    let robot = robot()
    Checklists.open("Guide", robot)
    expectScreen(robot.layout.frame, "guide")
    Checklists.open("Cramps and stiffness", robot)
    expectScreen(robot.layout.frame, "guide-page")
    for _ in 0..<20 { robot.press("PageDown") }
    expectScreen(robot.layout.frame, "guide-page-end")
    robot.size = Size(rows: 12, columns: 40)
    expectScreen(robot.layout.frame, "guide-page-40x12")
    robot.size = Size(rows: 24, columns: 80)
    robot.press("/")
    robot.type("cramp cold")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "guide-found")
  }

  @Test func `an entry, field by field`() {
    let robot = robot()
    Checklists.open("All symptoms", robot)
    robot.press("Enter")
    expectScreen(robot.layout.frame, "entry")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "grades")
    robot.press("Esc")
    robot.choose("Where on the body")
    expectScreen(robot.layout.frame, "choice")
  }

  @Test(arguments: [
    ("to-complete", ["To complete: 4"]), ("completing", ["To complete: 4", "01:00  marked this moment"]),
    ("completing-end", ["To complete: 4", "22:50  mask on"]), ("taken-back", ["Taken back: 1"]),
    ("taken-back-entry", ["Taken back: 1", "01:10  adjusted"]),
    ("entry-origin", ["23:10  turned left (edited 02:15 by AB) · MK", "Who wrote it, who says so"]),
    ("history", ["23:10  turned left (edited 02:15 by AB) · MK", "Who wrote it, who says so", "What it said before"]),
  ])
  func `what is to complete, what was changed, and what was taken back`(name: String, path: [String]) {
    let robot = Robot(GoldenRecord.unfinished(), by: "MK")
    for label in ["Tonight's entries"] + path { robot.choose(label) }
    expectScreen(robot.layout.frame, name)
  }

  @Test func `an entry that is to go to another night, and what somebody else did`() {
    let robot = Robot(GoldenRecord.unfinished(), by: "MK")
    for label in ["Tonight's entries", "00:55  suction", "When"] { robot.choose(label) }
    robot.type("2026-11-24 09:00")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "moving")
    robot.goHome()
    robot.press("l")
    let other = Robot(robot.record, by: "AB")
    other.press("u")
    expectScreen(other.layout.frame, "undoing")
  }

  @Test(arguments: [(80, 24), (40, 12)])
  func `a board on which everything stands keeps to its rows`(columns: Int, rows: Int) {
    expectScreen(
      Robot(GoldenRecord.full(), columns: columns, rows: rows, by: "MK").layout.frame, "tonight-full-\(columns)x\(rows)"
    )
  }

  @Test(arguments: [
    ("plan", ["Plan"]), ("equipment", ["Plan", "Equipment"]),
    ("equipment-kind", ["Plan", "Equipment", "Mask and breathing machine"]),
    ("insurance", ["Plan", "Equipment", "The way through the insurer"]),
    ("routine", ["Plan", "What is part of the routine"]),
    ("routine-group", ["Plan", "What is part of the routine", "Comfort and stretching"]),
    ("turning", ["Plan", "Turning", "Minutes between turns"]),
    ("card-settings", ["Plan", "What the emergency card says"]),
    ("this-record", ["Plan", "This record"]),
    ("hidden-items", ["Bedtime", "More for your routine"]), ("when-to-call", ["When to call"]),
    ("sign", ["When to call", "Cannot get enough air"]),
    ("while-waiting", ["When to call", "While waiting, and what to say"]),
    ("too-much", ["Emergency card", "If tonight is too much"]),
  ])
  func `the plan, and what is there to be read`(name: String, path: [String]) {
    let robot = robot()
    for label in path { robot.choose(label) }
    expectScreen(robot.layout.frame, name)
  }

  @Test(arguments: 1...8)
  func `the first questions`(number: Int) {
    let robot = Robot(welcomes: true)
    for _ in 1..<number { robot.choose(robot.shows("Next") ? "Next" : "Skip this") }
    expectScreen(robot.layout.frame, "welcome-\(number)")
  }

  @Test func `a past night`() {
    let robot = robot()
    Checklists.open("Past nights", robot)
    robot.press("Down", "Enter")
    expectScreen(robot.layout.frame, "night")
  }

  @Test func `no screen of the night gives more than 1.5 % of a white one's light`() async {
    for (name, found) in await Crawl.of(.keyboard).screens where name != "guide-page" {
      let light = Self.light(of: found.copy().layout.frame)
      // The help is a page to be read, opened for that.
      #expect(light < (name == "help" ? 0.018 : 0.015), "\(name) \(light)")
    }
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (100, 30), (120, 40), (200, 60)])
  func `a full night gives no more light than that at any size`(columns: Int, rows: Int) {
    let robot = Robot(GoldenRecord.full(), columns: columns, rows: rows, by: "MK")
    for key in ["t", "s", "a", "m", "w", "z"] + Array(repeating: ["l", "r", "d", "a"], count: 12).flatMap(\.self) {
      robot.press(key)
    }
    func lit() -> Double { Self.light(of: robot.layout.frame) * Double(columns * rows) }
    // As much as 1.5 % of 80 by 24, or of a larger screen its own; a save that failed may give more.
    let most = 0.015 * Double(max(80 * 24, columns * rows))
    #expect(lit() <= most, "\(lit()) of \(most)")
    robot.press("g")
    #expect(lit() <= most, "\(lit()) of \(most)")
    robot.press("6")
    robot.record.disk = .refuses
    robot.press("l")
    #expect(robot.screen.contains("NOT SAVED") && lit() <= max(37, most), "\(lit())")
  }

  @Test(arguments: [
    // Of eight colours none that reads at 7 : 1 gives as little light as amber does: the least is half as bright again.
    (Theme.red, Theme.Depth.full, 0.015), (.amber, .eight, 0.0285), (.red, .eight, 0.0285), (.amber, .console, 0.0198),
    (.red, .console, 0.0198),
  ])
  func `no other theme gives more light than its colours have to`(theme: Theme, depth: Theme.Depth, most: Double) async
  {
    for (name, found) in await Crawl.of(.keyboard).screens where !["guide-page", "help"].contains(name) {
      let light = Self.light(of: found.copy().layout.frame, theme, depth)
      #expect(light < most, "\(name) \(light)")
    }
  }

  @Test func `no page to be read gives more than 1.8 % of a white one's light`() {
    // A page is opened to be read, perhaps without glasses, so its sentences have the contrast of 7 : 1 that lists have,
    // and there are more of them; lines of 68 columns keep the rest of the screen dark.
    let robot = robot()
    Checklists.open("Guide", robot)
    robot.press("Enter")
    for _ in Guide.standard.pages {
      for _ in 0..<6 {
        let light = Self.light(of: robot.layout.frame)
        #expect(light < 0.018, "\(robot.scene.title) \(light)")
        robot.press("PageDown")
      }
      Checklists.open("Next guide page", robot)
    }
  }

  /// How much light a screen gives, as a share of a white one's: letters light 11.6 % of their cells, a reversed cell all
  /// but that, as measured on common fonts.
  private static func light(of frame: Frame, _ theme: Theme = .amber, _ depth: Theme.Depth = .full) -> Double {
    let light = frame.cells.reduce(0.0) { sum, cell in
      let paint = theme.paint(cell.role, depth)
      if cell.role == .focus { return sum + 0.88 * Palette.luminance(paint.background ?? 0, depth) }
      let letters = Palette.luminance(paint.foreground ?? 0, depth, isBold: paint.isBold)
      return cell.character == " " ? sum : sum + 0.116 * letters
    }
    return light / Double(frame.cells.count)
  }

  @Test func `the card on a small screen, further down`() {
    var samples = Samples()
    let numbers = ["clinic", "on-call", "hospice", "supplier", "emergency"]
    let plan = numbers.map { samples.setting("number.\($0)", "555 0100, ask for the night team of the second floor") }
    let robot = Robot(MemoryRecord(plan: plan), columns: 40, rows: 12)
    robot.press("e")
    #expect(robot.screen.contains("more lines") && !robot.screen.contains("supplier:"))
    for _ in 0..<30 where !robot.screen.contains("supplier:") { robot.press("Enter") }
    #expect(robot.screen.contains("supplier:"))
  }

  @Test func `a checklist on a small screen`() {
    let robot = robot(40, 12)
    Checklists.open("Bedtime", robot)
    expectScreen(robot.layout.frame, "bedtime-40x12")
  }
}
