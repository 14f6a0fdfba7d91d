internal import NightModel
internal import Text

/// The page for the clinic as one HTML file: no script, nothing fetched, two sheets of paper at the most.
public enum ClinicHTML {
  /// How much is named one by one, from much to little: the first that fits its sheet is taken for it.
  private static let rooms: [ClinicPage.Room] = [
    .init(symptoms: 20, signs: 15, changes: 24, questions: 20, dates: 12, rules: true),
    .init(symptoms: 16, signs: 10, changes: 16, questions: 12, dates: 8, rules: true),
    .init(symptoms: 14, signs: 8, changes: 12, questions: 10, dates: 8, rules: true),
    .init(symptoms: 12, signs: 7, changes: 10, questions: 8, dates: 6, rules: true),
    .init(symptoms: 12, signs: 6, changes: 8, questions: 6, dates: 5, rules: true),
    .init(symptoms: 10, signs: 5, changes: 6, questions: 5, dates: 4, rules: true),
    .init(symptoms: 8, signs: 4, changes: 4, questions: 4, dates: 3, rules: true),
    .init(symptoms: 8, signs: 3, changes: 3, questions: 3, dates: 2, rules: false),
    .init(symptoms: 6, signs: 2, changes: 2, questions: 2, dates: 2, rules: false, letters: 100),
  ]

  private static func fittingPage(_ facts: ClinicFacts) -> ClinicPage {
    let pages = rooms.lazy.map { ClinicMaking(facts: facts, room: $0).page }
    let smallest = rooms.count - 1
    var page = pages.first { SheetEstimate(first: $0).fits } ?? pages[smallest]
    let other = pages.first { SheetEstimate(second: $0).fits } ?? pages[smallest]
    (page.second, page.last, page.method) = (other.second, other.last, other.method)
    return page
  }

  /// The file.
  public static func text(_ facts: ClinicFacts) -> String {
    let page = fittingPage(facts)
    let title = HTML.escaped(page.title)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<title>\(title)</title>", "<style>", ClinicStyle.css, "</style>", "</head>", "<body>", "<main>",
      "<div class=\"sheet\">", "<h1>\(title)</h1>", "<p class=\"span\">\(HTML.escaped(page.span))</p>",
      "<p class=\"remarks\">\(page.remarks.map(HTML.escaped).joined(separator: " "))</p>",
    ]
    var number = 0
    for part in page.first { lines += section(part, &number) }
    lines.append("</div>")
    lines.append("<div class=\"sheet\">")
    lines.append("<p class=\"running\">\(title), second page</p>")
    lines.append("<div class=\"pairs\">")
    for part in page.second { lines += section(part, &number) }
    lines.append("</div>")
    for part in page.last { lines += section(part, &number) }
    lines += ["<section aria-labelledby=\"method\">", "<h2 id=\"method\">How this was recorded</h2>"]
    lines += page.method.map { "<p class=\"method\">\(HTML.escaped($0))</p>" }
    lines += ["</section>", "</div>", "</main>", "</body>", "</html>", ""]
    return lines.joined(separator: "\n")
  }

  private static func section(_ part: ClinicPage.Part, _ number: inout Int) -> [String] {
    number += 1
    let id = "part\(number)"
    let head = ["<section aria-labelledby=\"\(id)\">", "<h2 id=\"\(id)\">\(HTML.escaped(part.heading))</h2>"]
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
    let (step, count) = (chart.nightsPerFigure, chart.medians.count)
    let last = chart.first.adding(days: chart.minutes.count - 1)
    let head = (0..<count).map {
      NightWords.shortDay(last.adding(days: ($0 + 1 - count) * step), among: chart.minutes.count)
    }
    let first = chart.nightsOfFirst.map { ", the first of \($0)" } ?? ""
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
