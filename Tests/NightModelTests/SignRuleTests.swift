import TestSupport
import Testing

@testable import NightModel

@Suite struct `The rules as data` {
  @Test func `name lines, symptoms and sources that exist, and never an emergency`() throws {
    let catalogue = Catalogue.standard
    let rules = try SignRule.read(Catalogue.Files.embedded.rules)
    #expect(rules.count == 20 && Set(rules.map(\.id)).count == 20 && Set(rules.map(\.label)).count == 20)
    #expect(rules.count { $0.level == .today } == 10)
    for rule in rules {
      let sign = try #require(catalogue.sign(rule.line), "\(rule.id)")
      #expect(sign.level != .emergency, "\(rule.id)")
      let ids = rule.symptoms + rule.named
      #expect(ids.allSatisfy { catalogue.symptom($0) != nil }, "\(rule.id)")
      #expect(Set(ids).isDisjoint(with: ["hard-to-wake", "confused"]), "these are emergencies: \(rule.id)")
      #expect(!ids.contains("pause-or-snore") && !ids.contains("nocturia"), "\(rule.id)")
      #expect(!rule.sources.isEmpty && rule.sources.allSatisfy { catalogue.source($0)?.read != nil }, "\(rule.id)")
      #expect(rule.words.hasSuffix(".") && rule.words.contains("\(rule.of) nights"), "\(rule.id)")
      #expect(rule.needs.allSatisfy { catalogue.equipment($0) != nil }, "\(rule.id)")
      if case .lasting(_, let nights, let ends) = rule.test {
        #expect(
          rule.words.contains("once \(nights) of the last 7") && rule.words.contains("and \(ends) of the last 14"))
      }
    }
  }

  @Test(arguments: [
    (#""stands-under": "choking-more", "#, ""), (#""test": "usual-down""#, #""test": "usual-beneath""#),
    (#""less": 60, "#, ""), (#""nights": 3"#, #""nights": 8"#), (#""ends": 6"#, #""ends": 14"#),
    (#""level": "mention""#, #""level": "emergency""#), (#""span": 14"#, #""span": 6"#),
    (#""before": 14"#, #""before": 0"#), (#""least": 7"#, #""least": 11"#),
  ])
  func `a rule that makes no sense is named`(part: String, other: String) throws {
    let text = String(decoding: Catalogue.Files.embedded.rules, as: UTF8.self)
    let changed = try #require(text.replacingFirst(part, with: other))
    #expect(throws: CatalogueError.self) { try SignRule.read(Array(changed.utf8)) }
  }

  @Test func `what is repeated is written down by names that exist, and an unknown one is named`() throws {
    let catalogue = Catalogue.standard
    let echoes = try SignEcho.read(Catalogue.Files.embedded.rules)
    #expect(echoes.count == 14)
    for echo in echoes {
      if case .symptom(let id) = echo.subject { #expect(catalogue.symptom(id) != nil) }
      #expect(echo.line.map { catalogue.sign($0) != nil } ?? true)
    }
    let emergencies = echoes.filter { $0.line.flatMap(catalogue.sign)?.level == .emergency }.map(\.subject)
    #expect(emergencies == [.symptom("confused"), .symptom("hard-to-wake")])
    let text = String(decoding: Catalogue.Files.embedded.rules, as: UTF8.self)
    let changed = try #require(text.replacingFirst("event:power-out", with: "event:power-gone"))
    #expect(throws: CatalogueError(file: "rules.json", entry: "event:power-gone")) {
      try SignEcho.read(Array(changed.utf8))
    }
  }

  @Test func `a suction can be answered with the mucus that rules look for`() {
    let choices = Catalogue.standard.facts(of: .suction)?.question?.choices.map(\.value) ?? []
    #expect(choices.contains(Mucus.thick) && choices.contains(Mucus.coloured))
  }
}

/// The suction machine, the mask and the caregiver's own figures: all rules apply.
private let wholePlan: Plan = {
  var samples = Samples(night: "2025-01-01")
  return Plan(entries: [
    samples.setting("equipment.suction", "in-use"), samples.setting("equipment.mask", "in-use"),
    samples.setting("carer-figures", "yes"),
  ])
}()

@Suite struct `Every rule under and at its thresholds` {
  /// On how many of the last nights of a run a rule's sign stands.
  private func standing(_ rule: SignRule, _ values: [Int?], _ plan: Plan = wholePlan) -> [Bool] {
    let nights = MadeUpNights.figures(values, plan: plan) { MadeUpNights.write(rule, &$0, $1) }
    let spans = SignFold(nights, SignBasis(plan), running: nil).spans.first { $0.rule.id == rule.id }?.spans ?? []
    return nights.map { night in spans.contains { $0.stands(on: night.night) } }
  }

  @Test(arguments: SignRule.standard) func `begins and ends as its words say`(rule: SignRule) {
    switch rule.test {
    case .lasting(_, let needed, let ends):
      let not = [Int?](repeating: 0, count: 14)
      func shown(_ count: Int) -> [Int?] { [Int?](repeating: 1, count: count) }
      #expect(standing(rule, not + shown(needed - 1)).last == false, "just under")
      #expect(standing(rule, not + shown(needed)).last == true, "at it")
      #expect(standing(rule, shown(needed)).last == true, "from the first night on")
      // So many nights that one more than allowed stays among the last fourteen, until it leaves them.
      let long = standing(rule, shown(ends + 1) + [Int?](repeating: 0, count: 14))
      #expect(long[13] && !long[14], "kept while \(ends + 1) of 14 have it")
    case .usual(let count, let comparison, _):
      let usual: Int? = count == .mask ? 400 : 3
      let (under, at): (Int, Int) = count == .mask ? (281, 280) : (5, 6)
      let before = [Int?](repeating: usual, count: 14)
      #expect(standing(rule, before + [Int?](repeating: under, count: 7)).last == false, "just under")
      let last = standing(rule, before + [Int?](repeating: at, count: 7))
      #expect(last.last == true && last[19] == false, "at it, in the median of seven nights after fourteen")
      #expect(
        standing(rule, before.dropLast() + [Int?](repeating: at, count: 7)).last == false, "thirteen are no usual")
      let (still, over): (Int, Int) = count == .mask ? (339, 340) : (5, 4)
      let worse = [Int?](repeating: at, count: 20)
      #expect(standing(rule, before + worse + [Int?](repeating: still, count: 20)).last == true, "not near it yet")
      #expect(standing(rule, before + worse + [Int?](repeating: over, count: 14)).last == false, "near it again")
      #expect(comparison.isOver(twice: 2 * (usual ?? 0), usual: 2 * (usual ?? 0)))
    }
  }

  @Test(arguments: SignRule.standard) func `says nothing where what it looks at is not there`(rule: SignRule) {
    let values = [Int?](repeating: 3, count: 14) + [Int?](repeating: 9, count: 14)
    var samples = Samples(night: "2025-01-01")
    let closed = Plan(entries: [samples.setting("closed", "yes")])
    #expect(!standing(rule, values, closed).contains(true))
    let bare = standing(rule, values, Plan()).contains(true)
    #expect(bare == (rule.needs.isEmpty && !rule.isOfTheCarer))
  }

  @Test func `the mask of a night that is not over, and one never taken off, say nothing`() throws {
    let rule = try #require(SignRule.standard.first { $0.id == "mask-usual" })
    let values = [Int?](repeating: 400, count: 17) + [Int?](repeating: 100, count: 4)
    var nights = MadeUpNights.figures(values, plan: wholePlan) { MadeUpNights.write(rule, &$0, $1) }
    func stands(_ nights: [NightFigures], _ running: CivilDate?) -> Bool {
      SignFold(nights, SignBasis(wholePlan), running: running).state(asOf: MadeUpNights.last)
        .findings.contains { $0.rule == rule }
    }
    #expect(stands(nights, nil) && !stands(nights, MadeUpNights.last))
    nights = MadeUpNights.figures(values, plan: wholePlan) { samples, minutes in
      MadeUpNights.write(rule, &samples, minutes)
        + (minutes == 100 ? [samples.event(.maskOn, at: "23:50")] : [])
    }
    #expect(!stands(nights, nil))
  }
}

extension String {
  /// With the first place where a part stands changed; nil if it stands nowhere.
  fileprivate func replacingFirst(_ part: String, with other: String) -> String? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return String(self[..<start]) + other + self[index(start, offsetBy: part.count)...]
      }
      start = index(after: start)
    }
    return nil
  }
}
