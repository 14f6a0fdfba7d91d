internal import CellUI
internal import Glibc

/// Reads keys: bytes from standard input, put together by the decoder, which says how long to wait for more.
struct KeyReader {
  /// True once there is nothing more to come.
  private(set) var hasEnded = false
  private var decoder: KeyDecoder
  private var pasted: UnmarkedPaste
  private var keys: ArraySlice<Key> = []
  private var ground = GroundAnswer()
  /// Until when an answer about the ground counts, in nanoseconds of the monotonic clock; nil while none is awaited.
  private var groundUntil: Int64?
  /// True where the ground was said to be light in time, and nobody took that yet.
  private var groundIsLight = false
  private let isRemote: Bool
  private var buffer = [UInt8](repeating: 0, count: 4096)

  /// A reader for a terminal near by, or behind a connection that may hold up the middle of a key.
  init(isRemote: Bool) {
    self.isRemote = isRemote
    decoder = KeyDecoder(isRemote: isRemote)
    pasted = UnmarkedPaste(isRemote: isRemote)
  }

  /// Heeds what the terminal answers of its ground, which it was asked for just now: silence is an answer, too.
  mutating func awaitGround() { groundUntil = Self.now() + (isRemote ? 300 : 100) * Self.millisecond }

  /// True once if the terminal said that its ground is light.
  mutating func takeLightGround() -> Bool {
    defer { groundIsLight = false }
    return groundIsLight
  }

  /// The next key that is already here.
  mutating func next() -> Key? { keys.popFirst() }

  /// What there is at a descriptor that was looked at as well.
  enum Stirring {
    /// Nothing.
    case none
    /// Something to read.
    case some
    /// It can be looked at no longer.
    case broken
  }

  /// Waits for input, for a signal, for something else to stir, or until a time. `deadline` is in nanoseconds of the
  /// monotonic clock; nil for ever. `other` is below 0 for nothing else.
  mutating func wait(until deadline: Int64?, orFor signals: Int32, _ other: Int32) -> Stirring {
    var watched = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    let settlesAt = [decoder.settlesAt, pasted.settlesAt].compactMap { $0.map { $0 * Self.millisecond } }.min()
    let wakesAt = [deadline, settlesAt].compactMap(\.self).min()
    guard unsafe poll(&watched, 3, Self.milliseconds(until: wakesAt)) >= 0 else {
      // Interrupted: the caller looks again. Anything else would come again for ever.
      if errno != EINTR, errno != EAGAIN { end() }
      return .none
    }
    if watched[0].revents != 0 {
      read()
    } else {
      let now = Self.now() / Self.millisecond
      keys += pasted.take(decoder.settle(at: now), at: now) + pasted.settle(at: now)
    }
    let news = watched[2].revents
    return news == 0 ? .none : news & Int16(POLLIN) != 0 ? .some : .broken
  }

  /// The monotonic clock, in nanoseconds.
  static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// What poll is told, rounded up so that it never wakes too early.
  private static func milliseconds(until deadline: Int64?) -> Int32 {
    guard let deadline else { return -1 }
    return Int32(clamping: (max(0, deadline - now()) + 999_999) / 1_000_000)
  }

  private mutating func read() {
    let count = unsafe Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    guard count > 0 else {
      // End of file, or EIO: the terminal is gone.
      if count == 0 || (errno != EINTR && errno != EAGAIN) { end() }
      return
    }
    let time = Self.now()
    let now = time / Self.millisecond
    // Only whoever asked is answered; a paste may hold anything.
    let bytes = groundUntil == nil ? Array(buffer[..<count]) : ground.take(buffer[..<count])
    if let groundUntil, ground.isLight != nil {
      groundIsLight = ground.isLight == true && time <= groundUntil
      (self.groundUntil, ground) = (nil, GroundAnswer())
    }
    keys += pasted.take(decoder.feed(bytes, at: now), at: now)
  }

  private mutating func end() {
    keys += pasted.take(decoder.end(), at: Self.now() / Self.millisecond) + pasted.end()
    hasEnded = true
  }

  private static let millisecond: Int64 = 1_000_000
}
