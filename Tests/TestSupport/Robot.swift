import AppCore
import CellUI
import NightModel
import Testing

/// Presses keys on the real program and looks at its screens, without a terminal.
package final class Robot {
  /// The record behind the screens.
  package let record: MemoryRecord
  /// The screen.
  package var size: Size { didSet { drawn = nil } }
  /// True for a terminal that shows only ASCII.
  package var isASCII = false { didSet { drawn = nil } }
  /// True for a terminal whose drawings must do with ASCII.
  package var drawsInASCII = false { didSet { drawn = nil } }
  /// What the clocks show.
  package let clock: TestClock
  /// True if the program was asked to act at that moment; false if it is what this machine's clock shows.
  package let isFrozen: Bool
  /// How long a press takes, in milliseconds: longer than any window for held keys unless a test says otherwise.
  package var pace: Int64 = 1000

  /// How many stations were lit by time.
  package private(set) var stationsPassed = 0

  /// How many keys were pressed.
  package private(set) var presses = 0

  private let changeWorld: (inout World) -> Void
  private var driver: Driver?
  /// What was drawn since the last key: as at a terminal, once between two keys.
  private var drawn: Layout?

  /// A robot in front of a screen, at 02:15 of the sample night unless said otherwise. `realTime` is what the machine's
  /// clock shows, where that is another moment. `clockChange` is when the clocks change in that place.
  /// `stepsBetweenKeys` is how many steps of work fit between two keys; nil for all there are. `change` changes what
  /// the record answers.
  package init(
    _ record: MemoryRecord = MemoryRecord(), columns: Int = 80, rows: Int = 24, at time: String = "02:15",
    realTime: String? = nil, by: String? = nil, welcomes: Bool = false, isFrozen: Bool = true,
    clockChange: ClockChange? = nil, stepsBetweenKeys: Int? = nil,
    changing change: @escaping (inout World) -> Void = { _ in }
  ) {
    self.record = record
    (self.isFrozen, changeWorld) = (isFrozen, change)
    size = Size(rows: rows, columns: columns)
    clock = TestClock(
      now: Samples().moment(time), realTime: realTime.map { Samples().moment($0).milliseconds },
      zone: clockChange.map(Self.zone) ?? record.zone)
    clock.stepsBetweenKeys = stepsBetweenKeys
    let missing = record.missing(clock)
    driver = Driver(
      App(now: now, zone: clock.zone, realTime: clock.realTime, by: by, welcomes: welcomes, missing: missing), in: world
    )
  }

  /// A robot in front of the same screen and record, that goes its own way from here.
  package func copy() -> Robot { Robot(copying: self) }

  private init(copying other: Robot) {
    record = other.record.copy()
    let shown = other.clock
    clock = TestClock(now: shown.now, realTime: shown.realTime, uptime: shown.uptime, zone: shown.zone)
    (size, isASCII, pace, isFrozen) = (other.size, other.isASCII, other.pace, other.isFrozen)
    changeWorld = other.changeWorld
    driver = other.driver?.copy(in: world)
  }

  /// The world it lives in, for another way of showing the same program.
  package var world: World {
    var world = record.world(clock)
    world.isFrozen = isFrozen
    changeWorld(&world)
    return world
  }

  /// The moment the program acts at.
  package var now: Instant {
    get { clock.now }
    set { clock.now = newValue }
  }

  /// A zone whose clocks change once.
  private static func zone(_ change: ClockChange) -> Zone {
    Zone(name: nil) { second in
      60 * (change.at.offsetMinutes + (second * 1000 < change.at.milliseconds ? 0 : change.minutes))
    }
  }

  /// The number of a line of Tonight in line mode.
  package func lineNumber(of label: String) -> Int {
    let list = app.scene().list
    let index = list.items.firstIndex { $0.label == label } ?? 0
    return list[index].digit ?? 10 + list.items.prefix(index).count { $0.digit == nil }
  }

  /// What is typed on Tonight in line mode to come to a line, through More where it is not in the table.
  package func lineWay(to label: String) -> [String] {
    if app.scene().list.items.contains(where: { $0.label == label }) { return ["\(lineNumber(of: label))"] }
    let more = copy()
    more.press("9")
    return ["9", "\((more.app.scene().list.items.firstIndex { $0.label == label } ?? 0) + 1)"]
  }

  /// The program as it is.
  package var app: App { driver?.app ?? App(now: now, zone: clock.zone, by: nil) }

  /// Presses keys by their names, such as `Down`, `t`, `Ctrl-C`; a name that is no key fails the test.
  package func press(_ names: String...) {
    for name in names {
      guard let key = Key(name) else {
        Issue.record("there is no key \(name)")
        continue
      }
      press(key)
    }
  }

  /// Presses a key.
  package func press(_ key: Key) {
    clock.uptime += pace
    presses += 1
    happen(.key(key))
  }

  /// Clicks: a button goes down on a cell, and comes up there or on another.
  package func click(_ cell: Position, _ button: Key.Pointer.Button = .left, letGoAt other: Position? = nil) {
    press(.pointer(Key.Pointer(button, position: cell, isPress: true)))
    let pace = pace
    // Between the two lies less than between two clicks.
    self.pace = min(pace, 80)
    press(.pointer(Key.Pointer(button, position: other ?? cell, isPress: false)))
    self.pace = pace
  }

  /// Types text, a key a character.
  package func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Lets something else happen at the terminal.
  package func happen(_ event: TerminalEvent) {
    _ = layout
    driver?.answer(event)
    drawn = nil
    // As at a terminal where nobody presses the next key before the work is done, unless a test says otherwise.
    while clock.stepsBetweenKeys == nil, driver?.hasWork == true { driver?.work() }
  }

  /// Lets time pass without a key, a tick each minute.
  package func wait(minutes: Int) {
    for _ in 0..<minutes {
      now = now.adding(minutes: 1)
      clock.uptime += 60_000
      happen(.timedOut)
    }
  }

  /// Lets time pass without a press, and scanning do what is due in it.
  package func pass(milliseconds: Int64) {
    let end = clock.uptime + milliseconds
    _ = layout
    while let due = app.scanDue, due <= end {
      clock.uptime = max(clock.uptime, due)
      driver?.scan()
      drawn = nil
      _ = layout
      if app.scanDue != nil { stationsPassed += 1 }
    }
    clock.uptime = end
  }

  /// Lets a moment pass without a key.
  package func rest(milliseconds: Int64) {
    _ = layout
    clock.uptime += milliseconds
    driver?.rest()
    drawn = nil
  }

  /// Lets the program do a little of what it does between keys.
  package func step() {
    _ = layout
    driver?.work()
    drawn = nil
  }

  /// The screen as laid out now.
  package var layout: Layout {
    if let drawn { return drawn }
    let layout =
      driver?.layout(size: size, isASCII: isASCII, drawsInASCII: drawsInASCII)
      ?? Layout(app.scene(), on: Surface(columns: size.columns, rows: size.rows))
    drawn = layout
    return layout
  }

  /// The screen's words, row by row.
  package var screen: String {
    let frame = layout.frame
    return (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
  }

  /// The scene as it is seen.
  package var scene: Scene { layout.shown.scene }

  /// The label of what has the focus.
  package var focus: String { layout.focus.label }

  /// Items of the sample night that stand.
  package var items: [Item] { record.items(of: Samples().night) }

  /// What the items of the sample night say, by time.
  package var written: [String] { items.map { $0.words(.standard) } }
}

/// Finding one's way by labels.
extension Robot {
  /// Goes back to Tonight.
  package func goHome() {
    for _ in 0..<12 where app.scene().name != "tonight" { press("Esc") }
  }

  /// True if the screen offers something of that label.
  package func shows(_ label: String) -> Bool {
    (scene.list.items + layout.shown.ways).contains { $0.label == label }
  }

  /// The digit that stands beside an item on the screen; nil for none.
  package func digit(of index: Int) -> Int? {
    layout.shown.digit(of: index)
  }

  /// Walks to the item of that label and chooses it, from Tonight through More where it is not in the table; a label that
  /// is not offered fails the test.
  package func choose(_ label: String) { choose(label) { $0 == label } }

  /// Chooses the first item whose label begins with some words.
  package func choose(prefix: String) { choose(prefix) { $0.hasPrefix(prefix) } }

  private func choose(_ words: String, _ isMeant: (String) -> Bool) {
    let isTonight = scene.name == "tonight" && !scene.list.items.contains { isMeant($0.label) }
    if isTonight, scene.list.items.contains(where: { $0.digit == 9 }) { press("9") }
    // Years of nights are not looked through for it.
    let isAbove = scene.list.count < 100 && scene.list.items.prefix(scene.focusIndex).contains { isMeant($0.label) }
    for _ in 0..<scene.list.count + layout.shown.ways.count where !isMeant(focus) {
      // Down would scroll a text first.
      press(isAbove ? "Up" : scene.isReading && scene.focusIndex == 0 ? "Tab" : "Down")
    }
    guard isMeant(focus) else {
      Issue.record("\"\(words)\" is not offered on \(scene.name)")
      return
    }
    press("Enter")
  }
}
