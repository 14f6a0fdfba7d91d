internal import CellUI
internal import NightModel
internal import Text

/// The keys worth a place in the bottom row.
extension App {
  /// The person's name for the head of every screen, so that a made-up person is called one everywhere.
  var personName: String { record.plan.person?.forDisplay ?? "" }

  /// The keys worth a place in the bottom row of a scene.
  func hints(_ scene: Scene) -> [Scene.Hint] {
    if scene.field?.isTyping == true {
      let form: TextForm? = if case .text(let entry) = screen { entry.purpose.form(context) } else { nil }
      return hints(Keys.typing, finish: form.map { ($0.enterHint ?? $0.doing.label).lowercasedFirst })
    }
    if scene.tonight != nil { return tonightHints(scene) }
    if !scene.ownHints.isEmpty { return scene.ownHints }
    let logs = scene.name != "question" && !record.plan.isClosed ? scene.keys.map { hints($0, .own) } ?? [] : []
    // One that has two keys is told once.
    let own = scene.shortcuts.enumerated().filter { index, shortcut in
      !scene.shortcuts[..<index].contains { $0.words == shortcut.words }
    }
    return hints(Keys.everywhere) + own.map { .init(key: "\($0.element.letter)", words: $0.element.words, place: .own) }
      + logs
  }

  /// Tonight's hints, ranked by what is missed most at night.
  private func tonightHints(_ scene: Scene) -> [Scene.Hint] {
    let isAsking = scene.tonight?.question != nil
    let hasZero = scene.list.items.contains { $0.digit == 0 }
    let hints: [(Command, String, rank: Int)] = [
      (.help, "help", 2), (.undo, "undo", 1), (.earlier, "earlier", 5), (.note, "note", 6), (.line, "write", 4),
      (.card, "card", 0),
      (.back, isAsking ? "blank" : "leave", 3),
    ]
    return hints.filter { hasZero || !isAsking || $0.0 != .back }.filter {
      !record.plan.isClosed || ![.earlier, .note, .line].contains($0.0)
    }.compactMap {
      command, words, rank in
      let keys = (Keys.everywhere.bindings + Keys.tonight.bindings).first { $0.command == command }?.keys ?? []
      guard let key = command == .back ? keys.last : keys.first else { return nil }
      return Scene.Hint(key: key.name, words: words, rank: rank)
    }
  }

  /// `finish` is what being done with a text is called there; nil for what the table says.
  private func hints(
    _ table: Keymap<Command>, _ place: Scene.Hint.Place = .usual, finish: String? = nil
  ) -> [Scene.Hint] {
    table.bindings.compactMap { binding in
      guard let usual = binding.hint else { return nil }
      let words = binding.command == .finish ? finish ?? usual : usual
      return Scene.Hint(key: hintKey(binding)?.name ?? "", words: words, place: binding.command.place ?? place)
    }
  }

  /// The key a hint names: with two switches, the ones those send.
  private func hintKey(_ binding: Keymap<Command>.Binding) -> Key? {
    let switches: [Key] = record.plan.value(.input) == "two-switches" ? [.tab, .character(" ")] : []
    return binding.keys.first { switches.contains($0) } ?? binding.keys.first
  }
}

extension Command {
  /// Where its hint goes, whatever else there is; nil for where its table puts it.
  fileprivate var place: Scene.Hint.Place? {
    self == .help || self == .finish ? .first : self == .back ? .early : nil
  }
}
