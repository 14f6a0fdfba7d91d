internal import Text

/// What somebody looks for in all nights: words and phrases that must all stand in one entry, and filters.
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

  /// The filters, as they are typed.
  public static let filters = ["kind:", "by:", "since:", "until:", "symptom:", "symptom>="]

  /// How to look, in one sentence.
  public static let help =
    "words, \"a phrase\", kind:suction, by:MK, since:2024-03, until:2025, symptom:cramp, symptom>=5"

  /// Reads what was typed. Words are parts of words too; several values of one filter are alternatives.
  /// - Throws: `Refusal` with what was wrong and what would work.
  public init(_ typed: String, catalogue: Catalogue = .standard) throws(Refusal) {
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
          filter: part.text[..<colon].lowercased(), String(part.text[part.text.index(after: colon)...]), catalogue)
      } else {
        try add(term: part.text)
      }
    }
    guard !parts.isEmpty else {
      throw .usage("nothing was typed to look for, so nothing was searched; type \(Self.help)")
    }
    if let first, let last, first > last {
      throw .usage("since \(first) lies after until \(last), so nothing was searched; swap them")
    }
  }

  // MARK: Reading

  private static func parts(of typed: String) throws(Refusal) -> [(text: String, isQuoted: Bool)] {
    var parts: [(text: String, isQuoted: Bool)] = []
    let pieces = typed.split(separator: "\"", omittingEmptySubsequences: false)
    guard pieces.count % 2 == 1 else {
      throw .usage("a quotation mark has no second one, so nothing was searched; put \" on both sides of a phrase")
    }
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
    guard folded.contains(where: { $0 != UInt8(ascii: " ") }) else {
      throw .usage("\"\(term.forDisplay)\" holds nothing to look for, so nothing was searched; leave it out")
    }
    terms.append(folded)
  }

  private mutating func add(filter: String, _ value: String, _ catalogue: Catalogue) throws(Refusal) {
    let shown = value.forDisplay
    guard ["kind", "by", "since", "until", "symptom"].contains(filter) else {
      throw .usage(
        "there is no filter \"\(filter.forDisplay):\", so nothing was searched; filters are "
          + "\(Self.filters.joined(separator: ", ")), and in quotation marks anything is a phrase")
    }
    guard !value.isEmpty else {
      throw .usage("\(filter): says nothing after the colon, so nothing was searched; \(Self.example(filter))")
    }
    switch filter {
    case "by": writers.append(FoldedText.bytes(of: value))
    case "kind":
      kinds.append(Array(try Self.known(value, of: "kind", among: Self.kindWords(catalogue), filter).utf8))
    case "symptom": symptoms.append(Array(try Self.symptom(value, catalogue).utf8))
    default:
      guard let span = DateSpan(value) else {
        throw .usage(
          "\"\(shown)\" after \(filter): is no date, so nothing was searched; type a day, a month or a year, such as "
            + "2024-03-15, 2024-03 or 2024")
      }
      if filter == "since" { first = span.nights.lowerBound } else { last = span.nights.upperBound }
    }
  }

  private mutating func add(grade text: String, at sign: String.Index, _ catalogue: Catalogue) throws(Refusal) {
    let name = text[..<sign].lowercased()
    let rule = text[sign...].prefix { "<>=".contains($0) }
    guard let number = Int(text[sign...].dropFirst(rule.count)), (0...10).contains(number),
      [">=", ">", "<=", "<", "="].contains(rule)
    else {
      throw .usage(
        "\"\(text.forDisplay)\" is no grade, so nothing was searched; type it as symptom>=5, cramp>=5 or symptom=10, "
          + "grades being 0 to 10")
    }
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

  /// A symptom by its id, or by its name.
  private static func symptom(_ word: String, _ catalogue: Catalogue) throws(Refusal) -> String {
    let folded = FoldedText.bytes(of: word)
    if let named = catalogue.symptoms.first(where: { FoldedText.bytes(of: $0.label) == folded }) { return named.id }
    return try known(word, of: "symptom", among: catalogue.symptoms.map(\.id), "symptom")
  }

  private static func known(
    _ word: String, of what: String, among known: [String], _ filter: String
  ) throws(Refusal) -> String {
    let small = word.lowercased()
    if known.contains(small) { return small }
    let hint = Nearest.word(to: small, among: known).map { "did you mean \(filter):\($0)?" } ?? example(filter)
    throw .usage("there is no \(what) \"\(word.forDisplay)\", so nothing was searched; \(hint)")
  }

  private static func example(_ filter: String) -> String {
    switch filter {
    case "by": "type initials, such as by:MK"
    case "kind": "type a kind, such as kind:suction, kind:note or kind:symptom"
    case "symptom": "type a symptom, such as symptom:cramp"
    default: "type a day, a month or a year, such as \(filter):2024-03"
    }
  }
}
