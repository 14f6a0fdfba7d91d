internal import NightModel
internal import Text

/// A record that was here and is not: its disk is not mounted, or its folder was moved or removed.
public struct MissingRecord: Hashable, Sendable {
  /// Where it was.
  public let place: String
  /// Its id.
  public let store: String
  /// Where a record of that id is instead, if it was written to there from this machine.
  public let movedTo: String?
  /// Why its place cannot be reached; nil if the place is there to be looked at and the record is not in it.
  public var reason: SystemError?

  /// Which record it is and that it is not there, in words that go on.
  public var words: String {
    "the record that was in \(place.forDisplay) "
      + (reason.map { "cannot be reached because \($0.words)" } ?? "is not there")
      + (movedTo.map { ", and one of the same id lies in \($0.forDisplay)" } ?? "")
  }

  /// What can be done about it, in words that go on.
  public var advice: String {
    movedTo == nil ? "mount its disk or put its folder back" : "name that folder with --store or put it back"
  }
}

/// Whether the record is where it was, and which of this machine's state is its own.
extension Store {
  /// Finds out which record lies here and which state folder belongs to it.
  /// - Parameter inode: the number of the folder that is there; nil if none is.
  func settle(_ inode: UInt64?) {
    (folder, missing, known, hasNotedPlace) = (inode, nil, nil, false)
    let told = inode == nil ? ToldID.none : toldID()
    identity = told.text
    if inode != nil, (try? files.status(at: places.ownState)) != nil {
      let own = StateFolder(files: files, path: places.ownState)
      (state, known) = (own, try? own.owner())
    } else if let root = places.stateRoot {
      settleState(in: root, told)
    }
    isIdentityDamaged = told == .damaged
    if told == .damaged {
      identity = identity ?? inode.map { "folder-\($0)" }
      remarks.append("\(places.identity) is damaged; entries are read and saved all the same")
    }
    if let inode, state != nil { remarks += unfinishedErasing(inode) }
    remarks = remarks.eachOnce
  }

  /// Finds out whether what cannot be read is a record known here, for which entries can be kept aside.
  func settle(unreadable reason: SystemError) {
    let there = try? files.status(at: places.store)
    let known = remarks
    settle(there?.kind == .folder ? there?.inode : nil)
    // That its id cannot be read either is no damage of its own.
    (remarks, isIdentityDamaged) = (known, false)
    if missing != nil {
      missing?.reason = reason
    } else if self.known != nil {
      unreadable = reason
    }
  }

  private func settleState(in root: String, _ told: ToldID) {
    state = nil
    if case .id(let id) = told {
      let usual = StateFolder(files: files, path: root + "/" + id)
      do throws(SystemError) {
        let owner = try usual.owner()
        if owner.store == id, owner.folder == folder { return use(usual, owner) }
      } catch {
        remarks.append(
          "this machine's own folder \(usual.path) cannot be looked at because \(error.words), so what may wait there for "
            + "the record is not shown; see to the folder")
        return
      }
    } else if told == .none, !holdsParts {
      guard let search = search(told) else { return }
      guard let lost = search.newestHere else {
        if let reason = search.failure {
          remarks.append(
            "\(notesPath(root)) could not be read because \(reason.words), so it cannot be told whether a "
              + "record is missing from \(places.store); see to that file")
        }
        return
      }
      lose(lost, (try? lost.owner()) ?? StateOwner(store: StateFolder.storeID(lost.name)))
      return
    }
    guard let search = search(told), let first = search.best, let owner = try? first.owner() else { return }
    use(first, owner)
    identity = told.text ?? owner.store
  }

  private func use(_ folder: StateFolder, _ owner: StateOwner) { (state, known) = (folder, owner) }

  /// Takes the record for missing that a state folder was made for.
  private func lose(_ lost: StateFolder, _ owner: StateOwner) {
    use(lost, owner)
    (identity, folder) = (owner.store, owner.folder)
    missing = MissingRecord(
      place: places.lastingStore, store: owner.store, movedTo: search(.none)?.whereabouts(of: lost))
  }

  /// What store.json tells.
  enum ToldID: Equatable {
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
  private var holdsParts: Bool {
    folder != nil && ["/plan", "/nights"].contains { (try? files.status(at: places.store + $0)) != nil }
  }

  func notesPath(_ root: String) -> String { root + "/places.json" }

  private func search(_ told: ToldID) -> StateSearch? {
    places.stateRoot.map { root in
      StateSearch(files: files, root: root, place: places.lastingStore, store: told.text, folder: folder)
    }
  }

  /// The search for what is this record's in the state root, by what its folder tells now.
  var stateSearch: StateSearch? { search(missing == nil ? toldID() : .none) }

  /// Looks whether the record is still where it was: a disk can be unmounted and a folder moved at any time, and come
  /// back. What is written while it is away is kept aside; a record is never begun in its stead unless that is asked for.
  public func lookForRecord() {
    guard let identity else { return }
    let there: FileStatus?
    do throws(SystemError) {
      there = try files.statusIfThere(places.store)
    } catch {
      // What cannot even be looked at fails when it is written to, and is told then.
      return
    }
    let inode = there?.kind == .folder ? there?.inode : nil
    let isTold = inode != nil && (try? files.statusIfThere(places.identity)) != nil
    if missing == nil, isTold, inode == folder { return }
    if inode == nil, wasErased { return forgetEverything() }
    if missing != nil, inode == nil { return }
    let (before, owner, formerFolder) = (state, known, folder)
    let told = inode == nil ? ToldID.none : toldID()
    folder = inode
    let isHere: Bool =
      switch told {
      case .id(let id): id == identity || missing == nil && inode == formerFolder
      case .damaged: inode == formerFolder
      case .none: holdsParts && inode == formerFolder
      }
    if isHere {
      if inode != formerFolder || missing != nil || told.text != nil && told.text != identity {
        settle(inode)
        write(as: nil)
      }
      return
    }
    (state, known, self.identity, folder) = (before, owner, identity, formerFolder)
    guard missing == nil else { return }
    missing = MissingRecord(place: places.lastingStore, store: identity, movedTo: nil)
    hasTidied = false
  }

  /// True if another run erased all, or is at it: nothing else takes the state folder along.
  private var wasErased: Bool { state.map { $0.isGone || $0.isBeingErased } ?? false }

  /// Looks once more before a record is begun, because what could not be read may say that one was here.
  /// - Throws: `StoreError.placesUnread` if that cannot be found out.
  func lookBeforeBeginning() throws(StoreError) {
    guard identity == nil, !beginsNew else { return }
    let search = search(.none)
    if let root = places.stateRoot, let reason = search?.failure, search?.newestHere == nil {
      throw .placesUnread(path: notesPath(root), reason)
    }
    settle(try? files.status(at: places.store).inode)
  }

  /// Begins a new record where another is missing, or may be: the next save makes it. What waits for the other goes on
  /// waiting.
  public func beginNew() {
    lookForRecord()
    if identity == nil { beginsNew = true }
    guard missing != nil else { return }
    (missing, identity, state, known, beginsNew) = (nil, nil, nil, nil, true)
    folder = try? files.status(at: places.store).inode
    write(as: nil)
  }

  /// Notes in the state folder whose it is, and by the record's place which state folder is its own.
  func claim() throws(SystemError) {
    guard missing == nil, !isAnothers, let state, let identity, let folder else { return }
    let before: StateOwner
    if let known { before = known } else { before = try state.owner() }
    let place = places.lastingStore
    var owner = before
    (owner.store, owner.folder, owner.place) = (identity, folder, place)
    if known == nil || owner != before || !hasNotedPlace {
      if let root = places.stateRoot, state.path != places.ownState {
        let notes = PlaceNotes(files: files, root: root)
        // Whichever record was here before is not here now, and notes its place anew when it is.
        for other in try notes.names(at: place) where other != state.name {
          let other = StateFolder(files: files, path: root + "/" + other)
          guard var owner = try? other.owner(), owner.place == place else { continue }
          owner.place = nil
          try other.keep(owner)
        }
        try notes.note(state.name, at: place)
      }
      hasNotedPlace = true
    }
    if known == nil || owner != before { try state.keep(owner) }
    known = owner
  }

  /// What waits beside the record on this machine for a record that is not there, or that nobody knows any more: where,
  /// and how many entries. It is never taken into this one.
  public var strayEntries: [StrayEntries] {
    (stateSearch?.stray(besides: state) ?? []).compactMap { stray in
      let count = waiting(in: stray)
      return count == 0 ? nil : .init(folder: stray.rescue, count: count)
    }
  }

  /// The state folders that belong to this record, the one in use first.
  /// - Parameter waiting: true for those alone in which something waits, and the one in use.
  func ownStates(waiting: Bool) -> [StateFolder] {
    let others = missing == nil ? stateSearch?.others(besides: state, waiting: waiting) ?? [] : []
    return [state].compactMap(\.self) + others
  }

  private func waiting(in state: StateFolder) -> Int {
    ((try? names(in: state.rescue)) ?? []).reduce(0) { count, name in
      guard JournalName(anywhere: name) != nil,
        let bytes = (try? files.contents(of: state.rescue + "/" + name)) ?? nil
      else { return count }
      return count + FileReading(bytes).entries.count
    }
  }
}
