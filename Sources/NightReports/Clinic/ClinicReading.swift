public import NightModel

/// The page for the clinic to be read on a screen or heard: every row a sentence that names its columns.
public enum ClinicReading {
  private static let room = ClinicPage.Room(
    symptoms: 40, signs: 20, changes: 30, questions: 30, dates: 14, rules: true)

  /// The page as facts, headings with nothing beside them.
  public static func facts(_ facts: ClinicFacts) -> [Fact] {
    let page = ClinicMaking(facts: facts, room: room).page
    var lines = [Fact("", page.title), Fact("", page.span)] + page.remarks.map { Fact("", $0) }
    for part in page.first + page.second + page.last {
      lines += [Fact("", ""), Fact(part.heading, "")] + part.blocks.flatMap(read)
    }
    return lines + [Fact("", "")] + page.method.map { Fact("", $0) }
  }

  private static func read(_ block: ClinicPage.Block) -> [Fact] {
    switch block {
    case .text(let text): return [Fact("", text)]
    case .list(let points):
      return points.map { Fact("-", $0.more.isEmpty ? $0.lead : "\($0.lead). \($0.more)") }
    case .table(let table): return table.rows.map { row in Fact("-", sentence(row, table.head)) }
    case .charts(let charts): return charts.map { Fact("-", $0.sentence) }
    }
  }

  /// `Cramp: nights 3 of 84, times 4, highest 7`; what is not known in a row is not spoken.
  private static func sentence(_ row: [String], _ head: [String]) -> String {
    let cells = zip(head, row).dropFirst().filter { $1 != "-" }.map { "\($0) \($1)" }
    return "\(row.first ?? ""): \(cells.joined(separator: ", "))"
  }
}
