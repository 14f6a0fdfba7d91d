public import NightModel
internal import Text

/// An entry that was found.
public struct SearchHit: Hashable, Sendable {
  /// Where it is.
  public let target: Target
  /// When it happened.
  public let at: Instant

  /// An entry by where it is and when it happened.
  public init(target: Target, at: Instant) {
    self.target = target
    self.at = at
  }
}

/// What looking through all nights came to.
public struct SearchOutcome: Hashable, Sendable {
  /// What was found, newest first.
  public var hits: [SearchHit]
  /// What could not be read of the nights; nothing where all is well.
  public var unread: [CivilDate: [RecordFinding]]

  /// An outcome by its parts.
  public init(hits: [SearchHit] = [], unread: [CivilDate: [RecordFinding]] = [:]) {
    (self.hits, self.unread) = (hits, unread)
  }
}

/// What was found, newest first.
struct Found: Hashable, Sendable {
  let query: SearchQuery
  let hits: [SearchHit]
  /// What could not be read of the nights that were looked through.
  let unread: [CivilDate: [RecordFinding]]
  /// The nights of the hits, newest first.
  let nights: [CivilDate]

  init(_ query: SearchQuery, _ outcome: SearchOutcome) {
    self.query = query
    (hits, unread) = (outcome.hits, outcome.unread)
    var nights: [CivilDate] = []
    for hit in hits where nights.last != hit.target.night { nights.append(hit.target.night) }
    self.nights = nights
  }
}

/// Looking for words in all nights.
extension App {
  /// True while rows of nights are to be made between keys, for a screen that looks over many of them.
  var wantsRows: Bool { screen.looksOverNights && record.progress?.isComplete != true }

  /// True while the screen cannot show what it is for without all of them.
  var needsRows: Bool { wantsRows && (screen != .pastNights || narrowing != nil) }

  /// Takes in how far the rows of all nights are.
  mutating func take(_ progress: RowProgress) -> [Effect] {
    record.progress = progress
    return progress.isComplete ? missing() : []
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

  /// What a screen of found entries needs and was not read yet.
  mutating func missing(for query: SearchQuery) -> [Effect] {
    guard record.progress?.isComplete == true else { return [] }
    guard let found = record.found, found.query == query else { return [.search(query)] }
    guard screen == .found(query) else { return [] }
    let wanted = hitsInSight(found).map(\.target.night).filter { record.nights[$0] == nil }
    return load(Set(wanted))
  }

  /// Takes in what was found.
  mutating func take(_ query: SearchQuery, _ outcome: SearchOutcome) -> [Effect] {
    record.found = Found(query, outcome)
    if screen == .found(query), place.focus == nil, let first = outcome.hits.first {
      place.focus = "\(first.target.id)"
    }
    if screen == .pastNights, narrowing == query, let first = record.found?.nights.first,
      place.focus == "\(tonight)"
    {
      place.focus = "\(first)"
    }
    return missing()
  }

  /// The hits the screen shows: the page that has the focus.
  func hitsInSight(_ found: Found) -> ArraySlice<SearchHit> {
    let ways = foundWays(found.query).count
    let first = focusIndex(in: scene()) / lines * lines
    let range = first - ways..<first + lines - ways
    return found.hits[range.clamped(to: 0..<found.hits.count)]
  }

  /// The list of nights shows only those in which something was found, or all again.
  mutating func narrow(to query: SearchQuery?) -> [Effect] {
    narrowing = query
    let newest = query == nil ? tonight : record.found.flatMap { $0.query == query ? $0.nights.first : nil } ?? tonight
    return find("\(newest)", on: .pastNights)
  }
}

extension Screen {
  /// True for screens that look over many nights, whose rows are made while they show.
  var looksOverNights: Bool {
    switch self {
    case .pastNights, .found: true
    default: false
    }
  }
}
