/// What a scene is shown on.
public struct Surface: Hashable, Sendable {
  /// How many columns it has.
  public var columns: Int
  /// How many rows it has; where it is spoken, how many lines of a list are told at once.
  public var rows: Int
  /// True where it is told in lines, one after the other: columns say nothing to who hears them.
  public var isSpoken: Bool
  /// True where a screen reader or a braille line follows the cursor of a full screen: one column, nothing that changes
  /// because time passes, and the focus an attribute alone, so that a move changes no character.
  public var isRead: Bool

  /// A full screen of 80 by 24, unless told otherwise.
  public init(columns: Int = 80, rows: Int = 24, isSpoken: Bool = false, isRead: Bool = false) {
    (self.columns, self.rows, self.isSpoken, self.isRead) = (columns, rows, isSpoken, isRead)
  }

  /// The places of a list that any page with the focus can show. They stay the same while the focus moves a little, so
  /// that not every key reads something.
  func window(around focus: Int) -> Range<Int> {
    let block = focus / max(1, rows)
    return (block - 1) * rows..<(block + 2) * rows
  }

  /// True where Tonight has room for one thing a row, and for the digits of its table alone.
  var isTight: Bool { !isSpoken && Self.isTight(columns) }

  /// True for so few columns.
  static func isTight(_ columns: Int) -> Bool { columns < Widths.tight }

  /// True where the grades in their columns have no room for words.
  var hasShortGrades: Bool { !isSpoken && columns < Widths.columns }

  /// True where there is no room for a line beside another.
  var isNarrow: Bool { columns < Widths.narrow }
}
