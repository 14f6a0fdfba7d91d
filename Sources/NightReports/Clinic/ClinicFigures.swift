internal import NightModel
internal import Text

/// The figures of the page for the clinic: medians over the nights recorded, never a norm beside them.
extension ClinicMaking {
  /// One table for mask, care and sleep, as far as they are wanted.
  var figuresPart: [ClinicPage.Part] {
    func wanted(_ section: ReportRequest.Section) -> Bool { !facts.request.without.contains(section) }
    let own = [ReportRequest.Section.mask, .sleep].filter(wanted).flatMap(Measure.inReport)
    let care = wanted(.care) ? Measure.inReport(.care) : []
    // A row of zeros would read as if somebody had counted.
    let neverNoted = care.filter { measure in facts.figures.compactMap(measure.value).max() == 0 }
    var rows = (own + care.filter { !neverNoted.contains($0) }).map(row)
    if wanted(.caregiver), facts.plan.showsCarerFigures {
      let carer = Measure.inReport(.caregiver).map(row)
      // Families often write only some of the caregiver's figures; rows of the others would say nothing.
      rows += carer.enumerated().filter { $0.offset == 0 || $0.element.last != "0" }.map(\.element)
    }
    guard !rows.isEmpty else { return [] }
    var blocks: [TextBlock] = [
      .table(
        .init(
          caption: "Median, range, and of how many nights",
          head: ["a night", "median", "lowest", "highest", "nights"], rows: rows))
    ]
    if !neverNoted.isEmpty {
      let names = neverNoted.map { $0.label(facts.catalogue).lowercasedFirst }.joined(separator: "; ")
      blocks.append(.paragraph("Never noted: \(names)."))
    }
    blocks += underFourHours.map { [.paragraph($0)] } ?? []
    return [.init(heading: "Figures a night", blocks: blocks)]
  }

  /// Nights under four hours on the mask, only where the family says that the insurer asks.
  private var underFourHours: String? {
    guard facts.plan.value(.insurerAsks) == "yes", !facts.request.without.contains(.mask) else { return nil }
    let worn = facts.figures.compactMap(\.mask)
    let short = worn.filter { $0 < 240 }.count
    return "Mask under 4 h (the insurer asks): \(short) of \(worn.count) recorded nights."
  }

  /// Sleep and mask by night.
  var charts: [NightChart] {
    let marks = changes.filter { !$0.letter.isEmpty }.map { (letter: $0.letter, night: $0.night) }
    let sections = [ReportRequest.Section.sleep, .mask].filter { !facts.request.without.contains($0) }
    return sections.flatMap(Measure.drawnInReport).compactMap { measure in
      let minutes = facts.figures.map(measure.value)
      guard minutes.contains(where: { $0 != nil }) else { return nil }
      return NightChart(name: measure.chartName, first: facts.request.from, minutes: minutes, marks: marks)
    }
  }

  private func row(_ measure: Measure) -> [String] {
    guard let summary = Summary(facts.figures.compactMap(measure.value)) else {
      return [measure.label(facts.catalogue), "not recorded", "-", "-", "0"]
    }
    return [
      measure.label(facts.catalogue), measure.words(twice: summary.twiceMedian), measure.words(summary.lowest),
      measure.words(summary.highest), "\(summary.count)",
    ]
  }
}
