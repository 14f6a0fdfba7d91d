import NightModel
import NightStore

/// One run of a command: the store, the clock it acts by, and who acts.
struct Session {
  let store: Store
  let zone: Zone
  /// What is wrong with how this machine's zone is set.
  private let zoneTrouble: RecordFinding?
  /// The moment to act at: `--at`, else the real time.
  let moment: Instant
  /// True if that moment was given: what is set counts from then on.
  let isDated: Bool
  /// The real time.
  let realTime: Instant
  let by: String?
  let plan: Plan
  /// What is wrong with the record, as far as it was told.
  let notes = FindingNotes()
  private let history: PlanHistory
  private let planReading: PartitionReading
  /// True if something waited beside the record when this run began.
  private let waited: Bool

  /// Opens the store for a command.
  /// - Parameter goesOnWithoutRecord: true for what can be done where the record that was here is missing.
  /// - Throws: `Failure` with the sentence and the exit code, or `StoreError`.
  init(_ options: CommonOptions, goesOnWithoutRecord: Bool = false) throws {
    (zone, zoneTrouble) = LocalZone.look()
    realTime = zone.instant(milliseconds: Machine.now())
    let named = try options.by.map { initials in try TextRule.initials(initials) }
    let places = try Self.places(options.store)
    store = try Store(places: places, files: RealFileSystem(), world: Machine.storeWorld())
    if options.new { try Self.beginNew(store) }
    if let missing = store.missing, !goesOnWithoutRecord {
      throw StoreError.recordMissing(missing, unsaved: [], kept: .nowhere)
    }
    if let reason = store.unreadable, !goesOnWithoutRecord {
      throw StoreError.cannotRead(path: places.store, reason)
    }
    for remark in store.remarks { notes.tell(remark) }
    let reading = store.plan()
    history = PlanHistory(reading.known)
    planReading = reading
    notes.tell(reading)
    let moments = MomentText(zone: zone, rule: .noon)
    isDated = options.at != nil
    if let text = options.at {
      let now = realTime
      let read = try moments.latest(text, now: now)
      if let remark = read.remark { Failure.note(remark) }
      moment = read.moment
    } else {
      moment = realTime
    }
    plan = history.plan(asOf: moment)
    by = named ?? plan.soleWriter
    let waiting = reading.isAnythingAside ? store.waiting() : []
    waited = !waiting.isEmpty
    for finding in wholeFindings(waiting) + plan.findings(plan.adapted(.standard)) { notes.tell(finding.words) }
  }

  /// Begins a new record where one is missing; there is nothing to be done where none ever was.
  private static func beginNew(_ store: Store) throws(Failure) {
    guard store.missing != nil || store.identity == nil else {
      throw Failure(
        "\(store.places.store.forDisplay) holds a record, so none was begun and nothing was saved; leave out --new to write "
          + "into it, or name another folder with --store", exitCode: 64)
    }
    store.beginNew()
  }

  /// False if part of the plan cannot be read, or the record is not there: then the family's own items may not be known.
  var isPlanRead: Bool { planReading.isWhole && store.missing == nil && store.unreadable == nil }

  /// The care catalogue with the family's own items, put together when asked for: not every command names one.
  var catalogue: Catalogue { plan.adapted(.standard) }

  /// True until the first questions were asked in a record without nights, if somebody sits there: a script is not asked.
  var isForTheFirstTime: Bool { Machine.inputIsTerminal && !plan.wasWelcomed && !store.holdsNights }

  /// Reads times the way this session's place and person have them.
  var moments: MomentText { MomentText(zone: zone, rule: plan.nightRule) }

  /// Tonight's date.
  var tonight: CivilDate { plan.nightRule.night(of: moment) }

  /// Where the record lies.
  static func places(_ asked: String?) throws -> Places {
    if asked?.isEmpty == true {
      throw Failure("--store names no folder, so nothing was read or saved; name one, or leave it out", exitCode: 64)
    }
    guard let places = Places.find(asked: asked, environment: Machine.environment())?.resolved(by: Machine.realPath)
    else {
      throw Failure(
        "there is no home folder to keep the record in, because HOME is not set, so nothing was read or saved; name a "
          + "folder with --store", exitCode: 73)
    }
    return places
  }

  /// Some nights, whatever can be read of them; what cannot is told on standard error.
  func nights(_ dates: some Sequence<CivilDate>) -> [Night] {
    store.nights(dates).map { reading in
      notes.tell(reading)
      guard case .night(let date) = reading.partition else { return Night(date: tonight, entries: []) }
      return Night(date: date, entries: reading.entries)
    }
  }

  /// The last doses in the nights besides these two; nil where nobody looks for them. What cannot be read is told on
  /// standard error.
  func knownDoses(tonight: Night, previous: Night) -> KnownDoses? {
    DoseQuestion(tonight: tonight, previous: previous, plan: plan, now: moment, clock: machineClock)
      .map { store.lastDoses($0) { notes.tell($0) } }
      .map { $0.besides(wholeNights: notes.isWhole([previous.date, tonight.date])) }
  }

  /// What the machine's clock shows, or the moment to act at if that is later, in milliseconds since 1970: a dose after
  /// it was written by a clock that ran ahead.
  var machineClock: Int64 { max(moment.milliseconds, realTime.milliseconds) }

  /// When nights begin and end.
  var bounds: NightBounds { history.bounds }

  /// The marks of nights before some nights in a row of what may still go on in them.
  func marks(before nights: [Night]) -> [Mark] {
    nights.first.map { first in
      store.marks(before: first.date, known: nights.flatMap(\.marks)) { notes.tell($0) }
    } ?? []
  }

  /// The figures of a run of nights, oldest first; looks beyond it as far as something may reach into it. What cannot be
  /// read is told on standard error.
  func figures(from first: CivilDate, to last: CivilDate) -> [NightFigures] {
    let run = store.run(of: first...last) { notes.tell($0) }
    return history.figures(of: run, plan: plan, catalogue: catalogue, asOf: moment)
  }

  /// A run of nights with the signs each is one of the nights of; looks at the nights before that rules look back to.
  func watched(_ nights: [NightFigures]) -> [NightFigures] {
    guard let first = nights.first?.night else { return [] }
    let before = figures(from: first.adding(days: -SignWatch.reach), to: first.adding(days: -1))
    let watch = SignWatch(before + nights, plan: plan, running: tonight)
    return nights.map { night in
      var night = night
      night.signs = watch.signs(of: night.night)
      return night
    }
  }

  /// Reads a night as people name it: a date, `tonight`, or `last` for the one just slept. A date of another age is taken
  /// for a slip, unless something is written for that night.
  func night(named text: String) throws -> CivilDate {
    if text == "tonight" { return tonight }
    if text == "last" { return plan.nightRule.nightJustSlept(at: moment) }
    guard let date = CivilDate(text), (1970...2199).contains(date.components.year) || store.knows(date) else {
      throw Failure(
        "\"\(text.forDisplay)\" is no night, so nothing was done; name it by the date of its evening, such as "
          + "\(tonight), or say tonight or last", exitCode: 64)
    }
    return date
  }

  /// Refuses what would write into a record that the family has closed.
  func mustBeOpen() throws(Refusal) {
    if plan.isClosed {
      throw .refused("this record is closed, so nothing was saved; open it again with 'nightstand plan closed \"\"'")
    }
  }

  /// What is wrong with the record as a whole, and with how this machine reads it.
  var wholeFindings: [RecordFinding] { wholeFindings(store.waiting()) }

  private func wholeFindings(_ waiting: [WaitingEntries]) -> [RecordFinding] {
    let machine = [
      zoneTrouble, store.stateTrouble.map { RecordFinding(.closedState, $0) },
      store.powerCutRemark.map { RecordFinding(.powerCut, $0) },
    ].compactMap(\.self)
    return machine + waiting.map(\.finding)
  }

  /// What is said of entries that were written just now: the word for those in the record while nothing waits beside it.
  var writtenWord: String { store.waiting().isEmpty ? "saved" : "in the record" }

  /// Makes sure that what is told as standing already is on the disk: an interrupted run may have left it without.
  /// - Throws: `Failure` if the disk would not confirm it.
  func settle(_ partitions: [Partition]) throws(Failure) {
    guard store.settle(partitions) else {
      throw Failure(
        "it stands so already, but the disk would not confirm it, so a power cut may take it; see to the disk, and give "
          + "the same command again", exitCode: 74)
    }
  }

  /// Writes drafts as one action and says what was saved.
  @discardableResult
  func save(_ drafts: [Draft]) throws -> [Entry] {
    if moment.milliseconds > realTime.milliseconds + 60_000 {
      Failure.note("\(moment.date) \(moment.time) is still to come; it is saved as given")
    }
    let saved: [Entry]
    do {
      saved = try store.perform(drafts, zone: zone.name)
    } catch {
      // What was refused before anything could be kept is at least on the screen.
      if error.unsaved == nil { Unsaved.tell(drafts) }
      throw error
    }
    store.noteNightRule(planReading)
    if let trouble = store.stateTrouble { notes.tell(trouble) }
    if let remark = store.powerCutRemark { Failure.note(remark) }
    if waited, store.waiting().isEmpty { Failure.note("what was kept aside is in the record now") }
    if drafts.contains(where: { $0.partition == .plan }) { CardKeeper(store, now: moment).keepAndTell(store.plan()) }
    if let latest = saved.map(\.stamp.milliseconds).max(), latest > realTime.milliseconds + 120_000 {
      let ahead = NightWords.duration(Int((latest - realTime.milliseconds) / 60_000))
      Failure.note("this machine's clock is \(ahead) behind an entry already written; check the clock")
    } else if realTime.date.components.year < 2025 {
      Failure.note("this machine's clock shows the year \(realTime.date.components.year); check the clock")
    }
    return saved
  }
}
