import AppCore
import CellUI
import NightModel
import TestSupport
import Testing
import Text

@Suite struct `In lines` {
  /// What the program says to some lines in front of a record.
  private func transcript(_ lines: [String], _ robot: Robot = Robot(GoldenRecord.night(), by: "MK")) -> String {
    var lines = lines[...]
    var said = ""
    var mode = LineMode(robot.app, in: robot.world, read: { lines.popFirst() }, write: { said += $0 })
    _ = mode.run()
    return said
  }

  private func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func `every label, state and fact of every screen is told`() async {
    for (name, found) in await Crawl.of(.keyboard).screens {
      let robot = found.copy()
      let told = words(transcript([], robot))
      var app = robot.app
      _ = app.update(.surface(LineMode.surface))
      let scene = app.scene()
      #expect(told.contains(words(scene.title)), "\(name)")
      for fact in scene.facts { #expect(told.contains(words(fact.line)), "\(name): \(fact.line)") }
      if let field = scene.field {
        #expect(told.contains("\(field.label):"), "\(name)")
        continue
      }
      for item in scene.list.items.prefix(20) {
        #expect(told.contains(words(item.label)), "\(name): \(item.label)")
        #expect(told.contains(words(item.state)), "\(name): \(item.state)")
      }
    }
  }

  @Test func `no escape codes, at most 72 columns, and the prompt last`() async {
    for (name, found) in await Crawl.of(.keyboard).screens {
      let told = transcript(["?", "", "0"], found.copy())
      #expect(!told.contains("\u{1B}") && !told.contains("\r"), "\(name)")
      let prompts = ["Choose: "] + (found.copy().scene.field.map { ["\($0.label): "] } ?? [])
      for line in told.split(separator: "\n") {
        let text = line.dropFirst(prompts.first { line.hasPrefix($0) }?.count ?? 0)
        #expect(TextWidth.columns(of: String(text)) <= LineMode.columns, "\(name): \(line)")
      }
    }
    let told = transcript([])
    #expect(told.hasSuffix("Choose: \n"))
  }

  @Test func `a line waits only a moment for what nobody asked for, and until it is there for what was asked for`() {
    var (old, samples) = (Samples(night: "2026-11-01"), Samples())
    let record = MemoryRecord(
      plan: [samples.setting("medicine.Lorazepam", "1 mg")],
      nights: [
        old.night: [old.record(.note, [.note: .text("a rare word")], at: "03:00")],
        samples.night: [samples.event(.turn, [.side: .text("left")], at: "23:00")],
      ])
    let robot = Robot(record, stepsBetweenKeys: 1)
    var world = robot.world
    var looks = 0
    let lastDoses = world.lastDoses
    world.lastDoses = { question in
      looks += 1
      return looks < 5000 ? KnownDoses() : lastDoses(question)
    }
    // Each look at the clock is a millisecond later.
    var uptime: Int64 = 0
    world.uptime = {
      uptime += 1
      return uptime
    }
    world.findings = { WholeFindings(isComplete: false) }
    func said(_ lines: [String]) -> String {
      var lines = lines[...]
      var said = ""
      let app = App(now: samples.moment("02:15"), zone: .fixed(minutes: 60), by: "MK")
      var mode = LineMode(app, in: world, read: { lines.popFirst() }, write: { said += $0 })
      _ = mode.run()
      return words(said)
    }
    #expect(said(["l"]).contains("turned left") && looks < 1000, "\(looks)")
    world.findings = nil
    let number = robot.lineNumber(of: "Past nights")
    withExtendedLifetime(robot) {
      #expect(said(["\(number)", "/", "rare word"]).contains("1 entry in 1 night"))
    }
  }

  @Test func `letters and numbers mean what they mean on the full screen`() {
    let robot = Robot(by: "MK")
    _ = transcript(["l", "g", "6", "3", "5", "h", "9", "1", "s", "2", "n", "thick, new", "-", "u"], robot)
    #expect(
      robot.written == ["turned left", "Cramp 6", "let sleep", "Hard to breathe 10", "suction, thick, thick, new"])
  }

  @Test func `help is told without going anywhere, 0 after a one asks whether it was ten, and one line says each save`()
  {
    let robot = Robot()
    let told = transcript(["?", "h", "1", "0", "2", "l", "l", " "], robot)
    #expect(robot.written == ["Hard to breathe 10", "turned left", "turned left"])
    #expect(!told.contains("Leave Nightstand?"))
    #expect(told.split(separator: "Saved 02:15 turned left.").count == 3)
  }

  @Test func `a text that is too long is cut, kept and said`() {
    let robot = Robot()
    let told = transcript(["n", String(repeating: "x", count: 2100)], robot)
    #expect(robot.items.first?.details.text(.note)?.count == 2000)
    #expect(told.contains("100 characters did not fit"))
  }

  @Test func `what could not be saved is the last thing said`() {
    let robot = Robot()
    robot.record.disk = .refuses
    #expect(transcript(["l"], robot).split(separator: "NOT SAVED").count >= 2)
  }

  @Test func `what is not understood is said, and changes nothing`() {
    let robot = Robot()
    let told = transcript(["77", "blue", "9", "q", "-5"], robot)
    #expect(told.contains("There is no 77 here."))
    #expect(told.contains("\"blue\" is no number and no word known here"))
    #expect(robot.items.isEmpty)
  }

  @Test func `ten years are told twenty at a time`() {
    var written: [CivilDate: [Entry]] = [:]
    for back in 0..<3652 {
      let date = Samples().night.adding(days: -back)
      var samples = Samples(writer: "w\(back)", night: "\(date)")
      written[date] = [samples.event(.turn, at: "23:10")]
    }
    let robot = Robot(MemoryRecord(nights: written))
    let number = robot.lineNumber(of: "Past nights")
    let told = transcript(["\(number)", "more", "3656"], robot)
    let toTheEnd = transcript(["\(number)"] + Array(repeating: "more", count: 182), robot.copy())
    #expect(toTheEnd.contains("3641 to 3657 of 3657; \"more\" begins again, 0 goes back."))
    #expect(told.contains("1 to 20 of 3657; \"more\" goes on"))
    #expect(told.contains("21 to 40 of 3657"))
    #expect(told.contains("Night of Wed 23 to Thu 24 Nov 2016"))
    #expect(words(told).contains("turns 1, worst none") && !told.contains("two versions"))
  }

  @Test func `the help names the letters of the screen`() {
    let robot = Robot()
    let told = transcript(["\(robot.lineNumber(of: "Past nights"))", "?"], robot)
    #expect(told.contains("Here also: /: search; g: date."))
  }
}
