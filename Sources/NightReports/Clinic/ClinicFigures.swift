internal import NightModel
internal import Text

/// The figures of the page for the clinic: medians over the nights recorded, never a norm beside them.
extension ClinicMaking {
  /// One table for mask, care and sleep, as far as they are wanted.
  var figuresPart: [ClinicPage.Part] {
    func wanted(_ section: ReportRequest.Section) -> Bool { !facts.request.without.contains(section) }
    var rows: [[String]] = []
    if wanted(.mask) { rows += [time("Mask on", \.mask)] }
    if wanted(.sleep) {
      rows += [
        time("Slept, by diary (TST)", \.diary.totalSleepTime), time("In bed (TIB)", \.diary.timeInBed),
        time("To fall asleep (SOL)", \.diary.sleepOnsetLatency),
        time("Awake in the night (WASO)", \.diary.wakeAfterSleepOnset),
        percent("Sleep efficiency (SE)", \.diary.sleepEfficiency),
        percent("Sleep efficiency by diary", \.diary.diarySleepEfficiency),
        count("Wakings, by diary", \.diary.awakenings),
      ]
    }
    // What nobody ever noted is told as that: a column of noughts would read as if somebody had counted.
    var neverNoted: [String] = []
    if wanted(.care) {
      let care: [(name: String, value: (NightFigures) -> Int?)] = [
        ("Turns", \.turns), ("Suctions", \.suctions), ("Wakings, as noted", \.wakings),
      ]
      rows += care.filter { facts.figures.compactMap($0.value).max() != 0 }.map { count($0.name, $0.value) }
      neverNoted = care.filter { facts.figures.compactMap($0.value).max() == 0 }.map { $0.name.lowercasedFirst }
    }
    if wanted(.caregiver), facts.plan.showsCarerFigures {
      let carer = [
        time("Caregiver slept", { $0.carer?.number(.slept) }),
        time("Caregiver's longest stretch", { $0.carer?.number(.stretch) }),
        count("Caregiver up", { $0.carer?.number(.up) }),
        count("Caregiver worn out, 0-10", { $0.carer?.number(.wornOut) }),
      ]
      // Who writes one of them may never write another, and that is no news to anybody.
      rows += carer.enumerated().filter { $0.offset == 0 || $0.element.last != "0" }.map(\.element)
    }
    guard !rows.isEmpty else { return [] }
    var blocks: [TextBlock] = [
      .table(
        .init(
          caption: "Median, range, and of how many nights",
          head: ["a night", "median", "lowest", "highest", "nights"], rows: rows))
    ]
    if !neverNoted.isEmpty { blocks.append(.paragraph("Never noted: \(neverNoted.joined(separator: "; ")).")) }
    blocks += underFourHours.map { [.paragraph($0)] } ?? []
    return [.init(heading: "Figures a night", blocks: blocks)]
  }

  /// Nights under four hours on the mask, only where the family says that the insurer asks.
  private var underFourHours: String? {
    guard facts.plan.value("insurer-asks") == "yes", !facts.request.without.contains(.mask) else { return nil }
    let worn = facts.figures.compactMap(\.mask)
    let short = worn.filter { $0 < 240 }.count
    return "Mask under 4 h (the insurer asks): \(short) of \(worn.count) recorded nights."
  }

  /// Sleep and mask by night.
  var charts: [NightChart] {
    let marks = changes.filter { !$0.letter.isEmpty }.map { (letter: $0.letter, night: $0.night) }
    func chart(_ name: String, _ section: ReportRequest.Section, _ value: (NightFigures) -> Int?) -> [NightChart] {
      let minutes = facts.figures.map(value)
      guard !facts.request.without.contains(section), minutes.contains(where: { $0 != nil }) else { return [] }
      return [NightChart(name: name, first: facts.request.from, minutes: minutes, marks: marks)]
    }
    return chart("Slept", .sleep) { $0.diary.totalSleepTime } + chart("Mask on", .mask) { $0.mask }
  }

  private func time(_ name: String, _ value: (NightFigures) -> Int?) -> [String] {
    row(name, facts.figures.compactMap(value), words: NightWords.duration) { NightWords.duration(Summary.half($0)) }
  }

  private func count(_ name: String, _ value: (NightFigures) -> Int?) -> [String] {
    row(name, facts.figures.compactMap(value), words: { "\($0)" }, twice: Summary.words)
  }

  private func percent(_ name: String, _ value: (NightFigures) -> Int?) -> [String] {
    func words(_ tenths: Int) -> String { NightWords.percent(tenths: tenths) + " %" }
    return row(name, facts.figures.compactMap(value), words: words) { words(Summary.half($0)) }
  }

  private func row(
    _ name: String, _ values: [Int], words: (Int) -> String, twice: (Int) -> String
  ) -> [String] {
    guard let summary = Summary(values) else { return [name, "not recorded", "-", "-", "0"] }
    return [
      name, twice(summary.twiceMedian), words(summary.lowest), words(summary.highest), "\(summary.count)",
    ]
  }
}
