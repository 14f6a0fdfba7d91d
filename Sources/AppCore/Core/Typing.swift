internal import CellUI
internal import NightModel
internal import Text

/// Typing text: notes, names, numbers, a date. What was begun and left is kept until one comes back to it.
extension App {
  /// Answers a key while a text is typed. `rest` is how long the key had rested, in milliseconds; nil if another key came
  /// between.
  mutating func type(_ key: Key, _ entry: TextEntry, rest: Int64?) -> [Effect] {
    var entry = entry
    if key == openingKey, let rest, rest < KeyRepeatFilter.actionRest { return [] }
    openingKey = nil
    if let command = Keys.typing.command(for: key), command != .edit {
      if command == .down || command == .up { return leaveField(by: key, entry) }
      if command == .back { return goBack() }
      return perform(command)
    }
    entry.onceMore = nil
    if case .paste(let pasted) = key, pasted.contains(where: \.isNewline),
      let several = entry.purpose.form(context).severalLines
    {
      let begun = entry.field.text.isEmpty ? "" : entry.field.text + "\n"
      return take(several(begun + pasted))
    }
    if entry.isFresh, replace(key, &entry) { return [] }
    guard entry.field.press(key) else { return [] }
    let isNews = entry.field.isOverfull && !place.screen.isOverfull
    place.screen = .text(entry)
    return isNews ? say("Only \(entry.field.limit) characters fit; what came after them was left out.") : []
  }

  /// The first key that edits takes the place of what stood there: a character begins anew, and deleting leaves it blank.
  /// - Returns: true if nothing more is to be done with the key.
  private mutating func replace(_ key: Key, _ entry: inout TextEntry) -> Bool {
    entry.isFresh = false
    let empty = TextField(limit: entry.field.limit)
    if key == .backspace || key == .delete {
      entry.field = empty
      place.screen = .text(entry)
      return true
    }
    if case .character = key { entry.field = empty }
    if case .paste = key { entry.field = empty }
    return false
  }

  /// Leaves the field for the lines below it, or for the last of them. Arrows go from row to row first.
  private mutating func leaveField(by key: Key, _ entry: TextEntry) -> [Effect] {
    var entry = entry
    let isUp = key == .up || key == .backTab
    if [.up, .down].contains(key), entry.field.moveRow(isUp ? -1 : 1, columns: Scene.Field.columns(on: surface.columns))
    {
      place.screen = .text(entry)
      return []
    }
    setTyping(false)
    place.focus = isUp ? SceneItem.back.id : context.types ? scene().list[0].id : "save"
    return []
  }

  /// Goes into the field, or out of it.
  mutating func setTyping(_ isTyping: Bool) {
    guard case .text(var entry) = screen else { return }
    entry.isTyping = isTyping
    entry.pages = []
    place = Place(.text(entry), focus: nil)
  }

  /// Writes a step of a text by choosing.
  mutating func spell(_ step: SpellingStep) -> [Effect] {
    guard case .text(var entry) = screen else { return [] }
    entry.spell(step, entry.purpose.form(context).spelled)
    let isNews = entry.field.isOverfull && !place.screen.isOverfull
    place.screen = .text(entry)
    return isNews ? say("Only \(entry.field.limit) characters fit; what came after them was left out.") : []
  }

  /// Keeps a text that is left without being saved.
  mutating func keepDraft(_ entry: TextEntry) {
    var entry = entry
    (entry.onceMore, entry.isDraft, entry.pages) = (nil, true, [])
    begun[entry.purpose] = ["", standing(entry.purpose)].contains(entry.field.text) ? nil : entry
  }

  /// Writes a note on the entry written last; on the night, if there is none.
  mutating func beginNote() -> [Effect] {
    if let lastEntry, let item = record.item(lastEntry), item.subject.fields.contains(.note) {
      return beginTyping(.entry(.field(lastEntry, .note)))
    }
    return beginTyping(.tonight(.note))
  }

  /// Begins to type a text, or to write it by choosing.
  mutating func beginTyping(_ purpose: FieldKey) -> [Effect] {
    place.screen.cover()
    leaveChoice()
    openText(purpose, isTyping: !context.spells)
    return []
  }

  private mutating func openText(_ purpose: FieldKey, isTyping: Bool, isOnProposals: Bool = false) {
    let form = purpose.form(context)
    var entry =
      begun[purpose]
      ?? TextEntry(
        purpose: purpose, began: now, field: TextField(form.standing, limit: form.limit), isTyping: isTyping)
    (entry.isTyping, entry.isOnProposals) = (isTyping, isOnProposals)
    // Beside other values one is typed in place of the one that stands; a note is gone on with.
    let replaces = form.replacesStanding || isOnProposals && form.unfinished == .dropped
    if replaces, begun[purpose] == nil { entry.isFresh = !entry.field.text.isEmpty }
    places.append(Place(.text(entry)))
  }

  /// Opens the field of a page of proposals, which has the focus there, and leaves one whose page is gone.
  /// - Returns: true if one was opened.
  @discardableResult mutating func openField() -> Bool {
    if case .text(let entry) = screen, entry.isOnProposals {
      let page = places.count - 2
      if places[page].screen.proposes(context(at: page)) == entry.purpose { return false }
      leaveLevel()
    }
    guard context.types, let purpose = screen.proposes(context) else { return false }
    openText(purpose, isTyping: true, isOnProposals: true)
    return true
  }

  /// Keeps a text as begun.
  mutating func begin(_ key: FieldKey, _ text: String) {
    begun[key] = TextEntry(
      purpose: key, began: now, field: TextField(text, limit: key.form(context).limit), isTyping: true)
  }

  /// Throws away what was typed, and goes on typing.
  mutating func emptyText() -> [Effect] {
    guard case .text(var entry) = screen else { return [] }
    entry.field = TextField(limit: entry.field.limit)
    (entry.isFresh, entry.isDraft, entry.onceMore) = (false, false, nil)
    (place.screen, begun[entry.purpose]) = (.text(entry), nil)
    setTyping(!context.spells)
    return []
  }

  /// What stands before anything is typed.
  private func standing(_ purpose: FieldKey) -> String { purpose.form(context).standing }

  /// Is done with a text that was typed as a whole.
  mutating func finish(_ text: String) -> [Effect] {
    guard case .text(var entry) = screen else { return [] }
    if let several = entry.purpose.form(context).severalLines {
      // In lines there is no field to leave a wrong line in: it waits, and only what is asked about stays there that long.
      let waiting = entry.field.text.isEmpty ? [] : take(several(entry.field.text))
      guard case .asks = entry.purpose.read(text, context) else { return waiting + take(several(text)) }
      entry.field = TextField(text, limit: entry.field.limit)
      place.screen = .text(entry)
      return waiting + finishText()
    }
    entry.field = TextField(limit: entry.field.limit)
    entry.field.insert(text)
    place.screen = .text(entry)
    return finishText()
  }

  /// Is done with a text: checks it, and does what it was typed for. What is refused stays in the field.
  mutating func finishText() -> [Effect] {
    guard case .text(let entry) = screen else { return [] }
    // A chosen word brings a space behind it for the next one.
    let text = context.spells ? entry.field.text.trimmingSpaces() : entry.field.text
    if text == standing(entry.purpose), !entry.purpose.form(context).takesStanding {
      leaveText(entry)
      return say(Context.nothingTyped)
    }
    switch entry.onceMore ?? entry.purpose.read(text, context) {
    case .intent(let intent):
      leaveText(entry)
      return act(intent)
    case .takes(let intent): return take(intent)
    case .over:
      leaveText(entry)
      passOver()
      return []
    case .asks(let act):
      keep(entry)
      return self.act(act)
    case .refused(let why, let onceMore):
      keep(entry, onceMore: onceMore)
      return say(why)
    }
  }

  /// Keeps a text in its field, to be typed over if that is how it began.
  private mutating func keep(_ entry: TextEntry, onceMore: TextReading? = nil) {
    var entry = entry
    entry.isFresh = entry.purpose.form(context).replacesStanding
    entry.onceMore = onceMore
    place.screen = .text(entry)
  }

  /// Hands what was typed to the feature that the text was opened from, which keeps it or saves it, and empties the field
  /// for the next line.
  mutating func take(_ intent: Intent) -> [Effect] {
    guard case .text(var entry) = screen else { return [] }
    entry.field = TextField(limit: entry.field.limit)
    entry.onceMore = nil
    (place.screen, begun[entry.purpose]) = (.text(entry), nil)
    return act(intent)
  }

  /// Takes a text away, with what was opened above it.
  mutating func closeText(_ key: FieldKey) -> [Effect] {
    begun[key] = nil
    let index = places.firstIndex { level in
      if case .text(let entry) = level.screen { entry.purpose == key } else { false }
    }
    if let index, case .text(let entry) = places[index].screen {
      leaveLevels(from: index + 1)
      leaveText(entry)
    }
    return []
  }

  /// Is done with a text that goes nowhere else.
  mutating func leaveText(_ entry: TextEntry) {
    let leaves = entry.purpose.form(context).leaves
    begun[entry.purpose] = nil
    places.removeLast()
    if entry.isOnProposals, place.depth > 1 {
      _ = place.screen.closePage(context)
    } else if entry.isOnProposals || leaves != nil && place.route == leaves {
      leaveLevel()
    }
  }
}

extension Screen {
  /// True while a text is typed that something was left out of.
  fileprivate var isOverfull: Bool {
    if case .text(let entry) = self { entry.field.isOverfull } else { false }
  }
}
