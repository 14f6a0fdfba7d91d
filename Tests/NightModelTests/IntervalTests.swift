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
      Interval.pairs(kind, in: nights).map { $0.milliseconds(in: date, bounds: .noon) }.reduce(0, +) / 60_000
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
    #expect(Interval.pairs(.mask, in: nights).map(\.milliseconds) == [70 * 60_000])
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
    func open(_ kind: Interval.Kind, _ night: Night) -> [EntryID] {
      Interval.pairs(kind, in: [night]).filter { $0.end == nil }.map(\.start.id)
    }
    #expect(open(.mask, tonight) == [on.id])
    #expect(minutes(.mask, in: "2026-11-22", tonight) == 330)
    let closed = night([on, again, off, samples.event(.maskOff, at: "00:50")])
    #expect(open(.mask, closed).isEmpty)
    #expect(open(.feed, tonight).isEmpty)
  }

  // MARK: Longer than two nights

  private let days = ["2026-11-20", "2026-11-21", "2026-11-22"]

  /// A mask from Friday 20:00 to Monday 09:00.
  private func weekend(_ kind: Interval.Kind = .mask, confirmed: Bool? = nil) -> [Night] {
    var (friday, sunday) = (Samples(night: days[0]), Samples(writer: "s", night: days[2]))
    let said: [Field: FieldValue] = confirmed.map { [.asIs: .flag($0)] } ?? [:]
    let entries = [
      [friday.event(kind.opening, at: "20:00")], [], [sunday.event(kind.closing, said, at: "09:00")],
    ]
    return zip(days, entries).map { night($1, $0) }
  }

  /// The figures of some nights, and of nothing around them.
  private func figures(_ nights: [Night], plan: [Entry] = []) -> [NightFigures] {
    let now = Samples().moment("12:00").adding(minutes: 60 * 1440)
    let run = NightRun(of: nights[0].date...nights[nights.count - 1].date) { dates in
      dates.map { date in NightSummary(nights.first { $0.date == date } ?? Night(date: date, entries: [])) }
    }
    return PlanHistory(plan).figures(of: run, plan: Plan(entries: plan, asOf: now), catalogue: .standard, asOf: now)
  }

  @Test func `a mask on for a weekend is one interval that counts nothing until somebody said that it is right`() {
    let asked = figures(weekend())
    #expect(asked.map(\.mask) == [nil, nil, nil] && asked.allSatisfy { $0.maskIsOpen != true })
    #expect(asked.map(\.maskUnconfirmed) == [3660, 3660, 3660])
    #expect(
      asked.map { $0.unconfirmedFacts.map(\.line) } == Array(repeating: ["mask: 61 h written, not confirmed"], count: 3)
    )
    let right = figures(weekend(confirmed: true))
    #expect(right.map(\.mask) == [16 * 60, 24 * 60, 21 * 60] && right.allSatisfy { $0.unconfirmed.isEmpty })
    #expect(figures(weekend(confirmed: false)).map(\.mask) == [nil, nil, nil])
    let power = figures(weekend(.power))
    #expect(power.map { $0.unconfirmedFacts.map(\.line) }.last == ["power cut: 61 h written, not confirmed"])
    // Only a mask is worn: nothing is recorded in a night that a power cut or a feed goes over.
    #expect(
      [asked, right, power].map { $0.map(\.isWornThrough) } == [
        [false, true, false], [false, true, false], [false, false, false],
      ])
  }

  @Test func `a caregiver who got up before last night is still up, and no waking goes over a day`() {
    for kind in [Interval.Kind.carer, .wake] {
      #expect(Interval.pairs(kind, in: weekend(kind)).map { $0.end == nil } == [true], "\(kind)")
    }
  }

  @Test(arguments: [(1440, false), (1441, true)])
  func `a day is not asked about, a minute more is`(minutes: Int, asks: Bool) {
    var samples = Samples(night: days[0])
    let on = samples.event(.maskOn, at: "20:00")
    samples.night = samples.night.adding(days: 1)
    let off = samples.event(.maskOff, at: minutes == 1440 ? "20:00" : "20:01")
    let both = figures([night([on], days[0]), night([off], days[1])])
    #expect(both.map { $0.maskUnconfirmed == nil ? nil : minutes } == (asks ? [1441, 1441] : [nil, nil]))
    #expect(both.compactMap(\.mask).reduce(0, +) == (asks ? 0 : 1440))
  }

  @Test func `it is asked about once, on the morning after it ended, and its answer is its own`() {
    let nights = weekend()
    let all = figures(nights)
    let asked = zip(nights, all).map { ToComplete.list(of: $0, lasting: $1.lasting) }
    #expect(asked.map(\.count) == [0, 0, 1])
    guard case .length(let interval)? = asked[2].first?.lacks else { return #expect(Bool(false), "\(asked)") }
    #expect(interval.question == "61 h written: is that right?")
    #expect(
      interval.words(.twentyFour) == "mask put on Fri 20 Nov 20:00, taken off Mon 23 Nov 09:00")
    for answer in [true, false] {
      let nights = weekend(confirmed: answer)
      #expect(ToComplete.list(of: nights[2], lasting: figures(nights)[2].lasting).isEmpty, "\(answer)")
    }
  }

  @Test func `of a night by itself what was begun nights before is looked for`() {
    for (day, minutes) in [16 * 60, 24 * 60, 21 * 60].enumerated() {
      let nights = weekend(confirmed: true)
      let run = NightRun(of: nights[day].date...nights[day].date) { dates in
        dates.map { date in NightSummary(nights.first { $0.date == date } ?? Night(date: date, entries: [])) }
      }
      let now = Samples().moment("12:00").adding(minutes: 60 * 1440)
      let figures = PlanHistory().figures(of: run, plan: Plan(), catalogue: .standard, asOf: now)
      #expect(figures.map(\.mask) == [minutes])
    }
  }

  @Test func `while it is not said to be right nothing else of its nights counts either`() {
    var later = Samples(writer: "l", night: days[2])
    let again = [later.event(.maskOn, at: "09:30"), later.event(.maskOff, at: "11:30")]
    for (confirmed, minutes) in [(nil, nil), (true, 23 * 60)] as [(Bool?, Int?)] {
      let nights = weekend(confirmed: confirmed)
      let last = night(nights[2].timeline.all.map(\.entry) + again, days[2])
      #expect(figures([nights[0], nights[1], last])[2].mask == minutes)
      let now = later.moment("11:45")
      let board = Board(tonight: last, previous: nights[1], earlier: nights[0].edges, plan: Plan(), now: now)
      let before = minutes == nil ? "" : ", before that 21 h 00"
      #expect(
        board.facts(now: now, clock: .twentyFour).map(\.line) == [
          "mask off 11:30 (as written)\(before)"
        ])
    }
  }

  @Test func `an entry's night may be another than that of its minutes, which count all the same`() {
    let (before, plan) = (Samples(night: days[1]), Samples(writer: "p", night: days[1]))
    func told(_ on: String, _ off: String, in day: Int, splitHour: String) -> [Int?] {
      var (samples, plan) = (Samples(night: days[day]), plan)
      let marks = [samples.event(.maskOn, at: on), samples.event(.maskOff, at: off)]
      let nights = days.enumerated().map { night($0 == day ? marks : [], $1) }
      // Set afterwards, from Sunday 08:00 on.
      return figures(nights, plan: [plan.setting("split-hour", splitHour, at: "08:00")]).map(\.mask)
    }
    #expect(before.moment("08:00").date == before.night.adding(days: 1))
    #expect(told("12:30", "20:00", in: 2, splitHour: "18") == [nil, 330, 120])
    #expect(told("09:30", "11:30", in: 1, splitHour: "9") == [nil, 0, 120])
  }

  @Test(arguments: [40, 62, 63, 90])
  func `an end is looked for over two months, and beyond that what was begun stays open`(nights: Int) {
    var (samples, last) = (Samples(night: days[0]), Samples(writer: "l", night: days[0]))
    last.night = samples.night.adding(days: nights)
    let first = samples.night
    let on = samples.event(.maskOn, at: "20:00")
    let off = last.event(.maskOff, [.asIs: .flag(true)], at: "08:00")
    let all = (0...nights).map { day in
      Night(date: first.adding(days: day), entries: day == 0 ? [on] : day == nights ? [off] : [])
    }
    let figures = figures(all)
    #expect(figures[0].maskIsOpen == (nights > Interval.farthest))
    #expect(figures.compactMap(\.mask).reduce(0, +) == (nights > Interval.farthest ? 0 : nights * 1440 + 720))
    let open = self.figures([all[0]])
    #expect(open[0].maskIsOpen == true && open[0].mask == nil, "never off")
  }

  @Test func `a night on which a mask was never noted as off has no time on the mask to be counted with others`() {
    var samples = Samples()
    func night(_ entries: [Entry]) -> NightFigures { figures([Night(date: samples.night, entries: entries)])[0] }
    let nap = [samples.event(.maskOn, at: "14:00"), samples.event(.maskOff, at: "14:50")]
    let open = night(nap + [samples.event(.maskOn, at: "22:00")])
    #expect(open.mask == 50 && open.maskInAll == nil)
    #expect(Measure.mask.value(in: open) == nil && Measure.maskClosed.value(in: open) == 50)
    #expect(night(nap).maskInAll == 50 && Measure.maskClosed.exportName == "mask")
  }

  @Test func `the board keeps the line of a mask put on many nights ago`() {
    let samples = Samples()
    let on = weekend()[0].edges
    let tonight = samples.night.adding(days: 40)
    func empty(_ date: CivilDate) -> Night { Night(date: date, entries: []) }
    let earlier = NightRun.edges(before: tonight.adding(days: -1), known: []) { dates in
      dates.map { date in NightSummary(date == weekend()[0].date ? weekend()[0] : empty(date)) }
    }
    #expect(earlier == on)
    let now = samples.moment("23:00").adding(minutes: 40 * 1440)
    let board = Board(
      tonight: empty(tonight), previous: empty(tonight.adding(days: -1)), earlier: earlier, plan: Plan(), now: now)
    #expect(board.facts(now: now, clock: .twentyFour).map(\.line) == ["mask on Fri 20 Nov 20:00 (as written)"])
  }
}
