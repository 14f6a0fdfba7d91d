internal import CellUI
internal import NightModel

/// From a key press to what it asks for.
extension App {
  /// Answers a key press.
  mutating func press(_ key: Key, uptime: Int64) -> [Effect] {
    let mayAct = rearming.allows(key, at: uptime)
    // Only the very next key can make a ten of a one; later a 0 goes back.
    if key != .character("0") { tenPossible = nil }
    if case .text(let entry) = screen, entry.isTyping { return type(key, entry, mayAct) }
    let scene = scene()
    let focus = focusIndex(in: scene)
    if let digit = key.digit { return pick(digit, scene.list, focus, mayAct) }
    if case .character(let letter) = key.smallLetter,
      let item = scene.list.ownLetters.first(where: { $0.letter == letter })
    {
      return mayAct ? act(item.action) : []
    }
    if case .tonight = screen, let command = Keys.tonight.command(for: key) {
      return mayAct ? perform(command, scene) : []
    }
    if let command = Keys.everywhere.command(for: key) {
      return command.isMove || mayAct ? perform(command, scene) : []
    }
    if case .character(let letter) = key.smallLetter { jump(to: letter, scene.list, focus) }
    return []
  }

  /// Where the focus is in the list of a scene.
  public func focusIndex(in scene: Scene) -> Int {
    place.focus.flatMap { scene.list.index(of: $0) } ?? 0
  }

  /// A digit: picks, except that 0 goes back, and makes a ten of a 1 just given.
  private mutating func pick(_ digit: Int, _ list: SceneList, _ focus: Int, _ mayAct: Bool) -> [Effect] {
    if digit == 0, let question = tenPossible {
      tenPossible = nil
      return amend(question.target, [.value: .number(10)])
    }
    switch list.pick(digit, focus: focus) {
    case .choose(let index):
      let item = list[index]
      // Grades are typed fast and cannot be held into a second entry.
      guard mayAct || question?.kind == .grade || item.action == .back else { return [] }
      if list.numbering == .inOrder { place.focus = item.id }
      if case .type(let purpose) = item.action { return beginTyping(purpose, isTyping: false) }
      return act(item.action)
    case .goOn(let index):
      place.focus = list[index].id
      return missing()
    case nil:
      return digit == 0 ? goBack() : []
    }
  }

  /// Does what a command asks for.
  mutating func perform(_ command: Command) -> [Effect] { perform(command, scene()) }

  private mutating func perform(_ command: Command, _ scene: Scene) -> [Effect] {
    let focus = focusIndex(in: scene)
    let list = scene.list
    switch command {
    case .up: return move(to: focus == 0 ? list.count - 1 : focus - 1, list)
    case .down: return move(to: focus + 1 >= list.count ? 0 : focus + 1, list)
    case .pageUp: return page(-1, scene, focus)
    case .pageDown: return page(1, scene, focus)
    case .first: return move(to: 0, list)
    case .last: return move(to: list.end ?? list.count - 1, list)
    case .nextPage:
      guard case .goOn(let index)? = list.pick(9, focus: focus) else { return [] }
      return move(to: index, list)
    case .choose, .details:
      guard focus < list.count else { return [] }
      let item = list[focus]
      return act(command == .details ? item.details ?? item.action : item.action)
    case .back: return goBack()
    case .help: return open(.help)
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .card: return open(.card)
    case .leave: return open(.leaving)
    case .suspend: return [.suspend]
    case .log(let log): return [write(log)]
    case .medicine: return open(.medicines)
    case .note: return beginNote()
    case .earlier: return act(.shift(minutes: -5))
    case .later: return act(.shift(minutes: 5))
    case .finish: return finishText()
    }
  }

  /// Moving is never choosing: it changes the focus and nothing else.
  private mutating func move(to index: Int, _ list: SceneList) -> [Effect] {
    guard (0..<list.count).contains(index) else { return [] }
    place.focus = list[index].id
    return missing()
  }

  private mutating func page(_ direction: Int, _ scene: Scene, _ focus: Int) -> [Effect] {
    // Where the whole list shows anyway, pages are for what was written.
    if scene.log.count > 0, lines >= scene.list.count {
      place.logOffset = min(max(0, place.logOffset + direction * 4), max(0, scene.log.count - 1))
      return []
    }
    return move(to: min(max(0, focus + direction * lines), scene.list.count - 1), scene.list)
  }

  /// Goes to the next item whose label begins with a letter.
  private mutating func jump(to letter: Character, _ list: SceneList, _ focus: Int) {
    guard list.count <= Self.longestJump, list.count > 0 else { return }
    for step in 1...list.count {
      let item = list[(focus + step) % list.count]
      if item.label.first?.lowercased().first == letter {
        place.focus = item.id
        return
      }
    }
  }

  /// Lists longer than this are nights, which begin with the weekday.
  private static let longestJump = 200
}

extension SceneList {
  /// The items that have a letter of their own.
  fileprivate var ownLetters: [SceneItem] { count <= 40 ? items.filter { $0.letter != nil } : [] }
}

extension Command {
  /// True for what may be repeated by holding the key.
  fileprivate var isMove: Bool {
    [.up, .down, .pageUp, .pageDown, .first, .last, .nextPage, .back].contains(self)
  }
}

extension Key {
  /// The digit it types.
  fileprivate var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
