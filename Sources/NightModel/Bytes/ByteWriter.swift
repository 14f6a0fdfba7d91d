/// Encodes numbers and texts as bytes for the cache, which can be made again at any time. The record itself is text.
package struct ByteWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing so far.
  package init() {}

  /// Adds one byte.
  package mutating func add(byte: UInt8) { bytes.append(byte) }

  /// Adds bytes as they are.
  package mutating func add(bytes more: some Sequence<UInt8>) { bytes += more }

  /// Adds a number as it stands in memory, lowest byte first, so that it is found by its place.
  package mutating func add(fixed number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// Adds a whole number, seven bits a byte; small ones of either sign are short.
  package mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds a whole number.
  package mutating func add(_ number: Int) { add(Int64(number)) }

  /// Adds a text, its length first.
  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  /// Adds a moment.
  package mutating func add(_ moment: Instant) {
    add(moment.milliseconds)
    add(moment.offsetMinutes)
  }
}

/// Decodes what `ByteWriter` wrote. Any bytes are safe: what cannot be read gives zero or nothing, and `isSound` is false.
package struct ByteReader {
  @usableFromInline var rest: ArraySlice<UInt8>
  /// False once something could not be read.
  @usableFromInline package internal(set) var isSound = true

  @inlinable package init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// True if all was read, and nothing failed.
  @inlinable package var isAtEnd: Bool { isSound && rest.isEmpty }

  /// The next byte.
  @inlinable package mutating func byte() -> UInt8 {
    guard let byte = rest.popFirst() else {
      isSound = false
      return 0
    }
    return byte
  }

  /// The next so many bytes.
  @inlinable package mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else {
      isSound = false
      return []
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// The next number of fixed width.
  @inlinable package mutating func fixed<Number: FixedWidthInteger>() -> Number {
    bytes(MemoryLayout<Number>.size).reversed().reduce(Number.zero) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }

  /// The next whole number.
  @inlinable package mutating func number() -> Int64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 63, by: 7) {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
    }
    isSound = false
    return 0
  }

  /// The next whole number that counts what follows: never more than there are bytes.
  @inlinable package mutating func count() -> Int {
    let count = number()
    guard count >= 0, count <= rest.count else {
      isSound = false
      return 0
    }
    return Int(count)
  }

  /// The next text.
  @inlinable package mutating func text() -> String { String(decoding: bytes(count()), as: UTF8.self) }

  /// The next moment.
  @inlinable package mutating func moment() -> Instant {
    let milliseconds = number()
    return Instant(milliseconds: milliseconds, offsetMinutes: Int(truncatingIfNeeded: number()))
  }

  /// The next of some known things, by its place among them.
  @inlinable package mutating func one<Thing>(of things: [Thing]) -> Thing? {
    let index = Int(byte())
    guard isSound, things.indices.contains(index) else {
      isSound = false
      return nil
    }
    return things[index]
  }

  /// Several of something, as many as a count says.
  @inlinable package mutating func list<Thing>(_ next: (inout ByteReader) -> Thing?) -> [Thing] {
    var things: [Thing] = []
    for _ in 0..<count() {
      guard isSound, let thing = next(&self) else { break }
      things.append(thing)
    }
    return things
  }
}
