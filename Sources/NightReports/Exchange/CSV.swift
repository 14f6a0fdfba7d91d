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

  /// What tells programs that read many encodings that this is UTF-8.
  static let mark = "\u{FEFF}"

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

  /// The text with an apostrophe before it if a spreadsheet might run it, or if it begins with one already, so that
  /// taking one away always gives the text back. Control characters other than line breaks and tabs become spaces.
  static func harmless(_ text: String) -> String {
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      safe.append(isControl && scalar != "\n" && scalar != "\t" ? " " : scalar)
    }
    guard let first = safe.first, "=+-@\t\n'＝＋－＠".unicodeScalars.contains(first) else { return String(safe) }
    return "'" + String(safe)
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
