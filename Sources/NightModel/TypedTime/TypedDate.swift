internal import Text

/// A date as it is written, before it is known which year or week is meant: `2026-11-12`, `12 Nov`, `Nov 12`, `12.11.`,
/// `12/11`, `yesterday`, `last Tuesday`, `October`, `2025`.
enum TypedDate: Hashable {
  /// A day of a month; the year and the day of the week as far as they were written.
  case day(Int, month: Int, year: Int? = nil, weekday: Int? = nil)
  /// A month; before this one if it is the last.
  case month(Int, year: Int? = nil, isLast: Bool = false)
  /// A year.
  case year(Int)
  /// A day of the week, 0 for Monday; before today if it is the last.
  case weekday(Int, isLast: Bool)
  /// So many days after today.
  case days(Int)
  /// The night that runs, or comes next.
  case tonight
  /// The night just slept.
  case lastNight

  /// The dates that some words can mean, in small letters; none if they are no date, two for `12/11`.
  static func read(_ words: ArraySlice<String>) -> [TypedDate] {
    guard let last = words.last, words.count <= mostWords,
      words.allSatisfy({ $0.utf8.count <= mostBytes && !$0.contains(":") })
    else { return [] }
    if let known = TimeWords.days[words.joined(separator: " ")] { return [known] }
    if words.count == 3, last == TimeWords.ago, let count = number(words[words.startIndex]), count <= 100_000,
      let unit = TimeWords.daysLong[words[words.startIndex + 1]]
    {
      return [.days(-count * unit)]
    }
    let joined = words.joined()
    if joined.utf8.allSatisfy({ isDigit($0) || separators.contains($0) }) { return numeric(joined) }
    return named(words).map { [$0] } ?? []
  }

  /// The most words of a date.
  private static let mostWords = 8
  /// The most bytes of one of them.
  private static let mostBytes = 32

  // MARK: In numbers

  private static let separators: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]

  private static func numeric(_ text: String) -> [TypedDate] {
    var parts = text.split(omittingEmptySubsequences: false) { !isDigit($0.utf8.first ?? 0) }.map(String.init)
    let used = Set(text.utf8.filter { !isDigit($0) })
    if used == [UInt8(ascii: ".")], parts.last == "" { parts.removeLast() }
    let numbers = parts.compactMap(number)
    guard used.count <= 1, numbers.count == parts.count else { return [] }
    let isLong = parts.map { $0.utf8.count == 4 }
    let isShort = parts.map { $0.utf8.count <= 2 }
    func either(year: Int?) -> [TypedDate] {
      var days = [Self.day(numbers[0], month: numbers[1], year: year)]
      if used != [UInt8(ascii: ".")], numbers[0] != numbers[1] {
        days.append(.day(numbers[1], month: numbers[0], year: year))
      }
      return days.filter(\.isInCalendar)
    }
    switch parts.count {
    case 1 where isLong[0]: return [.year(numbers[0])]
    case 2 where isLong[0] && isShort[1]: return [.month(numbers[1], year: numbers[0])].filter(\.isInCalendar)
    case 2 where isShort[0] && isLong[1]: return [.month(numbers[0], year: numbers[1])].filter(\.isInCalendar)
    case 2 where isShort == [true, true]: return either(year: nil)
    case 3 where isLong[0] && isShort[1] && isShort[2]:
      return [.day(numbers[2], month: numbers[1], year: numbers[0])].filter(\.isInCalendar)
    case 3 where isShort[0] && isShort[1] && isLong[2]: return either(year: numbers[2])
    case 3 where isShort == [true, true, true] && parts[2].utf8.count == 2: return either(year: 2000 + numbers[2])
    default: return []
    }
  }

  /// True for a day; false for a month or a year.
  var isDay: Bool {
    switch self {
    case .month, .year: false
    case .day, .weekday, .days, .tonight, .lastNight: true
    }
  }

  /// True for a year.
  var isYear: Bool {
    switch self {
    case .year: true
    case .day, .month, .weekday, .days, .tonight, .lastNight: false
    }
  }

  /// True for a day of a month whose year was not written.
  var lacksYear: Bool {
    switch self {
    case .day(_, _, let year, _): year == nil
    case .month, .year, .weekday, .days, .tonight, .lastNight: false
    }
  }

  /// True if a calendar can have it.
  private var isInCalendar: Bool {
    switch self {
    case .day(let day, let month, _, _): (1...31).contains(day) && (1...12).contains(month)
    case .month(let month, _, _): (1...12).contains(month)
    case .year, .weekday, .days, .tonight, .lastNight: true
    }
  }

  // MARK: By names

  private static func named(_ words: ArraySlice<String>) -> TypedDate? {
    var (month, weekday): (Int?, Int?)
    var numbers: [String] = []
    var pieces = words.flatMap(pieces(of:))[...]
    let isLast = pieces.first == TimeWords.last
    if isLast { pieces.removeFirst() }
    for piece in pieces {
      if number(piece) != nil {
        numbers.append(piece)
      } else if month == nil, let found = TimeWords.month(piece) {
        month = found
      } else if weekday == nil, let found = TimeWords.weekday(piece) {
        weekday = found
      } else if !TimeWords.idle.contains(piece) {
        return nil
      }
    }
    guard let month else {
      return weekday.flatMap { numbers.isEmpty ? .weekday($0, isLast: isLast) : nil }
    }
    let long = numbers.filter { $0.utf8.count == 4 }.compactMap(number)
    let short = numbers.filter { $0.utf8.count <= 2 }.compactMap(number)
    guard long.count <= 1, long.count + short.count == numbers.count, !isLast || numbers.isEmpty else { return nil }
    let date: TypedDate? =
      switch short.count {
      case 0: weekday == nil ? .month(month, year: long.first, isLast: isLast) : nil
      case 1: .day(short[0], month: month, year: long.first, weekday: weekday)
      case 2 where long.isEmpty && numbers[1].utf8.count == 2:
        .day(short[0], month: month, year: 2000 + short[1], weekday: weekday)
      default: nil
      }
    return date.flatMap { $0.isInCalendar ? $0 : nil }
  }

  /// The numbers and the words of a word: `12`, `th`, `nov`, `2026`.
  static func pieces(of word: String) -> [String] {
    var pieces: [String] = []
    var wasDigit: Bool?
    for scalar in word.unicodeScalars {
      guard scalar.properties.isAlphabetic || isDigit(scalar) else {
        wasDigit = nil
        continue
      }
      if wasDigit != isDigit(scalar) { pieces.append("") }
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
      wasDigit = isDigit(scalar)
    }
    return pieces
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
  private static func number(_ digits: some StringProtocol) -> Int? { decimal(digits.utf8) }
}
