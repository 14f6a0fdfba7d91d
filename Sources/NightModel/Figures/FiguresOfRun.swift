/// The figures of nights in a row, each by the plan as it stood at the night's end.
extension PlanHistory {
  /// The figures of the nights of a run.
  /// - Parameters:
  ///   - run: the facts of the nights.
  ///   - plan: the plan of this history at `moment`.
  ///   - catalogue: the care catalogue adapted to that plan.
  ///   - moment: the time it is.
  /// - Returns: the figures in the order of the run.
  public func figures(of run: NightRun, plan: Plan, catalogue: Catalogue, asOf moment: Instant) -> [NightFigures] {
    let goingOn = GoingOn(run.edges, bounds: bounds)
    var standing = (changes: -1, bedtime: BedtimeItems?.none)
    return run.facts.map { night in
      // Between two changes the plan stays the same, so it is folded once for all nights in between.
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
