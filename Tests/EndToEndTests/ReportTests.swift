import NightModel
import TestSupport
import Testing

@Suite(.waits) struct `The report and the signs from a shell` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  /// Writes a made-up history of some nights.
  private func demo(_ nights: Int) throws {
    let outcome = try Spawn.run(
      Program.path, ["demo", "--nights", "\(nights)", "--store", program.store, "--at", "2026-11-23T15:00"],
      environment: program.environment)
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
  }

  private func run(_ arguments: String...) throws -> Spawn.Outcome {
    try Spawn.run(
      Program.path, ["--store", program.store, "--at", "2026-11-23T15:00"] + arguments,
      environment: program.environment)
  }

  @Test func `a report is written whole, is its owner's alone, and replaces nothing unasked`() throws {
    try demo(90)
    let path = folder.path + "/report.html"
    let written = try run("report", "--last", "90", "--format", "html", "--output", path)
    #expect(written.exitCode == 0 && written.output.contains("90 nights"), "\(written)")
    let page = Spawn.read(path)
    #expect(page.contains("MADE-UP PERSON") && page.hasSuffix("</html>\n"))
    #expect(try Spawn.run("stat", ["-c", "%a", path]).output == "600\n")
    let again = try run("report", "--output", path)
    #expect(again.exitCode == 73 && again.errors.contains("--force") && Spawn.read(path) == page)
    #expect(try run("report", "--output", path, "--force").exitCode == 0)
    #expect(Spawn.read(path).hasPrefix("NIGHTS OF MADE-UP PERSON"))
    #expect(try run("report", "--output", folder.path).exitCode == 73)
    #expect(try run("report", "--output", folder.path + "/no/such/folder.txt").exitCode == 73)
    let left = try Spawn.run("ls", ["-A", folder.path]).output.split(separator: "\n")
    #expect(!left.contains { $0.hasSuffix(".unfinished") }, "\(left)")
  }

  @Test func `where it cannot be written whole nothing is left, and what lay there stays`() throws {
    try demo(30)
    let path = folder.path + "/report.html"
    Spawn.write("mine", to: path)
    // The shell's limit makes the write fail midway, as a full disk does.
    let command =
      "ulimit -f 8; exec '\(Program.path)' report --store '\(program.store)' --at 2026-11-23T15:00 "
      + "--format html --output '\(path)' --force"
    let outcome = try Spawn.run("bash", ["-c", command], environment: program.environment)
    #expect(outcome.exitCode == 74 && outcome.errors.contains("nothing was replaced"), "\(outcome)")
    #expect(Spawn.read(path) == "mine")
    let left = try Spawn.run("ls", ["-A", folder.path]).output.split(separator: "\n").filter { $0.contains("report") }
    #expect(left.count == 1, "\(left)")
  }

  @Test func `spans and sections that make no sense are refused with a sentence`() throws {
    let nothing = try run("report")
    #expect(nothing.exitCode == 1 && nothing.errors.contains("nothing is recorded yet"))
    try demo(10)
    for (arguments, code, part) in [
      (["--from", "2026-11-20", "--to", "2026-11-10"], Int32(64), "swap them"),
      (["--from", "2027-01-01"], 1, "still to come"),
      (["--from", "2027-01-01", "--to", "2027-01-02"], 1, "still to come"),
      (["--from", "2020-01-01", "--to", "2020-01-02"], 1, "before the record"),
      (["--without", "weather"], 64, "section"), (["--last", "0"], 64, "--last"),
    ] {
      let outcome = try Spawn.run(
        Program.path, ["report", "--store", program.store, "--at", "2026-11-23T15:00"] + arguments,
        environment: program.environment)
      #expect(outcome.exitCode == code && outcome.errors.contains(part), "\(arguments): \(outcome)")
    }
    // Tonight, of which nothing is written yet, is no night after the last.
    let tonight = try run("report", "--from", "2026-11-23")
    #expect(tonight.exitCode == 0 && tonight.output.contains("Recorded: 0 of 1."), "\(tonight)")
    #expect(try run("nights", "--from", "2026-11-23").output.contains("Mon 23 Nov 2026"))
    let text = try run("report", "--last", "10", "--without", "breathing", "signs", "--no-names")
    #expect(text.exitCode == 0 && !text.output.contains("BREATHING") && text.output.contains("MADE-UP PERSON"))
  }

  @Test func `damaged nights are told of, and the rest is there`() throws {
    try demo(10)
    let file = try #require(try program.journalFiles().last { $0.contains("/nights/") })
    Spawn.write(Spawn.read(file).replacing("\"k\":\"diary\"", with: "\"k\":\"diarx\""), to: file)
    let outcome = try run("report", "--last", "10")
    let flat = outcome.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(flat.contains("Part of 1 night could not be read and is missing here"), "\(outcome)")
    #expect(outcome.errors.contains("nightstand verify") && outcome.exitCode == 0)
  }

  @Test func `signs are told with their nights, the team is told from a shell, and they stand in the list of nights`()
    throws
  {
    for day in 20...22 {
      let outcome = try Spawn.run(
        Program.path,
        [
          "diary", "2026-11-\(day)", "--headache", "yes", "--store", program.store, "--at",
          "2026-11-\(day == 22 ? 22 : day + 1)T\(day == 22 ? "23" : "08"):00",
        ],
        environment: program.environment)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    func flat(_ text: String) -> String { text.split { $0 == "\n" || $0 == " " }.joined(separator: " ") }
    let found = flat(try run("signs").output)
    #expect(found.contains("Nobody has checked this list against tonight."))
    #expect(
      found.contains("CALL TODAY Headache on waking: 3 of the last 3 nights looked at, since 22 Nov."), "\(found)")
    #expect(found.contains("Fri 20 Nov, Sat 21 Nov, Sun 22 Nov") && found.contains("The threshold is our own."))
    #expect(found.contains("Massachusetts General Hospital"))
    let nights = try run("nights", "--last", "3", "--format", "json").output
    #expect(nights.contains(#""night":"2026-11-22""#) && nights.contains(#""signs":["morning-headaches"]"#))
    #expect(nights.contains(#""signs":[]"#))
    #expect(found.contains("nightstand plan told.headache-mornings today"))
    #expect(try run("plan", "told.headache-mornings", "today").exitCode == 0)
    let told = flat(try run("signs").output)
    #expect(told.contains("TEAM WAS TOLD Still: headache on waking") && !told.contains("CALL TODAY"), "\(told)")
    #expect(flat(try run("report", "--last", "3").output).contains("Team told Mon 23 Nov."))
    #expect(try run("undo").exitCode == 0)
    #expect(flat(try run("signs").output) == found)
    #expect(!flat(try run("report", "--last", "3").output).contains("Team told"))
    #expect(try run("redo").exitCode == 0)
    #expect(flat(try run("signs").output) == told)
    #expect(flat(try run("report", "--last", "3").output).contains("Team told Mon 23 Nov."))
    #expect(try run("undo").exitCode == 0)
    #expect(try run("plan", "told.headache-mornings", "some day").exitCode == 64)
    #expect(try run("plan", "told.no-such-rule", "today").exitCode == 64)
    let all = try run("signs", "--all").output
    #expect(all.contains("(morning-headaches)") && all.contains("(headache-mornings)"))
    #expect(try run("plan", "closed", "yes").exitCode == 0)
    let closed = try run("signs").output
    #expect(!closed.contains("CALL TODAY") && !closed.contains("Looked at"))
    let quiet = try run("nights", "--last", "3", "--format", "json").output
    #expect(!quiet.contains("morning-headaches"))
  }
}

extension String {
  /// With every place where a part stands changed.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var changed = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(part) {
        changed += other
        rest = rest.dropFirst(part.count)
      } else {
        changed.append(first)
        rest = rest.dropFirst()
      }
    }
    return changed
  }
}
