/// Names of files as text. To the system they are bytes, and some are not UTF-8, such as those of an old disk in Latin-1.
/// Each byte that is not is replaced by a scalar of its own, from which the name can be restored.
extension String {
  /// A name or a path by its bytes.
  public init(nameBytes bytes: [UInt8]) {
    var text = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var (rest, start) = (bytes.makeIterator(), 0)
    parsing: while true {
      let length: Int
      switch parser.parseScalar(from: &rest) {
      case .valid(let spelled):
        length = spelled.count
        let scalar = Unicode.UTF8.decode(spelled)
        if scalar.nameByte == nil {
          text.append(scalar)
          start += length
          continue
        }
      case .error(let wrong): length = wrong
      case .emptyInput: break parsing
      }
      text.append(contentsOf: bytes[start..<start + length].compactMap(Unicode.Scalar.init(nameByte:)))
      start += length
    }
    self.init(text)
  }

  /// The bytes of a name or a path.
  public var nameBytes: [UInt8] {
    // Every scalar that stands for a byte begins with this one.
    guard utf8.contains(0xF4) else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in scalar.nameByte.map { [$0] } ?? Array(UTF8.encode(scalar) ?? .init()) }
  }
}

extension Unicode.Scalar {
  /// The byte of a name that it stands for; nil for all others.
  var nameByte: UInt8? { value >= 0x10FF80 ? UInt8(truncatingIfNeeded: value) : nil }

  /// What stands for a byte that spells no text: one of the last scalars, which are for private use. No byte below 0x80
  /// needs one.
  fileprivate init?(nameByte: UInt8) { self.init(0x10FF00 + UInt32(nameByte)) }
}
