import Glibc
import TestSupport
import Testing

@testable import Text

@_silgen_name("wcwidth") private func cColumns(_ scalar: Int32) -> Int32

@Suite struct `Columns of text` {
  @Test func `the table is the C library's`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil, "the locale C.UTF-8 is missing; apt-get install libc-bin")
    var known = 0
    var wrong: [String] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), TextWidth.isKnown(scalar) else { continue }
      known += 1
      let expected = cColumns(Int32(value))
      if TextWidth.columns(of: scalar) != expected { wrong.append("\(String(value, radix: 16)): \(expected)") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    // What glibc 2.36 knows, NUL apart.
    #expect(known == 282_163)
  }

  @Test func `what the C library does not know is a sign of one column`() {
    // The second and third came after Unicode 14.
    for unknown in ["\u{378}", "\u{1FAE8}", "\u{31350}", "\u{FFFE}", "\u{10FFFF}"] as [Character] {
      #expect(TextWidth.drawable(unknown) == "\u{FFFD}")
      #expect(TextWidth.columns(of: unknown) == 1)
    }
  }

  @Test func `control characters become a space`() {
    let controls: [Character] = [
      "\u{0}", "\u{7}", "\t", "\n", "\r", "\r\n", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}", "\u{2029}",
    ]
    for control in controls { #expect(TextWidth.drawable(control) == " ") }
  }

  @Test func `an emoji sequence becomes its first scalar`() {
    let sequences: [(Character, Character)] = [
      ("👍🏽", "👍"), ("👨‍👩‍👧‍👦", "👨"), ("❤️", "\u{2764}"), ("⚠️", "\u{26A0}"), ("🇫🇷", "\u{1F1EB}"), ("1️⃣", "1"),
      ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴"), ("👩🏾‍🔬", "👩"), ("©\u{FE0F}", "©"), ("☃\u{FE0E}", "☃"),
    ]
    for (sequence, first) in sequences {
      #expect(TextWidth.drawable(sequence).unicodeScalars.map(\.value) == first.unicodeScalars.map(\.value))
    }
  }

  @Test func `a letter keeps its marks, up to what a cell holds`() {
    for (character, columns) in [
      ("e\u{301}", 1), ("日\u{301}", 2), ("o\u{302}\u{323}", 1), ("\u{1100}\u{1161}\u{11A8}", 2), ("க\u{BBF}", 2),
      ("กำ", 2), ("é", 1), ("ß", 1), ("日", 2), ("👍", 2), ("·", 1), ("…", 1), ("─", 1),
    ] as [(Character, Int)] {
      #expect(TextWidth.drawable(character).unicodeScalars.elementsEqual(character.unicodeScalars), "\(character)")
      #expect(TextWidth.columns(of: character) == columns, "\(character)")
    }
    let heap = Character("e" + String(repeating: "\u{301}", count: 40))
    #expect(TextWidth.drawable(heap).unicodeScalars.elementsEqual("e\u{301}\u{301}\u{301}\u{301}".unicodeScalars))
  }

  @Test func `a mark alone stands on a space`() {
    #expect(TextWidth.drawable("\u{301}") == " \u{301}")
    #expect(TextWidth.columns(of: "\u{301}") == 1)
    // Not every one can.
    #expect(TextWidth.drawable("\u{1160}").unicodeScalars.count == 1)
  }

  @Test func `what is invisible takes no column`() {
    for invisible in ["\u{200E}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{61C}", "\u{FEFF}", "\u{200D}", "\u{AD}"] {
      #expect(TextWidth.drawable(Character(invisible)) == "\u{200B}")
      #expect(TextWidth.columns(of: "a\(invisible)b") == 2)
    }
    // Inside a word a joiner goes, the letters stay.
    #expect(TextWidth.drawable("a\u{200D}") == "a")
  }

  @Test func `nothing that turns or hides text is ever drawn`() {
    let marks: [ClosedRange<UInt32>] = [0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200C...0x200F, 0x2028...0x202E]
    let banned = (marks + [0x2060...0x206F, 0xFE00...0xFE0F, 0xE0000...0xE01EF]).flatMap { $0 }
    let set = Set(banned)
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      for character in chance.text() {
        let drawn = TextWidth.drawable(character)
        #expect(drawn.unicodeScalars.allSatisfy { !set.contains($0.value) }, "seed \(seed)")
        #expect(drawn.unicodeScalars.count <= 5, "seed \(seed)")
        #expect(TextWidth.drawable(drawn).unicodeScalars.elementsEqual(drawn.unicodeScalars), "seed \(seed)")
        let columns = TextWidth.columns(of: character)
        #expect(columns == 0 ? drawn == "\u{200B}" : 1...2 ~= columns, "seed \(seed)")
        #expect(columns == drawn.unicodeScalars.reduce(0) { $0 + TextWidth.columns(of: $1) }, "seed \(seed)")
      }
    }
  }
}

@Suite struct `Text in lines` {
  @Test func `what is too long is cut and says so`() {
    #expect(TextWidth.fit("Turned left", columns: 11) == "Turned left")
    #expect(TextWidth.fit("Turned left", columns: 10) == "Turned le…")
    #expect(TextWidth.fit("日本語", columns: 5) == "日本…")
    #expect(TextWidth.fit("日本語", columns: 4) == "日…")
    #expect(TextWidth.fit("日本", columns: 1) == "…")
    #expect(TextWidth.fit("a", columns: 0) == "")
    #expect(TextWidth.fit("", columns: -1) == "")
  }

  @Test func `lines break at spaces, and inside what is longer than a line`() {
    #expect(TextWidth.wrapped("", columns: 10) == [""])
    #expect(TextWidth.wrapped("one two three", columns: 8) == ["one two", "three"])
    #expect(TextWidth.wrapped("one two three", columns: 7) == ["one two", "three"])
    #expect(TextWidth.wrapped("one two three", columns: 6) == ["one", "two", "three"])
    #expect(TextWidth.wrapped("one   two   ", columns: 4) == ["one", "two"])
    #expect(TextWidth.wrapped("an extraordinary", columns: 6) == ["an", "extrao", "rdinar", "y"])
    #expect(TextWidth.wrapped("one\n\ntwo\r\nthree\n", columns: 10) == ["one", "", "two", "three", ""])
    #expect(TextWidth.wrapped("日本語", columns: 5) == ["日本", "語"])
    #expect(TextWidth.wrapped("日本", columns: 1) == ["日", "本"])
    #expect(TextWidth.wrapped("ab", columns: 0) == ["a", "b"])
    #expect(TextWidth.wrapped("  indented by two", columns: 10) == ["  indented", "by two"])
  }

  @Test func `whatever the text, a cut one fits and is its beginning`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let text = chance.text()
      let columns = chance.number(in: -1...20)
      let cut = TextWidth.fit(text, columns: columns)
      #expect(TextWidth.columns(of: cut) <= max(0, columns), "seed \(seed)")
      if columns > 0, TextWidth.columns(of: text) <= columns { #expect(cut == text, "seed \(seed)") }
      if columns > 0, cut != text {
        #expect(cut.unicodeScalars.last == "…", "seed \(seed)")
        #expect(text.unicodeScalars.starts(with: cut.unicodeScalars.dropLast()), "seed \(seed)")
        // Nothing that would have fitted was cut: at most one column of a wide character is left free.
        #expect(TextWidth.columns(of: cut) >= columns - 1, "seed \(seed)")
      }
    }
  }

  @Test func `whatever the text, its lines fit and hold every word of it`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      var text = chance.text()
      if chance.oneIn(2) { text += "\n" + chance.text() }
      let columns = chance.number(in: 0...20)
      let lines = TextWidth.wrapped(text, columns: columns)
      #expect(!lines.isEmpty, "seed \(seed)")
      for line in lines {
        let alone = line.count == 1 && columns < 2
        #expect(TextWidth.columns(of: line) <= max(1, columns) || alone, "seed \(seed)")
      }
      func words(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0 != " " && $0 != "\n" && $0 != "\r" }
      }
      #expect(words(lines.joined()) == words(text), "seed \(seed)")
      let paragraphs = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      #expect(lines.count >= paragraphs.count, "seed \(seed)")
    }
  }

  @Test func `lines after the first stand under its words, or as far in as they are told to`() {
    #expect(TextWidth.wrapped("one two three", columns: 9, first: "- ") == ["- one two", "  three"])
    #expect(TextWidth.wrapped("one two three", columns: 9, indent: 2) == ["one two", "  three"])
    #expect(TextWidth.wrapped("日本 日本 日本", columns: 11, first: "本  ") == ["本  日本", "    日本", "    日本"])
    #expect(TextWidth.wrapped("", columns: 9, first: "- ") == ["- "])
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let (text, columns) = (chance.text(), chance.number(in: 4...20))
      for line in TextWidth.wrapped(text, columns: columns, first: "- ") {
        // A mark that stands alone joins the space before it.
        let begins = ["- ", "  "].contains { line.unicodeScalars.starts(with: $0.unicodeScalars) }
        #expect(TextWidth.columns(of: line) <= columns && begins, "seed \(seed)")
      }
    }
  }

  @Test func `a long text is broken in no time`() {
    let text = String(repeating: "日本 word é ", count: 10_000)
    let start = ContinuousClock.now
    #expect(TextWidth.wrapped(text, columns: 80).count > 1000)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
