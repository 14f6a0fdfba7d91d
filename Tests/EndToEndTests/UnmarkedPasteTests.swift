import TestSupport
import Testing

/// Pasting into a terminal that marks no pastes, where each line end is the same byte as Enter.
@Suite(.waits) struct `A paste that nothing marks` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  /// Lines that would be commands as keys: they answer, undo, go back and log.
  private static let page = "Turned her at two.\nu0 1 9 4 m s\n\nshe said 7, then 3\n"

  @Test func `a page pasted into a note is its text, and no key of it acts`() throws {
    try Person.sits(at: program) { person in
      try person.press("s", "n")
      try person.terminal.pasteUnmarked(Self.page)
      try person.terminal.wait(for: "the text") { $0.contains("she said 7, then 3") }
      #expect(person.focus.screen == "text")
      try person.press("Enter")
      try person.terminal.wait(for: "the note") { $0.contains("suction") && $0.contains("Turned her at two.") }
    }
    let shown = try program.run("show", "2026-11-22", "--format", "json").output
    #expect(shown.components(of: "\"kind\":") == 1 && shown.contains("Turned her at two."), "\(shown)")
  }

  @Test func `ten thousand characters are one paste, and the card is there at once after it`() throws {
    try Person.sits(at: program) { person in
      try person.press("s", "n")
      try person.terminal.pasteUnmarked(String(repeating: Self.page, count: 160))
      try person.terminal.send("F2")
      try person.terminal.wait(for: "the card") { $0.hasPrefix(" Emergency card") }
    }
    let shown = try program.run("show", "2026-11-22", "--format", "json").output
    #expect(shown.components(of: "\"kind\":") == 1, "\(shown)")
  }

  @Test func `on Tonight it is asked about, and on a page it is nothing`() throws {
    try Person.sits(at: program) { person in
      try person.terminal.pasteUnmarked(Self.page)
      try person.terminal.wait(for: "the question") { $0.contains("You typed") && $0.contains("It was a note") }
      try person.press("0")
    }
    try Person.sits(at: program) { person in
      try person.press("F2")
      try person.terminal.pasteUnmarked(Self.page)
      try person.terminal.wait(for: "that it is nothing") { $0.contains("belongs in no field") }
      try person.press("F1")
      #expect(person.focus.screen == "help")
    }
    let shown = try program.run("show", "2026-11-22", "--format", "json").output
    #expect(shown.components(of: "\"kind\":") == 0, "\(shown)")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
