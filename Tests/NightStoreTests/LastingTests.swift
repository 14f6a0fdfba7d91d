import NightModel
import TestSupport
import Testing

@testable import NightStore

/// Families over half a year that forget ends and beginnings, go away for weeks and wear a mask for days: every way of
/// coming to figures comes to the same ones.
@Suite struct `Figures of nights with forgotten ends` {
  private static let first = CivilDate(daysSince1970: 20_300)
  private static let count = 180
  private var span: ClosedRange<CivilDate> { Self.first...Self.first.adding(days: Self.count - 1) }

  private func open(_ disk: MemoryDisk) throws -> Store {
    try Store(places: .sample(below: "/"), files: disk, world: .sample())
  }

  /// What a family wrote.
  private struct Family {
    var nights: [CivilDate: [Entry]] = [:]
    var plan: [Entry] = []
  }

  private func family(_ chance: inout Chance) -> Family {
    var family = Family()
    var (day, settings) = (0, Samples(writer: "p"))
    while day < Self.count {
      let date = Self.first.adding(days: day)
      var samples = Samples(writer: "n\(day)", night: "\(date)")
      func time(_ from: Int, _ until: Int) -> String {
        ClockTime(hour: chance.number(in: from...until), minute: chance.number(in: 0...59))?.description ?? ""
      }
      var entries = [samples.event(.turn, at: time(0, 5))]
      let said: [Field: FieldValue] = chance.oneIn(2) ? [.asIs: .flag(!chance.oneIn(4))] : [:]
      if !chance.oneIn(7) { entries.append(samples.event(.maskOn, at: time(19, 23))) }
      if !chance.oneIn(5) { entries.append(samples.event(.maskOff, said, at: time(chance.oneIn(9) ? 12 : 6, 14))) }
      if chance.oneIn(9) { entries.append(samples.event(chance.one(of: [.powerOut, .powerBack]), at: time(1, 4))) }
      settings.night = date
      if chance.oneIn(30) {
        family.plan.append(settings.setting("split-hour", "\(chance.number(in: 6...20))", at: time(8, 23)))
      }
      family.nights[date] = entries
      // Nights of which nothing is written, once in a while for weeks.
      day += chance.oneIn(12) ? chance.one(of: [2, 3, 4, 41, 63, 90]) : 1
    }
    return family
  }

  /// The mask's minutes of every night, and which are in doubt, by no way of the program's.
  private func reckoned(_ family: Family) -> [(mask: Int?, isDoubtful: Bool, isOpen: Bool)] {
    let marks = family.nights.sorted { $0.key < $1.key }.flatMap { night, entries in
      Night(date: night, entries: entries).items.filter { [.event(.maskOn), .event(.maskOff)].contains($0.subject) }
        .map { (night: night, item: $0) }
    }
    .sorted { $0.item.at < $1.item.at }
    let hours = family.plan.map { (at: $0.at, hour: Int(Plan(entries: [$0]).value(.splitHour) ?? "") ?? 12) }
    let begins = (0...Self.count).map { day -> Int64 in
      let date = Self.first.adding(days: day)
      let midnight = NightRule.noon.start(of: date, offsetMinutes: 60).adding(minutes: -720)
      let minute = (0..<1440).first { minute in
        let moment = midnight.adding(minutes: minute)
        let set = hours.filter { $0.at <= moment }.max { $0.at < $1.at }
        return moment.time.hour >= set?.hour ?? 12
      }
      return midnight.adding(minutes: minute ?? 0).milliseconds
    }
    var nights = [(mask: Int64?, isDoubtful: Bool, isOpen: Bool)](repeating: (nil, false, false), count: Self.count)
    for (index, mark) in marks.enumerated() where mark.item.subject == .event(.maskOn) {
      let day = mark.night.daysSince1970 - Self.first.daysSince1970
      guard index + 1 < marks.count, marks[index + 1].item.subject == .event(.maskOff),
        marks[index + 1].night.daysSince1970 - mark.night.daysSince1970 <= 62
      else {
        nights[day].isOpen = true
        continue
      }
      let off = marks[index + 1]
      let (from, until) = (mark.item.at.milliseconds, off.item.at.milliseconds)
      let counts = until - from <= 86_400_000 || off.item.isAsIs
      for night in 0..<Self.count {
        let inside = max(0, min(until, begins[night + 1]) - max(from, begins[night]))
        let isOwn = night == day || off.night == Self.first.adding(days: night)
        guard inside > 0 || isOwn else { continue }
        if counts { nights[night].mask = (nights[night].mask ?? 0) + inside } else { nights[night].isDoubtful = true }
      }
    }
    return nights.map { night in
      (night.isDoubtful ? nil : night.mask.map { Int(($0 + 30_000) / 60_000) }, night.isDoubtful, night.isOpen)
    }
  }

  @Test func `are the same cold and warm, at once and a little at a time, in a report and by hand`() throws {
    // A thousand families where NIGHTSTAND_CASES says so a hundredfold.
    for seed in Property.seeds(share: 0.01) {
      var chance = Chance(seed: seed)
      let family = family(&chance)
      let disk = MemoryDisk()
      let store = try open(disk)
      let drafts = family.nights.sorted { $0.key < $1.key }.flatMap { night, entries in
        entries.map { Draft(id: $0.id, partition: .night(night), at: $0.at, body: $0.body) }
      }
      try store.perform(drafts, zone: nil)
      let history = PlanHistory(family.plan)
      let now = NightRule.noon.start(of: span.upperBound.adding(days: 20), offsetMinutes: 60)
      let plan = Plan(entries: family.plan, asOf: now)
      func figures(_ run: NightRun) -> [NightFigures] {
        history.figures(of: run, plan: plan, catalogue: .standard, asOf: now)
      }
      let cold = figures(try open(disk).run(of: span))
      let expected = reckoned(family)
      #expect(cold.map(\.mask) == expected.map(\.mask), "seed \(seed)")
      #expect(cold.map { $0.maskUnconfirmed != nil } == expected.map(\.isDoubtful), "seed \(seed)")
      #expect(cold.map { $0.maskIsOpen == true } == expected.map(\.isOpen), "seed \(seed)")

      let warm = try open(disk)
      while !warm.prepareRows(while: { false }).isComplete {}
      #expect(figures(warm.run(of: span)) == cold, "seed \(seed), warm")
      // A night alone, a list from anywhere, and the newest ones a little at a time.
      for _ in 0..<6 {
        let from = chance.number(in: 0...Self.count - 1)
        let until = min(Self.count - 1, from + chance.one(of: [0, 0, 3, 20]))
        let some = Self.first.adding(days: from)...Self.first.adding(days: until)
        let store = chance.oneIn(2) ? warm : try open(disk)
        #expect(figures(store.run(of: some)) == Array(cold[from...until]), "seed \(seed), \(from)...\(until)")
      }
      var rows: [NightFigures] = []
      while rows.count < Self.count {
        let last = rows.first.map { $0.night.adding(days: -1) } ?? span.upperBound
        let run = warm.newestRun(of: span.lowerBound...last) { chance.oneIn(2) }
        rows = (run.map(figures) ?? []) + rows
      }
      #expect(rows == cold, "seed \(seed), a little at a time")
      // The report has read the nights of its span itself.
      let read = warm.nights((60..<150).map { Self.first.adding(days: $0) }).enumerated().map { index, reading in
        Night(date: Self.first.adding(days: 60 + index), entries: reading.entries)
      }
      let reported = figures(warm.run(of: Self.first...Self.first.adding(days: 149), having: read))
      #expect(reported == Array(cold[...149]), "seed \(seed), report")
      // Nothing in doubt is in any median, and no night of which only a part is known.
      let trends = Trends(cold, nights: span, withCarer: false)
      let known = expected.count { $0.mask != nil && !$0.isOpen }
      #expect(trends.row(.mask)?.summary.count ?? 0 == known, "seed \(seed)")
    }
  }

  @Test func `what is open is looked for over two months, cold and warm`() throws {
    let disk = MemoryDisk()
    var samples = Samples(night: "\(Self.first)")
    let on = Draft(
      partition: .night(Self.first), at: samples.moment("20:00"), body: .record(.event(.maskOn), Details()))
    try open(disk).perform([on], zone: nil)
    samples.night = Self.first.adding(days: 10)
    let turn = Draft(
      partition: .night(samples.night), at: samples.moment("20:00"), body: .record(.event(.turn), Details()))
    try open(disk).perform([turn], zone: nil)
    let warm = try open(disk)
    while !warm.prepareRows(while: { false }).isComplete {}
    for store in [try open(disk), warm] {
      func open(_ days: Int) -> [EventKind] {
        store.edges(before: Self.first.adding(days: days), known: []).map(\.kind)
      }
      #expect(open(1) == [.maskOn] && open(40) == [.maskOn] && open(61) == [.maskOn])
      #expect(open(90).isEmpty)
    }
  }
}
