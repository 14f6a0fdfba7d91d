import NightModel
import TestSupport
import Testing

@testable import NightStore

@Suite struct `A line of the journal` {
  static let entry: Entry = {
    var samples = Samples()
    return samples.event(.turn, [.side: .text("left"), .note: .text("é 日本\n\"quoted\"")], at: "23:10")
  }()

  @Test func `the checksum is zlib's`() {
    #expect(CRC32.checksum(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    #expect(CRC32.checksum([]) == 0)
  }

  @Test func `a line is JSON that ends with the checksum of all before it, and reads back`() throws {
    let (line, next) = LineFormat.line(Self.entry, at: .init(number: 17, previous: 0x9AE0_DAAF))
    let text = String(decoding: line, as: UTF8.self)
    #expect(text.hasPrefix(#"{"v":1,"id":"\#(Self.entry.id)","n":17,"p":"9ae0daaf","h":""#))
    #expect(text.hasSuffix("\"}\n") && text.filter { $0 == "\n" }.count == 1)
    guard case .sound(let json, let checksum) = LineFormat.read(line.dropLast()[...]) else {
      Issue.record("not sound")
      return
    }
    #expect(Entry(id: Self.entry.id, json: json) == Self.entry)
    #expect(next == .init(number: 18, previous: checksum))
  }

  @Test func `every flipped bit shows`() {
    let line = Array(LineFormat.line(Self.entry, at: .start).line.dropLast())
    for bit in 0..<line.count * 8 {
      var flipped = line
      flipped[bit / 8] ^= 1 << (bit % 8)
      switch LineFormat.read(flipped[...]) {
      case .changed, .unreadable: break
      case .sound, .byHand: Issue.record("bit \(bit) went unseen")
      }
    }
  }

  @Test func `a line break of another system is not damage`() {
    let line = LineFormat.line(Self.entry, at: .start).line.dropLast() + [UInt8(ascii: "\r")]
    guard case .sound = LineFormat.read(line[...]) else {
      Issue.record("a carriage return broke it")
      return
    }
  }

  @Test func `a line written by hand is told apart from one whose frame is damaged`() {
    func kind(_ text: String) -> String { "\(LineFormat.read(Array(text.utf8)[...]))".prefix { $0 != "(" }.description }
    #expect(kind(#"{"id":"x","k":"note"}"#) == "byHand")
    #expect(kind(#"{"id":"x","n":1,"k":"note"}"#) == "changed")
    #expect(kind(#"{"id":"x","c":"00000000"}"#) == "changed")
    #expect(kind("<<<<<<< HEAD") == "unreadable")
    #expect(kind("[1]") == "unreadable")
    #expect(kind(String(repeating: "x", count: 70_000)) == "unreadable")
  }
}

@Suite struct `A file of the journal` {
  /// A header and four turns.
  static let bytes: [UInt8] = file(turns: 4)

  static func file(turns: Int) -> [UInt8] {
    var samples = Samples()
    let header = LineFormat.header(
      store: "s", partition: .night(samples.night), writer: "aaaaaaaa", device: "d", program: "t")
    var (bytes, next) = header
    for index in 0..<turns {
      let line = LineFormat.line(samples.event(.turn, [.note: .text("turn \(index)")], at: "23:1\(index)"), at: next)
      bytes += line.line
      next = line.next
    }
    return bytes
  }

  private func notes(_ reading: FileReading) -> [String] {
    Timeline(reading.entries).all.compactMap { $0.details.text(.note) }
  }
  private let whole = ["turn 0", "turn 1", "turn 2", "turn 3"]

  @Test func `a sound file has nothing set aside`() {
    let reading = FileReading(Self.bytes)
    #expect(reading.findings.isEmpty && reading.entries.count == 4 && notes(reading) == whole)
    #expect(reading.next.number == 5)
    #expect(FileReading([]).findings.isEmpty)
  }

  @Test func `any flipped bit is found at its line, costs at most the lines it joins, and changes no shown value`() {
    let bytes = Self.file(turns: 2)
    var line = 1
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        let reading = FileReading(flipped)
        #expect(reading.findings.first.map { $0.line } == line, "bit \(bit) of byte \(index)")
        let shown = notes(reading)
        #expect(shown.allSatisfy(whole.contains), "bit \(bit) of byte \(index)")
      }
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    }
  }

  @Test func `cut at any byte, what came before is whole and the rest is called unfinished`() {
    for length in Self.bytes.indices {
      let reading = FileReading(Array(Self.bytes[..<length]))
      let shown = notes(reading)
      #expect(shown == Array(whole.prefix(shown.count)))
      let isAtLineEnd = length == 0 || Self.bytes[length - 1] == UInt8(ascii: "\n")
      // A line that lacks nothing but its line break is whole.
      let isWhole = isAtLineEnd || Self.bytes[length] == UInt8(ascii: "\n")
      #expect(reading.findings.isEmpty == isWhole && reading.isTerminated == isAtLineEnd, "\(length)")
    }
  }

  @Test func `a lost, doubled or swapped line is found`() {
    let lines = Self.bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
    for index in 1..<lines.count - 1 {
      var lost = lines
      lost.remove(at: index)
      let reading = FileReading(lost.flatMap { $0 })
      #expect(reading.findings == [.init(line: index + 1, words: "1 lines are missing before it")])
      var doubled = lines
      doubled.insert(lines[index], at: index)
      #expect(!FileReading(doubled.flatMap { $0 }).findings.isEmpty)
      #expect(notes(FileReading(doubled.flatMap { $0 })) == whole)
      var swapped = lines
      swapped.swapAt(index, index + 1)
      #expect(!FileReading(swapped.flatMap { $0 }).findings.isEmpty)
    }
  }

  @Test func `runs of zeros and random damage are survived and never show a changed value`() {
    for seed in Property.seeds(share: 0.5) {
      var chance = Chance(seed: seed)
      var damaged = Self.bytes
      for _ in 0..<chance.number(in: 1...4) {
        let start = chance.number(in: 0...damaged.count - 1)
        let end = min(damaged.count, start + chance.number(in: 1...64))
        switch chance.number(in: 0...2) {
        case 0: damaged.replaceSubrange(start..<end, with: Array(repeating: 0, count: end - start))
        case 1: damaged.replaceSubrange(start..<end, with: (start..<end).map { _ in UInt8(chance.number(in: 0...255)) })
        default: damaged.removeSubrange(start..<end)
        }
        if damaged.isEmpty { break }
      }
      #expect(notes(FileReading(damaged)).allSatisfy(whole.contains), "seed \(seed)")
    }
  }

  @Test func `lines of a newer version are kept and counted, not understood`() {
    var samples = Samples()
    let turn = samples.event(.turn, at: "23:10")
    let text = String(decoding: LineFormat.line(turn, at: .start).line, as: UTF8.self)
    func resealed(_ old: String, _ new: String) -> [UInt8] {
      let body = text.dropLast(17).split(separator: old, maxSplits: 1).joined(separator: new)
      return Array("\(body),\"c\":\"\(LineFormat.hexadecimal(CRC32.checksum(Array(body.utf8)[...])))\"}\n".utf8)
    }
    for line in [resealed(#""v":1"#, #""v":2"#), resealed(#""k":"event""#, #""k":"prophecy""#)] {
      let reading = FileReading(line)
      #expect(reading.newerLines == 1 && reading.entries.isEmpty && reading.findings.isEmpty)
      #expect(reading.stamps == [turn.stamp])
    }
    #expect(FileReading(resealed(#""tz""#, #""mood":"calm","tz""#)).entries == [turn])
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "-1", "1e999", "99999999999999999999", "null"])
  func `a line that claims an impossible number does no harm`(number: String) {
    let body = #"{"v":1,"id":"\#(EntryID(milliseconds: 1, random: (1, 1)))","n":\#(number),"p":"00000000""#
    let line = "\(body),\"c\":\"\(LineFormat.hexadecimal(CRC32.checksum(Array(body.utf8)[...])))\"}\n"
    _ = FileReading(Array((line + line).utf8))
  }

  @Test func `a line written by hand counts, marked as such`() {
    let id = EntryID(milliseconds: 1, random: (1, 1))
    let line =
      #"{"id":"\#(id)","h":"000000000001.0000.hand","at":"2026-11-22T23:10:00+01:00","k":"event","d":{"kind":"turn"}}"#
    let reading = FileReading(Array((line + "\n").utf8))
    #expect(reading.handEntries.count == 1 && reading.entries.isEmpty && reading.findings.isEmpty)
  }
}
