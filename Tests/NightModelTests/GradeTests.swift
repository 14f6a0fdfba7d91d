import TestSupport
import Testing

@testable import NightModel

@Suite struct `Asked, none` {
  /// A night in which two things were asked about and one of them was also there.
  private func night() -> Night {
    var samples = Samples()
    return Night(
      date: samples.night,
      entries: [
        samples.record(.symptom("hard-to-breathe"), [.value: .number(0)], at: "23:00"),
        samples.record(.symptom("cramp"), [.value: .number(0)], at: "23:10"),
        samples.record(.symptom("cramp"), [.value: .number(3)], at: "01:10"),
        samples.record(.symptom("cramp"), at: "02:10"),
      ])
  }

  @Test func `a grade of 0 is a grade: the entry is complete, and one without a grade is not`() {
    var samples = Samples()
    let none = samples.record(.symptom("cramp"), [.value: .number(0)], at: "01:00")
    let blank = samples.record(.symptom("cramp"), at: "02:00")
    let filled = samples.record(.symptom("cramp"), at: "03:00")
    let night = Night(
      date: samples.night, entries: [none, blank, filled, samples.amend([filled], [.value: .number(0)])])
    #expect(ToComplete.list(of: night, lasting: []).map(\.id) == [blank.id])
  }

  @Test func `is told in words`() {
    #expect(
      night().items.map { $0.words(.standard) } == [
        "Hard to breathe: asked, none", "Cramp: asked, none", "Cramp 3", "Cramp",
      ])
  }

  @Test func `is counted in no figure and stands on no line of time, and the night is recorded`() throws {
    var samples = Samples()
    let none = Night(date: samples.night.adding(days: 1), entries: [])
    func figures(_ night: Night) -> NightFigures {
      NightFigures(night, previous: none, next: none, plan: Plan(), catalogue: .standard)
    }
    let both = figures(night())
    #expect(both.symptoms == [.init(id: "cramp", count: 2, highest: 3)] && both.entries == 4)
    let alone = figures(
      Night(
        date: samples.night, entries: [samples.record(.symptom("cramp"), [.value: .number(0)], at: "23:10")]))
    // Somebody asked, and nothing was had; of what was never written nothing is known.
    let counted = alone.counted(since: WrittenSince([alone]))
    #expect(counted.symptoms == [] && counted.turns == nil && Measure.symptom("cramp").value(in: counted) == 0)
    #expect(alone.had("cramp") == false && alone.had("pain") == nil && both.had("cramp") == true)
    #expect(alone.summary.symptoms.map(\.isOccurrence) == [false])
    let line = NightLine(night(), previous: none, next: none, bounds: .noon)
    #expect(line.symptoms.map(\.at.time.description) == ["01:10", "02:10"])
  }

  @Test func `is not counted in a handover, and told where nothing else of it is`() {
    let page = HandoverPage(
      tonight: night(), previous: Night(date: night().date.adding(days: -1), entries: []), plan: Plan(),
      catalogue: .standard, now: Samples().moment("06:00"), by: nil)
    #expect(page.happened.map(\.times) == [0, 2] && page.happened.map(\.worst) == [nil, 3])
    let told = page.sections(clock: .twentyFour, catalogue: .standard).flatMap(\.blocks).map(\.line).joined()
    #expect(told.contains("Hard to breathe: asked, none") && told.contains("Cramp 2× (worst 3)"), "\(told)")
  }

  @Test(arguments: [
    ("symptom:cramp", ["02:10", "01:10"]), ("symptom:hard-to-breathe", []), ("cramp>=0", ["01:10"]),
    ("symptom<=3", ["01:10"]), ("cramp=0", ["23:10"]), ("symptom=0", ["23:10", "23:00"]),
    ("breathe", ["23:00"]), ("\"asked, none\"", ["23:10", "23:00"]),
    ("kind:cramp", ["02:10", "01:10", "23:10"]),
  ])
  func `is found by its words and by its 0, not by its symptom`(text: String, times: [String]) throws {
    var found: [String] = []
    try SearchQuery(text, times: .sample).matches(in: EntryLines(night())) { found.append("\($0.at.time)") }
    #expect(found == times)
  }

  @Test func `makes no sign, however many nights, and is a night looked at`() {
    let symptoms = Catalogue.standard.symptoms.map(\.id)
    let nights = MadeUpNights.figures([Int?](repeating: 0, count: 40)) { samples, _ in
      symptoms.map { samples.record(.symptom($0), [.value: .number(0)], at: "02:00") }
    }
    let state = SignFold(nights, SignBasis(Plan()), running: nil).state(asOf: MadeUpNights.last)
    #expect(state.findings.isEmpty && state.echoes.isEmpty && state.lookedAt == 14)
    for id in symptoms { #expect(nights.allSatisfy { $0.had(id) == false }) }
  }
}
