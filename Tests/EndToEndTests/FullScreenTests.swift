import Glibc
import NightModel
import TestSupport
import Testing

/// The built program in a real terminal, driven by keys.
@Suite(.waits) struct `The full screen` {
  private let folder = TemporaryFolder()
  private var program: Program { Program(in: folder.path) }

  /// A night as JSON without what differs from run to run.
  private func night(_ program: Program) throws -> String {
    try program.run("show", "2026-11-22", "--format", "json").output
      .split(separator: ",").filter { part in
        !["\"id\":\"0", "\"id\": \"0", "\"entered\":"].contains { part.contains($0) }
      }.joined(separator: ",")
  }

  @Test func `a night by keys, and the same night in lines, come to the same record`() throws {
    try Person.sits(at: program, ["--by", "MK"]) { person in
      try person.choose("Bedtime")
      try person.press("Home")
      for _ in 0..<5 {
        // The same key again sooner than that is not counted.
        usleep(200_000)
        try person.press("Enter")
      }
      try person.press("Esc")
      try person.choose("Sleep environment")
      try person.choose("Alternating-pressure overlay")
      try person.choose("Bed with head and knee sections")
      try person.goHome()
      try person.press("l", "m", "g", "6", "n")
      try person.type("é 日本")
      try person.press("Enter", "k")
      let tonight = try person.terminal.screen
      for words in ["turned 02:15 left", "mask on 02:15", "Cramp 6, é 日本", "let sleep"] {
        #expect(tonight.contains(words), "\(tonight)")
      }
      try person.choose("Past nights")
      #expect(try person.terminal.screen.contains("Sun 22 Nov 2026"))
      try person.press("Home", "Enter")
      #expect(try person.terminal.screen.contains("turned left"))
      try person.press("u")
      #expect(try person.terminal.screen.contains("Taken back: 02:15 let sleep."))
      try person.press("Home", "u")
      #expect(try person.terminal.screen.contains("Back to: 02:15 Cramp 6."))
      try person.press("y", "Home", "y")
      try person.terminal.send("Ctrl-C")
      try person.terminal.wait(for: "the question") { $0.contains("Leave Nightstand?") }
      try person.terminal.send("2")
      #expect(try person.terminal.waitForExit() == 0)
      #expect(try !person.terminal.isAlternateScreen)
      #expect(try person.terminal.settings.isSuperset(of: ["echo", "icanon", "isig"]))
      #expect(person.strayed.isEmpty, "\(person.strayed)")
    }
    let byKeys = try night(program)
    #expect(byKeys.contains("let-sleep"))

    let lines = Program(in: folder.path + "/lines")
    try lines.passFirstQuestions()
    let numbers = try plain(lines, "9\n")
    let environment = try number(of: "Sleep environment", in: numbers)
    let items = try plain(lines, "9\n\(environment)\n")
    let overlay = try number(of: "Alternating-pressure overlay", in: items)
    let bed = try number(of: "Bed with head and knee sections", in: items)
    let bedtime = try number(of: "Bedtime", in: numbers)
    let transcript = try plain(
      lines,
      "\(bedtime)\n1\n2\n3\n4\n5\n0\n9\n\(environment)\n\(overlay)\n\(bed)\n0\n0\nl\nm\ng\n6\nn\né 日本\nk\nundo\nundo\nredo\nredo\n"
    )
    #expect(try night(lines) == byKeys)
    #expect(transcript.utf8.allSatisfy { $0 != 0x1B && $0 != 0x0D })
    #expect(transcript.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  private func plain(_ program: Program, _ input: String) throws -> String {
    let outcome = try Spawn.run(
      Program.path, ["--store", program.store, "--at", "2026-11-23T02:15", "--by", "MK", "--plain"],
      environment: program.environment, input: input)
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output
  }

  private func number(of label: String, in transcript: String) throws -> String {
    let line = try #require(transcript.split(separator: "\n").first { $0.contains(" \(label)") }, "\(transcript)")
    return String(
      line.split(separator: " ")[0] == "Choose:" ? line.split(separator: " ")[1] : line.split(separator: " ")[0])
  }

  @Test(arguments: ["xterm", "xterm-256color", "screen", "tmux", "linux", "vt100"])
  func `on every kind of terminal the cursor follows the focus and the words are the same`(term: String) throws {
    try Person.sits(at: program, term: term, ["--by", "MK"]) { person in
      try person.press("Down", "Down", "l", "Tab", "9", "Down", "Esc", "?", "PageDown", "End", "Esc", "n")
      try person.type("aé日")
      try person.press("Tab", "Esc")
      #expect(person.strayed.isEmpty, "\(person.strayed)")
      #expect(try person.terminal.screen.contains("turned 02:15 left (0 min)"))
      #expect(try person.terminal.screen.contains("Bedtime"))
      let stream = String(decoding: person.terminal.stream, as: UTF8.self)
      for banned in ["\u{1B}[?5h", "\u{1B}g", "\u{1B}[5m", "\u{1B}]4", "\u{07}"] {
        #expect(!stream.contains(banned), "\(term): \(banned.dropFirst())")
      }
    }
  }

  @Test(arguments: ["tmux-256color", "vt100"])
  func `through every screen the cursor is where the program says the focus is`(term: String) throws {
    try Person.sits(at: program, term: term, ["--by", "MK"]) { person in
      try person.press("l", "g", "6", "s", "0")
      for menu in ["3", "5", "6", "7", "8", "9"] { try person.press(menu, "Down", "Down", "End", "Up", "Esc") }
      let screens = [
        "Bedtime", "Getting up", "Sleep environment", "All symptoms", "Past nights", "Tonight's entries",
        "Help: what the keys do", "Emergency card",
      ]
      for screen in screens {
        try person.choose(screen)
        try person.press("Down", "PageDown", "End", "Home", "Right", "Down", "Tab", "Esc")
        for _ in 0..<4 where person.focus.screen != "tonight" { try person.press("Esc") }
      }
      try person.press("x", "End", "Enter")
      try person.type("aé日")
      try person.press("Left", "Backspace", "Down", "Down", "Esc", "Ctrl-C", "Down")
      #expect(person.strayed.isEmpty, "\(person.strayed)")
    }
  }

  @Test func `without colours the same words stand, and without UTF-8 they are spelled in ASCII`() throws {
    try Person.sits(at: program, environment: ["NO_COLOR": "1"]) { person in
      try person.press("l")
      let stream = String(decoding: person.terminal.stream, as: UTF8.self)
      #expect(!stream.contains("[38;5") && !stream.contains("[33m") && !stream.contains("[48;5"))
      #expect(try person.terminal.screen.contains("turned 02:15 left"))
    }
    try Person.sits(at: program, environment: ["LC_ALL": "C"], ["--by", "MK"]) { person in
      try person.press("m")
      #expect(person.terminal.stream.allSatisfy { $0 < 0x80 })
      #expect(try person.terminal.screen.contains("mask on"))
    }
  }

  @Test func `keys that stop, freeze or end programs elsewhere do nothing here, and Ctrl-Z stops it properly`() throws {
    try Person.sits(at: program) { person in
      try person.press("Ctrl-S", "Ctrl-Q", "Ctrl-\\", "l")
      #expect(try person.terminal.screen.contains("Saved 02:15 turned left."))
      try person.terminal.send("Ctrl-Z")
      try person.terminal.wait(for: "the program to stop") { $0.contains("stopped") }
      #expect(try person.terminal.settings.isSuperset(of: ["echo", "icanon"]))
      #expect(try !person.terminal.isAlternateScreen)
      try person.terminal.resume()
      try person.terminal.wait(for: "the screen again") { $0.contains("turned 02:15 left") }
      // The frame after going on may be accounted for only now, and is no answer to the key.
      try person.terminal.send("m")
      try person.terminal.wait(for: "the entry") { $0.contains("Saved 02:15 mask on.") }
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `asked to end, it saves a note that was begun and gives the terminal back`(signal: Int32) throws {
    try Person.sits(at: program) { person in
      try person.press("n")
      try person.type("half a note")
      kill(try person.terminal.processID, signal)
      #expect(try person.terminal.waitForExit() == 0)
      #expect(try !person.terminal.isAlternateScreen)
      #expect(try person.terminal.settings.isSuperset(of: ["echo", "icanon"]))
    }
    #expect(try program.run("show", "2026-11-22").output.contains("half a note"))
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL])
  func `after a crash the terminal is usable, and what was shown saved is there`(signal: Int32) throws {
    try Person.sits(at: program) { person in
      try person.press("l")
      try person.terminal.wait(for: "saved") { $0.contains("Saved 02:15 turned left.") }
      kill(try person.terminal.processID, signal)
      #expect(try person.terminal.waitForExit() == 128 + signal)
      #expect(try !person.terminal.isAlternateScreen)
      #expect(try person.terminal.settings.isSuperset(of: ["echo", "icanon"]))
    }
    #expect(try program.run("verify").exitCode == 0)
    #expect(try program.run("show", "2026-11-22").output.contains("turned left"))
  }

  @Test func `killed without a word, what was shown saved is there`() throws {
    try Person.sits(at: program) { person in
      try person.press("l", "m", "g", "6")
      kill(try person.terminal.processID, SIGKILL)
      try person.terminal.waitForExit()
    }
    #expect(try program.run("verify").exitCode == 0)
    let night = try program.run("show", "2026-11-22").output
    for words in ["turned left", "mask on", "Cramp 6"] { #expect(night.contains(words)) }
  }

  @Test func `garbage on the keyboard does nothing, and the next key works`() throws {
    try Person.sits(at: program) { person in
      for seed in Property.seeds(share: 0.1).prefix(200) {
        var chance = Chance(seed: seed)
        let sequence: [[UInt8]] = [
          Array("\u{1B}[97;1:3u".utf8), Array("\u{1B}[I".utf8), Array("\u{1B}[O".utf8), [0xFF, 0xC3, 0xE2, 0x28],
          Array("\u{1B}]0;tul\u{07}".utf8), Array("\u{1B}P1$r0m\u{1B}\\".utf8),
          Array("\u{1B}[\(chance.number(in: 100...999));\(chance.number(in: 0...99))z".utf8), Array("\u{1B}t".utf8),
          Array("\u{1B}[?62;22c".utf8), Array("\u{1B}[<65;10;10M".utf8),
        ]
        try person.terminal.sendBytes(chance.one(of: sequence))
      }
      try person.terminal.send("m")
      try person.terminal.wait(for: "the next key") { $0.contains("Saved 02:15 mask on.") }
    }
    #expect(
      try program.run("nights", "--last", "1", "--format", "json", "--at", "2026-11-23T02:15").output
        .contains("\"entries\":1,"))
  }

  @Test func `a storm of sizes ends with a whole screen`() throws {
    try Person.sits(at: program) { person in
      for size in [(1, 1), (200, 60), (3, 2), (40, 12), (8, 5), (120, 40), (1, 24), (80, 24)] {
        try person.terminal.resize(columns: size.0, rows: size.1)
      }
      try person.terminal.wait(for: "the whole screen") { $0.contains("Mark moment") && $0.contains("? help") }
      try person.terminal.send("l")
      try person.terminal.wait(for: "a key to work") { $0.contains("turned 02:15 left") }
    }
  }

  @Test func `when the disk does not confirm, that stays on the screen`() throws {
    let words = [
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO",
      Program.path, "--store", program.store, "--at", "2026-11-23T02:15",
    ]
    try program.passFirstQuestions()
    try RealTerminal.run(environment: program.environment, command: words) { terminal in
      try terminal.wait(for: "the screen") { $0.contains("Mark moment") }
      try terminal.send("l")
      try terminal.wait(for: "the notice") { $0.contains("NOT CONFIRMED BY THE DISK") && !$0.contains("Saved") }
      try terminal.send("Down", "9")
      let more = try terminal.wait(for: "another screen") { $0.contains("I was called") }
      #expect(more.contains("NOT CONFIRMED BY THE DISK"))
    }
  }

  @Test(arguments: 1...4)
  func `what the disk refused for a while is in the record once, whether it waited beside it or here`(fails: Int) throws
  {
    let words = [
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
      "inject=fdatasync:error=EIO:when=1..\(fails)", Program.path, "--store", program.store, "--at", "2026-11-23T02:15",
    ]
    try program.passFirstQuestions()
    try RealTerminal.run(environment: program.environment, command: words) { terminal in
      try terminal.wait(for: "the screen") { $0.contains("Mark moment") }
      for (key, words) in [("l", "turned left"), ("m", "mask on"), ("k", "let sleep")] {
        // A key that does nothing comes between: three letters at once are a text.
        try terminal.send("PageUp", key)
        try terminal.wait(for: words) { $0.contains(words) }
      }
      try terminal.send("Ctrl-C")
      try terminal.wait(for: "the question") { $0.contains("Leave Nightstand?") }
      try terminal.send("2")
      #expect(try terminal.waitForExit() == 0)
    }
    let night = try program.run("show", "2026-11-22").output
    for words in ["turned left", "mask on", "let sleep"] {
      #expect(night.components(of: words) == 1, "\(words): \(night)")
    }
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `what waits beside the record is said to, also after a restart`() throws {
    try program.run("log", "mask-on", "--at", "2026-11-21T02:10")
    // No room for the entry and for its second attempt, and room again beside the record.
    let inject = "inject=write:error=ENOSPC:when=2..3"
    let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=write", "-e", inject]
    let refused = try program.run(under: strace, ["log", "turn", "left", "--at", "2026-11-21T02:15"])
    #expect(refused.exitCode == 74 && refused.errors.contains("it is kept in"), "\(refused.errors)")
    try Person.sits(at: program, time: "2026-11-21T02:15") { person in
      let screen = try person.terminal.screen
      #expect(screen.contains("turned 02:15 left"))
      #expect(screen.contains("is kept aside on this machine"), "\(screen)")
      try person.press("d")
      // What waits is looked for between keys.
      try person.terminal.wait(for: "nothing to wait") { !$0.contains("kept aside") && $0.contains("turned left") }
    }
    #expect(try program.run("verify").exitCode == 0)
  }

  @Test func `a record whose folder is taken away under it is not begun anew: entries are kept aside until it is back`()
    throws
  {
    try Person.sits(at: program) { person in
      try person.press("l")
      try Spawn.run("mv", [program.store, folder.path + "/away"])
      try person.press("m")
      let screen = try person.terminal.screen
      #expect(screen.contains("store is not there") && screen.contains("NOT IN THE RECORD YET"), "\(screen)")
      // The night goes on: what was written before is still shown.
      #expect(screen.contains("mask on") && screen.contains("turned 02:15 left"), "\(screen)")
      #expect(try Spawn.run("ls", ["-A", folder.path]).output.contains("away\n"))
      #expect(Spawn.read(program.store + "/store.json").isEmpty)
      try Spawn.run("mv", [folder.path + "/away", program.store])
      try person.press("k")
      let later = try person.terminal.screen
      #expect(later.contains("let sleep") && !later.contains("is not there"), "\(later)")
    }
    #expect(try program.run("verify").exitCode == 0)
    let night = try program.run("show", "2026-11-22").output
    for words in ["turned left", "mask on", "let sleep"] { #expect(night.components(of: words) == 1, "\(night)") }
  }

  @Test func `a damaged night opens and says so in one line`() throws {
    try program.run("log", "turn", "left", "--at", "2026-11-22T23:10")
    try program.run("log", "mask-on", "--at", "2026-11-22T23:20")
    let file = try #require(try program.journalFiles().first { $0.contains("nights") })
    var bytes = Spawn.readBytes(file)
    bytes[bytes.count / 2] ^= 1
    Spawn.write(bytes, to: file)
    try Person.sits(at: program) { person in
      #expect(try person.terminal.screen.contains("damaged or could not be read"))
      try person.press("g", "6")
      #expect(try person.terminal.screen.contains("Cramp 6"))
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of part: String) -> Int {
    indices.count { self[$0...].hasPrefix(part) }
  }
}
