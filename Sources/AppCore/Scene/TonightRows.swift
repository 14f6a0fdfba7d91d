/// Which rows each part of Tonight gets. It depends on the size and on what this house has, and on nothing that changes at
/// night but a notice and a question's words, so that nothing moves when something is written.
struct TonightRows: Equatable {
  /// The rows of what stands.
  private(set) var board: Range<Int>
  /// The line above the entries; nil where there is no row for it.
  private(set) var entriesLine: Int?
  /// The rows of what was written.
  private(set) var entries: Range<Int>
  /// The line above the table; nil where there is no row for it.
  private(set) var tableLine: Int?
  /// The rows of the table.
  let table: Range<Int>
  /// The rows of what was done last.
  let status: Range<Int>
  /// The rows of what could not be saved.
  private(set) var notice: Range<Int>
  /// True if the entries stand beside the board.
  let isWide: Bool

  /// How many rows the table has at a width: below this the digits are three rows of three.
  static func tableRows(columns: Int) -> Int { Surface.isTight(columns) ? 3 : 4 }

  /// How many rows there have to be besides a table whose items take two: the head, the bottom row and the empty one above
  /// it, what was done last, and eight for what stands and what was written.
  static let rowsOfLargeTable = 13

  /// Gives out the rows.
  /// - Parameters:
  ///   - rows: how many the screen has, at least 5.
  ///   - columns: how many columns it has.
  ///   - board: how many rows this house can fill with what stands, medicines aside.
  ///   - medicines: how many medicines there are.
  ///   - wanted: how many rows the table has; nil for as many as the width asks for.
  ///   - noticeRows: how many rows what could not be saved takes; 0 for none.
  ///   - keepsBoard: true if those rows never take the board's, because they go with the next key.
  ///   - isRead: true where a screen reader reads the rows, which then stand in one column.
  init(
    rows: Int, columns: Int, board: Int, medicines: Int, table wanted: Int? = nil, notice noticeRows: Int = 0,
    keepsBoard: Bool = false, isRead: Bool = false
  ) {
    isWide = columns >= Widths.wide && !isRead
    let tableRows = min(wanted ?? Self.tableRows(columns: columns), rows - 3)
    var room = rows - 3 - tableRows
    func take(_ most: Int) -> Int {
      defer { room -= min(max(0, most), room) }
      return min(max(0, most), room)
    }
    let boardWanted = board + min(medicines, rows < 20 ? 1 : 3)
    var entries = take(3)
    // Beside the entries what stands takes no rows of theirs.
    var boardRows = isWide ? 0 : take(min(boardWanted, 2))
    let statusRows = 1 + (rows >= 20 ? take(1) : 0)
    let entriesLines = take(1)
    let tableLines = rows >= 16 ? take(1) : 0
    boardRows += isWide ? 0 : take(min(boardWanted, 4) - boardRows)
    entries += take(8 - entries)
    boardRows += isWide ? 0 : take(min(boardWanted, 6) - boardRows)
    entries += room
    let top = 1 + boardRows
    self.board = isWide ? 1..<1 + entriesLines + entries : 1..<top
    entriesLine = entriesLines > 0 ? top : nil
    self.entries = top + entriesLines..<top + entriesLines + entries
    tableLine = tableLines > 0 ? self.entries.upperBound : nil
    let tableTop = self.entries.upperBound + tableLines
    table = tableTop..<tableTop + tableRows
    status = table.upperBound..<table.upperBound + statusRows
    notice = 0..<0
    guard noticeRows > 0 else { return }
    if rows >= 20 || keepsBoard {
      // Over the line above the table and the oldest entries that show.
      notice = max(1, tableTop - noticeRows)..<tableTop
      tableLine = nil
      self.entries = self.entries.lowerBound..<max(self.entries.lowerBound, notice.lowerBound)
      if isWide { self.board = 1..<min(self.board.upperBound, notice.lowerBound) }
    } else {
      notice = 1..<min(tableTop, 1 + noticeRows)
      self.board = 1..<1
      if let line = entriesLine, line < notice.upperBound { entriesLine = nil }
      self.entries = max(self.entries.lowerBound, notice.upperBound)..<max(self.entries.upperBound, notice.upperBound)
    }
  }
}
