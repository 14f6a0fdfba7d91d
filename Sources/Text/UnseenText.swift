/// Invisible characters in a text: control characters, direction marks, characters without width. Entries may come from
/// other devices, an import or a text editor, so such a character is shown by its number.
extension String {
  /// The text on one line and safe for any terminal: line breaks, tabs and other control characters become spaces, a mark
  /// that nobody would see is shown by its number, `‹U+202E›`, and a byte of a file's name that spells no text, `‹0xE4›`.
  public var forDisplay: String { forDisplay(keeping: "") }

  /// The same for a text of several lines.
  public var linesForDisplay: String { forDisplay(keeping: "\r\n") }

  /// The same, some control characters staying as they are; a carriage return only before a line break.
  public func forDisplay(keeping kept: String) -> String {
    guard mayHoldUnseen(besides: kept) else { return self }
    var shown = String.UnicodeScalarView()
    forEachScalar { scalar, next, isUnseen in
      let isKept = kept.unicodeScalars.contains(scalar) && (scalar != "\r" || next == "\n")
      if !isUnseen || isKept {
        shown.append(scalar)
      } else if scalar.isControl {
        shown.append(" ")
      } else if let byte = scalar.nameByte {
        shown.append(contentsOf: "‹0x\(hex(UInt64(byte), digits: 2).uppercased())›".unicodeScalars)
      } else {
        shown.append(contentsOf: "‹U+\(hex(UInt64(scalar.value), digits: 4).uppercased())›".unicodeScalars)
      }
    }
    return String(shown)
  }

  /// Calls `body` with every scalar, the one after it, and whether nobody would see it.
  func forEachScalar(_ body: (Unicode.Scalar, _ next: Unicode.Scalar?, _ isUnseen: Bool) -> Void) {
    var (before, index) = (Unicode.Scalar?.none, unicodeScalars.startIndex)
    while index < unicodeScalars.endIndex {
      let scalar = unicodeScalars[index]
      unicodeScalars.formIndex(after: &index)
      let next = index < unicodeScalars.endIndex ? unicodeScalars[index] : nil
      let isUnseen =
        scalar.isControl || scalar.nameByte != nil
        || scalar.isInvisible && !scalar.isNeeded(after: before, before: next)
      body(scalar, next, isUnseen)
      before = isUnseen ? nil : scalar
    }
  }

  /// False for most texts, by a look at their bytes.
  private func mayHoldUnseen(besides kept: String) -> Bool {
    let kept = kept.utf8.first { $0 == UInt8(ascii: "\n") }
    return utf8.contains { !(0x20..<0x7F ~= $0) && $0 != kept }
  }
}

extension Unicode.Scalar {
  /// C0, DEL, C1, and the line and paragraph separators.
  public var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }

  /// True if it takes no room of its own and only changes what stands beside it, or nothing: joiners, marks of direction,
  /// selectors, fillers, byte order marks, soft hyphens, tags.
  public var isInvisible: Bool {
    value >= 0xAD && (properties.isDefaultIgnorableCodePoint || 0xFFF9...0xFFFB ~= value)
  }

  /// True if an invisible scalar does the work it is made for where it stands, so that the text would be spelled wrongly
  /// without it: a joiner within an emoji or after a letter of a script that joins, a selector after what it selects.
  /// A scalar that is itself shown by its number never counts as what a joiner joins: a text once shown stays as it is.
  fileprivate func isNeeded(after before: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    switch value {
    case 0x200C: return before.joins
    case 0x200D: return before.joins || (before.value == 0xFE0F || before.isEmoji) && next?.isEmoji == true
    case 0x180B...0x180D, 0x180F: return before.joins
    case 0xFE00...0xFE0F: return before.properties.isEmoji || before.value >= 0x1000 && !before.isInvisible
    case 0xE0100...0xE01EF: return before.properties.isIdeographic
    // The flags of England, Scotland and Wales are spelled with tags.
    case 0xE0020...0xE007F: return before.value == 0x1F3F4 || 0xE0020...0xE007E ~= before.value
    default: return false
    }
  }

  private var isEmoji: Bool { value > 0xFF && properties.isEmoji }

  /// True for letters and marks of scripts in which a joiner changes how a word is spelled: from Arabic to Myanmar, from
  /// the Philippines to Mongolia, the later Indic blocks.
  private var joins: Bool {
    switch value {
    case 0x600...0x109F, 0x1700...0x1CFF, 0xA800...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x11FFF:
      properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
    default: false
    }
  }
}
