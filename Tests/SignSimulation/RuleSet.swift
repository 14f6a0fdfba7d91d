import NightModel

/// Rules as the simulation runs them: over a person's nights in a row, telling for each night which of them stand.
package struct RuleSet: Sendable {
  /// The rules.
  package let rules: [Rule]
  /// The ids of those of some rules that stand, for each night in the order given.
  package let standing: @Sendable (_ ids: Set<String>, [NightFigures], Plan) -> [Set<String>]

  /// One rule.
  package struct Rule: Sendable {
    /// Its id.
    package let id: String
    /// What its sign asks for.
    package let level: Level
    /// What makes it stand when it gets worse.
    package let target: Worsening.Target

    /// A rule.
    package init(id: String, level: Level, target: Worsening.Target) {
      (self.id, self.level, self.target) = (id, level, target)
    }
  }

  /// What a sign asks for.
  package enum Level: String, Sendable {
    /// A call today.
    case today
    /// To be mentioned at the next visit.
    case mention
  }

  /// A set of rules. `standing` gives for each night the ids of those that stand, among those that are asked about.
  package init(
    _ rules: [Rule], standing: @escaping @Sendable (_ ids: Set<String>, [NightFigures], Plan) -> [Set<String>]
  ) {
    (self.rules, self.standing) = (rules, standing)
  }

  /// The rules that ask for a call today.
  package var calls: [Rule] { rules.filter { $0.level == .today } }

  /// The first rule about breathing.
  var breathing: Rule? { calls.first { $0.target.parts.contains(Trouble.hardToBreathe.rawValue) } }
}

extension RuleSet {
  /// The rules of rules.json as the program runs them.
  package static let ofTheProgram = RuleSet(
    SignRule.standard.map { rule in
      let level = Catalogue.standard.sign(rule.sign)?.level == .today ? Level.today : .mention
      return Rule(id: rule.id, level: level, target: target(of: rule.input))
    },
    standing: { ids, nights, plan in
      let rules = SignRule.standard.filter { ids.contains($0.id) }
      let watch = SignWatch(nights, plan: plan, running: nil, rules: rules)
      return nights.map { Set((watch.findings(asOf: $0.night) ?? []).map(\.rule.id)) }
    })

  private static func target(of input: SignRule.Input) -> Worsening.Target {
    switch input {
    case .symptoms(let ids): .troubles(ids.compactMap(Trouble.init))
    case .headache: .troubles([.headache])
    case .notRested: .troubles([.notRested])
    case .changedMucus: .troubles([.thickMucus, .colouredMucus])
    case .figure(.suctions): .suctions
    case .figure(.mask): .mask
    case .figure: .troubles([.carerWornOut])
    }
  }
}
