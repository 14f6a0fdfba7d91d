/// The figures of nights in a row, each by the plan as it stood at the night's end.
extension PlanHistory {
  /// The figures of the inner nights of a run; the first and the last only lend what crosses their boundaries.
  /// - Parameters:
  ///   - facts: of every night of the run, oldest first.
  ///   - plan: as it stood at `moment`.
  ///   - catalogue: the care catalogue by that plan.
  public func figures(
    of facts: [NightSummary], plan: Plan, catalogue: Catalogue, asOf moment: Instant
  ) -> [NightFigures] {
    zip(zip(facts, facts.dropFirst()), facts.dropFirst(2)).map { pair, next in
      let end = plan.nightRule.start(of: next.night, offsetMinutes: moment.offsetMinutes)
      let other = self.plan(asOf: end, unlessAsAt: moment)
      return NightFigures(
        pair.1, previous: pair.0, next: next, plan: other ?? plan, catalogue: other?.adapted(.standard) ?? catalogue)
    }
  }
}
