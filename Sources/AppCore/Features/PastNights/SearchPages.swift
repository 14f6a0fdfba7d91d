internal import CellUI
internal import NightModel
internal import Text

/// Looking for words in all nights: what to look for, and what was found.
extension App {
  func searchingScene() -> Scene {
    var scene = Scene("searching", "Search all nights")
    scene.facts = [.init("", "You can type \(SearchQuery.help). All of it must stand in one entry.")]
    var items = [SceneItem("type", "Type what to look for", .type(.search))]
    // Who cannot type finds by the list what is looked for most.
    items += Self.thingsToFind(catalogue).enumerated().map { index, thing in
      SceneItem(
        "find-\(thing.words)", thing.label, heading: index == 0 ? "Or pick" : nil,
        .feature(.pastNights(.lookFor(thing.words))))
    }
    scene.list = SceneList(items + [.back])
    scene.shortcuts = [Self.lookKey]
    return scene
  }

  func foundScene(_ query: SearchQuery) -> Scene {
    var scene = Scene("found", "Search: \(query.text.forDisplay)")
    let found = record.found.flatMap { $0.query == query ? $0 : nil }
    scene.facts = [
      .init(
        "",
        found.map { Self.summary($0, isAllRead: record.isAllRead) } ?? progressWords ?? "Looking through all nights.")
    ]
    let (ways, hits) = (foundWays(query), found?.hits ?? [])
    let room = surface.columns - 4 - Self.hitColumns(surface.columns) - 3
    scene.list = SceneList(count: ways.count + hits.count + 1) { index in
      if index < ways.count { return ways[index] }
      guard index - ways.count < hits.count else { return .back }
      return hitItem(hits[index - ways.count], query, columns: room)
    } find: { id in
      if let way = ways.firstIndex(where: { $0.id == id }) { return way }
      if id == SceneItem.back.id { return ways.count + hits.count }
      return EntryID(id).flatMap { id in hits.firstIndex { $0.target.id == id } }.map { ways.count + $0 }
    }
    scene.list.start = hits.isEmpty ? nil : ways.count
    scene.list.end = hits.isEmpty ? nil : ways.count + hits.count - 1
    scene.list.labelColumns = Self.hitColumns(surface.columns)
    scene.shortcuts = [Self.lookKey]
    return scene
  }

  /// What can be done with what was found.
  func foundWays(_ query: SearchQuery) -> [SceneItem] {
    let nights = record.found.flatMap { $0.query == query ? $0.nights.count : nil } ?? 0
    let again = SceneItem("again", "Search again", .open(.searching))
    guard nights > 0 else { return [again] }
    return [
      again,
      SceneItem(
        "narrow", "List only these nights", state: NightWords.nights(nights), .feature(.pastNights(.narrow(query)))),
    ]
  }

  /// One entry that was found: its day, its time, and what it says from near the words looked for.
  private func hitItem(_ hit: SearchHit, _ query: SearchQuery, columns: Int) -> SceneItem {
    let date = hit.target.night
    let day =
      Self.hitColumns(surface.columns) < 20 ? Self.plainDay(hit.at.date) : NightWords.fullDay(hit.at.date)
    let words = record.item(hit.target).map { item -> String in
      // The note of a page stands only here, so it is told here.
      let all = item.subject.isPage ? item.allWords(catalogue) : context.words(of: item)
      return query.excerpt(of: all, columns: columns)
    }
    let page = record.item(hit.target).flatMap { $0.subject.isPage ? opening($0, in: date) : nil }
    return SceneItem(
      "\(hit.target.id)", "\(day) \(clock.words(hit.at))", state: words ?? "",
      page ?? .find(.night(date), focus: "\(hit.target.id)"))
  }

  /// How many columns the day and the time of an entry take.
  private static func hitColumns(_ columns: Int) -> Int { columns < 60 ? 17 : 24 }

  /// `22 Nov 2026`.
  static func plainDay(_ date: CivilDate) -> String {
    NightWords.fullDay(date).split(separator: " ").dropFirst().joined(separator: " ")
  }

  private static func summary(_ found: FoundEntries, isAllRead: Bool) -> String {
    guard !found.hits.isEmpty else {
      guard isAllRead else { return "Part of the record could not be read; nothing was found in the rest." }
      return "Nothing was found. Try fewer words, or part of one. You can type \(SearchQuery.help)."
    }
    return "\(NightWords.entries(found.hits.count)) in \(NightWords.nights(found.nights.count)), newest first."
  }

  /// How far the rows of all nights are, while they are being made.
  var progressWords: String? {
    guard let progress = record.progress, !progress.isComplete, progress.total > 0 else { return nil }
    // In lines nothing is told twice, so only what is waited for is told.
    if surface.isSpoken, screen == .pastNights, narrowing == nil { return nil }
    return "Reading nights, \(progress.done) of \(progress.total)."
  }

  /// The key that looks for words.
  static let lookKey = Scene.Shortcut(letter: "/", words: "search", .type(.search))

  /// What is looked for most: notes, and what was noted at night.
  private static func thingsToFind(_ catalogue: Catalogue) -> [(label: String, words: String)] {
    let events: [EventKind] = [.suction, .maskFix, .medicine, .called, .machineBeeped, .powerOut]
    return [("Notes", "kind:note")] + events.map { ($0.words.capitalizedFirst, "kind:\($0.rawValue)") }
      + [("A symptom of 7 or more", "symptom>=7")]
      + catalogue.symptoms.filter { $0.time == .night }.map { ($0.label, "symptom:\($0.id)") }
  }
}
