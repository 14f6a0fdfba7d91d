import TestSupport
import Testing

@testable import NightModel

@Suite struct `Notes kept on paper` {
  private let night = Samples().night

  private func reader(
    _ night: CivilDate? = nil, now: Instant? = nil, zone: Zone = .fixed(minutes: 60), clock: ClockStyle = .twentyFour
  ) -> PaperNotes {
    var samples = Samples()
    let plan = Plan(entries: [samples.setting("medicine.Baclofen", "10 mg as needed")])
    return PaperNotes(
      night: night ?? self.night,
      times: TimeReader(zone: zone, rule: .noon, clock: clock, now: now ?? samples.moment("11:00")),
      now: now ?? samples.moment("11:00"), plan: plan)
  }

  private func words(_ line: String) -> String {
    switch reader().reading(line) {
    case .nothing: return "nothing"
    case .by(let initials): return "by \(initials)"
    case .wrong(let reason, let asNote):
      let note = asNote.map { Draft(partition: .night(night), at: $0.moment, body: $0.body).words(.standard) }
      return "wrong: \(reason)" + (note.map { "; as \($0)" } ?? "")
    case .note(let note):
      return Draft(partition: .night(night), at: note.moment, body: note.body).words(.standard)
    }
  }

  @Test func `any number of line numbers before a time is passed over, a hundred thousand too`() {
    let numbers = Array(repeating: "1.", count: 100_000)
    let time = PaperTime((numbers + ["2310", "turn"])[...], .twentyFour) { _ in false }
    #expect(time?.start == TypedClock(["2310"], .twentyFour).map(TypedMoment.clock) && time?.count == 100_001)
    #expect(PaperTime(numbers[...], .twentyFour) { _ in false } == nil)
    // With no time behind it, what looks like a number may be one.
    #expect(PaperTime(["1.", "905.", "10", "min"], .twentyFour) { _ in false }?.count == 2)
  }

  @Test(arguments: [
    ("2310 turn left", "2026-11-22 23:10 turned left"),
    ("23:10 Turned on her LEFT side.", "2026-11-22 23:10 turned left"),
    ("9:05 t r", "2026-11-23 09:05 turned right"), ("905 turned", "2026-11-23 09:05 turned"),
    ("2310 rt", "2026-11-22 23:10 turned right"), ("23.10 let him sleep", "2026-11-22 23:10 let sleep"),
    ("11:10 pm turned back", "2026-11-22 23:10 turned on the back"),
    ("0140 suction thick", "2026-11-23 01:40 suction, thick"),
    ("0140, suctioned: bloody, a lot", "2026-11-23 01:40 suction, blood, a lot"),
    ("0330 cramp 7 calf 10m", "2026-11-23 03:30 Cramp 7, 10 min, calf"),
    ("0330 cramp 7/10 L calf 1h30 rubbed it", "2026-11-23 03:30 Cramp 7, 90 min, left calf, rubbed it"),
    ("0330 left calf cramp 7", "2026-11-23 03:30 Cramp 7, left calf"),
    ("0330 cramp after 2 hours", "2026-11-23 03:30 Cramp, after 2 hours"),
    ("0330 cramp 70", "2026-11-23 03:30 Cramp, 70"), ("0330 cramp none", "2026-11-23 03:30 Cramp: asked, none"),
    ("0330 pain in his lower back 4", "2026-11-23 03:30 Pain 4, lower back"),
    ("2250 mask on", "2026-11-22 22:50 mask on"), ("2250 mask-off 5 min", "2026-11-22 22:50 mask off, 5 min"),
    ("0200 med paracetamol", "2026-11-23 02:00 medicine paracetamol"),
    ("0200 med baclofen for the leg", "2026-11-23 02:00 medicine Baclofen, for the leg"),
    ("0200 meds paracetamol 2 tablets", "2026-11-23 02:00 medicine paracetamol, 2 tablets"),
    ("0415 note slept badly after that", "2026-11-23 04:15 note: slept badly after that"),
    ("0500 let sleep", "2026-11-23 05:00 let sleep"), ("0120 woke", "2026-11-23 01:20 woke"),
    ("0150 asleep", "2026-11-23 01:50 looked asleep"), ("0150 woke gasping", "2026-11-23 01:50 Woke gasping"),
    ("0300 throat spasm", "2026-11-23 03:00 Throat closed"),
    ("0300 leg spasm 3", "2026-11-23 03:00 Stiff or jerking limb 3"),
    ("0300 pillow too low", "2026-11-23 03:00 adjusted, pillow, too low"), ("  ", "nothing"),
    ("# begun late", "nothing"),
    ("by AA", "by AA"),
    // As people write times.
    ("2400 turn left", "2026-11-23 00:00 turned left"), ("24:00 woke", "2026-11-23 00:00 woke"),
    ("02:15 Uhr turn left", "2026-11-23 02:15 turned left"), ("2 Uhr woke", "2026-11-23 02:00 woke"),
    ("02:15h woke", "2026-11-23 02:15 woke"), ("02:15 h suction thick", "2026-11-23 02:15 suction, thick"),
    ("0215 h 7", "2026-11-23 02:15 Hard to breathe 7"), ("9 o'clock woke", "2026-11-23 09:00 woke"),
    ("midnight woke", "2026-11-23 00:00 woke"), ("now turn left", "2026-11-23 11:00 turned left"),
    ("10 min ago turn left", "2026-11-23 10:50 turned left"), ("half an hour ago woke", "2026-11-23 10:30 woke"),
    ("2315 hrs woke", "2026-11-22 23:15 woke"), ("2 heures woke", "2026-11-23 02:00 woke"),
    ("11 pm woke", "2026-11-22 23:00 woke"),
    // From when to when.
    ("0215-0230 cough assist", "2026-11-23 02:15 cough assist, 15 min"),
    ("02:15–02:30 cough assist", "2026-11-23 02:15 cough assist, 15 min"),
    ("02:15 - 02:30 Uhr cough assist", "2026-11-23 02:15 cough assist, 15 min"),
    ("2350 to 0010 cramp 6 calf", "2026-11-22 23:50 Cramp 6, 20 min, calf"),
    ("2350-2400 woke", "2026-11-22 23:50 woke, 10 min"),
    ("0215-0230 note we sang", "2026-11-23 02:15 note: until 02:30: we sang"),
    // As lines of a list.
    ("- 02:15 woke", "2026-11-23 02:15 woke"), ("• 0215 woke", "2026-11-23 02:15 woke"),
    ("-0215 woke", "2026-11-23 02:15 woke"), ("1. 02:15 woke", "2026-11-23 02:15 woke"),
    ("(12) 0215 woke", "2026-11-23 02:15 woke"), ("- 2) 0215-0230 woke", "2026-11-23 02:15 woke, 15 min"),
    ("2310. woke", "2026-11-22 23:10 woke"), ("905. woke", "2026-11-23 09:05 woke"),
    // As nurses say it.
    ("0140 trach suction thick, a lot", "2026-11-23 01:40 suction, thick, trach, a lot"),
    ("0140 Suctioned trach", "2026-11-23 01:40 suction, trach"),
    ("0330 fever 38,5", "2026-11-23 03:30 Fever or sweats, 38,5"),
    ("0330 cramp 1,5 h", "2026-11-23 03:30 Cramp, 1,5 h"),
    // A time in any form that is read elsewhere.
    ("half past two am turned left", "2026-11-23 02:30 turned left"),
    (
      "half past two turned left",
      "wrong: \"half past two\" can be 02:30 or 14:30, so this line was not saved; type the one that is meant"
    ),
    ("quarter to eleven pm suction thick", "2026-11-22 22:45 suction, thick"),
    ("0200 orthopnea", "2026-11-23 02:00 Breathless lying flat"),
    ("0200 breathless flat 6 sat up", "2026-11-23 02:00 Breathless lying flat 6, sat up"),
    ("0200 cannot lie flat, slept in the chair", "2026-11-23 02:00 Breathless lying flat, chair"),
    ("0200 breathless lying flat 2 pillows", "2026-11-23 02:00 Breathless lying flat, 2 pillows"),
    ("0200 stopped breathing 2 min", "2026-11-23 02:00 Breathing stopped for a while, 2 min"),
    ("0200 snoring", "2026-11-23 02:00 Breathing pause or snoring"),
    ("0200 seeing things", "2026-11-23 02:00 Sees things that are not there"),
    ("0200 constipated", "2026-11-23 02:00 Constipation"),
    ("0200 dry mouth", "2026-11-23 02:00 Dry mouth or blocked nose"),
    ("0200 choked 0", "2026-11-23 02:00 Choked: asked, none"),
    ("0200 choked 0 times", "2026-11-23 02:00 Choked: asked, none"),
    ("0200 choked 0x", "2026-11-23 02:00 Choked: asked, none"),
    ("0200 choked 3x, on tea", "2026-11-23 02:00 Choked, 3 times, on tea"),
    ("0200 vomited twice 5 min", "2026-11-23 02:00 Vomited, 2 times, 5 min"),
    ("0200 stopped breathing 12 times", "2026-11-23 02:00 Breathing stopped for a while, 12 times"),
    ("0200 fell x1", "2026-11-23 02:00 Fall or caught in the bed, 1 time"),
    ("0200 choked 999 times", "2026-11-23 02:00 Choked, 999 times"),
    ("0200 cramp twice", "2026-11-23 02:00 Cramp, twice"),
    ("at 0200 turn left", "2026-11-23 02:00 turned left"), ("today 0200 suction", "2026-11-23 02:00 suction"),
    ("23 Nov 0200 suction", "2026-11-23 02:00 suction"), ("yesterday 23:10 turn left", "2026-11-22 23:10 turned left"),
    ("23.11. 0200-0215 cough assist", "2026-11-23 02:00 cough assist, 15 min"),
    ("Mon 23 Nov 2026 2:00 am suction thick", "2026-11-23 02:00 suction, thick"),
    ("2026-11-23T02:00 suction", "2026-11-23 02:00 suction"),
    ("2026-11-23T02:00+01:00 suction", "2026-11-23 02:00 suction"),
    ("0200 23 Nov suction", "2026-11-23 02:00 suction"), ("2310 yesterday turn left", "2026-11-22 23:10 turned left"),
    (
      "0330 sun on the face",
      "wrong: \"sun\" is no word known here; as 2026-11-23 03:30 note: sun on the face"
    ),
  ])
  func `a line is a time, what it was, and the rest`(line: String, read: String) {
    #expect(words(line) == read)
  }

  @Test(arguments: [
    ("turn left", "no time"), ("2310", "nothing stands behind the time"), ("2310 trun left", "did you mean \"turn\"?"),
    ("2310 sucton", "did you mean \"suction\"?"), ("0300 spasm left calf", "throat closed, or stiff limb"),
    ("0300 mask", "mask on, mask off"), ("0300 med", "a medicine needs its name"),
    ("0300 note", "a note needs its words"), ("30 hours ago woke", "belongs to the night of Sat 21 to Sun 22 Nov 2026"),
    ("yesterday 0200 suction", "02:00 on Sun 22 Nov belongs to the night of Sat 21 to Sun 22 Nov 2026"),
    ("12 Nov 0200 suction", "belongs to the night of Wed 11 to Thu 12 Nov 2026"),
    ("2530 turned left", "\"2530\" is no time; type it as 23:30"),
    ("2:60 suction", "\"2:60\" is no time; type it as 02:59"),
    ("25:00 cramp", "\"25:00\" is no time; type it as 01:00"), ("half 3 turned left", "type it as 03:30"),
    ("12 Nov 2026 suction", "type it as 12 Nov 20:26"), ("12 Nov 25:00 suction", "type it as 12 Nov 23:00"),
    ("2026-11-23T25:00 suction", "type it as 23 Nov 2026 23:00"), ("31 Nov 0200 woke", "type it as 30 Nov 02:00"),
    ("10 to 12 cramp", "no time"), ("six to ten cramp", "no time"), ("10 min cough assist", "no time"),
    ("1105 turn", "is still to come"), ("2401 turn", "is no time; type it as 23:01"),
    ("13:10 pm turn", "is no time; type it as 13:10"),
    ("9 turn", "is no time; type it as 09:00"), ("2 h cramp", "no time"),
    ("1050-1105 turn", "11:05 on Mon 23 Nov is still to come"),
    ("0300 Qwxzv 7", "no word known here; as 2026-11-23 03:00 note: Qwxzv 7"),
    ("2310 trun left", "did you mean \"turn\"?; as 2026-11-22 23:10 note: trun left"),
    ("2250-0630 mask on", "write two lines, the second with \"06:30 mask off\""),
    ("0330 cramp 6,5", "\"6,5\" is no grade, which are whole numbers from 0 to 10; write 6 or 7"),
    ("0200 choked 0 3x", "cannot have been 3 times, so this line was not saved; leave out one of the two"),
    ("0200 choked twice 0", "a grade of 0 means asked, none, and that cannot have been 2 times"),
    ("0200 choked none x1", "cannot have been 1 time"),
    ("0330 cramp 9.5/10 calf", "write 9 or 10"), ("0300 note \u{7}", "control character"),
    ("0300 note \(String(repeating: "a", count: 2001))", "characters"),
  ])
  func `a line that cannot be read says why`(line: String, reason: String) {
    #expect(words(line).hasPrefix("wrong: "))
    #expect(words(line).contains(reason), "\(words(line))")
    #expect(!words(line).contains("nothing was saved"))
  }

  @Test func `typed tonight, a line without a time is of the moment it is typed, and of paper it is refused`() throws {
    let (now, plan) = (Samples().moment("03:21"), Plan())
    let times = TimeReader(zone: .fixed(minutes: 60), rule: .noon, now: now)
    let line = PaperNotes(night: night, times: times, now: now, plan: plan, typedAt: now)
    func told(_ text: String, _ notes: PaperNotes) -> String {
      let sheet = notes.sheet(text, by: nil)
      return sheet.notes.first?.result.words(.standard)
        ?? sheet.wrong.first.map { "\($0.result.reason); as \($0.result.asNote?.words(.standard) ?? "nothing")" }
        ?? "nothing"
    }
    #expect(told("half past two turned left", line) == "2026-11-23 02:30 turned left", "the one that lies near")
    for (text, read) in [
      ("hard to breathe 7", "Hard to breathe 7"), ("cramp 3 left calf", "Cramp 3, left calf"),
      ("turned left", "turned left"), ("- note we sang", "note: we sang"), ("med paracetamol", "medicine paracetamol"),
    ] {
      #expect(told(text, line) == "2026-11-23 03:21 \(read)")
      #expect(told(text, PaperNotes(night: night, times: times, now: now, plan: plan)).hasPrefix("no time stands"))
    }
    #expect(line.sheet("turned left", by: nil).notes.first?.result.at == now)
    #expect(line.sheet("turned left\nsuction", by: nil).notes.isEmpty, "several lines at once come off a paper")
    #expect(told("0155 hard to breathe 7", line) == "2026-11-23 01:55 Hard to breathe 7")
    #expect(told("by AA", line) == "nothing" && told("# tea", line) == "nothing")
    #expect(
      told("we sang", line) == "\"we\" is no word known here; did you mean \"wee\"?; as 2026-11-23 03:21 note: we sang")
    #expect(
      told("2530 turned left", line).contains("is no time") && told("2530 turned left", line).hasSuffix("as nothing"))
  }

  @Test(arguments: [
    ("0200 med baclofn 10 mg", "medicine baclofn", "\"baclofn\" is not in the plan, which has \"Baclofen\""),
    ("0200 med midazolam", "medicine midazolam", "\"midazolam\" is not in the plan"),
    ("0330 choked 3", "Choked, 3", "3 is no grade, for none is asked here, so it stands in the note"),
    ("0330 cramp 12 calf", "Cramp, 12 calf", "12 is no grade, for grades end at 10, so it stands in the note"),
    (
      "0330 cramp calf 70/10", "Cramp, calf, 70/10", "70/10 is no grade, for grades end at 10, so it stands in the note"
    ),
  ])
  func `a line is kept as it was written, and what is odd about it is said`(line: String, read: String, remark: String)
  {
    let sheet = reader().sheet(line, by: nil)
    #expect(sheet.notes.first.map { $0.result.words(.standard).contains(read) } == true, "\(words(line))")
    #expect(sheet.remarks.map(\.result) == [remark])
  }

  @Test(arguments: [
    "0200 med BACLOFEN", "0200 med b\u{E1}clofen", "0330 cramp 10", "0330 cramp 7 12", "0330 cramp 12 min",
  ])
  func `a line with nothing odd about it is remarked on by nothing`(line: String) {
    let sheet = reader().sheet(line, by: nil)
    #expect(sheet.notes.count == 1 && sheet.remarks.isEmpty, "\(sheet.remarks)")
    let none = PaperNotes(
      night: night, times: .sample, now: Samples().moment("11:00"),
      plan: Plan())
    #expect(none.sheet("0200 med midazolam", by: nil).remarks.isEmpty, "a plan without medicines misses none")
  }

  @Test(arguments: [
    ("1040 turn left", "2026-11-22 22:40 turned left", "23:30"), ("1040 turn left", "", "11:00"),
    ("10:40 pm woke", "2026-11-22 22:40 woke", "11:00"), ("0140 woke", "2026-11-23 01:40 woke", "11:00"),
    ("11:50 pm - 12:10 cramp", "2026-11-22 23:50 Cramp, 20 min", "11:00"), ("905 turned", "", "11:00"),
  ])
  func `by a clock of twelve hours a line that can mean two times is asked about unless one is still to come`(
    line: String, read: String, now: String
  ) {
    let notes = reader(now: Samples().moment(now), clock: .twelve)
    switch notes.reading(line) {
    case .note(let note):
      #expect(Draft(partition: .night(night), at: note.moment, body: note.body).words(.standard) == read)
    case .wrong(let why, _): #expect(read.isEmpty && why.contains("can be") && why.contains("pm"), "\(why)")
    case .nothing, .by: Issue.record("\(line)")
    }
  }

  @Test func `times belong to the night of the paper in any order, also by another split hour`() {
    let rule = NightRule(splitHour: 18) ?? .noon
    let notes = PaperNotes(
      night: night,
      times: TimeReader(zone: .fixed(minutes: 60), rule: rule, now: Samples().moment("11:00").adding(minutes: 1440)),
      now: Samples().moment("11:00").adding(minutes: 1440), plan: Plan())
    let sheet = notes.sheet("0310 turn l\n2310 turn r\n1730 turn b\n1800 turn l", by: nil)
    #expect(
      sheet.notes.map { "\($0.result.at.date) \($0.result.at.time)" } == [
        "2026-11-23 03:10", "2026-11-22 23:10", "2026-11-23 17:30", "2026-11-22 18:00",
      ])
    #expect(sheet.notes.allSatisfy { rule.night(of: $0.result.at) == night })
  }

  @Test func `a paper keeps its good lines, lists the wrong ones, and says who wrote it`() {
    let sheet = reader().sheet(
      "\u{FEFF}by AA\r\n2310 turn left\r\n\r\n2320 trun\r\nby BB\r\n# tea\r\n0100 suction", by: "MK")
    #expect(sheet.notes.map(\.number) == [2, 7])
    #expect(sheet.notes.map(\.result.by) == ["AA", "BB"])
    #expect(sheet.wrong.map(\.number) == [4] && sheet.wrong[0].text == "2320 trun")
    #expect(sheet.by == "BB")
  }

  @Test func `clock changes are remarked on, and a time that never was is asked about`() {
    let berlin = Zone(name: nil) { $0 >= 1_792_890_000 ? 3600 : 7200 }
    let night = CivilDate("2026-10-24") ?? self.night
    let now = Instant("2026-10-25T12:00+01:00") ?? Samples().moment("11:00")
    let back = reader(night, now: now, zone: berlin).sheet("0230 turn left\n0330 turn right", by: nil)
    #expect(back.remarks.map(\.number) == [1] && back.remarks[0].result.contains("twice"))
    #expect(back.notes.map { now.minutes(since: $0.result.at) } == [630, 510])
    let forward = Zone(name: nil) { $0 >= 1_774_746_000 ? 7200 : 3600 }
    let spring = reader(CivilDate("2026-03-28"), now: now, zone: forward).sheet("0230 turn left\n0330 woke", by: nil)
    #expect(spring.notes.count == 1 && spring.wrong[0].result.reason.contains("did you mean 03:30?"))
  }

  @Test(arguments: Property.seeds(share: 0.3))
  func `from one time to another is the minutes that passed, over clock changes too`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let berlin = Zone(name: nil) { $0 >= 1_792_890_000 ? 3600 : 7200 }
    let night = CivilDate("2026-10-24") ?? self.night
    let start = (Instant("2026-10-24T18:00+02:00") ?? Samples().moment("18:00"))
      .adding(minutes: chance.number(in: 0...900))
    let end = start.adding(minutes: chance.number(in: 0...180))
    let shown = [start, end].map { berlin.instant(milliseconds: $0.milliseconds).time }
    let line = "\(shown[0])\(chance.one(of: ["-", "–", " - ", " to "]))\(shown[1]) cough assist"
    let sheet = reader(night, now: end.adding(minutes: 2880), zone: berlin).sheet(line, by: nil)
    guard case .record(_, let details)? = sheet.notes.first?.result.body, let at = sheet.notes.first?.result.at else {
      Issue.record("seed \(seed): \(line): \(sheet.wrong)")
      return
    }
    // Of a time that came twice the earlier one is taken, at both ends alike.
    let meant = [start, end].map { moment -> Instant in
      let isSecond =
        berlin.instant(milliseconds: moment.milliseconds - 3_600_000).time
        == berlin.instant(milliseconds: moment.milliseconds).time
      return isSecond ? moment.adding(minutes: -60) : moment
    }
    #expect(at.milliseconds == meant[0].milliseconds, "seed \(seed): \(line)")
    if meant[1] >= meant[0] { #expect(details.number(.minutes) == meant[1].minutes(since: meant[0]), "\(line)") }
  }

  // MARK: Any text

  private static let vocabulary =
    [
      "2310", "0140", "9:05", "23:1", "by", "AA", "turn", "left", "l", "on", "the", "side", "cramp", "calf", "back",
      "7",
      "10m", "1h", "min", "12", "med", "Baclofen", "note", "mask", "off", "spasm", "suction", "thick", "-", "#", ",",
      "...",
      "zqx", "Wörter", "日本", "e\u{301}", "\u{200B}", "\u{0}", "\u{7f}", "7/10", "asleep", "woke", "gasping", "left,",
      "(7)",
    ] + ["\u{1F600}", "am", "pm", "999999999999999999999", "0x7", "٣"]

  @Test(arguments: Property.seeds())
  func `any text is read without a fall, and no line loses a word`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let reader = reader()
    let lines = (0..<chance.number(in: 1...6)).map { _ in
      (0..<chance.number(in: 0...9)).map { _ in chance.one(of: Self.vocabulary) }.joined(
        separator: chance.one(of: [" ", "  ", "\t"]))
    }
    let sheet = reader.sheet(lines.joined(separator: "\n"), by: nil)
    let texts = Set(sheet.wrong.map(\.number) + sheet.notes.map(\.number))
    for (index, line) in lines.enumerated() where !texts.contains(index + 1) {
      let isPassedOver =
        reader.reading(line) == .nothing || line.hasPrefix("by")
      #expect(isPassedOver, "seed \(seed): \(line)")
    }
    for line in sheet.notes {
      guard case .record(_, let details) = line.result.body else { continue }
      let said = details.fields.compactMap { details[$0]?.words }.joined(separator: " ")
      // What has a meaning may be told in other words; what has none, and every number, stands as it was typed.
      let plain = said.split { $0.isWhitespace }.map { PaperWords.bare($0) }
      for word in line.text.split(whereSeparator: \.isWhitespace).dropFirst() {
        let word = PaperWords.bare(word)
        guard ["zqx", "Wörter", "日本", "e\u{301}", "12", "999999999999999999999", "0x7", "٣"].contains(word) else {
          continue
        }
        #expect(plain.contains(word), "seed \(seed): \(line.text)")
      }
      #expect(line.result.at.milliseconds <= Samples().moment("11:00").milliseconds)
      #expect(NightRule.noon.night(of: line.result.at) == night)
    }
  }

  @Test func `two numbers side by side are never run together`() {
    guard case .note(let note) = reader().reading("0140 asleep 12 10m"), case .record(_, let details) = note.body else {
      Issue.record("no note")
      return
    }
    let said = details.fields.compactMap { details[$0]?.words }
    #expect(details.number(.minutes) != 1210 && said.contains { $0.contains("12") }, "\(said)")
  }

  @Test(arguments: Property.seeds(share: 0.2))
  func `lines are read the same in any order`(seed: UInt64) {
    var chance = Chance(seed: seed)
    let lines = (0..<12).map { _ in
      let time = ClockTime(hour: chance.number(in: 0...23), minute: chance.number(in: 0...59))?.description ?? ""
      return time + " "
        + (0..<chance.number(in: 0...5)).map { _ in chance.one(of: Self.vocabulary) }.joined(separator: " ")
    }
    func read(_ lines: [String]) -> Set<String> {
      let sheet = reader().sheet(lines.joined(separator: "\n"), by: "MK")
      let notes = sheet.notes.map { "\($0.text) \($0.result.words(.standard))" }
      return Set(notes + sheet.wrong.map { "\($0.text) \($0.result)" })
    }
    let isSame = read(lines) == read(lines.shuffled(using: &chance))
    #expect(isSame, "seed \(seed)")
  }

  @Test func `every event and symptom is read by its id and by what it is called`() {
    let known: [(String, Subject)] =
      EventKind.allCases.flatMap { [($0.rawValue, Subject.event($0)), ($0.words, .event($0))] }
      + Catalogue.standard.symptoms.flatMap { [($0.id, Subject.symptom($0.id)), ($0.label, .symptom($0.id))] }
    for (words, subject) in known {
      let more = subject == .event(.medicine) ? " X" : ""
      guard case .note(let note) = reader().reading("0100 \(words)\(more)"), case .record(let read, _) = note.body
      else {
        Issue.record("\(words) is not read")
        continue
      }
      #expect(read == subject, "\(words)")
    }
  }

  @Test func `each example in the article makes what stands beside it`() {
    let article = Checkout.text("Sources/NightModel/NightModel.docc/PaperNotes.md")
    let examples = article.split(separator: "\n").drop { !$0.hasPrefix("    # behind") }.dropFirst(2)
    #expect(examples.count >= 7)
    for example in examples {
      let (line, made) = (example.dropFirst(4).prefix(37), example.dropFirst(41))
      #expect(words(String(line)).split(separator: " ").dropFirst().joined(separator: " ") == made, "\(line)")
    }
  }
}
