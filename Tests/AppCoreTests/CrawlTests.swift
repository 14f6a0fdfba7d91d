import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

@Suite struct `Every finger counts` {
  @Test func `arrows and Enter, Tab and Space, and digits reach the same`() async {
    async let tabAndSpace = Crawl.of(.tabAndSpace)
    async let byDigits = Crawl.of(.digits)
    let (arrows, tab, digits) = await (Crawl.of(.arrows), tabAndSpace, byDigits)
    #expect(arrows.screens.count >= 94, "\(arrows.screens.count) \(arrows.screens.keys.sorted())")
    #expect(arrows.reached.count > 150, "\(arrows.reached.count)")
    #expect(Set(arrows.screens.keys) == Set(tab.screens.keys))
    #expect(Set(arrows.screens.keys) == Set(digits.screens.keys))
    #expect(arrows.reached.symmetricDifference(tab.reached).isEmpty)
    let differing = arrows.reached.symmetricDifference(digits.reached)
    #expect(differing.isEmpty, "\(differing.sorted())")
  }

  @Test func `clicks reach what arrows reach, texts included`() async {
    async let byClick = Crawl.of(.click)
    let (arrows, click) = await (Crawl.of(.arrows), byClick)
    let screens = Set(arrows.screens.keys).symmetricDifference(click.screens.keys)
    #expect(screens.isEmpty, "\(screens.sorted())")
    let differing = arrows.reached.symmetricDifference(click.reached)
    #expect(differing.isEmpty, "\(differing.sorted())")
  }

  @Test func `one switch and two that scan reach what two reach that go from line to line`() async {
    async let byOne = Crawl.of(.oneSwitch)
    async let byTwo = Crawl.of(.twoSwitches)
    let (walked, one, two) = await (Crawl.of(.lineByLine), byOne, byTwo)
    for (name, hand) in [("one", one), ("two", two)] {
      var (less, more) = (walked.reached.subtracting(hand.reached), hand.reached.subtracting(walked.reached))
      // Who has but one switch has no second one, and would not get out of a field where a keyboard types.
      if name == "one" { less.subtract(["bind-second → switch-bind", "keyboard → text"]) }
      let screens = Set(walked.screens.keys).symmetricDifference(hand.screens.keys)
      #expect(
        less.isEmpty && more.isEmpty && screens.isEmpty,
        "\(name) misses \(less.sorted())\nhas \(more.sorted())\nscreens \(screens)")
    }
  }

  @Test func `every screen can be left with Esc, and with the last line of its list`() async {
    for (name, found) in await Crawl.of(.keyboard).screens {
      let byKey = found.copy()
      // What takes every key for a switch is over when none comes.
      if name.hasPrefix("switch-") { byKey.rest(milliseconds: 30_000) }
      for _ in 0..<12 where !["tonight", "leaving"].contains(byKey.scene.name) { byKey.press("Esc") }
      #expect(["tonight", "leaving"].contains(byKey.scene.name), "\(name)")
      // While every key is a press nothing is drawn that none of them chooses.
      if name.hasPrefix("switch-") { continue }
      let shown = found.copy().layout.shown
      let hasZero = (0..<shown.scene.list.count).contains { shown.digit(of: $0) == 0 }
      // Where characters type, the way back has no digit.
      let isLast = hasZero || shown.scene.field != nil && shown.scene.list.items.last?.label == "Back"
      #expect(isLast != shown.ways.contains { $0.id == "back" }, "\(name)")
    }
  }

  @Test func `on every screen each line has a name of its own`() async {
    for (name, found) in await Crawl.of(.keyboard).screens {
      let ids = found.copy().scene.list.items.map(\.id)
      #expect(Set(ids).count == ids.count, "\(name): \(ids)")
    }
  }

  @Test(arguments: [
    ["When to call", "While waiting, and what to say"], ["When to call", "Who is who in the team"],
    ["Emergency card"], ["Emergency card", "If tonight is too much"],
    ["Plan", "Equipment", "The way through the insurer"], ["Guide", "Breathing and the mask"],
  ])
  func `what is there to be read is shown whole by reading on, no line passed over`(path: [String]) {
    for rows in [12, 16, 24] {
      let robot = Crawl.start()
      for label in path { robot.choose(label) }
      robot.size = Size(rows: rows, columns: 60)
      // As one comes there: nothing of this screen was measured yet.
      robot.press("Esc")
      robot.choose(path[path.count - 1])
      var seen = robot.screen.split(separator: "\n").map(String.init)
      for _ in 0..<60 where robot.shows("Read on") {
        robot.choose("Read on")
        seen += robot.screen.split(separator: "\n").map(String.init)
      }
      let scene = robot.scene
      #expect(scene.isReading && !scene.facts.isEmpty)
      for fact in scene.facts where !fact.value.isEmpty {
        let indent = fact.label.isEmpty ? 0 : TextWidth.columns(of: fact.label) + 1
        for line in TextWidth.wrapped(fact.value, columns: 58 - indent) {
          #expect(seen.contains { $0.contains(line) }, "\(path.last ?? "") \(rows): \(line)")
        }
      }
    }
  }

  @Test func `after every key the cursor is on the first cell of what has the focus`() async {
    for (name, found) in await Crawl.of(.keyboard).screens {
      let robot = found.copy()
      for _ in 0..<min(robot.scene.list.count + 1, 30) {
        let layout = robot.layout
        let (row, column) = (layout.frame.cursor.row, layout.frame.cursor.column)
        #expect(layout.focus.position == layout.frame.cursor)
        let shown = String(layout.frame.row(row).dropFirst(column).map(\.character))
        if layout.focus.focus != "typing" {
          let label = layout.focus.said ?? layout.focus.label
          #expect(shown.hasPrefix(TextWidth.fit(label, columns: 20).dropLast(1)), "\(name): \(label)")
        }
        robot.press("Down")
      }
    }
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `no label is cut short where there is room`(columns: Int, rows: Int) async {
    for (name, found) in await Crawl.of(.keyboard).screens where !["night", "entry", "choice"].contains(name) {
      let robot = found.copy()
      robot.size = Size(rows: rows, columns: columns)
      for _ in 0..<min(robot.scene.list.count, 70) {
        let focus = robot.layout.focus
        #expect(robot.screen.contains(focus.label), "\(name): \(focus.label)")
        robot.press("Down")
      }
    }
  }

  @Test(arguments: [(1, 1), (2, 3), (5, 8), (12, 40), (24, 80), (60, 200)])
  func `every screen draws at every size, the cursor within`(rows: Int, columns: Int) async {
    for (_, found) in await Crawl.of(.keyboard).screens {
      let robot = found.copy()
      robot.size = Size(rows: rows, columns: columns)
      let frame = robot.layout.frame
      #expect(frame.cursor.row < rows && frame.cursor.column < columns)
      robot.press("Down", "Enter", "Esc")
    }
  }

  @Test func `any keys in any order never break the program, and what is saved stays`() {
    let names = [
      "Up", "Down", "Enter", "Space", "Esc", "Tab", "Right", "PageDown", "End", "Home", "t", "l", "g", "n", "x", "u",
      "y", "s", "-", "=", "e", "?", "Backspace", "Delete", "日",
    ]
    let keys = names.compactMap { Key($0) } + (0...9).map { Key.character(Character("\($0)")) } + [.paste("a\nb")]
    for seed in Property.seeds(share: 0.01) {
      var chance = Chance(seed: seed)
      let robot = Crawl.start()
      for _ in 0..<60 {
        robot.pace = Int64(chance.one(of: [20, 300, 1000]))
        if chance.oneIn(9) {
          robot.size = Size(rows: chance.number(in: 1...30), columns: chance.number(in: 1...100))
        }
        robot.press(chance.one(of: keys))
        let frame = robot.layout.frame
        #expect(frame.cursor.row < frame.size.rows && frame.cursor.column < frame.size.columns, "seed \(seed)")
        if robot.app.isOver { break }
      }
      let kept = Set(robot.record.entries(of: .night(Samples().night)).map(\.id))
      #expect(kept.isSuperset(of: robot.items.map(\.id)) && robot.app.unsaved.isEmpty, "seed \(seed)")
    }
  }
}
