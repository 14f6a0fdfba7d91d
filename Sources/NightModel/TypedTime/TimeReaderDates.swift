/// Where the days lie that are asked for: it settles which year `12 Nov` and which week `Tuesday` means.
public enum DateSide: Hashable, Sendable {
  /// Up to today.
  case past
  /// From today on.
  case toCome
  /// Either, the nearest to today.
  case either
}

extension TimeReader {
  /// Reads a day, a month or a year as the nights it covers, to go there.
  public func span(_ text: String, _ side: DateSide = .past) -> TypedReading<DateSpan> {
    let spans = spans(Self.words(text)[...], side, from: rule.night(of: now)).filter(isKept)
    guard !spans.isEmpty else { return notADate(text, side) }
    return asked(spans, text) { form($0) }
  }

  /// Reads a night by the date of its evening: `today` is the night that runs, or comes next.
  public func night(_ text: String, _ side: DateSide = .past) -> TypedReading<CivilDate> {
    day(text, side, from: rule.night(of: now))
  }

  /// Reads a day.
  public func day(_ text: String, _ side: DateSide) -> TypedReading<CivilDate> { day(text, side, from: now.date) }

  /// Reads a date of birth: a day with all four digits of its year, from 1850 to today. No year is guessed.
  public func birth(_ text: String) -> TypedReading<CivilDate> {
    let days = TypedDate.read(Self.words(text)[...]).compactMap { typed -> CivilDate? in
      guard case .day(_, _, let year?, _) = typed, text.contains("\(year)") else { return nil }
      return day(typed, .past, from: now.date)
    }
    .filter { $0.components.year >= Self.firstBirth && $0 <= now.date }
    guard !days.isEmpty else {
      let nearest = NightWords.dayAndYear(CivilDate(year: 1951, month: 5, day: 3) ?? now.date)
      return .refused(.noBirth(text, nearest: nearest), nearest: nearest)
    }
    return asked(days, text) { NightWords.dayAndYear($0) }
  }

  /// The first year somebody who lives can be born in.
  private static let firstBirth = 1850

  /// Reads the nights from one to another: `1 Oct to 31 Oct`, or all of a day, a month or a year.
  public func nights(_ text: String) -> TypedReading<ClosedRange<CivilDate>> {
    var words = Self.words(text)[...]
    if words.first == TimeWords.from { words.removeFirst() }
    let whole = spans(words, .past, from: rule.night(of: now))
    if !whole.isEmpty { return asked(whole.map(\.nights), text) { formOfNights($0) } }
    for (first, last) in Self.halves(of: words) {
      let lasts = spans(last, .past, from: rule.night(of: now))
      let pairs = lasts.flatMap { last in
        // The first of them lies before the last: its year and week are reckoned from there.
        spans(first, .past, from: last.nights.upperBound).map {
          (first: $0.nights.lowerBound, last: last.nights.upperBound)
        }
      }
      guard let swapped = pairs.first else { continue }
      let ranges = pairs.filter { $0.first <= $0.last }.map { $0.first...$0.last }
      guard !ranges.isEmpty else {
        let nearest = formOfNights(swapped.last...swapped.first)
        return .refused(.datesSwapped(swapped.first, swapped.last, nearest: nearest), nearest: nearest)
      }
      return asked(ranges.sorted { $0.count < $1.count }, text) { formOfNights($0) }
    }
    let nearest = nearestNights(to: words)
    return .refused(.notTwoDates(text, nearest: nearest), nearest: nearest)
  }

  /// The ways to take some words apart into two dates, the likeliest first: at a word that links them, else in the middle.
  static func halves(of words: ArraySlice<String>) -> [(ArraySlice<String>, ArraySlice<String>)] {
    let inner = words.indices.dropFirst()
    let links = inner.filter { TimeWords.links.contains(words[$0]) && $0 + 1 < words.endIndex }
    if !links.isEmpty { return links.map { (words[..<$0], words[($0 + 1)...]) } }
    let middle = (words.startIndex + words.endIndex) / 2
    return inner.prefix(12).sorted { abs($0 - middle) < abs($1 - middle) }.map { (words[..<$0], words[$0...]) }
  }

  // MARK: Days

  private func day(_ text: String, _ side: DateSide, from today: CivilDate) -> TypedReading<CivilDate> {
    let spans = spans(Self.words(text)[...], side, from: today).filter(isKept)
    let days = spans.compactMap(\.day)
    if let span = spans.first, days.isEmpty {
      // A month or a year where a day is wanted.
      let day = span.nights.contains(today) ? today : span.nights.upperBound
      let nearest = NightWords.dayAndYear(day)
      return .refused(.noSingleDay(text, nearest: nearest), nearest: nearest)
    }
    guard !days.isEmpty else { return notADate(text, side) }
    return asked(days, text) { NightWords.dayAndYear($0) }
  }

  /// What some words can mean as nights, the nearest to today first.
  func spans(_ words: ArraySlice<String>, _ side: DateSide, from today: CivilDate) -> [DateSpan] {
    var found: [DateSpan] = []
    for span in TypedDate.read(words).compactMap({ span($0, side, from: today) }) where !found.contains(span) {
      found.append(span)
    }
    func isElsewhere(_ span: DateSpan) -> Bool { side == .past && span.nights.lowerBound > today }
    return found.sorted { one, other in
      isElsewhere(one) == isElsewhere(other)
        ? distance(one.nights, today) < distance(other.nights, today) : isElsewhere(other)
    }
  }

  private func span(_ typed: TypedDate, _ side: DateSide, from today: CivilDate) -> DateSpan? {
    switch typed {
    case .year(let year): return DateSpan(year: year)
    case .month(let month, let year?, _): return DateSpan(year: year, month: month)
    case .month(let month, nil, let isLast):
      let year = today.components.year
      let months = (year - 1...year + 1).compactMap { DateSpan(year: $0, month: month) }
      return nearest(months.filter { !isLast || $0.nights.upperBound < today }, side, today) { $0.nights }
    case .day, .weekday, .days, .tonight, .lastNight: return day(typed, side, from: today).map { DateSpan($0) }
    }
  }

  /// The day that is meant; nil for a month or a year, and if there is none.
  func day(_ typed: TypedDate, _ side: DateSide, from today: CivilDate) -> CivilDate? {
    switch typed {
    case .day(let day, let month, let year, let weekday):
      let thisYear = today.components.year
      // So far back every day of the month has fallen on every day of the week, 29 February too.
      let years = year.map { $0...$0 } ?? thisYear - 40...thisYear + 40
      let days = years.compactMap { CivilDate(year: $0, month: month, day: day) }
        .filter { weekday == nil || $0.weekday == weekday }
      return year == nil ? nearest(days, side, today) { $0...$0 } : days.first
    case .weekday(let weekday, let isLast):
      let days = (-7...7).map { today.adding(days: $0) }.filter { $0.weekday == weekday && !(isLast && $0 >= today) }
      return nearest(days, side == .toCome && !isLast ? .toCome : .past, today) { $0...$0 }
    // Where nights are asked for it is the one that runs. What is reckoned from another day is still reckoned from now.
    case .days(0): return max(rule.night(of: now), min(today, now.date))
    case .days(let count): return now.date.adding(days: count)
    case .tonight: return rule.night(of: now)
    case .lastNight: return rule.nightJustSlept(at: now)
    case .month, .year: return nil
    }
  }

  private func nearest<Value>(
    _ values: [Value], _ side: DateSide, _ today: CivilDate, _ nights: (Value) -> ClosedRange<CivilDate>
  ) -> Value? {
    values.filter { value in
      switch side {
      case .past: nights(value).lowerBound <= today
      case .toCome: nights(value).upperBound >= today
      case .either: true
      }
    }
    .min { distance(nights($0), today) < distance(nights($1), today) }
  }

  private func distance(_ nights: ClosedRange<CivilDate>, _ today: CivilDate) -> Int {
    nights.contains(today)
      ? 0
      : min(
        abs(nights.lowerBound.daysSince1970 - today.daysSince1970),
        abs(nights.upperBound.daysSince1970 - today.daysSince1970))
  }

  // MARK: Words

  private func asked<Value>(_ values: [Value], _ text: String, _ form: (Value) -> String) -> TypedReading<Value> {
    values.count == 1 ? .one(values[0]) : .several(values.map { .init(value: $0, form: form($0)) }, of: text)
  }

  private func isKept(_ span: DateSpan) -> Bool {
    years.contains(span.nights.lowerBound.components.year) && years.contains(span.nights.upperBound.components.year)
  }

  private func form(_ span: DateSpan) -> String {
    span.day.map(NightWords.dayAndYear) ?? span.words
  }

  private func formOfNights(_ nights: ClosedRange<CivilDate>) -> String {
    TimeWords.fromTo(NightWords.dayAndYear(nights.lowerBound), NightWords.dayAndYear(nights.upperBound))
  }

  private func notADate<Value>(_ text: String, _ side: DateSide) -> TypedReading<Value> {
    let nearest = nearestDate(to: Self.words(text)[...])
    return .refused(.noDate(text, nearest: nearest), nearest: nearest)
  }
}
