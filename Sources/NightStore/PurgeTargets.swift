internal import NightModel

/// What lies where and would be erased, sorted by when it goes; and what would stay.
struct PurgeTargets {
  /// One file.
  struct Target: Hashable {
    let path: String
    let bytes: Int
    let links: Int
    /// What it is about, if it is a file of the journal.
    var partition: Partition?
  }

  /// Files of the journal, in the record.
  var journals: [Target] = []
  /// The folders that may be empty afterwards, innermost first.
  var journalFolders: [String] = []
  /// Files of the journal beside the record: what waits to be saved, backups.
  var copies: [Target] = []
  /// Other files of the state folders; only when everything goes.
  var state: [Target] = []
  var cache: [Target] = []
  var cacheFolders: [String] = []
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

  var all: [Target] { journals + copies + state + cache + identity }
  var isEmpty: Bool { all.isEmpty && !isUnfinished }
}

extension Store {
  /// What an extent covers, as it lies on the disk now.
  /// - Throws: `StoreError.notARecord`, `StoreError.cannotRead`.
  func targets(of extent: PurgeExtent) throws(StoreError) -> PurgeTargets {
    var targets = PurgeTargets()
    do throws(SystemError) {
      switch extent {
      case .night(let date): try addNight(date, to: &targets)
      case .all: try addRecord(to: &targets)
      }
      try addBeside(extent, to: &targets)
    } catch {
      throw .cannotRead(path: places.store, error)
    }
    if extent == .all, !targets.isUnfinished, !targets.journals.isEmpty || !targets.identity.isEmpty {
      guard isRecognisable(targets) else { throw .notARecord(path: places.store) }
    }
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
        let path = folder + "/" + name
        guard let target = try target(path, name, &targets) else { continue }
        if target.partition == .night(date) {
          targets.journals.append(target)
        } else if target.partition == nil {
          targets.left.append(.init(path: path, why: "by its name it may hold this night; Nightstand does not read it"))
        }
      }
    }
    targets.journalFolders = Set(targets.journals.map(\.path.parentFolder)).union([places.folder(of: .night(date))])
      .sorted()
  }

  private func addRecord(to targets: inout PurgeTargets) throws(SystemError) {
    for name in try list(places.store) {
      let path = places.store + "/" + name
      switch name {
      case "plan", "nights":
        try add(below: path, depth: name == "plan" ? 0 : 1, &targets, to: \.journals, folders: \.journalFolders) {
          $0.partition != nil
        }
      case ".state": break
      default:
        guard let target = try target(path, name, &targets) else { continue }
        if ["store.json", "store.json.new"].contains(name) || name.hasPrefix(".store.json.") {
          targets.identity.append(target)
        } else {
          targets.left.append(.init(path: path, why: Self.notOurs))
        }
      }
    }
  }

  // MARK: Beside it

  private func addBeside(_ extent: PurgeExtent, to targets: inout PurgeTargets) throws(SystemError) {
    targets.states = try stateFolders(extent, &targets)
    for state in targets.states {
      let others = sharing(state)
      if extent == .all, let others { targets.sharing[state.path] = others }
      let writers = ownWriters(in: state)
      let before = targets.all.count
      for folder in state.copies {
        var ignored: [String] = []
        var elsewhere: [PurgeTargets.Target] = []
        try collect(below: folder, depth: 2, &targets.left, &elsewhere, &ignored) { target in
          switch extent {
          case .night(let date): target.partition == .night(date)
          case .all:
            target.partition != nil
              && (others == nil || JournalName(target.path).map { writers.contains($0.writer) } == true)
          }
        } left: { target in
          extent == .all && others == nil || target.path.contains("\(extent)") && target.partition == nil
        }
        targets.copies += elsewhere
      }
      if extent == .all, others == nil {
        for name in try list(state.path) {
          let path = state.path + "/" + name
          if state.copies.contains(path) || StateFolder.goesLast(name) { continue }
          guard let target = try target(path, name, &targets) else { continue }
          if StateFolder.isKnown(name) {
            targets.state.append(target)
          } else {
            targets.left.append(.init(path: path, why: Self.notOurs))
          }
        }
      }
      if targets.all.count > before || extent == .all { targets.roots.append(state.path) }
      if let root = places.cacheRoot, let name = state.path.split(separator: "/").last, name != ".state" {
        let folder = "\(root)/\(name)"
        let before = targets.cache.count
        try add(below: folder, depth: 3, &targets, to: \.cache, folders: \.cacheFolders) { _ in true }
        if targets.cache.count > before { targets.roots.append(folder) }
      }
    }
  }

  /// The state folders of this record: the one in use, and those of ids it had here before its store.json was damaged.
  private func stateFolders(
    _ extent: PurgeExtent, _ targets: inout PurgeTargets
  ) throws(SystemError) -> [StateFolder] {
    let inode = try? files.status(at: places.store).inode
    func isNoted(_ folder: StateFolder) -> Bool {
      folder.erasing.lines().contains { $0.extent == extent && (inode == nil || $0.folder == inode) }
    }
    var found = [state].compactMap { $0 }
    targets.isUnfinished = found.contains(where: isNoted)
    let earlier = Set(earlierStates().map(\.path))
    if let root = places.stateRoot {
      for name in PlaceNotes(files: files, root: root).identities(at: places.lastingStore) {
        let folder = StateFolder(files: files, path: root + "/" + name)
        guard !found.contains(where: { $0.path == folder.path }) else { continue }
        // Erasing everything was interrupted after the record's id was gone.
        let rest = try list(folder.path).filter { !StateFolder.goesLast($0) }
        var isSpent = extent == .all && identity == nil
        for name in rest where isSpent {
          let path = folder.path + "/" + name
          let isCopies = folder.copies.contains(path)
          let names = try list(path)
          isSpent = isCopies && names.isEmpty
        }
        let wasBegun = isNoted(folder) || isSpent
        if wasBegun { targets.isUnfinished = true }
        if wasBegun || earlier.contains(folder.path) { found.append(folder) }
      }
    }
    return found
  }

  private func ownWriters(in state: StateFolder) -> Set<String> {
    guard let inode = try? files.status(at: places.store).inode else { return [] }
    return Set(state.writers(storeInode: inode))
  }

  /// Where another copy of this record lies that uses the same state folder; nil if none is known.
  private func sharing(_ state: StateFolder) -> String? {
    guard let root = places.stateRoot, let identity, state.path == root + "/" + identity, EntryID(identity) != nil
    else { return nil }
    let own = try? files.status(at: places.store).inode
    return PlaceNotes(files: files, root: root).paths(of: identity, besides: places.lastingStore).first { other in
      guard let inode = try? files.status(at: other).inode, inode != own,
        let bytes = (try? files.contents(of: other + "/store.json")) ?? nil
      else { return false }
      return JSON(bytes[...])?["store"]?.text == identity
    }
  }

  // MARK: Looking

  private static let notOurs = "not a file of Nightstand's"

  /// True if the folder names itself a record, this machine has written there, or a file of its journal is sound.
  private func isRecognisable(_ targets: PurgeTargets) -> Bool {
    if let identity, EntryID(identity) != nil { return true }
    if !(targets.states.allSatisfy { ownWriters(in: $0).isEmpty }) { return true }
    return targets.journals.contains { target in
      guard let bytes = (try? files.contents(of: target.path)) ?? nil else { return false }
      let reading = FileReading(bytes)
      return reading.store != nil || !reading.entries.isEmpty
    }
  }

  /// The names in a folder, sorted; none if there is no such folder.
  private func list(_ folder: String) throws(SystemError) -> [String] {
    do throws(SystemError) {
      return try files.list(folder).sorted()
    } catch  where error == .missing || error.isNoFolder {
      return []
    }
  }

  /// A file and what it is about; nil if something else stands there, which is left.
  private func target(
    _ path: String, _ name: String, _ targets: inout PurgeTargets
  ) throws(SystemError) -> PurgeTargets.Target? {
    try target(path, name, &targets.left)
  }

  private func target(
    _ path: String, _ name: String, _ left: inout [Erasure.Left]
  ) throws(SystemError) -> PurgeTargets.Target? {
    let status: FileStatus
    do throws(SystemError) { status = try files.status(at: path) } catch .missing { return nil }
    switch status.kind {
    case .file:
      let known = JournalName(path)?.partition ?? (name.contains(".jsonl") ? partitionInside(path) : nil)
      return .init(path: path, bytes: status.size, links: status.links, partition: known)
    case .folder: left.append(.init(path: path, why: "not a folder of Nightstand's"))
    case .link: left.append(.init(path: path, why: "a link; what it points to was not touched"))
    case .other: left.append(.init(path: path, why: "no ordinary file"))
    }
    return nil
  }

  /// What a file with another name, such as a conflict copy, says in a sound first line that it is about.
  private func partitionInside(_ path: String) -> Partition? {
    let start = try? files.with(path, .read) { file throws(SystemError) in try files.read(file, at: 0, count: 4096) }
    guard let line = start?.prefix(while: { $0 != UInt8(ascii: "\n") }),
      case .sound(let json, _) = LineFormat.read(line), json["care"] != nil
    else { return nil }
    guard let night = json["night"]?.text else { return .plan }
    return CivilDate(night).map { .night($0) }
  }

  private func add(
    below folder: String, depth: Int, _ targets: inout PurgeTargets,
    to list: WritableKeyPath<PurgeTargets, [PurgeTargets.Target]>,
    folders: WritableKeyPath<PurgeTargets, [String]>, where isOurs: (PurgeTargets.Target) -> Bool
  ) throws(SystemError) {
    var found: [PurgeTargets.Target] = []
    var inner: [String] = []
    try collect(below: folder, depth: depth, &targets.left, &found, &inner, where: isOurs, left: { _ in true })
    targets[keyPath: list] += found
    targets[keyPath: folders] += inner
  }

  /// Collects the files below a folder, and the folders, innermost first.
  private func collect(
    below folder: String, depth: Int, _ left: inout [Erasure.Left], _ found: inout [PurgeTargets.Target],
    _ folders: inout [String], where isOurs: (PurgeTargets.Target) -> Bool,
    left isTold: (PurgeTargets.Target) -> Bool
  ) throws(SystemError) {
    for name in try list(folder) {
      let path = folder + "/" + name
      if depth > 0, (try? files.status(at: path).kind) == .folder {
        try collect(
          below: path, depth: depth - 1, &left, &found, &folders, where: isOurs, left: isTold)
      } else if let target = try target(path, name, &left) {
        if isOurs(target) {
          found.append(target)
        } else if isTold(target) {
          left.append(.init(path: path, why: Self.notOurs))
        }
      }
    }
    folders.append(folder)
  }
}

extension JournalName {
  /// Reads the name of a file anywhere: in a folder `plan`, among what waits to be saved, or in a backup.
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
    "writers.json", "reserve", "marks", "lost", "actions", "card.txt",
  ]

  /// True for the files of a state folder, and what a crash leaves beside them.
  static func isKnown(_ name: String) -> Bool {
    names.contains(name.hasSuffix(".new") ? String(name.dropLast(4)) : name)
  }

  /// True for what holds the others together until they are gone.
  static func goesLast(_ name: String) -> Bool { ["erasing", "erasing.new", "lock"].contains(name) }
}
