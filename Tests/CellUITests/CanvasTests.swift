import TestSupport
import Testing
import Text

@testable import CellUI

@Suite struct `Drawing on a canvas` {
  private func canvas(_ text: String, columns: Int = 6, isASCII: Bool = false) -> Canvas {
    var canvas = Canvas(size: Size(rows: 1, columns: columns), isASCII: isASCII)
    canvas.write(text, row: 0, column: 0)
    return canvas
  }

  @Test func `a wide character that does not fit at the edge is left out`() {
    #expect(canvas("abcde日").frame.text(row: 0) == "abcde")
    #expect(canvas("abcd日").frame.text(row: 0) == "abcd日")
    var canvas = canvas("")
    #expect(canvas.write("a日", row: 0, column: 0, columns: 2) == 1)
    #expect(canvas.frame.text(row: 0) == "a")
  }

  @Test func `a wide character owns two cells`() {
    let cells = canvas("日b").frame.cells
    #expect(cells[0].character == "日" && !cells[0].isContinuation)
    #expect(cells[1].isContinuation)
    #expect(cells[2].character == "b")
  }

  @Test func `what loses a half is blank as a whole`() {
    var right = canvas("日本")
    right.write("x", row: 0, column: 1)
    #expect(right.frame.text(row: 0) == " x本")
    var left = canvas("日本")
    left.write("x", row: 0, column: 0)
    #expect(left.frame.text(row: 0) == "x 本")
    var across = canvas("日本")
    across.write("語", row: 0, column: 1)
    #expect(across.frame.text(row: 0) == " 語")
    #expect(across.frame.cells.map(\.isContinuation) == [false, false, true, false, false, false])
  }

  @Test func `marks go into the cell of their letter and what is invisible into none`() {
    let cells = canvas("e\u{301}\u{202E}x").frame.cells
    #expect(cells[0].character == "e\u{301}")
    #expect(cells[1].character == "x")
  }

  @Test func `nothing is drawn outside`() {
    var canvas = canvas("")
    canvas.write("x", row: 1, column: 0)
    canvas.write("x", row: -1, column: 0)
    canvas.write("x", row: 0, column: -1)
    canvas.write("x", row: 0, column: 6)
    canvas.write("x", row: 0, column: 2, columns: -3)
    #expect(canvas.frame == Frame(size: canvas.size))
  }

  @Test func `a terminal of ASCII gets nothing else`() {
    #expect(canvas("é · …", columns: 9, isASCII: true).frame.text(row: 0) == "e - ...")
    #expect(canvas("日x", isASCII: true).frame.text(row: 0) == "??x")
  }

  @Test func `whatever is drawn wherever, cells stay whole`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let size = Size(rows: chance.number(in: 1...3), columns: chance.number(in: 1...12))
      var canvas = Canvas(size: size, isASCII: chance.oneIn(4))
      for _ in 0..<8 {
        canvas.write(
          chance.text(), row: chance.number(in: -1...3), column: chance.number(in: -1...12),
          columns: chance.oneIn(2) ? nil : chance.number(in: -1...9))
      }
      for row in 0..<size.rows {
        let cells = Array(canvas.frame.row(row))
        for (column, cell) in cells.enumerated() {
          let isWide = TextWidth.columns(of: cell.character) == 2
          let isFollowed = column + 1 < cells.count && cells[column + 1].isContinuation
          #expect(isWide == isFollowed, "seed \(seed)")
          #expect(cell.isContinuation || TextWidth.columns(of: cell.character) > 0, "seed \(seed)")
          if canvas.isASCII { #expect(cell.character.isASCII, "seed \(seed)") }
        }
      }
    }
  }
}
