internal import CellUI
internal import NightModel

/// From a key press to what it asks for.
extension App {
  /// Answers a key press. What was said of the last one goes when the screen changes, unless something new is said: an
  /// old "Saved" must not be read as an answer to this key.
  mutating func pressed(_ pressed: Key, _ shown: Shown, uptime: Int64) -> [Effect] {
    let key = asTabOrSpace(pressed)
    if screen.takesKeys(context), let effects = taken(pressed, uptime: uptime) { return effects }
    let (before, said, wasHome) = (places.map(\.screen), status, isHome || place.route == .glance)
    let last = lastPress
    lastPress = uptime
    // What came with this very key was not seen before it.
    if clockNews?.wasShown == true { clockNews = nil } else { clockNews?.wasShown = true }
    let scanned = pressedSwitch(key, shown, uptime: uptime)
    let asked = scanned == nil ? typedOnTonight(key, shown, uptime: uptime, since: last) : nil
    let effects =
      scanned ?? asked
      ?? counted(key, shown, uptime: uptime) { app, rest in
        app.place.route == .glance ? app.wake(key) : app.press(key, shown, uptime: uptime, rest: rest)
      }
    if asked == nil, scanned == nil { noteOpener() }
    if !wasHome, isHome { comeHome() }
    if places.map(\.screen) != before, status == said { status = .sentence("") }
    return effects
  }

  /// A key that the screen takes whatever it does elsewhere; nil for what leads out of the program.
  private mutating func taken(_ key: Key, uptime: Int64) -> [Effect]? {
    if let command = Keys.everywhere.command(for: key), [.leave, .suspend].contains(command) { return nil }
    // A click that chooses what it is on is no press of a switch.
    if case .click = key, pointer == .click { return nil }
    lastPress = uptime
    // The bounce of the last press that is taken must not choose what then is there.
    _ = held.filter.take(key, at: uptime)
    hand.noteTaken(at: uptime)
    status = .sentence("")
    return change { $0.take(key, at: uptime, $1) }
  }

  mutating func press(_ key: Key, _ shown: Shown, uptime: Int64, rest: Int64?) -> [Effect] {
    // Only the very next key can make a ten of a one; later a 0 goes back.
    if key != .character("0") { tenPossible = nil }
    if case .click(let button) = key { return open(key) { $0.click(button, shown) } }
    if case .text(let entry) = screen, entry.isTyping { return type(key, entry, rest: rest) }
    // The key that opened a text does not begin to type in it while it is held.
    if case .text = screen, key == openingKey, let rest, rest < KeyRepeatFilter.actionRest { return [] }
    if key == .enter, let strayPaste, uptime - strayPaste < KeyRepeatFilter.repeatGap { return [] }
    if case .text = screen, begins(key) {
      setTyping(true)
      guard case .text(let entry) = screen else { return [] }
      return type(key, entry, rest: rest)
    }
    let scene = shown.scene
    place.top = shown.page.lowerBound
    if let digit = key.digit { return open(key) { $0.pick(digit, shown) } }
    if let purpose = scene.answersByTyping, case .character(let letter) = key, letter.isLetter {
      _ = beginTyping(purpose)
      setTyping(true)
      guard case .text(let entry) = screen else { return [] }
      return type(key, entry, rest: rest)
    }
    if isOff(key) { return say(lettersOffWords(key)) }
    if case .character(let letter) = key.smallLetter, let intent = scene.intent(of: letter) {
      // They answer the line with the focus, and none shows that it has it.
      if scene.refusesLogging, shown.focusedWay != nil { return say("No line has the focus; nothing was written.") }
      return open(key) { $0.act(intent, shown) }
    }
    if let command = scene.keys?.command(for: key) {
      if command.opensWriting, isClosed() { return [] }
      return open(key) { $0.perform(command, shown) }
    }
    if let command = Keys.everywhere.command(for: key) {
      return open(key) { $0.perform(command, shown) }
    }
    if case .paste = key {
      strayPaste = uptime
      return say("What was pasted belongs in no field here; nothing was written.")
    }
    guard case .character(let letter) = key.smallLetter else { return [] }
    if scene.refusesLogging, Keys.tonight.command(for: key)?.isLogging == true {
      return say("\"\(key.name)\" writes on Tonight alone; nothing was written here.")
    }
    if !jump(to: letter, scene) { return say("\"\(key.name)\" does nothing here; ? tells what does.") }
    return []
  }

  /// True if a character begins to type in a text that lies open as a list. Space chooses, or who has only Tab and Space
  /// could not leave the field; with few keys digits pick the lines there are.
  private func begins(_ key: Key) -> Bool {
    if case .paste = key { return true }
    guard case .character(let letter) = key else { return false }
    return letter != " " && (context.types || !letter.isNumber)
  }

  /// Leaves the glance view. The keys that log do so at once, and the card's shows the card; every other key only wakes,
  /// because nobody saw what it would do.
  private mutating func wake(_ key: Key) -> [Effect] {
    leaveLevel()
    if isOff(key) { return [] }
    if Keys.everywhere.command(for: key) == .card { return perform(.card) }
    guard let command = Keys.tonight.command(for: key), command.isLogging else { return [] }
    goHome()
    return isClosed() ? [] : open(key) { $0.perform(command) }
  }

  /// Does what a key does, and remembers the key if it opened a text: its repeats must not type.
  private mutating func open(_ key: Key, _ act: (inout App) -> [Effect]) -> [Effect] {
    let before = typingPurpose
    let effects = act(&self)
    if let typingPurpose, typingPurpose != before { openingKey = key }
    return effects
  }

  private var typingPurpose: FieldKey? { if case .text(let entry) = screen { entry.purpose } else { nil } }

  /// A digit: picks, except that 0 goes back, and makes a ten of a 1 just given.
  private mutating func pick(_ digit: Int, _ shown: Shown) -> [Effect] {
    if digit == 0, let target = tenPossible {
      tenPossible = nil
      return act(.feature(.tonight(.open(.oneOrTen(target)))))
    }
    let list = shown.scene.list
    switch shown.pick(digit) {
    case .choose(let item): return choose(item, shown)
    case .goTo(.line(let index)): return move(to: index, list)
    case .goTo(.way(let index)): return goTo(shown.ways[index])
    case nil:
      return digit == 0 ? goBack() : []
    }
  }

  /// Chooses what was seen, without walking to it.
  mutating func choose(_ item: SceneItem, _ shown: Shown) -> [Effect] {
    let list = shown.scene.list
    if list.numbering == .inOrder, list.index(of: item.id) != nil { place.focus = item.id }
    return act(item.intent, shown)
  }

  /// Does what a command asks for, on the screen as it is now.
  mutating func perform(_ command: Command) -> [Effect] {
    perform(command, Shown(scene(), itemsPerPage: surface.rows))
  }

  mutating func perform(_ command: Command, _ shown: Shown) -> [Effect] {
    let (list, focus) = (shown.scene.list, shown.scene.focusIndex)
    if case .text = screen, context.types, shown.leavesList(by: command) {
      // The field is the line before the first and after the last.
      setTyping(true)
      return []
    }
    switch command {
    case .up: return goUp(shown)
    case .down: return goDown(shown)
    case .previous: return goToPrevious(shown)
    case .next: return goToNext(shown)
    case .columnBefore: return moveAcross(-1, shown)
    case .columnAfter: return moveAcross(1, shown)
    case .pageUp: return page(-1, shown)
    case .pageDown: return page(1, shown)
    case .first: return move(to: list.start ?? 0, list)
    case .last: return move(to: list.end ?? list.count - 1, list)
    case .choose:
      if let way = shown.focusedWay { return act(way.intent, shown) }
      guard focus < list.count else { return [] }
      return act(list[focus].intent, shown)
    case .details:
      // Right looks and never writes.
      if let way = shown.focusedWay { return way.intent.isOpening ? act(way.intent, shown) : [] }
      guard focus < list.count else { return [] }
      if let details = list[focus].details { return act(details, shown) }
      if list[focus].intent.isOpening { return act(list[focus].intent, shown) }
      return []
    case .back: return goBack()
    case .help: return openHelp()
    case .undo: return undo()
    case .redo: return [.redo]
    case .card: return open(.card)
    case .leave: return open(.leaving)
    case .suspend: return [.suspend]
    case .log(let log): return write(log)
    case .medicine: return act(.feature(.pickMedicine))
    case .note: return beginNote()
    case .line:
      return open(.paper(tonight)) + act(.feature(.paper(.pass))) + act(.type(.paper(.line(tonight))))
    case .search: return act(.all([.open(.pastNights), .type(.pastNights(.search))]))
    case .earlier: return shiftLast(-5)
    case .later: return shiftLast(5)
    case .finish: return finishText()
    case .edit: return []
    }
  }

  /// Moving is never choosing: it changes the focus and nothing else.
  mutating func move(to index: Int, _ list: SceneList) -> [Effect] {
    guard (0..<list.count).contains(index) else { return [] }
    place.focus = list[index].id
    // What was said of the last thing done makes room for what undo would take back.
    if needs.undoPreview, !surface.isRead { status = .sentence("") }
    return []
  }

  /// Scrolls what was written, or the facts, as far as there is more.
  mutating func scroll(_ step: Int, _ shown: Shown, _ most: Int) -> [Effect] {
    place.reading = ReadingPosition(rows: min(max(0, shown.offset + step), max(0, most)))
    return []
  }

  /// Goes to the next item whose label begins with a letter.
  /// - Returns: false if there is none.
  private mutating func jump(to letter: Character, _ scene: Scene) -> Bool {
    let (list, focus) = (scene.list, scene.focusIndex)
    guard list.count <= Self.longestJump, list.count > 0 else { return false }
    for step in 1...list.count {
      let item = list[(focus + step) % list.count]
      if item.label.first?.lowercased().first == letter {
        place.focus = item.id
        return true
      }
    }
    return false
  }

  /// Lists longer than this are nights, which begin with the weekday.
  private static let longestJump = 200
}

extension Scene {
  /// What a letter of the screen's own does.
  fileprivate func intent(of letter: Character) -> Intent? {
    if let shortcut = shortcuts.first(where: { $0.letter == letter }) { return shortcut.intent }
    guard list.count <= Self.longestWithLetters else { return nil }
    return list.items.first { $0.letter == letter }?.intent
  }
}

extension Command {
  /// True for what leads to something being written, so that a closed record is said at once; what a key writes itself is
  /// refused where it is written.
  fileprivate var opensWriting: Bool { [.medicine, .note, .line, .earlier, .later].contains(self) }

  /// True for what writes something new down, or begins to.
  fileprivate var isLogging: Bool {
    if case .log = self { true } else { self == .medicine || self == .note }
  }
}

extension Key {
  /// The digit it types.
  var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
