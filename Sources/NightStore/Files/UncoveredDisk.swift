/// A disk that cannot promise that what is saved outlasts a power cut: many network and shared folders have no way to put
/// a folder's names on the disk, some special file systems not even a file. There what can be read back counts as saved,
/// and that is said once.
final class UncoveredDisk {
  private var path: String?
  private var said: String?

  /// Remembers that the system has no way to put something on the disk.
  func note(_ path: String) { self.path = self.path ?? path }

  /// What is to be said of such a disk, as a sentence without a full stop: in the first run on this machine that met it,
  /// nil in all others.
  func remark(_ state: StateFolder?) -> String? {
    guard said == nil, let path else { return said }
    if let state {
      guard (try? state.files.status(at: state.uncoveredPath)) == nil else { return nil }
      _ = try? state.files.with(state.uncoveredPath, .appendNew) { file throws(SystemError) in
        try state.files.write(file, Array("\(path)\n".utf8))
      }
    }
    said = Self.remark(path)
    return said
  }

  /// What is said of the disk that holds a path.
  static func remark(_ path: String) -> String {
    "the disk that holds \(path) has no way to put new files on it for certain, so a power cut may take what was saved just "
      + "before it; a record on a disk of this machine is covered"
  }
}

extension Store {
  /// What is to be said of a disk that cannot promise that what is saved outlasts a power cut, as a sentence without a full
  /// stop: in the first run on this machine that met it, nil in all others.
  public var powerCutRemark: String? { uncovered.remark(state) }
}
