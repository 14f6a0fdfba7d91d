/// Looks for words in the guide.
extension Guide {
  /// A sentence that was found.
  public struct Found: Hashable, Sendable {
    /// The page it stands on.
    public let page: GuidePage
    /// Which block of the page it stands in.
    public let block: Int
    /// The sentence.
    public let sentence: GuideSentence
  }

  /// The sentences that hold every one of the words, in the order of the guide. Some of the words may stand in the
  /// heading above a sentence or in the page's title; where all of them stand there, the first sentence below is enough.
  public func search(_ words: String) -> [Found] {
    let words = words.lowercased().split(whereSeparator: { $0.isWhitespace }).map(String.init)
    guard !words.isEmpty else { return [] }
    return pages.flatMap { page in found(words, on: page) }
  }

  private func found(_ words: [String], on page: GuidePage) -> [Found] {
    let title = page.title.lowercased()
    var heading = ""
    var isFirstOnPage = true
    var isFirstBelow = false
    var found: [Found] = []
    for (index, block) in page.blocks.enumerated() {
      if case .heading(let text) = block { (heading, isFirstBelow) = (text.lowercased(), true) }
      for sentence in block.sentences {
        let text = sentence.text.lowercased()
        let isIn = { (word: String) in text.contains(word) }
        let isAbove = { (word: String) in heading.contains(word) || title.contains(word) }
        let isFirst = isFirstOnPage || isFirstBelow && words.contains { heading.contains($0) }
        if words.allSatisfy({ isIn($0) || isAbove($0) }), isFirst || words.contains(where: isIn) {
          found.append(Found(page: page, block: index, sentence: sentence))
        }
        (isFirstOnPage, isFirstBelow) = (false, false)
      }
    }
    return found
  }
}
