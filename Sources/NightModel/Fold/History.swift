/// The history of an item: its versions, and the retractions of it.
extension Timeline {
  /// One version of an item: when it was written, by whom, and what it set.
  public struct Version: Hashable, Sendable, Identifiable {
    /// The entry that made it: the first one, one that said it anew, or an amendment.
    public let entry: Entry
    /// What it changed, in the order of the field table; empty for the first.
    public let changes: [Change]

    /// The id of that entry.
    public var id: EntryID { entry.id }
    /// When it was written down.
    public var at: Instant { entry.written }
    /// Initials of who wrote it, if given.
    public var by: String? { entry.by }
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

  /// The versions of an item, oldest first: as it was first written, then every change that applies, and every entry of
  /// its night that said it anew.
  public func versions(of item: Item) -> [Version] {
    var details = Details()
    return formers(of: item).reversed().enumerated().flatMap { index, item -> [Version] in
      guard case .record(_, var written) = item.entry.body else { return [] }
      written[.at] = .moment(item.entry.at)
      written[.by] = item.entry.by.map { .text($0) }
      let anew = index == 0 ? [] : Field.allCases.filter { details[$0] != written[$0] }
      let first = Version(
        entry: item.entry, changes: anew.map { Change(field: $0, before: details[$0], after: written[$0]) })
      details = written
      return [first]
        + amendments(of: item).filter(\.changesWhatItSays).map { amendment in
          let changes = Field.allCases.filter { amendment.changes.keys.contains($0) }.map { field in
            let after = amendment.changes[field] ?? nil
            defer { details[field] = after }
            return Change(field: field, before: details[field], after: after)
          }
          return Version(entry: amendment, changes: changes)
        }
    }
  }

  /// True if the entry that an item was written in place of is kept elsewhere: it was moved here from another night.
  public func wasMovedHere(_ item: Item) -> Bool {
    item.entry.movedFrom.map { self.item($0) == nil } ?? false
  }

  /// An item, the one of the same night that it replaces, and so on back. Imported entries may name themselves.
  private func formers(of item: Item) -> [Item] {
    var formers = [item]
    var seen: Set<EntryID> = [item.id]
    while let former = formers.last?.entry.movedFrom.flatMap({ self.item($0) }), seen.insert(former.id).inserted {
      formers.append(former)
    }
    return formers
  }

  private func amendments(of item: Item) -> [Entry] { item.amendments.compactMap { entries[$0] } }

  /// The versions of a field that do not know of each other, oldest first; empty where there is no conflict.
  public func conflicting(_ field: Field, of item: Item) -> [Version] {
    guard item.conflicts[field] != nil else { return [] }
    let own = amendments(of: item).filter { $0.changes.keys.contains(field) }
    let apart = Set(own.map(\.id)).subtracting(own.flatMap(\.names))
    return versions(of: item).filter { apart.contains($0.id) }
  }

  /// The standing retractions of an item, oldest first.
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

  /// The retracted items that can be brought back, by time. One that another entry replaces is left out, because it would
  /// then be there twice.
  public var takenBack: [Item] {
    func wasUndone(_ item: Item) -> Bool { takers(of: item).contains { $0.via == .undo } }
    let replaced = Set(all.filter { !wasUndone($0) }.compactMap(\.entry.movedFrom))
    return all.filter { item in
      let takers = takers(of: item)
      guard !takers.isEmpty, !replaced.contains(item.id) else { return false }
      if item.entry.movedFrom != nil { return !wasUndone(item) }
      return !takers.contains { $0.via == nil && $0.action != $0.id }
    }
  }
}
