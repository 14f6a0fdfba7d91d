internal import NightModel
internal import Text

/// Puts the page for the clinic together, part by part.
struct ClinicMaking {
  let facts: ClinicFacts
  let room: ClinicRoom
  let desk: ClinicDesk

  private var request: ReportRequest { facts.request }

  /// The whole page. What a clinician with two minutes reads stands first.
  var page: ClinicPage {
    var page = ClinicPage(title: title, span: span)
    (page.identity, page.remarks) = (identity, remarks)
    page.parts = part(.breathing, by: [.breathing, .names], isWide: true) { breathing }
    page.parts += desk.parts(key(.sleep, [.figures, .letters])) { figuresPart }
    page.parts += part(.signs, by: [.signs, .dates, .rules, .names, .letters], isWide: true) { signs }
    page.parts += desk.parts(key(.charts, [.charts])) { chartsPart }
    page.parts += part(.symptoms, by: [.symptoms, .names]) { otherSymptoms }
    page.parts += part(.medicines, by: [.medicines, .names]) { medicines }
    page.parts += part(.events, by: [.events, .names]) { events }
    page.parts += part(.places, by: [.places]) { room[.places] > 0 ? places : [] }
    page.parts += part(.questions, by: [.questions]) { questions }
    page.parts += part(.changes, by: [.changes, .letters]) { changeBlocks }
    page.parts += part(.recorded, by: [.names, .writers]) { room[.writers] > 0 ? whoWrote : [] }
    page.parts += part(.notes, by: [.notes, .noteLetters]) { notes }
    page.method = method
    return page
  }

  /// A part that is wanted and has anything to say, and the room that what it says depends on.
  private func part(
    _ section: ReportRequest.Section, by kinds: [ClinicRoom.Kind], isWide: Bool = false, _ make: () -> [TextBlock]
  ) -> [ClinicPage.Part] {
    guard wants(section) else { return [] }
    return desk.parts(key(section, kinds)) {
      let blocks = make()
      return blocks.isEmpty ? [] : [.init(heading: section.label, blocks: blocks, isWide: isWide)]
    }
  }

  private func key(_ section: ReportRequest.Section, _ kinds: [ClinicRoom.Kind]) -> ClinicDesk.Key {
    .init(section: section, room: kinds.map { room[$0] })
  }

  /// True unless somebody asked to leave a section out.
  func wants(_ section: ReportRequest.Section) -> Bool { !request.without.contains(section) }

  private var chartsPart: [ClinicPage.Part] {
    let charts = room[.charts] > 0 ? charts : []
    return !wants(.charts) || charts.isEmpty
      ? [] : [.init(heading: ReportRequest.Section.charts.label, charts: charts, isWide: true)]
  }

  /// True if the page says whose nights they are. A made-up record says so on every page, whatever was asked for.
  private var isNamed: Bool { request.withNames || facts.plan.isMadeUp }

  private var title: String {
    guard isNamed, let person = facts.plan.person?.forDisplay else {
      return "Nights with ALS: report for the clinic"
    }
    return "Nights of \(Self.clipped(person, to: room.letters)): report for the clinic"
  }

  /// Who the person is to a clinic, as far as the family typed it.
  private var identity: [String] {
    func typed(_ name: String, _ value: String?) -> [String] {
      value.map { ["\(name): \(Self.clipped($0.forDisplay, to: max(40, room.letters)))."] } ?? []
    }
    let machine = facts.plan.item(Setting(.cardMachine))
    let asOf = machine.map { " (typed \(NightWords.fullDay($0.at.date)))" } ?? ""
    // A date of birth names somebody as a name does.
    let birth = isNamed ? facts.plan.value(.cardBirth).map(PlanKey.cardBirth.words) : nil
    let who =
      typed("Born", birth) + typed("Diagnosis", facts.plan.value(.cardDiagnosis))
      + typed("Clinic", facts.plan.value(.number, "clinic"))
    let equipment = facts.catalogue.equipment.filter { facts.plan.equipment.contains($0.id) }.map(\.label)
    return [
      (who.joined(separator: " ")), equipment.isEmpty ? "" : "In use: \(Self.first(equipment, most: room.names)).",
      typed("Machine\(asOf)", facts.plan.value(.cardMachine)).joined(),
    ].filter { !$0.isEmpty }
  }

  private var span: String {
    let count = request.nightCount
    let from = NightWords.fullDay(request.from)
    let dates = count == 1 ? "the \(NightWords.night(request.from))" : "evenings of \(from) to \(lastDay)"
    let asFar = facts.damaged.isEmpty ? "" : ", as far as could be read"
    return "\(NightWords.nights(count)), \(dates). Recorded\(asFar): \(facts.recorded.count) of \(count)."
  }

  private var lastDay: String { NightWords.fullDay(request.to) }

  private var remarks: [String] {
    var remarks = ["Recorded by the family, not measured."]
    if facts.recorded.isEmpty, facts.damaged.isEmpty { remarks.append("Nothing is recorded in this span.") }
    if (1..<7).contains(facts.recorded.count) {
      remarks.append("Fewer than 7 nights are recorded: read them as single nights, not as a pattern.")
    }
    let tonight = facts.plan.nightRule.night(of: facts.now)
    if request.to > tonight {
      remarks.append("The span reaches past today; the nights to come count as not recorded.")
    } else if request.to == tonight {
      remarks.append("The last night was not over when this page was made.")
    }
    let away = facts.away.map { "\(facts.day($0.night)) (\(Self.clipped($0.place, to: 24)))" }
    if !away.isEmpty { remarks.append("Nights away: \(Self.newest(away, most: room.dates)).") }
    remarks += facts.damageWords(most: room.dates).map { ["\($0.capitalizedFirst)."] } ?? []
    return remarks
  }

  private var method: [String] {
    var method = [
      "Kept with Nightstand, a record-keeping aid and no medical device. Nights run from \(splitWords), named by the "
        + "evening's date. Medians are over the nights recorded; blank is not zero, and what was never written counts "
        + "nothing. A night was looked at if its morning diary was filled in or a symptom was written, none among them. "
        + "Grades run from 0, none, to 10, worst."
    ]
    // One sheet is for what is told; how sleep is reckoned stands on the longer page.
    if wants(.sleep), !request.isBrief {
      method.append(
        "TST = from trying to sleep to final waking, less SOL and WASO; SE = 100 x TST / TIB; by diary 100 x TST / (SOL "
          + "+ TST + WASO + trying after the final waking, blank as 0).")
    }
    if wants(.mask) {
      method.append("Where a mask was never noted as off, its night has no mask time.")
      let doubtful = facts.figures.count { $0.maskUnconfirmed != nil }
      if doubtful > 0 {
        method.append("Nor does one on for over 24 h that nobody confirmed: \(NightWords.nights(doubtful)).")
      }
    }
    method.append(
      "\(request.withNames ? "" : "Free text stands as typed and may hold names. ")Made "
        + "\(NightWords.fullDay(facts.now.date)) \(facts.plan.clock.words(facts.now)), Nightstand \(facts.version).")
    return method
  }

  private var splitWords: String {
    let hour = facts.plan.nightRule.splitHour
    return hour == 12 ? "noon to noon" : "\(hour):00 to \(hour):00"
  }

  /// Free text, cut so that it cannot push everything else off the page.
  static func clipped(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 3) + "..."
  }

  /// Some dates in order, the newest if there is no room for all.
  static func newest(_ dates: [String], most: Int) -> String {
    guard dates.count > most, most > 0 else { return dates.joined(separator: ", ") }
    return "\(dates.suffix(most).joined(separator: ", ")), and \(dates.count - most) more before"
  }

  /// Some names, the first if there is no room for all.
  static func first(_ names: [String], most: Int, separator: String = ", ") -> String {
    guard names.count > most, most > 0 else { return names.joined(separator: separator) }
    return "\(names.prefix(most).joined(separator: separator))\(separator)and \(names.count - most) more"
  }
}
