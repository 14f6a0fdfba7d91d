public import NightModel

/// The plan and the nights that were read last. A partition is not read again while nobody but this run has written into
/// it: what this run wrote is known without reading it.
final class RecentReadings {
  private unowned let store: Store
  private var readings: [Partition: PartitionReading] = [:]
  /// How many nights are kept, the newest: those that screens show at once.
  private static let mostNights = 3

  init(_ store: Store) { self.store = store }

  /// What some partitions hold, in the order asked for.
  func read(_ partitions: [Partition]) -> [PartitionReading] {
    let listing = JournalListing(store)
    let known = partitions.map { partition in
      readings[partition].flatMap { isUnchanged($0, listing) ? $0 : nil }
    }
    var read = store.read(zip(partitions, known).filter { $0.1 == nil }.map(\.0))[...]
    let all = known.compactMap { $0 ?? read.popFirst() }
    for (partition, reading) in zip(partitions, all) { readings[partition] = reading }
    let nights = readings.keys.filter { $0 != .plan }.sorted()
    for old in nights.dropLast(Self.mostNights) { readings[old] = nil }
    return all
  }

  /// Takes in what this run wrote just now. Where somebody else has written into the same file, the partition is read
  /// again.
  func add(_ entries: [Entry], to partition: Partition) {
    guard var reading = readings.removeValue(forKey: partition), let writer = store.writer.id,
      let tail = store.writer.tail(of: partition)
    else { return }
    let path = store.places.folder(of: partition) + "/" + StorePaths.fileName(partition, writer: writer)
    let before = reading.files[path]
    guard before?.size ?? 0 == tail.start, before.map({ $0.inode == tail.inode }) ?? true,
      let status = try? store.files.status(at: path), status.inode == tail.inode, status.size == tail.size
    else { return }
    reading.add(entries, file: path, status, of: writer, next: tail.next)
    store.ends.note(tail.next.number, of: path)
    readings[partition] = reading
  }

  /// Starts from nothing.
  func forget() { readings = [:] }

  /// True if the files of a partition are those that were read, as they were then, and nothing waits beside the record.
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
  /// As `read`, but what was read lately is read again only where somebody else has written into it.
  public func readAgain(_ partitions: [Partition]) -> [PartitionReading] { recentReadings.read(partitions) }

  /// True if anything at all waits beside the record, or that cannot be told.
  var isAnythingAside: Bool { state.map { (try? names(in: $0.rescue).isEmpty) != true } ?? false }
}
