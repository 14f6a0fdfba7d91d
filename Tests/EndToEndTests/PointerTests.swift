import Glibc
import TestSupport
import Testing

/// The pointer of a real terminal: when the program listens to it, and that a click arrives.
@Suite(.waits) struct `The pointer of a terminal` {
  private static let on = "\u{1B}[?1000;1006h"
  private static let off = "\u{1B}[?1006;1000l"
  private static let otherScreen = (on: "\u{1B}[?1049h", off: "\u{1B}[?1049l")

  private let folder = TemporaryFolder()

  /// The program with the pointer in use, or not.
  private func program(_ use: String?) throws -> Program {
    let program = Program(in: folder.path)
    try program.passFirstQuestions()
    if let use { try #expect(program.run("plan", "pointer", use, "--at", "2026-11-22T12:00").exitCode == 0) }
    return program
  }

  /// What the program asked of the terminal, in order.
  private func asked(_ terminal: RealTerminal) -> [String] {
    let stream = String(decoding: terminal.stream, as: UTF8.self)
    var (asked, rest): ([String], Substring) = ([], stream[...])
    let names = [Self.on: "on", Self.off: "off", Self.otherScreen.on: "screen", Self.otherScreen.off: "back"]
    while let start = rest.firstIndex(of: "\u{1B}") {
      rest = rest[start...]
      let found = names.first { rest.hasPrefix($0.key) }
      if let found { asked.append(found.value) }
      rest = rest.dropFirst(found?.key.count ?? 1)
    }
    return asked
  }

  @Test func `it is listened to once the screen is there, also after a stop, and no more once it is given back`() throws
  {
    let program = try program("click")
    try Person.sits(at: program) { person in
      let terminal = person.terminal
      #expect(asked(terminal) == ["screen", "on"])
      try terminal.send("Ctrl-Z")
      try terminal.wait(for: "the program to stop") { $0.contains("stopped") }
      #expect(asked(terminal) == ["screen", "on", "off", "back"])
      try terminal.resume()
      try terminal.wait(for: "the screen again") { $0.contains("Mark moment") }
      #expect(asked(terminal) == ["screen", "on", "off", "back", "screen", "on"])
      try terminal.send("Ctrl-C")
      try terminal.wait(for: "the question") { $0.contains("Leave Nightstand?") }
      try terminal.send("2")
      #expect(try terminal.waitForExit() == 0)
      #expect(asked(terminal) == ["screen", "on", "off", "back", "screen", "on", "off", "back"])
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGILL])
  func `asked to end or crashed, the program leaves the pointer as it was`(signal: Int32) throws {
    let program = try program("switch")
    try Person.sits(at: program) { person in
      #expect(asked(person.terminal) == ["screen", "on"])
      kill(try person.terminal.processID, signal)
      try person.terminal.waitForExit()
      #expect(asked(person.terminal) == ["screen", "on", "off", "back"])
    }
  }

  @Test func `the setting counts from when it is chosen`() throws {
    let program = try program(nil)
    try Person.sits(at: program) { person in
      #expect(asked(person.terminal) == ["screen"])
      for label in ["Plan", "Settings", "Mouse or pointer", "A click chooses what it is on"] {
        try person.choose(label)
      }
      #expect(asked(person.terminal) == ["screen", "on"])
      try person.press("u")
      #expect(asked(person.terminal) == ["screen", "on", "off"])
      kill(try person.terminal.processID, SIGSEGV)
      try person.terminal.waitForExit()
      #expect(asked(person.terminal) == ["screen", "on", "off", "back"])
    }
  }

  @Test(arguments: ["linux", "vt100", "vt220"])
  func `a terminal without a pointer is asked nothing`(term: String) throws {
    let program = try program("click")
    try Person.sits(at: program, term: term) { person in
      try person.press("l")
      kill(try person.terminal.processID, SIGTERM)
      try person.terminal.waitForExit()
      #expect(!asked(person.terminal).contains("on") && !asked(person.terminal).contains("off"))
      #expect(!String(decoding: person.terminal.stream, as: UTF8.self).contains("1000"))
    }
  }

  @Test func `a click on a line that is seen chooses it`() throws {
    let program = try program("click")
    try Person.sits(at: program) { person in
      try click("Mark moment", person.terminal)
      try person.terminal.wait(for: "the entry") { $0.contains("Saved 02:15 marked this moment.") }
      usleep(800_000)
      try click("More", person.terminal, isOld: true)
      try person.terminal.wait(for: "More") { $0.contains("Looked asleep") }
      // The right button, anywhere.
      try person.terminal.sendBytes(Array("\u{1B}[<2;1;1M\u{1B}[<2;1;1m".utf8))
      try person.terminal.wait(for: "Tonight") { $0.contains("Mark moment") }
    }
  }

  /// Clicks on what stands on the screen, as terminals of today tell it, or as those of old do.
  private func click(_ label: String, _ terminal: RealTerminal, isOld: Bool = false) throws {
    let rows = try terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains(label) })
    let start = try #require(rows[row].firstRange(of: label)?.lowerBound)
    let column = rows[row].distance(from: rows[row].startIndex, to: start)
    if isOld {
      let place = [UInt8(33 + column), UInt8(33 + row)]
      try terminal.sendBytes([0x1B, 0x5B, 0x4D, 32] + place + [0x1B, 0x5B, 0x4D, 35] + place)
    } else {
      let place = "\(column + 1);\(row + 1)"
      try terminal.sendBytes(Array("\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m".utf8))
    }
  }
}
