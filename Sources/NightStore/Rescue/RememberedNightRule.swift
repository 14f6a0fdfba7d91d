internal import NightModel

/// By what nights are cut, as this machine saw it last: what is kept aside while the record is away goes into the night it
/// belongs to all the same.
extension Store {
  /// Remembers the entries of a plan by which nights are cut, if they are not remembered so already.
  public func noteNightRule(_ plan: PartitionReading) {
    guard missing == nil, !record.isAnothers, plan.isWhole, let known = record.owner else { return }
    let entries = Self.nightRule(in: plan.entries)
    guard entries != known.nightRule else { return }
    try? record.note { $0.nightRule = entries }
  }

  /// The settings of the split hour, and what corrects or takes back any of them, each once and in a fixed order.
  private static func nightRule(in entries: [Entry]) -> [Entry] {
    var found: [EntryID: Entry] = [:]
    var count = -1
    while count < found.count {
      count = found.count
      for entry in entries where found[entry.id] == nil {
        let isSetting = if case .record(Setting(.splitHour).subject, _) = entry.body { true } else { false }
        if isSetting || entry.names.contains(where: { found[$0] != nil }) { found[entry.id] = entry }
      }
    }
    return found.values.sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
  }

  /// Adds what is remembered to a plan that cannot be read.
  func addNightRule(to plan: inout PartitionReading) {
    guard missing != nil || !plan.unlisted.isEmpty || plan.failure != nil else { return }
    let here = Set(plan.entries.map(\.id))
    plan.remembered = (record.owner?.nightRule ?? []).filter { !here.contains($0.id) }
  }
}
