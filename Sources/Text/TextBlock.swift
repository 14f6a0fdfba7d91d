/// A block of a document that is read from top to bottom, before it is laid out on paper, in a browser or on a screen.
public enum TextBlock: Hashable, Sendable {
  /// A heading above the blocks that follow.
  case heading(String)
  /// A sentence, or a few that belong together.
  case paragraph(String)
  /// A point of a list, with more below it in small print, empty for most.
  case point(String, more: String = "")
  /// A numbered line, such as a source.
  case numbered(Int, String)
  /// A name and a value.
  case row(String, String)
  /// Rows and columns.
  case table(Table)
  /// An empty line between blocks.
  case blank

  /// A table whose first column names its rows.
  public struct Table: Hashable, Sendable {
    /// What it shows, for whoever hears it read.
    public var caption: String
    /// What stands above the columns; empty where nothing does.
    public var head: [String]
    /// The cells, row by row; `-` where nothing is known.
    public var rows: [[String]]

    /// A table; without a head where its columns need no names.
    public init(caption: String = "", head: [String] = [], rows: [[String]]) {
      (self.caption, self.head, self.rows) = (caption, head, rows)
    }

    /// Each row as a sentence that names its columns, `Cramp: nights 3 of 84, times 4`; what is not known is left out.
    public var sentences: [String] {
      rows.map { row in
        let cells = zip(head, row).dropFirst().filter { $1 != "-" }.map { "\($0) \($1)" }
        return "\(row.first ?? ""): \(cells.joined(separator: ", "))"
      }
    }
  }

  /// What it says, on one line and safe for any terminal.
  public var line: String {
    switch self {
    case .heading(let text), .paragraph(let text): text.forDisplay
    case .point(let lead, let more): (more.isEmpty ? lead : "\(lead). \(more)").forDisplay
    case .numbered(let number, let text): "\(number) \(text.forDisplay)"
    case .row(let name, let text): "\(name) \(text)".forDisplay
    case .table(let table): table.sentences.joined(separator: "; ").forDisplay
    case .blank: ""
    }
  }
}
