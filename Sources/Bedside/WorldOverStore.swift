public import AppCore
public import NightModel
public import NightStore
internal import Text

/// The world of the screens: a machine's clocks and a record on its disk.
extension World {
  /// The world over a record. `moment` is the moment to act at, where one was given; nil to act at what the clock
  /// shows. `home` is the home folder, which `~/` at the beginning of a typed path stands for; nil if there is none.
  /// `version` is the program's, which reports name.
  public init(
    over store: Store, clock: MachineClock, at moment: Instant? = nil, home: String?, version: String
  ) {
    let (zone, now) = (clock.zone, { moment ?? clock.now })
    let keeper = CardKeeper(store, now: now())
    let seen = LastRead()
    self.init(
      now: now, isFrozen: moment != nil, uptime: clock.uptime, zone: zone,
      load: { partitions in
        store.lookForRecord()
        return store.readAgain(partitions).map { reading in
          let kept = reading.partition == .plan ? keeper.keep(reading) : nil
          let entries = seen.entries(of: reading.partition, now: reading.known, isAway: store.missing != nil)
          return LoadedPartition(
            reading, entries: entries, keptCard: kept, missing: store.missing,
            cardTrouble: reading.partition == .plan ? keeper.trouble?.sentence : nil)
        }
      },
      extent: store.extent,
      rows: { store.run(of: $0) },
      newestRows: { store.newestRun(of: $0, while: clock.holds(nanoseconds: 800_000)) },
      prepareRows: { store.prepareRows(while: clock.holds(nanoseconds: 1_200_000)) },
      search: { query, labels in Self.search(query, labels, in: store) },
      save: { drafts in Self.save(drafts, to: store, zone: zone) },
      undo: { moment, by in
        Self.step("taking back what was done last", moment, in: store) { () throws(StoreError) in
          try store.undo(at: moment, by: by, zone: zone.name)
        }
      },
      redo: { moment, by in
        Self.step("bringing it back", moment, in: store) { () throws(StoreError) in
          try store.redo(at: moment, by: by, zone: zone.name)
        }
      },
      bringBack: { action, moment, by in
        Self.step("bringing it back", moment, in: store) { () throws(StoreError) in
          try store.bringBack(action, at: moment, by: by, zone: zone.name)
        }
      },
      nextUndo: { store.nextUndo()?.preview(store.plan().known, now: now()) })
    lastDoses = { store.lastDoses($0, while: clock.holds(nanoseconds: 1_000_000)) }
    beginNew = store.beginNew
    switchKeys = { SwitchKeys(store.switchKeys) }
    keepSwitches = { store.noteSwitchKeys($0.words) }
    findings = {
      let (findings, isComplete) = store.lookForFindings(while: clock.holds(nanoseconds: 1_200_000))
      var whole = findings.whole
      if isComplete {
        whole.record += store.strayFindings + store.machineFindings(clock, waiting: store.waiting())
      }
      whole.isComplete = isComplete
      return whole
    }
    report = { job in
      RecordReader(store, plan: store.plan(), now: now()).outcome(job, home: home, version: version)
    }
  }

  private static func search(_ query: SearchQuery, _ labels: OwnLabels, in store: Store) -> SearchOutcome {
    var outcome = SearchOutcome()
    store.search(query, labels: labels) { reading in
      if case .night(let date) = reading.partition, !reading.isWhole { outcome.unread[date] = reading.unread }
    } found: { line in
      outcome.hits.append(SearchHit(target: EntryAddress(night: line.night, id: line.id), at: line.at))
    }
    return outcome
  }

  private static func save(_ drafts: [Draft], to store: Store, zone: Zone) -> SaveOutcome {
    do {
      return .saved(try store.perform(drafts, zone: zone.name), in: drafts.partitions)
    } catch {
      return .notSaved(NotSaved(error, drafts, Plan(entries: store.plan().known).adapted(.standard)))
    }
  }

  /// An undo or a redo. `what` is what it does, in words.
  private static func step(
    _ what: String, _ moment: Instant, in store: Store, step: () throws(StoreError) -> Store.Step?
  ) -> UndoOutcome {
    do {
      return .done(words: try step()?.sentences(store.plan().known, now: moment) ?? [])
    } catch {
      return .notSaved(NotSaved(error, what))
    }
  }
}

extension NotSaved {
  /// What could not be done about earlier entries, and why.
  fileprivate init(_ error: StoreError, _ words: String) {
    guard let (unsaved, kept) = error.unsaved, kept != .nowhere else {
      self.init(reason: error.reason, lost: [], words: [words])
      return
    }
    self.init(reason: error.reason, kept: unsaved, isRead: kept == .unconfirmed, lost: [], words: [words])
  }

  /// What could not be written, and why. What the store has kept beside the record is not lost.
  fileprivate init(_ error: StoreError, _ drafts: [Draft], _ catalogue: Catalogue) {
    guard let (unsaved, kept) = error.unsaved else {
      self.init(reason: error.reason, lost: drafts, words: drafts.map { $0.words(catalogue) })
      return
    }
    // The store writes partition by partition and stops at the first that fails, so what it did not save are the last.
    let ordered = drafts.partitions.flatMap { partition in drafts.filter { $0.partition == partition } }
    let again = zip(ordered.suffix(unsaved.count), unsaved).map { draft, entry in
      var draft = draft
      draft.id = entry.id
      return draft
    }
    let words = again.map { $0.words(catalogue) }
    if kept == .nowhere {
      self.init(reason: error.reason, lost: again, words: words)
    } else {
      self.init(
        reason: error.reason, kept: unsaved, isRead: kept == .unconfirmed, partitions: again.partitions, lost: [],
        words: words)
    }
  }
}

extension StoreError {
  /// Why, as words that follow "because".
  fileprivate var reason: String {
    switch self {
    case .notSaved(let reason, _, _, _, _): reason.words
    case .recordMissing(let record, _, _): record.words
    case .cannotCreate(let path, let reason): "\(path) could not be made: \(reason.words)"
    case .cannotRead(let path, let reason): "\(path) could not be read: \(reason.words)"
    case .tooLarge: "it takes more room than one entry may have"
    case .ownedByAnother, .placesUnread, .notErased, .noHome, .inUse, .notARecord, .notImported, .taken, .notExported,
      .cardNotKept:
      sentence
    }
  }
}

extension Store.Step {
  /// What was done, a sentence for each entry. `settings` is the plan's entries, for the family's own items and clock.
  /// What is not of the night of `now` has its day.
  fileprivate func sentences(_ settings: [Entry], now: Instant) -> [String] {
    if isMany { return ["\(counts.joined(separator: ", ")).".capitalizedFirst] }
    return words(settings, now, takenBack: "Taken back: ", broughtBack: "Stands again: ", changedBack: "Back to: ")
      .map { "\($0)." }
  }

  /// What would be done.
  fileprivate func preview(_ settings: [Entry], now: Instant) -> UndoPreview {
    let many = isMany ? "\(items.count) entries" : nil
    return UndoPreview(
      words: many.map { ["would take back: \($0)"] }
        ?? words(
          settings, now, takenBack: "would take back: ", broughtBack: "would bring back: ",
          changedBack: "would go back to: "),
      entries: many.map { [$0] }
        ?? words(settings, now, takenBack: "", broughtBack: "brings back ", changedBack: "back to "),
      by: author, action: action)
  }

  private func words(
    _ settings: [Entry], _ now: Instant, takenBack: String, broughtBack: String, changedBack: String
  ) -> [String] {
    let plan = Plan(entries: settings, asOf: now)
    let catalogue = plan.adapted(.standard)
    return items.map { item, partition, effect in
      let lead =
        switch effect {
        case .takenBack: takenBack
        case .broughtBack: broughtBack
        case .changedBack: changedBack
        }
      let stays = effect == .takenBack ? plan.stays(without: item).map { "; \($0)" } ?? "" : ""
      return "\(lead)\(item.words(in: partition, plan: plan, now: now, catalogue))\(stays)"
    }
  }
}

extension LoadedPartition {
  fileprivate init(
    _ reading: PartitionReading, entries: [Entry], keptCard: String?, missing: MissingRecord?, cardTrouble: String?
  ) {
    var findings: [RecordFinding] = []
    if let missing, reading.partition == .plan {
      let what = "\(missing.words.capitalizedFirst); what is written is kept aside on this machine until it is back"
      findings.append(.init(.recordMissing, "\(what): \(missing.advice)", hiding: .all))
    }
    if let cardTrouble { findings.append(.init(.staleCard, cardTrouble.capitalizedFirst)) }
    if reading.waiting > 0 {
      findings.append(WaitingEntries(partition: reading.partition, count: reading.waiting).finding)
    }
    findings += reading.unread
    self.init(partition: reading.partition, entries: entries, findings: findings, keptCard: keptCard)
  }
}
