/// The start or the end of an interval, such as mask on or power back.
public struct IntervalEdge: Hashable, Sendable {
  /// The night it was written into.
  public let night: CivilDate
  /// What began or ended.
  public let kind: EventKind
  /// When.
  public let at: Instant
  /// The entry that says so.
  public let id: EntryID
  /// Whether somebody said that it is right as it stands; nil if nobody was asked or answered.
  public let isAsIs: Bool?

  /// An edge as it was cached.
  package init(night: CivilDate, kind: EventKind, at: Instant, id: EntryID, isAsIs: Bool?) {
    (self.night, self.kind, self.at, self.id, self.isAsIs) = (night, kind, at, id, isAsIs)
  }

  /// The events that start or end an interval.
  static let kinds = Set(Interval.Kind.allCases.flatMap { [$0.opening, $0.closing] })

  /// The last of some edges that opens or closes an interval of a kind; of two at one moment the later in the list. Nil
  /// for none. Edges after `now` are left out.
  static func last(of kind: Interval.Kind, in edges: [IntervalEdge], until now: Instant) -> IntervalEdge? {
    edges.filter { ($0.kind == kind.opening || $0.kind == kind.closing) && $0.at.milliseconds <= now.milliseconds }
      .enumerated().max { ($0.element.at, $0.element.night, $0.offset) < ($1.element.at, $1.element.night, $1.offset) }?
      .element
  }
}

extension Night {
  /// The edges that stand, by time.
  public var edges: [IntervalEdge] {
    items.compactMap { item in
      guard case .event(let kind) = item.subject, IntervalEdge.kinds.contains(kind) else { return nil }
      return IntervalEdge(night: date, kind: kind, at: item.at, id: item.id, isAsIs: item.details.flag(.asIs))
    }
  }
}
