/// What was on the screen that the help is opened from.
public struct HelpOrigin: Hashable, Sendable {
  /// Its own letters with what they do, such as `g: date`.
  let letters: [String]
  /// True if it was Tonight, whose keys write.
  let isTonight: Bool
  /// True if a text was typed.
  let isTyping: Bool
}
