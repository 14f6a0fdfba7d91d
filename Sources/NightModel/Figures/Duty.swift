/// Who is on and who is expected, as far as somebody wrote it. Nobody is ever put on or off by the clock.
public struct Duty: Sendable {
  /// The last taking over that nobody has left since: several, the oldest first, where two took over without knowledge of
  /// each other; empty if none was written.
  public let on: [Item]
  /// The helper who is expected; nil if none was written, or if they have taken over since.
  public let expected: Item?

  /// How long ago, in minutes, an expected helper of the night before may have been written: further back it was meant for
  /// that night.
  private static let expectedFor = 12 * 60

  /// Who is on at a moment, from tonight and the night before. Nights follow each other by date, never by clock.
  public init(tonight: Night, previous: Night, now: Instant) {
    on = Self.on(in: tonight, before: Self.on(in: previous, before: [], now), now)
    var expected: Item?
    for item in previous.items + tonight.items where item.at.milliseconds <= now.milliseconds {
      if item.subject == .handover(.took), item.isBy(expected?.details.text(.who)) { expected = nil }
      if item.subject == .handover(.expected) {
        let isFresh = now.minutes(since: item.at) < Self.expectedFor
        expected = isFresh && item.details.text(.who) != nil ? item : nil
      }
    }
    self.expected = expected
  }

  private static func on(in night: Night, before: [Item], _ now: Instant) -> [Item] {
    let said = night.timeline.versions(of: .handover(.took))
    let names = (night.items.filter { $0.subject == .handover(.took) } + before).map(\.by).eachOnce
    return names.compactMap { by -> Item? in
      // Whoever was relieved leaving says nothing of who is on.
      let (met, isThrough) = said.met(asOf: now) {
        $0.subject == .handover(.left) && $0.by != nil && $0.by != by
      }
      let took = met.filter { $0.subject == .handover(.took) && $0.by == by }
      return took.max { $0.entry.stamp < $1.entry.stamp } ?? (isThrough ? before.first { $0.by == by } : nil)
    }
    .sorted { $0.at.milliseconds < $1.at.milliseconds }
  }
}

extension Item {
  /// True if the initials of who wrote it stand among the words typed for a helper.
  fileprivate func isBy(_ words: String?) -> Bool {
    guard let by = by?.lowercased(), let words = words?.lowercased() else { return false }
    return words.split { !$0.isLetter && !$0.isNumber }.contains { $0 == by } || words == by
  }
}
