/// About how many lines the page for the clinic takes on paper, so that it can be cut to two sheets before it is set.
///
/// Letters are counted as they fall on Letter paper, the shorter of the two sizes, at the sizes of `ClinicStyle`; measured
/// on printed pages, with some room to spare.
struct SheetEstimate {
  private let first: Int
  private let second: Int

  /// Lines on a sheet.
  private static let most = 53
  /// Letters on a line of the whole width, of half of it, and of the small print.
  private static let (wide, half, small) = (108, 52, 132)

  init(_ page: ClinicPage) {
    let head = 2 + Self.lines(page.title, 70) + Self.lines(page.remarks.joined(separator: " "), Self.wide)
    first = head + page.first.map { Self.lines($0, Self.wide) }.reduce(0, +)
    let heights = page.second.map { Self.lines($0, Self.half) }
    // Two stand side by side, and the taller one counts.
    let pairs = stride(from: 0, to: heights.count, by: 2).map {
      max(heights[$0], $0 + 1 < heights.count ? heights[$0 + 1] : 0)
    }
    second =
      1 + pairs.reduce(0, +) + page.last.map { Self.lines($0, Self.wide) }.reduce(0, +) + 2
      + page.method.map { Self.lines($0, Self.small) }.reduce(0, +)
  }

  /// True if each sheet has room for what is to stand on it.
  var fits: Bool { first <= Self.most && second <= Self.most }

  private static func lines(_ text: String, _ columns: Int) -> Int { max(1, (text.count + columns - 1) / columns) }

  private static func lines(_ part: ClinicPage.Part, _ columns: Int) -> Int {
    2 + part.blocks.map { lines($0, columns) }.reduce(0, +)
  }

  private static func lines(_ block: ClinicPage.Block, _ columns: Int) -> Int {
    switch block {
    case .text(let text): lines(text, columns)
    case .list(let points):
      points.map { lines($0.lead, columns) + ($0.more.isEmpty ? 0 : lines($0.more, columns * small / wide)) }.reduce(
        0, +)
    case .table(let table): 2 + table.rows.count
    case .charts: 18
    }
  }
}
