import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

/// Texts, times and numbers of hands that press only some keys.
@Suite struct `Writing without a keyboard` {
  private static let inputs = ["digits", "arrows", "two-switches", "one-switch"]

  fileprivate func robot(_ input: String, notes: [String] = []) -> Robot {
    var samples = Samples()
    let night = notes.enumerated().map { samples.record(.note, [.note: .text($1)], at: "00:0\($0)") }
    return Robot(
      MemoryRecord(plan: [samples.setting("input", input)], nights: [samples.night: night]), by: "MK")
  }

  /// Goes to a line by Tab alone, and chooses it by Space; with one switch by scanning.
  fileprivate func choose(_ label: String, _ robot: Robot) {
    if robot.lit != nil { return robot.scan(label: label) }
    for _ in 0..<120 where robot.layout.focus.label != label {
      robot.rest(milliseconds: 1000)
      robot.press("Tab")
    }
    #expect(robot.layout.focus.label == label, "\(robot.screen)")
    robot.rest(milliseconds: 1000)
    robot.press("Space")
  }

  fileprivate func spell(_ text: String, _ robot: Robot) {
    for letter in text.map(String.init) {
      let group = letter == " " ? "space" : letter
      guard
        let page = robot.scene.list.items.first(where: {
          $0.label.split(separator: " ").contains { $0 == group } && $0.label.hasPrefix("Letters")
        })
      else {
        Issue.record("no letters for \(letter)\n\(robot.screen)")
        return
      }
      choose(page.label, robot)
      choose(letter == " " ? "space" : "letter \(letter)", robot)
    }
  }

  @Test(arguments: ["two-switches", "one-switch", "arrows"])
  func `a note is spelled letter by letter with Tab and Space`(input: String) {
    let robot = robot(input)
    robot.press("n")
    #expect(robot.scene.name == "text" && robot.scene.field?.isTyping == false)
    spell("the big toe", robot)
    #expect(robot.scene.field?.text.text == "the big toe")
    choose("Take back a word", robot)
    choose("Take back a letter", robot)
    choose("Save", robot)
    #expect(robot.written == ["note: the big"])
  }

  @Test func `words of the record are chosen whole, and so is a note as before`() {
    let robot = robot("two-switches", notes: ["calf held and stretched", "calf rubbed", "calf held and stretched"])
    robot.press("s", "n")
    choose("\"calf\"", robot)
    choose("\"held\"", robot)
    #expect(robot.scene.field?.text.text == "calf held ")
    spell("ru", robot)
    choose("\"rubbed\"", robot)
    choose("Save", robot)
    #expect(robot.written.last == "suction, calf held rubbed")
    robot.press("m", "n")
    choose("As before", robot)
    choose("calf held and stretched", robot)
    #expect(robot.scene.field?.text.text == "calf held and stretched")
  }

  @Test func `the time of an entry is chosen by hour and quarter, then moved by five minutes`() {
    let robot = robot("two-switches")
    robot.press("s", "Esc")
    robot.choose("Tonight's entries")
    for line in ["02:15  suction · MK", "When", "Type the time"] { choose(line, robot) }
    for line in ["Choose the hour", "hour of 01:00", "at 01:45", "Five minutes later, 01:50", "Save"] {
      choose(line, robot)
    }
    #expect(robot.items.map { $0.at.time.description } == ["01:50"], "\(robot.screen)")
  }

  @Test(arguments: inputs)
  func `the morning diary is complete without a key of a text`(input: String) {
    let robot = robot(input)
    for line in robot.lit == nil ? ["Morning"] : ["More", "Morning"] { choose(line, robot) }
    choose("Minutes to fall asleep", robot)
    #expect(robot.scene.field?.isTyping == false, "\(robot.screen)")
    choose("Choose a number", robot)
    choose("number 20", robot)
    choose("Save", robot)
    choose("Final waking", robot)
    choose("Choose the hour", robot)
    choose("hour of 01:00", robot)
    choose("at 01:45", robot)
    choose("Save", robot)
    let page = robot.record.items(of: Samples().night).filter { $0.subject == .diary }
    #expect(page.contains { $0.details[.sol] == .number(20) }, "\(robot.screen)")
    #expect(page.contains { $0.details[.finalWake] != nil }, "\(robot.screen)")
  }

  @Test func `with few keys digits pick lines of a field, and a letter of a keyboard still types`() {
    let robot = robot("digits")
    robot.press("n")
    let letters = robot.scene.list.items.firstIndex { $0.label.hasPrefix("Letters") }
    robot.press("\((letters ?? 0) + 1)")
    robot.press("2")
    #expect(robot.scene.field?.text.text == "e", "\(robot.screen)")
    robot.press("b")
    #expect(robot.scene.field?.text.text == "eb" && robot.scene.field?.isTyping == true)
  }

  @Test func `Back from a page of letters keeps the text, and a text that is left is there again`() {
    let robot = robot("arrows")
    robot.press("n")
    spell("hot", robot)
    choose("Letters space e t a o", robot)
    robot.press("Esc")
    #expect(robot.scene.field?.text.text == "hot" && robot.scene.list[0].label == "Save")
    robot.press("Esc")
    robot.press("n")
    #expect(robot.screen.contains("Not finished") && robot.scene.field?.text.text == "hot")
  }

  @Test func `every screen of a field has at most the letters of its alphabet once, and all of them`() {
    let robot = robot("arrows")
    robot.press("n")
    let groups = robot.scene.list.items.map(\.label).filter { $0.hasPrefix("Letters") }
    let letters = groups.flatMap { $0.split(separator: " ").dropFirst() }.filter {
      $0.count == 1 && $0.first?.isLetter == true
    }
    #expect(letters.sorted() == (0..<26).map { Substring(String(UnicodeScalar(97 + UInt8($0)))) })
  }
}

extension `Writing without a keyboard` {
  /// Opens a question of the morning diary.
  private func question(_ label: String, _ input: String) -> Robot {
    let robot = robot(input)
    for line in robot.lit == nil ? ["Morning", label] : ["More", "Morning", label] { choose(line, robot) }
    return robot
  }

  @Test(arguments: ["Minutes to fall asleep", "Final waking"], ["one-switch", "two-switches", "arrows"])
  func `in a field for a number or a time no letters are offered`(label: String, input: String) {
    let robot = question(label, input)
    #expect(robot.scene.field != nil && robot.shows("Digits and signs"), "\(robot.screen)")
    #expect(!robot.scene.list.items.contains { $0.label.hasPrefix("Letters") }, "\(robot.screen)")
  }

  @Test func `a number of the plan is written with digits alone`() {
    let robot = robot("two-switches")
    for label in ["Plan", "Switches and scanning", "Time on each line", "Type it"] { choose(label, robot) }
    #expect(robot.scene.field != nil && !robot.scene.list.items.contains { $0.label.hasPrefix("Letters") })
  }

  @Test func `a time can be that of now, or some minutes ago, and one of another day with its date`() {
    let robot = question("Final waking", "one-switch")
    choose("Now, or some minutes ago", robot)
    choose("10 min ago, 02:05", robot)
    #expect(robot.scene.field?.text.text == "02:05", "\(robot.screen)")
    choose("Digits and signs", robot)
    choose("space", robot)
    #expect(robot.scene.field?.text.text == "02:05 ")
  }

  @Test func `leaving it blank is a station of the first level, where a value stands and where a list is picked from`()
  {
    let robot = question("Minutes to fall asleep", "one-switch")
    for line in ["Choose a number", "number 20"] { choose(line, robot) }
    #expect(robot.lit?.words == "Save")
    #expect(robot.app.scanning?.order.stations.prefix(2).map(\.words) == ["Save", "Leave it blank"], "\(robot.screen)")
    let picked = question("How well slept", "one-switch")
    #expect(picked.lit?.words == "Leave it blank", "\(picked.screen)")
  }

  @Test func `how often is chosen from small numbers, and initials are capitals`() {
    let robot = robot("two-switches")
    choose("Morning", robot)
    choose("Times woken, final waking aside", robot)
    choose("Choose a number", robot)
    choose("number 3", robot)
    #expect(robot.scene.field?.text.text == "3")
    let other = self.robot("two-switches")
    other.choose("Handover")
    other.choose(prefix: "Take over: your")
    spell("mk", other)
    #expect(other.scene.field?.text.text == "MK", "\(other.screen)")
  }

  @Test func `a whole line from a device is typed into the field, and is nothing where there is none`() {
    let robot = robot("arrows")
    robot.press("n")
    robot.press(.paste("please turn me now"))
    #expect(robot.scene.field?.text.text == "please turn me now")
    robot.press("Enter")
    #expect(robot.written == ["note: please turn me now"])
    robot.choose("More")
    robot.pace = 1
    robot.press(.paste("please turn me now"))
    robot.press("Enter")
    #expect(robot.scene.name == "menu-more" && robot.items.count == 1, "\(robot.screen)")
    robot.pace = 1000
    robot.press("Enter")
    #expect(robot.scene.name != "menu-more")
  }

  @Test(arguments: ["digits", "one-switch"])
  func `nobody is led into a field that only a keyboard leads out of`(input: String) {
    let robot = robot(input)
    robot.press("n")
    #expect(!robot.scene.list.items.contains { $0.label == "Type with a keyboard" })
    robot.choose("Letters space e t a o")
    #expect(robot.scene.list.items.suffix(2).map(\.label) == ["Emergency card", "Back"])
  }

  @Test func `what is chosen goes behind the text, wherever the caret was left, and too much is said once`() {
    let robot = robot("two-switches", notes: ["held"])
    robot.press("s", "n")
    robot.choose("Type with a keyboard")
    robot.type("calf he")
    robot.press("Home", "Tab")
    choose("\"held\"", robot)
    #expect(robot.scene.field?.text.text == "calf held ", "\(robot.screen)")
  }
}
