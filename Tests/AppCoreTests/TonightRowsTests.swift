import TestSupport
import Testing

@testable import AppCore

/// How many rows of what stands and of what was written a size shows, as it was counted on paper.
@Suite struct `The rows of Tonight` {
  /// A night at a size: rows this house can fill with what stands, and medicines.
  private func counts(_ columns: Int, _ rows: Int, _ medicines: Int, board: Int = 3, notice: Int = 0) -> [Int] {
    let board = Surface.isTight(columns) ? 2 * board : board
    let rows = TonightRows(rows: rows, columns: columns, board: board, medicines: medicines, notice: notice)
    return [rows.board.count, rows.entries.count]
  }

  @Test(arguments: [
    (80, 24, [[3, 11], [4, 10], [6, 8], [6, 8]]), (60, 20, [[3, 7], [4, 6], [4, 6], [4, 6]]),
    (40, 12, [[2, 3], [2, 3], [2, 3], [2, 3]]),
  ])
  func `are given out as counted, for no medicine, one, three and eight`(columns: Int, rows: Int, counted: [[Int]]) {
    #expect([0, 1, 3, 8].map { counts(columns, rows, $0) } == counted)
  }

  @Test func `without equipment and with a medicine there are three rows of what stands`() {
    #expect(counts(80, 24, 1, board: 2) == [3, 11] && counts(60, 20, 1, board: 2) == [3, 7])
  }

  @Test func `a notice of three lines leaves six, four and three entries, and moves neither table nor status`() {
    #expect(counts(80, 24, 3, notice: 3) == [6, 6])
    #expect(counts(60, 20, 3, notice: 3) == [4, 4])
    #expect(counts(40, 12, 3, notice: 3) == [0, 3])
    for (columns, rows) in [(80, 24), (60, 20), (40, 12), (100, 30), (200, 60)] {
      let quiet = TonightRows(rows: rows, columns: columns, board: 3, medicines: 3)
      let told = TonightRows(rows: rows, columns: columns, board: 3, medicines: 3, notice: 3)
      #expect(quiet.table == told.table && quiet.status == told.status)
      #expect(told.notice.count == 3 && told.notice.upperBound <= told.table.lowerBound)
      #expect(!told.notice.overlaps(told.entries) && !told.notice.overlaps(told.board))
    }
  }

  @Test(arguments: [(100, 30, 20, 18), (120, 40, 30, 28), (200, 60, 50, 48)])
  func `from 100 columns the entries stand beside what stands`(columns: Int, rows: Int, entries: Int, beside: Int) {
    let wide = TonightRows(rows: rows, columns: columns, board: 3, medicines: 8)
    #expect(wide.isWide && wide.entries.count == entries && wide.board.count == entries + 1)
    let told = TonightRows(rows: rows, columns: columns, board: 3, medicines: 8, notice: 3)
    #expect(told.entries.count == beside)
  }

  @Test func `at every size each row has one owner, and the table and the status have theirs`() {
    for rows in 5...70 {
      for columns in [1, 20, 40, 51, 52, 72, 80, 99, 100, 160, 300] {
        for notice in 0...4 {
          for medicines in [0, 1, 9] {
            let plan = TonightRows(rows: rows, columns: columns, board: 3, medicines: medicines, notice: notice)
            let lines = [plan.entriesLine, plan.tableLine].compactMap { $0.map { $0..<$0 + 1 } }
            let beside = plan.isWide ? [] : [plan.board]
            let parts = (beside + [plan.entries, plan.table, plan.status, plan.notice] + lines).filter { !$0.isEmpty }
            let owned = parts.flatMap { Array($0) }
            #expect(Set(owned).count == owned.count, "\(columns)x\(rows), notice \(notice): \(parts)")
            #expect(owned.allSatisfy { (1..<rows - 1).contains($0) }, "\(columns)x\(rows), notice \(notice): \(parts)")
            #expect(!plan.table.isEmpty && !plan.status.isEmpty && plan.status.upperBound == rows - 1)
          }
        }
      }
    }
  }
}
