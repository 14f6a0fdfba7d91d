internal import NightModel
internal import Text

/// Looking for words in all nights.
extension App {
  /// Takes in how far the rows of all nights are.
  mutating func take(_ progress: RowProgress) -> [Effect] {
    record.progress = progress
    return []
  }

  /// Looks for words, in place of what was looked for before.
  /// - Throws: `Refusal` if they cannot be read.
  mutating func look(for words: String) throws(Refusal) -> [Effect] {
    let query = try SearchQuery(words, catalogue: catalogue)
    if case .text(let entry) = screen { leaveText(entry) }
    places.removeAll { if case .found = $0.screen { true } else { false } }
    return open(.found(query))
  }

  /// Looks for words that were picked, or says why it cannot.
  mutating func looked(for words: String) -> [Effect] {
    do {
      return try look(for: words)
    } catch {
      return say("\(error.sentence.capitalizedFirst).")
    }
  }

  /// Takes in what was found.
  mutating func take(_ query: SearchQuery, _ outcome: SearchOutcome) -> [Effect] {
    record.found = FoundEntries(query, outcome)
    if screen == .found(query), place.focus == nil, let first = outcome.hits.first {
      place.focus = "\(first.target.id)"
    }
    if screen == .pastNights, narrowing == query, let first = record.found?.nights.first,
      place.focus == "\(tonight)"
    {
      place.focus = "\(first)"
    }
    return []
  }

  /// The hits the screen shows: the page that has the focus.
  func hitsInSight(_ found: FoundEntries) -> ArraySlice<SearchHit> {
    let ways = foundWays(found.query).count
    // Whole nights are read for them, so no more than a page in either direction.
    var scene = foundScene(found.query)
    scene.focus = place.focus
    let focus = scene.focusIndex - ways
    return found.hits[(focus - surface.rows..<focus + surface.rows).clamped(to: 0..<found.hits.count)]
  }

  /// The list of nights shows only those in which something was found, or all again.
  mutating func narrow(to query: SearchQuery?) -> [Effect] {
    narrowing = query
    let newest = query == nil ? tonight : record.found.flatMap { $0.query == query ? $0.nights.first : nil } ?? tonight
    return find("\(newest)", on: .pastNights)
  }
}
