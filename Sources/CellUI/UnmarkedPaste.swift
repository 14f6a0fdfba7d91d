/// Finds text that was pasted into a terminal that marks no pastes, among the keys that come of it: as keys its letters
/// would be commands, and the end of each line Enter. Nobody types so many characters without a gap.
///
/// It has no clock: keys come with the time at which their bytes were read, and it says until when it holds text back.
/// Times are milliseconds of a clock that never jumps. What a device types for somebody in one go, one line and Enter,
/// stays that: a text, and Enter.
public struct UnmarkedPaste: Sendable {
  /// So many characters without a gap are no typing. Keys that gathered while the machine stood still seldom are so many,
  /// and a held key is always the same one.
  static let fewestCharacters = 12
  static let fewestDifferent = 4
  /// The longest gap inside a paste, in milliseconds: a slow serial line takes one for each character.
  static let gap: Int64 = 5
  /// For how long the next piece of a paste may still come, in milliseconds: near by, and behind a connection that may hold
  /// pieces up.
  private static let patience: (near: Int64, remote: Int64) = (20, 200)

  /// How many characters came since the last gap, spaces not counted, and which of them.
  private var characters = 0
  private var different: Set<Character> = []
  /// What was pasted and not handed over; empty outside a paste.
  private var text = ""
  private var last: Int64?
  private let patience: Int64

  /// Outside a paste.
  /// - Parameter isRemote: true behind a connection that may hold up a piece of it.
  public init(isRemote: Bool = false) { patience = isRemote ? Self.patience.remote : Self.patience.near }

  /// When what is held back is handed over if nothing more comes; nil while nothing is.
  public var settlesAt: Int64? { text.isEmpty ? nil : last.map { $0 + patience } }

  /// Takes the keys of what was read at once.
  /// - Returns: the keys to answer, with a paste in place of its characters.
  public mutating func take(_ keys: [Key], at time: Int64) -> [Key] {
    guard !keys.isEmpty else { return [] }
    var answered = settle(at: time)
    if text.isEmpty, let last, time - last > Self.gap { forget() }
    last = time
    // What came of this read and may turn out to be the beginning of a paste.
    var run: [Key] = []
    for key in keys {
      guard let typed = key.typed else {
        answered += run + end() + [key]
        run = []
        continue
      }
      if !text.isEmpty {
        if text.utf8.count < PasteCollector.limit { text.append(typed) }
        continue
      }
      run.append(key)
      guard !typed.isWhitespace else { continue }
      characters += 1
      if different.count < Self.fewestDifferent { different.insert(typed) }
      if characters >= Self.fewestCharacters, different.count == Self.fewestDifferent {
        text = String(run.compactMap(\.typed))
        run = []
      }
    }
    return answered + run
  }

  /// Hands over what was held back, if it is time.
  public mutating func settle(at time: Int64) -> [Key] {
    guard let settlesAt, time >= settlesAt else { return [] }
    return end()
  }

  /// Hands over what was held back, because no more of it will come.
  public mutating func end() -> [Key] {
    defer { forget() }
    guard !text.isEmpty else { return [] }
    guard let newline = text.firstIndex(of: "\n"), text[newline...].allSatisfy({ $0 == "\n" }) else {
      return [.paste(text)]
    }
    let line = text[..<newline]
    return (line.isEmpty ? [] : [.paste(String(line))]) + [.enter]
  }

  private mutating func forget() { (characters, different, text) = (0, [], "") }
}

extension Key {
  /// What the key adds to a text that is pasted; nil for one that is no part of any.
  fileprivate var typed: Character? {
    switch self {
    case .character(let character): character
    case .enter: "\n"
    case .tab: "\t"
    case .escape, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function, .control, .pointer, .click, .paste:
      nil
    }
  }
}
