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

  /// Initials as typed: 1 to 12 characters, no spaces.
  /// - Throws: `Refusal` if they are empty, too long or hold a space or control character.
  public static func initials(_ text: String) throws(Refusal) -> String {
    let typed = try check(text, limit: 12, what: "name for initials")
    guard !typed.isEmpty, !typed.contains(where: \.isWhitespace) else {
      throw .usage(
        "\"\(typed)\" are no initials", so: Refusal.nothingSaved, "use 1 to 12 characters without spaces")
    }
    return typed
  }

  /// Initials of somebody who takes over, as they are to stand in lists: with a letter, because a number would be taken
  /// for the digit that chooses a line.
  /// - Throws: `Refusal` if they are none.
  public static func writer(_ text: String) throws(Refusal) -> String {
    let typed = try initials(text)
    guard typed.contains(where: \.isLetter) else {
      throw .usage("\"\(typed)\" are no initials", so: Refusal.nothingSaved, "use at least one letter")
    }
    return typed
  }
}
