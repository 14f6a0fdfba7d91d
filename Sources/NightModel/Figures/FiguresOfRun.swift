/// The figures of nights in a row, each by the plan as it stood at the night's end.
extension PlanHistory {
  /// The figures of the nights of a run.
  /// - Parameters:
  ///   - plan: this history's, as it stood at `moment`.
  ///   - catalogue: the care catalogue by that plan.
  public func figures(of run: NightRun, plan: Plan, catalogue: Catalogue, asOf moment: Instant) -> [NightFigures] {
    let goingOn = GoingOn(run.marks, bounds: bounds)
    var standing = (changes: -1, bedtime: BedtimeItems?.none)
    return run.facts.map { night in
      // Setting by setting the plan becomes another one; between two of them it is folded once, however many nights pass.
      let end = bounds.start(of: night.night.adding(days: 1), offsetMinutes: moment.offsetMinutes)
      let count = starts.prefix { $0.milliseconds <= end.milliseconds }.count
      let bedtime: BedtimeItems
      if let known = standing.bedtime, standing.changes == count {
        bedtime = known
      } else {
        let other = self.plan(past: end, now: moment)
        bedtime = BedtimeItems(plan: other ?? plan, catalogue: other?.adapted(.standard) ?? catalogue)
        standing = (count, bedtime)
      }
      return NightFigures(night, goingOn: goingOn[night.night], bedtime: bedtime)
    }
  }
}
