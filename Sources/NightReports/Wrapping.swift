/// Text broken into lines for plain pages.
enum Wrapping {
  /// The text in lines of at most so many characters, broken at spaces, and within words longer than a line.
  /// - Parameters:
  ///   - first: what the first line begins with.
  ///   - indent: how far the others are set in; under the beginning of the first one's words unless given.
  static func lines(_ text: String, columns: Int, first: String = "", indent: Int? = nil) -> [String] {
    let margin = String(repeating: " ", count: min(indent ?? first.count, max(0, columns - 1)))
    var lines: [String] = []
    var (line, isEmpty) = (first, true)
    for word in text.split(separator: " ") {
      var word = word
      if !isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        (line, isEmpty) = (margin, true)
      }
      if !isEmpty { line += " " }
      while line.count + word.count > columns, line.count < columns {
        let room = columns - line.count
        lines.append(line + word.prefix(room))
        word = word.dropFirst(room)
        line = margin
      }
      line += word
      isEmpty = false
    }
    return lines + [line]
  }

  /// Rows of two cells, the second broken under itself.
  static func table(_ rows: [(String, String)], columns: Int) -> [String] {
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    return rows.flatMap { name, text in
      lines(text, columns: columns, first: name + String(repeating: " ", count: width - name.count))
    }
  }
}
