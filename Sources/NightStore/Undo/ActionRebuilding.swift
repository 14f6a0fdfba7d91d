internal import NightModel

/// Making the list of actions anew from the files that this machine has written.
extension Store {
  /// Makes the list of actions anew: after a restart of the machine from where its last lines say that something was done,
  /// and where the list was lost, or an older version wrote it, from all there is.
  /// - Returns: the list, and why it may lack actions; nil if all could be read that it is made from.
  @discardableResult
  func rebuildActions() -> (lines: [ActionList.Line], failure: (path: String, reason: SystemError)?) {
    let listed = state?.actions.all() ?? []
    let isNumbered = !listed.isEmpty && listed.allSatisfy { $0.number != nil }
    let partitions =
      isNumbered
      ? ActionList.unsure(listed, boot: world.boot).sorted()
      : [.plan] + recordedNights().map { .night($0) }
    let readings = read(partitions)
    let found = actions(in: readings)
    // The list knows every partition of an action, the journal here only those that were read.
    let known = Set(listed.map(\.name))
    var lines = isNumbered ? listed + found.filter { ($0.number ?? 0) > 0 && !known.contains($0.name) } : found
    lines = lines.enumerated().sorted { ($0.element.number ?? 0, $0.offset) < ($1.element.number ?? 0, $1.offset) }
      .map { _, line in
        var line = line
        line.boot = world.boot
        return line
      }
    let failure = unlistedFolders().first.map { ($0.path, $0.reason) } ?? readings.lazy.compactMap(\.failure).first
    // One that may lack actions is not kept.
    if failure == nil, missing == nil { state?.actions.replace(with: lines) }
    return (lines, failure)
  }

  /// The actions of this machine in some partitions: those from before actions had numbers first, by their ids, which have
  /// the real time; stamps are only comparable within a partition.
  private func actions(in readings: [PartitionReading]) -> [ActionList.Line] {
    let writers = Set(ownWriters)
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
            verb: .do, action: action, partitions: [reading.partition], writer: writer ?? "", boot: world.boot,
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
            writer: entry.stamp.writer, boot: world.boot, number: entry.order ?? 0), as: entry.action)
      }
    }
    return found.sorted { ($0.value.number ?? 0, $0.key) < ($1.value.number ?? 0, $1.key) }.map(\.value)
  }
}

extension ActionList.Line {
  /// What tells it from all others that have a number.
  fileprivate var name: String { "\(verb.rawValue) \(number ?? 0) \(action)" }
}
