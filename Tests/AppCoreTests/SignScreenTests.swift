import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Signs found in the record` {
  /// A robot in front of nights that were looked at: choked in four of the last seven, a nightmare in four others.
  private func robot(plan: [(String, String)] = []) -> Robot {
    var setter = Samples(writer: "pppppppp")
    var nights: [CivilDate: [Entry]] = [:]
    for back in 1...20 {
      var samples = Samples(night: "\(Samples().night.adding(days: -back))")
      var entries = [samples.record(.symptom("pain"), [.value: .number(0)], at: "23:00")]
      if [1, 2, 4, 5].contains(back) { entries.append(samples.record(.symptom("choked"), at: "03:00")) }
      if [1, 3, 5, 6].contains(back) { entries.append(samples.record(.symptom("nightmare"), at: "02:00")) }
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
  private func state(_ rule: String, _ robot: Robot) -> String? {
    _ = robot.layout
    return robot.scene.list.items.first { $0.id == "found-\(rule)" }?.state
  }

  private func isFound(_ rule: String, _ robot: Robot) -> Bool { state(rule, robot) != nil }

  /// Under which heading an item stands.
  private func heading(_ rule: String, _ robot: Robot) -> String? {
    _ = robot.layout
    let items = robot.scene.list.items
    return items.prefix(through: items.firstIndex { $0.id == "found-\(rule)" } ?? 0).last { $0.heading != nil }?.heading
  }

  @Test func `stand under When to call, after the numbers, each with its nights, which open`() {
    let robot = robot()
    choose("When to call", on: robot)
    #expect(
      robot.scene.list.items.map(\.label).prefix(4) == [
        "Your numbers: emergency card", "While waiting, and what to say", "Choked", "Nightmare",
      ])
    #expect(heading("choked-lasting", robot) == "Found: call today")
    #expect(heading("nightmare-lasting", robot) == "Found: mention at next visit")
    #expect(robot.screen.contains("Nobody has checked this list against tonight."))
    expectScreen(robot.layout.frame, "signs-found")
    choose("Nightmare", on: robot)
    expectScreen(robot.layout.frame, "found-sign")
    choose("Thu 19 Nov 2026", on: robot)
    #expect(robot.scene.title == "Night of Thu 19 to Fri 20 Nov 2026")
    #expect(robot.screen.contains("Nightmare"))
  }

  @Test func `mark the first night of each in the list, and in a closed record none`() {
    let open = robot()
    choose("Past nights", on: open)
    func mark(_ night: String, _ robot: Robot) -> Substring? {
      robot.screen.split(separator: "\n").first { $0.contains(night) }?.split(separator: " ").last
    }
    // Both begin on the same night: the fourth of the last seven that has them.
    let nights = ["Sat 21 Nov 2026", "Fri 20 Nov 2026", "Thu 19 Nov 2026", "Wed 11 Nov 2026"]
    #expect(nights.map { mark($0, open) } == ["◂", "-", "-", "-"])
    open.isASCII = true
    #expect(mark("Sat 21 Nov 2026", open) == "<")
    let closed = robot(plan: [("closed", "yes")])
    choose("Past nights", on: closed)
    #expect(mark("Sat 21 Nov 2026", closed) == "-")
  }

  @Test func `once the team was told they leave the calls and Tonight's line, and undo brings them back`() {
    let robot = robot()
    choose("When to call", "Choked", "We told the team", on: robot)
    #expect(robot.screen.contains("Still: choked: 4 of the last 7 nights looked at, since 21 Nov. Told 23 Nov."))
    robot.press("Esc")
    #expect(heading("choked-lasting", robot) == "Found, and the team was told")
    robot.goHome()
    robot.press("Down")
    #expect(noted(robot).isEmpty)
    robot.press("u")
    #expect(noted(robot) == "When to call: 1 noted")
    robot.press("y")
    #expect(noted(robot).isEmpty)
    #expect(isTold("choked", in: report(on: robot)))
    robot.press("u")
    #expect(noted(robot) == "When to call: 1 noted" && !isTold("choked", in: report(on: robot)))
    choose("When to call", "Choked", "We told the team", "We have not told the team yet", on: robot)
    robot.press("Esc")
    #expect(heading("choked-lasting", robot) == "Found: call today")
  }

  /// What the report tells, in one line, with the screen at home afterwards.
  private func report(on robot: Robot) -> String {
    robot.goHome()
    let rows = robot.size
    robot.size = Size(rows: 300, columns: 80)
    choose("When to call", "Report for the clinic", "Read it here", on: robot)
    let words = robot.screen.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    robot.size = rows
    robot.goHome()
    robot.press("Down")
    return words
  }

  /// True if the report tells of a sign that the team was told; its heading must stand there.
  private func isTold(_ sign: String, in report: String) -> Bool {
    #expect(report.lowercased().contains("\(sign) (call today)"), "\(report)")
    return report.contains("Team told Mon 23 Nov.")
  }

  @Test func `entries behind a told sign that are taken back end it, and bring it back as told`() {
    let robot = robot()
    choose("When to call", "Choked", "We told the team", on: robot)
    robot.goHome()
    choose("When to call", "Choked", "Tue 17 Nov 2026", on: robot)
    robot.choose(prefix: "03:00")
    robot.choose("Take this entry back")
    robot.goHome()
    choose("When to call", on: robot)
    #expect(!isFound("choked-lasting", robot), "three of seven are no sign: \(robot.screen)")
    robot.press("u")
    #expect(heading("choked-lasting", robot) == "Found, and the team was told", "\(robot.screen)")
  }

  @Test func `of those to call about Tonight tells in a line that is there anyway, unless that is not wanted`() {
    let robot = robot()
    #expect(noted(robot).isEmpty)
    robot.press("Down")
    #expect(noted(robot) == "When to call: 1 noted")
    let quiet = self.robot(plan: [("sign-line", "no")])
    quiet.press("Down")
    #expect(noted(quiet).isEmpty)
  }

  @Test func `a number against the usual is counted anew from tonight`() {
    var setter = Samples(writer: "pppppppp", night: "2026-06-01")
    var nights: [CivilDate: [Entry]] = [:]
    for back in 1...40 {
      var samples = Samples(night: "\(Samples().night.adding(days: -back))")
      nights[samples.night] = (0..<(back < 10 ? 6 : 2)).map { _ in samples.event(.suction, at: "02:00") }
    }
    let robot = Robot(MemoryRecord(plan: [setter.setting("equipment.suction", "in-use")], nights: nights))
    choose("When to call", on: robot)
    #expect(state("suction-usual", robot) == "6 times, usual 2 times, since 16 Nov")
    choose("Suction", "Count anew from here", on: robot)
    #expect(robot.screen.contains("No rule applies in the nights looked at now."))
    robot.press("Esc")
    #expect(!isFound("suction-usual", robot))
    #expect(robot.screen.contains("Suction: cannot compare yet, 0 of 21 nights."))
    robot.press("u")
    #expect(isFound("suction-usual", robot))
  }

  @Test func `the mask of a night counts once the night is over, also where earlier nights were looked at before`() {
    var setter = Samples(writer: "pppppppp", night: "2026-06-01")
    var nights: [CivilDate: [Entry]] = [:]
    for back in 0...80 {
      var samples = Samples(night: "\(Samples().night.adding(days: -back))")
      nights[samples.night] = [
        samples.event(.maskOn, at: "22:00"), samples.event(.maskOff, at: back > 3 ? "04:40" : "23:40"),
      ]
    }
    let robot = Robot(MemoryRecord(plan: [setter.setting("equipment.mask", "in-use")], nights: nights))
    choose("When to call", on: robot)
    #expect(!isFound("mask-usual", robot))
    robot.now = Samples().moment("02:15").adding(minutes: 1440)
    robot.press("Esc")
    choose("When to call", on: robot)
    #expect(isFound("mask-usual", robot))
  }

  @Test func `leave a closed record in peace`() {
    let robot = robot()
    choose("When to call", on: robot)
    #expect(isFound("choked-lasting", robot))
    var samples = Samples(writer: "closing")
    robot.record.add(samples.setting("closed", "yes"), to: .plan)
    robot.wait(minutes: 1)
    #expect(!isFound("choked-lasting", robot))
    #expect(!robot.screen.contains("Found: call today"))
    robot.goHome()
    #expect(noted(robot).isEmpty)
  }

  @Test func `what is written tonight counts at once, and what is taken back does not`() {
    var samples = Samples(night: "2026-11-21")
    let robot = Robot(
      MemoryRecord(nights: [samples.night: [samples.record(.symptom("throat-closed"), at: "03:00")]]))
    choose("When to call", on: robot)
    #expect(!isFound("throat-closed-again", robot))
    robot.goHome()
    choose("Breathing", "Throat closed", on: robot)
    robot.goHome()
    choose("When to call", on: robot)
    #expect(isFound("throat-closed-again", robot))
    robot.press("u")
    #expect(!isFound("throat-closed-again", robot))
  }

  @Test func `confused and hard to wake are repeated with the list's words, and stand on Tonight for two nights`() {
    let robot = Robot()
    choose("More", "Confused", on: robot)
    robot.goHome()
    robot.press("Down")
    #expect(noted(robot) == "When to call: 1 noted")
    choose("When to call", on: robot)
    #expect(robot.screen.contains("You wrote") && robot.screen.contains("New confusion (emergency now)"))
    expectScreen(robot.layout.frame, "signs-echo")
  }

  @Test func `where too little was looked at, or no rule applied, that is said and no more`() {
    let empty = Robot()
    choose("When to call", on: empty)
    #expect(empty.screen.contains("Looked at 0 of the last 14 nights: too few to count."))
    var nights: [CivilDate: [Entry]] = [:]
    for back in 1...5 {
      var samples = Samples(night: "\(Samples().night.adding(days: -back))")
      nights[samples.night] = [samples.record(.symptom("pain"), [.value: .number(0)], at: "23:00")]
    }
    let calm = Robot(MemoryRecord(nights: nights))
    choose("When to call", on: calm)
    #expect(calm.screen.contains("Looked at 5 of the last 14 nights. No rule applied"))
    #expect(!calm.screen.contains("found nothing"))
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
