internal import NightModel

/// The actions of this machine in the order they were done, so that undo need not search ten years for the newest.
///
/// One line each, written before the entries themselves: a crash between leaves an action without entries, which undo
/// passes over. Each has a number, one more than the one before, which its entries carry too: no clock decides what came
/// last. A line is put on the disk only if it names a partition that the lines before it do not, so after a restart of the
/// machine the last actions may be missing; they are found again where the last lines say that this machine wrote.
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
    /// Its number, 0 where it was done before actions had any; nil for lines of an older version.
    var number: Int?
  }

  /// How many bytes before its end say where the newest actions were done.
  private static let reach = 1024
  /// What a restart of the machine adds to the number: more than there can be actions whose lines it took.
  private static let leap = 1 << 20
  /// What is added to the highest known number where others could not be read: more than restarts of many years add.
  static let unreadLeap = leap << 16

  /// Adds an action. `floor` is the highest number that is known of from elsewhere, 0 if none is. `begins` is true if
  /// it goes on above the floor where the list does not tell the last number, because it is lost or its end is damaged.
  /// Returns its number; nil if it is not told, and nothing was added.
  func append(
    _ verb: Line.Verb, _ action: EntryID, _ partitions: [Partition], writer: String, boot: String, above floor: Int,
    begins: Bool
  ) -> Int? {
    var line = Line(verb: verb, action: action, partitions: partitions, writer: writer, boot: boot)
    if begins { line.number = floor + 1 }
    func add(to file: FileDescriptor) throws(SystemError) {
      let end = try end(of: file)
      let last = end.lines.last
      guard end.isReadable || begins else { return }
      let highest = max(floor, end.lines.compactMap(\.number).max() ?? 0)
      line.number = highest + (last == nil || last?.boot == boot ? 1 : Self.leap)
      _ = try files.write(file, (end.isTorn ? [UInt8(ascii: "\n")] : []) + line.bytes)
      let known = Set(end.lines.lazy.filter { $0.boot == boot }.flatMap(\.partitions))
      if !known.isSuperset(of: partitions) { try files.syncDataIfPossible(file) }
      if last == nil { try files.syncFolder(path.parentFolder) }
    }
    if begins { try? files.withEnd(of: path, add) } else { try? files.with(path, .append, add) }
    return line.number
  }

  /// Makes a list that was lost one that is known not to be whole, until it can be made anew.
  func noteLost() {
    _ = try? files.withEnd(of: path) { file throws(SystemError) in
      if try files.status(file).size == 0 { _ = try files.write(file, Array("lost\n".utf8)) }
    }
  }

  /// The last lines of the list, and whether the very last is one that can be read.
  private func end(
    of file: FileDescriptor
  ) throws(SystemError) -> (lines: [Line], isTorn: Bool, isReadable: Bool) {
    let size = try files.status(file).size
    var start = max(0, size - Self.reach)
    while true {
      let bytes = try files.read(file, at: start, count: size - start)
      // What begins in the middle of a line is none.
      let spelled = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let lines = spelled.dropFirst(start > 0 ? 1 : 0).compactMap { Line($0) }
      let isTorn = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
      let isReadable = spelled.last { !$0.isEmpty }.flatMap { Line($0) } != nil
      if !lines.isEmpty || start == 0 { return (lines, isTorn, isReadable) }
      start = 0
    }
  }

  /// All lines; nil if the list was lost or not all of it can be read.
  func all() -> [Line]? {
    guard let bytes = try? files.contents(of: path) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { Line($0) }
    let known = lines.compactMap { $0 }
    return known.count == lines.count ? known : nil
  }

  /// All actions; nil if the list was lost or may have lost its end with the last run of the operating system.
  func lines(boot: String) -> [Line]? {
    all().flatMap { lines in lines.allSatisfy { $0.boot == boot } ? lines : nil }
  }

  /// Where actions may have been done whose lines the end of an earlier run of the operating system took.
  static func unsure(_ lines: [Line], boot: String) -> Set<Partition> {
    var partitions: Set<Partition> = []
    var room: [String: Int] = [:]
    for line in lines.reversed() where line.boot != boot && room[line.boot, default: reach] > 0 {
      room[line.boot, default: reach] -= line.bytes.count
      partitions.formUnion(line.partitions)
    }
    return partitions
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
    return Array("\(verb.rawValue) \(action) \(places) \(writer) \(boot)\(number.map { " \($0)" } ?? "")\n".utf8)
  }

  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard (5...6).contains(words.count), let verb = Verb(rawValue: String(words[0])), let action = EntryID(words[1])
    else { return nil }
    let places = words[2].split(separator: ",")
    let partitions = places.compactMap { Partition($0) }
    let numbers = 0...Entry.orders.upperBound
    let number = words.count == 6 ? Int(words[5]).flatMap { numbers.contains($0) ? $0 : nil } : nil
    guard partitions.count == places.count, words.count == 5 || number != nil else { return nil }
    self.init(
      verb: verb, action: action, partitions: partitions, writer: String(words[3]), boot: String(words[4]),
      number: number)
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
