import AppCore

/// Something that somebody wants to write, and how they go about it.
struct SwitchGoal: Hashable, Sendable {
  /// What it is called.
  let name: String
  /// The lines to choose one after the other; those that a screen does not have are passed over.
  let lines: [String]
  /// What then stands in the record after each of them; empty where nothing is written yet.
  let written: [String]

  /// The eight events of a night, each as often; a turn is one of three.
  static let events: [[SwitchGoal]] = [
    [turn("turn-left", "turned left"), turn("turn-right", "turned right"), turn("turn-back", "turned on the back")],
    [SwitchGoal("awake", ("more", ""), ("woke", "woke"))],
    [SwitchGoal("looks asleep", ("more", ""), ("asleep", "looked asleep"))],
    [SwitchGoal("suction, clear", ("secretions", ""), ("suction", "suction"), ("clear", "suction, clear"))],
    [SwitchGoal("medicine", ("more", ""), ("medicine", ""), ("medicine-Lorazepam", "medicine Lorazepam"))],
    [SwitchGoal("cramp 6", ("hurts", ""), ("cramp", "Cramp"), ("grade-6", "Cramp 6"))],
    [SwitchGoal("adjusted", ("adjusted", "adjusted"), ("adjust", "adjusted"))],
    [
      SwitchGoal(
        "hard to breathe 7", ("breathing", ""), ("hard-to-breathe", "Hard to breathe"), ("grade-7", "Hard to breathe 7")
      )
    ],
  ]

  private static func turn(_ line: String, _ words: String) -> SwitchGoal {
    SwitchGoal("turned", ("turn", ""), (line, words))
  }

  private init(_ name: String, _ steps: (line: String, written: String)...) {
    self.name = name
    (lines, written) = (steps.map { "line-\($0.line)" }, steps.map(\.written))
  }

  /// True once it stands in the record, and nothing else.
  func isReached(_ standing: [String]) -> Bool { standing == [written[written.count - 1]] }

  /// True if something stands in the record that is no part of it.
  func isWrong(_ standing: [String]) -> Bool {
    !standing.isEmpty && (standing.count > 1 || !written.contains(standing[0]))
  }

  /// True if another event stands in the record than this one with whatever answer, and than a mark.
  func isOtherEvent(_ standing: [String]) -> Bool {
    let event = written.first { !$0.isEmpty } ?? ""
    return standing.contains { $0 != "marked this moment" && !$0.hasPrefix(event) }
  }

  /// What somebody wants next on a screen: a line towards it, Undo where something wrong was written, else the way back.
  func wanted(on screen: SimulatedScreen) -> ScanSteps? {
    let (steps, standing) = (screen.steps, screen.standing)
    func step(_ id: String) -> ScanSteps? { steps.first { $0.station.id == id } }
    if !isWrong(standing) {
      // What is written already is not written again.
      let done = standing.first.flatMap { written.lastIndex(of: $0) }.map { $0 + 1 } ?? 0
      if let next = lines[done...].reversed().compactMap(step).first { return next }
      if standing.isEmpty { return ["way-back", "line-back", "out-back"].compactMap(step).first }
    }
    return step("line-undo") ?? step("out-undo")
  }
}
