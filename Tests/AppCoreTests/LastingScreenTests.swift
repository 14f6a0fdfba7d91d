import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// What lasts longer than two nights, on the screens.
@Suite struct `A mask on for days` {
  private let friday = Samples().night.adding(days: -2)

  /// A mask from Friday 20:00 to Monday 09:00, with a turn in the last night.
  private func weekend(isOff: Bool = true) -> MemoryRecord {
    var (first, last) = (Samples(night: "\(friday)"), Samples())
    var entries = [last.event(.turn, [.side: .text("left")], at: "23:00")]
    if isOff { entries.append(last.event(.maskOff, at: "09:00")) }
    return MemoryRecord(nights: [friday: [first.event(.maskOn, at: "20:00")], last.night: entries])
  }

  /// Does what is to be done between keys.
  private func settle(_ robot: Robot) {
    for _ in 0..<200 { robot.step() }
  }

  @Test func `the board keeps its line, looked for after the first screen and never before it`() {
    let robot = Robot(weekend(isOff: false))
    #expect(!robot.screen.contains("mask on"))
    let reads = robot.record.reads
    settle(robot)
    #expect(robot.screen.contains("mask on Fri 20 Nov 20:00 (as written)"))
    #expect(reads <= 3, "the plan and two nights")
    robot.choose("Handover")
    robot.choose("Since you left")
    #expect(robot.screen.contains("since Fri 20 Nov 20:00, no end written"), "\(robot.screen)")
  }

  @Test func `the line goes when it is taken off, and the figures of every night it touched are made anew`() {
    let robot = Robot(weekend(isOff: false), at: "09:00")
    robot.choose("Past nights")
    #expect(robot.screen.contains("open"))
    robot.goHome()
    robot.press("o")
    settle(robot)
    #expect(robot.screen.contains("mask off 09:00"), "\(robot.screen)")
    robot.choose("Past nights")
    #expect(robot.screen.components(of: "61 h?") == 3, "\(robot.screen)")
    robot.goHome()
    robot.press("u")
    robot.choose("Past nights")
    #expect(robot.screen.components(of: "61 h?") == 0 && robot.screen.contains("open"))
  }

  @Test func `hours of the afternoon stay what they were when the split hour is changed after them`() {
    var (before, samples) = (Samples(night: "2026-11-21"), Samples())
    let record = MemoryRecord(
      plan: [samples.setting("split-hour", "10", at: "14:00")],
      nights: [
        before.night: [before.event(.maskOn, at: "11:00")],
        samples.night: [samples.event(.maskOff, at: "13:00"), samples.event(.maskOn, at: "20:00")],
      ])
    let robot = Robot(record)
    #expect(robot.screen.contains("mask on 20:00 (as written)"), "\(robot.screen)")
    robot.choose("Handover")
    robot.choose("Since you left")
    #expect(robot.screen.contains("before that 1 h 00"), "\(robot.screen)")
  }

  @Test func `the morning asks once whether it is right, and after yes each night has its hours`() {
    let robot = Robot(weekend(), at: "09:30", by: "MK")
    robot.choose("Morning")
    #expect(robot.screen.contains("61 h (as written,") && robot.screen.contains("not confirmed)"), "\(robot.screen)")
    robot.choose("Fill in, question by question")
    #expect(
      robot.screen.contains("61 h written: is") && robot.screen.contains("Fri 20 Nov 20:00"),
      "\(robot.screen)")
    robot.choose("Yes, it is right")
    #expect(robot.scene.name != "completing", "the walk goes on: \(robot.screen)")
    robot.goHome()
    robot.choose("Past nights")
    for hours in ["16 h 00", "24 h 00", "21 h 00"] { #expect(robot.screen.contains(hours), "\(robot.screen)") }
    robot.goHome()
    robot.choose("Morning")
    robot.choose("Fill in, question by question")
    #expect(!robot.screen.contains("is that right?"), "asked once")
  }

  @Test func `nobody knows is an answer too, and leaving all as it is confirms nothing`() {
    let record = weekend()
    var last = Samples(writer: "z")
    for time in ["01:00", "02:00"] { record.add(last.event(.suction, at: time), to: .night(last.night)) }
    let robot = Robot(record, at: "09:30")
    for label in ["Tonight's entries", "To complete: 3", "Leave all of it as it is"] { robot.choose(label) }
    #expect(robot.screen.contains("61 h written: is that right?"), "\(robot.screen)")
    robot.choose("09:00  mask off")
    robot.choose("Nobody knows: let it count nothing")
    #expect(robot.screen.contains("Nothing is to complete in this night."), "\(robot.screen)")
    robot.goHome()
    robot.choose("Past nights")
    #expect(robot.screen.components(of: "61 h?") == 3)
  }

  @Test func `the end that was forgotten can be typed, any number of nights later`() {
    let robot = Robot(weekend(), at: "09:30")
    for label in ["Tonight's entries", "To complete: 1", "09:00  mask off", "No, type when it ended first"] {
      robot.choose(label)
    }
    robot.type("2026-11-21 07:00")
    robot.press("Enter")
    #expect(robot.screen.contains("Nothing is to complete in this night."), "\(robot.screen)")
    robot.goHome()
    robot.choose("Past nights")
    #expect(robot.screen.contains("11 h 00") && robot.screen.components(of: "61 h?") == 0, "\(robot.screen)")
  }

  @Test func `a night it was on all through says so though nothing is written in it`() {
    let robot = Robot(weekend(), at: "09:30")
    robot.choose("Past nights")
    robot.choose("Sat 21 Nov 2026")
    #expect(
      robot.screen.contains("Nothing recorded") && robot.screen.contains("mask: 61 h written, not confirmed"),
      "\(robot.screen)")
  }

  @Test func `a power cut over a night leaves nothing recorded in it, and stands on its page`() {
    let friday = Samples().night.adding(days: -2)
    var (first, last) = (Samples(night: "\(friday)"), Samples())
    let robot = Robot(
      MemoryRecord(nights: [
        friday: [first.event(.powerOut, at: "20:00")], last.night: [last.event(.powerBack, at: "09:00")],
      ]), at: "09:30")
    robot.choose("Past nights")
    let row = robot.screen.split(separator: "\n").first { $0.contains("Sat 21 Nov") } ?? ""
    #expect(row.contains("nothing recorded"), "\(robot.screen)")
    robot.choose("Sat 21 Nov 2026")
    #expect(robot.screen.contains("power cut: 61 h written, not confirmed"), "\(robot.screen)")
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int {
    indices.count { self[$0...].hasPrefix(text) }
  }
}
