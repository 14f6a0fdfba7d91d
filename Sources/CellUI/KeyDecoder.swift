/// Turns the bytes a terminal sends into keys. It has no clock: bytes come with the time at which they were read, and it
/// says when a pause settles what is open. Times are milliseconds of a clock that never jumps.
///
/// What it does not know it drops whole; no unknown sequence comes out as Esc, digits and letters, which are commands.
///
/// - Esc followed at once by a character is Alt with that character: unknown, dropped.
/// - Two Esc are two Esc. Two Esc before a key's sequence are Alt with that key: dropped with it.
/// - A control character or Esc inside a sequence ends it, and counts for itself.
/// - A sequence whose Esc was taken for the key because the rest was late is dropped whole.
/// - A paste lasts until the mark at its end, however long it pauses: none of it ever becomes keys.
public struct KeyDecoder: Sendable {
  /// Where the next byte belongs.
  private enum Place {
    /// Between keys, or inside a character of several bytes.
    case ground
    /// After Esc, or after several.
    case escape
    /// Inside a character that came with Alt.
    case altCharacter
    /// After `ESC [`.
    case control
    /// After `ESC O`.
    case single
    /// After `ESC [ [`: a function key of the Linux console.
    case console
    /// After `ESC [ M`: three bytes about the pointer.
    case pointer
    /// Inside a string meant for the terminal's owner, not for us.
    case string
    /// After Esc inside such a string.
    case stringEscape
    /// Inside a paste.
    case paste
  }

  private var place = Place.ground
  /// How many Esc came one after another, while nothing has come of them.
  private var escapes = 0
  private var character = UTF8Assembler()
  private var sequence = KeySequence()
  private var pointer: [UInt8] = []
  private var paste = PasteCollector()
  private var keys: [Key] = []
  private var pace: KeyPace
  /// When the last bytes were read, and the last Esc.
  private var (now, escapedAt): (Int64, Int64) = (0, 0)
  /// Until when `[` or `O` may be the late rest of a sequence whose Esc has settled as a key.
  private var lateUntil: Int64?
  /// What began the late rest of a sequence; nil outside one.
  private var lateStart: UInt8?

  /// A decoder at rest.
  /// - Parameter isRemote: true behind a connection that may hold up the middle of a key.
  public init(isRemote: Bool = false) { pace = KeyPace(isRemote: isRemote) }

  /// When what is open is settled if no byte comes before; nil while nothing is open, or for as long as it takes.
  public private(set) var settlesAt: Int64?

  /// Takes bytes as they were read, in pieces of any size.
  /// - Returns: the keys they end.
  public mutating func feed(_ bytes: some Sequence<UInt8>, at time: Int64) -> [Key] {
    var isFirst = true
    for byte in bytes {
      if isFirst, isInsideKey, byte != Byte.escape { pace.noteGap(time - now, afterEscape: place == .escape, byte) }
      isFirst = false
      now = time
      take(byte)
    }
    if !isFirst { settlesAt = wait.map { time + $0 } }
    defer { keys = [] }
    return keys
  }

  /// Settles what is open, if it is time: Esc alone is the key, and half of a sequence is nothing. A paste goes on; what
  /// has come of it is handed over.
  public mutating func settle(at time: Int64) -> [Key] {
    guard let settlesAt, time >= settlesAt else { return [] }
    self.settlesAt = nil
    switch place {
    case .paste:
      if paste.isAfterEscape, paste.isOverdue {
        // The rest of the mark may still come.
        lateUntil = time + KeyPace.late
        return end()
      }
      pace.isSlow = true
      defer { keys = [] }
      if let text = paste.handOver() { keys.append(.paste(text)) }
      return keys
    case .escape:
      lateUntil = time + KeyPace.late
      return end()
    case .control, .single:
      // A person typed it after all.
      if let lateStart, sequence.isBare { keys.append(.character(Character(Unicode.Scalar(lateStart)))) }
      return end()
    case .ground, .altCharacter, .console, .pointer, .string, .stringEscape: return end()
    }
  }

  /// Settles what is open, because no more will come.
  public mutating func end() -> [Key] {
    switch place {
    case .escape: keys += Array(repeating: .escape, count: escapes)
    case .paste: endPaste()
    case .ground, .altCharacter, .control, .single, .console, .pointer, .string, .stringEscape: break
    }
    rest()
    settlesAt = nil
    defer { keys = [] }
    return keys
  }
}

extension KeyDecoder {
  /// How long to wait for what is open, in milliseconds; nil for ever.
  private var wait: Int64? {
    switch place {
    case .ground: character.isPending ? KeyPace.sequence : nil
    case .escape: pace.escape
    case .paste: paste.wait
    case .control, .single: lateStart != nil && sequence.isBare ? KeyPace.slowEscape : KeyPace.sequence
    case .altCharacter, .console, .pointer, .string, .stringEscape: KeyPace.sequence
    }
  }

  /// True if a key has begun and not ended.
  private var isInsideKey: Bool {
    switch place {
    case .escape, .control, .single, .console, .pointer: true
    case .ground, .altCharacter, .string, .stringEscape, .paste: false
    }
  }
}

extension KeyDecoder {
  /// Ends what is open.
  private mutating func rest() {
    place = .ground
    escapes = 0
    lateStart = nil
    character = UTF8Assembler()
  }

  private mutating func take(_ byte: UInt8) {
    switch place {
    case .ground: takePlain(byte)
    case .escape: takeAfterEscape(byte)
    case .altCharacter: takeAltCharacter(byte)
    case .control, .single: takeSequence(byte)
    case .console: takeConsole(byte)
    case .pointer: takePointer(byte)
    case .string: takeString(byte)
    case .stringEscape:
      if byte == Byte.backslash {
        rest()
      } else {
        beginEscape()
        take(byte)
      }
    case .paste: if paste.take(byte) { endPaste() }
    }
  }

  /// A byte that does not belong to what is open: that ends, unknown, and the byte counts for itself.
  private mutating func breakOff(at byte: UInt8) {
    rest()
    takePlain(byte)
  }

  private mutating func takePlain(_ byte: UInt8) {
    if takeLateStart(byte) { return }
    guard byte < 0x80 else {
      // Control characters above ASCII are no key of anybody's.
      if let scalar = character.take(byte), scalar.value >= 0xA0 { keys.append(.character(Character(scalar))) }
      return
    }
    character = UTF8Assembler()
    if byte == Byte.escape { beginEscape() } else if let key = Key(ascii: byte) { keys.append(key) }
  }

  /// Takes the first byte after an Esc that has settled as a key, if it goes on with that Esc: the line was slow.
  private mutating func takeLateStart(_ byte: UInt8) -> Bool {
    defer { lateUntil = nil }
    guard let lateUntil, now <= lateUntil else { return false }
    switch byte {
    case UInt8(ascii: "["): place = .control
    case UInt8(ascii: "O"): place = .single
    default: return false
    }
    character = UTF8Assembler()
    escapes = 1
    lateStart = byte
    sequence = KeySequence()
    return true
  }

  private mutating func beginEscape() {
    place = .escape
    escapes = 1
    escapedAt = now
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    let isApart = now - escapedAt >= pace.atOnce
    switch byte {
    case Byte.escape:
      escapes += 1
      escapedAt = now
    case UInt8(ascii: "["):
      holdOneEscape()
      sequence = KeySequence()
      place = .control
    case UInt8(ascii: "O"):
      holdOneEscape()
      sequence = KeySequence()
      place = .single
    case _ where isApart:
      releaseEscapes(but: 0)
      breakOff(at: byte)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      releaseEscapes(but: 1)
      place = .string
    default:
      releaseEscapes(but: 1)
      rest()
      guard byte >= 0x80 else { return }
      _ = character.take(byte)
      if character.isPending { place = .altCharacter }
    }
  }

  /// Of several Esc before a sequence the last begins it, and the one before may be Alt; the others were the key.
  private mutating func holdOneEscape() {
    releaseEscapes(but: 2)
  }

  private mutating func releaseEscapes(but held: Int) {
    guard escapes > held else { return }
    keys += Array(repeating: .escape, count: escapes - held)
    escapes = held
  }

  private mutating func takeAltCharacter(_ byte: UInt8) {
    guard character.canContinue(with: byte) else { return breakOff(at: byte) }
    _ = character.take(byte)
    if !character.isPending { rest() }
  }

  private mutating func takeSequence(_ byte: UInt8) {
    guard 0x20..<0x7F ~= byte else { return breakOff(at: byte) }
    guard sequence.take(byte, isSingle: place == .single) else { return }
    if place == .control, sequence.isBare {
      if byte == UInt8(ascii: "[") { return place = .console }
      if byte == UInt8(ascii: "M") {
        pointer = []
        return place = .pointer
      }
    }
    if lateStart != nil { pace.isSlow = true }
    end(with: place == .single ? sequence.singleMeaning : sequence.meaning)
  }

  /// Ends a sequence by what it means.
  private mutating func end(with meaning: KeySequence.Meaning) {
    switch meaning {
    case .nothing: rest()
    case .pointer(let pointer): end(with: pointer)
    case .paste:
      releaseEscapes(but: 1)
      rest()
      paste = PasteCollector()
      place = .paste
    case .key(let key): end(with: key)
    }
  }

  private mutating func takeConsole(_ byte: UInt8) {
    guard 0x20..<0x7F ~= byte else { return breakOff(at: byte) }
    let letter = Int(byte) - Int(UInt8(ascii: "A"))
    if 0..<5 ~= letter { end(with: .function(letter + 1)) } else { rest() }
  }

  private mutating func takePointer(_ byte: UInt8) {
    // 0 stands for a place too far right or down to be told.
    guard byte == 0 || byte >= 0x20 else { return breakOff(at: byte) }
    pointer.append(byte)
    guard pointer.count == 3 else { return }
    end(with: KeySequence.pointer(button: pointer[0], column: pointer[1], row: pointer[2]))
  }

  /// Ends a sequence that is a key. With an Esc before it, it was Alt with that key.
  private mutating func end(with key: Key) {
    if lateStart == nil, escapes == 1 { keys.append(key) }
    rest()
  }

  /// Ends a report from the pointer. No one holds Alt for one, so an Esc before it was the key.
  private mutating func end(with pointer: Key.Pointer?) {
    if lateStart == nil {
      releaseEscapes(but: 1)
      if let pointer { keys.append(.pointer(pointer)) }
    }
    rest()
  }

  private mutating func takeString(_ byte: UInt8) {
    if byte == Byte.bell { rest() } else if byte == Byte.escape { place = .stringEscape }
  }

  private mutating func endPaste() {
    if !paste.text.isEmpty { keys.append(.paste(paste.text)) }
    paste = PasteCollector()
    rest()
  }
}
