internal import Text

/// What may be typed as text.
public enum TextRule {
  /// Text as typed, if it is short enough and holds no control characters but line breaks and tabs.
  /// - Throws: `Refusal` with the length and the limit, or naming the character.
  public static func check(_ text: String, limit: Int, what: String) throws(Refusal) -> String {
    let count = text.count
    // A character may be built of any number of scalars, so the bytes are bounded too.
    guard count <= limit else {
      throw .usage(
        "the \(what) has \(count) characters and \(limit) fit", so: Refusal.nothingSaved, "shorten it")
    }
    guard text.utf8.count <= limit * 4 else {
      throw .usage(
        "the \(what) takes \(text.utf8.count) bytes and \(limit * 4) fit", so: Refusal.nothingSaved, "shorten it")
    }
    if let control = text.unicodeScalars.first(where: { $0.isControl && $0 != "\n" && $0 != "\t" }) {
      let code = hex(UInt64(control.value), digits: 4)
      throw .usage(
        "the \(what) holds a control character (U+\(code))", so: Refusal.nothingSaved, "leave it out")
    }
    return text
  }

  /// Initials as somebody gives them: 1 to 12 characters, no spaces, at least one letter, and no digit at the beginning,
  /// because in a list it would be taken for the one that picks the line. Older records may hold others.
  /// - Throws: `Refusal` that says what they lack.
  public static func initials(_ text: String) throws(Refusal) -> String {
    let typed = try check(text, limit: 12, what: "name for initials")
    func refused(_ remedy: String) -> Refusal {
      .usage("\"\(typed)\" are no initials", so: Refusal.nothingSaved, remedy)
    }
    guard !typed.isEmpty, !typed.contains(where: \.isWhitespace) else {
      throw refused("use 1 to 12 characters without spaces")
    }
    guard typed.contains(where: \.isLetter) else { throw refused("use at least one letter") }
    guard typed.first?.isNumber != true else { throw refused("they must not begin with a digit") }
    return typed
  }
}
