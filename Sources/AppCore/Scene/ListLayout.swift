internal import CellUI
internal import Text

/// A list on some rows: which page of it shows, and where each item stands.
struct ListLayout {
  private let list: SceneList
  private let rows: Range<Int>
  private let columns: Int
  /// The first item of the page that was seen last: it stays while the focus is on it. Nil for none.
  private let top: Int?
  /// How many rows an item takes: 2 where an empty one parts it from the next.
  private let pitch: Int

  init(_ list: SceneList, rows: Range<Int>, columns: Int, top: Int? = nil, pitch: Int = 1) {
    (self.list, self.rows, self.columns, self.top, self.pitch) = (list, rows, columns, top, pitch)
  }

  /// Into how many columns of items it is laid.
  private var across: Int { columns >= Widths.columns && list.columnBreak != nil ? 2 : 1 }

  /// Where the second of two columns begins.
  private var half: Int { min(columns, Widths.edge) / 2 }

  /// How tall the taller of two columns is.
  private var tall: Int { list.columnBreak.map { max($0, list.count - $0) } ?? list.count }

  private var headerRows: Int { list.header == nil ? 0 : 1 }

  /// How many rows it would take to show all of it.
  var rowsWanted: Int {
    if isOfLines { return lines.count + headerRows }
    return (across > 1 ? tall : list.count) * pitch + headerRows
  }

  /// How many rows there are for items and headings.
  private var height: Int { max(1, rows.count - headerRows) }

  /// How many items have room one below the other.
  private var itemsDown: Int { max(1, height / pitch) }

  /// How many items a page shows.
  var itemsPerPage: Int { across > 1 && tall <= itemsDown ? list.count : itemsDown * across }

  /// The items that show while the focus is at `focus`. The last page is a full one, and begins with lines of the one before.
  func page(of focus: Int) -> Range<Int> {
    guard isOfLines else {
      let isKept = top.map { ($0..<$0 + itemsPerPage).contains(focus) && $0 + itemsPerPage <= list.count } ?? false
      let first = isKept ? top ?? 0 : min(focus / itemsPerPage * itemsPerPage, max(0, list.count - itemsPerPage))
      return first..<max(first, min(first + itemsPerPage, list.count))
    }
    let shown = pageOfLines(of: focus).compactMap(\.index)
    return (shown.first ?? 0)..<(shown.last ?? -1) + 1
  }

  /// The items of a page, column by column; none for one column.
  func columns(of page: Range<Int>) -> [Range<Int>] {
    guard across > 1, !isOfLines, let split = list.columnBreak else { return [] }
    let second = tall <= itemsDown ? split : page.lowerBound + itemsDown
    guard page.lowerBound < second, second < page.upperBound else { return [] }
    return [page.lowerBound..<second, second..<page.upperBound]
  }

  /// The item to go to for the page that an item is on.
  func start(ofPageWith index: Int) -> Int {
    guard isOfLines else { return index / itemsPerPage * itemsPerPage }
    let lines = lines
    let place = lines.firstIndex { $0.index == index } ?? 0
    let first = starts(lines).last { $0 <= place } ?? 0
    return lines[first...].lazy.compactMap(\.index).first ?? index
  }

  private func pageOfLines(of focus: Int) -> ArraySlice<Line> {
    let (lines, height) = (lines, height)
    let focused = lines.firstIndex { $0.index == focus } ?? 0
    let top = top.flatMap { top in lines.firstIndex { $0.index == top || $0.isHeading(of: top) } }
    if let top, top + height <= lines.count {
      let kept = withoutLastHeading(lines[top..<top + height], of: lines)
      if kept.indices.contains(focused) { return kept }
    }
    let starts = starts(lines)
    let page = starts.lastIndex { $0 <= focused } ?? 0
    let isLast = page + 1 >= starts.count
    guard isLast else { return lines[starts[page]..<starts[page + 1]] }
    let last = lines[max(0, lines.count - height)...]
    // Half an item at its top is worth nothing.
    return pitch > 1 && last.first?.isSecond == true ? last.dropFirst() : last
  }

  /// Where pages begin, so that no heading is the last line of one.
  private func starts(_ lines: [Line]) -> [Int] {
    var starts = [0]
    while let start = starts.last, start + height < lines.count {
      starts.append(withoutLastHeading(lines[start..<start + height], of: lines).endIndex)
    }
    return starts
  }

  /// Some of the lines without a heading at their end, and without an item that has no room for the row behind it.
  private func withoutLastHeading(_ some: ArraySlice<Line>, of lines: [Line]) -> ArraySlice<Line> {
    var some = some
    if pitch > 1, some.count > 2, some.endIndex < lines.count, lines[some.endIndex].isSecond { some.removeLast() }
    return some.count > 1 && some.last?.isHeading == true ? some.dropLast() : some
  }

  private enum Line {
    case heading(String, of: Int)
    case item(Int)
    /// What goes on of an item.
    case second(Int)

    var index: Int? { if case .item(let index) = self { index } else { nil } }

    /// The item that it is of; nil for a heading.
    var item: Int? {
      switch self {
      case .heading: nil
      case .item(let index), .second(let index): index
      }
    }

    var isSecond: Bool { if case .second = self { true } else { false } }

    var isHeading: Bool { if case .heading = self { true } else { false } }

    func isHeading(of item: Int) -> Bool { if case .heading(_, item) = self { true } else { false } }
  }

  /// True where not every line is an item: such lists are short.
  private var isOfLines: Bool { list.hasHeadings || list.hasSecondRows }

  /// Items with their headings and their second rows, which are empty where they only part items; only asked of lists that
  /// have any.
  private var lines: [Line] {
    (0..<list.count).flatMap { index -> [Line] in
      let item = list[index]
      return (item.heading.map { [.heading($0, of: index)] } ?? []) + [.item(index)]
        + (item.row?.isTwo == true || pitch > 1 ? [.second(index)] : [])
    }
  }

  /// Draws the page that has the focus. `digit` is the one beside an item.
  /// - Returns: the first cell of the focused item's label.
  func draw(_ scene: Scene, focus: Int, digit: (Int) -> Int?, on canvas: inout Canvas) -> Position {
    guard list.count > 0, !rows.isEmpty else { return Position(row: 0, column: 0) }
    var top = rows.lowerBound
    if let header = list.header {
      canvas.write(header.label, row: top, column: labelColumn, role: .secondary)
      let stateColumn = labelColumn + labelWidth("") + 2
      let sketchWidth = sketchWidth(from: stateColumn)
      if sketchWidth > 0, let sketches = list.sketches {
        canvas.write(sketches.header, row: top, column: stateColumn, role: .secondary, columns: sketchWidth)
      }
      canvas.write(header.state, row: top, column: stateColumn + sketchShift(sketchWidth), role: .secondary)
      top += 1
    }
    if isOfLines { return drawLines(scene, focus: focus, digit: digit, top: top, on: &canvas) }
    let page = page(of: focus)
    var place = Position(row: top, column: labelColumn)
    for index in page {
      let at = position(of: index, in: page)
      draw(index, mark(index, scene, focus), scene.isRead, digit: digit(index), at: at, on: &canvas)
      if index == focus { place = Position(row: at.row, column: at.column + labelColumn) }
    }
    return place
  }

  /// Where an item of a page stands, in a list in which every line is an item.
  private func position(of index: Int, in page: Range<Int>) -> Position {
    let (top, first) = (rows.lowerBound + headerRows, page.lowerBound)
    // Down one column, then down the next, so that Down always goes down.
    if across > 1, tall <= itemsDown, let split = list.columnBreak, index >= split {
      return Position(row: top + (index - split) * pitch, column: half)
    }
    if across > 1, tall > itemsDown {
      let (column, row) = (index - first).quotientAndRemainder(dividingBy: itemsDown)
      return Position(row: top + row * pitch, column: column * half)
    }
    return Position(row: top + (index - first) * pitch, column: 0)
  }

  /// Where the items of the page with the focus can be clicked: each has all of its rows, or all of its column's.
  func clickAreas(focus: Int) -> [ClickArea] {
    guard list.count > 0, !rows.isEmpty else { return [] }
    func area(_ index: Int, _ row: Int, _ tall: Int, _ columns: Range<Int>) -> ClickArea? {
      let its = (row..<row + tall).clamped(to: rows)
      return its.isEmpty ? nil : ClickArea(.line(index), rows: its, columns: columns)
    }
    guard isOfLines else {
      let page = page(of: focus)
      return page.compactMap { index in
        let place = position(of: index, in: page)
        return area(index, place.row, pitch, place.column..<(across > 1 && place.column == 0 ? half : columns))
      }
    }
    let (lines, top) = (Array(pageOfLines(of: focus)), rows.lowerBound + headerRows)
    return lines.enumerated().compactMap { offset, line in
      guard let index = line.item else { return nil }
      // What goes on of an item belongs to it; at the top of a page it stands alone.
      let isSecond = line.isSecond
      if isSecond, offset > 0 { return nil }
      let isTwo = !isSecond && offset + 1 < lines.count && lines[offset + 1].isSecond
      return area(index, top + offset, isTwo ? 2 : 1, 0..<columns)
    }
  }

  private func mark(_ index: Int, _ scene: Scene, _ focus: Int) -> LabelMark {
    scene.mark(of: list[index].id, isFocused: index == focus && scene.showsFocus && scene.field?.isTyping != true)
  }

  private func drawLines(
    _ scene: Scene, focus: Int, digit: (Int) -> Int?, top: Int, on canvas: inout Canvas
  ) -> Position {
    var place = Position(row: top, column: labelColumn)
    for (offset, line) in pageOfLines(of: focus).enumerated() {
      switch line {
      case .heading(let heading, _): canvas.write(heading, row: top + offset, column: 1, role: .secondary)
      case .second(let index):
        guard let second = list[index].row else { continue }
        let column = labelColumn + labelWidth("") + 2
        // With nothing beside it, what goes on below has the whole row.
        let room = second.moreState.isEmpty ? columns - labelColumn - 3 : labelWidth("") - 2
        canvas.write(
          TextWidth.fit(second.moreLabel, columns: room), row: top + offset, column: labelColumn + 2, role: .text)
        canvas.write(TextWidth.fit(second.moreState, columns: columns - column - 1), row: top + offset, column: column)
      case .item(let index):
        let at = Position(row: top + offset, column: 0)
        draw(index, mark(index, scene, focus), scene.isRead, digit: digit(index), at: at, on: &canvas)
        if index == focus { place = Position(row: at.row, column: labelColumn) }
      }
    }
    return place
  }

  /// Where labels begin in their column: after the digit, and after the mark where there are marks.
  private var labelColumn: Int { list.hasMarks ? 7 : 4 }

  /// How wide labels may be, so that the state still has room where there is little.
  private func labelWidth(_ state: String) -> Int {
    let (width, margin) = (across > 1 ? half : columns, labelColumn + 2)
    if across > 1 { return min(24, width - margin) }
    if let table = list.labelColumns { return max(1, min(table, width - margin)) }
    if columns >= Widths.narrow { return max(1, min(Widths.label, width - margin)) }
    if state.isEmpty { return max(1, width - margin) }
    return max(1, width - margin - 1 - min(14, TextWidth.columns(of: state)))
  }

  /// How wide drawings are: they give way where states would have too little room.
  private func sketchWidth(from stateColumn: Int) -> Int {
    guard let sketches = list.sketches else { return 0 }
    let width = min(sketches.columns, columns - stateColumn - sketches.states - 3)
    return width >= min(7, sketches.columns) ? width : 0
  }

  private func sketchShift(_ width: Int) -> Int { width == 0 ? 0 : width + 2 }

  private func draw(
    _ index: Int, _ mark: LabelMark, _ isRead: Bool, digit: Int?, at place: Position, on canvas: inout Canvas
  ) {
    let item = list[index]
    if let digit {
      canvas.write("\(digit)", row: place.row, column: place.column + 1, role: .secondary)
    }
    let width = labelWidth(item.mark?.time ?? item.state)
    let label = TextWidth.fit(item.row?.label ?? item.label, columns: width)
    let column = place.column + labelColumn
    canvas.write(label: label, row: place.row, column: column, mark, isRead: isRead, columns: width)
    if let mark = item.mark {
      return draw(mark, row: place.row, column: place.column + 4, from: column + width + 2, on: &canvas)
    }
    var stateColumn = column + width + 2
    let sketchWidth = sketchWidth(from: stateColumn)
    if let sketch = item.sketch, sketchWidth > 0 {
      let line = sketch.text(columns: sketchWidth, isASCII: canvas.drawsInASCII)
      canvas.write(line, row: place.row, column: stateColumn, role: .text, columns: sketchWidth)
      stateColumn += sketchShift(sketchWidth)
    }
    // The columns of a table are as wide as they are; a sentence ends where the next line is still found.
    let widest = list.header == nil && item.row == nil ? Widths.sentence : columns
    let room = min(widest, place.column + (across > 1 ? half : columns) - stateColumn - 1)
    // Where the row below the list may not change with every move, each line says all of its own.
    let state = [item.row?.state ?? item.state, isRead ? item.detail : ""].filter { !$0.isEmpty }.joined(
      separator: "; ")
    guard !state.isEmpty, room > 0 else { return }
    canvas.write(TextWidth.fit(state, columns: room), row: place.row, column: stateColumn, role: .text)
  }

  /// Draws a mark, and its words and time from a column to the edge; where there is little room the words go first.
  private func draw(_ mark: StateMark, row: Int, column: Int, from start: Int, on canvas: inout Canvas) {
    let sign = mark.character(isASCII: canvas.drawsInASCII)
    let role = mark.sign == .couldNot ? Role.text : .secondary
    // What is open is most of an evening's first screen, so it gives the least light.
    canvas.write(sign, row: row, column: column, role: mark.sign == .open ? .rule : role)
    let end = min(columns, Widths.edge) - 1 - TextWidth.columns(of: mark.time)
    let room = end - start - (mark.time.isEmpty ? 0 : 2)
    if room > 0 { canvas.write(TextWidth.fit(mark.words, columns: room), row: row, column: start, role: role) }
    canvas.write(mark.time, row: row, column: end, role: .secondary)
  }
}
