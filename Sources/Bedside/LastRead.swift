internal import NightModel

/// What was read last of the plan and of the newest nights: it goes on being shown while the record is away, because the
/// night goes on.
final class LastRead {
  private var entries: [Partition: [Entry]] = [:]
  private static let mostNights = 3

  /// Nothing read yet.
  init() {}

  /// The entries to show of a partition. `now` is those that can be read of it now. `isAway` is true if the record is
  /// not there, and they are only what waits beside it.
  func entries(of partition: Partition, now read: [Entry], isAway: Bool) -> [Entry] {
    guard isAway else {
      entries[partition] = read
      let nights = entries.keys.filter { $0 != .plan }.sorted()
      for old in nights.dropLast(Self.mostNights) { entries[old] = nil }
      return read
    }
    let seen = entries[partition] ?? []
    let known = Set(seen.map(\.id))
    return seen + read.filter { !known.contains($0.id) }
  }
}
