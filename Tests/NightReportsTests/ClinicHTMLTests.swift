import NightModel
import TestSupport
import Testing

@testable import NightReports

@Suite struct `The page for the clinic as HTML` {
  private func page(_ facts: ClinicFacts = ClinicSamples.facts((0..<30).map { $0 }, ClinicSamples.night)) -> String {
    ClinicHTML.text(facts)
  }

  /// The tags of a page in order, without what stands in them.
  private func tags(_ page: String) -> [String] {
    page.split(separator: "<").dropFirst().compactMap { piece in
      piece.firstIndex(of: ">").map { String(piece[..<$0]) }
    }
  }

  private func names(_ page: String) -> [String] { tags(page).map { String($0.prefix { $0 != " " }) } }

  @Test func `fetches nothing and runs nothing`() {
    for page in [page(), page(ClinicSamples.fullest())] {
      let lower = page.lowercased()
      for word in [
        "<script", "https:", "//", "url(", "@import", "src=", "href=", "<link", "<iframe", "onload", "onerror",
      ] {
        #expect(!lower.contains(word), "\(word)")
      }
      #expect(page.contains("default-src 'none'"))
    }
  }

  @Test func `has a language, a title, headings in order and no element left open`() {
    for page in [page(), page(ClinicSamples.fullest()), page(ClinicSamples.facts([nil], ClinicSamples.night))] {
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      #expect(page.contains("<title>Nights"))
      let headings = names(page).filter { ["h1", "h2", "h3", "h4"].contains($0) }
      #expect(headings.first == "h1" && headings.dropFirst().allSatisfy { $0 == "h2" } && headings.count > 1)
      var open: [String] = []
      for name in names(page) where !["!DOCTYPE", "meta", "br"].contains(name) {
        if name.hasPrefix("/") {
          #expect(open.popLast() == String(name.dropFirst()), "\(name)")
        } else if !["line", "rect"].contains(name) {
          open.append(name)
        }
      }
      #expect(open.isEmpty, "\(open)")
      let ids = tags(page).compactMap { tag in tag.split(separator: " ").first { $0.hasPrefix("id=") } }
      #expect(Set(ids).count == ids.count, "\(ids)")
    }
  }

  @Test func `every table names its columns, its rows and itself, and every drawing is told in words`() {
    let page = page()
    let count = { (name: String) in names(page).count { $0 == name } }
    #expect(count("table") >= 4 && count("table") == count("caption") && count("table") == count("thead"))
    #expect(tags(page).filter { $0.hasPrefix("th") && !$0.hasPrefix("thead") }.allSatisfy { $0.contains("scope=") })
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("<tr>") }
    #expect(rows.count >= 12 && rows.allSatisfy { $0.hasPrefix("<tr><th scope=\"row\" dir=\"auto\">") })
    #expect(count("svg") == 2 && count("desc") == 2 && count("figcaption") == 2)
    #expect(
      tags(page).filter { $0.hasPrefix("svg") }.allSatisfy { $0.contains("role=\"img\"") && $0.contains("aria-") })
    #expect(page.contains("Slept: median") && page.contains("A gap is a night not recorded."))
  }

  @Test func `whatever was typed is text and nothing else`() {
    let sly = "<script>alert('x')</script> & \"quoted\" \u{202E}olleh"
    let facts = ClinicSamples.facts(
      (0..<9).map { $0 },
      plan: [
        ("person", sly), ("question.1", sly), ("medicine.\(sly)", sly), ("told.cramp-lasting", sly),
        ("away.2026-11-20", sly),
      ]
    ) { samples, value in
      ClinicSamples.night(&samples, value) + [samples.record(.symptom(sly), [:], at: "05:00", by: "<b>")]
    }
    let page = page(facts)
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("\u{202E}"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot; ‹U+202E›olleh"))
  }

  @Test func `every colour has a contrast of 7 to 1 with what it lies on`() {
    for (ink, ground) in ClinicStyle.contrasts {
      let (one, other) = (Self.luminance(ink), Self.luminance(ground))
      #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 7, "\(ink) on \(ground)")
    }
    let colours = ClinicStyle.css.split(separator: "#").dropFirst().map { String($0.prefix(6)) }
    let known = ClinicStyle.contrasts.flatMap { [$0.0, $0.1] }
    // Lines between rows need less; no text has their colour.
    #expect(Set(colours).subtracting(known) == ["767676"])
  }

  @Test func `the person and the made-up person stand on both pages`() {
    let page = page(ClinicSamples.facts([1, 2, 3], plan: [("person", Plan.madeUpPerson)], ClinicSamples.night))
    let sheets = page.split(separator: "<div class=\"sheet\">").dropFirst()
    #expect(sheets.count == 2 && sheets.allSatisfy { $0.contains("MADE-UP PERSON") })
  }

  @Test func `a sheet with room to spare tells all it has, however full the other one is`() {
    let changes = (1...9).map { ("mark.\(ClinicSamples.last.adding(days: -$0))", "change \($0)") }
    let questions = (1...9).map { ("question.\($0)", "question \($0)") }
    let page = page(ClinicSamples.facts((0..<90).map { $0 }, plan: changes + questions, ClinicSamples.night))
    for number in 1...9 { #expect(page.contains("change \(number)") && page.contains("question \(number)")) }
    let full = self.page(ClinicSamples.fullest())
    #expect(full.contains(/And \d+ more\./) && full.contains("Questions for the team"))
  }

  @Test func `where a bar is several nights a mark of change stands at the bar that holds its night`() throws {
    for count in [121, 125, 200, 365, 1000] {
      let chart = NightChart(
        name: "Mask on", first: ClinicSamples.last.adding(days: 1 - count),
        minutes: (0..<count).map { $0 < count - 40 ? nil : 400 },
        marks: [(letter: "A", night: ClinicSamples.last.adding(days: -39))])
      let figure = ChartDrawing(chart, id: "x").figure.joined()
      let line = try #require(figure.firstMatch(of: /<line x1="([\d.]+)"[^>]*class="mark"/).flatMap { Double($0.1) })
      let bars = figure.matches(of: /<rect x="([\d.]+)"[^>]*width="([\d.]+)"/)
      let first = try #require(bars.first.flatMap { Double($0.1) })
      let width = bars.count > 1 ? try #require(bars.dropFirst().first.flatMap { Double($0.1) }) - first : 330
      #expect(line <= first && first - line < width, "\(count): \(line) \(first)")
    }
  }

  @Test func `marks of change have letters in the chart and in the list`() {
    let facts = ClinicSamples.facts(
      (0..<30).map { $0 }, plan: [("mark.2026-11-10", "new mask"), ("mark.2026-11-15", "new mattress")],
      ClinicSamples.night)
    let page = page(facts)
    #expect(page.contains(">A</text>") && page.contains(">B</text>"))
    #expect(page.contains("A  Tue 10 Nov: new mask") && page.contains("B  Sun 15 Nov: new mattress"))
  }

  @Test func `tidy finds nothing wrong with it`() throws {
    for (name, facts) in [
      ("full", ClinicSamples.fullest()), ("empty", ClinicSamples.facts([nil], ClinicSamples.night)),
    ] {
      let folder = TemporaryFolder()
      let path = folder.path + "/\(name).html"
      Spawn.write(page(facts), to: path)
      let outcome = try Spawn.run("tidy", ["-quiet", "-errors", path])
      #expect(outcome.exitCode == 0, "apt-get install tidy; or: \(outcome.errors.prefix(600))")
    }
  }

  private static func luminance(_ hex: String) -> Double {
    let channels = stride(from: 0, to: 6, by: 2).map { offset -> Double in
      let start = hex.index(hex.startIndex, offsetBy: offset)
      let value = Double(Int(hex[start...].prefix(2), radix: 16) ?? 0) / 255
      // The sRGB curve near enough: its straight foot matters only below 4 %.
      return value <= 0.04 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// The power 2.4, by Newton's fifth root of the twelfth power.
  private static func power(_ value: Double) -> Double {
    var twelfth = 1.0
    for _ in 0..<12 { twelfth *= value }
    var root = value
    for _ in 0..<60 { root -= (root * root * root * root * root - twelfth) / (5 * root * root * root * root) }
    return root
  }
}
