internal import Text

/// The parts of the page for the clinic on one sheet of paper, or on two.
///
/// A sheet has its parts of the whole width at the top and the others below, in one column or two. What does not end in a
/// column goes on in the next.
struct ClinicSheets {
  private(set) var first = Sheet()
  private(set) var second = Sheet()

  /// What stands on one sheet.
  struct Sheet {
    /// What needs the whole width.
    var top: [ClinicPage.Part] = []
    /// What stands below it.
    var columns: [[ClinicPage.Part]] = []

    /// True if nothing does.
    var isEmpty: Bool { top.isEmpty && columns.allSatisfy(\.isEmpty) }
  }

  /// How high things are, in any unit.
  struct Scale {
    /// What a heading takes, and how much of that it saves where a table follows that it stands in.
    var heading: Int
    var headingInTable = 0
    /// What a block takes in the whole width, or in a column.
    var block: (_ block: TextBlock, _ isWhole: Bool) -> Int
    /// What a table's head takes, and a row of it.
    var tableHead: Int
    var tableRow: Int
    /// What a part of drawings takes.
    var charts: ([NightChart]) -> Int
    /// What a list takes beside its points.
    var list = 0
    /// What is left of the first sheet if it is the only one, of the first of two, and of the second.
    var only: Int
    var ofFirst: Int
    var ofSecond: Int
    /// How many columns a sheet has.
    var columns: Int

    fileprivate func height(_ part: ClinicPage.Part, isWhole: Bool) -> Int {
      let hasPoints = part.blocks.contains { if case .point = $0 { true } else { false } }
      return heading(part) + part.blocks.map { block($0, isWhole) }.reduce(0, +) + (hasPoints ? list : 0)
        + (part.charts.isEmpty ? 0 : charts(part.charts))
    }

    fileprivate func heading(_ part: ClinicPage.Part) -> Int {
      if case .table? = part.blocks.first { heading - headingInTable } else { heading }
    }
  }

  /// The parts on so many sheets, 1 or 2; nil if they do not fit.
  init?(_ parts: [ClinicPage.Part], on sheets: Int, _ scale: Scale) {
    var free = sheets == 1 ? scale.only : scale.ofFirst
    var below = scale.ofSecond
    for part in parts where part.isWide {
      let height = scale.height(part, isWhole: true)
      if height <= free {
        free -= height
        first.top.append(part)
      } else {
        guard sheets > 1, height <= below else { return nil }
        below -= height
        second.top.append(part)
      }
    }
    guard free >= 0 else { return nil }
    var rest = parts.filter { !$0.isWide }[...]
    first.columns = Self.columns(free, &rest, scale)
    if sheets > 1 { second.columns = Self.columns(below, &rest, scale) }
    guard rest.isEmpty else { return nil }
  }

  /// The columns of a sheet with so much of its height left, and the parts that are left over.
  private static func columns(
    _ height: Int, _ parts: inout ArraySlice<ClinicPage.Part>, _ scale: Scale
  ) -> [[ClinicPage.Part]] {
    (0..<scale.columns).map { _ in
      var column: [ClinicPage.Part] = []
      parts = fill(&column, height, isWhole: scale.columns == 1, parts, scale)
      return column
    }
  }

  /// Puts parts into a box, and returns those that are left over.
  private static func fill(
    _ box: inout [ClinicPage.Part], _ height: Int, isWhole: Bool, _ parts: ArraySlice<ClinicPage.Part>, _ scale: Scale
  ) -> ArraySlice<ClinicPage.Part> {
    var free = height
    var parts = parts
    while let part = parts.first {
      let whole = scale.height(part, isWhole: isWhole)
      if whole <= free {
        free -= whole
        box.append(part)
        parts.removeFirst()
        continue
      }
      if let (begun, rest) = split(part, at: free, isWhole: isWhole, scale) {
        box.append(begun)
        parts[parts.startIndex] = rest
      }
      break
    }
    return parts
  }

  /// A part in two, the first not higher than that; nil if not even its beginning fits.
  private static func split(
    _ part: ClinicPage.Part, at height: Int, isWhole: Bool, _ scale: Scale
  ) -> (ClinicPage.Part, ClinicPage.Part)? {
    var (begun, rest) = (part, part)
    (begun.blocks, rest.blocks) = ([], part.blocks)
    if !part.heading.hasSuffix(continued) { rest.heading += continued }
    var free = height - scale.heading(part) - scale.list
    while let block = rest.blocks.first, scale.block(block, isWhole) <= free {
      free -= scale.block(block, isWhole)
      begun.blocks.append(rest.blocks.removeFirst())
    }
    if case .table(var table)? = rest.blocks.first {
      let rows = min((free - scale.tableHead) / max(1, scale.tableRow), table.rows.count - 1)
      if rows >= 2 {
        var head = table
        head.rows = Array(table.rows.prefix(rows))
        table.rows.removeFirst(rows)
        begun.blocks.append(.table(head))
        rest.blocks[0] = .table(table)
      }
    }
    return begun.blocks.isEmpty ? nil : (begun, rest)
  }

  /// What the heading of a part gets that goes on on another sheet.
  static let continued = ", continued"
}
