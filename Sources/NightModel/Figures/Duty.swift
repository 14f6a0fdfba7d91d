/// Who is on and who is expected, as far as somebody wrote it. Nobody is ever put on or off by the clock.
public struct Duty: Sendable {
  /// How duty stands at the end of the night.
  public let standing: Standing
  /// The helper who is expected; nil if none was written, or if they have taken over since.
  public let expected: Item?

  /// How duty stands when a night ends, which goes on into the nights after it.
  public struct Standing: Hashable, Sendable {
    /// The last taking over that nobody has left since: several, the oldest first, where two took over without knowledge
    /// of each other; empty if none was written.
    public private(set) var on: [Item] = []
    /// Who left last while nobody is on; nil if nobody did.
    public private(set) var left: String?

    /// Nothing is known of any night.
    public init() {}

    /// How it stands after one more night, as far as that was written by a moment.
    public func after(_ night: Night, now: Instant) -> Standing {
      var standing = Standing()
      standing.on = Duty.on(in: night, before: on, now)
      let leaving = night.items.last { $0.subject == .handover(.left) && $0.at.milliseconds <= now.milliseconds }
      standing.left = standing.on.isEmpty ? leaving?.by ?? left : nil
      return standing
    }
  }

  /// The last taking over that nobody has left since, of several the oldest first.
  public var on: [Item] { standing.on }

  /// How long ago, in minutes, an expected helper of the night before may have been written: further back it was meant for
  /// that night.
  private static let expectedFor = 12 * 60

  /// Who is on at a moment, from tonight, the night before, and how duty stood before these two. Nights follow each other by
  /// date, never by clock.
  public init(tonight: Night, previous: Night, before: Standing = Standing(), now: Instant) {
    standing = before.after(previous, now: now).after(tonight, now: now)
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

  /// Who writes where nobody was named: whoever is on, of two the one who took over last; else the only one who ever
  /// writes, unless they left. Nil if that is nobody.
  public func writer(_ plan: Plan) -> String? {
    if let last = on.last { return last.by }
    return plan.soleWriter.flatMap { $0 == standing.left ? nil : $0 }
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
    // By when they were written, as who writes is found, so that board and signature name the same person.
    .sorted { $0.entry.stamp < $1.entry.stamp }
  }
}

extension Item {
  /// True if the initials of who wrote it stand among the words typed for a helper.
  fileprivate func isBy(_ words: String?) -> Bool {
    guard let by = by?.lowercased(), let words = words?.lowercased() else { return false }
    return words.split { !$0.isLetter && !$0.isNumber }.contains { $0 == by } || words == by
  }
}
