import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// What ten tasks of a night cost in keys, by the shortest way a person can see on the screen. A bound that has to be
/// raised is a step back: say why.
@MainActor @Suite struct `The keys a task takes` {
  /// Somebody in the golden night, at Tonight, with nothing pressed yet.
  private func robot(at time: String = "02:15") -> Robot { Robot(GoldenRecord.night(), at: time, by: "MK") }

  /// Counts the keys of some work.
  private func keys(_ robot: Robot, _ work: (Robot) -> Void) -> Int {
    let before = robot.presses
    work(robot)
    return robot.presses - before
  }

  @Test func `a turn to the left ten minutes ago: 3`() {
    let robot = robot()
    #expect(keys(robot) { $0.press("l", "-", "-") } <= 3)
    #expect(robot.screen.contains("last turned 02:05, left (10 min)"))
  }

  @Test func `a cramp of 6: 2`() {
    let robot = robot()
    #expect(keys(robot) { $0.press("g", "6") } <= 2)
    #expect(robot.written.last == "Cramp 6")
  }

  @Test func `a turn to the left was to the right: 12, or 2 if it was the last thing done`() {
    let robot = robot()
    let count = keys(robot) { robot in
      robot.take("Tonight's entries")
      robot.take("23:10  turned left")
      robot.take("Which side")
      robot.take("Right")
    }
    #expect(count <= 12, "\(count)")
    #expect(robot.written.contains("turned right") && !robot.written.contains("turned left"))
    let other = self.robot()
    other.press("l")
    #expect(keys(other) { $0.press("u", "r") } <= 2)
    #expect(other.written.last == "turned right")
  }

  @Test func `take back the last entry: 1`() {
    let robot = robot()
    robot.press("l")
    let count = robot.items.count
    #expect(keys(robot) { $0.press("u") } <= 1)
    #expect(robot.items.count == count - 1)
  }

  @Test func `mask on and off: 2`() {
    let robot = robot()
    #expect(keys(robot) { $0.press("m", "o") } <= 2)
    #expect(robot.written.suffix(2) == ["mask on", "mask off"])
  }

  @Test func `see when the last suction was: 0, it stands on Tonight`() {
    #expect(robot().screen.contains("last suction 00:55 (1 h 20)"))
  }
}

extension Robot {
  /// Chooses a line the shortest way: by its digit, else by arrows up or down, whichever is nearer, and Enter.
  fileprivate func take(_ label: String) {
    let scene = app.scene()
    let from = app.focusIndex(in: scene)
    guard let index = (0..<scene.list.count).first(where: { scene.list[$0].label.hasPrefix(label) }) else {
      Issue.record("nothing is called \(label): \(scene.list.items.map(\.label))")
      return
    }
    if let digit = scene.list.digit(of: index, focus: from) { return press(.character(Character("\(digit)"))) }
    let down = (index - from + scene.list.count) % scene.list.count
    let up = (from - index + scene.list.count) % scene.list.count
    for _ in 0..<min(down, up) { press(down <= up ? "Down" : "Up") }
    press("Enter")
  }
}
