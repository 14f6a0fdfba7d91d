/// Typed text into field values, by the rules of the field table.
public enum FieldText {
  /// Reads a value as typed.
  /// - Parameters:
  ///   - text: the text; empty, or nothing but spaces, for blank.
  ///   - field: the field.
  ///   - moment: reads a typed time; what it refuses is passed on.
  /// - Returns: nil for blank.
  /// - Throws: `Refusal` that names the field, the text and what fits.
  public static func value(
    _ text: String, of field: Field, moment: (String) throws(Refusal) -> Instant
  ) throws(Refusal) -> FieldValue? {
    if text.allSatisfy(\.isWhitespace) { return nil }
    let name = field.optionName
    switch field.rule {
    case .number(let range):
      guard let number = Int(text), range.contains(number) else {
        throw .noNumber(text, in: range, of: field)
      }
      return .number(number)
    case .choice(let words):
      guard words.contains(text) else { throw .notOneOf(text, words, of: name) }
      return .text(text)
    case .text(let limit):
      return .text(field == .by ? try TextRule.initials(text) : try TextRule.check(text, limit: limit, what: name))
    case .flag:
      switch text.lowercased() {
      case "yes", "y", "true": return .flag(true)
      case "no", "n", "false": return .flag(false)
      default: throw .notOneOf(text, ["yes", "no"], of: name)
      }
    case .moment:
      return .moment(try moment(text))
    }
  }
}
