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
}
