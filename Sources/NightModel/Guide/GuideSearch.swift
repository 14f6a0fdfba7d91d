internal import Text

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
    let words = words.split(whereSeparator: \.isWhitespace).map { FoldedText.bytes(of: String($0)) }.filter {
      !$0.isEmpty
    }
    guard !words.isEmpty else { return [] }
    return index.filter { $0.isFound(words) }.map { row in
      let page = pages[row.page]
      return Found(page: page, block: row.block, sentence: page.blocks[row.block].sentences[row.sentence])
    }
  }

  /// One sentence as it is searched: folded, with what stands above it.
  struct Row: Hashable, Sendable {
    let page: Int
    let block: Int
    let sentence: Int
    let text: [UInt8]
    let heading: [UInt8]
    let title: [UInt8]
    let isFirstOnPage: Bool
    let isFirstBelow: Bool

    fileprivate func isFound(_ words: [[UInt8]]) -> Bool {
      var isOwn = isFirstOnPage
      for word in words {
        if text.holds(word) {
          isOwn = true
        } else if heading.holds(word) {
          isOwn = isOwn || isFirstBelow
        } else if !title.holds(word) {
          return false
        }
      }
      return isOwn
    }
  }

  /// The rows of the index, made once.
  static func index(of pages: [GuidePage]) -> [Row] {
    var rows: [Row] = []
    for (number, page) in pages.enumerated() {
      let title = FoldedText.bytes(of: page.title)
      var heading: [UInt8] = []
      var (isFirstOnPage, isFirstBelow) = (true, false)
      for (block, content) in page.blocks.enumerated() {
        if case .heading(let text) = content { (heading, isFirstBelow) = (FoldedText.bytes(of: text), true) }
        for (index, sentence) in content.sentences.enumerated() {
          rows.append(
            Row(
              page: number, block: block, sentence: index, text: FoldedText.bytes(of: sentence.text),
              heading: heading, title: title, isFirstOnPage: isFirstOnPage, isFirstBelow: isFirstBelow))
          (isFirstOnPage, isFirstBelow) = (false, false)
        }
      }
    }
    return rows
  }
}

extension [UInt8] {
  /// True if the bytes of a word stand in it.
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    var from = startIndex
    while let start = self[from...].firstIndex(of: first), start + word.count <= count {
      if self[start..<start + word.count].elementsEqual(word) { return true }
      from = start + 1
    }
    return false
  }
}
