internal import NightModel

/// The rows that this machine keeps of nights, and the passes over nights that go on between keys.
final class NightRowKeeper {
  private unowned let store: Store
  /// What is kept of nights, once it was asked for.
  private var known: NightCache?
  /// The rows that are being made.
  private var building: RowBuilder?
  /// The last doses that are being looked for.
  private var doses: DoseSearch?
  /// A pass that goes on when the nights up to `next` are asked for; `isShort` while it has none of them.
  private var underWay: (scan: NightScan, next: CivilDate, isShort: Bool)?

  init(_ store: Store) { self.store = store }

  /// Where this machine keeps what nights come to; nil if there is no place for it.
  var path: String? {
    let places = store.places
    if (try? store.files.status(at: places.ownState)) != nil { return places.ownCache }
    guard let root = places.cacheRoot, let identity = store.identity else { return nil }
    return root + "/" + identity
  }

  /// Names the program and the record that rows must come from to be believed.
  private var stamp: String { "nightstand \(store.world.program) \(store.identity ?? "")" }

  /// What is kept of nights; nil if there is no place for it.
  func cache() -> NightCache? {
    guard let path else { return nil }
    if let known, known.folder == path { return known }
    known = NightCache(folder: path, stamp: "\(stamp) \(CacheLayout.description)", files: store.files)
    return known
  }

  /// What is kept of folders; nil if there is no place for it.
  func journalOnlyFolders() -> JournalOnlyFolders? {
    path.map { JournalOnlyFolders(folder: $0, stamp: stamp, now: store.world.now(), files: store.files) }
  }

  // MARK: Passes

  /// Goes on making the rows of all nights; begins anew after it was complete.
  func build(while goesOn: () -> Bool) -> RowProgress {
    let building = building ?? RowBuilder(store)
    repeat { building.step() } while !building.progress.isComplete && goesOn()
    self.building = building.progress.isComplete ? nil : building
    return building.progress
  }

  /// Goes on looking for the last doses, if the same is asked as before.
  func lookForDoses(_ question: DoseQuestion, while goesOn: () -> Bool) -> KnownDoses {
    let search = doses.flatMap { $0.question == question ? $0 : nil } ?? DoseSearch(store, question)
    repeat { search.step() } while !search.known.isComplete && goesOn()
    doses = search.known.isComplete ? nil : search
    return search.known
  }

  /// The pass that stopped at a night a moment ago, or a new one: what an old one knows of the folders is no longer so.
  /// `isShort` is true if it had none of these nights; a new one must not end so again, however slow the disk is.
  func scan(goingOnAt night: CivilDate) -> (scan: NightScan, isShort: Bool, isNew: Bool) {
    guard let (scan, next, isShort) = underWay, next == night else { return (NightScan(store), false, true) }
    return scan.isFresh ? (scan, isShort, false) : (NightScan(store), isShort, true)
  }

  /// Keeps a pass until the nights up to `next` are asked for; nil ends it.
  func keep(_ scan: NightScan, until next: CivilDate?, isShort: Bool = false) {
    underWay = next.map { (scan, $0, isShort) }
  }

  /// Ends the pass under way, because a file may be added that it does not know.
  func mayGrow() { underWay = nil }

  // MARK: Forgetting

  /// Starts from nothing.
  func forget() { (known, building, doses, underWay) = (nil, nil, nil, nil) }

  /// The folders where this machine may have kept what nights of this record come to.
  func folders(of states: [StateFolder]) -> [String] {
    let others = states.compactMap { state in
      state.path == store.places.ownState ? store.places.ownCache : store.places.cacheRoot.map { "\($0)/\(state.name)" }
    }
    return ([path].compactMap(\.self) + others).eachOnce
  }

  /// Erases what a folder keeps of a night, which is its whole year, or of all: it can be made anew.
  func erase(_ extent: PurgeExtent, in folder: String) throws(SystemError) {
    (building, doses, underWay) = (nil, nil, nil)
    switch extent {
    case .night(let date):
      let year = date.components.year
      known?.forget(year)
      guard try store.files.statusIfThere(folder) != nil else { return }
      for name in [NightCache.fileName(year) + ".new", NightCache.fileName(year)] {
        try store.files.removeIfThere("\(folder)/\(name)")
      }
    case .all:
      known?.forget(nil)
      guard try store.files.statusIfThere(folder)?.kind == .folder else { return }
      for name in try store.files.list(folder) where NightCache.isKnown(name) {
        try store.files.removeIfThere("\(folder)/\(name)")
      }
      do throws(SystemError) {
        try store.files.removeFolder(folder)
      } catch  where error == .missing || error.isNotEmpty {
        return
      }
    }
  }
}
