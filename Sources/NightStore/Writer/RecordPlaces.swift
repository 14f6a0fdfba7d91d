internal import NightModel
internal import Text

/// Which records were seen where: `places.json` in the state root names, by path, the state folders of the records that
/// were written there. So a record that is not where it was is known to be missing, and nothing is begun in its stead.
struct RecordPlaces {
  let files: any FileSystem
  let root: String

  private var path: String { Self.path(in: root) }
  /// Where they lie in a state root.
  static func path(in root: String) -> String { root + "/places.json" }

  /// How many state folders are kept for one path.
  private static let most = 8

  /// The names of the state folders noted for a path, newest first.
  func names(at store: String) throws(SystemError) -> [String] {
    try all()[store] ?? []
  }

  /// The other paths that a state folder is noted for.
  func paths(of name: String, besides store: String) throws(SystemError) -> [String] {
    try all().filter { $0.key != store && $0.value.contains(name) }.keys.sorted()
  }

  /// Where another copy of a record lies that uses the same state folder; nil if none is known.
  func otherUser(of state: StateFolder, than store: Store) throws(SystemError) -> String? {
    guard state.path == root + "/" + state.name, EntryID(state.name) != nil else { return nil }
    for other in try paths(of: state.name, besides: store.places.lastingStore) {
      guard let status = try files.statusIfThere(other), status.kind == .folder,
        status.inode != store.record.folderInode,
        let bytes = try files.contents(of: other + "/store.json")
      else { continue }
      if JSON(bytes[...])?["store"]?.text == state.name { return other }
    }
    return nil
  }

  /// Notes a state folder as the newest for a path.
  func note(_ name: String, at store: String) throws(SystemError) {
    let (known, isWhole) = try look()
    let others = known[store, default: []].filter { $0 != name }
    guard known[store]?.first != name || !isWhole else { return }
    try keep(
      known.merging([store: Array(([name] + others).prefix(Self.most))]) { $1 }, insteadOf: isWhole ? known : nil)
  }

  /// Forgets a path, whichever records were there one after the other. The file goes with the last path.
  func forget(at store: String) throws(SystemError) {
    let (known, isWhole) = try look()
    try keep(known.filter { $0.key != store }, insteadOf: isWhole ? known : nil)
  }

  /// Keeps what has a state folder, if that is not what is kept already. `known` is what is kept; nil if that is
  /// damaged.
  private func keep(_ places: [String: [String]], insteadOf known: [String: [String]]?) throws(SystemError) {
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

  /// False if a state folder of that name is not here any more.
  private func hasState(_ name: String) -> Bool {
    do throws(SystemError) {
      return try files.statusIfThere(root + "/" + name) != nil
    } catch {
      return true
    }
  }

  /// All that is noted, by path; where that is damaged, as far as it can be told without.
  private func all() throws(SystemError) -> [String: [String]] { try look().places }

  /// All that is noted, by path. Where the file is damaged, each state folder tells where its record was last.
  /// - Returns: also false if the file is damaged.
  func look() throws(SystemError) -> (places: [String: [String]], isWhole: Bool) {
    guard let bytes = try files.contents(of: path) else { return ([:], true) }
    guard let places = Self.places(bytes) else { return (try placesOfOwners(), false) }
    return (places, true)
  }

  private static func places(_ bytes: [UInt8]) -> [String: [String]]? {
    guard let members = JSON(bytes[...])?.members else { return nil }
    var places: [String: [String]] = [:]
    for member in members where places[member.name] == nil {
      guard let names = member.value.elements else { return nil }
      places[member.name] = names.compactMap(\.text).filter(StateFolder.isName)
    }
    return places
  }

  private func placesOfOwners() throws(SystemError) -> [String: [String]] {
    var places: [String: [String]] = [:]
    for name in try files.list(root).filter(StateFolder.isName).sorted() {
      guard let place = try StateFolder(files: files, path: root + "/" + name).owner().place else { continue }
      places[place, default: []].append(name)
    }
    return places
  }
}
