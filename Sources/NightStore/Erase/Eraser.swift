internal import NightModel

/// One run of erasing, in the order that leaves nothing half there: the note; the journal; copies of it beside the record;
/// what the state folder knows; and with everything the record's id, the folders, and the note last.
final class Eraser {
  let store: Store
  let extent: PurgeExtent
  let targets: PurgeTargets
  /// What went, and what stays.
  private(set) var result = Erasure()

  private var files: any FileSystem { store.files }
  private var failure: (path: String, reason: SystemError)?

  init(store: Store, extent: PurgeExtent, targets: PurgeTargets) {
    self.store = store
    self.extent = extent
    self.targets = targets
    result.folders = targets.roots
    result.left = targets.left
  }

  /// Erases.
  /// - Throws: `StoreError.notErased`.
  func run() throws(StoreError) {
    let before = try noteTargets()
    remove(targets.journals, also: before.flatMap { foldersNoted($0.lines) })
    remove(targets.copies, also: [])
    if failure != nil, result.files == 0 {
      // Nothing is gone, so nothing shall be hidden either.
      putBack(before)
    }
    try stopIfFailed()
    removeFolders(targets.journalFolders)
    for state in targets.states { forget(in: state) }
    forgetRows()
    try stopIfFailed()
    if extent == .all {
      try removeStore()
    } else {
      strikeNote()
      try stopIfFailed()
    }
  }

  // MARK: The note

  /// What a state folder's note says.
  private typealias Noted = (state: StateFolder, lines: [ErasingNote.Line])

  /// Notes what is to go, in every state folder that a later run may take for the record's; last in the one in use.
  /// - Returns: the notes as they were before.
  private func noteTargets() throws(StoreError) -> [Noted] {
    var before: [Noted] = []
    for state in targets.states.reversed() {
      do throws(SystemError) {
        before.append((state, try state.erasing.lines()))
      } catch {
        throw .notErased(path: state.erasing.path, error, erased: 0)
      }
    }
    guard let folder = targets.folder, targets.needsNote else { return before }
    guard !before.isEmpty else { throw .noHome }
    // A name with a line break in it is none of ours, and is not noted: no reading looks at it.
    let lines = targets.toNote.map { store.shown($0.path) }.filter { !$0.contains("\n") }
      .map { ErasingNote.Line(folder: folder, extent: extent, file: $0) }
    for (state, earlier) in before {
      let known = Set(earlier)
      let new = lines.filter { !known.contains($0) }
      guard !new.isEmpty else { continue }
      do throws(SystemError) {
        try write(earlier + new, state)
      } catch {
        putBack(before)
        throw .notErased(path: state.erasing.path, error, erased: 0)
      }
    }
    return before
  }

  private func putBack(_ before: [Noted]) {
    for (state, lines) in before { try? state.erasing.replace(with: lines) }
  }

  private func write(_ lines: [ErasingNote.Line], _ state: StateFolder) throws(SystemError) {
    try makingRoom(in: state) { () throws(SystemError) in
      // So that what is left of everything can be found once the record's id is gone.
      if extent == .all { try store.claim() }
      try state.erasing.replace(with: lines)
    }
  }

  /// Does something for which a full disk may have no room; then the room kept aside is given back, and what can be made
  /// anew goes, a piece at a time.
  private func makingRoom(in state: StateFolder, _ body: () throws(SystemError) -> Void) throws(SystemError) {
    for piece in Piece.allCases {
      do throws(SystemError) {
        return try body()
      } catch  where error.isNoSpace {
        switch piece {
        case .reserve: _ = state.releaseReserve()
        case .rows:
          for folder in store.cacheFolders(of: targets.states) { try? store.forgetRows(.all, in: folder) }
        case .actions: _ = try? files.removeIfThere(state.actions.path)
        }
      }
    }
    try body()
  }

  /// What is given up for room, in this order.
  private enum Piece: CaseIterable {
    case reserve, rows, actions
  }

  /// Strikes out what this run was about, in every state folder.
  private func strikeNote() {
    for state in targets.states {
      attempt(state.erasing.path) { () throws(SystemError) in
        let lines = try state.erasing.lines()
        let others = lines.filter { $0.folder != targets.folder || $0.extent != extent }
        if others != lines { try state.erasing.replace(with: others) }
      }
    }
  }

  /// The folders of files that an earlier run may have removed without their names being off the disk.
  private func foldersNoted(_ lines: [ErasingNote.Line]) -> [String] {
    lines.map { $0.file.hasPrefix("/") ? $0.file : store.places.store + "/" + $0.file }.map(\.parentFolder)
  }

  // MARK: Removing

  /// Removes files, going on past those that would not go, and puts their folders' names on the disk.
  private func remove(_ gone: [PurgeTargets.Target], also folders: [String]) {
    for target in gone {
      attempt(target.path) { () throws(SystemError) in
        if try files.removeIfThere(target.path) { result.count(target) }
      }
    }
    sync(gone.map(\.path.parentFolder) + folders)
  }

  private func sync(_ folders: [String]) {
    for folder in Set(folders).sorted() {
      attempt(folder) { () throws(SystemError) in
        do throws(SystemError) { try files.syncFolder(folder) } catch .missing {}
      }
    }
  }

  /// Removes folders, innermost first, those that hold nothing any more.
  private func removeFolders(_ folders: [String]) {
    for folder in folders {
      attempt(folder) { () throws(SystemError) in
        do throws(SystemError) {
          try files.removeFolder(folder)
        } catch  where error == .missing || error.isNotEmpty || error.isNoFolder {
          return
        }
      }
    }
    sync(folders.map(\.parentFolder))
  }

  /// Does one thing, keeping the first failure for when all that can go is gone.
  private func attempt(_ path: String, _ body: () throws(SystemError) -> Void) {
    do throws(SystemError) { try body() } catch { failure = failure ?? (path, error) }
  }

  private func stopIfFailed() throws(StoreError) {
    if let failure { throw .notErased(path: failure.path, failure.reason, erased: result.files) }
  }

  // MARK: This machine's state

  /// Makes a state folder forget what was erased.
  private func forget(in state: StateFolder) {
    guard case .night(let date) = extent else { return forgetStore(in: state) }
    attempt(state.marks.path) { () throws(SystemError) in
      try state.marks.forget { $0.partition == .night(date) }
    }
    attempt(state.actions.path) { () throws(SystemError) in
      let isWhole = try state.actions.forget { partition, _ in partition == .night(date) }
      if !isWhole, state.path == store.state?.path { store.rebuildActions() }
    }
  }

  /// What was kept of nights goes with them; whole files of it, since it can be made anew.
  private func forgetRows() {
    for folder in store.cacheFolders(of: targets.states) {
      attempt(folder) { () throws(SystemError) in try store.forgetRows(extent, in: folder) }
    }
  }

  /// As `forget`, for a whole record. Where another copy of it uses the same folder, only what this copy wrote goes.
  private func forgetStore(in state: StateFolder) {
    guard let sharing = targets.sharing[state.path] else {
      return remove(targets.state.filter { $0.path.hasPrefix(state.path + "/") }, also: [])
    }
    let why = "another copy of this record, in \(sharing), uses it too; only what this copy wrote was erased there"
    result.left.append(.init(path: state.path, why: why))
    guard let folder = targets.folder else { return }
    attempt(state.path) { () throws(SystemError) in
      let writers = Set(try state.writers(storeInode: folder))
      try state.marks.forget { writers.contains($0.writer) }
      _ = try state.actions.forget { writers.contains($1) }
      try state.forgetWriters(storeInode: folder)
    }
  }

  // MARK: The record's own folder

  /// Removes the record's id, then the folders, then the note, and last what said where the record was.
  private func removeStore() throws(StoreError) {
    let places = store.places
    if !targets.sharing.isEmpty { strikeNote() }
    remove(targets.identity, also: [places.store])
    try stopIfFailed()
    let own = targets.states.filter { $0.path == places.ownState }
    for state in own { removeState(state) }
    removeStoreFolder()
    try stopIfFailed()
    for state in targets.states where state.path != places.ownState && targets.sharing[state.path] == nil {
      removeState(state)
    }
    try stopIfFailed()
    if let root = places.stateRoot {
      attempt(root) { () throws(SystemError) in
        try PlaceNotes(files: files, root: root).forget(at: places.lastingStore)
      }
      try stopIfFailed()
    }
  }

  private func removeStoreFolder() {
    let folder = store.places.store
    do throws(SystemError) {
      try files.removeFolder(folder)
      sync([folder.parentFolder])
    } catch  where error == .missing {
      return
    } catch  where error.isNotEmpty {
      result.left.append(.init(path: folder, why: "it still holds what is not Nightstand's"))
    } catch {
      result.left.append(.init(path: folder, why: "the empty folder could not be removed, because \(error.words)"))
    }
  }

  private func removeState(_ state: StateFolder) {
    attempt(state.path) { () throws(SystemError) in
      try files.removeIfThere(state.erasing.path + ".new")
      try files.removeIfThere(state.erasing.path)
      try files.removeIfThere(state.lockPath)
    }
    removeFolders([state.rescue, state.path])
  }
}
