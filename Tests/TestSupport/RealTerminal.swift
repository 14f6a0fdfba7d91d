import Glibc

/// A program in a real terminal: a tmux server of its own, which is always stopped at the end of `run`.
///
/// What tmux cannot say, the small script around the program does: it waits until everything is being recorded, is the
/// program's parent as a shell would be (so Ctrl-Z stops it), and keeps the terminal as the program left it.
package struct RealTerminal {
  /// What went wrong, with the last screen where there is one.
  package struct Failure: Error, CustomStringConvertible {
    /// What it was.
    package let description: String
  }

  /// Where the cursor is, counted from 0, and whether it shows.
  package struct Cursor: Equatable {
    /// The column.
    package let column: Int
    /// The row.
    package let row: Int
    /// True if it shows.
    package let isVisible: Bool

    /// A cursor by its parts.
    package init(column: Int, row: Int, isVisible: Bool) {
      self.column = column
      self.row = row
      self.isVisible = isVisible
    }
  }

  private let folder: String
  private let server: pid_t
  private let device: String

  /// Runs a program in a terminal for as long as `body` takes, then stops both. `term` is what the program is told the
  /// terminal is; tmux itself is always tmux. `command` is the program, by path or by name, and its arguments; it runs
  /// in the terminal's temporary folder. `environment` is added to `LC_ALL`, `HOME`, `XDG_STATE_HOME`, `TZ`, `PATH` and
  /// `TERM`, or in their place. The program gets nothing else. Throws what `body` throws; `Spawn.CannotStart`, which
  /// names the package, if there is no tmux; `Failure`.
  package static func run<Result>(
    columns: Int = 80, rows: Int = 24, term: String = "tmux-256color", environment: [String: String] = [:],
    command: [String], _ body: (RealTerminal) throws -> Result
  ) throws -> Result {
    let folder = TemporaryFolder()
    for name in ["home", "state"] { mkdir(folder.path + "/" + name, 0o700) }
    let settings = [
      "LC_ALL": "C.UTF-8", "HOME": folder.path + "/home", "XDG_STATE_HOME": folder.path + "/state",
      "TZ": "Europe/Berlin", "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "TERM": term,
    ].merging(environment) { _, given in given }
    let words = settings.map { "\($0.key)=\($0.value)" }.sorted() + absolute(command)
    Spawn.write(script(words), to: folder.path + "/script")

    defer { _ = try? tmux(in: folder.path, ["kill-server"]) }
    let facts = try tmux(
      in: folder.path,
      ["start-server", ";", "set-option", "-g", "status", "off", ";"]
        + ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh", folder.path + "/script", ";"]
        + ["display-message", "-p", "#{pid} #{pane_tty}"]
    ).split { $0 == " " || $0 == "\n" }
    guard facts.count == 2, let server = pid_t(facts[0]) else {
      throw Failure(description: "tmux did not say who it is: \(facts)")
    }
    let terminal = RealTerminal(folder: folder.path, server: server, device: String(facts[1]))
    defer { terminal.stop() }
    try terminal.tmux("pipe-pane", "-O", "cat >>'\(folder.path)/stream'", ";", "wait-for", "-S", "go")
    return try body(terminal)
  }

  /// The same command for whoever stands in another folder.
  private static func absolute(_ command: [String]) -> [String] {
    guard let program = command.first, program.contains("/"), let path = realpath(program, nil) else { return command }
    defer { free(path) }
    return [String(cString: path)] + command.dropFirst()
  }

  /// What runs in the terminal: the program, then, for whoever looks, how it ended.
  private static func script(_ words: [String]) -> String {
    let quoted = words.map { word in
      "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
    return #"""
      cd "${0%/*}"
      tmux wait-for go
      set -m
      sh -c 'echo $$ >process.new; mv process.new process; exec env -i "$@"' sh \#(quoted.joined(separator: " "))
      code=$?
      while [ $code = 148 ]; do
        echo; echo stopped
        tmux wait-for resume
        fg
        code=$?
      done
      echo $code >code.new; mv code.new code
      echo; echo exit=$code
      exec sleep 600
      """#
  }

  private func stop() {
    if exitCode == nil, let process = started { kill(process, SIGKILL) }
    _ = try? tmux("kill-server")
    // Killed if it does not go by itself; only then, because what it leaves behind would not be tidied.
    if !Self.poll(seconds: 5, until: { !Self.isRunning(server) }) { kill(server, SIGKILL) }
  }
}

// MARK: - Pressing keys

extension RealTerminal {
  private static let names: [String: String] = [
    "Enter": "Enter", "Esc": "Escape", "Tab": "Tab", "Shift-Tab": "BTab", "Backspace": "BSpace", "Delete": "DC",
    "Up": "Up", "Down": "Down", "Left": "Left", "Right": "Right", "Home": "Home", "End": "End", "PageUp": "PPage",
    "PageDown": "NPage",
  ]

  /// Presses keys by the names that help and the README use: `Enter`, `F1`, `Ctrl-C`, `t`.
  ///
  /// They follow each other at once. After `Esc` wait for what it does, or the next key may count as Alt with that key.
  /// - Throws: `Failure` for a name that is no key.
  package func send(_ keys: String...) throws {
    for key in keys {
      if let name = Self.names[key] ?? (1...12).map({ "F\($0)" }).first(where: { $0 == key }) {
        try tmux("send-keys", name)
      } else if key == "Space" {
        try type(" ")
      } else if key.hasPrefix("Ctrl-"), key.utf8.count == 6, let last = key.uppercased().utf8.last {
        try sendBytes([last & 0x1F])
      } else if key.count == 1 {
        try type(key)
      } else {
        throw Failure(description: "there is no key \(key)")
      }
    }
  }

  /// Types text as it is.
  package func type(_ text: String) throws { try sendBytes(Array(text.utf8)) }

  /// Sends bytes as they are: what a terminal would send for a key or a click.
  package func sendBytes(_ bytes: [UInt8]) throws {
    try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes text as a terminal does that marks no pastes: its characters, and a Return for each line end.
  package func pasteUnmarked(_ text: String) throws {
    try tmux("set-buffer", text)
    try tmux("paste-buffer")
  }

  /// Makes the terminal larger or smaller.
  package func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Lets a program go on that Ctrl-Z stopped: what `fg` does in a shell. The screen says `stopped` when it may be called.
  package func resume() throws { try tmux("wait-for", "-S", "resume") }
}

// MARK: - Looking

extension RealTerminal {
  /// The screen's text, row by row, without the spaces at the end of each.
  package var screen: String {
    get throws { try tmux("capture-pane", "-p") }
  }

  /// The screen's text with escape sequences for its colours and styles.
  package var screenWithStyles: String {
    get throws { try tmux("capture-pane", "-p", "-e") }
  }

  /// Where the cursor is.
  package var cursor: Cursor {
    get throws {
      let facts = try ask("#{cursor_x} #{cursor_y} #{cursor_flag}").split(separator: " ").map { Int($0) ?? -1 }
      guard facts.count == 3 else { throw Failure(description: "tmux did not say where the cursor is") }
      return Cursor(column: facts[0], row: facts[1], isVisible: facts[2] == 1)
    }
  }

  /// True while the program has the screen that leaves no trace.
  package var isAlternateScreen: Bool {
    get throws { try ask("#{alternate_on}") == "1" }
  }

  /// The terminal's settings now, as `stty -a` has them: `echo` or `-echo`, `icanon`, `ixon` and so on.
  package var settings: Set<String> {
    get throws {
      let outcome = try Spawn.run("stty", ["-a", "-F", device])
      guard outcome.exitCode == 0 else { throw Failure(description: outcome.errors) }
      return Set(outcome.output.split { " ;\n".contains($0) }.map(String.init))
    }
  }

  /// Every byte the program wrote so far, as it came out of the terminal device, and behind it the script's last lines.
  package var stream: [UInt8] { Spawn.readBytes(folder + "/stream") }

  /// The program's number, also when it has ended.
  package var processID: pid_t {
    get throws {
      _ = Self.poll(seconds: 10) { started != nil }
      guard let process = started else { throw Failure(description: "the program was not started") }
      return process
    }
  }

  private var started: pid_t? { pid_t(Spawn.read(folder + "/process").prefix { $0 != "\n" }) }

  /// How the program ended, 128 and the signal's number if a signal ended it; nil while it runs or is stopped.
  package var exitCode: Int32? { Int32(Spawn.read(folder + "/code").prefix { $0 != "\n" }) }

  /// Waits until the screen, or anything else, is as it should be. `what` is what is waited for, in the words of the
  /// failure. `condition` gets the screen; asked again every few milliseconds. Returns the screen that was right.
  /// Throws `Failure` with the last screen when the deadline has passed.
  @discardableResult
  package func wait(
    for what: String, deadlineSeconds: Double = 10, until condition: (String) throws -> Bool
  ) throws -> String {
    var last = ""
    let isRight = try Self.poll(seconds: deadlineSeconds) {
      last = try screen
      return try condition(last)
    }
    guard isRight else { throw timeout(what, deadlineSeconds, last) }
    return last
  }

  /// Waits for something that nobody needs to look at the screen for.
  package func wait(
    for what: String, deadlineSeconds: Double = 10, untilTrue condition: () throws -> Bool
  ) throws {
    guard try Self.poll(seconds: deadlineSeconds, until: condition) else {
      throw timeout(what, deadlineSeconds, try screen)
    }
  }

  private func timeout(_ what: String, _ seconds: Double, _ screen: String) -> Failure {
    let ended = exitCode.map { "; the program has ended with \($0)" } ?? ""
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "│\($0)\n" }
    return Failure(description: "waited \(seconds) s for \(what)\(ended); the screen:\n\(rows.joined())")
  }

  /// Waits until the program has ended.
  /// - Returns: its exit code.
  @discardableResult
  package func waitForExit(deadlineSeconds: Double = 10) throws -> Int32 {
    try wait(for: "the program's end", deadlineSeconds: deadlineSeconds, untilTrue: { exitCode != nil })
    return exitCode ?? -1
  }
}

// MARK: - tmux and time

extension RealTerminal {
  private func ask(_ format: String) throws -> String {
    String(try tmux("display-message", "-p", format).prefix { $0 != "\n" })
  }

  @discardableResult
  private func tmux(_ words: String...) throws -> String { try tmux(words) }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String { try Self.tmux(in: folder, words) }

  private static func tmux(in folder: String, _ words: [String]) throws -> String {
    let outcome = try Spawn.run(
      "tmux", ["-u", "-S", folder + "/socket", "-f", "/dev/null"] + words, environment: ["LC_ALL": "C.UTF-8"])
    guard outcome.exitCode == 0 else { throw Failure(description: "tmux \(words[0]): \(outcome.errors)") }
    return outcome.output
  }

  private static func isRunning(_ process: pid_t) -> Bool {
    let facts = Spawn.read("/proc/\(process)/stat")
    guard let bracket = facts.lastIndex(of: ")") else { return false }
    return !facts[bracket...].hasPrefix(") Z")
  }

  /// Asks every few milliseconds until the answer is yes or the time is up.
  private static func poll(seconds: Double, until condition: () throws -> Bool) rethrows -> Bool {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let end = now() + seconds
    while true {
      if try condition() { return true }
      if now() > end { return false }
      usleep(5_000)
    }
  }
}

extension Program {
  /// Runs `nightstand --store STORE` with arguments in a real terminal for as long as `body` takes, under another program
  /// such as `strace` if one is named.
  package func runInTerminal<Result>(
    columns: Int = 80, rows: Int = 24, term: String = "tmux-256color", environment: [String: String] = [:],
    asksFirst: Bool = false, under wrapper: [String] = [], _ arguments: [String] = [],
    body: (RealTerminal) throws -> Result
  ) throws -> Result {
    // Most people have the first questions behind them.
    if !asksFirst, access(store + "/nights", F_OK) != 0 { try passFirstQuestions() }
    return try RealTerminal.run(
      columns: columns, rows: rows, term: term,
      environment: self.environment.merging(environment) { _, given in given },
      command: wrapper + [Self.path, "--store", store] + arguments, body)
  }
}
