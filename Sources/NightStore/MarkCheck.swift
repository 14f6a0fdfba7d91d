internal import NightModel

/// Compares this machine's high-water marks with what lies in the record, some marks at a step.
final class MarkCheck {
  /// The files that do not reach their marks, as far as it has come.
  private(set) var missing: [MissingFile] = []

  private unowned let store: Store
  private let folders: [String: RecordSurvey.Folder]
  private let slots: [UInt8]
  private var lost: [Marks.Mark]
  /// The names in the folders that have marks.
  private var names: [String: Set<String>] = [:]
  private var slot = 0
  private let doomed: Set<String>

  /// How many marks a step takes.
  private static let marksAStep = 128

  /// - Parameter folders: what every folder of the record holds.
  init(_ store: Store, folders: [String: RecordSurvey.Folder]) {
    (self.store, self.folders) = (store, folders)
    // A record that is not there is missed as a whole.
    let state = folders[store.places.store]?.error == nil && folders[store.places.store] != nil ? store.state : nil
    (slots, lost) = state?.marks.read() ?? ([], [])
    doomed = state == nil ? [] : store.doomedFiles()
  }

  var isComplete: Bool { slot >= Marks.count(in: slots) && lost.isEmpty }

  func step() {
    if slot < Marks.count(in: slots) {
      for _ in 0..<Self.marksAStep where slot < Marks.count(in: slots) {
        if let mark = Marks.mark(slot, in: slots) { check(mark, reads: false) }
        slot += 1
      }
    } else if let mark = lost.popLast() {
      check(mark, reads: true)
    }
    if isComplete { store.comparedFolders = folders.compactMapValues(\.stamp) }
  }

  /// True if a file has fewer bytes than its mark: then it is read. A folder in which nothing was put or renamed since is
  /// not looked through again.
  private func isSmaller(_ path: String, than mark: Marks.Mark, in folder: String) -> Bool {
    if let stamp = folders[folder]?.stamp, store.comparedFolders[folder] == stamp { return false }
    return (try? store.files.status(at: path)).map { $0.size < mark.size } ?? false
  }

  /// - Parameter reads: true to read the file also if nothing has told that it may be shorter.
  private func check(_ mark: Marks.Mark, reads: Bool) {
    let path = store.file(of: mark)
    let folder = path.parentFolder
    guard !doomed.contains(store.shown(path)), isKnown(folder) else { return }
    let name = String(path.dropFirst(folder.utf8.count + 1))
    var missing = MissingFile(
      path: store.shown(path), partition: mark.partition, lines: mark.position.number, isGone: true)
    if isThere(name, in: folder) {
      guard
        reads || store.reaches[path].map({ $0 < mark.position.number }) == true
          || isSmaller(path, than: mark, in: folder),
        let bytes = (try? store.files.contents(of: path)) ?? nil
      else { return }
      // Read anew: it may have grown since.
      let reach = FileReading(bytes).reach
      store.reaches[path] = reach
      guard reach < mark.position.number else { return }
      missing = MissingFile(
        path: missing.path, partition: mark.partition, lines: mark.position.number - reach, isGone: false)
    }
    if !self.missing.contains(missing) { self.missing.append(missing) }
  }

  private func isThere(_ name: String, in folder: String) -> Bool {
    if let known = names[folder] { return known.contains(name) }
    let found = Set(folders[folder]?.journals ?? [])
    names[folder] = found
    return found.contains(name)
  }

  /// True if it can be told what lies in a folder: it was listed, or those above it do not have it.
  private func isKnown(_ folder: String) -> Bool {
    if let known = folders[folder] { return known.error == nil }
    return folder.utf8.count > store.places.store.utf8.count && isKnown(folder.parentFolder)
  }
}
