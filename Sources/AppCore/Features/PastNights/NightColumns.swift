internal import CellUI
internal import NightModel
internal import Text

/// The columns of the list of nights, as many as fit: at 40 columns when it was, sleep, the worst symptom and the marks;
/// from 80 all of them, from 110 the marks in words.
struct NightColumns {
  /// How many columns the night itself takes.
  let labelColumns: Int
  /// What stands above.
  let header: String
  private let columns: [(column: Column, width: Int)]
  private let isWide: Bool
  private let isSpoken: Bool

  private enum Column: CaseIterable {
    case slept, mask, woke, turns, worst, list, marks

    var title: String {
      switch self {
      case .slept: "slept"
      case .mask: "mask"
      case .woke: "woke"
      case .turns: "turns"
      case .worst: "worst"
      case .list: "list"
      case .marks: "mark"
      }
    }

    var wideTitle: String {
      switch self {
      case .mask: "mask hours"
      case .woke: "wakings"
      case .worst: "worst symptom"
      case .list: "checklist"
      case .marks: "marks"
      case .slept, .turns: title
      }
    }

    var spokenTitle: String { self == .mask || self == .woke || self == .worst ? title : wideTitle }

    /// How wide it is at least, the space behind it included.
    var width: Int {
      switch self {
      case .slept, .mask: 8
      case .woke: 5
      case .turns: 6
      case .worst: 9
      case .list: 8
      case .marks: 5
      }
    }

    var wideWidth: Int {
      switch self {
      case .slept: 9
      case .mask: 11
      case .woke: 9
      case .turns: 7
      case .worst: 26
      case .list: 10
      case .marks: 24
      }
    }
  }

  /// What matters most first.
  private static let order: [Column] = [.slept, .worst, .marks, .woke, .mask, .turns, .list]

  /// The same where the night with the focus stands beside the list, with its symptoms.
  private static let orderBeside: [Column] = [.slept, .mask, .marks, .woke, .turns, .worst, .list]

  /// The columns of a screen so wide, or each with its name where they are spoken.
  init(screen: Int, isSpoken: Bool = false, isBeside: Bool = false) {
    self.isSpoken = isSpoken
    labelColumns = screen < Widths.narrow ? 11 : 15
    isWide = screen >= 110 || isSpoken
    var room = screen - 4 - labelColumns - 3
    var widths: [Column: Int] = [:]
    for column in isBeside ? Self.orderBeside : Self.order {
      let width = isWide ? column.wideWidth : column.width
      guard width <= room || widths.isEmpty else { continue }
      widths[column] = width
      room -= width
    }
    if let worst = widths[.worst] { widths[.worst] = worst + min(max(0, room), 12) }
    guard !isSpoken else {
      (header, columns) = ("", Column.allCases.map { ($0, 80) })
      return
    }
    columns = Column.allCases.compactMap { column in widths[column].map { (column, $0) } }
    let isWide = isWide
    header = Self.row(columns.map { (isWide ? $0.column.wideTitle : $0.column.title, $0.width) })
  }

  /// What a mark of the list means, where letters stand for them; nil where they are words.
  var legend: String? {
    if isWide { return nil }
    return labelColumns < 15
      ? "n note, ◂ sign begins, e edited" : "n note, ◂ first night of a sign, e edited, 2 two versions, + and open"
  }

  /// One night; a dash is not recorded, which is never zero. `begins` is true for the first night of a sign: of one that
  /// lasts every night would be marked, which says nothing.
  func row(_ figures: NightFigures, signBegins begins: Bool, _ catalogue: Catalogue) -> String {
    isSpoken
      ? spoken(figures, begins, catalogue)
      : Self.row(columns.map { (cell($0.column, $0.width, figures, begins, catalogue), $0.width) })
  }

  /// One night with every figure named; what is not recorded goes without saying.
  private func spoken(_ figures: NightFigures, _ begins: Bool, _ catalogue: Catalogue) -> String {
    let cells = columns.map { (column: $0.column, words: cell($0.column, $0.width, figures, begins, catalogue)) }
    return cells.filter { !["-", ""].contains($0.words) }
      .map { $0.column == .marks ? $0.words : "\($0.column.spokenTitle) \($0.words)" }.joined(separator: ", ")
  }

  private static func row(_ cells: [(text: String, width: Int)]) -> String {
    let all = cells.map { cell in
      let fitted = TextWidth.fit(cell.text, columns: cell.width - 1)
      return fitted + String(repeating: " ", count: cell.width - TextWidth.columns(of: fitted))
    }
    let row = all.joined()
    let end = row.utf8.lastIndex { $0 != UInt8(ascii: " ") }
    return end.map { String(decoding: row.utf8[...$0], as: UTF8.self) } ?? ""
  }

  private func cell(
    _ column: Column, _ width: Int, _ figures: NightFigures, _ begins: Bool, _ catalogue: Catalogue
  ) -> String {
    // Below the end of their title, so that numbers of two digits stand below those of one.
    func count(_ number: Int?) -> String {
      let words = number.map { "\($0)" } ?? "-"
      let title = isWide ? column.wideTitle : column.title
      return isSpoken ? words : String(repeating: " ", count: max(0, title.count - words.count)) + words
    }
    func time(_ minutes: Int?) -> String { minutes.map(NightWords.duration) ?? "-" }
    switch column {
    case .slept: return time(figures.diary.totalSleepTime)
    case .mask:
      // Its minutes count nothing, and so are not told in figures that stand among those that do.
      if let minutes = figures.maskUnconfirmed { return "\(NightWords.hours(minutes))?" }
      guard figures.maskIsOpen == true else { return time(figures.mask) }
      // What was worn besides counts, and a mask that was never noted as off hides it no more than it adds to it.
      return figures.mask.map { isWide ? "\(NightWords.duration($0)), open" : "\(NightWords.duration($0))+" } ?? "open"
    case .woke: return count(figures.wakings)
    case .turns: return count(figures.turns)
    case .worst: return worst(figures.symptoms, columns: width - 2, catalogue)
    case .list: return figures.checklist.map { "\($0.done) done" } ?? "-"
    case .marks:
      return marks(figures, begins).map { isWide ? $0.words : $0.letter }.joined(separator: isWide ? ", " : "")
    }
  }

  /// The grade is what the column is for, so the name gives way.
  private func worst(_ symptoms: [NightFigures.SymptomCount]?, columns: Int, _ catalogue: Catalogue) -> String {
    guard let symptoms else { return "-" }
    guard let worst = symptoms.max(by: { ($0.highest ?? 0, $0.count) < ($1.highest ?? 0, $1.count) }) else {
      return "none"
    }
    let grade = worst.highest.map { " \($0)" } ?? ""
    let label = catalogue.symptom(worst.id)?.label ?? worst.id.forDisplay
    return TextWidth.fit(label, columns: columns - grade.count) + grade
  }

  /// What is to be known of a night besides its figures.
  private func marks(_ figures: NightFigures, _ begins: Bool) -> [(letter: String, words: String)] {
    var marks: [(letter: String, words: String)] = []
    if figures.summary.hasNotes { marks.append(("n", "note")) }
    if begins { marks.append(("◂", "sign begins")) }
    if figures.summary.isCorrected { marks.append(("e", "edited")) }
    if figures.summary.hasTwoVersions { marks.append(("2", "two versions")) }
    return marks
  }
}
