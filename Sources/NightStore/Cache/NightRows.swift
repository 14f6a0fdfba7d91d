public import NightModel

/// Many nights at once: their facts and their lines, from what is kept of them or, where that is not to be believed, from
/// the journal.
extension Store {
  /// The facts of every night of a run, with those around it that its figures need. `nights` are those of the run that
  /// were read already. `remark` is told the reading of each night that is not sound.
  public func run(
    of span: ClosedRange<CivilDate>, having nights: [Night] = [], remark: (PartitionReading) -> Void = { _ in }
  ) -> NightRun {
    let scan = NightScan(self)
    defer { scan.finish(keepingAny: false) }
    scan.add(nights)
    var run = NightRun(of: span) { scan.facts(of: $0, remark: remark) }
    run.unread = scan.unread
    return run
  }

  /// The newest nights of a run, so that a run of years can be had a little at a time: asked again for what is older,
  /// it goes on where it stopped. `goesOn` is asked after each few nights, well under a millisecond; false to stop for
  /// now. Nil while what is needed of the nights around them is not known; some of it is read in any case.
  public func newestRun(of span: ClosedRange<CivilDate>, while goesOn: () -> Bool) -> NightRun? {
    let (scan, isShort, isNew) = rows.scan(goingOnAt: span.upperBound)
    var first = span.upperBound.adding(days: 1)
    repeat {
      let dates = (max(span.lowerBound, first.adding(days: -2))...first.adding(days: -1)).nights
      first = dates[0]
      _ = scan.facts(of: dates)
      // Year by year, so that no step has many to write.
      if dates[0].components.year != dates[dates.count - 1].components.year { _ = scan.keepOne() }
      // Where it was short, all the time there is goes to what the first of them need of the nights around them.
    } while first > span.lowerBound && !isShort && goesOn()
    var isFirst = true
    let found = try? NightRun(of: first...span.upperBound) { dates throws(OutOfTime) in
      for start in stride(from: 0, to: dates.count, by: 2) {
        let some = Array(dates[start...].prefix(2))
        if scan.knows(some) { continue }
        guard isFirst || isShort && isNew || goesOn() else { throw OutOfTime() }
        isFirst = false
        _ = scan.facts(of: some)
      }
      return scan.facts(of: dates)
    }
    guard var run = found else {
      rows.keep(scan, until: span.upperBound, isShort: true)
      return nil
    }
    run.unread = scan.unread
    if first == span.lowerBound {
      scan.finish(keepingAny: true)
      rows.keep(scan, until: nil)
    } else {
      rows.keep(scan, until: first.adding(days: -1))
    }
    return run
  }

  /// Which of the kinds of event that nights are counted by are written before a night, each with one of those nights. They
  /// are looked through from the newest on, and in most records a few of them tell all. `remark` is told the reading of
  /// each night that is not sound.
  public func writtenSince(
    before night: CivilDate, remark: (PartitionReading) -> Void = { _ in }
  ) -> WrittenSince {
    let scan = NightScan(self)
    defer { scan.finish(keepingAny: false) }
    var since = WrittenSince()
    for year in scan.years() where !since.holdsCounted {
      let nights = scan.nights(of: year).filter { $0 < night }
      for start in stride(from: 0, to: nights.count, by: 16) where !since.holdsCounted {
        for facts in scan.facts(of: Array(nights.dropFirst(start).prefix(16)), remark: remark) { since.take(facts) }
      }
    }
    return since
  }

  /// The edges of nights before a night of what may still go on in it. `edges` are those of the nights from it on.
  /// `remark` is told the reading of each night that is not sound.
  public func edges(
    before night: CivilDate, known edges: [IntervalEdge], remark: (PartitionReading) -> Void = { _ in }
  ) -> [IntervalEdge] {
    let scan = NightScan(self)
    defer { scan.finish(keepingAny: false) }
    return NightRun.edges(before: night, known: edges) { scan.facts(of: $0, remark: remark) }
  }

  /// Looks through all nights, newest first. `labels` is what items of the family's own are called. `remark` is told
  /// the reading of each night that is not sound. `found` is told every entry that was found, newest first.
  public func search(
    _ query: SearchQuery, labels: OwnLabels, remark: (PartitionReading) -> Void = { _ in },
    found: (EntryLine) -> Void
  ) {
    let scan = NightScan(self)
    let nights = scan.recordedNights().filter(query.covers).reversed()
    for start in stride(from: 0, to: nights.count, by: 64) {
      for row in scan.rows(of: Array(nights.dropFirst(start).prefix(64)), remark: remark) {
        query.matches(in: row.lines, labels: labels, found)
      }
    }
    scan.finish(keepingAny: true)
  }
}

/// Thrown where more nights would have to be read than there is time for.
private struct OutOfTime: Error {}

/// What one night comes to, as it was kept or as it was just read.
enum NightRow {
  /// As it was kept.
  case kept(CivilDate, NightCache.Row)
  /// As it was read.
  case read(Night)

  /// The night's facts; nil if what was kept is no such thing after all.
  var summary: NightSummary? {
    switch self {
    case .kept(_, let row): NightSummary(encoded: row.summary)
    case .read(let night): NightSummary(night)
    }
  }

  /// The night's doses: all that were written, or of what was kept the last of each medicine. `clock` is what the clock
  /// shows, in milliseconds since 1970.
  func doses(clock: Int64) -> [Dose] {
    switch self {
    case .kept(_, let row): NightSummary.doses(encoded: row.summary)
    case .read(let night): night.doses(clock: clock)
    }
  }

  /// The night's lines.
  var lines: EntryLines {
    switch self {
    case .kept(let date, let row): EntryLines(night: date, encoded: row.lines)
    case .read(let night): EntryLines(night)
    }
  }
}
