import NightModel
import TestSupport

/// The record that goldens and transcripts are made from.
enum GoldenRecord {
  /// A night with a little of everything.
  static func night(with settings: [Entry] = []) -> MemoryRecord {
    var samples = Samples()
    let plan =
      settings + [
        samples.setting("person", "MADE-UP PERSON"), samples.setting("people.MK", "Mara"),
        samples.setting("equipment.mask", "in-use"), samples.setting("equipment.suction", "in-use"),
        samples.setting("equipment.overlay", "in-use"), samples.setting("turn-interval", "180"),
        samples.setting("turn-positions", "left,back,right"), samples.setting("medicine.Baclofen", "10 mg as needed"),
        samples.setting("number.clinic", "555 0100"),
      ]
    let night = [
      samples.record(.check(item: "call-tested"), [.state: .text("done")], at: "22:10", by: "MK"),
      samples.record(.environment(item: "overlay-in-place"), [.state: .text("in-place")], at: "22:15", by: "MK"),
      samples.event(.maskOn, at: "22:50"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
      samples.event(.asleep, at: "23:40"), samples.event(.suction, [.what: .text("thick")], at: "00:55"),
      samples.record(
        .symptom("cramp"),
        [.value: .number(6), .place: .text("left calf"), .minutes: .number(10), .note: .text("café 日本")], at: "01:40",
        by: "MK"),
      samples.event(.medicine, [.what: .text("Baclofen")], at: "01:45"),
    ]
    var last = Samples(writer: "bbbbbbbb", night: "2026-11-21")
    let before = [
      last.event(.maskOn, at: "22:30"), last.event(.turn, [.side: .text("right")], at: "23:00"),
      last.event(.turn, [.side: .text("left")], at: "02:05"), last.event(.woke, at: "02:00"),
      last.event(.maskOff, at: "06:40"),
      last.record(
        .diary,
        [
          .intoBed: .moment(last.moment("22:30")), .tried: .moment(last.moment("23:00")), .sol: .number(40),
          .wakings: .number(3), .waso: .number(50), .finalWake: .moment(last.moment("06:15")),
          .outOfBed: .moment(last.moment("07:00")),
        ], at: "07:30"),
    ]
    return MemoryRecord(plan: plan, nights: [samples.night: night, last.night: before])
  }

  /// Some nights up to the one before the sample night, every seventh of which nobody wrote; the mask since the middle of
  /// them. A made-up pattern, the same each time.
  static func season(_ count: Int = 45) -> MemoryRecord {
    let last = Samples().night.adding(days: -1)
    var start = Samples(writer: "plan", night: "\(last.adding(days: 1 - count))")
    var later = Samples(writer: "later", night: "\(last.adding(days: -count / 3))")
    let plan = [
      start.setting("person", "MADE-UP PERSON"), start.setting("people.MK", "Mara"),
      start.setting("equipment.suction", "in-use"), later.setting("equipment.mask", "in-use"),
      later.setting("mark.\(last.adding(days: -count / 6))", "other mattress", at: "13:00"),
    ]
    var nights: [CivilDate: [Entry]] = [:]
    for index in 0..<count where index % 7 != 3 {
      let date = last.adding(days: 1 - count + index)
      var samples = Samples(writer: "n\(index)", night: "\(date)")
      nights[date] = night(&samples, index: index, isMasked: index >= count - 1 - count / 3)
    }
    return MemoryRecord(plan: plan, nights: nights)
  }

  private static func night(_ samples: inout Samples, index: Int, isMasked: Bool) -> [Entry] {
    func moment(_ time: String, _ minutes: Int) -> FieldValue {
      .moment(samples.moment(time).adding(minutes: minutes))
    }
    let shift = index * 37 % 60
    let diary: [Field: FieldValue] = [
      .intoBed: moment("22:00", shift), .tried: moment("22:15", shift), .sol: .number(10 + index * 11 % 30),
      .wakings: .number(2), .waso: .number(index * 23 % 70), .finalWake: moment("06:00", index * 13 % 50),
      .outOfBed: moment("07:00", 0), .quality: .number(1 + index * 3 % 5), .rested: .number(1 + index * 7 % 5),
      .headache: .flag(index % 4 == 0),
    ]
    var entries = [
      samples.event(.turn, [.side: .text("left")], at: "23:30"), samples.event(.woke, at: "01:15"),
      samples.event(.turn, [.side: .text("right")], at: "02:\(10 + index * 7 % 45)"),
      samples.record(.diary, diary, at: "07:30"),
    ]
    if index % 3 == 0 {
      entries.append(samples.record(.symptom("cramp"), [.value: .number(2 + index % 6)], at: "03:20"))
    }
    if isMasked { entries += [samples.event(.maskOn, at: "22:50"), samples.event(.maskOff, at: "06:10")] }
    return entries
  }

  /// A night written with single keys, with an entry that was changed and one that was taken back.
  static func unfinished() -> MemoryRecord {
    var samples = Samples()
    let plan = [
      samples.setting("person", "MADE-UP PERSON"), samples.setting("people.MK", "Mara"),
      samples.setting("medicine.Baclofen", "10 mg as needed"),
    ]
    let turn = samples.record(.event(.turn), [.side: .text("right")], at: "23:10", by: "MK")
    let mistake = samples.event(.adjust, at: "01:10")
    let night = [
      samples.event(.maskOn, at: "22:50"), turn, samples.event(.suction, at: "00:55"),
      samples.event(.moment, at: "01:00"), mistake, samples.record(.symptom("cramp"), at: "01:40", by: "MK"),
      samples.amend([turn], [.side: .text("left")], at: "02:15", by: "AB"), samples.retract([mistake], at: "01:12"),
    ]
    return MemoryRecord(plan: plan, nights: [samples.night: night])
  }

  /// A night in which everything that the board can say was written.
  static func full() -> MemoryRecord {
    var samples = Samples()
    let plan = [
      samples.setting("person", "MADE-UP PERSON"), samples.setting("turn-interval", "180"),
      samples.setting("turn-positions", "left,back,right"), samples.setting("medicine.Baclofen", "10 mg as needed"),
      samples.setting("medicine-gap.Baclofen", "8 hours"),
    ]
    let night = [
      samples.event(.feedOn, at: "21:30"), samples.event(.maskOn, at: "22:50"), samples.event(.maskOff, at: "23:50"),
      samples.event(.maskOn, at: "00:10"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
      samples.event(.asleep, at: "23:40"), samples.event(.suction, at: "00:55"),
      samples.event(.coughAssist, at: "00:58"),
      samples.record(.event(.medicine), [.what: .text("Quinine")], at: "21:45", by: "AB"),
      samples.record(.event(.medicine), [.what: .text("Baclofen")], at: "01:45", by: "MK"),
      samples.event(.powerOut, at: "02:00"), samples.event(.carerUp, at: "02:05"),
    ]
    return MemoryRecord(plan: plan, nights: [samples.night: night])
  }
}
