import NightModel
import TestSupport
import Testing

/// `nightstand purge`, as it is built.
@Suite(.waits) struct `Purging` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func purge(_ arguments: String..., typing input: String? = nil) throws -> Spawn.Outcome {
    try Spawn.run(
      Program.path, ["--store", program.store, "purge"] + arguments, environment: program.environment, input: input)
  }
  private func fill() throws {
    try program.run("plan", "person", "A. Person")
    try program.run("log", "turn", "left", "--at", "2026-11-21T23:10")
    try program.run("log", "turn", "right", "--at", "2026-11-22T23:10")
    try program.run("log", "suction", "--at", "2026-11-23T02:10")
  }
  private func everything() throws -> String {
    try Spawn.run("find", [folder.path + "/store", folder.path + "/state"]).output
  }
  private func nights() throws -> [String] { try program.journalFiles().filter { $0.contains("/nights/") } }

  @Test func `a night goes after the word erase, and says what and what it cannot reach`() throws {
    try fill()
    let kept = try nights().filter { $0.contains("2026-11-21") }
    let bytes = Spawn.readBytes(try #require(kept.first))
    let outcome = try purge("2026-11-22", typing: "erase\n")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome)")
    for words in [
      "the night of Sun 22 to Mon 23 Nov 2026: 2 entries (corrections counted) in 1 file, ", "  in \(program.store)\n",
      "other devices", "may bring it back", "copies and backups made by hand", "exported", "the disk itself",
      "type erase and press Enter", "Erased: the night of Sun 22 to Mon 23 Nov 2026, 1 file, ",
    ] { #expect(outcome.output.contains(words), "\(words): \(outcome.output)") }
    #expect(try nights() == kept && Spawn.readBytes(kept[0]) == bytes)
    #expect(try program.run("plan", "person").output == "A. Person\n")
    #expect(try program.run("verify").exitCode == 0)
    #expect(try program.run("undo").output.contains("turned left"))
    #expect(try program.run("show", "2026-11-22", "--all").output.contains("turned right") == false)
    #expect(try !everything().contains("2026-11-22"))
  }

  @Test func `a note on the sleep environment goes with its night, and how the item stands stays`() throws {
    try program.run("check", "overlay-in-place", "in-place", "--note", "wept", "--at", "2026-11-22T23:10")
    #expect(try Spawn.run("grep", ["-rl", "wept", folder.path]).output.contains("/nights/"))
    let outcome = try purge("2026-11-22", "--yes")
    #expect(outcome.exitCode == 0 && outcome.output.contains("notes typed on the sleep environment"), "\(outcome)")
    #expect(try Spawn.run("grep", ["-rl", "wept", folder.path]).output.isEmpty)
    #expect(try Spawn.run("grep", ["-rl", "in-place", program.store + "/plan"]).output.isEmpty == false)
  }

  @Test(arguments: ["", "\n", "yes\n", "Erase\n", " erase\n", "erase it\n"])
  func `anything but the word erases nothing`(input: String) throws {
    try fill()
    let before = try everything()
    for extent in ["2026-11-22", "--all"] {
      let outcome = try purge(extent, typing: input)
      #expect(outcome.exitCode == 1, "\(outcome)")
      #expect(
        outcome.errors == "nightstand: the word erase was not typed, so nothing was erased; the record is as it was.\n")
    }
    #expect(try everything() == before)
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `wrong usage and nights that are not there are told apart`() throws {
    try fill()
    let before = try everything()
    for (arguments, code, words) in [
      ([], 64, "does not say what to erase"), (["2026-11-22", "--all"], 64, "not both"), (["soon"], 64, "is no date"),
      (["2020-02-29", "--yes"], 1, "nothing is written for the night of Sat 29 Feb to Sun 1 Mar 2020"),
    ] as [([String], Int32, String)] {
      let outcome = try Spawn.run(
        Program.path, ["--store", program.store, "purge"] + arguments, environment: program.environment)
      #expect(outcome.exitCode == code && outcome.errors.contains(words) && outcome.output.isEmpty, "\(outcome)")
    }
    #expect(try everything() == before)
    let none = try Spawn.run(
      Program.path, ["--store", folder.path + "/none", "purge", "--all", "--yes"], environment: program.environment)
    #expect(none.exitCode == 1 && none.errors.contains("there is no record in \(folder.path)/none"), "\(none)")
  }

  @Test func `everything goes with --yes, and what is not Nightstand's stays and is named`() throws {
    try fill()
    Spawn.write("mine", to: program.store + "/notes.txt")
    let outcome = try purge("--all", "--yes")
    #expect(outcome.exitCode == 0 && !outcome.output.contains("type erase"), "\(outcome)")
    #expect(outcome.output.contains("the whole record, 2 nights, from the night of Sat 21"))
    #expect(outcome.output.contains("  \(program.store)/notes.txt: not a file of Nightstand's"))
    #expect(try Spawn.run("find", [folder.path, "-type", "f"]).output == "\(program.store)/notes.txt\n")
    try program.run("log", "turn", "--at", "2026-11-22T23:10")
    try Spawn.run("rm", [program.store + "/notes.txt"])
    #expect(try purge("--all", "--yes").exitCode == 0)
    #expect(
      try Spawn.run("find", [folder.path, "-mindepth", "1"]).output
        == "\(folder.path)/state\n\(folder.path)/state/nightstand\n")
  }

  @Test func `a damaged record goes, a folder of somebody else's does not`() throws {
    try fill()
    Spawn.write("{", to: program.store + "/store.json")
    #expect(try purge("2026-11-21", "--yes").exitCode == 0)
    #expect(try nights().count == 1)
    #expect(try purge("--all", "--yes").exitCode == 0)
    #expect(try Spawn.run("find", [folder.path, "-type", "f"]).output.isEmpty)
    try Spawn.run("mkdir", ["-p", program.store + "/nights/2026"])
    Spawn.write("somebody's", to: program.store + "/nights/2026/2026-11-22.a.jsonl")
    let refused = try purge("--all", "--yes")
    #expect(refused.exitCode == 1 && refused.errors.contains("cannot be told to be a record"), "\(refused)")
    #expect(try nights().count == 1)
  }

  @Test(arguments: ["2026-11-22", "--all"])
  func `killed at any system call, the night is whole or gone, and the same command completes it`(extent: String) throws
  {
    try fill()
    try program.keepCopy()
    let trace = folder.path + "/trace"
    try program.run(under: ["strace", "-f", "-qq", "-o", trace], ["purge", extent, "--yes"])
    let lines = Spawn.read(trace).split(separator: "\n")
    // Before the note is made nothing is written at all.
    let first = try #require(lines.firstIndex { $0.contains("erasing.new") })
    #expect(lines.count - first > 30)
    var wasGone = false
    for call in first...lines.count + 1 {
      try program.restoreCopy()
      try program.run(
        under: ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=all:signal=KILL:when=\(call)"],
        ["purge", extent, "--yes"])
      let verify = try program.run("verify")
      #expect(verify.exitCode == 0, "killed at \(call): \(verify.output)")
      let shown = try program.run("show", "2026-11-22").output
      let isWhole = shown.contains("turned right") && shown.contains("suction")
      let isGone = !shown.contains("turned right") && !shown.contains("suction")
      #expect(isWhole || isGone, "killed at \(call): \(shown)")
      wasGone = wasGone || isGone
      let again = try purge(extent, "--yes")
      #expect(
        again.exitCode == 0 || again.errors.contains("nothing was erased") && isGone, "killed at \(call): \(again)")
      #expect(try !everything().contains("2026-11-22"), "killed at \(call)")
      #expect(try program.run("verify").output.contains("interrupted") == false)
      if extent == "--all" { #expect(try Spawn.run("find", [folder.path + "/state", "-type", "f"]).output.isEmpty) }
    }
    #expect(wasGone)
  }
}
