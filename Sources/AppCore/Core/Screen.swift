public import CellUI
public import NightModel

/// Where in the program one is. Navigation is a stack of these.
public enum Screen: Hashable, Sendable {
  /// The start screen. A question may be open about what was just saved.
  case tonight(question: Question?)
  /// A short list of things to write down.
  case menu(Menu)
  /// Which medicine.
  case medicines
  /// One of the three checklists.
  case checklist(ChecklistGroup.List)
  /// One item of a checklist: its answers, why it is there and who says so.
  case checkItem(String)
  /// The items of a checklist that are not part of the routine.
  case hiddenItems(ChecklistGroup.List)
  /// All symptoms.
  case symptoms
  /// One entry, field by field.
  case entry(Target)
  /// When an entry happened, and how to say otherwise.
  case time(Target)
  /// Whether an entry is meant to go to another night, or to a time still to come.
  case moving(Target, Instant, remark: String?)
  /// Who wrote an entry, who says so, and how it came to read as it does.
  case entryOrigin(Target)
  /// Every version of an entry.
  case history(Target)
  /// What the quick entries of a night still lack.
  case toComplete(CivilDate)
  /// What one quick entry lacks.
  case completing(Target)
  /// What was taken back in a night.
  case takenBack(CivilDate)
  /// Whether to take back what somebody else did.
  case undoing(UndoPreview)
  /// The values one field of an entry can take.
  case choice(Target, NightModel.Field)
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
  /// The morning of a night: its diary, and what else the morning asks.
  case morning(CivilDate)
  /// The caregiver's own night.
  case carerNight(CivilDate)
  /// The sleep figures of a night.
  case figures(CivilDate)
  /// One of them, explained.
  case figure(CivilDate, DiaryFigure)
  /// A question of a page whose answers are picked.
  case pageChoice(PageQuestion)
  /// An answer that is asked about.
  case pageDoubt(PageDoubt)
  /// Who says so, for what is answered next.
  case whoSays
  /// What many nights were like, measure by measure.
  case trends
  /// How many nights are looked at together.
  case trendSpans
  /// One measure along the nights.
  case chart(Measure)
  /// One measure before each change and after it.
  case changes(Measure)
  /// The changes that are marked, and how to mark one.
  case marks
  /// In which night something changed.
  case markNights
  /// Two spans of nights side by side.
  case compare
  /// The night against the next day.
  case nextDay
  /// Who writes.
  case people
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
  /// The report for the clinic: what it is to be, and what becomes of it.
  case report
  /// Which nights the report is of.
  case reportSpans
  /// Which sections stand in the report.
  case reportSections
  /// The report, to be read.
  case reportPage
  /// Whether a file may be replaced by the report.
  case reportReplace(ReportFormat, String)
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
  /// What is read from across a dark room while nobody presses a key.
  case glance
  /// What was written on paper in a night.
  case paper(CivilDate)
  /// What somebody who comes on duty wants to know.
  case handover
  /// What the keys do.
  case help
  /// Whether to leave.
  case leaving

  /// The short lists of Tonight.
  public enum Menu: Hashable, Sendable {
    /// Turned, or let sleep.
    case turn
    /// Suction and cough assist.
    case secretions
    /// Mask on, off, fixed.
    case mask
    /// Trouble with breathing.
    case breathing
    /// What hurts.
    case hurts
    /// Everything else, and the way to the other screens.
    case more
  }
}

/// A line of text being typed, and what will become of it.
public struct TextEntry: Hashable, Sendable {
  /// What the text is for.
  public let purpose: Purpose
  /// The moment it was begun, and the night then.
  public let began: Instant
  /// What has been typed.
  public var field: TextField
  /// True while keys go into the field.
  public var isTyping: Bool
  /// True while nothing was typed over what stood in the field: the next character takes its place.
  var isFresh = false

  /// What a text can be for.
  public enum Purpose: Hashable, Sendable {
    /// A field of an entry.
    case field(Target, NightModel.Field)
    /// A question of a page.
    case answer(PageQuestion)
    /// A note of its own.
    case note
    /// The name of a medicine that is not in the plan.
    case medicine
    /// The time of day an entry happened.
    case time(Target)
    /// The time at which ended what an entry began.
    case end(Target)
    /// The date of a night to go to.
    case date
    /// The words to look for in the guide.
    case guideSearch
    /// What to look for in all nights.
    case search
    /// A setting of the plan, by its key.
    case setting(String)
    /// A new member of a family of settings: initials, a medicine, a night away.
    case member(String)
    /// The first or the second of two spans to compare.
    case nights(isFirst: Bool)
    /// The first and the last night of the report.
    case reportNights
    /// The file that the report is written to.
    case reportPath(ReportFormat)
    /// An item of one's own, for a group.
    case ownItem(String)
    /// A line of the paper notes of a night.
    case paper(CivilDate)
    /// The date of the night that paper notes are of.
    case paperNight
    /// Initials of who takes over or leaves, who is expected, or a line for whoever comes.
    case handover(HandoverKind)
  }
}

/// One level of the stack: a screen, and what has the focus on it.
struct Place: Hashable, Sendable {
  var screen: Screen
  /// The id of the item with the focus; nil for the first.
  var focus: String?
  /// Where what was written, or the facts, are to be read.
  var reading = ReadingPosition()

  init(_ screen: Screen, focus: String? = nil) {
    self.screen = screen
    self.focus = focus
  }
}
