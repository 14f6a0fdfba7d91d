public import NightModel
internal import Text

/// One night as plain text: its figures with their formulas, then everything recorded, by time.
public enum NightText {
  /// The night. `withRetracted` also lists what was taken back, marked so; `isWhole` is false if part of the night could not
  /// be read.
  public static func text(
    _ night: Night, figures: NightFigures, catalogue: Catalogue, plan: Plan, withRetracted: Bool, isWhole: Bool = true
  ) -> String {
    var blocks: [TextBlock] = [.heading(heading(night.date, plan.person))]
    let items = withRetracted ? night.timeline.all : night.items
    let nothing = plan.wordsForNothing(on: night.date, isWhole: isWhole).capitalizedFirst
    if items.isEmpty {
      // An interval from an earlier to a later night has figures in it, although nothing is written there.
      return listing.text(blocks + (nothing.isEmpty ? [] : [.paragraph("\(nothing).")]) + counts(figures))
    }
    if !isWhole { blocks.append(.paragraph(partOnly)) }
    if let away = plan.away(on: night.date) { blocks.append(.paragraph("Away: \(away)")) }
    blocks +=
      diary(night.answers(on: .diary), figures.diary, plan.clock) + carer(plan.showsCarerFigures ? night.carer : nil)
      + counts(figures) + [.blank] + entries(items, catalogue, plan.clock)
    return listing.text(blocks)
  }

  /// Entries with their times in front of them.
  static let listing = PlainText(gap: "  ")

  /// What stands above figures and entries that are not all.
  static let partOnly = "Part of this night could not be read; what follows is the rest."

  /// `Night of Sun 22 to Mon 23 Nov 2026 · NAME`.
  static func heading(_ date: CivilDate, _ person: String?) -> String {
    let capitalised = NightWords.night(date).capitalizedFirst
    return person.map { "\(capitalised) · \($0)" } ?? capitalised
  }

  /// The entries: time, what, who, the id's last digits, and what happened to the entry since.
  static func entries(_ items: [Item], _ catalogue: Catalogue, _ clock: ClockStyle) -> [TextBlock] {
    items.map { item in
      let who = item.by.map { " · \($0)" } ?? ""
      return .row(clock.words(item.at), "\(item.words(catalogue))\(marks(item, clock))\(who) · \(item.id.short)")
    }
  }

  private static func marks(_ item: Item, _ clock: ClockStyle) -> String {
    var marks: [String] = []
    if item.isRetracted { marks.append("taken back") }
    if let edited = item.editedWords(clock) { marks.append(edited) }
    if item.entry.entered != nil { marks.append("entered later") }
    if !item.conflicts.isEmpty {
      let fields = Field.allCases.filter { item.conflicts[$0] != nil }.map(\.optionName)
      marks.append("two versions of \(fields.joined(separator: ", "))")
    }
    return marks.isEmpty ? "" : " (\(marks.joined(separator: "; ")))"
  }

  private static func diary(_ page: Page?, _ figures: DiaryFigures, _ clock: ClockStyle) -> [TextBlock] {
    guard let page else { return [] }
    let diary = page.details
    var lines = ["Diary: " + pairs(diary, of: .diary, clock)] + sources(page) + versions(page, clock)
    let isSplit = diary.number(.upBetween) != nil
    if let slept = figures.totalSleepTime {
      lines.append(
        "Slept (TST) \(NightWords.duration(slept)) = final waking - tried to sleep - SOL - WASO"
          + (isSplit ? " - out of bed between sleeps" : ""))
    }
    if let elsewhere = diary.number(.elsewhere) {
      lines.append("Slept elsewhere \(NightWords.duration(elsewhere)), beside TST and not in it")
    }
    if let tenths = figures.sleepEfficiency {
      lines.append(
        "Sleep efficiency (SE) \(NightWords.percent(tenths: tenths)) % = 100 x TST / time in bed"
          + (isSplit ? " less out of bed between sleeps" : ""))
    }
    if let tenths = figures.diarySleepEfficiency {
      lines.append(
        "SE of the time spent trying \(NightWords.percent(tenths: tenths)) % = "
          + "100 x TST / (SOL + TST + WASO + trying after the final waking"
          + (diary.number(.tryAfter) == nil ? ", blank counted as 0)" : ")"))
    }
    return lines.map { .paragraph($0) }
  }

  /// Who says so, each source once with the answers it stands behind.
  private static func sources(_ page: Page) -> [String] {
    let known = Subject.diary.questions.compactMap { field in
      page.says[field]?.source.map { (source: $0, label: field.nameInText) }
    }
    return known.map(\.source).eachOnce.map { source in
      let answers = known.filter { $0.source == source }.map(\.label)
      return "  \(WhoSays.words(ofSource: source)): \(answers.joined(separator: ", "))"
    }
  }

  /// What two people said differently.
  private static func versions(_ page: Page, _ clock: ClockStyle) -> [String] {
    Subject.diary.questions.compactMap { field in
      page.versions[field].map { versions in
        "  two versions of \(field.nameInText): " + versions.map { $0.words(clock) }.joined(separator: "; ")
      }
    }
  }

  private static func carer(_ carer: Details?) -> [TextBlock] {
    guard let carer else { return [] }
    return [.paragraph("Caregiver: " + pairs(carer, of: .carer, .twentyFour))]
  }

  private static func pairs(_ details: Details, of page: Subject, _ clock: ClockStyle) -> String {
    page.questions.compactMap { field in details[field].map { "\(field.nameInText) \($0.words(clock))" } }
      .joined(separator: ", ")
  }

  private static func counts(_ figures: NightFigures) -> [TextBlock] {
    var parts: [String] = []
    if let mask = figures.mask { parts.append("mask \(NightWords.duration(mask))") }
    if figures.maskIsOpen == true { parts.append("mask put on and never noted as taken off") }
    parts += figures.unconfirmedFacts.map(\.line)
    parts += Measure.asWritten.compactMap { measure in
      measure.value(in: figures).map { "\(measure.label(.standard).lowercasedFirst) \(measure.words($0))" }
    }
    if let checklist = figures.checklist {
      parts.append(
        "bedtime list: \(checklist.done) done, \(checklist.notNeeded) not needed, \(checklist.couldNot) could not, "
          + "\(checklist.open) open")
    }
    return parts.isEmpty ? [] : [.paragraph("As written: " + parts.joined(separator: "; "))]
  }
}
