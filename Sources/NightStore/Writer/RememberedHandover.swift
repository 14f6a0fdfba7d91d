public import NightModel

/// In which night somebody took over or left last on this machine, so that whoever is on is found however many nights ago
/// that was. Who it was stands in the record alone.
extension Store {
  /// How duty stood before a night, as far as this machine knows where to look, and as it was written by a moment.
  public func duty(before night: CivilDate, now: Instant) -> Duty.Standing {
    guard let last = record.owner?.handover, last < night else { return Duty.Standing() }
    // Who was on in that night may have come in the one before.
    return nights([last.adding(days: -1), last]).reduce(Duty.Standing()) { standing, reading in
      guard case .night(let date) = reading.partition else { return standing }
      return standing.after(Night(date: date, entries: reading.known), now: now)
    }
  }

  /// Remembers the newest night in which one of some drafts, which were saved, takes over or leaves.
  func noteHandovers(_ drafts: [Draft]) {
    for case (.night(let date), .record(.handover(let kind), _)) in drafts.map({ ($0.partition, $0.body) })
    where [.took, .left].contains(kind) {
      guard record.owner?.handover.map({ $0 < date }) ?? true else { continue }
      try? record.note { $0.handover = date }
    }
  }
}
