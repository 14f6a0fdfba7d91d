internal import NightModel
internal import Text

/// The short lists behind Tonight: each choice is written down at once.
extension TonightFeature {
  func menuScene(_ menu: LogMenu.ID, _ c: Context) -> Scene {
    var scene = Scene("menu-\(menu.rawValue)", c.catalogue.menu(menu)?.label ?? "")
    var items = menuItems(menu, c)
    if menu == .more {
      var others = otherScreens(c)
      if !others.isEmpty { others[0].heading = "Other screens" }
      items += others
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// What a menu offers this person: nothing that needs equipment they do not have.
  func menuItems(_ menu: LogMenu.ID, _ c: Context) -> [SceneItem] {
    var items = c.logs(menu).map { log in
      SceneItem(log.id, log.words(c.catalogue), letter: log.letter(in: menu), .log(log))
    }
    if menu == .more {
      items.insert(contentsOf: [SceneItem("medicine", "Medicine", opening(.medicines)), handover(c)], at: 0)
      items += [
        SceneItem("note", "Note on the night", .type(.tonight(.note))),
        SceneItem("paper", "Paper notes", .open(.paper(c.tonight))),
        SceneItem("expected", "Expected helper", .type(.handover(.entry(.expected)))),
      ]
    }
    return items
  }

  func medicines(_ c: Context) -> Scene {
    var scene = Scene("medicines", "Which medicine?")
    let planned = c.plan.medicines
    scene.facts =
      (planned.isEmpty ? [.init("", "None is in the plan yet; type its name.")] : [])
      + [.init("", "Nightstand does not reckon whether a dose is due. The label and your team do.")]
    let another = SceneItem("another", "Another: type its name", .type(.tonight(.medicine)))
    let widest = (planned.map(\.name.forDisplay) + [another.label]).map { TextWidth.columns(of: $0) }.max() ?? 0
    let columns = min(c.surface.isNarrow ? 18 : 34, widest)
    let told = c.board.medicines
    scene.list = SceneList(
      planned.map { medicine in
        item(medicine, told.first { $0.name == medicine.name }, columns: c.surface.columns - columns - 7, c)
      } + [another, .back])
    scene.list.labelColumns = columns
    return scene
  }

  /// A medicine with when it was last written, as much of it beside the name as there are columns for, and the rest below.
  private func item(_ medicine: PlannedMedicine, _ told: Board.Medicine?, columns: Int, _ c: Context) -> SceneItem {
    func joined(_ parts: [String], _ separator: String) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: separator)
    }
    let (last, gap) = (told?.words(now: c.now, clock: c.clock) ?? "", told?.gapWords ?? "")
    var (state, more) = ([last, gap], [String]())
    func fits() -> Bool { c.surface.isSpoken || TextWidth.columns(of: joined(state, ", ")) <= columns }
    if !fits() { (state, more) = ([last], [gap]) }
    if !fits() { (state, more) = ([told?.ageWords(now: c.now) ?? ""], [last, gap]) }
    more.append(medicine.most.map { "in 24 h: \($0.forDisplay)" } ?? "")
    if medicine.label != medicine.name { more.append(medicine.label.forDisplay) }
    return SceneItem(
      "medicine-\(medicine.name)", medicine.name.forDisplay, state: joined(state, ", "),
      detail: joined(more, " · "), .log(Log(.event(.medicine), [.what: .text(medicine.name)])))
  }
}

extension TonightFeature {
  /// What is typed on Tonight.
  public enum Text: FeatureText, Hashable, Sendable {
    /// A note of its own.
    case note
    /// The name of a medicine that is not in the plan.
    case medicine

    func form(_ c: Context) -> TextForm {
      switch self {
      case .note:
        TextForm(
          title: "Note on the night", label: "Note", limit: NightModel.Field.noteLimit, unfinished: .note(on: nil))
      case .medicine: TextForm(title: "Medicine", label: "Its name", limit: 100)
      }
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      c.readUnlessClosed { () throws(Refusal) in
        switch self {
        case .note:
          let note = try TextRule.check(text, limit: NightModel.Field.noteLimit, what: "note")
          return .act(.log(Log(.note, [.note: .text(note)])))
        case .medicine:
          let name = try TextRule.check(text, limit: 100, what: "name")
          return .act(.log(Log(.event(.medicine), [.what: .text(name)])))
        }
      }
    }
  }
}
