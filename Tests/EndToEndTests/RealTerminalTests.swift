import Glibc
import TestSupport
import Testing

/// The rig itself, held against programs whose behaviour is known.
@Suite(.waits) struct `The real terminal` {
  private static func shell(_ script: String) -> [String] { ["bash", "--norc", "-c", script] }

  @Test func `shows text, styles, cursor and size as the program asked for them`() throws {
    let script = #"""
      printf '\e[?1049h\e[2J\e[H日本|\e[1mé'; stty size; printf '%s\e[5;8H\e[?25l' "$TERM"; read x
      """#
    try RealTerminal.run(columns: 40, rows: 12, term: "vt100", command: Self.shell(script)) { terminal in
      try terminal.wait(for: "the cursor to hide") { _ in try !terminal.cursor.isVisible }
      let rows = try terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.count == 13 && rows[0] == "日本|é12 40" && rows[1] == "vt100" && rows[2...].allSatisfy(\.isEmpty))
      #expect(try terminal.screenWithStyles.contains("日本|\u{1B}[1mé12 40"))
      #expect(try terminal.cursor == RealTerminal.Cursor(column: 7, row: 4, isVisible: false))
      #expect(try terminal.isAlternateScreen)
      #expect(String(decoding: terminal.stream, as: UTF8.self).hasPrefix("\u{1B}[?1049h\u{1B}[2J\u{1B}[H日本|"))
      try terminal.resize(columns: 100, rows: 30)
      try terminal.wait(for: "the new size") { screen in
        try screen.split(separator: "\n", omittingEmptySubsequences: false).count == 31
          && terminal.settings.isSuperset(of: ["30", "100"])
      }
    }
  }

  @Test func `keys arrive as a terminal sends them`() throws {
    let script = "stty raw -echo; echo ready; exec cat -vT"
    try RealTerminal.run(command: Self.shell(script)) { terminal in
      try terminal.wait(for: "raw mode") { $0.contains("ready") }
      try terminal.send(
        "t", ";", "Space", "Enter", "Esc", "Tab", "Shift-Tab", "Backspace", "Delete", "Up", "Home", "PageUp",
        "PageDown", "F1", "F5", "Ctrl-C", "Ctrl-\\")
      try terminal.type("'$é")
      try terminal.sendBytes([0x1B, 0x5B, 0x49])
      let screen = try terminal.wait(for: "all of it") { $0.contains("^[[I") }
      #expect(screen.contains(#"t; ^M^[^I^[[Z^?^[[3~^[[A^[[1~^[[5~^[[6~^[OP^[[15~^C^\'$M-CM-)^[[I"#), "\(screen)")
      #expect(throws: RealTerminal.Failure.self) { try terminal.send("Entre") }
    }
  }

  @Test func `what the program left behind can be seen`() throws {
    let script = #"printf '\e[?1049h'; echo "$HOME $PWD ${LINES-none} $NO_COLOR"; stty -echo; read x; kill -TERM $$"#
    try RealTerminal.run(environment: ["NO_COLOR": "it's"], command: Self.shell(script)) { terminal in
      let screen = try terminal.wait(for: "the first line") { $0.contains("it's") }
      let words = screen.split { $0 == " " || $0 == "\n" }.map(String.init)
      #expect(words == [words[1] + "/home", words[1], "none", "it's"])
      #expect(terminal.exitCode == nil)
      #expect(try Spawn.read("/proc/\(terminal.processID)/cmdline").hasPrefix("bash\0--norc"))
      try terminal.send("Enter")
      #expect(try terminal.waitForExit() == 128 + SIGTERM)
      try terminal.wait(for: "the code on the screen") { $0.contains("exit=143") }
      #expect(try terminal.isAlternateScreen && terminal.settings.isSuperset(of: ["-echo", "icanon"]))
    }
  }

  @Test func `a program can be stopped and go on`() throws {
    try RealTerminal.run(command: ["cat"]) { terminal in
      try terminal.type("one\n")
      try terminal.wait(for: "the echo") { $0.contains("one\none") }
      for _ in 1...2 {
        try terminal.send("Ctrl-Z")
        try terminal.wait(for: "the stop") { screen in
          try screen.contains("stopped") && state(of: terminal.processID) == "T"
        }
        try terminal.resume()
        try terminal.wait(for: "cat") { _ in try state(of: terminal.processID) == "S" }
      }
      try terminal.type("two\n")
      try terminal.wait(for: "the echo") { $0.contains("two\ntwo") }
      try terminal.send("Ctrl-D")
      #expect(try terminal.waitForExit() == 0)
    }
  }

  @Test func `a wait that fails shows the screen, and nothing is left running`() throws {
    var processes: [pid_t] = []
    let failure = #expect(throws: RealTerminal.Failure.self) {
      try RealTerminal.run(command: Self.shell("trap '' HUP TERM; echo here; while :; do read x; done")) { terminal in
        let program = try terminal.processID
        let script = try #require(parent(of: program))
        processes = [program, script, try #require(parent(of: script))]
        try terminal.wait(for: "the program") { $0.contains("here") }
        try terminal.wait(for: "pigs to fly", deadlineSeconds: 0.05) { $0.contains("wings") }
      }
    }
    #expect(failure?.description.contains("pigs to fly; the screen:\n│here\n") == true)
    #expect(processes.count == 3 && processes.allSatisfy { state(of: $0) == nil || state(of: $0) == "Z" })
  }

  private func facts(of process: pid_t) -> [Substring] {
    let text = Spawn.read("/proc/\(process)/stat")
    return text.lastIndex(of: ")").map { text[$0...].split(separator: " ").dropFirst() }.map(Array.init) ?? []
  }

  private func state(of process: pid_t) -> Substring? { facts(of: process).first }

  private func parent(of process: pid_t) -> pid_t? { facts(of: process).dropFirst().first.flatMap { pid_t($0) } }
}
