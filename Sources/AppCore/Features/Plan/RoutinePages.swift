internal import NightModel

/// What is part of the routine: each group of the three lists, each item on or off and in its place, and own items.
extension PlanFeature {
  func routinePage(_ scene: inout Scene, _ c: Context) {
    scene.facts = [
      .init("", "Here you switch any item on or off, add your own, and put them in order.")
    ]
    var items = [
      c.plan.hasStarterRoutine
        ? SceneItem(
          "starter", "Every line at bedtime", state: "instead of the starter routine",
          .set(Setting(.starterRoutine), ""))
        : SceneItem(
          "starter", "The starter routine", state: "a dozen lines, the rest to be added",
          .set(Setting(.starterRoutine), "yes"))
    ]
    for list in [ChecklistGroup.List.bedtime, .gettingUp, .environment] {
      for (index, group) in c.catalogue.groups.filter({ $0.list == list }).enumerated() {
        let all = c.catalogue.items.filter { $0.group == group.id }
        let shown = all.filter(c.plan.includes)
        items.append(
          SceneItem(
            group.id, group.label, state: "\(shown.count) of \(all.count) in the routine",
            heading: index == 0 ? list.title : nil, .open(.routineGroup(group.id))))
      }
    }
    scene.list = SceneList(items + [.back])
  }

  func routineGroup(_ group: String, _ c: Context) -> Scene {
    let title = c.catalogue.groups.first { $0.id == group }?.label ?? group
    var scene = Scene("routine-group", "\(title): what is part of the routine")
    let items = c.catalogue.items.filter { $0.group == group }.map { item in
      SceneItem(
        item.id, item.label, state: c.plan.part(item).words(c.catalogue), detail: item.why,
        .open(.routineItem(item.id)))
    }
    let add = SceneItem("add", "Add an item of your own", .type(.plan(.ownItem(group))))
    scene.list = SceneList(items + [add, .back])
    return scene
  }

  func routineItem(_ id: String, _ c: Context) -> Scene {
    guard let item = c.catalogue.item(id) else { return Scene("routine-item", "This item is not there any more") }
    var scene = Scene("routine-item", item.label)
    scene.facts = [.init("now:", c.plan.part(item).words(c.catalogue))]
    let setting = Setting(.routine, id)
    var items = [
      c.plan.includes(item)
        ? SceneItem("off", "Switch it off", .set(setting, "off"))
        : SceneItem("on", "Switch it on", .set(setting, "on"))
    ]
    if c.plan.value(setting) != nil, !item.isOwn {
      items.append(SceneItem("equipment", "Follow the equipment again", .set(setting, "")))
    }
    items += [
      SceneItem("up", "Move it up", .feature(.plan(.moveItem(id, by: -1)))),
      SceneItem("down", "Move it down", .feature(.plan(.moveItem(id, by: 1)))),
    ]
    if item.isOwn, let own = Setting(id) {
      items += [
        SceneItem("reword", "Reword it", .type(.setting(own.key, own.member))),
        SceneItem("remove", "Take it off the list", .set(own, "")),
      ]
    }
    scene.list = SceneList(items + [.back])
    return scene
  }
}
