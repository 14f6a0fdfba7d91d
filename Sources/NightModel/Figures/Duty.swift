/// Who is on and who is expected, as far as somebody wrote it. Nobody is ever put on or off by the clock.
public struct Duty: Sendable {
  /// The last taking over that nobody has left since; nil if none was written.
  public let on: Item?
  /// The helper who is expected; nil if none was written, or if they have taken over since.
  public let expected: Item?

  /// How long ago, in minutes, an expected helper of the night before may have been written: further back it was meant for
  /// that night.
  private static let expectedFor = 12 * 60

  /// Who is on at a moment, from what was written up to it, by time.
  public init(_ known: some Sequence<Item>, now: Instant) {
    var (on, expected): (Item?, Item?)
    for item in known where item.at.milliseconds <= now.milliseconds {
      switch item.subject {
      case .handover(.took):
        on = item
        if let helper = expected, item.isBy(helper.details.text(.who)) { expected = nil }
      case .handover(.left) where item.by == nil || item.by == on?.by: on = nil
      case .handover(.expected):
        let isFresh = now.minutes(since: item.at) < Self.expectedFor
        expected = isFresh && item.details.text(.who) != nil ? item : nil
      default: break
      }
    }
    (self.on, self.expected) = (on, expected)
  }
}

extension Item {
  /// True if the initials of who wrote it stand among the words typed for a helper.
  fileprivate func isBy(_ words: String?) -> Bool {
    guard let by = by?.lowercased(), let words = words?.lowercased() else { return false }
    return words.split { !$0.isLetter && !$0.isNumber }.contains { $0 == by } || words == by
  }
}
