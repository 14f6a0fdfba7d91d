/// Time zones as POSIX spells them in `TZ`, such as `EST5EDT,M3.2.0,M11.1.0` or `<+03>-3`: rules that need no installed
/// zone.
public enum PosixZone {
  /// True if a text is such a rule from its beginning to its end.
  public static func isRule(_ text: some StringProtocol) -> Bool {
    var rest = Scanner(text)
    guard rest.name(), rest.time(hours: 24) else { return false }
    if rest.isAtEnd { return true }
    guard rest.name() else { return false }
    _ = rest.time(hours: 24)
    // Without dates the system has rules of its own for them.
    return rest.isAtEnd || rest.change() && rest.change() && rest.isAtEnd
  }

  /// Takes a rule apart, piece by piece.
  private struct Scanner {
    private var rest: [UInt8].SubSequence

    init(_ text: some StringProtocol) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// A name of at least three letters, or of letters, digits and signs between angle brackets.
    mutating func name() -> Bool {
      guard take("<") else { return take { Self.isLetter($0) } >= 3 }
      let count = take { Self.isLetter($0) || Self.isDigit($0) || "+-".utf8.contains($0) }
      return count >= 3 && take(">")
    }

    /// Hours, with or without a sign, minutes and seconds.
    mutating func time(hours: Int) -> Bool {
      if !take("+") { _ = take("-") }
      guard number(in: 0...hours) else { return false }
      for _ in 0..<2 where take(":") {
        guard number(in: 0...59) else { return false }
      }
      return true
    }

    /// When clocks are set: a day of the year, or a weekday of a month, and a time of that day.
    mutating func change() -> Bool {
      guard take(",") else { return false }
      if take("M") {
        guard number(in: 1...12), take("."), number(in: 1...5), take("."), number(in: 0...6) else { return false }
      } else if take("J") {
        guard number(in: 1...365) else { return false }
      } else {
        guard number(in: 0...365) else { return false }
      }
      return take("/") ? time(hours: 167) : true
    }

    private mutating func number(in range: ClosedRange<Int>) -> Bool {
      let digits = rest.prefix { Self.isDigit($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count <= 3 && Int(String(decoding: digits, as: UTF8.self)).map(range.contains) ?? false
    }

    private mutating func take(_ character: Character) -> Bool {
      guard let first = rest.first, first == character.asciiValue else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func take(while isTaken: (UInt8) -> Bool) -> Int {
      let count = rest.prefix(while: isTaken).count
      rest = rest.dropFirst(count)
      return count
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  }
}
