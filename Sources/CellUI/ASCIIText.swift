internal import Text

/// Text for terminals that show nothing but ASCII.
public enum ASCIIText {
  private static let spellings: [Character: String] = [
    "·": "-", "…": "...", "–": "-", "—": "-", "’": "'", "‘": "'", "“": "\"", "”": "\"", "─": "-", "│": "|", "×": "x",
    "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "‹": "<", "›": ">", "◂": "<", "█": "#", "▀": "#", "▄": "#", "é": "e",
    "è": "e",
    "ê": "e", "ë": "e",
    "à": "a", "â": "a", "á": "a",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ç": "c", "ñ": "n", "ó": "o", "ô": "o",
    "í": "i", "î": "i", "ú": "u", "û": "u", "å": "a", "ø": "o",
  ]

  /// The text in ASCII: the usual spelling where there is one, `?` for each column of anything else.
  public static func spelled(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var spelled = ""
    for character in text {
      if character.isASCII {
        spelled.append(character)
      } else if let known = spellings[character] {
        spelled += known
      } else {
        spelled += String(repeating: "?", count: TextWidth.columns(of: TextWidth.drawable(character)))
      }
    }
    return spelled
  }
}
