internal import CellUI

/// Tells single presses from a held key and from the bounce of a trembling hand, with time passed in. It says what a press
/// is; what the press would do decides whether it may.
///
/// A keyboard sends a held key once, again after 250 to 660 ms, and from then on every 20 to 50 ms.
struct KeyRepeatFilter: Hashable, Sendable {
  /// How long a key must have rested before it writes an event again unless the plan says otherwise, in milliseconds: longer than the longest usual delay
  /// before a keyboard repeats (660 ms), so that a key held through a change of screen writes nothing.
  static let eventRest: Int64 = 700
  /// The same before it opens, answers or takes back something, in milliseconds: longer than a bounce.
  static let actionRest: Int64 = 150
  /// The longest delay that a keyboard can be set to before it repeats, in milliseconds.
  static let longestDelay: Int64 = 2000
  /// Repeats of a held key follow each other by less, in milliseconds; nobody presses so fast.
  static let repeatGap: Int64 = 60
  /// Before the first repeat lies a delay of at least so many milliseconds.
  private static let delay: Int64 = 200
  /// How far apart a held key moves unless the plan says otherwise, in milliseconds.
  static let moveGap: Int64 = 125

  /// What a press is.
  enum Press: Hashable {
    /// A press of its own. `rest` is how long the key had rested, in milliseconds; nil if another key came between.
    case single(rest: Int64?)
    /// The first repeat that shows that the key is held: the press before it was a repeat too.
    case shownHeld
    /// Another repeat of a held key. `moves` is true if it is time for a held key to move on.
    case repeated(moves: Bool)
  }

  private var key: Key?
  private var uptime: Int64 = 0
  /// True if the last press came after a keyboard's delay, or soon after one that did: the next may show that it is held.
  private var mayBeHeld = false
  private var isHeld = false
  private var movedAt: Int64 = 0

  /// Takes in a key press. `twin` is a key that counts as the same one, `moveGap` how far apart a held key moves.
  mutating func take(_ key: Key, twin: Key? = nil, at uptime: Int64, moveGap: Int64 = Self.moveGap) -> Press {
    let key = key.smallLetter
    let rest = self.key.flatMap { $0 == key || $0 == twin ? uptime - self.uptime : nil }
    defer { (self.key, self.uptime) = (key, uptime) }
    let isRepeat = rest.map { $0 < Self.repeatGap } ?? false
    let wasHeld = isHeld
    isHeld = isRepeat && (isHeld || mayBeHeld)
    // A busy machine may bring the second repeat a little late.
    mayBeHeld = rest.map { $0 >= Self.delay || mayBeHeld && $0 < Self.actionRest } ?? false
    guard isHeld else {
      movedAt = uptime
      return .single(rest: rest)
    }
    let moves = uptime - movedAt >= moveGap
    if moves { movedAt = uptime }
    return wasHeld ? .repeated(moves: moves) : .shownHeld
  }
}
