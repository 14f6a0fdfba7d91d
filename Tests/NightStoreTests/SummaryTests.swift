import TestSupport
import Testing

@testable import NightModel
@testable import NightStore

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

  @Test func `two versions of an answer or of a question of the diary are what the night shows of it`() {
    var samples = Samples()
    func two(_ one: Entry, _ other: Entry) -> Night { Night(date: samples.night, entries: [one, other]) }
    let bed = samples.moment("22:30")
    let diary = two(
      samples.record(.diary, [.intoBed: .moment(bed), .naps: .number(10)], at: "07:00", by: "MK"),
      samples.record(.diary, [.intoBed: .moment(bed.adding(minutes: 30)), .naps: .number(10)], at: "07:10", by: "TR"))
    let carer = two(
      samples.record(.carer, [.slept: .number(240)], at: "07:00", by: "MK"),
      samples.record(.carer, [.slept: .number(300)], at: "07:10", by: "TR"))
    let check = two(
      samples.said(.check(item: "call-tested"), [.state: .text("done")], over: [], at: "22:00"),
      samples.said(.check(item: "call-tested"), [.state: .text("could-not")], over: [], at: "21:00"))
    for night in [diary, carer, check] {
      let summary = NightSummary(night)
      #expect(summary.hasTwoVersions)
      #expect(NightSummary(encoded: summary.encoded[...])?.hasTwoVersions == true)
      // What counts until somebody decides is the same one everywhere.
      #expect(summary.diary == night.answers(on: .diary)?.details && summary.carer == night.carer)
      let shown = night.checks.mapValues { $0.details.text(.state).flatMap(ItemState.init) }
      #expect(summary.checks == shown)
    }
    let agreed = two(
      samples.record(.diary, [.naps: .number(10)], at: "07:00", by: "MK"),
      samples.record(.diary, [.naps: .number(10)], at: "07:10", by: "TR"))
    #expect(!NightSummary(agreed).hasTwoVersions)
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

  @Test func `a symptom that was asked about and was not there is kept as such`() throws {
    var samples = Samples()
    let asked = Night(
      date: samples.night, entries: [samples.record(.symptom("cramp"), [.value: .number(0)], at: "23:10")])
    let kept = try #require(NightSummary(encoded: NightSummary(asked).encoded[...]))
    #expect(kept == NightSummary(asked) && kept.symptoms.map(\.isOccurrence) == [false])
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
