/// How wide a screen is for what: the numbers of columns by which more than one layout is decided, or a line ends. What a
/// single list or table asks for stands with it.
enum Widths {
  // MARK: How wide a line gets

  /// A page of text: longer lines are hard to follow for tired eyes, and give a dark room more light.
  static let reading = 66
  /// A sentence anywhere else, and a text that is typed: as wide as on the usual screen of 80 columns.
  static let sentence = 78
  /// The words of an entry on Tonight.
  static let entry = 60
  /// The label of a line where something stands beside it.
  static let label = 34
  /// Up to this column lists, and Tonight, are drawn: tired eyes find no line that is further away.
  static let edge = 122
  /// A scene that is read from across the room.
  static let large = 40
  /// What stands beside a list.
  static let beside = 66

  // MARK: What a screen has room for

  /// Below this there is room for one thing a row, and for the digits of Tonight's table alone.
  static let tight = 52
  /// Below this there is no room for a line beside another.
  static let narrow = 60
  /// From this on columns stand side by side.
  static let columns = 72
  /// From this on the entries of Tonight stand beside the board, and a night beside the list of nights.
  static let wide = 100

  /// How wide a sentence is on a screen: its columns without the margins, as far as a sentence goes.
  static func sentence(on columns: Int) -> Int { max(1, min(columns - 2, sentence)) }
}
