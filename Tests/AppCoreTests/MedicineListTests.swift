import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `The list of medicines` {
  private static let sentence = "Nightstand does not reckon whether a dose is due. The label and your team do."

  private func robot(columns: Int = 80, rows: Int = 24) -> Robot {
    var samples = Samples()
    let plan = [
      ("person", "MADE-UP PERSON"), ("medicine.Lorazepam", "Lorazepam 1 mg"), ("medicine-gap.Lorazepam", "8 hours"),
      ("medicine.Fentanyl patch", "25"), ("medicine-gap.Fentanyl patch", "every 72 hours"),
      ("medicine.Glycopyrronium bromide oral solution", "5 ml"), ("medicine.Baclofen", "Baclofen"),
      ("medicine-gap.Glycopyrronium bromide oral solution", "6 hours"), ("medicine.Paracetamol", "500 mg"),
    ].map { samples.setting($0, $1) }
    func dose(_ samples: inout Samples, _ name: String, _ time: String, by: String) -> Entry {
      samples.record(.event(.medicine), [.what: .text(name)], at: time, by: by)
    }
    var before = Samples(writer: "bbbbbbbb", night: "2026-11-20")
    let record = MemoryRecord(
      plan: plan,
      nights: [
        before.night: [dose(&before, "Fentanyl patch", "23:30", by: "AA")],
        samples.night: [
          dose(&samples, "Lorazepam", "23:02", by: "MK"), dose(&samples, "Baclofen", "21:49", by: "CC"),
          dose(&samples, "Glycopyrronium bromide oral solution", "22:00", by: "MK"),
        ],
      ])
    let robot = Robot(record, columns: columns, rows: rows, by: "MK")
    robot.press("x")
    return robot
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (120, 40)])
  func `says of each when it was last written and what its label says, and what it does not reckon`(
    columns: Int, rows: Int
  ) {
    let robot = robot(columns: columns, rows: rows)
    expectScreen(robot.layout.frame, "medicines-\(columns)x\(rows)")
    #expect(robot.scene.foot == Self.sentence && robot.focus == "Back, nothing written")
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (50, 20)])
  func `when each was last written and by whom stands there whole, and no label that says nothing`(
    columns: Int, rows: Int
  ) {
    let robot = robot(columns: columns, rows: rows)
    for written in ["21:49 by CC", "Fri 20 Nov 23:30 by AA", "22:00 by MK", "23:02 by MK"] {
      for _ in 0..<9 where !robot.screen.contains(written) { robot.press("Down") }
      #expect(robot.screen.contains(written), "\(columns): \(written)")
    }
    for item in robot.scene.list.items {
      let said = [item.row?.state, item.row?.moreLabel, item.detail].compactMap { $0 }.joined(separator: " · ")
      #expect(!said.hasSuffix("label: "), "\(item.label)")
      for gap in ["every 72 hours", "8 hours between"] {
        #expect(said.count(of: gap) <= 1, "\(columns): \(said)")
      }
    }
  }

  @Test(arguments: [(80, ["1 mg", "8 hours between"]), (120, ["1 mg, 8 hours between", ""])])
  func `what the label says besides the name stands first under it, then the least time between`(
    columns: Int, lines: [String]
  ) {
    let rows = robot(columns: columns).screen.split(separator: "\n", omittingEmptySubsequences: false)
    func place(_ words: String) -> (row: Int, column: Int)? {
      rows.indices.lazy.compactMap { row in
        rows[row].firstRange(of: words).map { (row, rows[row].distance(from: rows[row].startIndex, to: $0.lowerBound)) }
      }.first
    }
    guard let column = place("on the label")?.column, let first = place("Lorazepam"), let plain = place("Baclofen")
    else {
      Issue.record("\(rows)")
      return
    }
    for (offset, line) in lines.enumerated() where !line.isEmpty {
      #expect(rows[first.row + offset].dropFirst(column).hasPrefix(line), "\(rows.joined(separator: "\n"))")
    }
    #expect(rows[plain.row].dropFirst(column).allSatisfy { $0 == " " }, "its label says its name alone")
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12)])
  func `what the label says stands beside a medicine, or below it once it has the focus`(columns: Int, rows: Int) {
    let robot = robot(columns: columns, rows: rows)
    for _ in 0..<9 where robot.focus != "Lorazepam" { robot.press("Down") }
    #expect(robot.screen.contains("1 mg") && robot.screen.contains("8 hours between"), "\(robot.screen)")
  }

  @Test func `names each once, and one press after another writes the first`() {
    let robot = robot()
    for name in ["Lorazepam", "Baclofen", "Glycopyrronium bromide"] {
      #expect(robot.screen.split(separator: "\n").count { $0.contains(name) } == 1, "\(robot.screen)")
    }
    robot.press("Down", "Enter")
    #expect(robot.written.last == "medicine Baclofen")
  }

  @Test func `more than nine go on by 9, and Back still writes nothing`() {
    var samples = Samples()
    let plan = (1...12).map { samples.setting("medicine.M\($0)", "one") }
    let robot = Robot(MemoryRecord(plan: plan))
    robot.press("x", "Enter")
    #expect(robot.items.isEmpty && robot.scene.name == "tonight")
    robot.press("x", "Home", "1")
    #expect(robot.written == ["medicine M1"])
  }

  @Test func `when one is given is picked, and one more part of the day goes beside it`() {
    let robot = robot()
    robot.goHome()
    for label in ["Plan", "Medicines, as on the label", "Lorazepam", "When"] { robot.choose(label) }
    #expect(["Morning", "Noon", "Evening", "Night", "As needed"].allSatisfy(robot.shows), "\(robot.screen)")
    #expect(robot.scene.field?.isTyping == true, "another time is typed")
    robot.choose("Evening")
    robot.choose("When")
    robot.choose("Morning, evening")
    #expect(robot.app.record.plan.medicines.first { $0.name == "Lorazepam" }?.when == "morning, evening")
  }

  @Test func `in lines the whole sentence stands, the foot among them`() {
    var app = robot().app
    _ = app.update(.surface(LineMode.surface))
    let state = app.scene().list.items.first { $0.label == "Lorazepam" }?.state
    #expect(state == "last written 23:02 by MK (3 h 13), label: 1 mg, 8 hours between")
  }
}

extension String {
  /// How often some words stand in it.
  fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
