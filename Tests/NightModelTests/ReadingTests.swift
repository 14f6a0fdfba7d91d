import TestSupport
import Testing

@testable import NightModel

@Suite struct `How the guide and the list of signs read` {
  private let guide = Guide.standard
  private let catalogue = Catalogue.standard

  /// Sentences that are nothing but names: no other words would say the same.
  private static let names: Set<String> = [
    "Muscle relaxants for stiffness and twitching: baclofen, tizanidine, dantrolene, benzodiazepines.",
    "Cramp medicines: mexiletine, gabapentin, carbamazepine, phenytoin, magnesium.",
    "Pain relievers, antidepressants and sleep aids.",
  ]

  @Test func `each page is at most at grade 6, and no sentence but lists of names above 9`() {
    var table = ["page                    sentences  grade  hardest"]
    for page in guide.pages {
      let sentences = page.sentences.map(\.text).filter { !Self.names.contains($0) }
      let grade = ReadingLevel(sentences).grade
      let hardest = sentences.map { ReadingLevel([$0]).grade }.max() ?? 0
      table.append(
        "\(page.id.padded(24))\("\(sentences.count)".padded(11))\(grade.tenths.padded(7))\(hardest.tenths)")
      #expect(grade <= 6, "\(page.id)")
      for sentence in sentences { #expect(ReadingLevel([sentence]).grade <= 9, "\(page.id): \(sentence)") }
    }
    for line in table { print(line) }
    #expect(Self.names.isSubset(of: guide.pages.flatMap(\.sentences).map(\.text)))
  }

  @Test func `a grade is that of the formula`() {
    let plain = ReadingLevel(["The cat sat on the mat."])
    #expect((plain.words, plain.syllables, plain.sentences) == (6, 6, 1) && plain.grade.tenths == "-1.4")
    let hard = ReadingLevel(["Hypoventilation: inadequate ventilation, with retention of carbon dioxide."])
    #expect(hard.words == 8 && hard.grade > 12)
    for (word, syllables) in [("machine", 2), ("trouble", 2), ("raised", 1), ("needed", 2), ("noses", 2), ("ALS", 1)] {
      #expect(ReadingLevel([word]).syllables == syllables, "\(word)")
    }
  }

  @Test func `an emergency stands by itself, and no condition of one thing hangs on others before it`() {
    let pages = guide.pages.flatMap { page in
      page.sentences(below: { $0.hasPrefix("Emergency") }).map(\.text)
    }
    let signs = catalogue.signs(of: .emergency).flatMap { [$0.label, $0.what] }
    let level = catalogue.levels.filter { $0.id == .emergency }.map(\.what)
    let beside = (catalogue.whileWaiting + catalogue.tellResponders).map(\.text)
    #expect(pages.count >= 15 && pages.contains("Hard to wake.") && pages.contains("Newly confused."))
    for text in pages + signs + level + beside { #expect(!text.hangsOnOneOfSeveral, "\(text)") }
    #expect("Hard to wake, newly confused, or breathing more shallowly after a new medicine.".hangsOnOneOfSeveral)
    #expect("The throat shuts or the colour changes, if the mask is on.".hangsOnOneOfSeveral)
    #expect(!"Breaths that are more shallow after a new medicine.".hangsOnOneOfSeveral)
    #expect("Give suction and cough assist, unless that was forbidden.".hangsOnOneOfSeveral)
    #expect(!"Call first; put the machine on, unless the person is being sick.".hangsOnOneOfSeveral)
  }

  @Test func `no heading puts a condition on the emergencies below it`() {
    for page in guide.pages {
      var heading = ""
      for block in page.blocks {
        if case .heading(let words) = block { heading = words }
        guard block.sentences.contains(where: { $0.text == "Hard to wake." || $0.text == "Newly confused." }) else {
          continue
        }
        let words = heading.lowercased().split(separator: " ")
        #expect(!words.contains { ["after", "if", "unless", "when", "with"].contains($0) }, "\(page.id): \(heading)")
      }
    }
  }

  @Test(arguments: ["beep", "alarm", "panic", "leak", "power"])
  func `what goes wrong at night is found on the page of tonight's troubles`(word: String) {
    #expect(guide.search(word).contains { $0.page.id == "tonights-troubles" })
  }

  /// Guidelines, health services and authorities, charities for ALS, and the mark "to confirm with your team".
  private static let weighty: Set<String> = [
    "TEAM", "AASM25", "AHA25", "CHEST", "CHEST2", "NICEL", "NPIAP25", "988", "CFR41828", "CPSC", "ENT", "FDAGAB",
    "FDAMAG", "FDAP", "HOP", "KENT", "MGH", "NIV4A", "NIV4E", "NIV4T", "NOR", "ALSN", "ALSR", "EMS", "MDAT", "MNDA",
    "MNDAO", "MNDAUS", "MNDSCOT", "NSW",
  ]
  /// Shops, copies and notes without an address.
  private static let light: Set<String> = ["CSU", "HACK", "HOB", "LAR", "WEL", "REVIEW", "BIO", "BBB", "BOTHC"]

  @Test func `a line about safety rests on a guideline, a health service or a charity, or is to be confirmed`() {
    let words = [
      "emergency", "call now", "call today", "burn", "trap", "weaken breathing", "weaken the breath", "oxygen",
      "heating pad", "not to be rubbed",
      "all at once", "into the lungs", "magnets", "stays on", "without a signal",
    ]
    let headings = [
      "Something beeps", "The power is out", "Panic under", "A coughing fit", "Sick with", "Tube trouble", "Emergency",
      "While help", "Now, at any hour", "Call today",
    ]
    var count = 0
    for page in guide.pages {
      let all = page.sentences.filter { sentence in words.contains { sentence.text.lowercased().contains($0) } }
      let below = page.sentences(below: { heading in headings.contains { heading.hasPrefix($0) } })
      for sentence in all + below where sentence.sources != ["DESIGN"] {
        count += 1
        #expect(!Self.weighty.isDisjoint(with: sentence.sources), "\(page.id): \(sentence.text)")
        #expect(Self.light.isDisjoint(with: sentence.sources), "\(page.id): \(sentence.text)")
      }
    }
    #expect(count >= 80)
    for sign in catalogue.signs(of: .emergency) + catalogue.signs(of: .today) {
      #expect(!Self.weighty.isDisjoint(with: sign.sources), "\(sign.id)")
      #expect(Self.light.isDisjoint(with: sign.sources), "\(sign.id)")
    }
    let standard = catalogue.whileWaiting + catalogue.tellResponders
    for line in standard + (catalogue.powerOut + catalogue.powerBack).map(\.statement) where line.sources != ["DESIGN"]
    {
      #expect(!Self.weighty.isDisjoint(with: line.sources), "\(line.text)")
      #expect(Self.light.isDisjoint(with: line.sources), "\(line.text)")
    }
    for item in catalogue.items { #expect(Self.light.isDisjoint(with: item.sources), "\(item.id)") }
  }

  @Test func `a warning stands wherever its medicines are named`() {
    for page in guide.pages {
      let texts = page.sentences.map { $0.text.lowercased() }
      if texts.contains(where: { $0.contains("gabapentin") || $0.contains("pregabalin") }) {
        #expect(page.sources.contains("FDAGAB"), "\(page.id)")
      }
      if texts.contains(where: { $0.contains("weaken breathing") }) {
        #expect(texts.contains { $0.hasPrefix("never stop") && $0.contains("ask first") }, "\(page.id)")
      }
    }
    #expect(catalogue.item("new-medicine")?.why.contains("before you stop") == true)
  }

  @Test func `bad dreams are mentioned, seeing things is apart from them, urine at night is only read`() {
    #expect(catalogue.sign("nightmares-often")?.level == .mention)
    #expect(catalogue.sign("seeing-things")?.label.lowercased().contains("dream") == false)
    #expect(catalogue.sign("urine-at-night")?.level == .mention)
    #expect(catalogue.sign("feeding-tube-out")?.what.contains("At any hour") == true)
  }
}

/// How hard sentences are to read, by the formula of Flesch and Kincaid: a grade of US schools.
private struct ReadingLevel {
  let words: Int
  let syllables: Int
  let sentences: Int

  init(_ sentences: [String]) {
    let words = sentences.flatMap { $0.split { " -/".contains($0) } }.filter {
      $0.contains { $0.isLetter || $0.isNumber }
    }
    self.words = words.count
    syllables = words.map(Self.syllables).reduce(0, +)
    self.sentences = sentences.count
  }

  var grade: Double {
    0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// Groups of vowels, without those at the end that are not spoken.
  private static func syllables(_ word: Substring) -> Int {
    let letters = word.lowercased().filter { $0.isASCII && $0.isLetter }.map(\.self)
    let vowels = letters.map { "aeiouy".contains($0) }
    var count = zip(vowels, [false] + vowels).count { $0 && !$1 }
    let before = letters.dropLast(2)
    let isAfterConsonant = before.last.map { !"aeiouy".contains($0) } ?? false
    switch String(letters.suffix(2)) {
    case "le" where isAfterConsonant: break
    case "es":
      let stem = String(before)
      let isSpoken = ["s", "x", "z", "ch", "sh", "c", "g"].contains { stem.hasSuffix($0) }
      let isTail = stem.hasSuffix("l") && stem.dropLast().last.map { !"aeiouy".contains($0) } ?? false
      if !isSpoken, !isTail { count -= 1 }
    case "ed": if let last = before.last, !"td".contains(last) { count -= 1 }
    case let end: if end.hasSuffix("e") { count -= 1 }
    }
    return max(count, 1)
  }
}

extension String {
  /// True if "after", "if" or "unless" follows on several things, so that nobody knows which of them it belongs to.
  fileprivate var hangsOnOneOfSeveral: Bool {
    split(whereSeparator: { ".?!:;".contains($0) }).contains { sentence in
      let words = sentence.lowercased().split(separator: " ")
      guard let place = words.firstIndex(where: { ["after", "if", "unless"].contains($0) }) else { return false }
      // The comma right before the condition parts nothing.
      let before = words[..<place]
      return before.contains { ["or", "and", "nor"].contains($0) } || before.dropLast().contains { $0.hasSuffix(",") }
    }
  }

  /// Filled with spaces to so many columns.
  fileprivate func padded(_ columns: Int) -> String { self + String(repeating: " ", count: max(columns - count, 0)) }
}

extension Double {
  /// With one decimal.
  fileprivate var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension GuidePage {
  /// The sentences below the headings that are meant.
  fileprivate func sentences(below isMeant: (String) -> Bool) -> [GuideSentence] {
    var (isBelow, sentences) = (false, [GuideSentence]())
    for block in blocks {
      if case .heading(let heading) = block { isBelow = isMeant(heading) }
      if isBelow { sentences += block.sentences }
    }
    return sentences
  }
}
