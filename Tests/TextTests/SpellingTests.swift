import Testing
import Text

@Suite struct `Spelling` {
  @Test(arguments: [
    ("Turned left", "turned left"), ("SE of the time spent trying", "SE of the time spent trying"), ("", ""),
    ("A line", "a line"), ("X", "x"), ("Ärger", "ärger"),
  ])
  func `a name takes a small letter in a sentence, unless it is a word in capitals`(name: String, inText: String) {
    #expect(name.lowercasedFirst == inText)
  }
}
