/// The bytes of text files: UTF-8, with its mark or without, or UTF-16 with a byte-order mark, as Windows writes both.
public enum TextBytes {
  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let littleEndianMark: [UInt8] = [0xFF, 0xFE]
  private static let bigEndianMark: [UInt8] = [0xFE, 0xFF]

  /// The text without its mark; nil if the bytes are none.
  public static func text(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: littleEndianMark) || bytes.starts(with: bigEndianMark) {
      let isLittle = bytes[0] == 0xFF
      guard bytes.count % 2 == 0 else { return nil }
      let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { index in
        UInt16(bytes[isLittle ? index + 1 : index]) << 8 | UInt16(bytes[isLittle ? index : index + 1])
      }
      return String(validating: units, as: UTF16.self)
    }
    return String(validating: bytes.starts(with: utf8Mark) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  /// The same bytes as UTF-8 if they are marked as UTF-16; otherwise, and if they are no text, the bytes themselves.
  public static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: littleEndianMark) || bytes.starts(with: bigEndianMark), let text = text(bytes) else {
      return bytes
    }
    return Array(text.utf8)
  }
}
