import NightModel
import TestSupport
import Testing
import Text

@testable import NightReports

@Suite struct `Nights as text, JSON and CSV` {
  private let date = Samples().night

  /// A night with one of everything.
  private func night() -> Night {
    var samples = Samples()
    return Night(
      date: date,
      entries: [
        samples.record(.check(item: "call-tested"), [.state: .text("done")], at: "22:00", by: "MK"),
        samples.event(.maskOn, at: "22:50"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
        samples.record(
          .symptom("cramp"),
          [.value: .number(6), .minutes: .number(10), .place: .text("left calf"), .note: .text("é\n日本")],
          at: "02:15"), samples.event(.turn, [.side: .text("right")], at: "02:20"),
        samples.event(.maskOff, at: "06:30"),
        samples.record(
          .diary,
          [
            .intoBed: .moment(samples.moment("22:30")), .tried: .moment(samples.moment("23:00")), .sol: .number(40),
            .wakings: .number(3), .waso: .number(50), .finalWake: .moment(samples.moment("06:15")),
            .outOfBed: .moment(samples.moment("07:00")),
          ], at: "08:00"), samples.record(.carer, [.slept: .number(290), .relief: .flag(false)], at: "08:05"),
      ])
  }
  private func figures(_ night: Night) -> NightFigures {
    NightFigures(
      night, previous: Night(date: night.date.adding(days: -1), entries: []),
      next: Night(date: night.date.adding(days: 1), entries: []), plan: Plan(), catalogue: .standard)
  }

  @Test func `a night as the contract has it, members in their order`() throws {
    let open = Catalogue.standard.items(of: .bedtime).filter { Plan().includes($0) }.count - 1
    #expect(
      FiguresJSON.text([figures(night())])
        == #"""
        [
        {"night":"2026-11-22","entries":8,"tib":510,"sol":40,"naw":3,"waso":50,"tst":345,"se":67.6,"seDiary":79.3,"mask":460,"maskOpen":false,"turns":2,"longestTurnGap":190,"suctions":null,"wakings":null,"symptoms":[{"id":"cramp","count":1,"max":6}],"checklist":{"done":1,"notNeeded":0,"couldNot":0,"open":\#(open)},"carer":{"slept":290,"up":null,"longestStretch":null,"wornOut":null,"relief":false,"note":null},"signs":null,"maskUnconfirmed":null}
        ]
        """#)
    #expect(FiguresJSON.text([]) == "[]")
  }

  @Test func `one night with its entries and its diary as typed`() throws {
    let text = NightJSON.text(night(), figures: figures(night()), withRetracted: false)
    let json = try #require(JSON(Array(text.utf8)[...]))
    let turn = try #require(json["items"]?.elements?.first { $0["kind"]?.text == "turn" })
    #expect(
      turn.members?.prefix(11).map(\.name) == [
        "id", "at", "kind", "value", "minutes", "side", "place", "note", "by", "source", "edited",
      ])
    #expect(
      json["items"]?.elements?.compactMap { $0["kind"]?.text } == [
        "check", "mask-on", "turn", "cramp", "turn", "mask-off", "diary", "carer",
      ])
    #expect(json["diary"]?["intoBed"]?.text == "2026-11-22T22:30:00.000+01:00")
    #expect(json["diary"]?["quality"] == .null)
    #expect(!text.contains("retracted"))
  }

  @Test func `one night as a person reads it`() {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("person", "A. Person")])
    let text = NightText.text(
      night(), figures: figures(night()), catalogue: .standard, plan: plan, withRetracted: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "Night of Sun 22 to Mon 23 Nov 2026 · A. Person")
    #expect(lines.contains("Slept (TST) 5 h 45 = final waking - tried to sleep - SOL - WASO"))
    let twelve = NightText.text(
      night(), figures: figures(night()), catalogue: .standard, plan: Plan(entries: [samples.setting("clock", "12")]),
      withRetracted: false)
    #expect(twelve.contains("into bed 10:30 pm") && twelve.contains("10:50 pm") && !twelve.contains("22:"))
    #expect(lines.contains("Sleep efficiency (SE) 67.6 % = 100 x TST / time in bed"))
    #expect(lines.contains { $0.hasPrefix("02:15  Cramp 6, 10 min, left calf, é 日本") })
    #expect(text.contains("blank counted as 0"))
    let empty = Night(date: date, entries: [])
    #expect(
      NightText.text(empty, figures: figures(empty), catalogue: .standard, plan: Plan(), withRetracted: false)
        == "Night of Sun 22 to Mon 23 Nov 2026\nNothing recorded.")
  }

  @Test func `what was edited, taken back or said twice is marked`() {
    var here = Samples(writer: "aaaaaaaa")
    var there = Samples(writer: "bbbbbbbb")
    let turn = here.event(.turn, at: "23:10")
    let gone = here.event(.suction, at: "23:20")
    let entries = [
      turn, gone, here.amend([turn], [.side: .text("left")]), there.amend([turn], [.side: .text("right")]),
      here.retract([gone]),
    ]
    let night = Night(date: date, entries: entries)
    let text = NightText.text(night, figures: figures(night), catalogue: .standard, plan: Plan(), withRetracted: true)
    #expect(text.contains("(edited 08:00; two versions of side)") && text.contains("(taken back)"))
    #expect(
      NightJSON.text(night, figures: figures(night), withRetracted: true).contains(
        #""versions":{"side":["right","left"]}"#))
  }

  @Test func `a table says not recorded where nothing was, and over how many nights it runs`() {
    let nights = [Night(date: date.adding(days: -1), entries: []), night()].map(figures)
    let lines = NightsTable.text(nights, catalogue: .standard, plan: Plan()).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines[1] == "Sat 21 Nov 2026  -       -       -     -      -        -              -          nothing recorded"
    )
    #expect(lines[2].contains("5 h 45") && lines[2].contains("Cramp 6") && lines[2].contains("7 h 40"))
    #expect(lines[3] == "1 of 2 nights recorded; - means not recorded")
    let running = NightsTable.text(nights, catalogue: .standard, plan: Plan(), running: nights[1].night)
    #expect(running.contains(", not over yet") && !lines[2].contains("not over"))
  }

  @Test func `CSV has one row a night and quotes what needs it`() {
    let rows = NightsCSV.text([figures(night())]).split(separator: "\r\n").map(String.init)
    #expect(rows.count == 2)
    #expect(
      rows[0].split(separator: ",").count == rows[1].split(separator: ",", omittingEmptySubsequences: false).count)
    #expect(rows[1].hasPrefix("2026-11-22,8,510,40,3,50,345,67.6,79.3,460,false,2,190,,,cramp:1:6,1,0,0,"))
  }

  @Test func `the article on exports names the columns of CSV, and no more`() {
    let article = Checkout.text("Sources/NightReports/NightReports.docc/ExportFormat.md")
    let head = NightsCSV.text([]).split(separator: "\r\n").map(String.init)
    let rows = article.split(separator: "\n").filter { $0.hasPrefix("    night,") }
    #expect(rows.map { String($0.dropFirst(4)) } == head)
  }

  @Test func `tonight shows what was written, newest first`() {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("turn-interval", "180"), samples.setting("turn-positions", "left,back")])
    let now = samples.moment("02:30")
    let board = Board(tonight: night(), previous: Night(date: date.adding(days: -1), entries: []), plan: plan, now: now)
    let text = TonightText.text(night(), board: board, plan: plan, now: now, catalogue: .standard)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Night of Sun 22 to Mon 23 Nov 2026 · 02:30")
    #expect(lines[1] == "turned 02:20 right (10 min)")
    #expect(lines[2] == "planned 05:20 left")
    #expect(lines[3] == "mask on 22:50 (as written)")
    let twelve = Plan(entries: [samples.setting("clock", "12")])
    let shown = TonightText.text(night(), board: board, plan: twelve, now: now, catalogue: .standard)
    #expect(shown.contains("2026 · 2:30 am") && shown.contains("turned 2:20 am") && shown.contains("10:50 pm"))
    #expect(!shown.contains("02:20") && !shown.contains("22:50"))
  }
}

@Suite struct `The card as text` {
  @Test func `fits sixty columns, whatever was typed, and holds every line`() {
    var samples = Samples()
    let long = "one two three four five six seven eight nine ten eleven twelve thirteen"
    let keys = PlanKey.allCases.filter { $0.member == nil && $0.page == .card || $0.page == .nights }.map(\.rawValue)
    let plan = Plan(entries: (keys + ["number.clinic"]).map { samples.setting($0, long) })
    let text = CardText.text(plan)
    for line in text.split(separator: "\n") { #expect(line.count <= CardText.columns, "\(line)") }
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for block in EmergencyCard(plan).blocks + EmergencyCard.nights(plan) + EmergencyCard.agreed(plan) {
      #expect(words.contains(block.line), "\(block)")
    }
    let unbroken = Plan(entries: [samples.setting("card.door", String(repeating: "x", count: 150))])
    for line in CardText.text(unbroken).split(separator: "\n") { #expect(line.count <= CardText.columns, "\(line)") }
    #expect(CardText.text(Plan()).contains("Nothing typed yet. Call your emergency number."))
  }

  @Test func `the card is laid out once while the plan says the same, and anew when a dated setting counts`() {
    var samples = Samples()
    var entries = [samples.setting("person", "Ann")]
    var card = CardOfPlan()
    let now = samples.moment("02:15")
    let first = card.text(entries, isWhole: true, asOf: now)
    #expect(card.text(entries, isWhole: true, asOf: now.adding(minutes: 1)) == first && card.layouts == 1)
    #expect(first == CardText.text(Plan(entries: entries, asOf: now)))
    #expect(card.text(entries, isWhole: false, asOf: now) != first && card.layouts == 2)
    entries.append(
      samples.said(.plan(key: "person"), [.to: .text("Bea")], over: entries, at: "08:00", isDated: true))
    #expect(card.text(entries, isWhole: true, asOf: now).contains("Ann") && card.layouts == 3)
    let later = samples.moment("08:30")
    #expect(card.text(entries, isWhole: true, asOf: later).contains("Bea") && card.layouts == 4)
    #expect(card.text(entries, isWhole: true, asOf: later.adding(minutes: 1)).contains("Bea") && card.layouts == 4)
  }
}
