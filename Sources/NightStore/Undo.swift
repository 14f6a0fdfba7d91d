public import NightModel

/// Undo and redo: the newest action of this writer, across restarts, without end.
extension Store {
  /// What undo or redo would do, or has done.
  public struct Step: Sendable {
    /// The action that is taken back or brought back.
    public let action: EntryID
    /// What it wrote or spoke about.
    public let items: [Item]
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
    guard let writer = writerIfKnown, let state else { return nil }
    let lines = state.actions.lines(boot: world.boot) ?? rebuildActions(writer)
    for line in History(lines.filter { $0.writer == writer }).candidates(for: via) {
      var drafts: [Draft] = []
      var items: [Item] = []
      // The last partition first: a moved entry comes back where it was before it goes where it went to.
      for reading in read(line.partitions).reversed() {
        let timeline = Timeline(reading.entries)
        let body =
          via == .undo
          ? timeline.undoing(action: line.action, by: writer) : timeline.redoing(action: line.action, by: writer)
        guard let body else { continue }
        items += timeline.items(touchedBy: line.action)
        drafts.append(Draft(partition: reading.partition, at: moment, by: by, body: body))
      }
      if !drafts.isEmpty {
        _ = try perform(drafts, zone: zone, via: via, action: line.action)
        return Step(action: line.action, items: items)
      }
      // Its entries never made it, or somebody else took them back: the next older one is meant.
    }
    return nil
  }

  /// Which actions can be undone and redone, from the list of what was done.
  private struct History {
    private var done: [ActionList.Line] = []
    private var undone: [ActionList.Line] = []

    init(_ lines: [ActionList.Line]) {
      for line in lines {
        switch line.verb {
        case .do:
          done.append(line)
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

  /// Makes the list of actions anew from the writer's own files.
  private func rebuildActions(_ writer: String) -> [ActionList.Line] {
    var found: [EntryID: (line: ActionList.Line, stamp: Stamp)] = [:]
    for reading in read([.plan] + recordedNights().map { .night($0) }) {
      let own = reading.entries.filter { $0.stamp.writer == writer }
      let byID = Dictionary(reading.entries.map { ($0.id, $0) }) { first, _ in first }
      for entry in own {
        let verb: ActionList.Line.Verb = entry.via == .undo ? .undo : entry.via == .redo ? .redo : .do
        var about = entry
        // A redo names an undo, which names what was done.
        if verb != .do { about = entry.names.lazy.compactMap { byID[$0] }.first ?? entry }
        if verb == .redo { about = about.names.lazy.compactMap { byID[$0] }.first ?? about }
        var line =
          found[entry.action]?.line
          ?? .init(verb: verb, action: about.action, partitions: [], writer: writer, boot: world.boot)
        if !line.partitions.contains(reading.partition) { line.partitions.append(reading.partition) }
        found[entry.action] = (line, max(found[entry.action]?.stamp ?? entry.stamp, entry.stamp))
      }
    }
    let lines = found.values.sorted { $0.stamp < $1.stamp }.map(\.line)
    state?.actions.replace(with: lines)
    return lines
  }
}
