import TestSupport
import Testing

@testable import CellUI

/// Bytes and what they decode to, as a table spells them: `^[` is Esc.
func bytes(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "^"), rest.first == UInt8(ascii: "[") {
      bytes.append(0x1B)
      rest.removeFirst()
    } else {
      bytes.append(byte)
    }
  }
  return bytes
}

/// What each terminal sends, from its terminfo entry or its manual.
enum Terminals {
  static let xterm: [String: Key] = [
    "^[OA": .up, "^[OB": .down, "^[OC": .right, "^[OD": .left, "^[OH": .home, "^[OF": .end, "^[OM": .enter,
    "^[[A": .up, "^[[B": .down, "^[[C": .right, "^[[D": .left, "^[[H": .home, "^[[F": .end, "^[[Z": .backTab,
    "^[[3~": .delete, "^[[5~": .pageUp, "^[[6~": .pageDown, "^[OP": .function(1), "^[OQ": .function(2),
    "^[OR": .function(3), "^[OS": .function(4), "^[[15~": .function(5), "^[[17~": .function(6),
    "^[[18~": .function(7), "^[[19~": .function(8), "^[[20~": .function(9), "^[[21~": .function(10),
    "^[[23~": .function(11), "^[[24~": .function(12), "\u{7F}": .backspace, "\r": .enter, "\n": .enter, "\t": .tab,
    "^[[1;5A": .up, "^[[1;2B": .down, "^[[1;3C": .right, "^[[1;2D": .left, "^[[1;2H": .home, "^[[1;2F": .end,
    "^[[3;2~": .delete, "^[[5;5~": .pageUp, "^[[6;2~": .pageDown, "^[O1;5A": .up, "^[O5D": .left,
    "^[[27;5;105~": .control("i"), "^[[27;2;33~": .character("!"),
  ]
  static let linux: [String: Key] = [
    "^[[A": .up, "^[[B": .down, "^[[C": .right, "^[[D": .left, "^[[1~": .home, "^[[4~": .end, "^[[3~": .delete,
    "^[[5~": .pageUp, "^[[6~": .pageDown, "^[[[A": .function(1), "^[[[B": .function(2), "^[[[C": .function(3),
    "^[[[D": .function(4), "^[[[E": .function(5), "^[[17~": .function(6), "^[[24~": .function(12),
  ]
  static let vt: [String: Key] = [
    "^[OA": .up, "^[OB": .down, "^[OC": .right, "^[OD": .left, "^[OP": .function(1), "^[OS": .function(4),
    "^[OM": .enter, "\u{8}": .backspace, "^[OI": .tab,
  ].merging(zip("pqrstuvwxyjklmnoX ", "0123456789*+,-./= ").map { ("^[O\($0)", .character($1)) }) { $1 }
  static let rxvt: [String: Key] = [
    "^[[7~": .home, "^[[8~": .end, "^[[11~": .function(1), "^[[12~": .function(2), "^[[13~": .function(3),
    "^[[14~": .function(4), "^[[15~": .function(5), "^[[a": .up, "^[[b": .down, "^[[c": .right, "^[[d": .left,
    "^[Oa": .up, "^[Ob": .down, "^[Oc": .right, "^[Od": .left, "^[[3$": .delete, "^[[5$": .pageUp, "^[[7$": .home,
    "^[[8^": .end, "^[[6@": .pageDown, "^[[Z": .backTab,
  ]
  static let tmux: [String: Key] = [
    "^[[1~": .home, "^[[4~": .end, "^[[3~": .delete, "^[OP": .function(1), "^[[15~": .function(5), "^[[Z": .backTab,
  ]
  static let kitty: [String: Key] = [
    "^[[97u": .character("a"), "^[[97;1u": .character("a"), "^[[97;1:2u": .character("a"), "^[[13u": .enter,
    "^[[27u": .escape, "^[[9u": .tab, "^[[9;2u": .backTab, "^[[127u": .backspace, "^[[32u": .character(" "),
    "^[[97;5u": .control("a"), "^[[99;133u": .control("c"), "^[[92;5u": .control("\\"), "^[[97;2u": .character("A"),
    "^[[97:65;2u": .character("A"), "^[[49;2;33u": .character("!"), "^[[49:33;2u": .character("!"),
    "^[[233u": .character("é"), "^[[97;65;65u": .character("A"), "^[[57400u": .character("1"), "^[[57414u": .enter,
    "^[[57419u": .up, "^[[1;1:1A": .up, "^[[1;1:2B": .down, "^[[3;1:2~": .delete, "^[[P": .function(1),
    "^[[1;129S": .function(4), "^[[57352;1:3u^[[A": .up,
  ]
  static let pointers: [String: Key] = [
    "^[[<0;1;1M": .press(0, 0), "^[[<0;300;20m": .release(.left, 19, 299), "^[[M !!": .press(0, 0),
    "^[[M#0*": .release(nil, 9, 15), "^[[M \u{7F}~": .press(93, 94), "^[[<1;3;4M": .press(3, 2, .middle),
    "^[[<2;3;4M": .press(3, 2, .right), "^[[<1;3;4m": .release(.middle, 3, 2), "^[[<2;3;4m": .release(.right, 3, 2),
    "^[[M!!!": .press(0, 0, .middle), "^[[M\"!!": .press(0, 0, .right),
  ]
  static let pastes: [String: Key] = [
    "^[[200~a b^[[201~": .paste("a b"), "^[[200~é日^[[201~": .paste("é日"),
    "^[[200~one\rtwo\r\nthree\nfour\tfive\u{7}\u{85}^[[31m^[[201~": .paste("one\ntwo\nthree\nfour\tfive[31m"),
    "^[[200~^[^[[20^[[201~": .paste("[20"), "^[[200~t^[[A^[[201~": .paste("t[A"),
  ]
  static let plain: [String: Key] = [
    "a": .character("a"), "?": .character("?"), "é": .character("é"), "日": .character("日"), "👍": .character("👍"),
    "\u{301}": .character("\u{301}"), "\u{1}": .control("a"), "\u{3}": .control("c"), "\u{1A}": .control("z"),
    "\u{1C}": .control("\\"), " ": .character(" "),
  ]
  static let all = [xterm, linux, vt, rxvt, tmux, kitty, pointers, pastes, plain]
    .flatMap { $0 }.map { (bytes: bytes($0.key), key: $0.value) }.sorted {
      $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
}

extension Key {
  static func press(_ row: Int, _ column: Int, _ button: Pointer.Button = .left) -> Key {
    .pointer(Pointer(button, position: Position(row: row, column: column), isPress: true))
  }

  static func release(_ button: Pointer.Button?, _ row: Int, _ column: Int) -> Key {
    .pointer(Pointer(button, position: Position(row: row, column: column), isPress: false))
  }
}

extension KeyDecoder {
  /// Takes bytes that all come at once.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] { feed(bytes, at: 0) }

  /// Settles what is open, after as long a wait as it asks for.
  mutating func settle() -> [Key] { settlesAt.map { settle(at: $0) } ?? [] }

  /// The keys of bytes, fed one by one if asked for.
  static func keys(_ bytes: [UInt8], oneByOne: Bool = false) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    if oneByOne { for byte in bytes { keys += decoder.feed([byte]) } } else { keys = decoder.feed(bytes) }
    return keys + decoder.settle()
  }
}

@Suite struct `Keys from bytes` {
  private func keys(_ text: String) -> [Key] { KeyDecoder.keys(bytes(text)) }

  @Test func `every key of every terminal is known, whole or byte by byte, and needs no pause after it`() {
    for (bytes, key) in Terminals.all {
      #expect(KeyDecoder.keys(bytes) == [key], "\(bytes)")
      #expect(KeyDecoder.keys(bytes, oneByOne: true) == [key], "\(bytes)")
      var decoder = KeyDecoder()
      #expect(decoder.feed(bytes) == [key], "\(bytes)")
      #expect(decoder.settlesAt == nil, "\(bytes)")
    }
  }

  @Test func `keys one after another are those keys, however they are read`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let chosen = (0..<chance.number(in: 1...12)).map { _ in chance.one(of: Terminals.all) }
      let stream = chosen.flatMap(\.bytes)
      var decoder = KeyDecoder()
      var keys: [Key] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let piece = rest.prefix(chance.number(in: 0...7))
        keys += decoder.feed(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(keys + decoder.settle() == chosen.map(\.key), "seed \(seed)")
    }
  }

  @Test(arguments: [
    "^[[I", "^[[O", "^[[2~", "^[[25~", "^[[201~", "^[[E", "^[OE", "^[Oe", "^[O2t", "^[OZ", "^[[15;2~", "^[[1;2P",
    "^[[23$", "^[[11^", "^[[24;80R", "^[[1;5R", "^[[0n", "^[[?1u", "^[[?62;22c", "^[[>41;354;0c", "^[[?2026;2$y",
    "^[[4;2$y", "^[[[F", "^[[[1", "^[[97;1:3u", "^[[1;1:3A", "^[[3;1:3~", "^[[13;1:3u", "^[[97;3u", "^[[97;6u",
    "^[[57441u", "^[[57441;2u", "^[[u", "^[[1114112u", "^[[55296u", "^[[155u", "^[[1;5u", "^[[<64;3;4M",
    "^[[<65;3;4M", "^[[<64;3;4m", "^[[<32;3;4M", "^[[<34;3;4M", "^[[<35;3;4M", "^[[<4;3;4M", "^[[<3;3;4M",
    "^[[<128;3;4M", "^[[<-1;3;4M", "^[[<0;3;4X", "^[[<0;0;1M", "^[[<0;1M", "^[[<0;1;1;1M", "^[[M`!!", "^[[Ma!!",
    "^[[M@!!", "^[[MC!!", "^[[M$!!",
    "^[[M0!!", "^[[M \u{0}!", "^[[97;5;1;1~", "^[[A^[[1;1:3A", "^[]0;title\u{7}", "^[]11;rgb:0000/0000/0000^[\\",
    "^[P>|XTerm(379)^[\\", "^[_Gi=1;OK^[\\", "^[^pm^[\\", "^[Xsos^[\\", "^[P1$r0m\u{7}", "^[]52;c;é日\u{7}", "^[\\",
    "^[a",
    "^[1", "^[O", "^[[", "^[é", "^[👍", "^[\r", "^[\u{7F}", "^[\u{3}", "^[ ", "^[^[[A", "^[^[OA", "^[^[[3~", "^[^[[[A",
    "\u{0}", "\u{1D}", "\u{1E}", "\u{1F}", "\u{80}", "\u{9B}", "\u{85}", "^[[200~^[[201~",
  ])
  func `what is not known is dropped whole`(text: String) {
    // One of them is a key and its release.
    let expected: [Key] = text.hasPrefix("^[[A") ? [.up] : []
    #expect(keys(text) == expected)
    #expect(KeyDecoder.keys(bytes(text), oneByOne: true) == expected)
  }

  @Test func `Esc alone is a key once nothing follows`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [] && decoder.settlesAt == 100)
    #expect(decoder.settle(at: 99) == [])
    #expect(decoder.settle(at: 100) == [.escape] && decoder.settlesAt == nil)
    #expect(keys("^[^[") == [.escape, .escape])
    #expect(keys("^[^[^[") == [.escape, .escape, .escape])
  }

  @Test func `two Esc before something else are an Esc and what the second begins`() {
    #expect(keys("^[^[x") == [.escape])
    #expect(keys("^[^[^[[A") == [.escape])
    #expect(keys("^[^[[<0;1;1M") == [.escape, .press(0, 0)])
    #expect(keys("^[^[[<64;1;1M") == [.escape] && keys("^[^[[M`!!") == [.escape])
    #expect(keys("^[^[[200~t^[[201~") == [.escape, .paste("t")])
    #expect(keys("^[^[]0;t\u{7}x") == [.escape, .character("x")])
  }

  @Test func `a click, one that is dragged off, two at once and the wheel are what the buttons did, and no more`() {
    #expect(keys("^[[<0;5;9M^[[<0;5;9m") == [.press(8, 4), .release(.left, 8, 4)])
    #expect(keys("^[[<0;5;9M^[[<32;6;9M^[[<32;6;12M^[[<0;6;12m") == [.press(8, 4), .release(.left, 11, 5)])
    #expect(keys("^[[M %)^[[M#&)") == [.press(8, 4), .release(nil, 8, 5)])
    let twice = [Key.press(0, 0), .release(.left, 0, 0)]
    #expect(keys("^[[<0;1;1M^[[<0;1;1m^[[<0;1;1M^[[<0;1;1m") == twice + twice)
    #expect(keys("^[[<64;1;1M^[[<65;1;1M^[[<2;1;1M^[[<2;1;1m") == [.press(0, 0, .right), .release(.right, 0, 0)])
  }

  @Test func `half a sequence is nothing once nothing follows, half a paste at the end of all is what came`() {
    for text in ["^[[", "^[[1;5", "^[O", "^[[[", "^[[M !", "^[]0;title", "^[]0;title^[", "^[P1$r", "^[^[["] {
      #expect(keys(text) == [], "\(text)")
    }
    for text in ["^[[200~half", "^[[200~half^[[20"] {
      var decoder = KeyDecoder()
      #expect(decoder.feed(bytes(text)) + decoder.end() == [.paste("half")])
    }
  }

  @Test func `what breaks a sequence counts for itself`() {
    #expect(keys("^[[1;\r") == [.enter])
    #expect(keys("^[[1^[[A") == [.up])
    #expect(keys("^[O^[OA") == [.up])
    #expect(keys("^[]0;title^[[A") == [.up])
    #expect(keys("^[[1é") == [.character("é")])
    #expect(keys("^[[M \u{3}") == [.control("c")])
  }

  @Test func `bytes that are no text vanish one by one`() {
    let broken: [[UInt8]] = [
      [0x80], [0xBF, 0xBF], [0xC0], [0xC1], [0xC3], [0xE6, 0x97], [0xF0, 0x9F, 0x91], [0xF5], [0xFF, 0xFE],
      [0xE0, 0x80],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0x9B], [0x1B, 0xC3], [0x1B, 0xFF],
    ]
    for piece in broken {
      #expect(KeyDecoder.keys(piece + [0x74]) == [.character("t")], "\(piece)")
      #expect(KeyDecoder.keys(piece + bytes("^[[A")) == [.up], "\(piece)")
      #expect(KeyDecoder.keys(piece + bytes("日")) == [.character("日")], "\(piece)")
    }
  }

  @Test func `a sequence longer than any is swallowed to its end`() {
    let long = String(repeating: "1;", count: 500)
    for end in ["A", "~", "u", "M"] { #expect(keys("^[[\(long)\(end)t") == [.character("t")]) }
    #expect(keys("^[O\(long)At") == [.character("t")])
    #expect(keys("^[[\(String(repeating: "9", count: 60))~t") == [.character("t")])
    #expect(keys("^[]\(long)\(long)\(long)\(long)\(long)\u{7}t") == [.character("t")])
  }

  @Test func `a paste keeps so much and no more, in whole characters`() throws {
    let kept = KeyDecoder.keys(bytes("^[[200~a" + String(repeating: "é", count: 80_000) + "^[[201~t"))
    #expect(kept.count == 2 && kept.last == .character("t"))
    guard case .paste(let text) = try #require(kept.first) else { return #expect(Bool(false)) }
    #expect(text.utf8.count == 99_999 && text.hasSuffix("é"))
    let broken = bytes("^[[200~a") + [0xC3] + bytes("b") + [0xFF] + bytes("c^[[201~")
    #expect(KeyDecoder.keys(broken) == [.paste("abc")])
  }
}
