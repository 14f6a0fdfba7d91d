public import CellUI
internal import NightModel
internal import Text

/// A scene on a screen of any size: title, what stands, what can be chosen, what was written, what was done last, keys.
///
/// Lists turn by whole pages, so moving the focus changes two rows and nothing else, and a line keeps its place.
public struct Layout {
  /// The screen as drawn.
  public let frame: Frame
  /// Where the focus is.
  public let focus: FocusReport
  /// What is seen, for the next key.
  public let shown: Shown

  /// Lays out a scene. `isASCII` is true where only ASCII shows. `drawsInASCII` is true where drawings must do with it;
  /// nil for the same.
  public init(_ scene: Scene, on surface: Surface, isASCII: Bool = false, drawsInASCII: Bool? = nil) {
    let size = Size(rows: surface.rows, columns: surface.columns)
    var canvas = Canvas(size: size, isASCII: isASCII, drawsInASCII: drawsInASCII)
    if scene.isLarge {
      let place = LargeLayout(scene).draw(on: &canvas)
      canvas.placeCursor(row: place.row, column: place.column)
      frame = canvas.frame
      focus = FocusReport(
        screen: scene.name, focus: scene.list[0].id, label: scene.list[0].label, position: frame.cursor, said: nil)
      var shown = Shown(scene, itemsPerPage: scene.list.count)
      if scene.takesClicks {
        shown.clickAreas = [ClickArea(.line(0), rows: 0..<size.rows, columns: 0..<size.columns)]
      }
      self.shown = shown
      return
    }
    if let tonight = scene.tonight, size.rows >= 5 {
      let layout = Self.tonightLayout(scene, tonight, size)
      var shown = layout.shown
      Self.drawHead(shown, on: &canvas)
      var place = layout.draw(on: &canvas)
      let hints = Self.drawHints(shown, pitch: layout.pitch, on: &canvas)
      let said = layout.said
      place = said?.place ?? hints.focused ?? place
      if scene.takesClicks { shown.clickAreas = layout.clickAreas + hints.areas }
      canvas.placeCursor(row: place.row, column: place.column)
      (frame, self.shown) = (canvas.frame, shown)
      focus = FocusReport(shown, at: frame.cursor, said: said?.words)
      return
    }
    let (planned, plan) = Self.plan(scene, size)
    var (shown, list) = Self.shown(planned, plan, columns: size.columns)
    let (scene, index) = (shown.scene, shown.scene.focusIndex)
    // With nothing to choose the title is what is asked for, on a scrap of a screen too.
    if plan.hasHead || scene.list.count == 0 { Self.drawHead(shown, on: &canvas) }
    Self.drawFacts(plan, on: &canvas)
    scene.figure?.draw(on: plan.figure, from: 1, columns: size.columns - 2, &canvas)
    scene.beside?.draw(on: plan.beside, from: size.columns - scene.besideColumns + 2, &canvas)
    var place = list.draw(scene, focus: index, digit: shown.digitOfLine, on: &canvas)
    Self.drawLog(scene, plan, on: &canvas)
    let ways = WaysLayout(shown.ways.map(\.label), columns: size.columns, pitch: plan.pitch)
    let onWay = ways.draw(shown, from: plan.ways.lowerBound, on: &canvas)
    let hints = Self.drawFoot(shown, plan, on: &canvas)
    place = onWay ?? hints.focused ?? place
    if scene.takesClicks {
      shown.clickAreas =
        list.clickAreas(focus: index) + ways.clickAreas(from: plan.ways.lowerBound) + hints.areas
    }
    self.shown = shown
    if scene.list.count == 0 { place = Position(row: 0, column: 1) }
    if scene.light?.isOnlyWords == true, !plan.status.isEmpty {
      place = Position(row: plan.status.lowerBound, column: 1)
    }
    var said = plan.said(scene.said)
    place = said?.place ?? place
    if let field = scene.field, !plan.field.isEmpty {
      let caret = Self.draw(field, plan, on: &canvas)
      if field.isTyping { (place, said) = (caret, nil) }
    }
    canvas.placeCursor(row: place.row, column: place.column, visible: scene.field?.isTyping == true)
    frame = canvas.frame
    focus = FocusReport(shown, at: frame.cursor, said: said?.words)
  }

  /// What is seen of a scene.
  static func shown(_ scene: Scene, on surface: Surface) -> Shown {
    let size = Size(rows: surface.rows, columns: surface.columns)
    if scene.isLarge { return Shown(scene, itemsPerPage: scene.list.count) }
    if let tonight = scene.tonight, size.rows >= 5 { return tonightLayout(scene, tonight, size).shown }
    let (planned, plan) = plan(scene, size)
    return shown(planned, plan, columns: size.columns).0
  }

  private static func tonightLayout(_ scene: Scene, _ tonight: TonightScene, _ size: Size) -> TonightLayout {
    var scene = scene
    scene.hints = fitting(scene.hints, columns: size.columns)
    // What had no room in the bottom row cannot keep the focus.
    scene.way = scene.hints.compactMap(\.way).first { $0.id == scene.way }?.id
    return TonightLayout(scene, tonight, size)
  }

  /// A scene with the line that reads on where not all of it fits, and which rows its parts get.
  private static func plan(_ scene: Scene, _ size: Size) -> (Scene, RowPlan) {
    let plan = RowPlan(scene, size)
    if plan.ways.isEmpty, !scene.ways.isEmpty {
      // No room for a row of ways: they are lines of the list.
      var scene = scene
      (scene.list, scene.ways) = (scene.list.with(beforeLast: scene.ways), [])
      return Self.plan(scene, size)
    }
    guard plan.hiddenFacts > 0, let scene = scene.readingOn(plan) else { return (scene, plan) }
    let readable = RowPlan(scene, size)
    // The line takes a row of its own, so the end of the text comes at another place with it.
    return (scene.readingOn(readable) ?? scene, readable)
  }

  /// What is seen of a scene on the rows it has, and how its list is laid out.
  private static func shown(_ scene: Scene, _ plan: RowPlan, columns: Int) -> (Shown, ListLayout) {
    var scene = scene
    if !plan.ways.isEmpty { scene.list = scene.list.withoutLast }
    scene.hints = fitting(scene.hints, columns: columns)
    let list = ListLayout(
      scene.list, rows: plan.list, columns: columns - scene.besideColumns, top: scene.top,
      pitch: plan.pitch)
    var shown = Shown(scene, itemsPerPage: max(1, list.itemsPerPage))
    shown.page = list.page(of: scene.focusIndex)
    shown.table = list.columns(of: shown.page)
    if !plan.ways.isEmpty { shown.ways = scene.waysOut(of: shown.page, list) }
    if plan.hasHead, scene.field?.isTyping != true { shown.hintWays = scene.hints.compactMap(\.way) }
    shown.settleFocus()
    (shown.shownFacts, shown.hiddenFacts, shown.shownLog) = (plan.facts.count, plan.hiddenFacts, plan.log.count)
    if scene.log.count == 0 { shown.offset = plan.offset }
    return (shown, list)
  }

  private static func drawHead(_ shown: Shown, on canvas: inout Canvas) {
    let (scene, head) = (shown.scene, shown.scene.head)
    let edge = min(canvas.size.columns - 1, scene.tonight == nil ? .max : Widths.edge)
    let room = edge - 1
    // The clock first, then the title, then who writes; a long name gives way to them, and is never left out.
    let least = min(TextWidth.columns(of: head.person), leastName)
    let titles = [scene.title] + (scene.shortTitle.map { [$0] } ?? [])
    let position = shown.position.map { ", \($0)" } ?? ""
    func fixed(_ writer: String) -> Int {
      [writer, head.clock].filter { !$0.isEmpty }.reduce(0) { $0 + TextWidth.columns(of: $1) + 2 }
    }
    func forTitle(_ writer: String) -> Int {
      min(room - fixed(writer) - (least == 0 ? 0 : least + 1), Widths.sentence)
    }
    func title(_ writer: String) -> String? {
      titles.map { $0 + position }.first { TextWidth.columns(of: $0) <= forTitle(writer) }
    }
    let writer = title(head.writer) == nil ? "" : head.writer
    let (fixed, forTitle) = (fixed(writer), forTitle(writer))
    let cut = max(0, forTitle - TextWidth.columns(of: position))
    let title = title(writer) ?? TextWidth.fit(titles[titles.count - 1], columns: cut) + position
    let titleEnd = canvas.write(TextWidth.fit(title, columns: max(0, forTitle)), row: 0, column: 1, role: .text)
    if least > 0, room - fixed - 2 < least {
      return drawNameAndClock(
        head, TextWidth.fit(head.person, columns: least), isTonight: scene.tonight != nil, on: &canvas)
    }
    var left = room - titleEnd - fixed
    let person = TextWidth.fit(head.person, columns: max(min(least, room - fixed - 2), left - 1))
    left -= TextWidth.columns(of: person) + 2
    let since = head.since.isEmpty || left < TextWidth.columns(of: head.since) + 2 ? "" : ", \(head.since)"
    let right = [person, writer.isEmpty ? "" : writer + since, head.clock].filter { !$0.isEmpty }.joined(
      separator: "  ")
    let start = max(1, edge - TextWidth.columns(of: right))
    let end = canvas.write(right, row: 0, column: start, role: .secondary)
    // On Tonight the clock is what is looked for.
    if scene.tonight != nil, !head.clock.isEmpty {
      canvas.write(head.clock, row: 0, column: end - TextWidth.columns(of: head.clock), role: .strong)
    }
  }

  /// The head where a name and the clock take all the columns there are: where both have no room the name stays, because
  /// no screen may seem to be about somebody else.
  private static func drawNameAndClock(
    _ head: Scene.Head, _ name: String, isTonight: Bool, on canvas: inout Canvas
  ) {
    let columns = canvas.size.columns
    let both = TextWidth.columns(of: name) + 1 + TextWidth.columns(of: head.clock)
    guard both <= columns else {
      canvas.write(name, row: 0, column: 0, role: .secondary, columns: columns)
      return
    }
    let next = canvas.write(name, row: 0, column: max(0, columns - both - 1), role: .secondary)
    canvas.write(head.clock, row: 0, column: next + 1, role: isTonight ? .strong : .secondary)
  }

  /// A longer name may be cut to so many columns. The made-up person's is no longer, so that it is never cut.
  private static let leastName = 14

  private static func drawFacts(_ plan: RowPlan, on canvas: inout Canvas) {
    for (offset, row) in plan.facts.enumerated() {
      for piece in row {
        let next = canvas.write(piece.label, row: plan.factsRow + offset, column: piece.column, role: piece.labelRole)
        let column = piece.label.isEmpty ? next : next + 1
        canvas.write(piece.value, row: plan.factsRow + offset, column: column, role: piece.role)
      }
    }
  }

  /// Draws the rows of a text with the caret among them, its label above and what may be typed below.
  /// - Returns: where the caret is.
  private static func draw(_ field: Scene.Field, _ plan: RowPlan, on canvas: inout Canvas) -> Position {
    if let row = plan.fieldLabel { canvas.write("\(field.label):", row: row, column: 1, role: .secondary) }
    let columns = Scene.Field.columns(on: canvas.size.columns)
    let (rows, caret) = field.text.rows(columns: columns)
    let first = max(0, caret.row - plan.field.count + 1)
    var end = 3
    for (row, text) in zip(plan.field, rows[first...]) {
      end = canvas.write(text, row: row, column: 3, role: .strong, columns: columns)
    }
    let last = min(rows.count - first, plan.field.count) - 1
    canvas.write(first == 0 ? "[" : "…", row: plan.field.lowerBound, column: 1, role: .rule, columns: 1)
    if first + last == rows.count - 1 {
      let column = caret.row == rows.count - 1 ? max(end, 3 + caret.column) : end
      canvas.write("]", row: plan.field.lowerBound + last, column: column + 1, role: .rule)
    }
    let help = RowPlan.cut(
      field.helpLines(columns: canvas.size.columns), to: max(1, plan.fieldHelp.count), canvas.size.columns)
    for (row, line) in zip(plan.fieldHelp, help) {
      canvas.write(line, row: row, column: 1, role: .secondary)
    }
    return Position(row: plan.field.lowerBound + caret.row - first, column: 3 + caret.column)
  }

  private static func drawLog(_ scene: Scene, _ plan: RowPlan, on canvas: inout Canvas) {
    let lines = scene.log.lines(scene.reading.rows..<scene.reading.rows + plan.log.count)
    for (row, line) in zip(plan.log, lines) {
      canvas.write(TextWidth.fit(line.text, columns: Widths.sentence(on: canvas.size.columns)), row: row, column: 1)
    }
  }

  /// Draws what stands below the list.
  private static func drawFoot(_ shown: Shown, _ plan: RowPlan, on canvas: inout Canvas) -> Hints {
    let (scene, focus) = (shown.scene, shown.scene.focusIndex)
    if !plan.detail.isEmpty, focus < scene.list.count {
      let lines = TextWidth.wrapped(scene.list[focus].detail, columns: Widths.sentence(on: canvas.size.columns))
      for (row, line) in zip(plan.detail, RowPlan.cut(lines, to: plan.detail.count, canvas.size.columns)) {
        canvas.write(line, row: row, column: 1, role: .secondary)
      }
    }
    for (row, line) in zip(plan.foot, plan.footLines) { canvas.write(line, row: row, column: 1, role: .secondary) }
    for (row, line) in zip(plan.notice, plan.noticeLines) { canvas.write(line, row: row, column: 1, role: .notice) }
    for (row, line) in zip(plan.status, plan.statusLines) { canvas.write(line, row: row, column: 1, role: .strong) }
    return plan.hasHead ? drawHints(shown, pitch: plan.pitch, on: &canvas) : Hints()
  }

  /// The bottom row as it was drawn.
  private struct Hints {
    /// The first cell of the hint that has the focus; nil if none has.
    var focused: Position?
    /// Where hints can be clicked.
    var areas: [ClickArea] = []
  }

  /// Draws the bottom row; `pitch` is 2 where the row above it is empty, and clicked as well.
  private static func drawHints(_ shown: Shown, pitch: Int, on canvas: inout Canvas) -> Hints {
    var (column, row, drawn) = (1, canvas.size.rows - 1, Hints())
    for hint in shown.scene.hints {
      let start = column
      column = canvas.write(hint.key, row: row, column: column, role: .text)
      let isFocused = hint.way != nil && hint.way?.id == shown.scene.way
      let mark = hint.way.map { shown.scene.mark(of: $0.id, isFocused: isFocused) } ?? .none
      let end = canvas.write(
        label: hint.words, row: row, column: column + 1, mark, isRead: shown.scene.isRead, role: .secondary)
      if isFocused { drawn.focused = Position(row: row, column: column + 1) }
      if shown.scene.takesClicks, let way = hint.way, let index = shown.hintWays.firstIndex(of: way) {
        // The bracket that shows the focus is part of it.
        let columns = start..<max(start, min(canvas.size.columns, end + 1))
        drawn.areas.append(ClickArea(.hint(index), rows: row + 1 - pitch..<row + 1, columns: columns))
      }
      column = end + 2
    }
    return drawn
  }

  /// The hints that have room, those of the lowest rank before all.
  private static func fitting(_ all: [Scene.Hint], columns: Int) -> [Scene.Hint] {
    func width(_ hint: Scene.Hint) -> Int { TextWidth.columns(of: hint.key) + TextWidth.columns(of: hint.words) + 3 }
    var hints = all
    while hints.reduce(-1, { $0 + width($1) }) > columns - 1, let least = hints.map(\.rank).max(),
      let index = hints.lastIndex(where: { $0.rank == least })
    {
      hints.remove(at: index)
    }
    return hints
  }
}

extension Scene {
  /// The scene with the line that reads on: first where reading is what one came for, and else last, so that the other
  /// lines keep their digits; nil where nothing is read.
  fileprivate func readingOn(_ plan: RowPlan) -> Scene? {
    guard log.count == 0, field == nil, list.numbering == .inOrder, (1..<100).contains(list.count) else { return nil }
    var item = SceneItem.readOn
    if plan.offset >= plan.hiddenFacts { item.label = "Back to the top" }
    var items = list.items
    if let index = items.firstIndex(where: { $0.id == item.id }) {
      items[index].label = item.label
    } else {
      items.insert(item, at: isReading ? 0 : max(0, items.count - 1))
    }
    var scene = self
    scene.list = list.with(items)
    return scene
  }
}

extension Scene.Field {
  /// What may be typed, in lines of a screen.
  func helpLines(columns: Int) -> [String] {
    help.isEmpty ? [] : TextWidth.wrapped(help, columns: Widths.sentence(on: columns))
  }
}
