internal import CellUI
internal import NightModel

/// Past nights: all of them, newest first, and one of them with what was written in it.
extension App {
  /// How many nights the list has: every calendar night from the first that was written to tonight.
  private var nightCount: Int {
    max(1, tonight.daysSince1970 - (record.oldest ?? tonight).daysSince1970 + 1)
  }

  /// The nights whose rows the screen shows: the page that has the focus.
  var rowsInSight: [CivilDate] {
    let focus = focusIndex(in: pastNightsScene())
    let first = focus / lines * lines
    return (first..<max(first, min(first + lines, nightCount))).map { tonight.adding(days: -$0) }
  }

  func pastNightsScene() -> Scene {
    var scene = Scene("past-nights", "Past nights")
    let (tonight, rows, count) = (tonight, record.rows, nightCount)
    let catalogue = catalogue
    // Nights first, then the ways on; made when asked for.
    scene.list = SceneList(count: count + 4) { index in
      if index == count { return SceneItem("go-to", "Go to a date", .type(.date)) }
      if index == count + 1 { return SceneItem("trends", "Trends", .open(.trends)) }
      if index == count + 2 { return SceneItem("report", "Report", .open(.report)) }
      if index > count { return .back }
      let date = tonight.adding(days: -index)
      return SceneItem(
        "\(date)", "\(NightWords.day(date)) \(date.components.year)",
        state: rows[date].map { row($0, catalogue) } ?? "", .open(.night(date)))
    } find: { id in
      if id == "go-to" { return count }
      if id == "trends" { return count + 1 }
      if id == "report" { return count + 2 }
      if id == SceneItem.back.id { return count + 3 }
      return CivilDate(id).map { tonight.daysSince1970 - $0.daysSince1970 }.flatMap {
        (0..<count).contains($0) ? $0 : nil
      }
    }
    scene.list.labelColumns = 15
    scene.list.header = ("night", Self.columns(["slept", "mask", "woke", "turns", "worst", "list"]))
    scene.list.end = count - 1
    scene.shortcuts = [.init(letter: "g", words: "go to a date", action: .type(.date))]
    return scene
  }

  /// One line of the list of nights; a dash is not recorded, which is never zero.
  private func row(_ figures: NightFigures, _ catalogue: Catalogue) -> String {
    guard figures.entries > 0 else { return record.plan.wordsForNothing(on: figures.night) }
    let away = record.plan.away(on: figures.night).map { "away: \($0.forDisplay)" }
    func count(_ number: Int?) -> String { number.map { "\($0)" } ?? "-" }
    func time(_ minutes: Int?) -> String { minutes.map(NightWords.duration) ?? "-" }
    let worst = figures.symptoms?.max { ($0.highest ?? 0, $0.count) < ($1.highest ?? 0, $1.count) }
    // The grade is what the column is for, so the name gives way.
    let grade = worst?.highest.map { " \($0)" } ?? ""
    let name = worst.map { symptom in
      TextWidth.fit(catalogue.symptom(symptom.id)?.label ?? symptom.id.forDisplay, columns: 19 - grade.count)
    }
    let list = figures.checklist.map { "\($0.done) done" }
    let row = Self.columns(
      [
        time(figures.diary.totalSleepTime), figures.maskIsOpen == true ? "open" : time(figures.mask),
        count(figures.wakings), count(figures.turns), name.map { $0 + grade } ?? "-", list ?? "-",
      ])
    return away.map { "\($0) · \(row)" } ?? row
  }

  private static func columns(_ words: [String]) -> String {
    let widths = [9, 9, 6, 7, 20, 0]
    return zip(words, widths).map { word, width in
      if width == 0 { return word }
      let fitted = TextWidth.fit(word, columns: width - 1)
      return fitted + String(repeating: " ", count: width - TextWidth.columns(of: fitted))
    }
    .joined()
  }

  func nightScene(_ date: CivilDate) -> Scene {
    var scene = Scene("night", NightWords.night(date).capitalizedFirst)
    scene.shortTitle = NightWords.short(date)
    let items = record.nights[date]?.items ?? []
    if let figures = record.rows[date] { scene.facts = nightFacts(figures) }
    let nothing = record.plan.wordsForNothing(on: date).capitalizedFirst
    let line = nightLine(date)
    scene.figure = line.flatMap { figure(of: $0) }
    if items.isEmpty { scene.facts = nothing.isEmpty ? [] : [.init("", "\(nothing).")] }
    if !items.isEmpty, let away = record.plan.away(on: date) {
      scene.facts.append(.init("away:", away.forDisplay))
    }
    var ways = corrections(date)
    if scene.figure != nil {
      let other = trending.showsHoursInBed ? "noon to noon" : "the hours in bed"
      ways.append(SceneItem("zoom", "Line of time: \(other)", .zoom))
    }
    if !record.plan.isClosed, date <= tonight { ways.append(SceneItem("paper", "Paper notes", .open(.paper(date)))) }
    ways.append(SceneItem("morning", "Morning diary", .open(.morning(date))))
    let weekBefore = date.adding(days: -7)
    ways.append(SceneItem("previous-night", "Previous night", .turnTo(date.adding(days: -1))))
    if date < tonight { ways.append(SceneItem("next-night", "Next night", .turnTo(date.adding(days: 1)))) }
    ways.append(SceneItem("week-before", "A week before: \(NightWords.short(weekBefore))", .turnTo(weekBefore)))
    ways.append(.back)
    scene.shortcuts = [.init(letter: "d", words: "same weekday before", action: .turnTo(weekBefore))]
    // The entries first, each made when it is shown: some nights have hundreds.
    scene.list = SceneList(count: items.count + ways.count) { index in
      guard index < items.count else { return ways[index - items.count] }
      let item = items[index]
      return SceneItem(
        "\(item.id)", "\(clock.words(item.at))  \(entryWords(item))", .open(.entry(Target(night: date, id: item.id))))
    } find: { id in
      if let entry = EntryID(id) { return items.firstIndex { $0.id == entry } }
      return ways.firstIndex { $0.id == id }.map { items.count + $0 }
    }
    scene.list.labelColumns = 200
    return scene
  }

  /// The ways to what is to complete in a night and to what was taken back, where there is any.
  private func corrections(_ date: CivilDate) -> [SceneItem] {
    let open = toCompleteCount(date)
    let takenBack = record.nights[date]?.timeline.takenBack.count ?? 0
    return [
      open == 0 ? nil : SceneItem("to-complete", "To complete: \(open)", .open(.toComplete(date))),
      takenBack == 0 ? nil : SceneItem("taken-back", "Taken back: \(takenBack)", .open(.takenBack(date))),
    ].compactMap { $0 }
  }

  /// The night as a line of time; nil where there is nothing to draw.
  private func nightLine(_ date: CivilDate) -> NightLine? {
    guard let night = record.nights[date] else { return nil }
    let (before, after) = (date.adding(days: -1), date.adding(days: 1))
    let line = NightLine(
      night, previous: record.nights[before] ?? Night(date: before, entries: []),
      next: record.nights[after] ?? Night(date: after, entries: []), rule: record.plan.nightRule, until: now)
    return line.isEmpty ? nil : line
  }

  private func figure(of line: NightLine) -> Figure? {
    NightLineFigure(
      line, hoursInBed: trending.showsHoursInBed, catalogue: catalogue, clock: clock,
      now: line.night == tonight ? now : nil
    ).figure
  }

  private func nightFacts(_ figures: NightFigures) -> [Fact] {
    var facts: [Fact] = []
    if let slept = figures.diary.totalSleepTime {
      facts.append(.init("slept (diary):", NightWords.duration(slept)))
    }
    if let tenths = figures.diary.sleepEfficiency {
      facts.append(.init("sleep efficiency:", "\(NightWords.percent(tenths: tenths)) % of the time in bed"))
    }
    if let mask = figures.mask { facts.append(.init("mask:", NightWords.duration(mask))) }
    // Tonight it is still on, which is what Tonight says; later it was forgotten.
    if figures.maskIsOpen == true, figures.night < tonight {
      facts.append(.init("mask:", "put on, and never noted as taken off"))
    }
    if let turns = figures.turns { facts.append(.init("turns:", "\(turns)")) }
    if let gap = figures.longestTurnGap {
      facts.append(.init("longest between turns:", NightWords.duration(gap)))
    }
    if let suctions = figures.suctions { facts.append(.init("suctions:", "\(suctions)")) }
    if let wakings = figures.wakings { facts.append(.init("woke:", "\(wakings)")) }
    if let list = figures.checklist {
      let parts = [("done", list.done), ("not needed", list.notNeeded), ("could not", list.couldNot)]
      facts.append(
        .init("bedtime list:", parts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")))
    }
    return facts
  }
}
