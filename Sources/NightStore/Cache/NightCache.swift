internal import NightModel

/// What past nights come to, kept on this machine so that lists, searches and trends need not read years of journal.
///
/// One file a year. It is never believed: a row counts only if its checksum is right and its key is that of the night's
/// files as they lie there now, and a file written by another version, for another record or another year counts as empty.
/// So whatever happens to it costs time and nothing else, several programs may write it at once, and nothing of it has to
/// reach the disk before anything is called saved.
///
/// A file: eight bytes that tell the version, the record and the year; then row by row the length, the checksum, and the
/// row: night, length of the key, length of the facts, key, facts, lines.
final class NightCache {
  /// One night's row.
  struct Row {
    /// The night's facts, as `NightSummary` spells them.
    let summary: ArraySlice<UInt8>
    /// The night's lines, as `EntryLines` has them.
    let lines: ArraySlice<UInt8>
  }

  let folder: String
  private let files: any FileSystem
  private let stamp: String
  private var years: [Int: Year] = [:]

  /// A year's rows, by night.
  private struct Year {
    var rows: [CivilDate: Frame] = [:]
    /// How many rows are other than in the file.
    var changes = 0
  }

  /// A row as it lies in a file, behind its length and checksum.
  private struct Frame {
    let body: ArraySlice<UInt8>
    let checksum: UInt64
    var isChecked = false
  }

  /// The rows in a folder, which need not be there. `stamp` is what program and record they must be of.
  init(folder: String, stamp: String, files: any FileSystem) {
    self.folder = folder
    self.stamp = stamp
    self.files = files
  }

  /// The file of a year.
  static func fileName(_ year: Int) -> String { "nights-\(year)" }

  /// True for the files of a cache, and what a crash leaves beside them.
  static func isKnown(_ name: String) -> Bool {
    let bare = name.hasSuffix(".new") ? name.dropLast(4) : name[...]
    return bare == JournalOnlyFolders.fileName || bare.hasPrefix("nights-") && Int(bare.dropFirst(7)) != nil
  }

  // MARK: Rows

  /// The row of a night, if it was made from files with that key.
  func row(of night: CivilDate, key: [UInt8]) -> Row? {
    let year = night.components.year
    load(year)
    guard let frame = years[year]?.rows[night] else { return nil }
    if !frame.isChecked {
      guard Self.checksum(frame.body) == frame.checksum else {
        years[year]?.rows[night] = nil
        return nil
      }
      years[year]?.rows[night]?.isChecked = true
    }
    let start = frame.body.startIndex + Self.fixedBytes
    let keyEnd = start + Int(Self.number(frame.body, at: 4, bytes: 4))
    let summaryEnd = keyEnd + Int(Self.number(frame.body, at: 8, bytes: 4))
    guard keyEnd <= frame.body.endIndex, summaryEnd <= frame.body.endIndex,
      frame.body[start..<keyEnd].elementsEqual(key)
    else { return nil }
    return Row(summary: frame.body[keyEnd..<summaryEnd], lines: frame.body[summaryEnd...])
  }

  /// Keeps the row of a night until `write`.
  func keep(_ row: Row, of night: CivilDate, key: [UInt8]) {
    let year = night.components.year
    load(year)
    var body = Self.bytes(UInt64(UInt32(truncatingIfNeeded: night.daysSince1970)), 4)
    body += Self.bytes(UInt64(key.count), 4) + Self.bytes(UInt64(row.summary.count), 4)
    body += key
    body += row.summary
    body += row.lines
    years[year]?.rows[night] = Frame(body: body[...], checksum: Self.checksum(body[...]), isChecked: true)
    years[year]?.changes += 1
  }

  /// Writes a year of which enough rows are new; what cannot be written is made again another time. `nights` are the
  /// nights of a year that have files now. Rows of others are forgotten. Returns false if there was none.
  func writeOne(ifOver count: Int, nights: (Int) -> Set<CivilDate>) -> Bool {
    guard let (year, known) = years.first(where: { $0.value.changes > count }) else { return false }
    let there = nights(year)
    for night in known.rows.keys where !there.contains(night) { years[year]?.rows[night] = nil }
    try? write(year)
    // Where it cannot be written, trying again with every row would only cost time.
    years[year]?.changes = 0
    return true
  }

  /// Forgets what is known of a year, or of all.
  func forget(_ year: Int?) {
    if let year { years[year] = nil } else { years = [:] }
  }

  // MARK: Files

  private func write(_ year: Int) throws(SystemError) {
    var bytes = header(year)
    for (_, frame) in (years[year]?.rows ?? [:]).sorted(by: { $0.key < $1.key }) {
      bytes += Self.bytes(UInt64(frame.body.count), 4) + Self.bytes(frame.checksum, 8)
      bytes += frame.body
    }
    let path = folder + "/" + Self.fileName(year)
    do {
      try files.replaceInPassing(path, with: bytes)
    } catch .missing {
      try files.makeFolders(folder)
      try files.replaceInPassing(path, with: bytes)
    }
  }

  private func load(_ year: Int) {
    guard years[year] == nil else { return }
    var known = Year()
    defer { years[year] = known }
    let read = try? files.contents(of: folder + "/" + Self.fileName(year))
    guard let bytes = read ?? nil, bytes.starts(with: header(year)) else { return }
    var rest = bytes.dropFirst(header(year).count)
    while rest.count >= 12 {
      let length = Int(Self.number(rest, at: 0, bytes: 4))
      let checksum = Self.number(rest, at: 4, bytes: 8)
      rest = rest.dropFirst(12)
      guard length >= Self.fixedBytes, length <= rest.count else { return }
      let body = rest.prefix(length)
      let day = Int32(truncatingIfNeeded: Self.number(body, at: 0, bytes: 4))
      let night = CivilDate(daysSince1970: Int(day))
      if night.components.year == year { known.rows[night] = Frame(body: body, checksum: checksum) }
      rest = rest.dropFirst(length)
    }
  }

  private func header(_ year: Int) -> [UInt8] {
    let text = Array("\(stamp) \(year)".utf8)
    return Self.bytes(Self.checksum(text[...]), 8)
  }

  /// The night and two lengths, before the key.
  private static let fixedBytes = 12

  static func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>, at offset: Int, bytes count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[bytes.startIndex + offset + $1]) << (8 * UInt64($1)) }
  }

  /// A checksum that notices damage, eight bytes at a step. Not the journal's: that one anybody can check by hand, and this
  /// one is read for megabytes at a time.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var sum = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
      func take(_ word: UInt64) {
        sum = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
        sum ^= sum >> 32
      }
      let whole = bytes.count / 8 * 8
      for offset in stride(from: 0, to: whole, by: 8) {
        take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      take(bytes[whole...].reduce(0) { $0 << 8 | UInt64($1) })
      return sum
    }
  }
}
