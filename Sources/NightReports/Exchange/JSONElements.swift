internal import NightModel
internal import Text

/// The elements of a JSON array one after another, so that a file of any size is read in small pieces and a broken
/// element affects no other.
struct JSONElements {
  /// What comes next in the array.
  enum Element: Hashable {
    /// An object in these bytes, beginning on a line from 1.
    case object(JSON, Range<Int>, line: Int)
    /// Something else, beginning on that line; the next line begins anew.
    case broken(line: Int)
  }

  /// The most bytes of one element: a journal's line, with room for another's indentation.
  static let longest = 128 * 1024

  /// After so many broken elements each element must lie on one line: searching for its end over many lines would take too
  /// long in a file of junk.
  private static let patience = 1000

  /// Where the array ends, before its bracket; nil until it was found.
  private(set) var end: Int?

  private let bytes: [UInt8]
  private var position: Int
  private var line: Int
  private var broken = 0

  /// The elements of the array whose opening bracket stands before `start`.
  init(_ bytes: [UInt8], of start: Int) {
    self.bytes = bytes
    position = start
    line = 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") }
  }

  /// The next element; nil at the end of the array or of the file.
  mutating func next() -> Element? {
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      end = end ?? position
      return nil
    }
    guard end == nil, position < bytes.count else { return nil }
    let first = line
    guard let stop = objectEnd(), let object = JSON(bytes[position..<stop]) else {
      broken += 1
      skipLine()
      return .broken(line: first)
    }
    let range = position..<stop
    advance(to: stop)
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
      position += 1
    } else if position < bytes.count, bytes[position] != UInt8(ascii: "]") {
      broken += 1
      skipLine()
      return .broken(line: first)
    }
    return .object(object, range, line: first)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"): line += 1
      case 0x20, 0x0D, 0x09: break
      default: return
      }
      position += 1
    }
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func advance(to stop: Int) {
    line += bytes[position..<stop].count { $0 == UInt8(ascii: "\n") }
    position = stop
  }

  /// Where the object that begins here ends; nil if none does, or it is torn or too long.
  private func objectEnd() -> Int? {
    guard bytes[position] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var isInString = false
    var index = position
    let limit = min(bytes.count, position + Self.longest)
    while index < limit {
      let byte = bytes[index]
      index += 1
      if isInString {
        // What is written never holds a bare line break: this string was torn.
        if byte < 0x20 { return nil }
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
        continue
      }
      switch byte {
      case UInt8(ascii: "\n") where broken > Self.patience: return nil
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
