import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

@Suite struct `Turning from night to night` {
  private func robot(columns: Int = 80) -> Robot {
    let robot = Robot(GoldenRecord.season(30), columns: columns, by: "MK")
    robot.choose("Past nights")
    robot.choose("Sat 21 Nov 2026")
    return robot
  }

  @Test func `two lines at the top turn to the night before and after, and stand still under the finger`() {
    let robot = robot()
    #expect(robot.scene.list[0].label == "Previous night" && robot.scene.list[1].label == "Next night")
    robot.choose("Previous night")
    robot.press("Enter", "Enter")
    #expect(robot.scene.title == "Night of Wed 18 to Thu 19 Nov 2026" && robot.focus == "Previous night")
    robot.press("Down", "Enter")
    #expect(robot.scene.title == "Night of Thu 19 to Fri 20 Nov 2026" && robot.focus == "Next night")
  }

  @Test func `a key turns from an entry to the top of the other night, and never to the way back`() {
    let robot = robot()
    robot.press("Down", "Down", "-")
    #expect(robot.scene.title == "Night of Fri 20 to Sat 21 Nov 2026")
    #expect(!["Previous night", "Next night", "Back"].contains(robot.focus), "\(robot.focus)")
    robot.press("+", "=")
    #expect(robot.scene.title == "Night of Sun 22 to Mon 23 Nov 2026", "\(robot.screen)")
  }

  @Test func `at first the first entry has the focus`() {
    #expect(robot().focus.hasPrefix("22:50  mask on"), "\(robot().focus)")
  }

  @Test func `below the line of time stands what its signs mean, of those that stand there`() {
    let screen = robot().screen
    #expect(screen.contains("━ on  ─ in bed  w woke  l r turned"), "\(screen)")
    #expect(!screen.contains("asleep") && !screen.contains("worst grade"))
  }
}
