internal import Text

/// Collects what is pasted, up to the mark at its end: text, with no control characters but line ends and tabs.
struct PasteCollector: Sendable {
  /// How much is kept, in bytes.
  static let limit = 100_000
  /// How long a paste may be silent, in milliseconds, before what has come of it is handed over. The rest is still text.
  static let patience: Int64 = 5000
  /// The same for what comes after such a silence.
  static let patienceOverdue: Int64 = 1000
  private static let end = Array("\u{1B}[201~".utf8)

  private var scalars = String.UnicodeScalarView()
  private var size = 0
  private var character = UTF8Assembler()
  /// How much of the mark at the end has come.
  private var matched = 0
  private var isAfterReturn = false

  /// True once the paste was silent for so long that the mark at its end may be lost. From then on an Esc that stands
  /// alone ends it, so that the keyboard is never dead.
  private(set) var isOverdue = false

  /// What has come and was not handed over.
  var text: String { String(scalars) }

  /// True if the last byte was an Esc.
  var isAfterEscape: Bool { matched == 1 }

  /// How long to wait for the next byte, in milliseconds; nil for ever.
  var wait: Int64? {
    if !isOverdue { return Self.patience }
    return isAfterEscape ? KeyPace.slowEscape : scalars.isEmpty ? nil : Self.patienceOverdue
  }

  /// Takes out what has come, after a silence; nil if nothing has.
  mutating func handOver() -> String? {
    defer { (scalars, size, isOverdue) = (String.UnicodeScalarView(), 0, true) }
    return scalars.isEmpty ? nil : text
  }

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
