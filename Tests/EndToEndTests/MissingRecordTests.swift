import Glibc
import TestSupport
import Testing

/// Commands on a record that was here and is not.
@Suite(.waits) struct `Where the record is missing` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }
  private var away: String { folder.path + "/away" }

  private func begin() throws {
    try program.run("plan", "number.clinic", "555 0100")
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    #expect(try program.run("card").exitCode == 0)
  }
  private func takeAway() throws { try Spawn.run("mv", [program.store, away]) }
  private func bringBack() throws { try Spawn.run("mv", [away, program.store]) }
  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  @Test func `what is written is kept aside, said to be, and goes in when the record is back`() throws {
    try begin()
    try takeAway()
    for words in [
      ["log", "turn", "right", "--at", "2026-11-23T01:10"],
      ["check", "mouth-care", "done", "--at", "2026-11-23T01:20"],
      ["diary", "2026-11-22", "--naps", "20", "--at", "2026-11-23T11:00"],
      ["carer", "2026-11-22", "--slept", "200", "--at", "2026-11-23T11:00"],
    ] {
      let outcome = try program.run(under: ["env"], words)
      #expect(outcome.exitCode == 73 && outcome.output.isEmpty, "\(words): \(outcome)")
      #expect(
        outcome.errors.contains(
          "KEPT ASIDE, not in the record yet: the record that was in \(program.store) is not there"))
      #expect(outcome.errors.contains("/rescue") && !outcome.errors.contains("aved 2"), "\(outcome.errors)")
      #expect(!isThere(program.store))
    }
    try bringBack()
    try program.run("log", "turn", "back", "--at", "2026-11-23T03:10")
    let night = try program.run("show", "2026-11-22").output
    for words in ["turned left", "turned right", "turned on the back"] { #expect(night.contains(words), "\(night)") }
    #expect(night.contains("min of naps 20") && night.contains("caregiver's own night"), "\(night)")
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `an item of one's own is not known while it is away, and what was typed stays in sight`() throws {
    try begin()
    try program.run("plan", "own.breathing.teddy", "Teddy")
    try takeAway()
    let outcome = try program.run("check", "own.breathing.teddy", "done", "--note", "under the arm")
    #expect(outcome.exitCode == 1 && outcome.errors.contains("is an item of your own, which the plan would tell"))
    #expect(
      outcome.errors.contains("NOT SAVED: nightstand --store ") && outcome.errors.contains("--note 'under the arm'"),
      "\(outcome)")
    try bringBack()
    let again = try program.run("check", "own.breathing.teddy", "done")
    #expect(again.exitCode == 0 && again.output.contains("Teddy"), "\(again)")
  }

  @Test func `what waits for a record that is gone is told by every command that reads, once`() throws {
    try begin()
    try takeAway()
    try program.run("log", "turn", "right", "--at", "2026-11-23T01:10")
    #expect(try program.run("log", "turn", "back", "--new", "--at", "2026-11-23T01:20").exitCode == 0)
    for words in [
      ["tonight"], ["nights"], ["show", "2026-11-22"], ["search", "turn"], ["report"], ["export"], ["handover"],
      ["signs"],
    ] {
      let outcome = try program.run(words + ["--at", "2026-11-23T02:00"])
      let notes = outcome.errors.split(separator: "\n").filter { $0.contains("for a record that is not there") }
      #expect(
        notes.count == 1 && notes.first?.contains("1 entry waits in \(folder.path)") == true, "\(words): \(outcome)")
      #expect(!outcome.output.contains("turned right"), "\(words)")
    }
    let verify = try program.run("verify")
    #expect(verify.exitCode == 65 && verify.output.contains("1 entry waits here for a record that is not there"))
  }

  @Test func `root reads another account's record and writes nothing into it or beside it`() throws {
    guard geteuid() == 0 else { return }
    try begin()
    try Spawn.run("chown", ["-R", "65534", folder.path])
    let outcome = try program.run("log", "turn", "right", "--at", "2026-11-23T01:10")
    #expect(outcome.exitCode == 73 && outcome.errors.contains("belongs to another account"), "\(outcome)")
    #expect(try program.run("card").exitCode == 0)
    let others = try Spawn.run("find", [folder.path, "-user", "root", "-type", "f"]).output
    #expect(others.split(separator: "\n").allSatisfy { $0.contains("/cache") || $0.contains("/.cache") }, "\(others)")
  }

  @Test func `what reads or corrects refuses, and shows the card as last kept`() throws {
    try begin()
    try takeAway()
    for words in [
      ["tonight"], ["nights"], ["show", "2026-11-22"], ["search", "turn"], ["report"], ["export", "--format", "json"],
      ["handover"], ["signs"], ["verify"], ["plan"], ["plan", "person", "A"], ["check"], ["undo"], ["redo"],
      ["edit", "12345678", "note=a"], ["retract", "12345678"], ["purge", "2026-11-22", "--yes"],
    ] {
      let outcome = try program.run(under: ["env"], words)
      #expect(
        outcome.exitCode == 73 && outcome.errors.contains("is not there, so nothing was shown or changed"),
        "\(words): \(outcome)")
    }
    #expect(!isThere(program.store))
    let card = try program.run("card")
    #expect(card.output.contains("clinic: 555 0100") && card.errors.contains("is not there"))
    #expect(card.output.hasSuffix("The card as last kept on this machine.\n"))
  }

  @Test func `a new one is begun only with --new, and refused where a record is`() throws {
    let fresh = Program(in: folder.path + "/fresh")
    #expect(try fresh.run("log", "turn", "left").exitCode == 0)
    #expect(try fresh.run("log", "turn", "left", "--new").exitCode == 64)
    try begin()
    try takeAway()
    let outcome = try program.run("log", "turn", "right", "--new", "--at", "2026-11-23T01:10")
    #expect(outcome.exitCode == 0 && outcome.output.contains("saved"), "\(outcome)")
    #expect(try !program.run("show", "2026-11-22").output.contains("turned left"))
    // The same before the command's name, where one is begun again.
    try Spawn.run("rm", ["-r", program.store])
    #expect(
      try Spawn.run(
        Program.path, ["--new", "--store", program.store, "log", "turn", "back"], environment: program.environment
      ).exitCode == 0)
  }

  @Test func `erasing takes the place out of places.json, and the demo asks nothing`() throws {
    try begin()
    try takeAway()
    #expect(try program.run("log", "suction").exitCode == 73)
    let erased = try program.run("purge", "--all", "--yes")
    #expect(erased.exitCode == 0 && erased.output.contains("1 entry kept nowhere else"), "\(erased)")
    #expect(erased.output.contains("Erased: what this machine kept beside the record that was in"), "\(erased)")
    #expect(!isThere(folder.path + "/state/nightstand/places.json"))
    #expect(try program.run("log", "turn", "left").exitCode == 0)
    let demo = Program(in: folder.path + "/demo")
    #expect(try demo.run("demo", "--nights", "3").exitCode == 0)
    try Spawn.run("rm", ["-r", demo.store])
    #expect(try demo.run("demo", "--nights", "3").exitCode == 0)
  }

  @Test func `what is written goes into the night of the split hour that was set, in commands and on screens`() throws {
    try begin()
    try program.run("plan", "split-hour", "18", "--at", "2026-11-20T12:00")
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:20")
    try takeAway()
    #expect(try program.run("log", "suction", "--at", "2026-11-23T15:00").exitCode == 73)
    #expect(try program.run("diary", "--naps", "20", "--at", "2026-11-23T19:00").exitCode == 73)
    try Spawn.run(
      Program.path, ["--store", program.store, "--plain", "--at", "2026-11-23T16:00"], environment: program.environment,
      input: "m\nquit\n")
    try bringBack()
    try program.run("log", "turn", "back", "--at", "2026-11-23T17:00")
    let night = try program.run("show", "2026-11-22").output
    for words in ["15:00  suction", "16:00  mask on", "min of naps 20", "17:00  turned on the back"] {
      #expect(night.contains(words), "\(night)")
    }
    let next = try program.run("nights", "--from", "2026-11-23", "--to", "2026-11-23", "--at", "2026-11-24T08:00")
    #expect(next.output.contains("nothing recorded"), "\(next)")
  }

  @Test func `leaving ends with 74 only if what this run kept aside waits still`() throws {
    try begin()
    try takeAway()
    func leave(_ input: String) throws -> Spawn.Outcome {
      try Spawn.run(
        Program.path, ["--store", program.store, "--plain", "--at", "2026-11-23T02:15"],
        environment: program.environment, input: input)
    }
    #expect(try leave("l\nquit\n").exitCode == 74)
    let later = try leave("quit\n")
    #expect(later.exitCode == 0 && later.errors.contains("kept aside on this machine"), "\(later)")
    // Put back and taken in by another run while this one is open.
    let script = """
      { echo m; sleep 1; mv "$3" "$2"; "$1" --store "$2" log suction >/dev/null; echo quit; } \\
        | "$1" --store "$2" --plain --at 2026-11-23T02:15 >/dev/null; echo "exit $?"
      """
    let outcome = try Spawn.run(
      "bash", ["-c", script, "bash", Program.path, program.store, away], environment: program.environment)
    #expect(outcome.output == "exit 0\n", "\(outcome)")
  }

  @Test(arguments: [["card"], ["tonight"], ["nights"], ["search", "turn"], ["handover"], ["signs"], ["plan"]])
  func `a folder that never held a record is said to hold none, and ends with one`(words: [String]) throws {
    let outcome = try program.run(words)
    #expect(
      outcome.exitCode == 1 && outcome.errors.contains("there is no record in \(program.store) yet"),
      "\(words): \(outcome)")
    #expect(!isThere(program.store))
  }

  @Test func `the screens ask, and a script is not asked`() throws {
    try begin()
    try takeAway()
    let piped = try Spawn.run(
      Program.path, ["--store", program.store, "--at", "2026-11-23T02:15"], environment: program.environment,
      input: "l\n")
    #expect(piped.output.contains("is not there") && !piped.output.contains("Keep entries aside"), "\(piped)")
    try Person.sits(at: program, asksFirst: true) { person in
      #expect(person.focus.screen == "record-missing")
      try person.press("Enter", "m")
      #expect(try person.terminal.screen.contains("is not there"))
    }
    #expect(!isThere(program.store))
    try bringBack()
    try program.run("log", "suction", "--at", "2026-11-23T03:10")
    let night = try program.run("show", "2026-11-22").output
    for words in ["turned left", "mask on", "suction"] { #expect(night.contains(words), "\(night)") }
  }
}
