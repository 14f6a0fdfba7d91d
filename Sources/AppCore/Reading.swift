internal import NightModel
internal import Text

/// Reading a text that is longer than the screen, and going about in the guide.
extension App {
  /// Scrolls the text by what was shown of it; from its end, back to its top.
  mutating func readOn(_ shown: Shown?) -> [Effect] {
    guard let shown, shown.hiddenFacts > 0 else { return say("That is the whole page.") }
    return shown.isReadToTheEnd ? scroll(-shown.offset, shown, 0) : scroll(shown.readingStep, shown, shown.hiddenFacts)
  }

  /// Goes to a page of the guide. Pages take each other's place, so that Back leads out of the guide's text.
  mutating func readPage(_ id: String, block: Int?) -> [Effect] {
    var effects: [Effect] = []
    if case .guidePage = screen {
      let focus = place.focus
      place = Place(.guidePage(id), focus: focus)
    } else {
      places.removeAll { if case .guidePage = $0.screen { true } else { false } }
      effects = open(.guidePage(id))
      place.focus = nil
    }
    place.reading = ReadingPosition()
    if let block, let page = guide.page(id) {
      place.reading.fact = page.document(catalogue, isNumbered: false).starts[block]
    }
    return effects
  }

  /// Goes to a screen, with the focus on one of its items.
  mutating func find(_ focus: String, on screen: Screen) -> [Effect] {
    let effects = open(screen)
    place.focus = focus
    return effects
  }

  /// Looks for words in the guide, in place of what was looked for before.
  mutating func searchGuide(_ words: String, _ entry: TextEntry) -> [Effect] {
    leaveText(entry)
    places.removeAll { if case .guideFound = $0.screen { true } else { false } }
    return open(.guideFound(words.trimmingSpaces()))
  }
}
