/// The kinds of interval, each with the event that opens it and the one that closes it.
extension Interval {
  /// A pair of events, one that opens and one that closes.
  public enum Kind: String, CaseIterable, Sendable {
    /// The mask: put on, taken off.
    case mask
    /// The tube feed: started, ended.
    case feed
    /// Lying awake: woke, looked asleep again.
    case wake
    /// A power cut: out, back.
    case power
    /// The caregiver: up, lay down again.
    case carer

    /// The event that opens it.
    public var opening: EventKind {
      switch self {
      case .mask: .maskOn
      case .feed: .feedOn
      case .wake: .woke
      case .power: .powerOut
      case .carer: .carerUp
      }
    }

    /// The event that closes it.
    public var closing: EventKind {
      switch self {
      case .mask: .maskOff
      case .feed: .feedOff
      case .wake: .asleep
      case .power: .powerBack
      case .carer: .carerDown
      }
    }

    /// Over how many nights it can go. A caregiver lies down in the next at the latest, and the day between two nights is
    /// no lying awake.
    public var nights: Int {
      switch self {
      case .mask, .feed, .power: Interval.farthest
      case .carer: 1
      case .wake: 0
      }
    }

    /// The kind that an event opens; nil for one that opens nothing.
    public init?(openedBy event: EventKind) {
      guard let kind = Self.allCases.first(where: { $0.opening == event }) else { return nil }
      self = kind
    }
  }

  /// What it is; nil for a time between edges of other kinds.
  public var kind: Kind? { Kind(openedBy: start.kind) }

  /// Pairs the starts and ends of one kind; see `pairs(_:_:of:over:until:)`.
  ///
  /// Lying awake stays in its night, and ends at the latest with the final waking of its diary: the next sleep that
  /// somebody wrote is not the end of a waking that began the day.
  /// - Parameters:
  ///   - kind: the kind of interval.
  ///   - nights: nights in a row, oldest first.
  ///   - earlier: edges of nights before these that may pair with theirs.
  ///   - now: later edges are left out; nil for none.
  /// - Returns: one interval for each start, by time.
  public static func pairs(
    _ kind: Kind, in nights: [Night], after earlier: [IntervalEdge] = [], until now: Instant? = nil
  ) -> [Interval] {
    guard kind == .wake else {
      return pairs(
        kind.opening, kind.closing, of: earlier + nights.flatMap(\.edges), over: kind.nights, until: now)
    }
    return nights.flatMap { night in
      let final = night.diary?.moment(.finalWake)
      return pairs(kind.opening, kind.closing, of: night.edges, over: kind.nights, until: now).map { pair in
        guard let final, let end = pair.end, pair.start.at <= final, end.at > final else { return pair }
        return Interval(start: pair.start, end: nil)
      }
    }
  }
}
