import NightModel
import SignSimulation
import TestSupport
import Testing

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

private func rule(_ id: String) throws -> StandingRule { try #require(StandingRule.proposed.first { $0.id == id }) }

@Suite struct `Signs that stand` {
  /// On which of the nights a sign stands, as a drawing: `S` where it does.
  private func stands(_ id: String, _ nights: [NightFigures], _ plan: Plan = Plan()) throws -> String {
    let spans = StandingFold(nights.reversed(), plan: plan).spans(of: try rule(id))
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
  ]) func `a lasting sign begins and ends as drawn`(why: String, drawn: String, expected: String) throws {
    #expect(try stands("choked-lasting", nights(drawn)) == expected, "\(why)")
  }

  @Test func `no sign begins or ends on a night that was not looked at`() throws {
    let rules = StandingRule.proposed.filter { if case .lasting(.symptoms, _, _) = $0.test { true } else { false } }
    for seed in Property.seeds(share: 0.05) {
      var chance = Chance(seed: seed)
      let rule = chance.one(of: rules)
      guard case .lasting(.symptoms(let ids), _, _) = rule.test else { continue }
      let drawn = String((0..<60).map { _ in chance.one(of: ["X", "X", ".", "-", " "] as [Character]) })
      let figures = nights(drawn, symptom: chance.one(of: ids))
      let moved = StandingFold(figures, plan: Plan()).spans(of: rule).flatMap {
        [$0.began, $0.ended].compactMap { $0 }
      }
      for night in moved {
        let figures = figures.first { $0.night == night }
        #expect(figures?.isLookedAt == true, "seed \(seed), \(night): \(drawn)")
      }
    }
  }

  @Test func `a sign against the usual begins with twice it and three more, in the median of seven`() throws {
    let usual = [Int?](repeating: 2, count: 20)
    let before = String(repeating: ".", count: 20)
    #expect(try stands("suction-usual", suctions(usual + [5, 5, 5, 5]), plan()) == before + "...S")
    #expect(try stands("suction-usual", suctions(usual + [4, 4, 4, 4, 4, 4, 4]), plan()) == before + ".......")
    #expect(try stands("suction-usual", suctions(usual + [5, 0, nil, 5, 0, 5, 5]), plan()) == before + "......S")
  }

  @Test func `fourteen nights before the seven make a usual, and thirteen do not`() throws {
    let more = [Int?](repeating: 9, count: 7)
    #expect(try stands("suction-usual", suctions([Int?](repeating: 2, count: 14) + more), plan()).hasSuffix("S"))
    let short = [Int?](repeating: 2, count: 10) + more.prefix(3)
    #expect(try !stands("suction-usual", suctions(short + more), plan()).contains("S"))
  }

  @Test func `the usual is kept while the sign stands, and it ends near it, in the median of seven and of fourteen`()
    throws
  {
    let figures = suctions([Int?](repeating: 2, count: 20) + [Int?](repeating: 6, count: 200))
    let span = try #require(StandingFold(figures, plan: plan()).spans(of: try rule("suction-usual")).first)
    #expect(span.ended == nil && span.usual?.twiceMedian == 4 && span.usual?.nights == 17)
    let back = [Int?](repeating: 2, count: 20) + [Int?](repeating: 6, count: 10) + [Int?](repeating: 3, count: 10)
    let drawn = try stands("suction-usual", suctions(back), plan())
    #expect(drawn == String(repeating: ".", count: 23) + String(repeating: "S", count: 14) + "...")
  }

  @Test func `nights before a change make no usual`() throws {
    let figures = suctions([Int?](repeating: 2, count: 30) + [Int?](repeating: 9, count: 12))
    let marked = plan(mark: figures[30].night)
    #expect(try stands("suction-usual", figures, plan()).hasSuffix("S"))
    #expect(try !stands("suction-usual", figures, marked).contains("S"))
    #expect(try !stands("suction-usual", figures, Plan()).contains("S"), "without a suction machine nothing is said")
  }

  @Test func `the proposed rules are read as data, with every symptom that a person can have`() {
    #expect(StandingRule.proposed.count == 20 && Set(StandingRule.proposed.map(\.id)).count == 20)
    #expect(RuleSet.proposed.calls.count == 10)
    for rule in StandingRule.proposed {
      #expect(
        Catalogue.standard.sign(rule.standsUnder) != nil
          || ["breathing-nights", "nightmares-often"].contains(rule.standsUnder))
      if case .lasting(.symptoms(let ids), _, _) = rule.test {
        #expect(ids.allSatisfy { Trouble(rawValue: $0) != nil })
      }
    }
    #expect(StandingRule.read(Array(#"{"rules":[{"id":"cramp-lasting"}]}"#.utf8)) == nil)
    let swapped = #"""
      {"rules":[{"id":"a","stands-under":"b","level":"today","test":"usual-down","measure":"mask","of":7,"span":14,
      "percent":70,"more":3,"end-more":1,"before":14,"reach":180,"of-end":14}]}
      """#
    #expect(StandingRule.read(Array(swapped.utf8)) == nil, "a fall is not told by how much more")
  }
}
