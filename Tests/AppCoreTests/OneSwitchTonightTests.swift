import NightModel
import TestSupport
import Testing

@testable import AppCore

/// Tonight for who scans with one switch, its stations counted as they were on paper.
@Suite struct `Tonight with one switch` {
  private static func robot(
    columns: Int = 80, rows: Int = 24, equipment: [String] = ["mask", "suction"], input: String = "one-switch"
  ) -> Robot {
    var samples = Samples()
    let plan =
      [samples.setting("input", input)] + equipment.map { samples.setting("equipment.\($0)", "in-use") }
      + [samples.setting("medicine.Lorazepam", "1 mg")]
    return Robot(MemoryRecord(plan: plan), columns: columns, rows: rows, by: "MK")
  }

  private static func order(_ robot: Robot) -> ScanOrder { ScanOrder(robot.layout.shown) }

  @Test func `has five stations, and three blocks`() {
    #expect(
      Self.order(Self.robot()).outline
        == "Mark moment · Undo: nothing to take back · [Turned left · Turned right · Turned on back · Awake · Looks asleep] · "
        + "[Suction · Medicine · Adjusted · Cramp · Hard to breathe] · "
        + "[More · Emergency card · Pause · Slower · Faster · Leave]")
  }

  @Test func `leaves out what this house lacks, and keeps its stations`() {
    let stations = Self.order(Self.robot(equipment: ["mask"])).stations
    #expect(stations.count == 5 && stations[3].block.map(\.words).first == "Medicine")
  }

  /// What one wants to write, by the lines to choose one after the other, and the stations and presses on paper.
  private static let events: [([String], levels: [Int])] = [
    (["turn-left"], [3, 1]), (["turn-right"], [3, 2]), (["turn-back"], [3, 3]), (["woke"], [3, 4]),
    (["asleep"], [3, 5]), (["suction", "clear"], [4, 1, 2]), (["medicine", "medicine-Lorazepam"], [4, 2, 2]),
    (["cramp", "grade-6"], [4, 4, 3, 2]), (["adjust"], [4, 3]), (["hard-to-breathe", "grade-7"], [4, 5, 3, 3]),
  ]

  @Test(arguments: events)
  func `takes as many stations as were counted`(lines: [String], levels: [Int]) throws {
    let robot = Self.robot()
    var counted: [Int] = []
    for line in lines {
      let steps = try #require(ScanSteps.to("line-\(line)", in: Self.order(robot)), "\(line)")
      counted += steps.levels
      robot.scan(line: line)
    }
    #expect(counted == levels)
    #expect(robot.items.count == 1)
  }

  @Test func `where a grade is asked blank is first, Undo the first way out, and nothing comes before`() {
    let robot = Self.robot()
    robot.press("g")
    let order = ScanOrder(robot.layout.shown, undo: "cramp 02:15", hasWritten: true)
    #expect(order.lead == nil && order.stations.count == 5)
    #expect(order.stations[0].words == "Leave it blank" && order.stations[4].block[0].words == "Undo: cramp 02:15")
    #expect(order.stations[1].block.count == 5 && order.stations[3].words == "nine, ten or none")
  }

  @Test func `what is not in its table stands first in More`() {
    let robot = Self.robot()
    robot.press("9")
    #expect(
      robot.scene.list.items.prefix(7).map(\.id)
        == ["turn", "adjusted", "secretions", "mask", "breathing", "hurts", "medicine"])
    for id in ["bedtime", "morning", "past-nights", "handover", "plan"] {
      #expect(robot.scene.list.items.contains { $0.id == id }, "\(id)")
    }
  }

  @Test func `needs 72 columns and 20 rows; below it is the usual table`() {
    #expect(Self.robot(columns: 72, rows: 20).layout.shown.table.count == 4)
    for (columns, rows) in [(71, 24), (80, 19), (40, 12)] {
      #expect(!Self.robot(columns: columns, rows: rows).scene.list.items.contains { $0.id == "pause" })
    }
  }

  @Test func `the usual table has eight stations, and below 72 columns no more`() {
    let order = Self.order(Self.robot(input: "keys"))
    #expect(
      order.outline
        == "Mark moment · Undo: nothing to take back · Turned · Adjusted · [Suction · Mask · Breathing · Hurts] · "
        + "[More · Emergency card · Bedtime · Morning] · [Past nights · Handover · Plan · Leave] · [Pause · Slower · Faster]"
    )
    #expect(Self.order(Self.robot(columns: 60, rows: 20)).stations.count == 7)
    #expect(Self.order(Self.robot(columns: 40, rows: 12)).stations.count == 6)
  }

  @Test(arguments: [(80, 24), (72, 20), (100, 30)])
  func `is drawn with what is written often`(columns: Int, rows: Int) {
    expectScreen(Self.robot(columns: columns, rows: rows).layout.frame, "one-switch-\(columns)x\(rows)")
  }
}
