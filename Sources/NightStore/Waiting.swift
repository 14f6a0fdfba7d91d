public import NightModel

/// What could not be written to the record and waits beside it on this machine.
extension Store {
  /// How many entries wait for each partition, the plan first; nothing if all that was written is in the record.
  public func waiting() -> [(partition: Partition, count: Int)] {
    guard let state else { return [] }
    let partitions = Set(((try? names(in: state.rescue)) ?? []).compactMap { Self.rescued($0)?.partition })
    guard !partitions.isEmpty else { return [] }
    return read(partitions.sorted()).filter { $0.waiting > 0 }.map { ($0.partition, $0.waiting) }
  }

  /// True if any of these entries waits.
  public func waits(for ids: Set<EntryID>) -> Bool {
    guard !ids.isEmpty, let state else { return false }
    let names = ((try? names(in: state.rescue)) ?? []).filter { Self.rescued($0) != nil }
    return names.contains { name in
      let bytes = (try? files.contents(of: state.rescue + "/" + name)) ?? nil
      return bytes.map { FileReading($0).entries.contains { ids.contains($0.id) } } == true
    }
  }

  /// What a file of the rescue folder is called in the record; nil for other files.
  static func rescued(_ name: String) -> JournalName? {
    JournalName(name, inPlan: false) ?? JournalName(name, inPlan: true)
  }
}
