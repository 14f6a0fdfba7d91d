internal import Text

/// What scanning stops on, level by level, made from what a screen shows and from nothing else.
///
/// The stations come in the order of the list. What can be walked to with other hands can be reached here: the lines that
/// show, the pages of a longer list, and last the ways out. `None of these` leads out of every block.
package struct ScanOrder: Hashable, Sendable {
  /// What the screen is called by the program.
  package let screen: String
  /// What comes before the first station, in the first loop alone: Undo, right after something was written.
  package let lead: ScanStation?
  /// The stations of the top level.
  package private(set) var stations: [ScanStation]

  /// The stations of a screen.
  /// - Parameters:
  ///   - shown: what the screen shows.
  ///   - undo: what undo would take back, in words; nil for nothing.
  ///   - hasWritten: true right after something was written.
  ///   - held: what is proposed because a key that was held chose twice; nil for nothing.
  ///   - cardFirst: true if the emergency card is the first station of every screen.
  ///   - isTimed: true where time moves, which can be made slower and faster.
  package init(
    _ shown: Shown, undo: String? = nil, hasWritten: Bool = false, held: HeldProposal? = nil, cardFirst: Bool = false,
    isTimed: Bool = true
  ) {
    let controls = ScanControls(shown, undo: undo, isTimed: isTimed)
    let lines = ScanLines(shown, undo: controls.undo.words)
    screen = shown.scene.name
    // Where the thing that was written is asked about, a press too many leaves it blank instead.
    let undo = hasWritten && shown.scene.tonight?.question == nil ? controls.undo : nil
    lead = held.map { $0.lead(undo) } ?? undo
    let card = cardFirst ? [controls.card] : []
    let out = controls.waysOut.isEmpty ? [] : [ScanStation(block: controls.waysOut, words: "Ways out")]
    let proposed = held.map { [$0.station] } ?? []
    let others = card.count + lines.paging.count + proposed.count + out.count
    let direct = Array(lines.direct.prefix(max(0, ScanBlocks.mostStations - 1 - others)))
    var segments = lines.segments
    if direct.count < lines.direct.count {
      segments.insert(.init(stations: Array(lines.direct[direct.count...])), at: 0)
    }
    segments = controls.besidePause(segments)
    let room = ScanBlocks.mostStations - direct.count - others
    stations = card + direct + ScanBlocks.stations(segments, room: room) + lines.paging + proposed + out
  }

  /// Stations on one level, however many.
  init(screen: String, lead: ScanStation? = nil, _ stations: [ScanStation]) {
    (self.screen, self.lead, self.stations) = (screen, lead, stations)
  }

  /// The stations of a level. `path` are the places of the blocks that lead to it; where there is no such block, the
  /// level above it.
  package func level(at path: [Int]) -> [ScanStation] {
    var level = stations
    for index in path where level.indices.contains(index) && !level[index].block.isEmpty { level = level[index].block }
    return level
  }

  /// This order while news changed the screen: every station keeps its place.
  func refreshed(by news: ScanOrder) -> ScanOrder {
    let now = Dictionary(news.stations.flatMap(\.choices).map { ($0.id, $0) }) { first, _ in first }
    return ScanOrder(screen: screen, lead: lead, stations.map { $0.refreshed(by: now) })
  }
}

/// The lines of a screen as stations, and what turns its pages.
private struct ScanLines {
  /// What is a station of its own on the top level, however many lines there are.
  let direct: [ScanStation]
  /// The others.
  let segments: [ScanBlocks.Segment]
  /// Next page, page before; empty where all of the list shows.
  let paging: [ScanStation]

  /// `undo` is what the line is called that takes back.
  init(_ shown: Shown, undo: String) {
    func station(_ item: SceneItem) -> ScanStation {
      ScanStation(line: item, words: item.intent.isUndo ? undo : nil)
    }
    let list = shown.scene.list
    let page = shown.page.clamped(to: 0..<list.count)
    // The way back is one of the ways out.
    let end = list.endsWithBack && page.upperBound == list.count ? list.count - 1 : page.upperBound
    let first = min(end, page.lowerBound + Self.directCount(shown, page))
    direct = (page.lowerBound..<first).map { station(list[$0]) }
    var segments: [ScanBlocks.Segment] = []
    let columns = Self.columnStarts(shown)
    for index in first..<max(first, end) {
      let item = list[index]
      if segments.isEmpty || item.heading != nil || columns.contains(index) {
        segments.append(.init(heading: item.heading, stations: []))
      }
      segments[segments.count - 1].stations.append(station(item))
    }
    // Where else one can go from here.
    let ways = shown.ways.filter { $0.id != SceneItem.back.id && !$0.isPaging }.map { ScanStation(way: $0) }
    if !ways.isEmpty { segments.append(.init(stations: ways)) }
    self.segments = segments
    paging = shown.pagingStations
  }

  /// How many of the first lines are stations of their own: those that the scene says, Tonight's first column, what leaves
  /// a question blank, what reads on.
  private static func directCount(_ shown: Shown, _ page: Range<Int>) -> Int {
    let scene = shown.scene
    guard page.lowerBound == 0, !page.isEmpty else { return 0 }
    if let tonight = scene.tonight { return tonight.columnStarts.count > 1 ? tonight.columnStarts[1] : 0 }
    let first = scene.list[0]
    let isReading = scene.isReading && first.id == SceneItem.readOn.id
    return isReading || scene.list.numbering == .own && first.digit == 0 ? 1 : scene.direct
  }

  /// At which lines a column begins.
  private static func columnStarts(_ shown: Shown) -> Set<Int> {
    Set(shown.scene.tonight?.columnStarts ?? shown.table.map(\.lowerBound))
  }
}

/// What leads out of a screen, and what is asked of the scanning itself.
private struct ScanControls {
  /// Takes the last thing back. It stands there also while there is nothing, so that no count of steps ever changes.
  let undo: ScanStation
  /// What the list does not have itself.
  let waysOut: [ScanStation]
  /// The emergency card.
  let card: ScanStation
  /// True if the list has a line that pauses.
  private let listPauses: Bool
  private let isTimed: Bool

  init(_ shown: Shown, undo words: String?, isTimed: Bool) {
    self.isTimed = isTimed
    let items = shown.linesAndWays
    func shows(_ isMeant: (Intent) -> Bool) -> Bool { items.contains { isMeant($0.intent) } }
    let undoWords = "Undo: \(words ?? "nothing to take back")"
    let undoItem = (items + shown.hintWays).first { $0.intent.isUndo }
    let place = undoItem.map { item in
      items.contains(item) ? ScanStation.Place.line(item.id) : .way(item.id)
    }
    undo = ScanStation("out-undo", undoWords, at: place ?? .words, undoItem?.intent ?? .act(.undo))
    listPauses = shows { $0.scanControl == .pause }
    var ways: [ScanStation] = shows(\.isUndo) ? [] : [undo]
    let hint = (shown.ways + shown.hintWays).first { $0.intent == .act(.open(.card)) }
    card =
      hint.map { ScanStation(way: $0, words: "Emergency card") }
      ?? ScanStation("out-card", "Emergency card", .act(.open(.card)))
    if !shows({ $0 == .act(.open(.card)) }) { ways.append(card) }
    if !listPauses, isTimed { ways += [.pause] + Self.speeds }
    let hints = shown.hintWays.filter { !$0.intent.isUndo && $0.intent != .act(.open(.card)) }
    ways += hints.map { ScanStation(way: $0, words: $0.label.capitalizedFirst) }
    let back = Self.back(shown)
    if !shows({ $0 == .act(.back) }) || back.isShown { ways.append(back.station) }
    waysOut = ways
  }

  /// The way back, and whether it was left out of the lines to stand here.
  private static func back(_ shown: Shown) -> (station: ScanStation, isShown: Bool) {
    let list = shown.scene.list
    if let way = shown.ways.first(where: { $0.id == SceneItem.back.id }) { return (ScanStation(way: way), true) }
    if list.endsWithBack, shown.page.upperBound == list.count {
      return (ScanStation(line: list[list.count - 1]), true)
    }
    let words = shown.scene.name == "tonight" ? "Leave" : "Back"
    return (ScanStation("out-back", words, .act(.back)), false)
  }

  private static let speeds = [
    ScanStation("out-slower", "Slower", .act(.scan(.slower))),
    ScanStation("out-faster", "Faster", .act(.scan(.faster))),
  ]

  /// The lines with what changes the speed beside the line that pauses.
  func besidePause(_ segments: [ScanBlocks.Segment]) -> [ScanBlocks.Segment] {
    guard listPauses, isTimed else { return segments }
    return segments.map { segment in
      var segment = segment
      if let index = segment.stations.firstIndex(where: { $0.choice?.intent.scanControl == .pause }) {
        segment.stations.insert(contentsOf: Self.speeds, at: index + 1)
      }
      return segment
    }
  }
}

extension ScanStation {
  fileprivate static let pause = ScanStation("out-pause", "Pause", .act(.scan(.pause)))
}

extension Shown {
  /// The lines that show, and the ways out below them.
  fileprivate var linesAndWays: [SceneItem] { page.clamped(to: 0..<scene.list.count).map { scene.list[$0] } + ways }

  /// What turns the page; empty where all of the list shows.
  fileprivate var pagingStations: [ScanStation] {
    let list = scene.list
    guard page.count < list.count, !page.isEmpty else { return [] }
    let own = ways.filter(\.isPaging)
    if !own.isEmpty { return own.map { ScanStation(way: $0) } }
    // On a scrap of a screen there is no row for them.
    let (isLast, isFirst) = (page.upperBound >= list.count, page.lowerBound == 0)
    let next = list[isLast ? 0 : page.upperBound].id
    let before = list[isFirst ? list.count - 1 : page.lowerBound - 1].id
    return [
      ScanStation("out-next", isLast ? "First page" : "Next page", .act(.focus(next))),
      ScanStation("out-before", isFirst ? "Last page" : "Page before", .act(.focus(before))),
    ]
  }
}

extension SceneItem {
  fileprivate var isPaging: Bool { [Self.nextPageID, Self.pageBeforeID].contains(id) }
}

extension Intent {
  /// True for what takes the last thing back.
  var isUndo: Bool { self == .act(.undo) || self == .act(.command(.undo)) }

  /// What it asks of the scanning itself; nil for anything else.
  package var scanControl: ScanControl? { if case .act(.scan(let control)) = self { control } else { nil } }
}
