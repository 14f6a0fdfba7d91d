internal import Text

/// The sequences that stand for keys, as the terminals that matter send them.
struct KeySequence: Sendable {
  /// What a sequence means.
  enum Meaning {
    /// Nothing that anyone here waits for.
    case nothing
    /// A key.
    case key(Key)
    /// A report from the pointer; nil for what is no press or release of a button, such as the wheel.
    case pointer(Key.Pointer?)
    /// Pasted text follows.
    case paste
  }

  /// Longer than anything known; what is longer is swallowed and means nothing.
  private static let limit = 64

  private var body: [UInt8] = []
  private var last: UInt8 = 0
  private var isTooLong = false

  /// True if nothing stood before the last byte.
  var isBare: Bool { body.isEmpty && !isTooLong }

  /// Takes a printable byte. `isSingle` is true after `ESC O`, where anything but a parameter ends the sequence.
  /// Returns true if it ends the sequence.
  mutating func take(_ byte: UInt8, isSingle: Bool) -> Bool {
    let isEnd = isSingle ? !(0x30..<0x3C ~= byte) : byte >= 0x40 || byte == UInt8(ascii: "$") && isOneNumber
    if isEnd {
      last = byte
    } else if body.count < Self.limit {
      body.append(byte)
    } else {
      isTooLong = true
    }
    return isEnd
  }

  /// rxvt ends keys with Shift in `$`, which elsewhere stands before the end: `ESC [ 3 $`, but `ESC [ 4 ; 2 $ y`.
  private var isOneNumber: Bool { !body.isEmpty && body.allSatisfy { 0x30...0x39 ~= $0 } }
}

extension KeySequence {
  /// What the sequence means after `ESC O`.
  var singleMeaning: Meaning {
    guard let numbers = KeyNumbers(body[...]), !isTooLong, numbers.count <= 2 else { return .nothing }
    // Keys with modifiers, in two spellings of old: `ESC O 1 ; 5 P` and `ESC O 5 P`.
    if numbers.count == 2, numbers[0] != 1 { return .nothing }
    let modifiers = numbers.count == 2 ? numbers.modifiers : KeyModifiers(numbers[0] ?? 1)
    if let key = Self.pad[last] { return isBare ? .key(key) : .nothing }
    switch last {
    case UInt8(ascii: "Z"): return .nothing
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return isBare ? Self.letter(last - 0x20, modifiers) : .nothing
    default: return Self.letter(last, modifiers)
    }
  }

  /// The number pad in application mode, which a terminal is in while Nightstand has it: `ESC O p` is 0.
  private static let pad: [UInt8: Key] = Dictionary(
    uniqueKeysWithValues: zip("pqrstuvwxyjklmnoX ".utf8, "0123456789*+,-./= ").map { ($0, Key.character($1)) }
      + [(UInt8(ascii: "M"), .enter), (UInt8(ascii: "I"), .tab)])

  /// What the sequence means after `ESC [`.
  var meaning: Meaning {
    guard !isTooLong else { return .nothing }
    if body.first == UInt8(ascii: "<") { return pointerMeaning }
    guard let numbers = KeyNumbers(body[...]) else { return .nothing }
    let modifiers = numbers.modifiers
    switch last {
    case UInt8(ascii: "~"): return Self.numbered(numbers)
    case UInt8(ascii: "u"): return Self.coded(numbers[0], numbers)
    case UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      // rxvt: Shift, Ctrl, both. Modified function keys have other meanings than plain ones.
      guard isOneNumber, let key = Self.numbered(numbers[0]), !key.isFunction else { return .nothing }
      return .key(key)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return isBare ? Self.letter(last - 0x20, modifiers) : .nothing
    default:
      // `ESC [ 5 ; 1 R` says where the cursor is.
      guard numbers.count <= 2, numbers[0] ?? 1 == 1, last != UInt8(ascii: "R") || isBare else { return .nothing }
      return Self.letter(last, modifiers)
    }
  }

  /// A report as xterm has told it of old, each number in one byte, plus 32.
  static func pointer(button: UInt8, column: UInt8, row: UInt8) -> Meaning {
    guard button >= 32, column > 32, row > 32 else { return .nothing }
    let position = Position(row: Int(row) - 33, column: Int(column) - 33)
    // Which button came up is not told.
    if button == 35 { return .pointer(Key.Pointer(nil, position: position, isPress: false)) }
    return .pointer(Self.button(Int(button) - 32).map { Key.Pointer($0, position: position, isPress: true) })
  }

  /// A report as terminals tell it today: a button with whatever is held, a column, a row.
  private var pointerMeaning: Meaning {
    guard last == UInt8(ascii: "M") || last == UInt8(ascii: "m"), let numbers = KeyNumbers(body.dropFirst()),
      numbers.count == 3, let number = numbers[0], let column = numbers[1], let row = numbers[2], column > 0, row > 0
    else { return .nothing }
    let position = Position(row: row - 1, column: column - 1)
    let isPress = last == UInt8(ascii: "M")
    return .pointer(Self.button(number).map { Key.Pointer($0, position: position, isPress: isPress) })
  }

  /// A button by its number. Nothing else is one: 3 says that none is down, 4 to 16 that a modifier is held, 32 that the
  /// pointer moved, 64 that the wheel turned, and 128 is a button of the side.
  private static func button(_ number: Int) -> Key.Pointer.Button? {
    switch number {
    case 0: .left
    case 1: .middle
    case 2: .right
    default: nil
    }
  }

  /// Keys told by a letter. Moving with a modifier is moving; a function key with one is another key.
  private static func letter(_ letter: UInt8, _ modifiers: KeyModifiers) -> Meaning {
    guard !modifiers.isRelease else { return .nothing }
    switch letter {
    case UInt8(ascii: "A"): return .key(.up)
    case UInt8(ascii: "B"): return .key(.down)
    case UInt8(ascii: "C"): return .key(.right)
    case UInt8(ascii: "D"): return .key(.left)
    case UInt8(ascii: "H"): return .key(.home)
    case UInt8(ascii: "F"): return .key(.end)
    case UInt8(ascii: "Z"): return .key(.backTab)
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      return modifiers.isPlain ? .key(.function(Int(letter - UInt8(ascii: "P")) + 1)) : .nothing
    default: return .nothing
    }
  }

  private static func numbered(_ numbers: KeyNumbers) -> Meaning {
    let modifiers = numbers.modifiers
    if numbers[0] == 200, numbers.count == 1 { return .paste }
    // xterm's other way of telling keys that have no sequence of their own.
    if numbers[0] == 27, numbers.count == 3 { return coded(numbers[2], numbers, isTyped: true) }
    guard numbers.count <= 2, !modifiers.isRelease, let key = numbered(numbers[0]) else { return .nothing }
    return modifiers.isPlain || !key.isFunction ? .key(key) : .nothing
  }

  private static func numbered(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let number) where 11...15 ~= number: .function(number - 10)
    case .some(let number) where 17...21 ~= number: .function(number - 11)
    case .some(let number) where 23...24 ~= number: .function(number - 12)
    default: nil
    }
  }
}

extension KeySequence {
  /// Keys told by their character's code: kitty's protocol, and what others took from it. `isTyped` is true if the code
  /// is what the key types, modifiers and all, and not what is printed on it.
  private static func coded(_ code: Int?, _ numbers: KeyNumbers, isTyped: Bool = false) -> Meaning {
    let modifiers = numbers.modifiers
    guard let code, !modifiers.isRelease else { return .nothing }
    if modifiers.isControl {
      let isLetter = 0x61...0x7A ~= code || code == 0x5C
      guard isLetter, let scalar = Unicode.Scalar(UInt32(code)) else { return .nothing }
      return .key(.control(Character(scalar)))
    }
    let text = isTyped ? code : numbers[2]
    if modifiers.isShift {
      if code == 9 { return .key(.backTab) }
      // Without a word on what Shift makes of it, only a letter and the space bar are certain.
      let certain = 0x61...0x7A ~= code ? code - 0x20 : code == 0x20 ? code : nil
      return (text ?? numbers.shifted ?? certain).flatMap(typed).map { .key($0) } ?? .nothing
    }
    guard modifiers.isPlain else { return .nothing }
    return (named(code) ?? typed(text ?? code)).map { .key($0) } ?? .nothing
  }

  private static func named(_ code: Int) -> Key? {
    switch code {
    case 8, 127: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 27: .escape
    // The number pad, in kitty's corner of the private characters.
    case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
    case 57409: .character(".")
    case 57410: .character("/")
    case 57411: .character("*")
    case 57412: .character("-")
    case 57413: .character("+")
    case 57414: .enter
    case 57415: .character("=")
    case 57417: .left
    case 57418: .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57426: .delete
    default: nil
    }
  }

  private static func typed(_ code: Int) -> Key? {
    // From 57344 on kitty numbers keys that type nothing.
    guard code >= 0x20, !(0x7F..<0xA0 ~= code), !(57344...63743 ~= code) else { return nil }
    return Unicode.Scalar(UInt32(code)).map { .character(Character($0)) }
  }
}
