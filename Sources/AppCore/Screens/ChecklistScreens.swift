internal import NightModel

/// The checklists: bedtime and getting up, answered each night, and the sleep environment, which stands until it changes.
extension App {
  /// The items of a list that belong to this person's routine, and those that were answered anyway.
  func routine(_ list: ChecklistGroup.List) -> [ChecklistItem] {
    let checks = night.checks
    return catalogue.items(of: list).filter { record.plan.includes($0) || checks[$0.id] != nil }
  }

  func checklistScene(_ list: ChecklistGroup.List) -> Scene {
    let routine = routine(list)
    var scene = Scene("checklist-\(list.rawValue)", list.title)
    let hidden = catalogue.items(of: list).count - routine.count
    let answers = answers(list)
    let counted = list == .environment ? standingCount(routine) : "\(progress(list)) answered tonight"
    scene.facts = [.init("", counted + (hidden == 0 ? "" : " · \(hidden) not part of your routine"))]
    var heading = ""
    var items: [SceneItem] = []
    for item in routine {
      let group = catalogue.groups.first { $0.id == item.group }?.label ?? ""
      let answer = answers[item.id]
      let state = answer.flatMap { $0.details.text(.state) }.flatMap(ItemState.init)
      let page = Action.open(.checkItem(item.id))
      // One key ticks what is usual; an answer that stands is changed on its own page, so that no second key undoes it.
      let choose = list == .environment || state != nil ? page : .check(item.id, .done)
      items.append(
        SceneItem(
          item.id, item.label, state: answer.map { stateWords($0, list) } ?? "", detail: item.why,
          heading: group == heading ? nil : group, details: page, choose))
      heading = group
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

  private func stateWords(_ answer: Item, _ list: ChecklistGroup.List) -> String {
    let state = answer.details.text(.state).flatMap(ItemState.init)?.words ?? "looked at"
    let by = answer.by.map { " \($0.forDisplay)" } ?? ""
    let when = list == .environment ? NightWords.day(answer.at.date) : "\(answer.at.time)"
    let note = answer.details.text(.note) == nil ? "" : ", note"
    return "\(state), \(when)\(by)\(note)"
  }

  func checkItemScene(_ id: String) -> Scene {
    guard let item = catalogue.item(id), let list = catalogue.list(of: id) else { return Scene("check-item", id) }
    var scene = Scene("check-item", item.label)
    let answer = answers(list)[id]
    scene.facts = [.init("why:", item.why)]
    scene.facts += item.sources.compactMap { key in
      catalogue.source(key).map { source in
        let by = source.by.map { "\($0): " } ?? ""
        return .init("source:", by + source.title + (source.year.map { ", \($0)" } ?? ""))
      }
    }
    if item.certainty == .toConfirm { scene.facts.append(.init("", "To confirm with your team.")) }
    if let answer {
      scene.facts.append(.init("now:", stateWords(answer, list)))
      if let note = answer.details.text(.note) { scene.facts.append(.init("note:", note.forDisplay)) }
    }
    let states = list == .environment ? ItemState.standing : ItemState.ofTheNight
    var items = states.map { state in
      SceneItem(state.rawValue, state.words.capitalizedFirst, .check(id, state))
    }
    // A note belongs to tonight's answer, so there is none before it.
    if let tonights = tonightsAnswers(list)[id] {
      items.append(SceneItem("note", "Note", .type(.field(Target(night: tonight, id: tonights.id), .note))))
    }
    scene.list = SceneList(items + guideLinks(id) + [.back])
    return scene
  }
}

extension ChecklistGroup.List {
  var title: String {
    switch self {
    case .bedtime: "Bedtime checklist"
    case .gettingUp: "Getting up"
    case .environment: "Sleep environment"
    }
  }
}

extension ItemState {
  /// The state in words: `not needed`.
  var words: String { rawValue.hyphensAsSpaces }
}
