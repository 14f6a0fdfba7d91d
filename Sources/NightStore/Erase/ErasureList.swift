internal import NightModel

/// What goes when a night or everything is erased, and in which order; and what stays.
struct ErasureList {
  let extent: PurgeExtent
  /// The number of the record's folder; nil if that is gone.
  let folder: UInt64?
  /// Files of the journal, in the record and beside it: what would be read as long as it is there.
  private(set) var journals: [Target] = []
  /// Those that came after an interrupted run had noted what goes. They stay.
  private(set) var survivors: [Target] = []
  /// Other files of the state folders, and what names the record; only when everything goes.
  private var (stateFiles, identity): ([Target], [Target]) = ([], [])
  /// The journal's folders, innermost first.
  private var journalFolders: [String] = []
  /// This machine's state folders for the record, the one in use first, and what their notes say.
  private(set) var notes: [(state: StateFolder, lines: [ErasingNote.Line])] = []
  /// State folders that another copy of the record uses too, and where that copy lies.
  private(set) var sharing: [String: String] = [:]
  /// The folders above all of it.
  private(set) var roots: [String] = []
  private(set) var left: [Erasure.Left] = []
  /// True if an earlier run began to erase and was interrupted.
  private(set) var isUnfinished = false

  private let store: Store
  /// What an interrupted run has noted, if nothing but that is to go; nil otherwise.
  private let noted: ErasingNote.Files?

  /// A file, or what stands where one could; or a folder that goes if it is empty.
  struct Target {
    let path: String
    var kind = FileStatus.Kind.folder
    var inode: UInt64 = 0
    var bytes = 0
    /// What it is about and who wrote it, if it is a file of the journal.
    var partition: Partition?
    var writer: String?
  }

  /// One thing that is done, and is on the disk, before anything that comes after it.
  enum Step {
    /// These go, in this order.
    case remove([Target])
    /// A state folder forgets how far erased files reached and what was done in them.
    case forget(StateFolder)
    /// What was kept of nights goes.
    case removeRows
    /// The note is struck out.
    case strikeNote
    /// The note of where the record was goes.
    case forgetPlace
  }

  var states: [StateFolder] { notes.map(\.state) }
  var files: [Target] { journals + stateFiles + identity }
  var isEmpty: Bool { files.isEmpty && !isUnfinished }
  /// True if a crash could leave half of it to be read. What waits for a record that is gone is not read.
  var needsNote: Bool { folder != nil && !journals.isEmpty }
  /// True if there is a record left afterwards.
  var keepsRecord: Bool { extent != .all || !survivors.isEmpty }

  /// All that is done, in order.
  var steps: [Step] {
    let folders = (isEmpty ? [] : journalFolders).map { Target(path: $0) }
    let first: [Step] = [.remove(journals + folders), .remove(stateFiles)]
    guard !keepsRecord else { return first + states.map { .forget($0) } + [.removeRows, .strikeNote] }
    let shared = states.filter { sharing[$0.path] != nil }
    func whole(_ states: some Sequence<StateFolder>) -> [Target] {
      states.flatMap { state in
        StateFolder.lastNames.map { Target(path: state.path + "/" + $0, kind: .file) }
          + [Target(path: state.rescue), Target(path: state.path)]
      }
    }
    let (own, place) = (states.filter { sharing[$0.path] == nil }, store.places)
    return first + shared.map { .forget($0) } + [.removeRows] + (shared.isEmpty ? [] : [.strikeNote]) + [
      .remove(identity),
      .remove(whole(own.filter { $0.path == place.ownState }) + [Target(path: place.store)]),
      .remove(whole(own.filter { $0.path != place.ownState })),
    ] + (noted == nil ? [.forgetPlace] : [])
  }

  /// What an extent covers, as it lies on the disk now. `isFinishing` is true for that alone which an interrupted run
  /// has noted. Throws `StoreError.notARecord`, `StoreError.cannotRead`.
  init(_ extent: PurgeExtent, of store: Store, isFinishing: Bool = false) throws(StoreError) {
    if let reason = store.missing?.reason ?? store.unreadable { throw .cannotRead(path: store.places.store, reason) }
    (self.extent, self.store) = (extent, store)
    do throws(SystemError) {
      folder = try store.files.statusIfThere(store.places.store)?.inode
      noted = isFinishing ? try store.state?.erasing.lines().files(of: folder) ?? [:] : nil
      if !isFinishing || store.state != nil { try addRecord() }
      try findStates()
      for state in states { try addState(state) }
    } catch {
      throw .cannotRead(path: store.places.store, error)
    }
    guard extent != .all || isUnfinished || isRecognisable else { throw .notARecord(path: store.places.store) }
    if isEmpty { roots = [] }
  }

  // MARK: In the record

  private mutating func addRecord() throws(SystemError) {
    let place = store.places
    if extent == .all {
      for name in try list(place.store) where !["plan", "nights", ".state"].contains(name) {
        guard let target = try target(place.store + "/" + name) else { continue }
        let isIdentity = ["store.json", "store.json.new"].contains(name) || name.hasPrefix(".store.json.")
        if isIdentity, target.kind == .file { identity.append(target) } else { leave(target) }
      }
      try addJournals(below: place.folder(of: .plan), depth: 0)
    }
    try addJournals(below: place.store + "/nights", depth: 1)
    if extent == .all || !journals.isEmpty { roots.append(place.store) }
  }

  private mutating func addJournals(below folder: String, depth: Int) throws(SystemError) {
    let before = journals.count
    for name in try list(folder) {
      let path = folder + "/" + name
      if depth > 0, extent != .all, !name.hasPrefix(".") {
        try addJournals(below: path, depth: depth - 1)
      } else if extent == .all || name.contains("\(extent)"), let target = try target(path) {
        if depth > 0, target.kind == .folder {
          try addJournals(below: path, depth: depth - 1)
        } else if let partition = target.partition {
          if extent.covers(partition) { add(target) }
        } else {
          leave(target)
        }
      }
    }
    if extent == .all || depth == 0 && (journals.count > before || noted != nil) { journalFolders.append(folder) }
  }

  private mutating func add(_ target: Target) {
    if isMeant(target) { journals.append(target) } else { survivors.append(target) }
  }

  /// False for what came after an interrupted run had noted what goes.
  private func isMeant(_ target: Target) -> Bool {
    guard let noted else { return true }
    return noted[store.shown(target.path)].map { $0 == nil || $0 == target.inode } ?? false
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
        if seen.contains(path), extent == .all, store.identity == nil, noted == nil { isUnfinished = true }
        continue
      }
      let state = StateFolder(files: store.files, path: path)
      let lines = try state.erasing.lines()
      let isNoted = lines.contains { $0.extent == extent && ($0.folder == folder || folder == nil && extent == .all) }
      // Erasing everything was interrupted after the record's id was gone.
      let isSpent = extent == .all ? try state.isSpent() : false
      if isNoted || isSpent && store.identity == nil { isUnfinished = true }
      if isNoted || isSpent || noted == nil && own.contains(path) { notes.append((state, lines)) }
    }
  }

  private mutating func addState(_ state: StateFolder) throws(SystemError) {
    let before = files.count
    if extent == .all { sharing[state.path] = try store.record.placesOfRecords?.otherUser(of: state, than: store) }
    // Where another copy of the record uses it too, only what this one wrote goes.
    let own = sharing[state.path] == nil ? nil : try writers(in: state)
    for name in try list(state.rescue) {
      guard let target = try target(state.rescue + "/" + name), isMeant(target) else { continue }
      if let partition = target.partition {
        if extent.covers(partition), own.map({ $0.contains(target.writer ?? "") }) != false { journals.append(target) }
      } else if own == nil, extent == .all || name.contains("\(extent)") {
        leave(target)
      }
    }
    for name in extent == .all && own == nil ? try list(state.path) : [] where !StateFolder.lastNames.contains(name) {
      let path = state.path + "/" + name
      guard path != state.rescue, path != store.places.ownCache, let target = try target(path) else { continue }
      if target.kind != .file || !StateFolder.isKnown(name) {
        leave(target)
      } else if !keepsRecord || StateFolder.isCard(name) {
        stateFiles.append(target)
      }
    }
    if files.count > before || extent == .all { roots.append(state.path) }
  }

  /// Who writes in the record's folder on this machine, as a state folder has it.
  func writers(in state: StateFolder) throws(SystemError) -> [String] {
    try folder.map { inode throws(SystemError) in try state.writers(storeInode: inode) } ?? []
  }

  // MARK: Looking

  /// True if there is no record, or the folder names itself one, this machine has written there, or a file of its journal is
  /// sound.
  private var isRecognisable: Bool {
    if let id = store.identity, EntryID(id) != nil { return true }
    let inRecord = journals.filter { $0.path.hasPrefix(store.places.store + "/") }
    return inRecord.isEmpty && identity.isEmpty || states.contains { (try? writers(in: $0))?.isEmpty == false }
      || inRecord.contains { target in
        let reading = ((try? store.files.contents(of: target.path)) ?? nil).map { FileReading($0) }
        return reading?.store != nil || reading?.entries.isEmpty == false
      }
  }

  /// Takes in what stays, and why.
  private mutating func leave(_ target: Target) {
    let why =
      switch target.kind {
      case .file where extent != .all: "by its name it may hold this night; Nightstand does not read it"
      case .file: "not a file of Nightstand's"
      case .folder: "not a folder of Nightstand's"
      case .link: "a link; what it points to was not touched"
      case .other: "no ordinary file"
      }
    left.append(.init(path: target.path, why: why))
  }

  /// The names in a folder, sorted; none if there is no such folder.
  private func list(_ folder: String) throws(SystemError) -> [String] {
    do throws(SystemError) { return try store.names(in: folder) } catch  where error.isNoFolder { return [] }
  }

  /// What lies at a path and what it is about; nil if nothing does.
  private func target(_ path: String) throws(SystemError) -> Target? {
    guard let status = try store.files.statusIfThere(path) else { return nil }
    guard status.kind == .file else { return Target(path: path, kind: status.kind) }
    var target = Target(path: path, kind: .file, inode: status.inode, bytes: status.size)
    let (folder, name) = (path.parentFolder, path.lastName)
    let bare = name.hasSuffix(".damaged") ? String(name.dropLast(8)) : name
    if let known = folder.hasSuffix("/rescue") ? JournalName(anywhere: bare) : store.journalHome(folder)?.journal(bare)
    {
      (target.partition, target.writer) = (known.partition, known.writer)
    } else if name.contains(".jsonl") {
      // Another name, such as that of a conflict copy: its first line may say what it is about.
      do throws(SystemError) {
        let start = try store.files.with(path, .read) { file throws(SystemError) in
          try store.files.read(file, at: 0, count: 4096)
        }
        target.partition = FileReading(Array(start.prefix { $0 != UInt8(ascii: "\n") })).partitions.first
      } catch .missing {}
    }
    return target
  }
}
