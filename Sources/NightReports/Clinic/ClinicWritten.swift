internal import NightModel
internal import Text

/// What was written at night besides symptoms: what happened, medicines, where the person slept, notes.
extension ClinicMaking {
  /// What happened, in the order a clinic asks for it. The mask's own times stand among the figures, and what only ends
  /// something is told with its beginning.
  private static let told: [EventKind] = [
    .machineBeeped, .powerOut, .suction, .coughAssist, .maskFix, .maskLeak, .turn, .letSleep, .woke, .toilet, .feedOn,
    .drink, .adjust, .called, .company, .carerUp, .moment,
  ]

  /// Every kind of event that was written; none of them is ever a zero.
  var events: [TextBlock] {
    let known = Self.told.compactMap { kind in facts.tallies[.event(kind)].map { (kind, $0) } }
      .filter { $0.1.total > 0 }
    guard !known.isEmpty else { return [] }
    let rows = known.map { kind, tally in (name: kind.words, tally: tally) }
    let cut = ClinicRoom.cut(rows, to: room[.events])
    let more = rows.dropFirst(cut.shown.count).map { "\($0.name) (\(NightWords.nights($0.tally.times.count)))" }
    var blocks =
      cut.shown.isEmpty ? [] : [written("What happened, as far as it was written", in: .events, Array(cut.shown))]
    if !more.isEmpty { blocks.append(.paragraph("Written too: \(Self.first(more, most: room.names)).")) }
    return blocks + answersText(known.prefix(cut.shown.count).map { ($0.words.capitalizedFirst, .event($0), $1) })
  }

  /// The medicines that were written, as-needed ones apart, and those of the plan that were not.
  var medicines: [TextBlock] {
    let plan = facts.plan.medicines
    func isAsNeeded(_ medicine: PlannedMedicine) -> Bool {
      medicine.when?.lowercased().contains("as needed") == true
    }
    let planned = Set(plan.map { MedicineName($0.name) })
    let others = facts.medicines.filter { !planned.contains($0.key) }.map(\.value)
      .sorted { ($1.times.count, $0.name) < ($0.times.count, $1.name) }
      .map { (name: $0.name.isEmpty ? "Not named" : $0.name, tally: $0) }
    func written(_ medicines: [PlannedMedicine]) -> [(name: String, tally: ClinicTally)] {
      medicines.compactMap { medicine in
        facts.medicines[MedicineName(medicine.name)].map { (medicine.name, $0) }
      }
    }
    let groups = [
      ("As needed", written(plan.filter(isAsNeeded))),
      ("Regular", written(plan.filter { $0.when != nil && !isAsNeeded($0) })),
      ("When: not typed", written(plan.filter { $0.when == nil })), ("Not in the plan", others),
    ].filter { !$0.1.isEmpty }
    var left = room[.medicines]
    var blocks: [TextBlock] = []
    var more: [String] = []
    for (head, rows) in groups {
      let shown = rows.prefix(left)
      left -= shown.count
      more += rows.dropFirst(shown.count).map {
        "\(Self.clipped($0.name.forDisplay, to: 30)) (\($0.tally.times.count))"
      }
      if !shown.isEmpty {
        blocks.append(self.written("\(head): medicines as written", in: .medicines, head: head, Array(shown)))
      }
    }
    if !more.isEmpty { blocks.append(.paragraph("Given too, with nights: \(Self.first(more, most: room.names)).")) }
    let never = plan.filter { facts.medicines[MedicineName($0.name)] == nil }
      .map { Self.clipped($0.name.forDisplay, to: 30) }
    if !never.isEmpty {
      blocks.append(.paragraph("In the plan, and not written in these nights: \(Self.first(never, most: room.names))."))
    }
    return blocks
  }

  /// Rows of what was written: in how many nights, before and after what changed and of late, how often, and when last.
  private func written(
    _ caption: String, in section: ReportRequest.Section, head: String = "",
    _ rows: [(name: String, tally: ClinicTally)]
  ) -> TextBlock {
    var table = ClinicTable(
      caption, in: room.isTight ? section.label + (head.isEmpty ? "" : ": \(head)") : "", head: head,
      names: rows.map { $0.name.capitalizedFirst })
    if facts.periods.isSplit {
      for (index, period) in facts.periods.all.enumerated() {
        let isLast = index == facts.periods.all.count - 1
        table.add(period.name, rows.map { "\(shown($0.tally.nights(in: period.nights)))" }, rank: isLast ? 0 : 1)
      }
    } else {
      table.add("nights", rows.map { "\($0.tally.times.count)" }, rank: 0)
    }
    if let recent = facts.periods.recent {
      table.add("last \(recent.count)", rows.map { shown($0.tally.nights(in: recent)) }, rank: 3)
    }
    table.add("times", rows.map { "\($0.tally.total)" }, rank: 4)
    table.add("last noted", rows.map { day($0.tally.latest) }, rank: 2)
    return table.block(within: room.narrow)
  }

  /// How many nights, a dash where it was not written.
  private func shown(_ nights: Int) -> String { nights == 0 ? "-" : "\(nights)" }

  /// Where the person slept by the morning diary, and sleep elsewhere than in bed.
  var places: [TextBlock] {
    let diaries = facts.figures.compactMap { figures in figures.summary.diary.map { (figures.night, $0) } }
    var slept: [String: (name: String, nights: Int, last: CivilDate)] = [:]
    for (night, diary) in diaries {
      guard let place = diary.text(.place)?.trimmingSpaces().forDisplay, !place.isEmpty else { continue }
      slept[place.lowercased()] = (place, (slept[place.lowercased()]?.nights ?? 0) + 1, night)
    }
    let ranked = slept.sorted { ($1.value.nights, $0.key) < ($0.value.nights, $1.key) }.map(\.value)
    var sentences: [String] = []
    if !ranked.isEmpty {
      let names = ranked.map { place in
        "\(Self.clipped(place.name.lowercasedFirst, to: 40)) \(place.nights) (last \(day(place.last)))"
      }
      sentences.append(
        "Slept in, by the \(ranked.map(\.nights).reduce(0, +)) diaries that say it: "
          + "\(Self.first(names, most: max(1, room[.places]))).")
    }
    let elsewhere = diaries.compactMap { $1.number(.elsewhere) }.filter { $0 > 0 }
    if let summary = Summary(elsewhere) {
      sentences.append(
        "Part of the sleep elsewhere than in bed: \(NightWords.nights(summary.count)), median "
          + "\(NightWords.duration(summary.median)), not in TST.")
    }
    return sentences.isEmpty ? [] : [.paragraph(sentences.joined(separator: " "))]
  }

  /// Notes on nights, on what happened and on symptoms, the newest first. What is meant for whoever comes on duty, and the
  /// caregiver's own page, stay at home.
  var notes: [TextBlock] {
    let all = facts.noted
    guard !all.isEmpty, room[.notes] > 0 else { return [] }
    let cut = ClinicRoom.cut(all, to: room[.notes])
    let points = cut.shown.map { note -> TextBlock in
      let about = note.about.map { "\($0.lowercasedFirst): " } ?? ""
      return .point("\(facts.day(note.night)), \(about)\(Self.clipped(note.text, to: room[.noteLetters]))")
    }
    return points + ClinicRoom.rest(cut, "older")
  }
}

extension ClinicFacts {
  /// A note as it was typed.
  struct Note: Sendable {
    let night: CivilDate
    /// What it is on; nil for the night.
    let about: String?
    let text: String
  }

  /// The notes, the newest first.
  static func notes(_ nights: [Night], _ catalogue: Catalogue) -> [Note] {
    nights.reversed().flatMap { night in
      night.items.reversed().compactMap { item -> Note? in
        guard let text = item.details.text(.note)?.forDisplay, !text.isEmpty else { return nil }
        let about: String? =
          switch item.subject {
          case .event(let kind): kind.words
          case .symptom(let id): catalogue.symptom(id)?.label ?? id.forDisplay
          case .note: nil
          case .diary: "morning"
          case .check, .environment, .carer, .plan, .handover: ""
          }
        return about == "" ? nil : Note(night: night.date, about: about, text: text)
      }
    }
  }
}
