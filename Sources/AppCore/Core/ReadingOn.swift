internal import NightModel

/// Reading a text that is longer than the screen.
extension App {
  /// Scrolls the text by what was shown of it; from its end, back to its top.
  mutating func readOn(_ shown: Shown?) -> [Effect] {
    guard let shown, shown.hiddenFacts > 0 else { return say("That is the whole page.") }
    return shown.isReadToTheEnd ? scroll(-shown.offset, shown, 0) : scroll(shown.readingStep, shown, shown.hiddenFacts)
  }
}
