internal import NightModel

/// The emergency card as a text beside the record, for the night when the record itself cannot be read.
extension Store {
  /// Keeps the card's text in this machine's state folder (`card.txt`, 0600), if it is not kept so already.
  ///
  /// A card made from a plan that could not be read whole may lack what matters most. So the one before it is kept too
  /// (`card-before-damage.txt`), until a whole plan's is kept again.
  ///
  /// Either is there whole or as it was before, whatever happens meanwhile. Keeps nothing where there is no record yet.
  /// - Parameter isWhole: false if part of the plan could not be read.
  /// - Returns: true if the text is kept. What keeps it from being kept stops nothing else.
  @discardableResult
  public func keepCard(_ text: String, isWhole: Bool) -> Bool {
    guard identity != nil else { return false }
    let bytes = Array(text.utf8)
    do {
      if state == nil { try makeState() }
      guard let state else { return false }
      try notePlace()
      // Where the id cannot be read today, the card must not be an old one once it can be read again.
      for state in [state] + earlierStates() {
        let kept = try files.contents(of: state.cardPath)
        if try !isWhole && files.statusIfThere(state.cardBeforeDamagePath) == nil {
          // Empty where none was kept before, so that a damaged one is never taken for it.
          try keep(kept ?? [], at: state.cardBeforeDamagePath)
        }
        if kept != bytes { try keep(bytes, at: state.cardPath) }
        if isWhole, try files.removeIfThere(state.cardBeforeDamagePath) { try files.syncFolder(state.path) }
      }
      return true
    } catch {
      return false
    }
  }

  private func keep(_ bytes: [UInt8], at path: String) throws(SystemError) {
    try files.replace(path, with: bytes)
    try files.syncFolder(path.parentFolder)
  }

  /// The card as it was last kept on this machine for a record, which need not be readable, or there at all.
  ///
  /// The state folder is named after the store's id. Where store.json does not tell that id, the state root's
  /// `places.json` does, which notes by path which ids were seen there.
  /// - Returns: nil if none was kept.
  public static func keptCard(for places: Places, files: any FileSystem) -> String? {
    keptText(for: places, files: files, at: \.cardPath)
  }

  /// The last card that was made from a whole plan, as long as the plan cannot be read whole.
  /// - Returns: nil if the plan was whole when the card was last kept, or was never whole before; `keptCard` is all there
  ///   is then.
  public static func keptCardBeforeDamage(for places: Places, files: any FileSystem) -> String? {
    keptText(for: places, files: files, at: \.cardBeforeDamagePath)
  }

  private static func keptText(
    for places: Places, files: any FileSystem, at path: KeyPath<StateFolder, String>
  ) -> String? {
    var folders = [places.ownState]
    if let root = places.stateRoot {
      var names: [String] = []
      if let bytes = (try? files.contents(of: places.identity)) ?? nil, let id = JSON(bytes[...])?["store"]?.text,
        EntryID(id) != nil
      {
        names = [id]
      } else {
        if let inode = try? files.status(at: places.store).inode { names.append("folder-\(inode)") }
        names += (try? PlaceNotes(files: files, root: root).identities(at: places.lastingStore)) ?? []
      }
      folders += names.map { root + "/" + $0 }
    }
    for folder in folders {
      let bytes = (try? files.contents(of: StateFolder(files: files, path: folder)[keyPath: path])) ?? nil
      if let bytes, !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }

  /// The state folders this record had here when its id could be read; none if it can be.
  func earlierStates() -> [StateFolder] {
    guard identity.map({ EntryID($0) == nil }) ?? true, let root = places.stateRoot,
      let inode = try? files.status(at: places.store).inode
    else { return [] }
    let identities = (try? PlaceNotes(files: files, root: root).identities(at: places.lastingStore)) ?? []
    return identities.map { StateFolder(files: files, path: root + "/" + $0) }
      .filter { $0.path != state?.path && (try? $0.writers(storeInode: inode))?.isEmpty == false }
  }

  /// Notes where this record lies, for runs that cannot read its id.
  func notePlace() throws(SystemError) {
    guard let root = places.stateRoot, let state, let identity, state.path == root + "/" + identity else { return }
    try PlaceNotes(files: files, root: root).note(identity, at: places.lastingStore)
  }
}

/// Which stores were seen where: `places.json` in the state root.
struct PlaceNotes {
  let files: any FileSystem
  let root: String

  private var path: String { root + "/places.json" }
  /// How many ids are kept for one path.
  private static let most = 8

  /// The ids seen at a path, newest first.
  func identities(at store: String) throws(SystemError) -> [String] {
    try all()[store] ?? []
  }

  /// The other paths where a store of that id was seen.
  func paths(of identity: String, besides store: String) throws(SystemError) -> [String] {
    try all().filter { $0.key != store && $0.value.contains(identity) }.keys.sorted()
  }

  /// Notes an id as the newest at a path.
  func note(_ identity: String, at store: String) throws(SystemError) {
    let known = try all()
    let others = known[store, default: []].filter { $0 != identity }
    guard known[store]?.first != identity else { return }
    try keep(known.merging([store: Array(([identity] + others).prefix(Self.most))]) { $1 }, insteadOf: known)
  }

  /// Forgets ids seen at a path. The file goes with the last of them.
  func forget(_ gone: [String], at store: String) throws(SystemError) {
    let known = try all()
    try keep(known.merging([store: known[store, default: []].filter { !gone.contains($0) }]) { $1 }, insteadOf: known)
  }

  /// Keeps what has a state folder, if that is not what is kept already.
  private func keep(_ places: [String: [String]], insteadOf known: [String: [String]]) throws(SystemError) {
    let places = places.mapValues { $0.filter(hasState) }.filter { !$0.value.isEmpty }
    guard places != known else { return }
    if places.isEmpty {
      try files.removeIfThere(path)
    } else {
      let members = places.sorted { $0.key < $1.key }
        .map { JSON.Member($0.key, .array($0.value.map { .string($0) })) }
      try files.replace(path, with: Array("\(JSON.object(members))\n".utf8))
    }
    try files.syncFolder(root)
  }

  /// False if an id has no state folder here any more.
  private func hasState(_ identity: String) -> Bool {
    do throws(SystemError) {
      return try files.statusIfThere(root + "/" + identity) != nil
    } catch {
      return true
    }
  }

  private func all() throws(SystemError) -> [String: [String]] {
    guard let bytes = try files.contents(of: path), let members = JSON(bytes[...])?.members else { return [:] }
    let places = members.map { ($0.name, ($0.value.elements ?? []).compactMap(\.text).filter(Self.isIdentity)) }
    return Dictionary(places) { first, _ in first }
  }

  /// A name that cannot lead anywhere but into a folder below the root.
  private static func isIdentity(_ text: String) -> Bool {
    EntryID(text) != nil || text.hasPrefix("folder-") && UInt64(text.dropFirst(7)) != nil
  }
}
