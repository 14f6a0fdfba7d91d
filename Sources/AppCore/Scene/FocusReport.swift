public import CellUI

/// Where the focus is, as the program knows it: what tests compare with the terminal's cursor.
public struct FocusReport: Hashable, Sendable {
  /// The screen.
  public let screen: String
  /// The item that has the focus; `typing` while a text is typed.
  public let focus: String
  /// What it is called.
  public let label: String
  /// Where its first cell is.
  public let position: Position
}
