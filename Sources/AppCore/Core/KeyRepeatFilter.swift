internal import CellUI

/// Tells one press from the repeats of a held key and the bounce of a trembling hand, with time passed in.
///
/// A key that acts is let through once; the same key again within the window does nothing and starts the window anew,
/// so a key held for any time acts once. Another key in between proves that the first was let go. The window is longer
/// than the longest usual delay before a keyboard repeats (660 ms).
struct KeyRepeatFilter: Hashable, Sendable {
  /// How long a key must rest before it acts again, in milliseconds.
  static let window: Int64 = 700

  /// The last key and when it was pressed.
  private(set) var last: (key: Key, uptime: Int64)?

  static func == (one: KeyRepeatFilter, other: KeyRepeatFilter) -> Bool {
    one.last?.key == other.last?.key && one.last?.uptime == other.last?.uptime
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(last?.key)
    hasher.combine(last?.uptime)
  }

  /// Notes a key press. `twin` is a key that counts as the same one. Returns true if it may act.
  mutating func allows(_ key: Key, twin: Key? = nil, at uptime: Int64) -> Bool {
    let key = key.smallLetter
    defer { last = (key, uptime) }
    guard let last, last.key == key || last.key == twin else { return true }
    return uptime - last.uptime >= Self.window
  }
}
