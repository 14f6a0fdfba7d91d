import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `Held keys` {
  /// How keyboards repeat: the delay before the first repeat and the time between the others, in milliseconds.
  static let keyboards: [(delay: Int64, gap: Int64)] = [(250, 33), (500, 30), (660, 40), (900, 33)]

  /// Holds a key for so many milliseconds.
  private func hold(_ key: Key, _ robot: Robot, on keyboard: (delay: Int64, gap: Int64), for time: Int64 = 3000) {
    robot.press(key)
    robot.pace = keyboard.delay
    var held: Int64 = keyboard.delay
    while held < time {
      robot.press(key)
      (robot.pace, held) = (keyboard.gap, held + keyboard.gap)
    }
    robot.pace = 1000
  }

  /// What stands in the record and what is shown: what somebody sees who looks up after the press.
  private func state(_ robot: Robot) -> [String] {
    [robot.scene.name, robot.focus, "\(robot.scene.field?.text.text ?? "-")", "over: \(robot.app.isOver)"]
      + (-1...1).flatMap { robot.record.items(of: Samples().night.adding(days: $0)) }
      .map { "\($0.at.time) \($0.words(.standard))" }
      + Timeline(robot.record.entries(of: .plan)).items.map { $0.words(.standard) }
  }

  private func expectHeldOnce(_ key: Key, _ robot: Robot, _ index: Int, for time: Int64 = 3000, _ place: String) {
    let (once, held) = (robot.copy(), robot.copy())
    // A letter held in a text types on, as everywhere.
    if robot.scene.field != nil, case .character = key { return }
    once.press(key)
    let keyboard = Self.keyboards[index % Self.keyboards.count]
    hold(key, held, on: keyboard, for: time)
    #expect(state(held) == state(once), "\(place), \(key.name) held on \(keyboard)")
  }

  @Test func `the key that opened a text types in it as soon as it is let go and pressed again`() {
    let robot = Robot(welcomes: true)
    robot.press("1")
    robot.pace = 350
    robot.press("1", "1", "2")
    #expect(robot.screen.contains("[ 112 ]"), "\(robot.screen)")
    let note = Robot(GoldenRecord.night(), by: "MK")
    note.press("n")
    note.pace = 450
    note.type("night nn")
    #expect(note.screen.contains("[ night nn ]"), "\(note.screen)")
  }

  @Test func `moving keys out of a text are not held back`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.press("n")
    robot.type("words")
    robot.pace = 300
    robot.press("Tab", "Tab", "Tab", "Tab")
    #expect(robot.focus == "Back", "\(robot.screen)")
    robot.press("Up", "Up")
    #expect(robot.focus == "Empty it", "\(robot.screen)")
  }

  @Test func `leave on Tonight what one press leaves, and show what it shows`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.press("a")
    let letters = Keys.tonight.bindings.flatMap(\.keys) + [.character("u"), .character("y"), .character("e"), .escape]
    let digits = (0...9).map { Key.character(Character("\($0)")) }
    for (index, key) in (letters + digits).enumerated() where key != .left && key != .right {
      for shift in 0..<3 { expectHeldOnce(key, robot, index + shift, "Tonight") }
    }
    for index in 0..<robot.scene.list.count {
      for shift in 0..<3 { expectHeldOnce(.enter, robot, index + shift, "Tonight, \(robot.focus)") }
      robot.press("Down")
    }
  }

  @Test(arguments: [
    ["g"], ["t"], ["s"], ["g", "9"], ["g", "1", "0"], ["9"], ["3"], ["x"], ["7"],
  ])
  func `leave in its lists and questions what one press leaves`(way: [String]) {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    for key in way { robot.press(key) }
    for index in 0..<min(robot.scene.list.count, 24) {
      expectHeldOnce(.enter, robot, index, for: 1000, "\(way), \(robot.focus)")
      if let digit = robot.digit(of: index) {
        expectHeldOnce(.character(Character("\(digit)")), robot, index, for: 1000, "\(way)")
      }
      robot.press("Down")
    }
  }

  @Test(arguments: [
    ["Bedtime"], ["Getting up"], ["Sleep environment"], ["Morning", "Fill in, question by question"],
    ["Morning", "How well slept"], ["All symptoms"], ["Tonight's entries"],
  ])
  func `leave on checklists, pages and lists what one press leaves`(way: [String]) {
    let robot = Robot(GoldenRecord.night(), at: "07:30", by: "MK")
    for label in way { robot.choose(label) }
    for index in 0..<min(robot.scene.list.count, 12) {
      expectHeldOnce(.enter, robot, index, for: 1000, "\(way), \(robot.focus)")
      expectHeldOnce(.character("1"), robot, index, for: 1000, "\(way)")
      robot.press("Down")
    }
  }

  @Test(arguments: ["Bedtime", "Getting up", "Sleep environment"])
  func `leave on every line of a checklist what one press leaves`(list: String) {
    var samples = Samples()
    let robot = Robot(MemoryRecord(plan: [samples.setting("starter-routine", "yes")]), by: "MK")
    robot.choose(list)
    for index in 0..<robot.scene.list.count {
      for (shift, key) in [Key.enter, .character("n"), .character("c")].enumerated() {
        expectHeldOnce(key, robot, index + shift, for: 1000, "\(list), \(robot.focus)")
      }
      robot.press("Down")
    }
  }

  @Test func `what a hold took back is said, and so is a press that came too soon`() {
    let robot = Robot(by: "MK")
    robot.press("l", "r")
    hold(.character("u"), robot, on: (500, 30))
    #expect(robot.written == ["turned left"] && robot.screen.contains("Held: counted once."), "\(robot.screen)")
    #expect(robot.screen.contains("Taken back: 02:15 turned right"))
    robot.press("s")
    robot.pace = 300
    robot.press("s")
    #expect(robot.written == ["turned left", "suction"])
    #expect(
      robot.screen.contains("Saved 02:15 suction.") && robot.screen.contains("Pressed again too soon: not counted."))
    robot.press("m")
    #expect(robot.written.last == "mask on" && !robot.screen.contains("too soon"), "another key never waits")
  }

  @Test(arguments: [250, 500, 900] as [Int64])
  func `a held undo takes back one of what could not be saved, and so does one after another undo`(delay: Int64) {
    let robot = Robot(by: "MK")
    robot.record.disk = .refuses
    robot.press("l", "s", "m")
    hold(.character("u"), robot, on: (delay, 33))
    #expect(robot.app.unsaved.count == 2 && robot.screen.contains("Held: counted once."), "\(robot.app.unsaved)")
    #expect(robot.app.statusWords.contains("mask on"), "\(robot.app.statusWords)")
    hold(.character("u"), robot, on: (delay, 33))
    hold(.character("u"), robot, on: (delay, 33))
    #expect(robot.app.unsaved.isEmpty && robot.app.failure == nil)
    // With one left, a hold that begins with the last of them puts it back and says again why it is not saved.
    robot.press("l")
    robot.press("s")
    hold(.character("u"), robot, on: (delay, 33))
    #expect(robot.app.unsaved.count == 1 && robot.screen.contains("NOT SAVED"), "\(robot.screen)")
  }

  @Test func `an undo after a held key that wrote nothing to the record is described`() {
    let robot = Robot(by: "MK")
    robot.press("l", "r")
    robot.record.disk = .refuses
    hold(.character("-"), robot, on: (500, 30))
    robot.record.disk = .works
    robot.press("u", "u")
    #expect(robot.app.statusWords.hasPrefix("Taken back: 02:15 turned right"), "\(robot.app.statusWords)")
  }

  @Test func `one bounce after a press that was meant is no hold, however long the key rested`() {
    let robot = Robot(by: "MK")
    for rest in [700, 900, 1900] as [Int64] {
      robot.pace = rest
      robot.press("s")
      let written = robot.written.count
      robot.press("s")
      robot.pace = 30
      robot.press("s")
      robot.pace = 1000
      robot.press("Down")
      #expect(robot.written.count == written + 1, "\(rest)")
    }
  }

  @Test func `quick presses of one key are all counted where they open, answer and move`() {
    let robot = Robot(by: "MK")
    robot.pace = 200
    robot.press("Down", "Down", "Down", "Down", "Down")
    #expect(robot.focus == "Mask")
    robot.press("Down", "Down", "Down", "Enter", "Esc")
    let undoing = Robot(by: "MK")
    undoing.press("l", "r", "l")
    undoing.pace = 200
    undoing.press("u", "u", "u")
    #expect(undoing.written.isEmpty)
    let quick = Robot(by: "MK")
    quick.pace = 200
    quick.press("t", "l", "g", "6", "-", "-")
    #expect(quick.written == ["Cramp 6", "turned left"], "\(quick.written)")
  }

  @Test func `a held arrow moves eight times a second`() {
    let robot = Robot(by: "MK")
    robot.choose("Past nights")
    let long = Robot(GoldenRecord.season(), by: "MK")
    long.choose("Past nights")
    let from = long.scene.focusIndex
    hold(.down, long, on: (500, 33), for: 2500)
    let moved = (long.scene.focusIndex - from + long.scene.list.count) % long.scene.list.count
    #expect((14...18).contains(moved), "\(moved)")
  }
}
