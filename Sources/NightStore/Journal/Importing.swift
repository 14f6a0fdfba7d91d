public import NightModel
internal import Text

/// Records for exports and from them: handed on as they are spelled, so that nothing is lost.
extension Store {
  /// What a partition holds for an export.
  public struct Holding: Sendable {
    /// How it was read: what was set aside, and what is from a newer version.
    public let reading: PartitionReading
    /// Every entry, correction and retraction, each id once, in the one order that hangs on nothing but what they say.
    public let records: [Record]
    /// Lines of a newer version without an id that this one can read, which cannot be taken along.
    public let left: Int
  }

  /// What some partitions hold, in the order asked for.
  public func holdings(_ partitions: [Partition]) -> [Holding] {
    read(partitions, keepingRecords: true).map { reading in
      var told = reading
      told.records = []
      return Holding(reading: told, records: Record.ordered(reading.records), left: reading.nameless)
    }
  }

  /// The most bytes written at once, far below what a file may have.
  private static let mostAtOnce = 1 << 20

  /// Writes records that came from elsewhere durably, partition by partition; those that are here already are passed over,
  /// once they are on the disk for good. It is one action, which `undo` takes back.
  /// - Parameters:
  ///   - partitions: where they belong, each once.
  ///   - records: those of a partition, asked for when it is its turn.
  ///   - progress: told after every partition: how many of how many.
  /// - Returns: how many were written.
  /// - Throws: `StoreError.notImported`, with how many made it; the same records given again complete it.
  @discardableResult
  public func importRecords(
    _ partitions: [Partition], _ records: (Partition) -> [Record],
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Int {
    guard !partitions.isEmpty else { return 0 }
    try prepareToWrite()
    if let missing { throw .recordMissing(missing, unsaved: [], kept: .nowhere) }
    let isOutermost = takeLock()
    defer { if isOutermost { lock.free() } }
    rescue.takeIn()
    let action = EntryID(milliseconds: world.now(), random: (world.random(), world.random()))
    var order: Int?
    var folders: Set<String> = []
    var taken = 0
    for (index, partition) in partitions.enumerated() {
      let coming = Record.ordered(records(partition))
      let known = confirmedIDs(partition, &folders).ids
      let fresh = coming.filter { !known.contains($0.id) && Self.fits($0) }
      if !fresh.isEmpty, order == nil { order = actions.note(.do, action, partitions) }
      do throws(AppendError) {
        for part in Self.parts(fresh) {
          try Appender(store: self, folders: places.chain(of: partition), partition: partition)
            .append(part, importedBy: action, order: order)
          taken += part.count
        }
      } catch {
        throw .notImported(reason: error.reason, path: places.folder(of: partition), taken: taken)
      }
      // Its stamps are others'; what is written next looks at the whole partition first.
      writer.note(nil, of: partition)
      progress(index + 1, partitions.count)
    }
    return taken
  }

  /// True if a record fits on a line.
  public static func fits(_ record: Record) -> Bool { size(of: record) <= LineFormat.longestWritten }

  /// The bytes of its line at most.
  private static func size(of record: Record) -> Int {
    // The frame: two checksums, two numbers, an import's id, and their names.
    record.json.description.utf8.count + 150
  }

  /// Records in runs that are written at once.
  private static func parts(_ records: [Record]) -> [[Record]] {
    var parts: [[Record]] = []
    var room = 0
    for record in records {
      let size = size(of: record)
      if size > room {
        parts.append([])
        room = mostAtOnce
      }
      parts[parts.count - 1].append(record)
      room -= size
    }
    return parts
  }
}
