internal import NightModel

/// How far this machine has written each of its files: the high-water marks.
///
/// A file that ends before its mark was put back from a backup; going on in it would fork what other devices already
/// have, so its writer starts a new file instead. One fixed slot per night, so that a mark costs one small write and no
/// search however long the history is. Slots repeat after eleven years, and a mark lost is only a check not made.
struct HighWaterMarks {
  private static let slotSize = 64
  private static let slotCount = 4096

  let files: any FileSystem
  let path: String
  /// Where marks are kept that their files no longer reach, one a line: the proof that something is missing.
  let lostPath: String

  /// The mark of a file; nil if there is none.
  func mark(_ partition: Partition, writer: String) -> HighWaterMark? {
    mark(partition).flatMap { $0.writer == writer ? $0 : nil }
  }

  /// The newest mark of a partition, whichever writer's file it is about; nil if there is none.
  func mark(_ partition: Partition) -> HighWaterMark? {
    let bytes = try? files.with(path, .read) { file throws(SystemError) in
      try files.read(file, at: Self.offset(partition), count: Self.slotSize)
    }
    return bytes.flatMap { Self.mark(of: partition, at: 0, in: $0) }
  }

  /// Every mark there is, those of lost ends included.
  func all() -> [HighWaterMark] {
    let (slots, lost) = read()
    return Self.slots(slots).map(\.mark) + lost
  }

  /// The slots as they are spelled, and the marks of lost ends. What cannot be read is a check not made.
  func read() -> (slots: [UInt8], lost: [HighWaterMark]) {
    let lines = ((try? files.contents(of: lostPath)) ?? nil)?.split(separator: UInt8(ascii: "\n")) ?? []
    return (((try? files.contents(of: path)) ?? nil) ?? [], lines.compactMap { HighWaterMark($0) })
  }

  /// The mark of a partition among slots that were read; nil if there is none.
  static func mark(of partition: Partition, in slots: [UInt8]) -> HighWaterMark? {
    mark(of: partition, at: offset(partition) / slotSize, in: slots)
  }

  private static func mark(of partition: Partition, at slot: Int, in slots: [UInt8]) -> HighWaterMark? {
    guard slot < count(in: slots), let mark = mark(slot, in: slots), mark.partition == partition else { return nil }
    return mark
  }

  /// How many slots there are, most of them empty.
  static func count(in slots: [UInt8]) -> Int { (slots.count + slotSize - 1) / slotSize }

  /// The mark in a slot, from 0; nil if it is empty.
  static func mark(_ slot: Int, in slots: [UInt8]) -> HighWaterMark? {
    let start = slot * slotSize
    guard slots[start] > UInt8(ascii: " ") else { return nil }
    return HighWaterMark(slots[start..<min(start + slotSize, slots.count)])
  }

  /// The marks in their slots, and where these begin. Most slots are empty.
  private static func slots(_ bytes: [UInt8]) -> [(mark: HighWaterMark, start: Int)] {
    (0..<count(in: bytes)).compactMap { slot in mark(slot, in: bytes).map { ($0, slot * slotSize) } }
  }

  /// Notes how far a file was written and is on the disk, names of its folders included.
  func set(_ mark: HighWaterMark) {
    let slot = mark.bytes + Array(repeating: UInt8(ascii: " "), count: max(0, Self.slotSize - 1 - mark.bytes.count))
    // A mark that cannot be written costs a check, never an entry.
    _ = try? files.with(path, .update) { file throws(SystemError) in
      try files.write(file, slot + [UInt8(ascii: "\n")], at: Self.offset(mark.partition))
    }
  }

  /// Keeps a mark that its file no longer reaches, so that the next file's mark does not wipe out what it proves.
  func keepLost(_ mark: HighWaterMark) {
    _ = try? files.withEnd(of: lostPath) { file throws(SystemError) in
      try files.write(file, mark.bytes + [UInt8(ascii: "\n")])
    }
  }

  /// Forgets marks, those of lost ends included, so that what was erased on purpose is not missed.
  func forget(where isForgotten: (HighWaterMark) -> Bool) throws(SystemError) {
    if let bytes = try files.contents(of: path) {
      let blank = Array(repeating: UInt8(ascii: " "), count: Self.slotSize - 1) + [UInt8(ascii: "\n")]
      let doomed = Self.slots(bytes).filter { isForgotten($0.mark) }
      if !doomed.isEmpty {
        try files.with(path, .update) { file throws(SystemError) in
          for slot in doomed {
            guard try files.write(file, blank, at: slot.start) == blank.count else { throw SystemError.diskFull }
          }
          try files.syncDataIfPossible(file)
        }
      }
    }
    guard let bytes = try files.contents(of: lostPath) else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let kept = lines.filter { !(HighWaterMark($0).map(isForgotten) ?? false) }
    guard kept.count < lines.count else { return }
    try files.replace(lostPath, with: kept.flatMap { $0 + [UInt8(ascii: "\n")] })
  }

  private static func offset(_ partition: Partition) -> Int {
    guard case .night(let date) = partition else { return 0 }
    let slot = date.daysSince1970 % (slotCount - 1)
    return (1 + (slot < 0 ? slot + slotCount - 1 : slot)) * slotSize
  }
}

/// How far a file was written.
struct HighWaterMark: Hashable {
  /// Whose file.
  var partition: Partition
  /// By which writer.
  var writer: String
  /// Where the next line goes on.
  var position: LineFormat.Position
  /// How many bytes it had; 0 where that was not noted.
  var size = 0

  /// What is missing of a file that goes on at `next`; nil if nothing is. `next` is nil if the file is not there.
  func missed(by next: LineFormat.Position?) -> MissingFile.Loss? {
    guard let next else { return .gone(lines: position.number) }
    if next.number < position.number { return .end(lines: position.number - next.number) }
    return agrees(with: next) ? nil : .lastLine
  }

  /// False if a file that goes on at `next` ends before the mark, or otherwise than it was left there.
  func agrees(with next: LineFormat.Position) -> Bool {
    next.number > position.number || next == position
  }
}

extension HighWaterMark {
  fileprivate var bytes: [UInt8] {
    Array("\(partition) \(writer) \(position.number) \(LineFormat.hexadecimal(position.previous)) \(size)".utf8)
  }

  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(decoding: $0, as: UTF8.self) }
    // Marks of earlier versions have no size.
    guard (4...5).contains(words.count), let partition = Partition(words[0]), let number = Int(words[2]),
      let previous = UInt32(words[3], radix: 16)
    else { return nil }
    self.init(
      partition: partition, writer: words[1],
      position: LineFormat.Position(number: number, previous: previous),
      size: words.count > 4 ? Int(words[4]) ?? 0 : 0)
  }
}
