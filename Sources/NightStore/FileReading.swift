public import NightModel

/// What one file of the journal holds, line by line. Reading never changes a file: what is not sound is set aside here,
/// not there.
public struct FileReading: Sendable {
  /// The entries that are sound, and those written by hand.
  public private(set) var entries: [Entry] = []
  /// Lines with a right checksum, the header aside.
  public private(set) var soundLines = 0
  /// Lines from a newer version of the program: sound, kept, not understood.
  public private(set) var newerLines = 0
  /// Lines somebody wrote by hand, without a checksum.
  public private(set) var handLines = 0
  /// What was set aside, and why.
  public private(set) var findings: [Finding] = []
  /// The id of the store that the file's first line says it belongs to.
  private(set) var store: String?
  /// The latest place in the order that any line of the file claims.
  private(set) var latest: Stamp?
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

  /// Reads the bytes of one file.
  init(_ bytes: [UInt8]) {
    guard bytes.count <= LineFormat.largestFile else {
      findings.append(Finding(line: 1, words: "the file is larger than any night can be; it was not read"))
      return
    }
    var start = bytes.startIndex
    var number = 0
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      number += 1
      if end == bytes.endIndex {
        isTerminated = false
        setAside(number, "unfinished: the line was never confirmed as saved\(Self.glimpse(bytes[start..<end]))")
      } else if end > start {
        take(bytes[start..<end], number)
      }
      start = end + 1
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>, _ number: Int) {
    switch LineFormat.read(line) {
    case .sound(let json, let checksum):
      follow(json, checksum, number)
      if json["care"] != nil {
        store = json["store"]?.text
      } else {
        soundLines += 1
        add(json, number)
      }
    case .byHand(let json):
      if json["care"] == nil {
        handLines += 1
        add(json, number)
      }
    case .changed:
      setAside(number, "changed after it was written; not shown\(Self.glimpse(line))")
    case .unreadable:
      setAside(number, "not readable\(Self.glimpse(line))")
    }
  }

  private mutating func add(_ json: JSON, _ number: Int) {
    if let stamp = json["h"]?.text.flatMap({ Stamp($0) }) { latest = max(latest ?? stamp, stamp) }
    guard let id = json["id"]?.text.flatMap({ EntryID($0) }), (json["v"]?.integer ?? 1) <= LineFormat.version,
      let entry = Entry(id: id, json: json)
    else {
      newerLines += 1
      return
    }
    entries.append(entry)
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

  private mutating func setAside(_ number: Int, _ words: String) {
    damagedSinceSound += 1
    findings.append(Finding(line: number, words: words))
  }

  /// What can still be read of a damaged line, so that a person can judge it.
  private static func glimpse(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.prefix(2000), as: UTF8.self)
    guard let details = text.range(of: "\"d\":") else { return "" }
    return ", it reads " + String(text[details.upperBound...].prefix(80)).forDisplay
  }
}

extension String {
  /// The range of the first occurrence of an ASCII text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
