/// Texts that are hard to draw and to break.
extension Chance {
  /// Text of everything that has gone wrong before.
  package mutating func text() -> String {
    let pieces = [
      "a", "Z", " ", " ", " ", "·", "é", "e\u{301}", "日", "本", "👍🏽", "👨‍👩‍👧", "🇫🇷", "\u{301}", "\u{200D}", "\u{202E}",
      "\u{7}", "\u{600}", "\u{1160}", "\u{1100}", "क\u{94D}\u{200D}ष", "क\u{93F}", "\u{FE0F}", "\u{378}",
      "\u{AD}", "\u{E33}",
    ]
    var text = ""
    for _ in 0..<number(in: 0...30) {
      if oneIn(8), let scalar = Unicode.Scalar(UInt32(number(in: 0...0x1_FFFF))) {
        text.unicodeScalars.append(scalar)
      } else {
        text += one(of: pieces)
      }
    }
    return text
  }
}
