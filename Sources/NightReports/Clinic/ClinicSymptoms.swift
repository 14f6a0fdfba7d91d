internal import NightModel
internal import Text

/// The symptoms of the page for the clinic: what can point to weak breathing first, then the rest.
extension ClinicMaking {
  /// The ids of the symptoms of a group, in the order of the catalogue.
  private func ids(_ group: Symptom.ReportGroup) -> [String] {
    facts.catalogue.symptoms.filter { $0.reportGroup == group }.map(\.id)
  }

  private func tally(_ id: String) -> ClinicTally? { facts.tallies[.symptom(id)] }
  private func wasNoted(_ id: String) -> Bool { (tally(id)?.total ?? 0) > 0 }
  private func label(_ id: String) -> String { facts.catalogue.symptom(id)?.label ?? id.forDisplay }

  /// The breathing group as a table: these stand first, whether they were noted or not.
  var breathing: [TextBlock] {
    let looked = facts.lookedAt.count
    let headache = ids(.headache).first
    let group = facts.catalogue.symptoms.filter { $0.reportGroup == .breathing || $0.reportGroup == .headache }
      .map(\.id)
    let noted = group.filter { $0 == headache || wasNoted($0) } + ids(.besideBreathing).filter(wasNoted)
    let told = ClinicRoom.cut(noted, to: room[.breathing])
    let rows = noted.contains { $0 == headache } && !told.shown.contains { $0 == headache } ? [headache ?? ""] : []
    let more = noted.dropFirst(told.shown.count).filter { $0 != headache }.map { id in
      "\(label(id).lowercased()) (\(NightWords.nights(tally(id)?.times.count ?? 0)))"
    }
    var blocks = [
      table(
        "Signs that can point to weak breathing at night", in: .breathing,
        rows + told.shown, headache: headache, room.wide)
    ]
    if headaches(headache ?? "").known.count < looked {
      blocks.append(.paragraph("Headache on waking: of the mornings on which it was answered."))
    }
    if !more.isEmpty { blocks.append(.paragraph("Noted too: \(more.joined(separator: ", ")).")) }
    let absent = group.filter { id in facts.catalogue.symptom(id)?.isOffered == true && !noted.contains(id) }
    if !absent.isEmpty {
      blocks.append(
        .paragraph(
          looked == 0
            ? "No night was looked at for signs, so nothing can be said of others."
            : "Not noted in the \(NightWords.nights(looked)) looked at: "
              + "\(absent.map { label($0).lowercased() }.joined(separator: ", "))."))
    }
    return blocks + askedText(group + ids(.besideBreathing))
  }

  /// What of some symptoms was asked about and never there, in a sentence; nothing if nothing was.
  private func askedText(_ ids: [String]) -> [TextBlock] {
    let names = ids.compactMap { id -> String? in
      guard let tally = tally(id), tally.total == 0 else { return nil }
      return "\(label(id).lowercased()) (\(NightWords.nights(tally.askedNights)))"
    }
    return names.isEmpty ? [] : [.paragraph("Asked, and none: \(Self.first(names, most: room.names)).")]
  }

  /// Everything else that was noted, by how many nights it was.
  var otherSymptoms: [TextBlock] {
    let rest = facts.tallies.compactMap { subject, tally -> (id: String, tally: ClinicTally)? in
      guard case .symptom(let id) = subject, facts.catalogue.symptom(id)?.reportGroup == nil else { return nil }
      return (id, tally)
    }
    let asked = askedText(rest.map(\.id).sorted())
    let others = rest.filter { $0.tally.total > 0 }.sorted {
      ($1.tally.times.count, $1.tally.total, $0.id) < ($0.tally.times.count, $0.tally.total, $1.id)
    }
    guard !others.isEmpty else {
      let count = facts.lookedAt.count
      return count == 0
        ? []
        : [.paragraph("No other symptom was written in the \(NightWords.nights(count)) looked at.")]
          + asked
    }
    let cut = ClinicRoom.cut(others, to: room[.symptoms])
    let names = others.dropFirst(room[.symptoms]).map { "\(label($0.id)) (\($0.tally.times.count))" }
    if cut.shown.isEmpty {
      return [.paragraph("Noted, with nights, the most frequent first: \(Self.first(names, most: room.names)).")]
        + asked
    }
    let shown = table(
      "Other symptoms noted, the most frequent first", in: .symptoms,
      cut.shown.map(\.id), headache: nil, room.narrow)
    return [shown] + (names.isEmpty ? [] : [.paragraph("Noted less often: \(Self.first(names, most: room.names)).")])
      + asked
      + answersText(cut.shown.map { (label($0.id), .symptom($0.id), $0.tally) })
  }

  /// What was answered about symptoms or events, in one sentence; nothing if nothing was.
  func answersText(_ things: [(name: String, subject: Subject, tally: ClinicTally)]) -> [TextBlock] {
    let told = things.compactMap { thing -> String? in
      guard !thing.tally.answers.isEmpty else { return nil }
      let choices = facts.catalogue.question(about: thing.subject)?.choices ?? []
      let answers = thing.tally.answers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { answer, times in
        let words = choices.first { $0.value == answer }?.label.lowercased() ?? Self.clipped(answer.forDisplay, to: 40)
        return "\(words) \(times)"
      }
      return "\(thing.name): \(Self.first(answers, most: 5))"
    }
    return told.isEmpty ? [] : [.paragraph("\(told.joined(separator: ". ")).")]
  }

  /// Symptoms as rows: in how many of the nights looked at, before and after what changed and of late, and when last.
  private func table(
    _ caption: String, in section: ReportRequest.Section, _ ids: [String], headache: String?, _ width: Int?
  ) -> TextBlock {
    var table = ClinicTable(
      caption, in: room.isTight ? section.label : "",
      names: ids.map { $0 == headache ? "Headache on waking" : label($0) })
    func add(_ head: String, _ span: ClosedRange<CivilDate>, rank: Int) {
      table.add(head, ids.map { $0 == headache ? mornings($0, in: span) : nights($0, in: span) }, rank: rank)
    }
    let request = facts.request
    if facts.periods.isSplit {
      for (index, period) in facts.periods.all.enumerated() {
        add(period.name, period.nights, rank: index == facts.periods.all.count - 1 ? 0 : 1)
      }
    } else {
      add("nights", request.from...max(request.from, request.to), rank: 0)
    }
    if let recent = facts.periods.recent { add("last \(recent.count)", recent, rank: 3) }
    let tallies = ids.map { tally($0) ?? ClinicTally() }
    table.add("last noted", zip(ids, tallies).map { $0 == headache ? lastHeadache($0) : day($1.latest) }, rank: 2)
    table.add("highest", tallies.map { $0.highest.map { "\($0)" } ?? "-" }, rank: 4)
    table.add("times", zip(ids, tallies).map { $0 == headache || $1.total == 0 ? "-" : "\($1.total)" }, rank: 5)
    table.add("woke person", tallies.map { $0.wokeKnown == 0 ? "-" : "\($0.woke) of \($0.wokeKnown)" }, rank: 6)
    return table.block(within: width)
  }

  private func nights(_ id: String, in span: ClosedRange<CivilDate>) -> String {
    let looked = facts.lookedAt.count { span.contains($0.night) }
    return looked == 0 ? "-" : "\(tally(id)?.nights(in: span) ?? 0) of \(looked)"
  }

  /// A headache on waking is what the diary says, or a symptom of the night: mornings of which either is known count.
  private func headaches(_ id: String) -> (known: [NightFigures], had: [NightFigures]) {
    let known = facts.figures.filter { ($0.headache ?? $0.had(id)) != nil }
    return (known, known.filter { $0.headache == true || $0.had(id) == true })
  }

  private func mornings(_ id: String, in span: ClosedRange<CivilDate>) -> String {
    let (known, had) = headaches(id)
    let count = known.count { span.contains($0.night) }
    guard count > 0 else { return "not recorded" }
    return "\(had.count { span.contains($0.night) }) of \(count)"
  }

  private func lastHeadache(_ id: String) -> String { day(headaches(id).had.map(\.night).max()) }

  /// A night in a table, `22 Nov`; a dash for none.
  func day(_ night: CivilDate?) -> String {
    night.map { facts.request.nightCount > 365 ? NightWords.dayAndYear($0) : NightWords.dayAndMonth($0) } ?? "-"
  }
}
