import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `The morning` {
  /// A night with two wakings and the diary of the night before, for "as last time".
  static func record(plan: [Entry] = []) -> MemoryRecord {
    var samples = Samples()
    var last = Samples(writer: "bbbbbbbb", night: "2026-11-21")
    let night = [
      samples.event(.maskOn, at: "22:50"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
      samples.event(.woke, at: "01:10"), samples.event(.carerUp, at: "01:12"), samples.event(.asleep, at: "01:40"),
      samples.event(.turn, [.side: .text("right")], at: "04:40"), samples.event(.woke, at: "06:20"),
      samples.event(.maskOff, at: "06:40"),
    ]
    let before = last.record(
      .diary,
      [
        .intoBed: .moment(last.moment("22:30")), .tried: .moment(last.moment("23:00")),
        .outOfBed: .moment(last.moment("07:05")),
      ], at: "07:30")
    let mask = samples.setting("equipment.mask", "in-use")
    return MemoryRecord(plan: plan + [mask], nights: [samples.night: night, last.night: [before]])
  }

  private func robot(_ record: MemoryRecord = record(), at time: String = "07:30") -> Robot {
    let robot = Robot(record, at: time, by: "MK")
    robot.choose("Morning")
    return robot
  }

  private func page(_ robot: Robot, _ subject: Subject = .diary) -> Page? {
    Night(date: Samples().night, entries: robot.record.entries(of: .night(Samples().night))).answers(on: subject)
  }

  private func time(_ robot: Robot, _ field: NightModel.Field) -> String? {
    page(robot)?.details.moment(field)?.time.description
  }

  @Test func `a typical morning is thirteen keys, and one more from its end to Tonight`() {
    let robot = robot()
    robot.choose("Fill in, question by question")
    var keys = 0
    func press(_ names: String...) {
      for name in names {
        robot.press(name)
        keys += 1
      }
    }
    press("Enter", "Enter", "2", "0", "Enter", "Enter", "Enter", "Enter", "Enter", "4", "3", "2", "Enter")
    #expect(robot.scene.name == "morning-end" && keys == 13, "\(keys)")
    robot.press("Enter")
    #expect(robot.scene.name == "tonight")
    let details = page(robot)?.details
    #expect(time(robot, .intoBed) == "22:30" && time(robot, .tried) == "23:00" && time(robot, .outOfBed) == "07:05")
    #expect(time(robot, .finalWake) == "06:20" && details?.number(.sol) == 20 && details?.number(.waso) == 30)
    #expect(details?.number(.quality) == 4 && details?.number(.rested) == 3 && details?.flag(.headache) == false)
    #expect(details?.number(.naps) == nil && details?[.upBetween] == nil && details?.number(.wakings) == 1)
    #expect(page(robot)?.items.count == 1 && page(robot)?.items[0].isCorrected == false)
  }

  @Test func `the walk shows each question with its number, in order, and skips none`() {
    let robot = robot()
    robot.choose("Fill in, question by question")
    let asked = Subject.diary.usualQuestions.filter { $0 != .note }
    for (index, field) in asked.enumerated() {
      #expect(robot.scene.title == field.question(of: .diary))
      #expect(robot.scene.facts[0].value.hasPrefix(field.sentence(of: nil)))
      #expect(robot.screen.contains("\(index + 1) of \(asked.count)."))
      robot.press("Enter")
    }
    #expect(robot.scene.name == "morning-end" && robot.app.statusWords.contains("Left blank"))
  }

  @Test func `a time is typed over the proposal, deleting leaves it blank, and Esc keeps what is answered`() {
    let robot = robot()
    robot.choose("Fill in, question by question")
    robot.type("2240")
    robot.press("Enter")
    #expect(time(robot, .intoBed) == "22:40")
    robot.press("Backspace", "Enter")
    #expect(time(robot, .tried) == nil)
    robot.type("1:05")
    robot.press("Enter", "Esc")
    #expect(robot.scene.name == "morning" && page(robot)?.details.number(.sol) == 65)
    #expect(page(robot)?.details[.wakings] == nil && robot.screen.contains("1? as written"))
    robot.choose("Fill in, question by question")
    #expect(robot.scene.title == "Began trying to sleep" && robot.screen.contains("Begins at question 2"))
  }

  @Test func `undo takes back one answer, and the question before can be answered again`() {
    let robot = robot()
    robot.choose("Fill in, question by question")
    robot.press("Enter", "Enter")
    robot.press("Tab")
    robot.choose("Take the last answer back")
    #expect(time(robot, .tried) == nil && time(robot, .intoBed) == "22:30")
    robot.choose("The question before")
    #expect(robot.scene.title == "Began trying to sleep")
    robot.type("2310")
    robot.press("Enter", "Esc", "u")
    #expect(time(robot, .tried) == nil)
  }

  @Test func `a diary in the list of a night opens as the morning, which leads to its versions`() {
    let robot = robot()
    robot.choose("Confirm all that is proposed")
    robot.press("Esc")
    robot.choose("Tonight's entries")
    robot.choose("07:30  morning diary · MK")
    #expect(robot.scene.name == "morning")
    robot.choose("Versions, who wrote it")
    #expect(robot.scene.name == "entry" && robot.shows("What it said before"))
  }

  @Test func `all that is proposed is confirmed by one key, and one undo takes it all back`() {
    let robot = robot()
    #expect(robot.screen.contains("22:30? as last time") && page(robot) == nil)
    robot.choose("Confirm all that is proposed")
    #expect(page(robot)?.details.fields.count == 6 && !robot.shows("Confirm all that is proposed"))
    #expect(robot.screen.contains("30 min  MK"))
    robot.press("u")
    #expect(page(robot) == nil && robot.shows("Confirm all that is proposed"))
  }

  @Test func `who says so goes with what is answered next, and the person's own initials are the person`() {
    var samples = Samples()
    let plan = [samples.setting("person-initials", "PP")]
    let robot = robot(Self.record(plan: plan))
    robot.choose("Who says so, from here on")
    robot.choose("Said by the person")
    robot.choose("How well slept")
    robot.press("2")
    #expect(page(robot)?.says[.quality] == WhoSays(by: "MK", source: "said"))
    #expect(robot.screen.contains("2, poor  said by the person, MK"))
    // Whoever takes over has not said on whose word they write.
    robot.press("Esc")
    robot.choose("Handover")
    robot.choose("Since you left")
    robot.choose("Take over: your initials")
    robot.type("JD")
    robot.press("Enter", "Esc", "Esc")
    robot.choose("Morning")
    robot.choose("How rested on waking")
    robot.press("3")
    #expect(page(robot)?.says[.rested] == WhoSays(by: "JD"))
    let person = Robot(Self.record(plan: plan), at: "07:30", by: "PP")
    person.choose("Morning")
    person.choose("Headache on waking")
    person.press("1")
    #expect(page(person)?.says[.headache] == WhoSays(by: "PP", source: "said"))
  }

  @Test func `a bedtime in daylight is asked about, and one key means the evening`() {
    let robot = robot()
    robot.choose("Fill in, question by question")
    robot.type("1030")
    robot.press("Enter")
    #expect(robot.scene.name == "page-doubt" && page(robot) == nil)
    #expect(robot.focus == "Did you mean 22:30 for into bed?")
    let sure = robot.copy()
    robot.press("1")
    #expect(time(robot, .intoBed) == "22:30" && robot.scene.title == "Began trying to sleep")
    sure.choose("It is right as typed")
    #expect(time(sure, .intoBed) == "10:30")
  }

  @Test func `a time still to come is asked about, and is not proposed`() {
    let robot = robot(at: "05:15")
    #expect(!robot.screen.contains("07:05") && !robot.screen.contains("06:20") && robot.screen.contains("22:30?"))
    robot.choose("Final waking")
    robot.type("1015")
    robot.press("Enter")
    #expect(robot.screen.contains("The final waking at 10:15 is still to come. Nothing was changed."))
    #expect(page(robot) == nil && robot.focus == "Type it again" && robot.shows("Leave it blank"))
    let sure = robot.copy()
    robot.press("Enter")
    robot.type("510")
    robot.press("Enter")
    #expect(time(robot, .finalWake) == "05:10")
    sure.choose("It is right as typed")
    #expect(time(sure, .finalWake) == "10:15")
    robot.choose("Confirm all that is proposed")
    #expect(time(robot, .intoBed) == "22:30" && page(robot)?.details[.outOfBed] == nil)
    robot.choose("Out of bed for the day")
    robot.type("99")
    robot.press("Enter")
    #expect(robot.app.statusWords.contains("is no time") && !robot.shows("Accept"))
  }

  @Test func `what cannot be right can be typed again or left blank, and never stands as typed`() {
    let robot = robot()
    robot.choose("Confirm all that is proposed")
    robot.choose("Final waking")
    robot.type("1820")
    robot.press("Enter")
    #expect(robot.screen.contains("Did you mean 06:20 for the final waking?") && !robot.shows("It is right as typed"))
    robot.choose("Type it again")
    robot.type("0610")
    robot.press("Enter")
    #expect(time(robot, .finalWake) == "06:10")
    robot.choose("Minutes awake in those")
    robot.type("500")
    robot.press("Enter")
    #expect(robot.screen.contains("minutes more than there were"))
    robot.choose("Leave it blank")
    #expect(page(robot)?.details[.waso] == nil && robot.scene.name == "morning")
    robot.choose("The night was in parts")
    robot.choose("Minutes trying to sleep after it")
    robot.type("90")
    robot.press("Enter")
    #expect(robot.screen.contains("Trying to sleep after the final waking would last longer"))
  }

  @Test func `a slip in another answer is mended together with the one that showed it`() {
    let robot = robot()
    robot.choose("Into bed")
    robot.type("1030")
    robot.press("Enter")
    robot.choose("It is right as typed")
    robot.choose("Final waking")
    robot.type("0615")
    robot.press("Enter")
    #expect(robot.focus == "Did you mean 22:30 for into bed?")
    robot.press("Enter")
    #expect(time(robot, .intoBed) == "22:30" && time(robot, .finalWake) == "06:15")
  }

  @Test func `a time that clocks showed twice or never is asked about`() {
    let berlin = Zone(name: nil) { second in
      // Clocks forward on 29 March 2026, back on 25 October.
      (1_774_746_000..<1_792_890_000).contains(second) ? 7200 : 3600
    }
    for (evening, offset, typed, offers) in [
      ("2026-10-24", 60, "0230", ["02:30, the first time (+02:00)", "02:30, the second time (+01:00)"]),
      ("2026-03-28", 120, "0230", ["03:30"]),
    ] {
      let record = MemoryRecord()
      record.zone = berlin
      let robot = Robot(record, at: "07:30")
      let samples = Samples(night: evening, offsetMinutes: offset)
      robot.now = samples.moment("08:00")
      robot.press("Up", "Down")
      robot.choose("Morning")
      robot.choose("Began trying to sleep")
      robot.type(typed)
      robot.press("Enter")
      #expect(robot.scene.list.items.prefix(offers.count).map(\.label) == offers)
      robot.press("\(offers.count)")
      let moment = Night(date: samples.night, entries: record.entries(of: .night(samples.night))).diary?.moment(
        .tried)
      #expect(moment?.offsetMinutes == offset, "\(evening)")
    }
  }

  @Test func `with another split hour a bedtime before it is asked about, and the evening offered first`() {
    var samples = Samples()
    let robot = robot(Self.record(plan: [samples.setting("split-hour", "20")]))
    robot.choose("Into bed")
    robot.type("1930")
    robot.press("Enter")
    #expect(robot.focus == "Did you mean 19:30 on Sun 22 Nov for into bed?")
    robot.press("Enter")
    #expect(page(robot)?.details.moment(.intoBed) == samples.moment("19:30"))
  }

  @Test func `two people's diaries show both, and an answer settles it`() {
    let record = Self.record()
    var one = Samples(writer: "cccccccc")
    var other = Samples(writer: "dddddddd")
    record.add(one.record(.diary, [.sol: .number(20)], at: "07:10", by: "AB"), to: .night(one.night))
    record.add(other.record(.diary, [.sol: .number(45)], at: "07:20", by: "CD"), to: .night(one.night))
    let robot = robot(record)
    #expect(robot.screen.contains("20 min by AB; 45 min by CD") && robot.screen.contains("two versions"))
    robot.choose("Minutes to fall asleep")
    robot.press("Enter")
    #expect(page(robot)?.versions.isEmpty == true && page(robot)?.details.number(.sol) == 45)
  }

  @Test func `the diary of a night nobody logged is filled in from that night's own screen`() {
    let robot = Robot(Self.record(), at: "07:30", by: "MK")
    robot.choose("Tonight's entries")
    robot.choose("Previous night")
    robot.choose("Previous night")
    robot.choose("Morning diary")
    #expect(robot.screen.contains("Fri 20 to Sat 21 Nov"))
    robot.choose("How well slept")
    robot.press("5")
    #expect(robot.record.items(of: Samples().night.adding(days: -2)).first?.details.number(.quality) == 5)
  }

  @Test func `a closed record is shown and not asked`() {
    var samples = Samples()
    let robot = Robot(Self.record(plan: [samples.setting("closed", "yes")]), at: "07:30", by: "MK")
    #expect(!robot.shows("Morning"))
    robot.choose("Past nights")
    robot.choose("Sun 22 Nov 2026")
    robot.choose("Morning diary")
    #expect(!robot.shows("Fill in, question by question") && !robot.screen.contains("as last time"))
    robot.choose("How well slept")
    #expect(robot.scene.name == "morning" && robot.app.statusWords.contains("closed"))
  }

  @Test func `an answer can still be corrected in a closed record`() {
    let robot = robot()
    robot.choose("Confirm all that is proposed")
    var closing = Samples(writer: "pppppppp")
    robot.record.add(closing.setting("closed", "yes"), to: .plan)
    robot.happen(.timedOut)
    #expect(!robot.shows("Fill in, question by question"))
    robot.choose("Minutes awake in those")
    robot.type("45")
    robot.press("Enter")
    #expect(page(robot)?.details.number(.waso) == 45 && robot.scene.name == "morning", "\(robot.screen)")
  }

  @Test func `what could not be saved is said, and the walk goes on`() {
    let robot = robot()
    robot.record.disk = .refuses
    robot.choose("Fill in, question by question")
    robot.press("Enter")
    #expect(robot.scene.title == "Began trying to sleep" && robot.screen.contains("NOT SAVED"))
    robot.record.disk = .works
    robot.press("Enter")
    #expect(time(robot, .intoBed) == "22:30" && time(robot, .tried) == "23:00")
  }

  // MARK: Figures and the caregiver

  @Test func `figures say what they need, and on demand how they are made`() {
    let robot = robot()
    robot.choose("Confirm all that is proposed")
    robot.choose("Figures")
    #expect(robot.screen.contains("8 h 35") && robot.screen.contains("needs: minutes to fall asleep"))
    #expect(robot.screen.contains("mask: 7 h 50"))
    robot.choose("Time in bed (TIB)")
    #expect(robot.screen.contains("22:30 to 07:05 is 515 min") && robot.screen.contains("10.5665/sleep.1642"))
  }

  @Test func `silence is asked about, and Enter does not make it sleep`() {
    let robot = robot()
    robot.choose("Caregiver's own night")
    robot.choose("Longest stretch of sleep")
    #expect(robot.screen.contains("Nothing written 01:40 to 04:40: did you sleep?"))
    #expect(robot.focus == "Leave it blank")
    robot.press("Enter")
    #expect(page(robot, .carer) == nil)
    robot.choose("Longest stretch of sleep")
    robot.press("1")
    #expect(page(robot, .carer)?.details.number(.stretch) == 180)
  }

  @Test func `the caregiver's night is a walk of its own`() {
    let robot = robot()
    robot.choose("Caregiver's own night")
    robot.choose("Fill in, question by question")
    robot.type("4:30")
    robot.press("Enter", "Enter", "2")
    robot.type("150")
    robot.press("Enter")
    robot.type("7")
    robot.press("Enter", "1", "Enter")
    let details = page(robot, .carer)?.details
    #expect(details?.number(.slept) == 270 && details?.number(.up) == 1 && details?.number(.stretch) == 150)
    #expect(details?.number(.wornOut) == 7 && details?.flag(.relief) == true && robot.scene.name == "carer-night")
  }

  @Test func `in lines, an empty line accepts or leaves blank, and the record is the same`() {
    let robot = Robot(Self.record(), at: "07:30", by: "MK")
    let number = robot.lineNumber(of: "Morning")
    let morning = robot.copy()
    morning.choose("Morning")
    let walk = (morning.scene.list.index(of: "fill-in") ?? 0) + 1
    var lines = ["\(number)", "\(walk)", "", "", "20", "", "blank", "", "", "9", "back", "undo"][...]
    var said = ""
    var mode = LineMode(robot.app, in: robot.world, read: { lines.popFirst() }, write: { said += $0 })
    _ = mode.run()
    #expect(said.contains("An empty line accepts 22:30") && !said.contains("\u{1B}"))
    let details = page(robot)?.details
    #expect(time(robot, .intoBed) == "22:30" && details?.number(.sol) == 20 && details?[.waso] == nil)
    #expect(details?.number(.wakings) == 1 && details?[.outOfBed] == nil)
  }
}
