internal import CellUI
internal import Text

/// The ways out of a list below it, in one row or a few.
struct WaysLayout {
  /// Where each begins, with the column of its digit.
  private let places: [Position]
  private let labels: [String]
  private let columns: Int
  /// How many rows each takes: 2 where there is an empty one below.
  private let pitch: Int

  init(_ labels: [String], columns: Int, pitch: Int = 1) {
    (self.labels, self.columns, self.pitch) = (labels, columns, pitch)
    var (places, row, column): ([Position], Int, Int) = ([], 0, 1)
    for label in labels {
      // A digit, the brackets of the focus, and what parts it from the next.
      let width = TextWidth.columns(of: label) + 4
      if column > 1, column + width > columns { (row, column) = (row + pitch, 1) }
      places.append(Position(row: row, column: column))
      column += width + 1
    }
    self.places = places
  }

  /// How many rows they take.
  var rows: Int { (places.last?.row ?? -pitch) + pitch }

  /// Where they can be clicked, if they are drawn from a row on: the gap behind each is its own.
  func clickAreas(from top: Int) -> [ClickArea] {
    zip(places, labels).enumerated().map { index, way in
      let (place, label) = way
      let end = min(columns, place.column + TextWidth.columns(of: label) + 5)
      return ClickArea(.way(index), rows: top + place.row..<top + place.row + pitch, columns: place.column..<end)
    }
  }

  /// Draws them from a row on.
  /// - Returns: the first cell of the label that has the focus; nil if none has.
  func draw(_ shown: Shown, from top: Int, on canvas: inout Canvas) -> Position? {
    var focused: Position?
    for (index, place) in places.enumerated() {
      let (row, column) = (top + place.row, place.column + 2)
      let isFocused = shown.ways[index].id == shown.scene.way
      if let digit = shown.digit(ofWay: index) {
        canvas.write("\(digit)", row: row, column: place.column, role: .secondary)
      }
      canvas.write(
        label: labels[index], row: row, column: column,
        shown.scene.mark(of: shown.ways[index].id, isFocused: isFocused), isRead: shown.scene.isRead)
      if isFocused { focused = Position(row: row, column: column) }
    }
    return focused
  }
}

extension Scene {
  /// The ways out below the list: of one that takes several pages the pages first. `page` is what shows of it.
  func waysOut(of page: Range<Int>, _ layout: ListLayout) -> [SceneItem] {
    guard page.count < list.count, !page.isEmpty else { return [.back] + ways }
    let (isLast, isFirst) = (page.upperBound >= list.count, page.lowerBound == 0)
    let next = isLast ? 0 : page.upperBound
    let before = layout.start(ofPageWith: isFirst ? list.count - 1 : page.lowerBound - 1)
    return [
      SceneItem(SceneItem.nextPageID, isLast ? "First page" : "Next page", .focus(list[next].id)),
      SceneItem(SceneItem.pageBeforeID, isFirst ? "Last page" : "Page before", .focus(list[before].id)), .back,
    ] + ways
  }

  /// What those are called at their widest. `isPaged` is true for a list of several pages.
  func wayLabels(isPaged: Bool) -> [String] {
    (isPaged ? ["First page", "Page before"] : []) + ([.back] + ways).map(\.label)
  }
}

extension SceneItem {
  /// The names of what turns the page.
  static let nextPageID = "way-next"
  static let pageBeforeID = "way-before"
}
