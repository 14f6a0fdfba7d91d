import Glibc
import NightModel
import NightStore

/// A file made for somebody else to read, at a place that somebody typed.
enum OutputFile {
  /// Writes a file, whole or not at all.
  /// - Parameter replaces: true if a file that lies there may go.
  /// - Throws: `StoreError` saying what was kept and what to do.
  static func write(_ text: String, to path: String, replaces: Bool) throws(StoreError) {
    try Handout(files: RealFileSystem(), replaces: replaces).write([Array(text.utf8)], to: path)
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
}
