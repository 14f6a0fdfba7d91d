import TestSupport
import Testing

@testable import AppCore

/// Scanning with a clock that goes on by itself, and is never late unless a test says so.
struct ScanPlayer {
  var scanning: Scanning
  var now: Int64 = 0
  /// What came of it, with the moment.
  var outcomes: [(at: Int64, Scanning.Outcome)] = []

  init(_ way: Scanning.Way, _ order: ScanOrder, _ timing: ScanTiming = ScanTiming()) {
    scanning = Scanning(way, timing, order)
  }

  /// Lets time pass until a moment.
  mutating func pass(until end: Int64) {
    while let due = scanning.deadline, due <= end {
      now = max(now, due)
      outcomes.append((now, scanning.time(at: now)))
    }
    now = max(now, end)
  }

  /// Presses a switch so many milliseconds from now.
  @discardableResult
  mutating func press(_ key: Scanning.Switch = .a, after pause: Int64 = 0) -> Scanning.Outcome {
    pass(until: now + pause)
    let outcome = scanning.press(key, at: now)
    outcomes.append((now, outcome))
    return outcome
  }

  var lit: String? { scanning.lit?.words }
  var chosen: [String] { outcomes.compactMap { if case .chose(let choice) = $0.1 { "\(choice.place)" } else { nil } } }
  var choices: Int { outcomes.count { if case .chose = $0.1 { true } else { false } } }
}

@Suite struct `Scanning with a clock of its own` {
  private static func item(_ words: String) -> ScanStation {
    ScanStation(line: SceneItem(words, words, .say(words)))
  }

  /// a · b · [c · d] · e
  static let order = ScanOrder(
    screen: "made-up",
    [item("a"), item("b"), ScanStation(block: [item("c"), item("d")], words: "block"), item("e")])

  private static func chose(_ outcome: Scanning.Outcome) -> String? {
    guard case .chose(let choice) = outcome, case .act(.say(let words)) = choice.intent else { return nil }
    return words
  }

  // MARK: Time moves, the switch chooses

  @Test func `rests until the first press, which chooses nothing`() {
    var player = ScanPlayer(.auto, Self.order)
    player.pass(until: 86_400_000)
    #expect(player.scanning.isResting && player.outcomes.isEmpty && player.lit == "a")
    #expect(player.press() == .moved && player.lit == "a" && !player.scanning.isResting)
  }

  @Test func `stays longer on the first station, and the press chooses what is lit`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.pass(until: 2199)
    #expect(player.lit == "a")
    player.pass(until: 2200)
    #expect(player.lit == "b")
    player.pass(until: 3699)
    #expect(player.lit == "b")
    #expect(Self.chose(player.press()) == "b")
  }

  @Test func `a press early after a step is meant for the station before; before the first of a level is the pause`() {
    for (delay, expected) in [(0, "a"), (199, "a"), (200, "b"), (700, "b")] {
      var player = ScanPlayer(.auto, Self.order)
      player.press()
      player.pass(until: 2200)
      #expect(Self.chose(player.press(after: Int64(delay))) == expected, "\(delay)")
    }
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.press(after: 2200 + 1500 + 500)
    player.pass(until: player.scanning.deadline ?? 0)
    #expect(player.lit == "c" && player.press(after: 199) == .notCounted(.tooSoon))
    #expect(Self.chose(player.press(after: 800)) == "c")
  }

  @Test func `stands still after a press, and a press meanwhile does nothing and is answered`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.press(after: 2200 + 1500 + 300)
    #expect(player.lit == "block")
    #expect(player.press(after: 900) == .notCounted(.tooSoon) && player.scanning.remark == .tooSoon)
    #expect(player.lit == "block")
    player.pass(until: player.now + 100)
    #expect(player.lit == "c" && player.scanning.remark == .tooSoon)
  }

  @Test func `None of these leads to the station after the block`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.press(after: 2200 + 1500 + 300)
    player.press(after: 1000 + 2200 + 1500 + 300)
    #expect(player.lit == "None of these")
    player.pass(until: player.now + 1000)
    #expect(player.lit == "e")
  }

  @Test func `goes on outside a block after two loops without a press, and says so`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.press(after: 2200 + 1500 + 300)
    let loop: Int64 = 3 * 1500 + 700
    player.pass(until: player.now + 1000 + 2 * loop - 1)
    #expect(player.scanning.place.path == [2] && player.scanning.remark == nil)
    player.pass(until: player.now + 1)
    #expect(player.lit == "e" && player.scanning.place.path.isEmpty && player.scanning.remark == .outOfBlock)
  }

  @Test(arguments: [1, 3, 20]) func `rests after its loops, and then nothing happens for a day`(loops: Int64) {
    var timing = ScanTiming()
    timing[.loops] = loops
    var player = ScanPlayer(.auto, Self.order, timing)
    player.press()
    player.pass(until: 86_400_000)
    #expect(player.scanning.isResting && player.lit == "a" && player.scanning.deadline == nil)
    #expect(player.outcomes.count == 1 + 4 * Int(loops))
    #expect(player.outcomes.last?.at == Int64(loops) * (4 * 1500 + 700))
    #expect(player.press() == .moved && !player.scanning.isResting)
  }

  @Test func `a step that comes late passes no station over, and the station stays its time`() {
    for seed in Property.seeds(share: 0.1) {
      var chance = Chance(seed: seed)
      var scanning = Scanning(.auto, ScanTiming(), Self.order)
      var (now, seen) = (Int64(0), ["a"])
      _ = scanning.press(.a, at: 0)
      while let due = scanning.deadline {
        now = due + Int64(chance.number(in: 0...5000))
        let before = now
        _ = scanning.time(at: now)
        if let next = scanning.deadline { #expect(next - before >= 1500, "seed \(seed)") }
        if let lit = scanning.lit?.words { seen.append(lit) }
      }
      #expect(seen == ["a", "b", "block", "e", "a", "b", "block", "e", "a", "b", "block", "e", "a"], "seed \(seed)")
    }
  }

  @Test func `a switch that chooses Pause, Slower or Faster changes the scanning alone`() {
    let controls = [ScanControl.slower, .faster, .pause].map { ScanStation("\($0)", "\($0)", .act(.scan($0))) }
    var player = ScanPlayer(.auto, ScanOrder(screen: "made-up", controls))
    player.press()
    #expect(player.press(after: 800) == .changedStep(1730) && player.lit == "slower")
    player.pass(until: player.now + 1000)
    #expect(player.lit == "slower")
    #expect(player.press(after: 700 + 1730 + 200) == .changedStep(1500))
    player.press(after: 1000 + 1500 + 200)
    #expect(player.scanning.isResting && player.lit == "slower")
  }

  @Test func `a key that is no switch rests it, and the next press only goes on`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.press(after: 2200 + 1500 + 300)
    player.scanning.otherKey(at: player.now + 10)
    #expect(player.scanning.isResting && player.lit == "a")
    #expect(player.press(after: 1000) == .moved && player.lit == "a")
  }

  @Test func `what is just chosen on the keyboard keeps the switch from choosing too`() {
    var player = ScanPlayer(.auto, Self.order)
    player.scanning.otherKey(at: 0, chooses: true)
    #expect(player.press(after: 500) == .notCounted(.tooSoon))
    #expect(player.press(after: 701) == .moved)
  }

  // MARK: The screen changes

  @Test func `after a save the first loop begins on Undo, the next ones do not`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.press(after: 300 + 700)
    let lead = ScanStation("undo", "Undo: a", .act(.undo))
    player.scanning.sceneChanged(
      ScanOrder(screen: "made-up", lead: lead, Self.order.stations), at: player.now)
    player.pass(until: player.now + 1000)
    #expect(player.lit == "Undo: a")
    player.pass(until: player.now + 2200)
    #expect(player.lit == "a")
    player.pass(until: player.now + 2200 + 3 * 1500)
    #expect(player.lit == "a")
  }

  @Test func `news moves no station; what is gone does nothing and says so`() {
    var player = ScanPlayer(.auto, Self.order)
    player.press()
    player.pass(until: 2200 + 500)
    let news = ScanOrder(screen: "made-up", ["new", "a", "e"].map(Self.item))
    player.scanning.sceneChanged(news, at: player.now, isNews: true)
    #expect(player.lit == "b" && player.scanning.lit?.isGone == true)
    #expect(player.press() == .notCounted(.gone) && player.scanning.remark == .gone)
    player.pass(until: player.now + 1500 + 1500)
    #expect(player.lit == "e")
    player.pass(until: player.now + 1500)
    #expect(player.lit == "new" && player.scanning.order == news)
  }

  // MARK: Other ways

  @Test func `where staying chooses, nothing is chosen before somebody has pressed`() {
    var player = ScanPlayer(.dwell, Self.order)
    player.pass(until: 86_400_000)
    #expect(player.outcomes.isEmpty)
    player.press()
    player.press(after: 500)
    player.press(after: 500)
    #expect(player.lit == "block")
    player.pass(until: player.now + 86_400_000)
    #expect(player.scanning.place.path == [2] && player.lit == "c" && player.choices == 0)
    player.press()
    player.press(after: 300)
    player.pass(until: player.now + 86_400_000)
    #expect(player.choices == 1)
  }

  @Test func `with two switches there is no time: one moves, the other chooses`() {
    var player = ScanPlayer(.step, Self.order)
    #expect(player.scanning.deadline == nil)
    player.press(.a)
    player.press(.a, after: 200)
    #expect(player.lit == "block")
    player.press(.b, after: 100)
    #expect(player.lit == "c")
    player.press(.a, after: 200)
    #expect(Self.chose(player.press(.b, after: 701)) == "d")
    #expect(player.outcomes.count == 5 && player.scanning.deadline == nil)
  }

  @Test
  func `a switch that moves and is held moves eight times a second, and no more once it is clear that it is held`() {
    var player = ScanPlayer(.step, Self.order)
    var moves = 0
    for time in stride(from: Int64(0), through: 10_000, by: 33) {
      player.now = time
      if player.press() == .moved { moves += 1 }
    }
    #expect((20...25).contains(moves))
    #expect(player.scanning.remark == .held)
    player.pass(until: 12_000)
    #expect(player.press() == .moved)
  }

  @Test func `with two switches and time the second leads out, by a block and then by a screen`() {
    var player = ScanPlayer(.autoWithBack, Self.order)
    player.press()
    player.press(after: 2200 + 1500 + 300)
    player.pass(until: player.now + 1000)
    #expect(player.lit == "c")
    #expect(player.press(.b, after: 300) == .moved)
    player.pass(until: player.now + 1000)
    #expect(player.lit == "block")
    #expect(player.press(.b, after: 300) == .chose(.init(place: .words, intent: .act(.back))))
  }

  // MARK: Of any presses

  @Test func `whatever is pressed, something is lit, every press is answered, and nothing is passed over`() {
    let ways: [Scanning.Way] = [.auto, .dwell, .step, .autoWithBack]
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let way = chance.one(of: ways)
      var scanning = Scanning(way, ScanTiming(), Self.order)
      var (now, index) = (Int64(0), scanning.place)
      for _ in 0..<40 {
        now += Int64(chance.one(of: [5, 33, 90, 160, 400, 700, 1500, 2300, 6000]))
        if scanning.deadline.map({ $0 <= now }) == true {
          let before = scanning.place
          let outcome = scanning.time(at: now)
          let steps = (scanning.place.index ?? 0) - (before.index ?? 0)
          let isStep = scanning.place.path == before.path && steps > 1
          #expect(!isStep, "seed \(seed): \(before) to \(scanning.place)")
          if case .chose = outcome { #expect(way == .dwell, "seed \(seed)") }
        }
        if chance.oneIn(3) { scanning.sceneChanged(Self.order, at: now, isNews: chance.oneIn(2)) }
        if chance.oneIn(12) { scanning.otherKey(at: now) }
        if chance.oneIn(2) {
          let state = scanning.state
          let outcome = scanning.press(chance.oneIn(4) ? .b : .a, at: now)
          switch outcome {
          case .nothing: #expect(way == .step || way == .dwell, "seed \(seed)")
          case .notCounted(let remark): #expect(scanning.remark == remark, "seed \(seed)")
          case .chose: if case .on = state {} else { Issue.record("seed \(seed): chosen in \(state)") }
          case .moved, .changedStep: break
          }
        }
        index = scanning.place
        #expect(scanning.lit != nil && scanning.level.indices.contains(index.index ?? 0), "seed \(seed)")
      }
    }
  }
}
