import NightModel
import TestSupport
import Testing
import Text

@testable import NightReports

/// Records as families keep them on bad months: with gaps, without diaries, with far too much or hardly anything in them.
@Suite struct `The page for the clinic of a record that is hard to tell` {
  private func flat(_ text: String) -> String {
    text.split { $0 == "\n" || $0 == " " || $0 == "\u{0C}" }.joined(separator: " ")
  }

  private func flat(_ facts: ClinicFacts) -> String { flat(ClinicText.text(facts)) }

  /// The cells of the row of that name.
  private func row(_ name: String, _ facts: ClinicFacts) -> [String]? {
    ClinicText.text(facts).split(separator: "\n").first { $0.hasPrefix("\(name)  ") }
      .map { $0.dropFirst(name.count).split(separator: " ").map(String.init) }
  }

  @Test func `a family that never fills in the morning diary gets its signs, and no figure of sleep`() {
    let facts = ClinicSamples.facts((0..<30).map { $0 }) { samples, value in
      [samples.event(.turn, at: "23:00")]
        + (value % 2 == 0 ? [samples.record(.symptom("hard-to-breathe"), [.value: .number(6)], at: "02:00")] : [])
    }
    let page = flat(facts)
    #expect(page.contains("nights recorded 30 of 30, looked at 15."), "\(page)")
    #expect(page.contains("Hard to breathe (call today), 15 nights"), "\(page)")
    #expect(row("Hard to breathe", facts)?.prefix(3) == ["15", "of", "15"])
    #expect(page.contains("Not recorded: mask on; slept (TST);") && !page.contains("0:00"), "\(page)")
    #expect(page.contains("Headache on waking not recorded"), "\(page)")
  }

  @Test func `symptoms first written on night 60 are held against the nights that were looked at, not against all`() {
    let facts = ClinicSamples.facts((1...90).map { $0 }) { samples, value in
      [samples.event(.turn, at: "23:00")]
        + (value < 60 ? [] : [samples.record(.symptom("cramp"), [.value: .number(5)], at: "02:00")])
    }
    #expect(row("Cramp", facts)?.prefix(3) == ["31", "of", "31"])
    #expect(flat(facts).contains("nights recorded 90 of 90, looked at 31."), "\(flat(facts))")
    #expect(flat(facts).contains("Not noted in the 31 nights looked at: hard to breathe,"))
  }

  @Test func `forty nights that nobody wrote leave a sign standing, in the report of those nights too`() throws {
    let all = MadeUpNights.figures([1, 1, 1, 1] + [Int?](repeating: nil, count: 40)) { samples, _ in
      [samples.record(.symptom("hard-to-breathe"), [.value: .number(6)], at: "02:00")]
    }
    let last = ClinicSamples.last
    for count in [1, 14, 30, 44] {
      let request = ReportRequest(from: last.adding(days: 1 - count), to: last, without: [], withNames: true)
      let facts = ClinicFacts(
        request, nights: [], figures: all, plan: Plan(), catalogue: .standard, damaged: [],
        now: Samples().moment("09:00").adding(minutes: 1440), version: "0.0")
      let page = flat(facts)
      #expect(page.contains("Hard to breathe (call today)"), "\(count): \(page)")
      #expect(page.contains("before on") || count == 44, "\(count): \(page)")
    }
  }

  @Test func `a record in which every grade is the 0 of earlier versions is looked at, and nothing was there`() {
    let ids = Catalogue.standard.symptoms.map(\.id)
    let facts = ClinicSamples.facts((0..<20).map { $0 }) { samples, _ in
      ids.map { samples.record(.symptom($0), [.value: .number(0)], at: "02:00") }
    }
    let page = flat(facts)
    #expect(page.contains("No rule applied; nights recorded 20 of 20, looked at 20."), "\(page)")
    #expect(page.contains("Headache on waking 0 of 20"), "\(page)")
    #expect(row("Cramp", facts) == nil && page.contains("Asked, and none: acting out dreams"), "\(page)")
    #expect(!page.contains("times last noted"), "\(page)")
  }

  @Test func `one recorded night among a year says how little it is`() {
    let facts = ClinicSamples.facts((0..<365).map { $0 == 200 ? 5 : nil }, ClinicSamples.night)
    let page = flat(facts)
    #expect(page.contains("Recorded: 1 of 365.") && page.contains("Fewer than 7 nights are recorded"), "\(page)")
    #expect(row("Cramp", facts)?.prefix(3) == ["1", "of", "1"])
  }

  @Test(arguments: [2, 3, 7])
  func `a year with gaps counts the nights there are, on two sheets`(every: Int) {
    let facts = ClinicSamples.facts((0..<365).map { $0 % every == 0 ? $0 : nil }, ClinicSamples.night)
    let nights = (365 + every - 1) / every
    let page = flat(facts)
    #expect(page.contains("Recorded: \(nights) of 365."), "\(page)")
    #expect(row("Mask on", facts)?.contains("\(nights)") == true, "\(page)")
    #expect(ClinicText.sheets(facts).count <= 2)
    #expect(!page.contains("not looked at; 0"))
  }

  @Test func `notes of 4,000 characters, 40 medicines and 60 questions fit, and what was cut is said`() {
    let note = String(repeating: "word ", count: 800)
    let facts = ClinicSamples.facts(
      (0..<14).map { $0 },
      plan: (1...60).map { ("question.\($0)", "Question \($0)?") }
        + (1...40).map { ("medicine.Medicine \($0)", "as on its label") }
    ) { samples, value in
      [samples.record(.note, [.note: .text("\(value) \(note)")], at: "02:00")]
        + (1...40).map { samples.event(.medicine, [.what: .text("Medicine \($0)")], at: "21:00") }
    }
    for text in [ClinicText.text(facts), ClinicHTML.text(facts)] {
      let page = flat(text)
      #expect(page.contains("Question 1?") && page.contains("Sun 22 Nov, 13 word word"), "\(page)")
      #expect(page.contains("Question 60?") || page.contains(/And \d+ more\./), "\(page)")
      #expect(page.contains("Medicine 40") || page.contains(/and \d+ more/), "\(page)")
    }
    let sheets = ClinicText.sheets(facts)
    #expect(sheets.count <= 2)
    for line in sheets.flatMap({ $0.split(separator: "\n") }) { #expect(TextWidth.columns(of: String(line)) <= 80) }
  }

  @Test(arguments: ["漢字仮名交じり文 さくら", "שם ארוך מאוד", "محمد عبد‌الله", "नमस्ते शर्मा", "👩‍⚕️ Zoë"])
  func `a name in any script stands whole in the text and in the HTML, and no line is too wide`(name: String) {
    let facts = ClinicSamples.facts(
      (0..<9).map { $0 },
      plan: [
        ("person", name), ("question.1", "\(name)?"), ("medicine.\(name) 10", name), ("people.MK", name),
      ]
    ) { samples, value in
      ClinicSamples.night(&samples, value) + [
        samples.event(.medicine, [.what: .text("\(name) 10")], at: "21:00"),
        samples.record(.note, [.note: .text("\(name) \(value)")], at: "02:00", by: "\(name.prefix(2))"),
      ]
    }
    for text in [ClinicText.text(facts), ClinicHTML.text(facts)] {
      // Around names from right to left stands what keeps them apart from the sentence.
      let page = flat(text).replacing(/<.?bdi>/, with: "")
      #expect(page.contains("\(name)?") && page.contains("\(name) 10") && page.contains("22 Nov, \(name) 8"), "\(page)")
    }
    for line in ClinicText.text(facts).split(separator: "\n") {
      #expect(TextWidth.columns(of: String(line)) <= 80, "\(line)")
    }
    #expect(ClinicText.text(facts).uppercased().hasPrefix("NIGHTS OF \(name.uppercased()):"))
  }
}
