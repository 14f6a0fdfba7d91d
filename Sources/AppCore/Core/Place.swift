/// One level of the stack: a screen, and where one is on each of its pages.
struct Place: Hashable, Sendable {
  /// What is shown.
  var screen: Screen { didSet { fit() } }
  /// What it was opened by; nil for what was not opened by a route.
  let route: Route?
  /// Where one is, page by page; the one shown last.
  private var marks: [Mark]

  /// The focus and the reading position on one page.
  private struct Mark: Hashable, Sendable {
    var focus: String?
    var way: String?
    var top: Int?
    var reading = ReadingPosition()
  }

  init(_ screen: Screen, focus: String? = nil, route: Route? = nil) {
    self.screen = screen
    self.route = route
    marks = [Mark(focus: focus)]
  }

  /// The id of the item with the focus; nil for the first.
  var focus: String? {
    get { marks[marks.count - 1].focus }
    set { (marks[marks.count - 1].focus, way) = (newValue, nil) }
  }

  /// The id of the way out that has the focus instead, while the line that had it last keeps the page; nil for none.
  var way: String? {
    get { marks[marks.count - 1].way }
    set { marks[marks.count - 1].way = newValue }
  }

  /// The first item of the list that showed when a key was pressed there; nil before.
  var top: Int? {
    get { marks[marks.count - 1].top }
    set { marks[marks.count - 1].top = newValue }
  }

  /// Where what was written, or the facts, are to be read.
  var reading: ReadingPosition {
    get { marks[marks.count - 1].reading }
    set { marks[marks.count - 1].reading = newValue }
  }

  /// Shows the newest of what was written, on every page.
  mutating func readNewest() {
    for index in marks.indices { marks[index].reading = ReadingPosition() }
  }

  /// How many pages it has one above the other.
  var depth: Int { marks.count }

  private mutating func fit() {
    let depth = screen.depth
    if marks.count > depth { marks.removeSubrange(depth...) }
    while marks.count < depth { marks.append(Mark()) }
  }
}
