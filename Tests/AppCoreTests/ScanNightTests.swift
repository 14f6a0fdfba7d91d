import CellUI
import NightModel
import TestSupport
import Testing

@testable import AppCore

/// Whole nights of somebody who has but one switch.
@Suite struct `A night by one switch` {
  /// A robot with a switch, at a step of 1.0 s.
  private static func robot(at time: String = "02:15", nights: [CivilDate: [Entry]] = [:]) -> Robot {
    var samples = Samples()
    let plan = [
      ("input", "one-switch"), ("scan.step", "1000"), ("equipment.mask", "in-use"), ("equipment.suction", "in-use"),
      ("medicine.Lorazepam", "1 mg"),
    ].map { samples.setting($0.0, $0.1) }
    return Robot(MemoryRecord(plan: plan, nights: nights), at: time, by: "MK")
  }

  @Test func `is written with what was seen, how bad it was and a note`() {
    let robot = Self.robot()
    robot.scan(line: "turn-left")
    for line in ["suction", "clear"] { robot.scan(line: line) }
    for line in ["cramp", "grade-6"] { robot.scan(line: line) }
    for line in ["medicine", "medicine-Lorazepam"] { robot.scan(line: line) }
    for line in ["hard-to-breathe", "grade-7"] { robot.scan(line: line) }
    robot.scan(line: "asleep")
    #expect(
      robot.written == [
        "turned left", "suction, clear", "Cramp 6", "medicine Lorazepam", "Hard to breathe 7", "looked asleep",
      ])
  }

  @Test func `its morning diary is complete, all that is proposed taken, in 60 stations and 90 seconds`() {
    let record = `The morning`.record()
    var samples = Samples(writer: "plan")
    for (key, value) in [("input", "one-switch"), ("scan.step", "1000")] {
      record.add(samples.setting(key, value), to: .plan)
    }
    let robot = Robot(record, at: "07:30", by: "MK")
    for label in ["More", "Morning", "Fill in, question by question"] { robot.scan(label: label) }
    let (began, steps) = (robot.clock.uptime, robot.stationsPassed)
    for _ in 0..<30 where robot.scene.name != "morning-end" {
      // What is proposed is chosen, and where nothing is the question is left blank.
      let stations = robot.lit == nil ? [] : (robot.app.scanning?.order.stations ?? []).flatMap(\.choices)
      let focus = robot.app.place.focus
      let proposed = focus.flatMap { id in stations.first { $0.choice?.place.id == id } } ?? stations.first
      guard let proposed, robot.scan(to: proposed.id) else { break }
    }
    #expect(robot.scene.name == "morning-end", "\(robot.screen)")
    let page = Night(date: samples.night, entries: robot.record.entries(of: .night(samples.night))).answers(on: .diary)
    #expect(page?.details.moment(.intoBed) != nil && page?.details.moment(.outOfBed) != nil, "\(robot.screen)")
    let (stations, seconds) = (robot.stationsPassed - steps, Double(robot.clock.uptime - began) / 1000)
    #expect(stations <= 60 && seconds <= 90, "\(stations) stations, \(seconds) s")
  }

  /// What stands in the nights around, and in the plan.
  private static func standing(_ robot: Robot) -> [String] {
    let night = Samples().night
    let nights = (-1...1).flatMap { days in
      robot.record.items(of: night.adding(days: days)).map { "\($0.at) \($0.words(.standard))" }
    }
    let plan = Plan(entries: robot.record.entries(of: .plan))
    return nights
      + PlanKey.allCases.flatMap { key in
        key.member == nil
          ? plan.value(key).map { ["\(key): \($0)"] } ?? [] : plan.values(of: key).map { "\(key).\($0)" }
      }
  }

  @Test func `whatever the switch does, undo by the switch alone takes all of it back`() {
    // Another way to press, or another way of scanning, is another hand.
    let others = ["Keyboard", "Arrows and Enter", "Digits alone", "Two switches", "Switches and scanning"]
    var undone = 0
    for seed in Property.seeds(share: 0.001) {
      var chance = Chance(seed: seed)
      let robot = Self.robot()
      let start = Self.standing(robot)
      for _ in 0..<250 {
        guard robot.lit != nil, let order = robot.app.scanning?.order else { break }
        let choices = order.stations.flatMap(\.choices).filter { station in
          !others.contains(station.words) && station.choice?.intent != .act(.leave)
            && station.choice?.intent != .act(.set(Setting(.input), ""))
        }
        robot.scan(to: chance.one(of: choices).id)
        // The pages that take every key are over when none comes.
        robot.pass(milliseconds: 1000)
        if robot.scene.name.hasPrefix("switch-") { robot.rest(milliseconds: 60_000) }
      }
      for _ in 0..<40 where robot.scene.name != "tonight" || robot.app.place.depth > 1 {
        guard let back = robot.station(where: { ["Back", "Stay"].contains($0.words) || $0.id == "out-back" }) else {
          break
        }
        robot.scan(to: back.id)
      }
      for _ in 0..<400 {
        guard let undo = robot.station(where: { $0.id.hasSuffix("undo") }), undo.words != "Undo: nothing to take back"
        else { break }
        robot.scan(to: undo.id)
        undone += 1
      }
      #expect(Self.standing(robot) == start, "seed \(seed)\n\(robot.screen)")
    }
    #expect(undone >= 20 * Property.seeds(share: 0.001).count, "\(undone)")
  }
}
