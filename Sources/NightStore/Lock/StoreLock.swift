/// The lock that all programs sharing a writer id share, in the state folder. It is held for one action.
final class StoreLock {
  private var held: (file: FileDescriptor, files: any FileSystem)?
  /// Why this machine's own folder could not be written in this run, as a sentence without a full stop; nil if it could.
  private(set) var trouble: String?

  /// What asking for the lock came to.
  enum Answer {
    /// It is ours now.
    case taken
    /// Somebody else has held it for a second.
    case held
    /// There is no lock to be had: no state folder, or a disk without locks.
    case unavailable
  }

  /// True while this run has it.
  var isHeld: Bool { held != nil }

  /// Asks for the lock, waiting up to a second. `pause` waits some milliseconds.
  func take(in state: StateFolder?, _ files: any FileSystem, pause: (Int) -> Void) -> Answer {
    guard let state else { return .unavailable }
    let file: FileDescriptor
    do throws(SystemError) { file = try files.open(state.lockPath, .update) } catch {
      if error != .missing, !error.isNoFolder {
        trouble =
          "\(state.path), where this machine notes what it wrote, cannot be written because \(error.words), so what is saved "
          + "meanwhile is not known to undo; see to that folder"
      }
      return .unavailable
    }
    for _ in 0..<200 {
      guard let isOurs = try? files.lock(file) else {
        files.close(file)
        return .unavailable
      }
      if isOurs {
        held = (file, files)
        return .taken
      }
      pause(5)
    }
    files.close(file)
    return .held
  }

  /// Frees the lock.
  func free() {
    if let (file, files) = held { files.close(file) }
    held = nil
  }
}
