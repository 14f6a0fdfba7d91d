import Glibc
import TestSupport
import Testing

/// The built program on a record that it cannot read whole, run by somebody whom permissions bind.
@Suite(.waits) struct `What cannot be listed` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }
  private let at = ["--at", "2026-11-23T08:00"]

  init() throws {
    // Root may read everything: the program and its record become an ordinary user's.
    try Spawn.run("cp", [Program.path, folder.path + "/nightstand"])
    try Spawn.run("chown", ["-R", "65534:65534", folder.path])
    #expect(try run("plan", "person", "Ann").exitCode == 0)
    #expect(try run("log", "cramp", "6", "--at", "2025-11-20T23:10").exitCode == 0)
    #expect(try run("log", "turn", "left", "--at", "2026-11-22T23:10").exitCode == 0)
  }

  private func run(_ arguments: String..., input: String? = nil) throws -> Spawn.Outcome {
    try run(arguments, input: input)
  }

  private func run(_ arguments: [String], input: String? = nil) throws -> Spawn.Outcome {
    let words = [folder.path + "/nightstand", "--store", program.store] + arguments
    let bound = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let all = geteuid() == 0 ? bound + words : words
    return try Spawn.run(all[0], Array(all.dropFirst()), environment: program.environment, input: input)
  }

  private func close(_ name: String) { chmod(program.store + "/" + name, 0) }
  private func reopen(_ name: String) { chmod(program.store + "/" + name, 0o700) }

  private func expectOneNote(_ outcome: Spawn.Outcome, _ name: String, _ exitCode: Int32 = 0) {
    #expect(outcome.exitCode == exitCode, "\(outcome)")
    let notes = outcome.errors.split(separator: "\n").filter { $0.contains("the folder \(name) could not be listed") }
    #expect(notes.count == 1, "\(outcome)")
  }

  @Test
  func `where this machine's own folder cannot be written, what is saved and taken back says what undo does not know`()
    throws
  {
    let state = folder.path + "/state"
    try Spawn.run("chmod", ["-R", "a-w", state])
    defer { _ = try? Spawn.run("chmod", ["-R", "u+w", state]) }
    for arguments in [["log", "suction"] + at, ["undo"]] {
      let outcome = try run(arguments)
      let notes = outcome.errors.split(separator: "\n").filter {
        $0.contains("is not known to undo; see to that folder")
      }
      #expect(outcome.exitCode == 0 && notes.count == 1, "\(arguments): \(outcome)")
    }
  }

  @Test func `is said by every command that shows nights, once`() throws {
    close("nights/2026")
    for arguments in [
      ["show", "2026-11-22"], ["show", "2026-11-22", "--format", "json"], ["nights", "--last", "5"],
      ["search", "turn"],
      ["report", "--last", "5"], ["report", "--last", "5", "--format", "html"], ["tonight"], ["handover"], ["signs"],
    ] {
      // What was looked for may lie in what could not be read.
      expectOneNote(try run(arguments + at), "nights/2026", arguments[0] == "search" ? 65 : 0)
    }
    let page = try run("report", "--last", "3", "--at", "2026-11-23T08:00").output
    #expect(page.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("3 nights could not be read"))
    reopen("nights/2026")
    #expect(try run("show", "2026-11-22").errors.isEmpty)
  }

  @Test func `is never shown as empty on standard output`() throws {
    let empty = [
      "othing recorded", "Nothing is recorded", "Nothing was", "Nothing set", "nothing open", "\"entries\":0,",
      "2026-11-22,0,",
    ]
    func expectHonest(_ arguments: [String], _ words: String) throws {
      let outcome = try run(arguments + at)
      let output = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(output.contains(words), "\(arguments): \(output)")
      let isNothing = output.contains("nothing was found") || output.contains("if it is set")
      #expect(outcome.exitCode == (isNothing ? 65 : 0), "\(arguments)")
      for claim in empty { #expect(!output.contains(claim), "\(arguments): \(output)") }
    }
    close("nights/2026")
    for (arguments, words) in [
      (["show", "2026-11-22"], "Could not be read."), (["show", "2026-11-22", "--format", "json"], #""whole":false"#),
      (["nights", "--last", "3"], "0 of 3 nights recorded, 3 could not be read whole"),
      (["nights", "--last", "3", "--format", "json"], #""whole":false"#),
      (["report", "--last", "3"], "Recorded, as far as could be read: 0 of 3."),
      (["nights", "--last", "3", "--format", "csv"], "2026-11-22,,"),
      (["search", "turned"], "Part of the record could not be read; nothing was found in the rest."),
      (["search", "cramp"], "1 entry in 1 night; part of the record could not be read"),
      (["tonight"], "Could not be read."), (["handover"], "Part of these nights could not be read."),
      (["signs"], "Part of the nights could not be read, so the rules did not look at it."),
      (["check"], "Part of tonight could not be read; what follows may be answered there."),
    ] { try expectHonest(arguments, words) }
    let screen = try run(["--plain"] + at, input: "quit\n").output
    #expect(screen.contains("Tonight could not be read.") && !screen.contains("Nothing written yet"), "\(screen)")
    reopen("nights/2026")
    close("plan")
    try expectHonest(["plan"], "The plan could not be read.")
    try expectHonest(["plan", "person"], "could not be read, if it is set")
    reopen("plan")
    #expect(try run(["show", "2026-11-22", "--format", "json"]).output.contains("whole") == false)
  }

  @Test func `makes an export that ends with 65 and says that it is not whole`() throws {
    let whole = folder.path + "/home/whole.json"
    try Spawn.run("mkdir", [folder.path + "/home"])
    try Spawn.run("chown", ["65534", folder.path + "/home"])
    #expect(try run("export", "--output", whole).exitCode == 0)
    for name in ["nights/2026", "nights", "plan"] {
      close(name)
      let outcome = try run("export")
      expectOneNote(outcome, name, 65)
      #expect(outcome.output.hasPrefix(#"{"nightstand":"export","format":1,"whole":false,"entries":["#))
      #expect(outcome.errors.contains("is not in the export, which says that it is not whole"))
      let tables = folder.path + "/home/tables"
      expectOneNote(try run("export", "--format", "csv", "--output", tables, "--force"), name, 65)
      #expect(
        Spawn.read(tables + "/incomplete.txt").contains("the folder \(name) could not be listed".capitalizedStart))
      reopen(name)
      #expect(try run("export", "--format", "csv", "--output", tables, "--force").exitCode == 0)
      #expect(Spawn.read(tables + "/incomplete.txt").isEmpty)
    }
    #expect(try run("export").output == Spawn.read(whole))
    // Whoever imports such a file is told.
    let part = folder.path + "/home/part.json"
    Spawn.write(Spawn.read(whole).replacing("\"format\":1,", with: "\"format\":1,\"whole\":false,"), to: part)
    chmod(part, 0o644)
    let outcome = try run("import", part, "--yes")
    #expect(outcome.exitCode == 65 && outcome.errors.contains("could not be read when it was made"), "\(outcome)")
  }

  @Test func `keeps an import, a correction and an undo from acting on less than there is`() throws {
    let id =
      try run("show", "2026-11-22", "--format", "json").output.split(separator: "\"").map(String.init)
      .last { $0.count == 36 } ?? ""
    let file = folder.path + "/export.json"
    Spawn.write(try run("export").output, to: file)
    chmod(file, 0o644)
    close("nights/2026")
    let importing = try run("import", file, "--yes")
    #expect(
      importing.exitCode == 65 && importing.errors.contains("what is here already cannot be told"), "\(importing)")
    expectOneNote(try run("retract", id), "nights/2026", 65)
    let undoing = try run("undo")
    #expect(undoing.exitCode == 65 && undoing.errors.contains("nights/2026"), "\(undoing)")
    reopen("nights/2026")
    #expect(try run("undo").output.contains("turned left"))
  }

  @Test func `keeps entries aside where the record itself cannot be read, and shows nothing of it`() throws {
    chmod(program.store, 0)
    for words in [
      ["log", "turn", "right", "--at", "2026-11-23T01:10"],
      ["check", "mouth-care", "done", "--at", "2026-11-23T01:20"],
      ["diary", "2026-11-22", "--naps", "20", "--at", "2026-11-23T11:00"],
    ] {
      let outcome = try run(words)
      #expect(outcome.exitCode == 74 && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains("KEPT ASIDE, not in the record yet: "), "\(outcome)")
      #expect(!outcome.errors.contains("damaged; entries are read"), "\(outcome)")
    }
    for words in [["tonight"], ["show", "2026-11-22"], ["export"], ["verify"], ["purge", "--all", "--yes"], ["plan"]] {
      let outcome = try run(words)
      #expect(outcome.exitCode == 65 && outcome.output.isEmpty, "\(words): \(outcome)")
    }
    let lines = try run(["--plain", "--at", "2026-11-23T01:30"], input: "m\nquit\n")
    #expect(
      lines.output.contains("Kept aside, not in the record yet: 01:30 mask on.") && lines.exitCode == 74, "\(lines)")
    #expect(try run(["plan", "turn-interval", "120"]).errors.contains("NOT SAVED: nightstand"))
    chmod(program.store, 0o700)
    #expect(try run(["log", "suction", "--at", "2026-11-23T02:00"]).exitCode == 0)
    let night = try run(["show", "2026-11-22"]).output
    for words in ["turned left", "turned right", "mask on", "suction", "min of naps 20"] {
      #expect(night.contains(words), "\(night)")
    }
    #expect(try run(["verify"]).exitCode == 0)
  }

  @Test func `keeps entries aside where a file stands in the place of the record`() throws {
    let away = folder.path + "/away"
    try Spawn.run("mv", [program.store, away])
    Spawn.write("x", to: program.store)
    let outcome = try run(["log", "turn", "right", "--at", "2026-11-23T01:10"])
    #expect(outcome.exitCode == 73 && outcome.errors.contains("KEPT ASIDE, not in the record yet: "), "\(outcome)")
    #expect(outcome.errors.contains("a file stands where a folder is needed"), "\(outcome)")
    #expect(try run(["purge", "--all", "--yes"]).exitCode == 65 && Spawn.read(program.store) == "x")
    try Spawn.run("rm", [program.store])
    try Spawn.run("mv", [away, program.store])
    #expect(try run(["log", "suction", "--at", "2026-11-23T02:00"]).exitCode == 0)
    #expect(try run(["show", "2026-11-22"]).output.contains("turned right"))
  }

  @Test func `is said by the screens, in lines too`() throws {
    close("nights/2025")
    let outcome = try run("--plain", input: "?\nquit\n")
    #expect(outcome.output.contains("the folder nights/2025 could not be listed"), "\(outcome)")
  }

  @Test func `nights are cut in a report as before where the plan cannot be read`() throws {
    #expect(try run("plan", "split-hour", "18", "--at", "2026-11-01T12:00").exitCode == 0)
    #expect(try run("log", "mask-on", "--at", "2026-11-19T20:00").exitCode == 0)
    #expect(try run("log", "mask-off", "--at", "2026-11-20T15:00").exitCode == 0)
    func mask() throws -> [Substring] {
      try run("report", "--from", "2026-11-19", "--to", "2026-11-19", "--at", "2026-11-23T08:00").output
        .split(separator: "\n").filter { $0.contains("19 h") }
    }
    let whole = try mask()
    #expect(!whole.isEmpty)
    close("plan")
    #expect(try mask() == whole)
    reopen("plan")
  }

  @Test func `one night whose file cannot be opened is neither empty nor silent, on screens and in commands`() throws {
    #expect(try run("plan", "medicine.Lorazepam", "1 mg").exitCode == 0)
    #expect(try run("plan", "medicine.Riluzole", "50 mg").exitCode == 0)
    for (name, date) in [("Lorazepam", "2026-11-15"), ("Lorazepam", "2026-11-18")] {
      #expect(try run("log", "medicine", name, "--at", "\(date)T23:00").exitCode == 0)
    }
    let files = try program.journalFiles().filter { $0.contains("2026-11-18") }
    for file in files { chmod(file, 0) }
    let note = "1 place in the night 2026-11-18 is damaged or could not be read"
    for command in ["tonight", "handover"] {
      let outcome = try run([command] + at)
      let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("Sun 15 Nov 23:00 (7 days) as far as could be read"), "\(outcome)")
      #expect(words.contains("Riluzole: not written as far as could be read"), "\(outcome)")
      #expect(outcome.errors.contains(note), "\(outcome)")
    }
    let list = try #require(
      try run(["--plain"] + at, input: "quit\n").output.split(separator: "\n").first {
        $0.contains("Past nights")
      })
    let number = String(list.drop { $0 == " " }.prefix { $0.isNumber })
    let screens = try run(["--plain"] + at, input: "\(number)\n/\nnowhere\nquit\n").output
    let said = screens.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("as far as could be read"), "\(screens)")
    #expect(said.contains("Wed 18 Nov 2026: nothing that can be read"), "\(screens)")
    #expect(said.contains("Part of the record could not be read; nothing was found in the rest."), "\(screens)")
    #expect(said.contains(note) && !said.contains("Nothing was found."), "\(screens)")
  }
}

/// The built program on a record beside whose files others lie, or of whose files some are gone.
@Suite(.waits) struct `What lies beside the record` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func expectNote(_ words: String?) throws {
    for (arguments, exitCode) in [
      (["show", "2026-11-22"], Int32(0)), (["tonight"], 0), (["nights", "--last", "3"], 0), (["search", "turn"], 0),
      (["report", "--last", "3"], 0), (["export"], words == nil ? 0 : 65),
    ] {
      let outcome = try Spawn.run(
        Program.path, arguments + ["--store", program.store, "--at", "2026-11-23T08:00"],
        environment: program.environment)
      let notes = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("nightstand: note: ") }
      #expect(outcome.exitCode == exitCode && notes.count == (words == nil ? 0 : 1), "\(outcome)")
      if let words { #expect(notes.first?.contains(words) == true, "\(outcome)") }
    }
  }

  @Test func `a conflict copy with an entry more is told by every command, and on Tonight, until the record has it`()
    throws
  {
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    let file = try #require(try program.journalFiles().first)
    let before = Spawn.readBytes(file)
    try program.run("log", "turn", "right", "--at", "2026-11-22T23:20")
    let after = Spawn.readBytes(file)
    let copy = String(file.dropLast(6)) + ".sync-conflict-20261123-021500-ABCDEFG.jsonl"
    Spawn.write(before, to: copy)
    Spawn.write(after, to: folder.path + "/store/nights/2026/._2026-11-22.aaaaaaaa.jsonl")
    try expectNote(nil)
    #expect(try program.run("verify").exitCode == 0)
    Spawn.write(after, to: copy)
    Spawn.write(before, to: file)
    // The file is shorter than this machine left it, too: one thing at a time.
    try Spawn.run("find", [folder.path + "/state", "-name", "marks", "-delete"])
    try expectNote("ABCDEFG.jsonl is not read because of its name and holds 1 entry that is nowhere else in the record")
    let verify = try program.run("verify")
    #expect(verify.exitCode == 65 && verify.output.contains("holds 1 entry that is nowhere else"), "\(verify)")
    let lines = try Spawn.run(
      Program.path, ["--plain", "--store", program.store, "--at", "2026-11-23T02:00"], environment: program.environment,
      input: "?\nquit\n")
    // Lines are at most 72 columns wide.
    let said = lines.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("holds 1 entry that is nowhere else in the record"), "\(lines)")
    Spawn.write(after, to: file)
    try expectNote(nil)
  }

  /// A record whose file lacks an entry that only the bytes given back have.
  private func lacking() throws -> (file: String, whole: [UInt8]) {
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    let file = try #require(try program.journalFiles().first)
    let before = Spawn.readBytes(file)
    try program.run("log", "turn", "right", "--at", "2026-11-22T23:20")
    let whole = Spawn.readBytes(file)
    Spawn.write(before, to: file)
    try Spawn.run("find", [folder.path + "/state", "-name", "marks", "-delete"])
    return (file, whole)
  }

  @Test func `a copy of the whole record in its folder is told only where it holds an entry more`() throws {
    let (file, whole) = try lacking()
    try Spawn.run("cp", ["-a", program.store, folder.path + "/backup"])
    try Spawn.run("mv", [folder.path + "/backup", program.store + "/backup"])
    try expectNote(nil)
    let verify = try program.run("verify")
    #expect(verify.exitCode == 0 && !verify.output.contains("backup"), "\(verify)")
    let name = file.split(separator: "/").suffix(3).joined(separator: "/")
    Spawn.write(whole, to: program.store + "/backup/" + name)
    try expectNote("backup/\(name) is not read because of its place and holds 1 entry that is nowhere else")
  }

  @Test func `a file whose name spells no text is told by its bytes`() throws {
    let (file, whole) = try lacking()
    Spawn.write(whole, to: folder.path + "/whole")
    try Spawn.run(
      "bash",
      [
        "-c", "cp \"$1\" \"$2\"/$'2026-11-22.Ann\\xe4.jsonl'; touch \"$2\"/$'\\xff'", "bash",
        folder.path + "/whole", program.store + "/nights/2026",
      ])
    try expectNote("nights/2026/2026-11-22.Ann‹0xE4›.jsonl is not read because of its name and holds 1 entry")
    Spawn.write(whole, to: file)
    try expectNote(nil)
    let verify = try program.run("verify")
    #expect(verify.exitCode == 0 && verify.output.contains("no file of the record: nights/2026/‹0xFF›"), "\(verify)")
  }

  @Test func `a file of this machine that is gone is told by every command until it is purged`() throws {
    try program.run("log", "turn", "left", "--at", "2026-11-21T23:10")
    try program.run("log", "turn", "right", "--at", "2026-11-22T23:10")
    try Spawn.run("rm", [try #require(try program.journalFiles().first)])
    try expectNote("is gone, with 2 lines that were saved here")
    #expect(try program.run("purge", "2026-11-21").output.contains("not missed any more"))
    try expectNote(nil)
  }
}

extension String {
  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
