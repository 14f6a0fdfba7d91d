internal import NightModel

/// What can be done to an entry from more than one place.
extension Context {
  /// A draft that sets fields of an item.
  func amendment(of item: Item, _ target: EntryAddress, _ changes: [NightModel.Field: FieldValue?]) -> Draft {
    Draft(partition: .night(target.night), at: now, by: by, body: .amend(of: [item.id] + item.amendments, changes))
  }

  /// Leaves entries as they are, as one action.
  func accepting(_ targets: [EntryAddress]) -> [Act] {
    let drafts = targets.compactMap { target in
      record.item(target).map { amendment(of: $0, target, [.asIs: .flag(true)]) }
    }
    return drafts.isEmpty ? [] : [.save(drafts, .accepted(targets))]
  }

  /// False for a moment in another night, or one still to come: an entry goes there only once that was asked about. Back to
  /// where it was written it always goes.
  func isOrdinary(_ moment: Instant, for item: Item, _ target: EntryAddress) -> Bool {
    !isAhead(moment, of: item) && !isElsewhere(moment, item, target)
  }

  /// True for a moment still to come, and later than the entry was ever said to be.
  func isAhead(_ moment: Instant, of item: Item) -> Bool {
    moment.milliseconds > max(now.milliseconds, item.at.milliseconds, item.entry.at.milliseconds)
  }

  private func isElsewhere(_ moment: Instant, _ item: Item, _ target: EntryAddress) -> Bool {
    item.subject.movesWithItsTime && plan.nightRule.night(of: moment) != target.night
  }

  /// Moves an entry to a moment, also into another night. `origin` is what it is said to be where it stays in its
  /// night.
  func moving(_ item: Item, _ target: EntryAddress, to moment: Instant, as origin: Origin) -> Act {
    guard isElsewhere(moment, item, target), let timeline = record.nights[target.night]?.timeline else {
      return .save([amendment(of: item, target, [.at: .moment(moment)])], origin)
    }
    let drafts = EditRequest.moving(
      item, to: moment, from: .night(target.night), timeline, plan.nightRule, now: now, by: by)
    return .save(drafts, .moved(target))
  }
}
