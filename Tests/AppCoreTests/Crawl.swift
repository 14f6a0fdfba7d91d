import AppCore
import CellUI
import NightModel
import TestSupport

/// Walks through every screen with a few keys, and notes what can be reached with them.
///
/// Once it is walked its robots stay where they are: whoever looks on takes a copy, so tests may share them.
struct Crawl: @unchecked Sendable {
  /// One way of pressing keys.
  enum Hand: String, CaseIterable {
    /// Arrows and Enter of a keyboard, whose letters type.
    case keyboard
    /// The same with a screen reader.
    case reader
    /// Hands that press nothing else: what is typed by others is chosen.
    case arrows, tabAndSpace, digits
    /// The pointer alone: it comes down on something that shows and is let go there.
    case click
    /// Hands that have but switches: two from line to line, and by scanning.
    case lineByLine, oneSwitch, twoSwitches
  }

  let hand: Hand
  /// Every choice that was made: the item, and the screen it led to.
  private(set) var reached: Set<String> = []
  /// A robot on each screen that was found, by the screen's name.
  private(set) var screens: [String: Robot] = [:]

  private static let keyboard = Task { Crawl(.keyboard) }
  private static let reader = Task { Crawl(.reader) }
  private static let arrows = Task { Crawl(.arrows) }
  private static let tabAndSpace = Task { Crawl(.tabAndSpace) }
  private static let digits = Task { Crawl(.digits) }
  private static let click = Task { Crawl(.click) }
  private static let lineByLine = Task { Crawl(.lineByLine) }
  private static let oneSwitch = Task { Crawl(.oneSwitch) }
  private static let twoSwitches = Task { Crawl(.twoSwitches) }

  /// The crawl of a hand, walked once; who waits for it holds up no thread.
  static func of(_ hand: Hand) async -> Crawl {
    switch hand {
    case .keyboard: await keyboard.value
    case .reader: await reader.value
    case .arrows: await arrows.value
    case .tabAndSpace: await tabAndSpace.value
    case .digits: await digits.value
    case .click: await click.value
    case .lineByLine: await lineByLine.value
    case .oneSwitch: await oneSwitch.value
    case .twoSwitches: await twoSwitches.value
    }
  }

  private init(_ hand: Hand) {
    self.hand = hand
    var waiting = [Self.start(hand.settings, columns: hand.columns)]
    while let robot = waiting.popLast() {
      // What a screen offers may depend on how much of it shows.
      _ = robot.layout
      let scene = robot.scene
      guard screens[scene.name] == nil else { continue }
      screens[scene.name] = robot.copy()
      // Where every key is taken nothing is chosen.
      if scene.name.hasPrefix("switch-") { continue }
      for item in scene.list.items + robot.layout.shown.ways where !item.isPaging {
        guard let there = choose(item, from: robot) else { continue }
        let name = there.app.isOver ? "end" : there.scene.name
        // The help runs what it lists, which differs with the screen it was opened from.
        // Which list's lines stand there differs with the way one came.
        let isOfList = scene.name == "hidden-items"
        let edge = isOfList ? "\(item.id == "back" ? "back" : "a line") → its list" : "\(item.name) → \(name)"
        if scene.name != "help" { reached.insert(edge) }
        // Who chose another way to press is another hand from there on.
        if !there.app.isOver, !hand.scans || there.lit != nil { waiting.insert(there, at: 0) }
      }
    }
  }

  /// A robot in front of a small record.
  static func start(_ settings: [(key: String, value: String)] = [], columns: Int = 80) -> Robot {
    var samples = Samples()
    let plan =
      settings.map { samples.setting($0.key, $0.value) } + [
        samples.setting("medicine.Baclofen", "as needed"), samples.setting("people.MK", "Mara"),
        samples.setting("people.JD", "Jon"),
        samples.setting("equipment.suction", "in-use"), samples.setting("equipment.mask", "in-use"),
        samples.setting("own.breathing.her-songs", "Her songs"), samples.setting("card.agreed", "As we said in May"),
        samples.setting("away.2026-11-20", "hospital"),
      ]
    let moment = samples.event(.moment, at: "01:00")
    let mistake = samples.event(.adjust, at: "01:10")
    let night = [
      samples.event(.turn, [.side: .text("left")], at: "23:10"), moment, mistake, samples.retract([mistake]),
    ]
    var last = Samples(writer: "last", night: "2026-11-21")
    var nights = [samples.night: night]
    nights[last.night] = [last.event(.turn, at: "23:00"), last.event(.suction, at: "01:00")]
    // Three nights with a cramp, so that a sign is found.
    for days in 2...4 {
      var samples = Samples(writer: "cccccccc", night: "\(samples.night.adding(days: -days))")
      nights[samples.night] = [samples.record(.symptom("cramp"), at: "02:00")]
    }
    let robot = Robot(MemoryRecord(plan: plan, nights: nights), columns: columns, by: "MK")
    // What is looked for between keys is found.
    robot.happen(.timedOut)
    return robot
  }

  /// Goes on to an item with this hand alone, and chooses it with a copy of the robot, which stays on the screen.
  /// - Returns: the copy, after its choice; nil if the hand cannot choose the item.
  private func choose(_ item: SceneItem, from robot: Robot) -> Robot? {
    switch hand {
    case .keyboard, .reader, .arrows: return walk(to: item, robot, step: .down, choose: .enter)
    case .tabAndSpace, .lineByLine: return walk(to: item, robot, step: .tab, choose: .character(" "))
    case .click:
      for _ in 0..<100 {
        let shown = robot.layout.shown
        if let area = shown.clickAreas.first(where: { shown.item(of: $0)?.id == item.id }) {
          let there = robot.copy()
          there.click(area.middle)
          return there
        }
        // What stands on another page is come to by its line.
        guard let next = shown.clickAreas.first(where: { shown.item(of: $0)?.id == "way-next" }) else { return nil }
        robot.click(next.middle)
      }
      return nil
    case .oneSwitch, .twoSwitches:
      guard let station = robot.station(where: { $0.choice?.place.id == item.id }) else { return nil }
      let there = robot.copy()
      return there.scan(to: station.id) ? there : nil
    case .digits:
      // Back is pressed where it is drawn: beside its line, or in the bottom row.
      if item.id == "back", robot.screen.contains("0 back") { return press(.character("0"), on: robot.copy()) }
      var windows: Set<String> = []
      for _ in 0..<100 {
        let layout = robot.layout
        // While a text is typed digits type; that is where this hand ends.
        if layout.shown.scene.field?.isTyping == true { return nil }
        if let digit = layout.shown.digit(of: item), isDrawn(digit, beside: item.label, robot) {
          return press(.character(Character("\(digit)")), on: robot.copy())
        }
        // Once they come round there is nothing new.
        guard windows.insert(layout.focus.focus + "\(layout.shown.page)").inserted else { return nil }
        let isAtPaging = layout.focus.focus == "way-next"
        guard layout.shown.scene.list.numbering == .inOrder else { return nil }
        guard isAtPaging ? robot.screen.contains("1[") : isDrawnAtAll(9, robot) else { return nil }
        robot.press(isAtPaging ? "1" : "9")
      }
      return nil
    }
  }

  private func press(_ key: Key, on robot: Robot) -> Robot {
    robot.press(key)
    return robot
  }

  /// True if the digit stands on the screen beside a line that begins with the label: nobody presses what is not seen.
  private func isDrawn(_ digit: Int, beside label: String, _ robot: Robot) -> Bool {
    let start = label.prefix(8)
    let screen = robot.screen
    let leads = [""] + ["✓", "–", "✗", "·", "?", " "].map { "  \($0)" }
    return leads.contains { screen.contains("\(digit)\($0)  \(start)") || screen.contains("\(digit)\($0) [\(start)") }
      || screen.contains("\(digit) \(start)") || screen.contains("\(digit)[\(start)")
  }

  /// True if a digit stands beside something.
  private func isDrawnAtAll(_ digit: Int, _ robot: Robot) -> Bool {
    robot.screen.split(separator: "\n").contains { $0.contains(" \(digit) ") || $0.contains(" \(digit)[") }
  }

  private func walk(to item: SceneItem, _ robot: Robot, step: Key, choose: Key) -> Robot? {
    for _ in 0..<300 {
      let layout = robot.layout
      if layout.focus.focus == item.id { return press(choose, on: robot.copy()) }
      let (shown, id) = (layout.shown, layout.focus.focus)
      // Who walks along the page turns it by its line.
      if step == .tab, id == "way-next", let place = shown.scene.list.index(of: item.id), !shown.page.contains(place) {
        robot.press(choose)
      } else {
        robot.press(step)
      }
    }
    return nil
  }
}

extension ClickArea {
  /// A cell well inside of it.
  var middle: Position {
    Position(row: (rows.lowerBound + rows.upperBound) / 2, column: (columns.lowerBound + columns.upperBound) / 2)
  }
}

extension Crawl.Hand {
  /// True for hands that scan.
  fileprivate var scans: Bool { [.oneSwitch, .twoSwitches].contains(self) }

  /// How wide the screen is. Below 72 columns Tonight is the same for one switch and for two.
  fileprivate var columns: Int { [.lineByLine, .oneSwitch, .twoSwitches].contains(self) ? 71 : 80 }

  /// What the plan says of such a hand.
  fileprivate var settings: [(key: String, value: String)] {
    switch self {
    case .keyboard: []
    case .reader: [("reader", "on")]
    case .arrows, .tabAndSpace, .digits: [("input", "arrows")]
    case .click: [("input", "arrows"), ("pointer", "click")]
    case .lineByLine: [("input", "two-switches")]
    case .oneSwitch: [("input", "one-switch")]
    case .twoSwitches: [("input", "two-switches"), ("scan.blocks", "on")]
    }
  }
}

extension Shown {
  /// The digit that chooses an item of the page, or a way out; 9 goes on to one, but in lists with digits of their own.
  fileprivate func digit(of item: SceneItem) -> Int? {
    let digit =
      ways.firstIndex(of: item).map { self.digit(ofWay: $0) }
      ?? scene.list.index(of: item.id).map { self.digit(of: $0) } ?? nil
    return digit == 9 && scene.list.numbering == .inOrder ? nil : digit
  }
}

extension SceneItem {
  /// True for what only turns the page.
  fileprivate var isPaging: Bool { ["way-next", "way-before"].contains(id) }

  /// The item's id, without those of single entries.
  fileprivate var name: String { id.count > 30 ? "an entry" : id }
}
