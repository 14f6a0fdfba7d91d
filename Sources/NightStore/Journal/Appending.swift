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
    defer { if isOutermost { lock.free() } }
    if missing == nil { rescue.takeIn() }

    let now = world.now()
    let ids = drafts.map { $0.id ?? EntryID(milliseconds: now, random: (world.random(), world.random())) }
    let action = drafts.count > 1 ? ids[0] : nil
    let verb: ActionList.Line.Verb = via == .undo ? .undo : via == .redo ? .redo : .do
    let partitions = drafts.partitions
    let order = actions.note(verb, earlier ?? ids[0], partitions)

    var saved: [Entry] = []
    var failed: (reason: SystemError, path: String, unsaved: [Entry], kept: StoreError.Kept)?
    for partition in partitions {
      var stamps = stamps(partition, now)
      let entries = zip(drafts, ids).filter { $0.0.partition == partition }.map { draft, id in
        Entry(draft, id: id, stamp: stamps.next(now), zone: zone, now: now, action: action, order: order, via: via)
      }
      if let earlier = failed {
        // What comes later in an action may hide what comes first, so it never goes further than that did.
        let kept = if case .aside = earlier.kept { rescue.keep(entries, partition) } else { StoreError.Kept.nowhere }
        failed = (earlier.reason, earlier.path, earlier.unsaved + entries, kept)
        continue
      }
      do throws(StoreError) {
        let written = try append(entries, partition)
        recentReadings.add(written, to: partition)
        saved += written
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
    rescue.didSave()
    noteHandovers(drafts)
    return saved
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
    let latest = writer.tail(of: partition)?.latest.flatMap { Stamp.latest(of: [$0], asOf: now) }
    return Stamps(
      writer: writer.id ?? writer.renew(), latest: latest ?? Stamp.latest(of: read([partition])[0].stamps, asOf: now))
  }

  /// Appends entries to a partition, durably.
  private func append(_ entries: [Entry], _ partition: Partition) throws(StoreError) -> [Entry] {
    if missing != nil {
      throw .notSaved(
        reason: .missing, path: places.store, saved: [], unsaved: entries, kept: rescue.keep(entries, partition))
    }
    let before = writer.id
    do {
      return try write(entries, partition)
    } catch .refused(.lineTooLong) {
      throw .tooLarge
    } catch {
      // What is kept aside now is for the next save to take in.
      rescue.mayWait()
      var reason = error.reason
      let hasRoom = reason.isNoSpace && state?.releaseReserve() == true
      if error.mayHaveDropped || !reason.isNoSpace {
        // That file is finished for us. A new file of a new writer may still work.
        writer.borrow()
        if let saved = try? write(entries, partition) {
          writer.keep()
          return saved
        }
      } else if hasRoom {
        // The room kept aside, if it lies on the same disk.
        do { return try write(entries, partition) } catch { reason = error.reason }
      }
      writer.use(before)
      throw .notSaved(
        reason: reason, path: places.folder(of: partition), saved: [], unsaved: entries,
        kept: rescue.keep(entries, partition))
    }
  }

  /// Appends entries to a partition of the record, durably.
  func write(_ entries: [Entry], _ partition: Partition) throws(AppendError) -> [Entry] {
    try Appender(store: self, folders: places.chain(of: partition), partition: partition).append(entries)
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
