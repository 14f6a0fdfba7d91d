/// The nearest form that is read, for what is not: numbers that no clock and no calendar has are brought into their ranges,
/// and a misspelled word becomes the known one.
extension TimeReader {
  /// The most of a text that is looked at.
  private static let most = 64

  /// The nearest time, with its date where one stands beside it.
  func nearestMoment(to text: String) -> String {
    let words = typedWords(text)
    let forms = [withYear, daysAlone, dateAndTime, lengthAgo, dayAlone, timeOfAnyDay]
    return forms.lazy.compactMap { $0(words) }.first(where: isOne) ?? clock.example
  }

  /// The clock time of what is typed as a time to come: `in 5 min`; nil for anything else.
  func nearestTimeToCome(to text: String) -> String? {
    let words = typedWords(text)
    let length =
      if words.first == TimeWords.inside {
        minutes(words.dropFirst())
      } else if words.suffix(2) == TimeWords.fromNow[...] {
        minutes(words.dropLast(2))
      } else {
        Int?.none
      }
    guard let length, length <= 1440 else { return nil }
    let near = clock.words(zone.instant(milliseconds: now.adding(minutes: length).milliseconds))
    return isOne(near) ? near : nil
  }

  private func typedWords(_ text: String) -> ArraySlice<String> {
    Self.words(String(text.prefix(Self.most))).flatMap(Self.dateAndTime)[...]
  }

  /// True if a text is read, as one thing.
  private func isOne(_ text: String) -> Bool {
    guard let typed = TypedMoment(text, clock) else { return false }
    switch typed {
    case .dated(let dates, let time):
      let days = dates.compactMap { day($0, .past, from: now.date) }
      return time.times.count == 1 && dates.count == 1 && days.allSatisfy { years.contains($0.components.year) }
        && !days.isEmpty
    case .wall(let moment), .exact(let moment): return years.contains(moment.date.components.year)
    case .clock(let time): return time.times.count == 1
    case .ago: return true
    }
  }

  // MARK: Dates and times

  /// A date whose year was taken for no time: with that time if the clock has it, else with its year.
  private func withYear(_ words: ArraySlice<String>) -> String? {
    for (date, year) in [(words.dropLast(), words.suffix(1)), (words.dropFirst(), words.prefix(1))] {
      let days = TypedDate.read(date)
      guard TypedMoment.isYear(year, of: days) else { continue }
      let last = days.lazy.compactMap { day($0, .past, from: now.date) }.first
      if let time = TypedClock(year, clock)?.times.first, let last, now.date.daysSince1970 - last.daysSince1970 <= 366 {
        return "\(nearestDay(to: date) ?? "") \(clock.words(time))"
      }
      return "\(unchecked(date + year)) \(clock.example)"
    }
    return nil
  }

  /// All of it is a date.
  private func daysAlone(_ words: ArraySlice<String>) -> String? {
    TypedDate.read(words).contains { !$0.isYear } ? dayAlone(words) : nil
  }

  /// A date or what looks like one, and no time.
  private func dayAlone(_ words: ArraySlice<String>) -> String? {
    words.contains(where: isTime) ? nil : nearestDay(to: words).map { "\($0) \(clock.example)" }
  }

  /// A date and a time, or what looks like them.
  private func dateAndTime(_ words: ArraySlice<String>) -> String? {
    let splits = words.indices.dropFirst().reversed().map { (words[..<$0], words[$0...]) }
    let both = splits + splits.reversed().map { ($1, $0) }
    for (date, time) in both where !date.contains(where: isTime) {
      guard let typed = TypedClock(time, clock), typed.count == time.count, let day = nearestDay(to: date) else {
        continue
      }
      return "\(day) \(clock.words(atNight(typed.times)))"
    }
    for (date, time) in both where time.contains(where: isTime) && !date.contains(where: isTime) {
      if let day = nearestDay(to: date), let near = timeAlone(time) { return "\(day) \(near)" }
    }
    return nil
  }

  /// How long ago it was, also where the last word is misspelled or left out.
  private func lengthAgo(_ words: ArraySlice<String>) -> String? {
    var words = words
    let isAgo = words.last.map { Nearest.word(to: $0, among: [TimeWords.ago]) != nil } ?? false
    if isAgo { words.removeLast() }
    let isNegative = words.first.map(TypedMoment.isNegative) ?? false
    if isNegative { words = [String(words.removeFirst().dropFirst())] + words }
    let length = minutes(words) ?? (isNegative && words.count == 1 ? words.first.flatMap(TimeWords.number) : nil)
    if let length, length <= 20_160 { return TimeWords.minutesAgo(length) }
    return isAgo ? clock.example : nil
  }

  /// How long some words say it is, misspelled or not.
  private func minutes(_ words: ArraySlice<String>) -> Int? {
    let known = words.flatMap(TypedDate.pieces(of:)).map { piece in
      decimal(piece.utf8) == nil && TimeWords.numbers[piece] == nil && piece.utf8.count > 1
        ? Nearest.word(to: piece, among: TimeWords.nearLengths) ?? piece : piece
    }
    return TypedMoment.minutes(words) ?? TypedMoment.minutes(known[...])
  }

  /// A time of day without its date. Hours are counted on past midnight, as 24:00 is read.
  private func timeOfAnyDay(_ words: ArraySlice<String>) -> String? {
    let parts = words.first?.split(separator: ":") ?? []
    if words.count == 1, parts.count == 2, let hour = decimal(parts[0].utf8), let minute = decimal(parts[1].utf8),
      (24...29).contains(hour), let time = ClockTime(hour: hour - 24, minute: minute)
    {
      return clock.words(time)
    }
    return timeAlone(words)
  }

  /// What is said by the hands of a clock, with an hour where it has none, or none that a clock has: `half past 10 pm`.
  private func withHour(_ pieces: ArraySlice<String>) -> String? {
    let link = pieces.firstIndex { $0 == TimeWords.past || $0 == TimeWords.to }
    let part = [TimeWords.half, TimeWords.quarter].first(where: pieces.contains)
    guard let lead = link.map({ pieces[...$0] }) ?? part.map({ [$0, TimeWords.past] }) else { return nil }
    let whole = lead + TimeWords.usualHour
    return TypedClock.spoken(whole)?.count == whole.count ? whole.joined(separator: " ") : nil
  }

  /// A time of day.
  private func timeAlone(_ words: ArraySlice<String>) -> String? {
    let pieces = words.flatMap(TypedDate.pieces(of:))[...]
    if pieces.contains(where: TimeWords.hands.contains) {
      let said = pieces.indices.lazy.compactMap { TypedClock.spoken(pieces[$0...]) }.first
      // Of `half 3` the other reading, half an hour before three, is none in English.
      let half = pieces.indices.dropFirst().lazy.compactMap { index -> TypedClock? in
        pieces[index - 1] == TimeWords.half
          ? TypedClock.spoken([TimeWords.half, TimeWords.past] + pieces[index...]) : nil
      }.first
      return (said ?? half).map { clock.words(atNight($0.times)) } ?? withHour(pieces)
    }
    let digits = pieces.filter { decimal($0.utf8.prefix(4)) != nil }
    guard let first = digits.first, let number = decimal(first.utf8.prefix(4)) else {
      return Nearest.word(to: words.joined(separator: " "), among: TimeWords.nearTimes)
    }
    let isRun = first.utf8.count > 2
    let minute = isRun ? number % 100 : digits.dropFirst().first.flatMap { decimal($0.utf8.prefix(2)) } ?? 0
    let hour = min(isRun ? number / 100 : number, 23)
    let half = pieces.lazy.compactMap(TimeWords.half).first
    let isEvening = half == .pm && hour < 12
    return ClockTime(hour: isEvening ? hour + 12 : hour, minute: min(minute, 59)).map(clock.words)
  }

  /// True for a word that only a time can be.
  private func isTime(_ word: String) -> Bool {
    let run = (3...4).contains(word.utf8.count) ? decimal(word.utf8) : nil
    return word.contains(":") || run.map { word.utf8.count == 3 || !years.contains($0) } ?? false
  }

  /// Of some times the one that lies in the night, rather than by day.
  private func atNight(_ times: [ClockTime]) -> ClockTime {
    func distance(_ time: ClockTime) -> Int {
      let minutes = abs(time.hour * 60 + time.minute - 180)
      return min(minutes, 1440 - minutes)
    }
    return times.min { distance($0) < distance($1) } ?? .usual
  }

  /// The nearest day; nil for words that look like none.
  private func nearestDay(to words: ArraySlice<String>) -> String? {
    let read = TypedDate.read(words)
    if read.count == 1, let typed = read.first, let date = day(typed, .past, from: now.date),
      years.contains(date.components.year)
    {
      guard case .day(_, _, let year, _) = typed else { return words.joined(separator: " ") }
      return year == nil ? NightWords.dayAndMonth(date) : NightWords.dayAndYear(date)
    }
    guard read.contains(where: { !$0.isYear }) || words.contains(where: looksLikeDay) else { return nil }
    let near = unchecked(words)
    return near.isEmpty ? nil : near
  }

  /// True for a word that a date can have been meant by: a name of a day or a month, or numbers as dates are written.
  private func looksLikeDay(_ word: String) -> Bool {
    let pieces = TypedDate.pieces(of: word)
    if pieces.contains(where: { $0.utf8.count > 2 && Nearest.word(to: $0, among: TimeWords.nearDays) != nil }) {
      return true
    }
    let numbers = pieces.compactMap { decimal($0.utf8) }
    guard !word.contains(":"), numbers.count == pieces.count, let first = numbers.first else { return false }
    if numbers.count == 1 { return pieces[0].utf8.count == 8 }
    // `22.40.` rather has minutes.
    let isTime = !word.contains("/") && first < 24 && (13...59).contains(numbers[1])
    return !isTime && (numbers.count == 3 || word.contains("/") || word.hasSuffix("."))
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
    words.prefix(8).flatMap { TypedDate.pieces(of: String($0.prefix(Self.most))) }.flatMap { piece -> [Int] in
      // `20261129` is a date of ISO 8601 too.
      let parts = piece.utf8.count == 8 ? [0..<4, 4..<6, 6..<8] : [0..<4]
      return parts.compactMap { decimal(Array(piece.utf8).dropFirst($0.lowerBound).prefix($0.count)) }
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
