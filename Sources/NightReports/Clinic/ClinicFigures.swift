internal import NightModel
internal import Text

/// A figure that every night can have, as a row of the page for the clinic.
struct ClinicFigure {
  let name: String
  /// Its value in a night; nil if it was not recorded.
  let value: (NightFigures) -> Int?
  /// Twice a value in words.
  let words: (Int) -> String
  /// True for minutes.
  let isDuration: Bool

  /// A measure.
  init(_ measure: Measure) {
    name = measure.label(.standard)
    isDuration = measure.unit == .minutes
    words = { measure.words(twice: $0) }
    value = { measure.value(in: $0) }
  }

  /// What the morning diary asks and no measure holds.
  init(_ field: Field, isDuration: Bool = false) {
    (name, self.isDuration) = (field.label(for: .diary), isDuration)
    words = { isDuration ? NightWords.duration(Summary.half($0)) : Summary.words(twice: $0) }
    value = { $0.summary.diary?.number(field) }
  }

  /// The middle of some nights with how many they are, `8 h 17 (29)`, in little room `8:17 (29)`; a dash for none.
  func middle(_ nights: [NightFigures], isTight: Bool) -> String {
    guard let summary = Summary(nights.compactMap(value)) else { return "-" }
    let median = isTight && isDuration ? NightChart.clock(summary.median) : words(summary.twiceMedian)
    return "\(median) (\(summary.count))"
  }
}

/// The figures of the page for the clinic: medians over the nights recorded, never a norm beside them.
extension ClinicMaking {
  private static let figuresHeading = "Figures a night"

  /// One table for mask, sleep and care, as far as they are wanted.
  var figuresPart: [ClinicPage.Part] {
    let all = figuresWanted
    guard !all.isEmpty else { return [] }
    let rows = all.filter { figure in facts.ended.contains { figure.value($0) != nil } }
    var blocks = rows.isEmpty ? [] : [figuresTable(rows)]
    blocks += splitWords.map { [.paragraph($0)] } ?? []
    blocks += fourHours.map { [.paragraph($0)] } ?? []
    let missing = all.filter { figure in !rows.contains { $0.name == figure.name } }.map(\.name.lowercasedFirst)
    if !missing.isEmpty { blocks.append(.paragraph("Not recorded: \(missing.joined(separator: "; ")).")) }
    return [.init(heading: Self.figuresHeading, blocks: blocks, isWide: true)]
  }

  /// The figures that are wanted, the mask first. In little room those that others are made of are left
  /// out, in very little all but a few.
  private var figuresWanted: [ClinicFigure] {
    let parts: Set<Measure> = [.inBed, .toFallAsleep, .diaryEfficiency]
    let few: Set<Measure> = [.mask, .slept, .efficiency, .turnGap, .suctions, .carerSlept]
    func measures(_ section: ReportRequest.Section) -> [Measure] {
      guard wants(section) else { return [] }
      return Measure.inReport(section).filter { measure in
        room[.figures] > 1 || (room[.figures] > 0 ? !parts.contains(measure) : few.contains(measure))
      }
    }
    var all = measures(.mask).map { ClinicFigure($0) }
    all += measures(.sleep).map { ClinicFigure($0) }
    if wants(.sleep), room[.figures] > 0 {
      all += [ClinicFigure(.quality), ClinicFigure(.rested), ClinicFigure(.naps, isDuration: true)]
    }
    all += measures(.care).map { ClinicFigure($0) }
    if facts.plan.showsCarerFigures { all += measures(.caregiver).map { ClinicFigure($0) } }
    return all
  }

  private func figuresTable(_ rows: [ClinicFigure]) -> TextBlock {
    let periods = facts.periods
    var table = ClinicTable(
      periods.isSplit
        ? "Median, and of how many nights in brackets, before and after what changed"
        : "Median, range, and of how many nights", in: room.isTight ? Self.figuresHeading : "", names: rows.map(\.name))
    if periods.isSplit {
      for (index, period) in periods.all.enumerated() {
        let nights = facts.ended.filter { period.nights.contains($0.night) }
        let isLast = index == periods.all.count - 1
        table.add(period.name, rows.map { $0.middle(nights, isTight: room.isTight) }, rank: isLast ? 0 : 1)
      }
    } else {
      let sums = rows.map { row in (row.words, Summary(facts.ended.compactMap(row.value))) }
      table.add("median", sums.map { words, sum in sum.map { words($0.twiceMedian) } ?? "-" }, rank: 0)
      table.add("lowest", sums.map { words, sum in sum.map { words(2 * $0.lowest) } ?? "-" }, rank: 1)
      table.add("highest", sums.map { words, sum in sum.map { words(2 * $0.highest) } ?? "-" }, rank: 1)
      table.add("nights", sums.map { _, sum in sum.map { "\($0.count)" } ?? "-" }, rank: 0)
    }
    if let recent = periods.recent {
      let nights = facts.ended.filter { recent.contains($0.night) }
      let isTight = room.isTight && periods.isSplit
      table.add("last \(nights.count)", rows.map { $0.middle(nights, isTight: isTight) }, rank: 3)
    }
    return table.block(within: room.wide)
  }

  /// What the columns are cut at, and what they are not.
  private var splitWords: String? {
    let periods = facts.periods
    guard periods.isSplit else { return nil }
    let cuts = periods.all.dropFirst().map { period in
      let words = marks.filter { $0.night == period.nights.lowerBound }.map(\.words).joined(separator: "; ")
      return "\(facts.day(period.nights.lowerBound)), \(Self.clipped(words, to: min(60, room.letters)))"
    }
    let begin = periods.all.first.map(\.nights.lowerBound) ?? facts.request.from
    let left =
      begin > facts.request.from ? " Nights before \(facts.day(begin)), with still another mask, are not in it." : ""
    let more = periods.isCutShort ? " More changed: see what was changed." : ""
    return "Before and after are told apart at: \(cuts.joined(separator: "; ")).\(left)\(more)"
  }

  /// Changes that the span can be cut at.
  private var marks: [ChangeMark] {
    let span = facts.request.from...max(facts.request.from, facts.request.to)
    return ChangeMark.all(in: facts.plan, nights: span, catalogue: facts.catalogue).filter {
      $0.isTyped || $0.equipment != nil
    }
  }

  /// Nights of four hours and more on the mask, only where the family says that the insurer asks.
  private var fourHours: String? {
    guard facts.plan.value(.insurerAsks) == "yes", wants(.mask) else { return nil }
    // What is known is enough for a long night; a short one may have been longer if a mask was never noted as off.
    func isLong(_ night: NightFigures) -> Bool { (night.mask ?? 0) >= 240 }
    func count(_ figures: [NightFigures]) -> (long: Int, of: Int) {
      (figures.count(where: isLong), figures.count { isLong($0) || $0.maskInAll != nil })
    }
    let whole = count(facts.ended)
    let last = facts.request.recent.map { recent in
      let part = count(facts.ended.filter { recent.contains($0.night) })
      return "; of the last \(ReportRequest.recentNights): \(part.long) of \(part.of)"
    }
    let leftOut = facts.ended.count { $0.maskIsOpen == true && !isLong($0) }
    let open = leftOut == 0 ? "" : " Left out, because a mask was never noted as off: \(NightWords.nights(leftOut))."
    return
      "Mask on for 4 h or more (the insurer asks): \(whole.long) of \(whole.of) nights with mask times\(last ?? "")."
      + open
  }

  /// Sleep and mask by night.
  var charts: [NightChart] {
    let marks = changes.filter { !$0.letter.isEmpty }.map { (letter: $0.letter, night: $0.night) }
    let ended = Set(facts.ended.map(\.night))
    return [ReportRequest.Section.sleep, .mask].filter(wants).flatMap(Measure.drawnInReport).compactMap { measure in
      let minutes = facts.figures.map { ended.contains($0.night) ? measure.value(in: $0) : nil }
      guard minutes.contains(where: { $0 != nil }) else { return nil }
      return NightChart(
        name: measure.chartName, first: facts.request.from, minutes: minutes, marks: marks, cuts: facts.periods.cuts)
    }
  }
}
