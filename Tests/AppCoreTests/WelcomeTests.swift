import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The first questions` {
  @Test func `are six and two pages, can each be passed over, and are not asked again`() {
    let robot = Robot(welcomes: true)
    var titles: [String] = []
    while robot.scene.name.hasPrefix("welcome"), titles.count < 9 {
      titles.append(robot.scene.title)
      #expect(!["Skip this", "Skip all questions"].contains(robot.focus))
      robot.choose(titles.count == 8 ? "Begin" : titles.count == 7 ? "Next" : "Skip this")
    }
    #expect(titles.count == 8 && robot.scene.name == "tonight")
    let again = Robot(robot.record, welcomes: true)
    #expect(again.scene.name == "tonight")
  }

  @Test func `answered, stand in the plan`() {
    let robot = Robot(welcomes: true)
    robot.choose("Type the person's name")
    robot.type("A. Person")
    robot.press("Enter")
    robot.choose("Type your initials")
    #expect(robot.scene.title == "Your initials")
    robot.type("0")
    robot.press("Enter")
    #expect(robot.scene.title == "Your initials" && robot.screen.contains("at least one letter"), "\(robot.screen)")
    robot.press("Backspace")
    robot.type("MK")
    robot.press("Enter")
    robot.choose("Suction machine")
    robot.choose("Next")
    robot.choose("Two switches")
    robot.choose("Type the number")
    #expect(robot.scene.title == "On call: phone number")
    // The person's hands are not those at the keyboard.
    robot.choose("Type with a keyboard")
    robot.type("555 0100")
    robot.press("Enter")
    robot.choose("Type a medicine's name")
    robot.type("Baclofen")
    robot.press("Enter")
    #expect(robot.focus == "Type a medicine's name" && robot.screen.contains("Baclofen"), "\(robot.screen)")
    robot.choose("Next")
    #expect(robot.screen.contains("suction") && !robot.screen.contains("mask on"), "only what this house has")
    robot.choose("Next")
    #expect(robot.screen.contains("set a real alarm") && robot.screen.contains("contacts nobody"))
    robot.choose("Begin")
    let plan = Plan(entries: robot.record.entries(of: .plan))
    #expect(
      plan.person == "A. Person" && plan.medicines.map(\.name) == ["Baclofen"] && plan.equipment == ["suction"]
        && plan.value(.input) == "two-switches")
    #expect(plan.value(.number, "on-call") == "555 0100" && plan.value(.people, "MK") == "MK")
    #expect(robot.screen.contains("A. Person  MK  02:15"))
    robot.press("l")
    #expect(robot.items.first?.by == "MK")
  }

  @Test func `left in the middle go on where they were left, and end with what Nightstand is not`() {
    var samples = Samples()
    let plan = [samples.setting("person", "A"), samples.setting("people.MK", "MK")]
    let robot = Robot(MemoryRecord(plan: plan), welcomes: true)
    #expect(robot.scene.name == "welcome-3")
    let all =
      plan + [
        samples.setting("equipment.mask", "in-use"), samples.setting("input", "keys"),
        samples.setting("number.on-call", "1"), samples.setting("medicine.Baclofen", "night"),
      ]
    #expect(Robot(MemoryRecord(plan: all), welcomes: true).scene.name == "welcome-7")
  }

  @Test func `planned turns are offered after the first turn of a new record, and never again`() {
    let new = Robot(welcomes: true)
    new.choose("Skip all questions")
    #expect(new.screen.contains("The ten keys"), "what is only to be read is not skipped")
    new.choose("Next")
    new.choose("Begin")
    new.press("l")
    #expect(new.screen.contains("Planned turns: Plan, then Turning."), "\(new.screen)")
    new.press("r")
    #expect(!new.screen.contains("Planned turns"))
    let used = Robot()
    used.press("l")
    #expect(!used.screen.contains("Planned turns"))
  }

  @Test func `a letter begins to type the answer, and digits a number, whichever key opened it`() {
    let robot = Robot(welcomes: true)
    robot.type("Eve")
    robot.press("Enter")
    #expect(Plan(entries: robot.record.entries(of: .plan)).person == "Eve")
    for _ in 0..<3 { robot.choose(robot.shows("Next") ? "Next" : "Skip this") }
    robot.press("1")
    robot.type("0301234567")
    robot.press("Enter")
    #expect(Plan(entries: robot.record.entries(of: .plan)).value(.number, "on-call") == "0301234567")
  }

  @Test func `begin a new record with the starter routine, and leave one that was used as it is`() {
    func plan(_ robot: Robot) -> Plan { Plan(entries: robot.record.entries(of: .plan)) }
    let new = Robot(welcomes: true)
    new.choose("Skip all questions")
    #expect(new.screen.contains("The ten keys"), "what is only to be read is not skipped")
    new.choose("Next")
    new.choose("Begin")
    #expect(plan(new).hasStarterRoutine && plan(new).wasWelcomed)
    new.choose("Bedtime")
    #expect(new.shows("Heels clear of the mattress") && !new.shows("Calf and foot stretched"))
    new.press("Esc", "u")
    #expect(!plan(new).hasStarterRoutine && !plan(new).wasWelcomed, "one undo takes both back")

    var samples = Samples()
    let check = samples.record(.check(item: "calf-stretch"), [.state: .text("done")], at: "22:00")
    for (welcomes, nights) in [(false, [samples.night.adding(days: -1): [check]]), (true, [samples.night: [check]])] {
      let used = Robot(MemoryRecord(nights: nights), welcomes: welcomes)
      used.goHome()
      for label in ["Plan", "Settings", "Ask the first questions again", "Skip all questions", "Next", "Begin"] {
        used.choose(label)
      }
      #expect(!plan(used).hasStarterRoutine && plan(used).wasWelcomed)
      used.choose("Bedtime")
      #expect(used.shows("Calf and foot stretched"))
    }
  }

  @Test func `once asked are not asked again, nor lost when one goes back`() {
    var samples = Samples()
    let asked = Robot(MemoryRecord(plan: [samples.setting("welcome", "done")]), welcomes: true)
    #expect(asked.scene.name == "tonight")
    let robot = Robot(welcomes: true)
    robot.choose("Skip this")
    robot.choose("Skip this")
    robot.press("Esc")
    #expect(robot.scene.name == "welcome-2")
    robot.press("Esc", "Esc")
    #expect(robot.scene.name == "tonight" && !Plan(entries: robot.record.entries(of: .plan)).wasWelcomed)
  }

  @Test(arguments: [
    ["Esc"], ["0"], ["Left"], ["e", "Esc", "0"], ["Down", "Enter", "Down", "Enter", "Esc", "Esc", "Esc"],
    ["E", "v", "e", "Enter", "Esc", "Esc"],
  ])
  func `left without an end, begin a new record with the starter routine all the same`(keys: [String]) {
    func plan(_ robot: Robot) -> Plan { Plan(entries: robot.record.entries(of: .plan)) }
    let robot = Robot(welcomes: true)
    for key in keys { robot.press(key) }
    #expect(robot.scene.name == "tonight" && plan(robot).hasStarterRoutine, "\(keys): \(robot.screen)")
    #expect(!plan(robot).wasWelcomed, "they are asked again while nothing is written")
    robot.choose("Bedtime")
    #expect(robot.screen.contains("0 of 12"), "\(robot.screen)")
    // Whoever wants every line keeps it, however often the questions are left.
    robot.goHome()
    for label in ["Plan", "What is part of the routine", "Every line at bedtime"] { robot.choose(label) }
    let again = Robot(robot.record, welcomes: true)
    again.press("Esc", "Esc", "Esc")
    #expect(!plan(again).hasStarterRoutine && again.scene.name == "tonight")
  }

  @Test func `left with the program after an answer, begin it with the starter routine; left at once, write nothing`() {
    for (keys, isBegun) in [([], false), (["E", "v", "e", "Enter"], true)] as [([String], Bool)] {
      let robot = Robot(welcomes: true)
      for key in keys { robot.press(key) }
      robot.happen(.ended)
      let plan = Plan(entries: robot.record.entries(of: .plan))
      #expect(plan.hasStarterRoutine == isBegun && robot.record.entries(of: .plan).isEmpty != isBegun, "\(keys)")
    }
  }
}

@Suite struct `The lists as one family has them` {
  @Test func `all the rest is answered at once, and one undo takes all of it back`() {
    let robot = Robot()
    robot.choose("Getting up")
    robot.press("Enter")
    robot.choose("More for your routine")
    let open = robot.scene.list.items.first { $0.id == "rest" }?.state
    robot.choose("All the rest: not needed tonight")
    #expect(open == "\(robot.items.count - 1) open" && robot.items.count > 4)
    #expect(robot.written.filter { $0.hasSuffix("not needed") }.count == robot.items.count - 1)
    #expect(robot.scene.name == "hidden-items" && !robot.shows("All the rest: not needed tonight"))
    robot.press("u")
    #expect(robot.items.count == 1)
  }

  @Test func `what is not part of the routine is one page away, where it is answered, and put in with one key`() {
    let robot = Robot()
    robot.choose("Bedtime")
    robot.choose("More for your routine")
    #expect(robot.screen.contains("·  Mask cushion clean") && robot.focus == "Machine on, right mode, plugged in")
    robot.press("Right", "1")
    #expect(robot.written == ["Machine on, right mode, plugged in: done"])
    robot.press("u")
    robot.press("Enter", "Down", "Enter")
    #expect(robot.focus == "Filter clean, tubing not kinked" && robot.screen.contains("switched on"))
    robot.press("Esc")
    #expect(robot.shows("Machine on, right mode, plugged in") && robot.shows("Filter clean, tubing not kinked"))
    robot.press("u")
    #expect(robot.shows("Machine on, right mode, plugged in") && !robot.shows("Filter clean, tubing not kinked"))
  }

  @Test func `a line is out of the routine in two presses, and in again as it was`() {
    let robot = Robot()
    robot.choose("Getting up")
    let presses = robot.presses
    robot.press("Right", "5")
    #expect(robot.presses == presses + 2 && robot.scene.list.items.contains { $0.label == "Put it into your routine" })
    #expect(Plan(entries: robot.record.entries(of: .plan)).value(.routine, "morning-skin") == "off")
    robot.press("5", "Esc")
    #expect(Plan(entries: robot.record.entries(of: .plan)).value(.routine, "morning-skin") == nil)
    #expect(robot.focus == "Skin looked at for sores")
  }

  @Test func `an item's page tells the last fourteen nights`() {
    var samples = Samples()
    var nights: [CivilDate: [Entry]] = [:]
    for back in [1, 3, 13, 14] {
      samples.night = Samples().night.adding(days: -back)
      nights[samples.night] = [
        samples.record(.check(item: "heels-free"), [.state: .text("could-not")], at: "22:00", by: "AB")
      ]
    }
    let robot = Robot(MemoryRecord(nights: nights), rows: 40)
    robot.choose("Bedtime")
    for _ in 0..<60 where robot.focus != "Heels clear of the mattress" { robot.press("Down") }
    robot.press("Right")
    #expect(robot.screen.contains("On earlier nights:"))
    #expect(robot.screen.contains("Sat 21 Nov: could not, 22:00 AB"))
  }

  @Test func `an answer to an item that is in no list any more is kept and shown by its id`() {
    var samples = Samples()
    let check = samples.record(.check(item: "levitation"), [.state: .text("done")], at: "22:00")
    let robot = Robot(MemoryRecord(nights: [samples.night: [check]]))
    robot.choose("Bedtime")
    #expect(robot.shows("levitation"))
    robot.choose("levitation")
    #expect(robot.screen.contains("no longer in the list"))
  }
}
