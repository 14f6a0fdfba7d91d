import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// What ten tasks of a night cost in keys, by the shortest way a person can see on the screen. A bound that has to be
/// raised is a step back: say why.
@Suite struct `The keys a task takes` {
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
    #expect(robot.screen.contains("turned 02:05 left (10 min)"))
  }

  @Test func `a cramp of 6: 2`() {
    let robot = robot()
    #expect(keys(robot) { $0.press("g", "6") } <= 2)
    #expect(robot.written.last == "Cramp 6")
  }

  // 12 before the newest entry had the focus, which is the one that is put right most.
  @Test func `a turn to the left was to the right: 14, or 2 if it was the last thing done`() {
    let robot = robot()
    let count = keys(robot) { robot in
      robot.take("More")
      robot.take("Tonight's entries")
      robot.take("23:10  turned left")
      robot.take("Which side")
      robot.take("Right")
    }
    #expect(count <= 14, "\(count)")
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

  @Test func `eight paper notes: 4 to get there, and as many as their characters with an Enter each`() {
    let robot = robot(at: "11:00")
    let notes = [
      "2251 mask on", "2311 turn l", "2341 asleep", "0056 suction thick", "0141 cramp 6 calf", "0201 woke",
      "0211 turn r", "0641 mask off",
    ]
    let before = robot.items.count
    let count = keys(robot) { robot in
      robot.take("More")
      robot.take("Paper notes")
      robot.press("Enter")
      for note in notes {
        robot.type(note)
        robot.press("Enter")
      }
    }
    #expect(robot.items.count == before + 8, "\(robot.screen)")
    #expect(count <= 6 + notes.reduce(0) { $0 + $1.count + 1 }, "\(count)")
  }

  @Test func `the morning diary, question by question: 20`() {
    let robot = robot(at: "07:30")
    let count = keys(robot) { robot in
      robot.take("Morning")
      robot.take("Fill in, question by question")
      for _ in 0..<30 where robot.scene.name != "morning-end" {
        if robot.scene.title.contains("fall asleep") { robot.type("20") }
        robot.press("Enter")
      }
    }
    #expect(count <= 20, "\(count)")
    #expect(robot.items.contains { $0.subject == .diary && $0.details.number(.sol) == 20 })
  }

  @Test func `a morning left all blank, and back to Tonight: 15`() {
    let robot = Robot(MemoryRecord(), at: "07:30", by: "MK")
    let count = keys(robot) { robot in
      robot.press("Up", "Left", "Enter")
      robot.take("Fill in, question by question")
      for _ in 0..<30 where robot.scene.name != "tonight" { robot.press("Enter") }
    }
    #expect(count <= 15 && robot.items.isEmpty, "\(count)")
  }

  @Test func `a morning with eight answers typed or picked, and back to Tonight: 33`() {
    let robot = Robot(MemoryRecord(), at: "07:30", by: "MK")
    let answers = ["2230", "2300", "20", "", "0615", "0700", "4", "3", "2", ""]
    let count = keys(robot) { robot in
      robot.press("Up", "Left", "Enter")
      robot.take("Fill in, question by question")
      for answer in answers {
        let isPicked = robot.scene.name == "page-choice"
        robot.type(answer)
        if !isPicked { robot.press("Enter") }
      }
      robot.press("Enter")
    }
    let answered = robot.items.first { $0.subject == .diary }?.details.fields ?? []
    #expect(count <= 33 && answered.count == 8 && robot.scene.name == "tonight", "\(count) \(answered)")
  }

  @Test func `last Tuesday's second suction: 16`() {
    var nights: [CivilDate: [Entry]] = [:]
    for back in 1...8 {
      let date = Samples().night.adding(days: -back)
      var samples = Samples(writer: "w\(back)", night: "\(date)")
      nights[date] = ["23:\(10 + back)", "03:\(20 + back)"].map { samples.event(.suction, at: $0) }
    }
    let robot = Robot(MemoryRecord(nights: nights), by: "MK")
    let count = keys(robot) { robot in
      robot.take("Past nights")
      // The list opens on the newest night; Tuesday is five below Sunday.
      robot.press("Down", "Down", "Down", "Down", "Down", "Enter")
    }
    #expect(count <= 16, "\(count)")
    #expect(robot.screen.contains("Night of Tue 17") && robot.screen.contains("03:25  suction"), "\(robot.screen)")
  }

  @Test func `take over: 3, and leave duty: 3`() {
    let robot = robot()
    for (label, words) in [("Take over: MK", "took over"), ("Leave duty", "left duty")] {
      let count = keys(robot) { robot in
        robot.take("More")
        robot.take("Handover")
        robot.take(label)
      }
      #expect(count <= 3, "\(count)")
      #expect(robot.written.last == words, "\(robot.written)")
      robot.goHome()
    }
  }

  @Test func `see when the last suction was: 0, it stands on Tonight`() {
    #expect(robot().screen.contains("suction 00:55 (1 h 20)"))
  }
}

extension Robot {
  /// Chooses a line the shortest way: by its digit, else by arrows up or down, whichever is nearer, and Enter; in a list of
  /// several pages, by going on to its page first.
  fileprivate func take(_ label: String) {
    // What a screen offers may depend on how much of it shows.
    _ = layout
    let scene = scene
    let from = scene.focusIndex
    guard let index = (0..<scene.list.count).first(where: { scene.list[$0].label.hasPrefix(label) }) else {
      Issue.record("nothing is called \(label): \(scene.list.items.map(\.label))")
      return
    }
    if scene.list.numbering == .inOrder, digit(of: index) == 9 { return press("9", "Enter") }
    if let digit = digit(of: index) { return press(.character(Character("\(digit)"))) }
    if layout.focus.focus == "way-next" {
      press("1")
      return take(label)
    }
    if scene.list.count > 9, index > from {
      press("9")
      return take(label)
    }
    let down = (index - from + scene.list.count) % scene.list.count
    let up = (from - index + scene.list.count) % scene.list.count
    for _ in 0..<min(down, up) { press(down <= up ? "Down" : "Up") }
    press("Enter")
  }
}
