public import NightModel
internal import Text

/// What is wrong with the record as a whole, as it lies on the disk.
public struct SurveyFindings: Sendable {
  /// Folders that could not be listed.
  public internal(set) var unlisted: [UnlistedFolder] = []
  /// Files that are not read because of their names, and hold entries that are in no file of the record, or may.
  public internal(set) var others: [OtherFile] = []
  /// Files that this machine wrote and that are gone or shorter.
  public private(set) var missing: [MissingFile] = []
  /// Other files in the record's folders, which hold nothing that is not in the record.
  public internal(set) var strangers: [String] = []
  /// True until everything was looked at once.
  var isUnknown = true
  /// As readers hand it on: what concerns several files in one sentence, and single nights each by itself.
  public private(set) var whole = WholeFindings()
  /// What is said of the nights of missing files: put into words as they are found, for a year that is gone has hundreds.
  private var gone: [CivilDate: [RecordFinding]] = [:]

  /// Adds files that are gone or shorter.
  mutating func add(missing files: some Sequence<MissingFile>) {
    for file in files {
      missing.append(file)
      if case .night(let date) = file.partition { gone[date, default: []].append(file.finding) }
    }
  }

  /// Puts all that was found into words.
  mutating func tell() {
    whole = WholeFindings(record: unlisted.map(\.finding), nights: gone)
    if let first = missing.first {
      whole.record.append(
        missing.count == 1
          ? first.finding
          : RecordFinding(
            .gone,
            "\(missing.count) files that were saved here are gone or shorter, such as \(first.path.forDisplay); put them "
              + "back from a copy of the record's folder", remedy: .listPlaces))
    }
    if let first = others.first {
      whole.record.append(
        others.count == 1
          ? first.finding
          : RecordFinding(
            .otherFiles,
            "\(others.count) files are not read because of their names or places and hold entries that are nowhere else in the "
              + "record, or may, such as \(first.path.forDisplay); keep them", remedy: .listPlaces))
    }
    for file in others {
      if let night = file.night { whole.nights[night, default: []].append(file.finding) }
    }
  }
}

/// A file that is not read because of its name, such as the conflict copy of a sync engine.
public struct OtherFile: Hashable, Sendable {
  /// The file, below the store's folder.
  public let path: String
  /// The night it is about; nil if it is about none, or about several.
  public let night: CivilDate?
  /// What is known of its entries.
  public let holding: Holding

  /// What is known of the entries in such a file.
  public enum Holding: Hashable, Sendable {
    /// It was not looked at yet.
    case unknown
    /// It could not be looked at.
    case unread(SystemError)
    /// So many are in no file of the record.
    case entries(Int)
    /// All that can be read are in files of the record, and so many lines cannot be read.
    case damaged(Int)
    /// All are in files of the record.
    case known
  }

  /// What is wrong with it, in words that follow its path.
  public var words: String {
    let name = "is not read because of its \(isNamedAsOthers ? "name" : "place")"
    return switch holding {
    case .unknown: "\(name) and was not looked at yet; it may hold entries that are nowhere else"
    case .unread(let reason):
      "\(name) and could not be looked at because \(reason.words); it may hold entries that are nowhere else; keep that file"
    case .entries(let count):
      "\(name) and holds \(count == 1 ? "1 entry that is" : "\(count) entries that are") nowhere else in the record; keep "
        + "that file"
    case .damaged(let count):
      "\(name) and holds \(count == 1 ? "1 line" : "\(count) lines") of which nothing can be read; "
        + "\(count == 1 ? "it may be an entry that is" : "they may be entries that are") nowhere else; keep that file"
    case .known: "\(name) and holds nothing that is not in the record"
    }
  }

  /// False for a file that is named as those that are read: then it is where it lies that keeps it from being read.
  private var isNamedAsOthers: Bool {
    JournalName(anywhere: path.lastName) == nil
  }

  var finding: RecordFinding { RecordFinding(.otherFiles, "\(path.forDisplay) \(words)") }
}

/// A file that this machine wrote or has seen, and that is gone, shorter or another than it was left.
public struct MissingFile: Hashable, Sendable {
  /// The file, below the store's folder.
  public let path: String
  /// What it is about.
  public let partition: Partition
  /// What is missing.
  public let loss: Loss
  /// True if this machine did not write it.
  let isOnlySeen: Bool

  /// True if the whole file is.
  public var isGone: Bool { if case .gone = loss { true } else { false } }

  /// What can be missing of a file.
  public enum Loss: Hashable, Sendable {
    /// All of it, with so many lines.
    case gone(lines: Int)
    /// So many lines at its end.
    case end(lines: Int)
    /// Its last line as it was.
    case lastLine
  }

  /// What is wrong with it, in words that follow its path.
  public var words: String {
    func lost(_ count: Int) -> String {
      "\(count == 1 ? "1 line that was" : "\(count) lines that were") \(isOnlySeen ? "seen" : "saved") here"
    }
    let back = "put it back from a copy of the record's folder"
    switch loss {
    case .gone(let count): return "is gone, with \(lost(count)); \(back)"
    case .end(let count): return "lacks \(lost(count)) at its end; \(back)"
    case .lastLine:
      return "does not end with the \(isOnlySeen ? "line that was seen" : "line that was saved") here; \(back)"
    }
  }

  /// A night that is gone for good is missed until it is erased.
  var remedy: RecordFinding.Remedy? {
    if isGone, case .night(let date) = partition { .erase(date) } else { nil }
  }

  var finding: RecordFinding { RecordFinding(.gone, "\(path.forDisplay) \(words)", remedy: remedy) }
}
