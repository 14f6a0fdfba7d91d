import NightModel
import TestSupport
import Testing

@Suite struct `The board` {
  private func lines(_ night: [Entry], before: [Entry] = [], plan: [Entry] = [], at time: String = "02:15") -> [String]
  {
    let samples = Samples()
    let board = Board(
      tonight: Night(date: samples.night, entries: night),
      previous: Night(date: samples.night.adding(days: -1), entries: before), plan: Plan(entries: plan),
      now: samples.moment(time))
    return board.facts(now: samples.moment(time), clock: .twentyFour).map(\.line)
  }

  @Test func `a power cut and a caregiver up are told while they last, and no longer`() {
    var samples = Samples()
    let began = [samples.event(.powerOut, at: "02:00"), samples.event(.carerUp, at: "02:05")]
    #expect(lines(began) == ["power out 02:00 (15 min)", "caregiver up 02:05 (10 min)"])
    let ended = began + [samples.event(.powerBack, at: "02:10"), samples.event(.carerDown, at: "02:14")]
    #expect(lines(ended).isEmpty)
    #expect(lines(ended, at: "02:09").first == "power out 02:00 (9 min)", "at its own moment")
  }

  @Test func `the mask is told as it was put on or taken off last, an end without a start and in its minute too`() {
    func told(_ edges: [(EventKind, String)], before: [Entry] = []) -> [String] {
      var samples = Samples()
      return lines(edges.map { samples.event($0.0, at: $0.1) }, before: before)
    }
    #expect(told([(.maskOff, "02:05")]) == ["mask off 02:05 (as written)"])
    #expect(told([(.maskOn, "02:05"), (.maskOff, "02:05")]) == ["mask off 02:05 (as written)"])
    let twice: [(EventKind, String)] = [(.maskOn, "22:00"), (.maskOff, "23:00"), (.maskOff, "23:30")]
    #expect(told(twice) == ["mask off 23:30 (as written), before that 1 h 00"])
    #expect(told(twice + [(.maskOn, "00:10")]) == ["mask on 00:10 (as written), before that 1 h 00"])
    #expect(told(twice.dropLast() + [(.maskOff, "02:30")]) == ["mask off 23:00 (as written)"], "what is to come waits")
    var last = Samples(writer: "l", night: "2026-11-21")
    let ended = [last.event(.maskOn, at: "22:30"), last.event(.maskOff, at: "07:10")]
    #expect(told([], before: ended).isEmpty, "what ended in the night before is none of this night's")
    #expect(told([(.maskOff, "12:20")], before: [ended[0]]) == ["mask off Sun 22 Nov 12:20 (as written)"])
  }

  @Test func `a medicine is told as last written, by whom, with what the label says as typed, and nothing is reckoned`()
  {
    var samples = Samples()
    let plan = [samples.setting("medicine-gap.Baclofen", "8 hours, or ask")]
    let doses = ["22:00", "01:45"].map {
      samples.record(.event(.medicine), [.what: .text("Baclofen")], at: $0, by: "MK")
    }
    #expect(
      lines(doses, plan: plan) == [
        "Baclofen: last written 01:45 by MK (30 min), label: 8 hours, or ask"
      ])
  }

  @Test func `what lies twelve hours back or more has its day, and what lies before tonight no age`() {
    var (samples, last) = (Samples(), Samples(writer: "l", night: "2026-11-21"))
    let before = [
      last.record(.event(.medicine), [.what: .text("Baclofen")], at: "22:00", by: "MK"),
      last.event(.maskOn, at: "22:30"), last.event(.suction, at: "02:48"),
      last.record(.handover(.took), at: "20:00", by: "MK"),
      last.event(.turn, [.side: .text("left")], at: "06:20"),
    ]
    #expect(
      lines([], before: before) == [
        "mask on Sat 21 Nov 22:30 (as written)", "Baclofen: last written Sat 21 Nov 22:00 by MK (28 h 15)",
        "before: turned Sun 06:20 left, suction Sun 02:48", "on: MK since Sat 21 Nov 20:00 (30 h 15)",
      ])
    #expect(lines([samples.event(.suction, at: "14:16")]) == ["suction 14:16 (11 h 59)"])
    #expect(lines([samples.event(.suction, at: "14:15")]) == ["suction Sun 22 Nov 14:15 (12 h 00)"])
  }

  @Test func `let sleep moves the plan and never the age of the last turn`() {
    var samples = Samples()
    let plan = [samples.setting("turn-interval", "120"), samples.setting("turn-positions", "left,back")]
    let night = [samples.event(.turn, [.side: .text("left")], at: "23:10"), samples.event(.letSleep, at: "01:10")]
    #expect(lines(night, plan: plan) == ["turned 23:10 left (3 h 05)", "planned 03:10 back"])
  }

  @Test func `nothing is planned from a turn of the night before, and what is written again is no longer told of then`()
  {
    var (samples, last) = (Samples(), Samples(writer: "l", night: "2026-11-21"))
    let plan = [samples.setting("turn-interval", "180")]
    let before = [
      last.event(.suction, at: "23:03"), last.event(.turn, [.side: .text("right")], at: "03:56"),
      last.event(.coughAssist, at: "04:10"),
    ]
    #expect(
      lines([], before: before, plan: plan) == [
        "before: turned Sun 03:56 right, suction Sat 23:03, cough assist Sun 04:10"
      ])
    let again = [samples.event(.turn, at: "22:00"), samples.event(.suction, at: "01:15")]
    #expect(
      lines(again, before: before, plan: plan) == [
        "turned 22:00 (4 h 15)", "planned 01:00", "suction 01:15 (1 h 00)", "before: cough assist Sun 04:10",
      ])
  }

  @Test func `what lies before tonight has its day as soon as another date stands on the clock`() {
    var last = Samples(writer: "l", night: "2026-11-21")
    let before = [last.event(.suction, at: "00:42"), last.event(.turn, [.side: .text("left")], at: "23:56")]
    #expect(lines([], before: before, at: "13:00") == ["before: turned Sat 23:56 left, suction 00:42"])
    #expect(lines([], before: before, at: "23:59") == ["before: turned Sat 23:56 left, suction 00:42"])
    #expect(lines([], before: before, at: "02:00") == ["before: turned Sat 23:56 left, suction Sun 00:42"])
  }
}
