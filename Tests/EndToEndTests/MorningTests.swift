import NightModel
import TestSupport
import Testing
import Text

/// A whole morning with the built program: at a real terminal, and once more in lines.
@Suite(.waits) struct `A whole morning` {
  private let folder = TemporaryFolder()

  /// A program in front of a night with a waking, and the diary of the night before.
  private func program(_ name: String) throws -> Program {
    let program = Program(in: folder.path + "/" + name)
    try program.passFirstQuestions()
    try program.run("diary", "2026-11-21", "--into-bed", "22:30", "--tried", "23:00", "--out-of-bed", "07:05")
    for (kind, time) in [
      ("turn", "2026-11-22T23:10"), ("woke", "2026-11-23T01:10"), ("asleep", "2026-11-23T01:40"),
      ("turn", "2026-11-23T04:40"), ("woke", "2026-11-23T06:20"),
    ] { try program.run("log", kind, "--at", time) }
    return program
  }

  /// What the night comes to, without what differs from run to run.
  private func pages(_ program: Program) throws -> [String] {
    let text = try program.run("show", "2026-11-22", "--format", "json").output
    let json = try #require(JSON(Array(text.utf8)[...]))
    return ["diary", "carer", "tib", "tst", "se", "seDiary"].map { json[$0]?.description ?? "" }
  }

  @Test func `by keys, and the same morning in lines, come to the same record`() throws {
    let keys = try program("keys")
    try Person.sits(at: keys, time: "2026-11-23T07:30", ["--by", "MK"]) { person in
      // Another key in between, or the next Enter would count as the one before still held.
      func enter(_ text: String = "") throws {
        if text.isEmpty { try person.press("Home") } else { try person.type(text) }
        try person.press("Enter")
      }
      try person.choose("Morning")
      try person.choose("Who says so, from here on")
      try person.press("1")
      try person.choose("The night was in parts")
      try person.choose("Where slept")
      #expect(try person.terminal.screen.contains("Recliner"))
      try person.press("1", "Esc")
      try person.choose("Fill in, question by question")
      #expect(try person.terminal.screen.contains("1 of 11"))
      try enter("1030")
      #expect(try person.terminal.screen.contains("Did you mean 22:30 for into bed?"))
      try person.press("1")
      for text in ["", "20", "", "", "", ""] { try enter(text) }
      try person.press("4", "3", "2")
      try enter("15")
      #expect(try person.terminal.screen.contains("Good morning"))
      try person.choose("In your own words")
      try enter("a fair night, é")
      try person.press("Esc")
      let morning = try person.terminal.screen
      #expect(morning.contains("22:30  said by the person, MK"), "\(morning)")
      try person.press("u")
      try person.choose("In your own words")
      try enter("quieter")
      try person.choose("Caregiver's own night")
      try person.choose("Longest stretch of sleep")
      #expect(try person.terminal.screen.contains("Nothing written 22:30 to 01:10") == false)
      #expect(try person.terminal.screen.contains("did you sleep?"))
      try person.press("1", "Esc")
      try person.choose("Figures")
      #expect(try person.terminal.screen.contains("6 h 30"))
      #expect(person.strayed.isEmpty, "\(person.strayed)")
      try person.press("Ctrl-C")
      try person.terminal.send("2")
      #expect(try person.terminal.waitForExit() == 0)
    }

    let lines = try program("lines")
    func plain(_ input: [String]) throws -> String {
      try Spawn.run(
        Program.path, ["--store", lines.store, "--plain", "--at", "2026-11-23T07:30", "--by", "MK"],
        environment: lines.environment, input: input.joined(separator: "\n") + "\n"
      ).output
    }
    func number(of label: String, in text: String) throws -> String {
      let line = try #require(text.split(separator: "\n").last { $0.contains(" \(label)") }, "\(label)\n\(text)")
      return String(line.split(separator: " ")[0])
    }
    let morning = try number(of: "Morning", in: plain([""]))
    let first = try plain([morning])
    let says = try number(of: "Who says so, from here on", in: first)
    let walk = try number(of: "Fill in, question by question", in: first)
    let parts = try number(of: "The night was in parts", in: first)
    let place = try number(of: "Where slept", in: plain([morning, parts]))
    let said = try plain(
      [morning, says, "1", parts, place, "1", "back", walk, "1030", "1", "", "20", "", "", "", "", "4", "3", "2", "15"])
    #expect(said.contains("An empty line accepts 23:00") && !said.contains("\u{1B}"))
    // Once all is answered nothing is proposed any more, and the numbers move up.
    let list = try plain([morning])
    let sayer = try number(of: "Who says so, from here on", in: list)
    let note = try number(of: "In your own words", in: list)
    let carer = try number(of: "Caregiver's own night", in: list)
    let stretch = try number(of: "Longest stretch of sleep", in: plain([morning, carer]))
    _ = try plain([morning, sayer, "1", note, "a fair night, é", "undo", note, "quieter", carer, stretch, "1", "quit"])
    let byKeys = try pages(keys)
    let byLines = try pages(lines)
    #expect(byLines == byKeys, "\(byLines)\n\(byKeys)")
    #expect(byKeys[0].contains(#""note":"quieter""#) && byKeys[0].contains(#""sol":"said""#) && byKeys[1] != "null")
    #expect(try keys.run("show", "2026-11-22").output.contains("said by the person: into bed, tried to sleep"))
  }

  @Test func `the command line takes a night in parts and who says so, and remarks on a slip`() throws {
    let program = try program("command")
    let first = try program.run(
      "diary", "2026-11-22", "--into-bed", "22:30", "--tried", "23:00", "--sol", "40", "--waso", "50", "--final-wake",
      "06:15", "--out-of-bed", "07:00", "--up-between", "60", "--elsewhere", "45", "--place", "recliner", "--source",
      "said", "--by", "MK")
    #expect(first.exitCode == 0 && first.output.contains("in bed 7 h 30, slept 4 h 45"), "\(first.errors)")
    let second = try program.run("diary", "2026-11-22", "--quality", "2", "--source", "seen")
    #expect(second.exitCode == 0)
    let text = try program.run("show", "2026-11-22").output
    #expect(text.contains("Slept elsewhere 45 min, beside TST and not in it"))
    #expect(text.contains("seen by the caregiver: quality 1-5") && text.contains("- out of bed between sleeps"))
    let slip = try program.run("diary", "2026-11-20", "--into-bed", "10:30")
    #expect(slip.exitCode == 0 && slip.errors.contains("did you mean 22:30"), "\(slip.errors)")
    // A morning may reach past noon: what to type for it is said, and taken.
    let late = try program.run("diary", "2026-11-18", "--tried", "23:00", "--final-wake", "13:30")
    #expect(late.exitCode == 1, "\(late)")
    #expect(late.errors.contains("did you mean 13:30 on Thu 19 Nov: --final-wake 2026-11-19T13:30"), "\(late.errors)")
    let alone = try program.run("diary", "2026-11-18", "--final-wake", "13:30").errors
    #expect(alone.contains("saved as given") && alone.contains("--final-wake 2026-11-19T13:30"), "\(alone)")
    let taken = try program.run("diary", "2026-11-18", "--tried", "23:00", "--final-wake", "2026-11-19T13:30")
    #expect(taken.exitCode == 0 && taken.errors.isEmpty, "\(taken)")
    #expect(try program.run("carer", "2026-11-22", "--slept", "290", "--source", "said").exitCode == 0)
    #expect(try !program.run("show", "2026-11-22").output.contains("min slept 290"))
    try program.run("plan", "carer-figures", "yes")
    #expect(try program.run("show", "2026-11-22").output.contains("min slept 290"))
  }
}
