import TestSupport
import Testing

@testable import NightModel

@Suite struct `What stands` {
  @Test func `the last setting of a key stands, taking it back shows the one before, an empty one blanks it`() {
    var samples = Samples()
    let first = samples.setting("turn-interval", "180")
    let second = samples.setting("turn-interval", "240")
    #expect(Plan(entries: [second, first]).turnInterval == 240)
    #expect(Plan(entries: [first, second, samples.retract([second])]).turnInterval == 180)
    #expect(Plan(entries: [first, second, samples.setting("turn-interval", nil)]).turnInterval == nil)
    #expect(Plan(entries: [samples.setting("turn-interval", "on-request")]).turnInterval == nil)
  }

  @Test func `the plan of an old night is the one that stood then`() {
    var samples = Samples()
    let early = samples.setting("person", "A", at: "13:00")
    let late = samples.setting("person", "B", at: "15:00")
    #expect(Plan(entries: [early, late], asOf: samples.moment("14:00")).person == "A")
    #expect(Plan(entries: [early, late]).person == "B")
  }

  @Test func `an item is in the routine when what it needs is in use, unless the family switched it`() throws {
    var samples = Samples()
    let mask = try #require(Catalogue.standard.item("machine-on"))
    let heels = try #require(Catalogue.standard.item("heels-free"))
    #expect(!Plan().includes(mask) && Plan().includes(heels))
    #expect(Plan(entries: [samples.setting("equipment.mask", "in-use")]).includes(mask))
    #expect(Plan(entries: [samples.setting("equipment.tracheostomy", "in-use")]).includes(mask))
    #expect(Plan(entries: [samples.setting("routine.machine-on", "on")]).includes(mask))
    #expect(!Plan(entries: [samples.setting("routine.heels-free", "off")]).includes(heels))
  }

  @Test func `a split hour set by the family cuts the nights`() {
    var samples = Samples()
    #expect(Plan(entries: [samples.setting("split-hour", "18")]).nightRule.splitHour == 18)
    #expect(Plan(entries: [samples.setting("split-hour", "99")]).nightRule == .noon)
  }

  @Test func `settings are checked before they are kept`() throws {
    func set(_ key: String, _ value: String) throws(Refusal) -> [String?] {
      try PlanRequest.settings(key: key, value: value, catalogue: .standard, times: .sample).map(\.value)
    }
    #expect(try set("turn-interval", "180") == ["180"])
    #expect(try set("turn-interval", "") == [nil])
    #expect(try set("turn-positions", "left, back") == ["left,back"])
    #expect(try set("equipment.mask", "in-use") == ["in-use"])
    #expect(try set("equipment", "mask, suction").compactMap { $0 }.count == 2)
    #expect(try set("number.clinic", "555 0100") == ["555 0100"])
    #expect(try set("medicine.x", "one tablet as labelled") == ["one tablet as labelled"])
    for (key, value) in [
      ("turn-interval", "5"), ("turn-interval", "often"), ("turn-positions", "up"), ("equipment.jetpack", "in-use"),
      ("equipment", "mask,jetpack"), ("equipment.mask", "yes"), ("number.", "1"), ("people.", "x"),
      ("people.A B", "x"), ("routine.nothing", "on"), ("routine.heels-free", "maybe"), ("split-hour", "24"),
      ("persn", "x"), ("person.x", "x"), ("people", "x"), ("person", "a\u{1B}[2Jb"),
      ("person", String(repeating: "x", count: 501)),
    ] {
      #expect(throws: Refusal.self, "\(key) \(value)") { try set(key, value) }
    }
  }
}

@Suite struct `The board of Tonight` {
  private let tonight = CivilDate("2026-11-22") ?? CivilDate(daysSince1970: 0)

  private func board(_ entries: [Entry], plan: [Entry] = [], now: String) -> Board {
    Board(
      tonight: Night(date: tonight, entries: entries), previous: Night(date: tonight.adding(days: -1), entries: []),
      plan: Plan(entries: plan), now: Samples().moment(now))
  }

  @Test func `let sleep moves the planned turn and never the age of the last one`() throws {
    var samples = Samples()
    let plan = [samples.setting("turn-interval", "180"), samples.setting("turn-positions", "left,back,right")]
    let turn = samples.event(.turn, [.side: .text("left")], at: "23:10")
    let board = board([turn, samples.event(.letSleep, at: "02:00")], plan: plan, now: "02:15")
    #expect(board.last.turn?.id == turn.id)
    #expect(board.plannedTurn?.at == samples.moment("05:00"))
    #expect(board.plannedTurn?.side == "back")
  }

  @Test func `without an interval nothing is planned, and what is to come is not yet told`() {
    var samples = Samples()
    let later = samples.event(.turn, at: "04:00")
    #expect(board([later], now: "02:15").last.turn == nil)
    #expect(board([samples.event(.turn, at: "01:00")], now: "02:15").plannedTurn == nil)
  }

  @Test func `it repeats the last of each thing as written`() {
    var samples = Samples()
    let entries = [
      samples.event(.suction, at: "22:00"), samples.event(.feedOn, at: "22:00"),
      samples.event(.medicine, [.what: .text("B")], at: "22:00"), samples.event(.maskOn, at: "22:50"),
      samples.event(.medicine, [.what: .text("A")], at: "23:00"), samples.event(.suction, at: "01:00"),
      samples.event(.asleep, at: "01:10"), samples.event(.medicine, [.what: .text("B")], at: "02:00"),
    ]
    let board = board(entries, now: "02:15")
    #expect(board.last.suction?.at == samples.moment("01:00"))
    #expect(board.medicines.map(\.name) == ["B", "A"], "the newest first")
    #expect(board.medicines.first?.last?.at == samples.moment("02:00"))
    #expect(board.last.feed?.subject == .event(.feedOn))
    #expect(board.mask?.kind == .maskOn && board.mask?.at == samples.moment("22:50"))
    #expect(board.last.asleep?.subject == .event(.asleep))
  }
}

@Suite struct `The plan through time` {
  @Test func `is folded anew only where something was set since, and then as it stood`() throws {
    var samples = Samples()
    let early = samples.setting("person", "A", at: "13:00")
    let late = samples.setting("person", "B", at: "15:00")
    let history = PlanHistory([late, early])
    func person(_ moment: String, known: String) -> String?? {
      history.plan(asOf: samples.moment(moment), unlessAsAt: samples.moment(known)).map(\.person)
    }
    #expect(person("16:00", known: "17:00") == nil && person("17:00", known: "16:00") == nil)
    #expect(person("14:00", known: "17:00") == "A")
    #expect(person("17:00", known: "14:00") == "B")
    #expect(PlanHistory().plan(asOf: samples.moment("14:00"), unlessAsAt: samples.moment("15:00")) == nil)
  }
  @Test func `makes the figures of many nights as of each night's own end`() {
    let first = Samples().night
    let nights = (0..<8).map { day -> Night in
      var samples = Samples(writer: "n\(day)", night: "\(first.adding(days: day))")
      let answer = samples.record(.check(item: "machine-on"), [.state: .text("done")], at: "22:00")
      return Night(date: samples.night, entries: day == 3 ? [] : [answer])
    }
    let entries = [(1, "mask"), (4, "suction"), (5, "overlay")].map { day, kind -> Entry in
      var samples = Samples(writer: "p\(day)", night: "\(first.adding(days: day))")
      return samples.setting("equipment.\(kind)", "in-use", at: "20:00")
    }
    let history = PlanHistory(entries)
    let now = Samples().moment("12:00").adding(minutes: 20 * 1440)
    let plan = Plan(entries: entries, asOf: now)
    let run = NightRun(of: first.adding(days: 1)...first.adding(days: 6)) { dates in
      nights.filter { dates.contains($0.date) }.map { NightSummary($0) }
    }
    let all = history.figures(of: run, plan: plan, catalogue: .standard, asOf: now)
    #expect(all.count == 6)
    for (index, figures) in all.enumerated() {
      let end = NightRule.noon.start(of: first.adding(days: index + 2), offsetMinutes: 60)
      let then = Plan(entries: entries, asOf: end)
      let alone = NightFigures(
        nights[index + 1], previous: nights[index], next: nights[index + 2], plan: then, catalogue: .standard)
      #expect(figures == alone, "\(index)")
    }
    #expect(Set(all.compactMap { $0.checklist?.open }).count > 2)
  }
}
