internal import NightModel
internal import Text

/// Reading a text that is longer than the screen, and going about in the guide.
extension App {
  /// Takes in how much the screen shows. What is scrolled past stays within the text when the screen grows.
  mutating func show(_ room: Room) {
    self.room = room
    self.room.lines = max(1, room.lines)
    self.room.anchorRow = nil
    guard room.scrollsFacts else { return }
    if let row = room.anchorRow { (place.offset, place.anchor) = (row, nil) }
    place.offset = min(place.offset, room.hiddenFacts)
  }

  /// A scene with a line that reads on, where not all that is to be read fits: first where reading is what one came for,
  /// and else last, so that the other lines keep their digits.
  func readable(_ scene: Scene) -> Scene {
    guard scene.log.count == 0, scene.field == nil, scene.list.numbering == .inOrder, scene.list.count < 100 else {
      return scene
    }
    var scene = scene
    scene.offset = place.offset
    let item = readOnItem
    guard room.hiddenFacts > 0, scene.list.index(of: item.id) == nil else { return scene }
    var items = scene.list.items
    items.insert(item, at: scene.isReading ? 0 : max(0, items.count - 1))
    scene.list = scene.list.with(items)
    return scene
  }

  /// The line that reads on; from the end of the text, back to its top.
  var readOnItem: SceneItem {
    SceneItem("read-on", room.hiddenFacts > 0 && isReadToTheEnd ? "Back to the top" : "Read on", .readOn)
  }

  /// The foot of a text to be read: what its marks mean, if it has any, and its sources.
  static func foot(isMarked: Bool, sources: [String]) -> [Fact] {
    (isMarked ? [Fact("", ""), Fact("", GuideSentence.markMeaning)] : [])
      + [Fact("", ""), Fact("Sources", "")] + sources.map { Fact("-", $0) }
  }

  /// How many rows a page key scrolls: those that were read. The last row shown may say that there are more.
  var readingStep: Int { max(1, room.shownFacts - 1) }

  /// True if the end of the text is on the screen.
  var isReadToTheEnd: Bool { place.offset >= room.hiddenFacts }

  /// Scrolls the text by what the screen shows of it; from its end, back to its top.
  mutating func readOn() -> [Effect] {
    guard room.hiddenFacts > 0 else { return say("That is the whole page.") }
    return isReadToTheEnd ? scroll(-place.offset, 0) : scroll(readingStep, room.hiddenFacts)
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
    (place.offset, place.anchor) = (0, nil)
    if let block, let page = guide.page(id) { place.anchor = Self.text(of: page, catalogue).starts[block] }
    return effects
  }

  /// Goes to a screen, with the focus on one of its items.
  mutating func find(_ focus: String, on screen: Screen) -> [Effect] {
    let effects = open(screen)
    place.focus = focus
    return effects + missing()
  }

  /// Looks for words in the guide, in place of what was looked for before.
  mutating func searchGuide(_ words: String, _ entry: TextEntry) -> [Effect] {
    leaveText(entry)
    places.removeAll { if case .guideFound = $0.screen { true } else { false } }
    return open(.guideFound(words.trimmingSpaces()))
  }
}
