public import CellUI

/// The keys that the switches of this machine send. They belong to the machine, not to the record: at another bed another
/// box sends other keys.
public struct SwitchKeys: Hashable, Sendable {
  /// The only switch, or the first; nil while nobody said which.
  public private(set) var a: Key?
  /// The second.
  public private(set) var b: Key?

  /// No switch is bound.
  public init() {}

  /// Bound switches as `words` has them; what is none of those is left out.
  public init(_ words: [String]) {
    for word in words {
      let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let key = Key(parts[1]), Self.mayBe(key) else { continue }
      if parts[0] == "a" { a = key } else if parts[0] == "b" { b = key }
    }
  }

  /// Each switch with the name of its key, such as `a F5`.
  public var words: [String] { [a.map { "a \($0.name)" }, b.map { "b \($0.name)" }].compactMap(\.self) }

  /// False for what can be no switch: it leads out of the program, or is no key.
  static func mayBe(_ key: Key) -> Bool {
    switch key {
    case .control(let letter): !["c", "z"].contains(letter)
    case .pointer, .click, .paste: false
    case .character, .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function:
      true
    }
  }

  /// The keys that a switch may send: the one that was said, else the usual ones.
  func sent(by which: SwitchPage.Switch, in way: Scanning.Way) -> [Key] {
    self[which].map { [$0] } ?? Self.usual(which, in: way)
  }

  /// The keys of a switch of which nobody said what it sends: what chooses is Space or Enter, what else there is Tab.
  static func usual(_ which: SwitchPage.Switch, in way: Scanning.Way) -> [Key] {
    let choosing: SwitchPage.Switch = way == .step ? .second : .first
    if which == choosing { return [.character(" "), .enter] }
    return way.hasSecond ? [.tab] : []
  }

  /// The key of a switch; nil while nobody said which.
  subscript(which: SwitchPage.Switch) -> Key? {
    get { which == .first ? a : b }
    set {
      let key = newValue?.smallLetter
      // One key is one switch: bound anew it is the other one no more.
      if which == .first { (a, b) = (key, b == key ? nil : b) } else { (a, b) = (a == key ? nil : a, key) }
    }
  }
}

/// The pages about switches.
public enum SwitchPage: Hashable, Sendable {
  /// Which key a switch sends.
  case bind(Switch)
  /// How fast somebody answers, and what follows for scanning.
  case calibrate
  /// Whether a switch works.
  case test

  /// One of the switches that somebody may have.
  public enum Switch: Hashable, Sendable {
    /// The only one, or the first.
    case first
    /// The second.
    case second
  }
}
