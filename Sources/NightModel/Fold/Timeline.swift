internal import Text

/// The result of folding entries: corrections and retractions applied.
///
/// It depends neither on the order of the entries, nor on doubles, nor on how they were split over files. Clocks only
/// break ties.
public struct Timeline: Hashable, Sendable {
  /// Everything ever recorded, taken back or not, by time and then by stamp.
  public let all: [Item]
  /// What stands: everything that was not taken back.
  public let items: [Item]

  let entries: [EntryID: Entry]
  let liveness: Liveness

  /// Folds entries, in any order and any number of copies.
  public init(_ given: some Sequence<Entry>) {
    var entries: [EntryID: Entry] = [:]
    for entry in given {
      // Two different entries under one id never come from this program. Any choice that is the same everywhere will do.
      if let known = entries[entry.id], known == entry || known.comesBefore(entry) { continue }
      entries[entry.id] = entry
    }
    let liveness = Liveness(entries)
    var amendments: [EntryID: [Entry]] = [:]
    for entry in entries.values {
      guard case .amend(let of, _) = entry.body else { continue }
      for target in Set(of) where liveness.applies(entry.id, to: target) {
        amendments[target, default: []].append(entry)
      }
    }
    all = entries.values.compactMap { entry in
      let known = Entry.byCause(amendments[entry.id] ?? [])
      let standing = known.filter { liveness.isLive($0.id) }
      // A retraction hides the entry and the amendments it named; one it did not know of keeps the entry visible.
      let isHidden = !liveness.isLive(entry.id) && standing.isEmpty
      return Item(entry, amendments: isHidden ? known : standing, isRetracted: isHidden)
    }
    .sorted { ($0.at, $0.entry.stamp, $0.id) < ($1.at, $1.entry.stamp, $1.id) }
    items = all.filter { !$0.isRetracted }
    self.entries = entries
    self.liveness = liveness
  }

  /// The item of that id, taken back or not.
  public func item(_ id: EntryID) -> Item? {
    all.first { $0.id == id }
  }

  /// The retraction that takes an item back: it names the entry and every amendment seen, so that an amendment made
  /// elsewhere meanwhile stays visible.
  public func retraction(of item: Item) -> Entry.Body {
    .retract(of: [item.id] + item.amendments)
  }

  /// The retraction that undoes one action, as far as it lies in these entries and still stands.
  public func undoing(action: EntryID) -> Entry.Body? {
    let done = ordered { $0.isPart(of: action) && liveness.isLive($0.id) && !speaksOnlyOfCompanions($0, in: action) }
    var named: [EntryID] = []
    for entry in done where !named.contains(entry.id) {
      named.append(entry.id)
      if case .record = entry.body, let item = item(entry.id) {
        named += item.amendments.filter { !named.contains($0) }
      }
    }
    return named.isEmpty ? nil : .retract(of: named)
  }

  /// True if a retraction came with an import and so did all it names: undoing the import retracts both.
  private func speaksOnlyOfCompanions(_ entry: Entry, in action: EntryID) -> Bool {
    guard entry.importedBy == action, case .retract(let of) = entry.body else { return false }
    return of.allSatisfy { entries[$0]?.importedBy == action }
  }

  /// The retraction that brings back what undo took of one action, as far as it lies in these entries.
  public func redoing(action: EntryID) -> Entry.Body? {
    let undone = ordered { entry in
      entry.via == .undo && entry.importedBy != action && liveness.isLive(entry.id)
        && entry.names.contains { entries[$0]?.isPart(of: action) == true }
    }
    return undone.isEmpty ? nil : .retract(of: undone.map(\.id))
  }

  /// True if a retraction brings something back: it names a retraction that hides something, or one deeper down.
  public func bringsBack(_ retraction: Entry.Body) -> Bool {
    guard case .retract(let of) = retraction else { return false }
    var depth = 0
    var next = of.first
    var seen: Set<EntryID> = []
    while let id = next, seen.insert(id).inserted, let entry = entries[id], case .retract(let deeper) = entry.body {
      depth += 1
      next = deeper.first
    }
    return depth % 2 == 1
  }

  /// The items an action wrote or spoke about, for the sentence that says what is taken back.
  public func items(touchedBy action: EntryID) -> [Item] {
    let ids = entries.values.filter { $0.isPart(of: action) }.flatMap { [$0.id] + $0.names + secondNames($0) }
    let touched = Set(ids)
    return all.filter { touched.contains($0.id) }
  }

  private func secondNames(_ entry: Entry) -> [EntryID] {
    entry.names.flatMap { entries[$0]?.names ?? [] }
  }

  private func ordered(_ isWanted: (Entry) -> Bool) -> [Entry] {
    entries.values.filter(isWanted).sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
  }
}

extension Entry {
  /// Entries in the order in which they can have come about: each after those it names, otherwise by stamp.
  fileprivate static func byCause(_ entries: [Entry]) -> [Entry] {
    guard entries.count > 1 else { return entries }
    let byStamp = entries.sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
    let places = Dictionary(uniqueKeysWithValues: byStamp.enumerated().map { ($1.id, $0) })
    var ordered: [Entry] = []
    var isBegun = Array(repeating: false, count: byStamp.count)
    // A depth-first walk: an entry is added after all it names.
    for first in byStamp.indices where !isBegun[first] {
      var waiting = [(index: first, isNext: false)]
      while let (index, isNext) = waiting.popLast() {
        if isNext {
          ordered.append(byStamp[index])
        } else if !isBegun[index] {
          isBegun[index] = true
          waiting.append((index, true))
          waiting += byStamp[index].names.compactMap { places[$0] }.filter { !isBegun[$0] }.sorted(by: >)
            .map { ($0, false) }
        }
      }
    }
    return ordered
  }

  /// An order of entries that share an id, by all they say.
  fileprivate func comesBefore(_ other: Entry) -> Bool {
    // What was written here goes before a copy that was brought here.
    func spelled(_ entry: Entry) -> String {
      JSON.object(entry.jsonMembers).description + (entry.importedBy?.description ?? "")
    }
    return (stamp, at, spelled(self)) < (other.stamp, other.at, spelled(other))
  }
}

/// Which entries still stand: an entry is taken back while a retraction that itself stands names it.
struct Liveness: Hashable {
  /// The standing retractions that name an entry.
  private var takers: [EntryID: [Entry]] = [:]

  init(_ entries: [EntryID: Entry]) {
    let retractions = entries.filter { entry in
      guard case .retract = entry.value.body else { return false }
      return true
    }
    // A retraction is settled once every retraction that names it is settled. Those in a circle (only a hand can make
    // one) never are, and take nothing back.
    var unsettled: [EntryID: Int] = [:]
    for retraction in retractions.values {
      for target in Set(retraction.names) where retractions[target] != nil { unsettled[target, default: 0] += 1 }
    }
    var settled = retractions.values.filter { unsettled[$0.id] == nil }
    while let retraction = settled.popLast() {
      let stands = isLive(retraction.id)
      for target in Set(retraction.names) {
        if stands { takers[target, default: []].append(retraction) }
        guard let waiting = unsettled[target] else { continue }
        unsettled[target] = waiting - 1
        if waiting == 1, let next = retractions[target] { settled.append(next) }
      }
    }
  }

  func isLive(_ id: EntryID) -> Bool { takers[id] == nil }

  /// The standing retractions that name an entry, in no order.
  func takers(of id: EntryID) -> [Entry] { takers[id] ?? [] }

  /// True if an amendment still says how `target` reads: it stands, or it was only taken back together with its target,
  /// which then reads as it last did.
  func applies(_ amendment: EntryID, to target: EntryID) -> Bool {
    (takers[amendment] ?? []).allSatisfy { $0.names.contains(target) }
  }
}
