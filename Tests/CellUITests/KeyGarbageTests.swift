import CellUI
import TestSupport
import Testing

@Suite struct `Garbage from a terminal` {
  private static let unknownLetters = Array("EGIJKLNOTUVWXYefghijklmnopqrstvwxyz{|}".utf8)

  private func digits(_ chance: inout Chance, _ range: ClosedRange<Int> = 0...999) -> [UInt8] {
    Array(String(chance.number(in: range)).utf8)
  }

  private func some(_ chance: inout Chance, _ bytes: ClosedRange<UInt8>, _ count: ClosedRange<Int>) -> [UInt8] {
    (0..<chance.number(in: count)).map { _ in UInt8.random(in: bytes, using: &chance) }
  }

  /// Something a terminal may send that is no key here.
  private func unknown(_ chance: inout Chance) -> [UInt8] {
    let escape: [UInt8] = [0x1B]
    let control = escape + Array("[".utf8)
    switch chance.number(in: 0...15) {
    case 0:
      // A reply, whatever its end.
      let prefix = chance.one(of: Array("?>=".utf8))
      return control + [prefix] + some(&chance, 0x30...0x3B, 0...90) + some(&chance, 0x20...0x2F, 0...2)
        + some(&chance, 0x40...0x7E, 1...1)
    case 1:
      return control + some(&chance, 0x30...0x3B, 1...90) + [chance.one(of: Self.unknownLetters)]
    case 2:
      let number = chance.one(of: [0, 2, 9, 10, 16, 22, 25, 29, 34, 99, 199, 201, 1000, 2004])
      return control + Array("\(number)~".utf8)
    case 3:
      // Releases.
      let key = chance.one(of: ["97;1:3u", "13;5:3u", "1;1:3A", "3;1:3~", "27;1:3u", "57420;1:3u", "11;1:3~", "1;2:3P"])
      return control + Array(key.utf8)
    case 4:
      return escape + Array("O".utf8) + some(&chance, 0x30...0x39, 0...2)
        + [chance.one(of: Array("EGJKLNTUVWYZefghiz".utf8))]
    case 5, 6:
      let kind = chance.one(of: Array("]P_^X".utf8))
      let text =
        chance.oneIn(20) ? some(&chance, 0x20...0xFF, 4000...6000) : some(&chance, 0x20...0xFF, 0...40)
      return escape + [kind] + text + chance.one(of: [[7], [0x1B, 0x5C]])
    case 7: return control + chance.one(of: [[0x49], [0x4F]])
    case 8:
      let button = chance.one(of: [3, 4, 8, 16, 32, 35, 64, 65, 128])
      return control + Array("<\(button);".utf8) + digits(&chance) + Array(";".utf8) + digits(&chance)
        + [chance.one(of: Array("Mm".utf8))]
    case 9:
      return control + Array("M".utf8) + [chance.one(of: [36, 40, 48, 64, 96, 97])]
        + some(&chance, 0x20...0xFF, 2...2)
    case 10: return escape + [chance.one(of: Array("abtxyz0189 (){}\r\u{3}\u{7F}".utf8))]
    case 11: return escape + Array(chance.one(of: ["é", "日", "👍"]).utf8)
    case 12: return escape + escape + Array(chance.one(of: ["[A", "OA", "[5~", "[1;5C", "[[B", "[Z"]).utf8)
    // A first byte may go on in what follows, so what follows begins with Esc.
    case 13: return chance.one(of: [[0xC3], [0xE6, 0x97], [0xF0, 0x9F], [0xFF], [0xC0]]) + control + [0x49]
    case 14: return some(&chance, 0x80...0xBF, 1...5)
    default: return control + some(&chance, 0x30...0x39, 65...200) + [chance.one(of: Array("ABCD~uMPmZHF".utf8))]
    }
  }

  @Test func `what is no key yields none, and the next key works`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      var decoder = KeyDecoder()
      for _ in 0..<chance.number(in: 1...10) {
        let piece = unknown(&chance)
        if chance.oneIn(2) {
          #expect(decoder.feed(piece) == [], "seed \(seed): \(piece)")
        } else {
          for byte in piece { #expect(decoder.feed([byte]) == [], "seed \(seed): \(piece)") }
        }
      }
      #expect(decoder.settlesAt == nil, "seed \(seed)")
      #expect(decoder.settle() == [], "seed \(seed)")
      #expect(decoder.feed(Array("t".utf8)) == [.character("t")], "seed \(seed)")
    }
  }

  @Test func `a key between what is no key is found`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      var decoder = KeyDecoder()
      let known = chance.one(of: Terminals.all)
      let keys = decoder.feed(unknown(&chance) + known.bytes + unknown(&chance))
      #expect(keys == [known.key], "seed \(seed): \(known.bytes)")
    }
  }

  @Test func `whatever comes, broken off anywhere, a pause settles it and the next key works`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      var decoder = KeyDecoder()
      for _ in 0..<chance.number(in: 1...6) {
        let piece =
          switch chance.number(in: 0...2) {
          case 0: some(&chance, 0...255, 0...40)
          case 1: some(&chance, 0x1B...0x1B, 0...2) + some(&chance, 0x1B...0x5F, 0...20)
          default: unknown(&chance)
          }
        _ = decoder.feed(piece.prefix(chance.number(in: 0...50)))
      }
      _ = decoder.settle()
      #expect(decoder.settlesAt == nil, "seed \(seed)")
      #expect(decoder.feed(Array("t".utf8)) == [.character("t")], "seed \(seed)")
    }
  }

  @Test func `how bytes are split never changes the keys`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let stream = (0..<6).flatMap { _ in
        chance.oneIn(2) ? chance.one(of: Terminals.all).bytes : some(&chance, 0x1B...0xC5, 0...12)
      }
      var whole = KeyDecoder()
      var pieces = KeyDecoder()
      let expected = whole.feed(stream) + whole.settle()
      var keys: [Key] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let piece = rest.prefix(chance.number(in: 1...5))
        keys += pieces.feed(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(keys + pieces.settle() == expected, "seed \(seed)")
    }
  }
}
