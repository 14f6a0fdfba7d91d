import CellUI
import Testing

@Suite struct `What a terminal answers of its ground` {
  /// The keys of some pieces of bytes, a second apart, and what the answer was.
  private func read(_ pieces: [String], apart: Int64 = 1000) -> (keys: [Key], isLight: Bool?) {
    var (answer, decoder, keys, time) = (GroundAnswer(), KeyDecoder(), [Key](), Int64(0))
    for piece in pieces {
      keys += decoder.settle(at: time)
      keys += decoder.feed(answer.take(piece.utf8), at: time)
      time += apart
    }
    return (keys + decoder.settle(at: time), answer.isLight)
  }

  @Test func `light and dark are told apart in every form, and what is no colour is none`() {
    for (body, isLight) in [
      ("rgb:ffff/ffff/ffff", true), ("rgb:fdfd/f6f6/e3e3", true), ("rgb:0000/0000/0000", false),
      ("rgb:1c/1c/1c", false), ("rgb:f/f/f", true), ("rgba:ffff/ffff/ffff/8000", true),
      ("rgb:0000/2b2b/3636", false), ("rgb:gg/00/00", nil), ("#ffffff", nil), ("rgb:ff/ff", nil), ("", nil),
      ("rgb:fffff/ff/ff", nil),
    ] as [(String, Bool?)] {
      for end in ["\u{1B}\\", "\u{07}"] {
        let (keys, answer) = read(["\u{1B}]11;\(body)\(end)"])
        #expect(keys.isEmpty && answer == isLight, "\(body) \(keys)")
      }
    }
  }

  @Test func `wherever it is cut and however late the rest is, none of it becomes keys and no key is lost`() {
    let answer = Array("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    // Between Esc and what follows it nothing can tell whether somebody pressed Esc.
    for cut in 2..<answer.count {
      let pieces = ["a", String(answer[..<cut]), String(answer[cut...]) + "b", "c"]
      let (keys, isLight) = read(pieces, apart: cut < 5 ? 10 : 5000)
      #expect(keys == [.character("a"), .character("b"), .character("c")] && isLight == true, "\(cut): \(keys)")
    }
    let (keys, isLight) = read(answer.map(String.init), apart: 4)
    #expect(keys.isEmpty && isLight == true, "\(keys)")
  }

  @Test func `what is no answer goes on to whom it is for`() {
    #expect(read(["x\u{1B}[A1"]).keys == [.character("x"), .up, .character("1")])
    #expect(read(["\u{1B}"]).keys == [.escape])
    #expect(read(["\u{1B}]0;title\u{07}y"]).keys == [.character("y")])
    // One that breaks off takes no key with it.
    #expect(read(["\u{1B}]11;rgb:ff", "\r", "u"]).keys == [.enter, .character("u")])
    #expect(read(["\u{1B}]11;rgb:ff\u{1B}[B", "u"]).keys == [.down, .character("u")])
    #expect(read([""]).isLight == nil)
  }
}
