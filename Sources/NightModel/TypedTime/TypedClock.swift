/// A time of day at the beginning of some words, as it is written: `2240`, `905`, `22:40`, `22.40`, `22h40`, `10:40 pm`,
/// `11pm`, `10p`, `7`, `at 7`, `9 o'clock`, `22 Uhr`, `noon`, `midnight`, `half past two`, `quarter to 3`.
struct TypedClock: Hashable {
  /// The times it can mean: two, half a day apart, where a clock of twelve hours leaves open which half.
  let times: [ClockTime]
  /// How many words were taken.
  let count: Int
  /// True for an hour alone, such as `7`, and for `5 to 3`: among other words they may be any numbers.
  let isHourAlone: Bool
  /// True for midnight as the end of a day: `24:00`, `midnight`.
  let endsDay: Bool

  /// A time that was read.
  init(times: [ClockTime], count: Int, isHourAlone: Bool = false, endsDay: Bool = false) {
    (self.times, self.count, self.isHourAlone, self.endsDay) = (times, count, isHourAlone, endsDay)
  }

  /// The time that some words begin with; nil if they begin with none.
  /// - Parameters:
  ///   - words: the words, in small letters or not.
  ///   - style: by a clock of twelve hours `7` and `10:40` are in the morning or in the evening, `0740` is not.
  ///   - isSubject: true if some words say what happened: `h` behind a time may be a letter of Tonight.
  init?(
    _ words: ArraySlice<String>, _ style: ClockStyle, isSubject: (ArraySlice<String>) -> Bool = { _ in true }
  ) {
    // `12.11.` is a date, and `1.13.` none.
    guard let first = words.first, !Self.isDated(first) else { return nil }
    if let spoken = Self.spoken(words) {
      self = spoken
      return
    }
    var word = PaperWords.bare(first.lowercased())
    if word == TimeWords.at, let next = words.dropFirst().first, PaperWords.bare(next.lowercased()) != word,
      let time = TypedClock(words.dropFirst(), style, isSubject: isSubject)
    {
      self.init(times: time.times, count: time.count + 1, isHourAlone: time.isHourAlone, endsDay: time.endsDay)
      return
    }
    if let hour = TimeWords.hours[word] {
      self.init(times: [hour], count: 1, endsDay: hour == .midnight)
      return
    }
    var taken = 1
    var half: TimeWords.Half?
    var tail: String?
    if let suffix = TimeWords.halves.keys.first(where: word.hasSuffix) ?? TimeWords.shortHalf(behind: word) {
      (half, word) = (TimeWords.half(suffix), PaperWords.bare(word.dropLast(suffix.count)))
      if let hour = TimeWords.numbers[word] { word = "\(hour)" }
    } else if let end = TimeWords.tails.first(where: {
      word.hasSuffix($0) && word.dropLast($0.count).last?.isNumber == true
    }) {
      (tail, word) = (end, String(word.dropLast(end.count)))
    }
    if half == nil, tail == nil, let second = words.dropFirst().first.map({ PaperWords.bare($0.lowercased()) }) {
      if TimeWords.halves[second] != nil || TimeWords.clockTails.contains(second), let hour = TimeWords.numbers[word] {
        word = "\(hour)"
      }
      if let found = TimeWords.halves[second] {
        (half, taken) = (found, 2)
      } else if TimeWords.tails.contains(second), second != "h" || isSubject(words.dropFirst(2)) {
        (tail, taken) = (second, 2)
      }
    }
    let colons = String(word.map { $0 == "." || $0 == "h" ? ":" : $0 })
    let isEnd = ["2400", "24:00", "24"].contains(colons)
    guard let time = isEnd ? .midnight : ClockTime(colons) ?? ClockTime("\(colons):00") else { return nil }
    let isHour = colons.utf8.count <= 2
    // `2 h` may as well be two hours.
    let isHourAlone = isHour && half == nil && !(tail.map(TimeWords.hourTails.contains) ?? false)
    let times: [ClockTime]
    if let half {
      guard (1...12).contains(time.hour), !isEnd,
        let shifted = time.twelveHours.first(where: { ($0.hour < 12) == (half == .am) })
      else { return nil }
      times = [shifted]
    } else {
      let isOpen =
        style == .twelve && (1...12).contains(time.hour) && !isEnd && word.first != "0" && !word.contains("h")
        && (tail.map(TimeWords.isTwelveHourTail) ?? true)
      times = isOpen ? time.twelveHours : [time]
    }
    self.init(times: times, count: taken, isHourAlone: isHourAlone, endsDay: isEnd)
  }

  /// True for two numbers with a full stop behind each, as days of a month are written.
  private static func isDated(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[2].isEmpty
      && parts.prefix(2).allSatisfy { (1...2).contains($0.utf8.count) && decimal($0.utf8) != nil }
  }
}

extension ClockTime {
  /// The two times at which the hands of a clock stand so, that of the morning first.
  fileprivate var twelveHours: [ClockTime] {
    [0, 12].compactMap { ClockTime(hour: hour % 12 + $0, minute: minute) }
  }
}
