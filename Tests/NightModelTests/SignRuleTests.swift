import TestSupport
import Testing

@testable import NightModel

/// One line of the table: a rule, the numbers of a run of nights up to the one asked about (nil: nothing recorded), and
/// the nights it finds, counted back from the last.
struct RuleCase: CustomTestStringConvertible {
  let rule: String
  let why: String
  let before: [Int?]
  let window: [Int?]
  let found: [Int]

  init(_ rule: String, _ why: String, before: [Int?] = [], _ window: [Int?], finds found: [Int] = []) {
    (self.rule, self.why, self.before, self.window, self.found) = (rule, why, before, window, found)
  }

  var testDescription: String { "\(rule): \(why)" }
}

private let none14 = [Int?](repeating: 0, count: 14)
/// Four of the fourteen nights before had it.
private let four14: [Int?] = [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0]

private let oftenTable: [RuleCase] =
  [
    ("headache-mornings", 2), ("cramps-several-nights", 3), ("restless-legs-several-nights", 3),
    ("pain-several-nights", 3), ("urine-several-nights", 3), ("not-rested-several-mornings", 3),
  ]
  .flatMap { rule, needed -> [RuleCase] in
    let shown = [Int?](repeating: 1, count: needed)
    let not = [Int?](repeating: 0, count: 7 - needed)
    return [
      RuleCase(rule, "just under", not + [0] + shown.dropLast()),
      RuleCase(rule, "at the threshold", not + shown, finds: Array(0..<needed)),
      RuleCase(rule, "over it", not.dropLast() + [1] + shown, finds: Array(0...needed)),
      RuleCase(rule, "one of them slipped out of the window", shown.dropLast() + [0] + not + [1]),
      RuleCase(
        rule, "nights without a record are no nights without it", [Int?](repeating: nil, count: 7 - needed) + shown,
        finds: Array(0..<needed)),
      RuleCase(rule, "too few recorded", [Int?](repeating: nil, count: 8 - needed) + shown.dropLast()),
      RuleCase(rule, "none recorded", [Int?](repeating: nil, count: 7)),
    ]
  }

private let moreOftenTable: [RuleCase] =
  ["breathless-more", "sleepier-more", "seeing-things-more", "mucus-changed-more", "choked-more"]
  .flatMap { rule -> [RuleCase] in
    [
      RuleCase(rule, "new, one night", before: none14, [0, 0, 0, 0, 0, 0, 1]),
      RuleCase(rule, "new, two nights", before: none14, [0, 0, 0, 1, 0, 0, 1], finds: [0, 3]),
      RuleCase(rule, "new, three nights", before: none14, [0, 1, 0, 1, 0, 0, 1], finds: [0, 3, 5]),
      RuleCase(rule, "just under twice the own usual", before: four14, [0, 1, 0, 1, 0, 0, 1]),
      RuleCase(rule, "twice the own usual", before: four14, [0, 1, 0, 1, 1, 0, 1], finds: [0, 2, 3, 5]),
      RuleCase(
        rule, "twice the own usual, of fewer recorded nights", before: four14, [nil, 1, nil, 1, 0, nil, nil],
        finds: [3, 5]),
      RuleCase(rule, "as usual", before: [Int?](repeating: 1, count: 14), [1, 1, 1, 1, 1, 1, 1]),
      RuleCase(rule, "six nights before are no usual", before: [Int?](repeating: 0, count: 6), [0, 0, 1, 0, 1, 0, 1]),
      RuleCase(
        rule, "seven are, with gaps", before: [0, 0, nil, 0, nil, nil, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 1],
        finds: [0, 2]),
      RuleCase(
        rule, "usual nights beyond reach", before: none14 + [Int?](repeating: nil, count: SignRule.usualReach),
        [0, 0, 0, 0, 1, 0, 1]),
      RuleCase(rule, "two recorded nights say nothing", before: none14, [nil, nil, nil, nil, nil, 1, 1]),
      RuleCase(rule, "three do", before: none14, [nil, nil, nil, nil, 0, 1, 1], finds: [0, 1]),
    ]
  }

private let usual400 = [Int?](repeating: 400, count: 14)
private let otherTable: [RuleCase] = [
  RuleCase("mask-less", "just not under 70 %", before: usual400, [400, 400, 280, 400, 280, 280, 280]),
  RuleCase("mask-less", "one night under", before: usual400, [400, 400, 400, 400, 400, 400, 279]),
  RuleCase("mask-less", "two nights under", before: usual400, [400, 400, 279, 400, 400, 400, 279], finds: [0, 4]),
  RuleCase("mask-less", "a night far under", before: usual400, [400, 5, 279, 400, 400, 400, 400], finds: [4, 5]),
  RuleCase("mask-less", "nights without a record are not zero", before: usual400, [400, 400, nil, 400, nil, nil, nil]),
  RuleCase(
    "mask-less", "the usual is the middle, not the mean", before: [400, 400, 400, 400, 1, 1, 1],
    [400, 400, 400, 400, 400, 279, 279], finds: [0, 1]),
  RuleCase("mask-less", "no usual yet", before: [400, 400, 400, 400, 400, 400], [100, 100, 100, 100, 100, 100, 100]),
  RuleCase("suction-more", "just under twice", before: [3, 3, 3, 3, 3, 3, 3], [3, 3, 3, 5, 5, 5, 5]),
  RuleCase("suction-more", "twice", before: [3, 3, 3, 3, 3, 3, 3], [3, 3, 3, 6, 3, 3, 6], finds: [0, 3]),
  RuleCase("suction-more", "over twice, once", before: [3, 3, 3, 3, 3, 3, 3], [3, 3, 3, 3, 3, 3, 9]),
  RuleCase("suction-more", "twice of hardly any is hardly any", before: [1, 1, 1, 1, 1, 1, 1], [1, 2, 2, 2, 2, 2, 2]),
  RuleCase(
    "suction-more", "two more than none", before: [0, 0, 0, 0, 0, 0, 0], [0, 0, 2, 0, 2, 1, 1], finds: [2, 4]),
  RuleCase("throat-closed-again", "once", [0, 0, 0, 0, 0, 0, 1]),
  RuleCase(
    "throat-closed-again", "twice in one night, the only one recorded", [nil, nil, nil, nil, 2, nil, nil], finds: [2]),
  RuleCase("throat-closed-again", "in two nights", [1, 0, 0, 0, 0, 0, 1], finds: [0, 6]),
  RuleCase("throat-closed-again", "eight nights apart", before: [1], [0, 0, 0, 0, 0, 0, 1]),
  RuleCase("caregiver-several-nights", "6 is under", [7, 7, 6, 6, 6, 6, 6]),
  RuleCase("caregiver-several-nights", "7 three times", [7, 0, 7, 0, 0, 0, 7], finds: [0, 4, 6]),
  RuleCase("caregiver-several-nights", "10 twice, the rest blank", [10, nil, nil, nil, nil, nil, 10]),
]

@Suite struct `Every rule under, at and over its threshold` {
  private static let carer: Plan = {
    var samples = Samples()
    return Plan(entries: [samples.setting("carer-figures", "yes")])
  }()

  @Test(arguments: oftenTable + moreOftenTable + otherTable)
  func `finds the nights of the table and no others`(line: RuleCase) throws {
    let rule = try #require(SignRule.standard.first { $0.id == line.rule })
    let nights = MadeUpNights.figures(line.before + line.window) { MadeUpNights.write(rule, &$0, $1) }
    let watch = SignWatch(nights.reversed(), plan: Self.carer, running: nil)
    let findings = watch.findings(asOf: MadeUpNights.last) ?? []
    let found = findings.first { $0.rule.id == line.rule }
    let expected = line.found.map { MadeUpNights.last.adding(days: -$0) }
    #expect(found?.nights.map(\.night) ?? [] == expected.sorted())
    if let found {
      #expect(found.recorded == line.window.count { $0 != nil })
      #expect(found.usual.count == min(14, line.before.count { $0 != nil }))
    }
    let isNewest = line.found.contains(0)
    #expect(watch.signs(of: MadeUpNights.last)?.contains(rule.sign) ?? false == isNewest)
  }

  @Test func `every rule stands in the table`() {
    #expect(Set((oftenTable + moreOftenTable + otherTable).map(\.rule)) == Set(SignRule.standard.map(\.id)))
  }
}

@Suite struct `The rules as data` {
  @Test func `name signs, symptoms and sources that exist, and never an emergency`() throws {
    let catalogue = Catalogue.standard
    let rules = try SignRule.read(Catalogue.Files.embedded.rules)
    #expect(rules.count == 15 && Set(rules.map(\.id)).count == 15)
    for rule in rules {
      let sign = try #require(catalogue.sign(rule.sign), "\(rule.id)")
      #expect(sign.level != .emergency, "\(rule.id)")
      let ids = rule.input.symptoms
      #expect(ids.allSatisfy { catalogue.symptom($0) != nil }, "\(rule.id)")
      #expect(Set(ids).isDisjoint(with: ["hard-to-wake", "confused"]), "these are emergencies: \(rule.id)")
      #expect(!rule.sources.isEmpty && rule.sources.allSatisfy { catalogue.source($0)?.read != nil }, "\(rule.id)")
      #expect(rule.words.hasSuffix(".") && rule.words.contains("\(rule.window)"), "\(rule.id)")
      #expect(rule.test == .times || rule.words.contains("\(rule.nights) night"), "\(rule.id)")
    }
  }

  @Test(arguments: [
    (#""sign": "choking-more", "#, ""), (#""test": "below""#, #""test": "beneath""#),
    (#""percent": 70, "before": 7"#, #""percent": 70"#), (#""nights": 3"#, #""nights": 8"#),
    (#""threshold": "own"},"#, #""threshold": "norm"},"#), (#""symptom": "unrefreshed", "#, ""),
  ])
  func `a rule that makes no sense is named`(part: String, other: String) throws {
    let text = String(decoding: Catalogue.Files.embedded.rules, as: UTF8.self)
    let changed = try #require(text.replacingFirst(part, with: other))
    #expect(throws: CatalogueError.self) { try SignRule.read(Array(changed.utf8)) }
  }

  @Test func `a suction counts as changed mucus by what its answer says`() {
    let choices = Catalogue.standard.facts(of: .suction)?.question?.choices ?? []
    let nights = choices.flatMap { choice in
      MadeUpNights.figures([1]) { samples, _ in [samples.event(.suction, [.what: .text(choice.value)], at: "02:00")] }
    }
    #expect(choices.filter(\.isChangedMucus).map(\.value) == ["thick", "coloured"])
    #expect(nights.map(\.changedMucus) == choices.map { $0.isChangedMucus ? 1 : 0 })
  }
}

@Suite struct `Watching for signs` {
  private func samples(_ plan: [(String, String)]) -> Plan {
    var samples = Samples()
    return Plan(entries: plan.map { samples.setting($0.0, $0.1) })
  }

  private func figures(_ rule: String, _ values: [Int?]) throws -> [NightFigures] {
    let rule = try #require(SignRule.standard.first { $0.id == rule })
    return MadeUpNights.figures(values) { MadeUpNights.write(rule, &$0, $1) }
  }

  @Test func `the caregiver's page counts only where the family said so`() throws {
    let nights = try figures("caregiver-several-nights", [9, 9, 9, 9])
    #expect(SignWatch(nights, plan: Plan(), running: nil).findings(asOf: MadeUpNights.last) == nil)
    let shown = SignWatch(nights, plan: samples([("carer-figures", "yes")]), running: nil)
    #expect(shown.findings(asOf: MadeUpNights.last)?.map(\.rule.sign) == ["caregiver-worn-out"])
  }

  @Test func `a closed record is left in peace`() throws {
    let nights = try figures("cramps-several-nights", [1, 1, 1, 1])
    let watch = SignWatch(nights, plan: samples([("closed", "yes")]), running: nil)
    #expect(watch.findings(asOf: MadeUpNights.last) == nil && watch.signs(of: MadeUpNights.last) == nil)
  }

  @Test func `the mask of a night that is not over says nothing yet`() throws {
    let nights = try figures("mask-less", [Int?](repeating: 400, count: 12) + [100, 400, 100])
    func found(_ running: CivilDate?) -> Int? {
      SignWatch(nights, plan: Plan(), running: running).findings(asOf: MadeUpNights.last)?.count
    }
    #expect(found(nil) == 1 && found(MadeUpNights.last) == 0)
  }

  @Test func `a mask never noted as taken off is not recorded`() throws {
    var nights = try figures("mask-less", [Int?](repeating: 400, count: 13))
    nights += MadeUpNights.figures([10, 10]) { samples, minutes in
      [
        samples.event(.maskOn, at: "22:00"), samples.event(.maskOff, at: "22:\(minutes)"),
        samples.event(.maskOn, at: "23:00"),
      ]
    }
    #expect(SignWatch(nights, plan: Plan(), running: nil).findings(asOf: MadeUpNights.last) == [])
  }

  @Test func `where nothing is recorded nothing is said, and nothing found is not the same`() throws {
    let none = SignWatch(try figures("pain-several-nights", [nil, nil]), plan: Plan(), running: nil)
    #expect(none.findings(asOf: MadeUpNights.last) == nil && none.signs(of: MadeUpNights.last) == nil)
    let calm = SignWatch(try figures("pain-several-nights", [0, 0, 0]), plan: Plan(), running: nil)
    #expect(calm.findings(asOf: MadeUpNights.last) == [] && calm.signs(of: MadeUpNights.last) == [])
  }

  @Test func `what was found is told with its nights, the usual and whose threshold it is`() throws {
    let nights = try figures("mask-less", [Int?](repeating: 400, count: 14) + [400, 100, 400, 250])
    let found = try #require(SignWatch(nights, plan: Plan(), running: nil).findings(asOf: MadeUpNights.last)?.first)
    #expect(found.dates == "Fri 20 Nov (1 h 40), Sun 22 Nov (4 h 10)")
    #expect(found.extent == "2 of the last 7 nights, 7 of them recorded")
    #expect(found.usualWords == "6 h 40, the median of 11 recorded nights")
    #expect(found.ruleWords.hasSuffix("The threshold is our own."))
  }

  @Test func `what lies further back than the reach changes nothing`() {
    for seed in Property.seeds(share: 0.1) {
      var chance = Chance(seed: seed)
      let rule = chance.one(of: SignRule.standard)
      let values = (0..<SignWatch.reach + 20).map { _ in chance.oneIn(4) ? nil : chance.number(in: 0...5) }
      let nights = MadeUpNights.figures(values) { MadeUpNights.write(rule, &$0, $1) }
      func found(_ nights: [NightFigures]) -> [SignFinding]? {
        SignWatch(nights, plan: Plan(), running: nil).findings(asOf: MadeUpNights.last)
      }
      #expect(found(nights) == found(Array(nights.suffix(SignWatch.reach + 1))), "seed \(seed)")
    }
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
