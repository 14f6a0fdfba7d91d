internal import NightModel
internal import Text

/// The page for the clinic as one HTML file: no script, nothing fetched, two sheets of paper at the most.
public enum ClinicHTML {
  /// How much has room on its sheets: two, or one if it is to be brief.
  static func room(_ facts: ClinicFacts) -> ClinicRoom {
    let fitting = fitting(facts)
    return fitting.room ?? .least(fitting.whole)
  }

  /// How much has room on the sheets, of how much there is; nil if nothing is little enough.
  static func fitting(_ facts: ClinicFacts) -> ClinicRoom.Fitting {
    var whole = ClinicRoom.whole(facts)
    (whole.wide, whole.narrow) = (112, 58)
    let desk = ClinicDesk()
    return .init(whole) { room in
      let page = ClinicMaking(facts: facts, room: room, desk: desk).page
      return sheets(page, isBrief: facts.request.isBrief, desk) != nil
    }
  }

  /// The parts of a page on as few sheets as will do; nil if there are too many.
  private static func sheets(_ page: ClinicPage, isBrief: Bool, _ desk: ClinicDesk) -> ClinicSheets? {
    let scale = SheetEstimate.scale(page, desk)
    return ClinicSheets(page.parts, on: 1, scale) ?? (isBrief ? nil : ClinicSheets(page.parts, on: 2, scale))
  }

  /// The file.
  public static func text(_ facts: ClinicFacts) -> String {
    let desk = ClinicDesk()
    let page = ClinicMaking(facts: facts, room: room(facts), desk: desk).page
    let title = HTML.escaped(page.title)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<title>\(title)</title>", "<style>", ClinicStyle.css, "</style>", "</head>", "<body>", "<main>",
      "<div class=\"sheet\">", HTML.element("h1", page.title),
    ]
    lines += page.identity.map { HTML.element("p", $0) }
    lines += [
      HTML.element("p", page.span, attributes: " class=\"span\""),
      HTML.element("p", page.remarks.joined(separator: " "), attributes: " class=\"remarks\""),
    ]
    var number = 0
    // Where no room is small enough everything stands on one long sheet, and nothing is lost.
    let sheets = sheets(page, isBrief: facts.request.isBrief, desk)
    lines += sheet(sheets?.first ?? ClinicSheets.Sheet(top: page.parts), &number)
    if let second = sheets?.second, !second.isEmpty {
      lines += [
        "</div>", "<div class=\"sheet\">",
        HTML.element("p", "\(page.title), second sheet", attributes: " class=\"running\""),
      ]
      lines += sheet(second, &number)
    }
    lines += ["<section aria-labelledby=\"method\">", "<h2 id=\"method\">How this was recorded</h2>"]
    lines.append(HTML.element("p", page.method.joined(separator: " "), attributes: " class=\"method\""))
    lines += ["</section>", "</div>", "</main>", "</body>", "</html>", ""]
    return lines.joined(separator: "\n")
  }

  private static func sheet(_ sheet: ClinicSheets.Sheet, _ number: inout Int) -> [String] {
    var lines: [String] = []
    for part in sheet.top { lines += section(part, &number) }
    let columns = sheet.columns.filter { !$0.isEmpty }
    guard !columns.isEmpty else { return lines }
    lines.append("<div class=\"pairs\">")
    for column in columns {
      lines.append("<div>")
      for part in column { lines += section(part, &number) }
      lines.append("</div>")
    }
    return lines + ["</div>"]
  }

  private static func section(_ part: ClinicPage.Part, _ number: inout Int) -> [String] {
    number += 1
    let id = "part\(number)"
    let head = ["<section aria-labelledby=\"\(id)\">", HTML.element("h2", part.heading, attributes: " id=\"\(id)\"")]
    return head + HTML.lines(part.blocks) + drawn(part.charts, id) + ["</section>"]
  }

  private static func drawn(_ charts: [NightChart], _ id: String) -> [String] {
    guard !charts.isEmpty else { return [] }
    let figures = charts.enumerated().flatMap { index, chart in
      ChartDrawing(chart, id: "\(id)chart\(index + 1)").figure
    }
    return ["<div class=\"charts\">"] + figures + ["</div>"] + medians(charts)
  }

  /// What the charts draw as a table, so that whoever does not see them has the same.
  private static func medians(_ charts: [NightChart]) -> [String] {
    guard let chart = charts.first, chart.minutes.count > 1 else { return [] }
    let step = chart.nightsPerFigure
    let head = chart.groups(of: step).map {
      NightWords.shortDay(chart.first.adding(days: $0.upperBound - 1), among: chart.minutes.count)
    }
    let first =
      (chart.nightsOfFirst.map { ", the first of \($0)" } ?? "") + (chart.isCut ? ", fewer before a change" : "")
    let caption =
      step == 1
      ? "Hours and minutes of each night"
      : "Medians of \(step) nights at a time\(first), in hours and minutes"
    return HTML.lines(
      TextBlock.Table(
        caption: caption, head: [step == 1 ? "evening of" : "up to the evening of"] + head, rows: charts.map(\.row)),
      isWide: true)
  }
}
