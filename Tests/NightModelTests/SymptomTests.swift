import TestSupport
import Testing

@testable import NightModel

@Suite struct `What is asked of a symptom` {
  private let catalogue = Catalogue.standard
  private static let new = [
    "breathless-flat", "pause", "changed-behaviour", "sees-things", "constipation", "dry-or-blocked",
  ]
  private static let graded: Set<String> = [
    "hard-to-breathe", "breathless-flat", "cramp", "stiff-limb", "pain", "uncomfortable", "afraid",
  ]

  private func log(_ kind: String, _ value: String? = nil, _ fields: [Field: String] = [:]) throws(Refusal) -> Details {
    guard
      case .record(_, let details) = try LogRequest.record(
        kind: kind, value: value, fields: fields, catalogue: catalogue)
    else { return Details() }
    return details
  }

  @Test(arguments: new) func `the new ones can be logged, and are listed and explained`(id: String) throws {
    #expect(catalogue.symptom(id)?.label.isEmpty == false && LogRequest.kinds(catalogue).contains(id))
    #expect(!Guide.standard.pages(usedIn: id).isEmpty)
    _ = try log(id)
  }

  @Test func `an id that is offered no more is read, told as written, taken if typed, and counted by no rule`() throws {
    #expect(!LogRequest.kinds(catalogue).contains("pause-or-snore"))
    #expect(catalogue.menus.allSatisfy { !$0.lines.contains(.symptom("pause-or-snore")) })
    var samples = Samples()
    let old = Night(
      date: samples.night, entries: [samples.record(.symptom("pause-or-snore"), [.value: .number(4)], at: "01:00")])
    #expect(old.items.map { $0.words(catalogue) } == ["Breathing pause or snoring 4"])
    _ = try log("pause-or-snore")
    _ = try SearchQuery("symptom:pause-or-snore", times: .sample)
    for rule in SignRule.standard { #expect(!rule.symptoms.contains("pause-or-snore"), "\(rule.id)") }
  }

  @Test func `what may be a danger points to the card, whatever else was said`() {
    let pointing = Set(catalogue.symptoms.map(\.id).filter { catalogue.pointsToCard(.symptom($0)) })
    #expect(
      pointing == [
        "hard-to-breathe", "throat-closed", "vomited", "hard-to-wake", "confused", "choked", "fall", "woke-gasping",
        "feed-trouble",
      ])
    #expect(catalogue.pointsToCard(.event(.powerOut)) && catalogue.pointsToCard(.event(.machineBeeped)))
  }

  @Test func `hard to wake and confused stand right behind what is needed most`() {
    let lines = catalogue.menu(.more)?.lines.prefix(6) ?? []
    #expect(
      Array(lines) == [
        .event(.woke, side: nil), .event(.asleep, side: nil), .event(.drink, side: nil), .event(.toilet, side: nil),
        .symptom("hard-to-wake"), .symptom("confused"),
      ])
  }

  @Test func `a grade is taken where a scale means something, and 0 everywhere`() throws {
    for symptom in catalogue.symptoms {
      #expect(throws: Never.self, "\(symptom.id)") { try log(symptom.id, "0") }
      guard !Self.graded.contains(symptom.id) else {
        #expect(try log(symptom.id, "3").number(.value) == 3)
        continue
      }
      let refusal = #expect(throws: Refusal.self, "\(symptom.id)") { try log(symptom.id, "3") }
      #expect(refusal?.sentence.contains("\(symptom.id) has no grade") == true && refusal?.isUsage == true)
    }
  }

  @Test func `one entry says how often it was where a count means something, and is counted so often`() throws {
    let counted = Set(catalogue.symptoms.filter(\.isCounted).map(\.id))
    #expect(counted == ["choked", "fall", "vomited", "pause", "nocturia"] && counted.isDisjoint(with: Self.graded))
    for symptom in catalogue.symptoms {
      guard counted.contains(symptom.id) else {
        #expect(throws: Refusal.self, "\(symptom.id)") { try log(symptom.id, nil, [.times: "3"]) }
        continue
      }
      #expect(try log(symptom.id, nil, [.times: "3", .minutes: "2"]).number(.times) == 3)
      for wrong in ["0", "-1", "201", "twice"] {
        #expect(throws: Refusal.self) { try log(symptom.id, nil, [.times: wrong]) }
      }
    }
    let refusal = #expect(throws: Refusal.self) { try log("choked", "3") }
    #expect(refusal?.sentence.contains("--times N for how often") == true)
    var samples = Samples()
    let night = Night(
      date: samples.night,
      entries: [
        samples.record(.symptom("choked"), [.times: .number(3), .minutes: .number(2)], at: "01:00"),
        samples.record(.symptom("choked"), at: "02:00"),
        samples.record(.symptom("choked"), [.value: .number(0), .times: .number(9)], at: "03:00"),
      ])
    #expect(
      night.items.map { $0.words(catalogue) } == ["Choked, 3 times, 2 min", "Choked", "Choked: asked, none"])
    let none = Night(date: samples.night.adding(days: 1), entries: [])
    let figures = NightFigures(night, previous: none, next: none, plan: Plan(), catalogue: catalogue)
    #expect(figures.symptoms == [.init(id: "choked", count: 4, highest: nil)])
    let page = HandoverPage(
      tonight: night, previous: none, plan: Plan(), catalogue: catalogue, now: samples.moment("06:00"), by: nil)
    #expect(page.happened.map(\.times) == [4])
  }

  @Test func `how often it was is set, corrected and made blank again`() throws {
    var samples = Samples()
    let entry = samples.record(.symptom("vomited"), [.times: .number(2)], at: "02:00")
    let timeline = Timeline([entry])
    let item = try #require(timeline.item(entry.id))
    func edit(_ value: String) throws -> Details {
      let drafts = try EditRequest.drafts(
        [("times", value)], of: item, in: .night(samples.night), timeline: timeline, times: .sample,
        now: samples.moment("11:00"), by: nil
      ).drafts
      guard case .amend(_, let changes)? = drafts.first?.body else { return Details() }
      return Details(changes.compactMapValues { $0 })
    }
    #expect(try edit("4").number(.times) == 4 && edit("").number(.times) == nil)
    #expect(throws: Refusal.self) { try edit("many") }
  }

  @Test func `what was asked about and was not there cannot be counted, logged or edited`() throws {
    let refusal = #expect(throws: Refusal.self) { try log("choked", "0", [.times: "3"]) }
    #expect(
      refusal?.wholeSentence
        == "A grade of 0 means asked, none, and that cannot have been 3 times, so nothing was saved; leave out the 0 or "
        + "--times.")
    var samples = Samples()
    let none = samples.record(.symptom("choked"), [.value: .number(0)], at: "02:00")
    let thrice = samples.record(.symptom("choked"), [.times: .number(3)], at: "03:00")
    // As it could be written before.
    let both = samples.record(.symptom("choked"), [.value: .number(0), .times: .number(3)], at: "04:00")
    let timeline = Timeline([none, thrice, both])
    func edit(_ entry: Entry, _ changes: (name: String, value: String)...) throws -> Int {
      let item = try #require(timeline.item(entry.id))
      return try EditRequest.drafts(
        changes, of: item, in: .night(samples.night), timeline: timeline, times: .sample, now: samples.moment("11:00"),
        by: nil
      ).drafts.count
    }
    for (entry, change) in [(none, ("times", "2")), (thrice, ("value", "0")), (both, ("times", "4"))] {
      let refusal = #expect(throws: Refusal.self) { try edit(entry, change) }
      #expect(
        refusal?.sentence.hasSuffix("so nothing was changed; add times= or value= to make one of them blank") == true)
    }
    #expect(try edit(none, ("times", "2"), ("value", "")) == 1 && edit(thrice, ("value", "0"), ("times", "")) == 1)
    #expect(try edit(both, ("times", "")) == 1 && edit(both, ("value", "")) == 1 && edit(both, ("note", "x")) == 1)
  }

  @Test func `nothing is to complete where no grade is asked, and an old grade is told as it was written`() {
    var samples = Samples()
    let night = Night(
      date: samples.night,
      entries: [
        samples.record(.symptom("choked"), at: "01:00"),
        samples.record(.symptom("choked"), [.value: .number(6)], at: "02:00"),
        samples.record(.symptom("cramp"), at: "03:00"), samples.record(.symptom("breathless-flat"), at: "04:00"),
        samples.record(.symptom("breathless-flat"), [.value: .number(0)], at: "05:00"),
      ])
    let lacking = ToComplete.list(of: night, lasting: []).map { ($0.item.subject, $0.lacks) }
    #expect(lacking.map(\.0) == [.symptom("cramp"), .symptom("breathless-flat")])
    #expect(lacking.map(\.1) == [.field(.value), .field(.what)])
    #expect(night.items.map { $0.words(catalogue) }.prefix(2) == ["Choked", "Choked 6"])
  }

  @Test func `breathless lying flat is asked what was needed, and takes a grade too`() throws {
    let question = catalogue.question(about: .symptom("breathless-flat"))
    #expect(question?.choices.map(\.value) == ["pillows", "sat up", "chair"])
    let details = try log("breathless-flat", "6", [.what: "sat up"])
    #expect(details.text(.what) == "sat up" && details.number(.value) == 6)
    #expect(throws: Refusal.self) { try log("cramp", nil, [.what: "sat up"]) }
  }

  @Test func `a grade is no correction of what has none`() throws {
    var samples = Samples()
    let entry = samples.record(.symptom("choked"), [.value: .number(6)], at: "02:00")
    let timeline = Timeline([entry])
    let item = try #require(timeline.item(entry.id))
    func edit(_ value: String) throws -> Int {
      try EditRequest.drafts(
        [("value", value)], of: item, in: .night(samples.night), timeline: timeline, times: .sample,
        now: samples.moment("11:00"), by: nil
      ).drafts.count
    }
    #expect(throws: Refusal.self) { try edit("3") }
    #expect(try edit("6") == 0 && edit("0") == 1 && edit("") == 1)
  }
}
