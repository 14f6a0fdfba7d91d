/// One key press, or what a terminal sends in its place.
public enum Key: Hashable, Sendable {
  /// A character, as typed.
  case character(Character)
  /// Enter or Return.
  case enter
  /// Esc.
  case escape
  /// Tab.
  case tab
  /// Tab with Shift.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, 1 to 12.
  case function(Int)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  /// A button of the pointer went down or came up.
  case pointer(Pointer)
  /// A click as the program understands it: where it is does not matter any more. No terminal sends it.
  case click(Pointer.Button)
  /// Text pasted as a whole.
  case paste(String)

  /// What a button of the pointer did, and where.
  public struct Pointer: Hashable, Sendable {
    /// A button of the pointer.
    public enum Button: Hashable, Sendable {
      /// The first one, which most people call the left.
      case left
      /// The wheel pressed down, where there is one.
      case middle
      /// The one that usually opens a menu.
      case right
    }

    /// Which button; nil for a release as old terminals tell it, which is of the one pressed last.
    public let button: Button?
    /// Where it was, in cells from 0.
    public let position: Position
    /// True when it went down, false when it came up.
    public let isPress: Bool

    /// A press or a release.
    public init(_ button: Button?, position: Position, isPress: Bool) {
      (self.button, self.position, self.isPress) = (button, position, isPress)
    }
  }
}

extension Key {
  private static let names: [(name: String, key: Key)] =
    [
      ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab), ("Backspace", .backspace),
      ("Delete", .delete), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
      ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .character(" ")),
    ] + (1...12).map { ("F\($0)", .function($0)) }

  /// The key by its name, as help, the README and tests spell it: `Enter`, `F1`, `Ctrl-C`, `t`; nil for anything else.
  public init?(_ name: String) {
    if let known = Self.names.first(where: { $0.name == name }) {
      self = known.key
    } else if name.hasPrefix("Ctrl-"), let letter = name.last, name.count == 6, letter.isLetter || letter == "\\" {
      self = .control(Character(letter.lowercased()))
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// The key's name, as help spells it.
  public var name: String {
    if let known = Self.names.first(where: { $0.key == self }) { return known.name }
    switch self {
    case .character(let character): return String(character)
    case .control(let letter): return "Ctrl-\(letter.uppercased())"
    case .pointer, .click: return "click"
    case .paste: return "paste"
    case .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown,
      .function:
      return "?"
    }
  }
}
