import TestSupport
import Testing

@testable import NightModel

@Suite struct `What a night comes to, kept beside the record` {
  @Test func `facts and lines of any night read back from their bytes`() {
    for seed in Property.seeds(share: 0.3) {
      var random = RandomNights(seed: seed)
      let night = Night(
        date: CivilDate(daysSince1970: 20_000), entries: random.drafts(of: .init(daysSince1970: 20_000)).entries)
      let summary = NightSummary(night)
      #expect(NightSummary(encoded: summary.encoded[...]) == summary, "seed \(seed)")
      #expect(NightSummary.doses(encoded: summary.encoded[...]) == summary.doses, "seed \(seed)")
      let lines = EntryLines(night)
      #expect(lines.lines.map(\.id) == night.items.map(\.id), "seed \(seed)")
      #expect(lines.lines.map(\.words) == night.items.map { $0.allWords(.standard) }, "seed \(seed)")
      #expect(lines.lines.map(\.at) == night.items.map(\.at) && lines.lines.map(\.by) == night.items.map(\.by))
    }
  }

  @Test func `bytes that are no facts are read as none, whatever they are, and looking through any lines ends`() {
    for seed in Property.seeds() {
      var random = RandomNights(seed: seed)
      let night = Night(
        date: CivilDate(daysSince1970: 20_000), entries: random.drafts(of: .init(daysSince1970: 20_000)).entries)
      var bytes = NightSummary(night).encoded
      #expect(NightSummary(encoded: bytes.dropLast()) == nil && NightSummary(encoded: (bytes + [0])[...]) == nil)
      bytes[random.chance.number(in: 0...bytes.count - 1)] ^= UInt8(random.chance.number(in: 1...255))
      _ = NightSummary(encoded: bytes[...])
      var lines = Array(EntryLines(night).encoded)
      if !lines.isEmpty { lines[random.chance.number(in: 0...lines.count - 1)] ^= 0x81 }
      _ = EntryLines(night: night.date, encoded: lines[...]).lines
      _ = EntryLines(night: night.date, encoded: lines.dropLast(3)).lines
    }
  }

  @Test func `figures from the facts are those from the nights`() {
    var samples = Samples()
    let on = samples.event(.maskOn, at: "22:00")
    let off = samples.event(.maskOff, at: "06:00")
    let nights = [[on], [off], []].enumerated().map { index, entries in
      Night(date: samples.night.adding(days: index), entries: entries)
    }
    let kept = nights.map {
      NightSummary(encoded: NightSummary($0).encoded[...]) ?? NightSummary(Night(date: $0.date, entries: []))
    }
    let figures = NightFigures(kept[1], previous: kept[0], next: kept[2], plan: Plan(), catalogue: .standard)
    #expect(
      figures == NightFigures(nights[1], previous: nights[0], next: nights[2], plan: Plan(), catalogue: .standard))
    #expect(figures.mask == 0 && figures.maskIsOpen == false)
  }
}
