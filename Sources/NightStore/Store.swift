internal import NightModel

/// The journal on disk: reads partitions, appends entries durably, and says what is not sound. Asks nobody anything.
///
/// One instance serves one program run. Several programs, devices and sync engines may work on the same folder: every
/// writer has files of its own, and nothing in the record is ever rewritten.
public final class Store {
  /// Where things lie.
  public let places: Places
  /// The store's id: from store.json, or made from the folder's number if that file cannot be read.
  public private(set) var identity: String?
  /// What is wrong with the folder, in whole sentences without full stops; empty if nothing is.
  public private(set) var remarks: [String] = []

  let files: any FileSystem
  let world: StoreWorld
  var state: StateFolder?
  /// The files being erased, as long as an action holds the lock and so nobody can begin to erase more.
  var doomedWhileLocked: Set<String>?
  /// True if something was being erased when this run began.
  var foundNote = false
  private(set) var writer: String?
  /// True if nobody on this machine had written here before this run.
  private(set) var beganWriting = false
  /// True once this run has taken in what earlier ones could not save, and seen to the room kept aside.
  var hasTidied = false
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
  /// Where files ended when they were last read, in lines, by path.
  var reaches: [String: Int] = [:]
  /// A pass over nights that goes on when those up to `next` are asked for.
  var sweepUnderWay: (sweep: NightSweep, next: CivilDate)?

  /// The end of a file: as long as inode and size are the same, nobody else has touched it.
  struct Tail {
    var inode: UInt64
    var size: Int
    var next: LineFormat.Position
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
      readIdentity(folder)
    } catch SystemError.missing {
      return
    } catch {
      throw .cannotRead(path: places.store, error)
    }
  }

  private func readIdentity(_ folder: FileStatus) {
    var bytes: [UInt8]? = []
    do {
      bytes = try files.contents(of: places.identity)
    } catch {
      // Whatever keeps it from being read, the entries do not need it.
    }
    guard let bytes else { return }
    if let id = JSON(bytes[...])?["store"]?.text, EntryID(id) != nil {
      identity = id
    } else {
      identity = "folder-\(folder.inode)"
      remarks.append("\(places.identity) is damaged; entries are read and saved all the same")
    }
    guard let path = statePath(identity) else { return }
    do {
      guard try files.statusIfThere(path) != nil else { return }
    } catch {
      remarks.append(
        "this machine's own folder \(path) cannot be looked at because \(error.words), so what may wait there for the "
          + "record is not shown; see to the folder")
      return
    }
    state = StateFolder(files: files, path: path)
    remarks += unfinishedErasing(folder.inode)
  }

  /// Where this machine's state lies; nil if there is no home to keep it in, and this run has to do without.
  func statePath(_ identity: String?) -> String? {
    // A made-up store keeps its state inside itself, so that throwing the folder away leaves nothing behind.
    if (try? files.status(at: places.ownState)) != nil { return places.ownState }
    guard let root = places.stateRoot, let identity else { return nil }
    return root + "/" + identity
  }

  /// The id this run writes under, if the store may have been written by it before.
  public var writerIfKnown: String? {
    if writer == nil, let state, let folder = try? files.status(at: places.store) {
      writer = (try? state.writers(storeInode: folder.inode))?.first
    }
    return writer
  }

  /// Makes the store's folder and id if they are missing, and finds out who writes.
  /// - Throws: `StoreError.cannotCreate`.
  func prepareToWrite() throws(StoreError) {
    do {
      try makeIdentity()
    } catch {
      throw .cannotCreate(path: places.store, error)
    }
    if state == nil { try? makeState() }
    if writerIfKnown != nil { return }
    // New here; or without a state folder, where nobody else can know this id and its files are this run's alone.
    beganWriting = true
    _ = renewWriter()
  }

  /// Makes the store's folder and id if they are missing. One that was taken away under a running program comes back as
  /// what it was.
  func makeIdentity() throws(SystemError) {
    if let identity {
      guard EntryID(identity) != nil, try files.statusIfThere(places.identity) == nil else { return }
      try files.makeFolders(places.store)
      return try createIdentity(identity)
    }
    try files.makeFolders(places.store)
    let id = EntryID(milliseconds: world.now(), random: (world.random(), world.random()))
    try createIdentity("\(id)")
    readIdentity(try files.status(at: places.store))
  }

  /// Makes the state folder of a record that was only read so far; there is none if there is no home for it.
  func makeState() throws(SystemError) {
    guard let path = statePath(identity) else { return }
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

  /// Every id that runs on this machine have kept for this store, the one in use first.
  var ownWriters: [String] {
    guard let state, let folder = try? files.status(at: places.store) else { return [] }
    return (try? state.writers(storeInode: folder.inode)) ?? []
  }

  /// Keeps the id written under for later runs.
  func keepWriter() {
    guard let writer, let inode = try? files.status(at: places.store).inode else { return }
    state?.keep(writer: writer, storeInode: inode)
    isAlone = false
    try? notePlace()
  }

  /// Starts from nothing, after all was erased.
  func forgetEverything() {
    (identity, state, knownCache, rowBuilding, sweepUnderWay) = (nil, nil, nil, nil, nil)
    (survey, reaches) = (nil, [:])
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
