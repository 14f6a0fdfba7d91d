internal import NightModel
internal import Text

/// What lies where and would be erased, sorted by when it goes; and what would stay.
struct PurgeTargets {
  /// One file, or what stands where one could.
  struct Target {
    let path: String
    let kind: FileStatus.Kind
    let bytes: Int
    /// What it is about, if it is a file of the journal.
    var partition: Partition?
  }

  /// The number of the record's folder; nil if that is gone.
  var folder: UInt64?
  /// Files of the journal, in the record.
  var journals: [Target] = []
  /// The folders that may be empty afterwards, innermost first.
  var journalFolders: [String] = []
  /// Files of the journal beside the record, which wait to be saved.
  var copies: [Target] = []
  /// Other files of the state folders; only when everything goes.
  var state: [Target] = []
  /// What names the record; goes last of all files.
  var identity: [Target] = []
  /// This machine's state folders for the record, the one in use first.
  var states: [StateFolder] = []
  /// State folders that another copy of the record uses too, and where that copy lies.
  var sharing: [String: String] = [:]
  /// The folders above all of it.
  var roots: [String] = []
  var left: [Erasure.Left] = []
  /// True if an earlier run began to erase and was interrupted.
  var isUnfinished = false

  var all: [Target] { toNote + state + identity }
  var isEmpty: Bool { all.isEmpty && !isUnfinished }
  /// What would be read as long as it is there.
  var toNote: [Target] { journals + copies }
  /// True if a crash could leave half of it to be read. What waits for a record that is gone is not read.
  var needsNote: Bool { folder != nil && !toNote.isEmpty }

  /// Takes in what stays, and why.
  mutating func leave(_ target: Target, because why: String? = nil) {
    let usual =
      switch target.kind {
      case .file: "not a file of Nightstand's"
      case .folder: "not a folder of Nightstand's"
      case .link: "a link; what it points to was not touched"
      case .other: "no ordinary file"
      }
    left.append(.init(path: target.path, why: why ?? usual))
  }
}

extension Store {
  /// What an extent covers, as it lies on the disk now.
  /// - Throws: `StoreError.notARecord`, `StoreError.cannotRead`.
  func targets(of extent: PurgeExtent) throws(StoreError) -> PurgeTargets {
    if let reason = missing?.reason ?? unreadable { throw .cannotRead(path: places.store, reason) }
    var targets = PurgeTargets()
    var isRecord = true
    do throws(SystemError) {
      targets.folder = try files.statusIfThere(places.store)?.inode
      switch extent {
      case .night(let date): try addNight(date, to: &targets)
      case .all: try addRecord(to: &targets)
      }
      try addBeside(extent, to: &targets)
      if extent == .all, !targets.isUnfinished, !targets.journals.isEmpty || !targets.identity.isEmpty {
        isRecord = try isRecognisable(targets)
      }
    } catch {
      throw .cannotRead(path: places.store, error)
    }
    guard isRecord else { throw .notARecord(path: places.store) }
    if targets.isEmpty {
      targets.roots = []
    } else if extent == .all || !targets.journals.isEmpty {
      targets.roots.insert(places.store, at: 0)
    }
    return targets
  }

  // MARK: In the record

  private func addNight(_ date: CivilDate, to targets: inout PurgeTargets) throws(SystemError) {
    for year in try list(places.store + "/nights") where !year.hasPrefix(".") {
      let folder = places.store + "/nights/" + year
      for name in try list(folder) where name.contains("\(date)") {
        guard let target = try target(folder + "/" + name) else { continue }
        if target.partition == .night(date) {
          targets.journals.append(target)
        } else if target.partition == nil {
          let why = "by its name it may hold this night; Nightstand does not read it"
          targets.leave(target, because: target.kind == .file ? why : nil)
        }
      }
    }
    targets.journalFolders = Set(targets.journals.map(\.path.parentFolder)).union([places.folder(of: .night(date))])
      .sorted()
  }

  private func addRecord(to targets: inout PurgeTargets) throws(SystemError) {
    for name in try list(places.store) where name != ".state" {
      let path = places.store + "/" + name
      if name == "plan" || name == "nights" {
        try addJournals(below: path, depth: name == "plan" ? 0 : 1, to: &targets)
      } else if let target = try target(path) {
        let isIdentity = ["store.json", "store.json.new"].contains(name) || name.hasPrefix(".store.json.")
        if isIdentity, target.kind == .file { targets.identity.append(target) } else { targets.leave(target) }
      }
    }
  }

  private func addJournals(below folder: String, depth: Int, to targets: inout PurgeTargets) throws(SystemError) {
    for name in try list(folder) {
      guard let target = try target(folder + "/" + name) else { continue }
      if depth > 0, target.kind == .folder {
        try addJournals(below: target.path, depth: depth - 1, to: &targets)
      } else if target.partition != nil {
        targets.journals.append(target)
      } else {
        targets.leave(target)
      }
    }
    targets.journalFolders.append(folder)
  }

  // MARK: Beside it

  private func addBeside(_ extent: PurgeExtent, to targets: inout PurgeTargets) throws(SystemError) {
    targets.states = try stateFolders(extent, &targets)
    for state in targets.states {
      let before = targets.all.count
      let others = extent == .all ? try sharing(state, targets.folder) : nil
      targets.sharing[state.path] = others
      let own = others == nil ? nil : try writers(in: state, targets.folder)
      for name in try list(state.rescue) {
        guard let target = try target(state.rescue + "/" + name) else { continue }
        switch extent {
        case .night(let date):
          if target.partition == .night(date) {
            targets.copies.append(target)
          } else if target.partition == nil, name.contains("\(date)") {
            targets.leave(target)
          }
        case .all:
          if target.partition != nil, own == nil || JournalName(target.path).map({ own?.contains($0.writer) }) == true {
            targets.copies.append(target)
          } else if own == nil {
            targets.leave(target)
          }
        }
      }
      if extent == .all, others == nil { try addState(state, to: &targets) }
      if targets.all.count > before || extent == .all { targets.roots.append(state.path) }
    }
  }

  private func addState(_ state: StateFolder, to targets: inout PurgeTargets) throws(SystemError) {
    for name in try list(state.path) where !StateFolder.goesLast(name) {
      let path = state.path + "/" + name
      guard path != state.rescue, !isOwnCache(path), let target = try target(path) else { continue }
      if target.kind == .file, StateFolder.isKnown(name) { targets.state.append(target) } else { targets.leave(target) }
    }
  }

  /// The state folders of this record, the one in use first: those of ids it had here before or while its store.json was
  /// damaged, and what is left of them where erasing was interrupted.
  private func stateFolders(
    _ extent: PurgeExtent, _ targets: inout PurgeTargets
  ) throws(SystemError) -> [StateFolder] {
    let own = ownStates(waiting: false).map(\.path) + [places.ownState]
    var seen: [String] = []
    if let root = places.stateRoot {
      seen = try PlaceNotes(files: files, root: root).names(at: places.lastingStore).map { root + "/" + $0 }
    }
    var found: [StateFolder] = []
    for path in own + seen where !found.contains(where: { $0.path == path }) {
      guard try files.statusIfThere(path)?.kind == .folder else {
        // Only the note of where the record was is left.
        if seen.contains(path), extent == .all, identity == nil { targets.isUnfinished = true }
        continue
      }
      let folder = StateFolder(files: files, path: path)
      let inode = targets.folder
      let isNoted = try folder.erasing.lines()
        .contains { $0.extent == extent && ($0.folder == inode || inode == nil && extent == .all) }
      // Erasing everything was interrupted after the record's id was gone.
      let isSpent = extent == .all ? try isSpent(folder) : false
      if isNoted || isSpent && identity == nil { targets.isUnfinished = true }
      if isNoted || isSpent || own.contains(path) { found.append(folder) }
    }
    return found
  }

  /// True if nothing is left in a state folder but what goes last.
  private func isSpent(_ folder: StateFolder) throws(SystemError) -> Bool {
    for name in try list(folder.path) where !StateFolder.goesLast(name) {
      let path = folder.path + "/" + name
      guard path == folder.rescue || isOwnCache(path), try list(path).isEmpty else { return false }
    }
    return true
  }

  /// True for the folder of what can be made anew, where it lies in the state folder.
  private func isOwnCache(_ path: String) -> Bool { path == places.ownState + "/" + Places.ownCacheName }

  /// Who writes in the record's folder on this machine, as a state folder has it.
  private func writers(in state: StateFolder, _ folder: UInt64?) throws(SystemError) -> [String] {
    guard let folder else { return [] }
    return try state.writers(storeInode: folder)
  }

  /// Where another copy of this record lies that uses the same state folder; nil if none is known.
  private func sharing(_ state: StateFolder, _ folder: UInt64?) throws(SystemError) -> String? {
    guard let root = places.stateRoot, state.path == root + "/" + state.name, EntryID(state.name) != nil
    else { return nil }
    for other in try PlaceNotes(files: files, root: root).paths(of: state.name, besides: places.lastingStore) {
      guard let status = try files.statusIfThere(other), status.kind == .folder, status.inode != folder,
        let bytes = try files.contents(of: other + "/store.json")
      else { continue }
      if JSON(bytes[...])?["store"]?.text == state.name { return other }
    }
    return nil
  }

  // MARK: Looking

  /// True if the folder names itself a record, this machine has written there, or a file of its journal is sound.
  private func isRecognisable(_ targets: PurgeTargets) throws(SystemError) -> Bool {
    if let identity, EntryID(identity) != nil { return true }
    for state in targets.states where try !writers(in: state, targets.folder).isEmpty { return true }
    for target in targets.journals {
      guard let bytes = try files.contents(of: target.path) else { continue }
      let reading = FileReading(bytes)
      if reading.store != nil || !reading.entries.isEmpty { return true }
    }
    return false
  }

  /// The names in a folder, sorted; none if there is no such folder.
  private func list(_ folder: String) throws(SystemError) -> [String] {
    do throws(SystemError) {
      return try files.list(folder).sorted()
    } catch  where error == .missing || error.isNoFolder {
      return []
    }
  }

  /// What lies at a path and what it is about; nil if nothing does.
  private func target(_ path: String) throws(SystemError) -> PurgeTargets.Target? {
    guard let status = try files.statusIfThere(path) else { return nil }
    guard status.kind == .file else { return .init(path: path, kind: status.kind, bytes: 0) }
    let isOther = path.split(separator: "/").last?.contains(".jsonl") == true
    var known = JournalName(path)?.partition
    if known == nil, isOther { known = try partitionInside(path) }
    return .init(path: path, kind: .file, bytes: status.size, partition: known)
  }

  /// What a file with another name, such as a conflict copy, says in a sound first line that it is about.
  private func partitionInside(_ path: String) throws(SystemError) -> Partition? {
    let start: [UInt8]
    do throws(SystemError) {
      start = try files.with(path, .read) { file throws(SystemError) in try files.read(file, at: 0, count: 4096) }
    } catch .missing {
      return nil
    }
    let line = start.prefix { $0 != UInt8(ascii: "\n") }
    guard case .sound(let json, _) = LineFormat.read(line), json["care"] != nil else { return nil }
    guard let night = json["night"]?.text else { return .plan }
    return CivilDate(night).map { .night($0) }
  }
}

extension JournalName {
  /// Reads the name of a file anywhere: in a folder `plan`, or among what waits to be saved.
  fileprivate init?(_ path: String) {
    guard var name = path.split(separator: "/").last.map(String.init) else { return nil }
    if name.hasSuffix(".damaged") { name.removeLast(8) }
    let folder = path.parentFolder
    guard
      let known = JournalName(name, inPlan: false)
        ?? (folder.hasSuffix("/plan") || folder.hasSuffix("/rescue") ? JournalName(name, inPlan: true) : nil)
    else { return nil }
    self = known
  }
}

extension StateFolder {
  private static let names: Set<String> = [
    "record.json", "writers.json", "reserve", "marks", "lost", "actions", "card.txt", "card-before-damage.txt",
    "uncovered",
  ]

  /// True for the files of a state folder, and what a crash leaves beside them.
  static func isKnown(_ name: String) -> Bool {
    names.contains(name.hasSuffix(".new") ? String(name.dropLast(4)) : name)
  }

  /// True for what holds the others together until they are gone.
  static func goesLast(_ name: String) -> Bool { ["erasing", "erasing.new", "lock"].contains(name) }
}
