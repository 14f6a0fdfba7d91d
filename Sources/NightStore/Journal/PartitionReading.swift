public import NightModel

/// What all the files of one partition hold.
public struct PartitionReading: Sendable {
  /// The partition.
  public let partition: Partition
  /// Its entries, from every writer, in no order and possibly more than once.
  public internal(set) var entries: [Entry] = []
  /// What is not among them because the plan cannot be read, and is remembered here: by what nights are cut.
  public internal(set) var remembered: [Entry] = []
  /// Lines from a newer version of the program: sound, kept, not understood.
  public internal(set) var newerLines = 0
  /// How many of the entries are not in the record, but wait beside it on this machine until it can be written.
  public internal(set) var waiting = 0
  /// True if anything at all waits beside the record, of whichever partition, or that cannot be told.
  public internal(set) var isAnythingAside = false
  /// What was set aside, by file.
  public internal(set) var findings: [FoundInFile] = []
  /// The folders of its files that could not be listed.
  public internal(set) var unlisted: [UnlistedFolder] = []
  /// The files it was read from by their paths, as they were then.
  var files: [String: FileStatus] = [:]
  /// The first file or folder that could not be read at all, and why.
  public private(set) var failure: (path: String, reason: SystemError)?

  /// True if nothing was set aside or left unread.
  public var isWhole: Bool { findings.isEmpty && unlisted.isEmpty }
  /// The entries and those from a newer version as they are spelled, in no order and possibly more than once; empty
  /// unless asked for.
  var records: [Record] = []
  /// Newer lines that not even a record can be made of; 0 unless records were asked for.
  var nameless = 0
  /// The imports that brought entries here, their numbers, and which writers they went through.
  private(set) var imports: [EntryID: (order: Int, writers: Set<String>)] = [:]
  /// Where each file of the plan goes on, by its writer; empty for a night.
  var ends: [String: LineFormat.Position] = [:]
  private var handRecords: [Record] = []
  /// Entries written by hand, until those are left out whose ids sealed lines have.
  private var handEntries: [Entry] = []
  /// The places in the order that its lines claim.
  var stamps: [Stamp] = []

  /// What is not as it was written, and where.
  public struct FoundInFile: Hashable, Sendable {
    /// The file, below the store's folder where it lies in it.
    public let file: String
    /// The line, from 1; nil if it is about the whole file.
    public let line: Int?
    /// What is wrong, in words.
    public let words: String
    /// What the program can do about it; nil for nothing.
    public var remedy: RecordFinding.Remedy?
  }

  init(_ partition: Partition) {
    self.partition = partition
  }

  /// Adds what one file holds. `writer` is whose file of the record it is, as its name says; nil if it only waits
  /// beside the record.
  mutating func add(_ reading: FileReading, file: String, of writer: String?) {
    if partition == .plan, let writer { ends[writer] = reading.next }
    entries += reading.entries
    handEntries += reading.handEntries
    newerLines += reading.newerLines
    records += reading.records
    handRecords += reading.handRecords
    nameless += reading.nameless
    if !reading.imports.isEmpty, let writer = reading.writer {
      for (action, order) in reading.imports { imports[action, default: (order, [])].writers.insert(writer) }
    }
    findings += reading.findings.map { FoundInFile(file: file, line: $0.line, words: $0.words) }
    stamps += reading.stamps
  }

  /// Adds what this run wrote into its file of the record since. `status` is that of the file now, and `next` where
  /// it goes on.
  mutating func add(
    _ written: [Entry], file: String, _ status: FileStatus, of writer: String, next: LineFormat.Position
  ) {
    if partition == .plan { ends[writer] = next }
    entries += written
    stamps += written.map(\.stamp)
    files[file] = status
  }

  /// Notes a folder that could not be listed.
  mutating func addUnlisted(_ folder: String, _ reason: SystemError) {
    unlisted.append(.init(path: folder, reason: reason))
    failure = failure ?? (folder, reason)
  }

  /// Notes a file that could not be read.
  mutating func addUnread(_ file: String, _ reason: SystemError) {
    findings.append(.init(file: file, line: nil, words: "not read, because \(reason.words)"))
    failure = failure ?? (file, reason)
  }

  /// Adds what was written by hand, once all files are read: a line without a checksum never stands against one that has
  /// one.
  mutating func addHandEntries() {
    guard !handEntries.isEmpty else { return }
    let sealed = Set(entries.map(\.id))
    entries += handEntries.filter { !sealed.contains($0.id) }
    handEntries = []
    let sealedRecords = Set(records.map(\.id))
    records += handRecords.filter { !sealedRecords.contains($0.id) }
    handRecords = []
  }
}

extension PartitionReading {
  /// Its entries, and what is remembered here of those that cannot be read: what the plan is folded from.
  public var known: [Entry] { entries + remembered }

  /// What of it could not be read, as readers hand it on; empty if all was.
  public var unread: [RecordFinding] {
    let damage = damage.map { RecordFinding(.unreadable, $0, remedy: .listPlaces) }
    return unlisted.map(\.finding) + [damage].compactMap(\.self)
  }

  /// The same of its files, as a sentence without a full stop.
  private var damage: String? {
    guard !findings.isEmpty else { return nil }
    let place = partition.words
    let places = findings.count == 1 ? "1 place in \(place) is" : "\(findings.count) places in \(place) are"
    return "\(places) damaged or could not be read; the rest is shown"
  }
}
