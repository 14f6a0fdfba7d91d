import NightModel

/// Runs of made-up nights whose figures hold just what a test is about.
package enum MadeUpNights {
  /// The last night of every run.
  package static let last = Samples().night

  /// Figures of nights in a row, the last one 22 November 2026; nil stands for a night of which nothing was recorded.
  /// `write` writes what is to be recorded of a night, given its number.
  package static func figures(
    _ values: [Int?], plan: Plan = Plan(), _ write: (inout Samples, Int) -> [Entry]
  ) -> [NightFigures] {
    nights(values, write).map { night in
      func empty(_ days: Int) -> Night { Night(date: night.date.adding(days: days), entries: []) }
      return NightFigures(night, previous: empty(-1), next: empty(1), plan: plan, catalogue: .standard)
    }
  }

  /// The nights of such a run.
  package static func nights(_ values: [Int?], _ write: (inout Samples, Int) -> [Entry]) -> [Night] {
    values.enumerated().map { index, value in
      let date = last.adding(days: index + 1 - values.count)
      guard let value else { return Night(date: date, entries: []) }
      var samples = Samples(night: "\(date)")
      return Night(date: date, entries: write(&samples, value))
    }
  }

  /// Writes what a rule looks for, so that its measure is that number.
  package static func write(_ rule: SignRule, _ samples: inout Samples, _ value: Int) -> [Entry] {
    func several(_ make: (inout Samples) -> Entry, beside other: Bool = true) -> [Entry] {
      // Something else that happened makes a count of 0 mean none.
      (other ? [samples.event(.asleep, at: "23:00")] : []) + (0..<value).map { _ in make(&samples) }
    }
    switch rule.input {
    case .symptoms(let ids): return several { $0.record(.symptom(ids[0]), at: "02:00") }
    case .figure(.suctions): return several { $0.event(.suction, [.what: .text("clear")], at: "02:00") }
    case .changedMucus: return several { $0.event(.suction, [.what: .text("thick")], at: "02:00") }
    case .headache: return [samples.record(.diary, [.headache: .flag(value > 0)], at: "08:00")]
    case .notRested: return [samples.record(.diary, [.rested: .number(value > 0 ? 2 : 3)], at: "08:00")]
    case .figure(.carerWornOut): return [samples.record(.carer, [.wornOut: .number(value)], at: "08:00")]
    case .figure:
      let off = samples.moment("22:00").adding(minutes: value)
      return [samples.event(.maskOn, at: "22:00"), samples.event(.maskOff, at: "\(off.time)")]
    }
  }
}

extension SignRule.Input {
  /// The symptoms it looks for.
  package var symptoms: [String] {
    switch self {
    case .symptoms(let ids): ids
    case .headache(let id), .notRested(let id), .changedMucus(let id): [id]
    case .figure: []
    }
  }
}
