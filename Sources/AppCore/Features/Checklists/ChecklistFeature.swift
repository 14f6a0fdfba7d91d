internal import NightModel
internal import Text

/// The checklists: bedtime and getting up, answered each night, and the sleep environment, which stands until it changes.
extension App {
  /// A list as it is tonight.
  func routine(_ list: ChecklistGroup.List) -> Routine { Routine(list, record.plan, night, catalogue) }

  func checklistScene(_ list: ChecklistGroup.List) -> Scene {
    let routine = routine(list)
    var scene = Scene("checklist-\(list.rawValue)", list.title)
    let hidden = routine.hidden.count
    let counted = list == .environment ? standingCount(routine.items) : "\(routine.progress) answered tonight"
    scene.facts = [.init("", counted + (hidden == 0 ? "" : " · \(hidden) not part of your routine"))]
    scene.list = SceneList(
      items(of: routine.items, list) + unknownItems(routine.unknown, list) + more(routine, list) + [.back])
    return scene
  }

  private func items(of routine: [ChecklistItem], _ list: ChecklistGroup.List) -> [SceneItem] {
    let (answers, standings) = (answers(list), standings(list))
    var heading = ""
    return routine.map { item in
      let group = catalogue.groups.first { $0.id == item.group }?.label ?? ""
      defer { heading = group }
      let answer = answers[item.id]
      let state = answer.flatMap { $0.details.text(.state) }.flatMap(ItemState.init)
      let page = Act.open(.checkItem(item.id))
      // One key ticks what is usual; an answer that stands is changed on its own page, so that no second key undoes it.
      let choose = list == .environment || state != nil ? page : .check(item.id, .done)
      return SceneItem(
        item.id, item.label, state: stateWords(answer, standings[list.subject(item.id)], list), detail: item.why,
        heading: group == heading ? nil : group, details: page, choose)
    }
  }

  /// What was answered and is in no list any more.
  private func unknownItems(_ ids: [String], _ list: ChecklistGroup.List) -> [SceneItem] {
    let answers = answers(list)
    return ids.enumerated().map { index, id in
      SceneItem(
        "answer-\(id)", catalogue.label(ofItem: id).forDisplay, state: answers[id].map { stateWords($0, list) } ?? "",
        heading: index == 0 ? "No longer in the list" : nil, .open(.checkItem(id)))
    }
  }

  /// What can be done with the list as a whole.
  private func more(_ routine: Routine, _ list: ChecklistGroup.List) -> [SceneItem] {
    var items: [SceneItem] = []
    if list != .environment, !routine.open.isEmpty {
      items.append(
        SceneItem(
          "rest", "All the rest: not needed tonight", state: "\(routine.open.count) open",
          .feature(.checklist(.restNotNeeded(list)))))
    }
    if !routine.hidden.isEmpty {
      items.append(
        SceneItem("hidden", "Not part of your routine", state: "\(routine.hidden.count)", .open(.hiddenItems(list))))
    }
    items.append(SceneItem("change", "Change this list", .open(.planPage(.routine))))
    items[0].heading = "The list"
    return items
  }

  func hiddenItemsScene(_ list: ChecklistGroup.List) -> Scene {
    var scene = Scene("hidden-items", "\(list.title): not part of your routine")
    scene.facts = [.init("", "They can be looked at and answered all the same.")]
    // Why each does not show stands once above those it holds for: fewer words, less light.
    var reason = ""
    let items = routine(list).hidden.map { item in
      let words = record.plan.part(item).reason(catalogue)
      defer { reason = words }
      return SceneItem(
        item.id, item.label, detail: item.why, heading: words == reason ? nil : words, .open(.checkItem(item.id)))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func standingCount(_ routine: [ChecklistItem]) -> String {
    let states = routine.compactMap { record.plan.environment[$0.id]?.details.text(.state) }
    return "\(states.filter { $0 == ItemState.inPlace.rawValue }.count) of \(routine.count) in place"
  }

  /// How each item of a list stands. Tonight's look at the environment has the note and the date; an item that was not
  /// looked at stands as the plan has it.
  private func answers(_ list: ChecklistGroup.List) -> [String: Item] {
    list == .environment ? record.plan.environment.merging(tonightsAnswers(list)) { $1 } : tonightsAnswers(list)
  }

  /// How each item was last answered tonight.
  private func tonightsAnswers(_ list: ChecklistGroup.List) -> [String: Item] {
    list == .environment ? night.looks : night.checks
  }

  /// The answers of an item that two gave without knowing of each other, what counts first; empty where there is one.
  private func versions(_ id: String, _ list: ChecklistGroup.List) -> [Item] {
    standings(list)[list.subject(id)]?.versions ?? []
  }

  /// How everything of a list stands; for tonight's lists it is folded anew, so it is taken once a page.
  private func standings(_ list: ChecklistGroup.List) -> [Subject: Standing] {
    list == .environment ? record.plan.standings : night.answers
  }

  private func stateWords(_ answer: Item?, _ standing: Standing?, _ list: ChecklistGroup.List) -> String {
    let versions = standing?.versions ?? []
    guard versions.isEmpty else {
      return "two versions: \(versions.map { stateWords($0, list) }.joined(separator: " / "))"
    }
    return answer.map { stateWords($0, list) } ?? ""
  }

  private func stateWords(_ answer: Item, _ list: ChecklistGroup.List) -> String {
    let state = answer.details.text(.state).flatMap(ItemState.init)?.words ?? "looked at"
    let by = answer.by.map { " \($0.forDisplay)" } ?? ""
    let when = list == .environment ? NightWords.day(answer.at.date) : clock.words(answer.at)
    let note = answer.details.text(.note) == nil ? "" : ", note"
    return "\(state), \(when)\(by)\(note)"
  }

  func checkItemScene(_ id: String) -> Scene {
    guard let item = catalogue.item(id), let list = catalogue.list(of: id) else { return unknownItemScene(id) }
    var scene = Scene("check-item", item.label)
    let answer = answers(list)[id]
    let versions = versions(id, list)
    if !versions.isEmpty {
      scene.facts.append(.init("", "Two versions; the first is used until you choose."))
      scene.facts += versions.map { .init("", stateWords($0, list).capitalizedFirst) }
    }
    if let answer {
      if versions.isEmpty { scene.facts.append(.init("now:", stateWords(answer, list))) }
      if let note = answer.details.text(.note) { scene.facts.append(.init("note:", note.forDisplay)) }
    }
    scene.facts += knowledge(of: item) + (record.plan.isClosed ? [] : history(id))
    let states = list == .environment ? ItemState.standing : ItemState.ofTheNight
    var items = states.map { state in
      SceneItem(state.rawValue, state.words.capitalizedFirst, .check(id, state))
    }
    // A note belongs to tonight's answer, so there is none before it.
    if let tonights = tonightsAnswers(list)[id] {
      items.append(SceneItem("note", "Note", .type(.entry(.field(Target(night: tonight, id: tonights.id), .note)))))
    }
    items.append(
      SceneItem(
        "routine", "Part of the routine", state: record.plan.part(item).words(catalogue), .open(.routineItem(id))))
    scene.list = SceneList(items + context.guideLinks(id) + [.back])
    return scene
  }

  /// An item that no list knows: its answers are kept and shown.
  private func unknownItemScene(_ id: String) -> Scene {
    var scene = Scene("check-item", catalogue.label(ofItem: id).forDisplay)
    scene.facts = [.init("", "It is no longer in the list; what was answered is kept.")]
    if let answer = night.checks[id] ?? answers(.environment)[id] {
      scene.facts.append(.init("now:", stateWords(answer, .environment)))
    }
    scene.facts += history(id)
    return scene
  }

  /// What an item is about, why it is there, and who says so.
  private func knowledge(of item: ChecklistItem) -> [Fact] {
    if item.isOwn { return [.init("", "An item of your own.")] }
    return [Fact("what:", item.what), Fact("why:", item.why)] + sources(item.sources, item.certainty)
  }

  /// The nights an item's page tells about.
  var historyNights: [CivilDate] { (0..<14).map { tonight.adding(days: -$0) } }

  /// How an item was answered in the last fourteen nights; only nights with an answer have a line.
  private func history(_ id: String) -> [Fact] {
    let answers = historyNights.dropFirst().compactMap { date -> (CivilDate, Item)? in
      record.nights[date].flatMap { $0.checks[id] ?? $0.looks[id] }.map { (date, $0) }
    }
    guard !answers.isEmpty else { return [Fact("", "No answer written in the 13 nights before this one.")] }
    return [Fact("", "Answered in \(answers.count) of the 13 nights before this one:")]
      + answers.map { date, answer in Fact("\(NightWords.day(date)):", stateWords(answer, .bedtime)) }
  }
}

extension ChecklistGroup.List {
  /// What an answer to one of its items is about.
  fileprivate func subject(_ id: String) -> Subject { self == .environment ? .environment(item: id) : .check(item: id) }
}

extension ItemState {
  /// The state in words: `not needed`.
  var words: String { rawValue.hyphensAsSpaces }
}

extension App {
  func sources(_ keys: [String], _ certainty: Certainty) -> [Fact] { context.sources(keys, certainty) }
}
