internal import NightModel

/// How long scanning takes for everything, in milliseconds of uptime unless said otherwise. What is out of its range is
/// taken to the nearest value in it.
///
/// The ranges, which the plan's settings have, hold what EN 301 549 asks for (5.7: a repeat may be let rest for 2 s; 5.8:
/// 0.5 s and more).
package struct ScanTiming: Hashable, Sendable {
  private var values = Self.usual

  /// What can be set.
  package enum Part: Hashable, Sendable, CaseIterable {
    /// How long a station stays.
    case step
    /// How much longer the first station of a level does: without it nobody hits it who has just pressed.
    case first
    /// How long everything stands still after a press that was taken.
    case after
    /// A press so soon after a step is meant for the station before: nobody who scans answers to a new one within it. With
    /// 200 ms people whose answers take 0.55 s and more err least on the table of one switch (SwitchSimulation.docc), and
    /// who is faster errs no more than without. 0 for who presses in rhythm.
    case late
    /// How many loops without a press it takes to rest; a number.
    case loops
    /// How long to stay on a station to choose it, where staying chooses.
    case dwell
    /// How long every choosing key must have rested before a switch acts again.
    case ignore
    /// The least time between two moves of a key that is held or trembles.
    case move

    /// Its setting in the plan.
    var key: PlanKey {
      switch self {
      case .step: .scanStep
      case .first: .scanFirst
      case .after: .scanAfter
      case .late: .scanLate
      case .loops: .scanLoops
      case .dwell: .scanDwell
      case .ignore: .switchIgnore
      case .move: .movesPerSecond
      }
    }

    /// What it may be.
    package var range: ClosedRange<Int64> {
      let range: ClosedRange<Int64> =
        switch key.rule {
        case .milliseconds(let range), .number(let range, _, _): Int64(range.lowerBound)...Int64(range.upperBound)
        case .text, .line, .choice, .list, .items, .phone, .initials, .step, .date, .birth: 0...0
        }
      return self == .move ? gap(range.upperBound)...gap(range.lowerBound) : range
    }

    /// What it is unless somebody says otherwise.
    package var standard: Int64 { value(key.standard) ?? 0 }

    /// What a setting says; nil where it says nothing.
    func value(_ set: String?) -> Int64? {
      guard let number = set.flatMap({ Int64($0) }) else { return nil }
      return self == .move ? gap(number) : number
    }

    /// The time between two moves, of which there are so many in a second.
    private func gap(_ perSecond: Int64) -> Int64 { 1000 / max(1, perSecond) }
  }

  private static let usual = Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, $0.standard) })

  /// True if scanning waits for a press after each choice, instead of going on by itself.
  package var startsByPress = false

  /// The usual timing.
  package init() {}

  /// The timing that a plan has.
  init(_ plan: Plan) {
    for part in Part.allCases {
      if let value = part.value(plan.value(part.key)) { self[part] = value }
    }
    startsByPress = plan.value(.scanStart) == "press"
  }

  /// One of its parts.
  package subscript(part: Part) -> Int64 {
    get { values[part] ?? part.standard }
    set { values[part] = min(max(newValue, part.range.lowerBound), part.range.upperBound) }
  }

  /// A longer or a shorter step: by 15 in 100, in tens of milliseconds.
  mutating func change(isSlower: Bool) {
    let step = self[.step]
    let changed = isSlower ? step * 115 / 100 : step * 100 / 115
    self[.step] = (changed + 5) / 10 * 10
  }
}
