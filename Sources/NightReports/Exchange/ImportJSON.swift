public import NightModel
internal import Text

/// An export as it was read back: its entries by partition, and the lines that cannot be understood.
///
/// Any input gives a result or a refusal, never a crash. Elements are read one at a time, so that a broken one affects no
/// other, and none is longer than a record can be.
public struct ImportJSON: Sendable {
  /// Something that was not taken, or is kept without being understood.
  public struct Remark: Hashable, Sendable {
    /// The line, from 1, as an editor counts.
    public let line: Int
    /// What is the matter with it, in words.
    public let words: String
  }

  /// What is in the file, the plan first.
  public var partitions: [Partition] { places.keys.sorted() }
  /// How many entries can be taken.
  public private(set) var count = 0
  /// What is left out, and why, the first thousand.
  public private(set) var leftOut: [Remark] = []
  /// How many are left out.
  public private(set) var leftOutCount = 0
  /// The lines of entries from a newer version, which are taken and kept without being understood.
  public private(set) var newer: [Int] = []
  /// True if the end of the file is missing.
  public private(set) var isCut = true
  /// False if the file says that part of the record was not in it when it was made.
  public let isWhole: Bool
  /// How many entries the file says it has; nil if it does not.
  public private(set) var claimed: Int?

  private let bytes: [UInt8]
  private var places: [Partition: [Place]] = [:]
  private var known: [EntryID: (partition: Partition, place: Place)] = [:]

  /// Where an element stands in the file.
  private struct Place: Sendable {
    let range: Range<Int>
    let line: Int
  }

  /// The most remarks listed: a file of junk must not fill memory and screen.
  public static let mostRemarks = 1000

  /// Reads a file, in UTF-8 or in UTF-16 with its mark.
  /// - Throws: `Refusal` if it is no export, or one of a newer version.
  public init(_ file: [UInt8]) throws(Refusal) {
    let bytes = TextBytes.utf8(file)
    self.bytes = bytes
    let (start, head) = try Self.start(bytes)
    isWhole = head["whole"] != .bool(false)
    var scanner = JSONElements(bytes, of: start)
    while let element = scanner.next() {
      switch element {
      case .object(let json, let range, let line): take(Element(json), Place(range: range, line: line))
      case .broken(let line): leaveOut(line, "not readable: it breaks off, or is no JSON")
      }
    }
    known = [:]
    guard let end = scanner.end else { return }
    let tail = JSON(Array("{\"entries\":[".utf8) + bytes[end...])
    isCut = tail == nil
    claimed = tail?["count"]?.integer
  }

  /// The entries of one partition.
  public func records(in partition: Partition) -> [Record] {
    (places[partition] ?? []).compactMap(record)
  }

  /// The entries of one partition with the lines they stand on.
  public func lines(in partition: Partition) -> [(record: Record, line: Int)] {
    (places[partition] ?? []).compactMap { place in record(at: place).map { ($0, place.line) } }
  }

  // MARK: Reading

  /// The most bytes that may stand before the entries.
  private static let longestHead = 4096

  /// Where the entries begin, and what stands before them.
  private static func start(_ bytes: [UInt8]) throws(Refusal) -> (entries: Int, head: JSON) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let from = bytes.starts(with: mark) ? mark.count : 0
    let window = bytes[from..<min(bytes.count, from + longestHead)]
    guard let bracket = window.firstIndex(of: UInt8(ascii: "[")),
      let head = JSON(bytes[from...bracket] + Array("]}".utf8)), head["nightstand"]?.text == "export",
      head.members?.last?.name == "entries"
    else {
      throw .refused(
        "the file is no export of Nightstand, so nothing was imported; one is made by 'nightstand export', and tables "
          + "(CSV) cannot be read back")
    }
    guard let format = head["format"]?.integer, format <= ExportJSON.format else {
      throw .refused(
        "the export is of a newer version than this program can read, so nothing was imported; bring Nightstand up to "
          + "date")
    }
    return (bracket + 1, head)
  }

  /// One element of the file, taken apart.
  private struct Element {
    let partition: Partition?
    let record: Record?

    init(_ json: JSON) {
      partition = json["in"]?.text.flatMap { Partition($0) }
      record = json["entry"].flatMap { Record($0) }
    }
  }

  private mutating func take(_ element: Element, _ place: Place) {
    guard let partition = element.partition else {
      return leaveOut(place.line, "\"in\" is neither plan nor the date of a night")
    }
    guard let record = element.record else {
      return leaveOut(place.line, "it has no id, or no place in the order (h), of the right form")
    }
    if let other = known[record.id] {
      let isDouble = other.partition == partition && self.record(at: other.place) == record
      if !isDouble { leaveOut(place.line, "it has the id of the entry in line \(other.place.line) and says otherwise") }
      return
    }
    if record.entry == nil { newer.append(place.line) }
    known[record.id] = (partition, place)
    places[partition, default: []].append(place)
    count += 1
  }

  private func record(at place: Place) -> Record? {
    JSON(bytes[place.range]).flatMap { Element($0).record }
  }

  private mutating func leaveOut(_ line: Int, _ words: String) {
    leftOutCount += 1
    if leftOut.count < Self.mostRemarks { leftOut.append(Remark(line: line, words: words)) }
  }
}
