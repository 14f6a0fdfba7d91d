internal import NightModel

/// A line of paper notes that could not be saved, and waits to be mended.
struct WaitingLine: Hashable, Sendable {
  /// Which of those of its night it is, from 1.
  let number: Int
  /// What was typed.
  let text: String
  /// Why it could not be saved, without a full stop.
  let reason: String
  /// The note it can be kept as; nil if it can not.
  let asNote: Draft?
}
