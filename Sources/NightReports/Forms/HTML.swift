internal import Text

/// Blocks as HTML, with everything in them escaped.
enum HTML {
  /// The blocks as lines of a body; points that follow each other make a list.
  static func lines(_ blocks: [TextBlock]) -> [String] {
    var lines: [String] = []
    var isInList = false
    for block in blocks {
      let isPoint = if case .point = block { true } else { false }
      if isPoint != isInList { lines.append(isPoint ? "<ul>" : "</ul>") }
      isInList = isPoint
      lines += self.lines(block)
    }
    return lines + (isInList ? ["</ul>"] : [])
  }

  private static func lines(_ block: TextBlock) -> [String] {
    switch block {
    case .heading(let text): return ["<h2>\(escaped(text))</h2>"]
    case .paragraph(let text): return ["<p>\(escaped(text))</p>"]
    case .point(let lead, let more):
      return ["<li>\(escaped(lead))\(more.isEmpty ? "" : "<br><small>\(escaped(more))</small>")</li>"]
    case .numbered(let number, let text): return ["<p>\(number). \(escaped(text))</p>"]
    case .row(let name, let text): return ["<p><strong>\(escaped(name))</strong> \(escaped(text))</p>"]
    case .table(let table): return lines(table)
    case .blank: return []
    }
  }

  /// A table with its caption.
  static func lines(_ table: TextBlock.Table, isWide: Bool = false) -> [String] {
    let head = table.head.enumerated().map { index, cell in
      index == 0 && cell.isEmpty ? "<td></td>" : "<th scope=\"col\">\(escaped(cell))</th>"
    }
    let rows = table.rows.map { row in
      "<tr>"
        + row.enumerated().map { index, cell in
          index == 0 ? "<th scope=\"row\">\(escaped(cell))</th>" : "<td>\(escaped(cell))</td>"
        }
        .joined() + "</tr>"
    }
    return ["<table\(isWide ? " class=\"wide\"" : "")>", "<caption>\(escaped(table.caption))</caption>"]
      + ["<thead><tr>\(head.joined())</tr></thead>", "<tbody>"] + rows + ["</tbody>", "</table>"]
  }

  /// The text with the characters escaped that mean something in HTML.
  static func escaped(_ text: String) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.forDisplay.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
