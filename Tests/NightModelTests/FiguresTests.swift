import TestSupport
import Testing

@testable import NightModel

@Suite struct `Sleep figures of the morning diary` {
  private func diary(_ times: [Field: String], _ rest: [Field: FieldValue], _ offsets: [Field: Int] = [:]) -> Details {
    var details = Details(rest)
    for (field, time) in times {
      details[field] = .moment(Samples(offsetMinutes: offsets[field] ?? 60).moment(time))
    }
    return details
  }
  private let times: [Field: String] = [.intoBed: "22:30", .tried: "23:00", .finalWake: "06:15", .outOfBed: "07:00"]
  private let rest: [Field: FieldValue] = [.sol: .number(40), .wakings: .number(3), .waso: .number(50)]

  @Test func `the worked example`() {
    let figures = DiaryFigures(diary(times, rest))
    #expect(figures.timeInBed == 510)
    #expect(figures.totalSleepTime == 345)
    #expect(figures.sleepEfficiency == 676)
    #expect(figures.diarySleepEfficiency == 793)
    #expect(figures.awakenings == 3)
  }

  @Test func `minutes trying to sleep after the final waking count in the diary's efficiency`() {
    let figures = DiaryFigures(diary(times, rest.merging([.tryAfter: .number(20)]) { $1 }))
    #expect(figures.diarySleepEfficiency == 758)
  }

  @Test func `an hour that clocks give back is an hour in bed`() {
    let figures = DiaryFigures(diary(times, rest, [.intoBed: 120, .tried: 120]))
    #expect(figures.timeInBed == 570)
    #expect(figures.totalSleepTime == 405)
  }

  @Test(arguments: [Field.intoBed, .tried, .finalWake, .outOfBed, .sol, .waso])
  func `what needs a blank answer stays blank`(blank: Field) {
    var page = diary(times, rest)
    page[blank] = nil
    let figures = DiaryFigures(page)
    let needsSleep: Set<Field> = [.tried, .finalWake, .sol, .waso]
    #expect((figures.totalSleepTime == nil) == needsSleep.contains(blank))
    #expect((figures.timeInBed == nil) == [.intoBed, .outOfBed].contains(blank))
    #expect(figures.sleepEfficiency == nil)
    #expect((figures.diarySleepEfficiency == nil) == needsSleep.contains(blank))
  }

  @Test func `percentages are rounded half away from zero, and nothing is divided by nothing`() {
    #expect(DiaryFigures.tenthsOfPercent(1, of: 2000) == 1)
    #expect(DiaryFigures.tenthsOfPercent(1, of: 2001) == 0)
    #expect(DiaryFigures.tenthsOfPercent(-1, of: 2000) == -1)
    #expect(DiaryFigures.tenthsOfPercent(0, of: 0) == nil)
    #expect(DiaryFigures.tenthsOfPercent(3, of: 3) == 1000)
  }

  @Test func `an impossible order names the likely slip of half a day`() throws {
    let late = try #require(
      DiaryContradictions.problem(in: diary(times.merging([.finalWake: "18:15"]) { $1 }, rest), of: Samples().night))
    #expect(late.slip?.question(.twentyFour) == "did you mean 06:15 for the final waking?")
    let early = try #require(
      DiaryContradictions.problem(in: diary(times.merging([.intoBed: "10:30"]) { $1 }, rest), of: Samples().night))
    #expect(early.slip?.question(.twentyFour) == "did you mean 22:30 for into bed?")
    #expect(DiaryContradictions.problem(in: diary(times, rest), of: Samples().night) == nil)
    #expect(DiaryContradictions.problem(in: Details(), of: Samples().night) == nil)
  }

  @Test func `what was likely meant lies in its night, and is said of the time that was the slip`() throws {
    let samples = Samples()
    func problem(_ times: [Field: String]) -> DiaryContradictions.Problem? {
      DiaryContradictions.problem(in: Details(times.mapValues { .moment(samples.moment($0)) }), of: samples.night)
    }
    // A day or half a day on the final waking would be in the next night, and nothing else mends it.
    let none = try #require(problem([.intoBed: "22:00", .tried: "04:00", .finalWake: "03:00"]))
    #expect(
      none.slip?.question(.twentyFour) == nil
        && none.wrong(.twentyFour).contains("the final waking at 03:00 would come before trying to sleep"))
    let tried = problem([.intoBed: "22:00", .tried: "10:30", .finalWake: "06:00"])
    #expect(tried?.slip?.question(.twentyFour) == "did you mean 22:30 for trying to sleep?")
    // Half a day later it would stand in order too, but nobody begins to sleep in the morning.
    #expect(problem([.intoBed: "22:00", .tried: "21:30"]).map { $0.slip == nil } == true)
  }

  @Test(arguments: [
    ([Field.intoBed: "22:00", .outOfBed: "07:00"], 540), ([.intoBed: "22:00", .finalWake: "06:00"], 480),
    ([.tried: "23:00", .outOfBed: "07:00"], 480), ([.tried: "23:00", .finalWake: "06:00"], 420),
  ])
  func `minutes awake that do not fit between bed and getting up are asked about, whichever times are known`(
    times: [Field: String], minutes: Int
  ) {
    func contradiction(_ awake: Int) -> DiaryContradictions.Contradiction? {
      var page = Details(times.mapValues { .moment(Samples().moment($0)) })
      page[.waso] = .number(awake)
      return DiaryContradictions.problem(in: page, of: Samples().night)?.contradiction
    }
    #expect(contradiction(minutes) == nil)
    #expect(contradiction(minutes + 10) == .awakeLongerThanTried(minutes: 10))
  }

  @Test func `more minutes awake than there were, or a whole day in bed, is asked about`() {
    #expect(
      DiaryContradictions.problem(in: diary(times, rest.merging([.waso: .number(400)]) { $1 }), of: Samples().night)
        != nil)
    #expect(
      DiaryContradictions.problem(in: diary(times, rest.merging([.waso: .number(395)]) { $1 }), of: Samples().night)
        == nil)
    #expect(
      DiaryContradictions.problem(in: diary(times, rest.merging([.tryAfter: .number(46)]) { $1 }), of: Samples().night)
        != nil)
    #expect(
      DiaryContradictions.problem(in: diary(times, rest.merging([.tryAfter: .number(45)]) { $1 }), of: Samples().night)
        == nil)
  }
}

@Suite struct `Figures of a night` {
  private func night(_ entries: [Entry], _ date: String = "2026-11-22") -> Night {
    Night(date: CivilDate(date) ?? CivilDate(daysSince1970: 0), entries: entries)
  }
  private func figures(
    _ entries: [Entry], before: [Entry] = [], after: [Entry] = [], plan: [Entry] = []
  ) -> NightFigures {
    NightFigures(
      night(entries), previous: night(before, "2026-11-21"), next: night(after, "2026-11-23"),
      plan: Plan(entries: plan), catalogue: .standard)
  }

  @Test func `a night nobody wrote has blanks, not zeros`() {
    let figures = figures([])
    #expect(figures.entries == 0)
    #expect(figures.turns == nil && figures.suctions == nil && figures.wakings == nil && figures.symptoms == nil)
    #expect(figures.mask == nil && figures.maskIsOpen == nil && figures.checklist == nil && figures.carer == nil)
  }

  @Test func `a diary alone says nothing of turns, and an event nothing of what was never written`() {
    var samples = Samples()
    #expect(figures([samples.record(.diary, [.sol: .number(5)], at: "08:00")]).turns == nil)
    let with = figures([samples.event(.suction, at: "23:00")])
    #expect(with.turns == nil && with.suctions == 1 && with.symptoms == [] && with.mask == nil)
  }

  /// A night so many nights ago, of a house with a suction machine or without one.
  private func night(_ back: Int, _ equipped: Bool, _ write: (inout Samples) -> [Entry]) -> NightFigures {
    var setter = Samples(night: "2026-01-01")
    let plan = Plan(entries: equipped ? [setter.setting("equipment.suction", "in-use")] : [])
    return MadeUpNights.figures([1] + [Int?](repeating: nil, count: back), plan: plan) { samples, _ in
      write(&samples)
    }[0]
  }

  @Test func `none counts as 0 from the first night on in which it was written, and only with what it needs`() {
    func run(_ equipped: Bool) -> [NightFigures] {
      let nights = [
        night(3, equipped) { [$0.event(.turn, at: "23:00")] }, night(2, equipped) { [$0.event(.suction, at: "23:00")] },
        night(1, equipped) { [$0.event(.turn, at: "23:00")] },
        night(0, equipped) { [$0.record(.diary, [.sol: .number(5)], at: "08:00")] },
      ]
      return nights.counted(since: WrittenSince(nights.reversed()))
    }
    #expect(run(true).map(\.suctions) == [nil, 1, 0, nil])
    #expect(run(true).map(\.turns) == [1, 0, 1, nil] && run(true).map(\.wakings) == [nil, nil, nil, nil])
    #expect(run(false).map(\.suctions) == [nil, 1, nil, nil], "without a machine in use nothing is said")
  }

  @Test func `let sleep and adjusted are no turns, and the gap is between turns as written`() {
    var samples = Samples()
    let figures = figures([
      samples.event(.turn, at: "23:00"), samples.event(.letSleep, at: "01:00"), samples.event(.adjust, at: "01:10"),
      samples.event(.turn, at: "02:35"), samples.event(.turn, at: "04:00"),
    ])
    #expect(figures.turns == 3)
    #expect(figures.longestTurnGap == 215)
  }

  @Test func `mask time is the sum of closed intervals`() {
    var samples = Samples()
    let figures = figures([
      samples.event(.maskOn, at: "22:50"), samples.event(.maskOff, at: "02:00"), samples.event(.maskOn, at: "02:20"),
      samples.event(.maskOff, at: "06:02"),
    ])
    #expect(figures.mask == 412)
    #expect(figures.maskIsOpen == false)
  }

  @Test func `a mask never noted as taken off counts nothing and says so`() {
    var samples = Samples()
    let open = figures([samples.event(.maskOn, at: "22:50")])
    #expect(open.mask == nil && open.maskIsOpen == true)
    let forgotten = figures([
      samples.event(.maskOn, at: "22:50"), samples.event(.maskOn, at: "01:00"), samples.event(.maskOff, at: "02:00"),
    ])
    #expect(forgotten.mask == 60 && forgotten.maskIsOpen == true)
    #expect(figures([samples.event(.maskOff, at: "02:00")]).maskIsOpen == false)
  }

  @Test func `an interval over the night boundary is split at it`() {
    var tonight = Samples()
    var tomorrow = Samples(writer: "bbbbbbbb", night: "2026-11-23")
    let on = tonight.event(.maskOn, at: "11:00")
    let off = tomorrow.event(.maskOff, at: "13:30")
    #expect(figures([on], after: [off]).mask == 60)
    #expect(figures([on], after: [off]).maskIsOpen == false)
    let next = NightFigures(
      night([off], "2026-11-23"), previous: night([on]), next: night([], "2026-11-24"), plan: Plan(),
      catalogue: .standard)
    #expect(next.mask == 90)
  }

  @Test func `clocks that change in the night neither add nor take mask time`() {
    var summer = Samples(night: "2026-10-24", offsetMinutes: 120)
    var winter = Samples(writer: "bbbbbbbb", night: "2026-10-24", offsetMinutes: 60)
    let entries = [summer.event(.maskOn, at: "23:00"), winter.event(.maskOff, at: "07:00")]
    let figures = NightFigures(
      night(entries, "2026-10-24"), previous: night([], "2026-10-23"), next: night([], "2026-10-25"), plan: Plan(),
      catalogue: .standard)
    #expect(figures.mask == 540)
  }

  @Test func `minutes over a run of nights add up to the whole of every interval`() {
    for seed in Property.seeds(share: 0.3) {
      var chance = Chance(seed: seed)
      var samples = Samples(offsetMinutes: 15 * chance.number(in: -48...56))
      var times = Set((0..<6).map { _ in chance.number(in: 0...2 * 1440 - 1) }).sorted()
      if times.count % 2 == 1 { times.removeLast() }
      var nights = [Int: [Entry]]()
      for (index, minute) in times.enumerated() {
        samples.night = CivilDate(daysSince1970: 20_000 + minute / 1440)
        let clock = (minute % 1440 + 720) % 1440
        let time = ClockTime(hour: clock / 60, minute: clock % 60)?.description ?? ""
        nights[minute / 1440, default: []].append(
          samples.event(index % 2 == 0 ? .maskOn : .maskOff, [.asIs: .flag(true)], at: time))
      }
      let all = (-2...3).map { Night(date: CivilDate(daysSince1970: 20_000 + $0), entries: nights[$0] ?? []) }
      let sum = (1..<all.count - 1).map {
        NightFigures(all[$0], previous: all[$0 - 1], next: all[$0 + 1], plan: Plan(), catalogue: .standard).mask ?? 0
      }
      let expected = stride(from: 0, to: times.count, by: 2).map { times[$0 + 1] - times[$0] }.reduce(0, +)
      #expect(sum.reduce(0, +) == expected, "seed \(seed)")
    }
  }

  @Test func `symptoms are counted with their highest grade, ungraded ones with none`() {
    var samples = Samples()
    let figures = figures([
      samples.record(.symptom("pain"), at: "01:00"),
      samples.record(.symptom("cramp"), [.value: .number(6)], at: "02:00"),
      samples.record(.symptom("cramp"), [.value: .number(3)], at: "03:00"),
    ])
    #expect(
      figures.symptoms == [.init(id: "cramp", count: 2, highest: 6), .init(id: "pain", count: 1, highest: nil)])
  }

  @Test func `the checklist counts bedtime items by the last answer, open ones by the routine`() {
    var samples = Samples()
    let routine = Catalogue.standard.items(of: .bedtime).filter { Plan().includes($0) }
    let (first, second) = (routine[0].id, routine[1].id)
    let figures = figures([
      samples.record(.check(item: first), [.state: .text("could-not")], at: "22:00"),
      samples.record(.check(item: first), [.state: .text("done")], at: "22:10"),
      samples.record(.check(item: second), [.state: .text("not-needed")], at: "22:10"),
      samples.record(.check(item: "machine-on"), [.state: .text("done")], at: "22:10"),
      samples.record(.check(item: "morning-eyes"), [.state: .text("done")], at: "07:10"),
    ])
    #expect(
      figures.checklist == .init(done: 2, notNeeded: 1, couldNot: 0, open: routine.count - 2))
  }

  @Test func `a checklist answer made blank again is open, and one alone is no checklist`() {
    var samples = Samples()
    let routine = Catalogue.standard.items(of: .bedtime).filter { Plan().includes($0) }
    let done = samples.record(.check(item: routine[0].id), [.state: .text("done")], at: "22:00")
    let again = samples.record(.check(item: routine[1].id), [.state: .text("done")], at: "22:10")
    let blank = samples.amend([again], [.state: nil], at: "22:15")
    #expect(
      figures([done, again, blank]).checklist == .init(done: 1, notNeeded: 0, couldNot: 0, open: routine.count - 1))
    #expect(figures([again, blank]).checklist == nil)
  }
}
