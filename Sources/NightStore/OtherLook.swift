internal import NightModel

/// Looks into one file that is not read because of its name: which of its entries are in no file of the record. It reads
/// some lines at a step.
///
/// Lines are compared by their ids with the files of the nights that the file says it is about, by its first line or its
/// name; with all nights where it says none.
final class OtherLook {
  let path: String
  /// What it came to.
  private(set) var outcome: Outcome

  /// What looking into a file came to.
  struct Outcome {
    /// What is known of its entries.
    var holding: OtherFile.Holding
    /// The night it is about, if it is about one.
    var night: CivilDate?
    /// What tells whether the file and those it was compared with are as they were; nil if they may change without showing.
    var stamp: [UInt64]?
  }

  private unowned let store: Store
  private let folders: [String: RecordSurvey.Folder]
  private let known: Outcome?
  private var ids: Set<EntryID>?
  private var homes: [String]?
  /// The file that is being read; nil between files.
  private var bytes: [UInt8]?
  private var reading = FileReading(keepsRecords: true)

  /// How many lines a step reads.
  private static let linesAStep = 24

  /// - Parameters:
  ///   - folders: what every folder of the record holds.
  ///   - known: what looking into it came to before.
  init(_ path: String, store: Store, folders: [String: RecordSurvey.Folder], known: Outcome?) {
    (self.path, self.store, self.folders, self.known) = (path, store, folders, known)
    outcome = Outcome(holding: .unknown)
  }

  /// Goes on.
  /// - Returns: true once it is done.
  func step() -> Bool {
    do throws(SystemError) {
      guard let bytes else { return try open() }
      if reading.takeLines(of: bytes, most: Self.linesAStep) { return false }
      self.bytes = nil
      take(reading)
    } catch {
      outcome = Outcome(holding: .unread(error), night: outcome.night)
      return true
    }
    return isDone
  }

  private var isDone: Bool {
    guard let ids, homes?.isEmpty == true || ids.isEmpty else { return false }
    outcome.holding = ids.isEmpty ? .known : .entries(ids.count)
    return true
  }

  /// Opens the file itself, or the next of those it is compared with.
  /// - Returns: true if there is nothing more to read.
  private func open() throws(SystemError) -> Bool {
    if ids == nil {
      if let known, let stamp = known.stamp, try self.stamp(known.night) == stamp {
        outcome = known
        return true
      }
      try begin(path)
    } else if let home = homes?.popLast() {
      try begin(home)
    } else {
      return isDone
    }
    return false
  }

  private func begin(_ path: String) throws(SystemError) {
    // One that went away since holds nothing any more.
    bytes = try store.files.contents(of: path) ?? []
    reading = FileReading(keepsRecords: true)
  }

  private func take(_ reading: FileReading) {
    let found = Set(reading.recordedIDs)
    if ids != nil {
      ids?.subtract(found)
      return
    }
    ids = found
    var partitions = reading.partitions
    if let date = CivilDate(path.lastName.prefix(10)) { partitions.insert(.night(date)) }
    let all = folders.keys.sorted().flatMap { folder in journals(in: folder).map { folder + "/" + $0 } }
    homes = all.filter { home in
      guard !partitions.isEmpty else { return true }
      return store.partition(ofJournal: home).map(partitions.contains) == true
    }
    if partitions.count == 1, case .night(let date)? = partitions.first {
      outcome.night = date
      outcome.stamp = (try? stamp(date)) ?? nil
    }
  }

  /// The names of the journal's files in a folder, sorted.
  private func journals(in folder: String) -> [String] {
    guard let known = folders[folder] else { return [] }
    if let journals = known.journals { return journals.sorted() }
    let home = store.journalHome(folder)
    return ((try? store.names(in: folder)) ?? []).filter { home?.journal($0) != nil }
  }

  /// What tells whether the file and the files of its night are as they were.
  private func stamp(_ night: CivilDate?) throws(SystemError) -> [UInt64]? {
    guard let night else { return nil }
    let folder = store.places.folder(of: .night(night))
    let names = journals(in: folder).filter { $0.hasPrefix("\(night)") }
    var stamp: [UInt64] = []
    for path in [path] + names.map({ folder + "/" + $0 }) {
      guard let status = try store.files.statusIfThere(path),
        status.modified < (store.world.now() - 2000) * 1_000_000
      else { return nil }
      stamp += [status.inode, UInt64(status.size), UInt64(bitPattern: status.modified)]
    }
    return stamp
  }
}

extension Store {
  /// What the file of the journal at a path is about.
  fileprivate func partition(ofJournal path: String) -> Partition? {
    JournalName(path.lastName, inPlan: path.parentFolder == places.folder(of: .plan))?.partition
  }
}

extension String {
  /// What a path names, without the folders above it.
  fileprivate var lastName: String { split(separator: "/").last.map(String.init) ?? self }
}
