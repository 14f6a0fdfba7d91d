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
  /// The columns of a table as it was laid out, each the items it shows; empty for a list. Left and Right go from one to
  /// the next.
  var table: [Range<Int>] = []
  /// How many lines of what was written were shown.
  public var shownLog = 0

  /// A scene that is told in lines: all of it is shown, and its list a page at a time.
  init(_ scene: Scene, itemsPerPage: Int) {
    (self.scene, self.itemsPerPage, page, offset) = (scene, itemsPerPage, 0..<scene.list.count, scene.reading.rows)
  }

  /// The digit that picks an item; nil for none.
  public func digit(of index: Int) -> Int? { scene.list.digit(of: index, focus: scene.focusIndex, page: page) }

  /// True if 9 goes on in the list.
  public var hasPages: Bool { scene.list.hasPages(page) }

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
