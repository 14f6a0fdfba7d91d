internal import NightModel

/// Looks over the whole record for what no reading of a night meets: folders that cannot be listed, files under other names,
/// and files that this machine wrote and that are gone or shorter.
///
/// It goes a step at a time, so that it can be done between the keys somebody presses, and keeps what it learnt: what lies
/// there as it did is not looked at again.
final class RecordSurvey {
  /// What was found by the last pass, or so far by the first.
  private(set) var findings = SurveyFindings()
  /// True once everything was looked at.
  private(set) var isComplete = false

  private unowned let store: Store
  private var folders: [String: Folder] = [:]
  private var outcomes: [String: OtherFileCheck.Outcome] = [:]
  /// The stamps of the folders that an earlier run found to hold only files of the journal; nil until they are read.
  private var sound: [String: [UInt64]]?
  /// False to list every folder once, whatever earlier runs found.
  private var believes = true
  private var hasBegun = false

  // This pass.
  private var next = SurveyFindings()
  private var pending: [String] = []
  private var seen: [String: Folder] = [:]
  private var markCheck: HighWaterMarkCheck?
  private var others: [String] = []
  private var otherCheck: OtherFileCheck?

  /// What a folder holds.
  struct Folder {
    /// What tells whether its names are as they were; nil if they may change without showing.
    var stamp: [UInt64]?
    /// Names of journal files; nil if it was not listed in this run, because it was known to hold nothing else.
    var journals: [String]? = []
    /// Files that may hold entries, by their names, and are not read.
    var others: [String] = []
    /// Files that are none of the record's.
    var strangers: [String] = []
    /// Folders in it.
    var folders: [String] = []
    /// Why it could not be listed.
    var error: SystemError?

    /// True if it holds only files of the journal, and any later change shows in its stamp.
    var holdsJournalsOnly: Bool { stamp != nil && others.isEmpty && strangers.isEmpty && folders.isEmpty }
  }

  /// How many folders deep it looks below the record's.
  private static let deepest = 6

  init(_ store: Store) { self.store = store }

  /// Begins a pass.
  func begin() {
    (next, isComplete, hasBegun) = (SurveyFindings(), false, true)
    pending = [store.places.store]
    (seen, markCheck, others, otherCheck) = ([:], nil, [], nil)
  }

  /// Forgets what was learnt, and begins a pass.
  /// - Parameter believes: false to list every folder once, whatever earlier runs found.
  func startOver(believes: Bool = true) {
    (findings, folders, outcomes, sound) = (SurveyFindings(), [:], [:], nil)
    self.believes = believes
    begin()
  }

  private var keptFolders: JournalOnlyFolders? { believes ? store.rows.journalOnlyFolders() : nil }

  /// One step: a folder is listed, some marks are looked at, or some lines of a file are read; each well under two
  /// milliseconds.
  func step() {
    if let folder = pending.popLast() {
      list(folder)
      if pending.isEmpty {
        markCheck = HighWaterMarkCheck(store, folders: seen)
        others = seen.keys.sorted().flatMap { folder in (seen[folder]?.others ?? []).map { folder + "/" + $0 } }
        next.others = others.map { .init(path: store.shown($0), night: nil, holding: .unknown) }
        if findings.isUnknown {
          next.tell()
          findings = next
        }
      }
    } else if let markCheck, !markCheck.isComplete {
      markCheck.step()
      next.add(missing: markCheck.missing.dropFirst(next.missing.count))
    } else if let otherCheck {
      guard otherCheck.step() else { return }
      outcomes[otherCheck.path] = otherCheck.outcome
      self.otherCheck = nil
    } else if let path = others.popLast() {
      otherCheck = OtherFileCheck(path, store: store, folders: seen, known: outcomes[path])
    } else {
      end()
    }
  }

  /// Goes on with the pass; begins anew after it was complete.
  func goOn(while goesOn: () -> Bool) {
    if isComplete || !hasBegun { begin() }
    repeat { step() } while !isComplete && goesOn()
  }

  private func end() {
    let paths = seen.keys.sorted().flatMap { folder in (seen[folder]?.others ?? []).map { folder + "/" + $0 } }
    let isThere = Set(paths)
    outcomes = outcomes.filter { isThere.contains($0.key) }
    next.others = paths.compactMap { path in
      guard let outcome = outcomes[path], outcome.holding != .known else { return nil }
      return .init(path: store.shown(path), night: outcome.night, holding: outcome.holding)
    }
    // Whatever else lies beside the plan and the nights is none of the record's, copies of it among them.
    next.strangers =
      paths.filter { outcomes[$0]?.holding == .known && isOwn($0.parentFolder) }.map(store.shown)
      + seen.keys.sorted().filter { $0 != store.places.store && isOwn($0) }.flatMap { folder in
        (seen[folder]?.strangers ?? []).map { store.shown(folder + "/" + $0) }
      }
    next.isUnknown = false
    next.tell()
    (findings, folders, isComplete) = (next, seen, true)
    keepSound()
  }

  private func keepSound() {
    guard let keptFolders else { return }
    var found: [String: [UInt64]] = [:]
    for (path, folder) in seen where store.journalHome(path) != nil && folder.holdsJournalsOnly {
      found[store.shown(path)] = folder.stamp
    }
    guard found != sound else { return }
    keptFolders.write(found)
    sound = found
  }

  // MARK: Folders

  private func list(_ path: String) {
    do throws(SystemError) {
      guard let status = try store.files.statusIfThere(path) else { return }
      let stamp = status.stamp
      let home = store.journalHome(path)
      var folder = Folder()
      if let known = folders[path], known.stamp == stamp {
        folder = known
      } else if home != nil, isKnownSound(path, stamp) {
        (folder.stamp, folder.journals) = (stamp, nil)
      } else {
        // Listed after it was looked at.
        folder.stamp = status.kind == .folder && status.isSettled(at: store.world.now()) ? stamp : nil
        let names = try home == nil || !believes ? store.files.list(path) : store.names(in: path)
        if !isAnothers(path, names) {
          for name in names { try sort(name, in: path, home, into: &folder) }
        }
        folder.others.sort()
      }
      seen[path] = folder
      let depth = path.dropFirst(store.places.store.count).count { $0 == "/" }
      if depth < Self.deepest { pending += folder.folders.map { path + "/" + $0 } }
    } catch {
      seen[path] = Folder(error: error)
      if path == store.places.store || store.isPlace(path) {
        next.unlisted.append(.init(path: store.shown(path), reason: error))
      }
    }
  }

  private func isKnownSound(_ path: String, _ stamp: [UInt64]) -> Bool {
    let known = sound ?? keptFolders?.read() ?? [:]
    sound = known
    return known[store.shown(path)] == stamp
  }

  private func sort(
    _ name: String, in path: String, _ home: JournalHome?, into folder: inout Folder
  ) throws(SystemError) {
    if home?.journal(name) != nil {
      folder.journals?.append(name)
    } else if !Self.isPassedOver(name) {
      switch try store.files.statusIfThere(path + "/" + name)?.kind {
      case .folder: folder.folders.append(name)
      // A year that lies elsewhere is read like any other.
      case .link where store.isPlace(path + "/" + name): folder.folders.append(name)
      case .file where mayHoldEntries(name, in: path): folder.others.append(name)
      case .file: folder.strangers.append(name)
      case .link, .other, nil: break
      }
    }
  }

  /// True for what systems and sync engines keep for themselves: hidden names, `._*` of other systems and what Syncthing is
  /// about to write among them.
  private static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~syncthing~") && name.hasSuffix(".tmp")
  }

  /// True for copies of journal files under any other name: those of sync engines, editors and people. In folders that
  /// have nothing to do with a plan or nights, only names with the date of a night are such.
  private func mayHoldEntries(_ name: String, in folder: String) -> Bool {
    guard
      folder == store.places.store || folders(of: folder).contains(where: Self.isOfJournal)
        || CivilDate(name.prefix(10)) != nil
    else { return false }
    let name = name.lowercased()
    return name.contains(".jsonl") || name.contains("conflict")
  }

  /// True for the record's folder itself, and for what lies in its plan's and its nights', or in copies of these.
  private func isOwn(_ folder: String) -> Bool { folders(of: folder).first.map(Self.isOfJournal) ?? true }

  /// True if another record lies in a folder: it is looked over as its own.
  private func isAnothers(_ folder: String, _ names: [String]) -> Bool {
    guard folder != store.places.store, names.contains("store.json") else { return false }
    return StateSearch.storeID(at: folder, store.files).map { $0 != store.identity } ?? false
  }

  /// The names of the folders from the record's down to one in it.
  private func folders(of path: String) -> [Substring] {
    path.dropFirst(store.places.store.count).split(separator: "/")
  }

  private static func isOfJournal(_ folder: Substring) -> Bool {
    folder.hasPrefix("plan") || folder.hasPrefix("nights")
  }
}

extension Store {
  /// True for the folders in which the journal's files lie.
  fileprivate func isPlace(_ folder: String) -> Bool {
    let nights = places.store + "/nights"
    return folder == nights || folder == places.folder(of: .plan) || folder.parentFolder == nights
  }

  /// Goes on looking for what is wrong with the record as a whole; begins anew after it was complete. `goesOn` is asked
  /// after every step, each well under two milliseconds; false to stop for now.
  public func lookForFindings(while goesOn: () -> Bool) -> (findings: SurveyFindings, isComplete: Bool) {
    survey.goOn(while: goesOn)
    return (survey.findings, survey.isComplete)
  }
}
