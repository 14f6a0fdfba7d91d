import Glibc
import TestSupport
import Testing

/// Keys as they come over a slow line: in pieces, with pauses. Here the pauses are what is tested.
@Suite(.waits) struct `A slow line` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  private func send(_ pieces: [(bytes: String, pause: UInt32)], to person: Person) throws {
    for piece in pieces {
      try person.terminal.sendBytes(Array(piece.bytes.utf8))
      usleep(piece.pause * 1000)
    }
  }

  /// What was written, once one more key has been answered.
  private func written(_ person: Person) throws -> [String] {
    try person.terminal.send("F2")
    try person.terminal.wait(for: "the card") { $0.hasPrefix(" Emergency card") }
    let shown = try program.run("show", "2026-11-22", "--format", "json").output
    return shown.split(separator: "\"kind\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func `a paste that pauses for longer than a second writes nothing`() throws {
    try Person.sits(at: program) { person in
      try send([("\u{1B}[200~the ", 1200), ("lrbsmo", 1200), ("\u{1B}[201~", 0)], to: person)
      #expect(try written(person) == [])
    }
  }

  @Test func `an arrow in pieces writes nothing, however long the pause`() throws {
    try Person.sits(at: program) { person in
      // From a page, where Esc goes back to Tonight and B would be a turn.
      for arrow in ["[B", "OB"] {
        for pause: UInt32 in [50, 120, 450] {
          try person.terminal.send("F1")
          try send([("\u{1B}", pause), (arrow, 50)], to: person)
        }
      }
      #expect(try written(person) == [])
    }
  }

  @Test func `the number pad in application mode types digits, signs and Enter`() throws {
    try Person.sits(at: program) { person in
      try person.press("g")
      try person.terminal.sendBytes(Array("\u{1B}Ov".utf8))
      try person.terminal.wait(for: "the grade") { $0.contains("Cramp 6") }
      try person.terminal.sendBytes(Array("\u{1B}Om".utf8))
      try person.terminal.wait(for: "the time") { $0.contains("Moved 5 min earlier: 02:10 Cramp 6") }
      try person.terminal.sendBytes(Array("\u{1B}Ok".utf8))
      try person.terminal.wait(for: "the time") { $0.contains("Moved 5 min later: 02:15 Cramp 6") }
      try person.terminal.sendBytes(Array("\u{1B}Oq".utf8))
      try person.terminal.wait(for: "the first line of the list") { !$0.contains("Moved 5 min") }
    }
  }
}
