public import NightModel
public import NightStore
internal import Text

/// One run of a command or of the screens: the store, the moment it acts at, and who acts.
public struct Session {
  /// The record.
  public let store: Store
  /// The machine's clocks.
  public let clock: MachineClock
  /// The moment to act at: the one that was given, else the real time.
  public let moment: Instant
  /// True if that moment was given: what is set counts from then on.
  public let isDated: Bool
  /// The real time.
  public let realTime: Instant
  /// Initials of who was named to write in this run; nil if nobody was.
  public let named: String?
  /// What is wrong with the record, as far as it was told.
  public let notes: FindingNotes
  /// What reads the record, and computes what commands show of it.
  public let reader: RecordReader
  private let planReading: PartitionReading
  /// True if something waited beside the record when this run began.
  private let waited: Bool

  /// Reads the plan, and tells what is wrong with the record. `at` is the moment to act at as it was typed; nil for the
  /// real time. `by` is initials of who writes; nil to take those of whoever is on. `goesOnWithoutRecord` is true for what
  /// can be done where the record that was here is missing or cannot be read. `findingWords` says a finding to whoever runs this, as a sentence without a full stop. `tell` is told what is
  /// worth knowing and stops nothing, as sentences without full stops. Throws `StoreError` if the record that was here
  /// is missing or cannot be read; `Refusal` if `at` names no moment.
  public init(
    _ store: Store, clock: MachineClock, at: String?, by: String?, goesOnWithoutRecord: Bool = false,
    findingWords: @escaping (RecordFinding) -> String, tell: @escaping (String) -> Void
  ) throws {
    (self.store, self.clock) = (store, clock)
    realTime = clock.now
    if let missing = store.missing, !goesOnWithoutRecord {
      throw StoreError.recordMissing(missing, unsaved: [], kept: .nowhere)
    }
    if let reason = store.unreadable, !goesOnWithoutRecord {
      throw StoreError.cannotRead(path: store.places.store, reason)
    }
    notes = FindingNotes(words: findingWords, tell: tell)
    for remark in store.remarks { notes.tell(remark) }
    let reading = store.plan()
    planReading = reading
    notes.tell(reading)
    isDated = at != nil
    if let at {
      let times = TimeReader(zone: clock.zone, rule: .noon, now: realTime)
      let read = try times.latest(at).settled()
      if let remark = read.remark { tell(remark) }
      moment = read.moment
    } else {
      moment = realTime
    }
    reader = RecordReader(
      store, plan: reading, now: moment, machineClock: realTime.milliseconds, remark: notes.tell)
    named = by
    let waiting = reading.isAnythingAside ? store.waiting() : []
    waited = !waiting.isEmpty
    let findings = store.machineFindings(clock, waiting: waiting) + plan.findings(self.catalogue)
    for finding in findings { notes.tell(finding) }
  }

  /// Initials of who writes: who was named, else whoever is on; nil if that is not known.
  public var by: String? {
    if let named { return named }
    let dates = [tonight.adding(days: -1), tonight]
    let nights = zip(dates, store.nights(dates)).map { Night(date: $0, entries: $1.known) }
    return Duty(tonight: nights[1], previous: nights[0], before: dutyBefore, now: moment).writer(plan)
  }

  /// How duty stood before last night.
  public var dutyBefore: Duty.Standing { store.duty(before: tonight.adding(days: -1), now: moment) }

  /// What was read of the record so far, and what was computed from it.
  public var record: RecordView { reader.view }

  /// The plan as it stands at that moment.
  public var plan: Plan { reader.plan }

  /// The care catalogue with the family's own items.
  public var catalogue: Catalogue { reader.view.catalogue }

  /// How local time is worked out.
  public var zone: Zone { clock.zone }

  /// False if part of the plan cannot be read, or the record is not there: then the family's own items may not be known.
  public var isPlanRead: Bool { planReading.isWhole && store.missing == nil && store.unreadable == nil }

  /// True until the first questions were asked in a record without nights.
  public var isForTheFirstTime: Bool { !plan.wasWelcomed && !store.holdsNights }

  /// Reads times and dates given to a command, where the person is: a time without am or pm is one of 24 hours, whatever
  /// the setting, so that a script goes on meaning the same.
  public var times: TimeReader { TimeReader(zone: zone, rule: plan.nightRule, now: moment) }

  /// Tonight's date.
  public var tonight: CivilDate { plan.nightRule.night(of: moment) }

  /// Some nights, whatever can be read of them; what cannot is told.
  public func nights(_ dates: some Sequence<CivilDate>) -> [Night] { reader.nights(dates) }

  /// Reads a night as people name it: a date, or `last` for the one just slept. A date of another age is taken for a slip,
  /// unless something is written for that night.
  /// - Throws: `Refusal` for anything else.
  public func night(named text: String) throws(Refusal) -> CivilDate {
    if text == "last" { return plan.nightRule.nightJustSlept(at: moment) }
    if let date = CivilDate(text), !(1970...2199).contains(date.components.year), store.knows(date) { return date }
    return try times.night(text).settled()
  }

  /// The nights that a command was asked for: from a night, to a night (nil where not given), or the last so
  /// many.
  /// `newest` is the newest night there is. Whoever asks for the nights from tonight on has tonight, though nothing may be
  /// written yet.
  /// - Throws: `Refusal` for what names no night.
  public func span(
    from: String?, to: String?, last: Int, newest: CivilDate
  ) throws(Refusal) -> (start: CivilDate, end: CivilDate) {
    let first: CivilDate? = if let from { try night(named: from) } else { nil }
    let end = if let to { try night(named: to) } else { max(newest, min(first ?? newest, tonight)) }
    return (first ?? end.adding(days: 1 - last), end)
  }

  /// Writes drafts as one action, and tells what is worth knowing about it.
  /// - Returns: the entries as they stand in the record.
  /// - Throws: `StoreError`. Where its `unsaved` is nil, the drafts were refused before anything could be kept.
  public func write(_ drafts: [Draft]) throws(StoreError) -> [Entry] {
    if moment.milliseconds > realTime.milliseconds + 60_000 {
      notes.tellAgain(NightWords.savedAhead(moment, plan.clock))
    }
    let saved = try store.perform(drafts, zone: zone.name)
    store.noteNightRule(planReading)
    if let trouble = store.stateTrouble { notes.tell(trouble) }
    if let remark = store.powerCutRemark { notes.tellAgain(remark) }
    if waited, store.waiting().isEmpty { notes.tellAgain("what was kept aside is in the record now") }
    if drafts.contains(where: { $0.partition == .plan }) {
      CardKeeper(store, now: moment).keep(store.plan()) { notes.tellAgain($0.sentence) }
    }
    if let latest = saved.map(\.stamp.milliseconds).max(), latest > realTime.milliseconds + 120_000 {
      let ahead = NightWords.duration(Int((latest - realTime.milliseconds) / 60_000))
      notes.tellAgain("this machine's clock is \(ahead) behind an entry already written; check the clock")
    } else if realTime.date.components.year < 2025 {
      notes.tellAgain("this machine's clock shows the year \(realTime.date.components.year); check the clock")
    }
    return saved
  }
}
