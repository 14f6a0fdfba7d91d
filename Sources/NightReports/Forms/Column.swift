internal import Text

/// Plain columns of text.
enum Column {
  /// Rows with their cells under each other; the last cell of a row is not padded.
  static func aligned(_ rows: [[String]], gap: String = "  ") -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TextWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : TextWidth.padded(cell, columns: widths[index])
      }
      .joined(separator: gap)
      .trimmingEnd()
    }
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
