/// Disks that cannot promise that what is saved outlasts a power cut: many network and shared folders have no way to put
/// a folder's names on the disk, some special file systems not even a file. There what can be read back counts as saved,
/// and that is said once.
extension Store {
  /// Remembers that the system has no way to put something on the disk.
  func noteUncovered(_ path: String) { uncovered = uncovered ?? path }

  /// What is to be said of such a disk, as a sentence without a full stop: in the first run on this machine that met it,
  /// nil in all others.
  public var powerCutRemark: String? {
    guard uncoveredRemark == nil, let uncovered else { return uncoveredRemark }
    if let state {
      guard (try? files.status(at: state.uncoveredPath)) == nil else { return nil }
      _ = try? files.with(state.uncoveredPath, .appendNew) { file throws(SystemError) in
        try files.write(file, Array("\(uncovered)\n".utf8))
      }
    }
    uncoveredRemark = Self.powerCutRemark(uncovered)
    return uncoveredRemark
  }

  static func powerCutRemark(_ path: String) -> String {
    "the disk that holds \(path) has no way to put new files on it for certain, so a power cut may take what was saved just "
      + "before it; a record on a disk of this machine is covered"
  }
}
