/// The plan through time: one plan stands until something else is set, so few moments need a fold of their own.
public struct PlanHistory: Hashable, Sendable {
  /// The plan's entries.
  public let entries: [Entry]
  /// When the last of them was dated.
  private let last: Instant?

  /// A history by the plan's entries, in any order.
  public init(_ entries: [Entry] = []) {
    self.entries = entries
    last = entries.map(\.at).max()
  }

  /// The plan as it stood at a moment; nil if it is the one that stood at `known`, nothing being dated after either.
  public func plan(asOf moment: Instant, unlessAsAt known: Instant) -> Plan? {
    guard let last, last > min(moment, known) else { return nil }
    return Plan(entries: entries, asOf: moment)
  }

  /// The plan with all that was ever set; nil if it is the one that stood at `known`.
  public func newest(unlessAsAt known: Instant) -> Plan? {
    guard let last, last > known else { return nil }
    return Plan(entries: entries)
  }
}
