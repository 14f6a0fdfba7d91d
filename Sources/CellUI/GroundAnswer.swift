/// Finds what a terminal answers that was asked for the colour of its ground (OSC 11), among the bytes that are keys.
///
/// The answer is taken out wherever it is cut in two and however late it comes, so that none of it is read as keys: a
/// decoder that has waited long enough for the end of a string takes the rest of it for letters.
public struct GroundAnswer: Sendable {
  /// What asks for it.
  public static let question = "\u{1B}]11;?\u{1B}\\"
  private static let lead = Array("\u{1B}]11;".utf8)
  /// Longer is no colour.
  private static let longest = 40

  /// True if the ground is a light one; nil until the terminal has answered.
  public private(set) var isLight: Bool?
  /// How many bytes of the lead have come.
  private var matched = 0
  /// What came after the lead; nil outside an answer.
  private var body: [UInt8]?

  /// Waits for an answer.
  public init() {}

  /// Takes bytes as they were read, in pieces of any size.
  /// - Returns: those that belong to keys, and of an answer an empty string that means nothing to anybody.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var rest: [UInt8] = []
    for byte in bytes {
      guard let body else {
        matched = byte == Self.lead[matched] ? matched + 1 : byte == Self.lead[0] ? 1 : 0
        rest.append(byte)
        if matched == Self.lead.count {
          rest.append(Byte.bell)
          (matched, self.body) = (0, [])
        }
        continue
      }
      if byte == Byte.bell || byte == Byte.backslash && body.last == Byte.escape {
        isLight = Self.isLight(body)
        self.body = nil
      } else if body.last == Byte.escape || byte >= 0x80 || byte < 0x20 && byte != Byte.escape
        || body.count >= Self.longest
      {
        // It was none, or it broke off: what comes now counts for itself.
        if body.last == Byte.escape { rest.append(Byte.escape) }
        rest.append(byte)
        self.body = nil
      } else {
        self.body = body + [byte]
      }
    }
    return rest
  }

  /// What `rgb:ffff/ffff/ffff` comes to, with one to four digits each; nil for anything else. A gamma of 2 is near enough to
  /// tell light from dark: half of the usual contrast range lies on either side of a luminance of 0.18.
  private static func isLight(_ body: [UInt8]) -> Bool? {
    let text = String(decoding: body.filter { $0 != Byte.escape }, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) else { return nil }
    let shares = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false).map {
      digits -> Double? in
      guard (1...4).contains(digits.count), let value = Int(digits, radix: 16), value >= 0 else { return nil }
      return Double(value) / Double(1 << (4 * digits.count) - 1)
    }
    guard shares.count >= 3, let red = shares[0], let green = shares[1], let blue = shares[2] else { return nil }
    return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue > 0.18
  }
}
