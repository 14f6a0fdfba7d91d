import Glibc
import NightModel
import TestSupport
import Testing
import Text

/// The nights when clocks change, lived through by the built program under another clock.
@Suite(.waits) struct `Through a clock change` {
  private let folder = TemporaryFolder()

  init() throws {
    // Killed with its terminal, faketime leaves its semaphore behind, and the next one with that process number finds it.
    try Spawn.run(
      "sh", ["-c", "for f in /dev/shm/*faketime_*_[0-9]*; do [ -d /proc/${f##*_} ] || rm -f \"$f\"; done"])
  }

  /// A night with a change of clocks.
  struct Change: Sendable, CustomTestStringConvertible {
    let zone: String
    /// The date of its evening.
    let night: String
    /// When it is, in seconds since 1970, and the minutes east of UTC before and after it.
    let second: Int64
    let before: Int
    let after: Int

    var testDescription: String { "\(zone) \(night)" }

    /// What a clock there shows some minutes after the change, which may be before it.
    func time(_ minutes: Int) -> String {
      let seconds = second + Int64(minutes) * 60
      let offset = minutes < 0 ? before : after
      return Instant(milliseconds: seconds * 1000, offsetMinutes: offset).time.description
    }
  }

  static let changes = [
    Change(zone: "Europe/Berlin", night: "2026-10-24", second: 1_792_890_000, before: 120, after: 60),
    Change(zone: "Europe/Berlin", night: "2027-03-27", second: 1_806_195_600, before: 60, after: 120),
    Change(zone: "America/New_York", night: "2026-10-31", second: 1_793_512_800, before: -240, after: -300),
  ]

  private func program(_ change: Change) -> Program { Program(in: folder.path, zone: change.zone) }

  /// `faketime` set to some minutes after a change, and 20 seconds, so that no minute turns before the program asks.
  private func clock(_ change: Change, _ minutes: Int, speed: Int = 1) -> [String] {
    let ahead = change.second + Int64(minutes) * 60 + 20 - Int64(time(nil))
    return ["faketime", "-f", "\(ahead < 0 ? "" : "+")\(ahead)s\(speed == 1 ? "" : " x\(speed)")"]
  }

  @discardableResult
  private func run(_ change: Change, at minutes: Int, _ words: String...) throws -> String {
    let outcome = try program(change).run(under: clock(change, minutes), words)
    #expect(outcome.exitCode == 0, "\(words): \(outcome.errors)")
    return outcome.output
  }

  @Test(arguments: changes)
  func `mask, ages, planned turn and time in bed are right to the minute`(change: Change) throws {
    try run(change, at: -600, "plan", "turn-interval", "120")
    try run(change, at: -180, "log", "mask-on")
    try run(change, at: -30, "log", "turn", "left")
    let tonight = try run(change, at: 30, "tonight")
    #expect(tonight.contains("turned \(change.time(-30)) left (1 h 00)"), "\(tonight)")
    #expect(tonight.contains("planned \(change.time(90))"), "\(tonight)")
    #expect(tonight.contains("mask on \(change.time(-180))"))
    try run(change, at: 45, "log", "turn", "right")
    try run(change, at: 240, "log", "mask-off")
    try run(
      change, at: 500, "diary", change.night, "--into-bed", "22:30", "--tried", "23:00", "--final-wake", "06:15",
      "--out-of-bed", "07:00")
    let night = try run(change, at: 510, "show", change.night, "--format", "json")
    let json = try #require(JSON(Array(night.utf8)[...]))
    #expect(json["mask"]?.integer == 420 && json["longestTurnGap"]?.integer == 75, "\(night)")
    #expect(json["tib"]?.integer == 510 - (change.after - change.before), "\(night)")
  }

  @Test(arguments: changes)
  func `a screen that is open meanwhile shows the new time, the right age, and says that clocks change`(
    change: Change
  ) throws {
    try run(change, at: -8, "log", "turn", "left")
    let program = program(change)
    try program.passFirstQuestions()
    // Thirty minutes a minute, so that two minutes of the night take four seconds.
    try program.runInTerminal(under: clock(change, -3, speed: 30)) { terminal in
      try terminal.wait(for: "the time before") { $0.contains(change.time(-3)) && $0.contains("clocks go ") }
      let way = change.after < change.before ? "back" : "forward"
      try terminal.wait(for: "the time after", deadlineSeconds: 20) { screen in
        screen.contains("  \(change.time(1))\n") && screen.contains("clocks went \(way) at")
          && screen.contains("turned \(change.time(-8)) left (9 min)")
      }
      #expect(try !terminal.screen.contains("clock was set"))
    }
  }

  @Test func `a clock set while the screen is open is told of, and the next entry has the time it shows`() throws {
    // Where it is not the hour after noon, in which going back would lead into the night before.
    let program = Program(in: folder.path, zone: time(nil) / 3600 % 24 == 12 ? "Europe/Berlin" : "UTC")
    try program.passFirstQuestions()
    let file = folder.path + "/clock"
    let environment = ["FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_TIMESTAMP_FILE": file]
    Spawn.write("+0", to: file)
    // Without a time of its own, faketime goes by the file.
    let wrapper = ["faketime", "-f", "+0", "env", "-u", "FAKETIME"]
    try program.runInTerminal(environment: environment, under: wrapper) { terminal in
      try terminal.wait(for: "the screen") { $0.contains("Mark moment") }
      try terminal.send("l")
      try terminal.wait(for: "the entry") { $0.contains("turned left") }
      Spawn.write("-1800", to: file)
      try terminal.send("m")
      // News of the entry's own file may have the screen look at its clock before the key: then only what stands after it
      // still tells of it.
      try terminal.wait(for: "what happened") { screen in
        screen.contains("mask on") && screen.contains("Saved")
          && (screen.contains("clock was set back 30 min") || screen.contains("later than this clock"))
      }
    }
  }
}
