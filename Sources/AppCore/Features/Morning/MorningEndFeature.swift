internal import NightModel
internal import Text

/// The end of a morning: the night as it was written, beside the usual, and what is still open.
public struct MorningEndFeature: Feature {
  /// The night.
  let date: CivilDate

  /// The end of the morning after a night.
  init(_ date: CivilDate) { self.date = date }

  /// How many entries that lack something are named.
  private static let mostNamed = 3

  func needs(_ c: Context) -> Needs {
    var needs = Needs(nights: c.morningNights(date), figures: date)
    needs.digest = date
    (needs.computed, needs.waits) = ([.wholeRecord], false)
    needs.rows = (-UsualFigures.reach...0).map { date.adding(days: $0) }
    return needs
  }

  func scene(_ c: Context) -> Scene {
    var scene = Scene("morning-end", "Good morning. \(NightWords.tonight(date))")
    scene.shortTitle = "Good morning"
    scene.isReading = true
    scene.figureFirst = true
    scene.figure = c.record.digest(of: date).line.map { c.figure($0, of: date, hoursInBed: true) }
    let open = c.record.toComplete(date)
    scene.facts = figures(c) + stillOpen(open, c) + [Fact("", thanks(c))]
    var items = [SceneItem("tonight", "Back to Tonight", .home)]
    if !open.isEmpty { items.append(SceneItem("open", "What is still open", .open(.toComplete(date)))) }
    let note = PageQuestion(date, .diary, .note)
    items.append(SceneItem("note", NightModel.Field.note.question(of: .diary), .all(c.asking(note))))
    items.append(SceneItem("carer", "My own night", .open(.carerNight(date))))
    scene.list = SceneList(items + [.back]).inTwoColumns
    return scene
  }

  func firstFocus(_ c: Context) -> String? { "tonight" }

  /// The night beside the usual; nothing where neither is known.
  private func figures(_ c: Context) -> [Fact] {
    let rows = (-UsualFigures.reach...0).compactMap { c.record.rows[date.adding(days: $0)] }
    let usual = UsualFigures(of: date, among: rows)
    let lines = usual.lines
    guard !lines.isEmpty else { return [] }
    if c.surface.isSpoken {
      return lines.map { Fact($0.name, $0.night + (usual.nights == 0 ? "" : ", \(usual.usualTitle) \($0.usual)")) }
    }
    func row(_ name: String, _ night: String, _ usual: String) -> Fact {
      Fact(TextWidth.padded(name, columns: 8), TextWidth.padded(night, columns: 13) + usual)
    }
    return [row("", UsualFigures.nightTitle(isLast: date == c.nightJustSlept), usual.usualTitle)]
      + lines.map { row($0.name, $0.night, usual.nights == 0 ? "" : $0.usual) } + [Fact("", "")]
  }

  private func stillOpen(_ open: [ToComplete], _ c: Context) -> [Fact] {
    guard !open.isEmpty else { return [] }
    let named = open.prefix(Self.mostNamed).map { $0.line(c.catalogue, c.clock) }
    let lines = named + (open.count > named.count ? ["and more"] : [])
    let title = "Still open"
    return lines.enumerated().map { index, line in
      Fact(index == 0 || c.surface.isSpoken ? title : String(repeating: " ", count: title.count), line)
    } + [Fact("", "")]
  }

  private func thanks(_ c: Context) -> String {
    guard let item = c.answers(date, .diary)?.items.last else { return "Thank you." }
    let by = item.by.map { " by \($0.forDisplay)" } ?? ""
    return "Thank you. Written down\(by) at \(c.clock.words(item.at))."
  }
}
