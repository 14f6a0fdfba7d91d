/// What the top of Tonight repeats: only what somebody wrote, with its age. It never says late, over or well.
public struct Board: Sendable {
  /// Where the person is tonight, if away.
  public let away: String?
  /// The last turn.
  public let lastTurn: Item?
  /// When the plan would turn next and to which side; nil without an interval or a turn to count from. "Let sleep"
  /// moves it; it never moves the age of the last turn.
  public let plannedTurn: (at: Instant, side: String?)?
  /// Every time the mask was on that touches the night, oldest first.
  public let mask: [Interval]
  /// Minutes of the closed intervals of this night before the last time the mask was put on; nil if there are none.
  public let maskBefore: Int?
  /// The last suction.
  public let lastSuction: Item?
  /// The last cough-assist session.
  public let lastCoughAssist: Item?
  /// The last start or end of a feed.
  public let lastFeed: Item?
  /// The last written dose of each medicine, by name.
  public let medicines: [(name: String, last: Item)]
  /// The power cut that is written and has no end yet.
  public let powerOut: Item?
  /// When the caregiver got up, while no lying down is written.
  public let carerUp: Item?
  /// The label's least time between doses, as typed, by the medicine's name.
  public let medicineGaps: [String: String]
  /// The last time the person was written to have woken or looked asleep.
  public let lastSleep: Item?
  /// Who is on and who is expected.
  public let duty: Duty

  /// The board at `now`, from tonight and the night before (what was last done may lie before the split hour).
  public init(tonight: Night, previous: Night, plan: Plan, now: Instant) {
    let known = (previous.items + tonight.items).filter { $0.at.milliseconds <= now.milliseconds }
    func last(_ kinds: EventKind...) -> Item? {
      known.last { item in kinds.contains { item.subject == .event($0) } }
    }
    away = plan.away(on: tonight.date)
    lastTurn = last(.turn)
    let isAtHome = plan.away(on: tonight.date) == nil
    if !plan.isClosed, isAtHome, let interval = plan.turnInterval, let base = last(.turn, .letSleep) {
      // By the clock that shows it: the turn it counts from may have been written before the clocks changed.
      let at = Instant(
        milliseconds: base.at.adding(minutes: interval).milliseconds, offsetMinutes: now.offsetMinutes)
      plannedTurn = (at, plan.side(after: last(.turn)?.details.text(.side)))
    } else {
      plannedTurn = nil
    }
    func running(_ kind: Interval.Kind) -> Item? {
      let last = Interval.pairs(kind, in: [previous, tonight], until: now).last
      return last?.end == nil ? last?.start : nil
    }
    powerOut = running(.power)
    carerUp = running(.carer)
    mask = Interval.pairs(.mask, in: [previous, tonight], until: now).filter { interval in
      // One that is still on is told, whichever night it was put on.
      interval.end == nil || interval.milliseconds(in: tonight.date, rule: plan.nightRule) > 0
    }
    let worn = mask.dropLast().map { $0.milliseconds(in: tonight.date, rule: plan.nightRule) }.reduce(0, +)
    maskBefore = worn > 0 ? Pairing.minutes(worn) : nil
    lastSuction = last(.suction)
    lastCoughAssist = last(.coughAssist)
    lastFeed = last(.feedOn, .feedOff)
    lastSleep = last(.woke, .asleep)
    duty = Duty(tonight: tonight, previous: previous, now: now)
    var doses: [String: Item] = [:]
    for item in known where item.subject == .event(.medicine) {
      if let name = item.details.text(.what) { doses[name] = item }
    }
    medicineGaps = Dictionary(plan.values(below: "medicine-gap").map { ($0.name, $0.value) }) { one, _ in one }
    medicines = doses.keys.sorted().compactMap { name in doses[name].map { (name, $0) } }
  }
}
