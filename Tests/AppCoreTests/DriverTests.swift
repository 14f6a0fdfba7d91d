import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// A terminal that does as it is told and remembers what it was asked.
private final class Script: Terminal {
  let size = Size(rows: 24, columns: 80)
  let isASCII = false
  var events: [TerminalEvent]
  var frames: [Frame] = []
  var waits: [Int?] = []
  var stops = 0
  var worn: Theme?
  let clock: TestClock
  /// True for a line on which the first frame has not gone before all has happened.
  var isSlow = false

  var isBehind: Bool { isSlow && !frames.isEmpty && !events.isEmpty }

  init(_ events: [TerminalEvent], _ clock: TestClock) { (self.events, self.clock) = (events, clock) }

  func show(_ frame: Frame) { frames.append(frame) }
  func next(within milliseconds: Int?) -> TerminalEvent {
    // Nothing happens in no time: what is done between keys goes on.
    if milliseconds == 0 { return .timedOut }
    // Nor while the program waits whether keys are still.
    if let milliseconds, (100...250).contains(milliseconds) {
      clock.uptime += Int64(milliseconds)
      return .timedOut
    }
    waits.append(milliseconds)
    return events.isEmpty ? .ended : events.removeFirst()
  }
  func suspend() { stops += 1 }

  func wear(_ theme: Theme) { worn = theme }

  var listens: [Bool] = []
  func listenToPointer(_ isOn: Bool) { if isOn != (listens.last ?? false) { listens.append(isOn) } }
}

@Suite struct `The loop` {
  private func play(
    _ events: [TerminalEvent], isFrozen: Bool = false, isSlow: Bool = false,
    record: MemoryRecord = MemoryRecord(), in change: (inout World, TestClock) -> Void = { _, _ in }
  ) -> (Script, App, MemoryRecord) {
    let moment = Samples().moment("02:15").adding(minutes: 0)
    let now = Instant(milliseconds: moment.milliseconds + 13_000, offsetMinutes: moment.offsetMinutes)
    let clock = TestClock(now: now)
    var world = record.world(clock)
    world.isFrozen = isFrozen
    change(&world, clock)
    let terminal = Script(events, clock)
    terminal.isSlow = isSlow
    let app = run(App(now: now, zone: .fixed(minutes: 60), by: nil), on: terminal, in: world)
    return (terminal, app, record)
  }

  @Test func `a frame before every wait, and the wait ends with the minute`() {
    let (terminal, app, record) = play([.key(.character("l")), .resized, .timedOut])
    #expect(app.isOver)
    #expect(terminal.waits == [47_000, 47_000, 47_000, 47_000] && terminal.frames.count >= 4, "\(terminal.waits)")
    #expect(record.items(of: Samples().night).count == 1)
    #expect(terminal.frames[1...].contains { $0.text(row: 1).contains("turned 02:15 left") })
  }

  @Test func `a clock that stands still is not waited for`() {
    #expect(play([.resized], isFrozen: true).0.waits == [nil, nil])
  }

  @Test func `nothing is sent while a slow line is busy, and keys are answered meanwhile`() {
    let keys: [TerminalEvent] = [.key(.character("l")), .key(.character("a")), .timedOut, .key(.down)]
    let (terminal, _, record) = play(keys, isSlow: true)
    #expect(record.items(of: Samples().night).count == 2)
    // The first frame, and once it has gone one with all that happened meanwhile.
    let sent = terminal.frames.map { frame in (0..<frame.size.rows).map { frame.text(row: $0) }.joined() }
    #expect(
      !sent[0].contains("turned left") && sent[1].contains("turned left") && sent[1].contains("adjusted"), "\(sent)")
  }

  @Test func `what nobody waits for goes on once no key was pressed for a moment`() throws {
    var looks: [Int64] = []
    // All nights are read anew where they are listed: "Past nights" stands three above "Leave", where the table ends.
    let keys: [TerminalEvent] = [.key(.end), .key(.up), .key(.up), .key(.up), .key(.enter)]
    let (terminal, _, _) = play(keys, record: GoldenRecord.night()) { world, clock in
      let rows = world.newestRows
      world.newestRows = { nights in
        looks.append(clock.uptime)
        return rows(nights)
      }
    }
    let last = try #require(terminal.frames.last)
    let screen = (0..<last.size.rows).map { last.text(row: $0) }.joined(separator: "\n")
    #expect(screen.contains("1 [Sun 22 Nov 2026]"), "\(screen)")
    // At the start nobody has pressed anything.
    #expect(looks.first == 0 && looks.contains { $0 > 0 }, "\(looks)")
    #expect(looks.allSatisfy { $0 == 0 || $0 >= 250 }, "\(looks)")
  }

  @Test(arguments: [(nil, []), ("off", []), ("click", [true]), ("switch", [true])] as [(String?, [Bool])])
  func `the terminal tells of the pointer where the plan says so`(use: String?, listens: [Bool]) {
    var samples = Samples()
    let record = MemoryRecord(plan: use.map { [samples.setting("pointer", $0)] } ?? [])
    #expect(play([.resized], record: record).0.listens == listens)
  }

  @Test func `Ctrl-Z stops the program once and goes on where it was`() {
    let (terminal, _, _) = play([.key(.control("z")), .resized])
    #expect(terminal.stops == 1 && terminal.frames.count >= 3)
  }
}
