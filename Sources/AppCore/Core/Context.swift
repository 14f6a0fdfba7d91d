internal import NightModel
internal import Text

/// What a feature may see. What it wants changed it returns as acts.
struct Context {
  /// What was read of the record, and what was computed from it.
  let record: RecordView
  /// What scenes are shown on.
  let surface: Surface
  /// The rules by which clocks are set where the person is.
  let zone: Zone
  /// Initials of who writes, if known.
  let by: String?
  /// On whose word what is answered next is, as it was said last.
  let saysSo: String?
  /// True if a moment was given to act at: what is set counts from then on.
  let isDated: Bool
  /// Where the record lies, to be told; nil where that means nothing.
  let folder: String?
  /// The id of the item that has the focus; nil for the first.
  let focus: String?
  /// Texts that were begun and left, by what they are for.
  let drafts: [FieldKey: TextEntry]
  /// The text that is being typed; nil where none is.
  let typing: TextEntry?
  /// What the level lies above.
  let opener: Screen?
  /// True for a record in which nothing was written when the program began.
  let isNewRecord: Bool
  /// False until something has happened at the terminal: nothing but what is at hand is read for the first screen.
  let isAwake: Bool
  /// What is told of the machine's clock having been set; nil for nothing.
  let clockNews: String?
  /// What is said of the record and of what was begun to whoever leaves.
  let leaving: [String]
  /// True if a night's line of time shows the hours in bed only.
  let showsHoursInBed: Bool
  /// The plan as it is for who writes, and for this run: how they press, scan and see.
  let ways: Plan
  /// The keys that the switches of this machine send.
  let switchKeys: SwitchKeys
  /// When the last key was pressed, in milliseconds of uptime; nil before the first.
  let lastPress: Int64?
}

extension Context {
  var plan: Plan { record.plan }
  var catalogue: Catalogue { record.catalogue }
  /// How times of day are shown.
  var clock: ClockStyle { record.plan.clock }
  /// The moment to act at.
  var now: Instant { record.now }
  /// Tonight's date.
  var tonight: CivilDate { record.tonight }
  /// Tonight as far as it was read.
  var night: Night { record.night(tonight) }
  /// What reads typed times and dates where the person is.
  var times: TimeReader { TimeReader(zone: zone, rule: plan.nightRule, clock: clock, now: now) }

  /// False where nothing may change because time passes: a screen reader says every row that does.
  var tellsAges: Bool { !surface.isRead }

  /// The last fourteen nights, tonight first.
  var lastFortnight: [CivilDate] { (0..<14).map { tonight.adding(days: -$0) } }

  /// True if what something needs is in use; while nobody has said what is, everything may be.
  func offers(_ subject: Subject) -> Bool {
    plan.equipment.isEmpty || catalogue.needs(of: subject).allSatisfy { !$0.isDisjoint(with: plan.equipment) }
  }

  /// The symptoms that lists offer this person, in their order.
  var offeredSymptoms: [Symptom] { catalogue.symptoms.filter { $0.isOffered && offers(.symptom($0.id)) } }

  /// What a short list offers this person: nothing that needs equipment they do not have.
  func logs(_ menu: LogMenu.ID) -> [Log] {
    (catalogue.menu(menu)?.lines ?? []).map(Log.init(line:)).filter { offers($0.subject) }
  }

  /// An entry as one line: when, what, what happened to it since, who.
  func line(of item: Item) -> Scene.Line {
    func inBrackets(_ marks: [String?]) -> String {
      let told = marks.compactMap(\.self)
      return told.isEmpty ? "" : "(\(told.joined(separator: ", ")))"
    }
    let (takenBack, versions) = (item.isRetracted ? "taken back" : nil, item.conflicts.isEmpty ? nil : "two versions")
    return Scene.Line(
      time: clock.words(item.at), words: item.words(catalogue),
      marks: inBrackets([takenBack, item.editedWords(clock), versions]),
      shortMarks: inBrackets([takenBack, item.isCorrected ? "edited" : nil, versions]), by: item.by?.forDisplay ?? "")
  }

  /// A line of what was written: an entry, or answers that were given together, by the time of the last.
  func line(of line: WrittenLine) -> Scene.Line {
    var told = line.items.last.map(self.line(of:)) ?? Scene.Line(words: "")
    if let words = line.wordsTogether(catalogue) {
      (told.words, told.shorter, told.marks, told.shortMarks) = (words, line.shorterTogether, "", "")
    }
    return told
  }

  /// What an entry says, without its time.
  func words(of item: Item) -> String {
    var line = line(of: item)
    line.time = ""
    return line.text
  }

  /// A checklist as it is tonight.
  func routine(_ list: ChecklistGroup.List) -> Routine { Routine(list, plan, night, catalogue) }

  /// The sources of something as facts, and whether it is to be confirmed.
  func sources(_ keys: [String], _ certainty: Certainty) -> [Fact] {
    keys.compactMap { catalogue.source($0) }.map { Fact("source:", $0.words) }
      + (certainty == .toConfirm ? [Fact("", "To confirm with your team.")] : [])
  }

  /// Links to the pages of the guide that explain a checklist item.
  func guideLinks(_ itemID: String) -> [SceneItem] {
    Guide.standard.pages(usedIn: itemID).map { page in
      SceneItem("guide-\(page.id)", "Guide: \(page.title)", .open(.guidePage(page.id)))
    }
  }

  /// Goes to where an entry of a night is read and corrected: a page as the page it is, everything else field by field.
  func opening(_ item: Item, in night: CivilDate) -> Act {
    switch item.subject {
    case .diary: .open(.morning(night))
    case .carer: .open(.carerNight(night))
    case .event, .symptom, .check, .environment, .note, .handover, .plan:
      .open(.entry(EntryAddress(night: night, id: item.id)))
    }
  }

  /// A draft for tonight, at this moment.
  func draft(_ body: Entry.Body) -> Draft { Draft(partition: .night(tonight), at: now, by: by, body: body) }

  /// A draft for tonight that says how something stands, over all that was seen of it.
  func draft(_ subject: Subject, _ details: Details, by initials: String? = nil) -> Draft {
    night.timeline.draft(subject, details, in: .night(tonight), at: now, by: initials ?? by, isDated: isDated)
  }

  /// What is said where a closed record would have to be written into.
  static let closedWords = closed.wholeSentence
  /// Why a closed record takes nothing.
  static let closed = Refusal.refused(
    "this record is closed", "it can be opened again under Plan and settings, This record")

  /// What is said where an entry that was taken back would have to be changed.
  static let takenBackWords = "That entry was taken back, so nothing was changed."

  /// What a text that writes into the record comes to; in a closed one it stays in its field.
  func readUnlessClosed(_ read: () throws(Refusal) -> Intent) -> TextReading {
    plan.isClosed ? .refused(Self.closedWords) : .reading(read)
  }

  /// What is done, unless the record is closed: then that is said.
  func unlessClosed(_ acts: () -> [Act]) -> [Act] { plan.isClosed ? [.say(Self.closedWords)] : acts() }

  /// The emergency card, which many screens lead to.
  var cardItem: SceneItem {
    var item = SceneItem("card", "Emergency card", .open(.card))
    item.keys = "e"
    return item
  }

  /// What was last written.
  var board: Board { record.board }

  /// True where Tonight tells of signs. In a closed record nothing does.
  var tellsSigns: Bool { isAwake && !plan.isClosed && plan.value(.signLine) != "no" }

  /// A change of the clocks tonight.
  var clockChange: ClockChange? { ClockChange(in: tonight, rule: plan.nightRule, zone: zone) }

  /// What is wrong with the clock, a sentence each: that it was set, that it is behind what was written.
  var clockTrouble: [String] {
    let ahead = night.items.last.flatMap { now.minutes(since: $0.at) < 0 ? clock.words($0.at) : nil }
    return [clockNews, ahead.map { "The newest entry is dated \($0), later than this clock." }].compactMap(\.self)
  }

  /// What is told of the clock, a line each: that it was set, that it is to change tonight, that it is behind.
  var clockFacts: [Fact] {
    ([clockChange?.words(now: now, clock: clock)].compactMap(\.self) + clockTrouble).map { Fact("", $0) }
  }
}
