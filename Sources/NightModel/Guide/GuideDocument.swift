public import Text

/// A page of the guide as a text to be read.
extension GuidePage {
  /// The page below its title, with its sources at the foot.
  /// - Parameters:
  ///   - catalogue: names the sources.
  ///   - isNumbered: true if each sentence names its sources by the numbers they have at the foot.
  /// - Returns: the text, and for each block of the page the block of the text it starts with; what stands right below a
  ///   heading starts with that.
  public func document(_ catalogue: Catalogue, isNumbered: Bool) -> (blocks: [TextBlock], starts: [Int]) {
    let keys = sources.filter { $0 != "TEAM" }
    func words(_ sentences: [GuideSentence]) -> String {
      sentences.map { $0.marked + (isNumbered ? $0.numbers(among: keys) : "") }.joined(separator: " ")
    }
    var text: [TextBlock] = []
    var starts: [Int] = []
    var before: GuideBlock?
    for block in blocks {
      if block.needsSpace(after: before) { text.append(.blank) }
      if case .heading? = before { starts.append(text.count - 1) } else { starts.append(text.count) }
      switch block {
      case .heading(let heading): text.append(.heading(heading))
      case .paragraph(let sentences): text.append(.paragraph(words(sentences)))
      case .bullet(let sentences): text.append(.point(words(sentences)))
      }
      before = block
    }
    let lines = keys.map { catalogue.source($0)?.line ?? $0 }
    let foot = TextBlock.foot(
      isMarked: sentences.contains(where: \.isToConfirm),
      sources: lines.enumerated().map { isNumbered ? .numbered($0 + 1, $1) : .point($1) })
    return (text + foot, starts)
  }
}

extension GuideSentence {
  /// The places of its sources among some keys, from 1: ` [1,3]`; nothing if none of them is one.
  fileprivate func numbers(among keys: [String]) -> String {
    let numbers = sources.compactMap { keys.firstIndex(of: $0) }.sorted().map { "\($0 + 1)" }
    return numbers.isEmpty ? "" : " [\(numbers.joined(separator: ","))]"
  }
}

extension TextBlock {
  /// The foot of a text with sources: what its marks mean, if it has any, and its sources.
  public static func foot(isMarked: Bool, sources: [TextBlock]) -> [TextBlock] {
    (isMarked ? [.blank, .paragraph(GuideSentence.markMeaning)] : []) + [.blank, .heading("Sources")] + sources
  }
}
