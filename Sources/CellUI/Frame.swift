/// A whole screen: its cells, and where the terminal's cursor stands.
public struct Frame: Hashable, Sendable {
  /// How large it is.
  public let size: Size
  /// Its cells, row by row.
  public internal(set) var cells: [Cell]
  /// Where the cursor stands: on the first cell of what has the focus, also while it is hidden, because screen readers
  /// and braille displays follow it.
  public var cursor: Position
  /// True where text is typed; elsewhere the cursor is hidden if the terminal can hide it.
  public var showsCursor: Bool

  /// An empty screen with the cursor at the top left.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
    cursor = Position(row: 0, column: 0)
    showsCursor = false
  }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The words of one row, spaces at its end left out.
  public func text(row: Int) -> String {
    var text = ""
    for cell in self.row(row) where !cell.isContinuation { text.append(cell.character) }
    while text.last == " " { text.removeLast() }
    return text
  }
}
