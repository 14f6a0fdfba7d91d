import AppCore
import CellUI
import NightModel
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

  @Test func `a step of scanning makes no scene, and shows what one made anew would`() {
    let record = GoldenRecord.night()
    var samples = Samples(writer: "plan")
    record.add(samples.setting("input", "one-switch"), to: .plan)
    let robot = Robot(record)
    var driver = driver(robot)
    driver.answer(.key(.character(" ")))
    _ = driver.layout(size: size)
    let before = driver.counts
    for _ in 0..<12 {
      robot.clock.uptime = driver.app.scanDue ?? 0
      driver.scan()
      var anew = driver.copy(in: robot.world)
      #expect(driver.layout(size: size).frame == anew.layout(size: size).frame)
    }
    #expect(driver.counts.scenes == before.scenes && driver.counts.layouts == before.layouts + 12)
    // What happens besides makes it anew.
    driver.answer(.timedOut)
    _ = driver.layout(size: size)
    #expect(driver.counts.scenes == before.scenes + 1)
  }

  @Test func `a key that writes is answered twice: the key, and what came of the save`() {
    let robot = Robot(GoldenRecord.night())
    var driver = driver(robot)
    for key in ["a", "t", "l"] { #expect(work(of: key, &driver) == [2, 1], "\(key)") }
  }

  @Test func `what a key wrote is known without reading the night again`() {
    let robot = Robot(GoldenRecord.night())
    var driver = driver(robot)
    // The first key finds out how far the night goes.
    _ = work(of: "a", &driver)
    let before = robot.record.nightFileReads
    for key in ["t", "l", "-"] { _ = work(of: key, &driver) }
    driver.answer(.timedOut)
    #expect(robot.record.nightFileReads == before)
    #expect(driver.layout(size: size).shown.scene.list.items == Robot(robot.record).scene.list.items)
  }

  @Test func `what another machine wrote meanwhile is seen with the next key that writes`() {
    var samples = Samples(writer: "other")
    let robot = Robot(GoldenRecord.night())
    robot.press("a")
    for time in ["02:03", "02:04"] {
      robot.record.add(samples.event(.suction, at: time), to: .night(samples.night))
      robot.press("l")
      #expect(robot.screen.contains("suction \(time) ("), "\(robot.screen)")
    }
  }

  @Test func `each thing that is read is one more answer, and the screen is laid out once`() {
    var asked = 0
    let robot = Robot(GoldenRecord.night()) { world in
      let (load, rows, extent) = (world.load, world.rows, world.extent)
      world.load = { partitions in
        asked += 1
        return load(partitions)
      }
      world.rows = { nights in
        asked += 1
        return rows(nights)
      }
      world.extent = {
        asked += 1
        return extent()
      }
    }
    var driver = driver(robot)
    while driver.layout(size: size).focus.label != "Past nights" { driver.answer(.key(.down)) }
    var most = 0
    for key in ["Enter", "Enter", "Esc", "PgDn", "Esc"] {
      let before = asked
      let done = work(of: key, &driver)
      #expect(done == [1 + asked - before, 1], "\(key)")
      most = max(most, asked - before)
    }
    #expect(most > 1)
  }

  @Test func `a screen made of what is at hand is opened by one answer`() {
    let robot = Robot(GoldenRecord.night())
    var driver = driver(robot)
    #expect(work(of: "e", &driver) == [1, 1])
  }
}
