/// The plan through time: one plan stands until something else is set, so few moments need a fold of their own.
public struct PlanHistory: Hashable, Sendable {
  /// The plan's entries.
  public let entries: [Entry]
  /// When nights begin and end, by what the split hour was when.
  public let bounds: NightBounds
  private let timeline: Timeline
  private let versions: [Subject: Versions]
  /// From when on each change counts in nights that are over, in order.
  let starts: [Instant]
  /// The moments to come at which something was set ahead.
  private let ahead: [Instant]

  /// A history by the plan's entries, in any order.
  public init(_ entries: [Entry] = []) {
    self.entries = entries
    timeline = Timeline(entries)
    versions = timeline.versions
    starts = versions.values.flatMap(\.starts).sorted { $0.milliseconds < $1.milliseconds }
    ahead = versions.values.flatMap(\.momentsAhead)
    bounds = NightBounds(versions[Setting(.splitHour).subject])
  }

  /// The plan as it stands at a moment.
  public func plan(asOf moment: Instant) -> Plan { Plan(timeline, versions, asOf: moment) }

  /// The plan as it stands at a moment; nil if it is the one that stood at `known`, nothing being dated in between.
  public func plan(asOf moment: Instant, unlessAsAt known: Instant) -> Plan? {
    let (from, to) = (min(moment.milliseconds, known.milliseconds), max(moment.milliseconds, known.milliseconds))
    return ahead.contains { from < $0.milliseconds && $0.milliseconds <= to } ? plan(asOf: moment) : nil
  }

  /// The plan as it stood when a night was over; nil if it is the one of now.
  func plan(past moment: Instant, now: Instant) -> Plan? {
    guard moment.milliseconds < now.milliseconds else { return nil }
    guard let last = starts.last, last.milliseconds > moment.milliseconds else { return nil }
    return Plan(timeline, versions, asOf: moment, now: now)
  }
}
