internal import NightModel

/// One run of erasing: notes what goes, then does one step of the list after the other. Stops at the first that fails, so
/// that nothing goes before what it depends on.
final class Eraser {
  private let store: Store
  private let list: ErasureList
  /// What went, and what stays.
  private(set) var result: Erasure

  private var files: any FileSystem { store.files }
  private var failure: (path: String, reason: SystemError)?
  /// The files that are told.
  private let counted: Set<String>

  init(store: Store, list: ErasureList) {
    (self.store, self.list) = (store, list)
    (result, counted) = (Erasure(noneOf: list), Set(list.files.map(\.path)))
  }

  /// Erases.
  /// - Throws: `StoreError.notErased`, `StoreError.noHome`.
  func run() throws(StoreError) {
    let before = try noteFiles()
    // What an earlier run removed may still have its name on the disk.
    let folders = before.flatMap(\.lines).map { $0.file.hasPrefix("/") ? $0.file : store.places.store + "/" + $0.file }
    for (index, step) in list.steps.enumerated() {
      perform(step)
      if index == 0 { sync(folders.map(\.parentFolder)) }
      guard let failure else { continue }
      // Where nothing is gone, nothing shall be hidden either.
      if index == 0, result.files == 0 { for (state, lines) in before { try? state.erasing.replace(with: lines) } }
      throw .notErased(path: failure.path, failure.reason, erased: result.files)
    }
  }

  // MARK: The note

  /// Notes what is to go, in every state folder that a later run may take for the record's; last in the one in use.
  /// - Returns: the notes as they were before.
  private func noteFiles() throws(StoreError) -> [(state: StateFolder, lines: [ErasingNote.Line])] {
    let before = list.notes.reversed()
    guard let folder = list.folder, list.needsNote else { return Array(before) }
    guard !list.states.isEmpty else { throw .noHome }
    // A name with a line break in it is none of ours, and is not noted: no reading looks at it.
    let lines = list.journals.filter { !$0.path.contains("\n") }.map {
      ErasingNote.Line(folder: folder, extent: list.extent, inode: $0.inode, file: store.shown($0.path))
    }
    for (state, earlier) in before {
      let known = Set(earlier)
      let new = lines.filter { !known.contains($0) }
      guard !new.isEmpty else { continue }
      do throws(SystemError) { try write(earlier + new, state) } catch {
        for (state, lines) in before { try? state.erasing.replace(with: lines) }
        throw .notErased(path: state.erasing.path, error, erased: 0)
      }
    }
    return Array(before)
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

  // MARK: Steps

  private func perform(_ step: ErasureList.Step) {
    switch step {
    case .remove(let targets):
      for target in targets { attempt(target.path) { () throws(SystemError) in try remove(target) } }
      sync(targets.map(\.path.parentFolder))
    case .forget(let state):
      attempt(state.path) { () throws(SystemError) in try forget(in: state) }
    case .removeRows:
      attempt(store.rows.path ?? store.places.store) { () throws(SystemError) in try removeRows(list.extent) }
    case .strikeNote:
      for state in list.states {
        attempt(state.erasing.path) { () throws(SystemError) in
          let lines = try state.erasing.lines()
          let others = lines.filter { $0.folder != list.folder || $0.extent != list.extent }
          if others != lines { try state.erasing.replace(with: others) }
        }
      }
    case .forgetPlace:
      guard let places = store.record.placesOfRecords else { return }
      attempt(places.root) { () throws(SystemError) in try places.forget(at: store.places.lastingStore) }
    }
  }

  private func remove(_ target: ErasureList.Target) throws(SystemError) {
    guard target.kind == .folder else {
      if try files.removeIfThere(target.path), counted.contains(target.path) { result.count(target) }
      return
    }
    do throws(SystemError) { try files.removeFolder(target.path) } catch {
      if error == .missing || error.isNoFolder { return }
      guard target.path == store.places.store else {
        if error.isNotEmpty { return }
        throw error
      }
      let why = "the empty folder could not be removed, because \(error.words)"
      result.left.append(
        .init(path: target.path, why: error.isNotEmpty ? "it still holds what is not Nightstand's" : why))
    }
  }

  /// Makes a state folder forget what was erased: where another copy of the record uses the same folder, what this copy
  /// wrote.
  private func forget(in state: StateFolder) throws(SystemError) {
    let sharing = list.sharing[state.path]
    let own = sharing == nil ? nil : Set(try list.writers(in: state))
    func isGone(_ partition: Partition, _ writer: String) -> Bool {
      list.extent.covers(partition) && own?.contains(writer) != false
        && !list.survivors.contains { $0.partition == partition && $0.writer == writer }
    }
    try state.marks.forget { isGone($0.partition, $0.writer) }
    let isWhole = try state.actions.forget(where: isGone)
    if let sharing {
      let why = "another copy of this record, in \(sharing), uses it too; only what this copy wrote was erased there"
      result.left.append(.init(path: state.path, why: why))
      if let folder = list.folder { try state.forgetWriters(storeInode: folder) }
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
    for folder in Set(folders).sorted() {
      attempt(folder) { () throws(SystemError) in
        do throws(SystemError) { try files.syncFolder(folder) } catch .missing {}
      }
    }
  }

  /// Does one thing, keeping the first failure for when all of a step was tried.
  private func attempt(_ path: String, _ body: () throws(SystemError) -> Void) {
    do throws(SystemError) { try body() } catch { failure = failure ?? (path, error) }
  }
}
