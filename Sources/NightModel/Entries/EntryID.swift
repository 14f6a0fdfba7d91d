internal import Text

/// The permanent id of an entry: a UUID, version 7 when made here (RFC 9562), so that ids sort by when they were made and
/// two devices never make the same one.
public struct EntryID: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// A version 7 UUID from milliseconds since 1970 and 74 random bits taken from `random`.
  public init(milliseconds: Int64, random: (UInt64, UInt64)) {
    let time = UInt64(bitPattern: milliseconds) & 0xFFFF_FFFF_FFFF
    high = time << 16 | 0x7000 | (random.0 & 0x0FFF)
    low = 0x8000_0000_0000_0000 | (random.1 & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// An id by its two halves.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Its two halves, the one that holds the time first.
  package var halves: (high: UInt64, low: UInt64) { (high, low) }

  /// Reads the usual spelling, 8-4-4-4-12 hexadecimal digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for index in 0..<36 {
      let byte = bytes[index]
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = hexValue(byte) else { return nil }
      if digits < 16 {
        halves.0 = halves.0 << 4 | UInt64(digit)
      } else {
        halves.1 = halves.1 << 4 | UInt64(digit)
      }
      digits += 1
    }
    (high, low) = halves
  }

  /// The last eight digits, random ones: short enough to type and told apart within any few nights.
  public var short: String { String(description.suffix(8)) }
}

extension EntryID: Comparable {
  /// By bits: for ids made here, by when they were made.
  public static func < (one: EntryID, other: EntryID) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}

extension EntryID: CustomStringConvertible {
  /// 36 characters, lower case.
  public var description: String {
    let first = hex(high, digits: 16)
    let second = hex(low, digits: 16)
    let dash = "-"
    return first.prefix(8) + dash + first.dropFirst(8).prefix(4) + dash + first.dropFirst(12) + dash
      + second.prefix(4) + dash + second.dropFirst(4)
  }
}
