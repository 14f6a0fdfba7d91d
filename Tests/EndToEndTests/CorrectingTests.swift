import NightModel
import TestSupport
import Testing

/// Completing, correcting and taking back, with the built program and a real terminal, across restarts.
@Suite(.waits) struct `Correcting a night` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func night(_ date: String) throws -> String { try program.run("show", date).output }

  @Test func `quick entries are completed, left, taken back and moved, and all of it is undone after a restart`() throws
  {
    for words in [["moment"], ["turn"], ["suction"]] {
      try program.run(under: ["env"], ["log"] + words + ["--at", "2026-11-22T23:10", "--by", "MK"])
    }
    try program.run("log", "mask-on", "--at", "2026-11-22T22:50", "--by", "MK")
    try Person.sits(at: program, time: "2026-11-23T07:12", ["--by", "MK"]) { person in
      try person.choose("Tonight's entries")
      try person.choose("To complete: 4")
      try person.choose("23:10  marked this moment")
      try person.choose("Drink")
      try person.choose("23:10  turned")
      try person.choose("Leave it as it is")
      try person.choose("23:10  suction")
      try person.choose("Take this entry back")
      try person.choose("22:50  mask on")
      try person.choose("Type the time")
      try person.type("0640")
      try person.press("Enter")
      #expect(try person.terminal.screen.contains("Nothing is to complete in this night."))
      try person.press("Esc")
      try person.choose("23:10  drink · MK")
      try person.choose("When")
      try person.type("2026-11-22 11:50")
      try person.press("Enter")
      #expect(try person.terminal.screen.contains("That is the night of Sat 21 to Sun 22 Nov 2026"))
      try person.choose("Move it there")
      #expect(person.strayed.isEmpty, "\(person.strayed)")
    }
    #expect(try night("2026-11-21").contains("11:50  drink"))
    let done = try night("2026-11-22")
    #expect(done.contains("mask 7 h 50") && done.contains("23:10  turned") && !done.contains("  suction"), "\(done)")
    try Person.sits(at: program, time: "2026-11-23T07:20", ["--by", "MK"]) { person in
      for _ in 0..<5 { try person.press("u", "Down") }
      try person.choose("Tonight's entries")
      let screen = try person.terminal.screen
      #expect(screen.contains("marked this moment") && screen.contains("To complete: 4"), "\(screen)")
    }
    #expect(try !night("2026-11-21").contains("drink"))
    try Person.sits(at: program, time: "2026-11-23T07:30", ["--by", "MK"]) { person in
      for _ in 0..<5 { try person.press("y", "Down") }
    }
    let again = try night("2026-11-22")
    #expect(again == done)
    #expect(try night("2026-11-21").contains("11:50  drink"))
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `undo on the command line leaves what somebody else did unless told to`() throws {
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10", "--by", "MK")
    let refused = try program.run("undo", "--by", "AB")
    #expect(refused.exitCode == 1 && refused.errors.contains("23:10 turned left"), "\(refused.errors)")
    #expect(refused.errors.contains("MK") && refused.errors.contains("nothing was changed"))
    #expect(try night("2026-11-22").contains("turned left"))
    #expect(try program.run("undo", "--by", "AB", "--yes").output.contains("23:10 turned left"))
    #expect(try !night("2026-11-22").contains("turned left"))
  }

  @Test func `said a second time an edit changes nothing, and says so`() throws {
    let id = try program.run("log", "mask-off", "--at", "2026-11-23T07:10").lastWord
    #expect(try program.run("edit", id, "as-is=yes").output.hasPrefix("changed: "))
    let before = try program.journalFiles().map(Spawn.read)
    let again = try program.run("edit", id, "as-is=yes")
    #expect(
      again.exitCode == 0 && again.output.hasPrefix("unchanged: ") && again.output.contains("already"), "\(again)")
    #expect(try program.journalFiles().map(Spawn.read) == before)
  }
}
