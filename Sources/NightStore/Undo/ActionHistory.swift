internal import NightModel

/// The actions of this machine: numbers them, notes each before it is written so that undo finds it, and makes the list of
/// them anew from the files that this machine has written.
final class ActionHistory {
  private unowned let store: Store
  /// The highest number of an action that this run knows of.
  private var lastNumber = 0

  init(_ store: Store) { self.store = store }

  /// Starts from nothing.
  func forget() { lastNumber = 0 }

  /// Notes an action before it is written.
  /// - Returns: its number on this machine; nil where nothing says where that is kept.
  func note(_ verb: ActionList.Line.Verb, _ action: EntryID, _ partitions: [Partition]) -> Int? {
    guard let state = store.state, let writer = store.writer.known() else { return nil }
    func append(begins: Bool) -> Int? {
      let number = state.actions.append(
        verb, action, partitions, writer: writer, boot: store.world.boot, above: lastNumber, begins: begins)
      lastNumber = number ?? lastNumber
      return number
    }
    if let number = append(begins: store.writer.isNew) { return number }
    // A list that was lost or is damaged is made anew first, or the numbers would begin again.
    let (lines, failure) = rebuild()
    lastNumber = max(lastNumber, lines.compactMap(\.number).max() ?? 0)
    if failure != nil || store.missing != nil {
      state.actions.noteLost()
      // What cannot be read may hold higher ones.
      lastNumber += ActionList.unreadLeap
    }
    return append(begins: true)
  }

  /// Makes the list of actions anew: after a restart of the machine from where its last lines say that something was done,
  /// and where the list was lost, or an older version wrote it, from all there is.
  /// - Returns: the list, and why it may lack actions; nil if all could be read that it is made from.
  @discardableResult
  func rebuild() -> (lines: [ActionList.Line], failure: (path: String, reason: SystemError)?) {
    let boot = store.world.boot
    let listed = store.state?.actions.all() ?? []
    let isNumbered = !listed.isEmpty && listed.allSatisfy { $0.number != nil }
    let partitions =
      isNumbered
      ? ActionList.unsure(listed, boot: boot).sorted()
      : [.plan] + store.recordedNights().map { .night($0) }
    let readings = store.read(partitions)
    let found = actions(in: readings)
    // The list knows every partition of an action, the journal here only those that were read.
    let known = Set(listed.map(\.name))
    var lines = isNumbered ? listed + found.filter { ($0.number ?? 0) > 0 && !known.contains($0.name) } : found
    lines = lines.enumerated().sorted { ($0.element.number ?? 0, $0.offset) < ($1.element.number ?? 0, $1.offset) }
      .map { _, line in
        var line = line
        line.boot = boot
        return line
      }
    let failure =
      store.unlistedFolders().first.map { ($0.path, $0.reason) } ?? readings.lazy.compactMap(\.failure).first
    // One that may lack actions is not kept.
    if failure == nil, store.missing == nil { store.state?.actions.replace(with: lines) }
    return (lines, failure)
  }

  /// The actions of this machine in some partitions: those from before actions had numbers first, by their ids, which have
  /// the real time; stamps are only comparable within a partition.
  private func actions(in readings: [PartitionReading]) -> [ActionList.Line] {
    let (writers, boot) = (Set(store.writer.own), store.world.boot)
    var found: [EntryID: ActionList.Line] = [:]
    func add(_ line: ActionList.Line, as action: EntryID) {
      var known = found[action] ?? line
      known.partitions += line.partitions.filter { !known.partitions.contains($0) }
      found[action] = known
    }
    for reading in readings {
      for (action, by) in reading.imports where !writers.isDisjoint(with: by.writers) {
        add(
          .init(
            verb: .do, action: action, partitions: [reading.partition], writer: store.writer.id ?? "", boot: boot,
            number: by.order), as: action)
      }
      let byID = Dictionary(reading.entries.map { ($0.id, $0) }) { first, _ in first }
      for entry in reading.entries where writers.contains(entry.stamp.writer) && entry.importedBy == nil {
        let verb: ActionList.Line.Verb = entry.via == .undo ? .undo : entry.via == .redo ? .redo : .do
        var about = entry
        // A redo names an undo, which names what was done.
        if verb != .do { about = entry.names.lazy.compactMap { byID[$0] }.first ?? entry }
        if verb == .redo { about = about.names.lazy.compactMap { byID[$0] }.first ?? about }
        add(
          .init(
            verb: verb, action: about.importedBy ?? about.action, partitions: [reading.partition],
            writer: entry.stamp.writer, boot: boot, number: entry.order ?? 0), as: entry.action)
      }
    }
    return found.sorted { ($0.value.number ?? 0, $0.key) < ($1.value.number ?? 0, $1.key) }.map(\.value)
  }
}

extension ActionList.Line {
  /// What tells it from all others that have a number.
  fileprivate var name: String { "\(verb.rawValue) \(number ?? 0) \(action)" }
}
