/// The nearest form that is read, for what is not: numbers that no clock and no calendar has are brought into their ranges,
/// and a misspelled word becomes the known one.
extension TimeReader {
  /// The most of a text that is looked at.
  private static let most = 64

  /// The nearest time, with its date where one stands beside it.
  func nearestMoment(to text: String) -> String {
    let words = Self.words(String(text.prefix(Self.most))).flatMap(Self.dateAndTime)
    for split in words.indices.dropFirst() where TypedClock(words[split...], clock)?.count == words.count - split {
      let near = "\(nearestDate(to: words[..<split])) \(words[split...].joined(separator: " "))"
      if isRead(near) { return near }
    }
    if !TypedDate.read(words[...]).isEmpty {
      let near = "\(words.joined(separator: " ")) \(clock.example)"
      if isRead(near) { return near }
    }
    let near =
      words.last == TimeWords.ago ? "\(min(numbers(words[...]).first ?? 10, 600)) min ago" : nearestTime(to: words)
    return isRead(near) ? near : clock.example
  }

  private func isRead(_ text: String) -> Bool {
    guard let typed = TypedMoment(text, clock) else { return false }
    switch typed {
    case .dated(let dates, _):
      return dates.contains { day($0, .past, from: now.date).map { years.contains($0.components.year) } == true }
    case .wall(let moment), .exact(let moment): return years.contains(moment.date.components.year)
    case .clock, .ago: return true
    }
  }

  private func nearestTime(to words: [String]) -> String {
    let digits = words.flatMap(TypedDate.pieces(of:)).filter { decimal($0.utf8.prefix(4)) != nil }
    guard let first = digits.first, let number = decimal(first.utf8.prefix(4)) else {
      return Nearest.word(to: words.joined(separator: " "), among: TimeWords.nearTimes) ?? clock.example
    }
    let isRun = first.utf8.count > 2
    let minute = isRun ? number % 100 : digits.dropFirst().first.flatMap { decimal($0.utf8.prefix(2)) } ?? 0
    let hour = min(isRun ? number / 100 : number, 23)
    let half = words.flatMap(TypedDate.pieces(of:)).lazy.compactMap { TimeWords.halves[$0] }.first
    let isEvening = half == .pm && hour < 12
    return ClockTime(hour: isEvening ? hour + 12 : hour, minute: min(minute, 59)).map(clock.words) ?? ""
  }

  /// The nearest date.
  func nearestDate(to words: ArraySlice<String>) -> String {
    let near = unchecked(words)
    let days = TypedDate.read(Self.words(near)[...]).compactMap { day($0, .past, from: now.date) }
    let isRead = days.contains { years.contains($0.components.year) }
    return isRead ? near : NightWords.dayAndYear(rule.night(of: now))
  }

  /// The nearest dates from one to another.
  func nearestNights(to words: ArraySlice<String>) -> String {
    let today = rule.night(of: now)
    guard let (first, last) = Self.halves(of: words).first else {
      return TimeWords.fromTo(NightWords.dayAndYear(today.adding(days: -6)), NightWords.dayAndYear(today))
    }
    let near = (first: nearestDate(to: first), last: nearestDate(to: last))
    let lastDay = spans(Self.words(near.last)[...], .past, from: today).first?.nights.upperBound
    let firstDay = lastDay.flatMap { spans(Self.words(near.first)[...], .past, from: $0).first?.nights.lowerBound }
    guard let firstDay, let lastDay, firstDay <= lastDay else { return nearestNights(to: []) }
    return TimeWords.fromTo(near.first, near.last)
  }

  private func unchecked(_ words: ArraySlice<String>) -> String {
    let pieces = words.prefix(8).flatMap { TypedDate.pieces(of: String($0.prefix(Self.most))) }
    let numbers = numbers(words)
    let letters = pieces.filter { decimal($0.utf8) == nil && $0.utf8.count > 2 }
    let known = letters.lazy.compactMap { Nearest.word(to: $0, among: TimeWords.nearDays) }
    if let month = known.compactMap(TimeWords.month).first {
      guard let day = numbers.first(where: { $0 < 100 }) else { return NightWords.dayAndYear(last(of: month)) }
      return form(day, month, numbers.first { $0 > 999 })
    }
    if let word = known.first { return word }
    guard let first = numbers.first else { return "" }
    let rest = numbers.dropFirst()
    let thisMonth = now.date.components.month
    if first > 999 { return form(rest.dropFirst().first ?? 1, rest.first ?? thisMonth, first) }
    guard let second = rest.first else { return form(first, thisMonth, nil) }
    return second > 12 && first <= 12
      ? form(second, first, rest.dropFirst().first) : form(first, second, rest.dropFirst().first)
  }

  /// The last such month that has begun, by its first day.
  private func last(of month: Int) -> CivilDate {
    let (year, thisMonth, _) = now.date.components
    return CivilDate(year: month > thisMonth ? year - 1 : year, month: month, day: 1) ?? now.date
  }

  /// A day brought into the calendar: `30 Nov`, with its year where one was written.
  private func form(_ day: Int, _ month: Int, _ year: Int?) -> String {
    let month = min(max(month, 1), 12)
    let kept = min(max(year ?? last(of: month).components.year, years.lowerBound), years.upperBound)
    let days = DateSpan(year: kept, month: month)?.nights.upperBound.components.day ?? 28
    guard let date = CivilDate(year: kept, month: month, day: min(max(day, 1), days)) else { return "" }
    return year == nil ? NightWords.dayAndMonth(date) : NightWords.dayAndYear(date)
  }

  private func numbers(_ words: ArraySlice<String>) -> [Int] {
    words.prefix(8).flatMap { TypedDate.pieces(of: String($0.prefix(Self.most))) }.compactMap {
      decimal($0.utf8.prefix(4))
    }
  }

  /// A date and a time of ISO 8601 as two words.
  private static func dateAndTime(_ word: String) -> [String] {
    let parts = word.split(separator: "t", omittingEmptySubsequences: false)
    let isBoth = parts.count == 2 && parts.allSatisfy { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
    return isBoth ? parts.map(String.init) : [word]
  }
}

extension ClockTime {
  /// A time such as people type, for an example.
  static let usual = ClockTime(hour: 22, minute: 40) ?? .midnight
}
