/// How long scanning takes for everything, in milliseconds of uptime unless said otherwise. What is out of its range is
/// taken to the nearest value in it.
///
/// The ranges hold what EN 301 549 asks for (5.7: a repeat may be let rest for 2 s; 5.8: 0.5 s and more).
package struct ScanTiming: Hashable, Sendable {
  private var values: [Part: Int64] = [:]

  /// What can be set, each by its key in the plan.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    /// How long a station stays.
    case step = "scan.step"
    /// How much longer the first station of a level does: without it nobody hits it who has just pressed.
    case first = "scan.first"
    /// How long everything stands still after a press that was taken.
    case after = "scan.after"
    /// A press so soon after a step is meant for the station before: nobody who scans answers to a new one within it. With
    /// 200 ms people whose answers take 0.55 s and more err least on the table of one switch (SwitchSimulation.docc), and
    /// who is faster errs no more than without. 0 for who presses in rhythm.
    case late = "scan.late"
    /// How many loops without a press it takes to rest; a number.
    case loops = "scan.loops"
    /// How long to stay on a station to choose it, where staying chooses.
    case dwell = "scan.dwell"
    /// How long every choosing key must have rested before a switch acts again.
    case ignore = "switch.ignore"
    /// The least time between two moves of a key that is held or trembles.
    case move = "nav.rate"

    /// What it may be.
    package var range: ClosedRange<Int64> {
      switch self {
      case .step: 300...10_000
      case .first, .after: 0...10_000
      case .late: 0...300
      case .loops: 1...20
      case .dwell: 500...10_000
      case .ignore: 0...2000
      case .move: 50...2000
      }
    }

    /// What it is unless somebody says otherwise.
    package var standard: Int64 {
      switch self {
      case .step: 1500
      case .late: 200
      case .first, .ignore: 700
      case .after: 1000
      case .loops: 3
      case .dwell: 2000
      case .move: 125
      }
    }
  }

  /// True if scanning waits for a press after each choice, instead of going on by itself.
  package var startsByPress = false

  /// The usual timing.
  package init() {}

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
