/// Digits five rows tall, for a clock that is read from across a dark room. Drawn as seven strokes, of which the level ones
/// are half a cell thin: as few lit cells as can be read.
public enum LargeDigits {
  /// How many rows they take.
  public static let rows = 5

  /// Text in large digits, row by row; what is no digit and no colon is left out.
  public static func lines(_ text: String) -> [String] {
    let shapes = text.compactMap { shape($0) }
    return (0..<rows).map { row in shapes.map { $0[row] }.joined(separator: "  ") }
  }

  /// The columns they take.
  public static func columns(of text: String) -> Int { lines(text)[0].count }

  /// Which strokes a digit has: top, upper left, upper right, middle, lower left, lower right, bottom.
  private static let strokes: [[Bool]] = [
    "1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011",
  ].map { $0.map { $0 == "1" } }

  private static func shape(_ character: Character) -> [String]? {
    if character == ":" { return [" ", "▄", " ", "▀", " "] }
    guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
    let stroke = strokes[digit]
    func row(_ left: Bool, _ level: Character, _ right: Bool) -> String {
      (left ? "█" : String(level)) + String(repeating: level, count: 2) + (right ? "█" : String(level))
    }
    return [
      row(stroke[1], stroke[0] ? "▀" : " ", stroke[2]),
      row(stroke[1], " ", stroke[2]),
      row(stroke[4], stroke[3] ? "▀" : " ", stroke[5]),
      row(stroke[4], " ", stroke[5]),
      row(stroke[4], stroke[6] ? "▄" : " ", stroke[5]),
    ]
  }
}
