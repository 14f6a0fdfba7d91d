internal import Text

/// The board in words, the same on every screen and page.
extension Board {
  /// The lines to be read from across the room: the last turn, the planned one, the mask.
  public func glance(now: Instant, clock: ClockStyle) -> [Fact] {
    [lastTurnFact(now, clock), plannedTurnFact(now, clock), maskFact(now, clock)].compactMap(\.self)
  }

  private func lastTurnFact(_ now: Instant, _ clock: ClockStyle) -> Fact? {
    lastTurn.map { turn in
      let side = turn.details.text(.side).map { ", \($0.forDisplay)" } ?? ""
      let age = NightWords.duration(now.minutes(since: turn.at))
      return Fact("last turned", "\(NightWords.near(turn.at, now: now, clock))\(side) (\(age))")
    }
  }

  private func plannedTurnFact(_ now: Instant, _ clock: ClockStyle) -> Fact? {
    plannedTurn.map { planned in
      let side = planned.side.map { ", \($0.forDisplay)" } ?? ""
      return Fact("planned", "\(NightWords.near(planned.at, now: now, clock))\(side)")
    }
  }

  private func maskFact(_ now: Instant, _ clock: ClockStyle) -> Fact? {
    mask.last.map { interval in
      let start = NightWords.near(interval.start.at, now: now, clock)
      let until = interval.end.map { ", taken off \(NightWords.near($0.at, now: now, clock))" } ?? ""
      let before = maskBefore.map { ", before that \(NightWords.duration($0))" } ?? ""
      return Fact("mask:", "put on \(start)\(until) (as written)\(before)")
    }
  }

  /// The lines of the board at `now`, the most important first; facts that were not written have none. They tell ages, and
  /// never judge them or say when something may be done again.
  public func facts(now: Instant, clock: ClockStyle) -> [Fact] {
    func moment(_ at: Instant) -> String { NightWords.near(at, now: now, clock) }
    func age(_ at: Instant) -> String { "\(moment(at)) (\(NightWords.duration(now.minutes(since: at))))" }
    var facts = away.map { [Fact("away tonight:", $0.forDisplay)] } ?? []
    if let out = powerOut { facts.append(Fact("power out", age(out.at))) }
    facts += [lastTurnFact(now, clock), plannedTurnFact(now, clock)].compactMap(\.self)
    if let suction = lastSuction { facts.append(Fact("last suction", age(suction.at))) }
    if let mask = maskFact(now, clock) { facts.append(mask) }
    facts += medicineFacts(now: now, clock: clock)
    if let session = lastCoughAssist { facts.append(Fact("last cough assist", age(session.at))) }
    if let feed = lastFeed {
      facts.append(Fact("feed \(feed.subject == .event(.feedOn) ? "started" : "ended")", age(feed.at)))
    }
    if let up = carerUp { facts.append(Fact("caregiver up", age(up.at))) }
    if let sleep = lastSleep {
      facts.append(
        Fact(sleep.subject == .event(.asleep) ? "looked asleep" : "awake", "\(moment(sleep.at)) (as written)"))
    }
    return facts + duty.facts(now: now, clock: clock)
  }

  /// The lines of the medicines, one each; a medicine of the plan that was never written has none.
  public func medicineFacts(now: Instant, clock: ClockStyle) -> [Fact] {
    medicines.filter(\.isTold).map { medicine in
      let words = [medicine.words(now: now, clock: clock), medicine.gapWords].filter { !$0.isEmpty }
      return Fact("\(medicine.name.forDisplay):", words.joined(separator: ", "))
    }
  }
}
