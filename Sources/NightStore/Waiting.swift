public import NightModel

/// What could not be written to the record and waits beside it on this machine.
extension Store {
  /// How many entries wait for each partition, the plan first; nothing if all that was written is in the record.
  public func waiting() -> [(partition: Partition, count: Int)] {
    guard let state else { return [] }
    let partitions = Set(((try? names(in: state.rescue)) ?? []).compactMap { Self.rescued($0)?.partition })
    return read(partitions.sorted()).filter { $0.waiting > 0 }.map { ($0.partition, $0.waiting) }
  }

  /// What a file of the rescue folder is called in the record; nil for other files.
  static func rescued(_ name: String) -> JournalName? {
    JournalName(name, inPlan: false) ?? JournalName(name, inPlan: true)
  }
}
