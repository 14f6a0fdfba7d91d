import Glibc
import NightModel
import TestSupport
import Testing

/// Paper notes and handing over with the built program: by file, by pipe, and by keys on a real terminal.
@Suite(.waits) struct `Paper notes and handing over` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }
  private static let paper = [
    "2250 mask on", "2310 turn left", "0055 suction thick", "0120 woke", "0150 asleep", "0200 med paracetamol",
    "0330 cramp 7 calf 10m", "0415 note slept badly after that",
  ]

  private func log(_ text: String, _ more: String...) throws -> Spawn.Outcome {
    try Spawn.run(
      Program.path,
      ["--store", program.store, "--at", "2026-11-23T07:00", "--by", "MK", "log", "--from", "-"] + more,
      environment: program.environment, input: text)
  }

  @Test func `a whole paper goes in as one action, and its wrong lines are told by number`() throws {
    let text = (["by AA"] + Self.paper + ["", "0500 trun", "1100 turn"]).joined(separator: "\r\n")
    let outcome = try log(text)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.split(separator: "\n").count == 8 && EntryID(outcome.lastWord) != nil)
    #expect(
      outcome.errors.contains(
        "line 11: \"trun\" is no word known here; did you mean \"turn\"? To keep it as it is, write note"))
    #expect(outcome.errors.contains("line 12: 11:00 on Mon 23 Nov is still to come"))
    #expect(outcome.errors.contains("2 lines were not saved, and the other 8 are"))
    let shown = try program.run("show", "2026-11-22").output
    #expect(shown.contains("03:30") && shown.contains("Cramp 7") && shown.contains("AA"), "\(shown)")
    #expect(try program.run("verify").exitCode == 0)
    let undone = try program.run("undo").output
    #expect(undone.contains("mask on") && undone.contains("slept badly"), "\(undone)")
    #expect(try !program.run("show", "2026-11-22").output.contains("Cramp"))
  }

  @Test func `a file is read for the night that is named`() throws {
    Spawn.write(Self.paper.joined(separator: "\n"), to: folder.path + "/paper.txt")
    let outcome = try program.run(
      "log", "--from", folder.path + "/paper.txt", "--night", "2026-11-20", "--at", "2026-11-23T07:00")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.output.contains("saved 22:50 mask on, night of Fri 20 to Sat 21 Nov 2026"))
    #expect(try program.run("show", "2026-11-20").output.contains("turned left"))
  }

  @Test func `a paper that is mended and read again saves what was mended, and says what is here already`() throws {
    let path = folder.path + "/paper.txt"
    func read(_ text: String) throws -> Spawn.Outcome {
      Spawn.write(text, to: path)
      return try program.run("log", "--from", path, "--night", "2026-11-20", "--at", "2026-11-23T07:00")
    }
    let first = try read("2310 turn left\n2320 trun right\n0120 woke\n")
    #expect(first.exitCode == 1 && first.errors.contains("mend it and read all of it again"), "\(first.errors)")
    let mended = "2310 turn left\n2320 turn right\n0120 woke\n"
    let second = try read(mended)
    #expect(second.exitCode == 0 && second.output.contains("saved 23:20 turned right"), "\(second)")
    #expect(!second.output.contains("turned left") && second.output.contains("2 lines are here already"), "\(second)")
    let third = try read(mended)
    #expect(third.exitCode == 0 && third.output == "3 lines are here already; nothing was saved\n", "\(third)")
    let shown = try program.run("show", "2026-11-20").output
    #expect(shown.ranges(of: "turned left").count == 1 && shown.ranges(of: "01:20  woke").count == 1, "\(shown)")
    try program.run("undo")
    #expect(try read(mended).output.contains("saved 23:20 turned right"), "what was taken back is not here")
  }

  @Test func `a paper from an editor of Windows is read`() throws {
    let text = "\u{FEFF}- 22:50 mask on\r\n- 02:15–02:30 cough assist\r\n"
    Spawn.write(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: folder.path + "/little")
    Spawn.write(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, to: folder.path + "/big")
    Spawn.write(Array(text.utf8), to: folder.path + "/marked")
    for (name, night) in [("little", "2026-11-18"), ("big", "2026-11-19"), ("marked", "2026-11-20")] {
      let outcome = try program.run(
        "log", "--from", "\(folder.path)/\(name)", "--night", night, "--at", "2026-11-23T07:00")
      #expect(outcome.exitCode == 0 && outcome.output.contains("02:15 cough assist, 15 min"), "\(name): \(outcome)")
    }
  }

  @Test func `what is no paper is refused in a sentence, and nothing is saved`() throws {
    let many = String(repeating: "2310 turn left\n", count: 10_000)
    for (text, reason) in [
      ("", "holds no notes"), ("# only this\n\n", "holds no notes"), ("2310 turn\u{0}left", "is no text"),
      (many, "more than 1000 lines"), ("zqx\n\u{1F600}\n", "no line of standard input could be read"),
    ] {
      let outcome = try log(text)
      #expect(outcome.exitCode == 64 && outcome.errors.contains(reason) && outcome.output.isEmpty, "\(outcome.errors)")
    }
    Spawn.write([0xFF, 0xFE, 0x32], to: folder.path + "/bytes")
    #expect(try program.run("log", "--from", folder.path + "/bytes").errors.contains("is no text"))
    for path in ["/nowhere", folder.path] {
      let outcome = try program.run("log", "--from", path)
      #expect(outcome.exitCode == 65 && outcome.errors.contains("could not be read"), "\(outcome.errors)")
    }
    #expect(try program.run("log", "turn", "--from", "-").exitCode == 64)
    #expect(try program.run("log", "turn", "--night", "last").exitCode == 64)
    #expect(try program.run("log").exitCode == 64)
    try program.run("plan", "closed", "yes", "--at", "2026-11-20T12:00")
    let closed = try log("2310 turn left\n")
    #expect(closed.exitCode == 1 && closed.errors.contains("this record is closed"))
    #expect(try program.journalFiles().allSatisfy { !$0.contains("/nights/") })
  }

  @Test func `eight paper notes by keys, then hand over, and the page of it from the shell`() throws {
    try program.passFirstQuestions()
    for initials in ["MK", "JD"] { try program.run("plan", "people.\(initials)", initials, "--at", "2026-11-20T12:00") }
    try Person.sits(at: program, time: "2026-11-23T07:00", ["--by", "MK"]) { person in
      try person.press("9")
      try person.choose("Paper notes")
      try person.press("1")
      for line in Self.paper {
        try person.type(line)
        try person.terminal.wait(for: "the line") { $0.contains("[ \(line) ]") }
        try person.press("Enter")
        try person.terminal.wait(for: "the save") { $0.contains("[  ]") && $0.contains("Saved \(Self.clock(line))") }
      }
      try person.press("Esc")
      try person.terminal.wait(for: "the list") { $0.contains("Another night") }
      try person.goHome()
      try person.terminal.wait(for: "Tonight") { $0.contains("turned 23:10 left") }
      try person.choose("Handover")
      try person.choose("Leave duty")
      try person.choose("Take over: JD")
      try person.choose("Since you left")
      let page = try person.terminal.screen
      #expect(page.contains("on: JD since 07:00") && page.contains("mask: since 22:50, no end written"), "\(page)")
    }
    let printed = try program.run("handover", "--at", "2026-11-23T07:05", "--by", "MK").output
    #expect(printed.contains("Since MK left duty, 07:00") && printed.contains("on: JD since 07:00"), "\(printed)")
    #expect(printed.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  private static func clock(_ line: String) -> String { "\(line.prefix(2)):\(line.dropFirst(2).prefix(2))" }
}
