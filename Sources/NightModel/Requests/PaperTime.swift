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
  /// Read is what `TimeReader` reads without a date, but an hour only if a word says that it is one; from and to
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
      guard let found = Self.ago(behind) ?? Self.span(behind, style, isSubject) else { continue }
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
