internal import NightModel
internal import Text

/// The spelling of CSV: RFC 4180, UTF-8, CRLF.
enum CSV {
  /// A cell.
  enum Cell {
    /// What the program makes, such as a number or a date: spelled as it is, so that it stays a number.
    case plain(String)
    /// What a person or another program typed: marked where a spreadsheet would take it for a formula.
    case text(String)
    /// Not recorded.
    case blank
  }

  /// The byte order mark, by which programs that read many encodings tell UTF-8.
  static let byteOrderMark = "\u{FEFF}"

  /// One row with its line break.
  static func row(_ cells: [Cell]) -> String {
    cells.map(spelled).joined(separator: ",") + "\r\n"
  }

  private static func spelled(_ cell: Cell) -> String {
    switch cell {
    case .plain(let text): quoted(text)
    case .text(let text): quoted(harmless(text))
    case .blank: ""
    }
  }

  /// The text with an apostrophe in front if a spreadsheet might take it for a formula, also behind spaces and invisible
  /// characters, or if it begins with an apostrophe, so that removing one always gives the text back. Invisible characters
  /// are shown by their number; line breaks and tabs stay.
  static func harmless(_ text: String) -> String {
    let shown = text.forDisplay(keeping: "\n\t")
    let begins = text.unicodeScalars.first { !$0.properties.isWhitespace && !$0.isControl && !$0.isInvisible }
    let isFormula = begins.map("=+-@＝＋－＠".unicodeScalars.contains) ?? false
    let isMarked = text.unicodeScalars.first.map("\t\n'".unicodeScalars.contains) ?? false
    return isFormula || isMarked ? "'" + shown : shown
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
