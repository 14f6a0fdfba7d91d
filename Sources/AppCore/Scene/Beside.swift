internal import CellUI
internal import Text

/// What stands beside a list on a wide screen, about the line that had the focus when it rested last. It cannot be walked
/// into.
struct Beside {
  /// What it is about.
  var title: String
  /// What stands below that, a line each.
  var lines: [String] = []
  /// A drawing below them.
  var figure: Figure?
  /// What is to be read below the drawing, a paragraph each.
  var notes: [String] = []

  /// How long the focus has to rest before it is drawn, in milliseconds of uptime: a held key draws it once.
  static let rest: Int64 = 300

  /// How many columns of a screen it has, the gap before it included; 0 where there is no room.
  static func columns(of screen: Int) -> Int { screen < Widths.wide ? 0 : min(Widths.beside, screen / 2) }

  /// Draws it on some rows, from a column on.
  func draw(on rows: Range<Int>, from column: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns - column - 1
    guard !rows.isEmpty, width > 0 else { return }
    var row = rows.lowerBound
    func write(_ text: String, _ role: Role, on canvas: inout Canvas) {
      guard row < rows.upperBound else { return }
      canvas.write(TextWidth.fit(text, columns: width), row: row, column: column, role: role)
      row += 1
    }
    write(title, .text, on: &canvas)
    for line in lines { write(line, .text, on: &canvas) }
    row += 1
    if let figure, rows.upperBound - row >= figure.rows.lowerBound {
      let height = min(figure.rows.upperBound, rows.upperBound - row)
      figure.draw(on: row..<row + height, from: column, columns: width, &canvas)
      row += height + 1
    }
    for note in notes {
      for line in TextWidth.wrapped(note, columns: width) { write(line, .secondary, on: &canvas) }
    }
  }
}
