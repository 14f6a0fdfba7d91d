import NightModel
import TestSupport
import Testing
import Text

/// `export` and `import` as a person or a script uses them.
@Suite(.waits) struct `Export and import` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }
  private var other: String { folder.path + "/other" }

  @discardableResult
  private func run(_ arguments: String..., input: String? = nil) throws -> Spawn.Outcome {
    try Spawn.run(Program.path, arguments, environment: program.environment, input: input)
  }

  private func fill() throws -> String {
    try run("demo", "--nights", "20", "--store", program.store, "--at", "2026-11-22T15:00")
    let file = folder.path + "/a.json"
    #expect(try program.run("export", "--output", file).exitCode == 0)
    return file
  }

  @Test func `a record goes out, into an empty one and out again byte for byte, and once more is nothing`() throws {
    let file = try fill()
    let text = Spawn.read(file)
    #expect(JSON(Array(text.utf8)[...]) != nil && !text.contains(folder.path))
    #expect(try program.run("export").output == text)
    let refused = try run("import", file, "--store", other, input: "no\n")
    #expect(refused.exitCode == 1 && refused.output.contains("To be imported: "))
    #expect(try run("export", "--store", other).exitCode == 1)
    let taken = try run("import", file, "--store", other, input: "yes\n")
    #expect(taken.exitCode == 0 && taken.output.contains("imported: "), "\(taken.errors)")
    #expect(try run("export", "--store", other).output == text)
    let again = try run("import", file, "--store", other, "--yes")
    #expect(again.exitCode == 0 && again.output.contains("imported: nothing"))
    #expect(try run("import", "-", "--store", other, "--yes", input: text).output.contains("imported: nothing"))
    #expect(try run("verify", "--store", other).exitCode == 0)
    #expect(try run("undo", "--store", other).output.contains("taken back"))
    #expect(try run("nights", "--last", "1", "--store", other, "--at", "2026-11-22T15:00").output.contains("0 of 1"))
  }

  @Test func `what is here already is put on the disk before an import says so`() throws {
    func export(_ words: [String]) throws -> String {
      try program.run(["--at", "2026-11-22T23:00", "log"] + words)
      let file = folder.path + "/\(words.count).json"
      try program.run("export", "--output", file)
      return file
    }
    let (first, both) = (try export(["suction"]), try export(["turn", "left"]))
    try run("import", first, "--store", other, "--yes")
    let night = try #require(
      try Spawn.run("find", [other, "-name", "2026-11-22.*.jsonl"]).output.split(separator: "\n").first)
    for (file, answer) in [(first, "imported: nothing"), (both, "imported: 1 entry")] {
      let trace = folder.path + "/trace"
      let words = [Program.path, "import", file, "--store", other, "--yes"]
      let told = try Spawn.run(
        "strace", ["-f", "-qq", "-y", "-o", trace, "-e", "trace=write,fdatasync"] + words,
        environment: program.environment)
      #expect(told.output.contains(answer), "\(told)")
      let calls = Spawn.read(trace).split(separator: "\n")
      let synced = try #require(calls.firstIndex { $0.contains("fdatasync(") && $0.contains(night) })
      let first = calls.firstIndex { $0.contains("write(") && $0.contains(".jsonl>") || $0.contains("write(1<") }
      #expect(synced < (first ?? 0))
    }
  }

  @Test func `the record of somebody else is called that, and is taken in only by whoever was asked`() throws {
    let file = try fill()
    try run("plan", "person", "MADE-UP OTHER", "--store", other, "--at", "2026-11-22T15:00")
    let refused = try run("import", file, "--store", other, "--yes")
    #expect(refused.exitCode == 64 && refused.errors.contains("kept for MADE-UP PERSON"), "\(refused.errors)")
    #expect(refused.errors.contains("nothing was imported") && refused.output.isEmpty, "\(refused.output)")
    let asked = try run("import", file, "--store", other, input: "no\n")
    #expect(asked.output.contains("TWO PEOPLE: the file is kept for MADE-UP PERSON, the record for MADE-UP OTHER."))
    #expect(try run("import", file, "--store", other, input: "yes\n").output.contains("imported: "))
    // One's own again is nobody else's.
    #expect(try run("import", file, "--store", program.store, "--yes").exitCode == 0)
  }

  @Test func `what cannot be understood is listed by its line, the rest is taken, and the exit code says so`() throws {
    let file = try fill()
    var lines = Spawn.read(file).split(separator: "\n").map(String.init)
    lines[3] = "{\"in\":\"plan\",\"entry\":{\"v\":1,\"id\":"
    lines.removeLast(2)
    Spawn.write(lines.joined(separator: "\n") + "\n", to: file)
    let outcome = try run("import", file, "--store", other, input: "yes\n")
    #expect(outcome.exitCode == 65 && outcome.output.contains("\n  line 4: not readable"))
    #expect(outcome.output.contains("The end of the file is missing"))
    #expect(outcome.output.contains("imported: \(lines.count - 2) entries"), "\(outcome.output)")
  }

  @Test func `what is one is told as one`() throws {
    let file = folder.path + "/one.json"
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10", "--by", "MK")
    try program.run("log", "cramp", "3", "--at", "2026-11-22T23:12")
    try program.run("log", "note", "--note", "we sang", "--at", "2026-11-22T23:14")
    try program.run("check", "heels-free", "done", "--at", "2026-11-22T23:15")
    try program.run("check", "room-dark", "in-place", "--at", "2026-11-22T23:16")
    try program.run("diary", "2026-11-22", "--into-bed", "22:00", "--at", "2026-11-23T07:00")
    try program.run("carer", "2026-11-22", "--up", "2", "--at", "2026-11-23T07:00")
    #expect(try program.run("export", "--format", "json", "--output", file).exitCode == 0)
    // The one setting is the starter routine, with which a new record begins.
    let told = try run("import", file, "--store", other, input: "no\n").output
    for words in ["1 event", "1 symptom", "1 note", "1 morning diary", "1 caregiver's night", "1 setting"] {
      #expect(told.contains("  \(words)\n"), "\(words): \(told)")
    }
    #expect(told.contains("  1 checklist answer\n"), "\(told)")
    try program.run("log", "turn", "right", "--at", "2026-11-22T23:40")
    #expect(try program.run("export", "--format", "json", "--output", file, "--force").exitCode == 0)
    #expect(try run("import", file, "--store", other, input: "no\n").output.contains("  2 events\n"))
  }

  @Test func `tables are written as a folder, and nothing that is there is touched`() throws {
    _ = try fill()
    try program.run("log", "note", "--note", "=2+2, \"π\" €", "--at", "2026-11-22T23:00")
    let tables = folder.path + "/tables"
    #expect(try program.run("export", "--format", "csv", "--output", tables).exitCode == 0)
    let entries = Spawn.read(tables + "/entries.csv")
    #expect(entries.contains("\"'=2+2, \"\"π\"\" €\""))
    let nights = Spawn.read(tables + "/nights.csv")
    let listed = try program.run("nights", "--from", "2026-11-02", "--to", "2026-11-22", "--format", "csv").output
    #expect(nights.unicodeScalars.dropFirst().elementsEqual(listed.unicodeScalars))
    let again = try program.run("export", "--format", "csv", "--output", tables)
    #expect(again.exitCode == 73 && again.errors.contains("already there"))
    #expect(try program.run("export", "--format", "csv", "--output", tables, "--force").exitCode == 0)
    #expect(try run("import", tables + "/nights.csv", "--store", other).errors.contains("no export of Nightstand"))
  }

  @Test func `wrong usage and places that cannot be written are one sentence each`() throws {
    let file = try fill()
    for arguments in [
      ["export", "--format", "csv"], ["export", "--force"], ["export", "--output", ""], ["export", "--format", "xml"],
      ["export", "--schema", "--output", "x"], ["import"], ["import", file, file], ["export", "left"],
    ] {
      let outcome = try Spawn.run(
        Program.path, arguments + ["--store", program.store], environment: program.environment)
      #expect(outcome.exitCode == 64 && outcome.output.isEmpty, "\(arguments): \(outcome)")
    }
    for (arguments, code) in [
      (["export", "--output", folder.path + "/none/a.json"], Int32(73)), (["export", "--output", "/proc/a"], 73),
      (["export", "--output", file], 73), (["export", "--output", folder.path], 73),
      (["import", folder.path + "/none"], 65), (["import", folder.path], 65), (["import", "/dev/null"], 1),
    ] {
      let outcome = try Spawn.run(
        Program.path, arguments + ["--store", program.store], environment: program.environment)
      #expect(outcome.exitCode == code, "\(arguments): \(outcome)")
      #expect(outcome.errors.hasPrefix("nightstand: ") && outcome.errors.split(separator: "\n").count == 1)
    }
    try program.run("plan", "closed", "yes")
    let closed = try program.run("import", file, "--yes")
    #expect(closed.exitCode == 1 && closed.errors.contains("closed"))
    #expect(try run("export", "--schema").output == Checkout.text("Resources/Export/export.schema.json"))
  }

  @Test func `damage is told, and the rest is exported`() throws {
    _ = try fill()
    let path = try #require(try program.journalFiles().last { $0.contains("/nights/") })
    let text = Spawn.read(path)
    Spawn.write(text.replacing("\"mask-on\"", with: "\"mask-of\""), to: path)
    let outcome = try program.run("export", "--output", folder.path + "/b.json")
    #expect(outcome.exitCode == 65 && outcome.errors.contains("not in the export"))
    #expect(JSON(Spawn.readBytes(folder.path + "/b.json")[...]) != nil)
  }
}
