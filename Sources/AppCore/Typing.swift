internal import CellUI
internal import NightModel

/// Typing text: notes, names, numbers, a date. What was begun and left is kept until one comes back to it.
extension App {
  /// Answers a key while a text is typed.
  mutating func type(_ key: Key, _ entry: TextEntry, _ mayAct: Bool) -> [Effect] {
    var entry = entry
    if let command = Keys.typing.command(for: key) {
      switch command {
      case .down:
        setTyping(false)
        place.focus = "save"
        return []
      case .back: return goBack()
      default: return mayAct ? perform(command) : []
      }
    }
    if key == .up {
      setTyping(false)
      place.focus = SceneItem.back.id
      return []
    }
    guard entry.field.press(key) else { return [] }
    let isNews = entry.field.isOverfull && !place.screen.isOverfull
    place.screen = .text(entry)
    return isNews ? say("Only \(entry.field.limit) characters fit; what came after them was left out.") : []
  }

  /// Goes into the field, or out of it.
  mutating func setTyping(_ isTyping: Bool) {
    guard case .text(var entry) = screen else { return }
    entry.isTyping = isTyping
    place = Place(.text(entry), focus: nil)
  }

  /// Keeps a text that is left without being saved.
  mutating func keepDraft(_ entry: TextEntry) {
    begun[entry.purpose] = entry.field.text == standing(entry.purpose) ? nil : entry.field
  }

  /// Writes a note on the entry written last; on the night, if there is none.
  mutating func beginNote() -> [Effect] {
    if let lastEntry, let item = record.item(lastEntry), !item.isRetracted, item.subject.fields.contains(.note) {
      return beginTyping(.field(lastEntry, .note))
    }
    return beginTyping(.note)
  }

  /// Begins to type a text.
  /// - Parameter isTyping: false where one came by a digit: there digits must go on picking.
  mutating func beginTyping(_ purpose: TextEntry.Purpose, isTyping: Bool = true) -> [Effect] {
    closeQuestion()
    tenPossible = nil
    let field = begun[purpose] ?? TextField(standing(purpose), limit: purpose.limit)
    if case .choice = screen { places.removeLast() }
    places.append(Place(.text(TextEntry(purpose: purpose, field: field, isTyping: isTyping))))
    return []
  }

  /// What stands before anything is typed.
  private func standing(_ purpose: TextEntry.Purpose) -> String {
    guard case .field(let target, let field) = purpose, let item = record.item(target) else { return "" }
    switch item.details[field] {
    case .text(let text): return text
    case .number(let number): return "\(number)"
    default: return ""
    }
  }

  /// Is done with a text: checks it, and does what it was typed for.
  mutating func finishText() -> [Effect] {
    guard case .text(let entry) = screen else { return [] }
    let text = entry.field.text
    do throws(Refusal) {
      switch entry.purpose {
      case .field(let target, let field):
        let value = try FieldText.value(text, of: field) { text throws(Refusal) in
          throw .usage("\"\(text.forDisplay)\" cannot be typed here")
        }
        leaveText(entry)
        return amend(target, [field: value])
      case .note:
        guard !text.isEmpty else { return say("Nothing was typed, so nothing was saved.") }
        let note = try TextRule.check(text, limit: Field.noteLimit, what: "note")
        leaveText(entry)
        return [write(Log(.note, [.note: .text(note)]))]
      case .medicine:
        guard !text.isEmpty else { return say("Nothing was typed, so nothing was saved.") }
        let name = try TextRule.check(text, limit: 100, what: "name")
        leaveText(entry)
        return [write(Log(.event(.medicine), [.what: .text(name)]))]
      case .date: return goToNight(text, entry)
      }
    } catch {
      return say("\(error.sentence).")
    }
  }

  private mutating func goToNight(_ text: String, _ entry: TextEntry) -> [Effect] {
    guard let date = CivilDate(text) else {
      return say("\"\(text.forDisplay)\" is no date; type it as \(tonight).")
    }
    guard date <= tonight, let oldest = record.oldest, date >= oldest else {
      return say("\(date) lies outside the record, which runs from \(record.oldest ?? tonight) to \(tonight).")
    }
    leaveText(entry)
    place.focus = "\(date)"
    return missing()
  }

  private mutating func leaveText(_ entry: TextEntry) {
    begun[entry.purpose] = nil
    places.removeLast()
  }
}

extension Screen {
  /// True while a text is typed that something was left out of.
  fileprivate var isOverfull: Bool {
    if case .text(let entry) = self { entry.field.isOverfull } else { false }
  }
}

extension TextEntry.Purpose {
  /// The most characters that fit.
  fileprivate var limit: Int {
    switch self {
    case .field(_, let field):
      switch field.rule {
      case .text(let limit): limit
      default: 4
      }
    case .note: Field.noteLimit
    case .medicine: 100
    case .date: 10
    }
  }
}
