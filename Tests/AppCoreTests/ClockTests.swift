import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The machine's clock` {
  private func robot(at time: String = "02:15") -> Robot { Robot(at: time, isFrozen: false) }

  @Test(arguments: [(-30, "back 30 min, to 01:46"), (90, "forward 1 h 30, to 03:46")])
  func `set while the program runs, it is said until the next key, and nothing is dated anew`(
    minutes: Int, words: String
  ) {
    let robot = robot()
    robot.press("l")
    robot.now = robot.now.adding(minutes: minutes)
    robot.wait(minutes: 1)
    #expect(robot.screen.contains("clock was set \(words)"), "\(robot.screen)")
    robot.wait(minutes: 3)
    #expect(robot.screen.contains("clock was set"))
    robot.press("Down")
    #expect(!robot.screen.contains("clock was set"))
    #expect(robot.items.map(\.at.time.description) == ["02:15"])
    robot.press("m")
    #expect(robot.items.map(\.at.time.description).sorted() == ["02:15", minutes < 0 ? "01:49" : "03:49"].sorted())
  }

  @Test func `noticed with a key, it is still said after that key was answered`() {
    let robot = robot()
    robot.press("l")
    robot.now = robot.now.adding(minutes: -30)
    robot.press("m")
    #expect(robot.screen.contains("clock was set back 30 min") && robot.screen.contains("Saved 01:45 mask on"))
    robot.press("Down")
    #expect(!robot.screen.contains("clock was set"))
  }

  @Test func `on another screen it is said in the status line`() {
    let robot = robot()
    robot.choose("Guide")
    robot.now = robot.now.adding(minutes: -30)
    robot.wait(minutes: 1)
    #expect(robot.app.statusWords.contains("clock was set back 30 min"))
  }

  @Test func `less than a minute, another zone, and a clock asked to stand still are no steps`() {
    let robot = robot()
    robot.press("l")
    for _ in 0..<20 {
      robot.now = Instant(milliseconds: robot.now.milliseconds - 40_000, offsetMinutes: robot.now.offsetMinutes)
      robot.wait(minutes: 1)
      #expect(!robot.screen.contains("clock was set"))
    }
    robot.now = Instant(milliseconds: robot.now.milliseconds, offsetMinutes: -300)
    robot.wait(minutes: 1)
    #expect(!robot.screen.contains("clock was set"))
    let frozen = Robot()
    frozen.press("Down", "Down", "l")
    for _ in 0..<100 { frozen.press("Down") }
    #expect(!frozen.screen.contains("clock was set"))
  }

  @Test func `an entry dated later than the clock is told of, and stands where it says`() {
    var samples = Samples()
    let night = [samples.event(.turn, [.side: .text("left")], at: "03:10"), samples.event(.woke, at: "01:00")]
    let robot = Robot(MemoryRecord(nights: [samples.night: night]), isFrozen: false)
    #expect(robot.screen.contains("The newest entry is dated 03:10, later than this clock."))
    #expect(robot.written == ["woke", "turned left"] && !robot.screen.contains("turned 03:10"))
    robot.wait(minutes: 60)
    #expect(!robot.screen.contains("later than this clock") && robot.screen.contains("turned 03:10 left (5 min)"))
  }

  @Test(arguments: [24, 72])
  func `after days without a key the night is another, and an open question is still about its entry`(hours: Int) {
    let robot = robot()
    robot.press("g")
    #expect(robot.scene.name == "question")
    robot.wait(minutes: hours * 60)
    let tonight = Samples().night.adding(days: hours / 24)
    #expect(robot.app.tonight == tonight && robot.scene.name == "question")
    #expect(robot.screen.contains("How bad?") && robot.screen.contains(NightWords.short(tonight).prefix(6)))
    robot.press("6")
    #expect(robot.written == ["Cramp 6"] && robot.scene.name == "tonight")
    robot.press("m")
    #expect(robot.record.items(of: tonight).map { $0.words(.standard) } == ["mask on"])
    #expect(robot.focus == "Mark moment")
  }

  @Test func `travel in the middle of a night bends no age, and each entry keeps the time it was written with`() {
    let robot = robot(at: "23:00")
    robot.press("l")
    robot.wait(minutes: 60)
    // An hour later, six hours further west: the clock shows 18:00 of the same evening.
    robot.now = Instant(milliseconds: robot.now.milliseconds, offsetMinutes: robot.now.offsetMinutes - 360)
    robot.wait(minutes: 30)
    #expect(robot.screen.contains("turned 23:00 left (1 h 30)"), "\(robot.screen)")
    robot.press("r")
    #expect(robot.written == ["turned left", "turned right"])
    #expect(robot.items.map(\.at.time.description) == ["23:00", "18:30"])
  }

  @Test func `a night when the clocks change says so`() throws {
    let at = Samples().moment("03:00")
    let berlin = Zone(name: nil) { $0 < at.milliseconds / 1000 ? 3600 : 0 }
    let change = ClockChange(in: Samples().night, rule: .noon, zone: berlin)
    let robot = Robot(isFrozen: false, clockChange: change)
    #expect(robot.screen.contains("── clocks go back at 03:00 ──"), "\(robot.screen)")
    robot.wait(minutes: 60)
    #expect(robot.screen.contains("── clocks went back at 03:00 ──"))
    #expect(!self.robot().screen.contains("clocks"))
  }

  @Test func `an event of long before the first night is kept and listed`() {
    var samples = Samples(night: "2019-05-04", offsetMinutes: 120)
    let old = samples.event(.turn, [.side: .text("left")], at: "23:00")
    let robot = robot()
    robot.record.add(old, to: .night(samples.night))
    robot.press("l")
    robot.choose("Past nights")
    robot.press("End")
    #expect(robot.screen.contains("Sat 4 May 2019"), "\(robot.screen)")
  }
}
