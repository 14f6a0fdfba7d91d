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
      return [
        "<li dir=\"auto\">\(isolated(lead, isToEnd: true))\(more.isEmpty ? "" : "<br>" + element("small", more))</li>"
      ]
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
    "<\(name)\(attributes) dir=\"auto\">\(isolated(text))</\(name)>"
  }

  /// The text escaped, with what is written from right to left set apart where it stands in a sentence from left to
  /// right, so that it takes no number and no full stop of the sentence along. `isToEnd` says that what somebody wrote
  /// goes on to the end of the text, its own full stop included.
  static func isolated(_ text: String, isToEnd: Bool = false) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: \.isFromRight),
      scalars[..<first].contains(where: \.properties.isAlphabetic)
    else { return escaped(text) }
    let isTurned = { (scalar: Unicode.Scalar) in scalar.properties.isAlphabetic && !scalar.isFromRight }
    var (html, rest) = (escaped(String(text[..<first])), text[first...])
    while let start = rest.unicodeScalars.firstIndex(where: \.isFromRight) {
      let turn = rest.unicodeScalars[start...].firstIndex(where: isTurned)
      let run = rest[start..<(turn ?? rest.endIndex)]
      let last = run.unicodeScalars.lastIndex(where: \.isFromRight) ?? start
      let end = turn == nil && isToEnd ? rest.endIndex : run.unicodeScalars.index(after: last)
      html += escaped(String(rest[..<start])) + "<bdi>\(escaped(String(rest[start..<end])))</bdi>"
      rest = rest[end...]
    }
    html += escaped(String(rest))
    return html
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

extension Unicode.Scalar {
  /// True for a letter or mark that is written from right to left: Hebrew, Arabic and their neighbours.
  fileprivate var isFromRight: Bool {
    switch value {
    case 0x590...0x65F, 0x66E...0x6EF, 0x6FA...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
