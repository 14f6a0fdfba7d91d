import TestSupport
import Testing

@testable import NightModel

@Suite struct `The guide` {
  private let guide: Guide
  private let catalogue = Catalogue.standard

  init() throws { guide = try Guide(files: GuideFile.embedded) }

  @Test func `is read whole, in its order, and is what the program uses`() {
    #expect(Guide.standard == guide)
    #expect(
      guide.pages.map(\.id) == [
        "tonights-troubles", "why-nights-break", "bed-and-surface", "positioning-and-turning", "breathing-and-mask",
        "cramps-and-stiffness", "restless-legs", "medicines", "feeding-and-fluids", "sleep-habits", "feelings",
        "when-to-call", "caring-for-yourself",
      ])
    #expect(GuideFile.embedded.map { $0.name.prefix(2) } == (1...13).map { $0 < 10 ? "0\($0)" : "\($0)" })
  }

  @Test func `every page is short, and says what it explains`() {
    for page in guide.pages {
      #expect((150...400).contains(page.wordCount), "\(page.id): \(page.wordCount)")
      #expect((1...34).contains(page.title.count), "\(page.id)")
      #expect(!page.usedIn.isEmpty && Set(page.usedIn).count == page.usedIn.count, "\(page.id)")
      for id in page.usedIn {
        let isKnown = catalogue.item(id) != nil || catalogue.symptom(id) != nil || EventKind(rawValue: id) != nil
        #expect(isKnown, "\(page.id): \(id)")
      }
    }
  }

  @Test func `every sentence is short, and rests on sources that resolve`() {
    for page in guide.pages {
      #expect(page.sentences.count >= 15, "\(page.id)")
      for sentence in page.sentences {
        #expect(!sentence.sources.isEmpty && Set(sentence.sources).count == sentence.sources.count, "\(sentence.text)")
        for key in sentence.sources { #expect(catalogue.source(key) != nil, "\(page.id): \(key)") }
        #expect((2...25).contains(sentence.text.split(separator: " ").count), "\(sentence.text)")
        #expect(sentence.text.allSatisfy { $0.isASCII }, "\(sentence.text)")
      }
    }
  }

  @Test func `no words that diagnose, promise, blame or dose`() {
    let words = [
      "patient", "victim", "sufferer", "you have", "normal", "all clear", "compliant", "spasm", " mg", "survival",
      "nothing to worry", "should be fine", "overdue", " late turn", "missed", "respirator", "life expectancy",
    ]
    // Clinics' own words, each explained once: the name for stiffness, and the old name of the breathing machine.
    let explained = ["spasticity", "old word respirator; we say breathing machine", "respiratory therapist"]
    let headings = guide.pages.flatMap(\.blocks).compactMap { if case .heading(let text) = $0 { text } else { nil } }
    let texts = guide.pages.flatMap { $0.sentences.map(\.text) + [$0.title] } + headings
    for text in texts {
      var plain = text.lowercased()
      for words in explained { plain = plain.split(separator: words).joined() }
      for word in words { #expect(!plain.contains(word), "\(text)") }
    }
    #expect(texts.count { $0.lowercased().contains("spasticity") } == 1)
  }

  @Test func `figures of turning trials stand on one page, with their limits`() {
    for page in guide.pages {
      for sentence in page.sentences where sentence.sources.contains("TURN") {
        #expect(page.id == "positioning-and-turning", "\(sentence.text)")
      }
    }
    let page = guide.page("positioning-and-turning")?.sentences.map(\.text).joined(separator: " ") ?? ""
    for words in ["85", "foam", "did not live with ALS", "no rule"] { #expect(page.contains(words)) }
  }

  @Test func `when to call begins with what it is not`() {
    let sentences = guide.page("when-to-call")?.sentences.map(\.text) ?? []
    #expect(sentences.first == "Nobody has checked this list against tonight.")
    #expect(sentences.dropFirst().first == "Your own plan and numbers come first.")
  }

  @Test(arguments: [
    "sleep apnea", "hypoventilation", "twitches", "cramps", "stiffness", "restless legs", "immobility", "secretions",
    "nocturia", "insomnia", "depression", "fear", "grief", "hospital bed", "mobility bed", "adjustable sections",
    "electric hand control", "alternating-pressure overlay", "bedsores", "insurance", "pillows", "sheets", "rails",
    "muscle relaxants", "cramp medicines", "restless legs medicines", "side effects", "pain relievers",
    "antidepressants", "sleep aids", "interact", "active stretching", "assisted stretching", "range of motion",
    "mask ventilation", "ventilator", "tracheostomy", "bath", "massage", "hot and cold packs", "nutrition", "fluid",
    "feeding tube", "electrolytes", "same time", "quiet, dark and comfortable", "electronic devices", "large meals",
    "caffeine", "alcohol", "activity by day", "naps", "less fluid", "get up", "breathing tests", "anxiety", "speech",
    "swallowing", "caregiver", "als association", "look like ALS", "sleep study", "symptoms worse",
    "neurologist", "say that sleep itself is a problem", "respiratory therapist", "lung doctor", "physical therapist",
    "by mouth", "by the windpipe", "declined", "magnets", "what als is", "spinal cord", "sooner", "does not refresh",
    "all at once", "chest infections", "dreams", "jerk", "hospice", "veterans",
  ])
  func `what a family looks for is found`(words: String) {
    #expect(!guide.search(words).isEmpty)
  }

  @Test func `every word has to be there, in the sentence or above it, in any case`() {
    let found = guide.search("CRAMP cold")
    #expect(found.map(\.sentence.text).contains("Cold muscle cramps more easily."))
    for hit in found { #expect(hit.page.blocks[hit.block].sentences.contains(hit.sentence)) }
    #expect(guide.search("cramps zebra").isEmpty && guide.search("  ").isEmpty)
    // Folded as the record is.
    #expect(!guide.search("ＣＲＡＭＰ cóld").isEmpty)
    // Of a heading that says it all, the first sentence is enough.
    #expect(guide.search("insurance").count == 1)
  }

  @Test func `a page is meant by its id, its number or the beginning of its id`() throws {
    #expect(try guide.page(named: "restless-legs").title == "Restless legs")
    #expect(try guide.page(named: "7").id == "restless-legs" && guide.page(named: "07").id == "restless-legs")
    #expect(try guide.page(named: "Rest").id == "restless-legs")
    #expect(throws: Refusal.self) { try guide.page(named: "w") }
    for name in ["", "0", "14", "zebra"] { #expect(throws: Refusal.self) { try guide.page(named: name) } }
    do throws(Refusal) {
      _ = try guide.page(named: "restles-legs")
    } catch {
      #expect(error.sentence.contains("did you mean \"restless-legs\"?"))
    }
  }

  @Test func `pages follow each other, round and round`() {
    #expect(guide.page(1, after: "why-nights-break")?.id == "bed-and-surface")
    #expect(guide.page(1, after: "caring-for-yourself")?.id == "tonights-troubles")
    #expect(guide.page(-1, after: "tonights-troubles")?.id == "caring-for-yourself")
    #expect(guide.page(1, after: "zebra") == nil)
  }

  @Test(arguments: [
    ("Sheets glide.", 6, "without its sources"), ("One. [MK1] Two.", 6, "without its sources"),
    ("One. Two. [MK1]", 6, "not one whole sentence"), ("One [MK1]", 6, "not one whole sentence"),
    ("- One. []", 6, "keys of sources"), ("One. [mk1]", 6, "keys of sources"), ("One. [MK1", 6, "without its sources"),
    ("- ", 6, "without its sources"),
  ])
  func `a page that breaks the rules names its file and line`(text: String, line: Int, problem: String) {
    let page = "# Title\nUsed in: cramp\n\n## Heading\nA sentence. [TEAM]\n\(text)\n"
    let error = #expect(throws: GuideError.self) {
      try Guide(files: [GuideFile(name: "01-page.md", bytes: Array(page.utf8))])
    }
    #expect(error?.file == "01-page.md" && error?.line == line, "\(error.debugDescription)")
    #expect(error?.problem.words.contains(problem) == true, "\(error.debugDescription)")
  }

  @Test(arguments: [
    ("", 1), ("Title\nUsed in: cramp\n\n", 1), ("# Title\n\n\n", 2), ("# Title\nUsed in: cramp\nText. [TEAM]\n", 3),
    ("# Title\nUsed in: cramp", 2),
  ])
  func `a head that breaks the rules names its line`(page: String, line: Int) {
    let error = #expect(throws: GuideError.self) {
      try Guide(files: [GuideFile(name: "01-page.md", bytes: Array(page.utf8))])
    }
    #expect(error?.line == line)
  }

  @Test func `a page is headings, points and paragraphs of sentences`() throws {
    let head = "# Title\nUsed in: cramp, pain\n\n"
    let text = head + "One. [TEAM]\nTwo? [MK1, MK2]\n\n## Next\n- Three. [DESIGN]\nFour. [MK1]"
    let page = try #require(try Guide(files: [GuideFile(name: "07-a-page.md", bytes: Array(text.utf8))]).pages.first)
    #expect(page.id == "a-page" && page.title == "Title" && page.usedIn == ["cramp", "pain"])
    #expect(page.blocks.map { $0.sentences.map(\.text) } == [["One.", "Two?"], [], ["Three."], ["Four."]])
    #expect(page.sources == ["TEAM", "MK1", "MK2", "DESIGN"] && page.wordCount == 5)
    #expect(page.sentences.map(\.marked) == ["One.*", "Two?", "Three.", "Four."])
  }
}
