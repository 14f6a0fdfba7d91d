internal import Glibc

/// Why the program speaks in lines and not in screens.
nonisolated public enum LineModeReason: Error, Hashable, Sendable {
  /// `--plain` was given.
  case asked
  /// `ACCESSIBLE` is set.
  case accessible
  /// Input or output is no terminal.
  case noTerminal
  /// The kind of terminal named by `TERM` is unknown or cannot place text; empty where `TERM` is not set.
  case unknownTerminal(String)
}

/// Whether the program fills the screen or speaks in lines.
nonisolated public enum TerminalChoice: Hashable, Sendable {
  /// It fills the screen, if the terminal opens.
  case screens
  /// It speaks in lines.
  case lines(LineModeReason)

  /// The variables that anything in this module looks at.
  public static let variables = [
    "TERM", "ACCESSIBLE", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "SSH_CONNECTION",
  ]

  /// Decides as far as can be told without opening the terminal: an unknown `TERM` shows only then. `isPlain` is
  /// whether `--plain` was given.
  public static func choose(
    isPlain: Bool, environment: [String: String], inputIsTerminal: Bool, outputIsTerminal: Bool
  ) -> TerminalChoice {
    if isPlain { return .lines(.asked) }
    if let wish = environment["ACCESSIBLE"], !["", "0", "false"].contains(wish.lowercased()) {
      return .lines(.accessible)
    }
    guard inputIsTerminal, outputIsTerminal else { return .lines(.noTerminal) }
    let name = environment["TERM"] ?? ""
    return ["", "dumb", "unknown"].contains(name) ? .lines(.unknownTerminal(name)) : .screens
  }

  /// True for a terminal that can be asked for its colours: the Linux console and terminals of glass would show the question.
  public static func mayAsk(_ name: String) -> Bool {
    !["linux", "vt", "dumb", "unknown", "cons", "ansi"].contains { name.hasPrefix($0) } && !name.isEmpty
  }

  /// Decides for this process. `isPlain` is whether `--plain` was given.
  public static func choose(isPlain: Bool) -> TerminalChoice {
    choose(
      isPlain: isPlain, environment: environment(), inputIsTerminal: isatty(STDIN_FILENO) == 1,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// Those of `variables` that are set for this process.
  public static func environment() -> [String: String] {
    var found: [String: String] = [:]
    for name in variables {
      if let value = unsafe getenv(name) { found[name] = unsafe String(cString: value) }
    }
    return found
  }
}
