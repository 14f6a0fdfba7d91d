internal import AppCore
public import NightModel
public import NightReports
public import NightStore
internal import Text

/// Reads what signs and the page for the clinic are made of, by the plan as it stands on the disk now.
public struct ReportReading {
  private let store: Store
  private let now: Instant
  private let version: String
  private let remark: (PartitionReading) -> Void
  private let history: PlanHistory
  /// The plan as it stands.
  public let plan: Plan
  /// The care catalogue with the family's own items.
  public let catalogue: Catalogue

  /// What a store holds at a moment. `version` is the program's, which the page names. `remark` is told the reading of
  /// each night that is not sound.
  public init(
    _ store: Store, now: Instant, version: String, remark: @escaping (PartitionReading) -> Void = { _ in }
  ) {
    (self.store, self.now, self.version, self.remark) = (store, now, version, remark)
    history = PlanHistory(store.plan().known)
    plan = history.plan(asOf: now)
    catalogue = plan.adapted(.standard)
  }

  /// Tonight's date.
  private var tonight: CivilDate { plan.nightRule.night(of: now) }

  /// The night a span ends with unless said otherwise: tonight once something is written for it, else the one before.
  public var newestNight: CivilDate {
    let isEmpty = Night(date: tonight, entries: store.nights([tonight])[0].entries).items.isEmpty
    return isEmpty ? tonight.adding(days: -1) : tonight
  }

  /// Figures with those of the nights before that rules look back to.
  private func figures(from first: CivilDate, to last: CivilDate) -> [NightFigures] {
    figures(of: store.run(of: first.adding(days: -SignWatch.reach)...last, remark: remark))
  }

  /// What the rules find now; nil where too few nights are recorded for any.
  public var findings: [SignFinding]? {
    let newest = newestNight
    return SignWatch(figures(from: newest, to: newest), plan: plan, running: tonight)
      .findings(asOf: newest, catalogue: catalogue)
  }

  /// What the page for the clinic is made of.
  /// - Throws: `Refusal` if nothing can be said of the span.
  public func facts(_ request: ReportRequest) throws(Refusal) -> ClinicFacts {
    // A night in a folder that cannot be listed may be there; the page says that it is not in it.
    let isListed = store.unlistedFolders().isEmpty
    try request.check(oldest: isListed ? store.oldestNight() : request.from, newest: tonight)
    let days = request.from.daysSince1970...request.to.daysSince1970
    let readings = store.nights(days.map { CivilDate(daysSince1970: $0) })
    for reading in readings { remark(reading) }
    let nights = zip(days, readings).map { Night(date: CivilDate(daysSince1970: $0), entries: $1.entries) }
    let run = store.run(of: request.from.adding(days: -SignWatch.reach)...request.to, having: nights, remark: remark)
    return ClinicFacts(
      request, nights: nights, figures: figures(of: run), plan: plan, catalogue: catalogue,
      damaged: zip(nights, readings).filter { !$1.isWhole }.map(\.0.date), now: now, version: version)
  }

  /// Does what is to become of a report. `home` is the home folder, which `~/` at the beginning of a typed path stands
  /// for; nil if there is none.
  func outcome(_ job: ReportJob, home: String?) -> ReportOutcome {
    do {
      switch job {
      case .read(let request): return .page(ClinicReading.blocks(try facts(request)))
      case .write(let request, let format, let path, let replaces):
        let place = try TypedPath.resolved(path, home: home)
        if !replaces, (try? store.files.status(at: place)) != nil { return .isThere(format, path) }
        let page = Array(text(try facts(request), format).utf8)
        try ExportFiles(files: store.files, replaces: replaces).write([page], to: place)
        return .written(place)
      }
    } catch {
      let sentence =
        switch error {
        case let refusal as Refusal: refusal.sentence
        case let error as StoreError: error.sentence
        case let error as TypedPathError: error.sentence
        default: "it could not be made"
        }
      return .refused("\(sentence.capitalizedFirst).")
    }
  }

  /// The page as it stands in a file.
  public func text(_ facts: ClinicFacts, _ format: ReportFormat) -> String {
    format == .html ? ClinicHTML.text(facts) : ClinicText.text(facts) + "\n"
  }

  private func figures(of run: NightRun) -> [NightFigures] {
    history.figures(of: run, plan: plan, catalogue: catalogue, asOf: now)
  }
}
