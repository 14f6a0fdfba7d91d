internal import NightModel
internal import Text

/// Which record lies in the folder, and which of this machine's state folders is its own. All of it changes here alone.
final class RecordIdentity {
  /// The record's id: from store.json; if that file cannot be read, as this machine knows it, or else made from
  /// the folder's inode.
  private(set) var id: String?
  /// What is wrong with the folder, in whole sentences without full stops; empty if nothing is.
  private(set) var remarks: [String] = []
  /// The record that was here and is not; nil if all is well.
  private(set) var missing: MissingRecord?
  /// Why the folder of a record that is known here could not be read when this run began; nil if it could.
  private(set) var unreadable: SystemError?
  /// This machine's own folder for the record; nil if there is none yet.
  private(set) var state: StateFolder?
  /// Whose the state folder is, as far as it was noted there.
  private(set) var owner: StateOwner?
  /// The inode of the record's folder; that of the one that was here where the record is missing.
  private(set) var folderInode: UInt64?
  /// True if store.json is there and cannot be read.
  private(set) var isDamaged = false
  /// True if something was being erased when this run began, or that could not be told.
  private(set) var foundErasingNote = false

  private let places: StorePaths
  private let files: any FileSystem
  private let world: StoreWorld
  /// True once this run has seen to it that places.json tells where the record is.
  private var hasNotedPlace = false
  /// True once a new record was asked for where another is missing.
  private var beginsNew = false

  /// Finds out what lies at the store's place. Nothing is made on disk.
  /// - Throws: `StoreError.cannotRead` if something other than a readable folder stands there, and no record was there.
  init(places: StorePaths, files: any FileSystem, world: StoreWorld) throws(StoreError) {
    (self.places, self.files, self.world) = (places, files, world)
    do {
      let folder = try files.with(places.store, .folder) { folder throws(SystemError) in try files.status(folder) }
      if folder.permissions & 0o077 != 0 {
        remarks.append(
          "other accounts on this machine can look into \(places.store); 'chmod 700' on it closes it to them")
      }
      identify(folder.inode)
    } catch SystemError.missing {
      identify(nil)
    } catch {
      identify(unreadable: error)
      guard missing != nil || unreadable != nil else { throw .cannotRead(path: places.store, error) }
    }
  }

  // MARK: What lies here

  /// Finds out which record lies here and which state folder belongs to it.
  /// - Parameter inode: the inode of the folder that is there; nil if none is.
  private func identify(_ inode: UInt64?) {
    (folderInode, missing, owner, hasNotedPlace) = (inode, nil, nil, false)
    let told = inode == nil ? ToldID.none : toldID()
    id = told.text
    if inode != nil, (try? files.status(at: places.ownState)) != nil {
      let own = StateFolder(files: files, path: places.ownState)
      (state, owner) = (own, try? own.owner())
    } else if let root = places.stateRoot {
      identifyState(in: root, told)
    }
    isDamaged = told == .damaged
    if told == .damaged {
      id = id ?? inode.map { "folder-\($0)" }
      remarks.append("\(places.identity) is damaged; entries are read and saved all the same")
    }
    if let inode, let state { noteErasing(in: state, inode) }
    remarks = remarks.eachOnce
  }

  /// Finds out whether what cannot be read is a record known here, for which entries can be kept aside.
  private func identify(unreadable reason: SystemError) {
    let there = try? files.status(at: places.store)
    let before = remarks
    identify(there?.kind == .folder ? there?.inode : nil)
    // That its id cannot be read either is no damage of its own.
    (remarks, isDamaged) = (before, false)
    if missing != nil {
      missing?.reason = reason
    } else if owner != nil {
      unreadable = reason
    }
  }

  /// Notes what is being erased of the record.
  private func noteErasing(in state: StateFolder, _ inode: UInt64) {
    let found = try? state.erasing.lines()
    // What could not be read may say anything.
    foundErasingNote = found?.isEmpty != true
    guard let lines = found else {
      return remarks.append(
        "what is being erased cannot be told, because the note of it could not be read; until then it may be shown")
    }
    for extent in Set(lines.filter { $0.folderInode == inode }.map(\.extent)).sorted(by: { "\($0)" < "\($1)" }) {
      remarks.append(
        "erasing \(extent.words) was interrupted; what is left of it is not shown, and the next save erases it")
    }
  }

  private func identifyState(in root: String, _ told: ToldID) {
    state = nil
    if case .id(let id) = told {
      let usual = StateFolder(files: files, path: root + "/" + id)
      do throws(SystemError) {
        let owner = try usual.owner()
        if owner.store == id, owner.folderInode == folderInode { return use(usual, owner) }
      } catch {
        remarks.append(
          "this machine's own folder \(usual.path) cannot be looked at because \(error.words), so what may wait there for "
            + "the record is not shown; see to the folder")
        return
      }
    } else if told == .none, !holdsJournal {
      guard let search = search(told) else { return }
      guard let lost = search.newestHere else {
        if let reason = search.failure {
          remarks.append(
            "\(RecordPlaces.path(in: root)) could not be read because \(reason.words), so it cannot be told whether a "
              + "record is missing from \(places.store); see to that file")
        }
        return
      }
      lose(lost, (try? lost.owner()) ?? StateOwner(store: StateFolder.storeID(lost.name)))
      return
    }
    guard let search = search(told), let first = search.best, let owner = try? first.owner() else { return }
    use(first, owner)
    id = told.text ?? owner.store
  }

  private func use(_ folder: StateFolder, _ owner: StateOwner) { (state, self.owner) = (folder, owner) }

  /// Treats the record that a state folder was made for as missing.
  private func lose(_ lost: StateFolder, _ owner: StateOwner) {
    use(lost, owner)
    (id, folderInode) = (owner.store, owner.folderInode)
    missing = MissingRecord(
      place: places.lastingStore, store: owner.store, movedTo: search(.none)?.whereabouts(of: lost))
  }

  /// What store.json tells.
  private enum ToldID: Equatable {
    case none, damaged
    case id(String)

    var text: String? { if case .id(let text) = self { text } else { nil } }
  }

  private func toldID() -> ToldID {
    do {
      guard let bytes = try files.contents(of: places.identity) else { return .none }
      guard let id = JSON(bytes[...])?["store"]?.text, EntryID(id) != nil else { return .damaged }
      return .id(id)
    } catch {
      // Whatever keeps it from being read, the entries do not need it.
      return .damaged
    }
  }

  /// True if the folder has a journal in it, whether or not it tells an id.
  private var holdsJournal: Bool {
    folderInode != nil && ["/plan", "/nights"].contains { (try? files.status(at: places.store + $0)) != nil }
  }

  /// True if root acts on another account's record, which could not read files that root makes (0600).
  var isAnothers: Bool {
    guard files.account == 0, let folder = try? files.status(at: places.store) else { return false }
    return folder.owner != 0
  }

  /// Where records are on this machine; nil if there is no home to note it in.
  var placesOfRecords: RecordPlaces? { places.stateRoot.map { RecordPlaces(files: files, root: $0) } }

  private func search(_ told: ToldID) -> StateSearch? {
    places.stateRoot.map { root in
      StateSearch(files: files, root: root, place: places.lastingStore, store: told.text, folderInode: folderInode)
    }
  }

  /// The search for what is this record's in the state root, by what its folder tells now.
  var stateSearch: StateSearch? { search(missing == nil ? toldID() : .none) }

  /// What looking for the record came to.
  enum Look {
    /// All is as it was.
    case same
    /// It is here, and what was known of it may not hold any more.
    case foundAgain
    /// It is not there any more.
    case lost
    /// It was erased.
    case erased
  }

  /// Looks whether the record is still where it was: a disk can be unmounted and a folder moved at any time, and come
  /// back.
  func look() -> Look {
    guard let id else { return .same }
    let there: FileStatus?
    do throws(SystemError) {
      there = try files.statusIfThere(places.store)
    } catch {
      // What cannot even be looked at fails when it is written to, and is told then.
      return .same
    }
    let inode = there?.kind == .folder ? there?.inode : nil
    let isTold = inode != nil && (try? files.statusIfThere(places.identity)) != nil
    if missing == nil, isTold, inode == folderInode { return .same }
    if inode == nil, wasErased { return .erased }
    if missing != nil, inode == nil { return .same }
    let told = inode == nil ? ToldID.none : toldID()
    let isHere: Bool =
      switch told {
      case .id(let text): text == id || missing == nil && inode == folderInode
      case .damaged: inode == folderInode
      case .none: inode != nil && holdsJournal && inode == folderInode
      }
    if isHere {
      guard inode != folderInode || missing != nil || told.text != nil && told.text != id else { return .same }
      identify(inode)
      return .foundAgain
    }
    guard missing == nil else { return .same }
    missing = MissingRecord(place: places.lastingStore, store: id, movedTo: nil)
    return .lost
  }

  /// True if another run erased all, or is at it: nothing else takes the state folder along.
  private var wasErased: Bool { state.map { $0.isGone || $0.isBeingErased } ?? false }

  /// Looks once more before a record is begun, because what could not be read may say that one was here.
  /// - Throws: `StoreError.placesUnread` if that cannot be found out.
  func lookBeforeBeginning() throws(StoreError) {
    guard id == nil, !beginsNew else { return }
    let search = search(.none)
    if let root = places.stateRoot, let reason = search?.failure, search?.newestHere == nil {
      throw .placesUnread(path: RecordPlaces.path(in: root), reason)
    }
    identify(try? files.status(at: places.store).inode)
  }

  /// Begins a new record where another is missing, or may be: the next save makes it. What waits for the other goes on
  /// waiting.
  func beginNew() {
    if id == nil { beginsNew = true }
    guard missing != nil else { return }
    (missing, id, state, owner, beginsNew) = (nil, nil, nil, nil, true)
    folderInode = try? files.status(at: places.store).inode
  }

  /// Notes in the state folder whose it is, and by the record's place which state folder is its own.
  func claim() throws(SystemError) {
    guard missing == nil, !isAnothers, let state, let id, let folderInode else { return }
    let before: StateOwner
    if let owner { before = owner } else { before = try state.owner() }
    let place = places.lastingStore
    var claimed = before
    (claimed.store, claimed.folderInode, claimed.place) = (id, folderInode, place)
    if owner == nil || claimed != before || !hasNotedPlace {
      if let notes = placesOfRecords, state.path != places.ownState {
        // Whichever record was here before is not here now, and notes its place anew when it is.
        for other in try notes.names(at: place) where other != state.name {
          let other = StateFolder(files: files, path: notes.root + "/" + other)
          guard var owner = try? other.owner(), owner.place == place else { continue }
          owner.place = nil
          try other.keep(owner)
        }
        try notes.note(state.name, at: place)
      }
      hasNotedPlace = true
    }
    if owner == nil || claimed != before { try state.keep(claimed) }
    owner = claimed
  }

  /// The state folders that belong to this record, the one in use first. `waiting` is true for those alone in which
  /// something waits, and the one in use.
  func ownStates(waiting: Bool) -> [StateFolder] {
    let others = missing == nil ? stateSearch?.others(besides: state, waiting: waiting) ?? [] : []
    return [state].compactMap(\.self) + others
  }

  /// Notes something with what is known of the record in its state folder. `change` is given what is noted there
  /// now: what another run noted since stays.
  func note(_ change: (inout StateOwner) -> Void) throws(SystemError) {
    guard let state, owner != nil else { return }
    let noted = try state.owner()
    var changed = noted
    change(&changed)
    if changed != noted { try state.keep(changed) }
    owner = changed
  }

  /// Knows of no record any more, after all was erased.
  func forget() {
    (id, state, owner, folderInode, missing) = (nil, nil, nil, nil, nil)
  }

  /// Where this machine's state is to lie; nil if there is no home to keep it in, and this run has to do without.
  func newStatePath() -> String? {
    // A made-up store keeps its state inside itself, so that throwing the folder away leaves nothing behind.
    if (try? files.status(at: places.ownState)) != nil { return places.ownState }
    guard let root = places.stateRoot, let id else { return nil }
    // A copy has the same id, and a state folder of its own.
    var path = root + "/" + id
    var number = 2
    while (try? files.status(at: path)) != nil {
      path = "\(root)/\(id).\(number)"
      number += 1
    }
    return path
  }

  /// Makes the store's folder and id if they are missing. A store.json that was taken away from a record comes back as it
  /// was.
  func makeIdentity() throws(SystemError) {
    if let id {
      guard EntryID(id) != nil, try files.statusIfThere(places.identity) == nil else { return }
      return try createIdentity(id)
    }
    try files.makeFolders(places.store)
    let id = EntryID(milliseconds: world.now(), random: (world.random(), world.random()))
    try createIdentity("\(id)")
    identify(try files.status(at: places.store).inode)
    beginsNew = false
  }

  /// Makes the state folder of a record that was only read so far; there is none if there is no home for it.
  func makeState() throws(SystemError) {
    guard missing == nil else { return }
    if let root = places.stateRoot, let id {
      // One whose owner cannot be told just now may be this record's: another is not made beside it.
      _ = try StateFolder(files: files, path: root + "/" + id).owner()
      if let folderInode { identify(folderInode) }
    }
    guard state == nil, let path = newStatePath() else { return }
    let folder = StateFolder(files: files, path: path)
    try folder.make()
    state = folder
  }

  private func createIdentity(_ id: String) throws(SystemError) {
    let text = JSON.object([JSON.Member("store", .string(id)), JSON.Member("format", 1)]).description + "\n"
    let file = try WholeFile(draft: "\(places.store)/.store.json.\(id)", files: files)
    try file.write([Array(text.utf8)])
    // Never in the place of an id that another program has just made.
    do throws(SystemError) { try file.place(at: places.identity) } catch .exists { return }
    try files.syncFolder(places.store)
  }
}
