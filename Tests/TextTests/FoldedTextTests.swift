import TestSupport
import Testing

@testable import Text

@Suite struct `Texts as they are compared` {
  private func folded(_ text: String) -> String { String(decoding: FoldedText.bytes(of: text), as: UTF8.self) }

  @Test(arguments: [
    ("Ärger", "arger"), ("STRASSE ß", "strasse ss"), ("œuvre Ægir", "oeuvre aegir"), ("Łódź", "lodz"),
    ("ά", "α"), ("e\u{301}\u{327}", "e"), ("a\tb\nc", "a b c"), ("日本", "日本"),
    // Final sigma, whichever way the word was typed.
    ("ΠΌΝΟΣ", "πονοσ"), ("πόνος", "πονοσ"),
    ("Ёлка", "елка"), ("й и\u{306} ї", "и и і"),
    ("ﬁn oﬃce ﬅ ĳ", "fin office st ij"), ("ǣ ǆ", "ae dz"),
    ("Ｍａｓｋ　６", "mask 6"), ("ﾏｽｸ ｶﾞ", "マスク カ\u{3099}"), ("ガ", "カ\u{3099}"),
    ("5 µg", "5 μg"), ("a\u{AD}b\u{200B}c\u{FEFF}", "abc"), ("10\u{202F}mg\u{A0}x", "10 mg x"), ("❤\u{FE0F}", "❤"),
    // The marks of these scripts are vowels, and no accents.
    ("कु", "कु"), ("क़", "क\u{93C}"),
  ])
  func `letters are compared small, without accents and however they are spelled`(text: String, expected: String) {
    #expect(Array(folded(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `korean is the same composed and in letters`() {
    #expect(
      FoldedText.bytes(of: "통증 각")
        == FoldedText.bytes(of: "\u{1110}\u{1169}\u{11BC}\u{110C}\u{1173}\u{11BC} \u{1100}\u{1161}\u{11A8}"))
    #expect(FoldedText.bytes(of: "통증") != FoldedText.bytes(of: "통장"))
  }

  @Test func `folding what is folded changes nothing, for every letter and sign`() {
    for value in UInt32(0)..<0x20000 {
      guard let scalar = Unicode.Scalar(value),
        ![.unassigned, .privateUse].contains(scalar.properties.generalCategory)
      else { continue }
      let once = FoldedText.bytes(of: String(scalar))
      let twice = FoldedText.bytes(of: String(decoding: once, as: UTF8.self))
      if once != twice { Issue.record("U+\(String(value, radix: 16)): \(once), then \(twice)") }
    }
  }

  /// Letters with one mark, as one character and as two: Swift's own equality knows which are the same.
  @Test func `what is canonically equal is folded equal`() {
    let letters = [
      0x41...0x7A, 0xC0...0x24F, 0x370...0x4FF, 0x5D0...0x5EA, 0x621...0x6D5, 0x905...0x939, 0x1E00...0x1FFF,
      0x3041...0x30FF,
    ].joined().compactMap { Unicode.Scalar($0) }
    let marks = [0x300...0x345, 0x5B4...0x5C2, 0x653...0x655, 0x93C...0x93C, 0x3099...0x309A].joined()
      .compactMap { Unicode.Scalar($0) }
    let composed = Set(letters.map { String($0) })
    var pairs = 0
    for letter in letters {
      for mark in marks {
        let two = String(letter) + String(mark)
        guard two.unicodeScalars.count == 2, let index = composed.firstIndex(of: two) else { continue }
        pairs += 1
        let one = composed[index]
        if FoldedText.bytes(of: one) != FoldedText.bytes(of: two) { Issue.record("\(one.unicodeScalars.map(\.value))") }
      }
    }
    #expect(pairs > 900)
  }
}
