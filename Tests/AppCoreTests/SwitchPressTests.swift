import TestSupport
import Testing

@testable import AppCore

/// Hands that tremble, keyboards that repeat and switches that never let go.
@Suite struct `Presses of a switch` {
  private static let order = ScanOrder(
    screen: "made-up", ["a", "b", "c"].map { ScanStation(line: SceneItem($0, $0, .say($0))) })

  private static func player(_ change: (inout ScanTiming) -> Void = { _ in }) -> ScanPlayer {
    var timing = ScanTiming()
    change(&timing)
    var player = ScanPlayer(.auto, order, timing)
    player.press()
    // The first press has gone on, and the station is lit since a while.
    player.pass(until: 1500 + timing[.ignore])
    return player
  }

  /// Presses at some moments from now on, as a switch sends them that is pressed once.
  private static func actions(_ moments: [Int64], _ player: inout ScanPlayer) -> Int {
    let start = player.now
    var acted = 0
    for moment in moments {
      player.pass(until: start + moment)
      switch player.press() {
      case .nothing: Issue.record("a press at \(moment) was not answered")
      case .notCounted: #expect(player.scanning.remark != nil)
      case .moved, .chose, .changedStep: acted += 1
      }
    }
    return acted
  }

  /// When a key that is held for so long is sent.
  private static func held(delay: Int64, period: Int64, for duration: Int64) -> [Int64] {
    [0] + stride(from: delay, through: duration, by: Int64.Stride(period))
  }

  @Test(arguments: [(250, 33), (500, 30), (660, 40)], [3000, 30_000])
  func `a key that is held acts once, whatever its keyboard's usual delay`(repeats: (Int64, Int64), duration: Int64) {
    var player = Self.player()
    let acted = Self.actions(Self.held(delay: repeats.0, period: repeats.1, for: duration), &player)
    #expect(acted == 1)
    // Once it has rested it acts again: the first press goes on, the next one chooses.
    #expect(player.press(after: 800) == .moved || duration == 3000)
  }

  @Test(arguments: [(1000, 30, 1000), (2000, 2000, 2000)])
  func `a key that repeats later acts once where the window is as long`(delay: Int64, period: Int64, window: Int64) {
    var player = Self.player { $0[.ignore] = window }
    #expect(Self.actions(Self.held(delay: delay, period: period, for: 30_000), &player) == 1)
  }

  @Test func `repeats that begin after the window are noticed, and a longer window proposed`() {
    var player = Self.player()
    let acted = Self.actions(Self.held(delay: 1300, period: 30, for: 1600), &player)
    #expect(acted == 2 && player.scanning.proposedWindow == 1400)
    var alone = Self.player()
    _ = Self.actions([0, 1500, 1550], &alone)
    #expect(alone.scanning.proposedWindow == nil)
  }

  @Test func `the bounce of a press acts never`() {
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      var player = Self.player()
      let moments = (0..<6).flatMap { press -> [Int64] in
        let at = Int64(press) * 4000
        return [at]
          + (0..<chance.number(in: 0...3)).reduce(into: []) { bounces, _ in
            bounces.append((bounces.last ?? at) + Int64(chance.number(in: 40...250)))
          }
      }
      #expect(Self.actions(moments, &player) == 6, "seed \(seed)")
    }
  }

  @Test func `a hand that trembles eight times a second for half a minute acts once, and is held until it rests`() {
    var player = Self.player()
    let trembling = stride(from: Int64(0), through: 30_000, by: 125).map(\.self)
    #expect(Self.actions(trembling, &player) == 1)
    #expect(player.scanning.remark == .held && player.scanning.lit?.words == "a")
    player.pass(until: player.now + 699)
    #expect(!player.scanning.isResting)
    player.pass(until: player.now + 2)
    #expect(player.scanning.isResting && player.scanning.remark == nil && player.scanning.deadline == nil)
    #expect(player.press() == .moved)
  }

  @Test func `ten taps at 600 ms are all answered`() {
    var player = Self.player()
    let acted = Self.actions((0..<10).map { Int64($0) * 600 }, &player)
    #expect(acted == 1 && player.scanning.remark == .held)
  }

  @Test func `taps further apart than the window all act, once the pause after each is over`() {
    var player = Self.player { $0[.after] = 0 }
    #expect(Self.actions((0..<10).map { Int64($0) * 750 }, &player) == 10)
  }

  @Test func `one switch does not keep the other from moving, and both choose no sooner than the window`() {
    var player = ScanPlayer(.autoWithBack, Self.order)
    player.press(.a)
    #expect(player.press(.b, after: 300) == .notCounted(.tooSoon))
    player.pass(until: 1500)
    #expect(player.press(.b) != .notCounted(.tooSoon))
  }

  @Test func `what can be set stays in its range`() {
    var timing = ScanTiming()
    for part in ScanTiming.Part.allCases {
      #expect(part.range.contains(part.standard) && timing[part] == part.standard, "\(part)")
      timing[part] = .max
      #expect(timing[part] == part.range.upperBound, "\(part)")
      timing[part] = -1
      #expect(timing[part] == part.range.lowerBound, "\(part)")
    }
  }
}
