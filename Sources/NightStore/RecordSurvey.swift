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
  private var looks: [String: OtherLook.Outcome] = [:]

  // This pass.
  private var next = SurveyFindings()
  private var pending: [String] = []
  private var seen: [String: Folder] = [:]
  private var marks: MarkCheck?
  private var others: [String] = []
  private var look: OtherLook?

  /// What a folder holds.
  struct Folder {
    /// What tells whether its names are as they were; nil if they may change without showing.
    var stamp: [UInt64]?
    /// Names of journal files.
    var journals: [String] = []
    /// Files that may hold entries, by their names, and are not read.
    var others: [String] = []
    /// Files that are none of the record's.
    var strangers: [String] = []
    /// Folders in it.
    var folders: [String] = []
    /// Why it could not be listed.
    var error: SystemError?
  }

  /// How many folders deep it looks below the record's.
  private static let deepest = 6

  init(_ store: Store) { self.store = store }

  /// Begins a pass.
  func begin() {
    (next, isComplete) = (SurveyFindings(), false)
    pending = [store.places.store]
    (seen, marks, others, look) = ([:], nil, [], nil)
  }

  /// One step: a folder is listed, some marks are looked at, or some lines of a file are read; each well under two
  /// milliseconds.
  func step() {
    if let folder = pending.popLast() {
      list(folder)
      if pending.isEmpty {
        marks = MarkCheck(store, folders: seen)
        others = seen.keys.sorted().flatMap { folder in (seen[folder]?.others ?? []).map { folder + "/" + $0 } }
        next.others = others.map { .init(path: store.shown($0), night: nil, holding: .unknown) }
        if findings.isUnknown { findings = next }
      }
    } else if let marks, !marks.isComplete {
      marks.step()
      next.missing = marks.missing
    } else if let look {
      guard look.step() else { return }
      looks[look.path] = look.outcome
      self.look = nil
    } else if let path = others.popLast() {
      look = OtherLook(path, store: store, folders: seen, known: looks[path])
    } else {
      end()
    }
  }

  private func end() {
    let paths = seen.keys.sorted().flatMap { folder in (seen[folder]?.others ?? []).map { folder + "/" + $0 } }
    let isThere = Set(paths)
    looks = looks.filter { isThere.contains($0.key) }
    next.others = paths.compactMap { path in
      guard let outcome = looks[path], outcome.holding != .known else { return nil }
      return .init(path: store.shown(path), night: outcome.night, holding: outcome.holding)
    }
    next.strangers =
      paths.filter { looks[$0]?.holding == .known }.map(store.shown)
      + seen.keys.sorted().filter { $0 != store.places.store }.flatMap { folder in
        (seen[folder]?.strangers ?? []).map { store.shown(folder + "/" + $0) }
      }
    next.isUnknown = false
    (findings, folders, isComplete) = (next, seen, true)
  }

  // MARK: Folders

  private func list(_ path: String) {
    do throws(SystemError) {
      guard let status = try store.files.statusIfThere(path) else { return }
      let stamp = [status.inode, UInt64(bitPattern: status.modified), UInt64(status.permissions)]
      var folder = Folder()
      if let known = folders[path], known.stamp == stamp {
        folder = known
      } else {
        // Listed after it was looked at, and not changed so lately that a further change might not show in its time.
        let isSettled = status.kind == .folder && status.modified < (store.world.now() - 2000) * 1_000_000
        folder.stamp = isSettled ? stamp : nil
        let home = store.journalHome(path)
        for name in try store.files.list(path) { try sort(name, in: path, home, into: &folder) }
        folder.others.sort()
      }
      seen[path] = folder
      let depth = path.dropFirst(store.places.store.count).count { $0 == "/" }
      // Whatever else lies beside the plan and the nights is none of the record's.
      let inner = depth > 0 ? folder.folders : folder.folders.filter { $0.hasPrefix("plan") || $0.hasPrefix("nights") }
      if depth < Self.deepest { pending += inner.map { path + "/" + $0 } }
    } catch {
      seen[path] = Folder(error: error)
      if path == store.places.store || store.isPlace(path) {
        next.unlisted.append(.init(path: store.shown(path), reason: error))
      }
    }
  }

  private func sort(
    _ name: String, in path: String, _ home: JournalHome?, into folder: inout Folder
  ) throws(SystemError) {
    if home?.journal(name) != nil {
      folder.journals.append(name)
    } else if !Self.isPassedOver(name) {
      switch try store.files.statusIfThere(path + "/" + name)?.kind {
      case .folder: folder.folders.append(name)
      // A year that lies elsewhere is read like any other.
      case .link where store.isPlace(path + "/" + name): folder.folders.append(name)
      case .file where Self.mayHoldEntries(name): folder.others.append(name)
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

  /// True for copies of journal files under any other name: those of sync engines, editors and people.
  private static func mayHoldEntries(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains(".jsonl") || name.contains("conflict")
  }
}

/// A folder in which files of the journal lie: the plan's, or that of a year.
enum JournalHome {
  case plan
  /// The year as its folder is named.
  case year(String)

  /// A file's name taken apart; nil if it is none of the journal's in this folder, which readings look at.
  func journal(_ name: String) -> JournalName? {
    switch self {
    case .plan: JournalName(name, inPlan: true)
    case .year(let year): name.utf8.starts(with: year.utf8) ? JournalName(name, inPlan: false) : nil
    }
  }
}

extension Store {
  /// What a folder holds of the journal; nil for every other folder.
  func journalHome(_ folder: String) -> JournalHome? {
    if folder == places.folder(of: .plan) { return .plan }
    let nights = places.store + "/nights/"
    guard folder.hasPrefix(nights) else { return nil }
    let year = String(folder.dropFirst(nights.count))
    return year.utf8.count == 4 ? .year(year) : nil
  }

  /// True for the folders in which the journal's files lie.
  fileprivate func isPlace(_ folder: String) -> Bool {
    let nights = places.store + "/nights"
    return folder == nights || folder == places.folder(of: .plan) || folder.parentFolder == nights
  }

  /// Goes on looking for what is wrong with the record as a whole; begins anew after it was complete.
  /// - Parameter goesOn: asked after every step, each well under two milliseconds; false to stop for now.
  public func lookForFindings(while goesOn: () -> Bool) -> (findings: SurveyFindings, isComplete: Bool) {
    let survey = survey ?? RecordSurvey(self)
    if self.survey == nil || survey.isComplete { survey.begin() }
    self.survey = survey
    repeat { survey.step() } while !survey.isComplete && goesOn()
    return (survey.findings, survey.isComplete)
  }
}
