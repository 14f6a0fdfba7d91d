internal import CellUI
internal import NightModel
internal import Text

/// Tonight on a screen of five rows or more: the board, what was written, the table of keys, and what was done last.
/// Times and digits are dim and what is asked for at the bedside is bright, because every lit cell is light in a dark room.
struct TonightLayout {
  private let scene: Scene
  private let tonight: TonightScene
  private let size: Size
  private let rows: TonightRows
  /// What could not be saved; where what was done last has no room in its rows, all of that.
  private let noticeLines: [String]
  /// How many rows an item of the table takes: 2 where targets are large.
  let pitch: Int
  /// True if what was done last stands there and not in its own rows.
  private let isLong: Bool
  /// The columns of the table as they are laid out, each the items that it shows.
  let table: [Range<Int>]
  /// Where each column begins.
  private let starts: [Int]
  /// True if the letters stand beside what has a digit too.
  private let hasKeys: Bool

  init(_ scene: Scene, _ tonight: TonightScene, _ size: Size) {
    (self.scene, self.tonight, self.size) = (scene, tonight, size)
    let tableRows = tonight.tableRows ?? TonightRows.tableRows(columns: size.columns)
    let pitch = scene.takesClicks && size.rows >= TonightRows.rowsOfLargeTable + 2 * tableRows ? 2 : 1
    self.pitch = pitch
    func rows(notice: Int, keepsBoard: Bool) -> TonightRows {
      TonightRows(
        rows: size.rows + 1 - pitch, columns: size.columns, board: tonight.boardRows(columns: size.columns),
        medicines: tonight.plannedMedicines, table: tableRows * pitch, notice: notice,
        keepsBoard: keepsBoard, isRead: scene.isRead)
    }
    let quiet = rows(notice: 0, keepsBoard: false)
    // On a scrap of a screen the table leaves no rows above it: then all there is has to do with the row below.
    let room = quiet.table.lowerBound - 1
    let status = TextWidth.wrapped(scene.status, columns: Widths.sentence(on: size.columns))
    isLong = status.count > quiet.status.count && scene.notice == nil && room > quiet.status.count
    let lines =
      scene.notice.map { TextWidth.wrapped($0, columns: Widths.sentence(on: size.columns)) } ?? (isLong ? status : [])
    noticeLines = RowPlan.cut(lines, to: max(1, min(size.rows >= 30 ? 4 : 3, room)), size.columns)
    self.rows = noticeLines.isEmpty ? quiet : rows(notice: noticeLines.count, keepsBoard: isLong)
    (table, starts, hasKeys) = Self.columns(scene, tonight, size.columns, rows: quiet.table.count / pitch)
  }

  /// What is seen, for the next key.
  var shown: Shown {
    var shown = Shown(scene, itemsPerPage: scene.list.count)
    (shown.offset, shown.shownLog, shown.table) = (scene.reading.rows, rows.entries.count, table)
    shown.hintWays = scene.hints.compactMap(\.way)
    return shown
  }

  /// Draws all but the head and the bottom row.
  /// - Returns: the first cell of what has the focus.
  func draw(on canvas: inout Canvas) -> Position {
    drawBoard(on: &canvas)
    drawEntries(on: &canvas)
    for (row, line) in zip(rows.notice, noticeLines) {
      canvas.write(line, row: row, column: 1, role: isLong ? .strong : .notice)
    }
    if let row = rows.tableLine { drawTableLine(row, on: &canvas) }
    let place = drawTable(on: &canvas)
    var told = statusLines
    if !scene.heldBack.isEmpty, told.count < rows.status.count { told.append(scene.heldBack) }
    for (index, line) in told.enumerated() {
      canvas.write(
        line, row: rows.status.lowerBound + index, column: 1,
        role: isAlarm ? .notice : index == 0 ? .strong : .text)
    }
    return isOnlyWords ? Position(row: rows.status.lowerBound, column: 1) : place
  }

  /// Where what was just said begins, and the words of its first row; nil where nothing was.
  var said: (place: Position, words: String)? {
    let notice = RowPlan.beginning(of: noticeLines, in: rows.notice)
    let inRows = isLong ? notice : RowPlan.beginning(of: statusLines, in: rows.status)
    switch scene.said {
    case .question:
      guard let question = tonight.question, let row = rows.tableLine ?? rows.entriesLine else { return inRows }
      return (Position(row: row, column: (row == rows.tableLine ? 1 : entriesColumn) + Self.lead), question)
    case .notice: return notice ?? inRows
    case .status: return inRows
    case nil: return nil
    }
  }

  /// What was done last, in the rows it has.
  private var statusLines: [String] {
    let words =
      scene.status.isEmpty || isLong ? [] : TextWidth.wrapped(scene.status, columns: Widths.sentence(on: size.columns))
    return RowPlan.cut(isAlarm ? noticeLines : words, to: rows.status.count, size.columns)
  }

  /// What could not be saved is said wherever there is a row, unless that tells what a press would choose.
  private var isAlarm: Bool { rows.notice.isEmpty && !noticeLines.isEmpty && !isOnlyWords }

  /// True where the row of what was done last tells what is lit, because that stands nowhere else.
  private var isOnlyWords: Bool { scene.light?.isOnlyWords == true }

  private var entriesColumn: Int { rows.isWide ? 52 : 1 }

  /// How far behind the beginning of a line of dashes its words begin.
  private static let lead = 3

  private func drawTableLine(_ row: Int, on canvas: inout Canvas) {
    guard let question = tonight.question else {
      // How much more there is stays in sight, however long the first is.
      let (said, more) = (tonight.aboveTable, tonight.aboveTableMore)
      let room = size.columns - 6 - (more.isEmpty ? 0 : TextWidth.columns(of: more) + 1)
      let words = [TextWidth.fit(said, columns: max(1, room)), more].filter { !$0.isEmpty }.joined(separator: " ")
      return drawLine([words], row: row, column: 1, columns: size.columns - 2, on: &canvas)
    }
    canvas.write("──", row: row, column: 1, role: .rule)
    let asked = 1 + Self.lead
    let words = TextWidth.fit(question, columns: size.columns - asked - 4)
    let end = canvas.write(words, row: row, column: asked, role: .strong)
    canvas.write("──", row: row, column: end + 1, role: .rule)
  }

  // MARK: What stands

  private func drawBoard(on canvas: inout Canvas) {
    for (row, lines) in zip(rows.board, boardRows) {
      for line in lines {
        var column = line.column
        for (text, role) in line.parts where !text.isEmpty && column < line.end {
          let fitting = TextWidth.fit(text, columns: line.end - column)
          column = canvas.write(fitting, row: row, column: column, role: role) + 1
        }
      }
    }
  }

  /// Text of one row of the board, from a column up to another.
  private struct Line {
    let column: Int
    let end: Int
    let parts: [(String, Role)]

    init(_ column: Int, to end: Int, _ parts: (String, Role)...) {
      (self.column, self.end, self.parts) = (column, end, parts)
    }

    init(_ cell: Board.Cell, _ column: Int, to end: Int, isBright: Bool) {
      func line(_ rest: String) -> Line {
        Line(column, to: end, (cell.label, .secondary), (cell.time, isBright ? .strong : .text), (rest, .text))
      }
      let whole = line(cell.rest + cell.more)
      self = whole.fits ? whole : line(cell.rest)
    }

    /// True if nothing of it has to be cut.
    var fits: Bool { next <= end }

    /// The column after it, if nothing is cut.
    var next: Int {
      column + parts.reduce(-1) { $0 + (TextWidth.columns(of: $1.0) > 0 ? TextWidth.columns(of: $1.0) + 1 : 0) }
    }
  }

  /// True where each thing that stands has a row of its own.
  private var isSingle: Bool { rows.isWide || Surface.isTight(size.columns) }

  /// What stands, row by row: what there is besides medicines first, but for a row that is left to the medicines.
  private var boardRows: [[Line]] {
    let edge = rows.isWide ? 49 : size.columns - 1
    let cells = isSingle ? tonight.board.joined().map { [$0] } : tonight.board
    let most = max(0, rows.board.count - min(1, tonight.plannedMedicines + tonight.medicines.count))
    let standing = cells.prefix(most).enumerated().map { index, row in
      scene.isRead ? inOne(row, edge, isFirst: index == 0) : inColumns(row, edge, isFirst: index == 0)
    }
    return standing + medicineRows(in: rows.board.count - standing.count, edge: edge)
  }

  /// The cells of a row, each in its own column, so that nothing moves when one comes.
  private func inColumns(_ cells: [Board.Cell?], _ edge: Int, isFirst: Bool) -> [Line] {
    let places = isSingle ? [1] : [1, size.columns / 2]
    return zip(cells, places).enumerated().compactMap { place, cell -> Line? in
      guard let value = cell.0 else { return nil }
      let end = place + 1 < places.count && cells.count > 1 ? places[place + 1] - 1 : edge
      return Line(value, cell.1, to: end, isBright: isFirst && place == 0)
    }
  }

  /// The cells of a row one after the other: a braille line is too short for columns, and a voice says none.
  private func inOne(_ cells: [Board.Cell?], _ edge: Int, isFirst: Bool) -> [Line] {
    var (lines, column): ([Line], Int) = ([], 1)
    for cell in cells.compactMap(\.self) where column < edge {
      let line = Line(cell, column, to: edge, isBright: isFirst && lines.isEmpty)
      lines.append(line)
      column = line.next + 2
    }
    return lines
  }

  private func medicineRows(in room: Int, edge: Int) -> [[Line]] {
    let medicines = tonight.medicines
    guard room > 0, !medicines.isEmpty else { return [] }
    if room == 1, medicines.count > 1 {
      let more = "+\(medicines.count - 1): x"
      let column = edge - TextWidth.columns(of: more)
      return [[line(of: medicines[0], to: column - 2), Line(column, to: edge, (more, .secondary))]]
    }
    var told: [[Line]] = []
    for (index, medicine) in medicines.enumerated() {
      let own = rows.isWide ? whole(medicine, to: edge) : [[line(of: medicine, to: edge)]]
      let rest = medicines.count - index - 1
      guard told.count + own.count + (rest > 0 ? 1 : 0) <= room else {
        return told + [[Line(1, to: edge, ("and \(rest + 1) more: x", .secondary))]]
      }
      told += own
    }
    return told
  }

  /// All of a medicine, in as many rows as it takes.
  private func whole(_ medicine: TonightScene.Medicine, to edge: Int) -> [[Line]] {
    func below(_ words: String, _ role: Role) -> [[Line]] {
      words.isEmpty ? [] : TextWidth.wrapped(words, columns: edge - 3).map { [Line(3, to: edge, ($0, role))] }
    }
    let first = line(of: medicine, to: edge)
    let label = below(medicine.label, .secondary)
    if first.parts.last?.0 == medicine.cell.rest { return [[first]] + label }
    // A long story has rows of its own below the name.
    let time = Board.Cell(label: medicine.cell.label, time: medicine.cell.time, rest: "")
    return [[line(time, medicine, to: edge)]] + below(medicine.cell.rest, .text) + label
  }

  /// As much of a medicine as has room in one row.
  private func line(of medicine: TonightScene.Medicine, to edge: Int) -> Line {
    var full = medicine.cell
    if !rows.isWide, !medicine.label.isEmpty {
      full = Board.Cell(label: full.label, time: full.time, rest: "\(full.rest), \(medicine.label)")
    }
    let lines = [full, medicine.cell].map { line($0, medicine, to: edge) }
    return lines.first(where: \.fits) ?? line(medicine.short, medicine, to: edge)
  }

  private func line(_ cell: Board.Cell, _ medicine: TonightScene.Medicine, to edge: Int) -> Line {
    let isBright = !medicine.label.isEmpty
    return Line(1, to: edge, (cell.label, .text), (cell.time, isBright ? .strong : .text), (cell.rest, .text))
  }

  // MARK: What was written

  private func drawEntries(on canvas: inout Canvas) {
    let left = entriesColumn
    let edge = rows.isWide ? min(size.columns - 1, Widths.edge) : size.columns - 1
    let first = max(0, min(scene.reading.rows, scene.log.count - 1))
    let lines = scene.log.lines(first..<first + rows.entries.count)
    if let row = rows.entriesLine {
      let place = lines.count < scene.log.count && !lines.isEmpty ? ", \(first + 1)–\(first + lines.count)" : ""
      let count = scene.log.count == 0 ? tonight.nothing : "\(scene.log.count) tonight\(place)"
      let asked = rows.tableLine == nil ? tonight.question.map { [$0] } : nil
      drawLine(asked ?? tonight.aboveEntries(count), row: row, column: left, columns: edge - left, on: &canvas)
    }
    var by = ""
    for (row, line) in zip(rows.entries, lines) {
      let who = line.by == by ? "" : line.by
      by = line.by
      let column = canvas.write(line.time, row: row, column: left, role: .secondary) + 2
      let room = edge - column - (who.isEmpty ? 0 : TextWidth.columns(of: who) + 1)
      canvas.write(line.words(columns: max(1, min(Widths.entry, room))), row: row, column: column)
      canvas.write(who, row: row, column: edge - TextWidth.columns(of: who), role: .secondary)
    }
  }

  /// Draws a line of two dashes before, between and after what it says, as far as there is room.
  private func drawLine(_ parts: [String], row: Int, column: Int, columns: Int, on canvas: inout Canvas) {
    var next = canvas.write("──", row: row, column: column, role: .rule)
    for part in parts where !part.isEmpty {
      let room = column + columns - next - 4
      guard room >= 8 else { return }
      next = canvas.write(TextWidth.fit(part, columns: room), row: row, column: next + 1, role: .secondary)
      next = canvas.write("──", row: row, column: next + 1, role: .rule)
    }
  }

  // MARK: The table

  /// How the list is laid into columns on a width: as it asks for, or one below the other where there is no room.
  /// - Returns: the items of each column, and where each begins.
  private static func columns(
    _ scene: Scene, _ tonight: TonightScene, _ columns: Int, rows: Int
  ) -> ([Range<Int>], [Int], hasKeys: Bool) {
    let bounds = tonight.columnStarts + [scene.list.count]
    let table = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    // The label stands behind a blank, the digit and a bracket; before it is another bracket.
    func widths(withKeys: Bool) -> [Int] {
      table.map { column in
        column.map { index in
          let item = scene.list[index]
          let keys = item.keys.isEmpty || item.digit == nil || !withKeys ? 0 : TextWidth.columns(of: item.keys) + 1
          return 2 + labelColumn(columns) + TextWidth.columns(of: item.label) + keys
        }.max() ?? 0
      }
    }
    let hasKeys = widths(withKeys: true).reduce(-1, +) <= columns
    let widths = widths(withKeys: hasKeys)
    let wanted = widths.reduce(-1, +)
    guard wanted <= columns, table.allSatisfy({ $0.count <= rows }) else {
      return ([0..<scene.list.count], [0], hasKeys)
    }
    let gap = min(5, (columns - wanted) / max(1, table.count))
    var starts = [0]
    for width in widths.dropLast() { starts.append(starts[starts.count - 1] + width + gap) }
    return (table, starts, hasKeys)
  }

  /// How far behind the left edge of its column a label begins: where there is little room close behind its digit.
  private static func labelColumn(_ columns: Int) -> Int { Surface.isTight(columns) ? 3 : 4 }

  private func drawTable(on canvas: inout Canvas) -> Position {
    let focus = scene.focusIndex
    let label = Self.labelColumn(size.columns)
    var place = Position(row: rows.table.lowerBound, column: label)
    for cell in cells {
      let isFocused = cell.index == focus && scene.showsFocus
      let left = starts[cell.column]
      draw(
        scene.list[cell.index], isFocused: isFocused, row: cell.row, column: left, of: table[cell.column], on: &canvas)
      if cell.index == focus { place = Position(row: cell.row, column: left + label) }
    }
    return place
  }

  /// The items of the table that show: each with its row, and which of the columns it is in.
  private var cells: [(index: Int, row: Int, column: Int)] {
    let focus = scene.focusIndex
    return table.enumerated().flatMap { column, items in
      // Where there are more items than rows the page with the focus shows.
      let height = max(1, rows.table.count / pitch)
      let first =
        items.contains(focus) ? items.lowerBound + (focus - items.lowerBound) / height * height : items.lowerBound
      return (first..<max(first, min(first + height, items.upperBound))).map { index in
        (index, rows.table.lowerBound + (index - first) * pitch, column)
      }
    }
  }

  /// Where the table can be clicked: every cell of it up to the next column is its item's.
  var clickAreas: [ClickArea] {
    let ends = Array(starts.dropFirst()) + [size.columns]
    return cells.map { cell in
      ClickArea(
        .line(cell.index), rows: cell.row..<cell.row + pitch,
        columns: (cell.column == 0 ? 0 : starts[cell.column])..<ends[cell.column])
    }
  }

  private func draw(
    _ item: SceneItem, isFocused: Bool, row: Int, column: Int, of items: Range<Int>, on canvas: inout Canvas
  ) {
    let mark = item.digit.map { "\($0)" } ?? item.keys
    let label = Self.labelColumn(size.columns)
    canvas.write(mark, row: row, column: column + 1, role: .secondary, columns: label - 2)
    canvas.write(
      label: item.label, row: row, column: column + label, scene.mark(of: item.id, isFocused: isFocused),
      isRead: scene.isRead)
    guard hasKeys, item.digit != nil, !item.keys.isEmpty else { return }
    let widest = items.map { TextWidth.columns(of: scene.list[$0].label) }.max() ?? 0
    canvas.write(item.keys, row: row, column: column + label + 1 + widest, role: .secondary)
  }
}
