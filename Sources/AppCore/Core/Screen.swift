public import CellUI
public import NightModel

/// Where in the program one is. Navigation is a stack of these.
public enum Screen: Hashable, Sendable {
  /// A line of text being typed.
  case text(TextEntry)
  case paper(PaperFeature)
  case checklist(ChecklistFeature)
  case checkItem(CheckItemFeature)
  case symptoms(SymptomsFeature)
  case pastNights(PastNightsFeature)
  case night(NightFeature)
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
  case plan(PlanFeature)
  case start(StartFeature)
  case guide(GuideFeature)
  case reading(ReadingFeature)
  case card(CardFeature)
  case signs(SignsFeature)
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
  /// True if what stands in the field was refused just as it stands.
  var wasRefused = false
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
