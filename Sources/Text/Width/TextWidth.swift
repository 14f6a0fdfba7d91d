/// How many columns text takes on a terminal, and what of it can be drawn.
///
/// ncurses adds up `wcwidth` over scalars; terminals draw clusters, each in its own way. What `drawable` leaves is what
/// all of them agree on.
public enum TextWidth {
  /// The columns of one character as it is drawn: 0, 1 or 2.
  public static func columns(of character: Character) -> Int {
    if isPlain(character) { return 1 }
    return drawable(character).unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of a text.
  public static func columns(of text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// True for printable ASCII: a column a byte.
  private static func isPlain(_ text: String) -> Bool {
    for byte in text.utf8 where byte < 0x20 || byte > 0x7E { return false }
    return true
  }

  /// The character as it is drawn: itself, or what a terminal can safely be sent in its place.
  ///
  /// - A control character becomes a space.
  /// - What the C library does not know becomes U+FFFD.
  /// - What is invisible, with it the marks that turn the direction of writing, becomes U+200B: no column, no effect, and
  ///   left out by a canvas.
  /// - A sequence of emoji becomes its first scalar.
  /// - A letter keeps its marks, up to the five scalars and two columns that a cell holds; a mark alone stands on a space.
  public static func drawable(_ character: Character) -> Character {
    if isPlain(character) { return character }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return " " }
    if isControl(first) { return " " }
    let visible = scalars.filter { !isInvisible($0) && !isControl($0) }
    guard let base = visible.first else { return "\u{200B}" }
    guard isKnown(base) else { return "\u{FFFD}" }
    if scalars.count > 1, isEmojiSequence(base, scalars.dropFirst()) { return Character(base) }
    return cluster(of: visible)
  }

  /// The columns of one scalar by the table; 1 for those it says nothing of.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if contains(TextWidthTable.zero, scalar.value) { return 0 }
    return contains(TextWidthTable.wide, scalar.value) ? 2 : 1
  }

  /// True if the C library knows the scalar: assigned no later than Unicode 14, and no control.
  static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    guard let age = properties.age, (age.major, age.minor) <= (14, 0) else { return false }
    return properties.generalCategory != .unassigned && !isControl(scalar)
  }
}

extension TextWidth {
  /// As many scalars as a cell of ncurses holds (`CCHARW_MAX`).
  private static let scalarsInCell = 5

  private static func isPlain(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return byte >= 0x20 && byte < 0x7F
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value < 0x20 || value >= 0x7F && value < 0xA0 || value == 0x2028 || value == 0x2029
  }

  /// Joiners, selectors, direction marks and their like. A soft hyphen is one: terminals disagree whether it shows.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return scalar.value == 0xAD }
    guard columns(of: scalar) == 0 else { return false }
    return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
  }

  /// Flags, skin tones, keycaps, families: what terminals draw in as many ways as there are terminals.
  private static func isEmojiSequence(_ base: Unicode.Scalar, _ rest: Character.UnicodeScalarView.SubSequence) -> Bool {
    if base.value > 0xFF, base.properties.isEmoji { return true }
    return rest.contains { $0.value == 0x20E3 || $0.properties.isEmojiModifier || 0x1F1E6...0x1F1FF ~= $0.value }
  }

  private static func cluster(of scalars: String.UnicodeScalarView) -> Character {
    var kept = String.UnicodeScalarView()
    var width = 0
    for scalar in scalars {
      guard isKnown(scalar) else { continue }
      let wider = width + columns(of: scalar)
      if kept.isEmpty, wider == 0 {
        kept.append(" ")
        width = 1
      } else {
        width = wider
      }
      guard width <= 2, kept.count < scalarsInCell else { break }
      kept.append(scalar)
    }
    // What was left out may have held the rest together, and not every mark joins a space.
    if let whole = String(kept).only { return whole }
    return scalars.first.flatMap { columns(of: $0) > 0 ? Character($0) : nil } ?? "\u{FFFD}"
  }

  /// Whether sorted ranges, given as first and last in turn, hold a value.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[middle * 2 + 1] {
        low = middle + 1
      } else if value < ranges[middle * 2] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}

extension String {
  /// The character this is, if it is exactly one.
  fileprivate var only: Character? {
    guard let first, index(after: startIndex) == endIndex else { return nil }
    return first
  }
}
