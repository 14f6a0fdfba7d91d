import TestSupport
import Testing
import Text

@testable import NightModel

@Suite struct `Looking for words in all nights` {
  private let night = Samples().night
  private let lines: EntryLines = {
    var samples = Samples()
    return EntryLines(
      Night(
        date: samples.night,
        entries: [
          samples.record(.symptom("cramp"), [.value: .number(6), .place: .text("left calf")], at: "23:10", by: "MK"),
          samples.record(.symptom("pain"), [.value: .number(3)], at: "23:50", by: "AB"),
          samples.record(
            .event(.suction), [.what: .text("thick"), .note: .text("Krämpfe, écrit")], at: "01:00", by: "mk"),
          samples.record(.note, [.note: .text("the left window was open all night")], at: "02:00"),
          samples.record(.check(item: "own-songs"), [.state: .text("done")], at: "21:00"),
          samples.record(.carer, [.wornOut: .number(7), .note: .text("left alone")], at: "07:00"),
          samples.record(.diary, [.sol: .number(5), .note: .text("dreamt of the sea")], at: "07:10"),
        ]))
  }()

  private func found(_ text: String, _ labels: OwnLabels = OwnLabels()) throws -> [String] {
    let query = try SearchQuery(text, times: .sample)
    var times: [String] = []
    query.matches(in: lines, labels: labels) { times.append("\($0.at.time)") }
    return times
  }

  @Test(arguments: [
    ("left", ["02:00", "23:10"]), ("LEFT calf", ["23:10"]), ("\"left calf\"", ["23:10"]), ("\"calf left\"", []),
    ("calf left", ["23:10"]), ("kind:suction", ["01:00"]), ("kind:symptom", ["23:50", "23:10"]),
    ("kind:note", ["02:00"]), ("kind:note kind:suction", ["02:00", "01:00"]), ("by:mk", ["01:00", "23:10"]),
    ("symptom:cramp", ["23:10"]), ("symptom:Cramp", ["23:10"]), ("symptom>=5", ["23:10"]), ("symptom>5", ["23:10"]),
    ("symptom<5", ["23:50"]), ("pain<=3", ["23:50"]), ("pain>=4", []), ("symptom=6", ["23:10"]),
    ("symptom>=3 symptom<6", ["23:50"]), ("since:2026-11", ["02:00", "23:10"]), ("until:2026-10 left", []),
    ("krampfe", ["01:00"]), ("KRÄMPFE", ["01:00"]), ("ECRIT", ["01:00"]), ("\"e\u{301}crit\"", ["01:00"]),
    ("sea", ["07:10"]), ("alone", []), ("kind:carer alone", ["07:00"]), ("zzz", []),
  ])
  func `finds what holds all of it, newest first`(text: String, times: [String]) throws {
    // A filter alone finds more than the words in question.
    #expect(try found(text.hasPrefix("since") ? text + " left" : text) == times)
  }

  @Test func `an item of the family's own is found by its name`() throws {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("own.breathing.own-songs", "Her sóngs")])
    let catalogue = plan.adapted(.standard)
    #expect(try found("songs") == ["21:00"])
    #expect(try found("\"her songs\"") == [])
    let id = try #require(catalogue.items.first { $0.label == "Her sóngs" }?.id)
    var lines: [EntryLine] = []
    let own = EntryLines(
      Night(date: night, entries: [samples.record(.check(item: id), [.state: .text("done")], at: "21:00")]))
    try SearchQuery("\"her songs\"", times: .sample).matches(in: own, labels: OwnLabels(catalogue)) { lines.append($0) }
    #expect(lines.map { $0.words(catalogue) } == ["Her sóngs: done"])
  }

  @Test(arguments: [
    ("", "nothing was typed"), ("foo:bar", "there is no filter"), ("kind:", "says nothing"),
    ("kind:sucton", "did you mean kind:suction?"), ("symptom:crmp", "did you mean symptom:cramp?"),
    ("since:2024-13", "is no date"), ("since:2025 until:2024", "swap them"),
    ("since:12/11", "can be 12 Nov 2026 or 11 Dec 2025"), ("\"left", "no second one"),
    ("symptom>=11", "grades being 0 to 10"), ("symptom>=", "is no grade"), ("\" \"", "holds nothing"),
  ])
  func `what cannot be looked for is explained`(text: String, words: String) {
    #expect(
      performing: { try SearchQuery(text, times: .sample) },
      throws: { ($0 as? Refusal)?.sentence.contains(words) == true })
  }

  @Test func `a time of day and an address are words, not filters`() throws {
    #expect(try found("23:10") == [] && found("\"kind:suction\"") == [])
  }

  @Test func `searching agrees with reading every item's words`() throws {
    for seed in Property.seeds(share: 0.2) {
      var random = RandomNights(seed: seed)
      let night = Night(date: night, entries: random.drafts(of: night).entries)
      let word = random.chance.one(of: ["calf", "a", "écrit", "done", "cramp", "Ä", "corrected", "日本"])
      var found: [EntryID] = []
      try SearchQuery(word, times: .sample).matches(in: EntryLines(night)) { found.append($0.id) }
      let plain = FoldedText.bytes(of: word)
      let expected = night.items.filter { item in
        let text = FoldedText.bytes(of: "\(item.allWords(.standard)) · \(item.by ?? "")")
        return item.subject != .carer && text.indices.contains { text[$0...].starts(with: plain) }
      }
      #expect(found == expected.reversed().map(\.id), "seed \(seed), \(word)")
    }
  }

  @Test(arguments: [
    ("2024-03-15", "2024-03-15", "2024-03-15"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-2", "2024-02-01", "2024-02-29"), ("2024", "2024-01-01", "2024-12-31"),
    ("2023-12", "2023-12-01", "2023-12-31"), ("２０２４", "2024-01-01", "2024-12-31"),
  ])
  func `a day, a month or a year is a span of nights`(text: String, first: String, last: String) throws {
    let nights = try TimeReader.sample.span(text).settled().nights
    #expect("\(nights.lowerBound)" == first && "\(nights.upperBound)" == last)
  }

  @Test(arguments: [
    "", "24", "2024-", "2024-13", "2024-00", "2024-02-30", "1969", "2200", "2024-03-15-1", "-2024",
  ])
  func `anything else is none`(text: String) {
    #expect(throws: Refusal.self) { try TimeReader.sample.span(text).settled() }
  }

  @Test func `a long note is shown from near the words looked for`() throws {
    let note = (1...40).map { "word\($0)" }.joined(separator: " ") + " the Planted end"
    #expect(try SearchQuery("planted", times: .sample).excerpt(of: note, length: 40) == "… word40 the Planted end")
    #expect(try SearchQuery("word1", times: .sample).excerpt(of: note, length: 40) == note)
  }
}
