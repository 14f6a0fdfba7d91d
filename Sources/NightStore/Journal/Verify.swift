internal import NightModel

/// What a reading of every line of the store came to.
public struct Verification: Sendable {
  /// Files read.
  public internal(set) var files = 0
  /// Nights that have a file.
  public internal(set) var nights = 0
  /// Entries whose checksum is right.
  public internal(set) var sound = 0
  /// Lines from a newer version of the program: sound, kept, not understood.
  public internal(set) var newer = 0
  /// Lines written by hand, without a checksum.
  public internal(set) var byHand = 0
  /// Files whose names are not those of a journal, and which hold no entry that is nowhere else.
  public internal(set) var otherFiles: [String] = []
  /// Files that were begun in another store: copied or merged in, and read like any other.
  public internal(set) var fromElsewhere: [String] = []
  /// What was set aside, and why.
  public internal(set) var findings: [PartitionReading.FoundInFile] = []

  /// Where each file ends, and whether all before is sound.
  var ends: [String: (next: LineFormat.Position, isSound: Bool)] = [:]

  /// What was said once of a disk that cannot promise to outlast a power cut, as a sentence without a full stop; nil for
  /// a disk that can.
  public internal(set) var powerCutRemark: String?

  /// True if nothing was set aside and no entry is missing.
  public var isSound: Bool { findings.isEmpty }
}

extension Store {
  /// Reads every line of the store and checks it, changing nothing. `progress` is told after every file: how many of
  /// how many.
  public func verify(progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) -> Verification {
    var result = Verification()
    if record.isDamaged {
      result.findings.append(.init(file: "store.json", line: nil, words: "damaged; the entries do not need it"))
    }
    if let root = places.stateRoot, let reason = record.stateSearch?.failure {
      let remedy = reason == .damaged ? "the next entry that is saved writes it anew" : "see to that file"
      result.findings.append(
        .init(
          file: RecordPlaces.path(in: root), line: nil,
          words: "not read, because \(reason.words); it says where records are on this machine; \(remedy)"))
    }
    // The marks come before the files: what is saved meanwhile is in neither, or in the files alone.
    let marks = state?.marks.all() ?? []
    // What is being erased is not missed, and not there any more.
    let listing = JournalListing(self)
    let jobs = folders(&result).flatMap { files(in: $0, listing, &result) }
    result.nights = Set(jobs.map(\.name.partition)).subtracting([.plan]).count
    for (index, job) in jobs.enumerated() {
      check(job.path, &result)
      progress(index + 1, jobs.count)
    }
    survey.startOver(believes: false)
    let others = lookForFindings { true }.findings
    result.findings += others.others.map { .init(file: $0.path, line: nil, words: $0.words) }
    result.otherFiles = others.strangers
    let copyists = copyists { result.ends.keys.lazy.map(\.lastName) }
    let written = marks.filter { !copyists.contains($0.writer) }
    let seen = planMarks.filter { mark in !written.contains { $0.partition == .plan && $0.writer == mark.writer } }
    for (mark, isOnlySeen) in written.map({ ($0, false) }) + seen.map({ ($0, true) })
    where !listing.isBeingErased(file(of: mark)) {
      check(mark, isOnlySeen: isOnlySeen, &result)
    }
    if let state {
      let uncovered = (try? files.contents(of: state.uncoveredPath)) ?? nil
      result.powerCutRemark = uncovered.map { UncoveredDisk.remark(String(decoding: $0.dropLast(), as: UTF8.self)) }
    }
    for state in record.ownStates(waiting: true) {
      for file in files(in: state.rescue, listing, &result) { checkWaiting(file, &result) }
    }
    for stray in strayEntries {
      result.findings.append(.init(file: stray.folder, line: nil, words: stray.words("here")))
    }
    return result
  }

  private func checkWaiting(_ file: JournalFile, _ result: inout Verification) {
    let words: String
    do throws(SystemError) {
      let count = try files.contents(of: file.path).map { FileReading($0).entries.count } ?? 0
      guard count > 0 else { return }
      words = WaitingEntries(partition: file.name.partition, count: count).words
    } catch {
      words = "not read, because \(error.words); it may hold entries that wait for the record"
    }
    result.findings.append(.init(file: file.path, line: nil, words: words))
  }

  /// Where the file of a mark lies.
  func file(of mark: HighWaterMark) -> String {
    places.folder(of: mark.partition) + "/" + StorePaths.fileName(mark.partition, writer: mark.writer)
  }

  /// True if the file of a mark, at its path, is gone or has fewer bytes than it was marked with.
  func isShorter(_ path: String, than mark: HighWaterMark) throws(SystemError) -> Bool {
    try files.statusIfThere(path).map { $0.size < mark.size } ?? true
  }

  /// Checks that a file still holds what was saved or seen here, as its mark has it.
  private func check(_ mark: HighWaterMark, isOnlySeen: Bool, _ result: inout Verification) {
    let path = file(of: mark)
    let end = result.ends[path]
    // One that is there and could not be read was told with its file, and what cannot be looked at with its folder.
    if end == nil, (try? files.statusIfThere(path) == nil) != true { return }
    if let end, !end.isSound, end.next.number >= mark.position.number { return }
    if let loss = mark.missed(by: end?.next) {
      let missing = MissingFile(path: shown(path), partition: mark.partition, loss: loss, isOnlySeen: isOnlySeen)
      result.findings.append(.init(file: missing.path, line: nil, words: missing.words, remedy: missing.remedy))
    }
  }

  private func folders(_ result: inout Verification) -> [String] {
    let nights = places.store + "/nights"
    let years = listed(nights, &result) { () throws(SystemError) in try names(in: nights) }
    return [places.folder(of: .plan)] + years.filter(StorePaths.isYear).map { nights + "/" + $0 }
  }

  private func files(
    in folder: String, _ listing: JournalListing, _ result: inout Verification
  ) -> [JournalFile] {
    listed(folder, &result) { () throws(SystemError) in try listing.files(in: folder) }
  }

  /// What a folder holds; nothing, and a finding, where it cannot be listed.
  private func listed<Thing>(
    _ folder: String, _ result: inout Verification, _ list: () throws(SystemError) -> [Thing]
  ) -> [Thing] {
    do throws(SystemError) { return try list() } catch {
      result.findings.append(.init(file: shown(folder), line: nil, words: "not read, because \(error.words)"))
      return []
    }
  }

  private func check(_ path: String, _ result: inout Verification) {
    let file = shown(path)
    func found(_ line: Int?, _ words: String) { result.findings.append(.init(file: file, line: line, words: words)) }
    do {
      guard let bytes = try files.contents(of: path) else { return }
      let reading = FileReading(bytes)
      result.files += 1
      result.ends[path] = (reading.next, reading.findings.isEmpty)
      result.sound += reading.entries.count
      result.newer += reading.newerLines
      result.byHand += reading.handEntries.count
      if let home = reading.store, let identity, home != identity { result.fromElsewhere.append(file) }
      for finding in reading.findings { found(finding.line, finding.words) }
    } catch {
      found(nil, "not read, because \(error.words)")
    }
  }
}
