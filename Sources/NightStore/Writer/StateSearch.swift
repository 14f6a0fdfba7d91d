internal import NightModel
internal import Text

/// Finds the state folders of a record on this machine.
///
/// A state folder, and what waits in it, belongs to the record that has its id and whose folder has its inode. If there
/// is none, it belongs to the record at its place: one that was put back from a copy, or whose store.json is another one,
/// is damaged or gone. And a record that is no more where it was, was moved: its state goes with it. Whatever belongs to
/// no record is never taken into one.
struct StateSearch {
  private let files: any FileSystem
  private let root: String
  /// Where the record lies.
  private let place: String
  /// The id that its store.json tells; nil if it tells none.
  let store: String?
  /// The inode of its folder; nil if that is not there.
  private let folderInode: UInt64?
  /// The state folders noted by place.
  private let noted: [String: [String]]
  /// Why the notes could not be read, so that a record may be missing that is not known of; nil if they were.
  let failure: SystemError?

  init(files: any FileSystem, root: String, place: String, store: String?, folderInode: UInt64?) {
    (self.files, self.root, self.place, self.store, self.folderInode) = (files, root, place, store, folderInode)
    do throws(SystemError) {
      let (places, isWhole) = try RecordPlaces(files: files, root: root).look()
      (noted, failure) = (places, isWhole ? nil : .damaged)
    } catch {
      (noted, failure) = ([:], error)
    }
  }

  /// How a state folder belongs to the record, the surest first.
  private enum Bond: Int {
    case exact, place, moved
  }

  /// The state folder to use: that of the surest bond; nil if none belongs to the record.
  var best: StateFolder? {
    let bound = candidates.enumerated().compactMap { index, state in
      bond(state).map { (state: state, order: ($0.rawValue, state.isNamedByInode ? 1 : 0, index)) }
    }
    return bound.min { $0.order < $1.order }?.state
  }

  /// The other state folders that belong to the record, such as those of an id it had before. One that merely bears its
  /// id is none of them: that was a copy's. `waiting` is true for those alone in which something waits.
  func others(besides used: StateFolder?, waiting: Bool) -> [StateFolder] {
    candidates.filter { state in
      guard state.path != used?.path, !waiting || state.hasRescue else { return false }
      return switch bond(state) {
      case .exact?, .place?: true
      case .moved?, nil: false
      }
    }
  }

  /// The state folders in which something waits that have to do with the record, by id or place, and belong to none that
  /// is there.
  func stray(besides used: StateFolder?) -> [StateFolder] {
    candidates.filter { state in
      guard state.path != used?.path, state.hasRescue, let owner = try? state.owner() else { return false }
      guard owner.store == store || isNoted(state) || owner.place == place else { return false }
      return switch bond(state) {
      case .exact?, .place?: false
      case .moved?, nil: !isHeldElsewhere(state, owner)
      }
    }
  }

  /// The state folder of the record that was here last, whatever is here now; nil if none was.
  var newestHere: StateFolder? {
    (noted[place] ?? []).lazy.map { StateFolder(files: files, path: root + "/" + $0) }.first { state in
      !state.isGone && !state.isBeingErased
    }
  }

  /// Where a record of an id is among the places its state was noted for; nil if it is at none.
  func whereabouts(of state: StateFolder) -> String? {
    guard let owner = try? state.owner() else { return nil }
    return otherPlaces(state, owner).first { Self.storeID(at: $0, files) == owner.store }
  }

  private var candidates: [StateFolder] {
    let all = ((try? files.list(root)) ?? []).filter(StateFolder.isName).sorted()
    return ((noted[place] ?? []) + all).eachOnce.map { StateFolder(files: files, path: root + "/" + $0) }
  }

  private func bond(_ state: StateFolder) -> Bond? {
    guard let owner = try? state.owner(), (try? files.statusIfThere(state.path)) != nil else { return nil }
    let hasID = owner.store == store
    let hasFolder = owner.folderInode != nil && owner.folderInode == folderInode
    if hasID && hasFolder { return .exact }
    guard isNoted(state) || hasID, !isHeldElsewhere(state, owner) else { return nil }
    guard isNoted(state) else { return .moved }
    // Of what was here before, a record without an id of its own is the last.
    let isLast = store == nil && noted[place]?.first == state.name
    return hasID || hasFolder || isLast ? .place : nil
  }

  private func isNoted(_ state: StateFolder) -> Bool { noted[place]?.contains(state.name) == true }

  /// True if the record it was made for, or another with that id, is at another of its places.
  private func isHeldElsewhere(_ state: StateFolder, _ owner: StateOwner) -> Bool {
    otherPlaces(state, owner).contains { other in
      // The same folder by another path is no other place.
      guard let inode = try? files.status(at: other).inode, inode != folderInode else { return false }
      return Self.storeID(at: other, files) == owner.store
    }
  }

  private func otherPlaces(_ state: StateFolder, _ owner: StateOwner) -> [String] {
    let others = noted.filter { $0.value.contains(state.name) }.keys.sorted()
    return ([owner.place].compactMap(\.self) + others).eachOnce.filter { $0 != place }
  }

  /// The id that the record at a path tells; nil if none is there or it cannot be read.
  static func storeID(at place: String, _ files: any FileSystem) -> String? {
    guard let bytes = (try? files.contents(of: place + "/store.json")) ?? nil, let id = JSON(bytes[...])?["store"]?.text
    else { return nil }
    return EntryID(id) == nil ? nil : id
  }
}

extension StateFolder {
  /// True if it was made for a record whose id could not be read.
  fileprivate var isNamedByInode: Bool { name.hasPrefix("folder-") }

  /// True if it is known not to be there any more.
  var isGone: Bool {
    do throws(SystemError) { return try files.statusIfThere(path)?.kind != .folder } catch { return false }
  }

  /// True if anything lies where entries wait.
  fileprivate var hasRescue: Bool { (try? files.list(rescue))?.isEmpty == false }

  /// True if its record is being erased whole, or was and only the folder is left.
  var isBeingErased: Bool {
    // Copies of a record may share the folder, and only one of them be erased.
    let own = try? owner().folderInode
    if ((try? erasing.lines()) ?? []).contains(where: { $0.extent == .all && (own == nil || $0.folderInode == own) }) {
      return true
    }
    // Between two looks the last of it may have gone.
    return (try? isSpent()) ?? isGone
  }

  /// True if nothing is left in it but what goes last.
  func isSpent() throws(SystemError) -> Bool {
    for name in try files.list(path) where !Self.lastNames.contains(name) {
      let inside = path + "/" + name
      guard [rescue, path + "/cache"].contains(inside), try files.list(inside).isEmpty else { return false }
    }
    return true
  }
}
