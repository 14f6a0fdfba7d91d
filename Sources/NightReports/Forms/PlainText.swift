internal import Text

/// Blocks as plain text, in lines of at most so many columns.
struct PlainText {
  /// The most columns of a line; nil where lines are as long as what they say.
  var columns: Int?
  /// What stands under a heading, along all of it; nil for nothing. An underlined heading stays on one line.
  var underline: Character?
  /// How far paragraphs and rows are set in.
  var margin = 0
  /// How much further their lines after the first are.
  var indent = 0
  /// What stands before a point.
  var bullet = "-"
  /// What stands between the name of a row and what is said of it.
  var gap = " "

  /// The blocks as one text, without a line break at its end.
  func text(_ blocks: [TextBlock]) -> String { lines(blocks).joined(separator: "\n") }

  /// The blocks in lines.
  func lines(_ blocks: [TextBlock]) -> [String] { blocks.flatMap(lines) }

  private func lines(_ block: TextBlock) -> [String] {
    switch block {
    case .heading(let text): return heading(text.forDisplay)
    case .paragraph(let text): return wrapped(text, first: spaces(margin), indent: margin + indent)
    case .point(let lead, let more):
      let first = "\(bullet) "
      return wrapped(lead, first: first) + (more.isEmpty ? [] : wrapped(more, first: spaces(first.count)))
    case .numbered(let number, let text): return wrapped(text, first: "\(number)  ")
    case .row(let name, let text): return wrapped(name + gap + text, first: spaces(margin), indent: margin + indent)
    case .table(let table):
      let rows = ((table.head.isEmpty ? [] : [table.head]) + table.rows).map { $0.map(\.forDisplay) }
      return Column.aligned(rows).map { line in columns.map { TextWidth.beginning(of: line, columns: $0) } ?? line }
    case .blank: return [""]
    }
  }

  /// Rows with their names in a column, what is said of each broken under itself.
  func glossary(_ rows: [(name: String, text: String)]) -> [String] {
    let width = (rows.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 2
    return rows.flatMap { wrapped($0.text, first: TextWidth.padded($0.name, columns: width)) }
  }

  private func heading(_ text: String) -> [String] {
    guard let underline else { return wrapped(text) }
    return [text, String(repeating: underline, count: min(columns ?? .max, TextWidth.columns(of: text)))]
  }

  private func wrapped(_ text: String, first: String = "", indent: Int? = nil) -> [String] {
    guard let columns else { return [first + text.forDisplay] }
    // Where lines are broken, several spaces in a row are worth no more than one.
    let words = text.forDisplay.split(separator: " ").joined(separator: " ")
    return TextWidth.wrapped(words, columns: columns, first: first, indent: indent)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
