/// Times as they stand at the beginning of a line of paper notes.
struct PaperTime: Hashable {
  /// When it happened, or began.
  let time: ClockTime
  /// When it ended, if the line says from when to when.
  let end: ClockTime?
  /// How many words were taken.
  let count: Int

  /// The time that some words begin with; nil if they begin with none.
  ///
  /// Read are `2310`, `23:10`, `9:05`, `905`, `23.10`, `23h10`, `2400` for midnight; by a twelve-hour clock `11:10pm` or
  /// `9 pm`; with a word behind it `23:10 Uhr`, `23:10h`, `9 o'clock`; from and to `0215-0230`, `02:15 – 02:30`, `0215 to
  /// 0230`. Behind a bullet or the number of the line stands the same.
  /// - Parameters:
  ///   - words: the words of a line.
  ///   - isSubject: true if some words say what happened: `h` behind a time may be a letter of Tonight.
  init?(_ words: ArraySlice<String>, isSubject: (ArraySlice<String>) -> Bool) {
    // `9. 2310` is the ninth line, `905. 10 min` five past nine: what stands behind the numbers comes first.
    var starts = [words.startIndex]
    var rest = words.drop { PaperWords.bare($0).isEmpty }
    while let first = rest.first, Self.isLineNumber(first) {
      rest = rest.dropFirst()
      starts.append(rest.startIndex)
      rest = rest.drop { PaperWords.bare($0).isEmpty }
    }
    for start in starts.reversed() {
      let behind = words[start...].drop { PaperWords.bare($0).isEmpty }
      guard let found = Self.span(behind, isSubject) else { continue }
      (time, end, count) = (found.time, found.end, behind.startIndex - words.startIndex + found.count)
      return
    }
    return nil
  }

  /// A time, or from when to when, that some words begin with, and how many of them it takes.
  private static func span(
    _ words: ArraySlice<String>, _ isSubject: (ArraySlice<String>) -> Bool
  ) -> (time: ClockTime, end: ClockTime?, count: Int)? {
    guard let first = words.first else { return nil }
    let ends = first.split(omittingEmptySubsequences: false, whereSeparator: isDash).map(String.init)
    if ends.count == 2, let from = read([ends[0]], isSubject),
      let until = read([ends[1]] + words.dropFirst(), isSubject)
    {
      return (from.time, until.time, until.count)
    }
    guard let from = read(words, isSubject) else { return nil }
    let rest = words.dropFirst(from.count)
    if let link = rest.first, link.allSatisfy(isDash) || PaperWords.plain(link) == "to",
      let until = read(rest.dropFirst(), isSubject)
    {
      return (from.time, until.time, from.count + 1 + until.count)
    }
    return (from.time, nil, from.count)
  }

  private static func isDash(_ character: Character) -> Bool { "-\u{2010}\u{2011}\u{2012}–—−".contains(character) }

  /// True for `1.`, `2)` and `(3)`.
  private static func isLineNumber(_ word: String) -> Bool {
    let digits = PaperWords.bare(word)
    return [".", ")"].contains(where: word.hasSuffix) && digits.count <= 3
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What stands behind a time and is none of what happened.
  private static let tails = hourTails.union(["h", "hr", "hrs", "hours"])
  /// Those that make a time of an hour alone. `2 h` may as well be two hours.
  private static let hourTails: Set<String> = ["uhr", "heure", "heures", "o'clock", "o’clock", "oclock", "uur"]

  /// A time at the beginning of some words, and how many of them it takes.
  private static func read(
    _ words: ArraySlice<String>, _ isSubject: (ArraySlice<String>) -> Bool
  ) -> (time: ClockTime, count: Int)? {
    guard let first = words.first else { return nil }
    var word = PaperWords.bare(first.lowercased())
    var count = 1
    var half: String?
    var (hasTail, saysHour) = (false, false)
    if let suffix = ["am", "pm"].first(where: word.hasSuffix) {
      (half, word) = (suffix, String(word.dropLast(2)))
    } else if let tail = tails.first(where: { word.hasSuffix($0) && word.dropLast($0.count).last?.isNumber == true }) {
      (hasTail, saysHour, word) = (true, hourTails.contains(tail), String(word.dropLast(tail.count)))
    }
    if half == nil, !hasTail, let second = words.dropFirst().first.map({ PaperWords.bare($0.lowercased()) }) {
      if ["am", "pm"].contains(second) {
        (half, count) = (second, 2)
      } else if tails.contains(second), second != "h" || isSubject(words.dropFirst(2)) {
        (saysHour, count) = (hourTails.contains(second), 2)
      }
    }
    // An hour alone is a time only if a word says so.
    guard let time = clock(word) ?? (half != nil || saysHour ? clock("\(word):00") : nil) else { return nil }
    guard let half else { return (time, count) }
    guard (1...12).contains(time.hour),
      let shifted = ClockTime(hour: time.hour % 12 + (half == "pm" ? 12 : 0), minute: time.minute)
    else { return nil }
    return (shifted, count)
  }

  private static func clock(_ word: String) -> ClockTime? {
    let spelled = String(word.map { $0 == "." || $0 == "h" ? ":" : $0 })
    return ["2400", "24:00"].contains(spelled) ? .midnight : ClockTime(spelled)
  }
}

/// How long something lasted, where a line says from when to when.
struct PaperSpan: Hashable {
  /// The minutes that passed, whatever the clocks did meanwhile.
  let minutes: Int
  /// When it ended.
  let end: ClockTime
}
