internal import NightModel
internal import Text

/// One night: what was written in it, its line of time and its figures.
public struct NightFeature: Feature {
  let night: CivilDate

  /// The night, and its neighbours: what began in one may end in the next.
  func needs(_ c: Context) -> Needs {
    var needs = Needs(nights: (-1...1).map { night.adding(days: $0) }, figures: night)
    needs.digest = night
    (needs.computed, needs.waits) = ([.wholeRecord], false)
    return needs
  }

  /// Of tonight the newest entry is the one that was just written, and is looked for to be corrected.
  func firstFocus(_ c: Context) -> String? {
    night == c.tonight ? c.record.nights[night]?.items.last.map { "\($0.id)" } : nil
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("night", NightWords.night(night).capitalizedFirst)
    scene.shortTitle = NightWords.short(night)
    let items = c.record.nights[night]?.items ?? []
    if let figures = c.record.rows[night] { scene.facts = facts(figures, c) }
    let nothing = c.plan.wordsForNothing(on: night, isWhole: c.record.isWhole(night)).capitalizedFirst
    let digest = c.record.digest(of: night)
    scene.figure = digest.line.map { c.figure($0, of: night, hoursInBed: c.showsHoursInBed) }
    if items.isEmpty {
      // What began before the night and ended after it touches it, though nothing is written in it.
      scene.facts = (nothing.isEmpty ? [] : [.init("", "\(nothing).")]) + scene.facts
    }
    if !items.isEmpty, let away = c.plan.away(on: night) { scene.facts.append(.init("away:", away.forDisplay)) }
    let ways = corrections(digest) + ways(hasFigure: scene.figure != nil, c) + [.back]
    let after: [Scene.Shortcut] =
      night < c.tonight ? ["+", "="].map { .init(letter: $0, words: "night after", turn(1)) } : []
    scene.shortcuts =
      [.init(letter: "-", words: "night before", turn(-1))] + after
      + [.init(letter: "d", words: "week before", turn(-7))]
    // The nights beside it, then the entries, each made when it is shown: some nights have hundreds.
    let turns = turns(c)
    scene.list = SceneList(count: turns.count + items.count + ways.count) { index in
      if index < turns.count { return turns[index] }
      guard index < turns.count + items.count else { return ways[index - turns.count - items.count] }
      let item = items[index - turns.count]
      let line = c.line(of: item)
      let label = c.surface.isSpoken ? line.text : line.text(columns: min(c.surface.columns - 6, Widths.sentence))
      return SceneItem("\(item.id)", label, c.opening(item, in: night))
    } find: { id in
      if let entry = EntryID(id) { return items.firstIndex { $0.id == entry }.map { turns.count + $0 } }
      return turns.firstIndex { $0.id == id } ?? ways.firstIndex { $0.id == id }.map { turns.count + items.count + $0 }
    }
    scene.list.labelColumns = Widths.sentence
    // Turning to another night, where the line with the focus is not, shows that night from its first entry.
    (scene.list.start, scene.list.whereGone) = (turns.count, turns.count)
    return scene
  }

  /// The ways to what is to complete in the night and to what was taken back, where there is any.
  private func corrections(_ digest: NightDigest) -> [SceneItem] {
    let (open, takenBack) = (digest.toComplete, digest.takenBack)
    return [
      open == 0 ? nil : SceneItem("to-complete", "To complete: \(open)", .open(.toComplete(night))),
      takenBack == 0 ? nil : SceneItem("taken-back", "Taken back: \(takenBack)", .open(.takenBack(night))),
    ].compactMap { $0 }
  }

  /// The nights beside it.
  private func turns(_ c: Context) -> [SceneItem] {
    let next = SceneItem("next-night", "Next night", turn(1))
    return [SceneItem("previous-night", "Previous night", turn(-1))] + (night < c.tonight ? [next] : [])
  }

  /// Where else the night leads.
  private func ways(hasFigure: Bool, _ c: Context) -> [SceneItem] {
    var ways: [SceneItem] = []
    if hasFigure {
      let other = c.showsHoursInBed ? "noon to noon" : "the hours in bed"
      ways.append(SceneItem("zoom", "Line of time: \(other)", .zoom))
    }
    if !c.plan.isClosed, night <= c.tonight { ways.append(SceneItem("paper", "Paper notes", .open(.paper(night)))) }
    ways.append(SceneItem("morning", "Morning diary", .open(.morning(night))))
    let weekBefore = NightWords.short(night.adding(days: -7))
    return ways + [SceneItem("week-before", "A week before: \(weekBefore)", turn(-7))]
  }

  /// Goes to the night some days on, in place of this one.
  private func turn(_ days: Int) -> Act { .turn(to: .night(night.adding(days: days))) }

  private func facts(_ figures: NightFigures, _ c: Context) -> [Fact] {
    var facts: [Fact] = []
    if let slept = figures.diary.totalSleepTime {
      facts.append(.init("slept (TST):", NightWords.duration(slept)))
    }
    if let tenths = figures.diary.sleepEfficiency {
      facts.append(.init("sleep efficiency (SE):", "\(NightWords.percent(tenths: tenths)) % of the time in bed"))
    }
    if let mask = figures.mask { facts.append(.init("mask:", NightWords.duration(mask))) }
    // Tonight it is still on, which is what Tonight says; later it was forgotten.
    if figures.maskIsOpen == true, night < c.tonight {
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
