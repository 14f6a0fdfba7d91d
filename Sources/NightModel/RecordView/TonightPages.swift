/// What is told of tonight, from the nights at hand and what was looked for in those before.
extension RecordView {
  private var previousNight: Night { night(nightsAtHand.lowerBound) }

  /// What was last written of everything.
  public var board: Board {
    Board(
      tonight: night(tonight), previous: previousNight, earlier: earlierEdges, duty: dutyBefore, plan: plan,
      bounds: bounds, now: now, known: knownDoses, clock: machineClock)
  }

  /// The page for whoever comes on duty. `reader` is their initials; nil if that is not said.
  public func handoverPage(by reader: String?) -> HandoverPage {
    HandoverPage(
      tonight: night(tonight), previous: previousNight, earlier: earlierEdges, duty: dutyBefore, plan: plan,
      bounds: bounds, catalogue: catalogue, now: now, by: reader, known: knownDoses, clock: machineClock,
      isWhole: nightsAtHand.nights.allSatisfy { isWhole($0) })
  }

  /// The night that ended last, of which the page for whoever takes a night tells in one line: the one that runs once its
  /// diary says when it ended, until then the one before.
  public var lastNight: CivilDate {
    let diary = night(tonight).diary
    let end = diary?.moment(.outOfBed) ?? diary?.moment(.finalWake)
    return (end.map { $0.milliseconds <= now.milliseconds } ?? false) ? tonight : tonight.adding(days: -1)
  }

  /// This house at night at `now`. `lastNight` are the figures of the night of that name; nil if they are not known.
  /// `ages` is false where nothing may change because time passes.
  public func housePage(lastNight: NightFigures?, ages: Bool = true) -> HousePage {
    HousePage(
      plan, board: board, lastNight: lastNight, catalogue: catalogue, now: now, isWhole: isPlanWhole, ages: ages)
  }
}
