public import NightModel
public import NightStore

/// Fills a view of the record from the disk, as far as a command or a report asks, so that both show what the screens
/// would.
public final class RecordReader {
  /// The record on the disk.
  let store: Store
  /// The plan at the moment the record is looked at.
  let plan: Plan
  /// What was read so far, and what was computed from it. It is begun by who asks for it, because it decodes the care
  /// catalogue, which a command that only writes does without.
  public var view: RecordView {
    let view = known ?? begin()
    known = view
    return view
  }
  private var known: RecordView?
  private let begin: () -> RecordView
  private let remark: (PartitionReading) -> Void

  /// A reader of a record whose plan was read already. `now` is the moment the record is looked at, `machineClock` what
  /// the machine's clock shows, in milliseconds since 1970, if that is later. `remark` is told every reading that
  /// somebody asked for, and of the others those that are not sound.
  public init(
    _ store: Store, plan: PartitionReading, now: Instant, machineClock: Int64? = nil,
    remark: @escaping (PartitionReading) -> Void = { _ in }
  ) {
    (self.store, self.remark) = (store, remark)
    let history = PlanHistory(plan.known)
    self.plan = history.plan(asOf: now)
    begin = {
      var view = RecordView(now: now, machineClock: machineClock)
      view.load(plan: LoadedPartition(plan), folded: history)
      return view
    }
  }

  /// Some nights in the order asked for, whatever can be read of them.
  public func nights(_ dates: some Sequence<CivilDate>) -> [Night] {
    let dates = Array(dates)
    for reading in store.nights(dates) {
      remark(reading)
      change { $0.load([LoadedPartition(reading)]) }
    }
    return dates.map { view.night($0) }
  }

  /// The newest night that counts in lists, rules and reports.
  public var newestNight: CivilDate {
    _ = nights([view.tonight])
    return view.newestNight
  }

  /// Reads tonight, the night before, and what else the board tells.
  public func readTonight() {
    let nights = nights(view.nightsAtHand.nights)
    let duty = store.duty(before: nights[0].date, now: view.now)
    let edges = store.edges(before: nights[0].date, known: nights.flatMap(\.edges), remark: remark)
    change {
      $0.add(dutyBefore: duty)
      $0.add(earlierEdges: edges)
    }
    complete(.doses)
  }

  /// The figures of a run of nights, oldest first, with what reaches into it from the nights around it; counted since each
  /// kind of event is written, which the nights before them tell. `nights` are those of the run that were read already.
  public func figures(of span: ClosedRange<CivilDate>, having nights: [Night] = []) -> [NightFigures] {
    let figures = view.figures(of: store.run(of: span, having: nights, remark: remark))
    var since = store.writtenSince(before: span.lowerBound, remark: remark)
    for night in figures { since.take(night.summary) }
    return figures.counted(since: since)
  }

  /// What the rules say now; nil in a closed record.
  public var signs: SignState? {
    _ = newestNight
    complete(.wholeRecord)
    return view.signs
  }

  /// The figures of a run of nights with the lines of the list under which a sign stood; looks at every night there is,
  /// as the rules do.
  public func withSigns(_ figures: [NightFigures]) -> [NightFigures] {
    _ = newestNight
    complete(.wholeRecord)
    return figures.map { night in
      var night = night
      night.signs = view.isWatched && night.entries > 0 ? view.signLines(of: night.night) : nil
      return night
    }
  }

  /// Computes something whole, reading what that needs.
  private func complete(_ computation: Computation) {
    while view.wants(computation) {
      switch change({ $0.goOn(with: computation) }) {
      case nil: break
      case .rows(let span):
        let run = store.run(of: span, remark: remark)
        let figures = view.figures(of: run)
        change { $0.add(rows: figures, unread: run.unread) }
      case .allRows: change { $0.progress = store.prepareRows { true } }
      case .extent: change { $0.extent = store.extent() ?? RecordExtent($0.tonight) }
      case .doses(let question):
        let doses = store.lastDoses(question, remark: remark)
        change { $0.add(doses: doses, for: question) }
      }
    }
  }

  /// Changes what was read. It is taken out meanwhile, so that nothing of years of nights is copied.
  private func change<Result>(_ change: (inout RecordView) -> Result) -> Result {
    var view = view
    known = nil
    defer { known = view }
    return change(&view)
  }
}

extension LoadedPartition {
  /// What a reading holds, and what of it could not be read.
  fileprivate init(_ reading: PartitionReading) {
    self.init(partition: reading.partition, entries: reading.known, findings: reading.unread)
  }
}
