import TestSupport
import Testing

@testable import NightModel

@Suite struct `The morning of a night` {
  private func moments(_ times: [Field: String]) -> [Field: FieldValue] {
    times.mapValues { .moment(Samples().moment($0)) }
  }
  private var diary: [Field: FieldValue] {
    moments([.intoBed: "22:30", .tried: "23:00", .finalWake: "06:15", .outOfBed: "07:00"])
      .merging([.sol: .number(40), .wakings: .number(3), .waso: .number(50)]) { $1 }
  }
  private func night(_ entries: [Entry]) -> Night { Night(date: Samples().night, entries: entries) }

  // MARK: Figures

  @Test func `minutes out of bed between sleeps come off the time in bed and slept, and the formula says so`() {
    let split = Details(diary.merging([.upBetween: .number(60), .elsewhere: .number(45)]) { $1 })
    let figures = DiaryFigures(split)
    #expect(figures.timeInBed == 450 && figures.totalSleepTime == 285)
    #expect(figures.sleepEfficiency == 633)
    let slept = DiaryFigure.slept.formula(of: split, clock: .twentyFour)
    #expect(slept.numbers == "23:00 to 06:15 is 435 min; 435 - 40 - 50 - 60 = 285 min")
    #expect(slept.formula.hasSuffix("less the minutes out of bed between sleeps"))
    let whole = DiaryFigure.slept.formula(of: Details(diary), clock: .twentyFour)
    #expect(!whole.formula.contains("between sleeps") && whole.value == "5 h 45")
  }

  @Test func `each formula has this night's numbers, rounded as the figure is`() {
    func numbers(_ figure: DiaryFigure) -> String? { figure.formula(of: Details(diary), clock: .twentyFour).numbers }
    #expect(numbers(.timeInBed) == "22:30 to 07:00 is 510 min")
    #expect(numbers(.efficiency) == "100 x 345 / 510 = 67.6 %")
    #expect(numbers(.diaryEfficiency) == "100 x 345 / (40 + 345 + 50 + 0) = 79.3 %")
    #expect(
      DiaryFigure.diaryEfficiency.formula(of: Details(diary), clock: .twentyFour).formula.contains("counted as 0"))
  }

  @Test func `a figure that cannot be had says what it needs`() {
    var page = Details(diary)
    page[.finalWake] = nil
    let slept = DiaryFigure.slept.formula(of: page, clock: .twentyFour)
    #expect(slept.value == nil && slept.numbers == nil && slept.needsWords == "needs: final waking")
    #expect(DiaryFigure.wakings.formula(of: nil, clock: .twentyFour).needs == [.wakings])
  }

  // MARK: Who says so

  @Test func `a source goes with the answers it came with`() throws {
    var samples = Samples()
    let first = samples.record(.diary, [.sol: .number(20), .source: .text("said")], at: "07:30", by: "AB")
    let seen = samples.amend([first], [.wakings: .number(2), .source: .text("seen")])
    let open = samples.amend([first, seen], [.naps: .number(0)])
    let page = try #require(night([first, seen, open]).answers(on: .diary))
    #expect(page.says[.sol] == WhoSays(by: "AB", source: "said"))
    #expect(page.says[.wakings]?.source == "seen" && page.says[.naps]?.source == nil)
    #expect(page.items[0].conflicts.isEmpty && !page.items[0].isCorrected)
    let all = samples.amend([first, seen, open], [.source: .text("said")])
    let said = try #require(night([first, seen, open, all]).answers(on: .diary))
    #expect(said.says.values.allSatisfy { $0.source == "said" })
  }

  @Test func `two sources of two people who did not know of each other are no two versions`() throws {
    var here = Samples(writer: "aaaaaaaa")
    var there = Samples(writer: "bbbbbbbb")
    let first = here.record(.diary, at: "07:30")
    let one = here.amend([first], [.sol: .number(20), .source: .text("said")])
    let other = there.amend([first], [.waso: .number(30), .source: .text("seen")])
    let page = try #require(night([first, one, other]).answers(on: .diary))
    #expect(page.versions.isEmpty && page.says[.sol]?.source == "said" && page.says[.waso]?.source == "seen")
  }

  @Test func `two diaries are read together, what differs is kept twice, and deciding settles it`() throws {
    var here = Samples(writer: "aaaaaaaa")
    var there = Samples(writer: "bbbbbbbb")
    let one = here.record(.diary, [.sol: .number(20), .waso: .number(30)], at: "07:30", by: "AB")
    let other = there.record(.diary, [.sol: .number(40), .wakings: .number(2)], at: "07:40", by: "CD")
    for entries in [[one, other], [other, one]] {
      let page = try #require(night(entries).answers(on: .diary))
      #expect(page.details.number(.waso) == 30 && page.details.number(.wakings) == 2)
      #expect(
        page.versions[.sol]?.map { $0.words(.twentyFour) } == ["20 by AB", "40 by CD"] && page.versions.count == 1)
    }
    let body = night([one, other]).body(setting: [.sol: .number(30)], on: .diary)
    guard case .amend(let of, _) = body else { return #expect(Bool(false)) }
    #expect(Set(of) == [one.id, other.id])
    let decided = here.amend([one, other], [.sol: .number(30)])
    let page = try #require(night([one, other, decided]).answers(on: .diary))
    #expect(page.versions.isEmpty && page.details.number(.sol) == 30)
    guard case .amend(let both, _) = night([one, other]).body(setting: [.waso: nil], on: .diary) else { return }
    #expect(Set(both) == [one.id, other.id])
  }

  // MARK: Proposals

  private func proposals(_ entries: [Entry], _ earlier: [Night] = []) -> [Field: DiaryProposal] {
    DiaryProposal.proposals(for: night(entries), earlier: earlier)
  }

  @Test func `wakings, minutes awake and the final waking are proposed from what was written`() {
    var samples = Samples()
    let entries = [
      samples.event(.woke, at: "00:10"), samples.event(.asleep, at: "00:35"), samples.event(.woke, at: "03:00"),
      samples.event(.asleep, at: "03:20"), samples.event(.carerUp, at: "04:00"), samples.event(.woke, at: "06:20"),
    ]
    let all = proposals(entries)
    #expect(all[.wakings]?.value == .answer(.number(2)))
    #expect(all[.waso] == DiaryProposal(value: .answer(.number(45)), basis: .entries))
    #expect(all[.finalWake]?.value == .answer(.moment(samples.moment("06:20"))))
    #expect(all[.intoBed] == nil && all[.sol] == nil)
    #expect(proposals(entries.dropLast() + [samples.event(.asleep, at: "06:40")])[.finalWake] == nil)
  }

  @Test func `a waking at midnight that nobody noted the end of is a waking, and its minutes are not guessed`() {
    var samples = Samples()
    let all = proposals([
      samples.event(.woke, at: "23:50"), samples.event(.asleep, at: "00:20"), samples.event(.woke, at: "01:10"),
    ])
    #expect(all[.finalWake] == nil && all[.wakings]?.value == .answer(.number(2)))
    #expect(all[.waso]?.value == .answer(.number(30)))
    #expect(all[.waso]?.basis.words == "as written; 1 of 2 wakings has no end")
  }

  @Test func `what nothing was written of is not proposed, neither as zero nor as last time`() {
    var samples = Samples()
    #expect(proposals([samples.event(.turn, at: "02:00"), samples.event(.carerUp, at: "02:00")]).isEmpty)
    var last = Samples(night: "2026-11-20")
    let before = Night(
      date: last.night, entries: [last.record(.diary, [.intoBed: .moment(last.moment("22:15"))], at: "08:00")])
    let all = proposals([], [before, Night(date: Samples().night.adding(days: -1), entries: [])])
    #expect(all == [.intoBed: DiaryProposal(value: .time(samples.moment("22:15").time), basis: .lastDiary)])
  }

  @Test func `a proposal still to come is none yet, by the date as well as by the clock`() throws {
    let (night, rule) = (Samples().night, NightRule.noon)
    let up = DiaryProposal(value: .time(try #require(ClockTime("06:30"))), basis: .lastDiary)
    let woke = DiaryProposal(value: .answer(.moment(Samples().moment("06:20"))), basis: .entries)
    for (now, isUp, isAwake) in [("23:00", false, false), ("05:21", false, false), ("06:20", false, true)] {
      let moment = Samples().moment(now)
      #expect(up.hasCome(by: moment, in: night, rule: rule) == isUp)
      #expect(woke.hasCome(by: moment, in: night, rule: rule) == isAwake)
    }
    #expect(up.hasCome(by: Samples().moment("06:30"), in: night, rule: rule))
  }

  // MARK: Doubts

  /// When nothing of the night is still to come.
  private var noon: Instant { Samples().moment("11:59").adding(minutes: 1440) }

  @Test func `what is still to come is asked about, and only what has been is offered`() throws {
    let now = Samples().moment("05:15")
    func doubt(_ field: Field, _ time: String, _ more: [Field: String] = [:]) -> DiaryDoubt? {
      DiaryDoubt(about: field, in: Details(moments(more.merging([field: time]) { $1 })), of: Samples().night, by: now)
    }
    #expect(doubt(.finalWake, "10:15")?.wrong(.twentyFour) == "the final waking at 10:15 is still to come")
    #expect(doubt(.finalWake, "10:15")?.slip == nil && doubt(.outOfBed, "06:40")?.slip == nil)
    #expect(doubt(.intoBed, "10:40")?.slip?.text == "2026-11-22T22:40")
    #expect(doubt(.tried, "10:40", [.intoBed: "23:00"]).map { $0.slip == nil } == true)
    #expect(doubt(.finalWake, "05:15") == nil)
    // Nor is a slip mended into what has not happened.
    let page = Details(moments([.intoBed: "22:30", .finalWake: "18:20"]))
    #expect(DiaryContradictions.problem(in: page, of: Samples().night, by: now)?.slip?.field != .finalWake)
    #expect(DiaryContradictions.problem(in: page, of: Samples().night, by: noon)?.slip?.text == "2026-11-23T06:20")
  }

  @Test(arguments: [
    (Field.intoBed, "2026-11-23T10:30", "2026-11-22T22:30"), (.tried, "2026-11-22T12:30", "2026-11-23T00:30"),
    (.intoBed, "2026-11-23T19:30", "2026-11-22T19:30"), (.tried, "2026-11-22T00:30", "2026-11-23T00:30"),
    (.finalWake, "2026-11-22T06:30", "2026-11-23T06:30"), (.outOfBed, "2026-11-22T12:15", "2026-11-23T12:15"),
    (.finalWake, "2026-11-22T18:15", "2026-11-23T06:15"),
  ])
  func `a slip of half a day or of a day is asked about, with what was likely meant`(
    field: Field, typed: String, meant: String
  ) throws {
    let moment = try #require(Instant(typed + "+01:00"))
    let doubt = try #require(
      DiaryDoubt(about: field, in: Details([field: .moment(moment)]), of: Samples().night, by: noon))
    #expect(doubt.slip?.text == meant)
    #expect(DiaryDoubt(about: field, in: Details(), of: Samples().night, by: noon) == nil)
  }

  @Test(arguments: [
    ("22:30", Field.intoBed), ("17:00", .intoBed), ("07:59", .tried), ("05:00", .finalWake), ("11:59", .outOfBed),
  ])
  func `what is usual is not asked about`(time: String, field: Field) {
    let page = Details(moments([field: time]))
    #expect(DiaryDoubt(about: field, in: page, of: Samples().night, by: noon) == nil)
  }

  @Test func `an offer that would not fit the other answers is not made`() throws {
    let page = Details(moments([.intoBed: "10:30", .outOfBed: "20:00"]))
    let doubt = try #require(DiaryDoubt(about: .intoBed, in: page, of: Samples().night, by: noon))
    #expect(doubt.slip == nil)
  }

  @Test func `out of bed at a quarter past noon was the next day, and more minutes up than in bed cannot be`() throws {
    var page = Details(diary)
    page[.outOfBed] = .moment(Samples().moment("12:15"))
    #expect(
      DiaryContradictions.problem(in: page, of: Samples().night)?.slip?.question(.twentyFour)
        == "did you mean 12:15 on Mon 23 Nov for out of bed?")
    page = Details(diary.merging([.upBetween: .number(511)]) { $1 })
    #expect(
      DiaryContradictions.problem(in: page, of: Samples().night)?.wrong(.twentyFour).contains(
        "out of bed between sleeps are 1 more")
        == true)
  }

  // MARK: The caregiver

  @Test func `the longest time without an entry is found within bed hours, and only if it is long`() throws {
    var samples = Samples()
    let entries = [
      samples.event(.turn, at: "20:00"), samples.event(.turn, at: "23:00"), samples.event(.suction, at: "01:10"),
      samples.event(.turn, at: "04:40"), samples.record(.carer, at: "03:00"),
    ]
    let silent = try #require(SilentStretch(night(entries)))
    #expect(silent.start == samples.moment("01:10") && silent.end == samples.moment("04:40") && silent.minutes == 210)
    let bed = samples.record(.diary, moments([.intoBed: "22:00", .outOfBed: "09:30"]), at: "09:40")
    #expect(SilentStretch(night(entries + [bed]))?.end == samples.moment("09:30"))
    #expect(SilentStretch(night([])) == nil && SilentStretch(night([bed])) == nil)
    #expect(SilentStretch(night([samples.event(.turn, at: "01:00"), samples.event(.turn, at: "01:29")])) == nil)
  }
}
