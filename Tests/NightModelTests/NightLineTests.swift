import NightModel
import TestSupport
import Testing

@Suite struct `A night as a line of time` {
  private func line(
    _ entries: [Entry], before: [Entry] = [], after: [Entry] = [], night: String = "2026-11-22", until: Instant? = nil
  ) -> NightLine {
    let date = CivilDate(night) ?? CivilDate(daysSince1970: 0)
    return NightLine(
      Night(date: date, entries: entries), previous: Night(date: date.adding(days: -1), entries: before),
      next: Night(date: date.adding(days: 1), entries: after), bounds: .noon, until: until)
  }

  private func hours(_ line: NightLine) -> [Int] { line.hours(in: line.whole).map(\.hour) }

  @Test func `what was written is said in order, and what was not is not said`() {
    var samples = Samples()
    let line = line([
      samples.event(.maskOn, at: "22:50"), samples.event(.maskOff, at: "06:40"), samples.event(.asleep, at: "23:00"),
      samples.event(.woke, at: "02:00"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
      samples.event(.turn, at: "02:05"), samples.record(.symptom("cramp"), [.value: .number(6)], at: "01:40"),
    ])
    #expect(
      line.sentences(.standard, clock: .twentyFour) == [
        "Mask on 22:50 to 06:40.", "Looked asleep 23:00 to 02:00.", "Woke at 02:00.", "Turned 23:10 left, 02:05.",
        "Symptoms: 01:40 Cramp 6.",
      ])
    #expect(self.line([samples.event(.drink, at: "23:00")]).isEmpty)
    #expect(self.line([]).sentences(.standard, clock: .twelve).isEmpty)
  }

  @Test func `what lasted over a day is drawn to its end only once somebody said that it is right`() {
    var (samples, next) = (Samples(), Samples(writer: "n", night: "2026-11-23"))
    let on = samples.event(.maskOn, at: "22:50")
    for said in [nil, false, true] as [Bool?] {
      let off = next.event(.maskOff, said.map { [.asIs: .flag($0)] } ?? [:], at: "23:30")
      #expect(line([on], after: [off]).mask.first?.end == (said == true ? off.at : nil))
    }
  }

  @Test func `an end that nobody wrote is said to be missing, and none is guessed`() {
    var samples = Samples()
    let open = line([samples.event(.maskOn, at: "22:50"), samples.event(.carerUp, at: "01:00")])
    #expect(open.mask.first?.end == nil)
    #expect(
      open.sentences(.standard, clock: .twelve) == [
        "Mask on from 10:50 pm, no end written.", "Caregiver up from 1:00 am, no end written.",
      ])
  }

  @Test func `a mask put on the evening before or taken off after noon is the night's too`() {
    var (last, next) = (Samples(writer: "l", night: "2026-11-21"), Samples(writer: "n", night: "2026-11-23"))
    let before = [last.event(.maskOn, at: "11:00")]
    var samples = Samples()
    let line = line(
      [samples.event(.maskOff, at: "13:00"), samples.event(.maskOn, at: "23:00")], before: before,
      after: [next.event(.maskOff, at: "12:30")])
    #expect(line.mask.map { $0.end != nil } == [true, true])
    #expect(self.line([samples.event(.turn, at: "23:00")], before: before).mask.isEmpty)
  }

  @Test func `sleep ends with a waking of its own night, or with what its diary says, and never in the next night`() {
    var (samples, next) = (Samples(), Samples(writer: "n", night: "2026-11-23"))
    func slept(_ entries: [Entry], until: Instant? = nil) -> [String] {
      line(entries, after: [next.event(.woke, at: "01:38")], until: until).asleep.map { span in
        "\(span.start.time)-\(span.end.map { "\($0.time)" } ?? "")"
      }
    }
    let asleep = samples.event(.asleep, at: "02:07")
    #expect(slept([asleep]) == ["02:07-"])
    #expect(line([], before: [asleep], after: []).asleep.isEmpty)
    func diary(_ times: [Field: String]) -> Entry {
      samples.record(.diary, times.mapValues { .moment(samples.moment($0)) }, at: "08:00")
    }
    let said = diary([.tried: "22:30", .finalWake: "06:28", .outOfBed: "07:00"])
    #expect(slept([asleep, said]) == ["02:07-06:28"])
    #expect(slept([asleep, said], until: samples.moment("05:00")) == ["02:07-"])
    #expect(slept([asleep, diary([.outOfBed: "07:00"])]) == ["02:07-07:00"])
    // A waking that came first stands; between two sleeps somebody woke, whenever that was; a nap is another sleep.
    let early = samples.event(.asleep, at: "23:00")
    #expect(slept([early, samples.event(.woke, at: "00:10"), asleep, said]) == ["23:00-00:10", "02:07-06:28"])
    #expect(slept([early, asleep, said]) == ["23:00-", "02:07-06:28"])
    #expect(slept([asleep, said, samples.event(.asleep, at: "09:00")]) == ["02:07-06:28", "09:00-"])
    let last = slept([asleep, said, samples.event(.asleep, at: "06:40"), samples.event(.woke, at: "11:00")])
    #expect(last == ["02:07-06:28", "06:40-07:00"])
  }

  @Test(arguments: ["12:00", "13:00", "20:30"])
  func `hours in bed that all lie after the night are an hour of it, and never none`(time: String) {
    // So they lie once the hour at which nights are cut was moved to an earlier one, and in a diary with another date.
    var next = Samples(writer: "n", night: "2026-11-23")
    let late = line([next.event(.woke, at: time), next.event(.turn, at: time)])
    #expect(late.hoursInBed.start == late.whole.end - 3_600_000 && late.hoursInBed.end == late.whole.end)
    #expect(late.hours(in: late.hoursInBed).map(\.hour) == [11, 12])
  }

  @Test func `a usual night has 25 hour marks, one of 23 hours two less, one of 25 two more, and says so`() {
    var usual = Samples()
    #expect(hours(line([usual.event(.turn, at: "23:00")])) == Array(12...23) + Array(0...12))
    // Clocks go back in the night of 24 October: an hour comes twice.
    var (summer, winter) = (
      Samples(writer: "s", night: "2026-10-24", offsetMinutes: 120),
      Samples(writer: "w", night: "2026-10-24", offsetMinutes: 60)
    )
    let long = line([summer.event(.turn, at: "01:00"), winter.event(.turn, at: "04:00")], night: "2026-10-24")
    #expect(long.whole.end - long.whole.start == 25 * 3_600_000)
    #expect(hours(long) == Array(12...23) + [0, 1] + Array(4...12))
    #expect(long.sentences(.standard, clock: .twentyFour).last?.contains("from UTC+02:00 to UTC+01:00") == true)
    var (before, after) = (
      Samples(writer: "b", night: "2026-03-28", offsetMinutes: 60),
      Samples(writer: "a", night: "2026-03-28", offsetMinutes: 120)
    )
    let short = line([before.event(.turn, at: "01:30"), after.event(.turn, at: "03:30")], night: "2026-03-28")
    #expect(short.whole.end - short.whole.start == 23 * 3_600_000)
    #expect(hours(short) == Array(12...23) + [0, 1] + Array(4...12))
  }

  @Test func `travel in the night bends no time, and there is always a line`() {
    for seed in Property.seeds(share: 0.2) {
      var chance = Chance(seed: seed)
      let entries = (0..<chance.number(in: 1...6)).flatMap { index -> [Entry] in
        var samples = Samples(writer: "t\(index)", offsetMinutes: chance.number(in: -12...14) * 60)
        let time = ClockTime(hour: chance.number(in: 0...23), minute: chance.number(in: 0...59)).map { "\($0)" } ?? ""
        return [samples.event(chance.one(of: [.turn, .maskOn, .maskOff, .asleep, .woke]), at: time)]
      }
      let line = line(entries)
      #expect(line.whole.end > line.whole.start, "seed \(seed)")
      let bed = line.hoursInBed
      #expect(bed.end > bed.start && bed.start >= line.whole.start && bed.end <= line.whole.end, "seed \(seed)")
      let marks = line.hours(in: line.whole)
      #expect(marks.allSatisfy { line.whole.start...line.whole.end ~= $0.at }, "seed \(seed)")
    }
  }

  @Test func `the hours in bed are the diary's, in whole hours`() {
    var samples = Samples()
    let diary = samples.record(
      .diary, [.intoBed: .moment(samples.moment("22:10")), .outOfBed: .moment(samples.moment("06:50"))], at: "08:00")
    let line = line([diary, samples.event(.turn, at: "14:00")])
    #expect(line.hoursInBed.start == samples.moment("22:00").milliseconds)
    #expect(line.hoursInBed.end == samples.moment("07:00").milliseconds)
  }
}
