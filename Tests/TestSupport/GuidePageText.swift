public import NightModel

/// A page of the guide as one text.
extension GuidePage {
  /// Its headings and sentences, a line each.
  public var plainText: String {
    blocks.map { block in
      if case .heading(let heading) = block { heading } else { block.sentences.map(\.text).joined(separator: "\n") }
    }
    .joined(separator: "\n")
  }

  /// How many words it has, headings included.
  public var wordCount: Int { plainText.split { $0 == " " || $0 == "\n" }.count }
}
