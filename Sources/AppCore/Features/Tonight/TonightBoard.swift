internal import NightModel
internal import Text

/// What Tonight shows besides its table: what stands, and what was written.
extension TonightFeature {
  /// Tonight with nothing asked.
  func tonight(_ c: Context) -> Scene {
    var scene = night(c)
    let table = c.plan.isClosed ? closedTable(c) : showsOften(c) ? oftenTable(c) : table(c)
    scene.list = SceneList(table.joined().map(\.self), numbering: .own)
    scene.hints = hints(c)
    scene.tonight?.columnStarts = table.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }.dropLast()
    return scene
  }

  /// What stands and what was written, the same whether something is asked or not.
  func night(_ c: Context) -> Scene {
    var scene = Scene("tonight", NightWords.tonight(c.tonight))
    scene.shortTitle = c.surface.isTight ? NightWords.day(c.tonight) : NightWords.nightSpan(c.tonight)
    scene.keys = Keys.tonight
    let board = c.board
    scene.facts = closedFacts(c) + board.facts(now: c.now, clock: c.clock) + c.clockFacts
    scene.tonight = parts(board, c)
    let isWhole = c.record.isWhole(c.tonight)
    let lines = c.night.writtenLines(c.catalogue)
    scene.log = Scene.Lines(count: lines.count) { c.line(of: lines[lines.count - 1 - $0]) }
    if lines.isEmpty, !c.plan.isClosed {
      let nothing = isWhole ? "nothing written yet tonight" : "tonight could not be read"
      scene.tonight?.nothing = nothing
      scene.facts.append(Fact("", "\(nothing.capitalizedFirst)."))
    }
    return scene
  }

  private func closedFacts(_ c: Context) -> [Fact] {
    c.plan.isClosed ? [Fact("", "This record is closed. Everything stays to be read and printed.")] : []
  }

  private func parts(_ board: Board, _ c: Context) -> TonightScene {
    var parts = TonightScene()
    // A question keeps the rows, so that nothing moves.
    if showsOften(c) { parts.tableRows = Self.oftenRows }
    if c.surface.isRead { parts.tableRows = Self.readRows(c) }
    parts.board = board.rows(now: c.now, clock: c.clock, ages: c.tellsAges) { c.offers(.event($0)) }
    parts.medicines = board.medicines.filter(\.isTold).map { medicine in
      TonightScene.Medicine(
        cell: medicine.cell(now: c.now, clock: c.clock, ages: c.tellsAges),
        short: c.tellsAges
          ? medicine.shortCell(now: c.now, clock: c.clock) : medicine.cell(now: c.now, clock: c.clock, ages: false),
        label: medicine.gapWords)
    }
    parts.plannedMedicines = max(c.plan.medicines.count, parts.medicines.count)
    parts.clockChange = c.clockChange.map { $0.shortWords(now: c.now, clock: c.clock) } ?? ""
    parts.since =
      board.duty.on.last { $0.by == c.by }.map { "on since \(NightWords.near($0.at, now: c.now, c.clock))" } ?? ""
    let others = board.duty.on.filter { $0.by != c.by }.map { "on: \(Duty.words($0, now: c.now, c.clock))" }
    parts.aboveEntries =
      board.standing(now: c.now, clock: c.clock, ages: c.tellsAges)
      + [board.duty.expectedFact?.line ?? "", board.beforeWords(now: c.now, clock: c.clock)] + others
    let findings = RecordFinding.parts(c.record.allFindings(withUnreadNights: false))
    parts.aboveTableMore = c.plan.isClosed ? "" : findings?.more ?? ""
    let said = [findings?.worst ?? c.clockTrouble.first ?? "", signLine(c)]
    parts.aboveTable = closedFacts(c).first?.value ?? said.first { !$0.isEmpty } ?? ""
    return parts
  }

  /// What Tonight says of signs: of how many, and nothing where there is none or it is not wanted.
  private func signLine(_ c: Context) -> String {
    // While nights are read anew what was found before stands, or the line would come and go with every key.
    let noted = c.tellsSigns ? c.record.lastSigns?.noted(c.catalogue) ?? 0 : 0
    return noted == 0 ? "" : "When to call: \(SignWords.noted(noted))"
  }
}
