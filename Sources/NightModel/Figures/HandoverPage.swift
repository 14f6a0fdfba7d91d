/// The facts somebody who comes on duty needs, as they were written. The screen and the printed page are made from it.
public struct HandoverPage: Sendable {
  /// Who is on and who is expected, and what was last done.
  public let board: Board
  /// From when on the page counts, and why from then.
  public let since: Since
  /// What happened since then, each kind once, in the order in which it first happened.
  public let happened: [Count]
  /// What was begun and not written to have ended.
  public let running: [(kind: Interval.Kind, start: IntervalEdge)]
  /// How many quick entries of tonight lack something. What has no end written is told as running.
  public let toComplete: Int
  /// Bedtime items that nobody has answered, if the list was begun.
  public let openItems: [ChecklistItem]
  /// What could not be done at bedtime, in words; nil where nothing was written so.
  public let couldNotWords: String?
  /// The newest lines for whoever comes, the oldest of them first.
  public let lines: [Item]
  /// The moment the page is of.
  public let now: Instant
  /// False if part of the nights it is made of could not be read.
  public let isWhole: Bool

  /// From when on a page counts.
  public enum Since: Hashable, Sendable {
    /// Whoever reads left duty then.
    case left(Item)
    /// Somebody else took over or left duty then.
    case handover(Item)
    /// The night began then.
    case night(Instant)

    /// The moment.
    public var moment: Instant {
      switch self {
      case .left(let item), .handover(let item): item.at
      case .night(let moment): moment
      }
    }
  }

  /// How often something happened.
  public struct Count: Hashable, Sendable {
    /// What.
    public let subject: Subject
    /// How often; 0 for a symptom that was asked about and was not there.
    public let times: Int
    /// The worst grade given, if any was.
    public let worst: Int?
  }

  /// How many lines for whoever comes are shown.
  static let mostLines = 3

  /// The page for one reader at a moment.
  /// - Parameters:
  ///   - tonight: the night the moment lies in.
  ///   - previous: the night before it.
  ///   - earlier: edges of what may still go on from nights before these two.
  ///   - duty: how duty stood before these two nights.
  ///   - plan: the plan at the moment.
  ///   - bounds: when nights begin and end; nil where the split hour was never changed.
  ///   - catalogue: the care catalogue adapted to the plan.
  ///   - now: the moment.
  ///   - by: the reader's initials; nil if they are not known.
  ///   - doses: the last doses of all other nights; nil where nobody looks for them.
  ///   - clock: what the machine's clock shows, in milliseconds since 1970, where `now` is another moment.
  ///   - isWhole: false if part of these nights could not be read.
  public init(
    tonight: Night, previous: Night, earlier: [IntervalEdge] = [], duty: Duty.Standing = Duty.Standing(), plan: Plan,
    bounds: NightBounds? = nil, catalogue: Catalogue, now: Instant, by: String?, known doses: KnownDoses? = nil,
    clock: Int64? = nil, isWhole: Bool = true
  ) {
    let known = (previous.items + tonight.items).filter { $0.at.milliseconds <= now.milliseconds }
    board = Board(
      tonight: tonight, previous: previous, earlier: earlier, duty: duty, plan: plan, bounds: bounds, now: now,
      known: doses, clock: clock)
    since = Self.since(known, tonight.date, plan.nightRule, now, by)
    let start = since.moment.milliseconds
    let news = known.filter { $0.at.milliseconds >= start }
    happened = Self.counts(news)
    running = plan.isClosed ? [] : Self.running(previous, tonight, earlier, now)
    toComplete = plan.isClosed ? 0 : Self.lacking(tonight, now)
    let routine = Routine(.bedtime, plan, tonight, catalogue)
    openItems = plan.isClosed || routine.open.count == routine.items.count ? [] : routine.open
    couldNotWords = plan.isClosed ? nil : routine.couldNotWords
    lines = news.filter { $0.subject == .handover(.line) && $0.details.text(.note) != nil }.suffix(Self.mostLines)
    (self.now, self.isWhole) = (now, isWhole)
  }

  private static func since(
    _ known: [Item], _ night: CivilDate, _ rule: NightRule, _ now: Instant, _ by: String?
  ) -> Since {
    if let by, let left = known.last(where: { $0.subject == .handover(.left) && $0.by == by }) { return .left(left) }
    let start = rule.start(of: night, offsetMinutes: now.offsetMinutes)
    guard let began = beginning(of: known, by) else { return .night(start) }
    // Leaving alone says nothing of when it began.
    let isKnown = began.subject == .handover(.took) || began.at.milliseconds < start.milliseconds
    return isKnown ? .handover(began) : .night(start)
  }

  /// For how many minutes nobody may have been on between two who are told of as one duty.
  private static let mostMinutesApart = 60

  /// The first entry of the duty of others that lasts, or was the last: walked back from the newest over others' entries.
  /// The reader's own taking over since then is passed over; one before it ends the walk.
  private static func beginning(of known: [Item], _ reader: String?) -> Item? {
    var (first, on): (Item?, Item?) = (nil, nil)
    var (nobodySince, isCut): (Instant?, Bool) = (nil, false)
    for item in known where [.handover(.took), .handover(.left)].contains(item.subject) {
      let isOthers = reader == nil || item.by != reader
      // Whether the walk back over this entry comes to those before it.
      let goesOn = nobodySince.map { item.at.minutes(since: $0) <= mostMinutesApart } ?? true
      if item.subject == .handover(.took) {
        (on, nobodySince) = (item, nil)
      } else if on?.by == item.by {
        (on, nobodySince) = (nil, item.at)
      }
      if isOthers, isCut || !goesOn || first == nil { first = item }
      isCut = !isOthers
    }
    return first
  }

  private static func running(
    _ previous: Night, _ tonight: Night, _ earlier: [IntervalEdge], _ now: Instant
  ) -> [(kind: Interval.Kind, start: IntervalEdge)] {
    Interval.Kind.allCases.compactMap { kind in
      guard let last = Interval.pairs(kind, in: [previous, tonight], after: earlier, until: now).last, last.end == nil
      else { return nil }
      // The last waking of the night before is the one that ended it.
      if kind == .wake, last.start.night != tonight.date { return nil }
      return (kind, last.start)
    }
  }

  private static func lacking(_ tonight: Night, _ now: Instant) -> Int {
    ToComplete.list(of: tonight, lasting: []).count { entry in
      if case .end = entry.lacks { return false }
      return entry.item.at.milliseconds <= now.milliseconds
    }
  }

  private static func counts(_ items: [Item]) -> [Count] {
    let told = items.filter { item in
      switch item.subject {
      case .event, .symptom, .note: true
      case .check, .environment, .diary, .carer, .plan, .handover: false
      }
    }
    return told.map(\.subject).eachOnce.map { subject in
      let same = told.filter { $0.subject == subject && $0.isOccurrence }
      return Count(
        subject: subject, times: same.timesInAll,
        worst: same.compactMap { $0.details.number(.value) }.max())
    }
  }
}
