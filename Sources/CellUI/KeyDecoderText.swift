/// Puts bytes together into characters. Bytes that are no UTF-8 vanish one by one, and never take a good one with them.
struct UTF8Assembler: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte may be; narrower after a first byte that would otherwise allow a value twice or too large.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// True inside a character.
  var isPending: Bool { missing > 0 }

  /// Whether the byte goes on with the character that is open.
  func canContinue(with byte: UInt8) -> Bool { isPending && allowed ~= byte }

  /// Takes a byte.
  /// - Returns: the scalar that it ends.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if canContinue(with: byte) {
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      allowed = 0x80...0xBF
      return isPending ? nil : Unicode.Scalar(value)
    }
    self = UTF8Assembler()
    switch byte {
    case ..<0x80: return Unicode.Scalar(byte)
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1)
    case 0xE0...0xEF: begin(byte & 0x0F, missing: 2)
    case 0xF0...0xF4: begin(byte & 0x07, missing: 3)
    default: break
    }
    switch byte {
    case 0xE0: allowed = 0xA0...0xBF
    case 0xED: allowed = 0x80...0x9F
    case 0xF0: allowed = 0x90...0xBF
    case 0xF4: allowed = 0x80...0x8F
    default: break
    }
    return nil
  }

  private mutating func begin(_ bits: UInt8, missing: Int) {
    value = UInt32(bits)
    self.missing = missing
  }
}

/// Collects what is pasted, up to the mark at its end: text, with no control characters but line ends and tabs.
struct PasteCollector: Sendable {
  /// How much is kept, in bytes.
  static let limit = 100_000
  private static let end = Array("\u{1B}[201~".utf8)

  private var scalars = String.UnicodeScalarView()
  private var size = 0
  private var character = UTF8Assembler()
  /// How much of the mark at the end has come.
  private var matched = 0
  private var isAfterReturn = false

  /// What has come so far.
  var text: String { String(scalars) }

  /// Takes a byte.
  /// - Returns: true if it ends the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    let begun = matched
    matched = 0
    for held in Self.end[..<begun] { collect(held) }
    if byte == Byte.escape { matched = 1 } else { collect(byte) }
    return false
  }

  private mutating func collect(_ byte: UInt8) {
    guard let scalar = character.take(byte) else { return }
    // Many terminals send a Return for each line end, some a Return and a line feed.
    defer { isAfterReturn = scalar == "\r" }
    if scalar == "\r" { return keep("\n") }
    if scalar == "\n", isAfterReturn { return }
    let isControl = scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
    if !isControl || scalar == "\n" || scalar == "\t" { keep(scalar) }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    size += UTF8.width(scalar)
    if size <= Self.limit { scalars.append(scalar) }
  }
}
