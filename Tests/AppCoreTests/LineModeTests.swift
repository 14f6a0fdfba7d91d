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
      // Grades are told in one line, from two to eight by the first and the last of them.
      for item in scene.list.items.prefix(20) where !(2...8).contains(Int(item.id.dropFirst("grade-".count)) ?? 0) {
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

  @Test func `where a text is asked for the words do what they do everywhere, and a space before one types it`() {
    let robot = Robot(by: "MK")
    let lines = ["l", "n", "?", "card", "0", " Card", "n", "BACK", "n", ""]
    let told = transcript(lines, robot)
    #expect(robot.written == ["turned left, Card"])
    #expect(told.contains("Emergency card") && words(told).split(separator: "put a space before").count == 2)
    #expect(words(transcript(["n", "undo", ""], robot)).contains("Note: Back to: 02:15 turned left. Note: Night of"))
    #expect(robot.written == ["turned left"])
    let left = Robot()
    #expect(transcript(["n", "quit", "l"], left).hasSuffix("Note: "))
    #expect(left.written.isEmpty)
    let again = Robot(by: "MK")
    _ = transcript(["l", "undo", ",", "redo", "back"], again)
    #expect(again.written == ["turned left"])
  }

  @Test func `after a save nothing is told but what was saved and what is asked about it`() {
    let told = transcript(["g", "6", "t", "l", "0155 hard to breathe 7", "k"], Robot(by: "MK"))
    let said = told.split(separator: "Choose: ", omittingEmptySubsequences: false).dropFirst().map(String.init)
    #expect(
      said == [
        "Saved 02:15 Cramp.\nHow bad? 1 hardly any, 2 to 8, 9 nine, ten or none, 0 Leave it blank.\n",
        "Chose: six\nSaved 02:15 Cramp 6.\n",
        "Saved 02:15 turned.\nTo which side? 1 Left, 2 Right, 3 Back, 4 Other, 0 Leave it blank.\n",
        "Saved 02:15 turned left.\n",
        "Saved 01:55 Hard to breathe 7, 20 min ago. e: emergency card.\n",
        "Saved 02:15 let sleep.\n",
        "\n",
      ], "\(told)")
  }

  @Test func `a grade is asked for in one line, and a ten can be typed`() {
    let robot = Robot(by: "MK")
    let told = transcript(["g", "10", "h", "", "4"], robot)
    #expect(robot.written == ["Cramp 10", "Hard to breathe 4"])
    #expect(told.contains("\n  1 hardly any, 2 to 8, 9 nine, ten or none\n"), "\(told)")
  }

  @Test func `undo says beforehand what it takes back`() {
    let told = transcript(["", "l", "", "undo", ""], Robot(by: "MK"))
    let lines = told.split(separator: "\n").filter { $0.hasPrefix("  2 Undo") }
    #expect(lines == ["  2 Undo", "  2 Undo", "  2 Undo: 02:15 turned left", "  2 Undo"])
  }

  @Test func `what is written elsewhere is told once, before the next line is answered`() {
    var elsewhere = Samples(writer: "bbbbbbbb")
    let robot = Robot(by: "MK")
    var world = robot.world
    var hasNews = false
    world.watch = { _ in
      defer { hasNews = false }
      return hasNews
    }
    var lines = ["l", "m", "", "w"][...]
    var said = ""
    var mode = LineMode(
      robot.app, in: world,
      read: {
        if lines.first == "m" || lines.first == "w" {
          for minute in 10..<15 {
            let at = "0\(lines.count):\(minute)"
            robot.record.add(elsewhere.record(.event(.woke), [:], at: at, by: "ZZ"), to: .night(Samples().night))
          }
          hasNews = true
        }
        return lines.popFirst()
      }, write: { said += $0 })
    _ = mode.run()
    let news = said.split(separator: "\n").filter { $0.contains("From elsewhere") }.map(String.init)
    #expect(news.count == 2, "\(said)")
    #expect(
      words(said).contains(
        "Choose: From elsewhere: 03:10 woke · ZZ; 03:11 woke · ZZ; 03:12 woke · ZZ; and 2 more Saved 02:15 mask on."),
      "\(said)")
    #expect(robot.written.filter { $0 == "woke" }.count == 11)
  }

  @Test func `what is written elsewhere is told while a line is waited for, and a number still means what was told`() {
    var elsewhere = Samples(writer: "bbbbbbbb")
    let robot = Robot(by: "MK")
    robot.press("l", "m")
    robot.press("9")
    robot.choose("Tonight's entries")
    var world = robot.world
    var (hasNews, waits, pauses, lines) = (false, 0, [Int64](), ["2"][...])
    world.watch = { _ in
      defer { hasNews = false }
      return hasNews
    }
    var said = ""
    let first = robot.app.scene().list[1].label
    var mode = LineMode(
      robot.app, in: world, read: { lines.popFirst() }, hasInput: { waits >= 2 || lines.isEmpty },
      awaitNews: { pause in
        pauses.append(pause)
        waits += 1
        guard waits <= 2 else { return false }
        robot.record.add(
          elsewhere.record(.event(.woke), [:], at: "02:1\(waits)", by: "ZZ"), to: .night(Samples().night))
        hasNews = true
        return true
      }, write: { said += $0 })
    _ = mode.run()
    let news = "Choose: \nFrom elsewhere: 02:11 woke · ZZ\nChoose: \nFrom elsewhere: 02:12 woke · ZZ\nChoose: "
    #expect(said.contains(news), "\(said)")
    #expect(said.contains("Chose: \(first)"), "\(said)")
    // The second is told no sooner than five seconds after the first.
    #expect(pauses.first == 0 && (4000...5000).contains(pauses.dropFirst().first ?? 0), "\(pauses)")
  }

  @Test func `a list that goes on to its next line after a save tells that line alone`() {
    let robot = Robot(GoldenRecord.night(), by: "MK")
    let told = transcript(["\(robot.lineNumber(of: "Bedtime"))", "2", ""], robot)
    let said = told.split(separator: "Choose: ", omittingEmptySubsequences: false).map(String.init)
    #expect(said.count == 5 && said[2].split(separator: "\n").count == 3, "\(told)")
    #expect(said[2].contains("Chose: ") && said[2].contains("\nNext: "), "\(told)")
    let menu = Robot(by: "MK")
    let saved = transcript(["3", "1"], menu)
    #expect(saved.hasSuffix("Saved 02:15 turned left.\nChoose: \n"), "\(saved)")
  }
}
