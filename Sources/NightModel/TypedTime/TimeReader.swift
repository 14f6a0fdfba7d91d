internal import Text

/// Reads times and dates as people type them, everywhere the same: screens, commands and paper notes. Total, and never a
/// guess that is not said.
public struct TimeReader: Sendable {
  /// The rules by which clocks are set where the person is.
  public let zone: Zone
  /// The rule by which nights are cut.
  public let rule: NightRule
  /// Whether a time without am or pm can be one of two.
  public let clock: ClockStyle
  /// What `now`, `10 min ago`, `yesterday` and days without their year are reckoned from.
  public let now: Instant

  /// Reads what is typed in a place at a moment.
  public init(zone: Zone, rule: NightRule, clock: ClockStyle = .twentyFour, now: Instant) {
    (self.zone, self.rule, self.clock, self.now) = (zone, rule, clock, now)
  }

  /// A moment, and a remark if the text could have meant another.
  public struct Moment: Hashable, Sendable {
    /// The moment meant.
    public let moment: Instant
    /// Set if the clock showed this time twice and the earlier one was taken.
    public let remark: String?
  }

  // MARK: Moments

  /// What a time typed for a night can mean, with what clock changes make of it: a time alone lies within the night, and
  /// with its date anywhere.
  /// - Parameters:
  ///   - text: what was typed.
  ///   - night: the date of its evening.
  ///   - near: settles which half of the day is meant where it lies within four hours of one of them; nil for nothing.
  ///   - start: nothing before it is meant, if anything after it can be; nil for nothing.
  /// - Returns: one moment, or two or none where clocks changed.
  public func meanings(
    _ text: String, in night: CivilDate, near: Instant? = nil, after start: Instant? = nil
  ) -> TypedReading<Zone.Reading> {
    guard let typed = TypedMoment(text, clock) else { return notATime(text) }
    return meanings(of: typed, text, in: night, near: near, after: start)
  }

  /// The same as one moment: of a time that the clock showed twice it is the earlier one, which is remarked on, and one
  /// that clocks going forward left out is refused.
  public func moment(
    _ text: String, in night: CivilDate, near: Instant? = nil, after start: Instant? = nil
  ) -> TypedReading<Moment> {
    flat(meanings(text, in: night, near: near, after: start), text)
  }

  /// A time of paper notes.
  func moment(
    of typed: TypedMoment, _ text: String, in night: CivilDate, near: Instant? = nil
  ) -> TypedReading<Moment> {
    flat(meanings(of: typed, text, in: night, near: near, after: nil), text)
  }

  /// A time alone as the latest such time that is not to come; with its date it lies anywhere.
  public func latest(_ text: String) -> TypedReading<Moment> {
    guard let typed = TypedMoment(text, clock) else { return notATime(text) }
    guard case .clock(let time) = typed else {
      return flat(meanings(of: typed, text, in: rule.night(of: now), near: now, after: nil), text)
    }
    let found = time.times.map { (time: $0, latest: latest($0)) }
    let meanings = found.compactMap { time, latest -> TypedReading<Moment>.Meaning? in
      guard case .one(let moment) = latest else { return nil }
      return .init(value: moment, form: clock.words(time))
    }
    if found.count == 1 || meanings.isEmpty { return found[0].latest }
    return reading(meanings.sorted { $0.value.moment > $1.value.moment }, text) {
      now.minutes(since: $0.moment) <= Self.nearMinutes
    }
  }

  private func latest(_ time: ClockTime) -> TypedReading<Moment> {
    let local = zone.instant(milliseconds: now.milliseconds)
    for date in [local.date, local.date.adding(days: -1)] {
      switch zone.reading(of: time, on: date) {
      case .once(let moment):
        if moment <= now { return .one(Moment(moment: moment, remark: farBack(moment))) }
      case .twice(let earlier, _):
        if earlier <= now { return .one(Moment(moment: earlier, remark: earlierWasTaken(earlier))) }
      case .never(let after):
        if after <= now { return neverOnClock(time, on: date, after) }
      }
    }
    // Only a place whose clocks jump by a day gets here.
    return .refused(.notInLastDay(clock.words(time)), nearest: TimeWords.nearTimes[2])
  }

  /// A time that was probably meant to be near, but lies far back because today's is still to come.
  private func farBack(_ moment: Instant) -> String? {
    let ago = now.minutes(since: moment)
    return ago > 18 * 60 ? yesterdaysWasTaken(moment, minutesAgo: ago) : nil
  }

  // MARK: What can be meant

  /// Within how many minutes of what is expected a time is taken for it.
  private static let nearMinutes = 240

  private func meanings(
    of typed: TypedMoment, _ text: String, in night: CivilDate, near: Instant?, after start: Instant?
  ) -> TypedReading<Zone.Reading> {
    switch typed {
    case .exact(let moment): return checked(.once(moment), text)
    case .ago(let minutes):
      return checked(.once(zone.instant(milliseconds: now.adding(minutes: -minutes).startOfMinute.milliseconds)), text)
    case .wall(let moment):
      let rest = (moment.milliseconds % 60_000 + 60_000) % 60_000
      return checked(zone.reading(of: moment.time, on: moment.date).adding(milliseconds: rest), text)
    case .clock(let time):
      let meanings = time.times.map { hour in
        meaning(zone.reading(of: hour, on: rule.date(of: hour, in: night)), clock.words(hour))
      }
      return narrowed(meanings, text, around: near ?? middle(of: night), isNear: near != nil, after: start)
    case .dated(let dates, let time):
      let meanings = dates.flatMap { typed -> [TypedReading<Zone.Reading>.Meaning] in
        time.times.compactMap { hour in
          guard let date = date(of: typed, hour, time.endsDay), years.contains(date.components.year) else { return nil }
          return meaning(zone.reading(of: hour, on: date), "\(NightWords.dayAndYear(date)) \(clock.words(hour))")
        }
      }
      if meanings.isEmpty { return notATime(text) }
      return narrowed(meanings, text, around: near ?? now, isNear: near != nil, after: start)
    }
  }

  private func meaning(_ reading: Zone.Reading, _ form: String) -> TypedReading<Zone.Reading>.Meaning {
    .init(value: reading, form: form)
  }

  /// The date of a time of day: within a night that is named as one, else on the day that is named.
  private func date(of typed: TypedDate, _ hour: ClockTime, _ endsDay: Bool) -> CivilDate? {
    switch typed {
    case .tonight: rule.date(of: hour, in: rule.night(of: now))
    case .lastNight: rule.date(of: hour, in: rule.nightJustSlept(at: now))
    case .day, .weekday, .days: day(typed, .past, from: now.date)?.adding(days: endsDay ? 1 : 0)
    case .month, .year: nil
    }
  }

  /// The years that are kept.
  static let years = 1970...2199
  var years: ClosedRange<Int> { Self.years }

  private func checked(_ reading: Zone.Reading, _ text: String) -> TypedReading<Zone.Reading> {
    guard !years.contains(reading.first.date.components.year) else { return .one(reading) }
    let nearest = nearestMoment(to: text)
    return .refused(.outsideYears(text, nearest: nearest), nearest: nearest)
  }

  /// The middle of a night: what is not said to be by day was rather near it.
  private func middle(of night: CivilDate) -> Instant {
    zone.reading(of: .midnight, on: night.adding(days: 1)).first.adding(minutes: 180)
  }

  /// What is left of some meanings by what is known, the likeliest first.
  private func narrowed(
    _ meanings: [TypedReading<Zone.Reading>.Meaning], _ text: String, around expected: Instant, isNear: Bool,
    after start: Instant?
  ) -> TypedReading<Zone.Reading> {
    var left = meanings
    func keep(_ isPossible: (Instant) -> Bool) {
      let possible = left.filter { isPossible($0.value.first) }
      if !possible.isEmpty { left = possible }
    }
    keep { $0.milliseconds <= now.milliseconds }
    if let start { keep { $0.milliseconds >= start.milliseconds } }
    func distance(_ reading: Zone.Reading) -> Int { abs(reading.first.minutes(since: expected)) }
    let sorted = left.sorted { distance($0.value) < distance($1.value) }
    return reading(sorted, text) { isNear && distance($0) <= Self.nearMinutes }
  }

  /// The first of some meanings if it is the only one, or settled by being near; else all of them, to be asked.
  private func reading<Value>(
    _ meanings: [TypedReading<Value>.Meaning], _ text: String, isSettled: (Value) -> Bool
  ) -> TypedReading<Value> {
    meanings.count == 1 || isSettled(meanings[0].value)
      ? .one(meanings[0].value) : .several(meanings, of: text)
  }

  // MARK: Clock changes

  /// One moment of what clock changes make of a time.
  func flat(_ reading: TypedReading<Zone.Reading>, _ text: String) -> TypedReading<Moment> {
    switch reading {
    case .one(.once(let moment)): return .one(Moment(moment: moment, remark: nil))
    case .one(.twice(let earlier, _)): return .one(Moment(moment: earlier, remark: earlierWasTaken(earlier)))
    case .one(.never(let after)):
      // What was typed is what a clock showed that nobody had set.
      let before = zone.instant(milliseconds: after.milliseconds - 86_400_000).offsetMinutes
      let typed = Instant(milliseconds: after.milliseconds, offsetMinutes: before)
      return neverOnClock(typed.time, on: typed.date, after)
    case .several(let meanings, _):
      let known = meanings.compactMap { meaning -> TypedReading<Moment>.Meaning? in
        guard case .one(let moment) = flat(.one(meaning.value), text) else { return nil }
        return .init(value: moment, form: meaning.form)
      }
      return known.isEmpty ? flat(.one(meanings[0].value), text) : self.reading(known, text) { _ in false }
    case .refused(let refusal, let nearest): return .refused(refusal, nearest: nearest)
    }
  }

  private func neverOnClock(_ time: ClockTime, on date: CivilDate, _ after: Instant) -> TypedReading<Moment> {
    .refused(.neverOnClock(clock.words(time), on: date, clock.words(after)), nearest: clock.words(after))
  }

  private func notATime<Value>(_ text: String) -> TypedReading<Value> {
    if let nearest = nearestTimeToCome(to: text) {
      return .refused(.timeToCome(text, nearest: nearest), nearest: nearest)
    }
    let nearest = nearestMoment(to: text)
    return .refused(.noTime(text, nearest: nearest), nearest: nearest)
  }
}

extension TimeReader {
  /// The words of a text as they are compared: small letters of the usual width, without commas.
  static func words(_ text: String) -> [String] {
    let dashes = text.contains(where: isDash) ? String(text.map { isDash($0) ? "-" : $0 }) : text
    return String(decoding: FoldedText.bytes(of: dashes), as: UTF8.self)
      .split { $0.isWhitespace || $0 == "," }.map(String.init)
  }

  /// True for any dash.
  static func isDash(_ character: Character) -> Bool { "-\u{2010}\u{2011}\u{2012}–—−".contains(character) }
}

extension Zone.Reading {
  /// The moment, or the first that it can be.
  public var first: Instant {
    switch self {
    case .once(let moment): moment
    case .twice(let earlier, _): earlier
    case .never(let after): after
    }
  }

  /// The same so much later within its minute.
  fileprivate func adding(milliseconds: Int64) -> Zone.Reading {
    func later(_ moment: Instant) -> Instant {
      Instant(milliseconds: moment.milliseconds + milliseconds, offsetMinutes: moment.offsetMinutes)
    }
    return switch self {
    case .once(let moment): .once(later(moment))
    case .twice(let first, let second): .twice(earlier: later(first), later: later(second))
    case .never(let after): .never(after: later(after))
    }
  }
}
