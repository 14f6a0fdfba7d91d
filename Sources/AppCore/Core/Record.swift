internal import NightModel

/// What the program has read of the record: the plan, the nights on the screen, and a row for each night that was listed.
struct Record: Hashable, Sendable {
  private(set) var plan = Plan()
  /// The care catalogue as this family has it.
  var catalogue: Catalogue { adapted.value }
  private(set) var nights: [CivilDate: Night] = [:] {
    didSet { nightChanges = Derived(value: nightChanges.value + 1) }
  }
  /// The figures of the nights that were listed, so that scrolling back reads nothing twice.
  private(set) var rows: [CivilDate: NightFigures] = [:]
  /// What could not be read of the nights that were listed or were at hand, and of those around them that count for their
  /// figures.
  private var unreadOfRows: [CivilDate: [RecordFinding]] = [:]
  /// How far the rows of all nights are; nil until it was looked at.
  var progress: RowProgress?
  /// What was found last; nil if it may have changed since.
  var found: Found?
  /// The first night that has anything written; nil until it was asked for.
  var oldest: CivilDate?
  /// The emergency card as it was kept before, where the plan it is made of is damaged or gone.
  private(set) var keptCard: String?
  /// What is wrong with the partitions that are read; nothing where all is well.
  private(set) var findings: [Partition: [RecordFinding]] = [:]
  /// What is wrong with the record as a whole, as it was last looked for.
  private(set) var wholeFindings = WholeFindings(isComplete: false)
  /// True where that is to be looked for, between keys: at the beginning, and each minute anew.
  var wantsWholeFindings = true

  /// A number that is another one once any row is another or was forgotten. A row more makes no other of it: what was
  /// worked out from nights that were all there stands.
  var rowsChanged: Int { changes.value }

  /// A number that is another one once any night at hand is.
  var nightsChanged: Int { nightChanges.value }

  private var changes = Derived(value: 0)
  private var nightChanges = Derived(value: 0)
  private var adapted = Derived(value: Catalogue.standard)
  private var history = PlanHistory()
  private var planMoment: Instant?

  /// The plan as it stands at `now`.
  mutating func foldPlan(now: Instant) {
    defer { planMoment = now }
    if let known = planMoment {
      // Only settings dated ahead make the plan another one as time goes by.
      guard let other = history.plan(asOf: now, unlessAsAt: known) else { return }
      plan = other
    } else {
      plan = history.plan(asOf: now)
    }
    adapted = Derived(value: plan.adapted(.standard))
  }

  /// Takes in what was read.
  mutating func take(_ loaded: [Loaded], now: Instant) {
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
        foldPlan(now: now)
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
  func lasting(in date: CivilDate) -> [Interval] {
    if let row = rows[date] { return row.lasting }
    let run = NightRun(of: date...date) { dates in dates.map { NightSummary(night($0)) } }
    return figures(of: run).first?.lasting ?? []
  }

  /// Makes the row of a night, unless there is one, if all it needs is at hand.
  mutating func makeRow(of date: CivilDate) {
    guard rows[date] == nil, nights[date] != nil else { return }
    let run = try? NightRun(of: date...date) { dates throws(NotAtHand) in try facts(of: dates) }
    if let run { take(rows: figures(of: run), unread: unreadOfRows.filter { $0.key == date }) }
  }

  /// A night of which nothing is at hand.
  struct NotAtHand: Error {
    let night: CivilDate
  }

  /// The facts of some nights, as they were read or as they were listed.
  func facts(of dates: [CivilDate]) throws(NotAtHand) -> [NightSummary] {
    var facts: [NightSummary] = []
    for date in dates {
      guard let known = nights[date].map({ NightSummary($0) }) ?? rows[date]?.summary else {
        throw NotAtHand(night: date)
      }
      facts.append(known)
    }
    return facts
  }

  /// When nights begin and end.
  var bounds: NightBounds { history.bounds }

  /// True if there is a row for every night of a span.
  func holdsRows(of nights: ClosedRange<CivilDate>) -> Bool {
    (0..<nights.count).allSatisfy { rows[nights[night: $0]] != nil }
  }

  /// The figures of the nights of a run; none before the plan was read.
  func figures(of run: NightRun) -> [NightFigures] {
    planMoment.map { history.figures(of: run, plan: plan, catalogue: catalogue, asOf: $0) } ?? []
  }

  /// Takes in what is wrong with the record as a whole. What was found before stands until all was looked at anew.
  mutating func take(findings: WholeFindings) {
    if findings.isComplete || !wholeFindings.isComplete { wholeFindings = findings }
    wantsWholeFindings = !findings.isComplete
  }

  /// Takes in the rows of some nights.
  /// - Parameter unread: what could not be read for them.
  mutating func take(rows figures: [NightFigures], unread: [CivilDate: [RecordFinding]]) {
    var isOther = false
    for row in figures {
      unreadOfRows[row.night] = nil
      if let known = rows.updateValue(row, forKey: row.night), known != row { isOther = true }
    }
    unreadOfRows.merge(unread) { $1 }
    if isOther { changes = Derived(value: changes.value + 1) }
  }

  private mutating func forgetRows(of dates: some Sequence<CivilDate>) {
    for date in dates { (rows[date], unreadOfRows[date]) = (nil, nil) }
    changes = Derived(value: changes.value + 1)
  }

  /// Forgets the rows of nights that could not be read whole, so that they are looked at anew.
  mutating func forgetUnreadRows() {
    if !unreadOfRows.isEmpty { forgetRows(of: Array(unreadOfRows.keys)) }
  }

  private mutating func forgetAllRows() {
    (rows, unreadOfRows) = ([:], [:])
    changes = Derived(value: changes.value + 1)
  }

  /// True if the record that was here was not there when it was last read.
  var isMissing: Bool { (findings[.plan] ?? []).contains { $0.kind == .recordMissing } }

  /// False if part of a night could not be read, as far as it was looked at, or the record is not there.
  func isWhole(_ date: CivilDate) -> Bool {
    let findings = (findings[.night(date)] ?? []) + (unreadOfRows[date] ?? []) + (found?.unread[date] ?? [])
    return !isMissing && !findings.contains { $0.kind == .unreadable }
  }

  /// True if nothing of a night is known and there may be something that cannot be read: in it, or in a folder it may lie in.
  func isHidden(_ date: CivilDate) -> Bool {
    guard nights[date] == nil, isWhole(date) else { return !isWhole(date) }
    return allFindings.contains { $0.hidden?.contains(date) == true }
  }

  /// False if part of the record is known that cannot be read.
  var isAllRead: Bool {
    unreadOfRows.isEmpty && found?.unread.isEmpty != false
      && !allFindings.contains { $0.kind == .unreadable }
  }

  /// What could not be read of nights that are not at hand, where many were looked at: of several in one sentence.
  var unreadNights: [RecordFinding] {
    let unread = unreadOfRows.merging(found?.unread ?? [:]) { $1 }.filter { findings[.night($0.key)] == nil }
    let sentences = Set(unread.values.flatMap(\.self))
    guard sentences.count > 1, let newest = unread.keys.max() else { return Array(sentences) }
    return [
      RecordFinding(
        .unreadable,
        "\(NightWords.nights(unread.count)) could not be read whole, such as the \(NightWords.night(newest)); what could be "
          + "read is shown, and 'nightstand verify' lists all")
    ]
  }

  private var allFindings: [RecordFinding] { wholeFindings.record + findings.values.flatMap(\.self) }

  /// False if part of the plan could not be read, or the record is not there.
  var isPlanWhole: Bool {
    !(findings[.plan] ?? []).contains { $0.kind == .unreadable || $0.kind == .recordMissing }
  }

  /// Forgets the nights that no screen shows.
  mutating func keepNights(_ dates: Set<CivilDate>) {
    nights = nights.filter { dates.contains($0.key) }
    findings = findings.filter { partition, _ in
      if case .night(let date) = partition { dates.contains(date) } else { true }
    }
  }

  /// Forgets the figures that a night counts for: a mask put on in one and taken off in another counts for all between.
  /// - Parameter sameMarks: true if all that begins or ends something in the night is as it was.
  mutating func forgetRows(near date: CivilDate, sameMarks: Bool = false) {
    found = nil
    let reach = sameMarks ? 1 : Interval.farthest + 1
    forgetRows(of: (-reach...reach).map { date.adding(days: $0) })
  }

  /// Forgets every figure, because what they are made of may have changed.
  mutating func forgetRows() {
    (found, progress) = (nil, nil)
    forgetAllRows()
  }

  /// A night as far as it is at hand; empty until it was read.
  func night(_ date: CivilDate) -> Night { nights[date] ?? Night(date: date, entries: []) }

  /// The item an entry comes to now, taken back or not.
  func item(_ target: Target) -> Item? { nights[target.night]?.timeline.item(target.id) }
}

extension Night {
  /// The marks of what may go on in other nights.
  fileprivate var reachingMarks: [Mark] { marks.filter(\.reachesOut) }
}

extension Mark {
  /// False for what never leaves its night.
  fileprivate var reachesOut: Bool { ![Interval.Kind.wake.opening, Interval.Kind.wake.closing].contains(kind) }
}

/// Something that follows from the rest of a value, and so never tells two values apart.
struct Derived<Value: Sendable>: Hashable, Sendable {
  let value: Value

  static func == (one: Derived, other: Derived) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
