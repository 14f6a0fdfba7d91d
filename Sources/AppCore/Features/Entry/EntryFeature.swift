public import NightModel
internal import Text

/// One entry, field by field, and the values its fields can take. What is chosen is saved at once.
public struct EntryFeature: PagedFeature {
  /// The entry; another one once it was moved to another night or said anew.
  private(set) var target: EntryAddress
  var pages: [Page] = []

  /// A page above the entry's fields.
  public enum Page: Hashable, Sendable {
    /// The values one field can take.
    case choice(NightModel.Field)
    /// How bad it was, from one to eight.
    case grades
    /// The grades beyond eight, and that there was none.
    case highGrades
    /// When it happened, and how to say otherwise.
    case time
    /// Whether it is meant to go to another night, or to a time still to come.
    case moving(Instant, remark: String?)
    /// Who wrote it, who says so, and how it came to read as it does.
    case origin
    /// Every version of it.
    case history
  }

  /// What a person can want of an entry.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Sets a field to a value that was picked; nil for blank.
    case choose(NightModel.Field, FieldValue?)
    /// Leaves the grade as it stands.
    case leaveGrade
    /// Types a value that is not in the list.
    case type(Text)
    /// Moves it by some minutes.
    case shift(minutes: Int)
    /// Moves it to a moment, with a remark if the clock showed that twice.
    case move(Instant, remark: String?)
    /// Moves it there though it is another night, or still to come: it was asked about.
    case moveAnyway(Instant)
    /// Brings it back after it was taken back.
    case bringBack
  }

  /// An entry to be looked at.
  init(_ target: EntryAddress) { self.target = target }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page): open(page)
    case .choose(let field, let value):
      leaveChoice()
      return [.amend(target, [field: value])]
    case .leaveGrade: leaveChoice()
    case .type(let text):
      leaveChoice()
      return [.type(.entry(text))]
    case .shift(let minutes):
      guard let item = c.record.standing(target) else { return [.say(Context.takenBackWords)] }
      let origin = Origin.shifted(target, minutes: minutes, byKey: false)
      return move(item, to: item.at.adding(minutes: minutes), remark: nil, as: origin, c)
    case .move(let moment, let remark):
      guard let item = c.record.standing(target) else { return [.say(Context.takenBackWords)] }
      return move(item, to: moment, remark: remark, as: .fields(target), c)
    case .moveAnyway(let moment):
      leaveChoice()
      guard let item = c.record.standing(target) else { return [.say(Context.takenBackWords)] }
      return [c.moving(item, target, to: moment, as: .fields(target))]
    case .bringBack:
      guard let item = c.record.item(target), let body = c.record.nights[target.night]?.timeline.bringingBack(item)
      else { return [.say("That entry stands already; nothing was changed.")] }
      return [
        .save([Draft(partition: .night(target.night), at: c.now, by: c.by, body: body)], .broughtBack(target))
      ]
    }
    return []
  }

  /// Leaves the page in which something was chosen.
  private mutating func leaveChoice() {
    switch pages.last {
    case .choice, .moving: pages.removeLast()
    case .grades, .highGrades: pages.removeAll { [.grades, .highGrades, .choice(.value)].contains($0) }
    case .time, .origin, .history, nil: break
    }
  }

  /// Moves it, unless that is to be asked about.
  private mutating func move(
    _ item: Item, to moment: Instant, remark: String?, as origin: Origin, _ c: Context
  ) -> [Act] {
    if c.isOrdinary(moment, for: item, target), remark == nil {
      return [c.moving(item, target, to: moment, as: origin)]
    }
    pages.append(.moving(moment, remark: remark))
    return []
  }

  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    switch saved.origin {
    // It is shown under its new id where its old one was shown.
    case .moved(target), .anew(target): if let new = saved.entries.first { target = new }
    case .log, .symptom, .fields, .shifted, .retraction, .check, .rest, .answers, .setting, .became, .end, .accepted,
      .moved,
      .anew,
      .broughtBack, .paper, .signed, .handover, .retry:
      break
    }
    return []
  }

  func proposes(_ c: Context) -> FieldKey? {
    // Which of two versions stands is chosen, never typed by a slip.
    let conflicts = c.record.item(target)?.conflicts ?? [:]
    return switch pages.last {
    case .time: conflicts[.at] == nil ? .entry(.time(target)) : nil
    case .choice(let field): field.isTypedToo && conflicts[field] == nil ? .entry(.field(target, field)) : nil
    case .grades, .highGrades, .moving, .origin, .history, nil: nil
    }
  }

  func needs(_ c: Context) -> Needs {
    Needs(nights: [target.night, target.night.adding(days: 1)], figures: target.night)
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: fields(c)
    case .choice(let field): choice(field, c)
    case .grades: grades(isHigh: false, c)
    case .highGrades: grades(isHigh: true, c)
    case .time: time(c)
    case .moving(let moment, let remark): moving(moment, remark, c)
    case .origin: origin(c)
    case .history: history(c)
    }
  }

  // MARK: Its fields

  private func opening(_ page: Page) -> AppCore.Intent { .feature(.entry(.open(page))) }

  private func fields(_ c: Context) -> Scene {
    guard let item = c.record.item(target) else { return Scene("entry", "This entry is not there any more") }
    var scene = Scene("entry", "\(c.clock.words(item.at)) \(item.words(c.catalogue))")
    scene.facts = facts(of: item, c)
    if item.isRetracted { return takenBack(item, scene, c) }
    if item.subject.isPage {
      scene.list = SceneList(c.answerItems(target.night, item.subject) + ofPage(item, c) + [.back])
      return scene
    }
    // What corrects an entry stands before what differs from kind to kind: so it has the same digits on every entry, and a
    // practised hand never takes back what it meant to note.
    let source = item.details[.source].map { Field.source.words($0, for: item.subject, c.catalogue).lowercasedFirst }
    let corrections = [
      SceneItem("time", "When", state: NightWords.moment(item.at, c.clock), opening(.time)),
      SceneItem("retract", "Take this entry back", .retract(target)),
      SceneItem(
        "origin", "Who wrote it, who says so",
        state: [item.by?.forDisplay ?? "not said", source].compactMap { $0 }.joined(separator: ", "), opening(.origin)),
    ]
    let details = item.subject.fields.filter { $0.rule != .moment && $0 != .source }.map { field in
      let isPicked = field.isChosen(for: item.subject, c.catalogue) || item.conflicts[field] != nil
      return SceneItem(
        field.rawValue, field.label(for: item.subject),
        state: field.words(item.details[field], for: item.subject, c.catalogue),
        isPicked
          ? opening(
            field == .value && item.conflicts[field] == nil && !item.subject.isWithoutGrade ? .grades : .choice(field))
          : .act(.type(.entry(.field(target, field)))))
    }
    var list = SceneList(corrections + details + [.back])
    // Who has just written an entry adds what is known.
    if !details.isEmpty { list.start = corrections.count }
    scene.list = list
    return scene
  }

  /// What there is about the entry of a page, below its questions: one is answered and corrected in one way only.
  private func ofPage(_ item: Item, _ c: Context) -> [SceneItem] {
    [
      SceneItem("origin", "Who wrote it, who says so", state: item.by?.forDisplay ?? "", opening(.origin)),
      SceneItem("history", "What it said before", opening(.history)),
      SceneItem("time", "When it was written", state: c.clock.words(item.at), opening(.time)),
      SceneItem("retract", "Take this entry back", .retract(target)),
    ]
  }

  /// An entry that was taken back can be looked at and brought back.
  private func takenBack(_ item: Item, _ scene: Scene, _ c: Context) -> Scene {
    var scene = scene
    let history = SceneItem("history", "What it said before", opening(.history))
    guard let timeline = c.record.nights[target.night]?.timeline,
      timeline.takenBack.contains(where: { $0.id == item.id })
    else {
      scene.facts.append(.init("", "Taken back, because another entry stands for it. Undo brings it back."))
      scene.list = SceneList([history, .back])
      return scene
    }
    let together = timeline.comesBack(with: item).count
    let more = together == 0 ? "" : " What was taken back with it comes back with it: \(together) more."
    scene.facts.append(.init("", "Taken back; it counts nowhere.\(more)"))
    scene.list = SceneList([SceneItem("bring-back", "Bring it back", .feature(.entry(.bringBack))), history, .back])
    return scene
  }
}
