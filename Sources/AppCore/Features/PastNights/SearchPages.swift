internal import NightModel
internal import Text

/// Looking for words in all nights: what to look for, and what was found.
extension PastNightsFeature {
  func searching(_ c: Context) -> Scene {
    var scene = Scene("searching", "Search all nights")
    let all = "All of it must stand in one entry."
    scene.facts = [.init("", c.types ? all : "You can type \(SearchQuery.help). \(all)")]
    var items = [SceneItem(SceneItem.typedID, "Type what to look for", .type(.pastNights(.search)))]
    // Who cannot type finds by the list what is looked for most.
    items += Self.thingsToFind(c.catalogue).enumerated().compactMap { index, thing -> SceneItem? in
      guard let query = try? SearchQuery(thing.words, times: c.times, catalogue: c.catalogue) else { return nil }
      return SceneItem(
        "find-\(thing.words)", thing.label, heading: index == 0 ? "Or pick" : nil, .feature(.pastNights(.look(query))))
    }
    scene.list = SceneList(items + [.back])
    scene.shortcuts = [Self.lookKey]
    return scene
  }

  func found(_ query: SearchQuery, _ c: Context) -> Scene {
    var scene = Scene("found", "Search: \(query.text.forDisplay)")
    let found = entries(query, c)
    scene.facts = [
      .init(
        "",
        found.map { Self.summary($0, isAllRead: c.record.isAllRead) } ?? progressWords(c)
          ?? "Looking through all nights.")
    ]
    let (ways, hits) = (ways(query, c), found?.hits ?? [])
    let labels = Self.hitColumns(c.surface.columns)
    scene.list = SceneList(count: ways.count + hits.count + 1) { index in
      if index < ways.count { return ways[index] }
      guard index - ways.count < hits.count else { return .back }
      return item(
        of: hits[index - ways.count], query, columns: min(c.surface.columns - 4 - labels - 3, Widths.sentence), c)
    } find: { id in
      if let way = ways.firstIndex(where: { $0.id == id }) { return way }
      if id == SceneItem.back.id { return ways.count + hits.count }
      return EntryID(id).flatMap { id in hits.firstIndex { $0.target.id == id } }.map { ways.count + $0 }
    }
    scene.list.start = hits.isEmpty ? nil : ways.count
    scene.list.end = hits.isEmpty ? nil : ways.count + hits.count - 1
    scene.list.labelColumns = labels
    scene.shortcuts = [Self.lookKey]
    return scene
  }

  /// What was found for a query; nil until it was looked for.
  private func entries(_ query: SearchQuery, _ c: Context) -> FoundEntries? {
    c.record.found.flatMap { $0.query == query ? $0 : nil }
  }

  func hits(_ query: SearchQuery, _ c: Context) -> [SearchHit] { entries(query, c)?.hits ?? [] }

  /// The hits around the focus. Whole nights are read for them, so no more than a page in either direction.
  func hitsInSight(_ query: SearchQuery, _ c: Context) -> ArraySlice<SearchHit> {
    let hits = hits(query, c)
    let ways = ways(query, c)
    let focus = c.focus.map { id in
      if let way = ways.firstIndex(where: { $0.id == id }) { return way - ways.count }
      return EntryID(id).flatMap { id in hits.firstIndex { $0.target.id == id } } ?? hits.count
    }
    let place = focus ?? -ways.count
    return hits[(place - c.surface.rows..<place + c.surface.rows).clamped(to: 0..<hits.count)]
  }

  /// What can be done with what was found.
  private func ways(_ query: SearchQuery, _ c: Context) -> [SceneItem] {
    let again = SceneItem("again", "Search again", .feature(.pastNights(.open(.searching))))
    guard let nights = entries(query, c)?.nights, let newest = nights.first else { return [again] }
    return [
      again,
      SceneItem(
        "narrow", "List only these nights", state: NightWords.nights(nights.count),
        .feature(.pastNights(.narrow(query, newest: newest)))),
    ]
  }

  /// One entry that was found: its day, its time, and what it says from near the words looked for.
  private func item(of hit: SearchHit, _ query: SearchQuery, columns: Int, _ c: Context) -> SceneItem {
    let (night, id) = (hit.target.night, "\(hit.target.id)")
    let day =
      Self.hitColumns(c.surface.columns) < 20 ? Self.plainDay(hit.at.date) : NightWords.fullDay(hit.at.date)
    let item = c.record.item(hit.target)
    // The note of a page stands only here, so it is told here.
    let words = item.map { $0.subject.isPage ? $0.allWords(c.catalogue) : c.words(of: $0) }
    let page = item.flatMap { $0.subject.isPage ? c.opening($0, in: night) : nil }
    return SceneItem(
      id, "\(day) \(c.clock.words(hit.at))", state: words.map { query.excerpt(of: $0, length: columns) } ?? "",
      page ?? Act.find(Route.night(night), focus: id))
  }

  /// How many columns the day and the time of an entry take.
  private static func hitColumns(_ columns: Int) -> Int { columns < Widths.narrow ? 17 : 24 }

  private static func summary(_ found: FoundEntries, isAllRead: Bool) -> String {
    guard !found.hits.isEmpty else {
      guard isAllRead else { return "Part of the record could not be read; nothing was found in the rest." }
      return "Nothing was found. Try fewer words, or part of one. You can type \(SearchQuery.help)."
    }
    return "\(NightWords.entries(found.hits.count)) in \(NightWords.nights(found.nights.count)), newest first."
  }

  /// The key that looks for words.
  static let lookKey = Scene.Shortcut(letter: "/", words: "search", .type(.pastNights(.search)))

  /// What is looked for most: notes, and what was noted at night.
  private static func thingsToFind(_ catalogue: Catalogue) -> [(label: String, words: String)] {
    let events: [EventKind] = [.suction, .maskFix, .maskLeak, .medicine, .called, .machineBeeped, .powerOut]
    return [("Notes", "kind:note")] + events.map { ($0.words.capitalizedFirst, "kind:\($0.rawValue)") }
      + [("A symptom of 7 or more", "symptom>=7")]
      + catalogue.symptoms.map { ($0.label, "symptom:\($0.id)") }
  }
}
