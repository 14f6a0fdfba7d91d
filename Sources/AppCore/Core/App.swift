public import CellUI
public import NightModel
internal import Text

/// The program as a value: where one is, what has been read, what was said last. `update` is the only place that changes
/// it; drawing it changes nothing.
public struct App: Sendable {
  /// The screens one came through, the one shown last.
  var places: [Place] = [Place(.home, route: .tonight)]
  /// What has been read, and what was computed from it.
  var record: RecordView
  /// The rules by which clocks are set where the person is.
  let zone: Zone
  /// Initials of who was named to write when this run began; nil if nobody was.
  let named: String?
  /// Who took over or left since.
  var relief = Relief()
  /// Whether it was asked who writes.
  var writerQuestion = WriterQuestion.notYet([])
  /// On whose word what is answered next is, as it was said last.
  var saysSo: String?
  /// What was done last.
  var status = Status.sentence("") { didSet { heedStatus() } }
  /// What the last press said, for the cursor and for who hears it.
  var heard = Heard()
  /// The same before the key that is being answered.
  var heardBefore = Heard()
  /// Why the last save failed, in words that follow "because"; nil once one has worked.
  var failure: NotSaved?
  /// What this run could only keep aside, whether it has come into the record since or not.
  public internal(set) var keptHere: Set<EntryID> = []
  /// True if what was written last was kept aside.
  var wasKeptAside = false
  /// What lies nowhere but here, action by action.
  public internal(set) var unsaved: [[Draft]] = []
  /// What is told of the machine's clock having been set; nil for nothing.
  var clockNews: ClockNews?
  /// Whether the machine's clock was set.
  var clockSteps = ClockSteps()
  /// When the last key was pressed, in milliseconds of uptime; before the first, when the program first had none to answer.
  var lastPress: Int64?
  /// Held keys and trembling hands.
  var held = HeldKeys()
  /// The pointer's button that is down, where that is told.
  var heldPointer: HeldPointer?
  /// What goes on being said after each step that takes back what a held key or typed letters did.
  var statusToKeep: [Status] = []
  /// The keys that the switches of this machine send.
  var switchKeys = SwitchKeys()
  /// The hand that scans.
  var hand = SwitchHand()
  /// Letters typed on Tonight as if it were a text.
  var train = LetterTrain()
  /// A grade of 1 was just given, which 0 makes a ten.
  var tenPossible: EntryAddress?
  /// What was answered of tonight's entries before an undo: what it takes back is asked again.
  var answeredBeforeUndo: [Question] = []
  /// Texts that were begun and left, by what they are for.
  var begun: [FieldKey: TextEntry] = [:]
  /// The key that opened a text: its repeats do not type.
  var openingKey: Key?
  /// When a text was pasted where there is no field, in milliseconds of uptime: an Enter at its end chooses nothing.
  var strayPaste: Int64?
  /// What the next undo would take back, as far as anybody asked.
  var nextUndo = NextUndo.unknown
  /// What scenes are shown on.
  public internal(set) var surface = Surface()
  /// False until something has happened at the terminal: nothing but what is at hand is read for the first screen.
  var isAwake = false
  /// True if a night's line of time shows the hours in bed only.
  var showsHoursInBed = false
  /// What features left for the rest of the session, by what they are opened by.
  var kept: [Route: Screen] = [:]
  /// True once the program should end.
  public internal(set) var isOver = false

  /// What was done last, in words or by the entry it was done to.
  enum Status: Hashable, Sendable {
    case sentence(String)
    /// What was written last, after the word for where it is.
    case written(String)
    /// The entry written last, after the same word.
    case saved(EntryAddress, tail: String)
    /// What that entry said, after the same word.
    case told(String)
    case entry(EntryAddress, lead: String, tail: String)
  }

  /// What the machine's clock showed when the program began, in milliseconds since 1970; nil where `now` follows it.
  let realTime: Int64?
  /// Where the record lies, to be told; nil where that means nothing.
  let folder: String?
  /// How one presses in this run, whatever the plan says; nil where the plan says it.
  let wayOfThisRun: WayToPress?
  /// True if an empty record begins with the first questions.
  let welcomes: Bool
  /// True if the world can say what is wrong with the record as a whole.
  var looksAtWholeRecord = false
  /// The record that was here and is not, in words that end a sentence; nil if all is well. What to do is asked first.
  var missingRecord: String?
  /// True if a moment was given to act at: what is set counts from then on.
  let isDated: Bool
  /// True once the plan was read for the first time.
  var hasBegun = false

  /// A program that has read nothing yet. `zone` are the rules by which clocks are set where the person is. `realTime`
  /// is what the machine's clock shows, in milliseconds since 1970, where `now` is another moment. `folder` is where
  /// the record lies, to be told. `welcomes` is true if an empty record begins with the first questions. `isDated` is
  /// true if a moment was given to act at. `duty` is how duty stood before last night. `missing` is which record was here
  /// and is not, in words that end a sentence; nil if none is missing. `wayToPress` is how one presses in this run, whatever
  /// the plan says; nil where the plan says it.
  public init(
    now: Instant, zone: Zone, realTime: Int64? = nil, by: String?, folder: String? = nil, welcomes: Bool = false,
    isDated: Bool = false, duty: Duty.Standing = Duty.Standing(), missing: String? = nil,
    wayToPress: WayToPress? = nil
  ) {
    self.isDated = isDated
    self.zone = zone
    record = RecordView(now: now, machineClock: realTime)
    record.add(dutyBefore: duty)
    self.realTime = realTime
    named = by
    wayOfThisRun = wayToPress
    self.folder = folder
    self.welcomes = welcomes
    missingRecord = missing
  }

  /// The screen shown.
  var screen: Screen { place.screen }

  /// The level of the stack that is shown.
  var place: Place {
    get { places.last ?? Place(.home, route: .tonight) }
    set { places[places.count - 1] = newValue }
  }

  /// What the features may see.
  var context: Context { context(at: places.count - 1) }

  /// What the feature of the level at an index may see.
  func context(at index: Int) -> Context {
    context(of: places[index], openedFrom: index > 0 ? places[index - 1].screen : nil)
  }

  /// What the feature of a level may see.
  func context(of place: Place, openedFrom opener: Screen? = nil) -> Context {
    let typing: TextEntry? = if case .text(let entry) = place.screen { entry } else { nil }
    return Context(
      record: record, surface: surface, zone: zone, by: by, saysSo: saysSo, isDated: isDated, folder: folder,
      focus: place.focus, drafts: begun, typing: typing, opener: opener, isNewRecord: welcomes, isAwake: isAwake,
      clockNews: clockNews?.words, leaving: place.route == .leaving ? leavingWords : [],
      showsHoursInBed: showsHoursInBed, ways: ways, switchKeys: switchKeys, lastPress: lastPress)
  }

  /// The moment to act at.
  public var now: Instant { record.now }

  /// The care catalogue, with the family's own items and order.
  var catalogue: Catalogue { record.catalogue }

  /// How times of day are shown.
  var clock: ClockStyle { record.plan.clock }

  /// The colours the family has chosen.
  public var theme: Theme { Theme.named(ways.value(.theme)) }

  /// The plan as it is for who writes, and for this run: how they press, scan and see.
  var ways: Plan {
    let plan = record.plan.asSet(for: by, pressing: wayOfThisRun)
    guard let way = hand.way, plan.wayToPress != way else { return plan }
    return record.plan.asSet(for: by, pressing: way)
  }

  /// What a click of the pointer does.
  public var pointer: PointerUse { PointerUse(ways.value(.pointer)) }

  /// Tonight's date.
  public var tonight: CivilDate { record.tonight }

  /// Tonight as far as it was read.
  var night: Night { record.night(tonight) }

  /// The entry written last that still stands, of tonight. Once whoever writes here wrote one, what somebody else writes
  /// under their own name is passed over: a key meant for one's own must not move it.
  var lastEntry: EntryAddress? {
    // A page of the diary or of the caregiver is not what a note, or a move by five minutes, is meant for.
    let items = night.items.filter { !$0.subject.isPage }
    let ours = items.contains { $0.by == by } ? items.filter { $0.by == nil || $0.by == by } : items
    let newest = ours.max { ($0.entry.stamp, $0.id) < ($1.entry.stamp, $1.id) }
    return newest.map { EntryAddress(night: tonight, id: $0.id) }
  }

  /// What was done last, in words; said twice in a row, it says so.
  public var statusWords: String {
    let said = heard.withTimes(saidWords)
    // What was done and what would be done never stand side by side: one is taken for the other.
    return said.isEmpty && !surface.isRead ? undoWords : said
  }

  /// What was done last, in words that are the same each time.
  var saidWords: String {
    switch status {
    case .sentence(let sentence): sentence
    case .written(let words): "\(writtenWord): \(words)"
    case .saved(let target, let tail): words(target, writtenLead, tail)
    case .told(let words): "\(writtenLead) \(words)"
    case .entry(let target, let lead, let tail): words(target, doneLead(lead), tail)
    }
  }

  /// What was done to an entry. Every save of what may be an emergency points to the card, at any grade.
  func words(_ target: EntryAddress, _ lead: String, _ tail: String) -> String {
    guard let item = record.item(target) else { return "\(lead)." }
    let minutes = now.minutes(since: item.at)
    let ago = minutes < 5 || surface.isRead ? "" : ", \(NightWords.duration(minutes)) ago"
    let stands = !item.isRetracted
    let card = catalogue.pointsToCard(item.subject) && stands ? "\(cardKeyName): emergency card." : ""
    // It is to be thought of at the bed, so it is not told of a turn that was entered late.
    let isTold = item.subject == .event(.turn) && stands && minutes < 5
    let line = isTold ? record.plan.value(.turnLine)?.forDisplay ?? turnOffer : ""
    // Who took over or left is what it is about.
    let who = if case .handover = item.subject, let by = item.by { "\(by.forDisplay) " } else { "" }
    let words = "\(lead) \(clock.words(item.at)) \(who)\(item.words(catalogue))\(ago)."
    // What calls for help comes before what is only asked or reminded of: the end is cut first where there is no room.
    return [words, card].filter { !$0.isEmpty }.joined(separator: " ") + (stands ? toldNobody : "")
      + [tail, line].map { $0.isEmpty ? "" : " \($0)" }.joined()
  }

  /// Where turns are planned, told once: after the first turn of a new record.
  private var turnOffer: String {
    guard welcomes, record.plan.value(.turnInterval) == nil else { return "" }
    let turns = [tonight, tonight.adding(days: -1)].flatMap { record.night($0).items }
      .count { $0.subject == .event(.turn) }
    return turns == 1 ? "Planned turns: Plan, then Turning." : ""
  }

  /// What follows every save of the person with ALS: writing it down has called nobody.
  var toldNobody: String {
    by != nil && by == record.plan.value(.personInitials)
      ? " Written down. Nobody has been told. Use your bell." : ""
  }

  /// What could not be saved, and where it is, in a sentence that stays until it is saved; else what is wrong with the
  /// record; nil if all is well.
  public var notice: String? { failureWords ?? RecordFinding.line(recordFindings) }

  /// What is wrong with the record, as far as it was looked at. What could not be read of nights that were looked through
  /// is told where they are looked through, not on Tonight.
  var recordFindings: [RecordFinding] {
    record.allFindings(withUnreadNights: places.count > 1)
  }

  /// The entries that somebody else may have written just now: those of tonight and of last night.
  var recentItems: [Item] { [tonight.adding(days: -1), tonight].flatMap { record.night($0).items } }

  /// The partitions that somebody else may well be writing in just now.
  var atHand: [Partition] { [.plan, .night(tonight.adding(days: -1)), .night(tonight)] }

  /// Reads anew all that is shown.
  var reload: Effect {
    .load([.plan] + shownNights.sorted().map { .night($0) })
  }
}
