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

  @Test func `ids are unique, short English words with hyphens, and no symptom shadows an event`() {
    let kinds = LogRequest.kinds(catalogue)
    #expect(Set(kinds).count == kinds.count)
    for ids in [catalogue.items.map(\.id), catalogue.groups.map(\.id), kinds, catalogue.equipment.map(\.id)] {
      #expect(Set(ids).count == ids.count)
      for id in ids {
        #expect(!id.isEmpty && id.allSatisfy { $0 == "-" || $0.isASCII && $0.isLowercase }, "\(id)")
      }
    }
    let keys = catalogue.sources.map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `labels fit their column and every line is one line`() {
    for (id, label, line) in catalogue.items.map({ ($0.id, $0.label, $0.why) })
      + catalogue.symptoms.map({ ($0.id, $0.label, $0.what) })
    {
      #expect((1...34).contains(label.count), "\(id)")
      #expect((1...110).contains(line.count) && line.hasSuffix("."), "\(id)")
      #expect(line.forDisplay == line && label.forDisplay == label, "\(id)")
    }
    for equipment in catalogue.equipment { #expect((1...34).contains(equipment.label.count), "\(equipment.id)") }
  }

  @Test func `every group, need and source resolves, and no source is named for nothing`() {
    let equipment = Set(catalogue.equipment.map(\.id))
    var used: Set<String> = ["TEAM", "DESIGN"]
    for item in catalogue.items {
      #expect(catalogue.list(of: item.id) != nil, "\(item.id)")
      for need in item.needs { #expect(!need.isEmpty && equipment.isSuperset(of: need), "\(item.id)") }
      #expect(!item.sources.isEmpty, "\(item.id)")
      used.formUnion(item.sources)
    }
    for symptom in catalogue.symptoms {
      for need in symptom.needs { #expect(!need.isEmpty && equipment.isSuperset(of: need), "\(symptom.id)") }
      #expect(!symptom.sources.isEmpty, "\(symptom.id)")
      used.formUnion(symptom.sources)
    }
    used.formUnion(Guide.standard.pages.flatMap(\.sources))
    #expect(used == Set(catalogue.sources.map(\.key)))
  }

  @Test func `what rests on no source read is marked so`() {
    for item in catalogue.items where item.sources.contains("TEAM") {
      #expect(item.certainty == .toConfirm, "\(item.id)")
    }
    for item in catalogue.items where item.certainty == .design { #expect(item.sources == ["DESIGN"], "\(item.id)") }
  }

  @Test func `no words that diagnose, promise, blame or dose`() throws {
    let words = [
      "patient", "victim", "sufferer", "you have", "normal", "all clear", "compliant", "spasm", " mg", "survival",
      "nothing to worry", "should be fine", "overdue", " late turn", "missed",
    ]
    let shown =
      catalogue.items.map { $0.label + " " + $0.why } + catalogue.symptoms.map { $0.label + " " + $0.what }
      + catalogue.equipment.map(\.label) + catalogue.groups.map(\.label)
    // The clinics' own name for stiffness is given once, so that families recognise it.
    for text in shown.map({ $0.lowercased().split(separator: "spasticity").joined() }) {
      for word in words { #expect(!text.contains(word), "\(text)") }
    }
  }

  @Test func `a broken catalogue names the file and the entry`() throws {
    var files = Catalogue.Files.embedded
    files.symptoms = Array(#"{"symptoms":[{"id":"cramp"}]}"#.utf8)
    #expect(throws: CatalogueError(file: "symptoms.json", entry: "cramp")) { try Catalogue(files: files) }
    files.symptoms = Array("{".utf8)
    #expect(throws: CatalogueError(file: "symptoms.json", entry: "symptoms")) { try Catalogue(files: files) }
  }
}
