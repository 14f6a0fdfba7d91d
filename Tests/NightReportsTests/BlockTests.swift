import TestSupport
import Testing
import Text

@testable import NightReports

@Suite struct `Texts as blocks` {
  private static let blocks: [TextBlock] = [
    .heading("A <title>"), .paragraph("One sentence that is longer than twenty columns."), .blank,
    .point("lead", more: "more"), .point("second"), .numbered(1, "a source"), .row("team:", "0123 日本"),
    .table(.init(caption: "what", head: ["", "nights"], rows: [["Cramp", "3"], ["日本", "-"]])),
  ]

  @Test func `plain text stays within its columns, however wide a letter is`() {
    let lines = PlainText(columns: 20, underline: "=", indent: 2).lines(Self.blocks)
    #expect(
      lines == [
        "A <title>", "=========", "One sentence that is", "  longer than twenty", "  columns.", "", "- lead", "  more",
        "- second", "1  a source", "team: 0123 日本", "       nights", "Cramp  3", "日本   -",
      ])
    let wide = String(repeating: "日本語 ", count: 20)
    for line in PlainText(columns: 20).lines([.paragraph(wide), .point(wide), .row("本:", wide), .heading(wide)]) {
      #expect(TextWidth.columns(of: line) <= 20, "\(line)")
    }
  }

  @Test func `HTML has every piece, points in one list, and nothing that is taken for a tag`() {
    #expect(
      HTML.lines(Self.blocks) == [
        "<h2 dir=\"auto\">A &lt;title&gt;</h2>", "<p dir=\"auto\">One sentence that is longer than twenty columns.</p>",
        "<ul>",
        "<li dir=\"auto\">lead<br><small dir=\"auto\">more</small></li>", "<li dir=\"auto\">second</li>", "</ul>",
        "<p dir=\"auto\">1. a source</p>",
        "<p dir=\"auto\"><strong>team:</strong> <bdi dir=\"auto\">0123 日本</bdi></p>", "<table>",
        "<caption dir=\"auto\">what</caption>",
        "<thead><tr><td></td><th scope=\"col\" dir=\"auto\">nights</th></tr></thead>", "<tbody>",
        "<tr><th scope=\"row\" dir=\"auto\">Cramp</th><td dir=\"auto\">3</td></tr>",
        "<tr><th scope=\"row\" dir=\"auto\">日本</th><td dir=\"auto\">-</td></tr>", "</tbody>",
        "</table>",
      ])
  }

  @Test(arguments: [
    ("Fri 27 Nov, כאב, 5 דקות.", "Fri 27 Nov, <bdi>כאב, 5 דקות.</bdi>", "Fri 27 Nov, <bdi>כאב, 5 דקות</bdi>."),
    ("21 entries, by אב 7, nobody 14.", "21 entries, by <bdi>אב</bdi> 7, nobody 14.", nil),
    ("Nights of משה כהן: report", "Nights of <bdi>משה כהן</bdi>: report", nil),
    ("by أب 1, by אב 2", "by <bdi>أب</bdi> 1, by <bdi>אב 2</bdi>", "by <bdi>أب</bdi> 1, by <bdi>אב</bdi> 2"),
    ("האם BiPAP?", "האם BiPAP?", nil), ("5 <b>", "5 &lt;b&gt;", nil), ("", "", nil),
  ])
  func `what is written from right to left keeps its full stop and takes none of the sentence around it`(
    text: String, note: String, sentence: String?
  ) {
    #expect(HTML.isolated(text, isToEnd: true) == note)
    #expect(HTML.isolated(text) == sentence ?? note)
  }

  @Test func `a screen and a line say the same of every block, and no block brings control characters`() {
    for (block, line) in zip(
      Self.blocks,
      [
        "A <title>", "One sentence that is longer than twenty columns.", "", "lead. more", "second", "1 a source",
        "team: 0123 日本", "Cramp: nights 3; 日本: ",
      ])
    {
      #expect(block.line == line)
    }
    let sly = "a\u{1B}[2J\u{202E}b"
    let all: [TextBlock] = [
      .heading(sly), .paragraph(sly), .point(sly, more: sly), .numbered(1, sly), .row(sly, sly),
      .table(.init(caption: sly, head: [sly, sly], rows: [[sly, sly]])),
    ]
    for line in all.map(\.line) + PlainText(columns: 20).lines(all) + PlainText().lines(all) + HTML.lines(all) {
      #expect(line.forDisplay == line, "\(line)")
    }
  }
}
