/// One line of paper notes behind its time, read word by word. Every word ends up in a field or in the note.
struct PaperLine {
  /// What the line is about.
  private(set) var subject: Subject
  /// What it says.
  private(set) var details: Details
  /// What is odd about it, as a sentence without a full stop; nil if nothing is.
  private(set) var remark: String?
  private var rest: ArraySlice<String>

  /// A line whose words are all a note.
  init(note words: ArraySlice<String>, span: PaperSpan?) throws(Refusal) {
    (subject, details, rest) = (.note, Details(), words)
    try take(span)
    try keepNote()
  }

  /// Reads the words of a line.
  /// - Parameters:
  ///   - words: the words behind the time.
  ///   - vocabulary: the words that are known.
  ///   - medicines: the names in the plan, whose spelling is taken.
  ///   - span: how long it lasted, where the time says so.
  /// - Throws: `Refusal` with the reason, without what follows from it.
  init(
    _ words: ArraySlice<String>, _ vocabulary: PaperWords, medicines: [String], span: PaperSpan? = nil
  ) throws(Refusal) {
    (subject, details, rest) = (.note, Details(), words)
    guard !words.isEmpty else { throw .nothingBehindTime }
    try readSubject(vocabulary)
    try take(span)
    switch subject {
    case .note: break
    case .event(.medicine): try readMedicine(medicines)
    case .event, .symptom, .plan, .check, .environment, .diary, .carer, .handover: while try readField() {}
    }
    if details.countsWhatWasNotThere {
      throw .countsWhatWasNotThere(details, .paper)
    }
    try keepNote()
  }

  /// True if some words begin with what happened.
  static func isKnown(_ words: ArraySlice<String>, _ vocabulary: PaperWords) -> Bool {
    isSide(words) || vocabulary.phrase(words) != nil || symptomAtPlace(words, vocabulary) != nil
  }

  private mutating func readSubject(_ vocabulary: PaperWords) throws(Refusal) {
    let words = rest
    if Self.isSide(words) {
      subject = .event(.turn)
    } else if let (meaning, count) = vocabulary.phrase(words) {
      switch meaning {
      case .subject(let known, let said): (subject, details, rest) = (known, Details(said), words.dropFirst(count))
      case .either(let ask):
        let phrase = PaperWords.plain(words.prefix(count).joined(separator: " "))
        throw .unclear(phrase, write: ask)
      }
    } else if let found = Self.symptomAtPlace(words, vocabulary) {
      (subject, details, rest) = (found.subject, Details(found.said), words.dropFirst(found.count))
    } else {
      throw .unknownWord(words.first ?? "", nearest: vocabulary.nearest(words))
    }
  }

  /// What begins with where it was: `left calf cramp 7`.
  private static func symptomAtPlace(
    _ words: ArraySlice<String>, _ vocabulary: PaperWords
  ) -> (subject: Subject, said: [Field: FieldValue], count: Int)? {
    guard let (place, taken) = place(words),
      case (.subject(let symptom, let said), let count)? = vocabulary.phrase(words.dropFirst(taken)),
      symptom.fields.contains(.place)
    else { return nil }
    return (symptom, said.merging([.place: .text(place)]) { $1 }, taken + count)
  }

  /// Takes how long it lasted.
  private mutating func take(_ span: PaperSpan?) throws(Refusal) {
    guard let span else { return }
    if let kind = Interval.Kind.allCases.first(where: { subject == .event($0.opening) && $0 != .wake }) {
      throw .endIsOwnEntry(kind, span.end)
    }
    if subject.fields.contains(.minutes) {
      details[.minutes] = .number(span.minutes)
    } else {
      details[.note] = .text("until \(span.end)")
    }
  }

  /// What no field took is the note.
  private mutating func keepNote() throws(Refusal) {
    // A dash or colon that parts the words is none itself.
    while let word = rest.first, PaperWords.bare(word).isEmpty, subject != .note {
      rest.removeFirst()
    }
    if rest.isEmpty, subject == .note { throw .lineWithoutWords }
    let said = [details.text(.note), rest.joined(separator: " ")].compactMap(\.self).filter { !$0.isEmpty }
    guard !said.isEmpty else { return }
    let note = said.joined(separator: subject == .note ? ": " : ", ")
    details[.note] = .text(try TextRule.check(note, limit: Field.noteLimit, what: "note"))
  }

  /// Takes what the next words say of a field that is still blank.
  private mutating func readField() throws(Refusal) -> Bool {
    while let word = rest.first, PaperWords.bare(word).isEmpty { rest.removeFirst() }
    let fields = subject.fields
    if fields.contains(.side), details[.side] == nil, readSide() { return true }
    if fields.contains(.minutes), details[.minutes] == nil, readMinutes() { return true }
    // Before the grade too: `3 times` is none.
    if fields.contains(.times), details[.times] == nil, readTimes() { return true }
    // Before the grade: `2 pillows` is none.
    if fields.contains(.what), details[.what] == nil, readWhat() { return true }
    if fields.contains(.value), details[.value] == nil, try readGrade() { return true }
    return fields.contains(.place) && details[.place] == nil && readPlace()
  }

  private var next: [String] { rest.prefix(4).map { PaperWords.bare($0.lowercased()) } }

  private mutating func take(_ count: Int, _ field: Field, _ value: FieldValue) -> Bool {
    details[field] = value
    rest = rest.dropFirst(count)
    return true
  }

  // MARK: Side

  private static let fillers: Set<String> = ["on", "onto", "to", "the", "his", "her", "him", "their", "them"]

  /// A side at the beginning of some words, and how many of them it takes.
  private static func side(_ words: ArraySlice<String>) -> (side: String, count: Int)? {
    let plain = words.prefix(5).map { PaperWords.bare($0.lowercased()) }
    let lead = plain.prefix(3).prefix { fillers.contains($0) }.count
    guard lead < plain.count, let side = sides[plain[lead]] else { return nil }
    let after = lead + 1 < plain.count ? plain[lead + 1] : ""
    // "Left arm" is where something was, and no side to lie on.
    if parts.contains(after) { return nil }
    return (side, lead + (after == "side" ? 2 : 1))
  }

  private static let sides = [
    "l": "left", "lt": "left", "left": "left", "r": "right", "rt": "right", "right": "right", "b": "back",
    "back": "back", "supine": "back", "other": "other",
  ]

  /// True if the words name a side and nothing else.
  private static func isSide(_ words: ArraySlice<String>) -> Bool { side(words)?.count == words.count }

  private mutating func readSide() -> Bool {
    guard let (side, count) = Self.side(rest) else { return false }
    return take(count, .side, .text(side))
  }

  // MARK: Numbers

  private mutating func readMinutes() -> Bool {
    let words = next
    // `10 min` and `1h 30` are one number; two numbers side by side (`12 10m`) are never run together.
    let areTwo = words.count >= 2 && words[0].allSatisfy(\.isNumber) && words[1].first?.isNumber == true
    for count in areTwo ? [1] : [2, 1] where words.count >= count {
      if let minutes = Self.minutes(words.prefix(count).joined()) { return take(count, .minutes, .number(minutes)) }
    }
    return false
  }

  /// `10m`, `10min`, `1h`, `2hours`, `1h30`; nil for anything else, and for over a day.
  private static func minutes(_ word: String) -> Int? {
    let number = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(number.count)
    guard let count = Int(number), count <= 1440 else { return nil }
    if ["m", "min", "mins", "minute", "minutes"].contains(rest) { return count }
    guard let unit = ["hours", "hour", "hrs", "hr", "h"].first(where: rest.hasPrefix), count <= 24 else { return nil }
    let more = rest.dropFirst(unit.count).prefix { $0.isASCII && $0.isNumber }
    let end = rest.dropFirst(unit.count + more.count)
    guard end.isEmpty || (!more.isEmpty && ["m", "min"].contains(end)) else { return nil }
    let minutes = count * 60 + (more.isEmpty ? 0 : Int(more) ?? 1441)
    return minutes <= 1440 ? minutes : nil
  }

  /// `3x`, `x3`, `3 times`, `once`, `twice`; `0 times` is a grade: asked, none.
  private mutating func readTimes() -> Bool {
    let words = next
    guard let word = words.first else { return false }
    if let known = ["once": 1, "twice": 2][word] { return take(1, .times, .number(known)) }
    let digits = word.filter { $0.isASCII && $0.isNumber }
    let isApart = word == digits && words.count > 1 && ["x", "times"].contains(words[1])
    guard isApart || word == "\(digits)x" || word == "x\(digits)", let times = Int(digits) else { return false }
    if times == 0, details[.value] == nil { return take(isApart ? 2 : 1, .value, .number(0)) }
    guard case .number(let range) = Field.times.rule, range.contains(times)
    else { return false }
    return take(isApart ? 2 : 1, .times, .number(times))
  }

  private mutating func readGrade() throws(Refusal) -> Bool {
    guard var word = next.first else { return false }
    if word.hasSuffix("/10") { word = String(word.dropLast(3)) }
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let isNumber = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    // `38,5` is a temperature, and `1,5 h` a time.
    if parts.count == 2, isNumber, let whole = Int(parts[0]), (0...10).contains(whole),
      next.count < 2 || Self.minutes("1\(next[1])") == nil
    {
      throw .gradeIsNotWhole(word, whole: whole)
    }
    if PaperWords.plain(word) == "none" { return take(1, .value, .number(0)) }
    guard let grade = Int(word), isNumber, parts.count == 1 else { return false }
    if subject.refuses(grade: grade) {
      remark = Self.gradeNotAsked(next[0])
      return false
    }
    guard word.count <= 2, (0...10).contains(grade) else {
      remark = Self.gradeTooHigh(next[0])
      return false
    }
    return take(1, .value, .number(grade))
  }

  // MARK: Places and what

  private mutating func readPlace() -> Bool {
    guard let (place, count) = Self.place(rest) else { return false }
    return take(count, .place, .text(place))
  }

  /// A part of the body at the beginning of some words, and how many of them it takes.
  private static func place(_ words: ArraySlice<String>) -> (place: String, count: Int)? {
    let plain = words.prefix(4).map { PaperWords.bare($0.lowercased()) }
    let lead = plain.prefix(2).prefix { leads.contains($0) }.count
    let words = plain.dropFirst(lead)
    guard let word = words.first else { return nil }
    if let which = which[word], let part = words.dropFirst().first, parts.contains(part) {
      return ("\(which) \(part)", lead + 2)
    }
    return parts.contains(word) ? (word, lead + 1) : nil
  }

  private static let leads: Set<String> = ["in", "at", "the", "his", "her", "their"]
  private static let which = [
    "l": "left", "lt": "left", "left": "left", "r": "right", "rt": "right", "right": "right", "both": "both",
    "upper": "upper", "lower": "lower",
  ]
  private static let parts: Set<String> = [
    "calf", "calves", "foot", "feet", "toe", "toes", "heel", "heels", "ankle", "ankles", "shin", "shins", "knee",
    "knees",
    "thigh", "thighs", "leg", "legs", "groin", "hip", "hips", "buttock", "buttocks", "back", "belly", "stomach",
    "chest",
    "ribs", "shoulder", "shoulders", "arm", "arms", "elbow", "elbows", "wrist", "wrists", "hand", "hands", "finger",
    "fingers", "thumb", "neck", "jaw", "face", "head", "ear", "ears", "tongue", "mouth", "nose", "eyes", "throat",
  ]

  private mutating func readWhat() -> Bool {
    guard let word = next.first else { return false }
    switch subject {
    case .event(.suction):
      let known = [
        "clear": "clear", "thick": "thick", "coloured": "coloured", "colored": "coloured", "blood": "blood",
        "bloody": "blood",
      ]
      return known[word].map { take(1, .what, .text($0)) } ?? false
    case .event(.maskFix):
      let known = ["nudged": "nudged", "strap": "strap", "straps": "strap", "break": "break"]
      if next.starts(with: ["other", "mask"]) { return take(2, .what, .text("other mask")) }
      return known[word].map { take(1, .what, .text($0)) } ?? false
    case .symptom:
      // Leading words that say no more than the value itself.
      if let count = next.first.flatMap({ Int($0) }), next.dropFirst().first?.hasPrefix("pillow") == true {
        return take(2, .what, .text(count == 1 ? "1 pillow" : "\(count) pillows"))
      }
      let lead = next.prefix { ["slept", "in", "the", "more", "extra", "needed"].contains($0) }.count
      let words = next.dropFirst(lead)
      if words.starts(with: ["sat", "up"]) { return take(lead + 2, .what, .text("sat up")) }
      let known = [
        "pillow": "pillows", "pillows": "pillows", "chair": "chair", "armchair": "chair", "recliner": "chair",
      ]
      return words.first.flatMap { known[$0] }.map { take(lead + 1, .what, .text($0)) } ?? false
    case .event, .check, .environment, .diary, .carer, .note, .handover, .plan: return false
    }
  }

  /// The name of a medicine: one of the plan, else the words up to a comma, a number or the end.
  private mutating func readMedicine(_ known: [String]) throws(Refusal) {
    func medicine(_ words: String) -> MedicineName { MedicineName(PaperWords.plain(words)) }
    while let word = rest.first, PaperWords.bare(word).isEmpty { rest.removeFirst() }
    for name in known.sorted(by: { $0.count > $1.count }) {
      let count = name.split(separator: " ").count
      guard rest.count >= count, medicine(rest.prefix(count).joined(separator: " ")) == medicine(name) else { continue }
      _ = take(count, .what, .text(name))
      while readMinutes() {}
      return
    }
    var count = 0
    for word in rest {
      if count > 0, word.first?.isNumber == true || PaperWords.bare(word).isEmpty { break }
      count += 1
      if let last = word.last, ",;:".contains(last) { break }
    }
    var name = rest.prefix(count).joined(separator: " ")
    while let last = name.last, ",;:".contains(last) { name.removeLast() }
    guard !name.isEmpty else { throw .lineWithoutMedicine }
    _ = take(count, .what, .text(try TextRule.check(name, limit: 100, what: "name")))
    guard !known.isEmpty else { return }
    let near = Nearest.word(to: PaperWords.plain(name), among: known.map(PaperWords.plain))
    remark = Self.notInPlan(name, nearest: known.first { PaperWords.plain($0) == near })
  }
}
