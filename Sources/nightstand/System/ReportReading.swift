import AppCore
import NightModel
import NightReports
import NightStore

/// Reads what signs and the page for the clinic are made of, by the plan as it stands on the disk now.
struct ReportReading {
  private let store: Store
  private let now: Instant
  private let remark: (PartitionReading) -> Void
  private let history: PlanHistory
  /// The plan as it stands.
  let plan: Plan
  /// The care catalogue with the family's own items.
  let catalogue: Catalogue

  /// What a store holds at a moment.
  /// - Parameter remark: told the reading of each night that is not sound.
  init(_ store: Store, now: Instant, remark: @escaping (PartitionReading) -> Void = { _ in }) {
    (self.store, self.now, self.remark) = (store, now, remark)
    history = PlanHistory(store.plan().known)
    plan = history.plan(asOf: now)
    catalogue = plan.adapted(.standard)
  }

  /// Tonight's date.
  var tonight: CivilDate { plan.nightRule.night(of: now) }

  /// The night a span ends with unless said otherwise: tonight once something is written for it, else the one before.
  var newestNight: CivilDate {
    let isEmpty = Night(date: tonight, entries: store.nights([tonight])[0].entries).items.isEmpty
    return isEmpty ? tonight.adding(days: -1) : tonight
  }

  /// Figures with those of the nights before that rules look back to.
  func figures(from first: CivilDate, to last: CivilDate) -> [NightFigures] {
    figures(of: store.run(of: first.adding(days: -SignWatch.reach)...last, remark: remark))
  }

  /// What the rules find now; nil where too few nights are recorded for any.
  var findings: [SignFinding]? {
    let newest = newestNight
    return SignWatch(figures(from: newest, to: newest), plan: plan, running: tonight)
      .findings(asOf: newest, catalogue: catalogue)
  }

  /// What the page for the clinic is made of.
  /// - Throws: `Refusal` if nothing can be said of the span.
  func facts(_ request: ReportRequest) throws(Refusal) -> ClinicFacts {
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
      damaged: zip(nights, readings).filter { !$1.isWhole }.map(\.0.date), now: now, version: Machine.version)
  }

  /// Does what is to become of a report.
  func outcome(_ job: ReportJob) -> ReportOutcome {
    do {
      switch job {
      case .read(let request): return .page(ClinicReading.facts(try facts(request)))
      case .write(let request, let format, let path, let replaces):
        let place = try OutputFile.place(path, home: Machine.environment()["HOME"])
        if !replaces, OutputFile.exists(place) { return .isThere(format, path) }
        try OutputFile.write(text(try facts(request), format), to: place, replaces: replaces)
        return .written(place)
      }
    } catch {
      return .refused("\((Failure(error)?.sentence ?? "it could not be made").capitalizedFirst).")
    }
  }

  /// The page as it stands in a file.
  func text(_ facts: ClinicFacts, _ format: ReportFormat) -> String {
    format == .html ? ClinicHTML.text(facts) : ClinicText.text(facts) + "\n"
  }

  private func figures(of run: NightRun) -> [NightFigures] {
    history.figures(of: run, plan: plan, catalogue: catalogue, asOf: now)
  }
}
