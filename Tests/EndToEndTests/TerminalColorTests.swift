import TestSupport
import Testing

/// What a real terminal is sent of colours.
@Suite(.waits) struct `Colours in a real terminal` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  /// The numbers of every sequence that sets how letters look.
  private func looks(in stream: [UInt8]) -> [[Int]] {
    String(decoding: stream, as: UTF8.self).split(separator: "\u{1B}[").compactMap { part in
      let numbers = part.prefix { $0.isNumber || $0 == ";" }
      guard part.dropFirst(numbers.count).first == "m" else { return nil }
      return numbers.split(separator: ";").compactMap { Int($0) }
    }
  }

  private func isColor(_ number: Int) -> Bool { (30...49).contains(number) || (90...107).contains(number) }

  @Test(arguments: ["tmux-256color", "xterm", "vt100"])
  func `mono and NO_COLOR send none, only bold and reverse`(term: String) throws {
    for theme in ["mono", "red"] {
      _ = try program.run("plan", "theme", theme)
      let environment = theme == "mono" ? [:] : ["NO_COLOR": "1"]
      try Person.sits(at: program, term: term, environment: environment) { person in
        try person.press("l", "Down", "9")
        let numbers = Set(looks(in: person.terminal.stream).joined())
        #expect(!numbers.contains(where: isColor), "\(theme): \(numbers.sorted())")
        #expect(numbers.contains(1) && numbers.contains(7), "\(theme): \(numbers.sorted())")
      }
    }
  }

  @Test func `the ground of a theme goes with it`() throws {
    try Person.sits(at: program) { person in
      try person.choose("Plan")
      #expect(looks(in: person.terminal.stream).joined().contains(where: isColor))
      _ = try program.run("plan", "theme", "mono")
      try person.terminal.wait(for: "the theme") { _ in
        try !person.terminal.screenWithStyles.contains("[48;5;16m")
      }
      try person.goHome()
      let styles = try person.terminal.screenWithStyles
      #expect(!styles.contains("[48;") && !styles.contains("[38;"), "\(styles)")
    }
  }

  /// A terminal with a ground of its own, which it tells whoever asks.
  private func over(_ ground: String) -> [String] {
    ["sh", "-c", "printf '\\033]11;\(ground)\\007'; exec \"$@\"", "sh"]
  }

  private func asks(_ terminal: RealTerminal) -> Int {
    String(decoding: terminal.stream, as: UTF8.self).split(separator: "]11;?", omittingEmptySubsequences: false).count
      - 1
  }

  @Test func `a light ground that shows is said once, and nothing of the answer is a key`() throws {
    _ = try program.run("plan", "theme", "mono")
    try Person.sits(at: program, under: over("#ffffff")) { person in
      try person.terminal.wait(for: "the sentence") { $0.contains("own ground is light") }
      #expect(person.focus.screen == "tonight" && asks(person.terminal) == 1)
      try person.press("l")
      #expect(try person.terminal.screen.contains("Saved 02:15 turned left."))
      try person.choose("Plan")
      try person.goHome()
      #expect(asks(person.terminal) == 1)
      #expect(person.strayed.isEmpty, "\(person.strayed)")
    }
    #expect(try program.run("show", "2026-11-22", "--format", "json").output.split(separator: "\"kind\"").count == 2)
  }

  @Test func `a dark ground, one that is painted over, and a terminal that would show the question are left alone`()
    throws
  {
    _ = try program.run("plan", "theme", "mono")
    try Person.sits(at: program, under: over("#000000")) { person in
      try person.press("Down", "Up", "Down")
      #expect(try !person.terminal.screen.contains("own ground") && asks(person.terminal) == 1)
    }
    for term in ["vt100", "linux"] {
      try Person.sits(at: program, term: term, under: over("#ffffff")) { person in
        try person.press("Down", "Up", "Down")
        #expect(try !person.terminal.screen.contains("own ground") && asks(person.terminal) == 0, "\(term)")
      }
    }
    _ = try program.run("plan", "theme", "amber")
    try Person.sits(at: program, under: over("#ffffff")) { person in
      try person.press("Down")
      #expect(asks(person.terminal) == 0)
    }
  }
}
