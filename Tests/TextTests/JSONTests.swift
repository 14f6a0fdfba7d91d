import TestSupport
import Testing

@testable import Text

@Suite struct `JSON text` {
  private func read(_ text: String) -> JSON? { JSON(Array(text.utf8)[...]) }

  @Test(arguments: [
    "null", "true", "-0.5e+10", "[]", "{}", "[1,2,[3]]", #"{"b":1,"a":{"b":[true,null]}}"#, #""a\"\\\n\t é 日本""#,
    #"{"a":1,"a":2}"#, "67.60", "12345678901234567890123",
  ])
  func `what is written is what was read, spelling and order kept`(text: String) {
    #expect(read(text)?.description == text)
  }

  @Test func `escapes mean what RFC 8259 says`() {
    #expect(read(#""\u00e9\ud83d\ude00\/\b\f\r""#)?.text == "é😀/\u{8}\u{C}\r")
    #expect(JSON.string("\u{1B}[31m\u{7F}\u{9B}").description == #""\u001b[31m\u007f\u009b""#)
  }

  @Test func `what is shown also escapes what nobody would see, and comes back the same`() {
    let text = "a\u{202E}b\u{200B}\u{2028}\u{FEFF}\u{E0041}👩‍⚕️ می‌خواهم"
    let shown = JSON.object([JSON.Member(text, .array([.string(text)]))]).shown
    #expect(shown.contains(#"a\u202eb\u200b\u2028\ufeff\udb40\udc41👩‍⚕️ می‌خواهم"#), "\(shown)")
    #expect(read(shown)?[text]?.elements == [.string(text)])
    // The journal has it as typed: a line has a longest length.
    #expect(JSON.string(text).description == "\"\(text)\"")
  }

  @Test(arguments: [
    "", " ", "nul", "01", "1.", "-", "+1", "1e", "[1,]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "\"a", "\"\\x\"",
    "\"\u{1}\"",
    #""\ud800""#, #""\ud800A""#, "[1] 2", "{\"a\":1}}", "'a'",
  ])
  func `what is not JSON is refused`(text: String) { #expect(read(text) == nil) }

  @Test func `deep nesting is refused, not followed`() {
    #expect(read(String(repeating: "[", count: 100_000)) == nil)
    #expect(read(String(repeating: "[", count: 16) + String(repeating: "]", count: 16)) != nil)
  }

  @Test func `broken UTF-8 is refused`() {
    #expect(JSON([0x22, 0xC3, 0x28, 0x22][...]) == nil)
    #expect(JSON([0x22, 0xED, 0xA0, 0x80, 0x22][...]) == nil)
  }

  @Test func `any value survives writing and reading, and any damage is survived`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let value = Self.value(&chance, depth: 0)
      var bytes = Array(value.description.utf8)
      #expect(JSON(bytes[...]) == value, "seed \(seed)")
      for _ in 0..<3 {
        bytes[chance.number(in: 0...bytes.count - 1)] = UInt8(chance.number(in: 0...255))
        _ = JSON(bytes[...])
        _ = JSON(bytes.prefix(chance.number(in: 0...bytes.count)))
      }
    }
  }

  private static func value(_ chance: inout Chance, depth: Int) -> JSON {
    switch chance.number(in: 0...(depth < 4 ? 6 : 4)) {
    case 0: .null
    case 1: .bool(chance.oneIn(2))
    case 2: .integer(chance.number(in: -1_000_000...1_000_000))
    case 3: .number("\(chance.number(in: 0...99)).\(chance.number(in: 0...9))")
    case 4: .string(text(&chance))
    case 5: .array((0..<chance.number(in: 0...4)).map { _ in value(&chance, depth: depth + 1) })
    default:
      .object(
        (0..<chance.number(in: 0...4)).map { _ in JSON.Member(text(&chance), value(&chance, depth: depth + 1)) })
    }
  }

  private static func text(_ chance: inout Chance) -> String {
    let letters: [Character] = [
      "a", "\"", "\\", "\n", "\u{0}", "é", "e\u{301}", "日", "👨‍👩‍👧", "\u{7F}", "\u{2028}", "/", " ",
    ]
    return String((0..<chance.number(in: 0...8)).map { _ in chance.one(of: letters) })
  }
}
