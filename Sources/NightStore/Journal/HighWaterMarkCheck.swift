internal import NightModel

/// Compares this machine's high-water marks with what lies in the record, some marks at a step.
final class HighWaterMarkCheck {
  /// The files that do not reach their marks, as far as it has come.
  private(set) var missing: [MissingFile] = []
  private var known: Set<MissingFile> = []

  private unowned let store: Store
  private let folders: [String: RecordSurvey.Folder]
  private let slots: [UInt8]
  private var lost: [HighWaterMark]
  private var slot = 0
  private let listing: JournalListing
  /// Writers of another copy of the record.
  private let copyists: Set<String>

  /// How many marks a step checks.
  private static let marksAStep = 128

  /// `folders` is what every folder of the record holds.
  init(_ store: Store, folders: [String: RecordSurvey.Folder]) {
    (self.store, self.folders) = (store, folders)
    // A record that is not there is missed as a whole.
    let state = folders[store.places.store]?.error == nil && folders[store.places.store] != nil ? store.state : nil
    (slots, lost) = state?.marks.read() ?? ([], [])
    listing = JournalListing(store)
    copyists =
      state == nil
      ? []
      : store.copyists {
        folders.flatMap { path, folder in folder.journals ?? ((try? store.names(in: path)) ?? []) }
      }
  }

  var isComplete: Bool { slot >= HighWaterMarks.count(in: slots) && lost.isEmpty }

  func step() {
    if slot < HighWaterMarks.count(in: slots) {
      for _ in 0..<Self.marksAStep where slot < HighWaterMarks.count(in: slots) {
        if let mark = HighWaterMarks.mark(slot, in: slots) { check(mark, reads: false) }
        slot += 1
      }
    } else if let mark = lost.popLast() {
      check(mark, reads: true)
    }
    if isComplete { store.ends.noteCompared(folders.compactMapValues(\.stamp)) }
  }

  /// True if a file is gone or has fewer bytes than its mark: then it is read. A folder in which nothing was put, renamed
  /// or taken out since is not looked through again.
  private func isSmaller(_ path: String, than mark: HighWaterMark, in folder: String) -> Bool {
    if store.ends.wasCompared(folder, folders[folder]?.stamp) { return false }
    return (try? store.isShorter(path, than: mark)) ?? false
  }

  /// `reads` is true to read the file also if nothing has told that it may be shorter.
  private func check(_ mark: HighWaterMark, reads: Bool) {
    let path = store.file(of: mark)
    let folder = path.parentFolder
    guard !listing.isBeingErased(path), !copyists.contains(mark.writer), isKnown(folder) else { return }
    // What was found shorter, or gone, stays so until it is read anew.
    let isKnownShort = store.ends.lines(of: path).map { $0 < mark.position.number } == true
    guard reads || isKnownShort || isSmaller(path, than: mark, in: folder) else { return }
    let bytes: [UInt8]?
    do throws(SystemError) { bytes = try store.files.contents(of: path) } catch { return }
    // Read anew: it may have grown since.
    let reach = bytes.map { FileReading($0).reach } ?? 0
    store.ends.note(reach, of: path)
    guard reach < mark.position.number else { return }
    let lines = mark.position.number - reach
    let missing = MissingFile(
      path: store.shown(path), partition: mark.partition, loss: bytes == nil ? .gone(lines: lines) : .end(lines: lines),
      isOnlySeen: false)
    if known.insert(missing).inserted { self.missing.append(missing) }
  }

  /// True if it can be told what lies in a folder: it was listed, or those above it do not have it.
  private func isKnown(_ folder: String) -> Bool {
    if let known = folders[folder] { return known.error == nil }
    return folder.utf8.count > store.places.store.utf8.count && isKnown(folder.parentFolder)
  }
}

extension Store {
  /// Those who write in another copy of the record on this machine: of whom nothing lies here, and who are known to
  /// write in another folder and not in this one. Copies shared what this machine keeps before each had its own. A
  /// record that was moved has the files of those with it who wrote before. `journals` are the names of the record's
  /// files; asked for only where other folders were written in.
  func copyists(_ journals: () -> some Sequence<String>) -> Set<String> {
    guard let state, let folder = record.folderInode, let others = try? state.writers(notIn: folder), !others.isEmpty,
      let own = try? state.writers(storeInode: folder)
    else { return [] }
    let here = journals().compactMap { JournalName(anywhere: $0)?.writer }
    return Set(others).subtracting(own).subtracting(here)
  }
}
