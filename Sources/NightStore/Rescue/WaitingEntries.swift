public import NightModel
internal import Text

/// What could not be written to the record and waits beside it on this machine.
extension Store {
  /// What waits for each partition, the plan first; nothing if all that was written is in the record.
  public func waiting() -> [WaitingEntries] {
    guard let state else { return [] }
    let partitions = Set(((try? names(in: state.rescue)) ?? []).compactMap { JournalName(anywhere: $0)?.partition })
    guard !partitions.isEmpty else { return [] }
    return read(partitions.sorted()).filter { $0.waiting > 0 }.map { .init(partition: $0.partition, count: $0.waiting) }
  }

  /// True if any of these entries waits.
  public func waits(for ids: Set<EntryID>) -> Bool {
    guard !ids.isEmpty, let state else { return false }
    return readings(of: state).contains { $0.entries.contains { ids.contains($0.id) } }
  }

  /// What waits beside the record on this machine for a record that is not there, or that nobody knows any more: where,
  /// and how many entries. It is never taken into this one.
  public var strayEntries: [StrayEntries] {
    (record.stateSearch?.stray(besides: state) ?? []).compactMap { stray in
      let count = readings(of: stray).reduce(0) { $0 + $1.entries.count }
      return count == 0 ? nil : .init(folder: stray.rescue, count: count)
    }
  }

  /// The files that wait in a state folder, as far as they can be read.
  private func readings(of state: StateFolder) -> some Sequence<FileReading> {
    ((try? names(in: state.rescue)) ?? []).lazy.filter { JournalName(anywhere: $0) != nil }.compactMap { [files] name in
      ((try? files.contents(of: state.rescue + "/" + name)) ?? nil).map { FileReading($0) }
    }
  }
}

/// Entries that wait beside the record on this machine until it can be written.
public struct WaitingEntries: Hashable, Sendable {
  /// Where they belong.
  public let partition: Partition
  /// How many.
  public let count: Int

  /// Entries of a partition that wait.
  public init(partition: Partition, count: Int) { (self.partition, self.count) = (partition, count) }

  /// As readers hand it on.
  public var finding: RecordFinding { RecordFinding(.keptAside, words) }

  var words: String {
    "\(NightWords.entries(count)) of \(partition.words) \(count == 1 ? "is" : "are") kept aside on this machine, not in the "
      + "record yet; the next entry that can be written takes \(count == 1 ? "it" : "them") in"
  }
}

/// Entries that wait on this machine for a record that is not there.
public struct StrayEntries: Hashable, Sendable {
  /// The folder they wait in.
  public let folder: String
  /// How many.
  public let count: Int

  /// As readers hand it on.
  public var finding: RecordFinding { RecordFinding(.keptAside, words("in \(folder.forDisplay)")) }

  /// `place` is where they wait, in words.
  func words(_ place: String) -> String {
    "\(NightWords.entries(count)) \(count == 1 ? "waits" : "wait") \(place) for a record that is not there; never put into "
      + "this one"
  }
}
