public import NightModel

/// The guide as plain text: its contents, a page with its sources at the foot, and what was found in it.
public enum GuideText {
  /// The pages with their numbers, ids and titles.
  public static func contents(_ guide: Guide) -> String {
    let rows = guide.pages.enumerated().map { index, page in ["\(index + 1)", page.id, page.title] }
    return Column.aligned(rows).joined(separator: "\n")
  }

  /// One page in lines of at most so many columns. Numbers in brackets name the sources of the sentence before them.
  public static func text(_ page: GuidePage, of guide: Guide, catalogue: Catalogue, columns: Int = 72) -> String {
    let keys = page.sources.filter { $0 != "TEAM" }
    var lines = Wrapping.lines(page.title, columns: columns, first: "\(guide.number(of: page.id) ?? 0)  ") + [""]
    var before: GuideBlock?
    for block in page.blocks {
      if block.needsSpace(after: before) { lines.append("") }
      switch block {
      case .heading(let heading): lines += Wrapping.lines(heading, columns: columns)
      case .paragraph(let sentences): lines += Wrapping.lines(words(sentences, keys), columns: columns)
      case .bullet(let sentences): lines += Wrapping.lines(words(sentences, keys), columns: columns, first: "- ")
      }
      before = block
    }
    lines.append("")
    if page.sentences.contains(where: \.isToConfirm) {
      lines += Wrapping.lines(GuideSentence.markMeaning, columns: columns) + [""]
    }
    lines.append("Sources")
    for (index, key) in keys.enumerated() {
      lines += Wrapping.lines(catalogue.source(key)?.line ?? key, columns: columns, first: "\(index + 1)  ")
    }
    return lines.joined(separator: "\n")
  }

  /// The sentences that were found, under the titles of their pages.
  public static func found(_ found: [Guide.Found], columns: Int = 72) -> String {
    var lines: [String] = []
    for (index, hit) in found.enumerated() {
      if index == 0 || found[index - 1].page.id != hit.page.id {
        lines += (index == 0 ? [] : [""]) + ["\(hit.page.title) (\(hit.page.id))"]
      }
      lines += Wrapping.lines(hit.sentence.marked, columns: columns, first: "- ")
    }
    if found.contains(where: { $0.sentence.isToConfirm }) { lines += ["", GuideSentence.markMeaning] }
    return lines.joined(separator: "\n")
  }

  private static func words(_ sentences: [GuideSentence], _ keys: [String]) -> String {
    sentences.map { sentence in
      let numbers = sentence.sources.compactMap { keys.firstIndex(of: $0) }.sorted().map { "\($0 + 1)" }
      return sentence.marked + (numbers.isEmpty ? "" : " [\(numbers.joined(separator: ","))]")
    }
    .joined(separator: " ")
  }
}
