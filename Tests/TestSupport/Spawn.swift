import Glibc

/// Runs programs: `posix_spawn` and `waitpid`, nothing else between the test and what it tests.
package enum Spawn {
  /// How a program ended.
  package struct Outcome: Sendable {
    /// Its exit code; 128 and the signal's number if a signal ended it, as a shell has it.
    package let exitCode: Int32
    /// What it wrote to standard output.
    package let output: String
    /// What it wrote to standard error.
    package let errors: String
  }

  /// A program that did not end by itself.
  package struct TooLong: Error, CustomStringConvertible {
    /// Which one.
    package let description: String
  }

  /// A program that could not be started.
  package struct CannotStart: Error, CustomStringConvertible {
    /// What to do about it.
    package let description: String
  }

  /// Runs a program to its end. `program` is a path, or a name to look up in `PATH`. `environment` is the whole
  /// environment it gets besides `PATH`; nothing is handed on. `input` is what it reads from standard input. Throws
  /// `CannotStart`, which names the package to install where that is known, and `TooLong`.
  @discardableResult
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> Outcome {
    try wait(for: start(program, arguments, environment: environment, input: input))
  }

  /// A program that is running.
  package struct Running: Sendable {
    /// Its number.
    package let process: pid_t
    fileprivate let files: String
    fileprivate let words: [String]
  }

  /// Starts a program.
  /// - Throws: `CannotStart`.
  package static func start(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> Running {
    var template = Array("/tmp/nightstand-spawn-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template).map({ String(cString: $0) }) else {
      throw CannotStart(description: "no temporary folder could be made")
    }
    if let input { write(input, to: folder + "/input") }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input == nil ? "/dev/null" : folder + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder + "/errors", O_WRONLY | O_CREAT, 0o600)

    // A test runner may block signals; what is tested must get them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let variables = environment.merging(["PATH": path]) { given, _ in given }
    var process = pid_t()
    let result = withCStrings([program] + arguments) { words in
      withCStrings(variables.map { "\($0.key)=\($0.value)" }) { settings in
        posix_spawnp(&process, program, &actions, &attributes, words, settings)
      }
    }
    guard result == 0 else {
      throw CannotStart(description: "\(program) could not be started; apt-get install \(package(of: program))")
    }
    return Running(process: process, files: folder, words: [program] + arguments)
  }

  /// How long a program may take: far longer than any test needs, so that one that hangs fails its test and not the run.
  private static let patience = Duration.seconds(600)

  /// Waits for a program to end.
  /// - Throws: `TooLong`, after the program was killed.
  package static func wait(for running: Running) throws -> Outcome {
    defer { removeFolder(running.files) }
    let start = ContinuousClock.now
    var status: Int32 = 0
    var pause: useconds_t = 250
    while true {
      let ended = waitpid(running.process, &status, WNOHANG)
      if ended == running.process || ended < 0 && errno != EINTR { break }
      if ContinuousClock.now - start > patience {
        kill(running.process, SIGKILL)
        while waitpid(running.process, &status, 0) < 0, errno == EINTR {}
        throw TooLong(description: "did not end within \(patience): \(running.words.joined(separator: " "))")
      }
      usleep(pause)
      pause = min(2 * pause, 8000)
    }
    let signal = status & 0x7F
    return Outcome(
      exitCode: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: read(running.files + "/output"),
      errors: read(running.files + "/errors"))
  }

  private static func package(of program: String) -> String {
    ["zdump": "libc-bin tzdata", "unshare": "util-linux", "setpriv": "util-linux"][program] ?? program
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// The content of a file as text; empty if there is none.
  package static func read(_ path: String) -> String {
    String(decoding: readBytes(path), as: UTF8.self)
  }

  /// The bytes of a file; none if there is none.
  package static func readBytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes text to a file.
  package static func write(_ text: String, to path: String) {
    write(Array(text.utf8), to: path)
  }

  /// Writes bytes to a file.
  package static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private static func removeFolder(_ path: String) {
    for name in ["input", "output", "errors"] { unlink(path + "/" + name) }
    rmdir(path)
  }
}
