internal import CellUI
internal import NightModel

/// Letters that were typed on Tonight as if it were a text. Two may be two keys that were meant; at the third the program
/// stops doing what they say, gathers what comes, and asks.
struct LetterTrain: Hashable, Sendable {
  /// Letters of one text follow each other by no more than so many milliseconds.
  static let gap: Int64 = 400
  /// The letter from which on it is asked.
  static let asked = 3

  /// What was typed so far, the first letter first.
  var typed: [TypedKey] = []
  /// How many of those count: letters that answer no question and are not the one before again.
  var count = 0
  /// The program as it stood before the first letter, with what takes back what they did.
  var before: HeldKeys.Before?
  /// The program as it stood before the last letter that was pressed on Tonight.
  var beforeLast: HeldKeys.Before?
  /// The letter that opened a field, or the list of medicines; the letters that follow it at typing speed are its text's.
  var opener: Opener?

  /// A letter that opened something to be typed into.
  struct Opener: Hashable, Sendable {
    /// Which of the letters it is, from 0.
    let index: Int
    /// The program as it stood before it.
    let before: HeldKeys.Before
  }
}

/// A key, and the moment it was pressed at.
public struct TypedKey: Hashable, Sendable {
  let key: Key
  let at: Instant

  /// What it adds to a text.
  var text: String {
    if case .character(let character) = key { return String(character) }
    // The end of a line that a terminal pasted key by key.
    if key == .enter { return " " }
    if case .paste(let text) = key { return text }
    return ""
  }

  /// The keys it stands for: of a paste, one for each character. Enter only parts words here, and does nothing.
  var keys: [TypedKey] {
    if key == .enter { return [] }
    guard case .paste(let text) = key else { return [self] }
    return text.map { TypedKey(key: .character($0), at: at) }
  }
}

/// What was typed on Tonight and is asked about.
public struct TypedLetters: Hashable, Sendable {
  /// All of it.
  var typed: [TypedKey]
  /// How many of those have acted already.
  let acted: Int
  /// The program as it stood before, with what takes back what they did.
  let before: HeldKeys.Before

  /// What was typed, as a text; what ended its last line is none of it.
  var text: String {
    let end = (typed.lastIndex { $0.key != .enter } ?? -1) + 1
    return typed[..<end].map(\.text).joined()
  }

  /// The most keys that may have been meant as such.
  private static let mostKeys = 20

  /// False for what is longer than anybody logs by keys, such as a pasted page.
  var mayBeKeys: Bool { typed.reduce(0) { $0 + $1.keys.count } <= Self.mostKeys }
}

extension Context {
  /// A note of typed letters, behind the one that was begun, if any.
  func note(with letters: TypedLetters) -> String {
    (drafts[.tonight(.note)].map { $0.field.text + " " } ?? "") + letters.text
  }
}

extension App {
  /// Notices typing on Tonight. Returns what is to be done with the key instead of what it does there; nil where it does
  /// what it does.
  mutating func typedOnTonight(_ key: Key, _ shown: Shown, uptime: Int64, since last: Int64?) -> [Effect]? {
    let isQuick = last.map { uptime - $0 <= LetterTrain.gap } ?? false
    if let asked = screen.feature(TonightFeature.self)?.typed { return gather(key, asked, shown, isQuick) }
    let isTonight = shown.scene.tonight != nil
    guard isTonight || train.opener != nil && isQuick, !record.plan.isClosed, !lettersAreOff else {
      train = LetterTrain()
      return nil
    }
    let typed = TypedKey(key: key, at: now)
    // The key that opened a field does not type while it is held; pressed again it is a letter of the text.
    if !isTonight, key == openingKey {
      if let last, uptime - last >= KeyRepeatFilter.repeatGap { train.typed.append(typed) }
      return nil
    }
    if isTonight, case .paste = key {
      // What was pressed before a rest was meant.
      if !isQuick { train = LetterTrain() }
      let before = train.before ?? standing
      return ask(TypedLetters(typed: train.typed + [typed], acted: train.typed.count, before: before))
    }
    // A comma begins a line when nothing was typed before it.
    let goesOn = isQuick && train.count > 0
    guard case .character(let letter) = key, letter.isLetter || goesOn && (letter == " " || letter == ",") else {
      train = LetterTrain()
      return nil
    }
    if !isQuick || train.count == 0 { train = LetterTrain(before: standing) }
    let isAnswer = shown.scene.list.items.contains { $0.letter == letter }
    let isAgain = train.typed.last?.key.smallLetter == key.smallLetter
    if letter.isLetter, !isAnswer, !isAgain { train.count += 1 }
    train.typed.append(typed)
    if isTonight { train.beforeLast = standing }
    guard train.count >= LetterTrain.asked, let before = train.before else { return nil }
    let letters = TypedLetters(
      typed: train.typed, acted: train.opener?.index ?? train.typed.count - 1, before: before)
    if let opener = train.opener?.before {
      (places, begun, kept, openingKey) = (opener.places, opener.begun, opener.kept, nil)
    }
    let effects = ask(letters)
    return Keys.everywhere.command(for: key) == .card ? effects + open(.card) : effects
  }

  /// What the last key of a train opened belongs to it.
  mutating func noteOpener() {
    if train.opener == nil, let before = train.beforeLast, opensTyping {
      train.opener = LetterTrain.Opener(index: train.typed.count - 1, before: before)
    }
  }

  /// True where a key of Tonight has led to a field, or to the medicines, one of which is typed.
  private var opensTyping: Bool {
    if case .text = screen { return true }
    return screen.feature(TonightFeature.self)?.pages.last == .medicines
  }

  private mutating func ask(_ letters: TypedLetters) -> [Effect] {
    train = LetterTrain()
    status = .sentence("")
    return act(.feature(.tonight(.open(.typed(letters)))))
  }

  /// A key while it is asked: what belongs to the text goes on being gathered.
  private mutating func gather(_ key: Key, _ asked: TypedLetters, _ shown: Shown, _ isQuick: Bool) -> [Effect]? {
    var letters = asked
    let typed = TypedKey(key: key, at: now)
    if key == .enter {
      guard isQuick else { return nil }
      if letters.typed.last?.key != .enter { letters.typed.append(typed) }
    } else if key == .backspace {
      guard letters.typed.count > letters.acted else { return [] }
      letters.typed.removeLast()
    } else if !typed.text.isEmpty {
      // After a rest a digit is an answer, or none: it belongs to no text.
      if !isQuick, let digit = key.digit {
        return shown.scene.list.items.contains { $0.digit == digit } ? nil : []
      }
      letters.typed.append(typed)
    } else {
      return nil
    }
    return act(.feature(.tonight(.gather(letters))))
  }

  /// Does what keys do that were held back, one after the other, at the moments they were pressed.
  mutating func press(_ keys: [TypedKey]) -> [Effect] {
    guard let first = keys.first else { return [] }
    let (now, machineClock) = (record.now, realTime)
    record.setClock(now: first.at, machineClock: machineClock)
    let shown = Shown(scene(), itemsPerPage: surface.rows)
    let effects = press(first.key, shown, uptime: lastPress ?? 0, rest: nil)
    record.setClock(now: now, machineClock: machineClock)
    return effects + (keys.count > 1 ? [.goOn(.act(.press(Array(keys.dropFirst()))))] : [])
  }
}
