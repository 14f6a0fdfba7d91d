/// The figures of nights in a row, each by the plan as it stood at the night's end.
extension PlanHistory {
  /// The figures of the inner nights of a run; the first and the last only lend what crosses their boundaries.
  /// - Parameters:
  ///   - facts: of every night of the run, oldest first.
  ///   - plan: this history's, as it stood at `moment`.
  ///   - catalogue: the care catalogue by that plan.
  public func figures(
    of facts: [NightSummary], plan: Plan, catalogue: Catalogue, asOf moment: Instant
  ) -> [NightFigures] {
    // Setting by setting the plan becomes another one; between two of them it is folded once, however many nights pass.
    let changes = plan.timeline.all.map(\.at)
    var standing: (changes: Int, plan: Plan, catalogue: Catalogue)?
    return zip(zip(facts, facts.dropFirst()), facts.dropFirst(2)).map { pair, next in
      let end = plan.nightRule.start(of: next.night, offsetMinutes: moment.offsetMinutes)
      let count = changes.prefix { $0 <= end }.count
      if standing?.changes != count {
        let other = self.plan(asOf: end, unlessAsAt: moment)
        standing = (count, other ?? plan, other?.adapted(.standard) ?? catalogue)
      }
      return NightFigures(
        pair.1, previous: pair.0, next: next, plan: standing?.plan ?? plan, catalogue: standing?.catalogue ?? catalogue)
    }
  }
}
