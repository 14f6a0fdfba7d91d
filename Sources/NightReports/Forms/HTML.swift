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
    case .heading(let text): return [element("h2", text)]
    case .paragraph(let text): return [element("p", text)]
    case .point(let lead, let more):
      return ["<li dir=\"auto\">\(escaped(lead))\(more.isEmpty ? "" : "<br>" + element("small", more))</li>"]
    case .numbered(let number, let text): return [element("p", "\(number). \(text)")]
    case .row(let name, let text):
      return ["<p dir=\"auto\"><strong>\(escaped(name))</strong> \(element("bdi", text))</p>"]
    case .table(let table): return lines(table)
    case .blank: return []
    }
  }

  /// A table with its caption.
  static func lines(_ table: TextBlock.Table, isWide: Bool = false) -> [String] {
    let head = table.head.enumerated().map { index, cell in
      index == 0 && cell.isEmpty ? "<td></td>" : element("th", cell, attributes: " scope=\"col\"")
    }
    let rows = table.rows.map { row in
      "<tr>"
        + row.enumerated().map { index, cell in
          index == 0 ? element("th", cell, attributes: " scope=\"row\"") : element("td", cell)
        }
        .joined() + "</tr>"
    }
    return ["<table\(isWide ? " class=\"wide\"" : "")>", element("caption", table.caption)]
      + ["<thead><tr>\(head.joined())</tr></thead>", "<tbody>"] + rows + ["</tbody>", "</table>"]
  }

  /// An element with a text, which runs the way its first letter does: a name or a note written from right to left reads
  /// right beside the others. `attributes` begin with a space.
  static func element(_ name: String, _ text: String, attributes: String = "") -> String {
    "<\(name)\(attributes) dir=\"auto\">\(escaped(text))</\(name)>"
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
