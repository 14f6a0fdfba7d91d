internal import Text

/// An estimate of the printed height of what stands on the page for the clinic, so that it can be cut before it is laid
/// out.
///
/// It counts in tenths of a point, by the print sizes of `ClinicStyle`, for the height of Letter paper and the width of A4,
/// the smaller one of each. Letters count as wider than those of most text.
enum SheetEstimate {
  /// Letter paper less the margins is 730 points high; the rest is left for other fonts.
  private static let most = 7080
  /// Letters on a line of the whole width and of half of it.
  private static let (whole, half) = (124, 58)
  /// A line of text, of small print, of a table, and of one in a column, which has smaller letters.
  private static let (line, smallLine, row, rowInColumn) = (115, 102, 139, 131)
  private static let heading = 246

  /// How high things on the sheets of a page are.
  static func scale(_ page: ClinicPage, _ desk: ClinicDesk) -> ClinicSheets.Scale {
    let head =
      216 * lines(page.title, 66) + 36 + 124 + text(page.remarks.joined(separator: " "), whole)
      + page.identity.map { text($0, whole) }.reduce(0, +)
    let method = heading + 20 + smallLine * lines(page.method.joined(separator: " "), small(whole))
    return ClinicSheets.Scale(
      heading: heading,
      block: { block, isWhole in
        desk.height(block, isWhole: isWhole) { height(block, isWhole ? whole : half) }
      }, tableHead: 2 * rowInColumn, tableRow: rowInColumn,
      // Drawings with two lines below them, or four, and the table of their medians.
      charts: { _ in 2020 }, list: 27, only: most - head - method, ofFirst: most - head,
      ofSecond: most - text(page.title, whole) - method, columns: 2)
  }

  private static func small(_ letters: Int) -> Int { letters * 115 / 100 }

  private static func lines(_ text: String, _ letters: Int) -> Int {
    max(1, (TextWidth.columns(of: text.forDisplay) + letters - 1) / letters)
  }

  private static func text(_ text: String, _ letters: Int) -> Int { 20 + line * lines(text, letters) }

  private static func height(_ block: TextBlock, _ letters: Int) -> Int {
    switch block {
    case .heading: heading
    case .paragraph(let words): text(words, letters)
    case .point(let lead, let more):
      14 + line * lines(lead, letters - 3) + (more.isEmpty ? 0 : smallLine * lines(more, small(letters - 3)))
    case .numbered, .row: text(block.line, letters)
    case .table(let table): (letters == half ? rowInColumn : row) * (2 + table.rows.count)
    case .blank: 0
    }
  }
}
