/// JSON values as text: one line, no spaces, control characters escaped so that `less` and a terminal show it safely.
extension JSON: CustomStringConvertible {
  /// The value as compact JSON.
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Writes the value as compact JSON.
  public func write(to text: inout some TextOutputStream) {
    switch self {
    case .null: text.write("null")
    case .bool(let value): text.write(value ? "true" : "false")
    case .number(let spelling): text.write(spelling)
    case .string(let string): Self.quote(string, to: &text)
    case .array(let elements):
      text.write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { text.write(",") }
        element.write(to: &text)
      }
      text.write("]")
    case .object(let members):
      text.write("{")
      for (index, member) in members.enumerated() {
        if index > 0 { text.write(",") }
        Self.quote(member.name, to: &text)
        text.write(":")
        member.value.write(to: &text)
      }
      text.write("}")
    }
  }

  private static func quote(_ string: String, to text: inout some TextOutputStream) {
    text.write("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text.write("\\\"")
      case "\\": text.write("\\\\")
      case "\n": text.write("\\n")
      case "\r": text.write("\\r")
      case "\t": text.write("\\t")
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          let hex = String(scalar.value, radix: 16)
          text.write("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
        } else {
          text.write(String(scalar))
        }
      }
    }
    text.write("\"")
  }
}
