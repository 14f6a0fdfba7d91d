import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@MainActor @Suite struct `The screens as they look` {
  /// A night with a little of everything.
  static func record() -> MemoryRecord {
    var samples = Samples()
    let plan = [
      samples.setting("person", "MADE-UP PERSON"), samples.setting("people.MK", "Mara"),
      samples.setting("equipment.mask", "in-use"), samples.setting("equipment.suction", "in-use"),
      samples.setting("equipment.overlay", "in-use"), samples.setting("turn-interval", "180"),
      samples.setting("turn-positions", "left,back,right"), samples.setting("medicine.Baclofen", "10 mg as needed"),
      samples.setting("number.clinic", "555 0100"),
    ]
    let night = [
      samples.record(.check(item: "call-tested"), [.state: .text("done")], at: "22:10", by: "MK"),
      samples.record(.environment(item: "overlay-in-place"), [.state: .text("in-place")], at: "22:15", by: "MK"),
      samples.event(.maskOn, at: "22:50"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
      samples.event(.asleep, at: "23:40"), samples.event(.suction, [.what: .text("thick")], at: "00:55"),
      samples.record(
        .symptom("cramp"),
        [.value: .number(6), .place: .text("left calf"), .minutes: .number(10), .note: .text("café 日本")], at: "01:40",
        by: "MK"),
      samples.event(.medicine, [.what: .text("Baclofen")], at: "01:45"),
    ]
    var last = Samples(writer: "bbbbbbbb", night: "2026-11-21")
    let before = [
      last.event(.maskOn, at: "22:30"), last.event(.turn, [.side: .text("right")], at: "23:00"),
      last.event(.turn, [.side: .text("left")], at: "02:05"), last.event(.woke, at: "02:00"),
      last.event(.maskOff, at: "06:40"),
      last.record(
        .diary,
        [
          .intoBed: .moment(last.moment("22:30")), .tried: .moment(last.moment("23:00")), .sol: .number(40),
          .wakings: .number(3), .waso: .number(50), .finalWake: .moment(last.moment("06:15")),
          .outOfBed: .moment(last.moment("07:00")),
        ], at: "07:30"),
    ]
    return MemoryRecord(plan: plan, nights: [samples.night: night, last.night: before])
  }

  private func robot(_ columns: Int = 80, _ rows: Int = 24) -> Robot {
    Robot(Self.record(), columns: columns, rows: rows, by: "MK")
  }

  @Test(arguments: [(80, 24), (40, 12), (120, 40)])
  func `Tonight`(columns: Int, rows: Int) {
    expectScreen(robot(columns, rows).layout.frame, "tonight-\(columns)x\(rows)")
  }

  @Test func `Tonight before anything is written`() {
    expectScreen(Robot().layout.frame, "tonight-empty")
  }

  @Test func `Tonight where only ASCII shows`() {
    let robot = robot()
    robot.isASCII = true
    expectScreen(robot.layout.frame, "tonight-ascii")
  }

  @Test func `Tonight with a question open`() {
    let robot = robot()
    robot.press("g")
    expectScreen(robot.layout.frame, "question-grade")
  }

  @Test func `Tonight when a save failed`() {
    let robot = robot()
    robot.record.refusal = NotSaved(
      sentence: "NOT SAVED: the record could not be written because the disk is full; it is kept nowhere but on this "
        + "screen, so write it on paper", saved: [], lost: [])
    robot.press("l")
    expectScreen(robot.layout.frame, "tonight-not-saved")
  }

  @Test(arguments: [
    ("More", ["9"]), ("Breathing", ["7"]), ("Hurts", ["8"]), ("Mask", ["6"]), ("Help", ["?"]),
    ("Emergency card", ["e"]),
    ("Leaving", ["Ctrl-C"]), ("Note", ["n"]), ("Medicine", ["x"]),
  ])
  func `the screens one key away`(name: String, keys: [String]) {
    let robot = robot()
    for key in keys { robot.press(key) }
    expectScreen(robot.layout.frame, name.lowercased().split(separator: " ").joined(separator: "-"))
  }

  @Test(arguments: [
    "Bedtime checklist", "Getting up", "Sleep environment", "All symptoms", "Past nights", "Tonight's entries",
  ])
  func `the screens of the list`(label: String) {
    let robot = robot()
    Checklists.open(label, robot)
    expectScreen(robot.layout.frame, label.lowercased().filter { $0 != "'" }.split(separator: " ").joined(separator: "-"))
  }

  @Test func `an item of a checklist, with its answers`() {
    let robot = robot()
    Checklists.open("Bedtime checklist", robot)
    robot.press("Right")
    expectScreen(robot.layout.frame, "check-item")
  }

  @Test func `an entry, field by field`() {
    let robot = robot()
    Checklists.open("All symptoms", robot)
    robot.press("Enter")
    expectScreen(robot.layout.frame, "entry")
    robot.press("Enter")
    expectScreen(robot.layout.frame, "choice")
  }

  @Test func `a past night`() {
    let robot = robot()
    Checklists.open("Past nights", robot)
    robot.press("Down", "Enter")
    expectScreen(robot.layout.frame, "night")
  }

  @Test func `a checklist on a small screen`() {
    let robot = robot(40, 12)
    Checklists.open("Bedtime checklist", robot)
    expectScreen(robot.layout.frame, "bedtime-40x12")
  }
}
