internal import NightModel

/// Everything there is for a checklist, each line in the routine or out of it with one key, and what can be done with the
/// list as a whole.
struct ChecklistMore {
  private let list: ChecklistGroup.List
  private let c: Context
  /// The items, group by group: they keep their places whatever is switched.
  private let items: [ChecklistItem]

  init(_ list: ChecklistGroup.List, _ c: Context) {
    (self.list, self.c) = (list, c)
    let grouped = Dictionary(grouping: c.catalogue.items(of: list), by: \.group)
    items = c.catalogue.groups.flatMap { grouped[$0.id] ?? [] }
  }

  /// The first item that is not part of the routine.
  var firstOut: String? { items.first { !c.plan.includes($0) }?.id }

  /// The page.
  var scene: Scene {
    var scene = Scene("hidden-items", "\(list.name): more for your routine")
    scene.refusesLogging = true
    if !c.opensEveryLine {
      (scene.choosing, scene.hasDetails) = ("in or out", true)
    }
    var heading = ""
    let lines = items.map { item in
      let part = c.plan.part(item)
      let group = list == .gettingUp ? "" : c.catalogue.groups.first { $0.id == item.group }?.label ?? ""
      defer { heading = group }
      var line = SceneItem(
        item.id, item.label, state: part.words(c.catalogue), detail: item.whyWords(c),
        heading: group == heading ? nil : group, details: .open(.checkItem(item.id)), c.switching(item))
      line.mark = StateMark(sign: part.isIn ? .done : .open, words: mark(part))
      return line
    }
    scene.list = SceneList(lines + actions + [.back])
    return scene
  }

  /// What the sign leaves unsaid: only what equipment an item is for.
  private func mark(_ part: Routine.Part) -> String {
    switch part {
    case .needs(let missing): missing.map { c.catalogue.label(ofAny: $0) }.joined(separator: ", ")
    case .on, .own, .switchedOn, .switchedOff, .leftOut: ""
    }
  }

  /// What can be done with the list as a whole.
  private var actions: [SceneItem] {
    let open = c.routine(list).open.count
    let rest = SceneItem(
      "rest", "All the rest: not needed tonight", state: "\(open) open", .feature(.checklist(.restNotNeeded)))
    var actions = list == .environment || open == 0 ? [] : [rest]
    actions += [
      SceneItem("add", "Add an item of your own", .type(.plan(.ownItem(list.groupForOwn)))),
      SceneItem("change", "Groups and their order", .open(.planPage(.routine))),
    ]
    actions[0].heading = "The list"
    return actions
  }
}

extension ChecklistGroup.List {
  /// The group that an item of one's own goes into where nobody said which.
  fileprivate var groupForOwn: String {
    switch self {
    case .bedtime: "comfort"
    case .gettingUp: "getting-up"
    case .environment: "room"
    }
  }
}

extension Context {
  /// Puts an item into the routine, or takes it out.
  func switching(_ item: ChecklistItem) -> Act { .set(Setting(.routine, item.id), plan.switching(item)) }
}
