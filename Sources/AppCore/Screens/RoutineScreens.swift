internal import NightModel

/// What is part of the routine: each group of the three lists, each item on or off and in its place, and own items.
extension App {
  func routinePage(_ scene: inout Scene) {
    scene.facts = [
      .init("", "An item shows when what it needs is in use. Here you switch any on or off, add your own, and reorder.")
    ]
    var items: [SceneItem] = []
    for list in [ChecklistGroup.List.bedtime, .gettingUp, .environment] {
      for (index, group) in catalogue.groups.filter({ $0.list == list }).enumerated() {
        let all = catalogue.items.filter { $0.group == group.id }
        let shown = all.filter(record.plan.includes)
        items.append(
          SceneItem(
            group.id, group.label, state: "\(shown.count) of \(all.count) in the routine",
            heading: index == 0 ? list.title : nil, .open(.routineGroup(group.id))))
      }
    }
    scene.list = SceneList(items + [.back])
  }

  func routineGroupScene(_ group: String) -> Scene {
    let title = catalogue.groups.first { $0.id == group }?.label ?? group
    var scene = Scene("routine-group", "\(title): what is part of the routine")
    let items = catalogue.items.filter { $0.group == group }.map { item in
      SceneItem(
        item.id, item.label, state: record.plan.part(item).words(catalogue), detail: item.why,
        .open(.routineItem(item.id)))
    }
    let add = SceneItem("add", "Add an item of your own", .type(.ownItem(group)))
    scene.list = SceneList(items + [add, .back])
    return scene
  }

  func routineItemScene(_ id: String) -> Scene {
    guard let item = catalogue.item(id) else { return Scene("routine-item", "This item is not there any more") }
    var scene = Scene("routine-item", item.label)
    scene.facts = [.init("now:", record.plan.part(item).words(catalogue))]
    let set = record.plan.value("routine.\(id)")
    let isIn = record.plan.includes(item)
    var items = [
      isIn
        ? SceneItem("off", "Switch it off", .set("routine.\(id)", "off"))
        : SceneItem("on", "Switch it on", .set("routine.\(id)", "on"))
    ]
    if set != nil, !item.isOwn {
      items.append(SceneItem("equipment", "Follow the equipment again", .set("routine.\(id)", "")))
    }
    items += [
      SceneItem("up", "Move it up", .feature(.plan(.moveItem(id, by: -1)))),
      SceneItem("down", "Move it down", .feature(.plan(.moveItem(id, by: 1)))),
    ]
    if item.isOwn {
      items += [
        SceneItem("reword", "Reword it", .type(.setting(id))),
        SceneItem("remove", "Take it off the list", .set(id, "")),
      ]
    }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
