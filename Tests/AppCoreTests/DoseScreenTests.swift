import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The last dose on the screens` {
  private func robot(_ history: DoseHistory, rows: Int = 40) -> Robot {
    Robot(MemoryRecord(plan: history.plan, nights: history.nights), columns: 160, rows: rows, by: "MK")
  }

  @Test func `stands on Tonight, in Handover and in the list of x, however old, written ahead or spelled`() {
    for seed in Property.seeds(share: 0.2) {
      let history = DoseHistory(seed: seed)
      let robot = robot(history)
      robot.press("x")
      let list = robot.scene.list.items
      for name in history.expected.keys {
        let state = list.first { $0.label == name }?.state ?? ""
        for words in history.words(of: name) { #expect(state.contains(words), "seed \(seed): \(state)") }
        if history.words(of: name).isEmpty { #expect(state.hasPrefix("not written yet"), "seed \(seed): \(state)") }
      }
      robot.press("Esc")
      expect(robot.scene.facts, history, "seed \(seed), Tonight")
      robot.choose("Handover")
      robot.choose("Since you left")
      expect(robot.scene.facts, history, "seed \(seed), Handover")
    }
  }

  private func expect(_ facts: [Fact], _ history: DoseHistory, _ place: String) {
    for name in history.expected.keys {
      let line = facts.map(\.line).filter { $0.hasPrefix("\(name):") }
      let words = history.words(of: name)
      #expect(line.count == (words.isEmpty ? 0 : 1), "\(place): \(facts.map(\.line))")
      for words in words { #expect(line.first?.contains(words) == true, "\(place): \(line)") }
      if name != DoseHistory.never, let line = line.first { #expect(line.hasSuffix("label: every 72 hours")) }
    }
  }

  private func old() -> MemoryRecord {
    var samples = Samples(night: "2026-11-18")
    let plan = [samples.setting("medicine.Lorazepam", "1 mg"), samples.setting("medicine.Riluzole", "50 mg")]
    let dose = samples.record(.event(.medicine), [.what: .text("lorazepam")], at: "23:00", by: "MK")
    return MemoryRecord(plan: plan, nights: [samples.night: [dose]])
  }

  @Test func `costs the first paint no look at any night, and says that it is looking until it is found`() {
    let empty = Robot()
    _ = empty.layout
    let robot = Robot(old(), by: "MK")
    #expect(robot.screen.contains("Lorazepam looking for when it was last written"))
    #expect(robot.record.doseLooks == 0 && robot.record.reads == empty.record.reads)
    robot.clock.stepsBetweenKeys = 1
    robot.step()
    #expect(robot.screen.contains("looking"))
    for _ in 0..<20 where robot.screen.contains("looking") { robot.step() }
    #expect(robot.screen.contains("Lorazepam Wed 18 Nov 23:00 by MK (99 h 15)"))
    #expect(!robot.screen.contains("looking") && !robot.screen.contains("Riluzole"))
    robot.clock.stepsBetweenKeys = nil
    let looks = robot.record.doseLooks
    robot.press("Down", "Up", "x", "Esc")
    #expect(robot.record.doseLooks == looks, "what was found stands")
  }

  @Test func `is looked for anew when an older night changes, something is undone, or the plan gets a medicine`() {
    let robot = Robot(old(), by: "MK")
    robot.press("Down")
    #expect(robot.screen.contains("Lorazepam Wed 18 Nov 23:00"))
    // Another machine's dose came in.
    var samples = Samples(writer: "other", night: "2026-11-19")
    let dose = samples.record(.event(.medicine), [.what: .text("LORAZEPAM")], at: "23:00", by: "AA")
    robot.record.add(dose, to: .night(samples.night))
    robot.happen(.filesChanged)
    robot.wait(minutes: 61)
    #expect(robot.screen.contains("Lorazepam Thu 19 Nov 23:00"))
    robot.record.add(samples.setting("medicine.Midazolam", "5 mg"), to: .plan)
    robot.wait(minutes: 1)
    robot.press("x")
    #expect(robot.screen.contains("Midazolam") && robot.screen.contains("not written yet"))
  }

  @Test func `is looked for anew when it is given another time from its night's own screen`() {
    let robot = Robot(old(), by: "MK")
    robot.press("Down")
    #expect(robot.screen.contains("Lorazepam Wed 18 Nov 23:00"))
    Checklists.open("Past nights", robot)
    robot.choose("Wed 18 Nov 2026")
    robot.choose(robot.scene.list.items.map(\.label).first { $0.contains("lorazepam") } ?? "")
    robot.choose("When")
    robot.type("22:30")
    robot.press("Enter")
    robot.goHome()
    robot.step()
    #expect(robot.screen.contains("Lorazepam Wed 18 Nov 22:30"), "\(robot.screen)")
  }

  @Test func `after the moment somebody looks back at it was written by no clock that ran ahead`() {
    var samples = Samples()
    let dose = samples.record(.event(.medicine), [.what: .text("Lorazepam")], at: "03:00", by: "MK")
    let record = MemoryRecord(plan: [samples.setting("medicine.Lorazepam", "1 mg")], nights: [samples.night: [dose]])
    for place in ["Tonight", "Handover"] {
      for (clock, isAhead) in [(nil, true), ("03:30", false)] as [(String?, Bool)] {
        let robot = Robot(record.copy(), at: "02:15", realTime: clock, by: "MK")
        if place == "Handover" {
          robot.choose(place)
          robot.choose("Since you left")
        }
        #expect(robot.screen.contains("ahead") == isAhead, "\(robot.screen)")
      }
    }
  }

  @Test func `stands only as far as could be read, with what could not, on Tonight, in Handover and in the list of x`()
  {
    let record = old()
    let night = Samples(night: "2026-11-20").night
    record.damage(.night(night))
    let robot = Robot(record, columns: 160, rows: 40, by: "MK")
    robot.press("Down")
    let words = "last written Wed 18 Nov 23:00 by MK (99 h 15) as far as could be read"
    for part in ["Lorazepam Wed 18 Nov 23:00", "by MK (99 h 15) as far as could be read", "the night 2026-11-20"] {
      #expect(robot.screen.contains(part), "\(robot.screen)")
    }
    robot.press("x")
    #expect(robot.screen.contains(words) && robot.screen.contains("not written as far as could be read"))
    robot.press("Esc")
    robot.choose("Handover")
    robot.choose("Since you left")
    let told = robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(told.contains(words) && told.contains("the night 2026-11-20"), "\(robot.screen)")
    // Once it can be read again, that is so within two minutes.
    record.mend()
    robot.press("Esc", "Esc")
    robot.wait(minutes: 2)
    #expect(!robot.screen.contains("as far as") && !robot.screen.contains("the night 2026-11-20"), "\(robot.screen)")
  }

  @Test func `where not all fit, the others are counted`() {
    var samples = Samples()
    let names = (1...8).map { "Medicine \($0)" }
    let plan = names.map { samples.setting("medicine.\($0)", "1") }
    let night = names.enumerated().map { index, name in
      samples.record(.event(.medicine), [.what: .text(name)], at: "22:0\(index)", by: "MK")
    }
    let record = MemoryRecord(plan: plan, nights: [samples.night: night])
    let wide = Robot(record, columns: 80, rows: 24)
    #expect(wide.screen.contains("Medicine 8 22:07") && wide.screen.contains("and 6 more: x"))
    let small = Robot(record, columns: 40, rows: 12)
    #expect(small.screen.contains("Medicine 8 22:07") && small.screen.contains("+7: x"), "\(small.screen)")
    let beside = Robot(record, columns: 100, rows: 24)
    for name in names { #expect(beside.screen.contains("\(name) 22:0")) }
  }
}
