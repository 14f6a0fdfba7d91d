internal import CellUI
internal import NightModel
internal import Text

/// The short lists behind Tonight: each choice is written down at once.
extension App {
  func menuScene(_ menu: LogMenu) -> Scene {
    var scene = Scene("menu-\(menu)", menu.title)
    scene.list = SceneList(menuItems(menu) + (menu == .more ? moreScreens : []) + [.back])
    return scene
  }

  private var moreScreens: [SceneItem] {
    (otherScreens + [cardItem]).enumerated().map { index, item in
      var item = item
      if index == 0 { item.heading = "Other screens" }
      return item
    }
  }

  /// What a menu offers this person: nothing that needs equipment they do not have.
  func menuItems(_ menu: LogMenu) -> [SceneItem] {
    let logs = menu.logs.filter { offers($0.needs) }
    var items = logs.map { log in SceneItem(log.id, log.words(catalogue), letter: log.letter(in: menu), .log(log)) }
    if menu == .more {
      items.insert(SceneItem("medicine", "Medicine", .open(.medicines)), at: 0)
      items += [
        SceneItem("note", "Note on the night", .type(.note)),
        SceneItem("paper", "Paper notes", .open(.paper(tonight))),
        SceneItem("expected", "Expected helper", .type(.handover(.entry(.expected)))),
      ]
    }
    return items
  }

  func offers(_ needs: Set<String>) -> Bool { context.offers(needs) }

  /// Who can write.
  var writers: [(initials: String, name: String)] { context.writers }

  func medicinesScene() -> Scene {
    var scene = Scene("medicines", "Which medicine?")
    let planned = record.plan.medicines
    scene.facts = planned.isEmpty ? [.init("", "None is in the plan yet; type its name.")] : []
    let another = SceneItem("another", "Another: type its name", .type(.medicine))
    let widest = (planned.map(\.name.forDisplay) + [another.label]).map { TextWidth.columns(of: $0) }.max() ?? 0
    let columns = min(surface.isNarrow ? 18 : 34, widest)
    let told = board.medicines
    scene.list = SceneList(
      planned.map { medicine in
        let told = told.first { $0.name == medicine.name }
        return medicineItem(medicine, told, columns: surface.columns - columns - 7)
      } + [another, .back])
    scene.list.labelColumns = columns
    return scene
  }

  /// A medicine with when it was last written, as much of it beside the name as there are columns for, and the rest below.
  private func medicineItem(_ medicine: PlannedMedicine, _ told: Board.Medicine?, columns: Int) -> SceneItem {
    let (last, gap) = (told?.words(now: now, clock: clock) ?? "", told?.gapWords ?? "")
    var (state, more) = ([last, gap], [String]())
    func fits() -> Bool { surface.isSpoken || TextWidth.columns(of: Self.joined(state, ", ")) <= columns }
    if !fits() { (state, more) = ([last], [gap]) }
    if !fits() { (state, more) = ([told?.ageWords(now: now) ?? ""], [last, gap]) }
    more.append(medicine.most.map { "in 24 h: \($0.forDisplay)" } ?? "")
    if medicine.label != medicine.name { more.append(medicine.label.forDisplay) }
    return SceneItem(
      "medicine-\(medicine.name)", medicine.name.forDisplay, state: Self.joined(state, ", "),
      detail: Self.joined(more, " · "), .log(Log(.event(.medicine), [.what: .text(medicine.name)])))
  }

  private static func joined(_ parts: [String], _ separator: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
