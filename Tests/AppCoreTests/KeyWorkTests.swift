import AppCore
import CellUI
import TestSupport
import Testing

/// How much a key costs: how often something is answered, and how often a scene is made and laid out.
@Suite struct `The work of a key` {
  private let size = Size(rows: 24, columns: 80)

  /// A program that has done all there is to do between keys.
  private func driver(_ robot: Robot) -> Driver {
    var driver = Driver(App(now: robot.now, zone: robot.world.zone, by: "MK"), in: robot.world)
    _ = driver.layout(size: size)
    // The first key has the rules look at the last weeks, once.
    for _ in 0..<2 {
      driver.answer(.key(.down))
      _ = driver.layout(size: size)
      while driver.hasWork { driver.work() }
      _ = driver.layout(size: size)
    }
    return driver
  }

  /// What a key did: how often something was answered, and how often a scene was made and laid out.
  private func work(of key: String, _ driver: inout Driver) -> [Int] {
    let before = driver.counts
    driver.answer(.key(Key(key) ?? .escape))
    _ = driver.layout(size: size)
    return [driver.counts.updates - before.updates, driver.counts.layouts - before.layouts]
  }

  @Test func `a key that reads nothing new is answered once, and the screen laid out once`() {
    let robot = Robot(GoldenRecord.night())
    var driver = driver(robot)
    for key in ["Down", "Up", "End", "Home"] {
      #expect(work(of: key, &driver) == [1, 1], "\(key)")
    }
  }

  @Test func `a key that writes is answered twice: the key, and what came of the save`() {
    let robot = Robot(GoldenRecord.night())
    var driver = driver(robot)
    for key in ["a", "t", "l"] { #expect(work(of: key, &driver) == [2, 1], "\(key)") }
  }

  @Test func `a screen made of what is at hand is opened by one answer`() {
    let robot = Robot(GoldenRecord.night())
    var driver = driver(robot)
    #expect(work(of: "e", &driver) == [1, 1])
  }
}
