internal import NightModel
internal import Text

/// The journal on disk: reads partitions, appends entries durably, and says what is not sound. Asks nobody anything.
///
/// One instance serves one program run. Several programs, devices and sync engines may work on the same folder: every
/// writer has files of its own, and nothing in the record is ever rewritten.
public final class Store {
  /// Where things lie.
  public let places: Places
  /// The store's id: from store.json; if that file cannot be read, as this machine knows it, or else made from the folder's
  /// number.
  public internal(set) var identity: String?
  /// What is wrong with the folder, in whole sentences without full stops; empty if nothing is.
  public internal(set) var remarks: [String] = []
  /// The record that was here and is not; nil if all is well. Entries are kept aside then, and nothing is begun.
  public internal(set) var missing: MissingRecord?
  /// Why the folder of a record that is known here could not be read when this run began; nil if it could. What is written
  /// is kept aside then; nothing can be told from such a record.
  public internal(set) var unreadable: SystemError?

  /// What everything is read from and written to.
  public let files: any FileSystem
  let world: StoreWorld
  var state: StateFolder?
  /// Whose the state folder is, as far as it was noted there.
  var known: StateOwner?
  /// True once this run has seen to it that places.json tells where the record is.
  var hasNotedPlace = false
  /// True once a new record was asked for where another is missing.
  var beginsNew = false
  /// True if store.json is there and cannot be read.
  var isIdentityDamaged = false
  /// The number of the record's folder; that of the one that was here where the record is missing.
  var folder: UInt64?
  /// The files being erased, as long as an action holds the lock and so nobody can begin to erase more.
  var doomedWhileLocked: Set<String>?
  /// True if something was being erased when this run began.
  var foundNote = false
  private(set) var writer: String?
  /// True if nobody on this machine had written here before this run.
  private(set) var beganWriting = false
  /// The highest number of an action that this run knows of.
  var lastOrder = 0
  /// True once this run has taken in what earlier ones could not save, and seen to the room kept aside.
  var hasTidied = false
  /// Why the card's text could not be kept, as a sentence without a full stop; nil if it was.
  public internal(set) var cardTrouble: String?
  /// Why this machine's own folder could not be written in this run, as a sentence without a full stop; nil if it could.
  public internal(set) var stateTrouble: String?
  /// True once a sync failed: that file may have dropped what it was asked to keep.
  var syncFailed = false
  /// What this run could not put on the disk because the system has no way to; nil as long as it could.
  var uncovered: String?
  /// What is said of that in this run.
  var uncoveredRemark: String?
  /// Entries that stand in the record without the disk having confirmed them: the next save writes them once more.
  var unconfirmed: [Partition: [Entry]] = [:]
  /// True while nobody else can know the id written under, so that its files need no lock.
  private(set) var isAlone = false
  /// The lock, while an action holds it.
  var lock: FileDescriptor?
  /// Where our own files end, as this run left them.
  var tails: [Partition: Tail] = [:]

  /// What is kept of nights, once it was asked for.
  var knownCache: NightCache?
  /// The rows that are being made between keys.
  var rowBuilding: RowBuilding?
  /// What is wrong with the record as a whole, on its way.
  var survey: RecordSurvey?
  /// The folders whose files were last compared with the sizes of their marks, with what told their names apart then.
  var comparedFolders: [String: [UInt64]] = [:]
  /// Where files ended when they were last read, in lines, by path.
  var reaches: [String: Int] = [:]
  /// The last doses that are being looked for between keys.
  var doseSearch: DoseSearch?
  /// A pass over nights that goes on when those up to `next` are asked for.
  var sweepUnderWay: (sweep: NightSweep, next: CivilDate)?

  /// The end of a file: as long as inode and size are the same, nobody else has touched it.
  struct Tail {
    var inode: UInt64
    var size: Int
    var next: LineFormat.Position
    /// The latest place in the order that was given out for it.
    var latest: Stamp?
  }

  /// Opens a store for reading; nothing is made on disk. A folder that does not exist yet is an empty record.
  /// - Throws: `StoreError.cannotRead` if something other than a readable folder stands there.
  public init(places: Places, files: any FileSystem, world: StoreWorld) throws(StoreError) {
    self.places = places
    self.files = files
    self.world = world
    do {
      let folder = try files.with(places.store, .folder) { folder throws(SystemError) in try files.status(folder) }
      if folder.permissions & 0o077 != 0 {
        remarks.append(
          "other accounts on this machine can look into \(places.store); 'chmod 700' on it closes it to them")
      }
      settle(folder.inode)
    } catch SystemError.missing {
      settle(nil)
    } catch {
      settle(unreadable: error)
      guard missing != nil || unreadable != nil else { throw .cannotRead(path: places.store, error) }
    }
  }

  /// Where this machine's state is to lie; nil if there is no home to keep it in, and this run has to do without.
  func newStatePath() -> String? {
    // A made-up store keeps its state inside itself, so that throwing the folder away leaves nothing behind.
    if (try? files.status(at: places.ownState)) != nil { return places.ownState }
    guard let root = places.stateRoot, let identity else { return nil }
    // A copy has the same id, and a state folder of its own.
    var path = root + "/" + identity
    var number = 2
    while (try? files.status(at: path)) != nil {
      path = "\(root)/\(identity).\(number)"
      number += 1
    }
    return path
  }

  /// The id this run writes under, if the store may have been written by it before.
  public var writerIfKnown: String? {
    if writer == nil, let state, let folder { writer = (try? state.writers(storeInode: folder))?.first }
    return writer
  }

  /// True if root acts on another account's record: its files, 0600, would be root's.
  var isAnothers: Bool {
    guard files.account == 0, let folder = try? files.status(at: places.store) else { return false }
    return folder.owner != 0
  }

  /// Makes the store's folder and id if they are missing, and finds out who writes. Where the record that was here is
  /// missing nothing is made.
  /// - Throws: `StoreError.cannotCreate`.
  func prepareToWrite() throws(StoreError) {
    lookForRecord()
    try lookBeforeBeginning()
    if isAnothers { throw .ownedByAnother(path: places.store) }
    guard missing == nil else {
      if writerIfKnown == nil { borrowWriter() }
      return
    }
    do {
      try makeIdentity()
    } catch {
      // What is to be written into a record that is known here is kept aside for it, whatever keeps its folder closed.
      if state == nil { throw .cannotCreate(path: places.store, error) }
    }
    if state == nil { try? makeState() }
    try? claim()
    if writerIfKnown != nil { return }
    // New here; or without a state folder, where nobody else can know this id and its files are this run's alone.
    beganWriting = true
    _ = renewWriter()
  }

  /// Makes the store's folder and id if they are missing. A store.json that was taken away from a record comes back as it
  /// was.
  func makeIdentity() throws(SystemError) {
    if let identity {
      guard EntryID(identity) != nil, try files.statusIfThere(places.identity) == nil else { return }
      return try createIdentity(identity)
    }
    try files.makeFolders(places.store)
    let id = EntryID(milliseconds: world.now(), random: (world.random(), world.random()))
    try createIdentity("\(id)")
    settle(try files.status(at: places.store).inode)
    beginsNew = false
  }

  /// Makes the state folder of a record that was only read so far; there is none if there is no home for it.
  func makeState() throws(SystemError) {
    guard missing == nil else { return }
    if let root = places.stateRoot, let identity {
      // One whose owner cannot be told just now may be this record's: another is not made beside it.
      _ = try StateFolder(files: files, path: root + "/" + identity).owner()
      if let folder { settle(folder) }
    }
    guard state == nil, let path = newStatePath() else { return }
    let folder = StateFolder(files: files, path: path)
    try folder.make()
    state = folder
  }

  /// Starts writing under a new id, into new files.
  func renewWriter() -> String {
    let fresh = borrowWriter()
    keepWriter()
    return fresh
  }

  /// Writes under an id of its own, not kept for later runs: for a run that cannot have the lock, or tries a new file.
  @discardableResult
  func borrowWriter() -> String {
    let fresh = WriterID.make(random: world.random())
    write(as: fresh)
    isAlone = true
    return fresh
  }

  /// Writes under an id from here on.
  func write(as writer: String?) {
    self.writer = writer
    isAlone = false
    tails = [:]
  }

  /// Every id that runs on this machine have kept for this store, those of its folder as it is now first. A record that was
  /// moved has another folder, and keeps who wrote in it before.
  var ownWriters: [String] {
    guard let state, let folder else { return [] }
    return (try? state.writers(storeInode: folder) + state.writers(notIn: folder)) ?? []
  }

  /// Keeps the id written under for later runs.
  func keepWriter() {
    guard let writer, let folder, missing == nil else { return }
    state?.keep(writer: writer, storeInode: folder)
    isAlone = false
  }

  /// Starts from nothing, after all was erased.
  func forgetEverything() {
    (identity, state, known, folder, missing) = (nil, nil, nil, nil, nil)
    (knownCache, rowBuilding, sweepUnderWay) = (nil, nil, nil)
    (survey, reaches, unconfirmed, lastOrder) = (nil, [:], [:], 0)
    write(as: nil)
  }

  private func createIdentity(_ id: String) throws(SystemError) {
    let text = JSON.object([JSON.Member("store", .string(id)), JSON.Member("format", 1)]).description + "\n"
    let draft = "\(places.store)/.store.json.\(id)"
    try files.with(draft, .appendNew) { file throws(SystemError) in
      guard try files.write(file, Array(text.utf8)) == text.utf8.count else { throw SystemError.diskFull }
      try files.syncIfPossible(file)
    }
    defer { try? files.remove(draft) }
    do {
      // Linking, unlike renaming, cannot take the place of an id that another program has just made.
      try files.link(draft, as: places.identity)
    } catch .exists {
      return
    } catch {
      try files.rename(draft, to: places.identity)
    }
    try files.syncFolder(places.store)
  }
}
