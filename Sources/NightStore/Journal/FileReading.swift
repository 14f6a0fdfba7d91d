public import NightModel
internal import Text

/// What one file of the journal holds, line by line. Reading never changes a file: what is not sound is set aside here,
/// not there.
public struct FileReading: Sendable {
  /// The entries whose checksum is right.
  public private(set) var entries: [Entry] = []
  /// The entries written by hand, without a checksum.
  public private(set) var handEntries: [Entry] = []
  /// The same entries and those from a newer version as they are spelled, if that was asked for.
  private(set) var records: [Record] = []
  /// Those of `handEntries` as they are spelled, if that was asked for.
  private(set) var handRecords: [Record] = []
  /// Newer lines that not even a record can be made of.
  private(set) var nameless = 0
  /// The imports that brought entries here, with the numbers of these actions; 0 where they had none yet.
  private(set) var imports: [EntryID: Int] = [:]
  /// Lines from a newer version of the program: sound, kept, not understood.
  public private(set) var newerLines = 0
  /// How many lines were set aside: what they hold cannot be told.
  private(set) var unreadLines = 0
  /// What was set aside, and why.
  public private(set) var findings: [Finding] = []
  /// The id of the store that the file's first line says it belongs to.
  private(set) var store: String?
  /// What the file's first line, or that of each file put together in it, says that it is about.
  private(set) var partitions: Set<Partition> = []
  /// The writer that the file's first line names.
  private(set) var writer: String?
  /// The places in the order that its lines claim, those of a newer version too.
  private(set) var stamps: [Stamp] = []
  /// Where the next line goes on.
  private(set) var next = LineFormat.Position.start
  /// False if the last line was never finished.
  private(set) var isTerminated = true

  /// Something in a file that is not as it was written.
  public struct Finding: Hashable, Sendable {
    /// The line, from 1, as an editor counts.
    public let line: Int
    /// What is wrong, in words.
    public let words: String
  }

  private var damagedSinceSound = 0
  private let keepsRecords: Bool
  /// Where the next line begins, and how many there were.
  private var (start, number) = (0, 0)

  /// Reads the bytes of one file. `keepsRecords` keeps every line as it is spelled, too.
  init(_ bytes: [UInt8], keepsRecords: Bool = false) {
    self.init(keepsRecords: keepsRecords)
    _ = readLines(of: bytes, most: .max)
  }

  /// A reading of no line yet, for `readLines`.
  init(keepsRecords: Bool) {
    self.keepsRecords = keepsRecords
  }

  /// Where the file ends, in lines: those that were sound, and those behind them that were not.
  var reach: Int { next.number + damagedSinceSound }

  /// The ids of all entries that were kept as they are spelled, those of newer versions and by hand included.
  var recordedIDs: [EntryID] { records.map(\.id) + handRecords.map(\.id) }

  /// Goes on reading the bytes of one file.
  /// - Returns: true if there is more to read.
  mutating func readLines(of bytes: [UInt8], most: Int) -> Bool {
    guard bytes.count <= LineFormat.largestFile else {
      findings.append(Finding(line: 1, words: "the file is larger than any night can be; it was not read"))
      return false
    }
    var left = most
    while start < bytes.endIndex, left > 0 {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      number += 1
      left -= 1
      if end == bytes.endIndex {
        readUnfinished(bytes[start...])
      } else if end > start {
        read(bytes[start..<end], number)
      }
      start = end + 1
    }
    return start < bytes.endIndex
  }

  private mutating func readUnfinished(_ line: ArraySlice<UInt8>) {
    isTerminated = false
    // A line that is whole but for its line break lost nothing: some editors and copies drop that.
    if case .sound = LineFormat.read(line) { return read(line, number) }
    setAside(
      number,
      "unfinished: the line breaks off, as when writing was interrupted or the file was cut\(Self.glimpse(line))")
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
    switch LineFormat.read(line) {
    case .sound(let json, let checksum):
      follow(json, checksum, number)
      if json["care"] != nil {
        store = json["store"]?.text
        writer = json["w"]?.text
        if let night = json["night"]?.text {
          if let date = CivilDate(night) { partitions.insert(.night(date)) }
        } else {
          partitions.insert(.plan)
        }
      } else {
        add(json)
      }
    case .byHand(let json):
      if let entry = entry(json) {
        handEntries.append(entry)
        if keepsRecords, let record = Record(json) { handRecords.append(record) }
      } else if json["care"] == nil {
        setAside(number, "written by hand, and no entry\(Self.glimpse(line))")
      }
    case .changed:
      setAside(number, "changed after it was written; not shown\(Self.glimpse(line))")
    case .unreadable:
      setAside(number, "not readable\(Self.glimpse(line))")
    }
  }

  private mutating func add(_ json: JSON) {
    if let entry = entry(json) {
      entries.append(entry)
      if let action = entry.importedBy {
        imports[action] = json["imo"]?.integer.flatMap { Entry.orders.contains($0) ? $0 : nil } ?? 0
      }
    } else {
      newerLines += 1
    }
    guard keepsRecords else { return }
    if let record = Record(json) { records.append(record) } else { nameless += 1 }
  }

  /// The entry a line spells, if this version knows how; its place in the order counts either way.
  private mutating func entry(_ json: JSON) -> Entry? {
    if let stamp = json["h"]?.text.flatMap({ Stamp($0) }) { stamps.append(stamp) }
    let version = json["v"].map { $0.integer ?? .max } ?? LineFormat.version
    guard version <= LineFormat.version, let id = json["id"]?.text.flatMap({ EntryID($0) }) else { return nil }
    return Entry(id: id, json: json)
  }

  /// Checks that a sound line follows the sound one before it.
  private mutating func follow(_ json: JSON, _ checksum: UInt32, _ number: Int) {
    // A number no file can reach is no number: what a line claims must never overflow what is counted with it.
    let numbers = 0...LineFormat.largestFile
    let claimed = json["n"]?.integer.flatMap { numbers.contains($0) ? $0 : nil } ?? next.number
    let follows = json["p"]?.text == LineFormat.hexadecimal(next.previous)
    let missing = claimed - next.number
    if damagedSinceSound == 0, missing > 0 {
      findings.append(Finding(line: number, words: "\(missing) lines are missing before it"))
    } else if damagedSinceSound == 0, missing < 0 || !follows {
      findings.append(Finding(line: number, words: "does not follow the line before it; its own content is sound"))
    } else if missing > damagedSinceSound {
      findings.append(Finding(line: number, words: "\(missing - damagedSinceSound) lines are missing before it"))
    }
    damagedSinceSound = 0
    next = LineFormat.Position(number: claimed + 1, previous: checksum)
  }

  /// The most findings listed of one file: a file of junk must not fill memory and screen.
  private static let mostFindings = 1000

  private mutating func setAside(_ number: Int, _ words: @autoclosure () -> String) {
    damagedSinceSound += 1
    unreadLines += 1
    if findings.count < Self.mostFindings {
      findings.append(Finding(line: number, words: words()))
    } else if findings.count == Self.mostFindings {
      findings.append(Finding(line: number, words: "and more from here on, not listed one by one"))
    }
  }

  /// What can still be read of a damaged line, so that a person can judge it.
  private static func glimpse(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.prefix(2000), as: UTF8.self)
    guard let details = text.firstRange(of: "\"d\":") else { return "" }
    return ", it reads " + String(text[details.upperBound...].prefix(80)).forDisplay
  }
}
