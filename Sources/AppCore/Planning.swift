internal import CellUI
internal import NightModel

/// Changing the plan: settings, own items, their order, and the first questions. Every change is an entry of the plan,
/// so it has a date and an author and can be undone.
extension App {
  /// Sets a setting; empty makes it blank.
  mutating func set(_ key: String, _ value: String) -> [Effect] {
    leaveChoice()
    do {
      return try save(setting: key, value)
    } catch {
      return say("\(error.sentence.capitalizedFirst).")
    }
  }

  /// Leaves the list of values that a choice was made in.
  mutating func leaveChoice() {
    switch screen {
    case .choice, .planChoice: places.removeLast()
    default: break
    }
  }

  private mutating func save(setting key: String, _ value: String) throws(Refusal) -> [Effect] {
    let drafts = try PlanRequest.drafts(
      key: key, value: value, plan: record.plan, at: now, by: by, catalogue: catalogue)
    return drafts.isEmpty ? say("It stands so already; nothing was changed.") : [.save(drafts, .setting(key))]
  }

  /// Says what was set, and goes on where that answers one of the first questions.
  mutating func saySet(_ key: String, _ entries: [Entry]) {
    let words = entries.compactMap { entry in Timeline([entry]).items.first?.words(catalogue) }
    let more = words.count > 1 ? " And \(words.count - 1) more." : ""
    status = .sentence("Saved: \(words.first ?? key).\(more)")
    if case .welcome(let step) = screen, !Welcome.steps[step].isList { places.append(Place(.welcome(step + 1))) }
  }

  /// Is done with the text of a setting.
  mutating func finishSetting(_ key: String, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    let effects = try save(setting: key, text)
    leaveText(entry)
    return effects
  }

  /// Is done with the name of somebody or something new.
  mutating func finishMember(_ family: String, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    guard !text.isEmpty else { return say("Nothing was typed, so nothing was changed.") }
    let key = "\(family).\(text)"
    if let known = record.plan.value(key) { return say("\(text.forDisplay) is there already: \(known.forDisplay).") }
    // What stands until more is said: initials for a name, and what a night away is away from.
    let value = family == "people" ? text : family == "medicine" ? "as on its label" : "away"
    let effects = try save(setting: key, value)
    leaveText(entry)
    switch (family, screen) {
    case ("people", .welcome): by = text
    case ("people", _): places.append(Place(.planMember(.people, text)))
    case ("medicine", _): places.append(Place(.planMember(.medicines, text)))
    default: break
    }
    return effects
  }

  /// Is done with the words of an item of one's own.
  mutating func finishOwnItem(_ group: String, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    guard !text.isEmpty else { return say("Nothing was typed, so nothing was changed.") }
    let effects = try save(setting: record.plan.keyForOwn(text, in: group), text)
    leaveText(entry)
    return effects
  }

  /// Moves an item up or down within its group.
  mutating func moveItem(_ id: String, by steps: Int) -> [Effect] {
    guard let group = catalogue.item(id)?.group else { return [] }
    var ids = catalogue.items.filter { $0.group == group }.map(\.id)
    guard let index = ids.firstIndex(of: id), ids.indices.contains(index + steps) else {
      return say(steps < 0 ? "It is the first already." : "It is the last already.")
    }
    ids.swapAt(index, index + steps)
    return set("order.\(group)", ids.joined(separator: ","))
  }

  /// Answers all that is still open in a checklist with "not needed", as one action that one undo takes back.
  mutating func answerRest(_ list: ChecklistGroup.List) -> [Effect] {
    let open = openItems(list)
    let drafts = open.map { item in
      draft(.record(.check(item: item.id), Details([.state: .text(ItemState.notNeeded.rawValue)])))
    }
    return drafts.isEmpty ? say("Nothing is open in this list.") : [.save(drafts, .rest)]
  }

  /// What a program does when the plan has first been read: an empty record begins with the first questions, and who
  /// is the only one that helps is who writes.
  mutating func begin() {
    let plan = record.plan
    if welcomes, plan.timeline.all.isEmpty { places = [Place(.tonight(question: nil)), Place(.welcome(0))] }
    let people = plan.values(below: "people")
    if by == nil, people.count == 1 { by = people.first?.name }
  }

  /// Is done with the first questions, whether they were answered or passed over.
  mutating func endWelcome() -> [Effect] {
    places = backAtTonight()
    return set("welcome", "done") + say("Everything asked can be changed under Plan and settings.")
  }
}
