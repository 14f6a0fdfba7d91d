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
    withNames: Bool = true, damaged: [CivilDate] = [], _ write: (inout Samples, Int) -> [Entry]
  ) -> ClinicFacts {
    var setter = Samples(writer: "pppppppp", night: "\(last.adding(days: -3))")
    let plan = Plan(entries: settings.map { setter.setting($0.0, $0.1) })
    let request = ReportRequest(
      from: last.adding(days: 1 - values.count), to: last, without: without, withNames: withNames)
    return ClinicFacts(
      request, nights: MadeUpNights.nights(values, write), figures: MadeUpNights.figures(values, plan: plan, write),
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

  /// Nights and a plan so full that nothing more could stand in them.
  static func fullest(_ count: Int = 90) -> ClinicFacts {
    let long = String(repeating: "a long word or two, ", count: 9)
    var settings = (1...20).map { ("question.\($0)", "\($0) \(long)") }
    settings += (1...20).map { ("medicine.Medicine \($0)", long) }
    settings += [
      ("person", String(repeating: "Name ", count: 18)), ("insurer-asks", "yes"), ("carer-figures", "yes"),
    ]
    settings += (1...20).map { ("away.\(last.adding(days: -$0))", String("hospital, \(long)".prefix(60))) }
    settings += SignRule.standard.map { ("told.\($0.id)", "\(last)") }
    let all = (0..<count).map { $0 % 13 == 0 ? nil : Optional($0) }
    let damaged = (0..<40).map { last.adding(days: -$0) }
    return facts(all, plan: settings, damaged: damaged) { samples, value in
      let symptoms = Catalogue.standard.symptoms.enumerated().filter { (value + $0.offset) % 3 > 0 }.map(\.element)
      return night(&samples, value)
        + symptoms.map { symptom in
          samples.record(.symptom(symptom.id), [.value: .number(7), .woke: .flag(true)], at: "04:00", by: "W\(value)")
        }
    }
  }
}
