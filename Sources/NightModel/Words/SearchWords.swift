internal import Text

/// What is said of searching.
extension SearchQuery {
  /// How to look, in one sentence.
  public static let help =
    "words, \"a phrase\", kind:suction, by:MK, since:2024-03, until:2025, symptom:cramp, symptom>=5"
}

extension SearchQuery.Filter {
  /// How a value of the filter is typed.
  fileprivate var example: String {
    switch self {
    case .by: "type initials, such as by:MK"
    case .kind: "type a kind, such as kind:suction, kind:note or kind:symptom"
    case .symptom: "type a symptom, such as symptom:cramp"
    case .since, .until: "type a day, a month or a year, such as \(rawValue):2024-03"
    }
  }
}

/// Why a search as typed was refused.
extension Refusal {
  static let nothingSearched = "nothing was searched"

  /// Nothing was typed.
  static var nothingToLookFor: Refusal {
    .usage("nothing was typed to look for", so: nothingSearched, "type \(SearchQuery.help)")
  }

  /// The first night lies after the last.
  static func sinceAfterUntil(_ first: CivilDate, _ last: CivilDate) -> Refusal {
    .usage("since \(first) lies after until \(last)", so: nothingSearched, "swap them")
  }

  /// A quotation mark stands alone.
  static var openQuotation: Refusal {
    .usage("a quotation mark has no second one", so: nothingSearched, "put \" on both sides of a phrase")
  }

  /// A word of nothing that can be compared.
  static func emptyTerm(_ term: String) -> Refusal {
    .usage("\"\(term.forDisplay)\" holds nothing to look for", so: nothingSearched, "leave it out")
  }

  /// No filter has that name.
  static func noFilter(_ name: String) -> Refusal {
    .usage(
      "there is no filter \"\(name.forDisplay):\"", so: nothingSearched,
      "filters are \(SearchQuery.filters.joined(separator: ", ")), and in quotation marks anything is a phrase")
  }

  /// A filter without its value.
  static func emptyFilter(_ filter: SearchQuery.Filter) -> Refusal {
    .usage("\(filter.rawValue): says nothing after the colon", so: nothingSearched, filter.example)
  }

  /// A comparison with no grade.
  static func noGrade(_ text: String) -> Refusal {
    .usage(
      "\"\(text.forDisplay)\" is no grade", so: nothingSearched,
      "type it as symptom>=5, cramp>=5 or symptom=10, grades being 0 to 10")
  }

  /// A value that a filter does not know.
  static func notKnown(_ word: String, to filter: SearchQuery.Filter, among known: [String]) -> Refusal {
    let nearest = Nearest.word(to: word.lowercased(), among: known)
    return .usage(
      "there is no \(filter.rawValue) \"\(word.forDisplay)\"", so: nothingSearched,
      nearest.map { "did you mean \(filter.rawValue):\($0)?" } ?? filter.example)
  }
}
