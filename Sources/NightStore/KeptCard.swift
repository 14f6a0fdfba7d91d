internal import NightModel

/// The emergency card as a text beside the record, for the night when the record itself cannot be read.
extension Store {
  /// Keeps the card's text in this machine's state folder (`card.txt`, 0600), if it is not kept so already.
  ///
  /// It is there whole or as it was before, whatever happens meanwhile. Keeps nothing where there is no record yet.
  /// - Returns: true if the text is kept. What keeps it from being kept stops nothing else.
  @discardableResult
  public func keepCard(_ text: String) -> Bool {
    guard identity != nil, let state = state ?? makeState() else { return false }
    let bytes = Array(text.utf8)
    do {
      try notePlace()
      // Where the id cannot be read today, the card must not be an old one once it can be read again.
      for state in [state] + earlierStates() where try files.contents(of: state.cardPath) != bytes {
        try files.replace(state.cardPath, with: bytes)
        try files.syncFolder(state.path)
      }
      return true
    } catch {
      return false
    }
  }

  /// The card as it was last kept on this machine for a record, which need not be readable, or there at all.
  ///
  /// The state folder is named after the store's id. Where store.json does not tell that id, the state root's
  /// `places.json` does, which notes by path which ids were seen there.
  /// - Returns: nil if none was kept.
  public static func keptCard(for places: Places, files: any FileSystem) -> String? {
    var folders = [places.ownState]
    if let root = places.stateRoot {
      var names: [String] = []
      if let bytes = (try? files.contents(of: places.identity)) ?? nil, let id = JSON(bytes[...])?["store"]?.text,
        EntryID(id) != nil
      {
        names = [id]
      } else {
        if let inode = try? files.status(at: places.store).inode { names.append("folder-\(inode)") }
        names += PlaceNotes(files: files, root: root).identities(at: places.lastingStore)
      }
      folders += names.map { root + "/" + $0 }
    }
    for folder in folders {
      let path = StateFolder(files: files, path: folder).cardPath
      if let bytes = (try? files.contents(of: path)) ?? nil { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }

  /// Makes the state folder of a record that was only read so far; nil if there is no home for it.
  func makeState() -> StateFolder? {
    guard let path = statePath(identity) else { return nil }
    let folder = StateFolder(files: files, path: path)
    guard (try? folder.make()) != nil else { return nil }
    state = folder
    return folder
  }

  /// The state folders this record had here when its id could be read; none if it can be.
  func earlierStates() -> [StateFolder] {
    guard identity.map({ EntryID($0) == nil }) ?? true, let root = places.stateRoot,
      let inode = try? files.status(at: places.store).inode
    else { return [] }
    return PlaceNotes(files: files, root: root).identities(at: places.lastingStore)
      .map { StateFolder(files: files, path: root + "/" + $0) }
      .filter { $0.path != state?.path && !$0.writers(storeInode: inode).isEmpty }
  }

  /// Notes where this record lies, for runs that cannot read its id.
  func notePlace() throws(SystemError) {
    guard let root = places.stateRoot, let state, let identity, state.path == root + "/" + identity else { return }
    try PlaceNotes(files: files, root: root).note(identity, at: places.lastingStore)
  }
}

/// Which stores were seen where, newest first: `places.json` in the state root.
struct PlaceNotes {
  let files: any FileSystem
  let root: String

  private var path: String { root + "/places.json" }
  /// How many ids are kept for one path.
  private static let most = 8

  /// The ids seen at a path, newest first.
  func identities(at store: String) -> [String] {
    all().first { $0.store == store }?.identities ?? []
  }

  /// The other paths where a store of that id was seen.
  func paths(of identity: String, besides store: String) -> [String] {
    all().filter { $0.store != store && $0.identities.contains(identity) }.map(\.store)
  }

  /// Notes an id as the newest at a path.
  func note(_ identity: String, at store: String) throws(SystemError) {
    let known = identities(at: store)
    guard known.first != identity else { return }
    try keep([identity] + known.filter { $0 != identity }, at: store)
  }

  /// Forgets ids seen at a path. The file goes with the last of them.
  func forget(_ gone: [String], at store: String) throws(SystemError) {
    let known = identities(at: store)
    let kept = known.filter { !gone.contains($0) }
    if kept != known { try keep(kept, at: store) }
  }

  private func keep(_ identities: [String], at store: String) throws(SystemError) {
    var places = all().filter { $0.store != store }
    if !identities.isEmpty { places.append((store, Array(identities.prefix(Self.most)))) }
    if places.isEmpty {
      try files.removeIfThere(path)
    } else {
      let members = places.map { JSON.Member($0.store, .array($0.identities.map { .string($0) })) }
      try files.replace(path, with: Array("\(JSON.object(members))\n".utf8))
    }
    try files.syncFolder(root)
  }

  private func all() -> [(store: String, identities: [String])] {
    guard let bytes = (try? files.contents(of: path)) ?? nil, let members = JSON(bytes[...])?.members else { return [] }
    return members.map { ($0.name, ($0.value.elements ?? []).compactMap(\.text).filter(Self.isIdentity)) }
  }

  /// A name that cannot lead anywhere but into a folder below the root.
  private static func isIdentity(_ text: String) -> Bool {
    EntryID(text) != nil || text.hasPrefix("folder-") && UInt64(text.dropFirst(7)) != nil
  }
}
