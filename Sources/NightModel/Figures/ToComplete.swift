/// What the quick entries of a night still lack. One key was enough at night; at dawn the rest can be said, or the entry
/// left as it is.
public struct ToComplete: Hashable, Sendable, Identifiable {
  /// The entry.
  public let item: Item
  /// What it lacks.
  public let lacks: Gap

  /// What an entry can lack.
  public enum Gap: Hashable, Sendable {
    /// What happened at a moment that was only marked.
    case whatItWas
    /// The one field that says most about it.
    case field(Field)
    /// The end of what it began.
    case end(Interval.Kind)
  }

  /// The id of the entry.
  public var id: EntryID { item.id }

  /// What is to complete in a night, by time; what was left as it is is not listed again.
  /// - Parameter next: the night after, which may hold the end of what was begun.
  public static func list(of night: Night, next: Night) -> [ToComplete] {
    var open: [EntryID: Interval.Kind] = [:]
    for kind in Interval.Kind.allCases {
      for interval in forgotten(kind, night, next) { open[interval.start.id] = kind }
    }
    return night.items.compactMap { item in
      guard !item.isAsIs else { return nil }
      if let kind = open[item.id] { return ToComplete(item: item, lacks: .end(kind)) }
      return gap(of: item).map { ToComplete(item: item, lacks: $0) }
    }
  }

  /// What was begun and has no end. The last waking may be the one that ended the night, and one with its minutes has an
  /// end: neither is asked about.
  private static func forgotten(_ kind: Interval.Kind, _ night: Night, _ next: Night) -> [Interval] {
    let open = Interval.open(kind, of: night, next: next)
    guard kind == .wake else { return open }
    let last = night.events(.woke).last?.id
    return open.filter { $0.start.id != last && $0.start.details[.minutes] == nil }
  }

  private static func gap(of item: Item) -> Gap? {
    func blank(_ field: Field) -> Gap? { item.details[field] == nil ? .field(field) : nil }
    switch item.subject {
    case .event(.moment): return item.details[.what] == nil ? .whatItWas : nil
    case .event(.turn): return blank(.side)
    case .event(.suction), .event(.maskFix): return blank(.what)
    case .symptom: return blank(.value)
    default: return nil
    }
  }
}

extension Interval.Kind {
  /// What was begun and when, in words: `mask put on 22:50`.
  public func beginning(_ time: String) -> String {
    switch self {
    case .mask: "mask put on \(time)"
    case .feed: "feed started \(time)"
    case .wake: "awake from \(time)"
    case .power: "power out from \(time)"
    case .carer: "caregiver up from \(time)"
    }
  }

  /// The question for its end.
  public var question: String {
    switch self {
    case .mask: "When was it taken off?"
    case .feed: "When did it end?"
    case .wake: "When did the person look asleep again?"
    case .power: "When was the power back?"
    case .carer: "When did the caregiver lie down again?"
    }
  }
}
