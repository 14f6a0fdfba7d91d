/// Which key does what, as one table: it decides what a key does, and the hint row, the help and the README are made
/// from it, so that they cannot disagree.
public struct Keymap<Command: Hashable & Sendable>: Sendable {
  /// One line of the table.
  public struct Binding: Sendable {
    /// The keys that do it, the one to name first in front.
    public let keys: [Key]
    /// What they do.
    public let command: Command
    /// Two words at most for the hint row; nil where only the help names it.
    public let hint: String?
    /// What they do, in words.
    public let help: String

    /// A line by the names of its keys, parted by spaces. Names that spell no key are left out; a test looks for them.
    public init(_ keys: String, _ command: Command, hint: String? = nil, _ help: String) {
      self.keys = keys.split(separator: " ").compactMap { Key(String($0)) }
      self.command = command
      self.hint = hint
      self.help = help
    }

    /// The names of its keys, as help spells them.
    public var keyNames: String { keys.map(\.name).joined(separator: " ") }
  }

  /// What the keys are for.
  public let title: String
  /// The table, in the order help shows it.
  public let bindings: [Binding]
  private let commands: [Key: Command]

  /// A table by its lines. Of two lines with one key the first counts; a test looks for them.
  public init(_ title: String, _ bindings: [Binding]) {
    self.title = title
    self.bindings = bindings
    let pairs = bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } }
    commands = Dictionary(pairs) { first, _ in first }
  }

  /// What a key does; nil if the table does not have it. Capital letters mean what small ones do.
  public func command(for key: Key) -> Command? { commands[key.smallLetter] }
}

extension Key {
  /// The same key with a capital letter made small: nobody has to hold Shift, and Caps Lock changes nothing.
  public var smallLetter: Key {
    guard case .character(let character) = self, let small = character.lowercased().first else { return self }
    return .character(small)
  }
}
