import Glibc
import TestSupport
import Testing

/// Searching with the built program, with what is kept of nights and without.
@Suite(.serialized, .waits) struct `Searching as a command` {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = TemporaryFolder()
    program = Program(in: folder.path)
    let nights = ["demo", "--nights", "400", "--seed", "1", "--at", "2026-11-23T12:30"]
    try Spawn.run(Program.path, nights + ["--store", program.store], environment: program.environment)
    try program.run("log", "note", "the Plänted word", "--at", "2025-11-24T23:00", "--by", "ZZ")
    try Spawn.run("touch", ["-d", "2026-11-01"] + program.journalFiles())
  }

  private func search(_ words: String...) throws -> String {
    let outcome = try Spawn.run(
      Program.path, ["search"] + words + ["--store", program.store], environment: program.environment)
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `a planted word is found with its night, time, writer and id, the first time and from what was kept`()
    throws
  {
    let first = try search("planted", "word")
    #expect(first.contains("2025-11-24  23:00  note: the Plänted word · ZZ · ") && first.contains("1 entry in 1 night"))
    let kept = try Spawn.run("find", [program.store + "/.state/cache", "-type", "f", "-perm", "600"]).output
    #expect(kept.split(separator: "\n").count >= 2, "\(kept)")
    #expect(try search("planted", "word") == first)
    let ten = try search("suction", "since:2026-11-11", "until:2026-11")
    #expect(ten.contains("MADE-UP PERSON") && ten.contains("2026-11-12  ") && !ten.contains("2026-11-10  "), "\(ten)")
    // Newest first.
    let dates = ten.split(separator: "\n").filter { $0.hasPrefix("2026") }.map { $0.prefix(10) }
    #expect(dates == dates.sorted(by: >))
    try program.run("retract", String(first.split(separator: "\n")[1].suffix(8)))
    let nothing = try program.run("search", "planted")
    #expect(nothing.exitCode == 1 && nothing.output.contains("Nothing was found"), "\(nothing)")
  }

  @Test func `a cache that nobody can read or write, or that lies, changes nothing`() throws {
    let plain = try search("cramp>=7")
    let cache = program.store + "/.state/cache"
    for wreck in [
      "for f in \(cache)/*; do truncate -s 1000 $f; done",
      "for f in \(cache)/*; do head -c 50000 /dev/urandom > $f; done",
      "rm -r \(cache); echo no folder > \(cache)", "rm \(cache); ln -s /dev/zero \(cache)", "rm \(cache)",
    ] {
      try Spawn.run("sh", ["-c", wreck])
      #expect(try search("cramp>=7") == plain, "\(wreck)")
      let nights = try Spawn.run(
        Program.path, ["nights", "--last", "30", "--at", "2026-11-23T12:30", "--store", program.store],
        environment: program.environment)
      #expect(nights.exitCode == 0 && nights.output.contains("29 of 30 nights recorded"), "\(nights.output)")
    }
  }

  @Test func `a search that cannot be read is refused with what would work`() throws {
    let outcome = try program.run("search", "symptom:crmp")
    #expect(outcome.exitCode == 64 && outcome.errors.contains("did you mean symptom:cramp?"), "\(outcome.errors)")
  }

  @Test func `while the rows of nights are made the terminal is looked at all along, so that no key waits`() throws {
    let trace = folder.path + "/trace"
    let strace = ["strace", "-qq", "-o", trace, "-e", "trace=?poll,?ppoll,?newfstatat,?fstatat64"]
    try Person.sits(at: program, term: "xterm-256color", under: strace, []) { person in
      try person.choose("Past nights")
      try person.terminal.wait(for: "the rows") { _ in access(program.store + "/.state/cache/nights-2025", F_OK) == 0 }
    }
    let calls = Spawn.read(trace).split(separator: "\n")
    var (longest, length) = (0, 0)
    for call in calls {
      length = call.hasPrefix("poll") || call.hasPrefix("ppoll") ? 0 : length + 1
      longest = max(longest, length)
    }
    // Every night has a file to look at, and a slice has time for a few of them.
    #expect(calls.count > 800 && longest < 400, "\(longest) of \(calls.count)")
  }

  @Test func `ten months are scrolled to their end, and the word is found on the screen and in lines`() throws {
    try Person.sits(at: program, term: "xterm-256color", []) { person in
      try person.choose("Past nights")
      for _ in 0..<5 { try person.press("PageDown") }
      try person.press("End")
      let end = try person.terminal.screen
      #expect(end.contains("[Sun 19 Oct 2025]"), "\(end)")
      try person.press("/")
      try person.type("planted")
      try person.press("Enter")
      try person.terminal.wait(for: "what was found") { $0.contains("the Plänted word") }
      #expect(person.strayed.isEmpty, "\(person.strayed)")
    }
  }
}
