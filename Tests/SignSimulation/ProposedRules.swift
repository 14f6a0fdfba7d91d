import NightModel

/// The proposed rules, as the simulation runs them.
extension RuleSet {
  /// The rules of proposed-rules.json, folded over a person's nights.
  package static let proposed = RuleSet(
    StandingRule.proposed.map { Rule(id: $0.id, level: $0.level, target: target(of: $0.test)) },
    standing: { ids, nights, plan in
      let fold = StandingFold(nights, plan: plan)
      var standing = [Set<String>](repeating: [], count: nights.count)
      for rule in StandingRule.proposed where ids.contains(rule.id) {
        let spans = fold.spans(of: rule)
        guard !spans.isEmpty else { continue }
        for (index, night) in nights.enumerated() where spans.contains(where: { $0.stands(on: night.night) }) {
          standing[index].insert(rule.id)
        }
      }
      return standing
    })

  private static func target(of test: StandingRule.Test) -> Worsening.Target {
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
