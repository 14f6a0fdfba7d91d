/// Times of day as people say them, by the hands of a clock: `half past two`, `quarter to 3`, `ten past four`, `12 noon`.
extension TypedClock {
  /// The time that some words begin with, as somebody says it; nil if they begin with none. The hands tell no half of the
  /// day, so such a time can be one of two, whatever clock is set.
  static func spoken(_ words: ArraySlice<String>) -> TypedClock? {
    var rest = words.prefix(longest).map { PaperWords.bare($0.lowercased()) }[...]
    func taken() -> Int { min(words.count, longest) - rest.count }
    guard let first = rest.popFirst() else { return nil }
    if twelve.contains(first), let hour = rest.first.flatMap({ TimeWords.hours[$0] }) {
      return TypedClock(times: [hour], count: 2, endsDay: hour == .midnight)
    }
    var minutes: Int
    if first == TimeWords.half {
      minutes = 30
    } else if first == TimeWords.quarter || TimeWords.one.contains(first) && rest.first == TimeWords.quarter {
      minutes = 15
      if first != TimeWords.quarter { rest.removeFirst() }
    } else if let number = TimeWords.number(first), (1...29).contains(number) {
      minutes = number
      if first == TimeWords.twenty, let more = rest.first.flatMap(TimeWords.number), (1...9).contains(more) {
        minutes += more
        rest.removeFirst()
      }
      if let word = rest.first, TimeWords.minutes.contains(word) { rest.removeFirst() }
    } else {
      return nil
    }
    guard let link = rest.popFirst(), link == TimeWords.past || link == TimeWords.to && minutes < 30,
      let hour = rest.popFirst()
    else { return nil }
    let isPast = link == TimeWords.past
    func time(_ hour: Int) -> ClockTime? {
      let minute = (hour * 60 + (isPast ? minutes : -minutes) + 1440) % 1440
      return ClockTime(hour: minute / 60, minute: minute % 60)
    }
    if let named = TimeWords.hours[hour] {
      return time(named.hour).map { TypedClock(times: [$0], count: taken(), endsDay: isPast && named == .midnight) }
    }
    var half = TimeWords.halves.first { hour.hasSuffix($0.key) && TimeWords.number(hour.dropLast($0.key.count)) != nil }
    let number = TimeWords.number(half.map { String(hour.dropLast($0.key.count)) } ?? hour)
    guard let number, (0...23).contains(number) else { return nil }
    if half == nil, let word = rest.first, let found = TimeWords.halves[word] {
      half = (word, found)
      rest.removeFirst()
    }
    // `5 to 3` among other words may be from five to three, and so may `six to ten`.
    let areDigits = first.first?.isNumber == true && hour.first?.isNumber == true
    let isSpan = !isPast && half == nil && (areDigits || minutes % 5 != 0)
    guard (1...12).contains(number) else {
      guard half == nil, let only = time(number) else { return nil }
      return TypedClock(times: [only], count: taken(), isHourAlone: isSpan)
    }
    let hours = [TimeWords.Half.am, .pm].filter { half == nil || half?.value == $0 }
      .map { number % 12 + ($0 == .pm ? 12 : 0) }
    return TypedClock(times: hours.compactMap(time).sorted(), count: taken(), isHourAlone: isSpan)
  }

  /// The most words of such a time: `twenty five minutes to eleven p.m.`
  private static let longest = 6
  private static let twelve: Set<String> = ["12", "1200", "12:00", "12.00"]
}
