import NightModel
import TestSupport
import Testing

@testable import NightReports

@Suite struct `The guide as text` {
  private let guide = Guide.standard

  @Test func `the contents have a line a page`() {
    let lines = GuideText.contents(guide).split(separator: "\n")
    #expect(lines.count == 13)
    #expect(lines[5] == "6   cramps-and-stiffness     Cramps and stiffness")
  }

  @Test(arguments: [20, 40, 72, 100])
  func `every page fits its width, and every sentence and source is there`(columns: Int) {
    for page in guide.pages {
      let text = GuideText.text(page, of: guide, catalogue: .standard, columns: columns)
      for line in text.split(separator: "\n") {
        #expect(line.count <= columns || !line.dropFirst(4).contains(" "), "\(page.id): \(line)")
        #expect(line.last != " ", "\(page.id): \(line)")
      }
      let words = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
      for sentence in page.sentences { #expect(words.contains(sentence.marked), "\(page.id): \(sentence.text)") }
      for key in page.sources where key != "TEAM" { #expect(words.contains(" \(key): "), "\(page.id): \(key)") }
      #expect(words.contains(GuideSentence.markMeaning) == page.sentences.contains(where: \.isToConfirm))
      #expect(!text.contains("\n\n\n") && !text.contains("TEAM"), "\(page.id)")
    }
  }

  @Test func `the numbers behind a sentence are those of its sources at the foot`() {
    guard let page = guide.page("cramps-and-stiffness") else { return }
    let text = GuideText.text(page, of: guide, catalogue: .standard)
    #expect(text.hasPrefix("6  Cramps and stiffness\n\nTwitches\nTwitches are small flickers in a muscle. [1]"))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("when it is moved.* At the clinic the word"))
    let keys = page.sources.filter { $0 != "TEAM" }
    for (index, key) in keys.enumerated() { #expect(text.contains("\n\(index + 1)  \(key): "), "\(key)") }
  }

  @Test func `what was found stands under the titles of its pages`() {
    let text = GuideText.found(guide.search("cramps cold"))
    #expect(text.contains("Cramps and stiffness (cramps-and-stiffness)\n- Cold muscle cramps more easily.\n"))
  }
}
