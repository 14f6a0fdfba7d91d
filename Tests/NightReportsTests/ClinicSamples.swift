import NightModel
import TestSupport

@testable import NightReports

/// Made-up spans for the page for the clinic.
enum ClinicSamples {
  static let last = Samples().night

  /// The facts of some nights up to 22 November 2026, of which nights without a number are not recorded. `write`
  /// writes a night, given its number.
  static func facts(
    _ values: [Int?], plan settings: [(String, String)] = [], without: Set<ReportRequest.Section> = [],
    withNames: Bool = true, isBrief: Bool = false, damaged: [CivilDate] = [], _ write: (inout Samples, Int) -> [Entry]
  ) -> ClinicFacts {
    var setter = Samples(writer: "pppppppp", night: "\(last.adding(days: -3))")
    // The plan was begun long before, so that what is set now is a change.
    var opener = Samples(writer: "oooooooo", night: "\(last.adding(days: -400))")
    let plan = Plan(entries: [opener.setting("theme", "amber")] + settings.map { setter.setting($0.0, $0.1) })
    let request = ReportRequest(
      from: last.adding(days: 1 - values.count), to: last, without: without, withNames: withNames,
      isBrief: isBrief)
    let figures = MadeUpNights.figures(values, plan: plan, write)
    return ClinicFacts(
      request, nights: MadeUpNights.nights(values, write), figures: figures.counted(since: WrittenSince(figures)),
      plan: plan, catalogue: plan.adapted(.standard), damaged: damaged,
      now: Samples().moment("09:00").adding(minutes: 1440), version: "0.0")
  }

  /// A night with a little of everything.
  static func night(_ samples: inout Samples, _ value: Int) -> [Entry] {
    [
      samples.event(.maskOn, at: "22:50"), samples.event(.turn, [.side: .text("left")], at: "23:10"),
      samples.record(
        .symptom("cramp"), [.value: .number(value % 11), .source: .text("said"), .woke: .flag(value % 2 == 0)],
        at: "02:15", by: "MK"),
      samples.event(.suction, [.what: .text("thick")], at: "03:00"), samples.event(.maskOff, at: "06:30"),
      samples.record(
        .diary,
        [
          .intoBed: .moment(samples.moment("22:30")), .tried: .moment(samples.moment("23:00")),
          .sol: .number(20 + value % 30), .wakings: .number(3), .waso: .number(50),
          .finalWake: .moment(samples.moment("06:15")), .outOfBed: .moment(samples.moment("07:00")),
          .headache: .flag(value % 3 == 0), .rested: .number(2),
        ], at: "08:00"),
      samples.record(.carer, [.slept: .number(290), .wornOut: .number(9)], at: "08:05"),
    ]
  }

  /// Every kind of event, many medicines and a long note.
  private static func everything(_ samples: inout Samples, _ value: Int) -> [Entry] {
    let note = String(repeating: "a note that goes on, ", count: 190)
    let kinds = EventKind.allCases.filter { ![.maskOn, .maskOff, .medicine].contains($0) }
    var entries = kinds.map { samples.event($0, [.what: .text("what \(value % 9)")], at: "03:30") }
    entries += (1...45).map { samples.event(.medicine, [.what: .text("Medicine \($0)")], at: "21:00") }
    entries.append(samples.record(.note, [.note: .text(note)], at: "06:40"))
    let place = ["bed", "recliner", "wheelchair", "إلى الأريكة"][value % 4]
    entries.append(
      samples.record(.diary, [.place: .text(place), .elsewhere: .number(30), .quality: .number(3)], at: "08:01"))
    return entries
  }

  /// Nights and a plan so full that nothing more could stand in them.
  static func fullest(_ count: Int = 90, isBrief: Bool = false) -> ClinicFacts {
    let long = String(repeating: "a long word or two, ", count: 9)
    var settings = (1...60).map { ("question.\($0)", String("\($0) \(long)\(long)".prefix(200))) }
    settings += (1...40).map { ("medicine.Medicine \($0)", long) }
    settings += (1...40).map { ("medicine-when.Medicine \($0)", $0 % 2 == 0 ? "as needed" : "evening") }
    settings += [
      ("card.birth", "1951-05-03"), ("card.diagnosis", long), ("card.machine", long + long),
      ("number.clinic", String(long.prefix(60))),
    ]
    settings += ["mask", "suction", "cough-assist", "feeding-tube"].map { ("equipment.\($0)", "in-use") }
    settings += [
      ("person", String(repeating: "漢字", count: 20) + " " + String(repeating: "שם ", count: 18)),
      ("insurer-asks", "yes"), ("carer-figures", "yes"),
    ]
    settings += (1...20).map { ("away.\(last.adding(days: -$0))", String("hospital, \(long)".prefix(60))) }
    settings += SignRule.standard.map { ("told.\($0.id)", "\(last)") }
    let all = (0..<count).map { $0 % 13 == 0 ? nil : Optional($0) }
    let damaged = (0..<40).map { last.adding(days: -$0) }
    return facts(all, plan: settings, isBrief: isBrief, damaged: damaged) { samples, value in
      let symptoms = Catalogue.standard.symptoms.enumerated().filter { (value + $0.offset) % 3 > 0 }.map(\.element)
      return night(&samples, value) + everything(&samples, value)
        + symptoms.map { symptom in
          samples.record(.symptom(symptom.id), [.value: .number(7), .woke: .flag(true)], at: "04:00", by: "W\(value)")
        }
    }
  }
}
