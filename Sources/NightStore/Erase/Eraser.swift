internal import NightModel

/// One run of erasing: notes what goes, then does one step after the other. It stops at the first step that fails, so
/// nothing goes before what it depends on.
final class Eraser {
  private let store: Store
  private let list: ErasureList
  /// What went, and what stays.
  private(set) var result: Erasure
  /// The first failure of the step under way.
  private var failure: (path: String, reason: SystemError)?

  private var files: any FileSystem { store.files }

  init(store: Store, list: ErasureList) {
    (self.store, self.list, result) = (store, list, list.nothing)
  }

  /// Erases.
  /// - Throws: `StoreError.notErased`, `StoreError.noHome`.
  func run() throws(StoreError) {
    try noteFiles()
    remove(list.journals, folders: list.journalFolders)
    // What an earlier run removed may still have its name on the disk.
    let earlier = list.notes.flatMap(\.lines).map(\.file)
    sync(earlier.map { ($0.hasPrefix("/") ? $0 : store.places.store + "/" + $0).parentFolder })
    // Where nothing is gone, nothing shall be hidden either.
    if failure != nil, result.files == 0 { restoreNotes() }
    try stopIfFailed()
    remove(list.stateFiles)
    try stopIfFailed()
    for state in list.lastingStates { attempt(state.path, try forget(in: state)) }
    attempt(store.rows.path ?? store.places.store, try removeRows(list.extent))
    try stopIfFailed()
    for state in list.lastingStates { attempt(state.erasing.path, try strikeNote(in: state)) }
    try stopIfFailed()
    guard !list.keepsRecord else { return }
    remove(list.identity)
    try stopIfFailed()
    for state in list.states where list.sharing[state.path] == nil { remove(state) }
    remove(folders: [store.places.store])
    try stopIfFailed()
    guard list.noted == nil, let places = store.record.placesOfRecords else { return }
    attempt(places.root, try places.forget(at: store.places.lastingStore))
    try stopIfFailed()
  }

  /// Ends a step: what comes after it is done only if all of it is done, and on the disk.
  private func stopIfFailed() throws(StoreError) {
    if let failure { throw .notErased(path: failure.path, failure.reason, erased: result.files) }
  }

  /// Does one thing, keeping the first failure for when all of a step was tried. What is gone already is no failure.
  private func attempt<Result>(_ path: String, _ act: @autoclosure () throws(SystemError) -> Result) {
    do throws(SystemError) { _ = try act() } catch .missing {} catch { failure = failure ?? (path, error) }
  }

  // MARK: The note

  /// Notes what is to go, in every state folder that a later run may take for the record's; last in the one in use.
  private func noteFiles() throws(StoreError) {
    guard let folder = list.folderInode, list.needsNote else { return }
    guard !list.notes.isEmpty else { throw .noHome }
    // A name with a line break in it is none of ours, and is not noted: no reading looks at it.
    let lines = list.journals.filter { !$0.path.contains("\n") }.map {
      ErasingNote.Line(folderInode: folder, extent: list.extent, inode: $0.status.inode, file: store.shown($0.path))
    }
    for (state, earlier) in list.notes.reversed() where !Set(lines).isSubset(of: earlier) {
      do throws(SystemError) { try write((earlier + lines).eachOnce, state) } catch {
        restoreNotes()
        throw .notErased(path: state.erasing.path, error, erased: 0)
      }
    }
  }

  /// Puts the notes back as they were.
  private func restoreNotes() {
    for (state, lines) in list.notes.reversed() { try? state.erasing.replace(with: lines) }
  }

  /// Writes a note. Where a full disk has no room for it, the room kept aside is given back, and what can be made anew goes,
  /// a piece at a time.
  private func write(_ lines: [ErasingNote.Line], _ state: StateFolder) throws(SystemError) {
    for piece in 0...3 {
      do throws(SystemError) {
        // So that what is left of everything can be found once the record's id is gone.
        if list.extent == .all { try store.record.claim() }
        return try state.erasing.replace(with: lines)
      } catch {
        guard error.isNoSpace, piece < 3 else { throw error }
        if piece == 0 { _ = state.releaseReserve() }
        if piece == 1 { try? removeRows(.all) }
        if piece == 2 { _ = try? files.removeIfThere(state.actions.path) }
      }
    }
  }

  private func strikeNote(in state: StateFolder) throws(SystemError) {
    let lines = try state.erasing.lines()
    let others = lines.filter { $0.folderInode != list.folderInode || $0.extent != list.extent }
    if others != lines { try state.erasing.replace(with: others) }
  }

  // MARK: What goes

  /// Removes files, then folders as far as they are empty, and puts that on the disk.
  private func remove(_ doomed: [ErasureList.FoundFile] = [], folders: [String] = []) {
    for file in doomed { attempt(file.path, try remove(file)) }
    for folder in folders { attempt(folder, try remove(folder: folder)) }
    sync((doomed.map(\.path) + folders).map(\.parentFolder))
  }

  private func remove(_ file: ErasureList.FoundFile) throws(SystemError) {
    try files.remove(file.path)
    result.count(file)
  }

  private func remove(folder: String) throws(SystemError) {
    do throws(SystemError) { try files.removeFolder(folder) } catch {
      if error.isNoFolder || error.isNotEmpty && folder != store.places.store { return }
      guard folder == store.places.store, error != .missing else { throw error }
      let why = "the empty folder could not be removed, because \(error.words)"
      result.left.append(.init(path: folder, why: error.isNotEmpty ? "it still holds what is not Nightstand's" : why))
    }
  }

  /// Removes a state folder of which nothing is left but what goes last.
  private func remove(_ state: StateFolder) {
    for path in StateFolder.lastNames.map({ state.path + "/" + $0 }) { attempt(path, try files.remove(path)) }
    remove(folders: [state.rescue, state.path])
  }

  /// Makes a state folder forget what was erased: where another copy of the record uses the same folder, what this copy
  /// wrote.
  private func forget(in state: StateFolder) throws(SystemError) {
    let sharing = list.sharing[state.path]
    func isGone(_ partition: Partition, _ writer: String) -> Bool {
      list.extent.covers(partition) && sharing?.writers.contains(writer) != false
        && !list.survivors.contains { $0.partition == partition && $0.writer == writer }
    }
    try state.marks.forget { isGone($0.partition, $0.writer) }
    let isWhole = try state.actions.forget(where: isGone)
    if let place = sharing?.place {
      let why = "another copy of this record, in \(place), uses it too; only what this copy wrote was erased there"
      result.left.append(.init(path: state.path, why: why))
      if let folder = list.folderInode { try state.forgetWriters(storeInode: folder) }
    } else if state.path == store.state?.path {
      if !isWhole { store.actions.rebuild() }
      if list.extent == .all { try store.record.note { ($0.plan, $0.nightRule) = ([:], []) } }
    }
  }

  private func removeRows(_ extent: PurgeExtent) throws(SystemError) {
    for folder in store.rows.folders(of: list.states) { try store.rows.erase(extent, in: folder) }
  }

  /// Puts folders' names on the disk.
  private func sync(_ folders: [String]) {
    for folder in Set(folders).sorted() { attempt(folder, try files.syncFolder(folder)) }
  }
}
