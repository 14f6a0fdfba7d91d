public import NightModel

/// What is wrong with the record as a whole, as it lies on the disk.
public struct SurveyFindings: Sendable {
  /// Folders that could not be listed.
  public internal(set) var unlisted: [UnlistedFolder] = []
  /// Files that are not read because of their names, and hold entries that are in no file of the record, or may.
  public internal(set) var others: [OtherFile] = []
  /// Files that this machine wrote and that are gone or shorter.
  public internal(set) var missing: [MissingFile] = []
  /// Other files in the record's folders, which hold nothing that is not in the record.
  public internal(set) var strangers: [String] = []
  /// True until everything was looked at once.
  var isUnknown = true

  /// As readers hand it on: what concerns several files in one sentence, and single nights each by itself.
  public var whole: WholeFindings {
    var whole = WholeFindings(record: unlisted.map(\.finding))
    if let first = missing.first {
      whole.record.append(
        missing.count == 1
          ? first.finding
          : RecordFinding(
            .gone,
            "\(missing.count) files that were saved here are gone or shorter, such as \(first.path.forDisplay); put them "
              + "back from a copy of the record's folder; 'nightstand verify' lists them"))
    }
    if let first = others.first {
      whole.record.append(
        others.count == 1
          ? first.finding
          : RecordFinding(
            .otherFiles,
            "\(others.count) files are not read because of their names and hold entries that are nowhere else in the "
              + "record, or may, such as \(first.path.forDisplay); keep them; 'nightstand verify' lists them"))
    }
    for file in missing {
      if case .night(let date) = file.partition { whole.nights[date, default: []].append(file.finding) }
    }
    for file in others {
      if let night = file.night { whole.nights[night, default: []].append(file.finding) }
    }
    return whole
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
    /// All are in files of the record.
    case known
  }

  /// What is wrong with it, in words that follow its path.
  public var words: String {
    let name = "is not read because of its name"
    return switch holding {
    case .unknown: "\(name) and was not looked at yet; it may hold entries that are nowhere else"
    case .unread(let reason):
      "\(name) and could not be looked at because \(reason.words); it may hold entries that are nowhere else; keep that file"
    case .entries(let count):
      "\(name) and holds \(count == 1 ? "1 entry that is" : "\(count) entries that are") nowhere else in the record; keep "
        + "that file"
    case .known: "\(name) and holds nothing that is not in the record"
    }
  }

  var finding: RecordFinding { RecordFinding(.otherFiles, "\(path.forDisplay) \(words)") }
}

/// A file that this machine wrote and that is gone or shorter than it was left.
public struct MissingFile: Hashable, Sendable {
  /// The file, below the store's folder.
  public let path: String
  /// What it is about.
  public let partition: Partition
  /// How many of its lines are missing.
  public let lines: Int
  /// True if the whole file is.
  public let isGone: Bool

  /// What is wrong with it, in words that follow its path.
  public var words: String {
    let lines = lines == 1 ? "1 line" : "\(lines) lines"
    let back = "put it back from a copy of the record's folder"
    guard isGone else { return "lacks \(lines) that were saved here at its end; \(back)" }
    guard case .night(let date) = partition else { return "is gone, with \(lines) that were saved here; \(back)" }
    return "is gone, with \(lines) that were saved here; \(back); 'nightstand purge \(date)' "
      + "ends this line, and erases all else that is written for that night"
  }

  var finding: RecordFinding { RecordFinding(.gone, "\(path.forDisplay) \(words)") }
}
