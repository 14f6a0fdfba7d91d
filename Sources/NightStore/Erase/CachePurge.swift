internal import NightModel

/// Erasing what was kept of nights, when their journal is erased.
extension Store {
  /// The folders where this machine may have kept what nights of this record come to.
  func cacheFolders(of states: [StateFolder]) -> [String] {
    var folders = [cachePath].compactMap(\.self)
    for state in states {
      if state.path == places.ownState {
        folders.append(state.path + "/" + Places.ownCacheName)
      } else if let root = places.cacheRoot, let id = state.path.split(separator: "/").last {
        folders.append("\(root)/\(id)")
      }
    }
    return folders.eachOnce
  }

  /// Removes what a folder keeps of a night, which is its whole year, or of all.
  func forgetRows(_ extent: PurgeExtent, in folder: String) throws(SystemError) {
    (rowBuilding, doseSearch, sweepUnderWay) = (nil, nil, nil)
    guard try files.statusIfThere(folder) != nil else { return }
    switch extent {
    case .night(let date):
      let year = date.components.year
      knownCache?.forget(year)
      try files.removeIfThere("\(folder)/\(NightCache.fileName(year)).new")
      try files.removeIfThere("\(folder)/\(NightCache.fileName(year))")
    case .all:
      knownCache?.forget(nil)
      var names: [String] = []
      do throws(SystemError) {
        names = try files.list(folder)
      } catch  where error == .missing || error.isNoFolder {
        return
      }
      for name in names where NightCache.isKnown(name) { try files.removeIfThere("\(folder)/\(name)") }
      do throws(SystemError) {
        try files.removeFolder(folder)
      } catch  where error == .missing || error.isNotEmpty {
        return
      }
    }
  }
}
