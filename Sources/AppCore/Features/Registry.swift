public import NightModel

/// The one file that names every feature: which of them a route opens, and whose each intent and each text is. A new one
/// is a case in each enum, and then what the compiler names.
extension Screen {
  /// The feature that a route opens.
  init(_ route: Route, _ c: Context) {
    switch route {
    case .trends: self = .trends(TrendsFeature())
    case .takenBack(let night): self = .takenBack(TakenBackFeature(night: night))
    case .toComplete(let night): self = .toComplete(ToCompleteFeature(night: night))
    case .completing(let target): self = .completing(CompletingFeature(target: target))
    case .entry(let target): self = .entry(EntryFeature(target))
    case .handover: self = .handover(HandoverFeature())
    case .report: self = .report(ReportFeature())
    case .marks(let span): self = .marks(MarksFeature(span: span))
    case .guide: self = .guide(.contents)
    case .guidePage(let id): self = .guide(.page(id))
    case .guideFound(let words): self = .guide(.found(words))
    case .team: self = .reading(.team)
    case .insurance: self = .reading(.insurance)
    case .whileWaiting: self = .reading(.whileWaiting)
    case .card: self = .card(.card)
    case .tooMuch: self = .card(.tooMuch)
    case .agreed: self = .card(.agreed)
    case .howWeDoNights: self = .card(.nights)
    case .signs: self = .signs(.list)
    case .sign(let id): self = .signs(.sign(id))
    case .foundSign(let id): self = .signs(.found(id))
    case .plan: self = .plan(.contents)
    case .planPage(let page): self = .plan(.page(page))
    case .planMember(let page, let name): self = .plan(.member(page, name))
    case .planChoice(let key): self = .plan(.setting(key))
    case .versions: self = .plan(.versions)
    case .routineGroup(let group): self = .plan(.routineGroup(group))
    case .routineItem(let item): self = .plan(.routineItem(item))
    case .awayNights: self = .plan(.awayNights)
    case .closing: self = .plan(.closing)
    case .welcome(let step): self = .start(step.map { .question($0) } ?? .firstOpen(c))
    case .recordMissing(let words): self = .start(.recordMissing(words))
    }
  }

  /// How many pages lie one above the other.
  var depth: Int {
    switch self {
    case .trends(let f): f.depth
    case .takenBack(let f): f.depth
    case .toComplete(let f): f.depth
    case .completing(let f): f.depth
    case .entry(let f): f.depth
    case .handover(let f): f.depth
    case .report(let f): f.depth
    case .marks(let f): f.depth
    case .plan(let f): f.depth
    case .start(let f): f.depth
    case .guide(let f): f.depth
    case .reading(let f): f.depth
    case .card(let f): f.depth
    case .signs(let f): f.depth
    default: 1
    }
  }

  /// Lets a feature change, and keeps what becomes of it.
  private mutating func change<F: Feature>(
    _ feature: F, _ screen: (F) -> Screen, _ change: (inout F) -> [Act]
  ) -> [Act] {
    var feature = feature
    defer { self = screen(feature) }
    return change(&feature)
  }

  /// Leaves the page on top.
  mutating func closePage(_ c: Context) -> [Act] {
    switch self {
    case .trends(let f): change(f, Screen.trends) { $0.closePage(c) }
    case .takenBack(let f): change(f, Screen.takenBack) { $0.closePage(c) }
    case .toComplete(let f): change(f, Screen.toComplete) { $0.closePage(c) }
    case .completing(let f): change(f, Screen.completing) { $0.closePage(c) }
    case .entry(let f): change(f, Screen.entry) { $0.closePage(c) }
    case .handover(let f): change(f, Screen.handover) { $0.closePage(c) }
    case .report(let f): change(f, Screen.report) { $0.closePage(c) }
    case .marks(let f): change(f, Screen.marks) { $0.closePage(c) }
    case .plan(let f): change(f, Screen.plan) { $0.closePage(c) }
    case .start(let f): change(f, Screen.start) { $0.closePage(c) }
    case .guide(let f): change(f, Screen.guide) { $0.closePage(c) }
    case .reading(let f): change(f, Screen.reading) { $0.closePage(c) }
    case .card(let f): change(f, Screen.card) { $0.closePage(c) }
    case .signs(let f): change(f, Screen.signs) { $0.closePage(c) }
    default: []
    }
  }

  /// What has to be read and computed for what is shown.
  func needs(_ c: Context) -> Needs {
    switch self {
    case .trends(let f): f.needs(c)
    case .takenBack(let f): f.needs(c)
    case .toComplete(let f): f.needs(c)
    case .completing(let f): f.needs(c)
    case .entry(let f): f.needs(c)
    case .handover(let f): f.needs(c)
    case .report(let f): f.needs(c)
    case .marks(let f): f.needs(c)
    case .plan(let f): f.needs(c)
    case .start(let f): f.needs(c)
    case .guide(let f): f.needs(c)
    case .reading(let f): f.needs(c)
    case .card(let f): f.needs(c)
    case .signs(let f): f.needs(c)
    default: Needs()
    }
  }

  /// What is shown; nil for a screen that is no feature.
  func scene(_ c: Context) -> Scene? {
    switch self {
    case .trends(let f): f.scene(c)
    case .takenBack(let f): f.scene(c)
    case .toComplete(let f): f.scene(c)
    case .completing(let f): f.scene(c)
    case .entry(let f): f.scene(c)
    case .handover(let f): f.scene(c)
    case .report(let f): f.scene(c)
    case .marks(let f): f.scene(c)
    case .plan(let f): f.scene(c)
    case .start(let f): f.scene(c)
    case .guide(let f): f.scene(c)
    case .reading(let f): f.scene(c)
    case .card(let f): f.scene(c)
    case .signs(let f): f.scene(c)
    default: nil
    }
  }

  /// What has the focus when the page on top is opened.
  func firstFocus(_ c: Context) -> String? {
    switch self {
    case .trends(let f): f.firstFocus(c)
    case .takenBack(let f): f.firstFocus(c)
    case .toComplete(let f): f.firstFocus(c)
    case .completing(let f): f.firstFocus(c)
    case .entry(let f): f.firstFocus(c)
    case .handover(let f): f.firstFocus(c)
    case .report(let f): f.firstFocus(c)
    case .marks(let f): f.firstFocus(c)
    case .plan(let f): f.firstFocus(c)
    case .start(let f): f.firstFocus(c)
    case .guide(let f): f.firstFocus(c)
    case .reading(let f): f.firstFocus(c)
    case .card(let f): f.firstFocus(c)
    case .signs(let f): f.firstFocus(c)
    default: nil
    }
  }

  /// True for values of which one is chosen or typed: it is left with that.
  var isChoice: Bool {
    switch self {
    case .plan(let f): f.isChoice
    default: false
    }
  }

  /// True if what is wanted is wanted of this feature.
  func takes(_ intent: FeatureIntent) -> Bool {
    switch (self, intent) {
    case (.trends, .trends), (.takenBack, .takenBack), (.toComplete, .toComplete), (.completing, .completing),
      (.entry, .entry), (.handover, .handover), (.report, .report), (.marks, .marks), (.plan, .plan), (.start, .start),
      (.guide, .guide):
      true
    default: false
    }
  }

  /// Does what a person wants of the feature.
  mutating func update(_ intent: FeatureIntent, _ c: Context) -> [Act] {
    switch (self, intent) {
    case (.trends(let f), .trends(let intent)): change(f, Screen.trends) { $0.update(intent, c) }
    case (.takenBack(let f), .takenBack(let intent)): change(f, Screen.takenBack) { $0.update(intent, c) }
    case (.toComplete(let f), .toComplete(let intent)): change(f, Screen.toComplete) { $0.update(intent, c) }
    case (.completing(let f), .completing(let intent)): change(f, Screen.completing) { $0.update(intent, c) }
    case (.entry(let f), .entry(let intent)): change(f, Screen.entry) { $0.update(intent, c) }
    case (.handover(let f), .handover(let intent)): change(f, Screen.handover) { $0.update(intent, c) }
    case (.report(let f), .report(let intent)): change(f, Screen.report) { $0.update(intent, c) }
    case (.marks(let f), .marks(let intent)): change(f, Screen.marks) { $0.update(intent, c) }
    case (.plan(let f), .plan(let intent)): change(f, Screen.plan) { $0.update(intent, c) }
    case (.start(let f), .start(let intent)): change(f, Screen.start) { $0.update(intent, c) }
    case (.guide(let f), .guide(let intent)): change(f, Screen.guide) { $0.update(intent, c) }
    default: []
    }
  }

  /// Something was saved while this was on top.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    switch self {
    case .trends(let f): change(f, Screen.trends) { $0.saved(saved, c) }
    case .takenBack(let f): change(f, Screen.takenBack) { $0.saved(saved, c) }
    case .toComplete(let f): change(f, Screen.toComplete) { $0.saved(saved, c) }
    case .completing(let f): change(f, Screen.completing) { $0.saved(saved, c) }
    case .entry(let f): change(f, Screen.entry) { $0.saved(saved, c) }
    case .handover(let f): change(f, Screen.handover) { $0.saved(saved, c) }
    case .report(let f): change(f, Screen.report) { $0.saved(saved, c) }
    case .marks(let f): change(f, Screen.marks) { $0.saved(saved, c) }
    case .plan(let f): change(f, Screen.plan) { $0.saved(saved, c) }
    case .start(let f): change(f, Screen.start) { $0.saved(saved, c) }
    case .guide(let f): change(f, Screen.guide) { $0.saved(saved, c) }
    case .reading(let f): change(f, Screen.reading) { $0.saved(saved, c) }
    case .card(let f): change(f, Screen.card) { $0.saved(saved, c) }
    case .signs(let f): change(f, Screen.signs) { $0.saved(saved, c) }
    default: []
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
    case .takenBack(let f): f.left.map(Screen.takenBack)
    case .toComplete(let f): f.left.map(Screen.toComplete)
    case .completing(let f): f.left.map(Screen.completing)
    case .entry(let f): f.left.map(Screen.entry)
    case .handover(let f): f.left.map(Screen.handover)
    case .report(let f): f.left.map(Screen.report)
    case .marks(let f): f.left.map(Screen.marks)
    case .plan(let f): f.left.map(Screen.plan)
    case .start(let f): f.left.map(Screen.start)
    case .guide(let f): f.left.map(Screen.guide)
    case .reading(let f): f.left.map(Screen.reading)
    case .card(let f): f.left.map(Screen.card)
    case .signs(let f): f.left.map(Screen.signs)
    default: nil
    }
  }
}

extension FeatureIntent {
  /// True for what only goes to another page of the feature.
  var isOpening: Bool {
    switch self {
    case .trends(.open), .entry(.open), .report(.open), .marks(.pickNight), .handover(.pickWriter): true
    default: false
    }
  }

  /// What came of a report that was written.
  init(_ outcome: ReportOutcome) { self = .report(.written(outcome)) }
}

extension FieldKey {
  /// A setting of the plan, by its key.
  static func setting(_ key: String) -> FieldKey { .plan(.setting(key)) }
  /// A new member of a family of settings: initials, a medicine, a night away.
  static func member(_ family: String) -> FieldKey { .plan(.member(family)) }

  /// What the field shows and takes; nil for one that belongs to no feature.
  func form(_ c: Context) -> TextForm? {
    switch self {
    case .trends(let text): text.form(c)
    case .completing(let text): text.form(c)
    case .entry(let text): text.form(c)
    case .handover(let text): text.form(c)
    case .report(let text): text.form(c)
    case .plan(let text): text.form(c)
    case .start(let text): text.form(c)
    case .guide(let text): text.form(c)
    default: nil
    }
  }

  /// What a typed text comes to.
  func read(_ text: String, _ c: Context) -> TextReading? {
    switch self {
    case .trends(let key): key.read(text, c)
    case .completing(let key): key.read(text, c)
    case .entry(let key): key.read(text, c)
    case .handover(let key): key.read(text, c)
    case .report(let key): key.read(text, c)
    case .plan(let key): key.read(text, c)
    case .start(let key): key.read(text, c)
    case .guide(let key): key.read(text, c)
    default: nil
    }
  }
}

/// What a person can want of one feature.
public enum FeatureIntent: Hashable, Sendable {
  case tonight(TonightIntent)
  case checklist(ChecklistIntent)
  case entry(EntryFeature.Intent)
  case morning(MorningIntent)
  case night(NightIntent)
  case pastNights(PastNightsIntent)
  case trends(TrendsFeature.Intent)
  case takenBack(TakenBackFeature.Intent)
  case toComplete(ToCompleteFeature.Intent)
  case completing(CompletingFeature.Intent)
  case marks(MarksFeature.Intent)
  case plan(PlanFeature.Intent)
  case start(StartFeature.Intent)
  case paper(PaperIntent)
  case handover(HandoverFeature.Intent)
  case guide(GuideFeature.Intent)
  case report(ReportFeature.Intent)
}

/// What Tonight is asked for.
public enum TonightIntent: Hashable, Sendable {
  /// Answers the question that is open about an entry.
  case answer(Question, [NightModel.Field: FieldValue])
  /// Leaves the question open for the morning.
  case leaveBlank
}

/// What a checklist is asked for.
public enum ChecklistIntent: Hashable, Sendable {
  /// Answers all that is still open in a checklist with "not needed".
  case restNotNeeded(ChecklistGroup.List)
}

/// What is asked for on the pages of a morning.
public enum MorningIntent: Hashable, Sendable {
  /// Asks one question of a page.
  case ask(PageQuestion)
  /// Goes through a page question by question.
  case walk(CivilDate, Subject)
  /// Goes to the question some steps on, leaving this one as it is.
  case step(PageQuestion, Int)
  /// Answers a question of a page; sure once it was asked whether it is meant so.
  case answer(PageQuestion, [NightModel.Field: FieldValue?], isSure: Bool)
  /// Answers with times that have to be read by the clocks of the night.
  case readTimes(PageTimes)
  /// Confirms all that is proposed for the diary of a night.
  case confirmProposals(CivilDate)
  /// Sets on whose word what is answered next is; nil for not said.
  case setSource(String?)
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

/// What paper notes are asked for.
public enum PaperIntent: Hashable, Sendable {
  /// Takes a line that could not be read into the field again.
  case mend(CivilDate, Int)
  /// Saves a line that cannot be read as a note; nil for the one in the field.
  case keepAsNote(CivilDate, line: Int?)
}

/// What a text can be for.
public enum FieldKey: Hashable, Sendable {
  case trends(TrendsFeature.Text)
  case completing(CompletingFeature.Text)
  case entry(EntryFeature.Text)
  case handover(HandoverFeature.Text)
  case report(ReportFeature.Text)
  case plan(PlanFeature.Text)
  case start(StartFeature.Text)
  case guide(GuideFeature.Text)
  /// A question of a page.
  case answer(PageQuestion)
  /// A note of its own.
  case note
  /// The name of a medicine that is not in the plan.
  case medicine
  /// The date of a night to go to.
  case date
  /// What to look for in all nights.
  case search
  /// A line of the paper notes of a night.
  case paper(CivilDate)
  /// The date of the night that paper notes are of.
  case paperNight
}
