internal import NightModel

/// Who writes: one id per device and account, so that no two ever write one file.
enum WriterID {
  private static let letters = Array("abcdefghjkmnpqrstvwxyz0123456789")

  /// Eight letters and digits from 40 random bits.
  static func make(random: UInt64) -> String {
    String((0..<8).map { letters[Int(random >> (5 * UInt64($0)) & 31)] })
  }

  /// True for one to sixteen lower-case letters and digits.
  static func isValid(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isValid(utf8: $0) }
  }

  /// The same of its bytes.
  static func isValid(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (1...16).contains(bytes.count)
      && bytes.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (48...57).contains($0) }
  }
}
