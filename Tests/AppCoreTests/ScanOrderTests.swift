import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

/// What scanning stops on, of screens that are made up and of some that there are.
@Suite struct `The order of scanning` {
  private static func shown(
    _ count: Int, rows: Int = 24, columns: Int = 80, _ change: (inout Scene) -> Void = { _ in }
  ) -> Shown {
    var scene = Scene("made-up", "Made up")
    scene.list = SceneList((1...max(1, count)).map { SceneItem("\($0)", "line \($0)", .say("")) } + [.back])
    scene.hints = [
      .init(key: "u", words: "undo", rank: 2, way: .undo),
      .init(key: "?", words: "help", rank: 3, way: SceneItem("way-help", "help", .command(.help))),
    ]
    change(&scene)
    return Layout(scene, on: Surface(columns: columns, rows: rows)).shown
  }

  private static let out = "[Undo: nothing to take back · Emergency card · Pause · Slower · Faster · Help · Back]"

  @Test func `a few lines are stations of their own, and the last is the block of ways out`() {
    #expect(ScanOrder(Self.shown(3)).outline == "line 1 · line 2 · line 3 · " + Self.out)
  }

  @Test(arguments: [(8, [3, 3, 2]), (16, [4, 4, 4, 4]), (12, [3, 3, 3, 3])])
  func `more lines than a level holds are blocks as even as can be`(lines: Int, blocks: [Int]) {
    let stations = ScanOrder(Self.shown(lines, rows: 40)).stations
    #expect(stations.dropLast().map { $0.block.count - 1 } == blocks)
    #expect(stations.first?.words == "line 1 to line \(blocks[0])")
    #expect(stations.allSatisfy { $0.block.last == .noneOfThese })
  }

  @Test func `a list longer than the screen has its pages ahead of the ways out`() {
    let order = ScanOrder(Self.shown(60))
    #expect(order.stations.suffix(3).map(\.words) == ["Next page", "Last page", "Ways out"])
    let lines = order.stations.flatMap(\.choices).filter { $0.id.hasPrefix("line-") }.map(\.words)
    #expect(lines == (1...lines.count).map { "line \($0)" } && lines.count > 10)
  }

  @Test func `a block never crosses a heading, and is called by it`() {
    let shown = Self.shown(14, rows: 40) { scene in
      var items = scene.list.items
      (items[5].heading, items[8].heading) = ("Bed", "Room")
      scene.list = SceneList(items)
    }
    let stations = ScanOrder(shown).stations
    #expect(stations.dropLast().map { $0.block.count - 1 } == [5, 3, 6])
    #expect(stations.dropLast().map(\.words) == ["line 1 to line 5", "Bed", "Room"])
  }

  @Test func `a block never crosses a column`() {
    let shown = Self.shown(9, rows: 40) { $0.list.columnBreak = 5 }
    #expect(ScanOrder(shown).stations.dropLast().map { $0.block.count - 1 } == [5, 4])
  }

  @Test func `where else one can go stands together, after the lines`() {
    let shown = Self.shown(60) { scene in
      scene.ways = ["Search", "Go to a date", "Trends"].map { SceneItem($0, $0, .say("")) }
    }
    let words = ScanOrder(shown).stations.map(\.words)
    #expect(words.suffix(4) == ["Search to Trends", "Next page", "Last page", "Ways out"])
  }

  @Test func `a text is read on first`() {
    let shown = Self.shown(2, rows: 16) { scene in
      scene.isReading = true
      scene.facts = (1...40).map { Fact("", "sentence \($0)") }
    }
    #expect(ScanOrder(shown).stations.first?.words == "Read on")
  }

  @Test func `right after a save Undo comes before everything, and what it takes back is said`() {
    let order = ScanOrder(Self.shown(3), undo: "drink 02:10", hasWritten: true)
    #expect(order.lead?.words == "Undo: drink 02:10" && order.lead?.choice?.intent == .act(.command(.undo)))
    #expect(order.stations.last?.block.first?.words == "Undo: drink 02:10")
    #expect(ScanOrder(Self.shown(3), undo: "drink 02:10").lead == nil)
  }

  // MARK: Of any screen

  private struct Found {
    var lines: Set<Int> = []
    var problems: [String] = []
  }

  /// Reads a list page by page, as Next page does, and looks at the order of each page.
  private static func walk(_ scene: Scene, on surface: Surface, seed: UInt64) -> Found {
    var (scene, found) = (scene, Found())
    for _ in 0..<scene.list.count + 1 {
      let shown = Layout(scene, on: surface).shown
      let order = ScanOrder(shown)
      let steps = ScanSteps.all(order.stations)
      let lines = steps.compactMap { $0.station.id.hasPrefix("line-") ? Int($0.station.id.dropFirst(5)) : nil }
      let page = shown.page.filter { $0 < scene.list.count && shown.scene.list[$0].id != "back" }
      let listed = page.compactMap { Int(shown.scene.list[$0].id) }
      if lines != listed { found.problems.append("\(lines) for \(listed)") }
      found.lines.formUnion(lines)
      for (depth, level) in order.levels {
        if level.count > 8 { found.problems.append("\(level.count) stations") }
        if depth > 3 { found.problems.append("\(depth) levels") }
        if depth > 1, level.last != .noneOfThese { found.problems.append("a block without a way out") }
        if Set(level.map(\.id)).count != level.count { found.problems.append("two of a name") }
        if level.contains(where: { $0.words.isEmpty }) { found.problems.append("a station without words") }
      }
      if steps.contains(where: { $0.stations > 24 }) { found.problems.append("too far") }
      for needed in ["out-undo", "out-card", "out-pause", "out-slower", "out-faster", "back"]
      where !steps.contains(where: { $0.station.id.hasSuffix(needed) || $0.station.id == "way-way-undo" }) {
        found.problems.append("no \(needed)")
      }
      guard let next = steps.first(where: { $0.station.words == "Next page" }),
        case .act(.focus(let id)) = next.station.choice?.intent
      else { break }
      (scene.focus, scene.top) = (id, shown.page.lowerBound)
    }
    return found
  }

  @Test func `every line of any list can be chosen, in its order, and no level has more than eight stations`() {
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let (scene, surface) = ScanOrderSamples.scene(&chance)
      let found = Self.walk(scene, on: surface, seed: seed)
      let count = scene.list.count - 1
      let missing = (0..<count).filter { !found.lines.contains($0) }
      #expect(
        missing.isEmpty && found.problems.isEmpty,
        "seed \(seed), \(count) lines on \(surface.columns)x\(surface.rows): \(missing.prefix(3)) \(found.problems.prefix(3))"
      )
    }
  }
}

/// Made-up screens.
enum ScanOrderSamples {
  static func scene(_ chance: inout Chance) -> (Scene, Surface) {
    let isLong = chance.oneIn(12)
    let count = isLong ? chance.number(in: 200...4000) : chance.number(in: 0...90)
    var scene = Scene("random", "Random")
    let isHeaded = !isLong && chance.oneIn(2)
    let headings = Set((0..<count).filter { _ in isHeaded && chance.oneIn(4) })
    let hasWays = chance.oneIn(2)
    if isLong {
      scene.list = SceneList(
        count: count + 1,
        item: { $0 == count ? .back : SceneItem("\($0)", "line \($0)", .say("")) },
        find: { $0 == "back" ? count : Int($0) })
    } else {
      let items = (0..<count).map { index in
        SceneItem("\(index)", "line \(index)", heading: headings.contains(index) ? "heading \(index)" : nil, .say(""))
      }
      scene.list = SceneList(items + [.back])
      if !isHeaded, count > 1, chance.oneIn(3) { scene.list = scene.list.inTwoColumns }
    }
    if hasWays { scene.ways = (0..<chance.number(in: 1...5)).map { SceneItem("way \($0)", "way \($0)", .say("")) } }
    scene.facts = (0..<chance.number(in: 0...30)).map { Fact("fact \($0):", "stands") }
    scene.isReading = chance.oneIn(6)
    scene.hints = [.init(key: "u", words: "undo", rank: 2, way: .undo)]
    let size = Surface(columns: chance.number(in: 40...160), rows: chance.number(in: 12...60))
    return (scene, size)
  }
}
