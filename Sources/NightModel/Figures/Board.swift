/// The facts at the top of Tonight. They repeat what somebody wrote, with its age, and never judge it as late, overdue or
/// well.
public struct Board: Sendable {
  /// What was last written of each kind in one night.
  public struct Last: Sendable {
    /// The last turn.
    public let turn: Item?
    /// The last suction.
    public let suction: Item?
    /// The last cough-assist session.
    public let coughAssist: Item?
    /// The last start or end of a feed.
    public let feed: Item?
    /// The last time the person was written to have woken.
    public let awake: Item?
    /// The last time the person looked asleep.
    public let asleep: Item?

    init(of night: Night, until now: Instant) {
      func last(_ kinds: EventKind...) -> Item? {
        night.items.last { item in
          item.at.milliseconds <= now.milliseconds && kinds.contains { item.subject == .event($0) }
        }
      }
      (turn, suction, coughAssist) = (last(.turn), last(.suction), last(.coughAssist))
      (feed, awake, asleep) = (last(.feedOn, .feedOff), last(.woke), last(.asleep))
    }
  }

  /// Tonight's date.
  public let date: CivilDate
  /// Where the person is tonight, if away.
  public let away: String?
  /// What was last written tonight.
  public let last: Last
  /// What was last written the night before. A day up in the chair may lie between, so no ages are told of it.
  public let before: Last
  /// When the plan would turn next and to which side; nil without an interval or a turn of tonight to count from. "Let
  /// sleep" moves it; it never moves the age of the last turn.
  public let plannedTurn: (at: Instant, side: String?)?
  /// The last time the mask was put on or taken off: whichever night it was put on, and taken off in this one. An end
  /// counts without a start too, and in the minute of its start.
  public let mask: IntervalEdge?
  /// Minutes of the closed intervals of this night before the last one; nil if there are none.
  public let maskBefore: Int?
  /// The medicines of the plan, and what else was written of late: those whose label has a gap first, then by when they
  /// were last written, the newest first.
  public let medicines: [Medicine]
  /// The power cut that is written and has no end yet.
  public let powerOut: IntervalEdge?
  /// When the caregiver got up, while no lying down is written.
  public let carerUp: IntervalEdge?
  /// Who is on and who is expected.
  public let duty: Duty

  /// What is known of one medicine.
  public struct Medicine: Hashable, Sendable {
    /// Its name as the plan spells it, or as it was written.
    public let name: String
    /// The last dose that is not ahead of the clock.
    public let last: Dose?
    /// The one before it, if the last was written when its time had not come: then this one may be the later.
    public let before: Dose?
    /// The last dose that a clock wrote which ran ahead of this one, or that was dated so.
    public let ahead: Dose?
    /// The label's least time between doses, as typed.
    public let gap: String?
    /// True while older nights are still looked through for its last dose.
    public let isLookedFor: Bool
    /// False if a later dose may lie in what could not be read.
    public let isWhole: Bool

    /// False for a medicine of the plan that was never written.
    public var isTold: Bool { last != nil || ahead != nil || isLookedFor || !isWhole }
  }

  /// The board at a moment.
  /// - Parameters:
  ///   - tonight: the night the moment lies in.
  ///   - previous: the night before it, because what was last done may lie before the split hour.
  ///   - earlier: edges of what may still go on from nights before these two.
  ///   - before: how duty stood before these two nights.
  ///   - plan: the plan at the moment.
  ///   - bounds: when nights begin and end; nil where the split hour was never changed.
  ///   - now: the moment.
  ///   - doses: the last doses of all other nights; nil where nobody looks for them.
  ///   - clock: what the machine's clock shows, in milliseconds since 1970, where `now` is another moment.
  public init(
    tonight: Night, previous: Night, earlier: [IntervalEdge] = [], duty before: Duty.Standing = Duty.Standing(),
    plan: Plan, bounds: NightBounds? = nil, now: Instant, known doses: KnownDoses? = nil, clock: Int64? = nil
  ) {
    date = tonight.date
    away = plan.away(on: tonight.date)
    (last, self.before) = (Last(of: tonight, until: now), Last(of: previous, until: now))
    let counted = tonight.items.last { item in
      item.at.milliseconds <= now.milliseconds && [.event(.turn), .event(.letSleep)].contains(item.subject)
    }
    if !plan.isClosed, away == nil, let turn = last.turn, let interval = plan.turnInterval, let base = counted {
      // By the clock that shows it: the turn it counts from may have been written before the clocks changed.
      let at = Instant(
        milliseconds: base.at.adding(minutes: interval).milliseconds, offsetMinutes: now.offsetMinutes)
      plannedTurn = (at, plan.side(after: turn.details.text(.side)))
    } else {
      plannedTurn = nil
    }
    func running(_ kind: Interval.Kind) -> IntervalEdge? {
      let last = Interval.pairs(kind, in: [previous, tonight], after: earlier, until: now).last
      return last?.end == nil ? last?.start : nil
    }
    powerOut = running(.power)
    carerUp = running(.carer)
    let bounds = bounds ?? NightBounds(plan.nightRule)
    let intervals = Interval.pairs(.mask, in: [previous, tonight], after: earlier, until: now)
      .map { (interval: $0, tonight: $0.milliseconds(in: tonight.date, bounds: bounds)) }
    let edge = IntervalEdge.last(of: .mask, in: earlier + previous.edges + tonight.edges, until: now)
    let isTold = edge.map { edge in
      edge.kind == .maskOn || edge.night == tonight.date
        || intervals.contains { $0.interval.end == edge && $0.tonight > 0 }
    }
    mask = isTold == true ? edge : nil
    let worn = intervals.filter { $0.interval.start != edge && $0.interval.end != edge && !$0.interval.isUnconfirmed }
      .reduce(0) { $0 + $1.tonight }
    maskBefore = worn > 0 ? Interval.minutes(worn) : nil
    duty = Duty(tonight: tonight, previous: previous, before: before, now: now)
    medicines = Self.medicines(
      tonight, previous, plan, now, doses, clock: max(now.milliseconds, clock ?? now.milliseconds))
  }

  private static func medicines(
    _ tonight: Night, _ previous: Night, _ plan: Plan, _ now: Instant, _ known: KnownDoses?, clock: Int64
  ) -> [Medicine] {
    let recent = previous.doses(clock: clock) + tonight.doses(clock: clock)
    let doses = Dictionary(grouping: recent + (known?.doses ?? []), by: \.medicine)
    func medicine(_ name: String, isPlanned: Bool) -> Medicine {
      let medicine = MedicineName(name)
      let written = (doses[medicine] ?? []).sorted { $0.at < $1.at }
      let past = written.filter { $0.at.milliseconds <= now.milliseconds }
      let last = past.last
      let isOpen = known.map { !$0.isSettled(medicine) } ?? false
      return Medicine(
        name: name, last: last, before: last?.writtenBefore == nil ? nil : past.last { $0.writtenBefore == nil },
        ahead: written.last { $0.at.milliseconds > clock }, gap: plan.gap(of: name),
        isLookedFor: isPlanned && !plan.isClosed && last == nil && isOpen,
        isWhole: known?.isSure(of: medicine) ?? true)
    }
    let planned = plan.medicines.map { medicine($0.name, isPlanned: true) }
    let names = Set(planned.map { MedicineName($0.name) })
    let others = (recent + (known?.doses ?? []).filter { $0.at.milliseconds > clock })
      .filter { !names.contains($0.medicine) }
    let unplanned = Dictionary(others.map { ($0.medicine, $0.name) }) { $1 }.values
      .map { medicine($0, isPlanned: false) }.filter(\.isTold)
    return (planned + unplanned).sorted { one, other in
      if (one.gap == nil) != (other.gap == nil) { return one.gap != nil }
      let times = (one.last?.at.milliseconds ?? .min, other.last?.at.milliseconds ?? .min)
      return times.0 == times.1 ? one.name < other.name : times.0 > times.1
    }
  }
}
