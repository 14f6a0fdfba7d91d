import Glibc

/// A folder of its own for one test, removed with all it holds when the test lets go of it.
package final class TemporaryFolder {
  /// The folder's path.
  package let path: String

  /// Makes the folder.
  package init() {
    var template = Array("/tmp/nightstand-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit {
    _ = try? Spawn.run("/bin/rm", ["-rf", path])
  }
}
