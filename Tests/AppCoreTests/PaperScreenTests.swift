import AppCore
import CellUI
import NightModel
import TestSupport
import Testing

@Suite struct `Typing off paper notes` {
  /// A night as it stands on somebody's paper.
  nonisolated static let lines = [
    "2250 mask on", "2310 turn left", "0055 suction thick", "0120 woke", "0150 asleep", "0200 med paracetamol",
    "0330 cramp 7 calf 10m", "0415 note slept badly after that",
  ]

  private func robot(_ time: String = "07:00", columns: Int = 80, rows: Int = 24) -> Robot {
    Robot(MemoryRecord(), columns: columns, rows: rows, at: time, by: "MK")
  }

  /// Goes to the field the way somebody with few keys left would: by digits.
  @discardableResult private func begin(_ robot: Robot) -> Int {
    let keys = ["9", "9", "9", "9", "1", "4", "1"]
    for key in keys { robot.press(key) }
    return keys.count
  }

  private func enter(_ line: String, _ robot: Robot) -> Int {
    robot.type(line)
    robot.press("Enter")
    return line.count + 1
  }

  @Test func `ten notes of somebody else's paper need the date once and a line each (complaint 2)`() {
    // babybuddy#808: whoever typed off grandma's notes had to give the whole date twice for each of them.
    let robot = robot("11:30")
    robot.press("9")
    robot.choose("Paper notes")
    robot.choose("Another night: type its date")
    robot.type("2026-11-20")
    // What is meant there is to type its notes.
    robot.press("Enter", "Enter")
    let notes = ["by OMA"] + Self.lines + ["0500 let sleep", "0610 turn back"]
    for line in notes { _ = enter(line, robot) }
    let night = CivilDate("2026-11-20") ?? Samples().night
    let items = robot.record.items(of: night)
    #expect(items.count == 10 && items.allSatisfy { $0.by == "OMA" })
    #expect(items.first?.at.description == "2026-11-20T22:50:00.000+01:00")
    #expect(items.last?.at.description == "2026-11-21T06:10:00.000+01:00")
    #expect(robot.items.isEmpty)
  }

  @Test func `a line that names who writes takes the paper back from whoever an earlier line named`() {
    let robot = robot()
    _ = begin(robot)
    for line in ["by OMA", "2310 turn left", "by MK", "0055 turn right"] { _ = enter(line, robot) }
    #expect(robot.items.map(\.by) == ["OMA", "MK"])
  }

  @Test func `eight notes take seven keys more than their letters and eight Enters`() {
    let robot = robot()
    let letters = Self.lines.reduce(0) { $0 + $1.count }
    var keys = begin(robot)
    for (index, line) in Self.lines.enumerated() {
      keys += enter(line, robot)
      // On the disk before the next is begun.
      #expect(robot.items.count == index + 1)
    }
    #expect(keys == letters + 8 + 7, "\(keys) keys, of them \(letters) letters")
    #expect(robot.written[6] == "Cramp 7, 10 min, calf" && robot.written[7] == "note: slept badly after that")
    robot.press("Esc", "u")
    #expect(robot.items.count == 7 && robot.screen.contains("Taken back: 04:15"))
  }

  @Test func `a running preview says how the line will be read, or why not`() {
    let robot = robot()
    _ = begin(robot)
    robot.type("0330 cr")
    #expect(robot.screen.contains("not yet: \"cr\" is no word known here"))
    robot.type("amp 7")
    #expect(robot.screen.contains("reads as: Mon 23 Nov 03:30  Cramp 7 · MK"))
    expectScreen(robot.layout.frame, "paper-typing")
    robot.type(" calf")
    robot.press("Enter")
    robot.type("0700 spasm")
    robot.press("Enter")
    // What is refused stays in the field, with its reason.
    #expect(robot.items.count == 1 && robot.screen.contains("0700 spasm"))
    #expect(robot.screen.contains("Not saved: \"spasm\" can mean more than one thing"))
  }

  @Test func `what is still to come is not written down`() {
    let robot = robot("02:15")
    _ = begin(robot)
    _ = enter("0230 turn left", robot)
    #expect(robot.items.isEmpty && robot.screen.contains("02:30 on Mon 23 Nov is still to come"))
  }

  @Test func `a pasted paper is read line by line, and its wrong lines wait to be mended`() {
    let robot = robot()
    _ = begin(robot)
    robot.type("0500 let")
    robot.press(.paste("2310 turn left\r\n2320 trun\n# tea\n\n0140 suction"))
    #expect(robot.written == ["turned left", "suction"])
    #expect(robot.app.statusWords.contains("2 could not be read and wait in the list."))
    robot.press("Esc")
    expectScreen(robot.layout.frame, "paper")
    robot.choose("Mend: 2320 trun")
    for _ in 0..<4 { robot.press("Backspace") }
    robot.type("turn right")
    robot.press("Enter", "Esc")
    #expect(robot.written == ["turned left", "turned right", "suction"])
    #expect(robot.shows("Mend: 0500 let") && !robot.shows("Mend: 2320 trun"))
    // One undo takes back what was pasted as a whole.
    robot.press("u", "y", "u", "u")
    #expect(robot.written.isEmpty)
  }

  @Test func `nothing typed is lost: neither begun, nor left wrong`() {
    let robot = robot()
    _ = begin(robot)
    robot.press(.paste("2320 trun\n2330 zqx\n"))
    robot.type("0100 half a li")
    robot.press("Esc")
    #expect(robot.screen.contains("0100 half a li"))
    robot.choose("Mend: 2320 trun")
    robot.press("Esc")
    #expect(robot.shows("Mend: 0100 half a li") && robot.screen.contains("2320 trun"))
    robot.press("Ctrl-C")
    #expect(robot.screen.contains("Paper lines not read yet: 2."))
    robot.choose("Leave")
    for text in ["2320 trun", "2330 zqx", "0100 half a li"] {
      #expect(robot.written.contains { $0.hasPrefix("note: not finished") && $0.hasSuffix(text) }, "\(robot.written)")
    }
  }

  @Test func `what holds no word known here is asked about: a note, something to look for, or back to the line`() {
    let robot = robot()
    _ = begin(robot)
    _ = enter("0320 the cat came in", robot)
    #expect(robot.shows("Save it as a note") && robot.shows("Look for it") && robot.items.isEmpty, "\(robot.screen)")
    expectScreen(robot.layout.frame, "unknown-line")
    let look = robot.copy()
    look.press("2")
    #expect(look.scene.field?.text.text == "the cat came in" && look.items.isEmpty, "\(look.screen)")
    look.press("Enter")
    #expect(look.scene.name == "found")
    // Whoever goes back mends it.
    robot.press("0")
    #expect(robot.scene.field?.text.text == "0320 the cat came in")
    robot.type("x")
    robot.press("Enter")
    #expect(robot.items.isEmpty)
    robot.press("1")
    #expect(robot.written == ["note: the cat came inx"] && robot.items[0].by == "MK", "\(robot.written)")
    #expect(robot.scene.field?.text.text == "")
    // Only a word that is not known can be a note: the rest is asked about until it is clear.
    _ = enter("0700 spasm", robot)
    robot.press("Enter")
    #expect(robot.items.count == 1)
    for _ in 0..<10 { robot.press("Backspace") }
    robot.press(.paste("by AA\n0330 rain\n"))
    robot.press("Esc")
    robot.choose("As a note: 0330 rain")
    #expect(robot.written == ["note: the cat came inx", "note: rain"] && robot.items.last?.by == "AA")
    #expect(!robot.shows("Mend: 0330 rain"))
  }

  @Test func `a paper pasted again doubles nothing, and a line typed again says that it is here`() {
    let robot = robot()
    _ = begin(robot)
    robot.press(.paste("2310 turn left\n2320 trun right\n0120 woke\n0120 woke\n"))
    #expect(robot.written == ["turned left", "woke", "woke"], "what a paper says twice it says twice")
    robot.press(.paste("2310 turn left\n2320 turn right\n0120 woke\n0120 woke\n"))
    #expect(robot.written == ["turned left", "turned right", "woke", "woke"], "\(robot.written)")
    #expect(robot.screen.contains("3 lines are here already."), "\(robot.screen)")
    _ = enter("2310 turn left", robot)
    #expect(robot.written.count == 4 && robot.screen.contains("1 line is here already."), "\(robot.screen)")
    #expect(robot.scene.field?.text.text == "")
    // What was taken back is not here any more.
    robot.press("Esc", "u", "Enter")
    #expect(robot.written == ["turned left", "woke", "woke"], "\(robot.written)")
    robot.goHome()
    _ = begin(robot)
    _ = enter("2320 turn right", robot)
    #expect(robot.written == ["turned left", "turned right", "woke", "woke"], "\(robot.written)")
  }

  @Test func `a medicine that is not in the plan, and a grade beyond ten, are said before and after Enter`() {
    var samples = Samples()
    let record = MemoryRecord(plan: [samples.setting("medicine.Baclofen", "10 mg")])
    let robot = Robot(record, at: "07:00", by: "MK")
    _ = begin(robot)
    robot.type("0200 med baclofn")
    let words = "\"baclofn\" is not in the plan, which has \"Baclofen\"."
    #expect(robot.screen.contains(words), "\(robot.screen)")
    robot.press("Enter")
    #expect(robot.written == ["medicine baclofn"] && robot.app.statusWords.contains(words), "\(robot.screen)")
    _ = enter("0330 cramp 12", robot)
    #expect(robot.app.statusWords.contains("12 is no grade, for grades end at 10"), "\(robot.screen)")
  }

  @Test func `a disk that is full loses no line`() {
    let robot = robot()
    _ = begin(robot)
    robot.record.disk = .refuses
    _ = enter("2310 turn left", robot)
    #expect(robot.screen.contains("NOT SAVED: 2026-11-22 23:10 turned left"))
    robot.record.disk = .works
    _ = enter("0140 suction", robot)
    #expect(robot.written == ["turned left", "suction"])
  }

  @Test func `words typed tonight without a time are a note of now`() {
    let robot = robot("02:15")
    robot.press(",")
    _ = enter("as needed", robot)
    robot.press("1")
    #expect(robot.written == ["note: as needed"] && robot.items[0].at == Samples().moment("02:15"), "\(robot.screen)")
    for line in ["turned left", "hard to breathe 7", "cramp 3 left calf"] {
      robot.type(line)
      #expect(robot.screen.contains("reads as: Mon 23 Nov 02:15"), "\(robot.screen)")
      robot.press("Enter")
    }
    #expect(robot.written == ["note: as needed", "turned left", "Hard to breathe 7", "Cramp 3, left calf"])
    #expect(robot.items.allSatisfy { $0.at == Samples().moment("02:15") }, "\(robot.items)")
    for (line, why) in [
      ("2530 turned left", "\"2530\" is no time"), ("yesterday 0200 suction", "belongs to the night of"),
    ] {
      _ = enter(line, robot)
      #expect(robot.items.count == 4 && robot.screen.contains(why), "\(robot.screen)")
      for _ in 0..<line.count { robot.press("Backspace") }
    }
  }

  @Test(arguments: ["Enter", "Esc"])
  func `a line begun on Tonight ends on Tonight, and a line that waits is found on the way`(key: String) {
    let robot = robot("02:15")
    robot.press(",")
    _ = enter("0155 drink", robot)
    #expect(robot.scene.field?.text.text == "", "the field waits for the next line")
    robot.press(key)
    #expect(robot.scene.name == "tonight", "\(robot.screen)")
    robot.press("k")
    #expect(robot.written == ["drink", "let sleep"])
    robot.press(",")
    robot.press(.paste("0140 trun\n0150 suction\n"))
    robot.press(key)
    #expect(robot.scene.name == "paper" && robot.shows("Mend: 0140 trun"), "\(robot.screen)")
  }

  @Test func `on a paper, of another night or pasted, a line without a time is refused`() {
    let robot = robot("02:15")
    robot.press("9")
    robot.choose("Paper notes")
    robot.choose("Another night: type its date")
    robot.type("21 Nov")
    robot.press("Enter")
    robot.choose("Type the notes of this night")
    _ = enter("turn left", robot)
    #expect(robot.items.isEmpty && robot.screen.contains("no time stands at its beginning"), "\(robot.screen)")
    let other = self.robot("02:15")
    other.press(",")
    other.press(.paste("2310 turn left\nsuction\n"))
    #expect(other.written == ["turned left"], "\(other.written)")
  }

  private func lines(_ input: [String], _ robot: Robot) -> String {
    var (input, told) = (input[...], "")
    var lines = LineMode(robot.app, in: robot.world, read: { input.popFirst() }, write: { told += $0 })
    _ = lines.run()
    return told
  }

  @Test func `in lines what is typed on Tonight is written down, and words not known are asked about`() {
    let robot = robot("02:30")
    var told = lines(["0155 hard to breathe 7", "t", "0", "quit"], robot)
    #expect(robot.written == ["Hard to breathe 7", "turned"] && told.contains("Saved 01:55"), "\(told)")
    let other = self.robot("02:30")
    told = lines(["0155 the cat came in", "1", "", "quit"], other)
    #expect(other.written == ["note: the cat came in"] && told.contains("1 Save it as a note"), "\(told)")
    let third = self.robot("02:30")
    told = lines(["0155 the cat came in", "2", "the cat", "quit"], third)
    #expect(third.written.isEmpty && told.contains("Nothing was found"), "\(told)")
  }

  @Test func `in lines each line typed is a note, until an empty one`() {
    let robot = robot()
    var input = ["9", "21", "1", "2310 turn left", "by AA", "0140 trun", "0200 suction", ""][...]
    var told = ""
    var lines = LineMode(robot.app, in: robot.world, read: { input.popFirst() }, write: { told += $0 })
    _ = lines.run()
    #expect(robot.written == ["turned left", "suction", "note: not finished, Paper notes Sun 22-Mon 23: 0140 trun"])
    #expect(robot.items.map(\.by) == ["MK", "AA", "MK"])
    #expect(told.contains("Saved 23:10 turned left") && told.contains("Mend: 0140 trun"))
  }

  @Test func `it fits a small screen, and a closed record takes none`() {
    let robot = robot(columns: 40, rows: 12)
    robot.press("9")
    robot.choose("Paper notes")
    robot.choose("Type the notes of this night")
    robot.type("0330 cramp 7 calf 10m")
    expectScreen(robot.layout.frame, "paper-typing-40x12")
    var samples = Samples()
    robot.record.add(samples.setting("closed", "yes"), to: .plan)
    robot.happen(.timedOut)
    robot.press("Enter")
    #expect(robot.items.isEmpty && robot.screen.contains("closed"))
    #expect(robot.screen.contains("0330 cramp"))
  }

  @Test func `a line that waits is there again whatever took one away from it`() {
    var samples = Samples()
    let ways: [(name: String, go: (Robot) -> Void)] = [
      ("back", { $0.press("Esc", "Esc") }),
      (
        "a key in the view for the dark",
        {
          $0.wait(minutes: 6); $0.press("l")
        }
      ),
      ("the same page opened again from the help", { $0.press("?", "e", "?", "Esc") }),
    ]
    for way in ways {
      let record = MemoryRecord(plan: [samples.setting("glance", "5")])
      let robot = Robot(record, at: "07:00", by: "MK", isFrozen: false)
      _ = begin(robot)
      robot.press(.paste("by AA\n2320 trun\n2330 turn left\n"))
      robot.press("Esc")
      way.go(robot)
      robot.goHome()
      robot.press("9")
      robot.choose("Paper notes")
      #expect(robot.shows("Mend: 2320 trun") && robot.screen.contains("written by: AA"), "\(way.name): \(robot.screen)")
      robot.happen(.ended)
      #expect(robot.written.contains { $0.hasSuffix("2320 trun") }, "\(way.name): \(robot.written)")
    }
  }

  @Test func `no text is lost because the record was closed while it was typed`() {
    let fields: [(name: String, open: (Robot) -> Void)] = [
      ("paper", { _ = begin($0) }), ("note", { $0.press("n") }),
      (
        "medicine",
        {
          $0.press("x"); $0.choose("Another: type its name")
        }
      ),
      (
        "handover",
        {
          $0.choose("Handover"); $0.choose("Since you left"); $0.choose("A line for whoever comes")
        }
      ),
    ]
    for field in fields {
      for key in ["Enter", "2"] where key == "Enter" || field.name == "paper" {
        let robot = robot()
        field.open(robot)
        robot.type("0330 blurb")
        var samples = Samples()
        robot.record.add(samples.setting("closed", "yes"), to: .plan)
        robot.happen(.timedOut)
        if key == "2" { robot.choose("Save it as a note") } else { robot.press("Enter") }
        let said = robot.app.statusWords
        #expect(said.contains("closed") || said.contains("It waits in the list"), "\(field.name): \(robot.screen)")
        #expect(robot.items.isEmpty)
        #expect(key == "2" || robot.scene.field?.text.text == "0330 blurb", "\(field.name)")
        // A name that was begun is not worth a note.
        if field.name == "medicine" { continue }
        robot.press("Esc")
        robot.record.add(samples.setting("closed", ""), to: .plan)
        robot.happen(.timedOut)
        robot.happen(.ended)
        #expect(robot.written.contains { $0.hasSuffix("0330 blurb") }, "\(field.name), \(key): \(robot.written)")
      }
    }
  }

  @Test func `a refusal that asks for nothing makes no note of the next Enter`() {
    let robot = robot()
    _ = begin(robot)
    robot.type("0330 blurb")
    var samples = Samples()
    robot.record.add(samples.setting("closed", "yes"), to: .plan)
    robot.happen(.timedOut)
    robot.press("Enter", "Esc")
    robot.record.add(samples.setting("closed", ""), to: .plan)
    robot.happen(.timedOut)
    robot.choose("Type the notes of this night")
    robot.press("Enter")
    #expect(robot.items.isEmpty && robot.scene.name == "unknown-line", "\(robot.screen)")
  }
}
