import Glibc
import NightModel

/// A file made for somebody else to read: whole or not there at all, and open to nobody but its owner.
enum OutputFile {
  /// Writes a file beside its place and then puts it there, so that a full disk leaves no half file.
  /// - Parameter replaces: true if a file that lies there may go.
  /// - Throws: `Failure` saying what was kept and what to do.
  static func write(_ text: String, to path: String, replaces: Bool) throws(Failure) {
    try check(path, replaces: replaces)
    var template = Array("\(path).XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw failure(path, errno) }
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var problem = fill(file, Array(text.utf8))
    if fsync(file) != 0, problem == 0 { problem = errno }
    if close(file) != 0, problem == 0 { problem = errno }
    if problem == 0 {
      // Whatever came there meanwhile is not replaced unasked: linking a second name fails where there is one.
      let isInPlace = replaces ? rename(temporary, path) : link(temporary, path)
      if isInPlace != 0 { problem = errno }
    }
    unlink(temporary)
    if problem != 0 { throw failure(path, problem) }
  }

  /// A place as people type it, `~` being their home folder.
  /// - Throws: `Failure` if it names none.
  static func place(_ typed: String, home: String?) throws(Failure) -> String {
    guard !typed.isEmpty, !typed.hasSuffix("/") else {
      throw Failure("\"\(typed.forDisplay)\" names no file, so nothing was written; name one", exitCode: 64)
    }
    guard typed.hasPrefix("~/") else { return typed }
    guard let home, !home.isEmpty else {
      throw Failure("there is no home folder here, so nothing was written; name a whole path", exitCode: 73)
    }
    return home + typed.dropFirst()
  }

  /// True if anything lies at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func check(_ path: String, replaces: Bool) throws(Failure) {
    guard !path.isEmpty else { throw Failure("no file was named, so nothing was written; name one", exitCode: 64) }
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        "\(path.forDisplay) is a folder or no ordinary file, so nothing was written; name another", exitCode: 73)
    }
    guard replaces else { throw there(path) }
  }

  private static func there(_ path: String) -> Failure {
    Failure(
      "\(path.forDisplay) is there already, so nothing was written; name another file, or say --force to replace it",
      exitCode: 73)
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    if code == EEXIST { return there(path) }
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    let kept = exists(path) ? "what lies there is as it was" : "nothing was left there"
    return Failure(
      "\(path.forDisplay) could not be written (\(reason)), and \(kept); name a file elsewhere", exitCode: 73)
  }

  private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Int32 {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { done += count } else if errno != EINTR { return errno }
    }
    return 0
  }
}
