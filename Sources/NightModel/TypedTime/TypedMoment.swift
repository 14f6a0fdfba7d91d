internal import Text

/// A moment as it is written, before it is known which night is meant: a time of day, a date and a time, `now`,
/// `10 min ago`, or a date and time with an offset from UTC.
enum TypedMoment: Hashable {
  /// A time of day.
  case clock(TypedClock)
  /// A time of day on one of some dates.
  case dated([TypedDate], TypedClock)
  /// So many minutes before now.
  case ago(Int)
  /// A moment by a clock whose offset is known.
  case exact(Instant)
  /// What a clock without its offset showed: date and time, seconds too.
  case wall(Instant)

  /// A moment by all of a text; nil if it is none. A date in ISO 8601 has a clock of 24 hours.
  init?(_ text: String, _ style: ClockStyle) {
    guard text.utf8.count <= Self.mostBytes else { return nil }
    let bare = text.trimmingSpaces().uppercased()
    if let moment = Instant(bare) ?? Self.withColon(bare).flatMap({ Instant($0) }) {
      self = .exact(moment)
      return
    }
    if let moment = Instant(bare + "Z") {
      self = .wall(moment)
      return
    }
    let words = TimeReader.words(text)[...]
    // A number below zero is no time of day, and not one above zero either.
    guard !words.contains(where: Self.isNegative) else { return nil }
    if let minutes = Self.minutesAgo(words) ?? Self.minutesAgo(TimeReader.words(Self.withPoints(text))[...]) {
      self = .ago(minutes)
      return
    }
    func clock(_ words: ArraySlice<String>) -> TypedClock? {
      TypedClock(words, style).flatMap { $0.count == words.count ? $0 : nil }
    }
    if let time = clock(words) {
      self = .clock(time)
      return
    }
    // `12 Nov 7` is a date and an hour, rather than an hour and a date.
    let splits = words.indices.dropFirst().map { (words[..<$0], words[$0...]) }
    for (date, timeWords) in splits + splits.map({ ($1, $0) }) {
      guard let time = clock(timeWords) else { continue }
      let days = TypedDate.read(date).filter(\.isDay)
      guard days.isEmpty || Self.isYear(timeWords, of: days) else {
        self = .dated(days, time)
        return
      }
    }
    return nil
  }

  /// The most bytes of a moment as it is typed.
  private static let mostBytes = 200

  /// True if what would be a time beside a date without its year is the year: `12 Nov 2026`.
  static func isYear(_ time: ArraySlice<String>, of days: [TypedDate]) -> Bool {
    guard time.count == 1, let word = time.first, word.utf8.count == 4, let year = decimal(word.utf8) else {
      return false
    }
    return TimeReader.years.contains(year) && days.contains(where: \.lacksYear)
  }

  /// True for a dash right before something.
  static func isNegative(_ word: String) -> Bool { word.utf8.count > 1 && word.utf8.first == UInt8(ascii: "-") }

  /// A moment of ISO 8601 whose offset is written without its colon, or without its minutes, with both; nil for any other.
  private static func withColon(_ text: String) -> String? {
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let offset = text[text.index(after: sign)...]
    guard text.utf8.count > 16, offset.utf8.count == 4 || offset.utf8.count == 2, decimal(offset.utf8) != nil else {
      return nil
    }
    return "\(text[...sign])\(offset.prefix(2)):\(offset.utf8.count == 4 ? offset.suffix(2) : "00")"
  }

  /// The same with a point in place of the comma of a number: `1,5 hours ago`.
  private static func withPoints(_ text: String) -> String {
    var wasDigit = false
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices {
      let isDigit = (0x30...0x39).contains(scalars[index].value)
      if scalars[index] == ",", wasDigit, index + 1 < scalars.count, (0x30...0x39).contains(scalars[index + 1].value) {
        scalars[index] = "."
      }
      wasDigit = isDigit
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// How long ago some words say it was, in minutes: `now`, `10 min ago`, `1 h 30 ago`, `1.5 hours ago`,
  /// `half an hour ago`; nil if they say no such thing.
  static func minutesAgo(_ words: ArraySlice<String>) -> Int? {
    if TimeWords.now.contains(words.joined(separator: " ")) { return 0 }
    guard words.last == TimeWords.ago, words.count <= 8 else { return nil }
    return minutes(words.dropLast())
  }

  /// How long some words say it is, in minutes; nil if they say no such thing.
  static func minutes(_ words: ArraySlice<String>) -> Int? {
    var total = 0
    // `part` is a part of hours, in minutes.
    var (pending, part, wasHour, isAnything): (Int?, Int?, Bool, Bool) = (nil, nil, false, false)
    for piece in words.prefix(8).flatMap(pieces) {
      if let number = TimeWords.numbers[piece] ?? decimal(piece.utf8), pending == nil, part == nil, number <= 1_000_000
      {
        pending = number
      } else if let hours = partOfHours(piece), pending == nil, part == nil {
        part = hours
      } else if TimeWords.one.contains(piece) {
        pending = pending ?? 1
      } else if piece == TimeWords.half || piece == TimeWords.quarter, part == nil {
        part = piece == TimeWords.half ? 30 : 15
      } else if TimeWords.minutes.contains(piece), let count = pending, part == nil {
        (total, pending, wasHour, isAnything) = (total + count, nil, false, true)
      } else if TimeWords.hoursLong.contains(piece), let count = part ?? pending.map({ $0 * 60 }) {
        (total, pending, part, wasHour, isAnything) = (total + count, nil, nil, true, true)
      } else if !(TimeWords.links.contains(piece) && wasHour || piece == TimeWords.of && part != nil) {
        return nil
      }
    }
    // `1 h 30 ago`, `an hour and a half ago`.
    if wasHour, let more = part { (total, part, pending) = (total + more, nil, nil) }
    if wasHour, let rest = pending { (total, pending) = (total + rest, nil) }
    return isAnything && pending == nil && part == nil ? total : nil
  }

  /// The numbers and the words of a word, a number with its point as one: `1.5`, `h`.
  private static func pieces(of word: String) -> [String] {
    let number = word.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard partOfHours(String(number)) != nil else { return TypedDate.pieces(of: word) }
    return [String(number)] + TypedDate.pieces(of: String(word.dropFirst(number.count)))
  }

  /// Hours with a fraction as minutes, to the nearest one; nil for anything else.
  private static func partOfHours(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...3).contains(parts[0].utf8.count), (1...4).contains(parts[1].utf8.count),
      let whole = decimal(parts[0].utf8), let fraction = decimal(parts[1].utf8)
    else { return nil }
    let ten = (0..<parts[1].utf8.count).reduce(1) { product, _ in product * 10 }
    return whole * 60 + (fraction * 60 + ten / 2) / ten
  }
}
