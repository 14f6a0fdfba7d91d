public import NightModel

/// Where one can go, in values of the model: how features open each other.
public enum Route: Hashable, Sendable {
  /// The start screen.
  case tonight
  /// What many nights were like, measure by measure.
  case trends
  /// Whether to leave.
  case leaving
  /// What is read from across a dark room while nobody presses a key.
  case glance
  /// Whether to take back what somebody else did.
  case undoing(UndoPreview)
  /// What the keys do; opened from such a screen.
  case help(HelpOrigin)
  /// An answer that is asked about.
  case doubt(PageDoubt)
  /// A question of a page whose answers are picked.
  case question(PageQuestion)
  /// The sleep figures of a night.
  case figures(CivilDate)
  /// The caregiver's own night.
  case carerNight(CivilDate)
  /// The morning of a night: its diary, and what else the morning asks.
  case morning(CivilDate)
  /// What was taken back in a night.
  case takenBack(CivilDate)
  /// What the quick entries of a night still lack.
  case toComplete(CivilDate)
  /// What one quick entry lacks.
  case completing(Target)
  /// One entry, field by field.
  case entry(Target)
  /// What somebody who comes on duty wants to know.
  case handover
  /// The report for the clinic: what it is to be, and what becomes of it.
  case report
  /// The changes that are marked for the trends, and how to mark one; found in the plan within so many nights.
  case marks(TrendSpan)
}

extension Screen {
  /// The feature that a route opens.
  init(_ route: Route, _ c: Context) {
    switch route {
    case .tonight: self = .start
    case .trends: self = .trends(TrendsFeature())
    case .leaving: self = .leaving(LeavingFeature())
    case .glance: self = .glance(GlanceFeature())
    case .undoing(let preview): self = .undoing(UndoingFeature(preview: preview))
    case .help(let origin): self = .help(HelpFeature(origin: origin))
    case .doubt(let doubt): self = .doubt(DoubtFeature(doubt))
    case .question(let question): self = .question(QuestionFeature(question: question))
    case .figures(let date): self = .figures(FiguresFeature(date))
    case .carerNight(let date): self = .carerNight(CarerNightFeature(date))
    case .morning(let date): self = .morning(MorningFeature(date))
    case .takenBack(let night): self = .takenBack(TakenBackFeature(night: night))
    case .toComplete(let night): self = .toComplete(ToCompleteFeature(night: night))
    case .completing(let target): self = .completing(CompletingFeature(target: target))
    case .entry(let target): self = .entry(EntryFeature(target))
    case .handover: self = .handover(HandoverFeature())
    case .report: self = .report(ReportFeature())
    case .marks(let span): self = .marks(MarksFeature(span: span))
    }
  }

  /// Where the program begins, and where every way back ends.
  static let start = Screen.tonight(TonightFeature())

  /// Something is opened above this, or done from elsewhere: a question that is open is left blank.
  mutating func cover() {
    switch self {
    case .tonight(var f):
      f.cover()
      self = .tonight(f)
    default: break
    }
  }

  /// How many pages lie one above the other.
  var depth: Int {
    switch self {
    case .trends(let f): f.depth
    case .leaving(let f): f.depth
    case .glance(let f): f.depth
    case .undoing(let f): f.depth
    case .help(let f): f.depth
    case .tonight(let f): f.depth
    case .doubt(let f): f.depth
    case .question(let f): f.depth
    case .figures(let f): f.depth
    case .carerNight(let f): f.depth
    case .morning(let f): f.depth
    case .takenBack(let f): f.depth
    case .toComplete(let f): f.depth
    case .completing(let f): f.depth
    case .entry(let f): f.depth
    case .handover(let f): f.depth
    case .report(let f): f.depth
    case .marks(let f): f.depth
    default: 1
    }
  }

  /// Leaves the page on top.
  mutating func closePage(_ c: Context) -> [Act] {
    switch self {
    case .trends(var f):
      defer { self = .trends(f) }
      return f.closePage(c)
    case .leaving(var f):
      defer { self = .leaving(f) }
      return f.closePage(c)
    case .glance(var f):
      defer { self = .glance(f) }
      return f.closePage(c)
    case .undoing(var f):
      defer { self = .undoing(f) }
      return f.closePage(c)
    case .help(var f):
      defer { self = .help(f) }
      return f.closePage(c)
    case .tonight(var f):
      defer { self = .tonight(f) }
      return f.closePage(c)
    case .doubt(var f):
      defer { self = .doubt(f) }
      return f.closePage(c)
    case .question(var f):
      defer { self = .question(f) }
      return f.closePage(c)
    case .figures(var f):
      defer { self = .figures(f) }
      return f.closePage(c)
    case .carerNight(var f):
      defer { self = .carerNight(f) }
      return f.closePage(c)
    case .morning(var f):
      defer { self = .morning(f) }
      return f.closePage(c)
    case .takenBack(var f):
      defer { self = .takenBack(f) }
      return f.closePage(c)
    case .toComplete(var f):
      defer { self = .toComplete(f) }
      return f.closePage(c)
    case .completing(var f):
      defer { self = .completing(f) }
      return f.closePage(c)
    case .entry(var f):
      defer { self = .entry(f) }
      return f.closePage(c)
    case .handover(var f):
      defer { self = .handover(f) }
      return f.closePage(c)
    case .report(var f):
      defer { self = .report(f) }
      return f.closePage(c)
    case .marks(var f):
      defer { self = .marks(f) }
      return f.closePage(c)
    default: return []
    }
  }

  /// What has to be read and computed for what is shown.
  func needs(_ c: Context) -> Needs {
    switch self {
    case .trends(let f): f.needs(c)
    case .leaving(let f): f.needs(c)
    case .glance(let f): f.needs(c)
    case .undoing(let f): f.needs(c)
    case .help(let f): f.needs(c)
    case .tonight(let f): f.needs(c)
    case .doubt(let f): f.needs(c)
    case .question(let f): f.needs(c)
    case .figures(let f): f.needs(c)
    case .carerNight(let f): f.needs(c)
    case .morning(let f): f.needs(c)
    case .takenBack(let f): f.needs(c)
    case .toComplete(let f): f.needs(c)
    case .completing(let f): f.needs(c)
    case .entry(let f): f.needs(c)
    case .handover(let f): f.needs(c)
    case .report(let f): f.needs(c)
    case .marks(let f): f.needs(c)
    default: Needs()
    }
  }

  /// What is shown; nil for a screen that is no feature.
  func scene(_ c: Context) -> Scene? {
    switch self {
    case .trends(let f): f.scene(c)
    case .leaving(let f): f.scene(c)
    case .glance(let f): f.scene(c)
    case .undoing(let f): f.scene(c)
    case .help(let f): f.scene(c)
    case .tonight(let f): f.scene(c)
    case .doubt(let f): f.scene(c)
    case .question(let f): f.scene(c)
    case .figures(let f): f.scene(c)
    case .carerNight(let f): f.scene(c)
    case .morning(let f): f.scene(c)
    case .takenBack(let f): f.scene(c)
    case .toComplete(let f): f.scene(c)
    case .completing(let f): f.scene(c)
    case .entry(let f): f.scene(c)
    case .handover(let f): f.scene(c)
    case .report(let f): f.scene(c)
    case .marks(let f): f.scene(c)
    default: nil
    }
  }

  /// What has the focus when the page on top is opened.
  func firstFocus(_ c: Context) -> String? {
    switch self {
    case .trends(let f): f.firstFocus(c)
    case .leaving(let f): f.firstFocus(c)
    case .glance(let f): f.firstFocus(c)
    case .undoing(let f): f.firstFocus(c)
    case .help(let f): f.firstFocus(c)
    case .tonight(let f): f.firstFocus(c)
    case .doubt(let f): f.firstFocus(c)
    case .question(let f): f.firstFocus(c)
    case .figures(let f): f.firstFocus(c)
    case .carerNight(let f): f.firstFocus(c)
    case .morning(let f): f.firstFocus(c)
    case .takenBack(let f): f.firstFocus(c)
    case .toComplete(let f): f.firstFocus(c)
    case .completing(let f): f.firstFocus(c)
    case .entry(let f): f.firstFocus(c)
    case .handover(let f): f.firstFocus(c)
    case .report(let f): f.firstFocus(c)
    case .marks(let f): f.firstFocus(c)
    default: nil
    }
  }

  /// True if what is wanted is wanted of this feature.
  func takes(_ intent: FeatureIntent) -> Bool {
    switch (self, intent) {
    case (.trends, .trends), (.leaving, .leaving), (.glance, .glance), (.undoing, .undoing), (.help, .help),
      (.tonight, .tonight), (.doubt, .doubt), (.question, .question), (.figures, .figures),
      (.carerNight, .carerNight),
      (.morning, .morning), (.takenBack, .takenBack), (.toComplete, .toComplete), (.completing, .completing),
      (.entry, .entry), (.handover, .handover), (.report, .report), (.marks, .marks):
      true
    default: false
    }
  }

  /// Does what a person wants of the feature.
  mutating func update(_ intent: FeatureIntent, _ c: Context) -> [Act] {
    switch (self, intent) {
    case (.trends(var f), .trends(let intent)):
      defer { self = .trends(f) }
      return f.update(intent, c)
    case (.leaving(var f), .leaving(let intent)):
      defer { self = .leaving(f) }
      return f.update(intent, c)
    case (.glance(var f), .glance(let intent)):
      defer { self = .glance(f) }
      return f.update(intent, c)
    case (.undoing(var f), .undoing(let intent)):
      defer { self = .undoing(f) }
      return f.update(intent, c)
    case (.help(var f), .help(let intent)):
      defer { self = .help(f) }
      return f.update(intent, c)
    case (.tonight(var f), .tonight(let intent)):
      defer { self = .tonight(f) }
      return f.update(intent, c)
    case (.doubt(var f), .doubt(let intent)):
      defer { self = .doubt(f) }
      return f.update(intent, c)
    case (.question(var f), .question(let intent)):
      defer { self = .question(f) }
      return f.update(intent, c)
    case (.figures(var f), .figures(let intent)):
      defer { self = .figures(f) }
      return f.update(intent, c)
    case (.carerNight(var f), .carerNight(let intent)):
      defer { self = .carerNight(f) }
      return f.update(intent, c)
    case (.morning(var f), .morning(let intent)):
      defer { self = .morning(f) }
      return f.update(intent, c)
    case (.takenBack(var f), .takenBack(let intent)):
      defer { self = .takenBack(f) }
      return f.update(intent, c)
    case (.toComplete(var f), .toComplete(let intent)):
      defer { self = .toComplete(f) }
      return f.update(intent, c)
    case (.completing(var f), .completing(let intent)):
      defer { self = .completing(f) }
      return f.update(intent, c)
    case (.entry(var f), .entry(let intent)):
      defer { self = .entry(f) }
      return f.update(intent, c)
    case (.handover(var f), .handover(let intent)):
      defer { self = .handover(f) }
      return f.update(intent, c)
    case (.report(var f), .report(let intent)):
      defer { self = .report(f) }
      return f.update(intent, c)
    case (.marks(var f), .marks(let intent)):
      defer { self = .marks(f) }
      return f.update(intent, c)
    default: return []
    }
  }

  /// Something was saved while this was on top.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    switch self {
    case .trends(var f):
      defer { self = .trends(f) }
      return f.saved(saved, c)
    case .leaving(var f):
      defer { self = .leaving(f) }
      return f.saved(saved, c)
    case .glance(var f):
      defer { self = .glance(f) }
      return f.saved(saved, c)
    case .undoing(var f):
      defer { self = .undoing(f) }
      return f.saved(saved, c)
    case .help(var f):
      defer { self = .help(f) }
      return f.saved(saved, c)
    case .tonight(var f):
      defer { self = .tonight(f) }
      return f.saved(saved, c)
    case .doubt(var f):
      defer { self = .doubt(f) }
      return f.saved(saved, c)
    case .question(var f):
      defer { self = .question(f) }
      return f.saved(saved, c)
    case .figures(var f):
      defer { self = .figures(f) }
      return f.saved(saved, c)
    case .carerNight(var f):
      defer { self = .carerNight(f) }
      return f.saved(saved, c)
    case .morning(var f):
      defer { self = .morning(f) }
      return f.saved(saved, c)
    case .takenBack(var f):
      defer { self = .takenBack(f) }
      return f.saved(saved, c)
    case .toComplete(var f):
      defer { self = .toComplete(f) }
      return f.saved(saved, c)
    case .completing(var f):
      defer { self = .completing(f) }
      return f.saved(saved, c)
    case .entry(var f):
      defer { self = .entry(f) }
      return f.saved(saved, c)
    case .handover(var f):
      defer { self = .handover(f) }
      return f.saved(saved, c)
    case .report(var f):
      defer { self = .report(f) }
      return f.saved(saved, c)
    case .marks(var f):
      defer { self = .marks(f) }
      return f.saved(saved, c)
    default: return []
    }
  }

  /// True once there is nothing left to do on it.
  func isOver(_ c: Context) -> Bool {
    switch self {
    case .completing(let f): f.isOver(c)
    default: false
    }
  }

  /// What stays of it for the rest of the session.
  var left: Screen? {
    switch self {
    case .trends(let f): f.left.map(Screen.trends)
    case .leaving(let f): f.left.map(Screen.leaving)
    case .glance(let f): f.left.map(Screen.glance)
    case .undoing(let f): f.left.map(Screen.undoing)
    case .help(let f): f.left.map(Screen.help)
    case .tonight(let f): f.left.map(Screen.tonight)
    case .doubt(let f): f.left.map(Screen.doubt)
    case .question(let f): f.left.map(Screen.question)
    case .figures(let f): f.left.map(Screen.figures)
    case .carerNight(let f): f.left.map(Screen.carerNight)
    case .morning(let f): f.left.map(Screen.morning)
    case .takenBack(let f): f.left.map(Screen.takenBack)
    case .toComplete(let f): f.left.map(Screen.toComplete)
    case .completing(let f): f.left.map(Screen.completing)
    case .entry(let f): f.left.map(Screen.entry)
    case .handover(let f): f.left.map(Screen.handover)
    case .report(let f): f.left.map(Screen.report)
    case .marks(let f): f.left.map(Screen.marks)
    default: nil
    }
  }
}

extension FeatureIntent {
  /// Asks which medicine it was, on the start screen.
  static let pickMedicine = FeatureIntent.tonight(.open(.medicines))

  /// What came of a report that was written.
  init(_ outcome: ReportOutcome) { self = .report(.written(outcome)) }
}

extension FieldKey {
  /// What the field shows and takes; nil for one that belongs to no feature.
  func form(_ c: Context) -> TextForm? {
    switch self {
    case .trends(let text): text.form(c)
    case .tonight(let text): text.form(c)
    case .answer(let text): text.form(c)
    case .completing(let text): text.form(c)
    case .entry(let text): text.form(c)
    case .handover(let text): text.form(c)
    case .report(let text): text.form(c)
    default: nil
    }
  }

  /// What a typed text comes to.
  func read(_ text: String, _ c: Context) -> TextReading? {
    switch self {
    case .trends(let key): key.read(text, c)
    case .tonight(let key): key.read(text, c)
    case .answer(let key): key.read(text, c)
    case .completing(let key): key.read(text, c)
    case .entry(let key): key.read(text, c)
    case .handover(let key): key.read(text, c)
    case .report(let key): key.read(text, c)
    default: nil
    }
  }
}

/// What a person can want of one feature.
public enum FeatureIntent: Hashable, Sendable {
  case tonight(TonightFeature.Intent)
  case checklist(ChecklistIntent)
  case entry(EntryFeature.Intent)
  case morning(MorningFeature.Intent)
  case night(NightIntent)
  case pastNights(PastNightsIntent)
  case trends(TrendsFeature.Intent)
  case leaving(LeavingFeature.Intent)
  case glance(GlanceFeature.Intent)
  case undoing(UndoingFeature.Intent)
  case help(HelpFeature.Intent)
  case doubt(DoubtFeature.Intent)
  case question(QuestionFeature.Intent)
  case figures(FiguresFeature.Intent)
  case carerNight(CarerNightFeature.Intent)
  case takenBack(TakenBackFeature.Intent)
  case toComplete(ToCompleteFeature.Intent)
  case completing(CompletingFeature.Intent)
  case marks(MarksFeature.Intent)
  case plan(PlanIntent)
  case start(StartIntent)
  case paper(PaperIntent)
  case handover(HandoverFeature.Intent)
  case guide(GuideIntent)
  case report(ReportFeature.Intent)
}

/// What a checklist is asked for.
public enum ChecklistIntent: Hashable, Sendable {
  /// Answers all that is still open in a checklist with "not needed".
  case restNotNeeded(ChecklistGroup.List)
}

/// What is asked for on a night's screen.
public enum NightIntent: Hashable, Sendable {
  /// Goes to another night in place of this one.
  case turnTo(CivilDate)
  /// Shows the hours in bed of the line of time, or all of it.
  case zoom
}

/// What is asked for in the list of nights.
public enum PastNightsIntent: Hashable, Sendable {
  /// Lists only the nights in which something was found, or all again.
  case narrow(SearchQuery?)
  /// Looks for words in all nights.
  case lookFor(String)
}

/// What is asked for on the pages of the plan.
public enum PlanIntent: Hashable, Sendable {
  /// Chooses of everything that has two versions since an import the one that came, or the one that was here.
  case chooseVersions(imported: Bool)
  /// Moves an item up or down within its group.
  case moveItem(String, by: Int)
  /// Takes somebody or something off a page of the plan, with all that was said of it.
  case removeMember(PlanKey.Page, String)
}

/// What is asked for before the first night.
public enum StartIntent: Hashable, Sendable {
  /// Is done with the first questions.
  case endWelcome
  /// Begins a new record where the one that was here is missing.
  case beginNew
}

/// What paper notes are asked for.
public enum PaperIntent: Hashable, Sendable {
  /// Takes a line that could not be read into the field again.
  case mend(CivilDate, Int)
  /// Saves a line that cannot be read as a note; nil for the one in the field.
  case keepAsNote(CivilDate, line: Int?)
}

/// What the guide is asked for.
public enum GuideIntent: Hashable, Sendable {
  /// Goes to a page, in place of the one shown, at the beginning or at one of its blocks.
  case read(String, block: Int?)
}

/// What a text can be for.
public enum FieldKey: Hashable, Sendable {
  case trends(TrendsFeature.Text)
  case tonight(TonightFeature.Text)
  case answer(AnswerText)
  case completing(CompletingFeature.Text)
  case entry(EntryFeature.Text)
  case handover(HandoverFeature.Text)
  case report(ReportFeature.Text)
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
  /// An item of one's own, for a group.
  case ownItem(String)
  /// A line of the paper notes of a night.
  case paper(CivilDate)
  /// The date of the night that paper notes are of.
  case paperNight
}
