import TestSupport
import Testing

@testable import NightModel

@Suite struct `The care catalogue` {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue(files: .embedded) }

  @Test func `is read whole, and is what the program uses`() {
    #expect(Catalogue.standard.items == catalogue.items)
    #expect(!catalogue.items.isEmpty && !catalogue.symptoms.isEmpty && !catalogue.sources.isEmpty)
  }

  @Test func `holds at least the promised slice`() {
    #expect(catalogue.items(of: .bedtime).count >= 20)
    #expect(catalogue.items(of: .gettingUp).count >= 7)
    #expect(catalogue.items(of: .environment).count >= 14)
    #expect(catalogue.symptoms.count >= 14)
    let bedtime = catalogue.groups.filter { $0.list == .bedtime }.map(\.label)
    #expect(
      bedtime == [
        "Breathing", "Secretions", "Position and skin", "Feeding", "Medicines", "Comfort and stretching",
        "Calling for help", "Safety and power", "Winding down",
      ])
    for group in catalogue.groups { #expect(catalogue.items.contains { $0.group == group.id }, "\(group.id)") }
  }

  @Test func `nothing is wrong with it`() {
    #expect(Catalogue.problems(in: .embedded) == [])
  }

  @Test func `no symptom shadows an event`() {
    let kinds = LogRequest.kinds(catalogue)
    #expect(Set(kinds).count == kinds.count)
  }

  @Test func `every item says what to do and, in other words, why`() {
    for item in catalogue.items { #expect(!item.what.isEmpty && item.what != item.why, "\(item.id)") }
    #expect(Set(catalogue.items.map(\.what)).count == catalogue.items.count)
  }

  @Test func `every kind of equipment says what it is, and no insurer's line promises`() {
    let lines = catalogue.insurance + catalogue.equipment.flatMap(\.insurer)
    #expect(catalogue.equipment.filter { !$0.insurer.isEmpty }.count >= 5)
    for line in lines {
      for word in [" will pay", " pays for it", "is covered", "guarantee", "entitled"] {
        #expect(!line.text.contains(word), "\(line.text)")
      }
    }
    #expect(catalogue.insurance.first?.text.contains("2012 to 2025") == true)
  }

  @Test func `the way through the insurer has its thirteen steps in order`() {
    #expect(
      catalogue.steps.map(\.id) == [
        "needed", "assessed", "ordered", "paperwork", "approved", "denied", "appeal", "delivered", "trained", "in-use",
        "owned", "service-due", "returned",
      ])
  }

  @Test func `signs come at three levels, the gravest first, and those the review raised are emergencies`() {
    #expect(catalogue.levels.map(\.id) == [.emergency, .today, .mention])
    #expect(catalogue.levels.map(\.label) == ["Emergency now", "Call today", "Mention at next visit"])
    let raised = [
      "cannot-be-woken", "new-confusion", "shallow-after-medicine", "feeding-tube-out", "new-tube-trouble",
      "suction-failed", "machine-failed",
    ]
    for id in raised { #expect(catalogue.sign(id)?.level == .emergency, "\(id)") }
    for level in Sign.Level.allCases { #expect(catalogue.signs(of: level).count >= 10, "\(level)") }
    #expect(catalogue.sign("choking")?.what.contains("first aid you were taught") == true)
  }

  @Test func `responders hear of breathing support, never that oxygen is forbidden`() {
    #expect(!catalogue.whileWaiting.isEmpty)
    let oxygen = (catalogue.tellResponders + catalogue.whileWaiting).map(\.text).filter {
      $0.lowercased().contains("oxygen")
    }
    #expect(oxygen.contains { $0.contains("comfort plan") } && oxygen.contains { $0.contains("give it with") })
    for text in oxygen {
      for word in ["do not", "don't", "never", "no oxygen", "without oxygen"] {
        #expect(!text.lowercased().contains(word), "\(text)")
      }
    }
  }

  @Test func `the contacts and the team are there`() {
    let contacts = Set(catalogue.contacts.map(\.id))
    #expect(contacts.isSuperset(of: ["clinic", "on-call", "hospice", "supplier", "emergency", "crisis"]))
    let team = Set(catalogue.team.map(\.id))
    #expect(
      team.isSuperset(of: [
        "neurologist", "lung-doctor", "respiratory-therapist", "physical-therapist", "social-worker",
      ]))
  }

  @Test func `what was read says in which year, what was not says nothing`() {
    for source in catalogue.sources {
      #expect(source.read == (["TEAM", "DESIGN"].contains(source.key) ? nil : "2026"), "\(source.key)")
    }
    #expect(catalogue.sources.map(\.key) == catalogue.sources.map(\.key).sorted())
  }

  @Test func `what was read at second hand only is marked to confirm`() {
    let copies: Set<String> = ["CDC", "NIH", "WEL", "HOB", "NICE1"]
    let rows =
      catalogue.items.map { ($0.id, $0.sources, $0.certainty) }
      + catalogue.signs.map { ($0.id, $0.sources, $0.certainty) }
    for (id, sources, certainty) in rows where copies.isSuperset(of: sources) {
      #expect(certainty == .toConfirm, "\(id)")
    }
  }

  @Test func `no words that diagnose, promise, blame or dose`() throws {
    let words = [
      "patient", "victim", "sufferer", "you have", "normal", "all clear", "compliant", "spasm", " mg", "surviv",
      "nothing to worry", "should be fine", "overdue", "late turn", "missed", "respirator ", "bipap", "detected",
      "diagnos", "safe to skip", "streak", "just anxiety", "prognosis", "life expectancy", "poor score",
    ]
    // The clinics' own name for stiffness is given once, so that families recognise it.
    for text in try shown().map({ $0.lowercased().split(separator: "spasticity").joined() }) {
      for word in words { #expect(!text.contains(word), "\(text)") }
    }
  }

  @Test func `no line of it holds a figure that a clinic should set`() throws {
    let units = ["degrees", "mmhg", "cmh2o", "spo2", "ml ", "kpa", " litre", " liter"]
    for text in try shown() { for unit in units { #expect(!text.lowercased().contains(unit), "\(text)") } }
  }

  /// Every text of the catalogue that somebody reads.
  private func shown() throws -> [String] {
    var texts = catalogue.items.flatMap { [$0.label, $0.what, $0.why] } + catalogue.groups.map(\.label)
    texts += catalogue.symptoms.flatMap { [$0.label, $0.what] } + catalogue.signs.flatMap { [$0.label, $0.what] }
    texts += catalogue.symptoms.compactMap(\.question).flatMap { [$0.words] + $0.choices.map(\.label) }
    texts += catalogue.menus.map(\.label)
    texts += catalogue.events.compactMap(\.question).flatMap { [$0.words] + $0.choices.map(\.label) }
    texts += catalogue.levels.flatMap { [$0.label, $0.what] } + catalogue.steps.flatMap { [$0.label, $0.what] }
    texts += catalogue.equipment.flatMap { [$0.label, $0.what] + $0.insurer.map(\.text) }
    texts += (catalogue.insurance + catalogue.whileWaiting + catalogue.tellResponders).map(\.text)
    texts += (catalogue.powerOut + catalogue.powerBack).map(\.statement.text)
    texts += catalogue.contacts.flatMap { [$0.label, $0.what] } + catalogue.team.flatMap { [$0.label, $0.what] }
    return texts + (try SeedTopic.all()).map(\.label)
  }

  @Test func `a broken catalogue names the file and the entry`() throws {
    var files = Catalogue.Files.embedded
    files.symptoms = Array(#"{"symptoms":[{"id":"cramp"}]}"#.utf8)
    #expect(throws: CatalogueError(file: "symptoms.json", entry: "cramp")) { try Catalogue(files: files) }
    files.symptoms = Array("{".utf8)
    #expect(throws: CatalogueError(file: "symptoms.json", entry: "symptoms")) { try Catalogue(files: files) }
  }
}
