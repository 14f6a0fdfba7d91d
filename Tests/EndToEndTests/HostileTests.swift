import NightModel
import TestSupport
import Testing
import Text

/// Bytes that steer terminals, in a record from elsewhere, in file names and in arguments: the built program lets none out.
@Suite(.waits) struct `Nothing steers the terminal` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }
  /// Sets the window's title, turns the direction, stands where nobody sees it, colours.
  private static let sly = "x\u{1B}]0;pwned\u{7}\u{202E}y\u{200B}\u{9B}31mz"

  private func expectText(_ outcome: Spawn.Outcome, _ what: String) {
    for text in [outcome.output, outcome.errors] {
      let harm = text.unicodeScalars.filter { scalar in
        scalar.value < 0x20 && scalar != "\n" || 0x7F...0x9F ~= scalar.value
          || [0x202E, 0x200B, 0x2066, 0xFEFF].contains(scalar.value)
      }
      #expect(harm.isEmpty, "\(what): \(text.debugDescription)")
    }
  }

  /// An export as somebody who means harm, or a newer program, might write it.
  private func importHostile() throws {
    let sly = JSON.string(Self.sly).description
    let lines = [
      ("2026-11-22", "check", #""item":\#(sly),"state":\#(sly)"#), ("2026-11-22", "environment", #""item":\#(sly)"#),
      ("2026-11-22", "symptom", #""kind":\#(sly),"note":\#(sly)"#),
      ("2026-11-22", "event", #""kind":"medicine","what":\#(sly)"#),
      ("2026-11-22", "event", #""kind":"turn","side":\#(sly)"#), ("2026-11-22", "note", #""note":\#(sly)"#),
      ("plan", "plan", #""key":"card.wishes","to":\#(sly)"#), ("plan", "plan", #""key":"person","to":\#(sly)"#),
    ].enumerated().map { number, line in
      #"{"in":"\#(line.0)","entry":{"v":1,"id":"01a203d5-5874-7da4-9f72-6e1d6365dc0\#(number)","#
        + #""h":"01a203d55874.000\#(number).zzzzzzzz","at":"2026-11-22T23:1\#(number):00.000+01:00","tz":\#(sly),"#
        + #""by":\#(sly),"k":"\#(line.1)","d":{\#(line.2)}}}"#
    }
    let file = folder.path + "/in.json"
    Spawn.write(
      #"{"nightstand":"export","format":1,"entries":["# + "\n" + lines.joined(separator: ",\n") + "\n]}\n", to: file)
    let taken = try program.run("import", file, "--yes")
    #expect(taken.exitCode == 0 && taken.output.contains("imported: 8 entries"), "\(taken)")
    expectText(taken, "import")
  }

  @Test func `whatever an import brought, every command shows as text`() throws {
    try importHostile()
    let at = ["--at", "2026-11-23T02:00"]
    for (arguments, words) in [
      (["card"], "‹U+202E›y‹U+200B›"), (["show", "2026-11-22"], "‹U+202E›y‹U+200B›"),
      (["tonight"], "‹U+202E›y‹U+200B›"), (["search", "looked"], "x ]0;pwned ‹U+202E›y‹U+200B› 31mz: looked at"),
    ] {
      let outcome = try program.run(under: ["env"], arguments + at)
      #expect(outcome.output.contains(words), "\(arguments): \(outcome)")
    }
    let tables = folder.path + "/tables"
    #expect(try program.run("export", "--format", "csv", "--output", tables).exitCode == 0)
    let rows = Spawn.read(tables + "/entries.csv")
    #expect(rows.contains("x ]0;pwned ‹U+202E›y‹U+200B› 31mz") && !rows.utf8.contains(0x1B), "\(rows)")
    let kept = try Spawn.run("find", [folder.path + "/state", "-name", "card.txt", "-exec", "cat", "{}", "+"])
    #expect(kept.output.contains("‹U+202E›y‹U+200B›"), "\(kept)")
    expectText(kept, "card.txt")
    for arguments in [
      ["search", "z"], ["show", "2026-11-22"], ["show", "2026-11-22", "--format", "json"], ["nights"], ["tonight"],
      ["card"],
      ["handover"], ["plan"], ["plan", "card.wishes"], ["signs"], ["report"], ["report", "--format", "html"],
      ["export"],
      ["undo"], ["redo"], ["verify"], ["--plain"],
    ] {
      let outcome = try Spawn.run(
        Program.path, ["--store", program.store] + arguments + at, environment: program.environment,
        input: "card\nundo\nquit\n")
      #expect(outcome.exitCode != 64, "\(arguments) \(outcome)")
      expectText(outcome, "\(arguments)")
    }
  }

  @Test func `the name of a file is text`() throws {
    try program.run("log", "turn", "--at", "2026-11-22T23:10")
    let night = try #require(try program.journalFiles().first?.split(separator: "/").dropLast().joined(separator: "/"))
    for name in ["\(Self.sly).jsonl", "2026-11-22.\(Self.sly).jsonl"] { Spawn.write("x\n", to: "/\(night)/\(name)") }
    for arguments in [["verify"], ["show", "2026-11-22"], ["export"], ["search", "turn"]] {
      expectText(try program.run(under: ["env"], arguments), "\(arguments)")
    }
    #expect(try program.run("verify").output.contains("pwned"))
    expectText(try program.run("import", folder.path + "/\(Self.sly)"), "import")
    expectText(try program.run("log", "--from", folder.path + "/\(Self.sly)"), "log --from")
    let elsewhere = folder.path + "/\(Self.sly)"
    for arguments in [["verify"], ["tonight"], ["export"], ["plan"]] {
      expectText(
        try Spawn.run(Program.path, arguments + ["--store", elsewhere], environment: program.environment), "--store")
    }
  }

  @Test func `an argument is text, in the parser's own messages too`() throws {
    let sly = Self.sly
    for arguments in [
      ["--\(sly)"], [sly], ["log", sly], ["log", "turn", "--\(sly)"], ["log", "turn", sly],
      ["log", "turn", "left", sly],
      ["show", sly], ["show", "--format", sly], ["nights", "--last", sly], ["check", sly, "done"],
      ["check", "mouth-care", sly],
      ["plan", sly, "x"], ["plan", "person.\(sly)", "x"], ["edit", sly, "a=b"], ["edit", "abcdef0123", sly],

      ["search", "kind:\(sly)"], ["guide", sly], ["guide", "--search", sly], ["export", "--format", sly],
      ["log", "turn", "--at", sly],
      ["log", "turn", "--by", sly], ["help", sly], ["diary", sly], ["purge", sly], ["report", "--from", sly],
      ["log", "turn", "--store"], ["retract", sly], ["undo", "--by", sly], ["import", sly],
    ] {
      let outcome = try program.run(under: ["env"], arguments)
      #expect(outcome.exitCode == 64 || outcome.exitCode == 1 || outcome.exitCode == 65, "\(arguments): \(outcome)")
      #expect(!outcome.errors.isEmpty, "\(arguments)")
      expectText(outcome, "\(arguments)")
    }
    #expect(try program.run("log", "turn", "--\(sly)").errors.contains("Unknown option '--x ]0;pwned ‹U+202E›"))
    #expect(try program.run("--version").output == "0.1.0\n")
    #expect(try program.run("log", "--help").output.hasPrefix("OVERVIEW: "))
  }
}
