import TestSupport
import Testing

@testable import Text

@Suite struct `Bytes of text files` {
  @Test func `spaces go from both ends and from nowhere else`() {
    for (text, trimmed) in [
      ("", ""), (" ", ""), ("   ", ""), ("a", "a"), ("  a b ", "a b"), ("a  ", "a"), ("\u{A0}é\t ", "\u{A0}é\t"),
    ] {
      #expect(text.trimmingSpaces() == trimmed && text[...].trimmingSpaces() == trimmed, "\(text)")
    }
  }

  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittle ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: ["", "2310 turn left\r\n0140 suction", "é 日本 \u{1F600}"])
  func `are read as UTF-8, with its mark or without, and as UTF-16 with its mark`(text: String) {
    #expect(TextBytes.text(Array(text.utf8)) == text)
    #expect(TextBytes.text([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    for isLittle in [true, false] {
      #expect(TextBytes.text(utf16(text, isLittle: isLittle)) == text)
      #expect(TextBytes.utf8(utf16(text, isLittle: isLittle)) == Array(text.utf8))
    }
  }

  @Test(arguments: [
    [0xFF], [0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0x00, 0xD8], [0xFE, 0xFF, 0xD8, 0x00], [0x80], [0x41, 0xC3],
  ])
  func `are none if they are cut or no text, and then left as they are`(bytes: [UInt8]) {
    #expect(TextBytes.text(bytes) == nil && TextBytes.utf8(bytes) == bytes)
  }
}
