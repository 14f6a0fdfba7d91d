import TestSupport
import Testing

@testable import NightModel

/// Clocks go from 02:00+01:00 to 03:00+02:00 on 29 March 2026 and back on 25 October, as in Berlin.
private let berlin = Zone(name: "Europe/Berlin") { seconds in
  (1_774_746_000..<1_792_890_000).contains(seconds) ? 7200 : 3600
}

private func reader(_ clock: ClockStyle = .twentyFour, now: String = "2026-11-29T23:00+01:00") -> TimeReader {
  TimeReader(zone: berlin, rule: .noon, clock: clock, now: Instant(now) ?? Samples().moment("23:00"))
}

extension TypedReading {
  /// What it means, the likeliest first; what would be read instead where it means nothing.
  fileprivate func told(_ words: (Value) -> String) -> String {
    switch self {
    case .one(let value): words(value)
    case .several(let meanings, _): meanings.map { words($0.value) }.joined(separator: " or ")
    case .refused(_, let nearest): "not \(nearest)"
    }
  }
}

@Suite struct `Times as people type them` {
  private func told(_ text: String, _ reader: TimeReader, near: Instant? = nil) -> String {
    reader.moment(text, in: reader.rule.night(of: reader.now), near: near).told {
      "\($0.moment.date) \($0.moment.time)"
    }
  }

  @Test(arguments: [
    ("2240", "2026-11-29 22:40"), ("22:40", "2026-11-29 22:40"), ("22.40", "2026-11-29 22:40"),
    ("22h40", "2026-11-29 22:40"), ("10:40 pm", "2026-11-29 22:40"), ("10:40pm", "2026-11-29 22:40"),
    ("10.40 P.M.", "2026-11-29 22:40"), ("1040pm", "2026-11-29 22:40"), ("11pm", "2026-11-29 23:00"),
    ("11 pm", "2026-11-29 23:00"), ("12 am", "2026-11-30 00:00"), ("12:30 pm", "2026-11-29 12:30"),
    ("7", "2026-11-30 07:00"), ("22", "2026-11-29 22:00"), ("905", "2026-11-30 09:05"), ("noon", "2026-11-29 12:00"),
    ("midnight", "2026-11-30 00:00"), ("24:00", "2026-11-30 00:00"), ("now", "2026-11-29 23:00"),
    ("10 min ago", "2026-11-29 22:50"), ("10m ago", "2026-11-29 22:50"), ("an hour ago", "2026-11-29 22:00"),
    ("half an hour ago", "2026-11-29 22:30"), ("1 h 30 ago", "2026-11-29 21:30"),
    ("an hour and a half ago", "2026-11-29 21:30"), ("2 hours ago", "2026-11-29 21:00"),
    ("yesterday 22:40", "2026-11-28 22:40"), ("22:40 yesterday", "2026-11-28 22:40"),
    ("last night 01:30", "2026-11-29 01:30"), ("tonight 01:30", "2026-11-30 01:30"),
    ("Tuesday 9 pm", "2026-11-24 21:00"), ("12 Nov 22:40", "2026-11-12 22:40"), ("12.11. 2240", "2026-11-12 22:40"),
    ("Sun 22 Nov 11:10 pm", "2026-11-22 23:10"), ("2026-11-12T22:40", "2026-11-12 22:40"),
    ("2026-11-12 22:40:30", "2026-11-12 22:40"), ("2026-07-12T22:40+02:00", "2026-07-12 22:40"),
    ("12/11 22:40", "2026-11-12 22:40 or 2025-12-11 22:40"), ("２２：４０", "2026-11-29 22:40"),
    ("12 Nov midnight", "2026-11-13 00:00"), ("12 Nov 20:26", "2026-11-12 20:26"),
    ("12 Nov 2240", "2026-11-12 22:40"), ("12 Nov 2026 2240", "2026-11-12 22:40"),
    ("12 Nov 2026 2026", "2026-11-12 20:26"), ("yesterday 2026", "2026-11-28 20:26"),
    ("sunday 2240", "2026-11-29 22:40"), ("12 Nov - 22:40", "2026-11-12 22:40"),
    // As people say them: by the hands of a clock, so of the two times the one that has come.
    ("half past ten", "2026-11-29 22:30"), ("half past 10", "2026-11-29 22:30"),
    ("quarter past 10", "2026-11-29 22:15"), ("a quarter to 11", "2026-11-29 22:45"),
    ("ten to eleven", "2026-11-29 22:50"), ("5 to 11", "2026-11-29 22:55"), ("20 past 10", "2026-11-29 22:20"),
    ("twenty-five to eleven", "2026-11-29 22:35"), ("twenty five past ten", "2026-11-29 22:25"),
    ("10 minutes to 11", "2026-11-29 22:50"), ("half past 10 pm", "2026-11-29 22:30"),
    ("quarter to 1 am", "2026-11-30 00:45"), ("yesterday at half past 10 pm", "2026-11-28 22:30"),
    ("half past 22", "2026-11-29 22:30"), ("quarter to 0", "2026-11-29 23:45"),
    ("eleven o'clock", "2026-11-30 11:00"), ("eleven pm", "2026-11-29 23:00"),
    ("12 noon", "2026-11-29 12:00"), ("12 midnight", "2026-11-30 00:00"), ("at 3", "2026-11-30 03:00"),
    ("at 22:40", "2026-11-29 22:40"), ("12 Nov at 3", "2026-11-12 03:00"), ("10p", "2026-11-29 22:00"),
    ("10a", "2026-11-30 10:00"), ("10:40p", "2026-11-29 22:40"), ("two hours ago", "2026-11-29 21:00"),
    ("1.5 hours ago", "2026-11-29 21:30"), ("1,5 hours ago", "2026-11-29 21:30"),
    ("2.25 h ago", "2026-11-29 20:45"), ("a quarter of an hour ago", "2026-11-29 22:45"),
    ("2026-11-29T02:15+0100", "2026-11-29 02:15"), ("2026-11-29T02:15:30+01", "2026-11-29 02:15"),
  ])
  func `every form is read`(text: String, read: String) {
    #expect(told(text, reader()) == read)
  }

  @Test(arguments: [
    ("10:40", "2026-11-29 22:40"), ("1040", "2026-11-29 22:40"), ("7", "2026-11-29 19:00"),
    ("0740", "2026-11-30 07:40"), ("22:40", "2026-11-29 22:40"), ("12", "2026-11-29 12:00"),
    ("7 o'clock", "2026-11-29 19:00"), ("7 Uhr", "2026-11-30 07:00"), ("11:30", "2026-11-29 11:30 or 2026-11-29 23:30"),
  ])
  func `by a clock of twelve hours what has not come yet was not meant`(text: String, read: String) {
    let now = text == "11:30" ? "2026-11-30T11:40+01:00" : "2026-11-29T23:00+01:00"
    let expected = text == "11:30" ? "2026-11-29 23:30 or 2026-11-30 11:30" : read
    #expect(told(text, reader(.twelve, now: now)) == expected)
  }

  @Test func `by a clock of twelve hours two times are asked about, and what is expected near settles it`() {
    let morning = reader(.twelve, now: "2026-11-30T11:00+01:00")
    #expect(told("7", morning) == "2026-11-30 07:00 or 2026-11-29 19:00")
    #expect(told("10:40", morning) == "2026-11-29 22:40 or 2026-11-30 10:40")
    #expect(told("10:40", morning, near: Instant("2026-11-29T22:55+01:00")) == "2026-11-29 22:40")
    #expect(told("7", morning, near: Instant("2026-11-30T01:00+01:00")) == "2026-11-30 07:00 or 2026-11-29 19:00")
    let reading = morning.moment("7", in: morning.rule.night(of: morning.now))
    #expect(reading.question == "\"7\" can be 7:00 am or 7:00 pm. Enter again takes 7:00 am; or type the other.")
    let refusal = #expect(throws: Refusal.self) { try reading.settled(so: "nothing was saved") }
    #expect(refusal?.sentence == "\"7\" can be 7:00 am or 7:00 pm, so nothing was saved; type the one that is meant")
    let mask = Instant("2026-11-29T22:30+01:00")
    let end = morning.moment("6:40", in: morning.rule.night(of: morning.now), after: mask)
    #expect(end.told { "\($0.moment.time)" } == "06:40")
    #expect(
      morning.answer("10:40", to: .intoBed, in: morning.rule.night(of: morning.now)).told { "\($0.first.time)" }
        == "22:40")
    #expect(
      morning.answer("6", to: .finalWake, in: morning.rule.night(of: morning.now)).told { "\($0.first.time)" }
        == "06:00")
  }

  @Test(arguments: [
    ("12 Nov 2026", "12 Nov 20:26"), ("12 Nov 2025", "12 Nov 20:25"), ("Nov 12 2026", "12 Nov 20:26"),
    ("2026 12 Nov", "12 Nov 20:26"), ("12.11. 2026", "12 Nov 20:26"), ("12/11 2026", "12 Nov 20:26"),
    ("29 Feb 2027", "28 Feb 2027 22:40"), ("12 Nov 2199", "12 Nov 2199 22:40"),
    ("12 Nov 1999", "12 Nov 1999 22:40"), ("1.13.", "01:13"), ("12.11.", "12 Nov 22:40"), ("−5", "5 min ago"),
    ("-5", "5 min ago"), ("–22:40", "22:40"), ("in an hour", "00:00"), ("in 5 min", "23:05"),
    ("10 min from now", "23:10"), ("in 2 hours", "01:00"), ("1.5 min ago", "22:40"), ("half an hour", "30 min ago"),
    ("half 3", "03:30"), ("half 11", "23:30"), ("half past two-ish", "02:30"), ("about quarter to 3", "02:45"),
    ("2026-11-29T25:00", "29 Nov 2026 23:00"), ("2026-11-29T02:15:99", "29 Nov 2026 02:15"),
    ("20261129", "29 Nov 2026 22:40"), ("20261129T0215", "29 Nov 2026 02:15"), ("31.11.", "30 Nov 22:40"),
    ("31 Feb", "28 Feb 22:40"), ("12/11", "12 Nov 22:40"), ("half past 25", "half past 10 pm"),
    ("half past", "half past 10 pm"), ("quarter to", "quarter to 10 pm"), ("a quarter past", "a quarter past 10 pm"),
    ("ten to", "ten to 10 pm"), ("twenty five past", "twenty five past 10 pm"), ("half", "half past 10 pm"),
    ("half past noo", "half past 10 pm"), ("past", "22:40"), ("to", "22:40"), ("quarter", "quarter past 10 pm"),
    ("25:00", "01:00"), ("24:30", "00:30"), ("29:59", "05:59"), ("30:00", "23:00"),
    ("yesterday 25:00", "yesterday 23:00"),
    ("10:40 xm", "10:40"), ("22:40 pmm", "22:40"), ("22;40", "22:40"), ("22-40", "22:40"), ("22 40", "22:40"),
    ("22:4", "22:04"), ("22:400", "22:40"), ("0:60", "00:59"), ("-1:00", "01:00"),
    ("25:99", "23:59"), ("99", "23:00"), ("7:5", "07:05"), ("13:10 pm", "13:10"), ("someday", "22:40"), ("", "22:40"),
    ("nooon", "noon"), ("2272", "22:59"), ("12 Nov", "12 Nov 22:40"), ("31 Nov 23:10", "30 Nov 23:10"),
    ("yesterday", "yesterday 22:40"), ("1969-12-31T23:59", "31 Dec 1970 23:59"), ("5 min agoo", "5 min ago"),
    ("23:10:99", "23:10"), ("٢٢:٤٠", "22:40"), ("October 22:40", "1 Oct 2026 22:40"),
  ])
  func `what is refused names the nearest form that is read`(text: String, nearest: String) {
    #expect(told(text, reader()) == "not \(nearest)")
    let refusal = #expect(throws: Refusal.self) { try reader().latest(text).settled() }
    #expect(refusal?.sentence.contains("type it as ") == true && refusal?.isUsage == true)
  }

  @Test func `of a time to come it is said that it is typed as a clock time`() {
    for text in ["in 5 min", "in half an hour", "10 min from now", "an hour from now", "in 1.5 hours"] {
      let refusal = #expect(throws: Refusal.self) { try reader().latest(text).settled() }
      #expect(refusal?.sentence.contains("a time to come, which is typed as a clock time") == true, "\(text)")
    }
  }

  @Test func `what is said by the hands of a clock is asked about where both times have come`() {
    let morning = reader(now: "2026-11-30T11:00+01:00")
    #expect(told("half past ten", morning) == "2026-11-29 22:30 or 2026-11-30 10:30")
    #expect(told("half past two", morning) == "2026-11-30 02:30 or 2026-11-29 14:30")
    #expect(morning.latest("half past ten").told { "\($0.moment.time)" } == "10:30")
    #expect(told("half past two am", morning) == "2026-11-30 02:30")
  }

  @Test func `a time that never was is refused with the one that was, and one that came twice is remarked on`() {
    let spring = reader(.twelve, now: "2026-03-29T11:00+02:00")
    #expect(told("2:30 am", spring) == "not 3:30 am")
    let refusal = #expect(throws: Refusal.self) { try spring.latest("2:30 am").settled() }
    #expect(refusal?.sentence.contains("2:30 am was never on the clock on Sun 29 Mar") == true)
    let autumn = reader(.twelve, now: "2026-10-25T11:00+01:00")
    let reading = try? autumn.moment("2:30 am", in: autumn.rule.night(of: autumn.now)).settled()
    #expect(reading?.remark?.contains("showed 2:30 am twice") == true && reading?.moment.offsetMinutes == 120)
  }

  @Test(arguments: Property.seeds())
  func `what is shown is read back to the same minute, by either clock`(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let style = chance.one(of: [ClockStyle.twentyFour, .twelve])
    let now = berlin.instant(
      milliseconds: Int64(chance.number(in: 1_100_000_000...1_900_000_000)) * 1000)
    let reader = TimeReader(zone: berlin, rule: .noon, clock: style, now: now)
    let moment = now.adding(minutes: -chance.number(in: 0...900 * 1440)).startOfMinute
    let at = berlin.instant(milliseconds: moment.milliseconds)
    let time = try #require(TypedClock([style.words(at.time)].flatMap(TimeReader.words)[...], style))
    #expect(time.times == [at.time], "seed \(seed)")
    for text in [
      "\(NightWords.fullDay(at.date)) \(style.words(at))", "\(style.words(at)) \(NightWords.dayAndYear(at.date))",
      "\(at.date)T\(at.time)", "\(at)", NightWords.near(at, now: now, style),
    ] {
      let night = reader.rule.night(of: at)
      let read = try reader.moment(text, in: night).settled()
      // Of a time that came twice the earlier one is taken.
      let isSame = read.moment.milliseconds == at.milliseconds || read.remark != nil && read.moment.time == at.time
      #expect(isSame, "seed \(seed): \(text) at \(now)")
    }
  }
}

@Suite struct `Dates as people type them` {
  private let tonight = reader()

  @Test(arguments: [
    ("2026-11-12", "2026-11-12"), ("2026-11-2", "2026-11-02"), ("12 Nov", "2026-11-12"), ("12 November", "2026-11-12"),
    ("Nov 12", "2026-11-12"), ("12.11.", "2026-11-12"), ("12.11", "2026-11-12"), ("12.11.2026", "2026-11-12"),
    ("12. 11. 2026", "2026-11-12"), ("12th Nov", "2026-11-12"), ("the 12th of November", "2026-11-12"),
    ("12-Nov-2026", "2026-11-12"), ("Nov 12, 2026", "2026-11-12"), ("12 Nov 26", "2026-11-12"),
    ("12/11", "2026-11-12 or 2025-12-11"), ("7/8", "2026-08-07 or 2026-07-08"), ("11/11", "2026-11-11"),
    ("13/11", "2026-11-13"), ("11/13", "2026-11-13"), ("12/11/2026", "2026-11-12 or 2026-12-11"),
    ("30 Nov", "2025-11-30"), ("29 Feb", "2024-02-29"), ("today", "2026-11-29"), ("tonight", "2026-11-29"),
    ("yesterday", "2026-11-28"), ("last night", "2026-11-28"), ("Tuesday", "2026-11-24"),
    ("last Tuesday", "2026-11-24"), ("Sunday", "2026-11-29"), ("last Sunday", "2026-11-22"), ("tue", "2026-11-24"),
    ("3 days ago", "2026-11-26"), ("Sun 22 Nov", "2026-11-22"), ("Mon 22 Nov", "2021-11-22"),
    ("Sun 22 Nov 2026", "2026-11-22"), ("October", "2026-10-01..2026-10-31"), ("Oct", "2026-10-01..2026-10-31"),
    ("December", "2025-12-01..2025-12-31"), ("November", "2026-11-01..2026-11-30"),
    ("last November", "2025-11-01..2025-11-30"), ("October 2025", "2025-10-01..2025-10-31"),
    ("2025-10", "2025-10-01..2025-10-31"), ("10/2025", "2025-10-01..2025-10-31"), ("2025", "2025-01-01..2025-12-31"),
  ])
  func `every form is read`(text: String, read: String) {
    #expect(told(text) == read)
  }

  private func told(_ text: String) -> String {
    tonight.span(text).told { $0.day.map { "\($0)" } ?? "\($0.nights.lowerBound)..\($0.nights.upperBound)" }
  }

  @Test func `before the split hour today is still the night that runs, and yesterday the day before`() {
    let late = reader(now: "2026-11-30T02:00+01:00")
    #expect(late.night("today") == .one(CivilDate(daysSince1970: 20_786)))
    #expect(late.night("today") == late.night("tonight") && late.night("yesterday") == late.night("last night"))
    #expect(late.day("today", .past).told { "\($0)" } == "2026-11-30")
  }

  @Test func `a day to come is looked for ahead, where that is asked`() {
    #expect(tonight.day("5 Dec", .toCome).told { "\($0)" } == "2026-12-05")
    #expect(tonight.day("Tuesday", .toCome).told { "\($0)" } == "2026-12-01")
    #expect(tonight.day("5 Dec", .either).told { "\($0)" } == "2026-12-05")
    #expect(tonight.day("20 Oct", .either).told { "\($0)" } == "2026-10-20")
    #expect(tonight.day("October", .past).told { "\($0)" } == "not 31 Oct 2026")
    let refusal = #expect(throws: Refusal.self) { try tonight.night("12/11").settled() }
    #expect(refusal?.sentence.hasPrefix("\"12/11\" can be 12 Nov 2026 or 11 Dec 2025, so nothing") == true)
  }

  @Test(arguments: [
    ("31 Nov", "30 Nov"), ("2026-02-30", "28 Feb 2026"), ("2026-13-01", "1 Dec 2026"), ("32.11.", "30 Nov"),
    ("Novembr 12", "12 Nov"), ("tusday", "tuesday"), ("soon", "29 Nov 2026"), ("", "29 Nov 2026"),
    ("1960", "1 Nov 1970"), ("Mon 12 Nov 2026", "12 Nov 2026"), ("12", "12 Nov"),
  ])
  func `what is refused names the nearest form that is read`(text: String, nearest: String) {
    #expect(told(text) == "not \(nearest)")
    let refusal = #expect(throws: Refusal.self) { try tonight.span(text).settled(so: "nothing was searched") }
    #expect(refusal?.sentence.hasSuffix("nothing was searched; type it as \(nearest)") == true)
  }

  @Test(arguments: [
    ("2026-10-01 to 2026-10-31", "2026-10-01..2026-10-31"), ("2026-10-01 2026-10-31", "2026-10-01..2026-10-31"),
    ("1 Oct to 31 Oct", "2026-10-01..2026-10-31"), ("Oct 1 Oct 31", "2026-10-01..2026-10-31"),
    ("1 Oct – 31 Oct", "2026-10-01..2026-10-31"), ("from 1.10. until 31.10.", "2026-10-01..2026-10-31"),
    ("20 Dec to 10 Jan", "2025-12-20..2026-01-10"), ("October", "2026-10-01..2026-10-31"),
    ("September to October", "2026-09-01..2026-10-31"), ("2025", "2025-01-01..2025-12-31"),
    ("Sat 24 Oct to Sun 22 Nov 2026", "2026-10-24..2026-11-22"), ("Tuesday to today", "2026-11-24..2026-11-29"),
    ("yesterday", "2026-11-28..2026-11-28"), ("1/10 to 31/10", "2026-10-01..2026-10-31 or 2026-01-10..2026-10-31"),
    ("2026-10-31 to 2026-10-01", "not 1 Oct 2026 to 31 Oct 2026"),
    ("31 Oct to 31 Nov", "not 31 Oct to 30 Nov"), ("soon", "not 23 Nov 2026 to 29 Nov 2026"),
  ])
  func `two dates are a span of nights`(text: String, read: String) {
    #expect(tonight.nights(text).told { "\($0.lowerBound)..\($0.upperBound)" } == read)
  }

  @Test(arguments: Property.seeds())
  func `what is shown is read back to the same date`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let now = berlin.instant(milliseconds: Int64(chance.number(in: 1_100_000_000...1_900_000_000)) * 1000)
    let reader = TimeReader(zone: berlin, rule: .noon, now: now)
    let today = reader.rule.night(of: now)
    let near = today.adding(days: -chance.number(in: 0...364))
    for text in [NightWords.day(near), NightWords.dayAndMonth(near), NightWords.fullDay(near), "\(near)"] {
      #expect(reader.night(text) == .one(near), "seed \(seed): \(text) at \(now)")
    }
    let far = CivilDate(daysSince1970: chance.number(in: 1...80_000))
    for text in ["\(far)", NightWords.fullDay(far), NightWords.dayAndYear(far)] {
      #expect(reader.night(text) == .one(far), "seed \(seed): \(text)")
      #expect(reader.day(text, .toCome) == .one(far), "seed \(seed): \(text)")
    }
    let span = far...far.adding(days: chance.number(in: 1...500))
    #expect(reader.nights(span.words) == .one(span), "seed \(seed): \(span.words)")
  }
}

@Suite struct `Any text in place of a time or a date` {
  private static let pieces = [
    "22", "40", ":", ".", "/", "-", "–", " ", " ", " ", "7", "12", "2026", "am", "pm", "ago", "min", "h", "an", "half",
    "Nov", "Okt", "Tuesday", "last", "night", "yesterday", "noon", "now", "to", "T", "Z", "+01:00", "00", "31", "99",
    "999999999999999999999", "in", "from now", "half", "quarter", "past", "to", "two", "twelve", "at", "1.5", "hours",
    "2026", "1999", "20261129", "12/11", "31.11.", "Feb", "10p", "−5", "T25:00", "+0100", "٣", "日", "e\u{301}",
    "\u{202E}", "👨‍👩‍👧", "\u{200B}", "\u{0}", "２", "²", ",", "of", "th",
  ]

  private func text(_ chance: inout Chance) -> String {
    switch chance.number(in: 0...9) {
    case 0: return chance.text()
    case 1:
      let piece = chance.one(of: Self.pieces + [chance.text()])
      return String(repeating: piece, count: 10_000 / max(1, piece.count))
    default: return (0...chance.number(in: 0...6)).map { _ in chance.one(of: Self.pieces) }.joined()
    }
  }

  @Test(arguments: Property.seeds())
  func `it is read without a fall, and what is refused names a form that is read`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let text = text(&chance)
    let reader = reader(chance.one(of: [.twentyFour, .twelve]))
    let night = reader.rule.night(of: reader.now)
    func check<Value>(_ what: String, _ read: (String) -> TypedReading<Value>) {
      guard case .refused(let refusal, let nearest) = read(text) else { return }
      #expect(refusal.sentence.contains(nearest), "seed \(seed): \(what) \(text.prefix(80)): \(refusal.sentence)")
      #expect(refusal.sentence.count < 300, "seed \(seed)")
      guard case .one = read(nearest) else {
        Issue.record("seed \(seed): \(what) \(text.prefix(80)): \(nearest) is not read as one thing")
        return
      }
    }
    check("moment") { reader.moment($0, in: night) }
    check("latest") { reader.latest($0) }
    check("span") { reader.span($0) }
    check("night") { reader.night($0) }
    check("day to come") { reader.day($0, .toCome) }
    check("nights") { reader.nights($0) }
  }
}
