import NightModel
import Testing

@Suite struct `The record's own words` {
  private func words(_ texts: [(String, Int)], labels: [String] = []) -> OwnWords {
    var words = OwnWords()
    for (text, age) in texts { words.add(text, daysAgo: age) }
    for label in labels { words.add(label: label) }
    return words
  }

  @Test func `a word that was begun goes on with the ones written most, ties by the alphabet`() {
    let words = words([("calf held", 0), ("calf stretched", 0), ("call bell", 0), ("cold feet", 0)])
    #expect(words.next(after: "ca", most: 4) == ["calf", "call"])
    #expect(words.next(after: "C", most: 4) == ["calf", "call", "cold"])
    #expect(words.next(after: "calf", most: 4) == [])
  }

  @Test func `after a word those that followed it come first, and at the beginning those that began a text`() {
    let words = words([("head end raised", 0), ("calf held", 0), ("calf held", 0), ("calf stretched", 0)])
    #expect(words.next(after: "calf ", most: 2) == ["held", "stretched"])
    #expect(words.next(after: "", most: 2) == ["calf", "head"])
  }

  @Test func `a word counts half for each 60 days of age, and a label less than any word that was written`() {
    let words = words([("pillow", 0), ("pancake", 61), ("pancake", 61)], labels: ["Position Position Position"])
    #expect(words.next(after: "p", most: 5) == ["pillow", "pancake", "Position"])
  }

  @Test func `a name keeps its capital, and short words are spelled`() {
    #expect(words([("Mara is up", 0)]).next(after: "m", most: 3) == ["Mara"])
    #expect(words([("is up at 3", 0)]).next(after: "", most: 3) == [])
  }

  @Test func `what was begun is only the letters at the end`() {
    #expect(OwnWords.wordBegun(in: "head e") == "e")
    #expect(OwnWords.wordBegun(in: "head ") == "")
    #expect(OwnWords.wordBegun(in: "at 3") == "")
  }
}
