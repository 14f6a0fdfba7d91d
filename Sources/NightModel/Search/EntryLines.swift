internal import Text

/// The entries of one night as lines for a search, all in one run of bytes, so that ten years are searched without decoding
/// a single entry.
///
/// A line: its length; the entry's id; when it happened; how it stands; its grade; what it is about; who wrote it; its words
/// as they are shown; and, if they are not all ASCII, the same as they are compared.
public struct EntryLines: Hashable, Sendable {
  /// The night.
  public let night: CivilDate
  /// The lines as bytes, for the cache.
  public let encoded: ArraySlice<UInt8>

  /// Lines from the cache. Any bytes are safe: a damaged line ends the search.
  public init(night: CivilDate, encoded: ArraySlice<UInt8>) {
    self.night = night
    self.encoded = encoded
  }

  /// The lines of a night, oldest entry first.
  public init(_ night: Night) {
    var writer = ByteWriter()
    for item in night.items { writer.add(bytes: Self.line(item)) }
    self.init(night: night.date, encoded: writer.bytes[...])
  }

  private static func line(_ item: Item) -> [UInt8] {
    let words = item.allWords(.standard)
    var line = ByteWriter()
    line.add(fixed: item.id.halves.high)
    line.add(fixed: item.id.halves.low)
    line.add(fixed: item.at.milliseconds)
    line.add(fixed: Int16(clamping: item.at.offsetMinutes))
    line.add(byte: (item.isCorrected ? 1 : 0) | (item.conflicts.isEmpty ? 0 : 2))
    var grade: UInt8 = .max
    if case .symptom = item.subject { grade = item.details.number(.value).map { UInt8(clamping: $0) } ?? .max }
    line.add(byte: grade)
    line.add(item.subject.kindName)
    line.add(item.subject.thing ?? "")
    line.add(item.by ?? "")
    line.add(words)
    let whole = item.by.map { "\(words) · \($0)" } ?? words
    line.add(bytes: FoldedText.bytes(of: whole))
    var writer = ByteWriter()
    writer.add(fixed: UInt32(line.bytes.count))
    return writer.bytes + line.bytes
  }

  /// The lines, one after another.
  public var lines: [EntryLine] {
    var lines: [EntryLine] = []
    forEach { lines.append($0) }
    return lines
  }

  /// Hands over every line, oldest entry first.
  public func forEach(_ body: (EntryLine) -> Void) {
    var reader = ByteReader(encoded)
    while !reader.isAtEnd {
      let length: UInt32 = reader.fixed()
      let bytes = reader.bytes(Int(length))
      guard reader.isSound, let line = EntryLine(night: night, bytes) else { return }
      body(line)
    }
  }
}

/// One entry as it is searched and listed.
public struct EntryLine: Hashable, Sendable {
  /// The night.
  public let night: CivilDate
  /// The entry's id.
  public let id: EntryID
  /// When it happened.
  public let at: Instant
  /// True if it was corrected after it was written.
  public let isCorrected: Bool
  /// True if two corrections of it disagree.
  public let hasTwoVersions: Bool
  /// How bad a symptom was, 0...10; nil for anything else, or if it was left blank.
  public let grade: Int?
  private let kindBytes: ArraySlice<UInt8>
  private let thingBytes: ArraySlice<UInt8>
  private let byBytes: ArraySlice<UInt8>
  private let wordBytes: ArraySlice<UInt8>
  /// All its words as they are compared, who wrote it last.
  let folded: ArraySlice<UInt8>

  /// Reads a line without its length; nil if the bytes are no line.
  fileprivate init?(night: CivilDate, _ bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    self.night = night
    let (high, low, milliseconds): (UInt64, UInt64, Int64) = (reader.fixed(), reader.fixed(), reader.fixed())
    let offset: Int16 = reader.fixed()
    id = EntryID(high: high, low: low)
    at = Instant(milliseconds: milliseconds, offsetMinutes: Int(offset))
    let (flags, grade) = (reader.byte(), reader.byte())
    (isCorrected, hasTwoVersions) = (flags & 1 != 0, flags & 2 != 0)
    self.grade = grade == .max ? nil : Int(grade)
    kindBytes = reader.bytes(reader.count())
    thingBytes = reader.bytes(reader.count())
    byBytes = reader.bytes(reader.count())
    wordBytes = reader.bytes(reader.count())
    guard reader.isSound else { return nil }
    folded = bytes[wordBytes.endIndex...]
  }

  /// The word of its kind, such as `event` or `symptom`.
  public var kind: String { String(decoding: kindBytes, as: UTF8.self) }
  /// What it is about within its kind: an event, a symptom's id, an item's id; empty for a page or a note.
  public var thing: String { String(decoding: thingBytes, as: UTF8.self) }
  /// Initials of who wrote it; nil if not said.
  public var by: String? { byBytes.isEmpty ? nil : String(decoding: byBytes, as: UTF8.self) }
  /// What it says, items and symptoms by the names of the catalogue that comes with the program.
  public var words: String { String(decoding: wordBytes, as: UTF8.self) }

  /// What it says, items of the family's own by their names.
  public func words(_ catalogue: Catalogue) -> String {
    guard kind == "check" || kind == "environment", Catalogue.standard.item(thing) == nil else { return words }
    return catalogue.label(ofItem: thing) + words.dropFirst(thing.forDisplay.count)
  }

  /// True if it is of a kind: `event` and the like, or an event's or a symptom's own word.
  func isOf(kind word: [UInt8]) -> Bool { kindBytes.elementsEqual(word) || isAbout(word) }

  /// True if it is about a thing of that id.
  func isAbout(_ id: [UInt8]) -> Bool { thingBytes.elementsEqual(id) }

  /// True if it is the caregiver's own page.
  var isCarers: Bool { kindBytes.elementsEqual("carer".utf8) }

  /// True if it is a symptom.
  var isSymptom: Bool { kindBytes.elementsEqual("symptom".utf8) }

  /// False for a symptom that was asked about and was not there.
  var isOccurrence: Bool { Grade.isOccurrence(grade) }

  /// True if those initials wrote it, in small or capital letters.
  func isBy(_ initials: [UInt8]) -> Bool {
    !byBytes.isEmpty && FoldedText.bytes(of: by ?? "") == initials
  }
}

extension Item {
  /// What the item says, with the note of a page, which is not told where pages are shown by their figures.
  public func allWords(_ catalogue: @autoclosure () -> Catalogue) -> String {
    guard subject.isPage, let note = details.text(.note) else { return words(catalogue()) }
    return "\(words(catalogue())), \(note.forDisplay)"
  }
}

extension Subject {
  /// What it is about within its kind: an event's word, or an id.
  var thing: String? {
    switch self {
    case .event(let kind): kind.rawValue
    case .symptom(let id): id
    case .check(let item), .environment(let item): item
    case .plan(let key): key
    case .handover(let kind): kind.rawValue
    case .diary, .carer, .note: nil
    }
  }
}
