internal import CellUI
internal import NightModel

/// A night's line of time, drawn: a row for each kind of thing that was written, hours and dates below.
struct NightLineFigure {
  private let line: NightLine
  private let stretch: NightLine.Stretch
  private let catalogue: Catalogue
  private let clock: ClockStyle
  /// Where what is still open ends for now; nil in a past night, where nobody knows.
  private let now: Instant?
  private let tracks: [Track]

  private enum Track: String {
    case mask, sleep, turns, symptoms, caregiver
  }

  /// How many columns the names of the rows take.
  private static let names = 10

  /// A line over the whole night, or over the hours in bed.
  init(_ line: NightLine, hoursInBed: Bool, catalogue: Catalogue, clock: ClockStyle, now: Instant?) {
    (self.line, self.catalogue, self.clock, self.now) = (line, catalogue, clock, now)
    stretch = hoursInBed ? line.hoursInBed : line.whole
    let hasSleep = !(line.asleep.isEmpty && line.wakings.isEmpty && line.inBed == nil)
    tracks = [
      (Track.mask, !line.mask.isEmpty), (.sleep, hasSleep), (.turns, !line.turns.isEmpty),
      (.symptoms, !line.symptoms.isEmpty), (.caregiver, !line.carerUp.isEmpty),
    ]
    .filter(\.1).map(\.0)
  }

  /// The figure.
  var figure: Figure {
    let rows = tracks.count + 2
    return Figure(line.sentences(catalogue, clock: clock), rows: rows...rows + 1) { paper in
      let strips = tracks.map { strip($0, paper) }
      return strips + [hours(paper), dates(paper)] + (paper.rows > rows ? [legend(strips, paper)] : [])
    }
  }

  // MARK: Places

  private func width(_ paper: Figure.Paper) -> Int { max(1, paper.columns - Self.names) }

  /// The cell of a moment; nil outside the stretch.
  private func column(_ milliseconds: Int64, _ paper: Figure.Paper) -> Int? {
    guard milliseconds >= stretch.start, milliseconds <= stretch.end else { return nil }
    let width = width(paper)
    let place = Int((milliseconds - stretch.start) * Int64(width) / (stretch.end - stretch.start))
    return Self.names + min(place, width - 1)
  }

  private func cells(_ start: Int64, _ end: Int64, _ paper: Figure.Paper) -> ClosedRange<Int>? {
    guard start <= stretch.end, end >= stretch.start, start <= end,
      let first = column(max(start, stretch.start), paper), let last = column(min(end, stretch.end), paper)
    else { return nil }
    return first...last
  }

  // MARK: Rows

  private func strip(_ track: Track, _ paper: Figure.Paper) -> Strip {
    var strip = Strip(columns: paper.columns)
    strip.write(track.rawValue, at: 0)
    switch track {
    case .mask: draw(line.mask, paper, on: &strip)
    case .caregiver: draw(line.carerUp, paper, on: &strip)
    case .sleep:
      draw(line.inBed.map { [$0] } ?? [], paper, on: &strip, with: paper.either("─", ascii: "-"), role: .rule)
      draw(line.asleep, paper, on: &strip)
      for waking in line.wakings {
        if let column = column(waking.at.milliseconds, paper) { strip.put("w", at: column, role: .strong) }
      }
    case .turns:
      draw(line.turns, paper, on: &strip) { (Self.side($0), nil) }
    case .symptoms:
      draw(line.symptoms, paper, on: &strip) { (initial($0), $0.details.number(.value)) }
    }
    return strip
  }

  /// The letter of a turn: the side it was to, or `t` where that is not said.
  private static func side(_ turn: Item) -> Character { turn.details.text(.side)?.first ?? "t" }

  /// The letter of a symptom.
  private func initial(_ item: Item) -> Character {
    guard case .symptom(let id) = item.subject else { return "?" }
    return (catalogue.symptom(id)?.label ?? id).lowercased().first ?? "?"
  }

  private func draw(
    _ spans: [NightLine.Span], _ paper: Figure.Paper, on strip: inout Strip, with drawn: Character? = nil,
    role: Role = .text
  ) {
    let drawn = drawn ?? paper.either("━", ascii: "=")
    for (index, span) in spans.enumerated() {
      let start = span.start.milliseconds
      if let end = span.end {
        guard let cells = cells(start, end.milliseconds, paper) else { continue }
        strip.fill(cells, drawn, role: role)
      } else if let first = column(start, paper) {
        // Nobody wrote an end, so the line breaks off, or, if nothing began after it, goes on as far as the clock has come.
        let now = index == spans.count - 1 ? now : nil
        let last = now.flatMap { column(max(start, $0.milliseconds), paper) } ?? min(first + 3, paper.columns - 1)
        strip.fill(first...max(first, last), Self.openEnd(paper), role: role)
        strip.put(drawn, at: first, role: role)
        if now == nil { strip.put(Self.brokenOff, at: max(first, last), role: .secondary) }
      }
    }
  }

  /// Draws marks: a letter each, a number where several fall on one cell, and the highest grade behind it where it fits.
  private func draw(
    _ items: [Item], _ paper: Figure.Paper, on strip: inout Strip, mark: (Item) -> (letter: Character, grade: Int?)
  ) {
    var marks: [Int: [(letter: Character, grade: Int?)]] = [:]
    for item in items {
      if let column = column(item.at.milliseconds, paper) { marks[column, default: []].append(mark(item)) }
    }
    for (column, here) in marks {
      let count = Character("\(min(here.count, 9))")
      strip.put(here.count == 1 ? here[0].letter : count, at: column, role: .strong)
    }
    for (column, here) in marks.sorted(by: { $0.key < $1.key }) {
      guard let grade = here.compactMap(\.grade).max() else { continue }
      let text = here.count == 1 ? "\(grade)" : ":\(grade)"
      guard (1...text.count).allSatisfy({ strip.isFree(column + $0) }) else { continue }
      strip.write(text, at: column + 1)
    }
  }

  // MARK: Hours, dates and the legend

  /// What a line is drawn with from where it is not known that it goes on.
  private static func openEnd(_ paper: Figure.Paper) -> Character { paper.either("╌", ascii: ".") }
  /// Where a line breaks off because nobody wrote its end.
  private static let brokenOff: Character = "?"

  /// What the signs above mean, as far as they stand in the rows and there is room.
  private func legend(_ strips: [Strip], _ paper: Figure.Paper) -> Strip {
    let (on, bed) = (paper.either("━", ascii: "="), paper.either("─", ascii: "-"))
    func drawn(_ wanted: [Track]) -> Set<Character> {
      let rows = zip(tracks, strips).filter { wanted.contains($0.0) }
      return Set(rows.flatMap { $0.1.cells.dropFirst(Self.names).compactMap { $0?.character } })
    }
    let (worn, sleep) = (drawn([.mask, .caregiver]), drawn([.sleep]))
    let onWords = [worn.contains(on) ? "on" : nil, sleep.contains(on) ? "asleep" : nil].compactMap(\.self)
    let open = [Self.openEnd(paper), Self.brokenOff].filter(worn.union(sleep).contains)
    let turns = line.turns.map { String(Self.side($0)) }.eachOnce.joined(separator: " ")
    let parts: [(isThere: Bool, words: String)] = [
      (!onWords.isEmpty, "\(on) \(onWords.joined(separator: ", "))"), (sleep.contains(bed), "\(bed) in bed"),
      (sleep.contains("w"), "w woke"), (!line.turns.isEmpty, "\(turns) turned"),
      (!line.symptoms.isEmpty, symptomsInLegend), (!open.isEmpty, "\(String(open)) no end written"),
    ]
    var strip = Strip(columns: paper.columns)
    var column = 0
    for part in parts where part.isThere && column + part.words.count <= paper.columns {
      strip.write(part.words, at: column)
      column += part.words.count + 2
    }
    return strip
  }

  /// A symptom as it is drawn, with its grade if any was given.
  private var symptomsInLegend: String {
    for item in line.symptoms {
      if let grade = item.details.number(.value), grade > 0 { return "\(initial(item))\(grade) worst grade" }
    }
    return line.symptoms.first.map { "\(initial($0)) symptom" } ?? ""
  }

  private func hours(_ paper: Figure.Paper) -> Strip {
    var strip = Strip(columns: paper.columns)
    let hours = line.hours(in: stretch)
    let perHour = Int64(width(paper)) * 3_600_000 / (stretch.end - stretch.start)
    let wide = clock == .twelve ? 5 : 3
    let step = [1, 2, 3, 4, 6].first { Int64($0) * max(perHour, 1) >= wide && perHour > 0 } ?? 6
    var free = Self.names
    for (at, hour, _) in hours where hour % step == 0 {
      guard let column = column(at, paper), column >= free else { continue }
      let word = hourWords(hour)
      guard column + word.count <= paper.columns else { continue }
      strip.write(word, at: column)
      free = column + word.count + 1
    }
    return strip
  }

  private func hourWords(_ hour: Int) -> String {
    guard clock == .twelve else { return hour < 10 ? "0\(hour)" : "\(hour)" }
    return "\(hour % 12 == 0 ? 12 : hour % 12)\(hour < 12 ? "am" : "pm")"
  }

  /// The evening's date below the line's beginning, the morning's below its midnight.
  private func dates(_ paper: Figure.Paper) -> Strip {
    var strip = Strip(columns: paper.columns)
    let morning = line.night.adding(days: 1)
    let hours = line.hours(in: stretch)
    let midnight = hours.first { $0.hour == 0 && $0.date == morning }?.at
    // A line that begins after midnight lies in the morning as a whole.
    let begins = hours.first.flatMap { $0.date == morning ? Self.names : nil }
    let first = midnight.flatMap { column($0, paper) } ?? begins
    if first.map({ $0 >= Self.names + NightWords.day(line.night).count + 1 }) ?? true {
      strip.write(NightWords.day(line.night), at: Self.names)
    }
    if let first {
      let words = NightWords.day(morning)
      strip.write(words, at: min(first, max(Self.names, paper.columns - words.count)))
    }
    return strip
  }
}

extension Context {
  /// A night's line of time, drawn over the whole night or over the hours in bed.
  func figure(_ line: NightLine, of night: CivilDate, hoursInBed: Bool) -> Figure {
    NightLineFigure(
      line, hoursInBed: hoursInBed, catalogue: catalogue, clock: clock, now: night == tonight ? now : nil
    ).figure
  }
}
