/// How many columns text takes on a terminal.
public enum TextWidth {
  /// The columns of one character: 0, 1 or 2.
  public static func columns(of character: Character) -> Int { 1 }

  /// The columns of a text.
  public static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: drawable($1)) }
  }

  /// The character as it is drawn.
  public static func drawable(_ character: Character) -> Character { character }
}
