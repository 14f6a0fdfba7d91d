internal import Text

/// An estimate of the printed height of a sheet of the page for the clinic, so that it can be cut before it is laid out.
///
/// It counts in tenths of a point, by the print sizes of `ClinicStyle`, for the height of Letter paper and the width of A4,
/// the smaller one of each. Letters count as wider than those of most text.
struct SheetEstimate {
  private let height: Int

  /// Letter paper less the margins is 730 points high; the rest is left for wide letters.
  private static let most = 6900
  /// Letters on a line of the whole width and of half of it.
  private static let (wide, half) = (120, 58)
  /// A line of text, of small print and of a table.
  private static let (line, smallLine, row) = (115, 102, 139)

  /// The first sheet.
  init(first page: ClinicPage) {
    let head = 216 * Self.lines(page.title, 66) + 36 + 124 + Self.text(page.remarks.joined(separator: " "), Self.wide)
    height = head + page.first.map { Self.height($0, Self.wide) }.reduce(0, +)
  }

  /// The second sheet.
  init(second page: ClinicPage) {
    let heights = page.second.map { Self.height($0, Self.half) }
    // Two stand side by side, and the taller one counts.
    let pairs = stride(from: 0, to: heights.count, by: 2).map {
      max(heights[$0], $0 + 1 < heights.count ? heights[$0 + 1] : 0)
    }
    let method = page.method.map { 36 + Self.smallLine * Self.lines($0, Self.small(Self.wide)) }
    height =
      Self.text(page.title, Self.wide) + pairs.reduce(0, +)
      + page.last.map { Self.height($0, Self.wide) }.reduce(0, +) + Self.heading + method.reduce(0, +)
  }

  /// True if the sheet has room for it.
  var fits: Bool { height <= Self.most }

  private static let heading = 246

  private static func small(_ letters: Int) -> Int { letters * 115 / 100 }

  private static func lines(_ text: String, _ letters: Int) -> Int { max(1, (text.count + letters - 1) / letters) }

  private static func text(_ text: String, _ letters: Int) -> Int { 36 + line * lines(text, letters) }

  private static func height(_ part: ClinicPage.Part, _ letters: Int) -> Int {
    let hasPoints = part.blocks.contains { if case .point = $0 { true } else { false } }
    // Drawings with two lines below them, or three, and the table of their medians.
    return part.blocks.map { height($0, letters) }.reduce(heading, +) + (hasPoints ? 27 : 0)
      + (part.charts.isEmpty ? 0 : 2100)
  }

  private static func height(_ block: TextBlock, _ letters: Int) -> Int {
    switch block {
    case .heading: heading
    case .paragraph(let words): text(words, letters)
    case .point(let lead, let more):
      22 + line * lines(lead, letters - 3) + (more.isEmpty ? 0 : smallLine * lines(more, small(letters - 3)))
    case .numbered, .row: text(block.line, letters)
    case .table(let table): row * (2 + table.rows.count)
    case .blank: 0
    }
  }
}
