import TestSupport
import Testing

@testable import NightModel

@Suite struct `Who is on and who is expected` {
  private var samples = Samples()

  private func words(_ entries: [Entry], at time: String = "02:15") -> [String] {
    let now = samples.moment(time)
    let none = Night(date: samples.night.adding(days: -1), entries: [])
    return Duty(tonight: Night(date: samples.night, entries: entries), previous: none, now: now)
      .facts(now: now, clock: .twentyFour).map(\.line)
  }

  @Test mutating func `the last to take over is on, until they leave`() {
    var entries = [
      samples.record(.handover(.took), at: "20:00", by: "MK"), samples.record(.handover(.took), at: "23:00", by: "JD"),
    ]
    #expect(words(entries) == ["on: JD since 23:00 (3 h 15)"])
    // Whoever was relieved leaving says nothing of who is on.
    entries.append(samples.record(.handover(.left), at: "23:10", by: "MK"))
    #expect(words(entries) == ["on: JD since 23:00 (3 h 15)"])
    entries.append(samples.record(.handover(.left), at: "02:00", by: "JD"))
    #expect(words(entries) == [])
    #expect(words(entries, at: "01:00") == ["on: JD since 23:00 (2 h 00)"])
  }

  @Test mutating func `two who took over without knowing of each other are both on, until one takes over again`() {
    let first = samples.said(.handover(.took), over: [], at: "20:00", by: "MK")
    let mine = samples.said(.handover(.took), over: [first], at: "23:00", by: "JD")
    let theirs = samples.said(.handover(.took), over: [first], at: "23:30", by: "TR")
    #expect(words([first, mine, theirs]) == ["on: JD since 23:00 (3 h 15) and TR since 23:30 (2 h 45)"])
    // Leaving ends what it was written over, and only one's own.
    let left = samples.said(.handover(.left), over: [mine], at: "00:10", by: "JD")
    #expect(words([first, mine, theirs, left]) == ["on: TR since 23:30 (2 h 45)"])
    let strayed = samples.said(.handover(.left), over: [mine], at: "00:10", by: "MK")
    #expect(words([first, mine, theirs, strayed]) == words([first, mine, theirs]))
    let last = samples.said(.handover(.took), over: [mine, theirs], at: "01:15", by: "MK")
    #expect(words([first, mine, theirs, last]) == ["on: MK since 01:15 (1 h 00)"])
  }

  @Test mutating func `whoever took over by a clock that runs ahead is on, and is relieved by whoever took over since`()
  {
    let fast = samples.said(.handover(.took), over: [], at: "04:15", by: "MK")
    #expect(words([fast]) == ["on: MK since 04:15"])
    let right = samples.said(.handover(.took), over: [fast], at: "02:00", by: "JD")
    #expect(words([fast, right]) == ["on: JD since 02:00 (15 min)"])
    #expect(words([fast, right], at: "05:00") == ["on: JD since 02:00 (3 h 00)"])
  }

  @Test mutating func `the night before goes on until somebody takes over or leaves, whatever its clock said`() {
    var last = Samples(writer: "bbbbbbbb", night: "2026-11-21")
    let previous = Night(
      date: last.night, entries: [last.said(.handover(.took), over: [], at: "09:00", by: "MK")])
    let now = samples.moment("14:00")
    func words(_ entries: [Entry]) -> [String] {
      Duty(tonight: Night(date: samples.night, entries: entries), previous: previous, now: now)
        .facts(now: now, clock: .twentyFour).map(\.line)
    }
    #expect(words([]) == ["on: MK since 09:00 (5 h 00)"])
    #expect(words([samples.said(.handover(.left), over: [], at: "13:00", by: "MK")]) == [])
    #expect(words([samples.said(.handover(.left), over: [], at: "13:00", by: "JD")]) == words([]))
    #expect(words([samples.said(.handover(.took), over: [], at: "13:00", by: "JD")]) == ["on: JD since 13:00 (1 h 00)"])
  }

  @Test mutating func `a helper is expected as typed, until they take over or another one is`() {
    var entries = [samples.record(.handover(.expected), [.who: .text("JD at 03:00")], at: "22:00", by: "MK")]
    #expect(words(entries) == ["expected: JD at 03:00"])
    #expect(words(entries, at: "10:30") == [])
    entries.append(samples.record(.handover(.took), at: "02:10", by: "jd"))
    #expect(words(entries) == ["on: jd since 02:10 (5 min)"])
    entries.append(samples.record(.handover(.expected), [.who: .text("the agency")], at: "02:12"))
    #expect(words(entries).last == "expected: the agency")
  }

  @Test mutating func `whoever is on writes, else the only one who ever does, unless they left`() {
    let none = Night(date: samples.night.adding(days: -1), entries: [])
    let now = samples.moment("02:15")
    let one = Plan(entries: [samples.setting("people.MK", "Mara")])
    let two = Plan(entries: [samples.setting("people.MK", "Mara"), samples.setting("people.JD", "Jon")])
    func writer(_ entries: [Entry], _ plan: Plan, before: Duty.Standing = Duty.Standing()) -> String? {
      Duty(tonight: Night(date: samples.night, entries: entries), previous: none, before: before, now: now).writer(plan)
    }
    #expect(writer([], Plan()) == nil && writer([], one) == "MK" && writer([], two) == nil)
    let took = samples.said(.handover(.took), over: [], at: "23:30", by: "JD")
    #expect(writer([took], one) == "JD" && writer([took], two) == "JD")
    let left = samples.said(.handover(.left), over: [took], at: "23:40", by: "JD")
    #expect(writer([took, left], two) == nil && writer([took, left], one) == "MK")
    let gone = samples.said(.handover(.left), over: [], at: "23:40", by: "MK")
    #expect(writer([gone], one) == nil)
    // Of two who took over at once every screen takes the same one.
    let other = samples.said(.handover(.took), over: [], at: "23:10", by: "MK")
    #expect(writer([took, other], two) == "MK" && writer([other, took], two) == "MK")
    // However many nights ago somebody took over.
    let long = Duty.Standing().after(Night(date: samples.night, entries: [took]), now: now)
    #expect(writer([], two, before: long) == "JD" && writer([left], two, before: long) == nil)
  }

  @Test mutating func `whoever is on goes on writing as the nights go by`() {
    var view = RecordView(now: samples.moment("02:15"))
    let took = samples.record(.handover(.took), at: "23:30", by: "JD")
    view.load([LoadedPartition(partition: .night(samples.night), entries: [took])])
    for hours in stride(from: 0, through: 24 * 5, by: 6) {
      view.setClock(now: samples.moment("02:15").adding(minutes: hours * 60))
      view.keepNights(Set(view.nightsAtHand.nights))
      #expect(view.writer == "JD", "\(hours)")
    }
  }

  @Test mutating func `to say who wrote what nobody signed corrects nothing, to say that it was another one does`() {
    let entry = samples.event(.suction, at: "01:00")
    let signed = samples.amend([entry], [.by: .text("MK")], by: "MK")
    let other = samples.amend([entry, signed], [.by: .text("JD")], by: "JD")
    let item = Night(date: samples.night, entries: [entry, signed]).items.first
    #expect(item?.by == "MK" && item?.editedWords(.twentyFour) == nil)
    let again = Night(date: samples.night, entries: [entry, signed, other]).items.first
    #expect(again?.by == "JD" && again?.editedWords(.twentyFour) == "edited 08:00 by JD")
  }

  @Test mutating func `the board says only what was written of it`() {
    let tonight = Night(date: samples.night, entries: [samples.record(.handover(.took), at: "22:00", by: "MK")])
    let previous = Night(date: samples.night.adding(days: -1), entries: [])
    let now = samples.moment("02:15")
    func facts(_ night: Night) -> [String] {
      Board(tonight: night, previous: previous, plan: Plan(), now: now).facts(now: now, clock: .twelve).map(\.line)
    }
    #expect(facts(tonight) == ["on: MK since 10:00 pm (4 h 15)"])
    #expect(facts(previous) == [])
  }
}
