import NightModel
import TestSupport
import Testing

@testable import NightReports

@Suite struct `The page for the clinic as text` {
  private func text(_ facts: ClinicFacts) -> String { ClinicText.text(facts) }

  /// The page without its line breaks.
  private func flat(_ facts: ClinicFacts) -> String {
    text(facts).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  @Test(arguments: [1, 6, 30, 90, 365])
  func `our own words are ASCII`(count: Int) {
    let facts = ClinicSamples.facts((0..<count).map { $0 }, ClinicSamples.night)
    #expect(text(facts).utf8.count == text(facts).count)
    #expect(flat(facts).contains("Recorded by the family, not measured."))
  }

  @Test(arguments: [6, 30, 90, 365, 1000])
  func `the fullest record shortens what is typed and lists less, but no part of the page is cut off`(count: Int) {
    let page = flat(ClinicSamples.fullest(count))
    for part in [
      "BREATHING AT NIGHT", "SIGNS FOUND", "FIGURES A NIGHT", "OTHER SYMPTOMS", "QUESTIONS FOR THE TEAM",
    ] where count > 6 || part != "SIGNS FOUND" {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.hasSuffix("Nightstand 0.0.") && page.contains("TST = from trying to sleep"), "\(page)")
  }

  @Test func `days of more than a year have their year`() {
    let years = text(ClinicSamples.facts((0..<400).map { $0 }, ClinicSamples.night))
    let weeks = text(ClinicSamples.facts((0..<60).map { $0 }, ClinicSamples.night))
    #expect(
      years.contains(/nights: .*\w{3} \d+ \w{3} 2026/) && !weeks.contains(/nights: .*\w{3} \d+ \w{3} 2026/), "\(years)")
  }

  @Test func `says how much is recorded, and that few nights are no pattern`() {
    let few = flat(ClinicSamples.facts([1, nil, 2, nil, nil, 3, 4], ClinicSamples.night))
    #expect(few.contains("7 nights, evenings of Mon 16 Nov 2026 to Sun 22 Nov 2026. Recorded: 4 of 7."))
    #expect(few.contains("Fewer than 7 nights are recorded"))
    let none = flat(ClinicSamples.facts([nil, nil], ClinicSamples.night))
    #expect(none.contains("Nothing is recorded in this span.") && none.contains("Recorded: 0 of 2."))
    #expect(!none.contains("0 min") && none.contains("not recorded"))
    let one = flat(ClinicSamples.facts([5], ClinicSamples.night))
    #expect(one.contains("1 night, the night of Sun 22 to Mon 23 Nov 2026. Recorded: 1 of 1."))
  }

  @Test func `breathing comes first, the headache over the mornings that were asked about`() throws {
    let facts = ClinicSamples.facts([1, 3, 6, nil]) { samples, value in
      var entries = ClinicSamples.night(&samples, value)
      if value == 1 { entries.append(samples.record(.symptom("woke-gasping"), [.value: .number(8)], at: "05:00")) }
      return entries
    }
    let lines = text(facts).split(separator: "\n").map(String.init)
    let head = try #require(lines.firstIndex { $0.hasPrefix("BREATHING AT NIGHT") })
    #expect(head == 4)
    #expect(lines[head + 1].hasPrefix("Woke gasping        1 of 3  19 Nov      8        1"))
    #expect(lines[head + 2].hasPrefix("Headache on waking  2 of 3  21 Nov      -        -"))
    #expect(lines[head + 3].hasPrefix("Not noted in the 3 nights looked at: hard to breathe,"))
  }

  @Test func `what was asked about and not there is told so, and counted nowhere`() throws {
    let facts = ClinicSamples.facts([1, 2, 3]) { samples, value in
      [
        samples.record(.symptom("hard-to-breathe"), [.value: .number(0), .source: .text("said")], at: "01:00"),
        samples.record(.symptom("pain"), [.value: .number(0), .source: .text("said")], at: "02:00"),
        samples.record(.symptom("cramp"), [.value: .number(value == 1 ? 0 : 4), .woke: .flag(true)], at: "03:00"),
        samples.record(.symptom("morning-headache"), [.value: .number(0)], at: "07:00"),
      ]
    }
    let page = flat(facts)
    #expect(page.contains("Headache on waking 0 of 3 "), "\(page)")
    #expect(page.contains("Not noted in the 3 nights looked at: hard to breathe,"))
    #expect(page.contains("Asked, and none: hard to breathe (3 nights)") && page.contains("Asked, and none: pain (3"))
    #expect(
      page.contains("Cramp 2 of 3 22 Nov 4 2 2 of 2") && page.contains("Symptoms: 2 not said by whom."), "\(page)")
  }

  @Test func `figures are medians over the nights recorded, with their range and n`() {
    // Far from their means: turned 1, 2, 2 and 12 times; slept 6 h 4, 6 h 3, 6 h 3 and 5 h 53.
    let page = text(
      ClinicSamples.facts([1, 2, nil, 12, 2]) { samples, value in
        ClinicSamples.night(&samples, value)
          + (1..<value).map { samples.event(.turn, at: "0\($0 % 6):3\($0 % 7)") }
      })
    func row(_ name: String) -> String? {
      page.split(separator: "\n").first { $0.hasPrefix(name) }.map(String.init)
    }
    #expect(row("Mask on  ")?.hasSuffix("7 h 40  7 h 40  7 h 40   4") == true)
    #expect(row("Slept (TST)")?.hasSuffix("6 h 03  5 h 53  6 h 04   4") == true, "\(page)")
    #expect(row("Turns ")?.split(separator: " ") == ["Turns", "2", "1", "12", "4"])
    #expect(row("Caregiver") == nil)
    #expect(!page.contains("insurer"))
  }

  @Test func `the caregiver's figures and nights under four hours stand there only where the family said so`() {
    let facts = ClinicSamples.facts(
      [1, 2, 3], plan: [("carer-figures", "yes"), ("insurer-asks", "yes")], ClinicSamples.night)
    #expect(text(facts).contains("Caregiver slept"))
    #expect(flat(facts).contains("Mask on for 4 h or more (the insurer asks): 3 of 3 nights with mask times."))
  }

  @Test func `every section can be left out, and names with them`() {
    let plan = [
      ("person", "Anna Example"), ("question.1", "What next?"), ("medicine.Baclofen", "as on the label"),
      ("card.birth", "1951-05-03"),
    ]
    func page(_ without: Set<ReportRequest.Section>, withNames: Bool = true) -> String {
      text(
        ClinicSamples.facts(
          (0..<20).map { $0 }, plan: plan, without: without, withNames: withNames, ClinicSamples.night))
    }
    let whole = page([])
    let marks: [(ReportRequest.Section, String)] = [
      (.breathing, "BREATHING AT NIGHT"), (.signs, "SIGNS FOUND"), (.charts, "NIGHT BY NIGHT"), (.mask, "Mask on  "),
      (.care, "Suctions"), (.symptoms, "OTHER SYMPTOMS"), (.sleep, "(TST)"), (.changes, "WHAT WAS CHANGED"),
      (.questions, "What next?"), (.recorded, "WHO WROTE"),
    ]
    for (section, mark) in marks {
      #expect(whole.contains(mark), "\(section)")
      #expect(!page([section]).contains(mark), "\(section)")
    }
    #expect(whole.contains("ANNA EXAMPLE") && whole.contains("MK 20"))
    let nameless = page([], withNames: false)
    #expect(!nameless.uppercased().contains("ANNA") && !nameless.contains("MK") && nameless.contains("1 person"))
    #expect(whole.contains("Born: 3 May 1951.") && !nameless.contains("1951"), "a date of birth is a name")
  }

  @Test func `a made-up person is called so whatever was asked for, and what could not be read is missed`() {
    let facts = ClinicSamples.facts(
      [1, 2], plan: [("person", Plan.madeUpPerson)], withNames: false, damaged: [ClinicSamples.last],
      ClinicSamples.night)
    #expect(text(facts).hasPrefix("NIGHTS OF MADE-UP PERSON"))
    #expect(flat(facts).contains("Part of 1 night could not be read and is missing here (Sun 22 Nov)."))
  }

  @Test func `no norm, no judgement and no count of turns that came after their time stands there`() {
    let facts = ClinicReading.blocks(ClinicSamples.fullest()).map(\.line).joined(separator: " ")
    let words = (text(ClinicSamples.fullest()) + facts).lowercased().split { !$0.isLetter }
    for word in ["normal", "abnormal", "overdue", "late", "missed", "score", "compliance", "risk", "poor"] {
      #expect(!words.contains { $0 == word }, "\(word)")
    }
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-10", "swap them"), ("2026-11-24", "2026-11-25", "still to come"),
    ("2027-01-01", "2026-11-22", "still to come"),
    ("2020-01-01", "2020-01-05", "before the record"), ("2010-01-01", "2026-11-22", "over ten years"),
  ])
  func `a span that nothing can be said of is refused`(from: String, to: String, part: String) throws {
    let request = ReportRequest(from: try #require(CivilDate(from)), to: try #require(CivilDate(to)))
    let newest = ClinicSamples.last
    let refusal = #expect(throws: Refusal.self) {
      try request.check(oldest: newest.adding(days: -100), newest: newest)
    }
    #expect(refusal?.sentence.contains(part) == true, "\(refusal?.sentence ?? "")")
    #expect(throws: Refusal.self) { try request.check(oldest: nil, newest: newest) }
  }

  @Test func `a chart's medians go over nights in step, the newest whole, gaps left blank`() {
    let chart = NightChart(
      name: "Slept", first: ClinicSamples.last,
      minutes: [60, 120] + [Int?](repeating: nil, count: 7) + [1, 2, 3, 4, 5, 6, 7])
    #expect(chart.nightsPerFigure == 7 && chart.medians == [90, nil, 4])
    #expect(NightChart(name: "Slept", first: ClinicSamples.last, minutes: [nil]).sentence == "Slept: nothing recorded.")
  }
}
