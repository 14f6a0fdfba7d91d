internal import Text

/// The numbers of a sequence: `1 ; 5 : 3` is 1, and 5 with 3 below it.
struct KeyNumbers: Sendable {
  private let parts: [[Int?]]

  /// Reads numbers; nil if anything but numbers stands there.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.allSatisfy({ 0x30..<0x3C ~= $0 }) else { return nil }
    parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
  }

  /// How many there are, at least 1.
  var count: Int { parts.count }

  /// A number by its place, nil if it is absent or left empty.
  subscript(index: Int) -> Int? { part(index, 0) }

  /// What the second number says: which modifiers were held, and below it what happened to the key.
  var modifiers: KeyModifiers { KeyModifiers(part(1, 0) ?? 1, event: part(1, 1) ?? 1) }

  /// What the key types with Shift, where the terminal says so below its code.
  var shifted: Int? { part(0, 1) }

  private func part(_ index: Int, _ below: Int) -> Int? {
    guard parts.indices ~= index, parts[index].indices ~= below else { return nil }
    return parts[index][below]
  }

  /// The number that digits spell; a huge one stays merely large.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : digits.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 10_000_000) }
  }
}

/// The modifiers held with a key, and what happened to it, as kitty and xterm number them.
struct KeyModifiers: Sendable {
  private let bits: Int
  /// True if the key came up.
  let isRelease: Bool

  /// Modifiers by the number sent: one more than the sum of their bits.
  init(_ number: Int, event: Int = 1) {
    // Caps Lock and Num Lock change what a key types, not which key it is.
    bits = max(0, number - 1) & ~0b1100_0000
    isRelease = event == 3
  }

  /// True if none is held.
  var isPlain: Bool { bits == 0 }
  /// True if Shift is held, and nothing else.
  var isShift: Bool { bits == 1 }
  /// True if Ctrl is held, and nothing else.
  var isControl: Bool { bits == 4 }
}

/// Bytes that mean something of their own.
enum Byte {
  static let bell: UInt8 = 7
  static let escape: UInt8 = 0x1B
  static let backslash = UInt8(ascii: "\\")
}

extension Key {
  /// The key that sends one byte below 0x80; nil where none is meant.
  init?(ascii byte: UInt8) {
    switch byte {
    case 8, 127: self = .backspace
    case 9: self = .tab
    case 10, 13: self = .enter
    case 1...26: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 28: self = .control("\\")
    case 0x20..<0x7F: self = .character(Character(Unicode.Scalar(byte)))
    default: return nil
    }
  }

  /// True for F1 to F12.
  var isFunction: Bool {
    if case .function = self { true } else { false }
  }
}
