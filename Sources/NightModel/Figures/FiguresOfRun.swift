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
    var standing = (changes: -1, rule: plan.nightRule, bedtime: BedtimeItems?.none)
    return zip(zip(facts, facts.dropFirst()), facts.dropFirst(2)).map { pair, next in
      // Setting by setting the plan becomes another one; between two of them it is folded once, however many nights pass.
      let end = plan.nightRule.start(of: next.night, offsetMinutes: moment.offsetMinutes)
      let count = starts.prefix { $0.milliseconds <= end.milliseconds }.count
      let bedtime: BedtimeItems
      if let known = standing.bedtime, standing.changes == count {
        bedtime = known
      } else {
        let other = self.plan(past: end, now: moment)
        bedtime = BedtimeItems(plan: other ?? plan, catalogue: other?.adapted(.standard) ?? catalogue)
        standing = (count, (other ?? plan).nightRule, bedtime)
      }
      return NightFigures(pair.1, previous: pair.0, next: next, rule: standing.rule, bedtime: bedtime)
    }
  }
}
