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
    let counted = list == .environment ? standingCount(routine) : "\(progress(list)) answered tonight"
    scene.facts = [.init("", counted + (hidden == 0 ? "" : " · \(hidden) not part of your routine"))]
    var heading = ""
    var items: [SceneItem] = []
    for item in routine {
      let group = catalogue.groups.first { $0.id == item.group }?.label ?? ""
      let answer = answer(to: item, list)
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

  private func answer(to item: ChecklistItem, _ list: ChecklistGroup.List) -> Item? {
    guard list == .environment else { return night.checks[item.id] }
    // Tonight's look at it has the note and the date; what it was found to be stands in the plan.
    return night.items.last { $0.subject == .environment(item: item.id) } ?? record.plan.environment[item.id]
  }

  private func stateWords(_ answer: Item, _ list: ChecklistGroup.List) -> String {
    let state = answer.details.text(.state).flatMap(ItemState.init)?.words ?? "looked at"
    let by = answer.by.map { " \($0.forDisplay)" } ?? ""
    let when = list == .environment ? NightWords.day(answer.at.date) : "\(answer.at.time)"
    let note = answer.details.text(.note) == nil ? "" : ", note"
    return "\(state), \(when)\(by)\(note)"
  }

  func checkItemScene(_ id: String) -> Scene {
    guard let item = catalogue.item(id), let list = catalogue.list(of: id) else {
      var scene = Scene("check-item", id)
      scene.list = SceneList([.back])
      return scene
    }
    var scene = Scene("check-item", item.label)
    let answer = answer(to: item, list)
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
    if let target = noteTarget(id, list) {
      items.append(SceneItem("note", "Note", state: "", .type(.field(target, .note))))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// The entry of tonight that a note on an item belongs to; nil before the item is answered.
  private func noteTarget(_ id: String, _ list: ChecklistGroup.List) -> Target? {
    let subject = list == .environment ? Subject.environment(item: id) : .check(item: id)
    return night.items.last { $0.subject == subject }.map { Target(night: tonight, id: $0.id) }
  }
}

extension ChecklistGroup.List {
  fileprivate var title: String {
    switch self {
    case .bedtime: "Bedtime checklist"
    case .gettingUp: "Getting up"
    case .environment: "Sleep environment"
    }
  }
}

extension ItemState {
  /// The state in words: `not needed`.
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
