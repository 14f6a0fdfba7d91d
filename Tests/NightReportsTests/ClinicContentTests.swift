import NightModel
import TestSupport
import Testing
import Text

@testable import NightReports

@Suite struct `What the page for the clinic tells` {
  /// The page as text without its line breaks.
  private func flat(_ facts: ClinicFacts) -> String {
    ClinicText.text(facts).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  /// The cells of the row of that name.
  private func row(_ name: String, _ facts: ClinicFacts) -> [String]? {
    let row = ClinicText.text(facts).split(separator: "\n").first { $0.hasPrefix("\(name)  ") }
    return row.map { line in
      line.dropFirst(name.count).split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }
  }

  @Test func `what happened and the medicines are told where no symptom was written`() {
    let facts = ClinicSamples.facts(
      (0..<20).map { $0 },
      plan: [
        ("medicine.Lorazepam", "as on its label"), ("medicine-when.Lorazepam", "as needed"),
        ("medicine.Baclofen", "as on its label"), ("medicine-when.Baclofen", "evening"), ("medicine.Riluzole", "x"),
      ]
    ) { samples, value in
      var entries = [samples.event(.toilet, at: "02:00"), samples.event(.machineBeeped, at: "03:00")]
      if value % 2 == 0 { entries.append(samples.event(.medicine, [.what: .text("lorazepam ")], at: "01:00")) }
      if value == 3 {
        entries += [.feedOn, .coughAssist, .maskFix, .maskLeak, .letSleep].map { samples.event($0, at: "04:00") }
        entries.append(samples.event(.medicine, [.what: .text("Baclofen")], at: "21:00"))
        entries.append(samples.event(.medicine, [.what: .text("Paracetamol")], at: "21:00"))
      }
      return entries
    }
    let page = flat(facts)
    #expect(!page.contains("No other symptom") && page.contains("No night was looked at for signs"), "\(page)")
    #expect(row("toilet".capitalizedFirst, facts) == ["20", "14", "20", "22", "Nov"])
    #expect(row("Machine beeped", facts)?.first == "20")
    for name in ["Feed on", "Cough assist", "Mask fixed", "Mask leak", "Let sleep"] {
      #expect(row(name, facts)?.first == "1", "\(name): \(page)")
    }
    #expect(page.contains("MEDICINES GIVEN: As needed nights last 14 times last noted Lorazepam 10 7 10 21 Nov"))
    #expect(page.contains("Regular nights times last noted Baclofen 1 1 6 Nov"), "\(page)")
    #expect(page.contains("Not in the plan nights times last noted Paracetamol 1 1 6 Nov"), "\(page)")
    #expect(page.contains("In the plan, and not written in these nights: Riluzole."))
  }

  @Test func `nights before a change and after it are never told together`() throws {
    // Asleep 6 h 3 or so all along; the mask 2 h before the new one and 8 h with it.
    let facts = ClinicSamples.facts((0..<30).map { $0 }, plan: [("mark.2026-11-03", "new mask")]) { samples, value in
      let off = value < 10 ? "00:00" : "06:00"
      var entries = [samples.event(.maskOn, at: "22:00"), samples.event(.maskOff, at: off)]
      if value < 10 { entries.append(samples.record(.symptom("woke-gasping"), at: "02:00")) }
      return entries + [samples.record(.symptom("cramp"), at: "03:00")]
    }
    let page = ClinicText.text(facts)
    #expect(row("Mask on", facts) == ["2:00", "(10)", "8:00", "(20)", "8:00", "(14)"], "\(page)")
    #expect(row("Woke gasping", facts)?.prefix(6) == ["10", "of", "10", "0", "of", "20"], "\(page)")
    #expect(flat(facts).contains("Before and after are told apart at: Tue 3 Nov, new mask."))
    let html = ClinicHTML.text(facts)
    #expect(html.contains("before: median 2 h 00 over 10 nights recorded; from Tue 3 Nov: median 8 h 00 over 20"))
    #expect(!html.contains("median 8 h 00 over 30") && html.components(of: "class=\"median\"") == 2)
    // A change within the last two weeks: they would hold both, so they are not told.
    let late = ClinicSamples.facts((0..<30).map { $0 }, plan: [("mark.2026-11-15", "new mask")], ClinicSamples.night)
    let heading = ClinicText.text(late).split(separator: "\n").first { $0.hasPrefix("FIGURES A NIGHT") }
    #expect(heading?.contains("last 14") == false && row("Mask on", late)?.contains("(8)") == true)
  }

  @Test func `a mask comes before other changes where there are too many to cut at`() {
    let marks = (1...9).map { ("mark.\(ClinicSamples.last.adding(days: -$0))", "mattress \($0)") }
    let facts = ClinicSamples.facts(
      (0..<60).map { $0 }, plan: marks + [("mark.2026-10-20", "new mask")], ClinicSamples.night)
    #expect(facts.periods.cuts.map { "\($0)" } == ["2026-10-20", "2026-11-21"])
    let masks = ["2026-10-05", "2026-10-20", "2026-11-01", "2026-11-20"].map { ("mark.\($0)", "new mask") }
    let many = ClinicSamples.facts((0..<60).map { $0 }, plan: masks, ClinicSamples.night)
    // The nights with still other masks are left out, and that is said.
    #expect(many.periods.all.map { "\($0.nights.lowerBound)" } == ["2026-10-20", "2026-11-01", "2026-11-20"])
    #expect(flat(many).contains("Nights before Tue 20 Oct, with still another mask, are not in it."))
  }

  @Test(arguments: [
    (["2026-10-05", "2026-10-20"], ["before", "from 5 Oct", "from 20 Oct"]),
    (["2026-09-05", "2026-10-20"], ["before", "from Sep 2026", "from Oct 2026"]),
    (["2025-10-25", "2026-10-05", "2026-10-20"], ["from 25 Oct 2025", "from 5 Oct 2026", "from 20 Oct 2026"]),
  ])
  func `no two columns have the same name, in a span of years neither`(nights: [String], names: [String]) {
    let marks = nights.map { ("mark.\($0)", "new mask") }
    let facts = ClinicSamples.facts((0..<500).map { $0 }, plan: marks, ClinicSamples.night)
    #expect(facts.periods.all.map(\.name) == names)
  }

  @Test func `what was never written is no zero`() {
    let facts = ClinicSamples.facts((0..<20).map { $0 }) { samples, value in
      value < 3
        ? [samples.event(.suction, at: "02:00"), samples.event(.suction, at: "03:00")]
        : [samples.record(.symptom("pain"), [.value: .number(0)], at: "02:00")]
    }
    #expect(row("Suctions", facts) == ["2", "2", "2", "3"])
    #expect(flat(facts).contains("Not recorded: mask on; slept (TST);") && flat(facts).contains("turns;"))
    #expect(!ClinicText.text(facts).contains(" 0 min") && flat(facts).contains("Asked, and none: pain (17 nights)."))
  }

  @Test func `a section on signs stands there also where no rule applied`() {
    for count in [1, 7, 28] {
      let facts = ClinicSamples.facts((0..<count).map { _ in 1 }) { samples, _ in
        [samples.record(.diary, [.rested: .number(4), .headache: .flag(false)], at: "08:00")]
      }
      let page = flat(facts)
      #expect(
        page.contains(
          "SIGNS FOUND IN THE RECORD No rule applied; nights recorded \(count) of \(count), looked at \(count)."),
        "\(page)")
      #expect(ClinicHTML.text(facts).contains("No rule applied"))
    }
  }

  @Test func `where the person slept, how rested, and the diagnosis stand there`() {
    let facts = ClinicSamples.facts(
      (0..<10).map { $0 },
      plan: [
        ("card.diagnosis", "bulbar-onset ALS"), ("number.clinic", "Dr Example 555 0100"), ("insurer-asks", "yes"),
        ("equipment.mask", "in-use"), ("card.machine", "BPAP S/T"), ("card.birth", "1951-05-03"),
      ]
    ) { samples, value in
      [
        samples.record(
          .diary,
          [
            .place: .text(value < 7 ? "Recliner" : "bed"), .elsewhere: .number(value == 1 ? 60 : 0),
            .quality: .number(3), .rested: .number(4), .naps: .number(0),
          ], at: "08:00"), samples.event(.maskOn, at: "22:00"),
        samples.event(.maskOff, at: value < 4 ? "01:00" : "02:00"),
      ]
    }
    let page = flat(facts)
    #expect(
      page.contains(
        "Born: 3 May 1951. Diagnosis: bulbar-onset ALS. Clinic: Dr Example 555 0100. In use: Mask and breathing machine."
      ))
    #expect(page.contains("Machine (typed Thu 19 Nov 2026): BPAP S/T."), "\(page)")
    #expect(page.contains("by the 10 diaries that say it: recliner 7 (last 19 Nov), bed 3 (last 22 Nov)."), "\(page)")
    #expect(page.contains("Part of the sleep elsewhere than in bed: 1 night, median 1 h 00, not in TST."))
    #expect(page.contains("Quality, 1 to 5 3 (6) 3 (4)") && page.contains("Minutes of naps 0:00 (6) 0:00 (4)"))
    #expect(page.contains("Mask on for 4 h or more (the insurer asks): 6 of 10 nights with mask times."))
  }

  @Test func `nights whose time on the mask is not known in whole are no short nights`() {
    let facts = ClinicSamples.facts(
      (0..<8).map { $0 }, plan: [("insurer-asks", "yes")]
    ) { samples, value in
      let long = [samples.event(.maskOn, at: "22:00"), samples.event(.maskOff, at: value < 5 ? "04:00" : "23:00")]
      // Three that were put on again and never noted as off, one of them after a long time on.
      return long + ([0, 6, 7].contains(value) ? [samples.event(.maskOn, at: "05:00")] : [])
    }
    let page = flat(facts)
    #expect(page.contains("(the insurer asks): 5 of 6 nights with mask times"), "\(page)")
    #expect(page.contains("Left out, because a mask was never noted as off: 2 nights."), "\(page)")
    #expect(page.contains("Mask on 6 h 00 1 h 00 6 h 00 5"), "\(page)")
  }

  @Test(arguments: [false, true])
  func `a night that is not over is in no median until its morning is filled in`(isFilled: Bool) {
    let night = ClinicSamples.last
    var figures = MadeUpNights.figures([1, 2, 3, 4, 5, 6, 7, 8]) { samples, value in
      (0..<(value == 8 ? 1 : 4)).map { _ in samples.event(.turn, at: "23:10") }
        + (value == 8 && isFilled
          ? [samples.record(.diary, [.outOfBed: .moment(samples.moment("06:50"))], at: "07:00")] : [])
    }
    figures = figures.counted(since: WrittenSince(figures))
    let facts = ClinicFacts(
      ReportRequest(from: night.adding(days: -7), to: night), nights: [], figures: figures, plan: Plan(),
      catalogue: .standard, damaged: [], now: Samples().moment("07:30"), version: "0.0")
    #expect(flat(facts).contains(isFilled ? "Turns 4 1 4 8" : "Turns 4 4 4 7"), "\(flat(facts))")
  }

  @Test func `a headache on waking is told of the mornings it was answered in, and the page says so`() {
    func page(_ answered: Int) -> String {
      flat(
        ClinicSamples.facts((0..<6).map { $0 }) { samples, value in
          [
            samples.record(
              .diary, value < answered ? [.headache: .flag(true), .rested: .number(3)] : [.rested: .number(3)],
              at: "08:00")
          ]
        })
    }
    #expect(page(4).contains("Headache on waking 4 of 4") && page(4).contains("mornings on which it was answered"))
    #expect(page(6).contains("Headache on waking 6 of 6") && !page(6).contains("mornings on which it was answered"))
  }

  @Test func `questions are whole and in the family's order, notes the newest first`() throws {
    let long = String(repeating: "and why that is so, ", count: 9)
    let facts = ClinicSamples.facts(
      [1, 2, 3], plan: (1...12).map { ("question.\($0)", "Q\($0) \(long)end") }
    ) { samples, value in
      [
        samples.record(.note, [.note: .text("note \(value)")], at: "02:00"),
        samples.record(.symptom("cramp"), [.note: .text("left foot \(value)")], at: "01:00"),
        samples.record(.handover(.line), [.note: .text("milk is out")], at: "03:00"),
        samples.record(.carer, [.note: .text("I am tired")], at: "08:00"),
      ]
    }
    let page = flat(facts)
    let places = try (1...12).map { try #require(page.firstRange(of: "Q\($0) \(long)end")?.lowerBound, "\($0)") }
    #expect(places == places.sorted())
    let notes = ["Sun 22 Nov, note 3", "Sun 22 Nov, cramp: left foot 3", "Sat 21 Nov, note 2"]
    let order = try notes.map { try #require(page.firstRange(of: "* \($0)")?.lowerBound, "\($0): \(page)") }
    #expect(order == order.sorted())
    #expect(!page.contains("milk") && !page.contains("tired"))
  }
}

extension String {
  /// How often a part stands in it.
  fileprivate func components(of part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
