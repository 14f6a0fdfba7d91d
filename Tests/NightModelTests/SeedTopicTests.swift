import TestSupport
import Testing

@testable import NightModel

@Suite struct `The topics of the article` {
  private let topics: [SeedTopic]

  init() throws { topics = try SeedTopic.all() }

  /// The ids of the guide's pages, as the screens know them.
  private static let pages: Set<String> = [
    "tonights-troubles", "why-nights-break", "bed-and-surface", "positioning-and-turning", "breathing-and-mask",
    "cramps-and-stiffness", "restless-legs", "medicines", "feeding-and-fluids", "sleep-habits", "feelings",
    "when-to-call", "caring-for-yourself",
  ]

  @Test func `are each reached by something that speaks of them, the guide's pages too`() throws {
    let pages = Guide.standard.pages.map { page in (page.id, page.plainText) }
    #expect(try SeedTopic.problems(in: .embedded, pages: Dictionary(uniqueKeysWithValues: pages)) == [])
    #expect(topics.count >= 50)
  }

  @Test func `name no guide page but the thirteen, and every page is reached`() {
    let named = topics.flatMap(\.reached).filter { $0.kind == .guide }.map(\.id)
    #expect(Set(named) == Self.pages)
  }

  @Test func `whose lists were lost are marked as rebuilt`() {
    let rebuilt = Set(topics.filter(\.rebuilt).map(\.id))
    #expect(rebuilt.isSuperset(of: ["nocturia", "muscle-relaxants", "caffeine", "signs-to-call", "sheets"]))
    #expect(rebuilt.isDisjoint(with: ["sleep-apnea", "hypoventilation", "twitches-and-cramps", "insurance"]))
  }

  @Test func `a page that is missing, or does not speak of the topic, is named`() throws {
    let none = try SeedTopic.problems(in: .embedded, pages: [:])
    #expect(none.contains("topics.json: bath: is reached by guide:restless-legs, which does not exist"))
    var pages = Dictionary(uniqueKeysWithValues: Self.pages.map { ($0, "nothing of the kind") })
    #expect(
      try SeedTopic.problems(in: .embedded, pages: pages).contains(
        "topics.json: bath: none of its words stands in guide:restless-legs"))
    pages["restless-legs"] = "A warm BATH may help."
    #expect(
      try !SeedTopic.problems(in: .embedded, pages: pages).contains { $0.hasPrefix("topics.json: bath:") })
  }

  @Test func `a reference to nothing, a topic twice and a topic without words are named`() throws {
    var files = Catalogue.Files.embedded
    let topic = #"{"id":"a","label":"A","rebuilt":false,"words":["bath"],"reached":["item:warm-bath"]}"#
    func found(_ rows: String) throws -> [String] {
      files.topics = Array("{\"topics\":[\(rows)]}".utf8)
      return try SeedTopic.problems(in: files, pages: nil)
    }
    #expect(try found(topic) == [])
    #expect(try found(topic + "," + topic) == ["topics.json: a: stands there twice"])
    #expect(
      try found(topic.replacing("warm-bath", with: "cold-bath")) == [
        "topics.json: a: is reached by item:cold-bath, which does not exist"
      ])
    #expect(
      try found(topic.replacing("[\"bath\"]", with: "[\"Bath\"]")).contains(
        "topics.json: a: its words are small letters, at least one"))
    #expect(throws: CatalogueError(file: "topics.json", entry: "a")) {
      try found(topic.replacing("item:", with: "thing:"))
    }
  }
}
