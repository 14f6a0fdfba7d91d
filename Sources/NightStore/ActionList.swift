internal import NightModel

/// The actions of this machine in the order they were done, so that undo need not search ten years for the newest.
///
/// One line each, written before the entries themselves: a crash between leaves an action without entries, which undo
/// passes over. It is not put on the disk at once; after a restart of the machine it is made anew from the journal.
struct ActionList {
  let files: any FileSystem
  let path: String

  /// One action: done, taken back, or brought back.
  struct Line: Hashable {
    /// What was done.
    enum Verb: String {
      case `do`, undo, redo
    }

    var verb: Verb
    /// The action that was done, taken back or brought back.
    var action: EntryID
    /// Where its entries lie.
    var partitions: [Partition]
    /// Who did it.
    var writer: String
    /// Which run of the operating system it was noted in.
    var boot: String
  }

  /// Adds an action.
  func append(_ line: Line) {
    _ = try? files.withEnd(of: path) { file throws(SystemError) in try files.write(file, line.bytes) }
  }

  /// All actions; nil if the list was lost or may have lost its end with the last run of the operating system.
  func lines(boot: String) -> [Line]? {
    guard let bytes = try? files.contents(of: path) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Line($0) }
    let known = lines.compactMap { $0 }
    return known.count == lines.count && known.allSatisfy { $0.boot == boot } ? known : nil
  }

  /// Puts a list made anew in the place of the old one.
  func replace(with lines: [Line]) {
    try? files.replace(path, with: lines.flatMap(\.bytes))
  }

  /// Forgets what was done in some partitions or by some writers.
  /// - Returns: false if the list could not be read line by line; then it is gone, to be made anew.
  func forget(where isForgotten: (Partition, _ writer: String) -> Bool) throws(SystemError) -> Bool {
    try files.removeIfThere(path + ".new")
    guard let bytes = try files.contents(of: path) else { return true }
    let spelled = bytes.split(separator: UInt8(ascii: "\n"))
    let lines = spelled.compactMap { Line($0) }
    guard lines.count == spelled.count else {
      try files.removeIfThere(path)
      return false
    }
    let kept = lines.compactMap { line in
      var line = line
      line.partitions.removeAll { isForgotten($0, line.writer) }
      return line.partitions.isEmpty ? nil : line
    }
    if kept != lines { try files.replace(path, with: kept.flatMap(\.bytes)) }
    return true
  }
}

extension ActionList.Line {
  fileprivate var bytes: [UInt8] {
    let places = partitions.map(\.description).joined(separator: ",")
    return Array("\(verb.rawValue) \(action) \(places) \(writer) \(boot)\n".utf8)
  }

  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count == 5, let verb = Verb(rawValue: String(words[0])), let action = EntryID(words[1]) else {
      return nil
    }
    let places = words[2].split(separator: ",")
    let partitions = places.compactMap { Partition($0) }
    guard partitions.count == places.count else { return nil }
    self.init(
      verb: verb, action: action, partitions: partitions, writer: String(words[3]), boot: String(words[4]))
  }
}

extension FileSystem {
  /// Opens a file for appending, made if it is missing.
  func withEnd<Result>(
    of path: String, _ body: (FileDescriptor) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    do {
      return try with(path, .append, body)
    } catch SystemError.missing {
      return try with(path, .appendNew, body)
    }
  }
}
