internal import CellUI
internal import NightModel
internal import Text

/// The keys worth a place in the bottom row.
extension App {
  /// The person's name for the head of every screen, so that a made-up person is called one everywhere.
  var personName: String { record.plan.person?.forDisplay ?? "" }

  /// The keys worth a place in the bottom row of a scene.
  func hints(_ scene: Scene) -> [Scene.Hint] {
    if !scene.hints.isEmpty { return scene.hints }
    let isText = if case .text = screen { true } else { false }
    if scene.field?.isTyping == true {
      let form: TextForm? = if case .text(let entry) = screen { entry.purpose.form(context) } else { nil }
      let finish = form.map { ($0.enterHint ?? $0.doing).lowercasedFirst }
      return [
        hint(.finish, finish, in: Keys.typing, rank: 0), hint(.down, in: Keys.typing, rank: 2),
        hint(.back, in: Keys.typing, rank: 1),
      ].compactMap(\.self)
    }
    // One that has two keys is told once.
    let own = scene.shortcuts.enumerated().filter { index, shortcut in
      !scene.shortcuts[..<index].contains { $0.words == shortcut.words }
    }
    .map { Scene.Hint(key: "\($0.element.letter)", words: $0.element.words, rank: 4) }
    let lines = [
      wayToPress == .twoSwitches && scanWay != .autoWithBack ? hint(.next, rank: 6) : nil,
      hint(.choose, scene.choosing, rank: 5),
    ]
    let details = scene.hasDetails ? hint(.details, rank: 7) : nil
    // A text has the card and the way back among its lines.
    let ways = [
      hint(.undo, rank: 2, way: isText ? nil : .undo), hint(.card, rank: 1, way: isText ? nil : .card),
      hint(.help, rank: 3, way: isText ? nil : .help), hint(.back, rank: 0),
    ]
    return (lines + own + [details] + ways).compactMap(\.self)
  }

  /// A hint as a table of keys has it. `words` say what the key does there, nil what the table says. `way` is the same to be
  /// walked to.
  private func hint(
    _ command: Command, _ words: String? = nil, in table: Keymap<Command> = Keys.everywhere, rank: Int,
    way: SceneItem? = nil
  ) -> Scene.Hint? {
    guard let binding = table.bindings.first(where: { $0.command == command }), let usual = binding.hint,
      let key = hintKey(binding)
    else { return nil }
    return Scene.Hint(key: key.name, words: words ?? usual, rank: rank, way: way)
  }

  /// The key a hint names: with switches, the ones those send.
  private func hintKey(_ binding: Keymap<Command>.Binding) -> Key? {
    let hasTwo = wayToPress == .twoSwitches
    if hasTwo || wayToPress == .oneSwitch {
      let isFirst = !hasTwo || scanWay == .autoWithBack
      if binding.command == .choose, let bound = isFirst ? switchKeys.a : switchKeys.b { return bound }
      if binding.command == .next, hasTwo, let bound = switchKeys.a { return bound }
    }
    let switches: [Key] = [.twoSwitches, .oneSwitch].contains(wayToPress) ? [.tab, .character(" ")] : []
    return binding.keys.first { switches.contains($0) } ?? binding.keys.first
  }

  private var wayToPress: WayToPress { ways.wayToPress }
}

/// What can be chosen in the bottom row.
extension SceneItem {
  static let undo = SceneItem("way-undo", "undo", .command(.undo))
  fileprivate static let card = SceneItem("way-card", "card", .open(.card))
  fileprivate static let help = SceneItem("way-help", "help", .command(.help))
}
