public import Text

/// What has been read of the record and what was computed from it: the plan, the nights at hand, a row for each night that
/// was listed, trends, signs, doses. Screens, commands and reports ask this one value; whoever reads the disk fills it.
public struct RecordView: Sendable {
  /// The plan as it stands at `now`.
  public private(set) var plan = Plan()
  /// The care catalogue as this family has it.
  public private(set) var catalogue = Catalogue.standard
  /// The moment the record is looked at.
  public private(set) var now: Instant
  /// What the machine's clock shows, in milliseconds since 1970: a dose after it was written by a clock that ran ahead.
  public private(set) var machineClock: Int64
  /// The nights at hand, as far as they could be read.
  public private(set) var nights: [CivilDate: Night] = [:] {
    didSet { nightsChanged += 1 }
  }
  /// The figures of the nights that were listed, so that scrolling back reads nothing twice.
  public private(set) var rows: [CivilDate: NightFigures] = [:]
  /// What could not be read of the nights that were listed or were at hand, and of those around them that count for their
  /// figures.
  private var unreadOfRows: [CivilDate: [RecordFinding]] = [:]
  /// How far the rows of all nights are; nil until it was looked at.
  public var progress: RowProgress?
  /// What was found last; nil if it may have changed since.
  public var found: FoundEntries?
  /// The first night that has anything written; nil until it was asked for.
  public var oldest: CivilDate?
  /// The emergency card as it was kept before, where the plan it is made of is damaged or gone.
  public private(set) var keptCard: String?
  /// What is wrong with the partitions that are read; nothing where all is well.
  public private(set) var findings: [Partition: [RecordFinding]] = [:]
  /// What is wrong with the record as a whole, as it was last looked for.
  public private(set) var wholeFindings = WholeFindings(isComplete: false)
  /// True where that is to be looked for, between keys: at the beginning, and each minute anew.
  public var wantsWholeFindings = true

  /// Changes whenever a row changes or is dropped. Adding a row leaves it as it is: what was computed from nights that
  /// were all there stands.
  public private(set) var rowsChanged = 0
  /// Changes whenever a night at hand does.
  public private(set) var nightsChanged = 0

  // What was computed, by what it was computed from; each in its own file.
  var trendResults = TrendResults()
  var signResults = SignResults()
  var signMarkResults = SignMarkResults()
  var doseResults = DoseResults()
  var earlierMarkResults = EarlierMarkResults()
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

  /// A report as it can be read; nil until it was made.
  public func report(_ request: ReportRequest) -> [TextBlock]? {
    lastReport.flatMap { $0.request == request ? $0.page : nil }
  }

  /// Takes in a report that was made, or drops the last one: it is made anew each time somebody reads it.
  public mutating func take(_ report: (request: ReportRequest, page: [TextBlock])?) { lastReport = report }

  /// Tonight's date.
  public var tonight: CivilDate { plan.nightRule.night(of: now) }

  /// The newest night that counts in lists, rules and reports: tonight once something is written for it, until then the
  /// night before.
  public var newestNight: CivilDate { night(tonight).items.isEmpty ? tonight.adding(days: -1) : tonight }

  /// The nights that are always at hand: the one before tonight, and tonight.
  public var nightsAtHand: ClosedRange<CivilDate> { tonight.adding(days: -1)...tonight }

  /// Looks at the record at another moment.
  public mutating func setClock(now: Instant, machineClock: Int64? = nil) {
    self.now = now
    self.machineClock = max(now.milliseconds, machineClock ?? now.milliseconds)
    foldPlan()
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
  }

  /// Takes in what was read.
  public mutating func take(_ loaded: [LoadedPartition]) {
    for part in loaded {
      findings[part.partition] = part.findings.isEmpty ? nil : part.findings
      switch part.partition {
      case .plan:
        if part.entries != history.entries {
          found = nil
          forgetAllRows()
        }
        history = PlanHistory(part.entries)
        keptCard = part.keptCard
        planMoment = nil
        foldPlan()
      case .night(let date):
        let night = Night(date: date, entries: part.entries)
        let unread = part.findings.filter { $0.kind == .unreadable }
        unreadOfRows[date] = unread.isEmpty ? nil : unread
        if let known = nights.updateValue(night, forKey: date) {
          if known != night { forgetRows(near: date, sameMarks: known.reachingMarks == night.reachingMarks) }
        } else if let row = rows[date], row.summary != NightSummary(night) {
          // It was written elsewhere, or here while it was not at hand.
          forgetRows(near: date, sameMarks: row.summary.marks.filter(\.reachesOut) == night.reachingMarks)
        }
      }
    }
  }

  /// What touches a night and is open or lasted over a day: by its row, and until that is made anew by the nights at hand.
  public func lasting(in date: CivilDate) -> [Interval] {
    if let row = rows[date] { return row.lasting }
    let run = NightRun(of: date...date) { dates in dates.map { NightSummary(night($0)) } }
    return figures(of: run).first?.lasting ?? []
  }

  /// Makes the row of a night, unless there is one, if all it needs is at hand.
  public mutating func makeRow(of date: CivilDate) {
    guard rows[date] == nil, nights[date] != nil else { return }
    let run = try? NightRun(of: date...date) { dates throws(NotAtHand) in try facts(of: dates) }
    if let run { take(rows: figures(of: run), unread: unreadOfRows.filter { $0.key == date }) }
  }

  /// A night of which nothing is at hand.
  public struct NotAtHand: Error {
    /// The night.
    public let night: CivilDate
  }

  /// The facts of some nights, as they were read or as they were listed.
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

  /// What is wrong with the record, as far as it was looked at: with tonight, the plan, the nights at hand and the whole.
  /// - Parameter withUnreadNights: false where nights that were only looked through do not matter.
  public func allFindings(withUnreadNights: Bool = true) -> [RecordFinding] {
    let others = findings.filter { $0.key != .plan && $0.key != .night(tonight) }.sorted { $0.key > $1.key }
    let whole = wholeFindings.nights.isEmpty ? [] : nights.keys.sorted(by: >)
    return RecordFinding.ranked(
      (findings[.night(tonight)] ?? []) + (findings[.plan] ?? []) + others.flatMap(\.value)
        + whole.flatMap { wholeFindings.nights[$0] ?? [] } + (withUnreadNights ? unreadNights : []) + doseFindings
        + plan.findings(catalogue) + wholeFindings.record)
  }

  /// When nights begin and end.
  public var bounds: NightBounds { history.bounds }

  /// True if there is a row for every night of a span.
  public func holdsRows(of nights: ClosedRange<CivilDate>) -> Bool {
    (0..<nights.count).allSatisfy { rows[nights[night: $0]] != nil }
  }

  /// The figures of the nights of a run; none before the plan was read.
  public func figures(of run: NightRun) -> [NightFigures] {
    planMoment.map { history.figures(of: run, plan: plan, catalogue: catalogue, asOf: $0) } ?? []
  }

  /// Takes in what is wrong with the record as a whole. What was found before stands until all was looked at anew.
  public mutating func take(findings: WholeFindings) {
    if findings.isComplete || !wholeFindings.isComplete { wholeFindings = findings }
    wantsWholeFindings = !findings.isComplete
  }

  /// Takes in the rows of some nights.
  /// - Parameter unread: what could not be read for them.
  public mutating func take(rows figures: [NightFigures], unread: [CivilDate: [RecordFinding]]) {
    var isOther = false
    for row in figures {
      unreadOfRows[row.night] = nil
      if let known = rows.updateValue(row, forKey: row.night), known != row { isOther = true }
    }
    unreadOfRows.merge(unread) { $1 }
    if isOther { rowsChanged += 1 }
  }

  private mutating func forgetRows(of dates: some Sequence<CivilDate>) {
    for date in dates { (rows[date], unreadOfRows[date]) = (nil, nil) }
    rowsChanged += 1
  }

  /// Forgets the rows of nights that could not be read whole, so that they are looked at anew.
  public mutating func forgetUnreadRows() {
    if !unreadOfRows.isEmpty { forgetRows(of: Array(unreadOfRows.keys)) }
  }

  private mutating func forgetAllRows() {
    (rows, unreadOfRows) = ([:], [:])
    rowsChanged += 1
  }

  /// True if the record that was here was not there when it was last read.
  public var isMissing: Bool { (findings[.plan] ?? []).contains { $0.kind == .recordMissing } }

  /// False if part of a night could not be read, as far as it was looked at, or the record is not there.
  public func isWhole(_ date: CivilDate) -> Bool {
    let findings = (findings[.night(date)] ?? []) + (unreadOfRows[date] ?? []) + (found?.unread[date] ?? [])
    return !isMissing && !findings.contains { $0.kind == .unreadable }
  }

  /// True if nothing of a night is known and there may be something that cannot be read: in it, or in a folder it may lie in.
  public func isHidden(_ date: CivilDate) -> Bool {
    guard nights[date] == nil, isWhole(date) else { return !isWhole(date) }
    return allFindings.contains { $0.hidden?.contains(date) == true }
  }

  /// False if part of the record is known that cannot be read.
  public var isAllRead: Bool {
    unreadOfRows.isEmpty && found?.unread.isEmpty != false
      && !allFindings.contains { $0.kind == .unreadable }
  }

  /// What could not be read of nights that are not at hand, where many were looked at: of several in one sentence.
  public var unreadNights: [RecordFinding] {
    let unread = unreadOfRows.merging(found?.unread ?? [:]) { $1 }.filter { findings[.night($0.key)] == nil }
    let sentences = Set(unread.values.flatMap(\.self))
    guard sentences.count > 1, let newest = unread.keys.max() else { return Array(sentences) }
    return [.unreadNights(unread.count, newest: newest)]
  }

  private var allFindings: [RecordFinding] { wholeFindings.record + findings.values.flatMap(\.self) }

  /// False if part of the plan could not be read, or the record is not there.
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

  /// Forgets the figures that a night counts for: a mask put on in one and taken off in another counts for all between.
  /// - Parameter sameMarks: true if all that begins or ends something in the night is as it was.
  public mutating func forgetRows(near date: CivilDate, sameMarks: Bool = false) {
    found = nil
    let reach = sameMarks ? 1 : Interval.farthest + 1
    forgetRows(of: (-reach...reach).map { date.adding(days: $0) })
  }

  /// Forgets every figure, because what they are made of may have changed.
  public mutating func forgetRows() {
    (found, progress) = (nil, nil)
    forgetAllRows()
  }

  /// A night as far as it is at hand; empty until it was read.
  public func night(_ date: CivilDate) -> Night { nights[date] ?? Night(date: date, entries: []) }

  /// The item an entry comes to now, taken back or not.
  public func item(_ target: Target) -> Item? { nights[target.night]?.timeline.item(target.id) }

  /// The item of an entry that was not taken back.
  public func standing(_ target: Target) -> Item? { item(target).flatMap { $0.isRetracted ? nil : $0 } }

  /// The nights of some that have no row yet, from the first to the last of them; nil if all have one.
  public func missingRows(_ dates: some Collection<CivilDate>) -> ClosedRange<CivilDate>? {
    let wanted = dates.filter { rows[$0] == nil }
    guard let first = wanted.min(), let last = wanted.max() else { return nil }
    return first...last
  }
}

extension Night {
  /// The marks of what may go on in other nights.
  fileprivate var reachingMarks: [IntervalMark] { marks.filter(\.reachesOut) }
}

extension IntervalMark {
  /// False for what never leaves its night.
  fileprivate var reachesOut: Bool { ![Interval.Kind.wake.opening, Interval.Kind.wake.closing].contains(kind) }
}
