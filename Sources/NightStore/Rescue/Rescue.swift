internal import NightModel

/// What could not be saved and waits: in the state folder, or in the record without the disk having confirmed it. The next
/// save that works takes it in.
final class Rescue {
  private unowned let store: Store
  /// False as long as something may wait beside the record, which each save then tries to take in.
  private var isEmpty = false
  /// Entries that stand in the record without the disk having confirmed them: the next save writes them once more.
  private var unconfirmed: [Partition: [Entry]] = [:]

  init(_ store: Store) { self.store = store }

  /// Keeps what could not be saved in the state folder, in the same format; readings take it in from there.
  func keep(_ entries: [Entry], _ partition: Partition) -> StoreError.Kept {
    mayWait()
    if let state = store.state {
      let appender = Appender(store: store, folders: [state.rescue], partition: partition, isRescue: true)
      if (try? appender.append(entries)) != nil { return .aside(state.rescue) }
    }
    // What was written without the disk's word for it is read all the same.
    let standing = Set(store.read([partition])[0].entries.map(\.id))
    guard entries.allSatisfy({ standing.contains($0.id) }) else { return .nowhere }
    unconfirmed[partition, default: []] += entries
    return .unconfirmed
  }

  /// Something may wait from here on.
  func mayWait() { isEmpty = false }

  /// Takes in what waits, before anything else is written.
  func takeIn() {
    if !isEmpty, store.lock.isHeld { publish() }
    for (partition, entries) in unconfirmed where (try? store.write(entries, partition)) != nil {
      unconfirmed[partition] = nil
    }
  }

  /// Sees, after a save that worked, whether there is anything left for the next one to take in.
  func didSave() {
    guard !isEmpty else { return }
    store.state?.keepReserve()
    isEmpty = !hasWaiting
  }

  /// Starts from nothing.
  func forget() { unconfirmed = [:] }

  /// True while something waits in the state folder for the record to be writable.
  private var hasWaiting: Bool {
    guard let state = store.state else { return false }
    // What cannot be listed may hold something.
    guard let names = try? store.names(in: state.rescue) else { return true }
    return names.contains { JournalName(anywhere: $0) != nil }
  }

  /// Moves what an earlier run could not save into the record, and only then away from the state folder.
  private func publish() {
    let listing = JournalListing(store)
    for state in store.record.ownStates(waiting: true) {
      for file in (try? listing.files(in: state.rescue)) ?? [] { publish(file) }
    }
  }

  private func publish(_ file: JournalFile) {
    let (files, partition) = (store.files, file.name.partition)
    guard let bytes = try? files.contents(of: file.path) else { return }
    let reading = FileReading(bytes)
    let isWhole = reading.findings.isEmpty && reading.newerLines == 0
    // Where even the rescue had no room, it left an empty file.
    guard reading.entries.isEmpty || (try? store.write(reading.entries, partition)) != nil else { return }
    // Its stamps are of before; what is written next looks at the whole partition first.
    store.writer.note(nil, of: partition)
    // What could not be read stays beside it, under a name that is not read again.
    if isWhole { try? files.remove(file.path) } else { try? files.rename(file.path, to: file.path + ".damaged") }
  }
}
