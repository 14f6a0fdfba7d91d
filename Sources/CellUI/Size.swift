/// How large a terminal is, in cells.
public struct Size: Hashable, Sendable {
  /// Rows, at least 1.
  public let rows: Int
  /// Columns, at least 1.
  public let columns: Int

  /// A size; less than one row or column counts as one.
  public init(rows: Int, columns: Int) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
  }
}

/// A place on the screen, from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// The row, from 0 at the top.
  public var row: Int
  /// The column, from 0 at the left.
  public var column: Int

  /// A place may lie outside of any frame.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
