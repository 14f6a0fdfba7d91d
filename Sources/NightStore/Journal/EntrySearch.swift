public import NightModel

/// Finding an entry by its id, whatever its age.
extension Store {
  /// An item and the partition it lies in.
  public struct Found: Sendable {
    /// Where it lies.
    public let partition: Partition
    /// What else lies there.
    public let timeline: Timeline
    /// The item.
    public let item: Item
  }

  /// The items whose id is `text`, or ends with it, newest nights first.
  ///
  /// Ids are random at their end, so a few digits tell entries of the same weeks apart; nights are searched thirty at a
  /// time and the search stops at the first thirty that hold a match. `remark` is told the reading of each night that
  /// is not sound.
  public func find(id text: String, remark: (PartitionReading) -> Void = { _ in }) -> [Found] {
    let digits = text.lowercased()
    for batch in searched {
      let found = read(batch).flatMap { reading -> [Found] in
        if !reading.isSound { remark(reading) }
        guard reading.entries.contains(where: { $0.id.description.hasSuffix(digits) }) else { return [] }
        let timeline = Timeline(reading.entries)
        return timeline.all.filter { $0.id.description.hasSuffix(digits) }
          .map { Found(partition: reading.partition, timeline: timeline, item: $0) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Where something stands now that was moved to another night, or written anew in its own, however often; nil if nothing
  /// of it stands.
  ///
  /// Only the newer entry names the older one, so all nights are read.
  public func successor(of id: EntryID) -> (item: Item, partition: Partition)? {
    var newer: [EntryID: [(item: Item, partition: Partition)]] = [:]
    for batch in searched {
      for reading in read(batch) where reading.entries.contains(where: { $0.movedFrom != nil }) {
        for item in Timeline(reading.entries).all {
          if let older = item.entry.movedFrom { newer[older, default: []].append((item, reading.partition)) }
        }
      }
    }
    var (next, seen) = ([id], Set([id]))
    while let id = next.popLast() {
      for found in newer[id] ?? [] where seen.insert(found.item.id).inserted {
        if !found.item.isRetracted { return found }
        next.append(found.item.id)
      }
    }
    return nil
  }

  /// What is searched, the newest nights first, thirty at a time, and the plan with the first of them.
  private var searched: [[Partition]] {
    let nights = recordedNights().reversed().map { Partition.night($0) }
    let batches = stride(from: 0, to: nights.count, by: 30).map { Array(nights[$0...].prefix(30)) }
    return batches.isEmpty ? [[.plan]] : [batches[0] + [.plan]] + batches.dropFirst()
  }
}
