/// What somebody saw when they pressed a key: a digit, a page key and a click mean what stood there.
public struct Shown {
  /// The scene, with the line that reads on where not all of it fitted.
  public var scene: Scene
  /// Which items of its list were on the page.
  public var page: Range<Int>
  /// How many items a page of its list holds.
  public var itemsPerPage: Int
  /// How many rows of its facts were shown, and how many had no room.
  public var (shownFacts, hiddenFacts) = (0, 0)
  /// How many rows or lines of what scrolls were scrolled past.
  public var offset = 0
  /// The ways out below the list, in the order in which they are walked; empty where they are lines of the list.
  public var ways: [SceneItem] = []
  /// What can be walked to in the bottom row.
  var hintWays: [SceneItem] = []
  /// The columns of a table, or of a list in two, as they were laid out, each the items it shows; empty for one column. On
  /// Tonight Left and Right go from one to the next.
  var table: [Range<Int>] = []
  /// Where what can be chosen was drawn; empty where no click chooses it. No two of them have a cell in common.
  public var clickAreas: [ClickArea] = []
  /// What was clicked; nil for a key.
  var clicked: SceneItem?
  /// How many lines of what was written were shown.
  public var shownLog = 0

  /// A scene that is told in lines: all of it is shown, and its list a page at a time.
  init(_ scene: Scene, itemsPerPage: Int) {
    (self.scene, self.itemsPerPage, page, offset) = (scene, itemsPerPage, 0..<scene.list.count, scene.reading.rows)
  }

  /// Where the list shows, such as `15–32 of 60`; nil where all of it does.
  var position: String? {
    guard page.count < scene.list.count, !ways.isEmpty else { return nil }
    return "\(page.lowerBound + 1)–\(page.upperBound) of \(scene.list.count)"
  }

  /// What is walked to after the lines of the page.
  var walk: [SceneItem] { ways + hintWays }

  /// The way out that has the focus; nil while a line has it.
  var focusedWay: SceneItem? { scene.way.flatMap { id in walk.first { $0.id == id } } }

  /// Takes the focus from a way out that is not there, and to the way back where the line that had it is not there any more:
  /// nothing is chosen because something else moved up.
  mutating func settleFocus() {
    if focusedWay == nil { scene.way = nil }
    guard !ways.isEmpty, scene.list.whereGone == nil, let focus = scene.focus else { return }
    if scene.list.index(of: focus) == nil { scene.way = SceneItem.back.id }
  }

  /// How many rows a page key scrolls: those that were read. The last row shown may say that there are more.
  var readingStep: Int { max(1, shownFacts - 1) }

  /// True if the end of the text is on the screen.
  var isReadToTheEnd: Bool { offset >= hiddenFacts }
}

/// Where a text is to be read: a wish, which the layout keeps within the text.
public struct ReadingPosition: Hashable, Sendable {
  /// The fact it counts from; nil for the first.
  public var fact: Int?
  /// How many rows are scrolled past from there, or lines where it is a log that scrolls.
  public var rows = 0
}
