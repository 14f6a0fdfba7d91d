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
    if !scene.ownHints.isEmpty { return scene.ownHints }
    // One that has two keys is told once.
    let own = scene.shortcuts.enumerated().filter { index, shortcut in
      !scene.shortcuts[..<index].contains { $0.words == shortcut.words }
    }
    return hints(Keys.everywhere) + own.map { .init(key: "\($0.element.letter)", words: $0.element.words, place: .own) }
  }

  /// `finish` is what being done with a text is called there; nil for what the table says.
  private func hints(_ table: Keymap<Command>, finish: String? = nil) -> [Scene.Hint] {
    table.bindings.compactMap { binding in
      guard let usual = binding.hint else { return nil }
      let words = binding.command == .finish ? finish ?? usual : usual
      return Scene.Hint(key: hintKey(binding)?.name ?? "", words: words, place: binding.command.place ?? .usual)
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
