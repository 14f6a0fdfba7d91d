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
      Rule(id: rule.id, level: rule.level == .today ? .today : .mention, target: target(of: rule.test))
    },
    standing: { ids, nights, plan in
      let fold = SignFold(nights, SignBasis(plan), running: nil)
      var standing = [Set<String>](repeating: [], count: nights.count)
      for (rule, spans) in fold.spans where ids.contains(rule.id) && !spans.isEmpty {
        for (index, night) in nights.enumerated() where spans.contains(where: { $0.stands(on: night.night) }) {
          standing[index].insert(rule.id)
        }
      }
      return standing
    })

  private static func target(of test: SignRule.Test) -> Worsening.Target {
    switch test {
    case .usual(.suctions, _, _): .suctions
    case .usual(.mask, _, _): .mask
    case .lasting(.symptoms(let ids), _, _): .troubles(ids.compactMap(Trouble.init))
    case .lasting(.headache, _, _): .troubles([.headache])
    case .lasting(.notRested, _, _): .troubles([.notRested])
    case .lasting(.mucus, _, _): .troubles([.stuckMucus, .colouredMucus])
    case .lasting(.thickSuction, _, _): .troubles([.thickMucus])
    case .lasting(.wornOut, _, _): .troubles([.carerWornOut])
    }
  }
}
