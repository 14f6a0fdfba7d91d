import CellUI
import TestSupport
import Testing

/// Text that comes in one go from a terminal that marks no pastes. Times are milliseconds.
@Suite struct `Pastes that nothing marks` {
  /// The keys that come of pieces read with a pause after each.
  private func keys(_ pieces: [(String, Int64)]) -> [Key] {
    var (decoder, pasted, time, keys) = (KeyDecoder(), UnmarkedPaste(), Int64(0), [Key]())
    for (piece, pause) in pieces {
      keys += pasted.take(decoder.feed(bytes(piece), at: time), at: time)
      let end = time + pause
      while let due = [decoder.settlesAt, pasted.settlesAt].compactMap(\.self).min(), due <= end {
        keys += pasted.take(decoder.settle(at: due), at: due) + pasted.settle(at: due)
      }
      time = end
    }
    return keys
  }

  private func typed(_ text: String) -> [Key] { text.map { $0 == "\r" ? .enter : .character($0) } }

  @Test func `several lines in one go are one paste, and none of their ends is Enter`() {
    #expect(keys([("Turned left at two.\rThen u and 0.\r", 50)]) == [.paste("Turned left at two.\nThen u and 0.\n")])
    #expect(keys([("\rmoved the pillow\r\rdry mouth", 50)]) == [.paste("\nmoved the pillow\n\ndry mouth")])
  }

  @Test func `one line that a device types in one go stays a text and Enter`() {
    #expect(keys([("please turn me now\r", 50)]) == [.paste("please turn me now"), .enter])
    #expect(keys([("please turn me now", 50)]) == [.paste("please turn me now")])
  }

  @Test func `behind a connection the next piece may be 150 ms late, and Windows line ends are one line's end`() {
    var (decoder, pasted) = (KeyDecoder(isRemote: true), UnmarkedPaste(isRemote: true))
    var found = pasted.take(decoder.feed(bytes("cold feet tonight"), at: 0), at: 0) + pasted.settle(at: 150)
    found += pasted.take(decoder.feed(bytes("\ru0\r"), at: 150), at: 150) + pasted.settle(at: 350)
    #expect(found == [.paste("cold feet tonight\nu0\n")])
    #expect(keys([("please turn me now\r\n", 50)]) == [.paste("please turn me now"), .enter])
  }

  @Test func `a paste in pieces is one, however the pieces are cut`() {
    let text = "0155 hard to breathe 7\r0210 suction\r0230 turned left\r"
    let pasted = Key.paste(text.replacing("\r", with: "\n"))
    for size in [20, 23, 24, 40] {
      let pieces = stride(from: 0, to: text.count, by: size).map { String(text.dropFirst($0).prefix(size)) }
      #expect(keys(pieces.map { ($0, 15) } + [("", 50)]) == [pasted], "\(size)")
    }
    // At 9600 baud it is known as one after its first characters; no line end among the rest is Enter.
    let slow = keys(text.map { (String($0), 1) } + [("", 50)])
    #expect(!slow.contains(.enter) && Array(slow.dropLast()) == typed("0155 hard to b"), "\(slow)")
  }

  @Test func `keys that people press stay keys`() {
    #expect(keys([("tls", 0), ("u", 50)]) == typed("tlsu"))
    // A held key, and one that is told after a machine stood still.
    #expect(keys([(String(repeating: "t", count: 200), 50)]) == typed(String(repeating: "t", count: 200)))
    let scanning = String(repeating: "\t ", count: 30)
    #expect(keys([(scanning, 50)]).count { $0 == .tab } == 30)
    #expect(keys(Array(repeating: ("m", 30), count: 3) + "abcdefghijklmno".map { (String($0), 30) }).count == 18)
    #expect(keys([("1234567^[[B890abc", 50)]) == typed("1234567") + [.down] + typed("890abc"))
  }

  @Test func `after a paste the next key is a key, and one that comes with it stays behind it`() {
    #expect(keys([("cold feet tonight", 25), ("u", 50)]) == [.paste("cold feet tonight"), .character("u")])
    #expect(keys([("cold feet tonight^[OQ", 50)]) == [.paste("cold feet tonight"), .function(2)])
    #expect(keys([("^[[200~cold feet tonight^[[201~u", 50)]) == [.paste("cold feet tonight"), .character("u")])
  }

  @Test func `of any text no letter is lost and a paste is never longer than its limit`() {
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let text = String((0..<chance.number(in: 1...60)).map { _ in chance.one(of: Array("abcdef12 \r")) })
      let pieces = text.map { (String($0), Int64(chance.number(in: 0...30))) }
      let back = keys(pieces + [("", 50)]).map { key -> String in
        switch key {
        case .paste(let text): text
        case .enter: "\n"
        case .character(let character): String(character)
        default: "?"
        }
      }
      #expect(back.joined() == text.replacing("\r", with: "\n"))
    }
    let huge = keys([(String(repeating: "abcdefgh ", count: 40_000), 50)])
    #expect(huge.count == 1)
    if case .paste(let text) = huge.first { #expect(text.utf8.count == 100_000) }
  }
}
