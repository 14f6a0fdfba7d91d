/// How an item came to read as it does, and what took it back.
extension Timeline {
  /// One version of an item: when it was written, by whom, and what it set.
  public struct Version: Hashable, Sendable, Identifiable {
    /// The entry that made it: the first one, or an amendment.
    public let id: EntryID
    /// When it was made; for the first one, when it was written down.
    public let at: Instant
    /// Initials of who made it, if given.
    public let by: String?
    /// What it changed, in the order of the field table; empty for the first.
    public let changes: [Change]
  }

  /// One field before and after; nil is blank.
  public struct Change: Hashable, Sendable {
    /// The field.
    public let field: Field
    /// What stood there before.
    public let before: FieldValue?
    /// What stands there after it.
    public let after: FieldValue?
  }

  /// The versions of an item, oldest first: as it was first written, then every change that applies.
  public func versions(of item: Item) -> [Version] {
    guard case .record(_, var details) = item.entry.body else { return [] }
    details[.at] = .moment(item.entry.at)
    details[.by] = item.entry.by.map { .text($0) }
    let first = Version(
      id: item.id, at: item.entry.entered ?? item.entry.at, by: item.entry.by, changes: [])
    return (former(item, details) ?? [first])
      + item.amendments.compactMap { entries[$0] }.filter(\.changesWhatItSays).map { amendment in
        let changes = Field.allCases.filter { amendment.changes.keys.contains($0) }.map { field in
          let after = amendment.changes[field] ?? nil
          defer { details[field] = after }
          return Change(field: field, before: details[field], after: after)
        }
        return Version(id: amendment.id, at: amendment.at, by: amendment.by, changes: changes)
      }
  }

  /// What an answer said that was set anew in the same night, up to how it was then set; nil for any other item.
  private func former(_ item: Item, _ recorded: Details) -> [Version]? {
    guard let former = item.entry.movedFrom.flatMap({ self.item($0) }) else { return nil }
    var before = former.details
    before[.at] = .moment(former.at)
    before[.by] = former.by.map { .text($0) }
    let changes = Field.allCases.filter { before[$0] != recorded[$0] }
      .map { Change(field: $0, before: before[$0], after: recorded[$0]) }
    let anew = Version(
      id: item.id, at: item.entry.entered ?? item.entry.at, by: item.entry.by, changes: changes)
    return versions(of: former) + [anew]
  }

  /// The versions of a field that do not know of each other, oldest first; empty where there is no conflict.
  public func conflicting(_ field: Field, of item: Item) -> [Version] {
    guard item.conflicts[field] != nil else { return [] }
    let named = Set(
      item.amendments.compactMap { entries[$0] }.filter { $0.changes.keys.contains(field) }.flatMap(\.names))
    return versions(of: item).filter { version in
      !named.contains(version.id) && version.changes.contains { $0.field == field }
    }
  }

  /// What takes an item back: the retractions of it that stand, oldest first.
  public func takers(of item: Item) -> [Entry] {
    guard item.isRetracted else { return [] }
    return liveness.takers(of: item.id).sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
  }

  /// The retraction that brings an item back that was taken back, and what was taken back with it; nil if it stands.
  public func bringingBack(_ item: Item) -> Entry.Body? {
    let takers = takers(of: item)
    return takers.isEmpty ? nil : .retract(of: takers.map(\.id))
  }

  /// What comes back with an item, because it was taken back together with it, by time.
  public func comesBack(with item: Item) -> [Item] {
    let named = Set(takers(of: item).flatMap(\.names))
    return all.filter { $0.id != item.id && $0.isRetracted && named.contains($0.id) }
  }

  /// What was taken back and can be brought back, by time. What another entry stands for (it was moved to another night,
  /// or said what a marked moment was) is not among it, for it would then be there twice.
  public var takenBack: [Item] {
    all.filter { item in
      let takers = takers(of: item)
      guard !takers.isEmpty else { return false }
      if item.entry.movedFrom != nil { return !takers.contains { $0.via == .undo } }
      return !takers.contains { $0.via == nil && $0.action != $0.id }
    }
  }
}
