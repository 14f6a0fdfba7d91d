internal import Text

/// A search as it was typed: words and phrases that must all stand in one entry, and filters.
public struct SearchQuery: Hashable, Sendable {
  /// What was typed, one space between words.
  public let text: String
  /// Words and phrases as they are compared.
  private(set) var terms: [[UInt8]] = []
  /// Kinds of which the entry must be one.
  private(set) var kinds: [[UInt8]] = []
  /// Initials of whom one must have written it.
  private(set) var writers: [[UInt8]] = []
  /// Ids of symptoms of which it must be one.
  private(set) var symptoms: [[UInt8]] = []
  /// Which grades it may have, where that was asked.
  private(set) var grades: ClosedRange<Int>?
  /// The first night.
  public private(set) var first: CivilDate?
  /// The last night.
  public private(set) var last: CivilDate?
  /// True if only a symptom will do.
  private(set) var wantsSymptom = false

  /// What can narrow a search, by the word before the colon.
  enum Filter: String, CaseIterable {
    case kind, by, since, until, symptom
  }

  /// The filters, as they are typed.
  public static let filters = Filter.allCases.map { "\($0.rawValue):" } + ["symptom>="]

  /// Reads what was typed. Words are parts of words too; several values of one filter are alternatives; dates are read by
  /// `times`.
  /// - Throws: `Refusal` with what was wrong and what would work.
  public init(_ typed: String, times: TimeReader, catalogue: Catalogue = .standard) throws(Refusal) {
    let parts = try Self.parts(of: typed)
    text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in parts {
      if part.isQuoted {
        try add(term: part.text)
      } else if let grade = part.text.firstIndex(where: { "<>=".contains($0) }), grade > part.text.startIndex {
        try add(grade: part.text, at: grade, catalogue)
      } else if let colon = part.text.firstIndex(of: ":"), part.text[..<colon].allSatisfy(\.isLetter),
        colon > part.text.startIndex
      {
        try add(
          filter: part.text[..<colon].lowercased(), String(part.text[part.text.index(after: colon)...]), times,
          catalogue)
      } else {
        try add(term: part.text)
      }
    }
    guard !parts.isEmpty else { throw .nothingToLookFor }
    if let first, let last, first > last { throw .sinceAfterUntil(first, last) }
  }

  // MARK: Reading

  private static func parts(of typed: String) throws(Refusal) -> [(text: String, isQuoted: Bool)] {
    var parts: [(text: String, isQuoted: Bool)] = []
    let pieces = typed.split(separator: "\"", omittingEmptySubsequences: false)
    guard pieces.count % 2 == 1 else { throw .openQuotation }
    var begun: String?
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 1 {
        // A quoted value belongs to the filter right before it: by:"MK".
        if let filter = begun { parts.append((filter + piece, false)) } else { parts.append((String(piece), true)) }
        begun = nil
        continue
      }
      var words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
      if piece.last?.isWhitespace == false, let filter = words.last, filter.hasSuffix(":"), index + 1 < pieces.count {
        begun = words.removeLast()
      }
      parts += words.map { ($0, false) }
    }
    return parts
  }

  private mutating func add(term: String) throws(Refusal) {
    let folded = FoldedText.bytes(of: term)
    guard folded.contains(where: { $0 != UInt8(ascii: " ") }) else { throw .emptyTerm(term) }
    terms.append(folded)
  }

  private mutating func add(filter name: String, _ value: String, _ times: TimeReader, _ catalogue: Catalogue)
    throws(Refusal)
  {
    guard let filter = Filter(rawValue: name) else { throw .noFilter(name) }
    guard !value.isEmpty else { throw .emptyFilter(filter) }
    switch filter {
    case .by: writers.append(FoldedText.bytes(of: value))
    case .kind: kinds.append(Array(try Self.known(value, to: .kind, among: Self.kindWords(catalogue)).utf8))
    case .symptom: symptoms.append(Array(try Self.symptom(value, catalogue).utf8))
    case .since: first = try times.span(value).settled(so: Refusal.nothingSearched).nights.lowerBound
    case .until: last = try times.span(value).settled(so: Refusal.nothingSearched).nights.upperBound
    }
  }

  private mutating func add(grade text: String, at sign: String.Index, _ catalogue: Catalogue) throws(Refusal) {
    let name = text[..<sign].lowercased()
    let rule = text[sign...].prefix { "<>=".contains($0) }
    guard let number = Int(text[sign...].dropFirst(rule.count)), (0...10).contains(number),
      [">=", ">", "<=", "<", "="].contains(rule)
    else { throw .noGrade(text) }
    if name != "symptom" { symptoms.append(Array(try Self.symptom(name, catalogue).utf8)) }
    wantsSymptom = true
    let range =
      switch rule {
      case ">=": number...10
      case ">": number + 1...11
      case "<=": 0...number
      case "<": number == 0 ? 11...11 : 0...number - 1
      default: number...number
      }
    guard let known = grades else { return grades = range }
    let (low, high) = (max(known.lowerBound, range.lowerBound), min(known.upperBound, range.upperBound))
    grades = low <= high ? low...high : 11...11
  }

  private static func kindWords(_ catalogue: Catalogue) -> [String] {
    ["event", "symptom", "check", "environment", "diary", "carer", "note", "handover"]
      + EventKind.allCases.map(\.rawValue) + catalogue.symptoms.map(\.id)
  }

  /// A symptom by its id, by its name, or by an everyday word for it.
  private static func symptom(_ word: String, _ catalogue: Catalogue) throws(Refusal) -> String {
    let folded = FoldedText.bytes(of: word)
    if let named = catalogue.symptoms.first(where: { FoldedText.bytes(of: $0.label) == folded }) { return named.id }
    return try known(word, to: .symptom, among: catalogue.symptoms.map(\.id))
  }

  /// A word that is known, or what it stands for in paper notes: `orthopnea`, `"dry mouth"`.
  private static func known(_ word: String, to filter: Filter, among known: [String]) throws(Refusal) -> String {
    if known.contains(word.lowercased()) { return word.lowercased() }
    guard let id = everyday(word), known.contains(id) else { throw .notKnown(word, to: filter, among: known) }
    return id
  }

  /// The id of the event or symptom that an everyday word stands for; nil for none, and for a word with two meanings. A
  /// letter is a key of Tonight and no word.
  private static func everyday(_ word: String) -> String? {
    let words = word.split(whereSeparator: \.isWhitespace).map(String.init)
    guard word.count > 1, case (.subject(let subject, _), words.count)? = PaperWords.standard.phrase(words[...])
    else { return nil }
    return subject.thing
  }
}
