import TestSupport
import Testing

@testable import NightModel

@Suite struct `Doses` {
  private var samples = Samples()

  @Test mutating func `a night comes to the last dose of each medicine, names being one however they are spelled`() {
    let night = Night(date: samples.night, entries: [dose("lorazepam", "01:00"), dose("Lorazepam", "23:00", by: "MK")])
    #expect(NightSummary(night).doses == [Dose(name: "lorazepam", at: samples.moment("01:00"), by: nil)])
    #expect(MedicineName("Lorazepam") == MedicineName(" LORAZEPAM"))
    #expect(MedicineName("Caf\u{E9}") == MedicineName("cafe\u{301}"))
    #expect(MedicineName("Lorazepam") != MedicineName("Loprazolam"))
  }

  @Test mutating func `what was taken back is no dose, and what was edited is one as edited`() {
    let (early, late) = (dose("Lorazepam", "23:00"), dose("Lorazepam", "03:00"))
    let entries = [
      early, late, samples.retract([late]), samples.amend([early], [.at: .moment(samples.moment("01:10"))]),
    ]
    let night = Night(date: samples.night, entries: entries)
    #expect(NightSummary(night).doses.map(\.at) == [samples.moment("01:10")])
  }

  @Test mutating func `a dose written ahead stands beside the last one at once, and alone if there is no other`() {
    let made = samples.record(.event(.medicine), [.what: .text("lorazepam")], at: "05:00", by: "AA")
    // The clock that ran ahead wrote both its time and its place in the order.
    let ahead = Entry(
      id: made.id, stamp: Stamp(milliseconds: made.at.milliseconds, counter: 0, writer: "a"), at: made.at, by: "AA",
      body: made.body)
    func after(_ entry: Entry, by count: Int64) -> Entry {
      Entry(
        id: entry.id, stamp: Stamp(milliseconds: ahead.stamp.milliseconds + count, counter: 0, writer: "b"),
        at: entry.at, by: entry.by, body: entry.body)
    }
    let right = after(dose("Lorazepam", "02:00", by: "MK"), by: 1)
    #expect(
      lines([ahead]) == ["lorazepam: written 05:00 by AA, by a clock that runs ahead"],
      "nothing tells when it was written")
    #expect(
      lines([ahead, right]) == [
        "lorazepam: last written 02:00 by MK (15 min); also 05:00 by AA, by a clock that runs ahead, written before 02:00"
      ])
    // Nor does it hide the other once the clock has come to its time; a later dose passes it by.
    #expect(
      lines([ahead, right], at: "05:10") == [
        "lorazepam: last written 05:00 by AA (10 min), by a clock that ran ahead; before it 02:00 by MK (3 h 10)"
      ])
    #expect(lines([ahead], at: "05:10") == ["lorazepam: last written 05:00 by AA (10 min)"])
    #expect(
      lines([ahead, right, after(dose("Lorazepam", "05:05"), by: 2)], at: "05:10") == [
        "Lorazepam: last written 05:05 (5 min)"
      ])
    // Somebody who looks back is not told that what came later was ahead.
    #expect(lines([ahead, right], clock: "06:00") == ["lorazepam: last written 02:00 by MK (15 min)"])
  }

  @Test mutating func `a dose dated ahead is blamed on no clock, and no list names it before the last one`() throws {
    let typed = samples.record(.event(.medicine), [.what: .text("Lorazepam")], at: "05:00", by: "MK")
    let written = samples.moment("02:00").milliseconds
    let ahead = Entry(
      id: typed.id, stamp: Stamp(milliseconds: written, counter: 0, writer: "a"), at: typed.at, by: "MK",
      body: typed.body)
    #expect(lines([ahead]) == ["Lorazepam: written 05:00 by MK, dated ahead"])
    let now = samples.moment("02:15")
    let night = Night(date: samples.night, entries: [dose("Lorazepam", "02:05"), ahead])
    let before = Night(date: samples.night.adding(days: -1), entries: [])
    let board = Board(tonight: night, previous: before, plan: Plan(), now: now)
    #expect(board.medicines.map { $0.ageWords(now: now) } == ["10 min ago, one ahead"])
  }

  @Test mutating func `the plan has a medicine once, with its gap, however either is spelled`() {
    let entries = [
      samples.setting("medicine.Lorazepam", "1 mg"), samples.setting("medicine-gap.lorazepam", "every 72 hours"),
      samples.setting("medicine.LORAZEPAM", "1 mg"),
    ]
    let plan = Plan(entries: entries)
    #expect(plan.medicines.map(\.gap) == ["every 72 hours"])
    func spelled(_ setting: Setting) -> String { plan.asSpelled(setting).description }
    #expect(spelled(Setting(.medicineGap, "LoRaZePaM")) == "medicine-gap.LORAZEPAM")
    #expect(spelled(Setting(.medicineGap, "lorazepam")) == "medicine-gap.LORAZEPAM", "one name in all of the plan")
    #expect(spelled(Setting(.medicineGap, "Other")) == "medicine-gap.Other" && spelled(Setting(.theme)) == "theme")
    #expect(
      lines([dose("lorazepam", "02:00")], plan: plan)
        == ["LORAZEPAM: last written 02:00 (15 min), label: every 72 hours"])
  }

  @Test
  mutating func
    `what two machines set for one medicine, however each spells it, is told with who and when until one is chosen`()
    throws
  {
    func set(_ key: String, _ value: String, over: [Entry] = [], at time: String, by: String) -> Entry {
      samples.said(.plan(key: key), [.to: .text(value)], over: over, at: time, by: by)
    }
    let label = set("medicine.Lorazepam", "1 mg", at: "20:00", by: "MK")
    let gaps = [
      set("medicine-gap.lorazepam", "every 4 hours", at: "21:10", by: "MK"),
      set("medicine-gap.Lorazepam", "every 6 hours", at: "21:00", by: "TR"),
    ]
    let plan = Plan(entries: [label] + gaps)
    let both = "two versions: every 6 hours or every 4 hours (TR, Sun 22 Nov 21:00; MK, Sun 22 Nov 21:10)"
    #expect(plan.medicines.map(\.gap) == [both])
    #expect(
      lines([dose("lorazepam", "02:00")], plan: plan)
        == ["Lorazepam: last written 02:00 (15 min), label: \(both)"])
    for name in ["lorazepam", "LORAZEPAM"] { #expect(plan.versions(Setting(.medicineGap, name)).count == 2) }
    #expect(plan.undecided.count == 1)
    // Whoever chooses has seen both, by whichever name, whatever the clock says.
    let chosen = set("medicine-gap.LORAZEPAM", "every 4 hours", over: gaps, at: "13:00", by: "MK")
    let decided = Plan(entries: [label, chosen] + gaps)
    #expect(decided.undecided.isEmpty && decided.medicines.map(\.gap) == ["every 4 hours"])
    let draft = try #require(
      PlanRequest.drafts(
        key: "medicine-gap.LORAZEPAM", value: "every 4 hours", plan: plan, at: samples.moment("02:15"), by: "MK",
        catalogue: .standard
      ).first)
    #expect(Set(draft.over ?? []) == Set(gaps.map(\.id)), "written over both")
    let other = set("medicine.lorazepam", "2 mg", at: "20:10", by: "TR")
    #expect(
      Plan(entries: [label, other]).medicines.map(\.label)
        == ["two versions: 2 mg or 1 mg (TR, Sun 22 Nov 20:10; MK, Sun 22 Nov 20:00)"])
  }

  @Test mutating func `of older settings of one medicine, spelled in two ways, the one written last stands`() {
    let first = samples.setting("medicine-gap.lorazepam", "every 4 hours", at: "20:00")
    let last = samples.setting("medicine-gap.Lorazepam", "every 6 hours", at: "19:00")
    let plan = Plan(entries: [samples.setting("medicine.Lorazepam", "1 mg"), last, first])
    #expect(plan.medicines.map(\.gap) == ["every 6 hours"] && plan.undecided.isEmpty)
    #expect(plan.value(.medicineGap, "lorazepam") == "every 6 hours")
    #expect(plan.values(of: .medicineGap).map(\.name) == ["Lorazepam"])
  }

  @Test mutating func `a medicine of the plan is looked for until it is known, and one never written has no line`() {
    let plan = Plan(entries: [samples.setting("medicine.Lorazepam", "1 mg")])
    #expect(lines([], plan: plan, known: KnownDoses()) == ["Lorazepam: looking for when it was last written"])
    var none = KnownDoses()
    let tonight = Night(date: samples.night, entries: [])
    let previous = Night(date: samples.night.adding(days: -1), entries: [])
    let now = samples.moment("02:15")
    let question = DoseQuestion(
      tonight: tonight, previous: previous, plan: plan, now: now, clock: now.milliseconds)
    question.map { none.complete($0) }
    #expect(lines([], plan: plan, known: none).isEmpty)
    let board = Board(tonight: tonight, previous: previous, plan: plan, now: now, known: none)
    #expect(board.medicines.map { $0.words(now: now, clock: .twentyFour) } == ["not written yet"])
    let closed = Plan(entries: [samples.setting("medicine.Lorazepam", "1 mg"), samples.setting("closed", "yes")])
    #expect(
      DoseQuestion(tonight: tonight, previous: previous, plan: closed, now: now, clock: now.milliseconds) == nil)
  }

  @Test mutating func `a medicine is told as far as could be read where a later dose may lie in what could not`() throws
  {
    let plan = Plan(entries: [samples.setting("medicine.Lorazepam", "1 mg")])
    let now = samples.moment("02:15")
    let previous = Night(date: samples.night.adding(days: -1), entries: [])
    let question = try #require(
      DoseQuestion(
        tonight: Night(date: samples.night, entries: []), previous: previous, plan: plan, now: now,
        clock: now.milliseconds))
    var known = KnownDoses()
    known.miss(question.medicines, [])
    #expect(lines([], plan: plan, known: known) == ["Lorazepam: looking for when it was last written"])
    known.complete(question)
    #expect(lines([], plan: plan, known: known) == ["Lorazepam: not written as far as could be read"])
    known.add(Dose(name: "lorazepam", at: samples.moment("23:00").adding(minutes: -4320), by: "MK"), question)
    let told = Board(
      tonight: Night(date: samples.night, entries: []), previous: previous, plan: plan, now: now, known: known)
    #expect(
      told.medicines.map { $0.words(now: now, clock: .twentyFour) } == [
        "last written Thu 19 Nov 23:00 by MK (75 h 15) as far as could be read"
      ])
    #expect(told.medicines.map { $0.ageWords(now: now) } == ["not all read"])
    // Nor is a dose of tonight surely the last where part of these nights could not be read.
    let part = KnownDoses().besides(wholeNights: false)
    #expect(
      lines([dose("Lorazepam", "02:00")], plan: plan, known: part)
        == ["Lorazepam: last written 02:00 (15 min) as far as could be read"])
  }

  @Test func `an age of a hundred hours and more is told in days, and another year's day has its year`() {
    #expect(NightWords.age(99 * 60 + 59) == "99 h 59" && NightWords.age(100 * 60) == "4 days")
    let now = samples.moment("02:15")
    #expect(NightWords.near(now.adding(minutes: -731 * 1440), now: now, .twentyFour) == "Fri 22 Nov 2024 02:15")
  }

  private func lines(
    _ night: [Entry], plan: Plan = Plan(), at time: String = "02:15", clock: String? = nil, known: KnownDoses? = nil
  ) -> [String] {
    let now = samples.moment(time)
    return Board(
      tonight: Night(date: samples.night, entries: night),
      previous: Night(date: samples.night.adding(days: -1), entries: []), plan: plan, now: now, known: known,
      clock: clock.map { samples.moment($0).milliseconds }
    ).medicineFacts(now: now, clock: .twentyFour).map(\.line)
  }

  private mutating func dose(_ name: String, _ time: String, by: String? = nil) -> Entry {
    samples.record(.event(.medicine), [.what: .text(name)], at: time, by: by)
  }
}

@Suite struct `What a label says` {
  @Test(
    arguments: [
      ("10 mg", "10 mg"), ("Baclofen 10 mg", "10 mg"), ("baclofen: one at night", "one at night"), ("BACLOFEN", nil),
      ("Baclofenol 3 mg", "Baclofenol 3 mg"), ("Baclofen, ", nil), ("Baclofen-Ratio 10", "Baclofen-Ratio 10"),
    ] as [(String, String?)])
  func `is told without the name that it begins with`(label: String, told: String?) {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("medicine.Baclofen", label)])
    #expect(plan.medicines[0].labelBesidesName == told)
  }
}
