internal import NightModel

/// What goes when a night or everything is erased, and what stays.
struct ErasureList {
  let extent: PurgeExtent
  /// The inode of the record's folder; nil if that is gone.
  let folderInode: UInt64?
  /// What an interrupted run has noted, if nothing but that is to go; nil otherwise.
  let noted: ErasingNote.Files?
  /// Files of the journal, in the record and beside it: what would be read as long as it is there.
  private(set) var journals: [FoundFile] = []
  /// Those that came after an interrupted run had noted what goes. They stay.
  private(set) var survivors: [FoundFile] = []
  /// Other files of the state folders, and what names the record; only when everything goes.
  private(set) var (stateFiles, identity): ([FoundFile], [FoundFile]) = ([], [])
  /// The journal's folders, innermost first.
  private(set) var journalFolders: [String] = []
  /// This machine's state folders for the record, the one in use first, and what their notes say.
  private(set) var notes: [(state: StateFolder, lines: [ErasingNote.Line])] = []
  /// By state folders that another copy of the record uses too: where that copy lies, and who writes in this one.
  private(set) var sharing: [String: (place: String, writers: [String])] = [:]
  /// What erasing begins with: nothing erased yet, where it all lies, and what stays.
  private(set) var nothing = Erasure()

  private let store: Store

  /// What was found at a path: a file, or what stands where one could.
  struct FoundFile {
    let path: String
    let status: FileStatus
    /// What it is about and who wrote it, if it is a file of the journal.
    var partition: Partition?
    var writer: String?
  }

  var states: [StateFolder] { notes.map(\.state) }
  var files: [FoundFile] { journals + stateFiles + identity }
  var isEmpty: Bool { files.isEmpty && !nothing.isUnfinished }
  /// True if a crash could leave half of it to be read. What waits for a record that is gone is not read.
  var needsNote: Bool { folderInode != nil && !journals.isEmpty }
  /// True if there is a record left afterwards.
  var keepsRecord: Bool { extent != .all || !survivors.isEmpty }
  /// The state folders that stay: all with the record, else those that another copy uses.
  var lastingStates: [StateFolder] { states.filter { keepsRecord || sharing[$0.path] != nil } }

  /// What an extent covers, as it lies on the disk now. `isFinishing` is true for that alone which an interrupted run
  /// has noted. Throws `StoreError.notARecord`, `StoreError.cannotRead`.
  init(_ extent: PurgeExtent, of store: Store, isFinishing: Bool = false) throws(StoreError) {
    if let reason = store.missing?.reason ?? store.unreadable { throw .cannotRead(path: store.places.store, reason) }
    (self.extent, self.store) = (extent, store)
    do throws(SystemError) {
      folderInode = try store.files.statusIfThere(store.places.store)?.inode
      noted = isFinishing ? try store.state?.erasing.lines().files(of: folderInode) ?? [:] : nil
      if !isFinishing || store.state != nil { try addRecord() }
      try findStates()
      for state in states { try addState(state) }
    } catch {
      throw .cannotRead(path: store.places.store, error)
    }
    guard extent != .all || nothing.isUnfinished || isRecognisable else { throw .notARecord(path: store.places.store) }
    nothing.folders = ([store.places.store] + states.map(\.path)).filter { folder in
      extent == .all && !isEmpty || journals.contains { $0.path.hasPrefix(folder + "/") }
    }
  }

  // MARK: In the record

  private mutating func addRecord() throws(SystemError) {
    let place = store.places
    if extent == .all {
      for name in try list(place.store) where !["plan", "nights", ".state"].contains(name) {
        guard let file = try found(place.store + "/" + name) else { continue }
        let isIdentity = ["store.json", "store.json.new"].contains(name) || name.hasPrefix(".store.json.")
        if isIdentity, file.status.kind == .file { identity.append(file) } else { leave(file) }
      }
      try addJournals(below: place.folder(of: .plan), depth: 0)
    }
    try addJournals(below: place.store + "/nights", depth: 1)
  }

  private mutating func addJournals(below folder: String, depth: Int) throws(SystemError) {
    let before = journals.count
    for name in try list(folder) {
      let path = folder + "/" + name
      if depth > 0, extent != .all, !name.hasPrefix(".") {
        try addJournals(below: path, depth: depth - 1)
      } else if extent == .all || name.contains("\(extent)"), let file = try found(path) {
        if depth > 0, file.status.kind == .folder {
          try addJournals(below: path, depth: depth - 1)
        } else if let partition = file.partition {
          guard extent.covers(partition) else { continue }
          if isMeant(file) { journals.append(file) } else { survivors.append(file) }
        } else {
          leave(file)
        }
      }
    }
    if extent == .all || depth == 0 && (journals.count > before || noted != nil) { journalFolders.append(folder) }
  }

  /// False for what came after an interrupted run had noted what goes.
  private func isMeant(_ file: FoundFile) -> Bool {
    noted.map { $0[store.shown(file.path)] == file.status.inode } ?? true
  }

  // MARK: Beside it

  /// Finds the state folders of this record, the one in use first: those of ids it had here before or while its store.json
  /// was damaged, and what is left of them where erasing was interrupted.
  private mutating func findStates() throws(SystemError) {
    let own = store.record.ownStates(waiting: false).map(\.path) + [store.places.ownState]
    var seen: [String] = []
    if let places = store.record.placesOfRecords {
      seen = try places.names(at: store.places.lastingStore).map { places.root + "/" + $0 }
    }
    for path in (own + seen).eachOnce {
      guard try store.files.statusIfThere(path)?.kind == .folder else {
        // Only the note of where the record was is left.
        if seen.contains(path), extent == .all, store.identity == nil, noted == nil { nothing.isUnfinished = true }
        continue
      }
      let state = StateFolder(files: store.files, path: path)
      let lines = try state.erasing.lines()
      let isNoted = lines.contains {
        $0.extent == extent && ($0.folderInode == folderInode || folderInode == nil && extent == .all)
      }
      // Erasing everything was interrupted after the record's id was gone.
      let isSpent = extent == .all ? try state.isSpent() : false
      if isNoted || isSpent && store.identity == nil { nothing.isUnfinished = true }
      if isNoted || isSpent || noted == nil && own.contains(path) { notes.append((state, lines)) }
    }
  }

  private mutating func addState(_ state: StateFolder) throws(SystemError) {
    if extent == .all, let place = try store.record.placesOfRecords?.otherUser(of: state, than: store) {
      let own = try folderInode.map { inode throws(SystemError) in try state.writers(storeInode: inode) } ?? []
      sharing[state.path] = (place, own)
    }
    // Where another copy of the record uses it too, only what this one wrote goes.
    let own = sharing[state.path]?.writers
    for name in try list(state.rescue) {
      guard let file = try found(state.rescue + "/" + name), isMeant(file) else { continue }
      if let partition = file.partition {
        if extent.covers(partition), own.map({ $0.contains(file.writer ?? "") }) != false { journals.append(file) }
      } else if own == nil, extent == .all || name.contains("\(extent)") {
        leave(file)
      }
    }
    for name in extent == .all && own == nil ? try list(state.path) : [] where !StateFolder.lastNames.contains(name) {
      let path = state.path + "/" + name
      guard path != state.rescue, path != store.places.ownCache, let file = try found(path) else { continue }
      if file.status.kind != .file || !StateFolder.isKnown(name) {
        leave(file)
      } else if !keepsRecord || StateFolder.isCard(name) {
        stateFiles.append(file)
      }
    }
  }

  // MARK: Looking

  /// True if there is no record, the folder names itself one, or a file of its journal is sound.
  private var isRecognisable: Bool {
    if let id = store.identity, EntryID(id) != nil { return true }
    let inRecord = journals.filter { $0.path.hasPrefix(store.places.store + "/") }
    if inRecord.isEmpty && identity.isEmpty { return true }
    return inRecord.contains { file in
      let reading = ((try? store.files.contents(of: file.path)) ?? nil).map { FileReading($0) }
      return reading?.store != nil || reading?.entries.isEmpty == false
    }
  }

  /// Takes in what stays, and why.
  private mutating func leave(_ file: FoundFile) {
    let why =
      switch file.status.kind {
      case .file where extent != .all: "by its name it may hold this night; Nightstand does not read it"
      case .file: "not a file of Nightstand's"
      case .folder: "not a folder of Nightstand's"
      case .link: "a link; what it points to was not touched"
      case .other: "no ordinary file"
      }
    nothing.left.append(.init(path: file.path, why: why))
  }

  /// The names in a folder, sorted; none if there is no such folder.
  private func list(_ folder: String) throws(SystemError) -> [String] {
    do throws(SystemError) { return try store.names(in: folder) } catch  where error.isNoFolder { return [] }
  }

  /// What lies at a path and what it is about; nil if nothing does.
  private func found(_ path: String) throws(SystemError) -> FoundFile? {
    guard let status = try store.files.statusIfThere(path) else { return nil }
    var file = FoundFile(path: path, status: status)
    guard status.kind == .file else { return file }
    let (folder, name) = (path.parentFolder, path.lastName)
    let bare = name.hasSuffix(".damaged") ? String(name.dropLast(8)) : name
    if let known = folder.hasSuffix("/rescue") ? JournalName(anywhere: bare) : store.journalHome(folder)?.journal(bare)
    {
      (file.partition, file.writer) = (known.partition, known.writer)
    } else if name.contains(".jsonl") {
      // Another name, such as that of a conflict copy: its first line may say what it is about.
      do throws(SystemError) {
        let start = try store.files.with(path, .read) { open throws(SystemError) in
          try store.files.read(open, at: 0, count: 4096)
        }
        file.partition = FileReading(Array(start.prefix { $0 != UInt8(ascii: "\n") })).partitions.first
      } catch .missing {}
    }
    return file
  }
}
