import Bedside
import Glibc
import NightModel
import NightStore
import Text

/// What the program asks of the machine it runs on.
enum Machine {
  /// The program's version.
  static let version = "0.1.0"

  /// True if somebody types at a terminal.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The environment's variables.
  static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    for name in ["HOME", "NIGHTSTAND_STORE", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    // Asked of the system: the variable of that name need not be true.
    if let folder = getcwd(nil, 0) {
      variables["PWD"] = String(cString: folder)
      free(folder)
    }
    return variables
  }

  /// Where a record lies: the folder that was asked for, else where this machine keeps one.
  /// - Throws: `Failure` if that is nowhere.
  static func places(_ asked: String?) throws(Failure) -> StorePaths {
    if asked?.isEmpty == true {
      throw Failure("--store names no folder, so nothing was read or saved; name one, or leave it out", exitCode: 64)
    }
    guard let places = StorePaths.find(asked: asked, environment: environment())?.resolved(by: realPath) else {
      throw Failure(
        "there is no home folder to keep the record in, because HOME is not set, so nothing was read or saved; name a "
          + "folder with --store", exitCode: 73)
    }
    return places
  }

  /// The user's home folder; nil where the environment names none.
  static var home: String? { environment()["HOME"] }

  /// This machine's clocks.
  static func clock() -> MachineClock {
    let (zone, trouble) = LocalZone.look()
    return MachineClock(
      zone: zone, zoneFinding: trouble, milliseconds: now, uptime: uptime, nanoseconds: nanoseconds)
  }

  /// The real time in milliseconds since 1970.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Milliseconds on a clock that never jumps and counts sleep.
  static func uptime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Nanoseconds on a clock that never jumps, to measure short times by.
  static func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Makes a folder that nobody else can look into, for what is thrown away again.
  static func makeTemporaryFolder() -> String? {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(root)/nightstand-demo-\(String(repeating: "X", count: 6))".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a folder and everything in it.
  static func removeTree(_ path: String) {
    if unlink(path) == 0 { return }
    for name in (try? RealFileSystem().list(path)) ?? [] { removeTree("\(path)/\(name)") }
    rmdir(path)
  }

  /// The next line of standard input; nil at its end.
  static func readLine() -> String? { Swift.readLine() }

  /// The bytes of a file, or of standard input if its name is `-`, as far as there are no more than `most`. `outcome`
  /// is what follows where they cannot be read, such as `nothing was imported; name an export`. Throws `Failure` if it
  /// cannot be read or holds more.
  static func read(_ path: String, most: Int, orElse outcome: String) throws(Failure) -> [UInt8] {
    let number = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    func refused(_ reason: String) -> Failure {
      Failure("\(path.forDisplay) \(reason), so \(outcome)", exitCode: 65)
    }
    guard number >= 0 else { throw refused("could not be read because \(SystemError(code: errno).wordsOfFile)") }
    defer { if path != "-" { close(number) } }
    var bytes: [UInt8] = []
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
        let got = Glibc.read(number, buffer.baseAddress, buffer.count)
        if got < 0 { code = errno }
        filled = max(0, got)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw refused("could not be read because \(SystemError(code: code).wordsOfFile)") }
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= most else { throw refused("is too large for that") }
    }
  }

  /// A path without links and detours, as far as it is there; nil if it is not.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// What the store takes from this machine.
  static func storeWorld() -> StoreWorld {
    StoreWorld(
      now: now, random: { UInt64.random(in: .min ... .max) }, pause: { usleep(UInt32($0) * 1000) }, device: hostName(),
      boot: bootID(), program: version)
  }

  private static func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The first digits of the number the kernel draws at each start; `none` where there is none to read.
  private static func bootID() -> String {
    guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return "none" }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 8)
    guard fread(&buffer, 1, 8, file) == 8 else { return "none" }
    return String(decoding: buffer, as: UTF8.self)
  }
}

extension SystemError {
  /// The reason in words, where it is a file that was asked for.
  fileprivate var wordsOfFile: String {
    switch code {
    case ENOENT: "there is no such file"
    case EISDIR: "it is a folder"
    default: words
    }
  }
}
