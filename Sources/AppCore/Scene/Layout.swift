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
  public let account: Account

  /// Draws the scene of a program.
  public init(_ app: App, _ scene: Scene, size: Size, isASCII: Bool = false, drawsInASCII: Bool? = nil) {
    var canvas = Canvas(size: size, isASCII: isASCII, drawsInASCII: drawsInASCII)
    if scene.isLarge {
      let place = LargeLayout(scene).draw(on: &canvas)
      canvas.placeCursor(row: place.row, column: place.column)
      frame = canvas.frame
      account = Account(
        screen: scene.name, focus: scene.list[0].id, label: scene.list[0].label, position: frame.cursor)
      return
    }
    let plan = Plan(scene, app, size)
    Self.drawHead(scene, app, plan, on: &canvas)
    Self.drawFacts(plan, on: &canvas)
    if let figure = scene.figure { Self.draw(figure, plan.figure, on: &canvas) }
    let focus = app.focusIndex(in: scene)
    var place = ListLayout(scene.list, rows: plan.list, columns: size.columns)
      .draw(focus: focus, isFocused: scene.field?.isTyping != true, on: &canvas)
    Self.drawLog(scene, plan, on: &canvas)
    Self.drawFoot(scene, app, plan, focus, on: &canvas)
    var name = focus < scene.list.count ? scene.list[focus] : .back
    if let field = scene.field, let row = plan.field {
      let caret = Self.draw(field, row: row, on: &canvas)
      if field.isTyping {
        place = Position(row: min(row + 1, size.rows - 1), column: caret)
        (name.id, name.label) = ("typing", field.label)
      }
    }
    canvas.placeCursor(row: place.row, column: place.column, visible: scene.field?.isTyping == true)
    frame = canvas.frame
    account = Account(screen: scene.name, focus: name.id, label: name.label, position: frame.cursor)
  }

  /// Screens of fewer columns have no room for a line beside another.
  static let narrow = 60

  /// How much of a scene a screen of that size shows.
  public static func room(_ app: App, _ scene: Scene, size: Size) -> Room {
    let plan = Plan(scene, app, size)
    let list = ListLayout(scene.list, rows: plan.list, columns: size.columns)
    return Room(
      lines: list.itemsPerPage, page: list.page(of: app.focusIndex(in: scene)), columns: size.columns,
      shownFacts: plan.facts.count, hiddenFacts: plan.hiddenFacts,
      shownLog: plan.log.count, scrollsFacts: scene.log.count == 0, anchorRow: plan.anchorRow)
  }

  private static func drawHead(_ scene: Scene, _ app: App, _ plan: Plan, on canvas: inout Canvas) {
    guard plan.hasHead else { return }
    let columns = canvas.size.columns
    let who = columns < 60 ? "" : app.by ?? ""
    // A long name gives way to the clock and the title, and is never left out.
    let room = columns - 8 - TextWidth.columns(of: who) - TextWidth.columns(of: scene.shortTitle ?? "") - 5
    let person = TextWidth.fit(app.personName, columns: max(8, min(room, columns / 2)))
    let right = [person, who, app.clock.words(app.now)].filter { !$0.isEmpty }.joined(separator: "  ")
    let width = TextWidth.columns(of: right)
    let space = columns - width - 3
    let title = TextWidth.columns(of: scene.title) <= space ? scene.title : scene.shortTitle ?? scene.title
    canvas.write(TextWidth.fit(title, columns: space), row: 0, column: 1, role: .text)
    canvas.write(right, row: 0, column: max(1, columns - width - 1), role: .secondary)
  }

  private static func drawFacts(_ plan: Plan, on canvas: inout Canvas) {
    for (offset, row) in plan.facts.enumerated() {
      for piece in row {
        let next = canvas.write(piece.label, row: plan.factsRow + offset, column: piece.column, role: piece.labelRole)
        let column = piece.label.isEmpty ? next : next + 1
        canvas.write(piece.value, row: plan.factsRow + offset, column: column, role: piece.role)
      }
    }
  }

  private static func draw(_ figure: Figure, _ rows: Range<Int>, on canvas: inout Canvas) {
    guard !rows.isEmpty else { return }
    let paper = Figure.Paper(columns: canvas.size.columns - 2, rows: rows.count, isASCII: canvas.drawsInASCII)
    for (row, strip) in zip(rows, figure.strips(on: paper)) {
      for (column, cell) in strip.cells.enumerated() {
        guard let cell else { continue }
        canvas.write(String(cell.character), row: row, column: column + 1, role: cell.role)
      }
    }
  }

  private static func draw(_ field: Scene.Field, row: Int, on canvas: inout Canvas) -> Int {
    canvas.write("\(field.label):", row: row, column: 1, role: .secondary)
    let columns = max(1, canvas.size.columns - 6)
    let window = field.text.window(columns: columns)
    canvas.write("[", row: row + 1, column: 1, role: .rule)
    let end = canvas.write(window.text, row: row + 1, column: 3, role: .strong, columns: columns)
    canvas.write("]", row: row + 1, column: max(end, 3 + window.caret) + 1, role: .rule)
    return 3 + window.caret
  }

  private static func drawLog(_ scene: Scene, _ plan: Plan, on canvas: inout Canvas) {
    let lines = scene.log.lines(scene.offset..<scene.offset + plan.log.count)
    for (row, line) in zip(plan.log, lines) {
      canvas.write(TextWidth.fit(line, columns: canvas.size.columns - 2), row: row, column: 1)
    }
  }

  private static func drawFoot(_ scene: Scene, _ app: App, _ plan: Plan, _ focus: Int, on canvas: inout Canvas) {
    if !plan.detail.isEmpty, focus < scene.list.count {
      let lines = TextWidth.wrapped(scene.list[focus].detail, columns: canvas.size.columns - 2)
      for (row, line) in zip(plan.detail, Plan.cut(lines, to: plan.detail.count, canvas.size.columns)) {
        canvas.write(line, row: row, column: 1, role: .secondary)
      }
    }
    for (row, line) in zip(plan.notice, plan.noticeLines) { canvas.write(line, row: row, column: 1, role: .notice) }
    for (row, line) in zip(plan.status, plan.statusLines) { canvas.write(line, row: row, column: 1, role: .strong) }
    guard plan.hasHead else { return }
    var column = 1
    for hint in app.hints(scene, columns: canvas.size.columns) {
      let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.words)
      guard column + width < canvas.size.columns else { break }
      column = canvas.write(hint.key, row: canvas.size.rows - 1, column: column, role: .text)
      column = canvas.write(hint.words, row: canvas.size.rows - 1, column: column + 1, role: .secondary) + 2
    }
  }
}

extension Layout {
  /// Which rows each part of a scene gets. Where there is too little room the list keeps at least four, and what was
  /// done last keeps its line.
  struct Plan {
    /// One fact on a row.
    struct Piece {
      /// Which of the facts it belongs to; nil for none.
      var fact: Int?
      var column: Int
      var label: String
      var value: String
      /// Values stand out; sentences are read anyway, and every lit cell is light in a dark room.
      var role = Role.strong
      var labelRole = Role.secondary
    }

    var hasHead = true
    var factsRow = 1
    var facts: [[Piece]] = []
    var hiddenFacts = 0
    var anchorRow: Int?
    var figure: Range<Int> = 0..<0
    var field: Int?
    var list: Range<Int> = 0..<0
    var log: Range<Int> = 0..<0
    var detail: Range<Int> = 0..<0
    var notice: Range<Int> = 0..<0
    var noticeLines: [String] = []
    var status: Range<Int> = 0..<0
    var statusLines: [String] = []

    init(_ scene: Scene, _ app: App, _ size: Size) {
      let columns = size.columns
      // On a scrap of a screen the line with the focus is all there is.
      guard size.rows >= 5 else {
        hasHead = false
        list = 0..<size.rows
        if scene.field?.isTyping == true { (field, list) = (0, 0..<0) }
        return
      }
      var bottom = size.rows - 1
      let words = app.statusWords
      statusLines = words.isEmpty ? [] : Self.cut(TextWidth.wrapped(words, columns: columns - 2), to: 3, columns)
      // Room for two lines is kept where there is plenty, so that the list does not jump when more is said.
      let statusRows = max(size.rows >= 20 ? 2 : 1, min(3, statusLines.count))
      status = bottom - statusRows..<bottom
      bottom -= statusRows
      if let notice = app.notice {
        noticeLines = Self.cut(TextWidth.wrapped(notice, columns: columns - 2), to: size.rows >= 20 ? 4 : 3, columns)
        self.notice = bottom - noticeLines.count..<bottom
        bottom -= noticeLines.count
      }
      if scene.list.detailColumns > 0 {
        let isLong = scene.list.detailColumns > columns - 2 && columns < Layout.narrow && size.rows >= 10
        detail = bottom - (isLong ? 2 : 1)..<bottom
        bottom = detail.lowerBound
      }
      let told = CountedFacts(scene, rows: size.rows)
      var all =
        scene.isReading
        ? Self.text(told.facts, columns: columns)
        : Self.flow(told.facts, columns: columns, isTight: scene.mostFactRows != nil)
      anchorRow = scene.anchor.map { Self.text(Array(scene.facts.prefix($0)), columns: columns).count }
      let wanted = ListLayout(scene.list, rows: 0..<0, columns: columns).rowsWanted
      let fieldRows = scene.field == nil ? 0 : 3
      var room = bottom - 1 - fieldRows
      let figureRows = scene.figure.map { Self.rows(for: $0, in: room - all.count - min(wanted, 6)) } ?? 0
      if figureRows == 0, let figure = scene.figure {
        // What cannot be drawn is said.
        all += Self.flow(figure.sentences.map { Fact("", $0) }, columns: columns)
      }
      room -= figureRows
      // Between a text and the list an empty row is worth one of the text's.
      let gap = scene.isReading && room >= 12 ? 1 : 0
      let fitting = max(room >= 3 ? 1 : 0, room - max(1, min(wanted, scene.isReading && size.rows < 16 ? 2 : 4)) - gap)
      let most = size.rows < 30 ? min(fitting, scene.mostFactRows ?? fitting) : fitting
      let offset = scene.log.count == 0 ? min(scene.offset, max(0, all.count - most)) : 0
      facts = Array(all.dropFirst(offset).prefix(most))
      hiddenFacts = all.count - facts.count
      if offset + facts.count < all.count, let last = facts.indices.last {
        let shown = Set(facts[..<last].flatMap { $0 }.compactMap(\.fact))
        let more = "… \(all.count - offset - facts.count + 1) more lines"
        let words = [told.words(shown: shown), more].compactMap { $0 }.joined(separator: " · ")
        facts[last] = [Piece(column: 1, label: "", value: words, role: .secondary)]
      }
      let kept = max(facts.count, room - wanted > 6 ? scene.factRows : 0)
      room -= kept
      let hasGap = gap > 0 || room > wanted + (scene.log.count == 0 ? 0 : 4) && kept > 0
      figure = factsRow + kept..<factsRow + kept + figureRows
      var row = figure.upperBound + (hasGap ? 1 : 0)
      if scene.field != nil {
        field = row
        row += fieldRows
      }
      let rows = min(wanted, room - (hasGap ? 1 : 0))
      list = row..<row + max(0, rows)
      let rest = bottom - list.upperBound
      if scene.log.count > 0, rest >= 2 { log = list.upperBound + 1..<bottom }
    }

    /// How many rows a figure gets of some: as many as it can use, or none if they do not hold it.
    private static func rows(for figure: Figure, in room: Int) -> Int {
      room < figure.rows.lowerBound ? 0 : min(room, figure.rows.upperBound)
    }

    /// Lines cut to a number, the last one saying that there is more.
    static func cut(_ lines: [String], to most: Int, _ columns: Int) -> [String] {
      guard lines.count > most else { return lines }
      return lines.prefix(most - 1) + [TextWidth.fit(lines[most - 1] + " " + lines[most], columns: columns - 2)]
    }

    /// The widest line of a text: longer ones are hard to follow for tired eyes.
    private static let textColumns = 68

    /// A text in rows: headings stand out by their brightness and the empty row above, points by what they begin with.
    private static func text(_ facts: [Fact], columns: Int) -> [[Piece]] {
      facts.flatMap { fact -> [[Piece]] in
        guard !fact.value.isEmpty else {
          return TextWidth.wrapped(fact.label, columns: columns - 2).map { heading in
            [Piece(column: 1, label: heading, value: "", labelRole: .strong)]
          }
        }
        let indent = fact.label.isEmpty ? 0 : TextWidth.columns(of: fact.label) + 1
        let lines = TextWidth.wrapped(fact.value, columns: min(columns, textColumns) - 2 - indent)
        return lines.enumerated().map { index, line in
          let label = index == 0 ? fact.label : ""
          return [Piece(column: index == 0 ? 1 : 1 + indent, label: label, value: line, role: .text)]
        }
      }
    }

    /// Facts in rows: two side by side where both fit, sentences broken at spaces.
    /// - Parameter isTight: true where few rows are shown, so that one a little too long for its half shares its row too.
    private static func flow(_ facts: [Fact], columns: Int, isTight: Bool = false) -> [[Piece]] {
      var rows: [[Piece]] = []
      let half = columns / 2
      for (index, fact) in facts.enumerated() {
        let width = TextWidth.columns(of: fact.line)
        if columns >= 72, !fact.label.isEmpty, width <= half - 2, let last = rows.last, last.count == 1,
          !last[0].label.isEmpty, TextWidth.columns(of: last[0].label + last[0].value) + 1 <= half - 2
        {
          rows[rows.count - 1].append(Piece(fact: index, column: half, label: fact.label, value: fact.value))
          continue
        }
        if isTight, columns >= 72, !fact.label.isEmpty, let last = rows.last, last.count == 1, !last[0].label.isEmpty {
          let taken = TextWidth.columns(of: last[0].label + last[0].value) + 1
          if last[0].column == 1, taken > half - 2, taken + 4 + width <= columns - 2 {
            rows[rows.count - 1].append(Piece(fact: index, column: taken + 4, label: fact.label, value: fact.value))
            continue
          }
        }
        let role = fact.label.isEmpty ? Role.secondary : .strong
        let indent = fact.label.isEmpty ? 0 : TextWidth.columns(of: fact.label) + 1
        if width <= columns - 2 || indent > columns / 2 {
          let value = TextWidth.fit(fact.value, columns: max(1, columns - 2 - indent))
          rows.append([Piece(fact: index, column: 1, label: fact.label, value: value, role: role)])
          continue
        }
        for (row, line) in TextWidth.wrapped(fact.value, columns: columns - 2 - indent).enumerated() {
          let (column, label) = row == 0 ? (1, fact.label) : (1 + indent, "")
          rows.append([Piece(fact: index, column: column, label: label, value: line, role: role)])
        }
      }
      return rows
    }
  }
}

extension App {
  /// The person's name for the head of every screen, so that a made-up person is called one everywhere.
  var personName: String { record.plan.person?.forDisplay ?? "" }

  /// The keys worth a place in the bottom row, help always first; where there is little room the way back next.
  func hints(_ scene: Scene, columns: Int) -> [(key: String, words: String)] {
    func hints(_ table: Keymap<Command>) -> [(key: String, words: String)] {
      table.bindings.compactMap { binding in
        binding.hint.map { (hintKey(binding)?.name ?? "", $0) }
      }
    }
    func putting(_ words: String, at place: Int, in hints: [(key: String, words: String)]) -> [(String, String)] {
      var rest = hints.filter { $0.words != words }
      rest.insert(contentsOf: hints.filter { $0.words == words }, at: place)
      return rest
    }
    let isNarrow = columns < Layout.narrow
    if scene.field?.isTyping == true {
      var typing = hints(Keys.typing)
      if case .text(let entry) = screen {
        let doing = entry.purpose.doing.label.lowercasedFirst
        typing = typing.map { ($0.key, $0.words == "save" ? doing : $0.words) }
      }
      return isNarrow ? putting("back", at: 1, in: typing) : typing
    }
    var ordered = putting("help", at: 0, in: hints(Keys.everywhere))
    if isNarrow { ordered = putting("back", at: 1, in: ordered) }
    let more =
      (hasPages(scene) ? [(key: "9", words: "more")] : [])
      + scene.shortcuts.map { (key: String($0.letter), words: $0.words) }
    let logs = scene.name == "tonight" && !record.plan.isClosed ? hints(Keys.tonight) : []
    return ordered + more + logs
  }

  /// The key a hint names: with two switches, the ones those send.
  private func hintKey(_ binding: Keymap<Command>.Binding) -> Key? {
    let switches: [Key] = record.plan.value("input") == "two-switches" ? [.tab, .character(" ")] : []
    return binding.keys.first { switches.contains($0) } ?? binding.keys.first
  }
}
