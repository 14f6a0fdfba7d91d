public import NightModel

/// The nights that were read last. A night is not read again while nobody but this run has written into it: what this run
/// wrote is known without reading it.
final class RecentNights {
  private unowned let store: Store
  private var readings: [CivilDate: PartitionReading] = [:]
  /// How many are kept, the newest: those that screens show at once.
  private static let most = 3

  init(_ store: Store) { self.store = store }

  /// What some partitions hold, in the order asked for.
  func read(_ partitions: [Partition]) -> [PartitionReading] {
    let listing = JournalListing(store)
    let known = partitions.map { partition in
      reading(of: partition).flatMap { isUnchanged($0, listing) ? $0 : nil }
    }
    var read = store.read(zip(partitions, known).filter { $0.1 == nil }.map(\.0))[...]
    let all = known.compactMap { $0 ?? read.popFirst() }
    for case (.night(let date), let reading) in zip(partitions, all) { readings[date] = reading }
    for date in readings.keys.sorted().dropLast(Self.most) { readings[date] = nil }
    return all
  }

  /// Takes in what this run wrote just now. Where somebody else has written into the same file, the night is read again.
  func add(_ entries: [Entry], to partition: Partition) {
    guard case .night(let date) = partition, var reading = readings.removeValue(forKey: date) else { return }
    guard let writer = store.writer.id, let tail = store.writer.tail(of: partition) else { return }
    let path = store.places.folder(of: partition) + "/" + StorePaths.fileName(partition, writer: writer)
    let before = reading.files[path]
    guard before?.size ?? 0 == tail.start, before.map({ $0.inode == tail.inode }) ?? true,
      let status = try? store.files.status(at: path), status.inode == tail.inode, status.size == tail.size
    else { return }
    reading.add(entries, file: path, status)
    store.ends.note(tail.next.number, of: path)
    readings[date] = reading
  }

  /// Starts from nothing.
  func forget() { readings = [:] }

  private func reading(of partition: Partition) -> PartitionReading? {
    if case .night(let date) = partition { readings[date] } else { nil }
  }

  /// True if the files of a night are those that were read, as they were then, and nothing waits beside the record.
  private func isUnchanged(_ reading: PartitionReading, _ listing: JournalListing) -> Bool {
    guard store.missing == nil, reading.isWhole, !reading.isAnythingAside, !store.isAnythingAside,
      let files = try? listing.files(of: reading.partition), files.count == reading.files.count
    else { return false }
    return files.allSatisfy { file in
      reading.files[file.path].map { (try? store.files.status(at: file.path)) == $0 } ?? false
    }
  }
}

extension Store {
  /// As `read`, but a night that was read lately is read again only where somebody else has written into it.
  public func readAgain(_ partitions: [Partition]) -> [PartitionReading] { recentNights.read(partitions) }

  /// True if anything at all waits beside the record, or that cannot be told.
  var isAnythingAside: Bool { state.map { (try? names(in: $0.rescue).isEmpty) != true } ?? false }
}
