import TestSupport
import Testing

@testable import NightModel

@Suite struct `Dates and moments` {
  @Test func `every day from 1970 to 2199 has a date that reads back, and the days follow each other`() {
    var date = CivilDate(daysSince1970: 0)
    while date.components.year < 2200 {
      #expect(CivilDate(date.description) == date)
      let (year, month, day) = date.components
      #expect(CivilDate(year: year, month: month, day: day) == date)
      date = date.adding(days: 1)
    }
    #expect(date.description == "2200-01-01")
  }

  @Test func `the calendar's odd days`() {
    #expect(CivilDate("2024-02-29")?.weekday == 3)
    #expect(CivilDate("1970-01-01")?.weekday == 3)
    #expect(CivilDate("2026-11-22")?.weekday == 6)
    #expect(CivilDate("2038-01-19")?.daysSince1970 == 24_855)
    for wrong in [
      "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-11-22", "2026-1-1", "", "²026-01-01",
    ] {
      #expect(CivilDate(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `a moment keeps its spelling`() {
    for text in [
      "2026-11-22T23:10:00.000+01:00", "1970-01-01T00:00:00.000+00:00", "2038-01-19T03:14:08.001-12:00",
      "2026-03-29T03:00:00.000+14:00", "1969-12-31T23:59:59.999+00:00",
    ] {
      #expect(Instant(text)?.description == text)
    }
    #expect(Instant("2026-11-22T22:10Z")?.milliseconds == Instant("2026-11-22T23:10:00+01:00")?.milliseconds)
    for wrong in [
      "2026-11-22", "2026-11-22T24:00Z", "2026-11-22T23:10", "2026-11-22T23:60Z", "2026-11-22T23:10+1:00", "x",
    ] {
      #expect(Instant(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `random moments read back`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let moment = Instant(
        milliseconds: Int64(chance.number(in: -10_000_000_000...7_000_000_000_000)),
        offsetMinutes: chance.number(in: -840...840))
      #expect(Instant(moment.description) == moment, "seed \(seed)")
    }
  }

  @Test func `times of day are read as people type them`() {
    #expect(ClockTime("23:10")?.description == "23:10")
    #expect(ClockTime("9:05")?.description == "09:05")
    #expect(ClockTime("0140")?.description == "01:40")
    #expect(ClockTime("630")?.description == "06:30" && ClockTime("005")?.description == "00:05")
    for wrong in ["24:00", "12:60", "1:5", "14", "160", "-30", "12:345", "", ":30", "-1:30", "١٢:٣٠"] {
      #expect(ClockTime(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `an age is the difference of the minutes shown, whatever the seconds were`() throws {
    let earlier = try #require(Instant("2026-11-23T01:30:20.900+01:00"))
    let later = try #require(Instant("2026-11-23T02:30:20.000+01:00"))
    #expect(later.minutes(since: earlier) == 60 && earlier.minutes(since: later) == -60)
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let edge = chance.oneIn(4) ? 0 : Int64(1_790_000_000_000)
      let moments = (0...1).map { _ in
        Instant(
          milliseconds: edge + Int64(chance.number(in: -100_000_000...100_000_000)),
          offsetMinutes: chance.number(in: -840...840))
      }
      // As a person reckons them: day, hour and minute as shown, and how far each clock stood from UTC.
      let shown = moments.map { $0.date.daysSince1970 * 1440 + $0.time.minuteOfDay - $0.offsetMinutes }
      #expect(moments[1].minutes(since: moments[0]) == shown[1] - shown[0], "seed \(seed)")
      #expect(moments[0].startOfMinute.time == moments[0].time && moments[0].startOfMinute <= moments[0])
    }
  }

  @Test func `minutes between moments are those that passed, whatever the clocks said`() throws {
    let before = try #require(Instant("2026-10-25T02:30+02:00"))
    let after = try #require(Instant("2026-10-25T02:30+01:00"))
    #expect(after.minutes(since: before) == 60)
    #expect(before.minutes(since: after) == -60)
    #expect(
      Instant(milliseconds: -1, offsetMinutes: 0).minutes(since: Instant(milliseconds: 0, offsetMinutes: 0)) == -1)
  }
}

@Suite struct `Which night a moment belongs to` {
  @Test(arguments: [(0, "00:00"), (12, "12:00"), (18, "18:00"), (23, "23:00")])
  func `a night runs from split hour to split hour`(splitHour: Int, edge: String) throws {
    let rule = try #require(NightRule(splitHour: splitHour))
    let date = try #require(CivilDate("2026-11-22"))
    let split = Instant(date: date, time: try #require(ClockTime(edge)), offsetMinutes: 60)
    #expect(rule.night(of: split) == date)
    #expect(rule.night(of: split.adding(minutes: -1)) == date.adding(days: -1))
    #expect(rule.night(of: split.adding(minutes: 1439)) == date)
    #expect(rule.start(of: date, offsetMinutes: 60) == split)
  }

  @Test func `a time of day falls on the evening's date from the split hour on, else on the next`() throws {
    let night = try #require(CivilDate("2026-12-31"))
    #expect(NightRule.noon.date(of: try #require(ClockTime("12:00")), in: night) == night)
    #expect(NightRule.noon.date(of: try #require(ClockTime("11:59")), in: night).description == "2027-01-01")
    #expect(NightRule(splitHour: 24) == nil)
  }

  @Test func `in the morning the night just slept is the one that began yesterday`() throws {
    for time in ["2026-11-23T07:30+01:00", "2026-11-23T14:00+01:00", "2026-11-23T02:00+01:00"] {
      let moment = try #require(Instant(time))
      #expect(NightRule.noon.nightJustSlept(at: moment).description == "2026-11-22")
    }
  }
}

@Suite struct `Times typed by a person` {
  /// Clocks go from 02:00+01:00 to 03:00+02:00 on 29 March 2026 and back on 25 October, as in Berlin.
  private static let berlin = Zone(name: "Europe/Berlin") { seconds in
    (1_774_746_000..<1_792_890_000).contains(seconds) ? 7200 : 3600
  }
  private func reader(_ now: Instant) -> TimeReader { TimeReader(zone: Self.berlin, rule: .noon, now: now) }

  @Test func `an hour and minute mean the latest such time that is not to come`() throws {
    let now = try #require(Instant("2026-11-23T02:15+01:00"))
    #expect(try reader(now).latest("23:10").settled().moment.description == "2026-11-22T23:10:00.000+01:00")
    #expect(try reader(now).latest("02:15").settled().moment == now)
    let yesterdays = try reader(now).latest("02:16").settled()
    #expect(yesterdays.moment.description == "2026-11-22T02:16:00.000+01:00")
    #expect(yesterdays.remark?.contains("yesterday's was taken, 23 h 59 ago") == true)
    #expect(try reader(now).latest("23:10").settled().remark == nil)
    #expect(
      try reader(now).latest("2026-11-22T23:10:45").settled().moment.description == "2026-11-22T23:10:45.000+01:00")
  }

  @Test func `a time that came twice is the earlier one, and that is said`() throws {
    let now = try #require(Instant("2026-10-25T04:00+01:00"))
    let reading = try reader(now).latest("02:30").settled()
    #expect(reading.moment.description == "2026-10-25T02:30:00.000+02:00")
    #expect(reading.remark?.contains("+02:00") == true)
    #expect(try reader(#require(Instant("2026-10-25T02:40+02:00"))).latest("02:30").settled().moment == reading.moment)
  }

  @Test func `a time that never was is refused with the one that was`() throws {
    let now = try #require(Instant("2026-03-29T04:00+02:00"))
    let refusal = #expect(throws: Refusal.self) { try reader(now).latest("02:30").settled() }
    #expect(refusal?.sentence.contains("did you mean 03:30?") == true)
    #expect(refusal?.isUsage == false)
  }

  @Test func `a date and time without an offset is read off the wall`() throws {
    let now = try #require(Instant("2026-11-23T02:15+01:00"))
    #expect(try reader(now).latest("2026-07-01T23:10").settled().moment.offsetMinutes == 120)
    #expect(try reader(now).latest("2026-07-01 23:10").settled().moment.offsetMinutes == 120)
    #expect(try reader(now).latest("2026-07-01T23:10-05:00").settled().moment.offsetMinutes == -300)
  }

  @Test(arguments: ["", "25:00", "soon", "1969-12-31T23:59", "2200-01-01T00:00Z", "23:10:99", "2026-02-30T10:00"])
  func `what is no time is refused as such`(text: String) throws {
    let now = try #require(Instant("2026-11-23T02:15+01:00"))
    let refusal = #expect(throws: Refusal.self) { try reader(now).latest(text).settled() }
    #expect(refusal?.isUsage == true)
  }
}
