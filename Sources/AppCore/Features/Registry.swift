internal import NightModel

/// Where in the program one is: one of its features. Navigation is a stack of these.
///
/// This is the one file that names every feature: which of them a route opens, and whose each intent and each text is. A
/// new one is a case here, a route, and then what the compiler names.
public enum Screen: Hashable, Sendable {
  /// A line of text being typed.
  case text(TextEntry)
  case paper(PaperFeature)
  case unknownLine(UnknownLineFeature)
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
  case morningEnd(MorningEndFeature)
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
  case ask(AskFeature)
  case card(CardFeature)
  case signs(SignsFeature)
  case switches(SwitchesFeature)
}

extension Screen {
  /// The feature that a route opens.
  init(_ route: Route, _ c: Context) {
    switch route {
    case .tonight: self = .tonight(TonightFeature())
    case .morning(let date): self = .morning(MorningFeature(date))
    case .morningEnd(let date): self = .morningEnd(MorningEndFeature(date))
    case .carerNight(let date): self = .carerNight(CarerNightFeature(date))
    case .question(let question): self = .question(QuestionFeature(question: question))
    case .doubt(let doubt): self = .doubt(DoubtFeature(doubt))
    case .figures(let date): self = .figures(FiguresFeature(date))
    case .help(let origin): self = .help(HelpFeature(origin: origin))
    case .glance: self = .glance(GlanceFeature())
    case .undoing(let preview): self = .undoing(UndoingFeature(preview: preview))
    case .leaving: self = .leaving(LeavingFeature())
    case .switches(let page): self = .switches(SwitchesFeature(page))
    case .checklist(let list): self = .checklist(ChecklistFeature(list: list))
    case .checkItem(let id): self = .checkItem(CheckItemFeature(item: id))
    case .symptoms: self = .symptoms(SymptomsFeature())
    case .pastNights: self = .pastNights(PastNightsFeature())
    case .night(let date): self = .night(NightFeature(night: date))
    case .trends: self = .trends(TrendsFeature())
    case .takenBack(let night): self = .takenBack(TakenBackFeature(night: night))
    case .toComplete(let night): self = .toComplete(ToCompleteFeature(night: night))
    case .completing(let target): self = .completing(CompletingFeature(target: target))
    case .paper(let night): self = .paper(PaperFeature(night))
    case .unknownLine(let line): self = .unknownLine(UnknownLineFeature(line: line))
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
    case .powerOut: self = .reading(.powerOut)
    case .ask: self = .ask(AskFeature())
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
    case .planChoice(let setting): self = .plan(.setting(setting))
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

  /// Lets the feature change, and keeps what becomes of it. The one list of all features.
  mutating func apply<Change: FeatureChange>(_ change: Change) -> Change.Answer {
    switch self {
    case .text(let f): keep(f, Screen.text) { change.apply(to: &$0) }
    case .paper(let f): keep(f, Screen.paper) { change.apply(to: &$0) }
    case .unknownLine(let f): keep(f, Screen.unknownLine) { change.apply(to: &$0) }
    case .tonight(let f): keep(f, Screen.tonight) { change.apply(to: &$0) }
    case .entry(let f): keep(f, Screen.entry) { change.apply(to: &$0) }
    case .completing(let f): keep(f, Screen.completing) { change.apply(to: &$0) }
    case .toComplete(let f): keep(f, Screen.toComplete) { change.apply(to: &$0) }
    case .takenBack(let f): keep(f, Screen.takenBack) { change.apply(to: &$0) }
    case .morning(let f): keep(f, Screen.morning) { change.apply(to: &$0) }
    case .morningEnd(let f): keep(f, Screen.morningEnd) { change.apply(to: &$0) }
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
    case .ask(let f): keep(f, Screen.ask) { change.apply(to: &$0) }
    case .card(let f): keep(f, Screen.card) { change.apply(to: &$0) }
    case .help(let f): keep(f, Screen.help) { change.apply(to: &$0) }
    case .glance(let f): keep(f, Screen.glance) { change.apply(to: &$0) }
    case .undoing(let f): keep(f, Screen.undoing) { change.apply(to: &$0) }
    case .leaving(let f): keep(f, Screen.leaving) { change.apply(to: &$0) }
    case .switches(let f): keep(f, Screen.switches) { change.apply(to: &$0) }
    }
  }

  /// Does what a person wants of the feature; nil if it is wanted of another one.
  mutating func update(_ intent: FeatureIntent, _ c: Context) -> [Act]? {
    switch intent {
    case .tonight(let intent): update(Screen.tonight, intent, c)
    case .entry(let intent): update(Screen.entry, intent, c)
    case .completing(let intent): update(Screen.completing, intent, c)
    case .toComplete(let intent): update(Screen.toComplete, intent, c)
    case .morning(let intent): update(Screen.morning, intent, c)
    case .carerNight(let intent): update(Screen.carerNight, intent, c)
    case .question(let intent): update(Screen.question, intent, c)
    case .doubt(let intent): update(Screen.doubt, intent, c)
    case .figures(let intent): update(Screen.figures, intent, c)
    case .checklist(let intent): update(Screen.checklist, intent, c)
    case .symptoms(let intent): update(Screen.symptoms, intent, c)
    case .pastNights(let intent): update(Screen.pastNights, intent, c)
    case .trends(let intent): update(Screen.trends, intent, c)
    case .marks(let intent): update(Screen.marks, intent, c)
    case .handover(let intent): update(Screen.handover, intent, c)
    case .plan(let intent): update(Screen.plan, intent, c)
    case .start(let intent): update(Screen.start, intent, c)
    case .report(let intent): update(Screen.report, intent, c)
    case .guide(let intent): update(Screen.guide, intent, c)
    case .help(let intent): update(Screen.help, intent, c)
    case .undoing(let intent): update(Screen.undoing, intent, c)
    case .paper(let intent): update(Screen.paper, intent, c)
    case .switches(let intent): update(Screen.switches, intent, c)
    }
  }

  private mutating func update<F: Feature>(_ screen: (F) -> Screen, _ intent: F.Intent, _ c: Context) -> [Act]? {
    feature(F.self).map { feature in keep(feature, screen) { $0.update(intent, c) } }
  }

  private mutating func keep<F: Feature, Answer>(
    _ feature: F, _ screen: (F) -> Screen, _ change: (inout F) -> Answer
  ) -> Answer {
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
    case .tonight(let intent): TonightFeature.isOpening(intent)
    case .entry(let intent): EntryFeature.isOpening(intent)
    case .completing(let intent): CompletingFeature.isOpening(intent)
    case .toComplete(let intent): ToCompleteFeature.isOpening(intent)
    case .morning(let intent): MorningFeature.isOpening(intent)
    case .carerNight(let intent): CarerNightFeature.isOpening(intent)
    case .question(let intent): QuestionFeature.isOpening(intent)
    case .doubt(let intent): DoubtFeature.isOpening(intent)
    case .figures(let intent): FiguresFeature.isOpening(intent)
    case .checklist(let intent): ChecklistFeature.isOpening(intent)
    case .symptoms(let intent): SymptomsFeature.isOpening(intent)
    case .pastNights(let intent): PastNightsFeature.isOpening(intent)
    case .trends(let intent): TrendsFeature.isOpening(intent)
    case .marks(let intent): MarksFeature.isOpening(intent)
    case .handover(let intent): HandoverFeature.isOpening(intent)
    case .plan(let intent): PlanFeature.isOpening(intent)
    case .start(let intent): StartFeature.isOpening(intent)
    case .report(let intent): ReportFeature.isOpening(intent)
    case .guide(let intent): GuideFeature.isOpening(intent)
    case .help(let intent): HelpFeature.isOpening(intent)
    case .undoing(let intent): UndoingFeature.isOpening(intent)
    case .paper(let intent): PaperFeature.isOpening(intent)
    case .switches(let intent): SwitchesFeature.isOpening(intent)
    }
  }

  /// What came of a report that was written.
  init(_ outcome: ReportOutcome) { self = .report(.written(outcome)) }
}

extension FieldKey {
  /// A setting of the plan.
  static func setting(_ key: PlanKey, _ member: String? = nil) -> FieldKey { .plan(.setting(Setting(key, member))) }
  /// A new member of a family of settings: initials, a medicine, a night away.
  static func member(_ family: PlanFamily) -> FieldKey { .plan(.member(family)) }

  /// What the field shows and takes, and what becomes of what is typed.
  var featureText: any FeatureText {
    switch self {
    case .tonight(let text): text
    case .answer(let text): text
    case .pastNights(let text): text
    case .trends(let text): text
    case .completing(let text): text
    case .entry(let text): text
    case .handover(let text): text
    case .report(let text): text
    case .plan(let text): text
    case .start(let text): text
    case .guide(let text): text
    case .paper(let text): text
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
  case paper(PaperFeature.Intent)
  case handover(HandoverFeature.Intent)
  case guide(GuideFeature.Intent)
  case report(ReportFeature.Intent)
  case switches(SwitchesFeature.Intent)
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
  case paper(PaperFeature.Text)
}
