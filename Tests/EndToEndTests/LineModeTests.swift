import TestSupport
import Testing

/// Where there is no terminal that can place text, the built program speaks in lines, and never gives up.
@Suite(.waits) struct `Speaking in lines` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  @Test func `without a terminal it speaks in lines and ends well at the end of input`() throws {
    for input in ["", "l\n", "nonsense\n99\n\n", "9\n", "quit\n"] {
      let outcome = try Spawn.run(
        Program.path, ["--store", program.store], environment: program.environment, input: input)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("1 Mark this moment"))
      #expect(!outcome.output.contains("\u{1B}"))
    }
    #expect(try program.run("show", "tonight").output.contains("turned left"))
  }

  @Test func `ACCESSIBLE=0 asks for nothing, so the screen is filled`() throws {
    try Person.sits(at: program, environment: ["ACCESSIBLE": "0"]) { person in
      let fills = try person.terminal.isAlternateScreen
      #expect(fills)
    }
  }

  @Test(arguments: [("TERM", "nonsense"), ("TERM", "dumb"), ("TERM", ""), ("ACCESSIBLE", "1")])
  func `in a terminal it cannot or should not fill, too`(variable: String, value: String) throws {
    let words = ["env", "\(variable)=\(value)", Program.path, "--store", program.store]
    try program.passFirstQuestions()
    try RealTerminal.run(environment: program.environment, command: words) { terminal in
      let screen = try terminal.wait(for: "the prompt") { $0.contains("Choose:") }
      #expect(screen.contains("Mark this moment") || screen.contains("Leave Nightstand"))
      try terminal.type("m\n")
      try terminal.wait(for: "the answer") { $0.contains("mask on") }
      try terminal.type("quit\n")
      #expect(try terminal.waitForExit() == 0)
      #expect(terminal.stream.allSatisfy { $0 != 0x1B } || variable != "TERM")
    }
  }

  @Test func `what is written elsewhere is told while it waits at any prompt`() throws {
    try program.passFirstQuestions()
    let words = [Program.path, "--plain", "--store", program.store, "--by", "MK"]
    try RealTerminal.run(environment: program.environment, command: words) { terminal in
      try terminal.wait(for: "the prompt") { $0.contains("Choose:") }
      try program.run("log", "cramp", "6", "--by", "ZZ")
      let told = try terminal.wait(for: "the news") { $0.contains("From elsewhere:") }
      #expect(told.contains("Cramp 6 · ZZ\nChoose:"), "\(told)")
      try terminal.type("l\n")
      try terminal.wait(for: "the entry") { $0.contains("turned left.") }
      try terminal.type("n\n")
      try terminal.wait(for: "the field") { $0.contains("Note:") }
      try program.run("log", "woke", "--by", "ZZ")
      try terminal.wait(for: "more news") { $0.contains("woke · ZZ\nNote:") }
      try terminal.type("as it was\n")
      try terminal.wait(for: "the note") { $0.contains("turned left, as it was.") }
      #expect(try terminal.screen.count(of: "From elsewhere") == 2)
      try terminal.type("quit\n")
      #expect(try terminal.waitForExit() == 0)
    }
  }
}

extension String {
  /// How often some words stand in it.
  fileprivate func count(of words: String) -> Int {
    split(separator: words, omittingEmptySubsequences: false).count - 1
  }
}
