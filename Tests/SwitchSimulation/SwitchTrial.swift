import AppCore
import TestChance

/// One person who wants to write one thing with one switch, on the real screens and the real scanning.
struct SwitchTrial {
  /// What became of it.
  struct Outcome: Hashable, Sendable {
    /// How long it took until it stood in the record and nothing else, in milliseconds.
    var duration: Int64 = 0
    /// How many presses were taken.
    var presses = 0
    /// True if something was written on the way that nobody wanted.
    var isWrong = false
    /// True if that was another event than the one meant: neither a mark nor another answer.
    var isOtherEvent = false
    /// True if it was given up after ten minutes.
    var isGivenUp = false
  }

  private let person: SwitchPerson
  private let goal: SwitchGoal
  private var chance: Chance
  private var screen: SimulatedScreen
  private var scanning: Scanning
  private var now: Int64 = 0
  /// When the press that the person has begun comes; nil for none.
  private var pressAt: Int64?
  private var unwantedAt: Int64?
  private var bounceAt: Int64?
  private var outcome = Outcome()

  private static let longest: Int64 = 600_000

  init(_ person: SwitchPerson, _ goal: SwitchGoal, from screen: SimulatedScreen, timing: ScanTiming, _ chance: Chance) {
    (self.person, self.goal, self.screen, self.chance) = (person, goal, screen, chance)
    scanning = Scanning(.auto, timing, screen.order)
  }

  /// Scans until it is done. The time counts from when the first station is lit.
  mutating func run() -> Outcome {
    _ = scanning.press(.a, at: 0)
    unwantedAt = person.pauseToUnwanted(&chance)
    answer()
    while !goal.isReached(screen.standing) {
      guard now < Self.longest, let next = [scanning.deadline, pressAt, unwantedAt, bounceAt].compactMap(\.self).min()
      else {
        outcome.isGivenUp = true
        break
      }
      now = next
      if pressAt == now {
        pressAt = nil
        press()
      } else if unwantedAt == now {
        unwantedAt = person.pauseToUnwanted(&chance).map { now + $0 }
        press()
      } else if bounceAt == now {
        bounceAt = nil
        press(isBounce: true)
      } else {
        let lit = scanning.lit
        if scanning.time(at: now) != .nothing, scanning.lit != lit || pressAt == nil { answer() }
      }
    }
    outcome.duration = now
    return outcome
  }

  /// Begins a press where what is lit is wanted, or where a press goes on.
  private mutating func answer() {
    guard pressAt == nil, isWanted, chance.share() >= person.misses else { return }
    pressAt = now + person.answer(&chance)
  }

  private var isWanted: Bool {
    switch scanning.state {
    case .resting: return true
    case .off, .pausing, .held: return false
    case .on: break
    }
    guard let wanted = goal.wanted(on: screen), let lit = scanning.lit else { return false }
    // Undo is taken where it comes first.
    if scanning.place.index == nil { return goal.isWrong(screen.standing) }
    let (path, target) = (scanning.place.path, wanted.levels.map { $0 - 1 })
    let isOnWay = target.count > path.count && Array(target.prefix(path.count)) == path
    return isOnWay ? scanning.place.index == target[path.count] : lit.kind == .noneOfThese
  }

  private mutating func press(isBounce: Bool = false) {
    let result = scanning.press(.a, at: now)
    switch result {
    case .nothing, .notCounted: return
    case .moved, .changedStep: break
    case .chose(let choice):
      screen = screen.after(choice)
      scanning.sceneChanged(screen.order, at: now)
      if goal.isWrong(screen.standing) { outcome.isWrong = true }
      if goal.isOtherEvent(screen.standing) { outcome.isOtherEvent = true }
    }
    outcome.presses += 1
    if !isBounce, chance.share() < person.bounces { bounceAt = now + Int64(chance.number(in: 40...250)) }
    // A station that a press has lit may be wanted at once.
    answer()
  }
}
