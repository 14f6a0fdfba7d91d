internal import NightModel

/// How far this machine has written each of its files: the high-water marks.
///
/// A file that ends before its mark was put back from a backup; going on in it would fork what other devices already
/// have, so its writer starts a new file instead. One fixed slot per night, so that a mark costs one small write and no
/// search however long the history is. Slots repeat after eleven years, and a mark lost is only a check not made.
struct Marks {
  private static let slotSize = 64
  private static let slotCount = 4096

  let files: any FileSystem
  let path: String

  /// How far a file was written.
  struct Mark: Hashable {
    /// Where the next line goes on.
    var position: LineFormat.Position

    /// False if a file that goes on at `next` ends before the mark, or otherwise than it was left there.
    func agrees(with next: LineFormat.Position) -> Bool {
      next.number > position.number || next == position
    }
  }

  /// The mark of a file; nil if there is none.
  func mark(_ partition: Partition, writer: String) -> Mark? {
    let bytes = try? files.with(path, .read) { file throws(SystemError) in
      try files.read(file, at: Self.offset(partition), count: Self.slotSize)
    }
    let words = String(decoding: bytes ?? [], as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" })
    guard words.count == 4, words[0] == "\(partition)", words[1] == writer, let number = Int(words[2]),
      let previous = UInt32(words[3], radix: 16)
    else { return nil }
    return Mark(position: LineFormat.Position(number: number, previous: previous))
  }

  /// Notes how far a file was written and is on the disk, names of its folders included.
  func set(_ mark: Mark, _ partition: Partition, writer: String) {
    let checksum = LineFormat.hexadecimal(mark.position.previous)
    let text = "\(partition) \(writer) \(mark.position.number) \(checksum)"
    let slot =
      Array(text.utf8) + Array(repeating: UInt8(ascii: " "), count: max(0, Self.slotSize - 1 - text.utf8.count))
    // A mark that cannot be written costs a check, never an entry.
    _ = try? files.with(path, .update) { file throws(SystemError) in
      try files.write(file, slot + [UInt8(ascii: "\n")], at: Self.offset(partition))
    }
  }

  private static func offset(_ partition: Partition) -> Int {
    guard case .night(let date) = partition else { return 0 }
    let slot = date.daysSince1970 % (slotCount - 1)
    return (1 + (slot < 0 ? slot + slotCount - 1 : slot)) * slotSize
  }
}
