internal import CellUI
internal import NightModel
internal import Text

/// The help, and leaving.
extension App {
  func helpScene() -> Scene {
    var scene = Scene("help", "Help: what the keys do")
    scene.facts = [
      .init("", "Arrows and Enter, Tab and Space, or digits do everything. A letter goes to the next line with it."),
      .init("", "Nightstand keeps a record; it does not diagnose, treat, monitor or alarm."),
    ]
    let own = shortcutsBelow.map { "\($0.letter): \($0.words)" }.joined(separator: "; ")
    if !own.isEmpty { scene.facts.insert(.init("", "On the screen you came from also \(own)."), at: 1) }
    let isTonight = places.count == 2
    let tables = isTonight ? [Keys.tonight, Keys.everywhere] : [Keys.everywhere]
    // Closing it comes first, so that one key too many writes nothing.
    var items = [SceneItem("close", "Close the help", .back)]
    // What they do gets lines of its own where it would be cut beside them.
    let isNarrow = surface.isNarrow && !surface.isSpoken
    for table in tables {
      for (index, binding) in table.bindings.enumerated() {
        items.append(
          SceneItem(
            "\(table.title)-\(index)", binding.keyNames, state: binding.help,
            detail: isNarrow ? binding.help.capitalizedFirst : "", heading: index == 0 ? table.title : nil,
            .command(binding.command)))
      }
    }
    scene.list = SceneList(items + [.back])
    scene.list.labelColumns = 22
    return scene
  }

  /// The letters of the screen that the help was opened from.
  private var shortcutsBelow: [Scene.Shortcut] {
    guard places.count > 1 else { return [] }
    var below = self
    below.places.removeLast()
    return below.scene().shortcuts
  }

  private func isNote(_ key: FieldKey) -> Bool { if case .note = unfinished(key) { true } else { false } }

  func leavingScene() -> Scene {
    var scene = Scene("leaving", "Leave Nightstand?")
    scene.facts = leavingWords.map { .init("", $0) }
    if begun.contains(where: { $0.value.isToKeep && isNote($0.key) }) {
      scene.facts.append(.init("", "A note that was begun will be written down as it is."))
    }
    let unfinished = begun.values.filter(\.isToKeep).compactMap { entry -> String? in
      if case .labelled(let label) = self.unfinished(entry.purpose) { label } else { nil }
    }
    for label in unfinished.sorted() {
      scene.facts.append(.init("", "Begun and not saved: \(label). It will be kept as a note of tonight."))
    }
    let unread = sittings.values.reduce(0) { $0 + $1.wrong.count }
    if unread > 0 {
      scene.facts.append(.init("", "Paper lines not read yet: \(unread). They will be kept as notes of tonight."))
    }
    scene.list = SceneList([SceneItem("stay", "Stay", .back), SceneItem("leave", "Leave", .leave), .back])
    return scene
  }
}

extension TextEntry {
  fileprivate var isToKeep: Bool { !field.text.isEmpty }
}
