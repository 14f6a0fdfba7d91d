internal import Text

/// Draws into a frame: text by columns, never outside, never half a character.
public struct Canvas: Sendable {
  /// What has been drawn.
  public private(set) var frame: Frame
  /// True where the terminal shows only ASCII; everything else is spelled with it.
  public let isASCII: Bool
  /// True where drawings must do with ASCII, also if letters need not.
  public let drawsInASCII: Bool

  /// An empty canvas. `drawsInASCII` is nil for the same as letters.
  public init(size: Size, isASCII: Bool = false, drawsInASCII: Bool? = nil) {
    frame = Frame(size: size)
    self.isASCII = isASCII
    self.drawsInASCII = isASCII || drawsInASCII == true
  }

  /// How large it is.
  public var size: Size { frame.size }

  /// Writes text from a place on, as far as it fits into `columns` (nil: to the edge); what does not fit is left out.
  /// - Returns: the column after the text.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, role: Role = .text, columns: Int? = nil
  ) -> Int {
    guard (0..<size.rows).contains(row), column >= 0 else { return column }
    let end = min(size.columns, columns.map { column + $0 } ?? size.columns)
    var next = column
    for character in isASCII ? ASCIIText.spelled(text) : text {
      let shown = TextWidth.drawable(character)
      let width = TextWidth.columns(of: shown)
      guard width > 0 else { continue }
      guard next + width <= end else { break }
      put(shown, width: width, row: row, column: next, role: role)
      next += width
    }
    return next
  }

  /// Puts the cursor on a place, or as near as the screen allows.
  public mutating func placeCursor(row: Int, column: Int, visible: Bool = false) {
    frame.cursor = Position(
      row: min(max(0, row), size.rows - 1), column: min(max(0, column), size.columns - 1))
    frame.showsCursor = visible
  }

  private mutating func put(_ character: Character, width: Int, row: Int, column: Int, role: Role) {
    let index = row * size.columns + column
    // Half of a wide character would shift the rest of the line, so what loses a half loses the whole.
    if frame.cells[index].isContinuation, column > 0 { frame.cells[index - 1] = .blank }
    let after = index + width
    if column + width < size.columns, frame.cells[after].isContinuation { frame.cells[after] = .blank }
    frame.cells[index] = Cell(character, role: role)
    if width == 2 { frame.cells[index + 1] = Cell(" ", role: role, isContinuation: true) }
  }
}
