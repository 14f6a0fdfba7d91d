import Glibc
import NightModel
import NightStore

/// Tells when somebody else wrote into the record: another bedside, a command, a sync engine.
///
/// A folder that is not there yet is waited for in the nearest one above it that is. Where the system gives no such watch
/// (none left, or a disk that knows none), nothing is told, and the screen reads anew each minute as it does anyway.
final class FolderWatch {
  /// What can be polled: readable when there is news. Below 0 where there is no watch to be had.
  let descriptor: Int32

  private let places: StorePaths
  private var watches: Set<Int32> = []

  private static let wanted =
    UInt32(IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
    | UInt32(IN_ONLYDIR)

  /// A watch that looks at nothing yet.
  init(_ places: StorePaths) {
    self.places = places
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads what has happened, and watches the folders of these partitions from now on, as they lie now.
  /// - Returns: true if they may hold something that was not there when it was last asked.
  func look(at partitions: [Partition]) -> Bool {
    guard descriptor >= 0 else { return false }
    var hasNews = readEvents()
    // What came into a folder before it was looked at made no news; and while one is put under watch, the next may come.
    while arm(partitions) { hasNews = true }
    return hasNews
  }

  /// Puts the folders under watch, and lets go of all others.
  /// - Returns: true if one is watched that was not.
  private func arm(_ partitions: [Partition]) -> Bool {
    let before = watches
    watches = Set(
      partitions.compactMap { partition in
        places.foldersToWatch(for: partition).lazy
          .map { inotify_add_watch(self.descriptor, $0, Self.wanted) }.first { $0 >= 0 }
      })
    for watch in before.subtracting(watches) { inotify_rm_watch(descriptor, watch) }
    return !watches.isSubset(of: before)
  }

  /// Reads all events there are.
  /// - Returns: true if any of it is about folders or files of entries.
  private func readEvents() -> Bool {
    var hasNews = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return hasNews }
      buffer.withUnsafeBytes { bytes in
        var start = 0
        while start + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
          start += MemoryLayout<inotify_event>.size
          let name = bytes[start..<min(start + Int(event.len), count)].prefix { $0 != 0 }
          start += Int(event.len)
          if isNews(event, name: String(decoding: name, as: UTF8.self)) { hasNews = true }
        }
      }
    }
  }

  private func isNews(_ event: inotify_event, name: String) -> Bool {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    // The last words of a watch that was let go.
    guard watches.contains(event.wd) else { return false }
    if event.mask & UInt32(IN_IGNORED) != 0 { watches.remove(event.wd) }
    return name.isEmpty || name.hasSuffix(".jsonl") || event.mask & UInt32(IN_ISDIR) != 0
  }
}
