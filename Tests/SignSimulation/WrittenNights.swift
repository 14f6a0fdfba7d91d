import NightModel

/// The record of a made-up person: what a family wrote, as figures that rules can be run over.
package struct WrittenNights: Sendable {
  /// The figures of the nights in a row, those without a record among them.
  package let figures: [NightFigures]
  /// For each night whether it was looked at: its diary was filled, or a symptom written.
  package let isLookedAt: [Bool]
  /// The plan.
  package let plan: Plan

  /// The first night of every record.
  static let first = CivilDate(daysSince1970: 20_454)
  private static let offset = 60

  /// The record of a scenario's person.
  init(_ person: MadeUpPerson, nights count: Int, _ course: Course, _ habits: Habits) {
    let written = habits.written(of: person.nights(count, course), by: person, course)
    let entries = Self.planEntries(course, habits)
    plan = Plan(entries: entries)
    let summaries = written.enumerated().map { Self.summary($0, $1) }
    let span = Self.first...Self.first.adding(days: count - 1)
    let run = NightRun(of: span) { dates in
      dates.map { date in
        let index = date.daysSince1970 - Self.first.daysSince1970
        return summaries.indices.contains(index) ? summaries[index] : Self.summary(index, nil)
      }
    }
    figures = PlanHistory(entries).figures(
      of: run, plan: plan, catalogue: .standard, asOf: Self.moment(Self.first.adding(days: count + 1), 12 * 60))
    isLookedAt = summaries.map { $0.diary != nil || !$0.symptoms.isEmpty }
  }

  /// The caregiver's figures are shown, and the machines are in use since they came.
  private static func planEntries(_ course: Course, _ habits: Habits) -> [Entry] {
    let settings: [(setting: Setting, value: String, night: Int?)] = [
      (Setting(.carerFigures), "yes", nil),
      (Setting(.equipment, "suction"), "in-use", habits.suctionMachineFrom),
      (Setting(.equipment, "mask"), "in-use", habits.maskMachineFrom),
      (Setting(.equipment, "cough-assist"), "in-use", course.clearingFrom),
    ]
    return settings.enumerated().map { place, line in
      let at = moment(first.adding(days: line.night ?? -30), 12 * 60)
      return Entry(
        id: EntryID(milliseconds: at.milliseconds, random: (UInt64(place), 0)),
        stamp: Stamp(milliseconds: at.milliseconds, counter: UInt16(place), writer: "made-up"), at: at, by: nil,
        body: .record(line.setting.subject, Details([.to: .text(line.value)])))
    }
  }

  private static func moment(_ night: CivilDate, _ minute: Int) -> Instant {
    let midnight = Int64(night.daysSince1970) * 86_400_000 - Int64(offset) * 60_000
    return Instant(milliseconds: midnight, offsetMinutes: offset).adding(minutes: minute)
  }

  /// The facts of one night; nil for one of which nothing was written.
  private static func summary(_ index: Int, _ written: Habits.Written?) -> NightSummary {
    let date = first.adding(days: index)
    let bed = moment(date, 22 * 60)
    var events: [EventKind: Int] = [:]
    var edges: [IntervalEdge] = []
    var symptoms: [NightSummary.Symptom] = []
    var (diary, carer) = (Details?.none, Details?.none)
    var mucus: [String: Int] = [:]
    if let written {
      let night = written.night
      // What did not happen is not written.
      events = night.suctions > 0 ? [.turn: 1, .suction: night.suctions] : [.turn: 1]
      if let minutes = night.mask {
        for (kind, at) in [(EventKind.maskOn, bed), (.maskOff, bed.adding(minutes: minutes))] {
          let id = EntryID(milliseconds: at.milliseconds, random: (UInt64(index), 1))
          edges.append(IntervalEdge(night: date, kind: kind, at: at, id: id, isAsIs: nil))
          events[kind] = 1
        }
      }
      if night.suctions > 0, night.troubles.contains(.thickMucus) { mucus[Trouble.thickMucus.rawValue] = 1 }
      for trouble in Trouble.allCases where trouble.place == .symptom && night.troubles.contains(trouble) {
        symptoms.append(NightSummary.Symptom(id: trouble.rawValue, at: bed.adding(minutes: 240), grade: nil, times: 1))
      }
      if written.hasDiary {
        diary = Details([
          .headache: .flag(night.troubles.contains(.headache)),
          .rested: .number(night.troubles.contains(.notRested) ? 2 : 4),
        ])
      }
      if written.hasCarerPage {
        carer = Details([.wornOut: .number(night.troubles.contains(.carerWornOut) ? 8 : 3)])
      }
    }
    let pages = (diary == nil ? 0 : 1) + (carer == nil ? 0 : 1)
    return NightSummary(
      night: date, entries: events.values.reduce(0, +) + symptoms.count + pages, doses: [], events: events,
      edges: edges, turns: written == nil ? [] : [bed], symptoms: symptoms, mucus: mucus, checks: [:],
      diary: diary, carer: carer, hasNotes: false, isCorrected: false, hasTwoVersions: false)
  }
}
