internal import NightModel
internal import Text

/// The page for the clinic as plain text, our own words in ASCII, to be printed: at most 80 columns and two sheets of 60
/// rows, one where it is to be brief. A form feed stands between them, as printers want it.
public enum ClinicText {
  /// The most columns.
  public static let columns = 80
  /// The most rows of a sheet.
  public static let rows = 60
  /// What stands before the second sheet.
  public static let formFeed = "\u{0C}"

  /// The page.
  public static func text(_ facts: ClinicFacts) -> String { sheets(facts).joined(separator: "\n\(formFeed)") }

  /// The sheets, without a line break at their ends.
  static func sheets(_ facts: ClinicFacts) -> [String] {
    var whole = ClinicRoom.whole(facts)
    (whole.wide, whole.narrow, whole.isTight) = (columns, columns, true)
    let most = facts.request.isBrief ? 1 : 2
    for count in 1...most {
      // Blank lines go before anything that is told.
      for isAiry in [true, false] {
        let page = ClinicMaking(facts: facts, room: whole).page
        if let sheets = laid(page, on: count, isAiry: isAiry) { return sheets }
      }
    }
    let room = ClinicRoom.largest(whole) { room in
      laid(ClinicMaking(facts: facts, room: room).page, on: most, isAiry: false) != nil
    }
    if let room, let sheets = laid(ClinicMaking(facts: facts, room: room).page, on: most, isAiry: false) {
      return sheets
    }
    // No record is known that comes here: the last limits are made for the fullest one.
    let page = ClinicMaking(facts: facts, room: .least(whole)).page
    let lines = head(page) + page.parts.flatMap(lines) + foot(page)
    return [(lines.prefix(rows - 1) + ["(cut to \(rows) rows; the HTML page has more room)"]).joined(separator: "\n")]
  }

  /// What the heading of a part gets that goes on on the second sheet.
  static let continued = ", cont."

  private static let plain = PlainText(columns: columns, bullet: "*")

  private static func head(_ page: ClinicPage) -> [String] {
    let remarks = page.remarks.joined(separator: " ")
    return plain.lines(
      [.paragraph(page.title.uppercased())] + page.identity.map { .paragraph($0) }
        + [.paragraph(page.span), .paragraph(remarks)])
  }

  private static func foot(_ page: ClinicPage) -> [String] {
    plain.lines([.paragraph(page.method.joined(separator: " "))])
  }

  /// The page on so many sheets; nil if it does not fit.
  private static func laid(_ page: ClinicPage, on count: Int, isAiry: Bool) -> [String]? {
    let (head, foot) = (head(page), foot(page))
    let (air, running) = (isAiry ? 1 : 0, plain.lines([.paragraph("\(page.title.uppercased()), second sheet")]))
    let scale = ClinicSheets.Scale(
      heading: air + 1, headingInTable: 1, block: { block, _ in plain.lines([block]).count }, tableHead: 1, tableRow: 1,
      charts: { lines($0, heading: "").count - 1 }, only: rows - head.count - foot.count - air,
      ofFirst: rows - head.count, ofSecond: rows - running.count - foot.count - air, columns: 1)
    guard let sheets = ClinicSheets(page.parts, on: count, scale) else { return nil }
    func laid(_ parts: [ClinicPage.Part]) -> [String] {
      parts.flatMap { part in (isAiry ? [""] : []) + lines(part) }
    }
    let end = (isAiry ? [""] : []) + foot
    if count == 1 { return [(head + laid(sheets.first) + end).joined(separator: "\n")] }
    let second = running + laid(sheets.top + sheets.columns.joined()) + end
    return [(head + laid(sheets.first)).joined(separator: "\n"), second.joined(separator: "\n")]
  }

  private static func lines(_ part: ClinicPage.Part) -> [String] {
    let isContinued = part.heading.hasSuffix(ClinicSheets.continued)
    let begun = isContinued ? part.heading.dropLast(ClinicSheets.continued.count) + continued : part.heading[...]
    let heading = begun.uppercased()
    guard part.charts.isEmpty else { return lines(part.charts, heading: heading) }
    // A table takes the heading into its first row.
    if case .table(var table)? = part.blocks.first {
      table.head[0] = table.head[0].isEmpty ? heading : "\(heading): \(table.head[0])"
      return plain.lines([.table(table)] + part.blocks.dropFirst())
    }
    return plain.lines([.heading(heading)] + part.blocks)
  }

  private static func lines(_ charts: [NightChart], heading: String) -> [String] {
    guard let chart = charts.first, chart.minutes.count > 1 else { return [] }
    let step = chart.nightsPerFigure
    let kind = step == 1 ? "h:mm each night" : "medians of \(step) nights"
    let fewer = chart.isCut ? ", fewer before a change" : ""
    let order = chart.nightsOfFirst.map { "oldest (of \($0)) first" } ?? "h:mm, the oldest first"
    return plain.lines([.paragraph("\(heading): \(kind), \(order)\(fewer)")])
      + Column.aligned(charts.map(\.row), gap: " ")
  }
}
