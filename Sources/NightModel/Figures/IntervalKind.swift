/// What can be on for a while at night: what is written when it begins, and what when it ends.
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

    /// What it is called: `mask`, `power cut`.
    public var words: String {
      switch self {
      case .mask: "mask"
      case .feed: "feed"
      case .wake: "awake"
      case .power: "power cut"
      case .carer: "caregiver up"
      }
    }

    /// The kind that an event opens; nil for one that opens nothing.
    public init?(openedBy event: EventKind) {
      guard let kind = Self.allCases.first(where: { $0.opening == event }) else { return nil }
      self = kind
    }
  }

  /// Pairs what opens with what closes a kind, over some neighbouring nights; see `pairs(_:_:in:until:)`.
  ///
  /// Lying awake stays in its night, and does not go on past the final waking of its diary: the next sleep that somebody
  /// wrote is not the end of a waking that began the day.
  public static func pairs(_ kind: Kind, in nights: [Night], until now: Instant? = nil) -> [Interval] {
    guard kind == .wake else { return pairs(kind.opening, kind.closing, in: nights, until: now) }
    return nights.flatMap { night in
      let final = night.diary?.moment(.finalWake)
      return pairs(kind.opening, kind.closing, in: [night], until: now).map { pair in
        guard let final, let end = pair.end, pair.start.at <= final, end.at > final else { return pair }
        return Interval(start: pair.start, end: nil)
      }
    }
  }

  /// What was begun in a night and has no end written, neither there nor in the night after, oldest first. A forgotten
  /// end is never guessed; it is closed by writing it.
  public static func open(_ kind: Kind, of night: Night, next: Night) -> [Interval] {
    let own = Set(night.events(kind.opening).map(\.id))
    return pairs(kind, in: [night, next]).filter { $0.end == nil && own.contains($0.start.id) }
  }
}
