public import NightModel
public import NightReports
internal import NightStore
internal import Text

/// Makes the page for the clinic.
extension RecordReader {
  /// What the page is made of. `version` is the program's, which the page names. Throws `Refusal` if nothing can be said
  /// of the span.
  public func facts(_ request: ReportRequest, version: String) throws(Refusal) -> ClinicFacts {
    // A night in a folder that cannot be listed may be there; the page says that it is not in it.
    let isListed = store.unlistedFolders().isEmpty
    let known = store.extent()
    try request.check(oldest: isListed ? known?.oldest : request.from, newest: view.tonight)
    let nights = nights((request.from...request.to).nights)
    // The rules for signs look at every night from the first of the record on.
    var extent = known ?? RecordExtent(request.from)
    extent.add(request.from...request.to)
    let figures = extent.stretches(to: request.to).flatMap { self.figures(of: $0, having: nights) }
    return ClinicFacts(
      request, nights: nights, figures: figures, plan: view.plan, catalogue: view.catalogue,
      damaged: nights.map(\.date).filter { !view.isWhole($0) }, now: view.now, version: version)
  }

  /// Does what is to become of a report. `home` is the home folder, which `~/` at the beginning of a typed path stands
  /// for; nil if there is none. `version` is the program's, which the page names.
  func outcome(_ job: ReportJob, home: String?, version: String) -> ReportOutcome {
    do {
      switch job {
      case .read(let request): return .page(ClinicReading.blocks(try facts(request, version: version)))
      case .write(let request, let format, let path, let replaces):
        let place = try TypedPath.resolved(path, home: home)
        if !replaces, (try? store.files.status(at: place)) != nil { return .isThere(format, path) }
        let page = Array(format.text(try facts(request, version: version)).utf8)
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
}

extension ReportFormat {
  /// The page as it stands in a file.
  public func text(_ facts: ClinicFacts) -> String {
    switch self {
    case .html: ClinicHTML.text(facts)
    case .text: ClinicText.text(facts) + "\n"
    }
  }
}
