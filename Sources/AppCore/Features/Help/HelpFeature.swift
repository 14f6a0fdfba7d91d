internal import CellUI
internal import NightModel
internal import Text

/// What the keys do; each can be done from its line.
public struct HelpFeature: Feature {
  /// What was on the screen that it was opened from.
  let origin: HelpOrigin

  /// What a person can want of the help.
  public enum Intent: Hashable, Sendable {
    /// Does what a key does, on the screen that the help was opened from.
    case perform(Command)
  }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .perform(let command): [.back, .command(command)]
    }
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("help", "Help: what the keys do")
    let letters =
      c.ways.hasLettersOff
      ? "Letters are off: outside a text they do nothing." : "A letter goes to the next line with it."
    scene.facts = [
      .init("", "Arrows and Enter, Tab and Space, or digits do everything. \(letters)"),
      .init("", "Nightstand keeps a record; it does not diagnose, treat, monitor or alarm."),
    ]
    if PointerUse(c.ways.value(.pointer)) == .click {
      scene.facts.insert(.init("", "A click chooses what it is on; the right button goes back."), at: 1)
    }
    if !origin.letters.isEmpty {
      let words = origin.letters.joined(separator: "; ")
      scene.facts.insert(.init("", "On the screen you came from also \(words)."), at: 1)
    }
    // Closing it comes first, so that one key too many writes nothing.
    var items = [SceneItem("close", "Close the help", .back)]
    // What they do gets lines of its own where it would be cut beside them.
    let isNarrow = c.surface.isNarrow && !c.surface.isSpoken
    for table in (origin.isTonight ? [Keys.tonight] : []) + (origin.isTyping ? [Keys.typing] : []) + [Keys.everywhere] {
      for (index, binding) in table.bindings.enumerated() {
        items.append(
          SceneItem(
            "\(table.title)-\(index)", binding.keyNames, state: binding.help,
            detail: isNarrow ? binding.help.capitalizedFirst : "", heading: index == 0 ? table.title : nil,
            .feature(.help(.perform(binding.command)))))
      }
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 22
    return scene
  }
}
