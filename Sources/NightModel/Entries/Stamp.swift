internal import Text

/// The order of entries written by different devices: a hybrid logical clock.
///
/// Wall-clock milliseconds, a counter for entries of one millisecond, and the writer to settle ties. It only breaks
/// ties: what corrects what is said by name (see `Entry.Body`), so a device whose clock is years off harms nothing.
public struct Stamp: Hashable, Sendable, Comparable {
  /// A stamp this much ahead of the wall clock (24 hours) is kept and ordered, but does not drag our clock along.
  public static let farAhead: Int64 = 24 * 60 * 60 * 1000

  /// Milliseconds since 1970, as far as the clock of the writer was right.
  public let milliseconds: Int64
  /// Counts up within one millisecond, 0...65535.
  public let counter: UInt16
  /// Who wrote it: eight lower-case letters and digits, one writer per device and person's account.
  public let writer: String

  /// A stamp of a writer at a time.
  public init(milliseconds: Int64, counter: UInt16, writer: String) {
    self.milliseconds = milliseconds
    self.counter = counter
    self.writer = writer
  }

  /// Reads `0193a4b5c6d7.0003.k7f3q2xm`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    guard bytes.count > 18, bytes[12] == dot, bytes[17] == dot, let milliseconds = hexNumber(bytes[..<12]),
      let counter = hexNumber(bytes[13..<17]), !bytes[18...].contains(dot)
    else { return nil }
    self.init(
      milliseconds: Int64(milliseconds), counter: UInt16(counter), writer: String(decoding: bytes[18...], as: UTF8.self)
    )
  }

  /// The latest of some stamps that does not stand far ahead of the wall clock; nil if all do, or there are none.
  public static func latest(of stamps: some Sequence<Stamp>, asOf now: Int64) -> Stamp? {
    stamps.filter { $0.milliseconds - max(0, now) <= farAhead }.max()
  }

  /// The next stamp of `writer` at wall-clock time `now` (milliseconds since 1970): later than `latest`, the latest
  /// one seen in the partition, unless that one stands far ahead of the clock.
  public static func next(now: Int64, after latest: Stamp?, writer: String) -> Stamp {
    let fresh = Stamp(milliseconds: max(0, now), counter: 0, writer: writer)
    guard let latest, latest.milliseconds >= fresh.milliseconds,
      latest.milliseconds - fresh.milliseconds <= farAhead
    else { return fresh }
    return latest.counter < .max
      ? Stamp(milliseconds: latest.milliseconds, counter: latest.counter + 1, writer: writer)
      : Stamp(milliseconds: latest.milliseconds + 1, counter: 0, writer: writer)
  }

  /// Earlier stamps first, the writer settling ties.
  public static func < (one: Stamp, other: Stamp) -> Bool {
    (one.milliseconds, one.counter, one.writer) < (other.milliseconds, other.counter, other.writer)
  }
}

extension Stamp: CustomStringConvertible {
  /// `0193a4b5c6d7.0003.k7f3q2xm`.
  public var description: String {
    "\(hex(UInt64(bitPattern: milliseconds) & 0xFFFF_FFFF_FFFF, digits: 12)).\(hex(UInt64(counter), digits: 4)).\(writer)"
  }
}
