internal import NightModel
internal import Text

/// The emergency card as a text beside the record, for the night when the record itself cannot be read.
extension Store {
  /// Keeps the card's text in this machine's state folder (`card.txt`, 0600), if it is not kept so already.
  ///
  /// A card made from a plan that could not be read whole may lack what matters most. So the one before it is kept too
  /// (`card-before-damage.txt`), until a whole plan's is kept again, and stands in `card.txt` below what can be read now.
  ///
  /// Either is there whole or as it was before, whatever happens meanwhile. Keeps nothing where there is no record yet,
  /// or where it is missing. `isWhole` is false if part of the plan could not be read. Returns true if the text is
  /// kept; false where there is nowhere to keep it. Throws `StoreError.cardNotKept`, which need stop nothing else.
  @discardableResult
  public func keepCard(_ text: String, isWhole: Bool) throws(StoreError) -> Bool {
    guard identity != nil, missing == nil, !record.isAnothers else { return false }
    var path = places.store
    do throws(SystemError) {
      if state == nil { try record.makeState() }
      guard let state else { return false }
      path = state.cardPath
      try record.claim()
      if !isWhole, try files.statusIfThere(state.cardBeforeDamagePath) == nil {
        // Empty where none was kept before, so that a damaged one is never taken for it.
        try keep(try files.contents(of: path) ?? [], at: state.cardBeforeDamagePath)
      }
      let before = isWhole ? [] : try files.contents(of: state.cardBeforeDamagePath) ?? []
      let bytes = Array(text.utf8) + (before.isEmpty ? [] : Array("\n\(Self.headOfCardBefore)\n\n".utf8) + before)
      // One that cannot be read, such as another account's, is replaced by what is known now.
      let kept = (try? files.contents(of: path)) ?? nil
      if kept != bytes { try keep(bytes, at: path) }
      if isWhole, try files.removeIfThere(state.cardBeforeDamagePath) { try files.syncFolder(state.path) }
      return true
    } catch {
      throw .cardNotKept(path: path, error)
    }
  }

  /// What stands above the card of before the damage.
  public static let headOfCardBefore = "THE CARD BEFORE PART OF THE PLAN WAS LOST"

  private func keep(_ bytes: [UInt8], at path: String) throws(SystemError) {
    try files.replace(path, with: bytes)
    try files.syncFolder(path.parentFolder)
  }

  /// The card as it was last kept on this machine for a record, which need not be readable, or there at all.
  /// - Returns: nil if none was kept.
  public static func keptCard(for places: StorePaths, files: any FileSystem) -> String? {
    keptText(for: places, files: files, at: \.cardPath)
  }

  /// The last card that was made from a whole plan, as long as the plan cannot be read whole.
  /// - Returns: nil if the plan was whole when the card was last kept, or was never whole before; `keptCard` is all there
  ///   is then.
  public static func keptCardBeforeDamage(for places: StorePaths, files: any FileSystem) -> String? {
    keptText(for: places, files: files, at: \.cardBeforeDamagePath)
  }

  private static func keptText(
    for places: StorePaths, files: any FileSystem, at path: KeyPath<StateFolder, String>
  ) -> String? {
    var folders = [StateFolder(files: files, path: places.ownState)]
    if let root = places.stateRoot {
      let search = StateSearch(
        files: files, root: root, place: places.lastingStore, store: StateSearch.storeID(at: places.store, files),
        folderInode: try? files.status(at: places.store).inode)
      if let best = search.best { folders += [best] + search.others(besides: best, waiting: false) }
      if search.store == nil { folders += [search.newestHere].compactMap(\.self) }
    }
    for folder in folders {
      let bytes = (try? files.contents(of: folder[keyPath: path])) ?? nil
      if let bytes, !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }
}

/// How far the plan was seen: a card is made from a whole plan only if every file of it that this machine has seen is there
/// and reaches as far as it did then.
extension Store {
  /// How far each file of the plan was seen here, whoever wrote it.
  var planMarks: [HighWaterMark] {
    (record.owner?.plan ?? [:]).sorted { $0.key < $1.key }.map {
      .init(partition: .plan, writer: $0.key, position: $0.value)
    }
  }

  /// Finds what of the plan was seen here before and is not there any more.
  func checkPlan(_ reading: inout PartitionReading, _ listing: JournalListing) {
    guard missing == nil else { return }
    let unread = Set(reading.findings.map(\.file))
    for mark in planMarks {
      let path = file(of: mark)
      let told = shown(path)
      if unread.contains(told) || !reading.unlisted.isEmpty || listing.isBeingErased(path) { continue }
      if let loss = mark.missed(by: reading.ends[mark.writer]) {
        let missing = MissingFile(path: told, partition: .plan, loss: loss, isOnlySeen: true)
        reading.findings.append(.init(file: told, line: nil, words: missing.words))
      }
    }
  }

  /// Remembers how far the files of a plan reach that was read whole.
  /// - Returns: false if that could not be noted.
  public func notePlan(_ plan: PartitionReading) -> Bool {
    guard identity != nil, missing == nil, plan.isWhole else { return false }
    do throws(SystemError) {
      if state == nil { try record.makeState() }
      try record.claim()
      guard let known = record.owner else { return false }
      if known.plan != plan.ends { try record.note { $0.plan = plan.ends } }
      noteNightRule(plan)
      return true
    } catch {
      return false
    }
  }
}
