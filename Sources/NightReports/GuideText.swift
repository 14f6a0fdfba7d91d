public import NightModel
internal import Text

/// The guide as plain text: its contents, a page with its sources at the foot, and what was found in it.
public enum GuideText {
  /// The pages with their numbers, ids and titles.
  public static func contents(_ guide: Guide) -> String {
    let rows = guide.pages.enumerated().map { index, page in ["\(index + 1)", page.id, page.title] }
    return PlainText().text([.table(.init(rows: rows))])
  }

  /// One page in lines of at most so many columns. Numbers in brackets name the sources of the sentence before them.
  public static func text(_ page: GuidePage, of guide: Guide, catalogue: Catalogue, columns: Int = 72) -> String {
    let title = TextBlock.numbered(guide.number(of: page.id) ?? 0, page.title)
    return PlainText(columns: columns).text([title, .blank] + page.document(catalogue, isNumbered: true).blocks)
  }

  /// The sentences that were found, under the titles of their pages.
  public static func found(_ found: [Guide.Found], columns: Int = 72) -> String {
    var blocks: [TextBlock] = []
    for (index, hit) in found.enumerated() {
      if index == 0 || found[index - 1].page.id != hit.page.id {
        blocks += (index == 0 ? [] : [.blank]) + [.heading("\(hit.page.title) (\(hit.page.id))")]
      }
      blocks.append(.point(hit.sentence.marked))
    }
    if found.contains(where: { $0.sentence.isToConfirm }) { blocks += [.blank, .paragraph(GuideSentence.markMeaning)] }
    return PlainText(columns: columns).text(blocks)
  }
}
