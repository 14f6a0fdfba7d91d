internal import NightModel

/// What is proposed where a keyboard began to repeat after the window, so that a key that was held chose twice.
package struct HeldProposal: Hashable, Sendable {
  /// The window with which it would have chosen once, in milliseconds.
  let window: Int64
  /// Sets it.
  let setting: Intent
  /// True if the second choice took something back, which then can be brought back.
  let hasTakenBack: Bool

  private var words: String { PlanKey.switchIgnore.words("\(window)") }

  /// What sets it; nothing does so by itself.
  var station: ScanStation { ScanStation("longer-window", "Wait \(words) between presses", setting) }

  /// What undoes the second choice; nil for nothing. `undo` is what takes back, if something was written by it.
  func lead(_ undo: ScanStation?) -> ScanStation? {
    if hasTakenBack { return ScanStation("out-redo", "Held? Bring it back", .act(.redo)) }
    return undo.map { $0.called("Held? \($0.words)") }
  }

  /// It in a sentence.
  var sentence: String { "Held? To wait \(words) between presses is offered before the ways out." }
}
