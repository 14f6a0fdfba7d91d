public import NightModel
internal import Text

/// A checklist: bedtime and getting up, answered each night, or the sleep environment, which stands until it changes.
public struct ChecklistFeature: PagedFeature {
  let list: ChecklistGroup.List
  var pages: [Page] = []

  /// A page above the list.
  public enum Page: Hashable, Sendable {
    /// Every item of the catalogue for this list, in the routine or not, and what can be done with the list as a whole.
    case more
  }

  /// What a person can want of a checklist.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Answers the line with the focus.
    case answer(ItemState)
    /// Answers all that is still open with "not needed", as one action that one undo takes back.
    case restNotNeeded
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page):
      open(page)
      return []
    case .answer(let state):
      let items = c.routine(list).items
      let focused = c.focus == nil ? items.first : items.first { $0.id == c.focus }
      return [focused.map { .check($0.id, state) } ?? .say("That line takes no answer.")]
    case .restNotNeeded:
      return c.unlessClosed {
        let drafts = c.routine(list).open.map { item in
          c.draft(.check(item: item.id), Details([.state: .text(ItemState.notNeeded.rawValue)]))
        }
        return [drafts.isEmpty ? .say("Nothing is open in this list.") : .save(drafts, .rest)]
      }
    }
  }

  /// Once a line is answered, the next open one has the focus.
  mutating func saved(_ saved: Saved, _ c: Context) -> [Act] {
    guard pages.isEmpty, case .check(let id) = saved.origin else { return [] }
    return c.goingOn(after: id, in: list)
  }

  func firstFocus(_ c: Context) -> String? {
    pages.last == .more ? ChecklistMore(list, c).firstOut : c.routine(list).open.first?.id
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: items(c)
    case .more: ChecklistMore(list, c).scene
    }
  }

  private func items(_ c: Context) -> Scene {
    let (routine, answers) = (c.routine(list), ListAnswers(list, c))
    // A list in groups has more to show, so it says less above.
    let day = list == .bedtime && !hasGroups(c) ? ", \(NightWords.day(c.tonight))" : ""
    var scene = Scene("checklist-\(list.rawValue)", "\(list.name)\(day), \(routine.progress)")
    scene.shortTitle = "\(list.name), \(routine.progress)"
    if list == .environment { scene.facts = [.init("", "Beside each line: the day it was last looked at.")] }
    scene.refusesLogging = true
    if !c.surface.isSpoken, !c.opensEveryLine { answerByLetters(&scene) }
    let more = SceneItem("more", "More for your routine", .feature(.checklist(.open(.more))))
    scene.list = SceneList(
      items(of: routine, answers, c) + unknownItems(routine.unknown, answers, c) + [more, .back])
    return scene
  }

  /// True where the lines stand in groups. The starter routine goes through the evening, whatever group they are from;
  /// getting up is one group.
  private func hasGroups(_ c: Context) -> Bool {
    list == .environment || list == .bedtime && !c.plan.hasStarterRoutine
  }

  /// What Enter and two letters answer, said in the bottom row.
  private func answerByLetters(_ scene: inout Scene) {
    let isStanding = list == .environment
    let letters: [(Character, ItemState)] = [
      ("n", isStanding ? .notWanted : .notNeeded), ("c", isStanding ? .toDo : .couldNot),
    ]
    scene.shortcuts = letters.map { letter, state in
      .init(letter: letter, words: state.words, .feature(.checklist(.answer(state))))
    }
    (scene.choosing, scene.hasDetails) = (list.usualState.words, true)
  }

  private func items(of routine: Routine, _ answers: ListAnswers, _ c: Context) -> [SceneItem] {
    let (open, hasGroups) = (Set(routine.open.map(\.id)), hasGroups(c))
    var heading = ""
    return routine.items.map { item in
      let group = hasGroups ? c.catalogue.groups.first { $0.id == item.group }?.label ?? "" : ""
      defer { heading = group }
      let page = Act.open(.checkItem(item.id))
      // One key ticks what is usual; an answer that stands is changed on its own page, so that no second key undoes it.
      let choose = open.contains(item.id) && !c.opensEveryLine ? Act.check(item.id, list.usualState) : page
      var line = SceneItem(
        item.id, item.label, state: answers.words(of: item.id), detail: item.whyWords(c),
        heading: group == heading ? nil : group, details: page, choose)
      line.mark = answers.mark(of: item.id)
      return line
    }
  }

  /// What was answered and is in no list any more.
  private func unknownItems(_ ids: [String], _ answers: ListAnswers, _ c: Context) -> [SceneItem] {
    ids.enumerated().map { index, id in
      var line = SceneItem(
        "answer-\(id)", c.catalogue.label(ofItem: id).forDisplay, state: answers.answers[id].map(answers.words) ?? "",
        heading: index == 0 ? "No longer in the list" : nil, .open(.checkItem(id)))
      line.mark = answers.mark(of: id)
      return line
    }
  }
}

extension ChecklistGroup.List {
  /// What Enter answers.
  fileprivate var usualState: ItemState { self == .environment ? .inPlace : .done }
}

extension ChecklistItem {
  /// Why it is there, as it stands below the list; empty for an item of the family's own.
  func whyWords(_ c: Context) -> String {
    let words = "Why: \(why)"
    let fits = TextWidth.columns(of: words) <= c.surface.columns - 2
    return why.isEmpty ? "" : fits ? words : why
  }
}

extension Context {
  /// True where a press may not mean an answer at once: then every line opens its page.
  var opensEveryLine: Bool { [.digits, .twoSwitches, .oneSwitch].contains(plan.wayToPress) }

  /// Goes on in a checklist once one of its lines is answered.
  func goingOn(after id: String, in list: ChecklistGroup.List) -> [Act] {
    routine(list).next(after: id).map { [.focus($0.id)] } ?? []
  }
}
