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

  /// Writes a looked-at night that has what a rule looks for, or has it not (0); for a rule against the usual, one with
  /// that number, or without any (0).
  package static func write(_ rule: SignRule, _ samples: inout Samples, _ value: Int) -> [Entry] {
    switch rule.test {
    case .lasting(let sight, _, _): write(sight, &samples, isThere: value > 0)
    case .usual(.suctions, _, _):
      [samples.event(.asleep, at: "23:00")] + (0..<value).map { _ in samples.event(.suction, at: "02:00") }
    case .usual(.mask, _, _):
      value == 0
        ? [samples.event(.asleep, at: "23:00")]
        : [
          samples.event(.maskOn, at: "22:00"),
          samples.event(.maskOff, at: "\(samples.moment("22:00").adding(minutes: value).time)"),
        ]
    }
  }

  private static func write(_ sight: SignRule.Sight, _ samples: inout Samples, isThere: Bool) -> [Entry] {
    func symptom(_ id: String) -> [Entry] {
      [samples.record(.symptom(id), [.value: .number(isThere ? 5 : 0)], at: "02:00")]
    }
    switch sight {
    case .symptoms(let ids): return symptom(ids[0])
    case .mucus: return symptom("stuck-mucus")
    case .headache: return [samples.record(.diary, [.headache: .flag(isThere)], at: "08:00")]
    case .notRested: return [samples.record(.diary, [.rested: .number(isThere ? 2 : 3)], at: "08:00")]
    case .thickSuction:
      let thick = isThere ? [samples.event(.suction, [.what: .text("thick")], at: "02:00")] : []
      return thick + [samples.record(.diary, [.quality: .number(3)], at: "08:00")]
    case .wornOut(let least):
      return [samples.record(.carer, [.wornOut: .number(isThere ? least : least - 1)], at: "08:00")]
    }
  }
}
