/// An entry that was found.
public struct SearchHit: Hashable, Sendable {
  /// Where it is.
  public let target: EntryAddress
  /// When it happened.
  public let at: Instant

  /// A hit at a time.
  public init(target: EntryAddress, at: Instant) {
    self.target = target
    self.at = at
  }
}

/// The result of a search through all nights.
public struct SearchOutcome: Hashable, Sendable {
  /// What was found, newest first.
  public var hits: [SearchHit]
  /// What could not be read of the nights; nothing where all is well.
  public var unread: [CivilDate: [RecordFinding]]

  /// A result; `unread` is empty where every night could be read.
  public init(hits: [SearchHit] = [], unread: [CivilDate: [RecordFinding]] = [:]) {
    (self.hits, self.unread) = (hits, unread)
  }
}

/// A search with its result, newest entry first.
public struct FoundEntries: Hashable, Sendable {
  /// What was looked for.
  public let query: SearchQuery
  /// The entries.
  public let hits: [SearchHit]
  /// What could not be read of the nights that were looked through.
  public let unread: [CivilDate: [RecordFinding]]
  /// The nights of the hits, newest first.
  public let nights: [CivilDate]

  /// A search and its result.
  public init(_ query: SearchQuery, _ outcome: SearchOutcome) {
    self.query = query
    (hits, unread) = (outcome.hits, outcome.unread)
    var nights: [CivilDate] = []
    for hit in hits where nights.last != hit.target.night { nights.append(hit.target.night) }
    self.nights = nights
  }
}
