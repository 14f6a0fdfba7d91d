import Glibc
import TestSupport
import Testing

/// The built program on a record that it cannot read whole, run by somebody whom permissions bind.
@Suite struct `What cannot be listed` {
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

  @Test func `is said by every command that shows nights, once`() throws {
    close("nights/2026")
    for arguments in [
      ["show", "2026-11-22"], ["show", "2026-11-22", "--format", "json"], ["nights", "--last", "5"],
      ["search", "turn"],
      ["report", "--last", "5"], ["report", "--last", "5", "--format", "html"], ["tonight"], ["handover"], ["signs"],
    ] {
      expectOneNote(try run(arguments + at), "nights/2026")
    }
    let page = try run("report", "--last", "3", "--at", "2026-11-23T08:00").output
    #expect(page.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("3 nights could not be read"))
    reopen("nights/2026")
    #expect(try run("show", "2026-11-22").errors.isEmpty)
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

  @Test func `is said by the screens, in lines too`() throws {
    close("nights/2025")
    let outcome = try run("--plain", input: "?\nquit\n")
    #expect(outcome.output.contains("the folder nights/2025 could not be listed"), "\(outcome)")
  }
}

extension String {
  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
