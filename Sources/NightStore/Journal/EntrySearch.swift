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
    let recent = recordedNights().reversed().map { Partition.night($0) }
    var batches: [[Partition]] = stride(from: 0, to: recent.count, by: 30).map { Array(recent[$0...].prefix(30)) }
    batches = batches.isEmpty ? [[.plan]] : [batches[0] + [.plan]] + batches.dropFirst()
    for batch in batches {
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
}
