public import NightModel

/// Undo and redo: the newest action of this writer, across restarts, without end.
extension Store {
  /// What an undo or redo has done.
  public struct Step: Sendable {
    /// What it did to the items that the action wrote or spoke about.
    public enum Effect: Sendable {
      /// It is taken back.
      case takenBack
      /// It stands again.
      case broughtBack
      /// It stands, and reads as it did before.
      case changedBack
    }

    /// The items as they are now, and what was done to each.
    public let items: [(item: Item, effect: Effect)]

    /// True if it was about more than a person reads one by one, such as an import.
    public var isMany: Bool { items.count > 20 }

    /// How many items each thing was done to, in words.
    public var counts: [String] {
      func count(_ isMeant: (Effect) -> Bool, _ words: String) -> String? {
        let count = items.count { isMeant($0.effect) }
        return count == 0 ? nil : "\(words): \(count) \(count == 1 ? "entry" : "entries")"
      }
      return [
        count({ $0 == .takenBack }, "taken back"), count({ $0 == .broughtBack }, "standing again"),
        count({ $0 == .changedBack }, "back as before"),
      ]
      .compactMap(\.self)
    }
  }

  /// Takes back the newest action that still stands.
  /// - Returns: what was taken back; nil if there is nothing.
  public func undo(at moment: Instant, by: String?, zone: String?) throws(StoreError) -> Step? {
    try step(.undo, at: moment, by: by, zone: zone)
  }

  /// Brings back what the last undo took, unless something new was done since.
  /// - Returns: what was brought back; nil if there is nothing.
  public func redo(at moment: Instant, by: String?, zone: String?) throws(StoreError) -> Step? {
    try step(.redo, at: moment, by: by, zone: zone)
  }

  private func step(
    _ via: Entry.Via, at moment: Instant, by: String?, zone: String?
  ) throws(StoreError) -> Step? {
    guard state != nil, writerIfKnown != nil else { return nil }
    // What is newest must stay newest until it is taken back, whatever other runs do.
    let isOutermost = takeLock()
    defer { if isOutermost { freeLock() } }
    let history = History(state?.actions.lines(boot: world.boot) ?? rebuildActions())
    for line in history.candidates(for: via) {
      var back: [Draft] = []
      var away: [Draft] = []
      var before: [EntryID: Item] = [:]
      for reading in read(line.partitions) {
        let timeline = Timeline(reading.entries)
        let body = via == .undo ? timeline.undoing(action: line.action) : timeline.redoing(action: line.action)
        guard let body else { continue }
        for item in timeline.items(touchedBy: line.action) { before[item.id] = item }
        let drafts = Self.fitting(body).map { Draft(partition: reading.partition, at: moment, by: by, body: $0) }
        if timeline.bringsBack(body) { back += drafts } else { away += drafts }
      }
      guard !back.isEmpty || !away.isEmpty else {
        // Its entries never made it, or were taken back otherwise: the next older one is meant.
        continue
      }
      // What comes back comes first, so that a crash leaves a moved entry twice and never nowhere.
      _ = try perform(back + away, zone: zone, via: via, action: line.action)
      return Step(items: effects(on: before, in: line.partitions))
    }
    return nil
  }

  /// The most ids one retraction names, so that its line is not too long; an import may have brought more.
  private static let mostNames = 300

  /// A retraction as several that each fit on a line.
  private static func fitting(_ body: Entry.Body) -> [Entry.Body] {
    guard case .retract(let of) = body, of.count > mostNames else { return [body] }
    return stride(from: 0, to: of.count, by: mostNames).map { .retract(of: Array(of[$0...].prefix(mostNames))) }
  }

  private func effects(on before: [EntryID: Item], in partitions: [Partition]) -> [(item: Item, effect: Step.Effect)] {
    read(partitions).flatMap { reading in
      Timeline(reading.entries).all.compactMap { item in
        guard let earlier = before[item.id] else { return nil }
        switch (earlier.isRetracted, item.isRetracted) {
        case (false, true): return (item, .takenBack)
        case (true, false): return (item, .broughtBack)
        case (false, false): return (item, .changedBack)
        case (true, true): return nil
        }
      }
    }
  }

  /// Which actions can be undone and redone, from the list of what was done.
  private struct History {
    private var done: [ActionList.Line] = []
    private var undone: [ActionList.Line] = []

    init(_ lines: [ActionList.Line]) {
      for line in lines {
        switch line.verb {
        case .do:
          // What was undone is over and done with, unless the undo never came true: then it can still be undone.
          done += undone + [line]
          undone = []
        case .undo: Self.move(line.action, from: &done, to: &undone)
        case .redo: Self.move(line.action, from: &undone, to: &done)
        }
      }
    }

    /// The actions to try, the likeliest first. The list is written before the entries, so after a crash its last word
    /// may not have come true: then that action comes first, and where it did come true there is nothing left to do.
    func candidates(for via: Entry.Via) -> [ActionList.Line] {
      via == .undo ? undone.suffix(1) + done.reversed() : done.suffix(1) + undone.reversed()
    }

    private static func move(
      _ action: EntryID, from: inout [ActionList.Line], to: inout [ActionList.Line]
    ) {
      guard let index = from.lastIndex(where: { $0.action == action }) else { return }
      to.append(from.remove(at: index))
    }
  }

  /// Makes the list of actions anew from the files that this machine has written.
  @discardableResult
  func rebuildActions() -> [ActionList.Line] {
    let writers = Set(ownWriters)
    var found: [EntryID: ActionList.Line] = [:]
    for reading in read([.plan] + recordedNights().map { .night($0) }) {
      let own = reading.entries.filter { writers.contains($0.stamp.writer) && $0.importedBy == nil }
      for (action, through) in reading.imports where !writers.isDisjoint(with: through) {
        var line =
          found[action]
          ?? .init(verb: .do, action: action, partitions: [], writer: writer ?? "", boot: world.boot)
        line.partitions.append(reading.partition)
        found[action] = line
      }
      let byID = Dictionary(reading.entries.map { ($0.id, $0) }) { first, _ in first }
      for entry in own {
        let verb: ActionList.Line.Verb = entry.via == .undo ? .undo : entry.via == .redo ? .redo : .do
        var about = entry
        // A redo names an undo, which names what was done.
        if verb != .do { about = entry.names.lazy.compactMap { byID[$0] }.first ?? entry }
        if verb == .redo { about = about.names.lazy.compactMap { byID[$0] }.first ?? about }
        var line =
          found[entry.action]
          ?? .init(verb: verb, action: about.action, partitions: [], writer: entry.stamp.writer, boot: world.boot)
        if !line.partitions.contains(reading.partition) { line.partitions.append(reading.partition) }
        found[entry.action] = line
      }
    }
    // By id, which has the real time of the action; stamps are only comparable within a partition.
    let lines = found.sorted { $0.key < $1.key }.map(\.value)
    state?.actions.replace(with: lines)
    return lines
  }
}
