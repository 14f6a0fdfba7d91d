import TestSupport
import Testing

@testable import NightModel

@Suite struct `Many nights together` {
  private let first = CivilDate("2026-10-24") ?? CivilDate(daysSince1970: 0)

  /// The figures of one night, an entry list each; the nights on either side are empty.
  private func figures(_ back: Int, _ entries: (inout Samples) -> [Entry]) -> NightFigures {
    let date = first.adding(days: back)
    var samples = Samples(writer: "n\(back)", night: "\(date)")
    let night = Night(date: date, entries: entries(&samples))
    func empty(_ days: Int) -> Night { Night(date: date.adding(days: days), entries: []) }
    return NightFigures(night, previous: empty(-1), next: empty(1), plan: Plan(), catalogue: .standard)
  }

  /// A night slept through for so many minutes, by its diary.
  private func slept(_ back: Int, _ minutes: Int, _ more: [Field: FieldValue] = [:]) -> NightFigures {
    figures(back) { samples in
      let start = samples.moment("22:00")
      let diary: [Field: FieldValue] = [
        .intoBed: .moment(start), .tried: .moment(start), .sol: .number(0), .waso: .number(0),
        .finalWake: .moment(start.adding(minutes: minutes)), .outOfBed: .moment(start.adding(minutes: minutes)),
      ]
      return [samples.record(.diary, diary.merging(more) { $1 }, at: "08:00")]
    }
  }

  private func span(_ count: Int) -> ClosedRange<CivilDate> { first...first.adding(days: count - 1) }

  @Test func `the median of an odd number is the middle one, of an even one the mean of the middle two`() throws {
    #expect(Summary([3])?.median == 3)
    #expect(Summary([9, 1, 5])?.median == 5)
    let even = try #require(Summary([4, 1, 9, 7]))
    #expect(even.twiceMedian == 11 && even.lowest == 1 && even.highest == 9 && even.count == 4)
    #expect(Measure.turns.words(twice: 11) == "5.5")
    #expect(Measure.slept.words(twice: 691) == "5 h 46")
    #expect(Measure.efficiency.words(twice: 1351) == "67.6 %")
    #expect(Summary([-1, -2])?.median == -2)
    #expect(Summary([Int]()) == nil)
  }

  @Test func `whether figures are counted or sorted, the median is the same`() {
    for seed in Property.seeds(share: 0.5) {
      var chance = Chance(seed: seed)
      let spread = chance.one(of: [1, 10, 500, 100_000])
      let values = (0..<chance.number(in: 1...80)).map { _ in chance.number(in: -spread...spread) }
      let sorted = values.sorted()
      let twice = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
      #expect(Summary(values)?.twiceMedian == twice, "seed \(seed)")
    }
  }

  @Test func `what was not recorded is a gap and changes no figure`() throws {
    let rows = [slept(0, 300), slept(2, 400), figures(3) { [$0.event(.turn, at: "23:00")] }]
    let trends = Trends(rows, nights: span(5), withCarer: false)
    let row = try #require(trends.row(.slept))
    #expect(row.values == [300, nil, 400, nil, nil])
    #expect(row.summary.count == 2 && row.middle == "5 h 50" && row.range == "5 h 00-6 h 40")
    #expect(trends.recorded == 3)
    // What was never written is not told at all.
    #expect(trends.row(.turns)?.values == [nil, nil, nil, 1, nil] && trends.row(.suctions) == nil)
    #expect(trends.row(.mask) == nil && trends.row(.carerSlept) == nil)
  }

  @Test func `a symptom tells in how many nights it was noted, and the highest grade`() throws {
    let rows = [
      figures(0) { samples in
        [
          samples.record(.symptom("cramp"), [.value: .number(4)], at: "23:00"),
          samples.record(.symptom("cramp"), [.value: .number(7)], at: "23:30"),
          samples.record(.symptom("pain"), at: "23:40"),
        ]
      },
      figures(1) { [$0.event(.turn, at: "23:00")] }, figures(2) { [$0.record(.symptom("cramp"), at: "23:00")] },
      slept(3, 300),
    ]
    let trends = Trends(rows.counted(since: WrittenSince(rows)), nights: span(4), withCarer: false)
    let cramp = try #require(trends.row(.symptom("cramp")))
    #expect(cramp.values == [2, 0, 1, nil] && cramp.nightsNoted == 2 && cramp.highestGrade == 7)
    let sentence = cramp.sentence(of: 4)
    #expect(sentence == "Noted in 2 of the 3 nights with events, the highest grade 7")
    #expect(trends.row(.symptom("pain"))?.range == "not graded")
    #expect(trends.rows.map(\.measure.id).suffix(2) == ["symptom-cramp", "symptom-pain"])
  }

  @Test func `the order of the nights means nothing, and a night without a record moves no median`() {
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let count = chance.number(in: 1...40)
      let recorded = (0..<count).filter { _ in !chance.oneIn(3) }
      let rows = recorded.map { slept($0, chance.number(in: 0...600)) }
      let trends = Trends(rows, nights: span(count), withCarer: true)
      #expect(Trends(rows.shuffled(using: &chance), nights: span(count), withCarer: true) == trends, "seed \(seed)")
      let empty = Set(0..<count).subtracting(recorded).map { figures($0) { _ in [] } }
      let more = Trends(rows + empty + [slept(count, 1), slept(-1, 1)], nights: span(count), withCarer: true)
      #expect(more.rows == trends.rows && more.recorded == trends.recorded, "seed \(seed)")
    }
  }

  @Test func `parts of a long span hold the median or the mean of what was recorded in them`() {
    #expect(Series.parts([1, 2, 3, nil, nil, nil, 9, nil, 7], 3, by: .median) == [2, nil, 8])
    #expect(Series.parts([1, nil], 5, by: .median) == [1, nil])
    #expect(Series.parts([0, 0, 300, nil, 100, 0], 2, by: .mean) == [100, 50])
    #expect(Series.parts([nil, nil, 1, 2], 2, by: .mean) == [nil, 2])
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let values: [Int?] = (0..<chance.number(in: 0...400)).map { _ in
        chance.oneIn(4) ? nil : chance.number(in: -50...900)
      }
      let count = chance.number(in: 1...60)
      let parts = Series.parts(values, count, by: chance.oneIn(2) ? .median : .mean)
      let known = values.compactMap { $0 }
      #expect(parts.count == min(values.count, count), "seed \(seed)")
      for part in parts.compactMap({ $0 }) {
        #expect(part >= known.min() ?? 0 && part <= known.max() ?? 0, "seed \(seed)")
      }
    }
  }

  @Test func `made a few rows at a time trends are what they are made at once`() {
    for seed in Property.seeds(share: 0.05) {
      var chance = Chance(seed: seed)
      let count = chance.number(in: 1...60)
      let rows = (0..<count).filter { _ in !chance.oneIn(4) }.map { slept($0, chance.number(in: 0...600)) }
      var tally = Trends.Tally(nights: span(count), withCarer: true)
      for row in rows.shuffled(using: &chance) { tally.add(row) }
      var steps = 0
      while !tally.isMade, steps < 100 {
        tally.make(figures: chance.number(in: 1...200))
        steps += 1
      }
      #expect(tally.trends == Trends(rows, nights: span(count), withCarer: true), "seed \(seed)")
    }
  }

  @Test func `all nights are a century at the most`() {
    let stray = CivilDate(daysSince1970: -700_000)
    #expect(TrendSpan.all.nights(to: first, oldest: stray).count == 36_525)
    #expect(TrendSpan.all.nights(to: first, oldest: first.adding(days: 3)) == first...first)
  }

  @Test func `spans end with the last night, and pairs lie side by side`() {
    let last = first.adding(days: 99)
    #expect(TrendSpan.seven.nights(to: last, oldest: first) == last.adding(days: -6)...last)
    #expect(TrendSpan.all.nights(to: last, oldest: first) == first...last)
    let pair = TrendSpan.thirty.pair(to: last, oldest: first)
    #expect(pair.before.upperBound.adding(days: 1) == pair.now.lowerBound)
    #expect(pair.before.count == 30 && pair.now.count == 30)
    #expect(TrendSpan.all.pair(to: last, oldest: first).before == first...first.adding(days: 49))
  }

  @Test(arguments: [
    ("2026-10-01 to 2026-10-31", 31), ("2026-10-01  2026-10-01", 1), ("2026-10-31 to 2026-10-01", nil),
    ("October", 31), ("2026-10-01", 1), ("2026-02-30 to 2026-03-01", nil), ("Octobre to", nil),
  ])
  func `two typed dates are a span, or are refused in words`(text: String, count: Int?) {
    #expect((try? TimeReader.sample.nights(text).settled())?.count == count)
  }

  // MARK: Changes

  private func plan(_ settings: [(key: String, value: String?, back: Int, time: String)]) -> Plan {
    Plan(
      entries: settings.enumerated().map { index, setting in
        var samples = Samples(writer: "p\(index)", night: "\(first.adding(days: setting.back))")
        return samples.setting(setting.key, setting.value, at: setting.time)
      })
  }

  @Test func `what the plan is begun with on its first two days is how things were, and no change`() {
    let plan = plan([
      ("person", "Mara", 9, "21:00"), ("equipment.mask", "in-use", 9, "21:05"),
      ("medicine.Baclofen", "one", 9, "00:30"),
      ("equipment.suction", "in-use", 12, "13:00"),
    ])
    let marks = ChangeMark.all(in: plan, nights: span(30), catalogue: .standard)
    #expect(marks.map(\.words) == ["Suction machine: in use"])
    #expect(ChangeMark.nights(ofNew: ["mask", "suction"], in: plan) == [first.adding(days: 12)])
  }

  @Test func `changes are what was typed, and what came into use or went out of it after the first night`() {
    let plan = plan([
      ("equipment.mask", "in-use", 0, "13:00"), ("equipment.overlay", "in-use", 3, "13:00"),
      ("equipment.overlay", "in-use", 4, "13:00"), ("medicine.Baclofen", "one", 5, "02:00"),
      ("medicine.Baclofen", "two", 6, "13:00"), ("medicine.Baclofen", nil, 8, "13:00"),
      ("mark.2026-10-26", "new mask", 9, "13:00"), ("people.MK", "Mara", 9, "13:00"),
    ])
    let marks = ChangeMark.all(in: plan, nights: span(30), catalogue: .standard)
    let told = marks.map { "\($0.night) \($0.words)" }
    #expect(
      told == [
        "2026-10-26 new mask", "2026-10-27 Alternating-pressure overlay: in use",
        "2026-10-30 medicine added: Baclofen", "2026-11-01 medicine taken off: Baclofen",
      ])
    #expect(marks.map(\.isTyped) == [true, false, false, false])
  }

  @Test func `changes of one night are told together`() {
    let plan = plan([
      ("person", "Mara", 0, "13:00"), ("mark.2026-10-27", "other mask", 3, "13:00"),
      ("equipment.overlay", "in-use", 3, "14:00"),
      ("mark.2026-10-28", "new bed", 4, "13:00"),
    ])
    let marks = ChangeMark.all(in: plan, nights: span(30), catalogue: .standard)
    #expect(marks.count == 3)
    #expect(marks.byNight.map(\.words) == ["other mask; Alternating-pressure overlay: in use", "new bed"])
    #expect(marks.byNight.map(\.isTyped) == [true, true])
  }

  @Test func `before and after are medians with their nights, and are refused under five a side`() throws {
    let plan = plan([("mark.2026-10-29", "new mask", 5, "13:00")])
    let mark = try #require(ChangeMark.all(in: plan, nights: span(12), catalogue: .standard).first)
    func around(_ nights: [Int]) throws -> BeforeAfter {
      let rows = nights.map { slept($0, $0 < 5 ? 300 + $0 : 400 + $0) }
      let row = try #require(Trends(rows, nights: span(12), withCarer: false).row(.slept))
      return BeforeAfter(mark, row, nights: span(12))
    }
    let enough = try around([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11])
    #expect(enough.words == "before 5 h 02 (5), after 6 h 48 (6)")
    #expect(try around([0, 1, 2, 3, 5, 6, 7, 8, 9]).words == "needs 5 nights on each side; there are 4 and 5")
    #expect(try around([5]).words == "needs 5 nights on each side; there are 0 and 1")
  }

  @Test func `of a symptom it is told in how many nights it was noted before a change and after it`() throws {
    let plan = plan([("mark.2026-10-29", "new mask", 5, "13:00")])
    let mark = try #require(ChangeMark.all(in: plan, nights: span(12), catalogue: .standard).first)
    let rows = (0..<12).map { index in
      figures(index) { samples in
        index % 3 == 0
          ? [samples.record(.symptom("cramp"), at: "23:00")] : [samples.event(.turn, at: "23:00")]
      }
    }
    let counted = rows.counted(since: WrittenSince(rows))
    let row = try #require(Trends(counted, nights: span(12), withCarer: false).row(.symptom("cramp")))
    #expect(BeforeAfter(mark, row, nights: span(12)).words == "before in 2 of 5, after in 2 of 7")
  }

  @Test func `two spans stand side by side, each median with its nights`() throws {
    let rows = (0..<10).map { slept($0, $0 < 5 ? 300 : 360) }
    func trends(_ nights: ClosedRange<CivilDate>) -> Trends { Trends(rows, nights: nights, withCarer: false) }
    let both = SideBySide(trends(span(5)), trends(first.adding(days: 5)...first.adding(days: 8)))
    let row = try #require(both.rows.first)
    #expect(row.one == "5 h 00 (5)" && row.other == "6 h 00 (4)")
    let none = SideBySide(trends(span(5)), trends(first.adding(days: 50)...first.adding(days: 60)))
    #expect(none.rows.first?.other == "not recorded")
  }

  @Test func `a symptom of one span was none in the other's nights with events, and not recorded where there are none`()
  {
    func noted(_ offset: Int, _ id: String) -> NightFigures {
      figures(offset) { samples in [samples.record(.symptom(id), at: "02:00")] }
    }
    let rows = [noted(0, "cramp"), noted(1, "cramp"), noted(2, "pain")]
    func trends(_ from: Int, _ to: Int) -> Trends {
      Trends(rows, nights: first.adding(days: from)...first.adding(days: to), withCarer: false)
    }
    func cramps(_ one: Trends, _ other: Trends) -> SideBySide.Row? {
      SideBySide(one, other).rows.first { $0.measure == .symptom("cramp") }
    }
    #expect(cramps(trends(0, 1), trends(2, 2))?.one == "in 2 of 2")
    #expect(cramps(trends(0, 1), trends(2, 2))?.other == "in 0 of 1")
    #expect(cramps(trends(0, 1), trends(5, 9))?.other == "not recorded")
  }

  // MARK: The next day

  private func nextDay(
    _ night: Measure, _ day: NextDay.Day, _ rows: [NightFigures], nights: Int = 60
  ) -> NextDay? {
    NextDay.all(in: rows, nights: span(nights)).first { $0.night == night && $0.day == day }
  }

  @Test func `the next day is refused under ten nights a side, and nights on the median are on neither`() throws {
    func rows(_ low: Int, _ middle: Int, _ high: Int) -> [NightFigures] {
      (0..<low + middle + high).map { index in
        let isLow = index < low
        let minutes = isLow ? 300 : index < low + middle ? 360 : 420
        return slept(index, minutes, [.rested: .number(isLow ? 2 : 4), .headache: .flag(isLow)])
      }
    }
    let few = try #require(nextDay(.slept, .rested, rows(9, 6, 12)))
    #expect(!few.isEnough && few.words == "needs 10 nights on each side; there are 12 and 9")
    let enough = rows(10, 3, 10)
    let rested = try #require(nextDay(.slept, .rested, enough))
    #expect(rested.words == "above 6 h 00: 4 (10 nights); below: 2 (10 nights)")
    let headache = try #require(nextDay(.slept, .headache, enough.reversed()))
    #expect(headache.words == "above 6 h 00: yes in 0 of 10; below: yes in 10 of 10")
    #expect(nextDay(.mask, .rested, enough)?.words.hasSuffix("there are 0 and 0") == true)
    #expect(nextDay(.slept, .rested, enough, nights: 5)?.median?.count == 5)
  }

  @Test func `no sentence names a cause or a verdict`() {
    let plan = plan([("mark.2026-10-29", "new mask", 5, "13:00")])
    let rows = (0..<30).map { slept($0, 300 + $0, [.rested: .number(3)]) }
    let trends = Trends(rows, nights: span(30), withCarer: true)
    var said = trends.rows.map { $0.sentence(of: 30) } + trends.rows.map(\.measure.meaning)
    for mark in ChangeMark.all(in: plan, nights: span(30), catalogue: .standard) {
      said += trends.rows.map { BeforeAfter(mark, $0, nights: span(30)).words }
    }
    said += NextDay.all(in: rows, nights: span(30)).map(\.words)
    for word in [
      "because", "cause", "better", "worse", "improve", "good", "bad", "normal", "due to", "led to", "score",
    ] {
      for sentence in said { #expect(!sentence.lowercased().contains(word), "\(sentence)") }
    }
  }
}
