internal import NightModel
internal import Text

/// The guide: its contents, its pages, and the sentences that hold some words.
extension App {
  /// The guide.
  var guide: Guide { .standard }

  func guideScene() -> Scene {
    var scene = Scene("guide", "Guide")
    scene.facts = [.init("", "Short pages in plain words. Your own team and plan come first.")]
    var items = guide.pages.map { page in SceneItem(page.id, page.title, .feature(.guide(.read(page.id, block: nil)))) }
    items.append(Self.searchItem)
    // Who cannot type finds these by the list.
    items += Self.wordsToFind.enumerated().map { index, word in
      SceneItem(
        "word-\(word)", word.capitalizedFirst, heading: index == 0 ? "Words people look for" : nil,
        .open(.guideFound(word)))
    }
    scene.list = SceneList(items + [.back])
    scene.shortcuts = [Self.searchKey]
    return scene
  }

  func guidePageScene(_ id: String) -> Scene {
    guard let page = guide.page(id), let number = guide.number(of: id) else { return Scene("guide-page", id) }
    var scene = Scene("guide-page", "Guide \(number): \(page.title)")
    scene.shortTitle = page.title
    let source = TextBlock.paragraph("Each sentence with its source: nightstand guide \(number)")
    scene.facts = (page.document(catalogue, isNumbered: false).blocks + [source]).facts
    scene.isReading = true
    var items = [SceneItem.readOn]
    for (steps, label) in [(1, "Next page"), (-1, "Previous page")] {
      guard let other = guide.page(steps, after: id) else { continue }
      items.append(
        SceneItem(
          label.lowercased().hyphenated, label, state: other.title, .feature(.guide(.read(other.id, block: nil)))))
    }
    items.append(Self.searchItem)
    for (index, link) in usesOf(page).enumerated() {
      var link = link
      if index == 0 { link.heading = "Where this is used" }
      items.append(link)
    }
    scene.list = SceneList(items + [.back])
    scene.shortcuts = [Self.searchKey]
    return scene
  }

  /// Links to the items and symptoms a page explains, as far as they are part of this person's routine.
  private func usesOf(_ page: GuidePage) -> [SceneItem] {
    page.usedIn.compactMap { id in
      if let item = catalogue.item(id), let list = catalogue.list(of: id) {
        guard record.plan.includes(item) || night.checks[id] != nil else { return nil }
        return SceneItem("use-\(id)", item.label, state: list.title, .open(.checkItem(id)))
      }
      guard let symptom = catalogue.symptom(id), symptom.needs.allSatisfy({ context.offers($0) }) else { return nil }
      return SceneItem("use-\(id)", symptom.label, state: "All symptoms", .find(.symptoms, focus: id))
    }
  }

  func guideFoundScene(_ words: String) -> Scene {
    var scene = Scene("guide-found", "In the guide: \(words.forDisplay)")
    let found = guide.search(words)
    let places = found.count == 1 ? "1 sentence holds" : "\(found.count) sentences hold"
    scene.facts = [
      .init("", found.isEmpty ? "Nothing was found. Try fewer words, or part of one." : "\(places) every word.")
    ]
    var items: [SceneItem] = []
    for (index, hit) in found.enumerated() {
      let isFirst = index == 0 || found[index - 1].page.id != hit.page.id
      items.append(
        SceneItem(
          "found-\(index)", hit.sentence.marked, heading: isFirst ? hit.page.title : nil,
          .feature(.guide(.read(hit.page.id, block: hit.block)))))
    }
    scene.list = SceneList(items + [Self.searchItem, .back])
    scene.list.labelColumns = 200
    scene.shortcuts = [Self.searchKey]
    return scene
  }

  /// The links of a checklist item to the pages that explain it.
  func guideLinks(_ itemID: String) -> [SceneItem] {
    guide.pages(usedIn: itemID).map { page in
      SceneItem("guide-\(page.id)", "Guide: \(page.title)", .feature(.guide(.read(page.id, block: nil))))
    }
  }

  private static let searchItem = SceneItem("search", "Search the guide", .type(.guideSearch))
  private static let searchKey = Scene.Shortcut(letter: "/", words: "search", .type(.guideSearch))

  /// Words that are looked for most, for who does not type.
  static let wordsToFind = [
    "headache", "sleep apnea", "breathing machine", "saliva", "choking", "turn", "bedsores", "pain", "cramp", "fear",
    "insurance", "feeding tube",
  ]
}

extension String {
  /// Words as an id: `next-page`.
  fileprivate var hyphenated: String { split(separator: " ").joined(separator: "-") }
}
