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
    let fitting = fitting(facts)
    let desk = ClinicDesk()
    let page = ClinicMaking(facts: facts, room: fitting.room ?? .least(fitting.whole), desk: desk).page
    for count in 1...(facts.request.isBrief ? 1 : 2) {
      // Blank lines go before anything that is told.
      for isAiry in [true, false] {
        if let sheets = laid(page, on: count, isAiry: isAiry, desk) { return sheets }
      }
    }
    // No record is known that comes here: the last limits are made for the fullest one.
    let lines = plain.lines(head(page)) + page.parts.flatMap(lines)
    return [(lines.prefix(rows - 1) + ["(cut to \(rows) rows; the HTML page has more room)"]).joined(separator: "\n")]
  }

  /// How much has room on the sheets, of how much there is; nil if nothing is little enough.
  static func fitting(_ facts: ClinicFacts) -> ClinicRoom.Fitting {
    var whole = ClinicRoom.whole(facts)
    (whole.wide, whole.narrow, whole.isTight) = (columns, columns, true)
    let most = facts.request.isBrief ? 1 : 2
    let desk = ClinicDesk()
    return .init(whole) { room in
      let page = ClinicMaking(facts: facts, room: room, desk: desk).page
      return sheets(page, on: most, isAiry: false, desk) != nil
    }
  }

  private static let plain = PlainText(columns: columns, bullet: "*")

  private static func head(_ page: ClinicPage) -> [TextBlock] {
    [.paragraph(page.title.uppercased())] + page.identity.map { .paragraph($0) }
      + [.paragraph(page.span), .paragraph(page.remarks.joined(separator: " "))]
  }

  private static func foot(_ page: ClinicPage) -> TextBlock { .paragraph(page.method.joined(separator: " ")) }

  private static func running(_ page: ClinicPage) -> TextBlock {
    .paragraph("\(page.title.uppercased()), second sheet")
  }

  /// The parts of a page on so many sheets; nil if they do not fit.
  private static func sheets(_ page: ClinicPage, on count: Int, isAiry: Bool, _ desk: ClinicDesk) -> ClinicSheets? {
    func height(_ block: TextBlock) -> Int { desk.height(block, isWhole: true) { plain.lines([block]).count } }
    let head = head(page).map(height).reduce(0, +)
    let (air, foot) = (isAiry ? 1 : 0, height(foot(page)) + (isAiry ? 1 : 0))
    let scale = ClinicSheets.Scale(
      heading: air + 1, headingInTable: 1, block: { block, _ in height(block) }, tableHead: 1, tableRow: 1,
      charts: { lines($0, heading: ReportRequest.Section.charts.label).count - 1 }, only: rows - head - foot,
      ofFirst: rows - head, ofSecond: rows - height(running(page)) - foot, columns: 1)
    return ClinicSheets(page.parts, on: count, scale)
  }

  /// The page on so many sheets; nil if it does not fit.
  private static func laid(_ page: ClinicPage, on count: Int, isAiry: Bool, _ desk: ClinicDesk) -> [String]? {
    guard let sheets = sheets(page, on: count, isAiry: isAiry, desk) else { return nil }
    let (head, foot) = (plain.lines(head(page)), plain.lines([foot(page)]))
    func laid(_ sheet: ClinicSheets.Sheet) -> [String] {
      (sheet.top + sheet.columns.joined()).flatMap { part in (isAiry ? [""] : []) + lines(part) }
    }
    let end = (isAiry ? [""] : []) + foot
    if count == 1 { return [(head + laid(sheets.first) + end).joined(separator: "\n")] }
    let second = plain.lines([running(page)]) + laid(sheets.second) + end
    return [(head + laid(sheets.first)).joined(separator: "\n"), second.joined(separator: "\n")]
  }

  private static func lines(_ part: ClinicPage.Part) -> [String] {
    // A heading that comes again at the top of a sheet needs no word for it, and tables no wider column.
    let isContinued = part.heading.hasSuffix(ClinicSheets.continued)
    let heading = part.heading.dropLast(isContinued ? ClinicSheets.continued.count : 0).uppercased()
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
