/// Folders of the record that hold files of the journal and nothing else, kept beside the rows of nights, so that a look
/// over the record need not list years that are as they were.
///
/// One file for all of them. It is never believed for long: a folder counts only if it is the same one and nothing was put
/// into it, renamed or taken out since, and the file only on the day on which all folders were listed. One that is damaged,
/// or of another version or record, counts as empty. No name of a file is in it.
///
/// A file: eight bytes that tell the version, the record and the day, a checksum, and then a line for each folder: its name
/// below the record's folder and what tells that it is as it was.
struct JournalOnlyFolders {
  static let fileName = "folders"

  private let path: String
  private let header: [UInt8]
  private let files: any FileSystem

  /// `folder` is where rows are kept, which need not be there. `stamp` is what program and record it must be of. `now`
  /// is in milliseconds since 1970.
  init(folder: String, stamp: String, now: Int64, files: any FileSystem) {
    path = folder + "/" + Self.fileName
    let text = Array("\(stamp) folders \(now / 86_400_000)".utf8)
    header = NightCache.bytes(NightCache.checksum(text[...]), 8)
    self.files = files
  }

  /// What tells of each folder whether it is as it was, by its name; nothing if that was not kept today.
  func read() -> [String: [UInt64]] {
    guard let bytes = (try? files.contents(of: path)) ?? nil, bytes.count > 16, bytes.starts(with: header) else {
      return [:]
    }
    let body = bytes[16...]
    guard bytes[8..<16].elementsEqual(NightCache.bytes(NightCache.checksum(body), 8)) else { return [:] }
    var stamps: [String: [UInt64]] = [:]
    for line in body.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      if let name = words.first { stamps[name] = words.dropFirst().compactMap { UInt64($0) } }
    }
    return stamps
  }

  /// Keeps them, if there is a place for it; what cannot be kept is found out again another time.
  func write(_ stamps: [String: [UInt64]]) {
    let lines = stamps.sorted { $0.key < $1.key }.map { name, stamp in
      "\(name) \(stamp.map { "\($0)" }.joined(separator: " "))\n"
    }
    let body = Array(lines.joined().utf8)
    try? files.replaceInPassing(path, with: header + NightCache.bytes(NightCache.checksum(body[...]), 8) + body)
  }
}
