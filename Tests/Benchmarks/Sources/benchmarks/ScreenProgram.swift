import Glibc

/// A program on a pseudo terminal of its own, 80 columns by 24 rows unless said otherwise: what it writes, and when the last byte of it came.
///
/// Nothing here waits longer than the deadline that the program gets when it starts.
final class ScreenProgram {
  /// What went wrong, for the table.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What was written in one go: until nothing came for a while.
  struct Burst {
    /// How many bytes.
    var bytes = 0
    /// When the last of them was read; see `Timing.now`.
    var end = 0.0
  }

  /// A screen is complete when this many milliseconds pass without a byte.
  static let quiet = 15.0

  /// When the program was started; see `Timing.now`.
  let start: Double
  private let process: pid_t
  private let master: Int32
  private let deadline: Double
  private var plain = PlainText()

  /// Starts a program. `seconds` is how long everything may take from here on.
  init(
    _ words: [String], environment: [String: String], seconds: Double = 20, columns: UInt16 = 80, rows: UInt16 = 24
  ) throws {
    var ends: (ours: Int32, theirs: Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.ours, &ends.theirs, nil, nil, &size) == 0, let name = ttyname(ends.theirs) else {
      throw Failure(description: "there is no pseudo terminal to be had")
    }
    master = ends.ours
    defer { close(ends.theirs) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    for end in [ends.ours, ends.theirs] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

    // The first terminal that the leader of a new session opens becomes its own.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which the headers show to GNU programs only
    posix_spawnattr_setflags(&attributes, newSession)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    let arguments = words.map { strdup($0) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for copy in arguments + settings { free(copy) } }
    var process = pid_t()
    start = Timing.now()
    deadline = start + seconds * 1000
    let result = posix_spawnp(&process, words[0], &actions, &attributes, arguments + [nil], settings + [nil])
    self.process = process
    guard result == 0 else {
      close(master)
      throw Failure(description: "\(words[0]) could not be started: \(String(cString: strerror(result)))")
    }
  }

  /// When each key was pressed last.
  private var presses: [ScreenKey: Double] = [:]

  /// Waits for the first screen that holds a text.
  func screen(with marker: String) throws -> Burst {
    var burst = Burst()
    while !plain.holds(marker) {
      guard try read(into: &burst, within: deadline - Timing.now()) else {
        throw Failure(description: "“\(marker)” never came, but \(plain.excerpt)")
      }
    }
    while try read(into: &burst, within: Self.quiet) {}
    return burst
  }

  /// Presses a key and waits for all it changes. `patience` are the milliseconds in which the first byte has to come.
  /// Returns nil if nothing was written.
  func press(_ key: ScreenKey, patience: Double = 250) throws -> (milliseconds: Double, bytes: Int)? {
    // Nobody presses a key that chooses again so soon, and the program would take it for a held one.
    if key.rest > 0, let last = presses[key] { _ = try idle(seconds: (last + key.rest - Timing.now()) / 1000) }
    let pressed = Timing.now()
    presses[key] = pressed
    guard write(master, key.bytes, key.bytes.count) == key.bytes.count else {
      throw Failure(description: "a key could not be pressed: \(plain.excerpt)")
    }
    var burst = Burst()
    guard try read(into: &burst, within: patience) else { return nil }
    while try read(into: &burst, within: Self.quiet) {}
    return (burst.end - pressed, burst.bytes)
  }

  /// Lets time pass.
  /// - Returns: how many bytes came meanwhile.
  func idle(seconds: Double) throws -> Int {
    let end = Timing.now() + seconds * 1000
    var burst = Burst()
    while Timing.now() < end { _ = try read(into: &burst, within: end - Timing.now()) }
    return burst.bytes
  }

  /// A number from `/proc/PID/status`, such as `VmHWM`.
  func status(_ field: String) throws -> Int {
    var text = ""
    if let file = fopen("/proc/\(process)/status", "r") {
      defer { fclose(file) }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      text = String(decoding: buffer[..<fread(&buffer, 1, buffer.count, file)], as: UTF8.self)
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix(field + ":") }
    guard let number = line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(description: "the program has no \(field): \(plain.excerpt)")
    }
    return number
  }

  /// Ends the program: asked first, killed after a second.
  func stop() {
    kill(process, SIGTERM)
    let end = Timing.now() + 1000
    var burst = Burst()
    while waitpid(process, nil, WNOHANG) == 0 {
      if Timing.now() > end { kill(process, SIGKILL) }
      // What it still says is read, or it might wait for that for ever.
      if (try? read(into: &burst, within: 5)) == nil { usleep(1000) }
    }
    close(master)
  }

  /// Reads what is there, waiting for it if need be.
  /// - Returns: false if nothing came in that time.
  /// - Throws: `Failure` if the program has ended or the deadline passed.
  private func read(into burst: inout Burst, within milliseconds: Double) throws -> Bool {
    guard Timing.now() < deadline else {
      throw Failure(description: "not done after \(Int((deadline - start) / 1000)) s; \(plain.excerpt)")
    }
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let most = max(0, min(milliseconds, deadline - Timing.now()))
    guard poll(&wanted, 1, Int32(most.rounded(.up))) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { throw Failure(description: "the program has ended; \(plain.excerpt)") }
    burst.end = Timing.now()
    burst.bytes += count
    plain.append(buffer[..<count])
    return true
  }
}

/// What a program wrote, without the escape sequences.
struct PlainText {
  private enum Place { case text, escape, control, command, commandEscape, charset }

  private var place = Place.text
  private var text: [UInt8] = []

  /// The end of it, for a message.
  var excerpt: String {
    let words = String(decoding: text.suffix(2000), as: UTF8.self).split { " \r\n\t\0".contains($0) }
    return words.isEmpty ? "it wrote nothing" : "it wrote: \(words.joined(separator: " ").suffix(200))"
  }

  /// Adds what was read.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch (place, byte) {
      case (.text, 0x1B): place = .escape
      case (.text, _): text.append(byte)
      case (.escape, UInt8(ascii: "[")): place = .control
      case (.escape, UInt8(ascii: "]")): place = .command
      case (.escape, UInt8(ascii: "(")), (.escape, UInt8(ascii: ")")): place = .charset
      case (.control, 0x40...0x7E), (.command, 0x07), (.commandEscape, _), (.charset, _), (.escape, _): place = .text
      case (.command, 0x1B): place = .commandEscape
      case (.control, _), (.command, _): break
      }
    }
  }

  /// True once a text was written.
  func holds(_ wanted: String) -> Bool {
    let wanted = Array(wanted.utf8)
    guard text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}

/// A key as the terminal `xterm-256color` sends it.
enum ScreenKey: Hashable, Sendable {
  case up, down, left, right, home, end, pageUp, pageDown, enter, escape
  case text(String)

  /// How long it rests before it is pressed again, in milliseconds: one that only moves not at all, one that may write long.
  var rest: Double {
    switch self {
    case .up, .down, .home, .end, .pageUp, .pageDown: 0
    case .left, .right, .enter, .escape: 170
    case .text: 720
    }
  }

  /// What it sends.
  var bytes: [UInt8] {
    switch self {
    case .up: Array("\u{1B}OA".utf8)
    case .down: Array("\u{1B}OB".utf8)
    case .right: Array("\u{1B}OC".utf8)
    case .left: Array("\u{1B}OD".utf8)
    case .home: Array("\u{1B}OH".utf8)
    case .end: Array("\u{1B}OF".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .enter: [0x0D]
    case .escape: [0x1B]
    case .text(let text): Array(text.utf8)
    }
  }
}
