internal import NightModel

/// Looks into one file that is not read because of its name: which of its entries are in no file of the record. It reads
/// some lines at a step.
///
/// Lines are compared by their ids with the files of the nights that the file says it is about, by its first line or its
/// name; with all nights where it says none.
final class OtherFileCheck {
  let path: String
  /// What it came to.
  private(set) var outcome: Outcome

  /// What looking into a file came to.
  struct Outcome {
    /// What is known of its entries.
    var holding: OtherFile.Holding
    /// The night it is about, if it is about one.
    var night: CivilDate?
    /// Whose files it was compared with; nil if with all.
    var partitions: Set<Partition>?
    /// What tells whether the file and those it was compared with are as they were; nil if they may change without showing.
    var stamp: [UInt64]?
  }

  private unowned let store: Store
  private let folders: [String: RecordSurvey.Folder]
  private let known: Outcome?
  private var ids: Set<EntryID>?
  /// How many of its lines tell no entry that could be looked for.
  private var unreadLines = 0
  /// The files it is still to be compared with; nil until they are known.
  private var toCompare: [String]?
  /// The file that is being read; nil between files.
  private var bytes: [UInt8]?
  private var reading = FileReading(keepsRecords: true)

  /// How many lines a step reads.
  private static let linesAStep = 24

  /// `folders` is what every folder of the record holds. `known` is what looking into it came to before.
  init(_ path: String, store: Store, folders: [String: RecordSurvey.Folder], known: Outcome?) {
    (self.path, self.store, self.folders, self.known) = (path, store, folders, known)
    outcome = Outcome(holding: .unknown)
  }

  /// Goes on.
  /// - Returns: true once it is done.
  func step() -> Bool {
    do throws(SystemError) {
      guard let bytes else { return try open() }
      if reading.readLines(of: bytes, most: Self.linesAStep) { return false }
      self.bytes = nil
      add(reading)
    } catch {
      outcome = Outcome(holding: .unread(error), night: outcome.night)
      return true
    }
    return isDone
  }

  private var isDone: Bool {
    guard let ids, toCompare?.isEmpty == true || ids.isEmpty else { return false }
    outcome.holding = !ids.isEmpty ? .entries(ids.count) : unreadLines > 0 ? .damaged(unreadLines) : .known
    return true
  }

  /// Opens the file itself, or the next of those it is compared with.
  /// - Returns: true if there is nothing more to read.
  private func open() throws(SystemError) -> Bool {
    if ids == nil {
      if let known, let stamp = known.stamp, try self.stamp(known.partitions) == stamp {
        outcome = known
        return true
      }
      try begin(path)
      return try isInNamesake()
    } else if let path = toCompare?.popLast() {
      try begin(path)
    } else {
      return isDone
    }
    return false
  }

  /// True if the record's file of the same name begins with all of this one, as with copies of a whole record: then there
  /// is nothing more to read.
  private func isInNamesake() throws(SystemError) -> Bool {
    let name = path.lastName
    guard let bytes, let known = JournalName(anywhere: name),
      let whole = try store.files.contents(of: store.places.folder(of: known.partition) + "/" + name),
      whole.starts(with: bytes)
    else { return false }
    outcome = Outcome(holding: .known)
    compare(with: [known.partition])
    return true
  }

  /// Notes whose files it is compared with.
  private func compare(with partitions: Set<Partition>?) {
    outcome.partitions = partitions
    outcome.stamp = (try? stamp(partitions)) ?? nil
  }

  private func begin(_ path: String) throws(SystemError) {
    // One that went away since holds nothing any more.
    bytes = try store.files.contents(of: path) ?? []
    reading = FileReading(keepsRecords: true)
  }

  private func add(_ reading: FileReading) {
    let found = Set(reading.recordedIDs)
    if ids != nil {
      ids?.subtract(found)
      return
    }
    ids = found
    unreadLines = reading.unreadLines + reading.nameless
    var partitions = reading.partitions
    if let date = CivilDate(path.lastName.prefix(10)) { partitions.insert(.night(date)) }
    if partitions.count == 1, case .night(let date)? = partitions.first { outcome.night = date }
    // Where there is nothing to look for, there is nothing to compare with.
    compare(with: found.isEmpty ? [] : partitions.isEmpty ? nil : partitions)
    toCompare = journals(of: outcome.partitions)
  }

  /// The record's files of some partitions; all there are for nil.
  private func journals(of partitions: Set<Partition>?) -> [String] {
    func names(in folder: String, _ isMeant: (String) -> Bool) -> [String] {
      journals(in: folder).filter(isMeant).map { folder + "/" + $0 }
    }
    guard let partitions else { return folders.keys.sorted().flatMap { names(in: $0) { _ in true } } }
    return partitions.sorted().flatMap { partition in
      let start = partition == .plan ? "" : "\(partition)."
      return names(in: store.places.folder(of: partition)) { $0.utf8.starts(with: start.utf8) }
    }
  }

  /// The names of the journal's files in a folder, sorted.
  private func journals(in folder: String) -> [String] {
    guard let known = folders[folder] else { return [] }
    if let journals = known.journals { return journals.sorted() }
    let home = store.journalHome(folder)
    return ((try? store.names(in: folder)) ?? []).filter { home?.journal($0) != nil }
  }

  /// What tells whether the file and those it is compared with are as they were. Nothing does where those are all there are.
  private func stamp(_ partitions: Set<Partition>?) throws(SystemError) -> [UInt64]? {
    guard let partitions else { return nil }
    var stamp: [UInt64] = []
    for path in [path] + journals(of: partitions) {
      guard let status = try store.files.statusIfThere(path), status.isSettled(at: store.world.now()) else {
        return nil
      }
      stamp += [status.inode, UInt64(status.size), UInt64(bitPattern: status.modified)]
    }
    return stamp
  }
}
