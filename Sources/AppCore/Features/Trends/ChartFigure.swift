internal import CellUI
internal import NightModel

/// One measure along the nights, drawn: a point for each night, or for each equal part of a long span. The lowest, the
/// median and the highest are named at the side, and changes are marked by letters below.
struct ChartFigure {
  private let row: Trends.Row
  private let nights: ClosedRange<CivilDate>
  private let marks: [ChangeMark]

  /// A chart of a row.
  init(_ row: Trends.Row, nights: ClosedRange<CivilDate>, marks: [ChangeMark]) {
    (self.row, self.nights, self.marks) = (row, nights, marks)
  }

  /// The figure.
  var figure: Figure {
    let below = marks.isEmpty ? 1 : 2
    return Figure(sentences, rows: 4 + below...9 + below, draw: strips)
  }

  private func day(_ night: CivilDate) -> String { NightWords.day(night, among: nights.count) }

  /// The letter of a change.
  static func letter(_ index: Int) -> Character { Array("abcdefghijklmnopqrstuvwxyz").dropFirst(index).first ?? "*" }

  private var sentences: [String] {
    func when(_ value: Int) -> String {
      let at = row.values.indices.filter { row.values[$0] == value }
      guard let last = at.last else { return "" }
      let more = at.count == 1 ? "" : ", one of \(NightWords.nights(at.count))"
      return "\(row.measure.words(value)) in the night of \(day(nights[night: last]))\(more)"
    }
    return ["Lowest \(when(row.summary.lowest)); highest \(when(row.summary.highest))."]
      + marks.enumerated().map { index, mark in
        "Change \(Self.letter(index)), from \(day(mark.night)): \(mark.words)."
      }
  }

  private func strips(_ paper: Figure.Paper) -> [Strip] {
    let measure = row.measure
    let (low, high) = (row.summary.lowest, row.summary.highest)
    let names = (
      low: measure.words(low), middle: measure.words(twice: row.summary.twiceMedian), high: measure.words(high)
    )
    let left = [names.low, names.middle, names.high].map(\.count).max().map { $0 + 2 } ?? 2
    let width = max(1, paper.columns - left)
    let height = paper.rows - (marks.isEmpty ? 1 : 2)
    var strips = Array(repeating: Strip(columns: paper.columns), count: height)
    /// The row of a value given in hundredths: 0 is the top one.
    func level(_ hundredths: Int) -> Int {
      let span = 100 * (high - low)
      return span == 0 ? height / 2 : height - 1 - ((hundredths - 100 * low) * (height - 1) + span / 2) / span
    }
    let middle = level(50 * row.summary.twiceMedian)
    strips[middle].fill(left...left + width - 1, paper.either("·", ascii: "."), role: .rule)
    for index in strips.indices { strips[index].put(paper.either("│", ascii: "|"), at: left - 1, role: .rule) }
    for mark in marks {
      let column = left + place(of: mark, width)
      for index in strips.indices { strips[index].put(paper.either("┊", ascii: ":"), at: column, role: .rule) }
    }
    let parts = Series.parts(row.values.map { $0.map { 100 * $0 } }, width, by: measure.middle)
    for (index, value) in parts.enumerated() {
      guard let value else { continue }
      let column = left + (2 * index + 1) * width / (2 * parts.count)
      strips[level(value)].put(paper.either("•", ascii: "o"), at: column, role: .strong)
    }
    strips[middle].write(names.middle, at: left - 2 - names.middle.count)
    if high > low {
      // Where the median is the highest or the lowest, its name says both.
      if middle > 0 { strips[0].write(names.high, at: left - 2 - names.high.count) }
      if middle < height - 1 { strips[height - 1].write(names.low, at: left - 2 - names.low.count) }
    }
    return strips + below(left, width, paper)
  }

  /// The column of a change: between the night before it and its own.
  private func place(of mark: ChangeMark, _ width: Int) -> Int {
    let index = nights.index(of: mark.night) ?? 0
    return min(width - 1, index * width / nights.count)
  }

  private func below(_ left: Int, _ width: Int, _ paper: Figure.Paper) -> [Strip] {
    var dates = Strip(columns: paper.columns)
    let (first, last) = (day(nights.lowerBound), day(nights.upperBound))
    dates.write(first, at: left)
    if first.count + 1 + last.count <= width { dates.write(last, at: paper.columns - last.count) }
    guard !marks.isEmpty else { return [dates] }
    var letters = Strip(columns: paper.columns)
    for (index, mark) in marks.enumerated() {
      let column = left + place(of: mark, width)
      letters.put(letters.isFree(column) ? Self.letter(index) : "*", at: column, role: .text)
    }
    return [letters, dates]
  }
}
