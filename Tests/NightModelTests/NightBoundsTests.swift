import TestSupport
import Testing

@testable import NightModel

@Suite struct `Nights through all changes of the split hour` {
  private let first = CivilDate(daysSince1970: 20_000)

  /// A history of the split hour: set to anything at any minute, taken back, set again.
  private func history(_ chance: inout Chance) -> [Entry] {
    var samples = Samples(writer: "p", offsetMinutes: 60 * chance.number(in: -12...14))
    var entries: [Entry] = []
    for _ in 0..<chance.number(in: 0...5) {
      samples.night = first.adding(days: chance.number(in: -2...6))
      let (hour, minute) = (chance.number(in: 0...23), chance.one(of: [0, 0, 30, 59]))
      let time = ClockTime(hour: hour, minute: minute)?.description ?? ""
      let set = samples.setting("split-hour", chance.oneIn(6) ? nil : "\(chance.number(in: 0...23))", at: time)
      entries.append(set)
      if chance.oneIn(5) { entries.append(samples.retract([set], at: time)) }
    }
    return entries
  }

  @Test func `they lie end to end, each beginning on its own date, whatever was set when`() {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let bounds = PlanHistory(history(&chance)).bounds
      let offset = 60 * chance.number(in: -12...14)
      for day in -3...8 {
        let start = bounds.start(of: first.adding(days: day), offsetMinutes: offset)
        #expect(start.date == first.adding(days: day) && start.time.hour <= 23, "seed \(seed)")
        #expect(start < bounds.start(of: first.adding(days: day + 1), offsetMinutes: offset), "seed \(seed)")
      }
    }
  }

  @Test func `a night begins as the clock first stands at or past the split hour in force, found minute by minute`() {
    for seed in Property.seeds(share: 0.05) {
      var chance = Chance(seed: seed)
      let entries = history(&chance)
      let date = first.adding(days: chance.number(in: -1...6))
      let history = PlanHistory(entries)
      let later = Instant(milliseconds: .max, offsetMinutes: 0)
      let begun = (0..<1440).first { minute in
        let moment = NightRule.noon.start(of: date, offsetMinutes: 60).adding(minutes: minute - 720)
        let plan = history.plan(past: moment, now: later) ?? Plan(entries: entries)
        return moment.time.hour >= plan.nightRule.splitHour
      }
      let start = history.bounds.start(of: date, offsetMinutes: 60)
      #expect(start.time.minuteOfDay == begun, "seed \(seed)")
    }
  }

  @Test func `minutes of any interval add up to the whole of it over the nights, whatever was set and wherever it was`()
  {
    for seed in Property.seeds() {
      var chance = Chance(seed: seed)
      let bounds = PlanHistory(history(&chance)).bounds
      func mark(_ kind: EventKind, _ at: Int) -> IntervalEdge {
        let moment = Instant(
          milliseconds: Int64(first.daysSince1970) * 86_400_000 + Int64(at) * 1000,
          offsetMinutes: 30 * chance.number(in: -24...28))
        return IntervalEdge(
          night: NightRule.noon.night(of: moment), kind: kind, at: moment,
          id: EntryID(milliseconds: 0, random: (0, UInt64(at.magnitude))), isAsIs: true)
      }
      let start = chance.number(in: 0...3 * 86_400)
      let length = chance.number(in: 1...chance.one(of: [3600, 86_400, 400_000]))
      let interval = Interval(start: mark(.maskOn, start), end: mark(.maskOff, start + length))
      let shares = (-4...14).map { interval.milliseconds(in: first.adding(days: $0), bounds: bounds) }
      #expect(shares.reduce(0, +) == interval.milliseconds && shares.allSatisfy { $0 >= 0 }, "seed \(seed)")
    }
  }

  @Test(arguments: [0, 6, 11, 18, 23])
  func `a split hour changed afterwards leaves the hours of an afternoon where they were`(hour: Int) throws {
    var (sunday, monday) = (Samples(night: "2026-11-22"), Samples(writer: "m", night: "2026-11-23"))
    let nights = [
      Night(date: sunday.night, entries: [sunday.event(.maskOn, at: "11:00"), sunday.event(.turn, at: "11:30")]),
      Night(date: monday.night, entries: [monday.event(.maskOff, at: "13:00"), monday.event(.turn, at: "13:10")]),
    ]
    let now = sunday.moment("12:00").adding(minutes: 9 * 1440)
    func told(_ plan: [Entry]) -> [[Int?]] {
      let run = NightRun(of: sunday.night...monday.night) { dates in
        dates.map { date in NightSummary(nights.first { $0.date == date } ?? Night(date: date, entries: [])) }
      }
      return PlanHistory(plan).figures(of: run, plan: Plan(entries: plan, asOf: now), catalogue: .standard, asOf: now)
        .map { [$0.mask, $0.turns] }
    }
    #expect(told([]) == [[60, 1], [60, 1]])
    // Set the next afternoon, which was within the night that had begun at noon.
    var tuesday = Samples(writer: "t", night: "2026-11-24")
    #expect(told([tuesday.setting("split-hour", "\(hour)", at: "14:00")]) == [[60, 1], [60, 1]])
    // And of other settings that could make something vanish.
    let others = [
      tuesday.setting("clock", "12", at: "14:00"), tuesday.setting("equipment.mask", nil, at: "14:00"),
      tuesday.setting("routine.off.mask-on", "yes", at: "14:00"),
    ]
    #expect(told(others) == [[60, 1], [60, 1]])
  }
}
