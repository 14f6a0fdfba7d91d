/// JSON values as text: one line, no spaces, control characters escaped so that `less` and a terminal show it safely.
extension JSON: CustomStringConvertible {
  /// The value as compact JSON.
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The value as compact JSON for whoever reads it: also what nobody would see in a text is escaped.
  public var shown: String {
    var text = ""
    write(to: &text, showsUnseen: true)
    return text
  }

  /// Writes the value as compact JSON.
  /// - Parameter showsUnseen: also escapes marks that turn the direction of writing and characters without width. The
  ///   journal has them as they are: its lines have a longest length.
  public func write(to text: inout some TextOutputStream, showsUnseen: Bool = false) {
    switch self {
    case .null: text.write("null")
    case .bool(let value): text.write(value ? "true" : "false")
    case .number(let spelling): text.write(spelling)
    case .string(let string): Self.quote(string, to: &text, showsUnseen)
    case .array(let elements):
      text.write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { text.write(",") }
        element.write(to: &text, showsUnseen: showsUnseen)
      }
      text.write("]")
    case .object(let members):
      text.write("{")
      for (index, member) in members.enumerated() {
        if index > 0 { text.write(",") }
        Self.quote(member.name, to: &text, showsUnseen)
        text.write(":")
        member.value.write(to: &text, showsUnseen: showsUnseen)
      }
      text.write("}")
    }
  }

  private static func quote(_ string: String, to text: inout some TextOutputStream, _ showsUnseen: Bool) {
    text.write("\"")
    string.forEachScalar { scalar, _, isUnseen in
      switch scalar {
      case "\"": text.write("\\\"")
      case "\\": text.write("\\\\")
      case "\n": text.write("\\n")
      case "\r": text.write("\\r")
      case "\t": text.write("\\t")
      default:
        let isEscaped = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || isUnseen && showsUnseen
        guard isEscaped else { return text.write(String(scalar)) }
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] { text.write("\\u" + hex(UInt64(unit), digits: 4)) }
      }
    }
    text.write("\"")
  }
}
