import SignSimulation
import TestSupport
import Testing

@testable import NightModel

/// Nights as `X` (has it), `.` (looked at, has it not), `-` (recorded, not looked at) and a space (unrecorded).
private func nights(_ drawn: String, symptom: String = "choked") -> [NightFigures] {
  let values = drawn.map { ["X": 2, ".": 1, "-": 0][$0] ?? nil }
  return MadeUpNights.figures(values) { samples, value in
    let turned = samples.event(.turn, at: "23:00")
    guard value > 0 else { return [turned] }
    let grade = [Field.value: FieldValue.number(value == 2 ? 6 : 0)]
    return [turned, samples.record(.symptom(symptom), grade, at: "02:00")]
  }
}

/// Nights with so many suctions each; nil for an unrecorded one, 0 for one with none written.
private func suctions(_ numbers: [Int?]) -> [NightFigures] {
  MadeUpNights.figures(numbers) { samples, number in
    [samples.event(.turn, at: "23:00")] + (0..<number).map { _ in samples.event(.suction, at: "02:00") }
  }
}

/// A plan with a suction machine from before the first night, and a change marked on a night.
private func plan(mark: CivilDate? = nil) -> Plan {
  var samples = Samples(night: "2026-01-01")
  let marked = mark.map { [samples.setting("mark.\($0)", "another machine")] } ?? []
  return Plan(entries: [samples.setting("equipment.suction", "in-use")] + marked)
}

private func spans(_ id: String, _ nights: [NightFigures], _ plan: Plan) -> [SignSpan] {
  SignFold(nights.reversed(), SignBasis(plan), running: nil).spans.first { $0.rule.id == id }?.spans ?? []
}

@Suite struct `Signs that stand` {
  /// On which of the nights a sign stands, as a drawing: `S` where it does.
  private func stands(_ id: String, _ nights: [NightFigures], _ plan: Plan = Plan()) -> String {
    let spans = spans(id, nights, plan)
    return String(nights.map { night in spans.contains { $0.stands(on: night.night) } ? "S" : "." })
  }

  @Test(arguments: [
    ("three of seven are too few", ".X.X.X.", "......."),
    ("four of seven, on a night that has it", ".X.X.X.X", ".......S"),
    ("four in a row, from the first night on", "XXXX", "...S"),
    ("four of the last seven, but not tonight", "XXX....", "......."),
    ("nights not looked at are passed over", "X--X X-- X", ".........S"),
    ("four within eight looked-at nights are too far apart", "XX.....XX", "........."),
    ("four within more than fourteen calendar nights are too far apart", "XXX            X", "................"),
    ("unrecorded nights end nothing", "XXXX                    ", "...SSSSSSSSSSSSSSSSSSSSS"),
    ("nights not looked at end nothing", "XXXX--------------------", "...SSSSSSSSSSSSSSSSSSSSS"),
    ("ends with six of fourteen, when the seven no longer hold", "XXXX....", "...SSSS."),
    ("goes on with seven of fourteen", "XXXXXXX.......", "...SSSSSSSSSSS"),
    ("ends once the first of them is the fifteenth back", "XXXXXXX........", "...SSSSSSSSSSS."),
    ("ends on looked-at nights alone", "XXXX.. - -..", "...SSSSSSSS."),
    ("begins again", "XXXX......X.XXX", "...SSSS.......S"),
  ]) func `a lasting sign begins and ends as drawn`(why: String, drawn: String, expected: String) {
    #expect(stands("choked-lasting", nights(drawn)) == expected, "\(why)")
  }

  @Test func `no sign begins or ends on a night that was not looked at`() {
    let rules = SignRule.standard.filter { if case .lasting(.symptoms, _, _) = $0.test { true } else { false } }
    for seed in Property.seeds(share: 0.05) {
      var chance = Chance(seed: seed)
      let rule = chance.one(of: rules)
      guard case .lasting(.symptoms(let ids), _, _) = rule.test else { continue }
      let drawn = String((0..<60).map { _ in chance.one(of: ["X", "X", ".", "-", " "] as [Character]) })
      let figures = nights(drawn, symptom: chance.one(of: ids))
      let moved = spans(rule.id, figures, Plan()).flatMap { [$0.began, $0.ended].compactMap { $0 } }
      for night in moved {
        let figures = figures.first { $0.night == night }
        #expect(figures?.isLookedAt == true, "seed \(seed), \(night): \(drawn)")
      }
    }
  }

  @Test func `a sign against the usual begins with twice it and three more, in the median of seven`() {
    let usual = [Int?](repeating: 2, count: 20)
    let before = String(repeating: ".", count: 20)
    #expect(stands("suction-usual", suctions(usual + [5, 5, 5, 5]), plan()) == before + "...S")
    #expect(stands("suction-usual", suctions(usual + [4, 4, 4, 4, 4, 4, 4]), plan()) == before + ".......")
    #expect(stands("suction-usual", suctions(usual + [5, 0, nil, 5, 0, 5, 5]), plan()) == before + "......S")
  }

  @Test func `fourteen nights before the seven make a usual, and thirteen do not`() {
    let more = [Int?](repeating: 9, count: 7)
    let enough = [Int?](repeating: 2, count: 14) + more
    #expect(stands("suction-usual", suctions(enough), plan()).hasSuffix("S"))
    let short = [Int?](repeating: 2, count: 10) + more.prefix(3)
    #expect(!stands("suction-usual", suctions(short + more), plan()).contains("S"))
  }

  @Test func `the usual is kept while the sign stands, and it ends near it, in the median of seven and of fourteen`()
    throws
  {
    let figures = suctions([Int?](repeating: 2, count: 20) + [Int?](repeating: 6, count: 200))
    let span = try #require(spans("suction-usual", figures, plan()).first)
    #expect(span.ended == nil && span.usual?.twiceMedian == 4 && span.usual?.nights == 17)
    let back = [Int?](repeating: 2, count: 20) + [Int?](repeating: 6, count: 10) + [Int?](repeating: 3, count: 10)
    let drawn = stands("suction-usual", suctions(back), plan())
    #expect(drawn == String(repeating: ".", count: 23) + String(repeating: "S", count: 14) + "...")
  }

  @Test func `nights before a change make no usual`() {
    let figures = suctions([Int?](repeating: 2, count: 30) + [Int?](repeating: 9, count: 12))
    let marked = plan(mark: figures[30].night)
    #expect(stands("suction-usual", figures, plan()).hasSuffix("S"))
    #expect(!stands("suction-usual", figures, marked).contains("S"))
    #expect(!stands("suction-usual", figures, Plan()).contains("S"), "without a suction machine nothing is said")
  }
}
