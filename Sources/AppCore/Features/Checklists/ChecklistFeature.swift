internal import NightModel
internal import Text

/// A checklist: bedtime and getting up, answered each night, or the sleep environment, which stands until it changes.
public struct ChecklistFeature: PagedFeature {
  let list: ChecklistGroup.List
  var pages: [Page] = []

  /// A page above the list.
  public enum Page: Hashable, Sendable {
    /// The items that are not part of the routine.
    case hidden
  }

  /// What a person can want of a checklist.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Answers all that is still open with "not needed", as one action that one undo takes back.
    case restNotNeeded
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page):
      open(page)
      return []
    case .restNotNeeded:
      return c.unlessClosed {
        let drafts = c.routine(list).open.map { item in
          c.draft(.check(item: item.id), Details([.state: .text(ItemState.notNeeded.rawValue)]))
        }
        return [drafts.isEmpty ? .say("Nothing is open in this list.") : .save(drafts, .rest)]
      }
    }
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: items(c)
    case .hidden: hidden(c)
    }
  }

  private func items(_ c: Context) -> Scene {
    let (routine, answers) = (c.routine(list), ListAnswers(list, c))
    var scene = Scene("checklist-\(list.rawValue)", list.title)
    let hidden = routine.hidden.count
    let counted = list == .environment ? standingCount(routine.items, c) : "\(routine.progress) answered tonight"
    scene.facts = [.init("", counted + (hidden == 0 ? "" : " · \(hidden) not part of your routine"))]
    scene.list = SceneList(
      items(of: routine.items, answers, c) + unknownItems(routine.unknown, answers, c) + more(routine) + [.back])
    return scene
  }

  private func items(of routine: [ChecklistItem], _ answers: ListAnswers, _ c: Context) -> [SceneItem] {
    var heading = ""
    return routine.map { item in
      let group = c.catalogue.groups.first { $0.id == item.group }?.label ?? ""
      defer { heading = group }
      let isAnswered = answers.answers[item.id].flatMap { $0.details.text(.state) }.flatMap(ItemState.init) != nil
      let page = Act.open(.checkItem(item.id))
      // One key ticks what is usual; an answer that stands is changed on its own page, so that no second key undoes it.
      let choose = list == .environment || isAnswered ? page : .check(item.id, .done)
      return SceneItem(
        item.id, item.label, state: answers.words(of: item.id), detail: item.why,
        heading: group == heading ? nil : group, details: page, choose)
    }
  }

  /// What was answered and is in no list any more.
  private func unknownItems(_ ids: [String], _ answers: ListAnswers, _ c: Context) -> [SceneItem] {
    ids.enumerated().map { index, id in
      SceneItem(
        "answer-\(id)", c.catalogue.label(ofItem: id).forDisplay, state: answers.answers[id].map(answers.words) ?? "",
        heading: index == 0 ? "No longer in the list" : nil, .open(.checkItem(id)))
    }
  }

  /// What can be done with the list as a whole.
  private func more(_ routine: Routine) -> [SceneItem] {
    var items: [SceneItem] = []
    if list != .environment, !routine.open.isEmpty {
      items.append(
        SceneItem(
          "rest", "All the rest: not needed tonight", state: "\(routine.open.count) open",
          .feature(.checklist(.restNotNeeded))))
    }
    if !routine.hidden.isEmpty {
      items.append(
        SceneItem(
          "hidden", "Not part of your routine", state: "\(routine.hidden.count)",
          .feature(.checklist(.open(.hidden)))))
    }
    items.append(SceneItem("change", "Change this list", .open(.planPage(.routine))))
    items[0].heading = "The list"
    return items
  }

  private func hidden(_ c: Context) -> Scene {
    var scene = Scene("hidden-items", "\(list.title): not part of your routine")
    scene.facts = [.init("", "They can be looked at and answered all the same.")]
    // Why each does not show stands once above those it holds for: fewer words, less light.
    var reason = ""
    let items = c.routine(list).hidden.map { item in
      let words = c.plan.part(item).reason(c.catalogue)
      defer { reason = words }
      return SceneItem(
        item.id, item.label, detail: item.why, heading: words == reason ? nil : words, .open(.checkItem(item.id)))
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  private func standingCount(_ routine: [ChecklistItem], _ c: Context) -> String {
    let states = routine.compactMap { c.plan.environment[$0.id]?.details.text(.state) }
    return "\(states.filter { $0 == ItemState.inPlace.rawValue }.count) of \(routine.count) in place"
  }
}
