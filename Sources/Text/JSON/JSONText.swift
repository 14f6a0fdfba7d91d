/// JSON values as text: one line, no spaces, control characters escaped so that `less` and a terminal show it safely.
extension JSON: CustomStringConvertible {
  /// The value as compact JSON.
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The value as compact JSON for a reader, invisible characters escaped too.
  public var shown: String {
    var text = ""
    write(to: &text, showsUnseen: true)
    return text
  }

  /// Adds the value as compact JSON to a text.
  /// - Parameters:
  ///   - text: the text.
  ///   - showsUnseen: true to escape direction marks and characters without width too. The journal keeps them as they are,
  ///     because its lines have a longest length.
  public func write(to text: inout String, showsUnseen: Bool = false) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let spelling): text += spelling
    case .string(let string): Self.quote(string, to: &text, showsUnseen)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text, showsUnseen: showsUnseen)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.name, to: &text, showsUnseen)
        text += ":"
        member.value.write(to: &text, showsUnseen: showsUnseen)
      }
      text += "}"
    }
  }

  private static func quote(_ string: String, to text: inout String, _ showsUnseen: Bool) {
    text += "\""
    defer { text += "\"" }
    // ASCII, nearly always: nothing to escape.
    if isPlain(string) { return text += string }
    string.forEachScalar { scalar, _, isUnseen in
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        let isEscaped = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || isUnseen && showsUnseen
        guard isEscaped else { return text.unicodeScalars.append(scalar) }
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] { text += "\\u" + hex(UInt64(unit), digits: 4) }
      }
    }
  }

  /// True if a text is spelled in JSON as it is.
  private static func isPlain(_ string: String) -> Bool {
    for byte in string.utf8
    where byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      return false
    }
    return true
  }
}
