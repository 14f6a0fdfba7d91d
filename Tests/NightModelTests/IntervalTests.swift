import NightModel
import TestSupport
import Testing

@Suite struct `What is on for a while` {
  private func night(_ entries: [Entry], _ date: String = "2026-11-22") -> Night {
    Night(date: CivilDate(date) ?? CivilDate(daysSince1970: 0), entries: entries)
  }

  /// Minutes of a kind in a night, from nights in a row.
  private func minutes(_ kind: Interval.Kind, in date: String, _ nights: Night...) -> Int64? {
    CivilDate(date).map { date in
      Interval.pairs(kind, in: nights).map { $0.milliseconds(in: date, rule: .noon) }.reduce(0, +) / 60_000
    }
  }

  @Test func `the mask's minutes are those between the times shown, and cut nights add up to them`() throws {
    func mark(_ kind: EventKind, _ at: String) throws -> Entry {
      let moment = try #require(Instant(at))
      let id = EntryID(milliseconds: moment.milliseconds, random: (1, 2))
      let stamp = Stamp(milliseconds: moment.milliseconds, counter: 0, writer: "aaaaaaaa")
      return Entry(id: id, stamp: stamp, at: moment, body: .record(.event(kind), Details()))
    }
    let on = try mark(.maskOn, "2026-11-23T11:30:50.900+01:00")
    let off = try mark(.maskOff, "2026-11-23T12:40:10.100+01:00")
    let nights = [night([on]), night([off], "2026-11-23")]
    #expect(minutes(.mask, in: "2026-11-22", nights[0], nights[1]) == 30)
    #expect(minutes(.mask, in: "2026-11-23", nights[0], nights[1]) == 40)
    let none = night([], "2026-11-24")
    let figures = NightFigures(
      nights[1], previous: nights[0], next: none, plan: Plan(), catalogue: .standard)
    #expect(figures.mask == 40)
  }

  @Test(arguments: Interval.Kind.allCases)
  func `an end pairs with its beginning over midnight and over noon, and nothing else ends it`(kind: Interval.Kind) {
    var evening = Samples()
    var day = Samples(writer: "bbbbbbbb", night: "2026-11-23")
    let others = Interval.Kind.allCases.filter { $0 != kind }.map { evening.event($0.closing, at: "23:30") }
    let first = night([evening.event(kind.opening, at: "23:00"), evening.event(kind.closing, at: "01:30")] + others)
    #expect(minutes(kind, in: "2026-11-22", first) == 150)
    let long = night([evening.event(kind.opening, at: "11:00")] + others)
    let after = night([day.event(kind.closing, at: "12:30")], "2026-11-23")
    // The day between two nights is no lying awake.
    #expect(minutes(kind, in: "2026-11-22", long, after) == (kind == .wake ? 0 : 60))
    #expect(minutes(kind, in: "2026-11-23", long, after) == (kind == .wake ? 0 : 30))
  }

  @Test func `a waking that began the day by the diary is not ended by a sleep in the daytime`() {
    var samples = Samples()
    let events = [
      samples.event(.woke, at: "02:00"), samples.event(.asleep, at: "02:20"), samples.event(.woke, at: "06:10"),
      samples.event(.asleep, at: "10:30"),
    ]
    #expect(minutes(.wake, in: "2026-11-22", night(events)) == 280)
    let diary = samples.record(.diary, [.finalWake: .moment(samples.moment("06:15"))], at: "08:00")
    #expect(minutes(.wake, in: "2026-11-22", night(events + [diary])) == 20)
  }

  @Test func `what is still open counts nothing and is told until its end is written`() {
    var samples = Samples()
    let on = samples.event(.maskOn, at: "22:50")
    let again = samples.event(.maskOn, at: "01:10")
    let off = samples.event(.maskOff, at: "06:40")
    let tonight = night([on, again, off])
    let next = night([], "2026-11-23")
    #expect(Interval.open(.mask, of: tonight, next: next).map(\.start.id) == [on.id])
    #expect(minutes(.mask, in: "2026-11-22", tonight, next) == 330)
    let closed = night([on, again, off, samples.event(.maskOff, at: "00:50")])
    #expect(Interval.open(.mask, of: closed, next: next).isEmpty)
    #expect(Interval.open(.feed, of: tonight, next: next).isEmpty)
  }
}
