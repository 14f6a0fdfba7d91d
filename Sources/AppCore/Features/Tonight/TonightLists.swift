internal import NightModel
internal import Text

/// The short lists behind Tonight: each choice is written down at once.
extension TonightFeature {
  func menuScene(_ menu: LogMenu.ID, _ c: Context) -> Scene {
    var scene = Scene("menu-\(menu.rawValue)", c.catalogue.menu(menu)?.label ?? "")
    var items = menuItems(menu, c)
    switch menu {
    case .breathing, .hurts: items.append(allSymptoms)
    case .more:
      items = leftToMore(c) + items
      var others = otherScreens(c)
      if !others.isEmpty { others[0].heading = "Other screens" }
      items += others
    case .turn, .secretions, .mask: break
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// So many lines of More stand before the first that writes nothing: awake, asleep, drink, toilet.
  private static let mostNeeded = 4

  /// What a menu offers this person: nothing that needs equipment they do not have.
  func menuItems(_ menu: LogMenu.ID, _ c: Context) -> [SceneItem] {
    var items = c.logs(menu).map { log in
      SceneItem(log.id, log.words(c.catalogue), letter: log.letter(in: menu), .log(log))
    }
    if menu == .more {
      // Taking over takes three digits from Tonight: 9, this, 1.
      items.insert(handover(c), at: min(items.count, Self.mostNeeded))
      items.insert(SceneItem("medicine", "Medicine", opening(.medicines)), at: 0)
      items += [
        SceneItem("note", "Note on the night", .type(.tonight(.note))),
        SceneItem("paper", "Paper notes", .open(.paper(c.tonight))),
        SceneItem("expected", "Expected helper", .type(.handover(.entry(.expected)))),
      ]
    }
    return items
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
          title: "Note on the night", label: "Note", help: NightModel.Field.note.example,
          limit: NightModel.Field.noteLimit, unfinished: .note(on: nil))
      case .medicine:
        TextForm(title: "Medicine", label: "Its name", help: "As on the label, as: Baclofen.", limit: 100)
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
