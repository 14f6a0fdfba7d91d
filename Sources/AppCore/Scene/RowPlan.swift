internal import CellUI
internal import NightModel
internal import Text

/// Which rows each part of a scene gets. Where there is too little room the list keeps at least four, and what was
/// done last keeps its line.
struct RowPlan {
  /// One fact on a row.
  struct Piece {
    var column: Int
    var label: String
    var value: String
    /// Values stand out; sentences are read anyway, and every lit cell is light in a dark room.
    var role = Role.strong
    var labelRole = Role.secondary
  }

  /// How many rows whatever can be chosen takes: 2 where targets are large.
  let pitch: Int
  var hasHead = true
  var factsRow = 1
  var facts: [[Piece]] = []
  var hiddenFacts = 0
  /// How many rows of the facts are scrolled past.
  var offset = 0
  var figure: Range<Int> = 0..<0
  /// The label of the text field; nil where there is no field, or no room for its label.
  var fieldLabel: Int?
  /// The rows of the text being typed.
  var field: Range<Int> = 0..<0
  /// The rows below it, on what may be typed.
  var fieldHelp: Range<Int> = 0..<0
  var list: Range<Int> = 0..<0
  /// How many rows would show all of the list, without the way back where that is among the ways out.
  private var rowsOfWholeList = 0
  /// The ways out below the list; where there are none the way back is its last line.
  var ways: Range<Int> = 0..<0
  var log: Range<Int> = 0..<0
  /// The rows of what stands beside the list.
  var beside: Range<Int> = 0..<0
  var detail: Range<Int> = 0..<0
  var foot: Range<Int> = 0..<0
  var footLines: [String] = []
  var notice: Range<Int> = 0..<0
  var noticeLines: [String] = []
  var status: Range<Int> = 0..<0
  var statusLines: [String] = []

  /// Gives out the rows. Targets are large where they are asked for and all lines still show at once, or four with lines below
  /// that turn the page; but a text that shows whole beside small ones stays whole.
  init(_ scene: Scene, _ size: Size) {
    self.init(scene, size, pitch: 1)
    guard scene.takesClicks, size.rows >= Self.rowsForLargeTargets else { return }
    let large = RowPlan(scene, size, pitch: 2)
    let isWhole = large.list.count >= large.rowsOfWholeList
    let isEnough = !large.ways.isEmpty && large.list.count >= 8
    if isWhole || isEnough, hiddenFacts > 0 || large.hiddenFacts == 0 { self = large }
  }

  /// On fewer rows a list of large targets would show less than half of what it does.
  private static let rowsForLargeTargets = 16

  private init(_ scene: Scene, _ size: Size, pitch: Int) {
    self.pitch = pitch
    let columns = size.columns
    // On a scrap of a screen the line with the focus is all there is.
    guard size.rows >= 5 else {
      hasHead = false
      list = 0..<size.rows
      if scene.field?.isTyping == true { (field, list) = (list, 0..<0) }
      return
    }
    // The row above the bottom one is empty where what stands there is to be hit.
    var bottom = size.rows - pitch
    let words = scene.status
    statusLines =
      words.isEmpty ? [] : Self.cut(TextWidth.wrapped(words, columns: Widths.sentence(on: columns)), to: 3, columns)
    // Never in the place of what was saved.
    if !scene.heldBack.isEmpty, statusLines.count < (size.rows >= 20 ? 2 : 1) { statusLines.append(scene.heldBack) }
    // Room for two lines is kept where there is plenty, so that the list does not jump when more is said.
    let statusRows = scene.isRead ? Self.rowsRead(size) : max(size.rows >= 20 ? 2 : 1, min(3, statusLines.count))
    status = bottom - statusRows..<bottom
    bottom -= statusRows
    if scene.isRead {
      shareRows(with: scene.notice, columns)
    } else if let notice = scene.notice {
      noticeLines = Self.cut(
        TextWidth.wrapped(notice, columns: Widths.sentence(on: columns)), to: size.rows >= 20 ? 4 : 3, columns)
      self.notice = bottom - noticeLines.count..<bottom
      bottom -= noticeLines.count
    }
    if scene.list.detailColumns > 0, !scene.isRead {
      let wanted = scene.list.detailRows(columns: Widths.sentence(on: columns))
      let own = wanted > 1 && columns < Widths.narrow && size.rows >= 10 ? 2 : 1
      // A second line of it takes the row that is kept for a second line of what was done last, while that has one.
      let free = scene.notice == nil ? statusRows - max(1, statusLines.count) : 0
      let more = max(0, min(wanted - own, free))
      status = status.lowerBound + more..<status.upperBound
      detail = bottom - own..<bottom + more
      bottom = detail.lowerBound
    }
    let below = scene.foot.isEmpty ? [] : TextWidth.wrapped(scene.foot, columns: Widths.sentence(on: columns))
    // On a scrap of a screen the list comes first.
    if !below.isEmpty, bottom - below.count > 4 {
      footLines = below
      foot = bottom - footLines.count..<bottom
      bottom = foot.lowerBound
    }
    var all =
      scene.isReading
      ? Self.text(scene.facts, columns: columns)
      : Self.flow(scene.facts, columns: columns, inOne: scene.isRead)
    let wanted = ListLayout(scene.list, rows: 0..<0, columns: columns - scene.besideColumns, pitch: pitch).rowsWanted
    // Beside a text on a small screen what it is about comes before what can be done with it.
    // A list keeps four lines and the ways out, or the last of five.
    let least = size.rows < 16 && (scene.field != nil || scene.isReading) ? 2 * pitch : 5 * pitch
    let fieldRows = rows(of: scene, size, in: bottom - 1 - min(wanted, least) - min(all.count, 2))
    var room = bottom - 1 - fieldRows.reduce(0, +)
    let figureRows = scene.figure.map { Self.rows(for: $0, in: room - all.count - min(wanted, 6)) } ?? 0
    if figureRows == 0, let figure = scene.figure {
      // What cannot be drawn is said.
      all += Self.flow(figure.sentences.map { Fact("", $0) }, columns: columns, inOne: scene.isRead)
    }
    room -= figureRows
    // Between a text and the list an empty row is worth one of the text's, unless without it all of the text shows.
    let fits = all.count + min(wanted, least) == room
    let gap = scene.isReading && room >= 12 && !fits ? 1 : 0
    let most = max(room >= 3 ? 1 : 0, room - max(1, min(wanted, least)) - gap)
    offset = scene.log.count == 0 ? min(Self.row(of: scene, columns: columns), max(0, all.count - most)) : 0
    facts = Array(all.dropFirst(offset).prefix(most))
    hiddenFacts = all.count - facts.count
    if offset + facts.count < all.count, let last = facts.indices.last {
      let more = "… \(all.count - offset - facts.count + 1) more lines"
      facts[last] = [Piece(column: 1, label: "", value: more, role: .secondary)]
    }
    let factRows = max(facts.count, room - wanted > 6 ? scene.factRows : 0)
    room -= factRows
    let hasGap = gap > 0 || room > wanted + (scene.log.count == 0 ? 0 : 4) && factRows > 0
    let figureRow = scene.figureFirst ? factsRow : factsRow + factRows
    figure = figureRow..<figureRow + figureRows
    if scene.figureFirst { factsRow += figureRows }
    var row = 1 + factRows + figureRows + (hasGap ? 1 : 0)
    if scene.field != nil {
      fieldLabel = row
      field = row + 1..<row + 1 + fieldRows[1]
      fieldHelp = field.upperBound..<field.upperBound + fieldRows[2]
      row += fieldRows.reduce(0, +)
    }
    room -= hasGap ? 1 : 0
    let waysRows = Self.rowsOfWays(of: scene, wanted, in: room, columns: columns, pitch)
    let rows = min(waysRows == 0 ? wanted : wanted - pitch, room - waysRows)
    list = row..<row + max(0, rows)
    rowsOfWholeList = waysRows == 0 ? wanted : wanted - pitch
    // Beside a list there may be more rows than it has.
    let waysRow = scene.besideColumns > 0 ? bottom - waysRows : list.upperBound
    ways = waysRow..<waysRow + waysRows
    beside = list.lowerBound..<max(list.lowerBound, waysRows > 0 ? waysRow : bottom)
    let rest = bottom - ways.upperBound
    if scene.log.count > 0, rest >= 2 { log = ways.upperBound + 1..<bottom }
  }

  /// How many rows are kept for what is said where a screen reader reads it, so that a notice never moves the list.
  private static func rowsRead(_ size: Size) -> Int {
    size.rows >= 24 ? 4 : size.rows >= 20 ? 3 : size.rows >= 8 ? 2 : 1
  }

  /// Gives a notice the first of the rows kept for what is said; what was done last keeps one where there are two.
  private mutating func shareRows(with notice: String?, _ columns: Int) {
    guard let notice else { return }
    let most = max(1, status.count - 1)
    noticeLines = Self.cut(TextWidth.wrapped(notice, columns: Widths.sentence(on: columns)), to: most, columns)
    self.notice = status.lowerBound..<status.lowerBound + noticeLines.count
    status = self.notice.upperBound..<status.upperBound
    statusLines = status.isEmpty ? [] : Self.cut(statusLines, to: status.count, columns)
  }

  /// Where something that was said begins, and the words of its first row; nil where it has none here.
  func said(_ said: Scene.Said?) -> (place: Position, words: String)? {
    switch said {
    case .notice: Self.beginning(of: noticeLines, in: notice) ?? Self.beginning(of: statusLines, in: status)
    case .status, .question: Self.beginning(of: statusLines, in: status)
    case nil: nil
    }
  }

  /// Where lines begin that stand in some rows, and the first of them; nil where there are none, or no row.
  static func beginning(of lines: [String], in rows: Range<Int>) -> (place: Position, words: String)? {
    rows.isEmpty ? nil : lines.first.map { (Position(row: rows.lowerBound, column: 1), $0) }
  }

  /// How many rows the ways out get below a list that wants some rows: none where it all fits and leads nowhere else, and
  /// none on a scrap of a screen.
  private static func rowsOfWays(of scene: Scene, _ wanted: Int, in room: Int, columns: Int, _ pitch: Int) -> Int {
    func rows(isPaged: Bool) -> Int {
      WaysLayout(scene.wayLabels(isPaged: isPaged), columns: columns, pitch: pitch).rows
    }
    guard scene.list.endsWithBack else { return 0 }
    let unpaged = scene.ways.isEmpty ? pitch : rows(isPaged: false)
    if wanted - pitch + unpaged <= room { return scene.ways.isEmpty ? 0 : unpaged }
    let paged = rows(isPaged: true)
    return room - paged >= 3 * pitch ? paged : 0
  }

  /// How many rows the label of the field, its text, its help and the empty row below take. `most` is what is left for it
  /// by what else there is: the text has as many of those as it can use, and always one.
  private func rows(of scene: Scene, _ size: Size, in most: Int) -> [Int] {
    guard let field = scene.field else { return [0] }
    let gap = size.rows >= 16 ? 1 : 0
    let help = min(field.helpLines(columns: size.columns).count, size.rows >= 12 ? 2 : size.rows >= 8 ? 1 : 0)
    let wanted = field.text.rows(columns: Scene.Field.columns(on: size.columns)).rows.count
    return [1, max(1, min(wanted, most - 1 - help - gap)), help, gap]
  }

  /// The row of the facts at which they are to be read.
  private static func row(of scene: Scene, columns: Int) -> Int {
    let before = scene.reading.fact.map { text(Array(scene.facts.prefix($0)), columns: columns).count } ?? 0
    return max(0, before + scene.reading.rows)
  }

  /// How many rows a figure gets of some: as many as it can use, or none if they do not hold it.
  private static func rows(for figure: Figure, in room: Int) -> Int {
    room < figure.rows.lowerBound ? 0 : min(room, figure.rows.upperBound)
  }

  /// Lines cut to a number, the last one saying that there is more.
  static func cut(_ lines: [String], to most: Int, _ columns: Int) -> [String] {
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [
      TextWidth.fit(lines[most - 1] + " " + lines[most], columns: Widths.sentence(on: columns))
    ]
  }

  /// A text in rows: headings stand out by their brightness and the empty row above, points by what they begin with.
  private static func text(_ facts: [Fact], columns: Int) -> [[Piece]] {
    facts.flatMap { fact -> [[Piece]] in
      guard !fact.value.isEmpty else {
        return TextWidth.wrapped(fact.label, columns: Widths.sentence(on: columns)).map { heading in
          [Piece(column: 1, label: heading, value: "", labelRole: .strong)]
        }
      }
      let indent = fact.label.isEmpty ? 0 : TextWidth.columns(of: fact.label) + 1
      let lines = TextWidth.wrapped(fact.value, columns: min(columns - 2, Widths.reading) - indent)
      return lines.enumerated().map { index, line in
        let label = index == 0 ? fact.label : ""
        return [Piece(column: index == 0 ? 1 : 1 + indent, label: label, value: line, role: .text)]
      }
    }
  }

  /// Facts in rows: two side by side where both fit and it need not be one, sentences broken at spaces.
  private static func flow(_ facts: [Fact], columns: Int, inOne: Bool) -> [[Piece]] {
    var rows: [[Piece]] = []
    let half = min(columns, Widths.edge) / 2
    let room = Widths.sentence(on: columns)
    for fact in facts {
      let width = TextWidth.columns(of: fact.line)
      if !inOne, columns >= Widths.columns, !fact.label.isEmpty, width <= half - 2, let last = rows.last,
        last.count == 1,
        !last[0].label.isEmpty, TextWidth.columns(of: last[0].label + last[0].value) + 1 <= half - 2
      {
        rows[rows.count - 1].append(Piece(column: half, label: fact.label, value: fact.value))
        continue
      }
      let role = fact.label.isEmpty ? Role.secondary : .strong
      let indent = fact.label.isEmpty ? 0 : TextWidth.columns(of: fact.label) + 1
      if width <= room || indent > room / 2 {
        let value = TextWidth.fit(fact.value, columns: max(1, room - indent))
        rows.append([Piece(column: 1, label: fact.label, value: value, role: role)])
        continue
      }
      for (row, line) in TextWidth.wrapped(fact.value, columns: room - indent).enumerated() {
        let (column, label) = row == 0 ? (1, fact.label) : (1 + indent, "")
        rows.append([Piece(column: column, label: label, value: line, role: role)])
      }
    }
    return rows
  }
}
