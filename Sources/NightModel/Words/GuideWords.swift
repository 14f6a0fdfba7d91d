internal import Text

/// What is said of sentences of the guide.
extension GuideSentence {
  /// The light mark of what is to be confirmed.
  public static let mark = "*"
  /// What the mark means: a line at the foot of the page.
  public static let markMeaning = "* to confirm with your team"
}

/// Why a page of the guide was refused.
extension Refusal {
  /// No page has that name.
  static func noGuidePage(_ name: String, among pages: [GuidePage]) -> Refusal {
    .unknown(
      "page of the guide", name, among: pages.map(\.id), help: "nightstand guide", outcome: "nothing is shown")
  }

  /// Several pages begin so.
  static func severalGuidePages(_ name: String, _ pages: [GuidePage]) -> Refusal {
    .usage(
      "\"\(name.forDisplay)\" is the beginning of \(pages.map(\.id).joined(separator: " and "))", "type more of it")
  }
}

extension GuideError.Problem {
  /// The problem in words, for whoever writes the page.
  public var words: String {
    switch self {
    case .notUTF8: "is not UTF-8"
    case .fileName: "the file's name is not NN-id.md"
    case .title: "the title is missing: # Title"
    case .usedIn: "what it explains is missing: Used in: id, id"
    case .notBlank: "this line should be empty"
    case .noSources(let text): "a sentence without its sources: \(text)"
    case .notOneSentence(let text): "not one whole sentence before its sources: \(text)"
    case .sourceKeys(let text): "keys of sources are capital letters and digits: \(text)"
    }
  }
}
