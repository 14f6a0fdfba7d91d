/// Text cut and broken to a width.
extension TextWidth {
  /// The text in at most so many columns; "…" at its end says that it was cut.
  public static func fit(_ text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    guard end(of: text[...], columns: columns) < text.endIndex else { return text }
    return text[..<end(of: text[...], columns: columns - 1)] + "…"
  }

  /// The text as far as so many columns go.
  public static func beginning(of text: String, columns: Int) -> String {
    String(text[..<end(of: text[...], columns: columns)])
  }

  /// The text with spaces behind it up to so many columns.
  public static func padded(_ text: String, columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - self.columns(of: text)))
  }

  /// The text in lines of at most so many columns, at least one line.
  ///
  /// Breaks at spaces, which are left out there, and inside words that are longer than a line. Line ends in the text stay.
  /// Only a character of two columns is ever wider than a line of one.
  /// - Parameters:
  ///   - text: the text.
  ///   - columns: the most columns of a line.
  ///   - first: the beginning of the first line, which counts as part of it.
  ///   - indent: by how many spaces the other lines are indented; by the width of `first` unless given.
  /// - Returns: the lines, without line ends.
  public static func wrapped(_ text: String, columns: Int, first: String = "", indent: Int? = nil) -> [String] {
    let begun = self.columns(of: first)
    let margin = String(repeating: " ", count: min(indent ?? begun, max(0, columns - 1)))
    let (firstWidth, width) = (max(1, columns - begun), max(1, columns - margin.count))
    var lines: [String] = []
    func add(_ line: Substring) { lines.append((lines.isEmpty ? first : margin) + line) }
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      var rest = paragraph
      while !rest.isEmpty, case let full = end(of: rest, columns: lines.isEmpty ? firstWidth : width),
        full < rest.endIndex
      {
        let (line, next) = broken(rest, at: full)
        add(line)
        // Spaces at the end of a paragraph are not worth a line.
        rest = rest[next...]
      }
      if !rest.isEmpty || paragraph.isEmpty { add(rest) }
    }
    return lines
  }

  /// The first line of a text of which only what stands before `full` fits into one, and where the next one starts.
  private static func broken(_ text: Substring, at full: Substring.Index) -> (line: Substring, next: Substring.Index) {
    let full = full == text.startIndex ? text.index(after: full) : full
    var line = text[..<full]
    if full < text.endIndex, text[full] != " ", let space = line.lastIndex(of: " "), !line[..<space].isBlank {
      line = text[..<space]
    }
    let next = text[line.endIndex...].firstIndex { $0 != " " } ?? text.endIndex
    if !line.isBlank { while line.last == " " { line.removeLast() } }
    return (line, next)
  }

  /// Where so many columns of a text end.
  private static func end(of text: Substring, columns: Int) -> Substring.Index {
    var left = columns
    var index = text.startIndex
    while index < text.endIndex {
      left -= self.columns(of: text[index])
      if left < 0 { break }
      index = text.index(after: index)
    }
    return index
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy { $0 == " " } }
}
