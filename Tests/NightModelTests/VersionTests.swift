import TestSupport
import Testing

@testable import NightModel

@Suite struct `A setting that is set anew` {
  private var samples = Samples()

  private mutating func set(
    _ value: String?, _ key: String = "turn-interval", over: [Entry], at time: String, by: String = "MK",
    isDated: Bool = false
  ) -> Entry {
    samples.said(
      .plan(key: key), value.map { [.to: .text($0)] } ?? [:], over: over, at: time, by: by, isDated: isDated)
  }

  private func plan(_ entries: [Entry], at time: String = "22:00") -> Plan {
    Plan(entries: entries, asOf: samples.moment(time))
  }

  @Test mutating func `counts, whatever clock the one before it was set by`() {
    let fast = set("FULL TREATMENT", "card.wishes", over: [], at: "23:59")
    let right = set("NO CPR, paper signed", "card.wishes", over: [fast], at: "21:00")
    for time in ["21:00", "22:00", "05:00"] {
      let plan = plan([right, fast], at: time)
      #expect(plan.value(.cardWishes) == "NO CPR, paper signed" && plan.findings(.standard).isEmpty)
      #expect(EmergencyCard(plan).blocks.last?.line == "wishes: NO CPR, paper signed")
    }
    // Where the clock was right first and fast then, the later one counts at once.
    let later = set("FULL TREATMENT", "card.wishes", over: [right], at: "05:00")
    #expect(plan([fast, right, later]).value(.cardWishes) == "FULL TREATMENT")
  }

  @Test mutating func `shows both where two did not know of each other, until it is set, if only to what shows`() throws
  {
    let first = set("180", over: [], at: "13:00")
    let mine = set("120", over: [first], at: "14:00")
    let theirs = set("240", over: [first], at: "15:00", by: "TR")
    let open = plan([first, mine, theirs])
    #expect(
      open.turnInterval == 240 && open.versions(Setting(.turnInterval)).map { $0.details.text(.to) } == ["240", "120"])
    #expect(
      open.findings(.standard).map(\.words) == [
        "Minutes between turns has two versions, and both are kept; choose which counts under Plan and settings, or set "
          + "it with 'nightstand plan'"
      ])
    let drafts = try PlanRequest.drafts(
      key: "turn-interval", value: "240", plan: open, at: samples.moment("22:00"), by: "MK", catalogue: .standard)
    #expect(drafts.map(\.over) == [[mine.id, theirs.id]] || drafts.map(\.over) == [[theirs.id, mine.id]])
    let chosen = set("240", over: [mine, theirs], at: "22:00")
    #expect(plan([first, mine, theirs, chosen]).findings(.standard).isEmpty)
    // Saying the same is one version, and how a machine looks is nobody's decision.
    let same = set("120", over: [first], at: "16:00", by: "TR")
    #expect(plan([first, mine, same]).findings(.standard).isEmpty)
    let looks = [set("red", "theme", over: [], at: "14:00"), set("day", "theme", over: [], at: "15:00")]
    #expect(plan(looks).findings(.standard).isEmpty && plan(looks).value(.theme) == "day")
  }

  @Test mutating func `dated ahead counts from its day on and is told before, and setting it without a day drops it`() {
    let first = set("180", over: [], at: "13:00")
    let ahead = set("120", over: [first], at: "03:00", isDated: true)
    let early = plan([first, ahead])
    #expect(early.turnInterval == 180 && early.standing(Setting(.turnInterval))?.ahead.map(\.item.id) == [ahead.id])
    #expect(plan([first, ahead], at: "03:00").turnInterval == 120)
    let later = set("240", over: [ahead], at: "21:00")
    #expect(PlanRequest.dropped(by: [later], plan: early) == ["the 120 of Mon 23 Nov is dropped"])
    for time in ["22:00", "04:00"] {
      let plan = plan([first, ahead, later], at: time)
      #expect(plan.turnInterval == 240 && plan.standing(Setting(.turnInterval))?.ahead.isEmpty == true)
    }
    // Dated to a later day it drops nothing, and what is ahead counts until then.
    let after = set("240", over: [ahead], at: "05:00", isDated: true)
    #expect(PlanRequest.dropped(by: [after], plan: early).isEmpty)
    #expect(["22:00", "04:00", "05:00"].map { plan([first, ahead, after], at: $0).turnInterval } == [180, 120, 240])
  }

  @Test mutating func `a clock here that is dead does not bring an old wish back`() {
    let first = set("180", over: [], at: "13:00")
    let made = samples.record(.plan(key: "turn-interval"), [.to: .text("120")], at: "14:00")
    let dated = Entry(
      id: made.id, stamp: Stamp(milliseconds: made.at.milliseconds + 1, counter: 0, writer: "a"), at: made.at,
      over: [first.id], dated: made.at, body: made.body)
    let dead = Instant(milliseconds: 0, offsetMinutes: 0)
    #expect(Plan(entries: [first, dated], asOf: dead).turnInterval == 120)
  }

  @Test mutating func `edited, is set anew, and so are an item's answer and who is on`() throws {
    let first = set("180", over: [], at: "13:00")
    let timeline = Timeline([first])
    let times = TimeReader.sample
    let now = samples.moment("22:00")
    let (drafts, _) = try EditRequest.drafts(
      [("to", "240")], of: timeline.items[0], in: .plan, timeline: timeline, times: times, now: now, by: "TR")
    #expect(drafts.count == 1 && drafts[0].over == [first.id] && drafts[0].dated == nil)
    #expect(drafts[0].body == .record(.plan(key: "turn-interval"), Details([.to: .text("240")])))
    for (subject, details, change) in [
      (Subject.check(item: "call-tested"), [Field.state: FieldValue.text("done")], ("state", "could-not")),
      (.handover(.took), [:], ("by", "TR")),
    ] {
      let answer = samples.said(subject, details, over: [], at: "21:00", by: "MK")
      let night = Timeline([answer])
      let (drafts, _) = try EditRequest.drafts(
        [change], of: night.items[0], in: .night(samples.night), timeline: night, times: times, now: now, by: "TR")
      #expect(drafts.map(\.over) == [[answer.id], nil] && drafts[0].at == answer.at)
      #expect(drafts[1].body == .retract(of: [answer.id]))
    }
  }

  @Test mutating func `closes nights from when it was set, not from what a fast clock said`() {
    let fast = set("yes", "closed", over: [], at: "05:00")
    let open = set(nil, "closed", over: [fast], at: "20:00")
    let closed = set("yes", "closed", over: [open], at: "21:00")
    let later = Plan(entries: [fast, open, closed], asOf: samples.moment("22:00").adding(minutes: 3 * 1440))
    #expect(later.isClosed(on: samples.night) && !later.isClosed(on: samples.night.adding(days: -1)))
  }

  @Test mutating func `answers of a night that did not know of each other both stand`() {
    let done = samples.said(.check(item: "call-tested"), [.state: .text("done")], over: [], at: "22:00", by: "MK")
    let not = samples.said(.check(item: "call-tested"), [.state: .text("could-not")], over: [], at: "21:00", by: "TR")
    let night = Night(date: samples.night, entries: [done, not])
    #expect(night.answers[.check(item: "call-tested")]?.versions.count == 2 && NightSummary(night).hasTwoVersions)
    let fast = samples.said(.check(item: "call-tested"), [.state: .text("done")], over: [], at: "04:00")
    let right = samples.said(.check(item: "call-tested"), [.state: .text("could-not")], over: [fast], at: "22:00")
    #expect(Night(date: samples.night, entries: [fast, right]).checks["call-tested"]?.id == right.id)
  }

  @Test mutating func `who said a diary answer is whoever said it last by cause, not by clock`() throws {
    let diary = samples.record(.diary, [.wakings: .number(2)], at: "07:00", by: "MK")
    let second = samples.amend([diary], [.wakings: .number(3)], at: "07:10", by: "TR")
    let made = samples.amend([diary, second], [.wakings: .number(4)], at: "07:20", by: "JD")
    // Written by a clock that was behind all the others.
    let third = Entry(
      id: made.id, stamp: Stamp(milliseconds: 5, counter: 0, writer: "slow"), at: made.at, by: made.by, body: made.body)
    let item = try #require(Timeline([third, second, diary]).items.first)
    #expect(item.details.number(.wakings) == 4 && item.says[.wakings]?.by == "JD" && item.lastEdit?.by == "JD")
    #expect(Timeline([third, second, diary]).versions(of: item).map(\.by) == ["MK", "TR", "JD"])
  }
}
