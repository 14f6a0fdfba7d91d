/// Reads JSON (RFC 8259) strictly: every input gives a value or a refusal, never a crash, however deep or broken.
struct JSONParser {
  /// Nesting deeper than this is refused; a journal line needs four levels.
  static let deepest = 16

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The value that all of `bytes` spell, or nil.
  static func parse(_ bytes: ArraySlice<UInt8>) -> JSON? {
    bytes.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes)
      guard let value = parser.value(depth: 0) else { return nil }
      parser.skipSpace()
      return parser.position == bytes.count ? value : nil
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[position..<end].elementsEqual(expected) else { return false }
    position = end
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value(depth: Int) -> JSON? {
    guard depth <= Self.deepest else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take(word: "true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take(word: "false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSON? {
    position += 1
    var members: [JSON.Member] = []
    skipSpace()
    if take("}") { return .object([]) }
    // Most objects have about so many: growing step by step costs more than reading them.
    members.reserveCapacity(8)
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\""), let name = string() else { return nil }
      skipSpace()
      guard take(":"), let value = value(depth: depth + 1) else { return nil }
      members.append(JSON.Member(name, value))
      skipSpace()
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSON? {
    position += 1
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
      skipSpace()
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func number() -> JSON? {
    let start = position
    _ = take("-")
    let integerDigits = digits()
    guard integerDigits > 0, integerDigits == 1 || bytes[position - integerDigits] != UInt8(ascii: "0") else {
      return nil
    }
    if take("."), digits() == 0 { return nil }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if !take("+") { _ = take("-") }
      if digits() == 0 { return nil }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func string() -> String? {
    position += 1
    guard var text = plainRun() else { return nil }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return text
      case UInt8(ascii: "\\"):
        position += 1
        guard let scalar = escape() else { return nil }
        text.unicodeScalars.append(scalar)
      case 0x00..<0x20:
        return nil
      default:
        guard let more = plainRun() else { return nil }
        text += more
      }
    }
    return nil
  }

  /// The characters up to the next quote, backslash or control character; nil if they are not UTF-8.
  private mutating func plainRun() -> String? {
    let start = position
    var seen: UInt8 = 0
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      seen |= byte
      position += 1
    }
    let run = bytes[start..<position]
    // ASCII, nearly always: nothing to validate.
    return seen < 0x80 ? String(decoding: run, as: UTF8.self) : String(validating: run, as: UTF8.self)
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape()
    default: return nil
    }
  }

  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = fourHexDigits() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard take("\\"), take("u"), let second = fourHexDigits(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func fourHexDigits() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = hexValue(byte) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}

extension JSON {
  /// The value that all of `bytes` spell; nil if they are not one JSON value, or nest deeper than 16 levels.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard let value = JSONParser.parse(bytes) else { return nil }
    self = value
  }
}
