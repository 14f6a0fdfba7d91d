internal import NightModel
internal import Text

/// How one line of the journal is spelled: a JSON object whose last member, `c`, is the CRC-32 of all bytes before
/// `,"c":`. The rest of the frame is `n`, the line's number in its file from 0, and `p`, the `c` of the line before.
///
/// The check is on bytes, so a line stays checkable whatever its members are, and a bit that flips anywhere shows.
enum LineFormat {
  /// The version of the line format this program writes and reads.
  static let version = Record.version
  /// The most bytes one line may have when written, its line break included.
  static let longestWritten = 16 * 1024
  /// The most bytes of a line that is read.
  static let longestRead = 64 * 1024
  /// The most bytes of a file that is read.
  static let largestFile = 16 * 1024 * 1024

  /// Where the next line of a file goes on: its number, and the checksum of the line before.
  struct Position: Hashable {
    /// The line's number, from 0.
    var number: Int
    /// The checksum of the line before; 0 before the first.
    var previous: UInt32

    /// The beginning of a file.
    static let start = Position(number: 0, previous: 0)
  }

  /// The first line of a file, and the position after it.
  static func header(
    store: String, partition: Partition, writer: String, device: String, program: String
  ) -> (line: [UInt8], next: Position) {
    var members: [JSON.Member] = [JSON.Member("care", 1), JSON.Member("store", .string(store))]
    if case .night(let date) = partition { members.append(JSON.Member("night", .string("\(date)"))) }
    members += [
      JSON.Member("w", .string(writer)), JSON.Member("dev", .string(device)), JSON.Member("app", .string(program)),
      JSON.Member("needs", .integer(version)),
    ]
    return framed(members + frame(.start), after: .start)
  }

  /// What a line says, its place in a file aside.
  struct Content {
    /// `v` and `id`, between which and the rest the frame belongs.
    fileprivate let name: [JSON.Member]
    fileprivate let rest: [JSON.Member]
    /// Its place in the order of all devices.
    let stamp: Stamp

    /// An entry of this version.
    init(_ entry: Entry) {
      name = [JSON.Member("v", .integer(version)), JSON.Member("id", .string(entry.id.description))]
      rest = entry.jsonMembers
      stamp = entry.stamp
    }

    /// A record as it came, brought here by an import.
    init(_ record: Record, importedBy action: EntryID, order: Int? = nil) {
      name = Array(record.members.prefix(2))
      let number = order.map { [JSON.Member("imo", .integer($0))] } ?? []
      rest = [JSON.Member("im", .string("\(action)"))] + number + record.members.dropFirst(2)
      stamp = record.stamp
    }
  }

  /// The line of an entry at a position, and the position after it.
  static func line(_ entry: Entry, at position: Position) -> (line: [UInt8], next: Position) {
    line(Content(entry), at: position)
  }

  /// A line at a position, and the position after it.
  static func line(_ content: Content, at position: Position) -> (line: [UInt8], next: Position) {
    framed(content.name + frame(position) + content.rest, after: position)
  }

  private static func frame(_ position: Position) -> [JSON.Member] {
    [JSON.Member("n", .integer(position.number)), JSON.Member("p", .string(hexadecimal(position.previous)))]
  }

  private static func framed(_ members: [JSON.Member], after position: Position) -> (line: [UInt8], next: Position) {
    var text = JSON.object(members).description
    text.removeLast()
    let body = Array(text.utf8)
    let checksum = CRC32.checksum(body[...])
    return (body + seal(checksum) + [UInt8(ascii: "\n")], Position(number: position.number + 1, previous: checksum))
  }

  /// What one line, its line break removed, turned out to be.
  enum Reading {
    /// The checksum is right.
    case sound(JSON, checksum: UInt32)
    /// JSON without any of the frame: written by hand.
    case byHand(JSON)
    /// JSON whose checksum is wrong or missing: changed after it was written, by whom cannot be told.
    case changed
    /// Not JSON: torn, overwritten, or never ours.
    case unreadable
  }

  /// Checks and reads one line without its line break.
  static func read(_ line: ArraySlice<UInt8>) -> Reading {
    // A line break of another system, put in by a version control program on the way.
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    guard line.count <= longestRead else { return .unreadable }
    if let body = body(of: line) {
      let checksum = CRC32.checksum(body)
      // Compared as spelled: a digit that turned into its capital is a changed line too.
      if line.suffix(seal(checksum).count).elementsEqual(seal(checksum)) {
        return JSON(line).map { .sound($0, checksum: checksum) } ?? .unreadable
      }
    }
    guard let json = JSON(line), json.members != nil else { return .unreadable }
    let isFramed = ["n", "p", "c"].contains { json[$0] != nil }
    return isFramed ? .changed : .byHand(json)
  }

  /// What ends a line, its line break aside.
  private static func seal(_ checksum: UInt32) -> [UInt8] {
    Array(",\"c\":\"\(hexadecimal(checksum))\"}".utf8)
  }

  /// What the checksum of a line is over, if the line is long enough to have one.
  private static func body(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let length = seal(0).count
    return line.count > length ? line.dropLast(length) : nil
  }

  /// A checksum as eight hexadecimal digits.
  static func hexadecimal(_ checksum: UInt32) -> String { hex(UInt64(checksum), digits: 8) }
}
