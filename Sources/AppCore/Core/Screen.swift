public import CellUI
public import NightModel

/// Where in the program one is. Navigation is a stack of these.
public enum Screen: Hashable, Sendable {
  /// One of the three checklists.
  case checklist(ChecklistGroup.List)
  /// One item of a checklist: its answers, why it is there and who says so.
  case checkItem(String)
  /// The items of a checklist that are not part of the routine.
  case hiddenItems(ChecklistGroup.List)
  /// All symptoms.
  case symptoms
  /// A line of text being typed.
  case text(TextEntry)
  /// The list of nights.
  case pastNights
  /// What to look for in all nights.
  case searching
  /// The entries that were found.
  case found(SearchQuery)
  /// The years of the record, to go to one.
  case years
  /// The months of a year.
  case months(Int)
  /// One night.
  case night(CivilDate)
  case trends(TrendsFeature)
  case leaving(LeavingFeature)
  case glance(GlanceFeature)
  case undoing(UndoingFeature)
  case help(HelpFeature)
  case tonight(TonightFeature)
  case doubt(DoubtFeature)
  case question(QuestionFeature)
  case figures(FiguresFeature)
  case carerNight(CarerNightFeature)
  case morning(MorningFeature)
  case takenBack(TakenBackFeature)
  case toComplete(ToCompleteFeature)
  case completing(CompletingFeature)
  case entry(EntryFeature)
  case handover(HandoverFeature)
  case report(ReportFeature)
  case marks(MarksFeature)
  /// The contents of the guide.
  case guide
  /// One page of the guide.
  case guidePage(String)
  /// The sentences of the guide that hold some words.
  case guideFound(String)
  /// The pages of the plan.
  case plan
  /// One page of the plan.
  case planPage(PlanKey.Page)
  /// One person, piece of equipment or medicine of a page.
  case planMember(PlanKey.Page, String)
  /// What has two versions, to choose one of each.
  case versions
  /// The values one setting can take.
  case planChoice(String)
  /// The items of a group, and whether they are part of the routine.
  case routineGroup(String)
  /// One item: whether it is part of the routine, and its place.
  case routineItem(String)
  /// Which night was spent away.
  case awayNights
  /// Whether to close the record.
  case closing
  /// What to do where the record that was here is missing, told in words that end a sentence.
  case recordMissing(String)
  /// One of the first questions.
  case welcome(Int)
  /// The emergency card.
  case card
  /// When to call: the warning signs, to be read.
  case signs
  /// One warning sign.
  case sign(String)
  /// One warning sign that was found in the record, with everything behind it.
  case foundSign(String)
  /// What to do while waiting for help, and what to tell those who come.
  case whileWaiting
  /// Who is who in the team, and whom to have a number of.
  case team
  /// How insurers go about equipment.
  case insurance
  /// If tonight is too much, for either of you.
  case tooMuch
  /// What was agreed for when the person is dying or has died.
  case agreed
  /// How we do nights.
  case howWeDoNights
  /// What was written on paper in a night.
  case paper(CivilDate)
}

/// A line of text being typed, and what will become of it.
public struct TextEntry: Hashable, Sendable {
  /// What the text is for.
  public let purpose: FieldKey
  /// The moment it was begun, and the night then.
  public let began: Instant
  /// What has been typed.
  public var field: TextField
  /// True while keys go into the field.
  public var isTyping: Bool
  /// True while nothing was typed over what stood in the field: the next character takes its place.
  var isFresh = false
}

/// One level of the stack: a screen, and where one is on each of its pages.
struct Place: Hashable, Sendable {
  /// What is shown.
  var screen: Screen { didSet { fit() } }
  /// What it was opened by; nil for what was not opened by a route.
  let route: Route?
  /// Where one is, page by page; the one shown last.
  private var marks: [Mark]

  /// The focus and the reading position on one page.
  private struct Mark: Hashable, Sendable {
    var focus: String?
    var reading = ReadingPosition()
  }

  init(_ screen: Screen, focus: String? = nil, route: Route? = nil) {
    self.screen = screen
    self.route = route
    marks = [Mark(focus: focus)]
  }

  /// The id of the item with the focus; nil for the first.
  var focus: String? {
    get { marks[marks.count - 1].focus }
    set { marks[marks.count - 1].focus = newValue }
  }

  /// Where what was written, or the facts, are to be read.
  var reading: ReadingPosition {
    get { marks[marks.count - 1].reading }
    set { marks[marks.count - 1].reading = newValue }
  }

  /// How many pages it has one above the other.
  var depth: Int { marks.count }

  private mutating func fit() {
    let depth = screen.depth
    if marks.count > depth { marks.removeSubrange(depth...) }
    while marks.count < depth { marks.append(Mark()) }
  }
}
