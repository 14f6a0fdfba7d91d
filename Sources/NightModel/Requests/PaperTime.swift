/// Times as they stand at the beginning of a line of paper notes.
struct PaperTime: Hashable {
  /// When it happened, or began.
  let start: TypedMoment
  /// When it ended, if the line says from when to when.
  let end: TypedClock?
  /// How many words were taken.
  let count: Int

  /// The time that some words begin with; nil if they begin with none.
  ///
  /// Read is what `TimeReader` reads, with its date or without, but an hour only if a word says that it is one; from and to
  /// `0215-0230`, `02:15 – 02:30`, `0215 to 0230`. Behind a bullet or the number of the line stands the same.
  /// - Parameters:
  ///   - words: the words of a line.
  ///   - style: how times of day are typed.
  ///   - isSubject: true if some words say what happened: `h` behind a time may be a letter of Tonight.
  init?(_ words: ArraySlice<String>, _ style: ClockStyle, isSubject: (ArraySlice<String>) -> Bool) {
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
      guard let found = Self.ago(behind) ?? Self.dated(behind, style, isSubject) ?? Self.span(behind, style, isSubject)
      else { continue }
      (self.start, end, count) = (found.start, found.end, behind.startIndex - words.startIndex + found.count)
      return
    }
    return nil
  }

  private typealias Found = (start: TypedMoment, end: TypedClock?, count: Int)

  /// How long ago it was, if some words begin with that.
  private static func ago(_ words: ArraySlice<String>) -> Found? {
    let plain = words.prefix(8).map { PaperWords.bare($0.lowercased()) }[...]
    for count in [plain.firstIndex(of: TimeWords.ago).map { $0 + 1 }, 1, 2].compactMap(\.self)
    where count <= plain.count {
      if let minutes = TypedMoment.minutesAgo(plain[..<count]) { return (.ago(minutes), nil, count) }
    }
    return nil
  }

  /// A date and a time, in either order, that some words begin with.
  private static func dated(
    _ words: ArraySlice<String>, _ style: ClockStyle, _ isSubject: (ArraySlice<String>) -> Bool
  ) -> Found? {
    // A moment of ISO 8601 is one word.
    if let first = words.first, first.utf8.count >= 16, let moment = TypedMoment(first, style) {
      return (moment, nil, 1)
    }
    for count in (1...mostDateWords).reversed() where count < words.count {
      let days = date(words.prefix(count))
      guard !days.isEmpty, let found = span(words.dropFirst(count), style, isSubject),
        case .clock(let time) = found.start,
        !TypedMoment.isYear(words.dropFirst(count).prefix(time.count), of: days)
      else { continue }
      return (.dated(days, time), found.end, count + found.count)
    }
    guard let found = span(words, style, isSubject), case .clock(let time) = found.start else { return nil }
    let rest = words.dropFirst(found.count)
    for count in (1...mostDateWords).reversed() where count < rest.count {
      // Behind a time other words may be what happened: `0330 sun on the face`, `0330 7/10 cramp`.
      let days = date(rest.prefix(count)).filter { $0.isSurely(rest.prefix(count)) }
      if days.isEmpty || TypedMoment.isYear(words.prefix(time.count), of: days) { continue }
      return (.dated(days, time), found.end, found.count + count)
    }
    return nil
  }

  /// The most words of a date: `the night of Sun 22 Nov 2026`, without its beginning.
  private static let mostDateWords = 5

  private static func date(_ words: ArraySlice<String>) -> [TypedDate] {
    TypedDate.read(TimeReader.words(words.joined(separator: " "))[...]).filter(\.isDay)
  }

  /// The word, or the words, at the beginning of a line that somebody must have meant as a time; nil if there are none.
  static func meant(_ words: ArraySlice<String>) -> String? {
    let words = words.drop { PaperWords.bare($0).isEmpty }
    guard let first = words.first else { return nil }
    let second = words.dropFirst().first.map { PaperWords.bare($0.lowercased()) } ?? ""
    func beginning(_ count: Int) -> String { words.prefix(count).joined(separator: " ") }
    let plain = PaperWords.bare(first.lowercased())
    if TimeWords.hands.contains(plain), TimeWords.number(second) != nil { return beginning(2) }
    for count in (1...mostDateWords).reversed() where count < words.count {
      // A day with a word behind it that has digits, or a date of which only the time is missing.
      let days = date(words.prefix(count))
      let isNext = words.dropFirst(count).first?.contains(where: \.isNumber) == true
      if !days.isEmpty, isNext || beginning(count).contains(where: \.isNumber) {
        return beginning(isNext ? count + 1 : count)
      }
    }
    guard first.contains(where: \.isNumber), first.first?.isNumber == true else { return nil }
    // `10 min cough assist` tells how long it was, and `2 h cramp` may.
    if TypedMoment.minutes([plain, second]) != nil { return nil }
    let isMonth = second.utf8.count > 2 && TimeWords.month(second) != nil
    if isMonth, words.dropFirst(2).first?.contains(where: \.isNumber) == true { return beginning(3) }
    return beginning(TimeWords.halves[second] != nil || isMonth ? 2 : 1)
  }

  /// A time, or from when to when, that some words begin with, and how many of them it takes.
  private static func span(
    _ words: ArraySlice<String>, _ style: ClockStyle, _ isSubject: (ArraySlice<String>) -> Bool
  ) -> Found? {
    func read(_ words: ArraySlice<String>) -> TypedClock? {
      TypedClock(words, style, isSubject: isSubject).flatMap { $0.isHourAlone ? nil : $0 }
    }
    guard let first = words.first else { return nil }
    let ends = first.split(omittingEmptySubsequences: false, whereSeparator: TimeReader.isDash).map(String.init)
    if ends.count == 2, let from = read([ends[0]]), let until = read([ends[1]] + words.dropFirst()) {
      return (.clock(from), until, until.count)
    }
    guard let from = read(words) else { return nil }
    let rest = words.dropFirst(from.count)
    if let link = rest.first, link.allSatisfy(TimeReader.isDash) || PaperWords.plain(link) == "to",
      let until = read(rest.dropFirst())
    {
      return (.clock(from), until, from.count + 1 + until.count)
    }
    return (.clock(from), nil, from.count)
  }

  /// True for `1.`, `2)` and `(3)`.
  private static func isLineNumber(_ word: String) -> Bool {
    let digits = PaperWords.bare(word)
    return [".", ")"].contains(where: word.hasSuffix) && digits.count <= 3
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// How long something lasted, where a line says from when to when.
struct PaperSpan: Hashable {
  /// The minutes that passed, whatever the clocks did meanwhile.
  let minutes: Int
  /// When it ended.
  let end: ClockTime
}

extension TypedDate {
  /// True for a date that words behind a time can be and nothing else: a day of a month by its name, or a day named by how
  /// far it is from today.
  fileprivate func isSurely(_ words: ArraySlice<String>) -> Bool {
    switch self {
    case .day: words.contains { $0.contains(where: \.isLetter) }
    case .days, .tonight, .lastNight: true
    case .weekday, .month, .year: false
    }
  }
}
