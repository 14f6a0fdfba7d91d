import TestSupport
import Testing
import Text

@testable import NightModel

@Suite struct `Entries as JSON` {
  private func copy(_ entry: Entry) -> Entry? { Entry(id: entry.id, json: .object(entry.jsonMembers)) }

  @Test func `every kind of entry with every field it can have reads back`() {
    var samples = Samples()
    let subjects: [Subject] =
      EventKind.allCases.map { .event($0) } + [
        .symptom("cramp"), .check(item: "machine-on"), .environment(item: "bed-height"), .diary, .carer, .note,
        .plan(key: "person"),
      ] + HandoverKind.allCases.map { .handover($0) }
    for subject in subjects {
      let details = Dictionary(
        uniqueKeysWithValues: subject.fields.map { ($0, Self.sample($0, samples.moment("02:00"))) })
      let entry = samples.record(subject, details, at: "23:10", by: "MK")
      #expect(copy(entry) == entry)
      let bare = samples.record(subject, at: "23:10")
      #expect(copy(bare) == bare)
      let amendment = samples.amend(
        [entry, bare], details.mapValues { chosen in chosen == .flag(true) ? nil : chosen })
      #expect(copy(amendment) == amendment)
    }
    let retraction = samples.retract([samples.event(.turn, at: "02:00")], via: .undo)
    #expect(copy(retraction) == retraction)
  }

  @Test func `everything about how an entry came to be reads back`() {
    let moment = Samples().moment("02:00")
    let id = EntryID(milliseconds: 5, random: (1, 2))
    let entry = Entry(
      id: EntryID(milliseconds: 6, random: (3, 4)), stamp: Stamp(milliseconds: 7, counter: 8, writer: "w1"), at: moment,
      zone: "America/New_York", entered: moment.adding(minutes: 90), by: "é日", action: id, via: .redo, movedFrom: id,
      body: .record(.note, Details([.note: .text("x\n\u{1F600}")])))
    #expect(copy(entry) == entry)
  }

  @Test func `fields of a newer version are passed over, kinds of one are left alone`() throws {
    var samples = Samples()
    let turn = samples.event(.turn, [.side: .text("left")], at: "23:10")
    func read(_ details: String, kind: String = "event") -> Entry? {
      var members = turn.jsonMembers.filter { $0.name != "d" && $0.name != "k" }
      members += [JSON.Member("k", .string(kind)), JSON.Member("d", JSON(Array(details.utf8)[...]) ?? .null)]
      return Entry(id: turn.id, json: .object(members + [JSON.Member("mood", "calm")]))
    }
    #expect(read(#"{"kind":"turn","side":"left","angle":30}"#) == turn)
    #expect(read(#"{"kind":"levitate"}"#) == nil)
    #expect(read(#"{"kind":"turn"}"#, kind: "prophecy") == nil)
    #expect(read(#"{"kind":"turn","side":"upside-down"}"#) == nil)
    #expect(read(#"{"kind":"turn","side":7}"#) == nil)
    #expect(read(#"{"kind":"turn","side":null}"#) != nil)
  }

  @Test func `ids are UUIDs of version 7 and sort by when they were made`() throws {
    let early = EntryID(milliseconds: 1_700_000_000_000, random: (.max, .max))
    let late = EntryID(milliseconds: 1_700_000_000_001, random: (0, 0))
    #expect(early < late)
    let text = late.description
    #expect(Array(text)[14] == "7")
    #expect("89ab".contains(Array(text)[19]))
    #expect(EntryID(text) == late)
    #expect(EntryID(text.uppercased()) == late)
    #expect(text.hasSuffix(late.short))
    for wrong in ["", "01a203d5", text + "0", text.replacing("-", with: "0"), "g" + text.dropFirst()] {
      #expect(EntryID(wrong) == nil)
    }
  }

  @Test func `stamps pass over what is far ahead, and go on after the latest of the others`() {
    let day = Stamp.farAhead
    let seen = [5000, 1000 + day, 1001 + day, 900].map { Stamp(milliseconds: $0, counter: 0, writer: "b") }
    #expect(Stamp.latest(of: seen, asOf: 1000) == seen[1])
    #expect(Stamp.latest(of: seen, asOf: 900) == seen[0])
    #expect(Stamp.latest(of: [seen[2]], asOf: 900) == nil)
  }

  @Test func `what an entry is written over, and the moment it is dated from, are read as they were written`() throws {
    var samples = Samples()
    let first = samples.said(.plan(key: "turn-interval"), [.to: .text("180")], over: [], at: "13:00")
    let second = samples.said(.plan(key: "turn-interval"), over: [first], at: "14:00", isDated: true)
    let took = samples.said(.handover(.took), over: [], at: "22:00", by: "MK")
    for entry in [first, second, took] {
      let json = try #require(JSON(Array("\(JSON.object(entry.jsonMembers))".utf8)[...]))
      #expect(Entry(id: entry.id, json: json) == entry)
    }
    #expect(
      JSON.object(second.jsonMembers).description.hasSuffix(
        #""d":{"key":"turn-interval","of":["\#(first.id)"],"dated":"2026-11-22T14:00:00.000+01:00"}}"#))
    // What is no list of ids is a newer version's, kept and never guessed at.
    for wrong in [#""of":"x""#, #""of":["x"]"#, #""of":[],"dated":"soon""#] {
      let head = #"{"h":"0193a4b5c6d7.0003.a","at":"2026-11-22T14:00:00.000+01:00","k":"plan","#
      let json = try #require(JSON(Array(#"\#(head)"d":{"key":"person",\#(wrong)}}"#.utf8)[...]))
      #expect(Entry(id: first.id, json: json) == nil, "\(wrong)")
    }
  }

  @Test func `stamps go on from the latest seen, but a far future does not drag them along`() {
    let day = Stamp.farAhead
    let seen = Stamp(milliseconds: 5000, counter: 2, writer: "b")
    #expect(Stamp.next(now: 6000, after: seen, writer: "a").milliseconds == 6000)
    let behind = Stamp.next(now: 1000, after: seen, writer: "a")
    #expect(behind > seen && behind.milliseconds == 5000)
    #expect(
      Stamp.next(now: 1000, after: Stamp(milliseconds: 1001 + day, counter: 0, writer: "b"), writer: "a").milliseconds
        == 1000)
    let full = Stamp(milliseconds: 5000, counter: .max, writer: "b")
    #expect(Stamp.next(now: 5000, after: full, writer: "a") > full)
    #expect(Stamp(behind.description) == behind)
    #expect(Stamp("zz") == nil && Stamp("0193a4b5c6d7.0003.") == nil && Stamp("-193a4b5c6d7.0003.a") == nil)
  }

  private static func sample(_ field: Field, _ moment: Instant) -> FieldValue {
    switch field.rule {
    case .number(let range): .number(range.upperBound)
    case .choice(let words): .text(words[words.count - 1])
    case .text: .text("left calf \"é\" 日本\n")
    case .flag: .flag(true)
    case .moment: .moment(moment)
    }
  }
}

extension String {
  fileprivate func replacing(_ old: Character, with new: Character) -> String { String(map { $0 == old ? new : $0 }) }
}
