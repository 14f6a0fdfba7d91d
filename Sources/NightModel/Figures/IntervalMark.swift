/// The beginning or the end of something that goes on: mask put on, power back.
public struct IntervalMark: Hashable, Sendable {
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

  /// What begins or ends, told by its parts.
  package init(night: CivilDate, kind: EventKind, at: Instant, id: EntryID, isAsIs: Bool?) {
    (self.night, self.kind, self.at, self.id, self.isAsIs) = (night, kind, at, id, isAsIs)
  }

  /// The events that begin or end something.
  static let kinds = Set(Interval.Kind.allCases.flatMap { [$0.opening, $0.closing] })
}

extension Night {
  /// Everything that stands and begins or ends something, by time.
  public var marks: [IntervalMark] {
    items.compactMap { item in
      guard case .event(let kind) = item.subject, IntervalMark.kinds.contains(kind) else { return nil }
      return IntervalMark(night: date, kind: kind, at: item.at, id: item.id, isAsIs: item.details.flag(.asIs))
    }
  }
}
