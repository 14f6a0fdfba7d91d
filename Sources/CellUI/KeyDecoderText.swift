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
