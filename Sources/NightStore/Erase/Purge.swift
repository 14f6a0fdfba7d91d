public import NightModel

/// How much is to be erased for good.
public enum PurgeExtent: Hashable, Sendable {
  /// One night, by the date of its evening. Never the plan.
  case night(CivilDate)
  /// The whole record, and what this machine keeps beside it.
  case all
}

extension PurgeExtent: CustomStringConvertible {
  /// The date of the night, or `all`.
  public var description: String {
    switch self {
    case .night(let date): date.description
    case .all: "all"
    }
  }

  init?(_ text: some StringProtocol) {
    if text == "all" {
      self = .all
    } else {
      guard let date = CivilDate(text) else { return nil }
      self = .night(date)
    }
  }
}

/// What is to be erased, or was.
public struct Erasure: Sendable {
  /// The nights that have a file among them, oldest first.
  public internal(set) var nights: [CivilDate] = []
  /// Entries in these files, corrections included, each counted once. Not counted again while erasing.
  public internal(set) var entries = 0
  /// How many of the files could not be read, so that their entries are not counted.
  public internal(set) var uncounted = 0
  /// How many files.
  public internal(set) var files = 0
  /// How many bytes they hold.
  public internal(set) var bytes = 0
  /// The folders they lie in: the record's, and this machine's own.
  public internal(set) var folders: [String] = []
  /// What stays, and why.
  public internal(set) var left: [Left] = []

  /// A file or folder that stays.
  public struct Left: Hashable, Sendable {
    /// Where it lies.
    public let path: String
    /// Why it stays, in words.
    public let why: String
  }

  /// True if there is nothing to erase of a night that this machine wrote: its files are gone, and missed.
  public internal(set) var isMissed = false
  /// True if it was begun before and interrupted.
  public internal(set) var isUnfinished = false

  /// True if there is nothing to erase.
  public var isEmpty: Bool { files == 0 && !isUnfinished }
}

/// Erasing for good: the one thing that removes entries, and only when asked by name.
extension Store {
  /// What `purge` would erase, and what it would leave; changes nothing.
  /// - Throws: `StoreError.notARecord` if the whole record is meant and the folder cannot be told to be one, and
  ///   `StoreError.cannotRead` if a folder cannot be listed.
  public func toPurge(_ extent: PurgeExtent) throws(StoreError) -> Erasure {
    let targets = try targets(of: extent)
    var erasure = Erasure(targets)
    var ids: Set<EntryID> = []
    for target in targets.toNote {
      let reading: FileReading?
      do throws(SystemError) {
        reading = try files.contents(of: target.path).map { FileReading($0) }
      } catch {
        erasure.uncounted += 1
        continue
      }
      for entry in (reading?.entries ?? []) + (reading?.handEntries ?? []) { ids.insert(entry.id) }
    }
    erasure.entries = ids.count
    if case .night(let date) = extent, erasure.isEmpty {
      erasure.isMissed = targets.states.contains { $0.marks.all().contains { $0.partition == .night(date) } }
    }
    return erasure
  }

  /// Erases a night or everything: the journal's files of all writers, and what this machine knows of them (what waits to
  /// be saved, high-water marks, the list of actions; with everything, also the card, the writers' ids, the record's id
  /// and the folders, as far as they are empty then). Files that are not Nightstand's stay and are told.
  ///
  /// When it returns, the files' names are gone from the disk. If it is interrupted, what is left is not read any more, and
  /// the same call again completes it.
  /// - Returns: what was erased, and what was left.
  /// - Throws: `StoreError`: `notErased` if a file would not go, `noHome` if there is no place for the note, `inUse` if
  ///   another program holds the lock, `notARecord` and `cannotRead` as `toPurge`.
  @discardableResult
  public func purge(_ extent: PurgeExtent) throws(StoreError) -> Erasure {
    if state == nil, try targets(of: extent).needsNote { try makeRoomForNote() }
    let answer = lock == nil ? waitForLock() : .unavailable
    guard answer != .held else { throw .inUse(path: places.store) }
    defer { if answer == .taken { freeLock() } }
    let targets = try targets(of: extent)
    guard !targets.isEmpty else {
      // A night that was removed by hand may still be known here.
      for folder in cacheFolders(of: targets.states) {
        do throws(SystemError) { try forgetRows(extent, in: folder) } catch {
          throw .notErased(path: folder, error, erased: 0)
        }
      }
      if case .night(let date) = extent {
        for state in targets.states {
          do throws(SystemError) { try state.marks.forget { $0.partition == .night(date) } } catch {
            throw .notErased(path: state.marks.path, error, erased: 0)
          }
        }
      }
      return Erasure(targets)
    }
    let eraser = Eraser(store: self, extent: extent, targets: targets)
    try eraser.run()
    if case .night(let date) = extent { tails[.night(date)] = nil } else { forgetEverything() }
    return eraser.result
  }

  /// Gives a record that was only read so far a state folder, and an id if its own is gone: nothing is erased without a
  /// note that the next run finds.
  private func makeRoomForNote() throws(StoreError) {
    do throws(SystemError) {
      try makeIdentity()
      try makeState()
      try claim()
    } catch {
      throw .notErased(path: newStatePath() ?? places.store, error, erased: 0)
    }
    if state == nil { throw .noHome }
  }
}

extension Erasure {
  /// What there is to erase.
  init(_ targets: PurgeTargets) {
    for target in targets.all { count(target) }
    folders = targets.roots
    left = targets.left
    isUnfinished = targets.isUnfinished
  }

  /// Takes in a file.
  mutating func count(_ target: PurgeTargets.Target) {
    files += 1
    bytes += target.bytes
    if case .night(let date)? = target.partition, !nights.contains(date) {
      nights.append(date)
      if nights.count > 1, nights[nights.count - 2] > date { nights.sort() }
    }
  }
}
