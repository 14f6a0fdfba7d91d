import TestSupport
import Testing

@testable import NightModel

@Suite struct `Who is on and who is expected` {
  private var samples = Samples()

  private func words(_ entries: [Entry], at time: String = "02:15") -> [String] {
    let now = samples.moment(time)
    return Duty(Timeline(entries).items, now: now).facts(now: now, clock: .twentyFour).map(\.line)
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

  @Test mutating func `a helper is expected as typed, until they take over or another one is`() {
    var entries = [samples.record(.handover(.expected), [.who: .text("JD at 03:00")], at: "22:00", by: "MK")]
    #expect(words(entries) == ["expected: JD at 03:00"])
    #expect(words(entries, at: "10:30") == [])
    entries.append(samples.record(.handover(.took), at: "02:10", by: "jd"))
    #expect(words(entries) == ["on: jd since 02:10 (5 min)"])
    entries.append(samples.record(.handover(.expected), [.who: .text("the agency")], at: "02:12"))
    #expect(words(entries).last == "expected: the agency")
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
