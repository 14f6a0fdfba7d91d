/// Texts as they are compared when somebody looks for words: small letters without accents, so that `Krämpfe`, `KRAMPFE`
/// and `krampfe` are the same word.
///
/// The standard library changes letters to small ones by the rules of Unicode, but takes no accents off. That is done here
/// by the names of the characters, which it knows: LATIN SMALL LETTER A WITH DIAERESIS is an A. So accents go from Latin,
/// Greek and Cyrillic letters, composed or not, and from nothing else; ß is ss, æ is ae, œ is oe. What a script writes as
/// letters of their own (й, ø is one with a stroke and goes) stays what it is named.
enum FoldedText {
  /// The bytes of a text as it is compared; line breaks and tabs are spaces.
  static func bytes(of text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { folded.append(small(byte)) }
      return folded
    }
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        folded.append(small(UInt8(scalar.value)))
      } else if scalar.properties.generalCategory != .nonspacingMark {
        folded += base(of: scalar).utf8
      }
    }
    return folded
  }

  /// An ASCII byte as it is compared.
  static func small(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case 0..<0x20: UInt8(ascii: " ")
    default: byte
    }
  }

  /// A small letter without what its name says it is "with".
  private static func base(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "ß": return "ss"
    case "æ": return "ae"
    case "œ": return "oe"
    case "ı": return "i"
    default: break
    }
    guard let name = scalar.properties.name, let with = name.firstRange(of: " WITH ") else { return String(scalar) }
    let bare = String(name[..<with.lowerBound])
    let latin = "LATIN SMALL LETTER "
    if bare.hasPrefix(latin), bare.count == latin.count + 1 { return bare.suffix(1).lowercased() }
    return letters[bare].map { String($0) } ?? String(scalar)
  }

  /// The small letters of Greek and Cyrillic by name.
  private static let letters: [String: Unicode.Scalar] = {
    let scalars = [0x3B1...0x3C9, 0x430...0x44F].flatMap { $0.compactMap { Unicode.Scalar(UInt32($0)) } }
    return Dictionary(scalars.compactMap { scalar in scalar.properties.name.map { ($0, scalar) } }) { one, _ in one }
  }()
}
