public import NightModel

/// The one file that names every feature: which of them a route opens, and whose each intent and each text is. A new one
/// is a case in each enum, and then what the compiler names.
extension Screen {
  /// The feature that a route opens.
  init(_ route: Route, _ c: Context) {
    switch route {
    case .tonight: self = .tonight(TonightFeature())
    case .morning(let date): self = .morning(MorningFeature(date))
    case .carerNight(let date): self = .carerNight(CarerNightFeature(date))
    case .question(let question): self = .question(QuestionFeature(question: question))
    case .doubt(let doubt): self = .doubt(DoubtFeature(doubt))
    case .figures(let date): self = .figures(FiguresFeature(date))
    case .help(let origin): self = .help(HelpFeature(origin: origin))
    case .glance: self = .glance(GlanceFeature())
    case .undoing(let preview): self = .undoing(UndoingFeature(preview: preview))
    case .leaving: self = .leaving(LeavingFeature())
    case .checklist(let list): self = .checklist(ChecklistFeature(list: list))
    case .checkItem(let id): self = .checkItem(CheckItemFeature(item: id))
    case .symptoms: self = .symptoms(SymptomsFeature())
    case .pastNights: self = .pastNights(PastNightsFeature())
    case .night(let date): self = .night(NightFeature(night: date))
    case .trends: self = .trends(TrendsFeature())
    case .takenBack(let night): self = .takenBack(TakenBackFeature(night: night))
    case .toComplete(let night): self = .toComplete(ToCompleteFeature(night: night))
    case .completing(let target): self = .completing(CompletingFeature(target: target))
    case .paper(let night): self = .paper(night)
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

  /// Where the program begins, and where every way back ends.
  static let home = Screen.tonight(TonightFeature())

  /// Asks something of the feature; nil for a screen that is none.
  func ask<Question: FeatureQuestion>(_ question: Question) -> Question.Answer? {
    switch self {
    case .tonight(let f): question.answer(f)
    case .entry(let f): question.answer(f)
    case .completing(let f): question.answer(f)
    case .toComplete(let f): question.answer(f)
    case .takenBack(let f): question.answer(f)
    case .morning(let f): question.answer(f)
    case .carerNight(let f): question.answer(f)
    case .question(let f): question.answer(f)
    case .doubt(let f): question.answer(f)
    case .figures(let f): question.answer(f)
    case .checklist(let f): question.answer(f)
    case .checkItem(let f): question.answer(f)
    case .symptoms(let f): question.answer(f)
    case .pastNights(let f): question.answer(f)
    case .night(let f): question.answer(f)
    case .trends(let f): question.answer(f)
    case .marks(let f): question.answer(f)
    case .signs(let f): question.answer(f)
    case .handover(let f): question.answer(f)
    case .plan(let f): question.answer(f)
    case .start(let f): question.answer(f)
    case .report(let f): question.answer(f)
    case .guide(let f): question.answer(f)
    case .reading(let f): question.answer(f)
    case .card(let f): question.answer(f)
    case .help(let f): question.answer(f)
    case .glance(let f): question.answer(f)
    case .undoing(let f): question.answer(f)
    case .leaving(let f): question.answer(f)
    default: nil
    }
  }

  /// Lets the feature change.
  mutating func apply(_ change: some FeatureChange) -> [Act] {
    switch self {
    case .tonight(let f): keep(f, Screen.tonight) { change.apply(to: &$0) }
    case .entry(let f): keep(f, Screen.entry) { change.apply(to: &$0) }
    case .completing(let f): keep(f, Screen.completing) { change.apply(to: &$0) }
    case .toComplete(let f): keep(f, Screen.toComplete) { change.apply(to: &$0) }
    case .takenBack(let f): keep(f, Screen.takenBack) { change.apply(to: &$0) }
    case .morning(let f): keep(f, Screen.morning) { change.apply(to: &$0) }
    case .carerNight(let f): keep(f, Screen.carerNight) { change.apply(to: &$0) }
    case .question(let f): keep(f, Screen.question) { change.apply(to: &$0) }
    case .doubt(let f): keep(f, Screen.doubt) { change.apply(to: &$0) }
    case .figures(let f): keep(f, Screen.figures) { change.apply(to: &$0) }
    case .checklist(let f): keep(f, Screen.checklist) { change.apply(to: &$0) }
    case .checkItem(let f): keep(f, Screen.checkItem) { change.apply(to: &$0) }
    case .symptoms(let f): keep(f, Screen.symptoms) { change.apply(to: &$0) }
    case .pastNights(let f): keep(f, Screen.pastNights) { change.apply(to: &$0) }
    case .night(let f): keep(f, Screen.night) { change.apply(to: &$0) }
    case .trends(let f): keep(f, Screen.trends) { change.apply(to: &$0) }
    case .marks(let f): keep(f, Screen.marks) { change.apply(to: &$0) }
    case .signs(let f): keep(f, Screen.signs) { change.apply(to: &$0) }
    case .handover(let f): keep(f, Screen.handover) { change.apply(to: &$0) }
    case .plan(let f): keep(f, Screen.plan) { change.apply(to: &$0) }
    case .start(let f): keep(f, Screen.start) { change.apply(to: &$0) }
    case .report(let f): keep(f, Screen.report) { change.apply(to: &$0) }
    case .guide(let f): keep(f, Screen.guide) { change.apply(to: &$0) }
    case .reading(let f): keep(f, Screen.reading) { change.apply(to: &$0) }
    case .card(let f): keep(f, Screen.card) { change.apply(to: &$0) }
    case .help(let f): keep(f, Screen.help) { change.apply(to: &$0) }
    case .glance(let f): keep(f, Screen.glance) { change.apply(to: &$0) }
    case .undoing(let f): keep(f, Screen.undoing) { change.apply(to: &$0) }
    case .leaving(let f): keep(f, Screen.leaving) { change.apply(to: &$0) }
    default: []
    }
  }

  /// True if what is wanted is wanted of this feature.
  func takes(_ intent: FeatureIntent) -> Bool {
    switch (self, intent) {
    case (.tonight, .tonight), (.entry, .entry), (.completing, .completing), (.toComplete, .toComplete),
      (.morning, .morning), (.carerNight, .carerNight), (.question, .question),
      (.doubt, .doubt), (.figures, .figures), (.checklist, .checklist), (.symptoms, .symptoms),
      (.pastNights, .pastNights), (.trends, .trends), (.marks, .marks), (.handover, .handover),
      (.plan, .plan), (.start, .start), (.report, .report), (.guide, .guide), (.help, .help),
      (.undoing, .undoing):
      true
    default: false
    }
  }

  /// Does what a person wants of the feature.
  mutating func update(_ intent: FeatureIntent, _ c: Context) -> [Act] {
    switch (self, intent) {
    case (.tonight(let f), .tonight(let intent)): keep(f, Screen.tonight) { $0.update(intent, c) }
    case (.entry(let f), .entry(let intent)): keep(f, Screen.entry) { $0.update(intent, c) }
    case (.completing(let f), .completing(let intent)): keep(f, Screen.completing) { $0.update(intent, c) }
    case (.toComplete(let f), .toComplete(let intent)): keep(f, Screen.toComplete) { $0.update(intent, c) }
    case (.morning(let f), .morning(let intent)): keep(f, Screen.morning) { $0.update(intent, c) }
    case (.carerNight(let f), .carerNight(let intent)): keep(f, Screen.carerNight) { $0.update(intent, c) }
    case (.question(let f), .question(let intent)): keep(f, Screen.question) { $0.update(intent, c) }
    case (.doubt(let f), .doubt(let intent)): keep(f, Screen.doubt) { $0.update(intent, c) }
    case (.figures(let f), .figures(let intent)): keep(f, Screen.figures) { $0.update(intent, c) }
    case (.checklist(let f), .checklist(let intent)): keep(f, Screen.checklist) { $0.update(intent, c) }
    case (.symptoms(let f), .symptoms(let intent)): keep(f, Screen.symptoms) { $0.update(intent, c) }
    case (.pastNights(let f), .pastNights(let intent)): keep(f, Screen.pastNights) { $0.update(intent, c) }
    case (.trends(let f), .trends(let intent)): keep(f, Screen.trends) { $0.update(intent, c) }
    case (.marks(let f), .marks(let intent)): keep(f, Screen.marks) { $0.update(intent, c) }
    case (.handover(let f), .handover(let intent)): keep(f, Screen.handover) { $0.update(intent, c) }
    case (.plan(let f), .plan(let intent)): keep(f, Screen.plan) { $0.update(intent, c) }
    case (.start(let f), .start(let intent)): keep(f, Screen.start) { $0.update(intent, c) }
    case (.report(let f), .report(let intent)): keep(f, Screen.report) { $0.update(intent, c) }
    case (.guide(let f), .guide(let intent)): keep(f, Screen.guide) { $0.update(intent, c) }
    case (.help(let f), .help(let intent)): keep(f, Screen.help) { $0.update(intent, c) }
    case (.undoing(let f), .undoing(let intent)): keep(f, Screen.undoing) { $0.update(intent, c) }
    default: []
    }
  }

  /// What stays of it for the rest of the session.
  var left: Screen? {
    switch self {
    case .tonight(let f): f.left.map(Screen.tonight)
    case .entry(let f): f.left.map(Screen.entry)
    case .completing(let f): f.left.map(Screen.completing)
    case .toComplete(let f): f.left.map(Screen.toComplete)
    case .takenBack(let f): f.left.map(Screen.takenBack)
    case .morning(let f): f.left.map(Screen.morning)
    case .carerNight(let f): f.left.map(Screen.carerNight)
    case .question(let f): f.left.map(Screen.question)
    case .doubt(let f): f.left.map(Screen.doubt)
    case .figures(let f): f.left.map(Screen.figures)
    case .checklist(let f): f.left.map(Screen.checklist)
    case .checkItem(let f): f.left.map(Screen.checkItem)
    case .symptoms(let f): f.left.map(Screen.symptoms)
    case .pastNights(let f): f.left.map(Screen.pastNights)
    case .night(let f): f.left.map(Screen.night)
    case .trends(let f): f.left.map(Screen.trends)
    case .marks(let f): f.left.map(Screen.marks)
    case .signs(let f): f.left.map(Screen.signs)
    case .handover(let f): f.left.map(Screen.handover)
    case .plan(let f): f.left.map(Screen.plan)
    case .start(let f): f.left.map(Screen.start)
    case .report(let f): f.left.map(Screen.report)
    case .guide(let f): f.left.map(Screen.guide)
    case .reading(let f): f.left.map(Screen.reading)
    case .card(let f): f.left.map(Screen.card)
    case .help(let f): f.left.map(Screen.help)
    case .glance(let f): f.left.map(Screen.glance)
    case .undoing(let f): f.left.map(Screen.undoing)
    case .leaving(let f): f.left.map(Screen.leaving)
    default: nil
    }
  }

  /// Lets a feature change, and keeps what becomes of it.
  private mutating func keep<F: Feature>(_ feature: F, _ screen: (F) -> Screen, _ change: (inout F) -> [Act]) -> [Act] {
    var feature = feature
    defer { self = screen(feature) }
    return change(&feature)
  }
}

extension FeatureIntent {
  /// Asks which medicine it was, on the start screen.
  static let pickMedicine = FeatureIntent.tonight(.open(.medicines))

  /// True for what only goes to another page of the feature.
  var isOpening: Bool {
    switch self {
    case .tonight(.open), .checklist(.open), .pastNights(.open), .trends(.open), .entry(.open), .report(.open),
      .marks(.pickNight), .handover(.pickWriter),
      .morning(.pickSource), .figures(.explain):
      true
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
    case .tonight(let text): text.form(c)
    case .answer(let text): text.form(c)
    case .pastNights(let text): text.form(c)
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
    case .tonight(let key): key.read(text, c)
    case .answer(let key): key.read(text, c)
    case .pastNights(let key): key.read(text, c)
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
  case tonight(TonightFeature.Intent)
  case checklist(ChecklistFeature.Intent)
  case symptoms(SymptomsFeature.Intent)
  case entry(EntryFeature.Intent)
  case morning(MorningFeature.Intent)
  case carerNight(CarerNightFeature.Intent)
  case question(QuestionFeature.Intent)
  case doubt(DoubtFeature.Intent)
  case figures(FiguresFeature.Intent)
  case help(HelpFeature.Intent)
  case undoing(UndoingFeature.Intent)
  case pastNights(PastNightsFeature.Intent)
  case trends(TrendsFeature.Intent)
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

/// What paper notes are asked for.
public enum PaperIntent: Hashable, Sendable {
  /// Takes a line that could not be read into the field again.
  case mend(CivilDate, Int)
  /// Saves a line that cannot be read as a note; nil for the one in the field.
  case keepAsNote(CivilDate, line: Int?)
}

/// What a text can be for.
public enum FieldKey: Hashable, Sendable {
  case tonight(TonightFeature.Text)
  case answer(AnswerText)
  case pastNights(PastNightsFeature.Text)
  case trends(TrendsFeature.Text)
  case completing(CompletingFeature.Text)
  case entry(EntryFeature.Text)
  case handover(HandoverFeature.Text)
  case report(ReportFeature.Text)
  case plan(PlanFeature.Text)
  case start(StartFeature.Text)
  case guide(GuideFeature.Text)
  /// A line of the paper notes of a night.
  case paper(CivilDate)
  /// The date of the night that paper notes are of.
  case paperNight
}
