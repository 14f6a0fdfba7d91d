public import NightModel

/// How much is to be erased for good.
public enum PurgeExtent: Hashable, Sendable, CustomStringConvertible {
  /// One night, by the date of its evening. Never the plan.
  case night(CivilDate)
  /// The whole record, and what this machine keeps beside it.
  case all

  /// The date of the night, or `all`.
  public var description: String {
    switch self {
    case .night(let date): date.description
    case .all: "all"
    }
  }

  init?(_ text: some StringProtocol) {
    guard let extent = text == "all" ? .all : CivilDate(text).map({ PurgeExtent.night($0) }) else { return nil }
    self = extent
  }

  var words: String { self == .all ? "the record" : "the night \(self)" }

  /// True if it takes in what is about a partition.
  func covers(_ partition: Partition) -> Bool {
    switch self {
    case .night(let date): partition == .night(date)
    case .all: true
    }
  }
}

/// What is to be erased, or was.
public struct Erasure: Sendable {
  /// The nights that have a file among them, oldest first.
  public var nights: [CivilDate] { dates.sorted() }
  private var dates: Set<CivilDate> = []
  /// Entries in these files, corrections included, each counted once. Not counted again while erasing.
  public fileprivate(set) var entries = 0
  /// How many of the files could not be read, so that their entries are not counted.
  public fileprivate(set) var uncounted = 0
  /// How many files.
  public private(set) var files = 0
  /// How many bytes they hold.
  public private(set) var bytes = 0
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
  public fileprivate(set) var isMissed = false
  /// True if it was begun before and interrupted.
  public internal(set) var isUnfinished = false

  /// True if there is nothing to erase.
  public var isEmpty: Bool { files == 0 && !isUnfinished }

  /// Takes in a file.
  mutating func count(_ file: ErasureList.FoundFile) {
    files += 1
    bytes += file.status.size
    if case .night(let date)? = file.partition { dates.insert(date) }
  }
}

/// Erasing for good: the one thing that removes entries, and only when asked by name.
extension Store {
  /// What `purge` would erase, and what it would leave; changes nothing.
  /// - Throws: `StoreError.notARecord` if the whole record is meant and the folder cannot be told to be one, and
  ///   `StoreError.cannotRead` if a folder cannot be listed.
  public func toPurge(_ extent: PurgeExtent) throws(StoreError) -> Erasure {
    let list = try ErasureList(extent, of: self)
    var erasure = list.nothing
    for file in list.files { erasure.count(file) }
    var ids: Set<EntryID> = []
    for file in list.journals {
      do throws(SystemError) {
        let reading = try files.contents(of: file.path).map { FileReading($0) }
        ids.formUnion(((reading?.entries ?? []) + (reading?.handEntries ?? [])).map(\.id))
      } catch {
        erasure.uncounted += 1
      }
    }
    erasure.entries = ids.count
    erasure.isMissed =
      erasure.isEmpty && extent != .all
      && list.states.contains { $0.marks.all().contains { extent.covers($0.partition) } }
    return erasure
  }

  /// Erases a night or everything: the journal's files of all writers, and what this machine knows of them (what waits to
  /// be saved, high-water marks, the list of actions; with everything, also the card, the writers' ids, the record's id
  /// and the folders, as far as they are empty then). Files that are not Nightstand's stay and are told.
  ///
  /// When it returns, the files' names are gone from the disk. If it is interrupted, what is left is not read any more, and
  /// the next run that writes completes it, as does the same call again.
  /// - Returns: what was erased, and what was left.
  /// - Throws: `StoreError`: `notErased` if a file would not go, `noHome` if there is no place for the note, `inUse` if
  ///   another program holds the lock, `notARecord` and `cannotRead` as `toPurge`.
  @discardableResult
  public func purge(_ extent: PurgeExtent) throws(StoreError) -> Erasure { try erase(extent, isFinishing: false) }

  /// Completes what an interrupted run began to erase. What came after the note of it stays, and what will not go stays
  /// unread.
  func finishErasing() {
    if let state {
      guard record.foundErasingNote || state.erasing.mayBeThere, let lines = try? state.erasing.lines() else { return }
      for extent in Set(lines.filter { $0.folderInode == record.folderInode }.map(\.extent)) {
        _ = try? erase(extent, isFinishing: true)
      }
    } else if identity == nil {
      // What is left of a record that was here.
      _ = try? erase(.all, isFinishing: true)
    }
  }

  private func erase(_ extent: PurgeExtent, isFinishing: Bool) throws(StoreError) -> Erasure {
    if state == nil, try ErasureList(extent, of: self, isFinishing: isFinishing).needsNote { try makeRoomForNote() }
    let answer = lock.isHeld ? .unavailable : lock.take(in: state, files, pause: world.pause)
    guard answer != .held else { throw .inUse(path: places.store) }
    defer { if answer == .taken { lock.free() } }
    let list = try ErasureList(extent, of: self, isFinishing: isFinishing)
    // A night that was removed by hand may still be known here.
    guard !list.isEmpty || extent != .all && !isFinishing else { return list.nothing }
    let eraser = Eraser(store: self, list: list)
    try eraser.run()
    switch extent {
    case .night(let date): writer.note(nil, of: .night(date))
    case .all where list.keepsRecord: writer.use(nil)
    case .all: forgetEverything()
    }
    return eraser.result
  }

  /// Gives a record that was only read so far a state folder, and an id if its own is gone: nothing is erased without a
  /// note that the next run finds.
  private func makeRoomForNote() throws(StoreError) {
    do throws(SystemError) {
      try record.makeIdentity()
      try record.makeState()
      try record.claim()
    } catch {
      throw .notErased(path: state?.path ?? places.store, error, erased: 0)
    }
  }
}
