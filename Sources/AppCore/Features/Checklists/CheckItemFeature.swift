internal import NightModel
internal import Text

/// One item of a checklist: its answers, why it is there and who says so.
public struct CheckItemFeature: Feature {
  let item: String

  /// An answer to it is all one came for: back to the list it was opened from, and on in it.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    switch saved.origin {
    case .check(item):
      guard case .checklist(let checklist)? = c.opener, checklist.pages.isEmpty else { return [.back] }
      return [.back] + c.goingOn(after: item, in: checklist.list)
    case .retraction: return [.back]
    case .check, .log, .symptom, .fields, .shifted, .rest, .answers, .setting, .became, .end, .accepted, .moved, .anew,
      .broughtBack, .paper, .signed, .handover, .retry:
      return []
    }
  }

  func needs(_ c: Context) -> Needs { Needs(nights: c.lastFortnight) }

  func scene(_ c: Context) -> Scene {
    guard let known = c.catalogue.item(item), let list = c.catalogue.list(of: item) else { return unknownItem(c) }
    return scene(of: known, in: list, c)
  }

  private func scene(of known: ChecklistItem, in list: ChecklistGroup.List, _ c: Context) -> Scene {
    var scene = Scene("check-item", known.label)
    let answers = ListAnswers(list, c)
    let versions = answers.versions(of: item)
    if !versions.isEmpty {
      scene.facts.append(.init("", "Two versions; the first is used until you choose."))
      scene.facts += versions.map { .init("", answers.words($0).capitalizedFirst) }
    }
    if let answer = answers.answers[item] {
      let label = list == .environment ? "last looked at:" : "now:"
      if versions.isEmpty { scene.facts.append(.init(label, answers.words(answer))) }
      if let note = answer.details.text(.note) { scene.facts.append(.init("note:", note.forDisplay)) }
    }
    scene.facts += knowledge(of: known, c) + (c.plan.isClosed ? [] : history(c))
    let states = list == .environment ? ItemState.standing : ItemState.ofTheNight
    var items = states.map { state in
      SceneItem(state.rawValue, state.words.capitalizedFirst, .check(item, state))
    }
    if list != .environment { items.append(SceneItem("open", "Leave it open", leavingOpen(c))) }
    // A note belongs to tonight's answer, so there is none before it.
    if let tonights = answers.tonights[item] {
      items.append(
        SceneItem("note", "Note", .type(.entry(.field(EntryAddress(night: c.tonight, id: tonights.id), .note)))))
    }
    let part = c.plan.part(known)
    items += [
      SceneItem(
        "routine", part.isIn ? "Take it out of your routine" : "Put it into your routine",
        state: part.words(c.catalogue), c.switching(known)),
      SceneItem("order", "Its place in the list", .open(.routineItem(item))),
    ]
    scene.list = SceneList(items + c.guideLinks(item) + [.back])
    return scene
  }

  /// Takes back every answer of tonight; with none, goes back.
  private func leavingOpen(_ c: Context) -> Act {
    let given = c.night.items.filter { $0.subject == .check(item: item) }
    guard let last = given.last else { return .back }
    return .save(
      given.map { c.draft(c.night.timeline.retraction(of: $0)) },
      .retraction(EntryAddress(night: c.tonight, id: last.id)))
  }

  /// An item that no list knows: its answers are kept and shown.
  private func unknownItem(_ c: Context) -> Scene {
    var scene = Scene("check-item", c.catalogue.label(ofItem: item).forDisplay)
    scene.facts = [.init("", "It is no longer in the list; what was answered is kept.")]
    let environment = ListAnswers(.environment, c)
    if let answer = c.night.checks[item] ?? environment.answers[item] {
      scene.facts.append(.init("now:", environment.words(answer)))
    }
    scene.facts += history(c)
    return scene
  }

  /// What an item is about, why it is there, and who says so.
  private func knowledge(of item: ChecklistItem, _ c: Context) -> [Fact] {
    if item.isOwn { return [.init("", "An item of your own.")] }
    return [Fact("what:", item.what), Fact("why:", item.why)] + c.sources(item.sources, item.certainty)
  }

  /// How it was answered in the last fourteen nights; only nights with an answer have a line.
  private func history(_ c: Context) -> [Fact] {
    let answers = c.lastFortnight.dropFirst().compactMap { date -> (CivilDate, Item)? in
      c.record.nights[date].flatMap { $0.checks[item] ?? $0.looks[item] }.map { (date, $0) }
    }
    guard !answers.isEmpty else { return [Fact("", "Nothing is written of it on earlier nights.")] }
    return [Fact("", "On earlier nights:")]
      + answers.map { Fact("\(NightWords.day($0)):", $1.answerWords(c.clock, isStanding: false)) }
  }
}
