internal import CellUI
public import NightModel

/// Held keys, and keys pressed again too soon. A press that was meant is never swallowed without a word, and a key that is
/// held leaves what one press leaves.
public struct HeldKeys: Hashable, Sendable {
  /// Tells presses from repeats.
  var filter = KeyRepeatFilter()
  /// What is said of the last press, if it was not counted; empty for nothing.
  var words = ""
  /// What stood before the last press, if that may have been the first repeat of a held key.
  var before: Before?
  /// How many repeats it still takes to show that the key is held.
  var repeatsNeeded = 1

  /// What is said of a press that was not counted.
  static let tooSoon = "Pressed again too soon: not counted."

  /// The program as it stood before a press that may have to be taken back.
  public struct Before: Hashable, Sendable {
    let places: [Place]
    let begun: [FieldKey: TextEntry]
    let kept: [Route: Screen]
    let status: App.Status
    let writerQuestion: App.WriterQuestion
    let saysSo: String?
    let tenPossible: EntryAddress?
    let showsHoursInBed: Bool
    let openingKey: Key?
    /// What takes back what the press did to the record, last thing first.
    var steps: [Step]
  }

  /// What takes back something that was done to the record.
  public enum Step: Hashable, Sendable {
    /// Takes the newest action back.
    case undo
    /// Brings back an action that an undo took, whatever was done since.
    case bringBack(EntryID)
    /// Puts back what could not be saved and was taken back before it was, with why it could not.
    case putBack([Draft], NotSaved?)
  }
}

extension App {
  /// Answers a key press as far as it counts. `press` is what the key does where it does.
  mutating func counted(
    _ key: Key, _ shown: Shown, uptime: Int64, _ press: (inout App, _ rest: Int64?) -> [Effect]
  ) -> [Effect] {
    if case .click = key { return countedClick(key, uptime: uptime, press) }
    let (moves, types) = (moves(key, shown), types(key))
    let moveGap = ScanTiming.Part.move.value(ways.value(.movesPerSecond)) ?? KeyRepeatFilter.moveGap
    switch held.filter.take(key, twin: twin(of: key), at: uptime, moveGap: moveGap) {
    case .shownHeld where held.before != nil, .repeated where held.before != nil:
      heedNoPress()
      held.repeatsNeeded -= 1
      return held.repeatsNeeded > 0 ? [] : takeBackHeld()
    // A letter held in a text goes on typing, as everywhere.
    case .shownHeld where types, .repeated where types: return press(&self, 0)
    case .shownHeld:
      heedNoPress()
      return []
    case .repeated(let isTime):
      if moves && isTime { return press(&self, 0) }
      heedNoPress()
      return []
    case .single(let rest):
      // Another key, or the same after a long rest, is always meant.
      guard !moves, !types, let rest, rest < KeyRepeatFilter.longestDelay else {
        (held.before, held.words) = (nil, "")
        return press(&self, rest)
      }
      var tried = self
      tried.held.before = standing
      let effects = press(&tried, rest)
      let needed = effects.contains(where: \.writesEvent) ? eventRest : KeyRepeatFilter.actionRest
      guard rest >= needed else {
        held.words = HeldKeys.tooSoon
        heedNoPress()
        // If a held key goes on from here, nothing of it has acted.
        if rest >= KeyRepeatFilter.actionRest { held.before = nil }
        return []
      }
      // After so long a rest it may have been meant as well, and one repeat its bounce.
      tried.held.repeatsNeeded = rest < KeyRepeatFilter.eventRest ? 1 : 2
      tried.held.words = ""
      self = tried
      return effects
    }
  }

  /// How long a key must have rested before it writes an event again, in milliseconds.
  private var eventRest: Int64 {
    ways.value(.keyRepeat).flatMap { Int64($0) } ?? KeyRepeatFilter.eventRest
  }

  /// The program as it stands, to be gone back to.
  var standing: HeldKeys.Before {
    HeldKeys.Before(
      places: places, begun: begun, kept: kept, status: status, writerQuestion: writerQuestion,
      saysSo: saysSo, tenPossible: tenPossible, showsHoursInBed: showsHoursInBed,
      openingKey: openingKey, steps: [])
  }

  /// Notes what takes back what a press has just done to the record: for a held key, and for letters typed as a text.
  mutating func noteTakenBack(by step: HeldKeys.Step) {
    held.before?.steps.insert(step, at: 0)
    train.before?.steps.insert(step, at: 0)
  }

  /// The key is held, and its first repeat has acted as a press would: takes that back.
  private mutating func takeBackHeld() -> [Effect] {
    guard let before = held.before else { return [] }
    held.before = nil
    held.words = "Held: counted once."
    return goBack(to: before)
  }

  /// Goes back to where the program stood, and takes back what was done to the record since.
  mutating func goBack(to before: HeldKeys.Before) -> [Effect] {
    (places, begun, kept) = (before.places, before.begun, before.kept)
    (writerQuestion, saysSo, tenPossible) = (before.writerQuestion, before.saysSo, before.tenPossible)
    (showsHoursInBed, openingKey) = (before.showsHoursInBed, before.openingKey)
    let effects = before.steps.flatMap { step -> [Effect] in
      switch step {
      case .undo: undo()
      case .bringBack(let action): [.bringBack(action)]
      case .putBack(let drafts, let failure): putBack(drafts, failure)
      }
    }
    statusToKeep = Array(repeating: before.status, count: effects.count)
    status = before.status
    return effects
  }

  /// True if a key only moves the focus: it may be held.
  private func moves(_ key: Key, _ shown: Shown) -> Bool {
    if isTyping { return Keys.typing.command(for: key)?.isMove ?? false }
    let command = shown.scene.keys?.command(for: key) ?? Keys.everywhere.command(for: key)
    return command?.isMove ?? false
  }

  /// The key that counts as the same one; in a text a Space and an Enter are two.
  private func twin(of key: Key) -> Key? { isTyping ? nil : key.twin }

  var isTyping: Bool { if case .text(let entry) = screen { entry.isTyping } else { false } }

  /// True if a key goes into a text, or brings one.
  private func types(_ key: Key) -> Bool {
    if case .paste = key { return true }
    // The key that opened the text may still be held: its first repeat is taken back as that of any other.
    return isTyping && [nil, .edit].contains(Keys.typing.command(for: key)) && key != openingKey
  }
}

extension Effect {
  /// True where an event or a symptom is written down anew.
  fileprivate var writesEvent: Bool {
    guard case .save(_, let origin) = self else { return false }
    switch origin {
    case .log, .symptom, .handover: return true
    case .fields, .shifted, .retraction, .accepted, .broughtBack, .moved, .check, .rest, .answers, .setting, .paper,
      .signed, .retry, .became, .anew, .end:
      return false
    }
  }
}

extension Command {
  /// True for what may be repeated by holding the key.
  var isMove: Bool {
    [.up, .down, .previous, .next, .columnBefore, .columnAfter, .pageUp, .pageDown, .first, .last].contains(self)
  }
}

extension Key {
  /// Enter and Space count as one: a doubled press must not answer the question that the first one opened.
  var twin: Key? {
    self == .enter ? .character(" ") : self == .character(" ") ? .enter : nil
  }
}
