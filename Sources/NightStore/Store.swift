internal import NightModel

/// The journal on disk: reads partitions, appends entries durably, and says what is not sound. Asks nobody anything.
///
/// One instance serves one program run. Several programs, devices and sync engines may work on the same folder: every
/// writer has files of its own, and nothing in the record is ever rewritten.
///
/// What a run remembers lies in the parts named here, each of which alone changes its own.
public final class Store {
  /// Where things lie.
  public let places: StorePaths
  /// What everything is read from and written to.
  public let files: any FileSystem
  let world: StoreWorld

  /// Which record this is, and which of this machine's state folders is its own.
  let record: RecordIdentity
  /// The lock that programs sharing a writer id share.
  let lock = StoreLock()
  /// Who writes, and how far.
  let writer: CurrentWriter
  /// The names in the record's folders.
  let folders: FolderNames
  /// Where files ended when they were last read.
  let ends = FileEnds()
  /// The number of this machine's last action.
  private(set) lazy var actions = ActionHistory(self)
  /// The plan and the nights that were read last.
  private(set) lazy var recentReadings = RecentReadings(self)
  /// What waits beside the record.
  private(set) lazy var rescue = Rescue(self)
  /// What is kept of nights.
  private(set) lazy var rows = NightRowKeeper(self)
  /// What is wrong with the record as a whole, on its way.
  private(set) lazy var survey = RecordSurvey(self)
  /// What this run could not put on the disk because the system has no way to.
  let uncovered = UncoveredDisk()

  /// Opens a store for reading; nothing is made on disk. A folder that does not exist yet is an empty record.
  /// - Throws: `StoreError.cannotRead` if something other than a readable folder stands there.
  public init(places: StorePaths, files: any FileSystem, world: StoreWorld) throws(StoreError) {
    (self.places, self.files, self.world) = (places, files, world)
    record = try RecordIdentity(places: places, files: files, world: world)
    writer = CurrentWriter(record: record, random: world.random)
    folders = FolderNames(files: files, now: world.now)
  }

  /// The store's id: from store.json; if that file cannot be read, as this machine knows it, or else made from the folder's
  /// inode.
  public var identity: String? { record.id }

  /// What is wrong with the folder, in whole sentences without full stops; empty if nothing is.
  public var remarks: [String] { record.remarks }

  /// The record that was here and is not; nil if all is well. Entries are kept aside then, and nothing is begun.
  public var missing: MissingRecord? { record.missing }

  /// Why the folder of a record that is known here could not be read when this run began; nil if it could. What is written
  /// is kept aside then; nothing can be told from such a record.
  public var unreadable: SystemError? { record.unreadable }

  /// Why this machine's own folder could not be written in this run, as a sentence without a full stop; nil if it could.
  public var stateTrouble: String? { lock.trouble }

  /// The id this run writes under, if the store may have been written by it before.
  public var writerIfKnown: String? { writer.known() }

  /// This machine's own folder for the record; nil if there is none yet.
  var state: StateFolder? { record.state }

  /// Looks whether the record is still where it was: a disk can be unmounted and a folder moved at any time, and come
  /// back. What is written while it is away is kept aside; a record is never begun in its stead unless that is asked for.
  public func lookForRecord() {
    switch record.look() {
    case .same: break
    case .foundAgain: writer.use(nil)
    case .lost: rescue.mayWait()
    case .erased: forgetEverything()
    }
  }

  /// Begins a new record where another is missing, or may be: the next save makes it. What waits for the other goes on
  /// waiting.
  public func beginNew() {
    lookForRecord()
    let wasMissing = missing != nil
    record.beginNew()
    if wasMissing { writer.use(nil) }
  }

  /// Makes the store's folder and id if they are missing, completes what was being erased, and finds out who writes. Where
  /// the record that was here is missing nothing is made.
  /// - Throws: `StoreError.cannotCreate`, `StoreError.placesUnread`, `StoreError.ownedByAnother`.
  func prepareToWrite() throws(StoreError) {
    lookForRecord()
    try record.lookBeforeBeginning()
    if record.isAnothers { throw .ownedByAnother(path: places.store) }
    guard missing == nil else {
      if writer.known() == nil { writer.borrow() }
      return
    }
    finishErasing()
    do {
      try record.makeIdentity()
    } catch {
      // What is to be written into a record that is known here is kept aside for it, whatever keeps its folder closed.
      if state == nil { throw .cannotCreate(path: places.store, error) }
    }
    if state == nil {
      try? record.makeState()
      // An earlier save of this run, which found no room for the folder, may have chosen an id already.
      if state != nil, writer.id != nil { writer.keep() }
    }
    try? record.claim()
    // New here; or without a state folder, where nobody else can know this id and its files are this run's alone.
    if writer.known() == nil { writer.begin() }
  }

  /// Takes the lock that all programs sharing this writer id share, waiting up to a second. A run that cannot have it
  /// (somebody was stopped while holding it, or the disk has no locks) writes under an id of its own instead: nobody
  /// waits at 3 a.m.
  /// - Returns: true if this call took it, and has to free it.
  func takeLock() -> Bool {
    guard !lock.isHeld else { return false }
    if lock.take(in: state, files, pause: world.pause) == .taken { return true }
    // Once is enough for a run: a disk without locks must not get a file for every entry.
    if !writer.isAlone { writer.borrow() }
    return false
  }

  /// Starts from nothing, after all was erased.
  func forgetEverything() {
    record.forget()
    writer.use(nil)
    actions.forget()
    recentReadings.forget()
    rescue.forget()
    rows.forget()
    survey.startOver()
    ends.forget()
  }
}
