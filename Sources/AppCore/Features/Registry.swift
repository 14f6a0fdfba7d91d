public import NightModel

/// The one file that names every feature: which of them a route opens, and whose each intent and each text is. A new one
/// is a case in each enum, and then what the compiler names.
extension Screen {
  /// The feature that a route opens.
  init(_ route: Route, _ c: Context) {
    switch route {
    case .checklist(let list): self = .checklist(ChecklistFeature(list: list))
    case .checkItem(let id): self = .checkItem(CheckItemFeature(item: id))
    case .symptoms: self = .symptoms(SymptomsFeature())
    case .pastNights: self = .pastNights(PastNightsFeature())
    case .night(let date): self = .night(NightFeature(night: date))
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
    case .checklist(let f): f.depth
    case .checkItem(let f): f.depth
    case .symptoms(let f): f.depth
    case .pastNights(let f): f.depth
    case .night(let f): f.depth
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
    case .checklist(let f): change(f, Screen.checklist) { $0.closePage(c) }
    case .checkItem(let f): change(f, Screen.checkItem) { $0.closePage(c) }
    case .symptoms(let f): change(f, Screen.symptoms) { $0.closePage(c) }
    case .pastNights(let f): change(f, Screen.pastNights) { $0.closePage(c) }
    case .night(let f): change(f, Screen.night) { $0.closePage(c) }
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
    case .checklist(let f): f.needs(c)
    case .checkItem(let f): f.needs(c)
    case .symptoms(let f): f.needs(c)
    case .pastNights(let f): f.needs(c)
    case .night(let f): f.needs(c)
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
    case .checklist(let f): f.scene(c)
    case .checkItem(let f): f.scene(c)
    case .symptoms(let f): f.scene(c)
    case .pastNights(let f): f.scene(c)
    case .night(let f): f.scene(c)
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
    case .checklist(let f): f.firstFocus(c)
    case .checkItem(let f): f.firstFocus(c)
    case .symptoms(let f): f.firstFocus(c)
    case .pastNights(let f): f.firstFocus(c)
    case .night(let f): f.firstFocus(c)
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
    case (.checklist, .checklist), (.symptoms, .symptoms), (.pastNights, .pastNights): true
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
    case (.checklist(let f), .checklist(let intent)): change(f, Screen.checklist) { $0.update(intent, c) }
    case (.symptoms(let f), .symptoms(let intent)): change(f, Screen.symptoms) { $0.update(intent, c) }
    case (.pastNights(let f), .pastNights(let intent)): change(f, Screen.pastNights) { $0.update(intent, c) }
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
    case .checklist(let f): change(f, Screen.checklist) { $0.saved(saved, c) }
    case .checkItem(let f): change(f, Screen.checkItem) { $0.saved(saved, c) }
    case .symptoms(let f): change(f, Screen.symptoms) { $0.saved(saved, c) }
    case .pastNights(let f): change(f, Screen.pastNights) { $0.saved(saved, c) }
    case .night(let f): change(f, Screen.night) { $0.saved(saved, c) }
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
    case .checklist(let f): f.left.map(Screen.checklist)
    case .checkItem(let f): f.left.map(Screen.checkItem)
    case .symptoms(let f): f.left.map(Screen.symptoms)
    case .pastNights(let f): f.left.map(Screen.pastNights)
    case .night(let f): f.left.map(Screen.night)
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
    case .checklist(.open), .pastNights(.open), .trends(.open), .entry(.open), .report(.open), .marks(.pickNight),
      .handover(.pickWriter):
      true
    case .tonight, .checklist, .symptoms, .entry, .morning, .pastNights, .trends, .takenBack, .toComplete, .completing,
      .marks, .plan, .start, .paper, .handover, .guide, .report:
      false
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
  case tonight(TonightIntent)
  case checklist(ChecklistFeature.Intent)
  case symptoms(SymptomsFeature.Intent)
  case entry(EntryFeature.Intent)
  case morning(MorningIntent)
  case pastNights(PastNightsFeature.Intent)
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

/// What a text can be for.
public enum FieldKey: Hashable, Sendable {
  case pastNights(PastNightsFeature.Text)
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
  /// A line of the paper notes of a night.
  case paper(CivilDate)
  /// The date of the night that paper notes are of.
  case paperNight
}
