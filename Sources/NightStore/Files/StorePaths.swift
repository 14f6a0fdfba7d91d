public import NightModel

/// Where things lie: the record itself, and beside it, never shared, what belongs to this machine.
public struct StorePaths: Hashable, Sendable {
  /// The record's folder; the one to copy, to share and to keep.
  public let store: String
  /// The folder above the state folders of all stores; nil if the state lies inside the store.
  public let stateRoot: String?
  /// The folder above what is kept of the nights of all stores; nil if nothing is kept.
  public let cacheRoot: String?
  /// The folder that a store's relative path starts from; nil if that is not known.
  private let workingFolder: String?

  /// A store, and the folders for this machine's state and for what can be made anew.
  public init(store: String, stateRoot: String?, workingFolder: String? = nil, cacheRoot: String? = nil) {
    self.store = store
    self.stateRoot = stateRoot
    self.workingFolder = workingFolder
    self.cacheRoot = cacheRoot
  }

  /// The place of the store and the state by what the person asked for and the environment says.
  ///
  /// The store is `--store`, else `NIGHTSTAND_STORE`, else `$XDG_DATA_HOME/nightstand`, else
  /// `~/.local/share/nightstand`; the state lies in `$XDG_STATE_HOME/nightstand`, else `~/.local/state/nightstand`; what
  /// can be made anew in `$XDG_CACHE_HOME/nightstand`, else `~/.cache/nightstand`. XDG
  /// folders that are not absolute are passed over, as their specification asks. `PWD` is where a relative store starts
  /// from.
  /// - Returns: nil if nothing says where.
  public static func find(asked: String?, environment: [String: String]) -> StorePaths? {
    func folder(_ variable: String, _ belowHome: String) -> String? {
      if let folder = environment[variable], folder.hasPrefix("/") { return folder + "/nightstand" }
      guard let home = environment["HOME"], !home.isEmpty else { return nil }
      return home + belowHome + "/nightstand"
    }
    let named = asked ?? environment["NIGHTSTAND_STORE"].flatMap { $0.isEmpty ? nil : $0 }
    guard let store = named ?? folder("XDG_DATA_HOME", "/.local/share"), !store.isEmpty else { return nil }
    return StorePaths(
      store: store.withoutTrailingSlash, stateRoot: folder("XDG_STATE_HOME", "/.local/state"),
      workingFolder: environment["PWD"], cacheRoot: folder("XDG_CACHE_HOME", "/.cache"))
  }

  /// The same places, the store by the one path that no link and no detour leads to: a record must be known again
  /// however it is named. `realPath` is the path of what is there, without links; nil if nothing is.
  public func resolved(by realPath: (String) -> String?) -> StorePaths {
    let name = store.split(separator: "/").last.map(String.init) ?? ""
    let real = realPath(store) ?? realPath(store.parentFolder).map { ($0 == "/" ? "" : $0) + "/" + name }
    guard let real, !name.isEmpty, ![".", ".."].contains(name) || realPath(store) != nil else { return self }
    return StorePaths(store: real, stateRoot: stateRoot, workingFolder: workingFolder, cacheRoot: cacheRoot)
  }

  /// The store's path as it is noted for later runs, which may start from another folder.
  var lastingStore: String {
    guard !store.hasPrefix("/"), let workingFolder else { return store }
    return (workingFolder == "/" ? "" : workingFolder) + "/" + store
  }

  var identity: String { store + "/store.json" }

  /// The state folder inside the store: for made-up stores, and where no home is known.
  var ownState: String { store + "/.state" }

  /// The folder in it that holds what can be made anew.
  var ownCache: String { ownState + "/cache" }

  /// The folder that holds a partition's files.
  func folder(of partition: Partition) -> String {
    switch partition {
    case .plan: store + "/plan"
    case .night(let date): store + "/nights/" + date.description.prefix(4)
    }
  }

  /// True if a folder of nights is named as a year.
  static func isYear(_ name: String) -> Bool { name.utf8.count == 4 && Int(name) != nil }

  /// The name of a partition's file by a writer.
  static func fileName(_ partition: Partition, writer: String) -> String {
    switch partition {
    case .plan: writer + ".jsonl"
    case .night(let date): "\(date).\(writer).jsonl"
    }
  }

  /// Where news of a partition shows: in its folder; while that is not there, in the nearest one above it that is.
  public func foldersToWatch(for partition: Partition) -> [String] {
    chain(of: partition) + [store.parentFolder]
  }

  /// The folders from a partition's up to the store itself, innermost first.
  func chain(of partition: Partition) -> [String] {
    switch partition {
    case .plan: [folder(of: partition), store]
    case .night: [folder(of: partition), store + "/nights", store]
    }
  }
}

extension String {
  /// What a path names, without the folders above it.
  var lastName: String { split(separator: "/").last.map(String.init) ?? self }

  /// The path without slashes at its end.
  fileprivate var withoutTrailingSlash: String {
    var path = self
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The folder above a path.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
