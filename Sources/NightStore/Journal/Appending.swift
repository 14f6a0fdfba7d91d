public import NightModel

/// Appending: nothing counts as saved before it is on the disk, names of its folders included.
extension Store {
  /// Does one action: writes its entries durably, partition by partition in the order given.
  /// - Returns: the entries as saved.
  /// - Throws: `StoreError`; `notSaved` says which entries made it and where the others are kept.
  @discardableResult
  public func perform(_ drafts: [Draft], zone: String?) throws(StoreError) -> [Entry] {
    try perform(drafts, zone: zone, via: nil, action: nil)
  }

  /// As `perform`, for what undo and redo write about an earlier action.
  func perform(
    _ drafts: [Draft], zone: String?, via: Entry.Via?, action earlier: EntryID?
  ) throws(StoreError) -> [Entry] {
    guard !drafts.isEmpty else { return [] }
    try prepareToWrite()
    let isOutermost = takeLock()
    if isOutermost, let lock { doomedWhileLocked = doomedFiles(holding: lock) }
    defer {
      doomedWhileLocked = nil
      if isOutermost { freeLock() }
    }
    if missing == nil {
      if !hasTidied, lock != nil { publishRescued() }
      confirm()
    }

    let now = world.now()
    let ids = drafts.map { $0.id ?? EntryID(milliseconds: now, random: (world.random(), world.random())) }
    let action = drafts.count > 1 ? ids[0] : nil
    let verb: ActionList.Line.Verb = via == .undo ? .undo : via == .redo ? .redo : .do
    let partitions = drafts.partitions
    let order = note(verb, earlier ?? ids[0], partitions)

    var saved: [Entry] = []
    var failed: (reason: SystemError, path: String, unsaved: [Entry], kept: StoreError.Kept)?
    for partition in partitions {
      var stamps = stamps(partition, now)
      let entries = zip(drafts, ids).filter { $0.0.partition == partition }.map { draft, id in
        Entry(draft, id: id, stamp: stamps.next(now), zone: zone, now: now, action: action, order: order, via: via)
      }
      if let earlier = failed {
        // What comes later in an action may hide what comes first, so it never goes further than that did.
        let kept = if case .aside = earlier.kept { keepAside(entries, partition) } else { StoreError.Kept.nowhere }
        failed = (earlier.reason, earlier.path, earlier.unsaved + entries, kept)
        continue
      }
      do throws(StoreError) {
        saved += try append(entries, partition)
      } catch {
        guard case .notSaved(let reason, let path, _, let unsaved, let kept) = error else { throw error }
        failed = (reason, path, unsaved, kept)
      }
    }
    if let missing, let failed {
      throw .recordMissing(missing, unsaved: failed.unsaved, kept: failed.kept)
    }
    if let failed {
      throw .notSaved(
        reason: failed.reason, path: failed.path, saved: saved, unsaved: failed.unsaved, kept: failed.kept)
    }
    if !hasTidied { state?.keepReserve() }
    // As long as something waits beside the record, the next save tries again to take it in.
    if !hasTidied { hasTidied = !hasWaiting }
    return saved
  }

  /// Notes an action before it is written, so that undo finds it.
  /// - Returns: its number on this machine; nil where nothing says where that is kept.
  func note(_ verb: ActionList.Line.Verb, _ action: EntryID, _ partitions: [Partition]) -> Int? {
    guard let state, let writer = writerIfKnown else { return nil }
    func append(begins: Bool) -> Int? {
      let number = state.actions.append(
        verb, action, partitions, writer: writer, boot: world.boot, above: lastOrder, begins: begins)
      lastOrder = number ?? lastOrder
      return number
    }
    if let number = append(begins: beganWriting) { return number }
    // A list that was lost or is damaged is made anew first, or the numbers would begin again.
    let (lines, failure) = rebuildActions()
    lastOrder = max(lastOrder, lines.compactMap(\.number).max() ?? 0)
    if failure != nil || missing != nil {
      state.actions.noteLost()
      // What cannot be read may hold higher ones.
      lastOrder += ActionList.unreadLeap
    }
    return append(begins: true)
  }

  /// Gives out places in the order, each after the last.
  struct Stamps {
    let writer: String
    var latest: Stamp?

    mutating func next(_ now: Int64) -> Stamp {
      let stamp = Stamp.next(now: now, after: latest, writer: writer)
      latest = stamp
      return stamp
    }
  }

  /// The places in the order from here on: after all that this run has seen of the partition, which it reads whole at
  /// first.
  private func stamps(_ partition: Partition, _ now: Int64) -> Stamps {
    let latest = tails[partition]?.latest.flatMap { Stamp.latest(of: [$0], asOf: now) }
    return Stamps(
      writer: writer ?? renewWriter(), latest: latest ?? Stamp.latest(of: read([partition])[0].stamps, asOf: now))
  }

  /// Appends entries to a partition, durably.
  private func append(_ entries: [Entry], _ partition: Partition) throws(StoreError) -> [Entry] {
    if missing != nil {
      hasTidied = false
      throw .notSaved(
        reason: .missing, path: places.store, saved: [], unsaved: entries, kept: keepAside(entries, partition))
    }
    let writer = writer
    do {
      return try write(entries, partition)
    } catch SystemError.lineTooLong {
      throw .tooLarge
    } catch {
      // What is kept aside now is for the next save to take in.
      hasTidied = false
      var reason = error
      let hasRoom = reason.isNoSpace && state?.releaseReserve() == true
      if syncFailed || !reason.isNoSpace {
        // That file is finished for us: a failed sync may have dropped what it was asked to keep, and a second one would
        // say it is fine. A new file of a new writer may still work.
        syncFailed = false
        borrowWriter()
        if let saved = try? write(entries, partition) {
          keepWriter()
          return saved
        }
      } else if hasRoom {
        // The room kept aside, if it lies on the same disk.
        do throws(SystemError) { return try write(entries, partition) } catch { reason = error }
      }
      write(as: writer)
      throw .notSaved(
        reason: reason, path: places.folder(of: partition), saved: [], unsaved: entries,
        kept: keepAside(entries, partition))
    }
  }

  private func write(_ entries: [Entry], _ partition: Partition) throws(SystemError) -> [Entry] {
    try Appender(store: self, folders: places.chain(of: partition), partition: partition).append(entries)
  }

  /// Keeps what could not be saved in the state folder, in the same format; readings take it in from there.
  private func keepAside(_ entries: [Entry], _ partition: Partition) -> StoreError.Kept {
    if let state {
      let appender = Appender(store: self, folders: [state.rescue], partition: partition, isRescue: true)
      if (try? appender.append(entries)) != nil { return .aside(state.rescue) }
    }
    // What was written without the disk's word for it is read all the same.
    let standing = Set(read([partition])[0].entries.map(\.id))
    guard entries.allSatisfy({ standing.contains($0.id) }) else { return .nowhere }
    unconfirmed[partition, default: []] += entries
    return .unconfirmed
  }

  /// Writes once more what the disk did not confirm, under the same ids.
  private func confirm() {
    for (partition, entries) in unconfirmed where (try? write(entries, partition)) != nil {
      unconfirmed[partition] = nil
    }
  }

  /// True while something waits in the state folder for the record to be writable.
  private var hasWaiting: Bool {
    guard let state else { return false }
    // What cannot be listed may hold something.
    guard let names = try? names(in: state.rescue) else { return true }
    return names.contains { JournalName(anywhere: $0) != nil }
  }

  /// Moves what an earlier run could not save into the record, and only then away from the state folder.
  func publishRescued() {
    for state in ownStates(waiting: true) { publishRescued(in: state) }
  }

  private func publishRescued(in state: StateFolder) {
    let doomed = doomedFiles()
    for name in (try? names(in: state.rescue)) ?? [] where !doomed.contains(shown(state.rescue + "/" + name)) {
      guard let known = JournalName(anywhere: name) else { continue }
      let path = state.rescue + "/" + name
      guard let bytes = try? files.contents(of: path) else { continue }
      let reading = FileReading(bytes)
      let isWhole = reading.findings.isEmpty && reading.newerLines == 0
      // Where even the rescue had no room, it left an empty file.
      guard reading.entries.isEmpty || (try? write(reading.entries, known.partition)) != nil else { continue }
      // What could not be read stays beside it, under a name that is not read again.
      // Its stamps are of before; what is written next looks at the whole partition first.
      tails[known.partition] = nil
      if isWhole { try? files.remove(path) } else { try? files.rename(path, to: path + ".damaged") }
    }
  }

  /// Takes the lock that all programs sharing this writer id share, waiting up to a second. A run that cannot have it
  /// (somebody was stopped while holding it, or the disk has no locks) writes under an id of its own instead: nobody
  /// waits at 3 a.m.
  /// - Returns: true if this call took it, and has to free it.
  func takeLock() -> Bool {
    guard lock == nil else { return false }
    if waitForLock() == .taken { return true }
    // Once is enough for a run: a disk without locks must not get a file for every entry.
    if !isAlone { borrowWriter() }
    return false
  }

  /// What asking for the lock came to.
  enum LockAnswer {
    /// It is ours now.
    case taken
    /// Somebody else has held it for a second.
    case held
    /// There is no lock to be had: no state folder, or a disk without locks.
    case unavailable
  }

  /// Asks for the lock, waiting up to a second.
  func waitForLock() -> LockAnswer {
    guard let state else { return .unavailable }
    let file: FileDescriptor
    do throws(SystemError) { file = try files.open(state.lockPath, .update) } catch {
      if error != .missing, !error.isNoFolder {
        stateTrouble =
          "\(state.path), where this machine notes what it wrote, cannot be written because \(error.words), so what is saved "
          + "meanwhile is not known to undo; see to that folder"
      }
      return .unavailable
    }
    for _ in 0..<200 {
      guard let isOurs = try? files.lock(file) else {
        files.close(file)
        return .unavailable
      }
      if isOurs {
        lock = file
        return .taken
      }
      world.pause(5)
    }
    files.close(file)
    return .held
  }

  /// Frees the lock.
  func freeLock() {
    if let lock { files.close(lock) }
    lock = nil
  }
}

extension Entry {
  fileprivate init(
    _ draft: Draft, id: EntryID, stamp: Stamp, zone: String?, now: Int64, action: EntryID?, order: Int?, via: Via?
  ) {
    // A minute's difference is the time it takes to type; more means it was entered later.
    let isLate = now - draft.at.milliseconds > 60_000
    self.init(
      id: id, stamp: stamp, at: draft.at, zone: zone,
      entered: isLate ? Instant(milliseconds: now, offsetMinutes: draft.at.offsetMinutes) : nil, by: draft.by,
      action: action, order: order, via: via, movedFrom: draft.movedFrom, over: draft.over, dated: draft.dated,
      body: draft.body)
  }

  /// The same entry in a file of another writer: still the same id, so doubles fold away.
  func restamped(writer: String) -> Entry {
    Entry(
      id: id, stamp: Stamp(milliseconds: stamp.milliseconds, counter: stamp.counter, writer: writer), at: at,
      zone: zone, entered: entered, by: by, action: action, order: order, via: via, movedFrom: movedFrom,
      importedBy: importedBy, over: over, dated: dated, body: body)
  }
}
