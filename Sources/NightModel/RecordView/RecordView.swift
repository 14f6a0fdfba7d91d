public import Text

/// The part of the record that was read, and what was computed from it: the plan, the loaded nights, a row for each night
/// that was listed, trends, signs, doses. Screens, commands and reports ask it; whoever reads the disk fills it.
public struct RecordView: Sendable {
  /// The plan as it stands at `now`.
  public private(set) var plan = Plan()
  /// The care catalogue as this family has it.
  public private(set) var catalogue = Catalogue.standard
  /// The moment the record is looked at.
  public private(set) var now: Instant
  /// What the machine's clock shows, in milliseconds since 1970. A dose later than that was written by a clock that ran
  /// ahead.
  public private(set) var machineClock: Int64
  /// The loaded nights, as far as they could be read.
  public private(set) var nights: [CivilDate: Night] = [:] {
    didSet { nightsChanged += 1 }
  }
  /// The figures of the nights that were listed, so that scrolling back reads nothing twice.
  public private(set) var rows: [CivilDate: NightFigures] = [:]
  /// The unreadable parts of nights that were listed or loaded, and of those around them that count for their figures.
  private var unreadOfRows: [CivilDate: [RecordFinding]] = [:]
  /// How many rows of all nights are known; nil until that was asked.
  public var progress: RowProgress?
  /// The last search and its result; nil if the record may have changed since.
  public var found: FoundEntries?
  /// How far the record reaches; nil until that was asked for.
  public var extent: RecordExtent?
  /// How duty stood before the nights at hand.
  public private(set) var dutyBefore = Duty.Standing()
  /// Initials of who writes where nobody was named, by who is on; nil if that is not known.
  public private(set) var writer: String?
  /// The emergency card as it was kept before, where the plan it is made of is damaged or gone.
  public private(set) var keptCard: String?
  /// What is wrong with the partitions that are read; nothing where all is well.
  public private(set) var findings: [Partition: [RecordFinding]] = [:]
  /// What is wrong with the record as a whole, as it was last looked for.
  public private(set) var wholeFindings = WholeFindings(isComplete: false)
  /// True while `wholeFindings` have to be searched between keys: at the start, and again each minute.
  public var wantsWholeFindings = true

  /// Changes whenever a row changes or is dropped. Adding a row leaves it as it is, because what was computed from known
  /// rows stays right.
  public private(set) var rowsChanged = 0
  /// Changes whenever a loaded night does.
  public private(set) var nightsChanged = 0

  // What was computed, by what it was computed from; each in its own file.
  var trendResults = TrendResults()
  var recordPass = RecordPass()
  var doseResults = DoseResults()
  var earlierEdgeResults = EarlierEdgeResults()
  var nightDigests = NightDigests()

  private var lastReport: (request: ReportRequest, page: [TextBlock])?
  private var history = PlanHistory()
  private var planMoment: Instant?

  /// A record of which nothing was read.
  /// - Parameters:
  ///   - now: the moment it is looked at.
  ///   - machineClock: what the machine's clock shows, in milliseconds since 1970, if that is later.
  public init(now: Instant, machineClock: Int64? = nil) {
    self.now = now
    self.machineClock = max(now.milliseconds, machineClock ?? now.milliseconds)
  }

  /// The report that was asked for; nil until it was made.
  public func report(_ request: ReportRequest) -> [TextBlock]? {
    lastReport.flatMap { $0.request == request ? $0.page : nil }
  }

  /// Keeps a report that was made, or drops the last one, because it is made anew each time somebody opens it.
  public mutating func keep(report: (request: ReportRequest, page: [TextBlock])?) { lastReport = report }

  /// Tonight's date.
  public var tonight: CivilDate { plan.nightRule.night(of: now) }

  /// The newest night that counts in lists, rules and reports: tonight once something is written for it, until then the
  /// night before.
  public var newestNight: CivilDate { night(tonight).items.isEmpty ? tonight.adding(days: -1) : tonight }

  /// The nights that are always loaded: the one before tonight, and tonight.
  public var nightsAtHand: ClosedRange<CivilDate> { tonight.adding(days: -1)...tonight }

  /// Moves to another moment.
  public mutating func setClock(now: Instant, machineClock: Int64? = nil) {
    let first = nightsAtHand.lowerBound
    self.now = now
    self.machineClock = max(now.milliseconds, machineClock ?? now.milliseconds)
    foldPlan()
    // Whoever was on in a night that is at hand no more is on still.
    var date = first
    while date < nightsAtHand.lowerBound {
      dutyBefore = dutyBefore.after(night(date), now: now)
      date = date.adding(days: 1)
    }
    findWriter()
  }

  /// Adds how duty stood before the nights at hand.
  public mutating func add(dutyBefore duty: Duty.Standing) {
    dutyBefore = duty
    findWriter()
  }

  private mutating func findWriter() {
    let nights = nightsAtHand
    writer = Duty(
      tonight: night(nights.upperBound), previous: night(nights.lowerBound), before: dutyBefore, now: now
    ).writer(plan)
  }

  private mutating func foldPlan() {
    defer { planMoment = now }
    if let known = planMoment {
      // Only settings dated ahead make the plan another one as time goes by.
      guard let other = history.plan(asOf: now, unlessAsAt: known) else { return }
      plan = other
    } else {
      plan = history.plan(asOf: now)
    }
    catalogue = plan.adapted(.standard)
    // The rules go by the plan.
    recordPass.forget()
  }

  /// Puts a plan that was read, and folded already, in place of the one that was known.
  public mutating func load(plan part: LoadedPartition, folded history: PlanHistory) {
    findings[.plan] = part.findings.isEmpty ? nil : part.findings
    if history.entries != self.history.entries {
      found = nil
      forgetAllRows()
    }
    (self.history, self.keptCard, planMoment) = (history, part.keptCard, nil)
    foldPlan()
    findWriter()
  }

  /// Adds partitions that were read, in place of what was known of them.
  public mutating func load(_ partitions: [LoadedPartition]) {
    for part in partitions {
      switch part.partition {
      case .plan: load(plan: part, folded: PlanHistory(part.entries))
      case .night(let date):
        findings[part.partition] = part.findings.isEmpty ? nil : part.findings
        let night = Night(date: date, entries: part.entries)
        let unread = part.findings.filter { $0.kind == .unreadable }
        unreadOfRows[date] = unread.isEmpty ? nil : unread
        if let known = nights.updateValue(night, forKey: date) {
          if known != night { forgetRows(near: date, sameEdges: known.reachingEdges == night.reachingEdges) }
        } else if let row = rows[date], row.summary != NightSummary(night) {
          // Somebody else wrote into it, or this program did while it was not at hand.
          forgetRows(near: date, sameEdges: row.summary.edges.filter(\.reachesOut) == night.reachingEdges)
        }
      }
    }
    findWriter()
  }

  /// The intervals that touch a night and are open or lasted over a day, by its row, else by the loaded nights.
  public func lasting(in date: CivilDate) -> [Interval] {
    if let row = rows[date] { return row.lasting }
    let run = NightRun(of: date...date) { dates in dates.map { NightSummary(night($0)) } }
    return figures(of: run).first?.lasting ?? []
  }

  /// Makes the row of a night, unless there is one, if all it needs is known.
  public mutating func makeRow(of date: CivilDate) {
    guard rows[date] == nil, nights[date] != nil else { return }
    let run = try? NightRun(of: date...date) { dates throws(NotAtHand) in try facts(of: dates) }
    if let run { add(rows: figures(of: run), unread: unreadOfRows.filter { $0.key == date }) }
  }

  /// A night of which nothing is known.
  public struct NotAtHand: Error {
    /// The night.
    public let night: CivilDate
  }

  /// The facts of some nights, as they were read or listed.
  /// - Throws: `NotAtHand` with the first night that is not known.
  public func facts(of dates: [CivilDate]) throws(NotAtHand) -> [NightSummary] {
    var facts: [NightSummary] = []
    for date in dates {
      guard let known = nights[date].map({ NightSummary($0) }) ?? rows[date]?.summary else {
        throw NotAtHand(night: date)
      }
      facts.append(known)
    }
    return facts
  }

  /// The findings about tonight, the plan, the loaded nights and the record as a whole, the worst first.
  /// - Parameter withUnreadNights: false to leave out nights that were only listed or searched.
  /// - Returns: each finding once.
  public func allFindings(withUnreadNights: Bool = true) -> [RecordFinding] {
    let others = findings.filter { $0.key != .plan && $0.key != .night(tonight) }.sorted { $0.key > $1.key }
    let whole = wholeFindings.nights.isEmpty ? [] : nights.keys.sorted(by: >)
    let read = (findings[.night(tonight)] ?? []) + (findings[.plan] ?? []) + others.flatMap(\.value)
    let searched = whole.flatMap { wholeFindings.nights[$0] ?? [] } + (withUnreadNights ? unreadNights : [])
    return RecordFinding.ranked(read + searched + doseFindings + plan.findings(catalogue) + wholeFindings.record)
  }

  /// The first night that has anything written; nil until it was asked for.
  public var oldest: CivilDate? { extent?.oldest }

  /// When nights begin and end.
  public var bounds: NightBounds { history.bounds }

  /// True if there is a row for every night of a span.
  public func holdsRows(of nights: ClosedRange<CivilDate>) -> Bool {
    (0..<nights.count).allSatisfy { rows.keys.contains(nights[night: $0]) }
  }

  /// The figures of the nights of a run; none before the plan was read.
  public func figures(of run: NightRun) -> [NightFigures] {
    let figures = planMoment.map { history.figures(of: run, plan: plan, catalogue: catalogue, asOf: $0) } ?? []
    return writtenSince.map { figures.counted(since: $0) } ?? figures
  }

  /// Keeps findings about the record as a whole. Earlier ones stay until a new search is complete.
  public mutating func keep(findings: WholeFindings) {
    if findings.isComplete || !wholeFindings.isComplete { wholeFindings = findings }
    wantsWholeFindings = !findings.isComplete
  }

  /// Adds the rows of some nights.
  /// - Parameters:
  ///   - figures: the rows.
  ///   - unread: the findings about the nights they were made from.
  public mutating func add(rows figures: [NightFigures], unread: [CivilDate: [RecordFinding]]) {
    var isOther = false
    for row in figures {
      unreadOfRows[row.night] = nil
      guard let known = rows.updateValue(row, forKey: row.night), known != row else { continue }
      isOther = true
      recordPass.forget(from: row.night)
    }
    unreadOfRows.merge(unread) { $1 }
    if isOther { rowsChanged += 1 }
  }

  /// Has all rows count by since when each kind of thing is written.
  mutating func fill(since: WrittenSince) {
    rows = rows.mapValues { $0.counted(since: since) }
    rowsChanged += 1
  }

  private mutating func forgetRows(of dates: some Sequence<CivilDate>) {
    for date in dates {
      (rows[date], unreadOfRows[date]) = (nil, nil)
      recordPass.forget(from: date)
    }
    rowsChanged += 1
  }

  /// Forgets the rows of nights that could not be read whole, so that they are read again.
  public mutating func forgetUnreadRows() {
    if !unreadOfRows.isEmpty { forgetRows(of: Array(unreadOfRows.keys)) }
  }

  private mutating func forgetAllRows() {
    (rows, unreadOfRows) = ([:], [:])
    recordPass.forget()
    rowsChanged += 1
  }

  /// True if the record that was here was not there when it was last read.
  public var isMissing: Bool { (findings[.plan] ?? []).contains { $0.kind == .recordMissing } }

  /// False if part of a night is known to be unreadable, or the record is missing.
  public func isWhole(_ date: CivilDate) -> Bool {
    let findings = (findings[.night(date)] ?? []) + (unreadOfRows[date] ?? []) + (found?.unread[date] ?? [])
    return !isMissing && !findings.contains { $0.kind == .unreadable }
  }

  /// True if nothing of a night is known because it, or a folder it may lie in, could not be read.
  public func isHidden(_ date: CivilDate) -> Bool {
    guard nights[date] == nil, isWhole(date) else { return !isWhole(date) }
    return allFindings.contains { $0.hidden?.contains(date) == true }
  }

  /// False if any part of the record is known to be unreadable.
  public var isAllRead: Bool {
    unreadOfRows.isEmpty && found?.unread.isEmpty != false
      && !allFindings.contains { $0.kind == .unreadable }
  }

  /// The findings about nights that are not loaded; several are told in one.
  public var unreadNights: [RecordFinding] {
    let unread = unreadOfRows.merging(found?.unread ?? [:]) { $1 }.filter { findings[.night($0.key)] == nil }
    let sentences = Set(unread.values.flatMap(\.self))
    guard sentences.count > 1, let newest = unread.keys.max() else { return Array(sentences) }
    return [.unreadNights(unread.count, newest: newest)]
  }

  private var allFindings: [RecordFinding] { wholeFindings.record + findings.values.flatMap(\.self) }

  /// False if part of the plan could not be read, or the record is missing.
  public var isPlanWhole: Bool {
    !(findings[.plan] ?? []).contains { $0.kind == .unreadable || $0.kind == .recordMissing }
  }

  /// Forgets the nights that no screen shows.
  public mutating func keepNights(_ dates: Set<CivilDate>) {
    nights = nights.filter { dates.contains($0.key) }
    findings = findings.filter { partition, _ in
      if case .night(let date) = partition { dates.contains(date) } else { true }
    }
  }

  /// Forgets the rows that a night counts for: a mask put on in one night and taken off in another counts for all between.
  /// - Parameters:
  ///   - date: the night.
  ///   - sameEdges: true if no interval of the night that can reach into others has changed.
  public mutating func forgetRows(near date: CivilDate, sameEdges: Bool = false) {
    found = nil
    let reach = sameEdges ? 1 : Interval.farthest + 1
    forgetRows(of: (-reach...reach).map { date.adding(days: $0) })
  }

  /// Forgets all rows and the last search, because the record may have changed.
  public mutating func forgetRows() {
    (found, progress) = (nil, nil)
    forgetAllRows()
  }

  /// A night; empty while it is not loaded.
  public func night(_ date: CivilDate) -> Night { nights[date] ?? Night(date: date, entries: []) }

  /// The item of an entry as it stands now, retracted or not.
  public func item(_ target: EntryAddress) -> Item? { nights[target.night]?.timeline.item(target.id) }

  /// The item of an entry, unless it was retracted.
  public func standing(_ target: EntryAddress) -> Item? { item(target).flatMap { $0.isRetracted ? nil : $0 } }

  /// The nights of some that have no row yet, from the first to the last of them; nil if all have one.
  public func missingRows(_ dates: some Collection<CivilDate>) -> ClosedRange<CivilDate>? {
    let wanted = dates.filter { !rows.keys.contains($0) }
    guard let first = wanted.min(), let last = wanted.max() else { return nil }
    return first...last
  }
}

extension Night {
  /// The edges of intervals that can reach into other nights.
  fileprivate var reachingEdges: [IntervalEdge] { edges.filter(\.reachesOut) }
}

extension IntervalEdge {
  /// False for an interval that never leaves its night.
  fileprivate var reachesOut: Bool { ![Interval.Kind.wake.opening, Interval.Kind.wake.closing].contains(kind) }
}
