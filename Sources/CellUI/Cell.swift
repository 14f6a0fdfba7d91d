/// What a piece of the screen is for; a theme says how it looks.
public enum Role: UInt8, CaseIterable, Sendable {
  /// What is usually read.
  case text
  /// Values and headings.
  case strong
  /// What may be passed over: hints, ages, numbers to press.
  case secondary
  /// Lines that part one thing from another.
  case rule
  /// Where the focus is.
  case focus
  /// What must not be overlooked.
  case notice
}

/// One cell of a screen: a character and what it is for.
public struct Cell: Hashable, Sendable {
  /// What stands in it: one character of at most two columns; a space where it is blank.
  public var character: Character
  /// What it is for.
  public var role: Role
  /// True for the second cell of a character two columns wide, which is drawn with the first.
  public var isContinuation: Bool

  /// A cell by what stands in it.
  public init(_ character: Character = " ", role: Role = .text, isContinuation: Bool = false) {
    self.character = character
    self.role = role
    self.isContinuation = isContinuation
  }

  /// An empty cell.
  public static let blank = Cell()
}
