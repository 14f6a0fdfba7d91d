internal import NightModel
internal import Text

/// The guide: its contents, its pages, and the sentences that hold some words.
public enum GuideFeature: Feature {
  /// All pages by their titles.
  case contents
  /// A page, by its id.
  case page(String)
  /// The sentences that hold some words.
  case found(String)

  /// What a person can want of the guide.
  public enum Intent: Hashable, Sendable {
    /// Goes on to another page.
    case turn(to: String)
    /// Reads a page from one of its blocks on.
    case read(String, block: Int)
  }

  private static let guide = Guide.standard

  mutating func update(_ intent: Intent, _ c: Context) -> [Act] {
    switch intent {
    case .turn(let id):
      // The same key goes on and on.
      return [.open(.guidePage(id))] + (c.focus.map { [.focus($0)] } ?? [])
    case .read(let id, let block):
      guard let page = Self.guide.page(id) else { return [] }
      return [.open(.guidePage(id)), .read(fromFact: page.document(c.catalogue, isNumbered: false).starts[block])]
    }
  }

  func scene(_ c: Context) -> Scene {
    var scene =
      switch self {
      case .contents: contents()
      case .page(let id): page(id, c)
      case .found(let words): found(words)
      }
    scene.shortcuts = [Scene.Shortcut(letter: "/", words: "search", .type(.guide(.search)))]
    return scene
  }

  private var searchItem: SceneItem { SceneItem("search", "Search the guide", .type(.guide(.search))) }

  private func contents() -> Scene {
    var scene = Scene("guide", "Guide")
    scene.facts = [.init("", "Short pages in plain words. Your own team and plan come first.")]
    let pages = Self.guide.pages.map { SceneItem($0.id, $0.title, .open(.guidePage($0.id))) }
    // Who cannot type finds these by the list.
    let words = Self.wordsToFind.enumerated().map { index, word in
      SceneItem(
        "word-\(word)", word.capitalizedFirst, heading: index == 0 ? "Words people look for" : nil,
        .open(.guideFound(word)))
    }
    scene.list = SceneList(pages + [searchItem] + words + [.back])
    return scene
  }

  private func page(_ id: String, _ c: Context) -> Scene {
    guard let page = Self.guide.page(id), let number = Self.guide.number(of: id) else { return Scene("guide-page", id) }
    var scene = Scene("guide-page", "Guide \(number): \(page.title)")
    scene.shortTitle = page.title
    let source = TextBlock.paragraph("Each sentence with its source: nightstand guide \(number)")
    scene.facts = (page.document(c.catalogue, isNumbered: false).blocks + [source]).facts
    scene.isReading = true
    var items = [SceneItem.readOn]
    for (steps, id, label) in [(1, "next-page", "Next guide page"), (-1, "page-before", "Guide page before")] {
      guard let other = Self.guide.page(steps, after: page.id) else { continue }
      items.append(SceneItem(id, label, state: other.title, .feature(.guide(.turn(to: other.id)))))
    }
    items.append(searchItem)
    for (index, link) in uses(of: page, c).enumerated() {
      var link = link
      if index == 0 { link.heading = "Where this is used" }
      items.append(link)
    }
    scene.list = SceneList(items + [.back])
    return scene
  }

  /// Links to what a page explains, as far as they are part of this person's routine.
  private func uses(of page: GuidePage, _ c: Context) -> [SceneItem] {
    page.usedIn.compactMap { id in
      if let item = c.catalogue.item(id), let list = c.catalogue.list(of: id) {
        guard c.plan.includes(item) || c.night.checks[id] != nil else { return nil }
        return SceneItem("use-\(id)", item.label, state: list.title, .open(.checkItem(id)))
      }
      // Of what happens at night only this has a page of the family's own.
      if id == EventKind.powerOut.rawValue { return SceneItem("use-\(id)", PowerPage.lead, .open(.powerOut)) }
      guard let symptom = c.catalogue.symptom(id), c.offers(.symptom(id)) else { return nil }
      return SceneItem("use-\(id)", symptom.label, state: "All symptoms", .find(.symptoms, focus: id))
    }
  }

  private func found(_ words: String) -> Scene {
    var scene = Scene("guide-found", "In the guide: \(words.forDisplay)")
    let found = Self.guide.search(words)
    let places = found.count == 1 ? "1 sentence holds" : "\(found.count) sentences hold"
    scene.facts = [
      .init("", found.isEmpty ? "Nothing was found. Try fewer words, or part of one." : "\(places) every word.")
    ]
    let items = found.enumerated().map { index, hit in
      let isFirst = index == 0 || found[index - 1].page.id != hit.page.id
      return SceneItem(
        "found-\(index)", hit.sentence.marked, heading: isFirst ? hit.page.title : nil,
        .feature(.guide(.read(hit.page.id, block: hit.block))))
    }
    scene.list = SceneList(items + [searchItem, .back])
    scene.list.labelColumns = Widths.sentence
    return scene
  }

  /// Words that are looked for most, for who does not type.
  private static let wordsToFind = [
    "beep", "alarm", "leak", "power", "panic", "headache", "sleep apnea", "breathing machine", "saliva", "choking",
    "turn", "bedsores", "pain", "cramp", "fear",
    "insurance", "feeding tube",
  ]
}

extension GuideFeature {
  /// What is typed for the guide.
  public enum Text: FeatureText, Hashable, Sendable {
    /// Words to look for.
    case search

    func form(_ c: Context) -> TextForm {
      TextForm(
        title: "Search the guide", label: "Words to look for", help: "All of them on one page, as: cramp night.",
        limit: 60, doing: TextForm.search)
    }

    func read(_ text: String, _ c: Context) -> TextReading {
      .intent(.act(.open(.guideFound(text.trimmingSpaces()))))
    }
  }
}
