import CellUI
import TestSupport
import Testing

/// Keys that come in pieces with pauses between them, as on a slow line. Times are milliseconds.
@Suite struct `Keys with pauses` {
  /// A decoder, and the reader's part: what is due is settled before the next bytes come.
  private struct Line {
    var decoder = KeyDecoder()
    var time: Int64 = 0
    var keys: [Key] = []

    init(isRemote: Bool = false) { decoder = KeyDecoder(isRemote: isRemote) }

    mutating func pause(_ milliseconds: Int64) {
      let end = time + milliseconds
      while let due = decoder.settlesAt, due <= end { keys += decoder.settle(at: due) }
      time = end
    }

    mutating func send(_ bytes: some Sequence<UInt8>) { keys += decoder.feed(bytes, at: time) }
  }

  /// The keys of pieces with a pause after each.
  private func keys(_ pieces: [(String, Int64)], isRemote: Bool = false) -> [Key] {
    var line = Line(isRemote: isRemote)
    for (text, pause) in pieces {
      line.send(bytes(text))
      line.pause(pause)
    }
    return line.keys
  }

  @Test func `an arrow split by 50 ms is an arrow, wherever it is split`() {
    for arrow in ["[B", "OB", "[1;2B"] {
      #expect(keys([("^[", 50), (arrow, 50)]) == [.down])
      #expect(keys([("^[", 50)] + arrow.map { (String($0), 400) }) == [.down])
    }
    #expect(keys([("^[", 150), ("[B", 50)], isRemote: true) == [.down])
  }

  @Test func `what follows an Esc that was taken for the key is dropped whole and never a command`() {
    for rest in ["[B", "OB", "[1;2B", "[<0;5;5M", "[M !!", "[[A", "Op", "[3~", "[?1u"] {
      for pause: Int64 in [150, 500, 1000] {
        #expect(keys([("^[", pause), (rest, 300), ("t", 0)]) == [.escape, .character("t")], "\(rest) \(pause)")
        let slow = [("^[", pause)] + rest.map { (String($0), Int64(450)) } + [("t", 0)]
        #expect(keys(slow) == [.escape, .character("t")], "\(rest) \(pause)")
      }
    }
    #expect(keys([("^[", 300), ("[200~t", 300), ("x^[[201~", 0)]) == [.escape, .paste("tx")])
  }

  @Test func `a line that was slow once is waited for half a second from then on`() {
    #expect(keys([("^[", 300), ("[B", 50), ("^[", 450), ("[B", 50)]) == [.escape, .down])
    #expect(keys([("^[", 50), ("[A", 50), ("^[", 450), ("[B", 50)]) == [.up, .down])
    var line = Line()
    for (text, pause) in [("^[", Int64(50)), ("[A", 50), ("^[", 499)] {
      line.send(bytes(text))
      line.pause(pause)
    }
    #expect(line.keys == [.up])
    line.pause(1)
    #expect(line.keys == [.up, .escape])
  }

  @Test func `Esc is Esc after a tenth of a second, and what a person types after it is typed`() {
    #expect(keys([("^[", 100)]) == [.escape])
    #expect(keys([("^[", 200)], isRemote: true) == [.escape])
    #expect(keys([("^[", 100), ("t", 0)]) == [.escape, .character("t")])
    #expect(keys([("^[", 300), ("[", 500), ("t", 0)]) == [.escape, .character("["), .character("t")])
    #expect(keys([("^[", 300), ("O", 500), ("t", 0)]) == [.escape, .character("O"), .character("t")])
    #expect(keys([("^[", 1200), ("O", 0), ("B", 0)]) == [.escape, .character("O"), .character("B")])
    // On a slow line, too, a letter typed a moment after Esc is no Alt with that letter.
    #expect(keys([("^[", 50), ("[A", 50), ("^[", 200), ("t", 0)]) == [.up, .escape, .character("t")])
  }

  @Test func `a paste holds until its end, however long it pauses, and none of it becomes keys`() {
    #expect(
      keys([("^[[200~turn", 1500), ("ed le", 1500), ("ft^[[201~t", 0)]) == [.paste("turned left"), .character("t")])
    #expect(keys([("^[[200~lrb", 4999), ("^[", 1200), ("[2", 1200), ("01~", 0)]) == [.paste("lrb")])
    // After a long silence what came is handed over, and what comes is still text.
    #expect(
      keys([("^[[200~lrb", 60_000), ("sss", 60_000), ("mm^[[201~t", 0)])
        == [.paste("lrb"), .paste("sss"), .paste("mm"), .character("t")])
    #expect(keys([("^[[200~lrb^[", 60_000), ("[201~t", 0)]) == [.paste("lrb"), .character("t")])
    #expect(keys([("^[[200~lrb", 60_000), ("^[[201~t", 0)]) == [.paste("lrb"), .character("t")])
  }

  @Test func `Esc ends a paste whose end is lost, and the next key works`() {
    #expect(
      keys([("^[[200~lrb", 5000), ("t", 1000), ("^[", 500), ("t", 0)])
        == [.paste("lrb"), .paste("t"), .character("t")])
    #expect(keys([("^[[200~lrb", 5000), ("^[", 300), ("x", 1000)]) == [.paste("lrb"), .paste("x")])
    #expect(keys([("^[[200~", 60_000), ("^[", 500), ("t", 0)]) == [.character("t")])
    // It was the mark after all, and even later.
    #expect(keys([("^[[200~lrb", 5000), ("^[", 1400), ("[201~", 0), ("t", 0)]) == [.paste("lrb"), .character("t")])
  }

  @Test func `no pause under half a second changes the keys, but right after Esc, and there it makes no command`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let chosen = (0..<chance.number(in: 1...8)).map { _ in chance.one(of: Terminals.all) }
      let stream = chosen.flatMap(\.bytes)
      var (steady, wild) = (Line(), Line())
      var rest = stream[...]
      while !rest.isEmpty {
        let piece = rest.prefix(chance.number(in: 1...5))
        rest = rest.dropFirst(piece.count)
        let pause = Int64(chance.number(in: 0...499))
        steady.send(piece)
        steady.pause(piece.last == 0x1B ? min(pause, 99) : pause)
        wild.send(piece)
        wild.pause(pause)
      }
      #expect(steady.keys == chosen.map(\.key), "seed \(seed)")
      let expected = chosen.map(\.key)
      // A sequence may have become an Esc; no key stands there that was not sent.
      #expect(wild.keys.filter { $0 != .escape }.isSubsequence(of: expected), "seed \(seed): \(wild.keys)")
    }
  }
}

extension [Key] {
  /// True if these are some of the others, in their order.
  fileprivate func isSubsequence(of others: [Key]) -> Bool {
    var rest = others[...]
    for key in self {
      guard let index = rest.firstIndex(of: key) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}
