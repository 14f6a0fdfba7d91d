import AppCore
import NightModel
import TestSupport
import Testing

@Suite struct `Signs found in the record` {
  /// A robot in front of nights with cramps and choking: three cramps within seven nights, and choking twice, new.
  private func robot(plan: [(String, String)] = []) -> Robot {
    var setter = Samples(writer: "pppppppp")
    var nights: [CivilDate: [Entry]] = [:]
    for back in 1...20 {
      var samples = Samples(night: "\(Samples().night.adding(days: -back))")
      var entries = [samples.event(.asleep, at: "23:00")]
      if [1, 3, 5].contains(back) { entries.append(samples.record(.symptom("cramp"), at: "02:00")) }
      if [2, 3].contains(back) { entries.append(samples.record(.symptom("choked"), at: "03:00")) }
      nights[samples.night] = entries
    }
    return Robot(MemoryRecord(plan: plan.map { setter.setting($0.0, $0.1) }, nights: nights))
  }

  private func choose(_ labels: String..., on robot: Robot) {
    for label in labels { robot.choose(label) }
  }

  /// What the line above Tonight's table says of signs.
  private func noted(_ robot: Robot) -> String {
    robot.screen.split(separator: "\n").filter { $0.contains("When to call") }.joined()
      .split(separator: "──").joined().trimmingSpaces()
  }

  /// How an item that was found stands once the screen is drawn.
  private func state(_ label: String, _ robot: Robot) -> String? {
    _ = robot.layout
    return robot.scene.list.items.first { $0.label == label }?.state
  }

  private func isFound(_ sign: String, _ robot: Robot) -> Bool {
    _ = robot.layout
    return robot.scene.list.items.contains { $0.id == "found-\(sign)" }
  }

  @Test func `stand under When to call, after the numbers, each with its nights, which open`() {
    let robot = robot()
    choose("When to call", on: robot)
    let labels = robot.scene.list.items.map(\.label)
    #expect(
      labels.prefix(4) == [
        "Your numbers: emergency card", "While waiting, and what to say", "Choking more often",
        "Cramps, twitching or stiffness",
      ])
    #expect(robot.screen.contains("Nobody has checked this list against tonight."))
    expectScreen(robot.layout.frame, "signs-found")
    choose("Cramps, twitching or stiffness", on: robot)
    expectScreen(robot.layout.frame, "found-sign")
    choose("Thu 19 Nov 2026", on: robot)
    #expect(robot.scene.title == "Night of Thu 19 to Fri 20 Nov 2026")
    #expect(robot.screen.contains("Cramp"))
  }

  @Test func `mark the first night of each in the list, and in a closed record none`() {
    let open = robot()
    choose("Past nights", on: open)
    func mark(_ night: String, _ robot: Robot) -> Substring? {
      robot.screen.split(separator: "\n").first { $0.contains(night) }?.split(separator: " ").last
    }
    // One more night of a sign that was there is not marked: it would be on nearly every line.
    var samples = Samples(writer: "qqqqqqqq", night: "2026-11-20")
    open.record.add(samples.record(.symptom("cramp"), at: "02:30"), to: .night(samples.night))
    open.goHome()
    choose("Past nights", on: open)
    let nights = ["Sat 21 Nov 2026", "Fri 20 Nov 2026", "Thu 19 Nov 2026", "Wed 11 Nov 2026"]
    #expect(nights.map { mark($0, open) } == ["-", "◂", "-", "-"])
    open.isASCII = true
    #expect(mark("Fri 20 Nov 2026", open) == "<")
    let closed = robot(plan: [("closed", "yes")])
    choose("Past nights", on: closed)
    #expect(mark("Fri 20 Nov 2026", closed) == "-")
  }

  @Test func `are put aside with a reason and an end, visibly, until that day is over, and undo takes it back`() {
    let robot = robot()
    choose("When to call", "Choking more often", "Put it aside, with a reason", "Told the clinic, 1 week", on: robot)
    #expect(robot.screen.contains("put aside: until Mon 30 Nov 2026: told the clinic"))
    robot.press("Esc")
    #expect(state("Choking more often", robot) == "put aside until Mon 30 Nov 2026: told the clinic")
    #expect(robot.scene.list.items.map(\.label)[2] == "Cramps, twitching or stiffness")
    robot.press("u")
    #expect(state("Choking more often", robot) == "2 nights")
    robot.press("y")
    robot.now = Samples().moment("02:15").adding(minutes: 1440)
    robot.press("Esc")
    choose("When to call", on: robot)
    #expect(state("Choking more often", robot) == "put aside until Mon 30 Nov 2026: told the clinic")
    let later = self.robot(plan: [("aside.choking-more", "2026-11-22 · told the clinic")])
    choose("When to call", on: later)
    #expect(state("Choking more often", later) == "2 nights")
  }

  @Test func `are noted on Tonight in a line that is there anyway, once something has happened, unless not wanted`() {
    let robot = robot()
    #expect(noted(robot).isEmpty)
    robot.press("Down")
    #expect(noted(robot) == "When to call: 2 noted")
    let quiet = self.robot(plan: [("sign-line", "no")])
    quiet.press("Down")
    #expect(noted(quiet).isEmpty)
    let aside = self.robot(plan: [("aside.choking-more", "2026-12-22 we know why")])
    aside.press("Down")
    #expect(noted(aside) == "When to call: 1 noted")
  }

  @Test func `leave a closed record in peace`() {
    let robot = robot()
    choose("When to call", on: robot)
    #expect(isFound("choking-more", robot))
    var samples = Samples(writer: "closing")
    robot.record.add(samples.setting("closed", "yes"), to: .plan)
    robot.wait(minutes: 1)
    #expect(!isFound("choking-more", robot))
    #expect(!robot.screen.contains("Found in the record"))
    robot.goHome()
    #expect(noted(robot).isEmpty)
  }

  @Test func `what is written tonight counts at once, and what is taken back does not`() {
    let robot = robot()
    choose("When to call", on: robot)
    #expect(!isFound("throat-closing-again", robot))
    robot.goHome()
    for _ in 0..<2 {
      choose("Breathing", "Throat closed", on: robot)
    }
    robot.goHome()
    choose("When to call", on: robot)
    #expect(isFound("throat-closing-again", robot))
    robot.press("u")
    #expect(!isFound("throat-closing-again", robot))
  }

  @Test func `where too little is recorded, or nothing was found, that is said and no more`() {
    let empty = Robot()
    choose("When to call", on: empty)
    #expect(empty.screen.contains("Too few nights are recorded"))
    var samples = Samples()
    let calm = Robot(MemoryRecord(nights: [samples.night: [samples.event(.asleep, at: "23:00")]]))
    choose("When to call", on: calm)
    #expect(calm.screen.contains("The rules found nothing in the last nights recorded."))
  }
}

@Suite struct `The report on the screen` {
  private func robot() -> Robot {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    robot.choose("When to call")
    robot.choose("Report for the clinic")
    return robot
  }

  @Test func `is chosen, read and written with arrows and Enter`() {
    let robot = robot()
    expectScreen(robot.layout.frame, "report")
    robot.choose("Which nights")
    expectScreen(robot.layout.frame, "report-spans")
    robot.choose("The last 7 nights")
    robot.choose("What stands in it")
    robot.choose("Questions for the team")
    expectScreen(robot.layout.frame, "report-sections")
    robot.press("Esc")
    robot.choose("Names and initials")
    robot.choose("Read it here")
    #expect(robot.screen.contains("7 nights"), "\(robot.screen)")
    robot.press("Esc")
    robot.choose("Write a page to print (HTML)")
    robot.press("Enter")
    #expect(robot.screen.contains("Written: /home/nightstand-report-2026-11-23.html."))
    let (page, nameless) = (robot.record.file("~/nightstand-report-2026-11-23.html"), "may hold names")
    #expect(page?.contains("7 nights") == true && page?.contains(nameless) == true, "\(page ?? "")")
    #expect(page?.contains("Questions") == false, "\(page ?? "")")
  }

  @Test func `asks before it replaces a file`() {
    let robot = robot()
    for _ in 0..<2 {
      robot.choose("Write it as plain text")
      robot.press("Enter")
    }
    expectScreen(robot.layout.frame, "report-replace")
    let nameless = "may hold names"
    func page() -> String? {
      robot.record.file("~/nightstand-report-2026-11-23.txt")?.split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
    }
    robot.choose("Keep what lies there")
    #expect(robot.scene.name == "report" && page()?.contains(nameless) == false)
    robot.choose("Names and initials")
    robot.choose("Write it as plain text")
    robot.press("Enter")
    robot.choose("Replace it")
    #expect(robot.screen.contains("Written:") && page()?.contains(nameless) == true)
    #expect(robot.scene.name == "report")
  }

  @Test func `takes typed nights and another place, and says what is wrong with them`() {
    let robot = robot()
    robot.choose("Which nights")
    robot.choose("Type the first and the last")
    robot.type("2026-11-22 2026-11-01")
    robot.press("Enter")
    #expect(robot.screen.contains("comes after"))
    for _ in 0..<21 { robot.press("Backspace") }
    robot.type("2026-11-01 2026-11-22")
    robot.press("Enter")
    #expect(robot.scene.name == "report" && robot.screen.contains("2026-11-01 to 2026-11-22"))
    robot.choose("Write it as plain text")
    for _ in 0..<40 { robot.press("Backspace") }
    robot.type("/nowhere/r.txt")
    robot.press("Enter")
    #expect(robot.screen.contains("/nowhere/r.txt could not be written because the folder is not there"))
  }

  @Test func `questions for the team are added, changed and left blank`() {
    let robot = robot()
    robot.choose("Questions for the team")
    robot.choose("Add a question for the team")
    robot.type("Is the mask too tight?")
    robot.press("Enter")
    #expect(robot.shows("Is the mask too tight?"))
    robot.choose("Is the mask too tight?")
    robot.choose("Leave it blank")
    robot.press("Esc")
    #expect(!robot.shows("Is the mask too tight?"))
  }
}
