internal import NightModel
internal import Text

/// The page for the clinic as plain text: at most 80 columns and 60 rows, our own words in ASCII, to be printed.
public enum ClinicText {
  /// The most columns.
  public static let columns = 80
  /// The most rows.
  public static let rows = 60

  /// How much is named one by one, from much to little: the first that fits the rows is taken.
  private static let rooms: [ClinicPage.Room] = [
    .init(symptoms: 8, signs: 5, changes: 12, questions: 8, dates: 8, rules: true),
    .init(symptoms: 8, signs: 5, changes: 6, questions: 6, dates: 8, rules: true),
    .init(symptoms: 6, signs: 4, changes: 4, questions: 5, dates: 4, rules: true),
    .init(symptoms: 6, signs: 7, changes: 6, questions: 5, dates: 3, rules: false),
    .init(symptoms: 5, signs: 7, changes: 4, questions: 4, dates: 3, rules: false),
    .init(symptoms: 4, signs: 6, changes: 3, questions: 3, dates: 2, rules: false, letters: 150),
    .init(symptoms: 3, signs: 5, changes: 2, questions: 3, dates: 2, rules: false, letters: 72),
    .init(symptoms: 2, signs: 4, changes: 2, questions: 2, dates: 1, rules: false, letters: 60, names: 5),
    .init(symptoms: 2, signs: 2, changes: 1, questions: 1, dates: 1, rules: false, letters: 40, names: 3),
    .init(symptoms: 0, signs: 1, changes: 1, questions: 1, dates: 1, rules: false, letters: 40, names: 3, breathing: 4),
  ]

  /// The page.
  public static func text(_ facts: ClinicFacts) -> String {
    var shortest: [String] = []
    for room in rooms {
      let page = ClinicMaking(facts: facts, room: room).page
      for isAiry in [true, false] {
        let lines = lines(page, isAiry: isAiry)
        if lines.count <= rows { return lines.joined(separator: "\n") }
        shortest = lines
      }
    }
    // No record is known that comes here: the last limits are made for the fullest one.
    let head = shortest.prefix(rows - 1)
    return (head + ["(cut to \(rows) rows; the HTML page has more room)"]).joined(separator: "\n")
  }

  private static let plain = PlainText(columns: columns, bullet: "*")

  private static func lines(_ page: ClinicPage, isAiry: Bool) -> [String] {
    var lines = plain.lines([
      .paragraph(page.title.uppercased()), .paragraph(page.span), .paragraph(page.remarks.joined(separator: " ")),
    ])
    for part in page.first + page.second + page.last {
      if isAiry { lines.append("") }
      lines += self.lines(part)
    }
    if isAiry { lines.append("") }
    return lines + plain.lines([.paragraph(page.method.joined(separator: " "))])
  }

  private static func lines(_ part: ClinicPage.Part) -> [String] {
    let heading = part.heading.uppercased()
    guard part.charts.isEmpty else { return lines(part.charts, heading: heading) }
    // A table takes the heading into its first row.
    if case .table(var table)? = part.blocks.first {
      table.head[0] = heading
      return plain.lines([.table(table)] + part.blocks.dropFirst())
    }
    return plain.lines([.heading(heading)] + part.blocks)
  }

  private static func lines(_ charts: [NightChart], heading: String) -> [String] {
    guard let chart = charts.first, chart.minutes.count > 1 else { return [] }
    let step = chart.nightsPerFigure
    let kind = step == 1 ? "h:mm each night" : "medians of \(step) nights"
    let order = chart.nightsOfFirst.map { "oldest (of \($0)) first" } ?? "h:mm, the oldest first"
    return plain.lines([.paragraph("\(heading): \(kind), \(order)")]) + Column.aligned(charts.map(\.row), gap: " ")
  }
}
