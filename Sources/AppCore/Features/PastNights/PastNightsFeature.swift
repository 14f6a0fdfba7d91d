internal import CellUI
internal import NightModel
internal import Text

/// Past nights: all of them, newest first, and one of them with what was written in it.
extension App {
  /// How many nights the list has: every calendar night from the first that was written to tonight, or those it is
  /// narrowed to.
  private var nightCount: Int {
    narrowedNights?.count ?? max(1, tonight.daysSince1970 - (record.oldest ?? tonight).daysSince1970 + 1)
  }

  /// The nights the list is narrowed to, newest first; nil while it shows all.
  private var narrowedNights: [CivilDate]? {
    guard let narrowing else { return nil }
    return record.found.flatMap { $0.query == narrowing ? $0.nights : nil } ?? []
  }

  /// The nights whose rows the screen may show: whatever page the focus is on.
  var rowsInSight: [CivilDate] {
    let (narrowed, tonight, ways) = (narrowedNights, tonight, pastNightsWays.count)
    var scene = pastNightsScene()
    scene.focus = place.focus
    let window = surface.window(around: scene.focusIndex).clamped(to: ways..<ways + nightCount)
    return window.map { index in narrowed.map { $0[index - ways] } ?? tonight.adding(days: ways - index) }
  }

  /// What stands above the nights.
  private var pastNightsWays: [SceneItem] {
    let all = SceneItem("all-nights", "All nights again", .feature(.pastNights(.narrow(nil))))
    return (narrowing == nil ? [] : [all]) + [
      SceneItem("search", "Search", .open(.searching)),
      SceneItem("go-to", surface.isNarrow ? "To a date" : "Go to a date", .open(.years)),
      SceneItem("trends", "Trends", .open(.trends)),
      SceneItem("report", surface.isNarrow ? "Report" : "Clinic report", .open(.report)),
    ]
  }

  func pastNightsScene() -> Scene {
    var scene = Scene("past-nights", narrowing.map { "Past nights: \($0.text.forDisplay)" } ?? "Past nights")
    let (tonight, rows, count, catalogue) = (tonight, record.rows, nightCount, catalogue)
    let signs = record.signMarks
    let (narrowed, ways) = (narrowedNights, pastNightsWays)
    let columns = NightColumns(screen: surface.columns, isSpoken: surface.isSpoken)
    let isNarrow = surface.isNarrow
    let doubt = rows.values.contains { $0.maskUnconfirmed != nil } ? "? written, not confirmed" : nil
    let legend = [columns.legend, doubt].compactMap(\.self).joined(separator: ", ")
    let told = narrowed?.isEmpty == true ? "No night holds it." : legend.isEmpty ? nil : legend
    if let words = progressWords ?? told {
      scene.facts = [.init("", words)]
    }
    // The ways on, then the nights; made when asked for.
    scene.list = SceneList(count: ways.count + count + 1) { index in
      if index < ways.count { return ways[index] }
      guard index - ways.count < count else { return .back }
      let date = narrowed.map { $0[index - ways.count] } ?? tonight.adding(days: ways.count - index)
      return SceneItem(
        "\(date)", isNarrow ? Self.plainDay(date) : NightWords.fullDay(date),
        state: rows[date].map { row($0, signs[date], columns, catalogue) } ?? "", .open(.night(date)))
    } find: { id in
      if let way = ways.firstIndex(where: { $0.id == id }) { return way }
      if id == SceneItem.back.id { return ways.count + count }
      guard let date = CivilDate(id) else { return nil }
      if let narrowed { return narrowed.firstIndex(of: date).map { ways.count + $0 } }
      let index = tonight.daysSince1970 - date.daysSince1970
      return (0..<count).contains(index) ? ways.count + index : nil
    }
    scene.list.labelColumns = columns.labelColumns
    if !surface.isSpoken { scene.list.header = ("night", columns.header) }
    scene.list.start = count == 0 ? nil : ways.count
    scene.list.end = count == 0 ? nil : ways.count + count - 1
    scene.shortcuts = [Self.lookKey, Self.dateKey]
    return scene
  }

  /// One line of the list of nights.
  private func row(
    _ figures: NightFigures, _ signs: [String]?, _ columns: NightColumns, _ catalogue: Catalogue
  ) -> String {
    guard figures.entries > 0 || figures.isWornThrough else {
      let night = figures.night
      return record.isHidden(night) ? "nothing that can be read" : record.plan.wordsForNothing(on: night)
    }
    var figures = figures
    figures.signs = signs
    let row = columns.row(figures, catalogue)
    return record.plan.away(on: figures.night).map { "away: \($0.forDisplay) · \(row)" } ?? row
  }

  func nightScene(_ date: CivilDate) -> Scene {
    var scene = Scene("night", NightWords.night(date).capitalizedFirst)
    scene.shortTitle = NightWords.short(date)
    let items = record.nights[date]?.items ?? []
    if let figures = record.rows[date] { scene.facts = nightFacts(figures) }
    let nothing = record.plan.wordsForNothing(on: date, isWhole: record.isWhole(date)).capitalizedFirst
    let digest = record.digest(of: date)
    scene.figure = digest.line.flatMap { figure(of: $0) }
    if items.isEmpty {
      // What began before the night and ended after it touches it, though nothing is written in it.
      scene.facts = (nothing.isEmpty ? [] : [.init("", "\(nothing).")]) + scene.facts
    }
    if !items.isEmpty, let away = record.plan.away(on: date) {
      scene.facts.append(.init("away:", away.forDisplay))
    }
    var ways = corrections(date, digest)
    if scene.figure != nil {
      let other = showsHoursInBed ? "noon to noon" : "the hours in bed"
      ways.append(SceneItem("zoom", "Line of time: \(other)", .feature(.night(.zoom))))
    }
    if !record.plan.isClosed, date <= tonight { ways.append(SceneItem("paper", "Paper notes", .open(.paper(date)))) }
    ways.append(SceneItem("morning", "Morning diary", .open(.morning(date))))
    let weekBefore = date.adding(days: -7)
    ways.append(SceneItem("previous-night", "Previous night", .feature(.night(.turnTo(date.adding(days: -1))))))
    if date < tonight {
      ways.append(SceneItem("next-night", "Next night", .feature(.night(.turnTo(date.adding(days: 1))))))
    }
    ways.append(
      SceneItem("week-before", "A week before: \(NightWords.short(weekBefore))", .feature(.night(.turnTo(weekBefore)))))
    ways.append(.back)
    scene.shortcuts = [.init(letter: "d", words: "week before", .feature(.night(.turnTo(weekBefore))))]
    // The entries first, each made when it is shown: some nights have hundreds.
    scene.list = SceneList(count: items.count + ways.count) { index in
      guard index < items.count else { return ways[index - items.count] }
      let item = items[index]
      return SceneItem("\(item.id)", "\(clock.words(item.at))  \(context.words(of: item))", opening(item, in: date))
    } find: { id in
      if let entry = EntryID(id) { return items.firstIndex { $0.id == entry } }
      return ways.firstIndex { $0.id == id }.map { items.count + $0 }
    }
    scene.list.labelColumns = 200
    return scene
  }

  /// Goes to where an entry of a night is read and corrected: a page as the page it is, everything else field by field.
  func opening(_ item: Item, in date: CivilDate) -> Act {
    switch item.subject {
    case .diary: .open(.morning(date))
    case .carer: .open(.carerNight(date))
    default: .open(.entry(Target(night: date, id: item.id)))
    }
  }

  /// The ways to what is to complete in a night and to what was taken back, where there is any.
  private func corrections(_ date: CivilDate, _ digest: NightDigest) -> [SceneItem] {
    let (open, takenBack) = (digest.toComplete, digest.takenBack)
    return [
      open == 0 ? nil : SceneItem("to-complete", "To complete: \(open)", .open(.toComplete(date))),
      takenBack == 0 ? nil : SceneItem("taken-back", "Taken back: \(takenBack)", .open(.takenBack(date))),
    ].compactMap { $0 }
  }

  private func figure(of line: NightLine) -> Figure? {
    NightLineFigure(
      line, hoursInBed: showsHoursInBed, catalogue: catalogue, clock: clock,
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
    facts += figures.unconfirmedFacts
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
