import NightModel
import TestSupport
import Testing
import Text

@testable import NightReports

@Suite struct `The sheets of the page for the clinic` {
  private static let spans = [1, 7, 14, 30, 90, 365]

  /// The rows of each sheet of text.
  private func sheets(_ facts: ClinicFacts) -> [[String]] {
    ClinicText.sheets(facts).map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test(arguments: spans, [false, true])
  func `are two of 60 rows at the most, and one where the page is to be brief`(count: Int, isBrief: Bool) {
    let zeros = ClinicSamples.facts((0..<count).map { _ in 0 }, isBrief: isBrief) { samples, _ in
      [samples.record(.symptom("pain"), [.value: .number(0)], at: "02:00")]
    }
    let usual = ClinicSamples.facts((0..<count).map { $0 }, isBrief: isBrief, ClinicSamples.night)
    for facts in [zeros, usual, ClinicSamples.fullest(count, isBrief: isBrief)] {
      let sheets = sheets(facts)
      #expect(sheets.count <= (isBrief ? 1 : 2))
      for sheet in sheets {
        #expect(sheet.count <= 60, "\(sheet.count)")
        for line in sheet { #expect(TextWidth.columns(of: line) <= 80, "\(line)") }
      }
      #expect(!ClinicText.text(facts).contains("cut to 60 rows"))
      let html = ClinicHTML.text(facts)
      #expect(html.matches(of: /<div class="sheet">/).count <= (isBrief ? 1 : 2))
    }
  }

  @Test(arguments: [1, 30, 90])
  func `nothing is cut while there is room for it`(count: Int) throws {
    for facts in [ClinicSamples.fullest(count), ClinicSamples.fullest(count, isBrief: true)] {
      for fitting in [ClinicText.fitting(facts), ClinicHTML.fitting(facts)] {
        let room = try #require(fitting.room)
        #expect(fitting.fits(room))
        for kind in ClinicRoom.Kind.allCases where room[kind] < fitting.whole[kind] {
          var larger = room
          larger[kind] += 1
          #expect(!fitting.fits(larger), "\(kind) \(room[kind]) of \(fitting.whole[kind])")
        }
      }
    }
  }

  @Test func `what a clinician misses last is cut last`() {
    let facts = ClinicSamples.fullest(90)
    var before = ClinicText.fitting(facts).whole
    let (breathing, signs) = (before[.breathing], before[.signs])
    // Step by step: the breathing signs and the signs are whole as long as any note, event or change can still go.
    for cut in ClinicRoom.order where cut.kind != .breathing {
      before[cut.kind] = min(before[cut.kind], cut.most)
      #expect(before[.breathing] == breathing)
      if before[.signs] < signs { #expect(before[.notes] == 0 && before[.events] <= 3) }
      if cut.kind == .signs { break }
    }
    // Every kind can go as far as it must.
    #expect(Set(ClinicRoom.order.map(\.kind)) == Set(ClinicRoom.Kind.allCases))
  }

  @Test func `one night, and nights of nothing but zeros, say no more than what was written`() {
    let one = ClinicSamples.facts([0]) { samples, _ in [samples.event(.toilet, at: "02:00")] }
    let zero = ClinicSamples.facts([0, 0, 0]) { samples, _ in
      [samples.record(.symptom("pain"), [.value: .number(0)], at: "02:00")]
    }
    for facts in [one, zero] {
      let page = sheets(facts)
      #expect(page.count == 1)
      let words = page[0].joined(separator: "\n")
      #expect(!words.contains("median") || !words.contains(" 0 min"), "\(words)")
      #expect(!words.contains("WHO WROTE, AND WHO SAYS SO\n0") && words.contains("Not recorded: mask on;"))
    }
  }

  @Test(arguments: [("usual", 30, false), ("brief", 30, true), ("week", 7, false), ("quarter", 90, false)])
  func `look as they did`(name: String, count: Int, isBrief: Bool) {
    let facts = ClinicSamples.facts(
      (0..<count).map { $0 % 11 == 5 ? nil : $0 },
      plan: [
        ("person", "Anna Example"), ("card.diagnosis", "ALS"), ("question.1", "Is the mask pressure still right?"),
        ("mark.2026-11-04", "new mask"), ("medicine.Lorazepam", "on the label"),
        ("medicine-when.Lorazepam", "as needed"),
      ], isBrief: isBrief
    ) { samples, value in
      ClinicSamples.night(&samples, value) + [
        samples.event(.medicine, [.what: .text("Lorazepam")], at: "01:00"), samples.event(.toilet, at: "04:00"),
        samples.record(.note, [.note: .text("quiet night \(value)")], at: "06:00"),
      ]
    }
    expectGolden(ClinicText.text(facts), "clinic-\(name).txt")
    expectGolden(ClinicHTML.text(facts), "clinic-\(name).html")
  }
}
