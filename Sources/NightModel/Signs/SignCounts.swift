internal import Text

/// What a rule sees in a night, and how it holds a number against the usual.
extension SignRule {
  /// What a night that was looked at has or has not.
  public enum Sight: Hashable, Sendable {
    /// Any of these symptoms.
    case symptoms([String])
    /// A headache on waking, by the diary or as a symptom.
    case headache
    /// Not rested: 1 or 2 of 5 in the diary, or as a symptom.
    case notRested
    /// Stuck or coloured mucus, as a symptom or as what suction brought.
    case mucus
    /// A suction that brought thick mucus.
    case thickSuction
    /// The caregiver's page says worn out so much or more, 0...10.
    case wornOut(least: Int)
  }

  /// A number that only nights have in which it was written.
  public enum Count: Hashable, Sendable {
    /// Suctions of a night with at least one.
    case suctions
    /// Minutes of the mask, of closed times only.
    case mask
  }

  /// How far a median must lie off the usual, and how near it must come again.
  public enum Comparison: Hashable, Sendable {
    /// At least `percent` of the usual and `more` above it; ends at no more than `endMore` above it.
    case up(percent: Int, more: Int, endMore: Int)
    /// At most `percent` of the usual and `less` under it; ends at `endPercent` or more of it.
    case down(percent: Int, less: Int, endPercent: Int)
  }
}

extension SignRule.Sight {
  init?(_ json: JSON) {
    switch json["measure"]?.text {
    case "symptoms":
      guard let ids = json["symptoms"]?.texts, !ids.isEmpty else { return nil }
      self = .symptoms(ids)
    case "headache": self = .headache
    case "not-rested": self = .notRested
    case "mucus": self = .mucus
    case "thick-suctions": self = .thickSuction
    case "worn-out":
      guard let least = json["least"]?.integer, 1...10 ~= least else { return nil }
      self = .wornOut(least: least)
    default: return nil
    }
  }

  /// The symptoms of stuck or coloured mucus.
  static let mucusSymptoms = [SymptomID.stuckMucus, SymptomID.colouredMucus]

  /// What is seen in a night.
  struct Seen: Hashable {
    /// True if the night has it.
    let isThere: Bool
    /// The symptoms written that it was seen by.
    var symptoms: [String] = []
  }

  /// What is seen in a night; nil if the night was not looked at for it.
  func seen(in night: SignNight) -> Seen? {
    let figures = night.figures
    if case .wornOut(let least) = self {
      return figures.carer?.number(.wornOut).map { Seen(isThere: $0 >= least) }
    }
    guard night.isLookedAt else { return nil }
    func anyOf(_ symptoms: [String]) -> Seen { Seen(isThere: !symptoms.isEmpty, symptoms: symptoms) }
    switch self {
    case .symptoms(let ids): return anyOf(ids.filter(night.had))
    case .headache: return Seen(isThere: figures.headache == true || night.had(SymptomID.headache))
    case .notRested: return Seen(isThere: figures.rested.map { $0 <= 2 } == true || night.had(SymptomID.unrefreshed))
    case .mucus:
      return anyOf(Self.mucusSymptoms.filter { night.had($0) || figures.suctionsBrought(symptom: $0) })
    case .thickSuction: return Seen(isThere: figures.suctionsBrought(Mucus.thick))
    case .wornOut: return nil
    }
  }
}

extension SignRule.Count {
  init?(_ json: JSON) {
    switch json["measure"]?.text {
    case "suctions": self = .suctions
    case "mask": self = .mask
    default: return nil
    }
  }

  /// The number of a night; nil if none was written, which is never 0. The mask of a night that is not over is not known.
  func number(in night: NightFigures, isRunning: Bool) -> Int? {
    switch self {
    case .suctions: night.summary.events[.suction]
    case .mask: isRunning ? nil : night.maskInAll
    }
  }
}

extension SignRule.Comparison {
  init?(_ json: JSON) {
    guard let percent = json["percent"]?.integer else { return nil }
    switch json["test"]?.text {
    case "usual-up":
      guard let more = json["more"]?.integer, let endMore = json["end-more"]?.integer else { return nil }
      self = .up(percent: percent, more: more, endMore: endMore)
    case "usual-down":
      guard let less = json["less"]?.integer, let endPercent = json["end-percent"]?.integer else { return nil }
      self = .down(percent: percent, less: less, endPercent: endPercent)
    default: return nil
    }
  }

  /// True if a number lies so far off the usual that a sign begins. Both are given twice, so that a median is whole.
  func begins(twice number: Int, usual: Int) -> Bool {
    switch self {
    case .up(let percent, let more, _): number * 100 >= usual * percent && number >= usual + 2 * more
    case .down(let percent, let less, _): number * 100 <= usual * percent && number <= usual - 2 * less
    }
  }

  /// True if a number is near the usual again. Both are given twice.
  func isOver(twice number: Int, usual: Int) -> Bool {
    switch self {
    case .up(_, _, let endMore): number <= usual + 2 * endMore
    case .down(_, _, let endPercent): number * 100 >= usual * endPercent
    }
  }

  /// Of two medians the one farther from the usual.
  func farther(_ one: Int, _ other: Int) -> Int {
    switch self {
    case .up: max(one, other)
    case .down: min(one, other)
    }
  }
}

/// What a suction brought, as it is answered.
enum Mucus {
  /// Thick mucus.
  static let thick = "thick"
  /// Coloured mucus.
  static let coloured = "coloured"
}

/// Symptoms that rules see by something else as well.
private enum SymptomID {
  static let headache = "morning-headache"
  static let unrefreshed = "unrefreshed"
  static let stuckMucus = "stuck-mucus"
  static let colouredMucus = "coloured-mucus"
}

extension NightFigures {
  /// True if somebody looked at how the night was: its diary was filled, or a symptom written, also as asked and none.
  public var isLookedAt: Bool { summary.diary?.fields.isEmpty == false || !summary.symptoms.isEmpty }

  /// True if a suction was answered so.
  func suctionsBrought(_ answer: String) -> Bool { summary.mucus[answer] != nil }

  /// True if a suction was answered with what a symptom is.
  func suctionsBrought(symptom: String) -> Bool {
    symptom == SymptomID.colouredMucus && suctionsBrought(Mucus.coloured)
  }
}

extension SignRule {
  /// True if a night has what the rule looks for; for a number against the usual, if the sign stood on it and the number
  /// was written.
  public func has(_ night: NightFigures, during spans: [SignSpan]) -> Bool {
    switch test {
    case .lasting(let sight, _, _): sight.seen(in: SignNight(night))?.isThere == true
    case .usual(let count, _, _):
      count.number(in: night, isRunning: false) != nil && spans.contains { $0.stands(on: night.night) }
    }
  }
}
