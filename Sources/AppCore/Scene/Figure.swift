internal import CellUI

/// A drawing, and the same in sentences: a line of time, a chart. Line mode says only the sentences; so does a screen with
/// no room for the drawing.
public struct Figure {
  /// What it shows, in sentences.
  public let sentences: [String]
  /// How many rows the drawing takes: it is left out where there are fewer, and never grows beyond the most.
  let rows: ClosedRange<Int>
  private let make: (Paper) -> [Strip]

  /// What a figure is drawn on.
  struct Paper {
    /// How many columns there are.
    let columns: Int
    /// How many rows, within those of the figure.
    let rows: Int
    /// True where only ASCII shows.
    let isASCII: Bool

    /// One of two characters, by what shows here.
    func either(_ drawn: Character, ascii: Character) -> Character { isASCII ? ascii : drawn }
  }

  init(_ sentences: [String], rows: ClosedRange<Int>, draw: @escaping (Paper) -> [Strip]) {
    (self.sentences, self.rows, make) = (sentences, rows, draw)
  }

  /// The drawing, row by row.
  func strips(on paper: Paper) -> [Strip] { make(paper) }

  /// Draws it on some rows, from a column on, so many columns wide.
  func draw(on rows: Range<Int>, from column: Int, columns: Int, _ canvas: inout Canvas) {
    guard !rows.isEmpty else { return }
    let paper = Paper(columns: columns, rows: rows.count, isASCII: canvas.drawsInASCII)
    for (row, strip) in zip(rows, strips(on: paper)) {
      for (offset, cell) in strip.cells.enumerated() {
        guard let cell else { continue }
        canvas.write(String(cell.character), row: row, column: column + offset, role: cell.role)
      }
    }
  }
}

/// One row of a drawing, cell by cell; what nobody drew stays dark.
struct Strip {
  private(set) var cells: [Cell?]

  /// An empty row.
  init(columns: Int) {
    cells = Array(repeating: nil, count: max(0, columns))
  }

  /// True if the cell is there and nothing stands in it.
  func isFree(_ column: Int) -> Bool { cells.indices.contains(column) && cells[column] == nil }

  /// Puts a character in a cell, as far as there is one.
  mutating func put(_ character: Character, at column: Int, role: Role = .text) {
    if cells.indices.contains(column) { cells[column] = Cell(character, role: role) }
  }

  /// Writes plain text from a cell on.
  mutating func write(_ text: String, at column: Int, role: Role = .secondary) {
    for (offset, character) in text.enumerated() { put(character, at: column + offset, role: role) }
  }

  /// Draws one character over some cells, the last one included.
  mutating func fill(_ range: ClosedRange<Int>, _ character: Character, role: Role = .text) {
    for column in range { put(character, at: column, role: role) }
  }
}
