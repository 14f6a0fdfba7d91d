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

    /// The items as they are now, where each is kept, and what was done to it.
    public let items: [(item: Item, partition: Partition, effect: Effect)]
    /// Initials of who did what is taken back or brought back, if given.
    public let author: String?
    /// The action it is about.
    public let action: EntryID

    /// True if it was about more than a person reads one by one, such as an import.
    public var isMany: Bool { items.count > 20 }

    /// How many items each thing was done to, in words.
    public var counts: [String] {
      func count(_ isMeant: (Effect) -> Bool, _ words: String) -> String? {
        let count = items.count { isMeant($0.effect) }
        return count == 0 ? nil : "\(words): \(NightWords.entries(count))"
      }
      return [
        count({ $0 == .takenBack }, "taken back"), count({ $0 == .broughtBack }, "standing again"),
        count({ $0 == .changedBack }, "back as before"),
      ]
      .compactMap(\.self)
    }
  }

  /// What the next undo would take back, without doing it; nil if there is nothing.
  public func nextUndo() -> Step? {
    guard state != nil, !writer.own.isEmpty else { return nil }
    // What keeps it from being found out is said by `undo`.
    guard let (line, parts) = try? nextAction(.undo) else { return nil }
    let items = parts.flatMap { part in
      let undoing = Entry(
        id: EntryID(milliseconds: 0, random: (0, 0)), stamp: Stamp(milliseconds: 0, counter: 0, writer: ""),
        at: Instant(milliseconds: 0, offsetMinutes: 0), via: .undo, body: part.body)
      let after = Timeline(part.entries + [undoing])
      return after.all.compactMap { item in
        part.before[item.id].flatMap { effect(on: item, in: part.partition, was: $0) }
      }
    }
    return Step(items: items, author: author(of: parts), action: line.action)
  }

  /// Takes back the newest action that still stands.
  ///
  /// `moment` is when that is done, as people see it; `by` are initials, `zone` is the name of the time zone. Returns what
  /// was taken back; nil if there is nothing. Throws `StoreError.cannotRead` if what it is about cannot be read, and what
  /// `perform` throws.
  public func undo(at moment: Instant, by: String?, zone: String?) throws(StoreError) -> Step? {
    try step(.undo, at: moment, by: by, zone: zone)
  }

  /// Brings back what the last undo took, unless something new was done since.
  ///
  /// It takes, returns and throws what `undo` does.
  public func redo(at moment: Instant, by: String?, zone: String?) throws(StoreError) -> Step? {
    try step(.redo, at: moment, by: by, zone: zone)
  }

  /// Brings back an action that undo took, whatever was done since.
  ///
  /// It takes, returns and throws what `undo` does.
  public func bringBack(
    _ action: EntryID, at moment: Instant, by: String?, zone: String?
  ) throws(StoreError) -> Step? {
    try step(.redo, of: action, at: moment, by: by, zone: zone)
  }

  /// `action` is what it is about; nil for the newest there is.
  private func step(
    _ via: Entry.Via, of action: EntryID? = nil, at moment: Instant, by: String?, zone: String?
  ) throws(StoreError) -> Step? {
    guard state != nil, !writer.own.isEmpty else { return nil }
    // What is newest must stay newest until it is taken back, whatever other runs do.
    let isOutermost = takeLock()
    defer { if isOutermost { lock.free() } }
    guard let (line, parts) = try nextAction(via, of: action) else { return nil }
    // What comes back comes first, so that a crash leaves a moved entry twice and never nowhere.
    let ordered = parts.filter(\.bringsBack) + parts.filter { !$0.bringsBack }
    let drafts = ordered.flatMap { part in
      Self.fitting(part.body).map { Draft(partition: part.partition, at: moment, by: by, body: $0) }
    }
    _ = try perform(drafts, zone: zone, via: via, action: line.action)
    let before = parts.reduce(into: [EntryID: Item]()) { $0.merge($1.before) { one, _ in one } }
    let items = read(line.partitions).flatMap { reading in
      Timeline(reading.entries).all.compactMap { item in
        before[item.id].flatMap { effect(on: item, in: reading.partition, was: $0) }
      }
    }
    return Step(items: items, author: author(of: parts), action: line.action)
  }

  /// What of an action lies in one partition.
  private struct Part {
    let partition: Partition
    let entries: [Entry]
    let body: Entry.Body
    let bringsBack: Bool
    let before: [EntryID: Item]
    let action: EntryID
  }

  /// The action that an undo or redo is about, with what has to be written for it. `action` is the only one that is meant;
  /// nil for the newest there is.
  /// - Throws: `StoreError.cannotRead` if what it is about cannot be read: taking back an older action instead would be
  ///   another undo than the one asked for.
  private func nextAction(
    _ via: Entry.Via, of action: EntryID? = nil
  ) throws(StoreError) -> (line: ActionList.Line, parts: [Part])? {
    let lines: [ActionList.Line]
    if let known = state?.actions.lines(boot: world.boot) {
      lines = known
    } else {
      let (rebuilt, failure) = actions.rebuild()
      if let failure { throw .cannotRead(path: failure.path, failure.reason) }
      lines = rebuilt
    }
    let candidates =
      action.map { action in lines.last { $0.action == action }.map { [$0] } ?? [] }
      ?? History(lines).candidates(for: via)
    // Of a record that is away only what waits beside it can be read: an older action must not be taken for the newest.
    for line in candidates.prefix(missing == nil ? .max : 1) {
      let readings = read(line.partitions)
      if let failure = readings.lazy.compactMap(\.failure).first {
        throw .cannotRead(path: failure.path, failure.reason)
      }
      let parts = readings.compactMap { reading -> Part? in
        let timeline = Timeline(reading.entries)
        let body = via == .undo ? timeline.undoing(action: line.action) : timeline.redoing(action: line.action)
        guard let body else { return nil }
        let touched = timeline.items(touchedBy: line.action)
        return Part(
          partition: reading.partition, entries: reading.entries, body: body, bringsBack: timeline.bringsBack(body),
          before: Dictionary(touched.map { ($0.id, $0) }) { one, _ in one }, action: line.action)
      }
      // If there is none, its entries never made it, or were taken back otherwise: the next older one is meant.
      if !parts.isEmpty { return (line, parts) }
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

  /// Who did an action: whoever corrected or took back, else who wrote. Moved entries keep their own initials.
  private func author(of parts: [Part]) -> String? {
    let own = parts.flatMap { part in part.entries.filter { $0.action == part.action && $0.via == nil } }
    return (own.last { !$0.names.isEmpty } ?? own.last)?.by
  }

  private func effect(
    on item: Item, in partition: Partition, was earlier: Item
  ) -> (item: Item, partition: Partition, effect: Step.Effect)? {
    switch (earlier.isRetracted, item.isRetracted) {
    case (false, true): (item, partition, .takenBack)
    case (true, false): (item, partition, .broughtBack)
    case (false, false): (item, partition, .changedBack)
    case (true, true): nil
    }
  }

  /// Which actions can be undone and redone, from the list of what was done.
  private struct History {
    private var done: [ActionList.Line] = []
    private var undone: [ActionList.Line] = []
    private let last: ActionList.Line?

    init(_ lines: [ActionList.Line]) {
      last = lines.last
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

    /// The actions to try, the likeliest first. The list is written before the entries, so after a crash its last line
    /// may not have come true: then that action comes first, and where it did come true there is nothing left to do. No
    /// other line is tried: what was undone before something new was done is never brought back.
    func candidates(for via: Entry.Via) -> [ActionList.Line] {
      switch via {
      case .undo: (last?.verb == .undo ? undone.suffix(1) : []) + done.reversed()
      case .redo: (last?.verb == .redo ? done.suffix(1) : []) + undone.reversed()
      }
    }

    private static func move(
      _ action: EntryID, from: inout [ActionList.Line], to: inout [ActionList.Line]
    ) {
      guard let index = from.lastIndex(where: { $0.action == action }) else { return }
      to.append(from.remove(at: index))
    }
  }
}
