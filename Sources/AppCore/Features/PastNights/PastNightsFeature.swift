public import NightModel
internal import Text

/// Past nights: all of them, newest first, or those in which something was found; how to go to a date, and how to look for
/// words in all of them.
public struct PastNightsFeature: PagedFeature {
  /// What the list is narrowed to; nil while it shows all.
  var narrowing: SearchQuery?
  /// The night that is drawn beside the list on a wide screen; nil until the focus has rested on one.
  private(set) var beside: CivilDate?
  var pages: [Page] = []

  /// A page above the list.
  public enum Page: Hashable, Sendable {
    /// The years of the record, to go to one.
    case years
    /// The months of a year.
    case months(Int)
    /// What to look for in all nights.
    case searching
    /// The entries that were found.
    case found(SearchQuery)
  }

  /// What a person can want of the nights.
  public enum Intent: Hashable, Sendable {
    /// Goes to a page.
    case open(Page)
    /// Lists only the nights in which something was found, the newest of them first; nil lists all again.
    case narrow(SearchQuery?, newest: CivilDate)
    /// Draws a night beside the list.
    case lookBeside(CivilDate)
    /// Goes to a night of the list.
    case goTo(CivilDate)
    /// Goes to the last night of a day, month or year, as it was typed: the list has the newest first.
    case goToSpan(DateSpan, typed: String)
    /// Looks for something in all nights, in place of what was looked for before.
    case look(SearchQuery)
  }

  static func isOpening(_ intent: Intent) -> Bool { if case .open = intent { true } else { false } }

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .open(let page):
      open(page)
      return []
    case .narrow(let query, let newest):
      (narrowing, pages) = (query, [])
      return [.focus("\(newest)")]
    case .lookBeside(let night):
      beside = night
      return []
    case .goTo(let night):
      pages = []
      return [.focus("\(night)")]
    case .goToSpan(let span, let typed): return go(to: span, typed, c)
    case .look(let query):
      pages.removeAll { if case .found = $0 { true } else { false } }
      pages.append(.found(query))
      return [.focus(firstFocus(c))]
    }
  }

  func firstFocus(_ c: Context) -> String? {
    switch pages.last {
    case nil: "\(c.tonight)"
    case .found(let query): hits(query, c).first.map { "\($0.target.id)" }
    case .years, .months, .searching: nil
    }
  }

  func needs(_ c: Context) -> Needs {
    var needs = Needs()
    switch pages.last {
    case nil:
      // Other machines' nights may have come in since it was open last.
      (needs.looksAnew, needs.extent, needs.hits) = (true, true, narrowing)
      let rows = rowsInSight(c)
      if c.record.oldest != nil { needs.rows = rows }
      needs.computed = (narrowing == nil ? [] : [.allRows]) + [.wholeRecord]
      needs.ahead = [.allRows]
      lookBeside(&needs, c)
    case .found(let query):
      needs.hits = query
      needs.nightsInSight = Set(hitsInSight(query, c).map(\.target.night))
      needs.computed = [.allRows]
    case .years, .months, .searching: break
    }
    return needs
  }

  func proposes(_ c: Context) -> FieldKey? {
    switch pages.last {
    case .years: .pastNights(.date)
    case .searching: .pastNights(.search)
    case .months, .found, nil: nil
    }
  }

  func scene(_ c: Context) -> Scene {
    switch pages.last {
    case nil: list(c)
    case .years: years(c)
    case .months(let year): months(of: year, c)
    case .searching: searching(c)
    case .found(let query): found(query, c)
    }
  }

  // MARK: The list

  /// The nights the list is narrowed to, newest first; nil while it shows all.
  private func narrowed(_ c: Context) -> [CivilDate]? {
    guard let narrowing else { return nil }
    return c.record.found.flatMap { $0.query == narrowing ? $0.nights : nil } ?? []
  }

  private func listed(_ c: Context) -> ListedNights {
    ListedNights(tonight: c.tonight, oldest: c.record.oldest ?? c.tonight, narrowed: narrowed(c))
  }

  /// The nights whose rows may be shown: whatever page the focus is on.
  private func rowsInSight(_ c: Context) -> [CivilDate] {
    let (nights, ways) = (listed(c), waysInList(c))
    let (first, end) = (ways.count, ways.count + nights.count)
    let focus = c.focus.map { id in
      ways.firstIndex { $0.id == id } ?? nights.place(of: id).map { first + $0 } ?? end
    }
    return c.surface.window(around: focus ?? 0).clamped(to: first..<end).map { nights[$0 - first] }
  }

  /// The ways on, where they are lines above the nights: told one after the other, or where a row has no room for them.
  private func waysInList(_ c: Context) -> [SceneItem] { hasRowOfWays(c) ? [] : ways(c) }

  private func hasRowOfWays(_ c: Context) -> Bool { c.surface.columns >= Widths.columns && !c.surface.isSpoken }

  /// Where else one can go from the nights.
  private func ways(_ c: Context) -> [SceneItem] {
    let isNarrow = c.surface.isNarrow
    let all = SceneItem("all-nights", "All nights again", .feature(.pastNights(.narrow(nil, newest: c.tonight))))
    return (narrowing == nil ? [] : [all]) + [
      SceneItem("search", "Search", .feature(.pastNights(.open(.searching)))),
      SceneItem("go-to", isNarrow ? "To a date" : "Go to a date", .feature(.pastNights(.open(.years)))),
      SceneItem("trends", "Trends", .open(.trends)),
      SceneItem("report", isNarrow ? "Report" : "Clinic report", .open(.report)),
    ]
  }

  private func list(_ c: Context) -> Scene {
    var scene = Scene("past-nights", narrowing.map { "Past nights: \($0.text.forDisplay)" } ?? "Past nights")
    let (nights, ways, record) = (listed(c), waysInList(c), c.record)
    if hasRowOfWays(c) { scene.ways = self.ways(c) }
    scene.besideColumns = besideColumns(c)
    scene.beside = beside.flatMap { besideColumns(c) > 0 ? night($0, c) : nil }
    let room = c.surface.columns - besideColumns(c)
    let columns = NightColumns(
      screen: room, isSpoken: c.surface.isSpoken, isBeside: scene.besideColumns > 0)
    let isInDoubt = rowsInSight(c).contains { record.rows[$0]?.maskUnconfirmed != nil }
    let doubt = isInDoubt ? "? written, not confirmed" : nil
    let legend = [columns.legend, doubt].compactMap(\.self).joined(separator: ", ")
    let told = nights.count == 0 ? "No night holds it." : legend.isEmpty ? nil : legend
    if let words = progressWords(c) ?? told { scene.facts = [.init("", words)] }
    // The ways on, then the nights; made when asked for.
    scene.list = SceneList(count: ways.count + nights.count + 1) { index in
      if index < ways.count { return ways[index] }
      guard index - ways.count < nights.count else { return .back }
      let date = nights[index - ways.count]
      return SceneItem(
        "\(date)", room < Widths.narrow ? Self.plainDay(date) : NightWords.fullDay(date),
        state: record.rows[date].map { row($0, columns, c) } ?? "", .open(.night(date)))
    } find: { id in
      if let way = ways.firstIndex(where: { $0.id == id }) { return way }
      if id == SceneItem.back.id { return ways.count + nights.count }
      return nights.place(of: id).map { ways.count + $0 }
    }
    scene.list.labelColumns = columns.labelColumns
    if !c.surface.isSpoken { scene.list.header = ("night", columns.header) }
    scene.list.start = nights.count == 0 ? nil : ways.count
    scene.list.end = nights.count == 0 ? nil : ways.count + nights.count - 1
    scene.shortcuts = [Self.lookKey, Self.dateKey]
    return scene
  }

  /// One line of the list.
  private func row(_ figures: NightFigures, _ columns: NightColumns, _ c: Context) -> String {
    guard figures.entries > 0 || figures.isWornThrough else {
      let night = figures.night
      return c.record.isHidden(night) ? "nothing that can be read" : c.plan.wordsForNothing(on: night)
    }
    let row = columns.row(figures, signBegins: !c.record.signsBeginning(in: figures.night).isEmpty, c.catalogue)
    return c.plan.away(on: figures.night).map { "away: \($0.forDisplay) · \(row)" } ?? row
  }

  /// How far the rows of all nights are, while they are being made.
  func progressWords(_ c: Context) -> String? {
    guard let progress = c.record.progress, !progress.isComplete, progress.total > 0 else { return nil }
    // In lines nothing is told twice, so only what is waited for is told.
    if c.surface.isSpoken, pages.isEmpty, narrowing == nil { return nil }
    return "Reading nights, \(progress.done) of \(progress.total)."
  }

  /// `22 Nov 2026`.
  static func plainDay(_ date: CivilDate) -> String {
    NightWords.fullDay(date).split(separator: " ").dropFirst().joined(separator: " ")
  }
}

/// The nights of the list, newest first: every calendar night from the first that was written to tonight, or those it is
/// narrowed to.
private struct ListedNights {
  let tonight: CivilDate
  let narrowed: [CivilDate]?
  let count: Int

  init(tonight: CivilDate, oldest: CivilDate, narrowed: [CivilDate]?) {
    (self.tonight, self.narrowed) = (tonight, narrowed)
    count = narrowed?.count ?? max(1, tonight.daysSince1970 - oldest.daysSince1970 + 1)
  }

  subscript(place: Int) -> CivilDate { narrowed?[place] ?? tonight.adding(days: -place) }

  /// The place of a night, by the id of its item.
  func place(of id: String) -> Int? {
    guard let date = CivilDate(id) else { return nil }
    if let narrowed { return narrowed.firstIndex(of: date) }
    let place = tonight.daysSince1970 - date.daysSince1970
    return (0..<count).contains(place) ? place : nil
  }
}
