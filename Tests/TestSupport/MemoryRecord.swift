import AppCore
import NightModel

/// A record in memory, for tests of the screens: keeps entries by partition, and undoes as the store does.
@MainActor package final class MemoryRecord {
  /// What is kept.
  package private(set) var entries: [Partition: [Entry]] = [:]
  /// How clocks are set where it is kept.
  package var zone = Zone.fixed(minutes: 60)
  /// How saves go.
  package var disk = Disk.works

  /// How a save can go.
  package enum Disk: Sendable {
    /// It is written.
    case works
    /// The record cannot be written; what was to be saved waits beside it.
    case keepsBeside
    /// It is written to the record, and the disk does not confirm it.
    case doesNotConfirm
    /// Nothing can be written anywhere.
    case refuses
  }
  /// What is wrong with each partition.
  package var findings: [Partition: [RecordFinding]] = [:]
  /// How often it was asked what undo would take back.
  package private(set) var previews = 0
  /// How often last doses were looked for.
  package private(set) var doseLooks = 0
  /// How many looks it takes until all nights were looked at.
  package var looksForDoses = 1
  /// How often a new record was begun where one is missing.
  package private(set) var newRecords = 0
  /// How many partitions were read.
  package private(set) var reads = 0

  /// The files that reports were written to, by their paths, with what was asked for.
  package private(set) var reports: [String: ReportRequest] = [:]
  /// How many nights' rows are made between two keys; nil for all.
  package var slice: Int?
  private var prepared = 0

  private var count: UInt64 = 0
  /// What the clock of whoever writes shows, and showed at the first entry: stamps go on as it does.
  private var now: Instant?
  private var began: Instant?
  private var done: [(action: EntryID, partitions: [Partition])] = []
  private var undone: [(action: EntryID, partitions: [Partition])] = []

  /// A record that holds what `samples` made, in the plan or by night.
  package init(plan: [Entry] = [], nights: [CivilDate: [Entry]] = [:]) {
    entries[.plan] = plan
    for (date, written) in nights { entries[.night(date)] = written }
  }

  /// The same record, to go on with separately.
  package func copy() -> MemoryRecord {
    let copy = MemoryRecord()
    (copy.entries, copy.disk, copy.findings, copy.count) = (entries, disk, findings, count)
    copy.reports = reports
    (copy.done, copy.undone, copy.zone) = (done, undone, zone)
    return copy
  }

  /// The world this record makes, at a moment that `clock` says.
  package func world(clock: @escaping @MainActor () -> Instant, uptime: @escaping @MainActor () -> Int64) -> World {
    var world = World(
      now: { MainActor.assumeIsolated(clock) }, isFrozen: true, uptime: { MainActor.assumeIsolated(uptime) },
      zone: zone,
      load: { partitions in MainActor.assumeIsolated { self.load(partitions) } },
      oldestNight: { MainActor.assumeIsolated { self.recordedNights.first } },
      rows: { span in MainActor.assumeIsolated { self.rows(span) } },
      newestRows: { span in MainActor.assumeIsolated { self.newestRows(span) } },
      prepareRows: { MainActor.assumeIsolated { self.prepareRows() } },
      search: { query, labels in MainActor.assumeIsolated { self.search(query, labels) } },
      save: { drafts in
        MainActor.assumeIsolated {
          self.now = clock()
          return self.save(drafts)
        }
      },
      undo: { _, _ in
        MainActor.assumeIsolated {
          self.now = clock()
          return self.step(.undo)
        }
      },
      redo: { _, _ in
        MainActor.assumeIsolated {
          self.now = clock()
          return self.step(.redo)
        }
      },
      nextUndo: { MainActor.assumeIsolated { self.nextUndo } })
    world.lastDoses = { question in MainActor.assumeIsolated { self.lastDoses(question) } }
    world.beginNew = {
      MainActor.assumeIsolated {
        self.newRecords += 1
        self.findings = [:]
      }
    }
    world.report = { job in MainActor.assumeIsolated { self.report(job) } }
    return world
  }

  private func report(_ job: ReportJob) -> ReportOutcome {
    switch job {
    case .read(let request):
      return .page([
        .paragraph("The report of \(request.from) to \(request.to)."), .paragraph("Nothing else is in it."),
      ])
    case .write(let request, let format, let path, let replaces):
      if reports[path] != nil, !replaces { return .isThere(format, path) }
      if path.hasPrefix("/nowhere") { return .refused("\(path) could not be written.") }
      reports[path] = request
      return .written(path)
    }
  }

  /// Takes an item back as another machine would.
  package func retract(_ item: Item) {
    let night = Samples().night
    let body = Timeline(entries[.night(night)] ?? []).retraction(of: item)
    _ = write([Draft(partition: .night(night), at: item.at, body: body)], via: nil)
  }

  /// Loses all entries of a partition, whose file is there.
  package func empty(_ partition: Partition) { entries[partition] = [] }

  /// Writes an entry as another machine would.
  package func add(_ entry: Entry, to partition: Partition) { entries[partition, default: []].append(entry) }

  /// The items of a night that stand.
  package func items(of night: CivilDate) -> [Item] {
    Timeline(entries[.night(night)] ?? []).items
  }

  private func load(_ partitions: [Partition]) -> [LoadedPartition] {
    reads += partitions.count
    return partitions.map { LoadedPartition(partition: $0, entries: entries[$0] ?? [], findings: findings[$0] ?? []) }
  }

  /// What could not be read of a night; nil if all was.
  private func unread(_ night: CivilDate) -> [RecordFinding]? {
    let unread = (findings[.night(night)] ?? []).filter { $0.kind == .unreadable }
    return unread.isEmpty ? nil : unread
  }

  private func rows(_ span: ClosedRange<CivilDate>) -> NightRun {
    var unread: [CivilDate: [RecordFinding]] = [:]
    var run = NightRun(of: span) { dates in
      reads += dates.count
      for date in dates { unread[date] = self.unread(date) }
      return dates.map { NightSummary(Night(date: $0, entries: entries[.night($0)] ?? [])) }
    }
    run.unread = unread
    return run
  }

  private func newestRows(_ span: ClosedRange<CivilDate>) -> NightRun {
    let count = max(1, slice ?? span.count)
    return rows(max(span.lowerBound, span.upperBound.adding(days: 1 - count))...span.upperBound)
  }

  private func prepareRows() -> RowProgress {
    let total = recordedNights.count
    prepared = min(total, prepared + (slice ?? total))
    return RowProgress(done: prepared, total: total, isComplete: prepared == total)
  }

  private func lastDoses(_ question: DoseQuestion) -> KnownDoses {
    doseLooks += 1
    var known = KnownDoses()
    guard doseLooks % looksForDoses == 0 else { return known }
    for date in recordedNights where !question.atHand.contains(date) {
      if let unread = unread(date) { known.miss(question.medicines, unread) }
      let night = Night(date: date, entries: entries[.night(date)] ?? [])
      for dose in night.doses(clock: question.clock) { known.add(dose, question) }
    }
    known.complete(question)
    return known
  }

  private func search(_ query: SearchQuery, _ labels: OwnLabels) -> SearchOutcome {
    var outcome = SearchOutcome()
    for night in recordedNights.reversed() {
      outcome.unread[night] = unread(night)
      query.matches(in: EntryLines(Night(date: night, entries: entries[.night(night)] ?? [])), labels: labels) { line in
        outcome.hits.append(SearchHit(target: Target(night: night, id: line.id), at: line.at))
      }
    }
    return outcome
  }

  private var recordedNights: [CivilDate] {
    entries.keys.compactMap { if case .night(let date) = $0 { date } else { nil } }.sorted()
  }

  private func save(_ drafts: [Draft]) -> SaveOutcome {
    let words = drafts.map { $0.words(.standard) }
    if disk == .refuses {
      let lost = drafts.map { draft in
        var draft = draft
        draft.id = draft.id ?? nextID(draft.at)
        return draft
      }
      return .notSaved(NotSaved(reason: "the disk is full", lost: lost, words: words))
    }
    let saved = write(drafts, via: nil)
    if let first = saved.first { done.append((first.action, drafts.map(\.partition))) }
    undone = []
    let partitions = drafts.partitions
    if disk != .works {
      return .notSaved(
        NotSaved(
          reason: "the disk is full", kept: saved, isRead: disk == .doesNotConfirm, partitions: partitions,
          lost: [], words: words))
    }
    return .saved(saved, in: partitions)
  }

  private func write(_ drafts: [Draft], via: Entry.Via?) -> [Entry] {
    var action: EntryID?
    began = began ?? now
    let passed = now.flatMap { now in began.map { max(0, now.milliseconds - $0.milliseconds) } } ?? 0
    return drafts.map { draft in
      let id = draft.id ?? nextID(draft.at)
      action = action ?? id
      let entry = Entry(
        id: id, stamp: Stamp(milliseconds: 1_800_000_000_000 + passed + Int64(count), counter: 0, writer: "robotrob"),
        at: draft.at, by: draft.by, action: action, via: via, movedFrom: draft.movedFrom,
        over: draft.over, dated: draft.dated, body: draft.body)
      entries[draft.partition, default: []].append(entry)
      return entry
    }
  }

  private func nextID(_ at: Instant) -> EntryID {
    count += 1
    return EntryID(milliseconds: at.milliseconds, random: (count, 0xABCD))
  }

  private func step(_ command: Command) -> UndoOutcome {
    let isUndo = command == .undo
    guard let last = newest(command) else { return .done(words: []) }
    if isUndo { done.removeLast() } else { undone.removeLast() }
    let drafts = drafts(command, last)
    _ = write(drafts, via: isUndo ? .undo : .redo)
    let words = last.partitions.eachOnce.flatMap { partition in
      Timeline(entries[partition] ?? []).items(touchedBy: last.action).map { item in
        "\(item.isRetracted ? "Taken back" : "Stands again"): \(self.words(item))."
      }
    }
    if isUndo { undone.append(last) } else { done.append(last) }
    return .done(words: words)
  }

  /// The newest action that still stands; those that were taken back otherwise are passed over.
  private func newest(_ command: Command) -> (action: EntryID, partitions: [Partition])? {
    while let last = command == .undo ? done.last : undone.last {
      if !drafts(command, last).isEmpty { return last }
      if command == .undo { done.removeLast() } else { undone.removeLast() }
    }
    return nil
  }

  private func drafts(_ command: Command, _ last: (action: EntryID, partitions: [Partition])) -> [Draft] {
    last.partitions.eachOnce.compactMap { partition in
      let timeline = Timeline(entries[partition] ?? [])
      let body = command == .undo ? timeline.undoing(action: last.action) : timeline.redoing(action: last.action)
      let at = timeline.all.last?.at ?? Instant(milliseconds: 0, offsetMinutes: 0)
      return body.map { Draft(partition: partition, at: at, body: $0) }
    }
  }

  private func words(_ item: Item) -> String {
    "\(item.at.time) \(item.words(Plan(entries: entries[.plan] ?? []).adapted(.standard)))"
  }

  private var nextUndo: UndoPreview? {
    guard let last = newest(.undo) else { return nil }
    previews += 1
    let own = last.partitions.eachOnce.flatMap { entries[$0] ?? [] }.filter { $0.action == last.action }
    let touched = last.partitions.eachOnce.flatMap { partition in
      Timeline(entries[partition] ?? []).items(touchedBy: last.action)
    }
    let words = touched.map { item in
      let isWritten = own.contains { $0.id == item.id }
      return "would \(isWritten ? "take back" : item.isRetracted ? "bring back" : "go back to"): \(self.words(item))"
    }
    return UndoPreview(words: words, by: (own.last { !$0.names.isEmpty } ?? own.last)?.by)
  }
}
