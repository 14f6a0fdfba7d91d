import NightModel
import NightReports
import TestSupport
import Testing

@Suite struct `This house at night` {
  /// The page of a plan. `besides` is what else was written in the night before.
  private func page(
    _ settings: [(String, String)], isWhole: Bool = true, besides: (inout Samples) -> [Entry] = { _ in [] }
  ) -> HousePage {
    var (samples, last) = (Samples(), Samples(writer: "bbbbbbbb", night: "2026-11-21"))
    let plan = Plan(entries: settings.map { samples.setting($0, $1) })
    let dose = samples.record(.event(.medicine), [.what: .text("Baclofen")], at: "21:49", by: "MK")
    let nights = [
      Night(
        date: last.night, entries: [last.event(.turn, at: "23:00"), last.event(.woke, at: "02:00")] + besides(&last)),
      Night(date: samples.night, entries: [dose]),
    ]
    let now = samples.moment("22:15")
    let figures = NightFigures(
      nights[0], previous: Night(date: last.night.adding(days: -1), entries: []), next: nights[1], plan: plan,
      catalogue: .standard)
    return HousePage(
      plan, board: Board(tonight: nights[1], previous: nights[0], plan: plan, now: now), lastNight: figures,
      catalogue: plan.adapted(.standard), now: now, isWhole: isWhole)
  }

  @Test func `what may be dangerous first, then all the plan says, sixty columns wide`() {
    let text = HouseText.text(
      page(
        HouseSamples.settings + [
          ("person", "MADE-UP PERSON"), ("equipment.mask", "in-use"), ("turn-interval", "180"),
          ("turn-positions", "left,right,back"), ("medicine.Baclofen", "10 mg"), ("number.clinic", "555 0100"),
        ]))
    #expect(
      text == """
        THIS HOUSE AT NIGHT · MADE-UP PERSON
        as of Sun 22 Nov 2026 22:15

        Breathing   bi-level, settings sheet on the machine
        Mask        cannot take the mask off alone · off alone: MK,
                    TR
        Never       never flat without the mask
        Yes and no  yes = eyes up · no = eyes shut
        Turns       every 3 hours, left, right, back · Say it first.
                    Bell in his hand?
        Position    on the left to fall asleep; heels free
        Medicines   Baclofen, night; label: 10 mg, 8 hours between;
                    last written 21:49 by MK (26 min)
        Equipment   Mask and breathing machine
        Power       battery 6 hours; torch in the drawer
        Call        on call: 555 0101
                    clinic: 555 0100
        Ours        The cat stays out.
        Last night  Sat 21 to Sun 22 Nov: woke 1 · turned 1
        """, "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= HouseText.columns })
  }

  @Test func `last night tells where the diary says otherwise, and the two worst symptoms`() {
    func lastNight(_ grades: [(String, Int?)], wakings: Int?) -> [String]? {
      page([]) { last in
        let symptoms = grades.map {
          last.record(.symptom($0.0), $0.1.map { [.value: .number($0)] } ?? [:], at: "03:00")
        }
        let diary = wakings.map { [last.record(.diary, [.wakings: .number($0)], at: "08:00")] }
        return symptoms + (diary ?? [])
      }
      .parts.last { $0.topic == .lastNight }?.lines
    }
    let grades: [(String, Int?)] = [
      ("cramp", 6), ("pain", 3), ("hard-to-breathe", 7), ("cramp", 2), ("restless-legs", nil), ("afraid", 0),
    ]
    let night = "Sat 21 to Sun 22 Nov: "
    #expect(lastNight(grades, wakings: 3) == [night + "woke 1, diary 3 · turned 1 · hard to breathe 7 · cramp 6"])
    #expect(lastNight([("pain", 0), ("restless-legs", nil)], wakings: 1) == [night + "woke 1 · turned 1"])
  }

  @Test func `airway, swallowing and allergies stand there once anything is known of them`() {
    let typed = [
      ("card.swallowing", "nothing by mouth"), ("card.allergies", "penicillin"), ("card.airway", "by the throat"),
    ]
    func told(_ settings: [(String, String)]) -> [HousePage.Topic: [String]] {
      let parts = page(settings).parts.filter { [.breathing, .swallowing, .allergies].contains($0.topic) }
      return Dictionary(uniqueKeysWithValues: parts.map { ($0.topic, $0.lines) })
    }
    #expect(
      told(typed + [("equipment.mask", "in-use")]) == [
        .breathing: ["by the throat"], .swallowing: ["nothing by mouth"], .allergies: ["penicillin"],
      ])
    #expect(told([]).isEmpty && told([("equipment.mask", "in-use")]).isEmpty)
    #expect(told([("equipment.tracheostomy", "in-use")]) == [.breathing: ["Tracheostomy (windpipe tube)"]])
    #expect(told([("equipment.tracheostomy", "in-use"), ("card.airway", "none")]).isEmpty)
    #expect(
      told([("card.usual", "early-warning score 5"), ("card.oxygen", "as the clinic wrote it on 3 May")])
        == [.breathing: ["early-warning score 5", "usual oxygen: as the clinic wrote it on 3 May"]])
    #expect(
      page(typed).parts.map(\.topic).filter { [.never, .swallowing, .allergies, .yesNo].contains($0) } == [
        .never, .swallowing, .allergies, .yesNo,
      ])
  }

  @Test func `of a blank plan it says what is not written, and invents nothing`() {
    let parts = page([("equipment.suction", "in-use")]).parts
    let blank = parts.filter { $0.lines == ["Nothing is written."] }.map(\.topic)
    #expect(blank == [.never, .yesNo, .turns, .lies, .medicines, .numbers])
    // No mask is in use, so there is nothing to say of one.
    #expect(parts.map(\.topic).filter { !blank.contains($0) } == [.equipment, .lastNight])
  }

  @Test func `of a plan that could not be read whole nothing is said to be unwritten`() {
    let text = HouseText.text(page([], isWhole: false))
    #expect(!text.contains("Nothing is written") && text.contains("Part of what was typed could not be read."))
  }

  @Test func `a line taken off the card is not told, and hospice comes first where the family says so`() {
    let page = page([
      ("card.breathing", "none"), ("number.hospice", "555 0102"), ("number.clinic", "555 0100"),
      ("number-order", "clinic,hospice"), ("hospice-first", "yes"),
    ])
    #expect(!page.parts.contains { $0.topic == .breathing })
    #expect(page.parts.first { $0.topic == .numbers }?.lines == ["hospice: 555 0102", "clinic: 555 0100"])
  }

  @Test func `as JSON it holds the parts in order, and each medicine with its last time`() {
    let json = HouseJSON.text(page([("medicine.Baclofen", "10 mg"), ("medicine-when.Baclofen", "night")]))
    #expect(json.hasPrefix(#"{"person":null,"at":"2026-11-22T22:15:00.000+01:00","whole":true,"parts":[{"id":"mask""#))
    let dose =
      #"{"name":"Baclofen","label":"10 mg","when":"night","gap":null,"most":null,"last":"2026-11-22T21:49:00.000+01:00","by":"MK"}"#
    #expect(json.hasSuffix(#""medicines":[\#(dose)]}"#), "\(json)")
  }
}
