import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `The pointer` {
  private static func robot(_ use: String?, _ settings: [String: String] = [:], _ columns: Int = 80) -> Robot {
    var all = settings
    all["pointer"] = use
    let robot = Crawl.start(all.sorted { $0.key < $1.key })
    robot.size = Size(rows: 24, columns: columns)
    return robot
  }

  /// The middle of the cells of an item that shows.
  private static func place(of label: String, on robot: Robot) -> Position {
    let shown = robot.layout.shown
    let area = shown.clickAreas.first { shown.item(of: $0)?.label == label }
    if area == nil { Issue.record("\(label) does not show:\n\(robot.screen)") }
    return area?.middle ?? Position(row: 0, column: 0)
  }

  private static func click(_ label: String, on robot: Robot) { robot.click(place(of: label, on: robot)) }

  /// All that a click may change: where one is, what is said, and what is written.
  private static func state(_ robot: Robot) -> String {
    "\(robot.screen)\n\(robot.written)\n\(robot.record.entries(of: .plan).count)\n\(robot.app.isOver)"
  }

  @Test func `a click does what the digit of its line does`() {
    for way in [[], ["More"], ["Plan"], ["Emergency card"]] {
      let start = Self.robot("click")
      for label in way { Self.click(label, on: start) }
      let list = start.scene.list
      for index in 0..<list.count {
        guard let digit = start.digit(of: index), start.layout.shown.pick(digit) == .choose(list[index]) else {
          continue
        }
        let (clicked, pressed) = (start.copy(), start.copy())
        Self.click(list[index].label, on: clicked)
        pressed.press("\(digit)")
        #expect(Self.state(clicked) == Self.state(pressed), "\(list[index].label)")
      }
    }
  }

  @Test func `what a click writes is undone by a click in the bottom row`() {
    let robot = Self.robot("click")
    let before = robot.written
    Self.click("More", on: robot)
    Self.click("Drink", on: robot)
    #expect(robot.written.count == before.count + 1 && robot.screen.contains("Saved 02:15 drink."))
    Self.click("Plan", on: robot)
    Self.click("undo", on: robot)
    #expect(robot.written == before, "\(robot.screen)")
  }

  @Test func `let go elsewhere, dragged, with the middle button or the wheel, a click does nothing`() {
    let robot = Self.robot("click")
    let (turned, more) = (Self.place(of: "Turned", on: robot), Self.place(of: "More", on: robot))
    let before = Self.state(robot)
    robot.click(turned, letGoAt: more)
    robot.click(turned, letGoAt: Position(row: 0, column: 0))
    robot.click(Position(row: 0, column: 0), letGoAt: turned)
    robot.click(turned, .middle)
    robot.press(.pointer(.init(.left, position: turned, isPress: false)))
    robot.press(.pointer(.init(nil, position: turned, isPress: false)))
    // A key between the two ends the click.
    robot.press(.pointer(.init(.left, position: turned, isPress: true)))
    robot.press("PageUp")
    robot.press(.pointer(.init(.left, position: turned, isPress: false)))
    // The right button comes up while the left one is down.
    robot.press(.pointer(.init(.left, position: turned, isPress: true)))
    robot.press(.pointer(.init(.right, position: turned, isPress: false)))
    robot.press(.pointer(.init(.left, position: turned, isPress: false)))
    #expect(Self.state(robot) == before)
    // Within the line the hand may tremble.
    robot.click(turned, letGoAt: Position(row: turned.row, column: turned.column + 1))
    #expect(robot.scene.name == "menu-turn", "\(robot.screen)")
  }

  @Test func `an old terminal does not say which button came up: it is the one that went down`() {
    let robot = Self.robot("click")
    let more = Self.place(of: "More", on: robot)
    robot.press(.pointer(.init(.left, position: more, isPress: true)))
    robot.press(.pointer(.init(nil, position: more, isPress: false)))
    #expect(robot.scene.name == "menu-more")
    robot.press(.pointer(.init(.right, position: more, isPress: true)))
    robot.press(.pointer(.init(nil, position: Position(row: 3, column: 3), isPress: false)))
    #expect(robot.scene.name == "tonight")
  }

  @Test func `the right button goes back, wherever it is, out of a text too`() {
    let robot = Self.robot("click", ["input": "keys"])
    robot.press("n")
    robot.type("word")
    robot.click(Position(row: 0, column: 0), .right)
    #expect(robot.scene.name == "tonight")
    Self.click("More", on: robot)
    robot.click(Position(row: 23, column: 79), .right)
    #expect(robot.scene.name == "tonight")
    robot.click(Position(row: 5, column: 5), .right)
    #expect(robot.scene.name == "leaving")
  }

  @Test(arguments: [20, 100, 300, 650] as [Int64])
  func `two clicks and three within the window are one, and it is said`(gap: Int64) {
    for label in ["Suction", "More", "Turned"] {
      let (once, often) = (Self.robot("click"), Self.robot("click"))
      Self.click(label, on: once)
      let place = Self.place(of: label, on: often)
      often.click(place)
      for _ in 0..<2 {
        often.pace = 0
        often.press(.pointer(.init(.left, position: place, isPress: true)))
        often.pace = gap
        often.press(.pointer(.init(.left, position: place, isPress: false)))
      }
      #expect(often.written == once.written && often.scene.name == once.scene.name, "\(label)")
      // Where the second one hits nothing there is nothing to be said of it.
      let isHit = often.layout.shown.item(at: place) != nil
      #expect(often.screen.contains("Pressed again too soon: not counted.") == isHit, "\(often.screen)")
      #expect(isHit == (label == "More"))
      often.pace = 1000
      often.click(Position(row: 0, column: 0), .right)
      #expect(often.scene.name != "menu-more", "another click is meant again")
    }
  }

  @Test func `while a text is typed a click on a line leaves the field and chooses it`() {
    for words in ["Save", "Back"] {
      let (clicked, walked) = (Self.robot("click", ["input": "keys"]), Self.robot("click", ["input": "keys"]))
      for robot in [clicked, walked] {
        robot.press("n")
        robot.type("calf held")
        #expect(robot.scene.field?.isTyping == true)
      }
      let labels = walked.scene.list.items.map(\.label)
      guard let label = labels.first(where: { $0.hasPrefix(words) }) else {
        Issue.record("\(labels)")
        continue
      }
      Self.click(label, on: clicked)
      walked.press("Down")
      walked.choose(label)
      #expect(Self.state(clicked) == Self.state(walked), "\(label)")
      #expect(clicked.written.contains { $0.contains("calf held") } == (words == "Save"))
    }
  }

  @Test func `with the pointer off no button does anything`() {
    let robot = Self.robot(nil)
    let before = Self.state(robot)
    let place = Self.place(of: "More", on: Self.robot("click"))
    for button in [Key.Pointer.Button.left, .middle, .right] { robot.click(place, button) }
    #expect(Self.state(robot) == before)
  }

  @Test func `as a switch a button chooses what has the focus as soon as it is down, wherever it is, or goes back`() {
    let robot = Self.robot("switch")
    robot.press("9")
    #expect(robot.scene.name == "menu-more")
    let focus = robot.focus
    let walked = robot.copy()
    walked.press("Enter")
    robot.press(.pointer(.init(.left, position: Position(row: 0, column: 79), isPress: true)))
    #expect(Self.state(robot) == Self.state(walked) && robot.scene.name != "menu-more", "\(focus)")
    let there = Self.state(robot)
    robot.press(.pointer(.init(.left, position: Position(row: 0, column: 79), isPress: false)))
    #expect(Self.state(robot) == there)
    robot.press(.pointer(.init(.right, position: Position(row: 9, column: 9), isPress: true)))
    #expect(robot.scene.name == "menu-more")
  }

  private static func press(_ button: Key.Pointer.Button, _ robot: Robot) {
    robot.press(.pointer(.init(button, position: Position(row: 2, column: 70), isPress: true)))
    robot.press(.pointer(.init(button, position: Position(row: 2, column: 70), isPress: false)))
  }

  @Test func `of two switches the left button moves and the right one chooses`() {
    let (clicked, pressed) = (
      Self.robot("switch", ["input": "two-switches"]), Self.robot("switch", ["input": "two-switches"])
    )
    for _ in 0..<3 {
      for _ in 0..<2 {
        Self.press(.left, clicked)
        pressed.press("Tab")
      }
      Self.press(.right, clicked)
      pressed.press("Space")
      #expect(Self.state(clicked) == Self.state(pressed))
    }
    #expect(clicked.scene.name != "tonight" || clicked.written.count > 2)
  }

  @Test(arguments: [
    ("one-switch", "", "Space", ""), ("two-switches", "auto", "Space", "Tab"), ("two-switches", "on", "Tab", "Space"),
  ])
  func `scanning takes a click for the switch it is`(input: String, way: String, left: String, right: String) {
    var settings = ["input": input]
    if way == "auto" { settings["scan.way"] = way }
    if way == "on" { settings["scan.blocks"] = way }
    let (clicked, pressed) = (Self.robot("switch", settings), Self.robot("switch", settings))
    for robot in [clicked, pressed] { robot.pace = 50 }
    for step in 0..<6 {
      let isRight = step % 3 == 2 && !right.isEmpty
      Self.press(isRight ? .right : .left, clicked)
      // As long as the release of the button takes.
      pressed.press(isRight ? right : left)
      pressed.press(.pointer(.init(.left, position: Position(row: 0, column: 0), isPress: false)))
      #expect(Self.state(clicked) == Self.state(pressed), "step \(step)")
      for robot in [clicked, pressed] { robot.pass(milliseconds: 1600) }
    }
    #expect(clicked.app.isScanning)
  }

  @Test func `where clicks choose, one rests scanning and chooses what it is on`() {
    let robot = Self.robot("click", ["input": "one-switch"])
    robot.press("Space")
    #expect(robot.app.isScanning)
    Self.click("More", on: robot)
    #expect(robot.scene.name == "menu-more" && !robot.app.isScanning)
  }

  @Test func `the large clock is woken by a click, and nothing more`() {
    for button in [Key.Pointer.Button.left, .right] {
      let record = GoldenRecord.night()
      var samples = Samples(writer: "pointer0")
      record.add(samples.setting("glance", "1"), to: .plan)
      record.add(samples.setting("pointer", "click"), to: .plan)
      let robot = Robot(record, by: "MK", isFrozen: false)
      robot.wait(minutes: 2)
      #expect(robot.scene.name == "glance")
      let written = robot.written
      robot.click(Position(row: 20, column: 70), button)
      #expect(robot.scene.name == "tonight" && robot.written == written)
    }
  }

  @Test(arguments: [
    ("tonight", []), ("settings", ["Plan", "Settings"]), ("more", ["More"]), ("card", ["Emergency card"]),
  ])
  func `as it looks where clicks choose`(name: String, way: [String]) {
    let robot = Self.robot("click", ["input": "arrows"])
    for label in way { robot.choose(label) }
    expectScreen(robot.layout.frame, "click-\(name)-80x24")
  }

  @Test func `what it does is chosen among the settings, and the terminal is told at once`() {
    let robot = Self.robot(nil)
    #expect(robot.app.pointer == .off)
    for label in ["Plan", "Settings", "Mouse or pointer", "A click chooses what it is on"] { robot.choose(label) }
    #expect(robot.app.pointer == .click, "\(robot.screen)")
    robot.press("u")
    #expect(robot.app.pointer == .off)
  }

  // MARK: Where things are

  /// What is wrong with where the items of a screen can be clicked.
  private static func problems(_ layout: Layout) -> [String] {
    let (shown, frame) = (layout.shown, layout.frame)
    var problems: [String] = []
    var owners: [Position: SceneItem] = [:]
    for area in shown.clickAreas {
      guard let item = shown.item(of: area) else {
        problems.append("an area of nothing")
        continue
      }
      let isWhole = area.rows.upperBound <= frame.size.rows && area.columns.upperBound <= frame.size.columns
      if !isWhole || area.rows.isEmpty || area.columns.isEmpty { problems.append("\(item.label) outside") }
      guard isWhole else { continue }
      let text = area.rows.map { row in String(frame.row(row)[in: area.columns]) }
      // What is cut still begins as it does; in the bottom row there are other words for it.
      let start = item.label.prefix(frame.size.columns < 40 ? 1 : 6)
      let isDrawn = shown.hintWays.contains(item) || item.row != nil || shown.scene.isLarge || text[0].contains(start)
      if !isDrawn, frame.size.columns >= 20 {
        problems.append("\(item.label) is not where it can be clicked: \(text)")
      }
      for row in area.rows {
        for column in area.columns {
          let cell = Position(row: row, column: column)
          if let owner = owners[cell] { problems.append("\(cell) is \(owner.label)'s and \(item.label)'s") }
          owners[cell] = item
        }
      }
    }
    for row in -1...frame.size.rows {
      for column in -1...frame.size.columns {
        let cell = Position(row: row, column: column)
        if shown.item(at: cell) != owners[cell] { problems.append("\(cell) finds something else") }
      }
    }
    let found = Set(owners.values.map(\.id))
    let items = shown.page.filter { $0 < shown.scene.list.count }.map { shown.scene.list[$0].id }
    if shown.scene.tonight == nil, frame.size.rows >= 5 {
      let missing = (items + shown.walk.map(\.id)).filter { !found.contains($0) }
      if !missing.isEmpty { problems.append("\(missing) cannot be clicked") }
    }
    return problems
  }

  @Test func `every item that shows is found at each of its cells, and nothing elsewhere`() {
    for seed in Property.seeds(share: 0.1) {
      var chance = Chance(seed: seed)
      var (scene, surface) = ScanOrderSamples.scene(&chance)
      if let focus = (0..<scene.list.count).randomElement(using: &chance) { scene.focus = scene.list[focus].id }
      if chance.oneIn(6) { surface.rows = chance.number(in: 1...12) }
      scene.takesClicks = true
      let problems = Self.problems(Layout(scene, on: surface))
      #expect(problems.isEmpty, "seed \(seed), \(surface.columns)x\(surface.rows): \(problems.prefix(3))")
    }
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `every item of every screen is at least three columns wide and two rows high, where there is room`(
    columns: Int, rows: Int
  ) async {
    var small: [String: [String]] = [:]
    for (name, found) in await Crawl.of(.click).screens {
      let robot = found.copy()
      robot.size = Size(rows: rows, columns: columns)
      let shown = robot.layout.shown
      let few = shown.clickAreas.filter { $0.columns.count < 3 || $0.rows.count < 2 }
      // Beside a text that just fits, and below a drawing, there is none.
      let hasRoom = shown.scene.figure == nil && (shown.shownFacts == 0 || shown.hiddenFacts > 0)
      if !few.isEmpty, hasRoom { small[name] = few.compactMap { shown.item(of: $0)?.label } }
    }
    #expect(small.isEmpty, "\(small.keys.sorted()) \(small)")
  }

  @Test func `every line of a list with large targets is on one of its pages, however they are turned`() {
    for seed in Property.seeds(share: 0.1) {
      var chance = Chance(seed: seed)
      var (scene, surface) = ScanOrderSamples.scene(&chance)
      (scene.takesClicks, surface.rows) = (true, chance.number(in: 16...60))
      var seen: Set<String> = []
      for _ in 0...scene.list.count {
        let shown = Layout(scene, on: surface).shown
        let lines = shown.clickAreas.compactMap { shown.item(of: $0) }.filter {
          shown.scene.list.index(of: $0.id) != nil
        }
        seen.formUnion(lines.map(\.id))
        guard let next = shown.ways.first(where: { $0.id == "way-next" }), case .act(.focus(let id)) = next.intent,
          shown.page.upperBound < shown.scene.list.count
        else { break }
        (scene.focus, scene.top) = (id, shown.page.lowerBound)
      }
      let missing = (0..<scene.list.count).map { scene.list[$0].id }.filter { $0 != "back" && !seen.contains($0) }
      #expect(missing.isEmpty, "seed \(seed), \(surface.columns)x\(surface.rows): \(missing.prefix(5))")
    }
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40), (23, 6), (8, 3)])
  func `so it is on every screen there is`(columns: Int, rows: Int) async {
    for (name, found) in await Crawl.of(.click).screens {
      let robot = found.copy()
      robot.size = Size(rows: rows, columns: columns)
      for _ in 0..<4 {
        let problems = Self.problems(robot.layout)
        #expect(problems.isEmpty, "\(name): \(problems.prefix(3))\n\(robot.screen)")
        robot.press("Down", "Tab")
      }
    }
  }
}

extension ArraySlice<Cell> {
  /// The characters in some columns of a row.
  fileprivate subscript(in columns: Range<Int>) -> [Character] {
    columns.map { self[startIndex + $0] }.filter { !$0.isContinuation }.map(\.character)
  }
}
