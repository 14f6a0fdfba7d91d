internal import Text

/// A table that leaves out columns, those that matter least first, where it is too wide.
struct ClinicTable {
  /// What it shows.
  var caption: String
  /// What stands above its first column.
  var head = ""
  /// What each row is called.
  var names: [String]
  /// The heading that text puts into its first column; empty where it stands above the table.
  private let heading: String
  private var columns: [(head: String, cells: [String], rank: Int)] = []

  /// The most columns of a name.
  private static let widest = 30

  init(_ caption: String, in heading: String, head: String = "", names: [String]) {
    (self.caption, self.heading, self.head) = (caption, heading, head)
    self.names = names.map(Self.clipped)
  }

  /// A name no wider than the first column gets, however it was typed.
  private static func clipped(_ name: String) -> String {
    let shown = name.forDisplay
    guard TextWidth.columns(of: shown) > widest else { return shown }
    return TextWidth.beginning(of: shown, columns: widest - 3) + "..."
  }

  /// Adds a column; the one of the highest rank is left out first, those of 0 never. One of nothing but dashes is not added.
  mutating func add(_ head: String, _ cells: [String], rank: Int) {
    guard cells.contains(where: { $0 != "-" }) else { return }
    columns.append((head, cells, rank))
  }

  /// The table, not wider than so many columns of text if that can be.
  func block(within limit: Int?) -> TextBlock {
    var columns = columns
    let first = max(Self.width(head), Self.width(heading), names.map(Self.width).max() ?? 0)
    func width() -> Int {
      columns.map { column in 2 + max(Self.width(column.head), column.cells.map(Self.width).max() ?? 0) }
        .reduce(first, +)
    }
    while let limit, width() > limit, let most = columns.map(\.rank).max(), most > 0,
      let place = columns.firstIndex(where: { $0.rank == most })
    {
      columns.remove(at: place)
    }
    return .table(
      .init(
        caption: caption, head: [head] + columns.map(\.head),
        rows: names.indices.map { row in [names[row]] + columns.map { $0.cells[row] } }))
  }

  private static func width(_ text: String) -> Int { TextWidth.columns(of: text) }
}
