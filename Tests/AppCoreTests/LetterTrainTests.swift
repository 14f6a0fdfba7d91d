import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Typing on Tonight` {
  private func robot() -> Robot {
    var samples = Samples()
    let plan = [samples.setting("medicine.Baclofen", "as needed")]
    let night = [samples.event(.maskOn, at: "22:50"), samples.event(.turn, at: "23:10")]
    return Robot(MemoryRecord(plan: plan, nights: [samples.night: night]), by: "MK")
  }

  private func type(_ text: String, _ robot: Robot, pace: Int64 = 200) {
    robot.pace = 1000
    for character in text {
      robot.press(.character(character))
      robot.pace = pace
    }
    robot.pace = 1000
  }

  @Test func `three letters at typing speed are asked about, and the third does nothing yet`() {
    let robot = robot()
    type("as needed", robot)
    #expect(robot.scene.name == "typed" && robot.screen.contains("You typed \"as needed\"."), "\(robot.screen)")
    robot.press("1")
    #expect(robot.written == ["mask on", "turned"], "what the first letters did is taken back")
    #expect(robot.scene.field?.text.text == "as needed", "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.written.last == "note: as needed")
  }

  @Test func `what was typed can be looked for, and what was taken back stays so`() {
    let robot = robot()
    type("mask on", robot)
    robot.press("2")
    #expect(robot.written == ["mask on", "turned"])
    robot.press("Enter")
    #expect(robot.scene.name == "found" && robot.screen.contains("22:50"), "\(robot.screen)")
  }

  @Test(arguments: ["mlk", "stm", "azw", "cdva", "grh", "wzkabl", "ksc"])
  func `as keys they write what the same keys write that are pressed slowly`(keys: String) {
    let (quick, slow) = (robot(), robot())
    type(keys, quick)
    #expect(quick.scene.name == "typed", "\(keys)")
    quick.press("3")
    type(keys, slow, pace: 1000)
    #expect(quick.written == slow.written, "\(keys)")
  }

  @Test(arguments: [["t", "l", "s"], ["t", "l", "g", "6"], ["s", "m"], ["l", "l", "l"]])
  func `what answers the open question, and a letter again, is no typing`(keys: [String]) {
    let robot = robot()
    robot.pace = 200
    for key in keys { robot.press(key) }
    #expect(robot.scene.name != "typed")
  }

  @Test func `a paste is typing, and nothing of it acts`() {
    let robot = robot()
    robot.press(.paste("lorazepam at 3"))
    #expect(robot.scene.name == "typed" && robot.written == ["mask on", "turned"])
    robot.press("1", "Enter")
    #expect(robot.written.last == "note: lorazepam at 3")
  }

  @Test func `a paste after a rest belongs to no key before it, and one at typing speed to the letters before it`() {
    let robot = robot()
    robot.press("t")
    let quick = robot.copy()
    robot.wait(minutes: 20)
    robot.press(.paste("cold feet"))
    #expect(robot.screen.contains("You typed \"cold feet\"."), "\(robot.screen)")
    robot.press("1")
    #expect(robot.written == ["mask on", "turned", "turned"])
    quick.pace = 200
    quick.press(.paste("cold feet"))
    #expect(quick.screen.contains("You typed \"tcold feet\"."), "\(quick.screen)")
    quick.pace = 1000
    quick.press("1")
    #expect(quick.written == ["mask on", "turned"])
  }

  @Test func `what could not be saved is taken back with what was typed, and what an undo of it took is put back`() {
    let robot = robot()
    robot.press("k")
    robot.record.disk = .refuses
    robot.press("l", "m")
    #expect(robot.app.unsaved.count == 2, "\(robot.app.unsaved)")
    type("ugc", robot)
    #expect(robot.scene.name == "typed", "\(robot.screen)")
    robot.press("1")
    #expect(robot.app.unsaved.count == 2 && robot.screen.contains("NOT SAVED"), "\(robot.app.unsaved)")
    robot.press("Esc")
    robot.record.disk = .works
    robot.press("d", "u")
    #expect(robot.app.statusWords.hasPrefix("Taken back:"), "\(robot.app.statusWords)")
  }

  @Test func `a quick Enter inside what was typed is a space, at its end nothing, and never a key that was meant`() {
    let robot = robot()
    func press(_ keys: String, then last: String, _ robot: Robot) {
      for key in keys {
        robot.press(.character(key))
        robot.pace = 20
      }
      robot.press(last)
    }
    press("turned left", then: "Enter", robot)
    press("suction", then: "Enter", robot)
    robot.pace = 1000
    #expect(robot.screen.contains("You typed \"turned left suction\"."), "\(robot.screen)")
    robot.press("1")
    #expect(robot.scene.field?.text.text == "turned left suction", "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.written == ["mask on", "turned", "note: turned left suction"])
    let (keys, slow) = (self.robot(), self.robot())
    press("kmg", then: "Enter", keys)
    keys.press("o")
    keys.pace = 1000
    keys.press("3")
    type("kmgo", slow, pace: 1000)
    #expect(keys.written == slow.written, "\(keys.screen)")
  }

  @Test func `e as the third letter opens the card at once, and what was typed waits behind it`() {
    let robot = robot()
    type("wze", robot)
    #expect(robot.scene.name == "card", "\(robot.scene.name)")
    robot.press("Esc")
    #expect(robot.scene.name == "typed" && robot.screen.contains("wze"))
  }

  @Test(arguments: ["not well", "and now", "xanax", "anon", "no, cold"])
  func `a field opened by a letter belongs to what was typed, with its first letters`(text: String) {
    let robot = robot()
    type(text, robot)
    #expect(robot.scene.name == "typed" && robot.screen.contains("You typed \"\(text)\"."), "\(robot.screen)")
    let (keys, look) = (robot.copy(), robot.copy())
    robot.press("1")
    #expect(robot.written == ["mask on", "turned"] && robot.scene.field?.text.text == text, "\(robot.screen)")
    look.press("2")
    #expect(look.written == ["mask on", "turned"] && look.scene.field?.text.text == text, "\(look.screen)")
    let slow = self.robot()
    type(text, slow, pace: 1000)
    keys.press("3")
    #expect(keys.written == slow.written && keys.scene.name == slow.scene.name, "\(text)")
    #expect(keys.scene.field?.text.text == slow.scene.field?.text.text, "\(text)")
  }

  @Test func `a note that was begun waits unchanged while it is asked what opened its field`() {
    let robot = robot()
    robot.press("n")
    robot.type("half")
    robot.press("Esc")
    type("not", robot)
    #expect(robot.scene.name == "typed")
    robot.press("3")
    #expect(robot.scene.field?.text.text == "halfot")
  }

  @Test func `what was gathered is saved with a note that was begun when the terminal goes away`() {
    let robot = robot()
    robot.choose("More")
    robot.choose("Note on the night")
    robot.type("half")
    robot.goHome()
    type("as needed", robot)
    let answered = robot.copy()
    answered.press("1")
    #expect(answered.scene.field?.text.text == "half as needed")
    robot.happen(.ended)
    #expect(robot.written.last == "note: half as needed", "\(robot.written)")
  }

  @Test func `after a rest in the field, and behind a comma, letters are the text's`() {
    let robot = robot()
    robot.press("n")
    type("cold feet", robot)
    #expect(robot.scene.field?.text.text == "cold feet")
    robot.press("Esc")
    type(",cold", robot)
    #expect(robot.scene.field?.text.text == "cold", "\(robot.screen)")
  }

  @Test(arguments: ["you", "unsay", "ruby", "yum"])
  func `an undo or a redo that found nothing to do is not taken back with what was typed`(text: String) {
    for keys in [["l"], ["l", "r", "u"], ["l", "u"], []] {
      let robot = robot()
      for key in keys { robot.press(key) }
      let before = robot.written
      type(text, robot)
      #expect(robot.scene.name == "typed", "\(text): \(robot.screen)")
      robot.press("1")
      #expect(robot.written == before, "\(text) after \(keys)")
    }
  }

  @Test(arguments: [FailingSaves.Outcome.refuses, .keepsBeside])
  func `an undo that could not be saved is not taken back with what was typed, and one kept aside is`(
    disk: FailingSaves.Outcome
  ) {
    let robot = robot()
    robot.press("l", "r", "u")
    let before = robot.written
    robot.record.disk = disk
    type("ugm", robot)
    robot.record.disk = .works
    robot.press("1")
    #expect(robot.written == before, "\(robot.screen)")
  }

  @Test func `any three letters end in the question, and as a note or a search the record is what it was`() {
    let letters = "abcdfghjklmnoprstuvwxyz".map { $0 }
    for seed in Property.seeds(share: 0.02) {
      var chance = Chance(seed: seed)
      let robot = robot()
      if chance.oneIn(2) { robot.press("l", "r", "u") }
      let before = robot.written
      var text = ""
      while text.count < 3 || Set(text).count < 3 { text.append(chance.one(of: letters)) }
      for _ in 0..<chance.number(in: 0...4) { text.append(chance.one(of: letters)) }
      type(text, robot, pace: Int64(chance.number(in: 60...300)))
      if robot.scene.name != "typed" { continue }
      robot.press(chance.oneIn(2) ? "1" : "2")
      #expect(robot.written == before, "seed \(seed): \(text)")
      #expect(robot.scene.field?.text.text == text, "seed \(seed): \(text)")
    }
  }
}
