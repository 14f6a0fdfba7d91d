/// Texts folded for comparison, in searches and between names: lower case without accents, however they are spelled in
/// Unicode, so that `Krämpfe`, `KRAMPFE` and `krampfe` are the same word.
///
/// The standard library changes letters to lower case by the rules of Unicode, but neither decomposes them nor removes
/// accents. That is done here by the names of the characters (LATIN SMALL LETTER A WITH DIAERESIS is an A), and by a table
/// for those whose names do not say it. Accents are removed from Latin, Greek, Cyrillic, Hebrew and Arabic letters (ё is е,
/// й is и, ø is o). The marks of other scripts are vowels and sounds of their own and stay (が is か and its mark). ß is ss,
/// æ is ae, œ is oe, ﬁ is fi, ς is σ. Full-width and half-width forms become the usual ones. Korean syllables become their
/// letters, so that a syllable is found in a longer one. Invisible characters are removed; every kind of space is one.
///
/// Folding is idempotent, and texts that are canonically equal fold to the same bytes.
public enum FoldedText {
  /// The bytes of a text as it is compared; line breaks and tabs are spaces.
  public static func bytes(of text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 where byte < 0x80 { folded.append(small(byte)) }
    if folded.count == text.utf8.count { return folded }
    folded.removeAll(keepingCapacity: true)
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        folded.append(small(UInt8(scalar.value)))
      } else if !scalar.properties.isDefaultIgnorableCodePoint, !isAccent(scalar) {
        folded += base(of: scalar).utf8
      }
    }
    return folded
  }

  /// An ASCII byte as it is compared.
  static func small(_ byte: UInt8) -> UInt8 {
    if byte < 0x20 { return UInt8(ascii: " ") }
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// True for a mark above, below or through the letters of scripts that are compared without.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x487, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    case 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED:
      scalar.properties.generalCategory == .nonspacingMark
    default: false
    }
  }

  /// A small letter as it is compared.
  private static func base(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xAC00...0xD7A3: return letters(ofSyllable: scalar.value - 0xAC00)
    // The ASCII characters as wide as an ideograph.
    case 0xFF01...0xFF5E: return String(Character(Unicode.Scalar(small(UInt8(scalar.value - 0xFEE0)))))
    default: break
    }
    if let parts = parts(of: scalar) { return parts }
    if scalar.properties.generalCategory == .spaceSeparator { return " " }
    guard let name = scalar.properties.name, let with = name.firstRange(of: " WITH ") else { return String(scalar) }
    let bare = String(name[..<with.lowerBound])
    let latin = "LATIN SMALL LETTER "
    if bare.hasPrefix(latin), bare.count == latin.count + 1 { return bare.suffix(1).lowercased() }
    return letters[bare].map { parts(of: $0) ?? String($0) } ?? String(scalar)
  }

  /// The letters of a Korean syllable by its place among all of them: first, middle and, of most, last.
  private static func letters(ofSyllable index: UInt32) -> String {
    let codes = [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (index % 28 == 0 ? [] : [0x11A7 + index % 28])
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: codes.compactMap(Unicode.Scalar.init))
    return String(letters)
  }

  /// The small letters of Greek and Cyrillic by name.
  private static let letters: [String: Unicode.Scalar] = {
    let scalars = [0x3B1...0x3C9, 0x430...0x44F].flatMap { $0.compactMap { Unicode.Scalar(UInt32($0)) } }
    return Dictionary(scalars.compactMap { scalar in scalar.properties.name.map { ($0, scalar) } }) { one, _ in one }
  }()
}
