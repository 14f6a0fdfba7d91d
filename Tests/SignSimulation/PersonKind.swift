/// The three kinds of stable people, and how often each trouble comes to them.
///
/// The rates are invented: no study and no clinician stands behind them. They were worked back from how often signs stand
/// for stable people by the rules that were tried before (SignSimulation.docc).
package enum PersonKind: String, CaseIterable, Sendable {
  /// Few symptoms.
  case mild
  /// Some in most nights.
  case middling
  /// Several in every night.
  case many

  /// The chance of a trouble in a night, 0...1.
  package func rate(of trouble: Trouble) -> Double {
    let (mild, middling, many) = Self.rates(of: trouble)
    return pick(mild, middling, many)
  }

  /// How many suctions a night has on average.
  package var suctions: Double { pick(2.05, 3, 4) }

  /// How long the mask is on in a night, in minutes, on average.
  package var mask: Double { pick(420, 390, 330) }

  /// By how much that differs from night to night: the standard deviation as a share of the average.
  package var maskSpread: Double { pick(0.15, 0.2, 0.24) }

  private func pick(_ mild: Double, _ middling: Double, _ many: Double) -> Double {
    switch self {
    case .mild: mild
    case .middling: middling
    case .many: many
    }
  }

  private static func rates(of trouble: Trouble) -> (mild: Double, middling: Double, many: Double) {
    switch trouble {
    case .hardToBreathe: (0.048, 0.098, 0.18)
    case .breathlessFlat: (0.02, 0.045, 0.08)
    case .wokeGasping: (0.018, 0.038, 0.07)
    case .neckBreathing: (0.014, 0.037, 0.066)
    case .pause: (0.036, 0.075, 0.139)
    case .snoring: (0.05, 0.1, 0.2)
    case .headache: (0.055, 0.101, 0.184)
    case .sleepyByDay: (0.102, 0.202, 0.362)
    case .naps: (0.045, 0.055, 0.09)
    case .weakCough: (0.018, 0.045, 0.08)
    case .shortSentences: (0.015, 0.037, 0.065)
    case .stuckMucus: (0.05, 0.095, 0.155)
    case .colouredMucus: (0.03, 0.052, 0.083)
    case .thickMucus: (0.085, 0.165, 0.217)
    case .choked: (0.055, 0.149, 0.277)
    case .throatClosed: (0.02, 0.041, 0.074)
    case .nightmare: (0.054, 0.102, 0.184)
    case .cramp: (0.292, 0.45, 0.88)
    case .stiffLimb: (0.157, 0.305, 0.548)
    case .twitching: (0.092, 0.205, 0.358)
    case .restlessLegs: (0.092, 0.152, 0.274)
    case .pain: (0.213, 0.347, 0.647)
    case .urine: (0.45, 0.5, 0.95)
    case .notRested: (0.307, 0.404, 0.734)
    case .carerWornOut: (0.1, 0.352, 0.647)
    }
  }
}
