internal import CellUI
internal import NightModel
internal import Text

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
    case .planChoice, .closing: places.removeLast()
    case .text(let entry): if case .setting = entry.purpose { leaveText(entry) }
    default: break
    }
  }

  private mutating func save(
    setting key: String, _ value: String, goesOn: Bool = true
  ) throws(Refusal) -> [Effect] {
    // What stands can be changed in a closed record, or it could not be opened again; nights are marked no more.
    if PlanKey.find(key)?.name == "mark", isClosed() { return [] }
    let drafts = try PlanRequest.drafts(
      key: key, value: value, plan: record.plan, at: now, by: by, isDated: isDated, catalogue: catalogue)
    guard drafts.isEmpty else { return [.save(drafts, .setting(key))] }
    if goesOn { goOn() }
    return say("It stands so already; nothing was changed.")
  }

  /// Says what was set, and goes on where that answers one of the first questions.
  mutating func saySet(_ key: String, _ entries: [Entry]) {
    let words = entries.compactMap { entry in Timeline([entry]).items.first?.words(catalogue) }
    let more = words.count > 1 ? " And \(words.count - 1) more." : ""
    let dropped = PlanRequest.dropped(by: entries, plan: record.plan).map { " \($0.capitalizedFirst)." }.joined()
    var said = "\(words.first ?? key).\(dropped)\(toldNobody)\(more)"
    if key == "split-hour", let value = entries.last.flatMap({ Timeline([$0]).items.first })?.details.text(.to),
      let rule = Int(value).flatMap(NightRule.init)
    {
      said += " Now it is the \(NightWords.night(rule.night(of: now)))."
    }
    status = .written(said)
    if key == "welcome" { status = .sentence("Everything asked can be changed under Plan and settings.") }
    goOn()
  }

  /// Goes on to the next of the first questions, once one is answered.
  private mutating func goOn() {
    guard case .welcome(let step) = screen, !Welcome.steps[step].isList else { return }
    places.append(Place(.welcome(step + 1)))
  }

  /// Is done with the text of a setting.
  mutating func finishSetting(_ key: String, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    let effects = try save(setting: key, text)
    leaveText(entry)
    return effects
  }

  /// Is done with the name of somebody or something new.
  mutating func finishMember(_ family: String, _ text: String, _ entry: TextEntry) throws(Refusal) -> [Effect] {
    let typed = text.split(separator: " ").joined(separator: " ")
    guard !typed.isEmpty else { return say("Nothing was typed, so nothing was changed.") }
    let key = record.plan.asSpelled("\(family).\(typed)")
    let name = String(key.dropFirst(family.count + 1))
    if family == "mark", CivilDate(name) == nil {
      return say("\"\(name.forDisplay)\" is no date; type it as \(tonight).")
    }
    if ["number", "mark"].contains(family) {
      leaveText(entry)
      return beginTyping(.setting(key))
    }
    // Until more is said a name stands for itself.
    let value = record.plan.value(key) ?? (family == "away" ? "away" : name)
    let effects = try save(setting: key, value, goesOn: false)
    leaveText(entry)
    switch (family, screen) {
    case ("people", .welcome):
      by = name
      if effects.isEmpty { goOn() }
    case ("people", _): places.append(Place(.planMember(.people, name)))
    case ("medicine", _): places.append(Place(.planMember(.medicines, name)))
    default: break
    }
    return effects
  }

  /// Chooses one version of everything that has two since an import: as it came, or as it was here. What two people set
  /// here without knowing of each other is asked one by one.
  mutating func choose(imported: Bool) -> [Effect] {
    let drafts = record.plan.undecided.filter(\.standing.isImportedAndOwn).compactMap { subject, standing -> Draft? in
      let chosen = standing.versions.first { ($0.entry.importedBy != nil) == imported }
      guard let chosen else { return nil }
      switch subject {
      case .plan(let key):
        return PlanRequest.draft(
          key: key, value: chosen.details.text(.to), plan: record.plan, at: now, by: by, isDated: isDated)
      case .environment:
        let state = chosen.details.text(.state).map { Details([.state: .text($0)]) } ?? Details()
        return record.plan.timeline.draft(subject, state, in: .plan, at: now, by: by, isDated: isDated)
      case .event, .symptom, .check, .diary, .carer, .note, .handover: return nil
      }
    }
    guard !drafts.isEmpty else { return say("There is nothing left to choose.") }
    return [.save(drafts, .setting("versions"))]
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
    if isClosed() { return [] }
    let open = routine(list).open
    let drafts = open.map { item in
      draft(.check(item: item.id), Details([.state: .text(ItemState.notNeeded.rawValue)]))
    }
    return drafts.isEmpty ? say("Nothing is open in this list.") : [.save(drafts, .rest)]
  }

  /// What a program does when the plan has first been read: an empty record begins with the first questions, and who
  /// is the only one that helps is who writes.
  mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    if by == nil { by = record.plan.soleWriter }
    if let missingRecord {
      places = [Place(.start, route: .tonight), Place(.recordMissing(missingRecord))]
      return
    }
    if welcomes, !record.plan.wasWelcomed, record.keptCard == nil || !record.plan.timeline.all.isEmpty {
      let step = Welcome.steps.indices.first { !isAnswered($0) } ?? 0
      places = [Place(.start, route: .tonight), Place(.welcome(step))]
    }
  }

  /// True while it is asked what to do about a record that is not there.
  var isAskingForRecord: Bool {
    places.contains { place in if case .recordMissing = place.screen { true } else { false } }
  }

  /// Goes on with a record that was missing and is there again: there is nothing to ask any more.
  mutating func goOnWithRecord() -> [Effect] {
    missingRecord = nil
    if by == nil { by = record.plan.soleWriter }
    // What was opened above the question, such as the card, stays.
    places.removeAll { place in if case .recordMissing = place.screen { true } else { false } }
    record.wantsWholeFindings = true
    status = .sentence("The record is there again.")
    return [reload]
  }

  /// Begins a new record where one is missing, as any empty one begins.
  mutating func beginNew() -> [Effect] {
    (missingRecord, hasBegun) = (nil, false)
    places = backAtTonight()
    record.wantsWholeFindings = true
    status = .sentence("A new record begins here with the first thing that is written.")
    return [.beginNew, reload]
  }

  /// Takes somebody or something off a page of the plan, with all that was said of it, as one action.
  mutating func removeMember(_ page: PlanKey.Page, _ name: String) -> [Effect] {
    let families = PlanKey.all.filter { $0.page == page && $0.member != nil }
    let keys = families.map { "\($0.name).\(name)" }.filter { record.plan.value($0) != nil }
    if case .planMember = screen { places.removeLast() }
    let drafts = keys.map { key in
      PlanRequest.draft(key: key, value: nil, plan: record.plan, at: now, by: by, isDated: isDated)
    }
    return drafts.isEmpty ? [] : [.save(drafts, .setting(keys[0]))]
  }

  /// Is done with the first questions, whether they were answered or passed over.
  mutating func endWelcome() -> [Effect] {
    places = backAtTonight()
    return set("welcome", "done") + say("Everything asked can be changed under Plan and settings.")
  }
}
