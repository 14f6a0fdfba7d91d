internal import CellUI
internal import NightModel
internal import Text

/// A scene that is read from across a dark room: its title in large digits where they fit, and a few lines below.
struct LargeLayout {
  private let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
  }

  /// Draws it.
  /// - Returns: the first cell of what has the focus.
  func draw(on canvas: inout Canvas) -> Position {
    let size = canvas.size
    let left = max(min(1, size.columns - 1), (size.columns - Widths.large) / 2 + 1)
    let room = max(1, min(size.columns - left, size.columns - 2))
    let lines = ([scene.list[0].label] + scene.facts.map(\.value)).filter { $0 != scene.title }
      .map { TextWidth.wrapped($0, columns: room) }
    let words = lines.reduce(0) { $0 + $1.count }
    let fits = LargeDigits.columns(of: scene.title) <= room && size.rows >= LargeDigits.rows + words
    let timeRows = fits ? LargeDigits.rows : 1
    // Empty rows part the lines as far as there are any to spare.
    let gap = size.rows >= timeRows + words + lines.count + 1 ? 1 : 0
    var row = max(0, (size.rows - timeRows - words - gap * lines.count) / 2)
    var place = Position(row: row, column: left)
    drawTime(row: row, column: left, isLarge: fits, on: &canvas)
    row += timeRows + gap
    for (index, line) in lines.enumerated() {
      if index == 0, row < size.rows { place = Position(row: row, column: left) }
      for part in line {
        canvas.write(part, row: row, column: left, role: .strong)
        row += 1
      }
      row += gap
    }
    return place
  }

  private func drawTime(row: Int, column: Int, isLarge: Bool, on canvas: inout Canvas) {
    guard isLarge else {
      canvas.write(scene.title, row: row, column: column, role: .strong)
      return
    }
    var end = column
    for (offset, line) in LargeDigits.lines(scene.title).enumerated() {
      end = canvas.write(line, row: row + offset, column: column, role: .text)
    }
    // What follows the digits, such as "am", stands at their foot.
    let rest = scene.title.drop { $0.isNumber || $0 == ":" }
    canvas.write(String(rest), row: row + LargeDigits.rows - 1, column: end + 1, role: .strong)
  }
}
